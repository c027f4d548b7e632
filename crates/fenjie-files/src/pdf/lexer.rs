//! Bytes → tokens: the words of which objects, what is drawn on a page and the maps of fonts are made alike.

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Number(f64),
    /// A name, without its slash.
    Name(String),
    /// A string, in brackets or in hexadecimal digits.
    Text(Vec<u8>),
    OpenArray,
    CloseArray,
    OpenDict,
    CloseDict,
    /// Anything else: `obj`, `R`, an operator.
    Word(&'a [u8]),
}

/// What is left of the bytes.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Behind the last token.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn move_to(&mut self, at: usize) {
        self.at = at;
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn skip_blank(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => self.skip_while(|byte| !matches!(byte, b'\n' | b'\r')),
                _ if is_blank(byte) => self.at += 1,
                _ => return,
            }
        }
    }

    /// Goes over a word, if it comes next behind blanks.
    pub(super) fn skip_word(&mut self, word: &[u8]) -> bool {
        self.skip_while(is_blank);
        let rest = self.bytes.get(self.at..).and_then(|rest| rest.strip_prefix(word));
        let comes = rest.is_some_and(|rest| !rest.first().copied().is_some_and(is_regular));
        self.at += if comes { word.len() } else { 0 };
        comes
    }

    fn skip_while(&mut self, holds: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&holds) {
            self.at += 1;
        }
    }

    /// A run of characters that mean nothing to the syntax.
    fn run(&mut self) -> &'a [u8] {
        let start = self.at;
        self.skip_while(is_regular);
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// The next token; `None` at the end.
    pub(super) fn token(&mut self) -> Option<Token<'a>> {
        loop {
            self.skip_blank();
            let token = match self.peek()? {
                b'/' => {
                    self.at += 1;
                    Token::Name(name(self.run()))
                }
                b'(' => {
                    self.at += 1;
                    Token::Text(self.text())
                }
                b'[' => self.mark(1, Token::OpenArray),
                b']' => self.mark(1, Token::CloseArray),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.mark(2, Token::OpenDict),
                b'<' => {
                    self.at += 1;
                    Token::Text(self.digits())
                }
                b'>' if self.bytes.get(self.at + 1) == Some(&b'>') => self.mark(2, Token::CloseDict),
                byte if is_regular(byte) => number_or_word(self.run()),
                // A bracket that closes nothing.
                _ => {
                    self.at += 1;
                    continue;
                }
            };
            return Some(token);
        }
    }

    fn mark(&mut self, length: usize, token: Token<'a>) -> Token<'a> {
        self.at += length;
        token
    }

    /// The rest of a string in brackets. Brackets inside of it are in pairs.
    fn text(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 0_usize;
        while let Some(byte) = self.take() {
            match byte {
                b'\\' => text.extend(self.escaped()),
                b')' if depth == 0 => break,
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    text.push(b'\n');
                }
                _ => {
                    depth = match byte {
                        b'(' => depth + 1,
                        b')' => depth - 1,
                        _ => depth,
                    };
                    text.push(byte);
                }
            }
        }
        text
    }

    /// What a backslash begins; a line break behind it is none.
    fn escaped(&mut self) -> Option<u8> {
        Some(match self.take()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return None,
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
                return None;
            }
            digit @ b'0'..=b'7' => {
                let mut code = u32::from(digit - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                code as u8
            }
            byte => byte,
        })
    }

    /// The rest of a string in hexadecimal digits.
    fn digits(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut half = None;
        while let Some(byte) = self.take().filter(|&byte| byte != b'>') {
            let Some(digit) = char::from(byte).to_digit(16) else { continue };
            half = match half {
                None => Some(digit),
                Some(high) => {
                    text.push((high * 16 + digit) as u8);
                    None
                }
            };
        }
        text.extend(half.map(|high| (high * 16) as u8));
        text
    }
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn number_or_word(run: &[u8]) -> Token<'_> {
    let number = match run {
        [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => std::str::from_utf8(run).ok().and_then(|run| run.parse().ok()),
        _ => None,
    };
    number.filter(|number: &f64| number.is_finite()).map_or(Token::Word(run), Token::Number)
}

/// A name, in which `#` and two digits stand for a byte.
fn name(run: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(run.len());
    let mut rest = run;
    while let [first, behind @ ..] = rest {
        let digit = |at: usize| behind.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        if let (b'#', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.push((high * 16 + low) as u8);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Lexer, Token};

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(text.as_bytes(), 0);
        std::iter::from_fn(|| lexer.token()).collect()
    }

    #[test]
    fn tokens_of_every_kind_are_told_apart() {
        let found = tokens("/A#20b 12 -.5 [(a\\(\\)(b)\\101)<4a4>]<</K true>>%no\nTj )1");
        let text = |text: &str| Token::Text(text.as_bytes().to_vec());
        let expected = [
            Token::Name("A b".into()),
            Token::Number(12.0),
            Token::Number(-0.5),
            Token::OpenArray,
            text("a()(b)A"),
            text("J@"),
            Token::CloseArray,
            Token::OpenDict,
            Token::Name("K".into()),
            Token::Word(b"true"),
            Token::CloseDict,
            Token::Word(b"Tj"),
            Token::Number(1.0),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_does_not_end_ends_with_the_bytes() {
        for text in ["(abc", "<4", "((", "/", "(\\", "<<", "#", "\\"] {
            assert!(tokens(text).len() <= 1, "{text}");
        }
    }
}
