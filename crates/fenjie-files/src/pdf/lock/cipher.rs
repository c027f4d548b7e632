//! The ciphers and sums that files are locked with.

use aes::cipher::{BlockDecryptMut, BlockEncryptMut as _, KeyIvInit};
use aes::{Aes128, Aes256};
use md5::{Digest as _, Md5};

/// The length of a block, which is that of what the first one is mixed with as well.
const BLOCK: usize = 16;

pub(super) fn md5(pieces: &[&[u8]]) -> [u8; 16] {
    let mut sum = Md5::new();
    for piece in pieces {
        sum.update(piece);
    }
    sum.finalize().into()
}

/// Locks or unlocks bytes: one undoes the other.
pub(super) fn rc4(key: &[u8], bytes: &mut [u8]) {
    let mut state: [u8; 256] = std::array::from_fn(|at| at as u8);
    let mut other = 0_u8;
    for (at, &byte) in (0..256).zip(key.iter().cycle()) {
        other = other.wrapping_add(state[at]).wrapping_add(byte);
        state.swap(at, usize::from(other));
    }
    let (mut at, mut other) = (0_u8, 0_u8);
    for byte in bytes {
        at = at.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(at)]);
        state.swap(usize::from(at), usize::from(other));
        *byte ^= state[usize::from(state[usize::from(at)].wrapping_add(state[usize::from(other)]))];
    }
}

/// Unlocks bytes before which stands what the first block is mixed with, and behind which what fills up the last one.
pub(super) fn aes_128(key: &[u8], bytes: &mut Vec<u8>) {
    aes::<cbc::Decryptor<Aes128>>(key, bytes);
}

/// The same with a long key.
pub(super) fn aes_256(key: &[u8], bytes: &mut Vec<u8>) {
    aes::<cbc::Decryptor<Aes256>>(key, bytes);
}

fn aes<C: BlockDecryptMut + KeyIvInit>(key: &[u8], bytes: &mut Vec<u8>) {
    bytes.truncate(bytes.len() / BLOCK * BLOCK);
    let start: Vec<u8> = bytes.drain(..BLOCK.min(bytes.len())).collect();
    if unlock::<C>(key, &start, bytes).is_none() {
        return bytes.clear();
    }
    // The last byte says how many do not belong to it.
    let filling = bytes.last().map_or(0, |&last| usize::from(last));
    if (1..=BLOCK).contains(&filling) {
        bytes.truncate(bytes.len() - filling);
    }
}

fn unlock<C: BlockDecryptMut + KeyIvInit>(key: &[u8], start: &[u8], bytes: &mut [u8]) -> Option<()> {
    let mut cipher = C::new_from_slices(key, start).ok()?;
    for block in bytes.chunks_exact_mut(BLOCK) {
        cipher.decrypt_block_mut(block.into());
    }
    Some(())
}

/// Unlocks whole blocks that are mixed with nothing, with a long key.
pub(super) fn aes_256_alone(key: &[u8], blocks: &mut [u8]) -> Option<()> {
    unlock::<cbc::Decryptor<Aes256>>(key, &[0; BLOCK], blocks)
}

/// Locks whole blocks.
pub(super) fn lock_aes_128(key: &[u8], start: &[u8], blocks: &mut [u8]) -> Option<()> {
    let mut cipher = cbc::Encryptor::<Aes128>::new_from_slices(key, start).ok()?;
    for block in blocks.chunks_exact_mut(BLOCK) {
        cipher.encrypt_block_mut(block.into());
    }
    Some(())
}
