//! Files that are locked, though not with a password: anybody may open them, and only what programs offer to do with them is
//! restricted. The key of such a file follows from what stands in it (ISO 32000-2, 7.6).

mod cipher;
mod key;
#[cfg(test)]
pub(super) mod tests;

use cipher::{aes_128, aes_256, md5, rc4};

use crate::pdf::object::{Dict, Object};

/// What opens the streams and strings of a file.
pub(in crate::pdf) struct Lock {
    key: Vec<u8>,
    streams: Method,
    strings: Method,
}

/// How something is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    /// It is not.
    Plain,
    Rc4,
    Aes128,
    Aes256,
}

/// Which object something belongs to: its number and generation.
pub(in crate::pdf) type Owner = (u32, u16);

impl Lock {
    /// The lock that a file says it has; `None` where it is another one, or asks for a password. `id` is the file's own.
    pub(in crate::pdf) fn open(said: &Dict, id: &[u8]) -> Option<Self> {
        if said.get("Filter").name() != "Standard" {
            return None;
        }
        let version = said.get("V").count().unwrap_or(0);
        let (streams, strings) = match version {
            1 | 2 => (Method::Rc4, Method::Rc4),
            4 | 5 => (Method::of(said, "StmF")?, Method::of(said, "StrF")?),
            _ => return None,
        };
        let key = if version == 5 { key::long(said)? } else { key::short(said, version, id)? };
        Some(Self { key, streams, strings })
    }

    /// Unlocks the bytes of a stream.
    pub(in crate::pdf) fn stream(&self, owner: Owner, bytes: Vec<u8>) -> Vec<u8> {
        self.unlocked(self.streams, owner, bytes)
    }

    /// Unlocks the strings in an object.
    pub(in crate::pdf) fn strings(&self, owner: Owner, object: &mut Object) {
        // Objects are no deeper than the parser lets them be.
        match object {
            Object::Text(bytes) => *bytes = self.unlocked(self.strings, owner, std::mem::take(bytes)),
            Object::Array(list) => list.iter_mut().for_each(|object| self.strings(owner, object)),
            Object::Dict(dict) => dict.values_mut().for_each(|object| self.strings(owner, object)),
            _ => {}
        }
    }

    fn unlocked(&self, method: Method, owner: Owner, mut bytes: Vec<u8>) -> Vec<u8> {
        match method {
            Method::Plain => {}
            Method::Rc4 => rc4(&self.own_key(owner, b""), &mut bytes),
            Method::Aes128 => aes_128(&self.own_key(owner, b"sAlT"), &mut bytes),
            Method::Aes256 => aes_256(&self.key, &mut bytes),
        }
        bytes
    }

    /// The key of an object.
    fn own_key(&self, (number, generation): Owner, salt: &[u8]) -> Vec<u8> {
        let (number, generation) = (number.to_le_bytes(), generation.to_le_bytes());
        let length = (self.key.len() + 5).min(16);
        md5(&[&self.key, &number[..3], &generation, salt]).into_iter().take(length).collect()
    }
}

impl Method {
    /// How what `key` names is locked.
    fn of(said: &Dict, key: &str) -> Option<Self> {
        let name = said.get(key).name();
        if matches!(name, "" | "Identity") {
            return Some(Self::Plain);
        }
        let filter = said.get("CF").dict()?.get(name).dict()?;
        match filter.get("CFM").name() {
            "V2" => Some(Self::Rc4),
            "AESV2" => Some(Self::Aes128),
            "AESV3" => Some(Self::Aes256),
            "" | "None" => Some(Self::Plain),
            _ => None,
        }
    }
}
