//! The key of a file that has no password, where the file shows that it has none.

use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::cipher::{aes_256_alone, lock_aes_128, md5, rc4};
use crate::pdf::object::{Dict, Object};

/// What stands in place of a password that is shorter.
const FILLING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00,
    0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

/// A key of 5 to 16 bytes (revisions 2 to 4).
pub(super) fn short(said: &Dict, version: u32, id: &[u8]) -> Option<Vec<u8>> {
    let revision = said.get("R").count().filter(|revision| (2..=4).contains(revision))?;
    let length = match (revision, version) {
        (2, _) => 5,
        (_, 4) => 16,
        _ => (said.get("Length").count().unwrap_or(40) / 8).clamp(5, 16) as usize,
    };
    let (owner, user) = (bytes(said, "O", 32)?, bytes(said, "U", 16)?);
    // Four bytes, which may be written as a negative number.
    let allowed = said.get("P").number()? as i64;
    let allowed = allowed.to_le_bytes();
    // Whether what the file says of itself is locked as well: one of both keys fits.
    [&[][..], &[0xff; 4]].into_iter().find_map(|open| {
        let mut sum = md5(&[&FILLING, owner, &allowed[..4], id, open]);
        for _ in 0..if revision > 2 { 50 } else { 0 } {
            sum = md5(&[&sum[..length]]);
        }
        let key = &sum[..length];
        shows(key, revision, id, user).then(|| key.to_vec())
    })
}

/// Whether a file is one without a password: what it has in place of one is what the key makes of it.
fn shows(key: &[u8], revision: u32, id: &[u8], user: &[u8]) -> bool {
    if revision == 2 {
        let mut own = FILLING;
        rc4(key, &mut own);
        return own.starts_with(user.get(..16).unwrap_or(user));
    }
    let mut own = md5(&[&FILLING, id]);
    for round in 0..20 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        rc4(&key, &mut own);
    }
    user.starts_with(&own)
}

/// A key of 32 bytes (revisions 5 and 6), which stands in the file, locked with another.
pub(super) fn long(said: &Dict) -> Option<Vec<u8>> {
    let revision = said.get("R").count()?;
    let (user, locked) = (bytes(said, "U", 48)?, bytes(said, "UE", 32)?);
    let (sum, salt, key_salt) = (user.get(..32)?, user.get(32..40)?, user.get(40..48)?);
    if digest(revision, salt)? != sum {
        return None;
    }
    let mut key = locked.get(..32)?.to_vec();
    aes_256_alone(&digest(revision, key_salt)?, &mut key)?;
    Some(key)
}

/// The sum of no password and a salt.
fn digest(revision: u32, salt: &[u8]) -> Option<Vec<u8>> {
    let first = Sha256::digest(salt).to_vec();
    match revision {
        5 => Some(first),
        6 => hardened(first),
        _ => None,
    }
}

/// The sum that revision 6 makes of a sum, in many rounds, of which 287 are the most.
fn hardened(mut sum: Vec<u8>) -> Option<Vec<u8>> {
    for round in 1_u32.. {
        let mut block = sum.repeat(64);
        let (key, start) = sum.split_at_checked(16)?;
        lock_aes_128(key, start.get(..16)?, &mut block)?;
        let kind = block.iter().take(16).map(|&byte| u32::from(byte)).sum::<u32>() % 3;
        sum = match kind {
            0 => Sha256::digest(&block).to_vec(),
            1 => Sha384::digest(&block).to_vec(),
            _ => Sha512::digest(&block).to_vec(),
        };
        let last = block.last().map_or(0, |&last| u32::from(last));
        if round >= 64 && last + 32 <= round {
            break;
        }
    }
    sum.truncate(32);
    Some(sum)
}

/// A string of at least so many bytes.
fn bytes<'a>(said: &'a Dict, key: &str, least: usize) -> Option<&'a [u8]> {
    match said.get(key) {
        Object::Text(bytes) if bytes.len() >= least => Some(bytes.get(..least.max(32)).unwrap_or(bytes)),
        _ => None,
    }
}
