//! Tokens → objects.

use std::collections::BTreeMap;

use super::lexer::{Lexer, Token};

/// An object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Object {
    /// Nothing, or what the reader has no use for.
    #[default]
    Null,
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dict(Dict),
    /// Another object, by its number.
    Reference(u32),
}

/// Objects by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict(BTreeMap<String, Object>);

impl Dict {
    pub(super) fn get(&self, key: &str) -> &Object {
        self.0.get(key).unwrap_or(&Object::Null)
    }

    /// For locks, which are not opened in a wasm.
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Object> {
        self.0.values_mut()
    }

    pub(super) fn insert(&mut self, key: String, value: Object) {
        self.0.insert(key, value);
    }
}

impl Object {
    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// A count or a code; a number that is none is taken for the nearest one.
    pub(super) fn count(&self) -> Option<u32> {
        #[allow(clippy::cast_sign_loss)] // A negative one becomes 0.
        self.number().map(|number| number as u32)
    }

    pub(super) fn name(&self) -> &str {
        if let Self::Name(name) = self { name } else { "" }
    }

    pub(super) fn array(&self) -> &[Object] {
        if let Self::Array(array) = self { array } else { &[] }
    }

    pub(super) fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }
}

/// How deep objects may be nested. Those of real files are below ten.
const DEPTH: usize = 64;

/// How many objects one may hold.
const SIZE: usize = 1 << 20;

/// Reads objects one by one.
#[derive(Clone, Debug)]
pub(super) struct Parser<'a> {
    lexer: Lexer<'a>,
}

/// An object, or a word that stands outside of all.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item<'a> {
    Object(Object),
    Word(&'a [u8]),
}

/// An array or a dictionary that is not closed yet.
struct Open {
    is_dict: bool,
    objects: Vec<Object>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { lexer: Lexer::new(bytes, at) }
    }

    /// Behind the last item.
    pub(super) fn at(&self) -> usize {
        self.lexer.at()
    }

    pub(super) fn move_to(&mut self, at: usize) {
        self.lexer.move_to(at);
    }

    /// Goes over a word, if it comes next.
    pub(super) fn skip_word(&mut self, word: &[u8]) -> bool {
        self.lexer.skip_word(word)
    }

    /// The next object or word; `None` at the end, and where an object is larger than any can be.
    pub(super) fn item(&mut self) -> Option<Item<'a>> {
        let mut open: Vec<Open> = Vec::new();
        let mut size = 0;
        loop {
            let object = match self.lexer.token()? {
                Token::Number(number) => Object::Number(number),
                Token::Name(name) => Object::Name(name),
                Token::Text(text) => Object::Text(text),
                token @ (Token::OpenArray | Token::OpenDict) => {
                    if open.len() == DEPTH {
                        return None;
                    }
                    open.push(Open { is_dict: token == Token::OpenDict, objects: Vec::new() });
                    continue;
                }
                Token::CloseArray | Token::CloseDict => match open.pop() {
                    Some(open) => open.close(),
                    None => continue,
                },
                Token::Word(word) => match open.last_mut() {
                    Some(open) => open.word(word),
                    None => return Some(Item::Word(word)),
                },
            };
            size += 1;
            match open.last_mut() {
                _ if size > SIZE => return None,
                Some(open) => open.objects.push(object),
                None => return Some(Item::Object(object)),
            }
        }
    }
}

impl Open {
    /// `12 0 R` is a reference; `true`, `false` and `null` are nothing that matters here.
    fn word(&mut self, word: &[u8]) -> Object {
        let objects = &mut self.objects;
        let [.., number, Object::Number(_)] = objects.as_slice() else { return Object::Null };
        match number.count().filter(|_| word == b"R") {
            Some(number) => {
                objects.truncate(objects.len() - 2);
                Object::Reference(number)
            }
            None => Object::Null,
        }
    }

    fn close(self) -> Object {
        if !self.is_dict {
            return Object::Array(self.objects);
        }
        let mut dict = Dict::default();
        let mut objects = self.objects.into_iter();
        while let (Some(key), Some(value)) = (objects.next(), objects.next()) {
            if let Object::Name(key) = key {
                dict.insert(key, value);
            }
        }
        Object::Dict(dict)
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, Object, Parser};

    #[test]
    fn objects_hold_objects_and_references() {
        let mut parser = Parser::new(b"<< /Kids [3 0 R 4] /Ok true /D << /N (x) >> >> stream", 0);
        let Some(Item::Object(Object::Dict(dict))) = parser.item() else { panic!("no dictionary") };
        assert_eq!(dict.get("Kids").array(), [Object::Reference(3), Object::Number(4.0)]);
        assert_eq!(dict.get("D").dict().unwrap().get("N"), &Object::Text(b"x".to_vec()));
        assert_eq!(parser.item(), Some(Item::Word(b"stream")));
        assert_eq!(parser.item(), None);
    }

    #[test]
    fn no_depth_is_too_much() {
        assert_eq!(Parser::new(&b"[".repeat(100_000), 0).item(), None);
        assert_eq!(Parser::new(&b"<</A".repeat(100_000), 0).item(), None);
    }
}
