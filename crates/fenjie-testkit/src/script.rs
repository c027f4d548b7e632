//! The bytes that a notice is made from, in the shape of a notice so that whole tasks can be left out.

use proptest::prelude::RngCore;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// The choices of one task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskScript {
    /// What it says.
    pub say: Vec<u8>,
    /// How it is written.
    pub form: Vec<u8>,
}

/// The choices of one section: its heading and its tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionScript {
    /// What its heading says.
    pub say: Vec<u8>,
    /// How it is written.
    pub form: Vec<u8>,
    /// Its tasks.
    pub tasks: Vec<TaskScript>,
}

/// The choices of one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartScript {
    /// What it says.
    pub say: Vec<u8>,
    /// How it is written.
    pub form: Vec<u8>,
    /// Its sections.
    pub sections: Vec<SectionScript>,
}

/// The choices of a whole notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// What its head and foot say, and by which rules it is read.
    pub say: Vec<u8>,
    /// How it is written.
    pub form: Vec<u8>,
    /// How pages, scanners and web sites treat it.
    pub noise: Vec<u8>,
    /// Where pages break.
    pub breaks: Vec<(u16, u8)>,
    /// Its parts.
    pub parts: Vec<PartScript>,
}

impl Script {
    /// The script of `seed`: one to three parts of a few sections each.
    pub fn from_seed(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let parts = (0..random.between(1, 3)).map(|_| part(&mut random)).collect();
        Self {
            say: random.bytes(28),
            form: random.bytes(24),
            noise: random.bytes(24),
            breaks: (0..random.between(0, 12)).map(|_| random.mark()).collect(),
            parts,
        }
    }
}

fn part(random: &mut Random) -> PartScript {
    let sections = (0..random.between(1, 4)).map(|_| section(random, 6)).collect();
    PartScript { say: random.bytes(12), form: random.bytes(12), sections }
}

pub(crate) fn section(random: &mut Random, most_tasks: usize) -> SectionScript {
    let tasks = (0..random.between(1, most_tasks)).map(|_| task(random)).collect();
    SectionScript { say: random.bytes(16), form: random.bytes(16), tasks }
}

fn task(random: &mut Random) -> TaskScript {
    TaskScript { say: random.bytes(48), form: random.bytes(24) }
}

/// Bytes from a seed, the same on every machine.
pub(crate) struct Random(TestRng);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &key))
    }

    pub(crate) fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.0.next_u32() as usize % (high - low + 1)
    }

    fn mark(&mut self) -> (u16, u8) {
        let bits = self.0.next_u32();
        ((bits >> 16) as u16, bits as u8)
    }
}
