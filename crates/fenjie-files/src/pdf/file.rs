//! The objects of a file, and where they stand.
//!
//! The table at a file's end, which says where its objects are, is not used: it is wrong in many files. The objects are
//! looked for instead, and of two with the same number the one that stands last holds, as it is where a file was changed
//! and what is new was put behind the rest.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::filter::unpack;
use super::lock::Lock;
use super::object::{Dict, Item, Object, Parser};
use super::scan::{Piece, scan};
use crate::Format::{Encrypted, Pdf};
use crate::budget::Budget;
use crate::{Error, Options};

/// The objects of a file.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    entries: HashMap<u32, Entry>,
    /// What the file says of itself.
    trailer: Dict,
    lock: Option<Lock>,
    /// How many bytes may still be unpacked or read.
    budget: Budget,
}

/// Where an object stands.
#[derive(Clone)]
struct Entry {
    /// The stream it is packed in, or the file itself.
    pack: Option<Rc<[u8]>>,
    generation: u16,
    at: usize,
    /// The data of a stream.
    data: Option<Range<usize>>,
}

/// How many references may lead to an object.
const HOPS: usize = 16;

/// How much more a byte costs that is parsed than one that is unpacked.
const PARSED: usize = 8;

impl<'a> File<'a> {
    pub(super) fn open(bytes: &'a [u8], options: &Options) -> Result<Self, Error> {
        let (pieces, trailer) = scan(bytes)?;
        let lock = lock(bytes, &pieces, &trailer)?;
        let budget = Budget::of_bytes(options);
        let mut file = Self { bytes, entries: HashMap::new(), trailer, lock, budget };
        for piece in pieces {
            let entry = Entry { pack: None, generation: piece.generation, at: piece.at, data: piece.data.clone() };
            file.entries.insert(piece.number, entry);
            if piece.is_pack {
                file.unpack_objects(&piece)?;
            }
        }
        Ok(file)
    }

    pub(super) fn trailer(&self) -> &Dict {
        &self.trailer
    }

    /// Takes `bytes` from what may be unpacked.
    pub(super) fn charge(&self, bytes: usize) -> Result<(), Error> {
        self.budget.take(bytes)
    }

    /// Takes what an object costs, which is parsed each time that it is asked for.
    fn charge_parsed(&self, bytes: usize) -> Result<(), Error> {
        self.charge(bytes.saturating_mul(PARSED))
    }

    /// Objects that are packed in a stream: their numbers and places stand at its head.
    fn unpack_objects(&mut self, piece: &Piece) -> Result<(), Error> {
        let Some((dict, bytes)) = self.stream(piece.number)? else { return Ok(()) };
        let pack: Rc<[u8]> = bytes.into();
        let first = dict.get("First").count().unwrap_or(0) as usize;
        let mut parser = Parser::new(&pack, 0);
        while parser.at() < first {
            let (Some(Item::Object(number)), Some(Item::Object(at))) = (parser.item(), parser.item()) else { break };
            let (Some(number), Some(at)) = (number.count(), at.count()) else { break };
            let at = first.saturating_add(at as usize);
            let entry = Entry { pack: Some(Rc::clone(&pack)), generation: 0, at, data: None };
            self.charge(size_of::<Entry>())?;
            self.entries.insert(number, entry);
        }
        Ok(())
    }

    /// The object with a number; nothing where there is none.
    fn object(&self, number: u32) -> Result<Object, Error> {
        let Some(entry) = self.entries.get(&number) else { return Ok(Object::Null) };
        let mut parser = Parser::new(entry.pack.as_deref().unwrap_or(self.bytes), entry.at);
        let item = parser.item();
        self.charge_parsed(parser.at().saturating_sub(entry.at))?;
        match item {
            Some(Item::Object(Object::Number(_))) if entry.pack.is_none() => self.number_or_reference(entry.at),
            Some(Item::Object(mut object)) => {
                // What is packed in a stream was unlocked with it.
                if let Some(lock) = self.lock.as_ref().filter(|_| entry.pack.is_none()) {
                    lock.strings((number, entry.generation), &mut object);
                }
                Ok(object)
            }
            Some(Item::Word(_)) => Ok(Object::Null),
            None => Err(Error::broken(Pdf, format_args!("object {number} does not end"))),
        }
    }

    /// An object that is a number, or only says which object it is.
    fn number_or_reference(&self, at: usize) -> Result<Object, Error> {
        let mut parser = Parser::new(self.bytes, at);
        let items = [(); 3].map(|()| parser.item());
        self.charge_parsed(parser.at().saturating_sub(at))?;
        Ok(match items {
            [Some(Item::Object(number)), Some(Item::Object(_)), Some(Item::Word(b"R"))] => {
                number.count().map_or(Object::Null, Object::Reference)
            }
            [Some(Item::Object(number)), ..] => number,
            _ => Object::Null,
        })
    }

    /// What `object` refers to, or itself.
    pub(super) fn resolve(&self, object: &Object) -> Result<Object, Error> {
        let mut object = object.clone();
        for _ in 0..HOPS {
            let Object::Reference(number) = object else { return Ok(object) };
            object = self.object(number)?;
        }
        Err(Error::broken(Pdf, "objects that refer to each other"))
    }

    /// What `dict` has under `key`.
    pub(super) fn value(&self, dict: &Dict, key: &str) -> Result<Object, Error> {
        self.resolve(dict.get(key))
    }

    /// The dictionary that `dict` has under `key`; an empty one where it has none.
    pub(super) fn dict(&self, dict: &Dict, key: &str) -> Result<Dict, Error> {
        Ok(if let Object::Dict(found) = self.value(dict, key)? { found } else { Dict::default() })
    }

    /// A stream, unpacked; `None` where the object is none.
    pub(super) fn stream(&self, number: u32) -> Result<Option<(Dict, Vec<u8>)>, Error> {
        let Some(entry) = self.entries.get(&number) else { return Ok(None) };
        let Some(data) = entry.data.clone() else { return Ok(None) };
        let Object::Dict(dict) = self.object(number)? else { return Ok(None) };
        // Each time, as many pages may share a stream.
        self.charge(data.len())?;
        let mut bytes = self.bytes.get(data).unwrap_or_default().to_vec();
        let filters = self.list(&dict, "Filter", "F")?;
        let parameters = self.list(&dict, "DecodeParms", "DP")?;
        // A stream that names what it is locked with is one of those that are not.
        let is_open = filters.iter().any(|filter| filter.name() == "Crypt");
        if let Some(lock) = self.lock.as_ref().filter(|_| !is_open) {
            bytes = lock.stream((number, entry.generation), bytes);
        }
        for (at, filter) in filters.iter().enumerate() {
            let own = parameters.get(at).and_then(Object::dict).cloned().unwrap_or_default();
            bytes = unpack(filter.name(), &bytes, &own, self.budget.left())?.ok_or_else(|| self.budget.exceeded())?;
            self.charge(bytes.len())?;
        }
        Ok(Some((dict, bytes)))
    }

    /// What `dict` has under `key`, or under its short form, as a list.
    fn list(&self, dict: &Dict, key: &str, short: &str) -> Result<Vec<Object>, Error> {
        let found = match self.value(dict, key)? {
            Object::Null => self.value(dict, short)?,
            found => found,
        };
        match found {
            Object::Null => Ok(Vec::new()),
            Object::Array(list) => list.iter().map(|object| self.resolve(object)).collect(),
            single => Ok(vec![single]),
        }
    }
}

/// What opens a file that is locked.
///
/// # Errors
/// Where only a password does.
fn lock(bytes: &[u8], pieces: &[Piece], trailer: &Dict) -> Result<Option<Lock>, Error> {
    let said = match trailer.get("Encrypt") {
        Object::Null => return Ok(None),
        Object::Reference(number) => {
            let piece = pieces.iter().rfind(|piece| piece.number == *number);
            match piece.and_then(|piece| Parser::new(bytes, piece.at).item()) {
                Some(Item::Object(object)) => object,
                _ => return Err(Error::broken(Pdf, "what it is locked with is missing")),
            }
        }
        object => object.clone(),
    };
    let id = if let Some(Object::Text(id)) = trailer.get("ID").array().first() { id.as_slice() } else { &[] };
    let lock = said.dict().and_then(|said| Lock::open(said, id));
    lock.map(Some).ok_or(Error::Unreadable { format: Encrypted })
}
