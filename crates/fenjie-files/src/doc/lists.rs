//! The numbers that Word writes before paragraphs.

use std::collections::HashMap;

use crate::bytes::{u8_at, u16_at, u32_at};
use crate::labels::{Counts, Gap, LEVELS, LONGEST, Label, Next, Numbers};

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(super) struct Lists {
    levels: HashMap<u32, Vec<Level>>,
    uses: Vec<Use>,
    counts: Counts,
}

/// A use of a list, and where it differs from the list.
#[derive(Default)]
struct Use {
    list: u32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

struct Level {
    start: u32,
    numbers: Numbers,
    /// Whether all numbers in it are digits.
    legal: bool,
    /// Whether paragraphs above do not begin it anew.
    goes_on: bool,
    gap: Gap,
    /// The words; the characters below 9 stand for the numbers of the levels.
    text: Vec<u16>,
}

impl Lists {
    /// Reads the lists and their uses. `lists` is the part of the lists and what stands behind it.
    pub(super) fn read(lists: (&[u8], &[u8]), uses: &[u8]) -> Self {
        let mut found = Self::default();
        // Parts that are cut off give the lists before.
        let _ = found.read_lists(lists.0, lists.1);
        let _ = found.read_uses(uses);
        found
    }

    fn read_lists(&mut self, list: &[u8], mut rest: &[u8]) -> Option<()> {
        const LENGTH: usize = 28;
        for head in list.get(2..)?.chunks_exact(LENGTH).take(usize::from(u16_at(list, 0)?)) {
            let simple = u8_at(head, 26)? & 1 == 1;
            let mut levels = Vec::new();
            for _ in 0..if simple { 1 } else { LEVELS } {
                levels.push(Level::read(&mut rest)?);
            }
            self.levels.insert(u32_at(head, 0)?, levels);
        }
        Some(())
    }

    fn read_uses(&mut self, bytes: &[u8]) -> Option<()> {
        const LENGTH: usize = 16;
        let count = u32_at(bytes, 0)? as usize;
        let heads = bytes.get(4..)?.get(..count.checked_mul(LENGTH)?)?;
        let mut rest = bytes.get(4 + heads.len()..)?;
        for head in heads.chunks_exact(LENGTH) {
            self.uses.push(Use { list: u32_at(head, 0)?, ..Use::default() });
        }
        for (head, used) in heads.chunks_exact(LENGTH).zip(&mut self.uses) {
            rest = rest.get(4..)?;
            for _ in 0..u8_at(head, 12)? {
                let (start, flags) = (u32_at(rest, 0)?, u32_at(rest, 4)?);
                rest = rest.get(8..)?;
                let level = (flags & 15) as usize;
                let own = if flags & 0x20 == 0 { None } else { Some(Level::read(&mut rest)?) };
                if level < LEVELS {
                    used.starts[level] = (flags & 0x10 != 0).then_some(start).or(own.as_ref().map(|own| own.start));
                    used.levels[level] = own;
                }
            }
        }
        Some(())
    }

    /// What stands before the next paragraph at a level of a use, which are counted from 1.
    pub(super) fn next(&mut self, number: u16, level: u8) -> Option<Label> {
        let level = usize::from(level).min(LEVELS - 1);
        let used = self.uses.get(usize::from(number.checked_sub(1)?))?;
        let list = used.list;
        let next = Next {
            list,
            level,
            start: self.start(used, level),
            begun_by: used.starts[level].map(|_| number.into()),
            restarts: std::array::from_fn(|below| !self.level(used, below).is_some_and(|level| level.goes_on)),
        };
        self.counts.count(&next);
        self.label(self.uses.get(usize::from(number) - 1)?, level)
    }

    fn level<'s>(&'s self, used: &'s Use, level: usize) -> Option<&'s Level> {
        used.levels.get(level)?.as_ref().or_else(|| self.levels.get(&used.list)?.get(level))
    }

    fn start(&self, used: &Use, level: usize) -> u32 {
        used.starts[level].or_else(|| Some(self.level(used, level)?.start)).unwrap_or(1)
    }

    fn label(&self, used: &Use, level: usize) -> Option<Label> {
        let own = self.level(used, level)?;
        if own.numbers == Numbers::Bullet {
            return None;
        }
        let mut text = String::new();
        for unit in char::decode_utf16(own.text.iter().copied()) {
            match unit.unwrap_or(char::REPLACEMENT_CHARACTER) {
                place @ '\0'..='\x08' => text.push_str(&self.number(used, place as usize, own.legal)),
                c => text.push(c),
            }
        }
        Label::shown(text, own.gap)
    }

    /// The number at which a level stands, as that level writes it.
    fn number(&self, used: &Use, level: usize, legal: bool) -> String {
        let count = self.counts.at(used.list, level).unwrap_or_else(|| self.start(used, level));
        let numbers = self.level(used, level).map_or(Numbers::Nothing, |level| level.numbers);
        if legal { numbers.legal().write(count) } else { numbers.write(count) }
    }
}

impl Level {
    /// Reads a level, and goes over it.
    fn read(rest: &mut &[u8]) -> Option<Self> {
        const LENGTH: usize = 28;
        let head = rest.get(..LENGTH)?;
        let flags = u8_at(head, 5)?;
        let looks = usize::from(u8_at(head, 24)?) + usize::from(u8_at(head, 25)?);
        let text = rest.get(LENGTH + looks..)?;
        let length = usize::from(u16_at(text, 0)?) * 2;
        let units = text.get(2..2 + length)?.chunks_exact(2).take(LONGEST);
        *rest = text.get(2 + length..)?;
        Some(Self {
            start: u32_at(head, 0)?,
            numbers: numbers(u8_at(head, 4)?),
            legal: flags & 4 != 0,
            goes_on: flags & 8 != 0,
            gap: match u8_at(head, 15)? {
                0 => Gap::Tab,
                1 => Gap::Space,
                _ => Gap::Nothing,
            },
            text: units.filter_map(|unit| u16_at(unit, 0)).collect(),
        })
    }
}

/// How numbers are written, by their code (MS-OSHARED, 2.2.1.3).
fn numbers(code: u8) -> Numbers {
    match code {
        0x01 => Numbers::UpperRoman,
        0x02 => Numbers::LowerRoman,
        0x03 => Numbers::UpperLetter,
        0x04 => Numbers::LowerLetter,
        0x0a | 0x11 | 0x24 => Numbers::ChineseDigits,
        0x0b | 0x21 | 0x23 | 0x25 | 0x27 => Numbers::Chinese,
        0x0e | 0x13 => Numbers::FullWidth,
        0x10 | 0x22 => Numbers::FormalTraditional,
        0x12 | 0x1c => Numbers::Circled,
        0x16 => Numbers::Decimal(2),
        0x17 => Numbers::Bullet,
        0x1a => Numbers::Dotted,
        0x1b => Numbers::Bracketed,
        0x1e => Numbers::Stems,
        0x1f => Numbers::Branches,
        0x26 => Numbers::Formal,
        0xff => Numbers::Nothing,
        _ => Numbers::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    /// A level that starts at 1.
    fn level(code: u8, follow: u8, text: &str) -> Vec<u8> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let head = [&[1, 0, 0, 0, code][..], &[0; 10], &[follow], &[0; 12], &[units.len() as u8, 0]].concat();
        head.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
    }

    #[test]
    fn numbers_are_counted_by_level_and_begin_anew() {
        let head = |id: u8, simple: u8| [&[id, 0, 0, 0][..], &[0; 22], &[simple, 0]].concat();
        let list = [&[2, 0][..], &head(5, 0), &head(7, 1)].concat();
        let mut levels = [level(0x27, 2, "\0、"), level(0, 0, "\x01."), level(0, 0, "\0.\x02")].concat();
        levels.extend((3..9).flat_map(|_| level(0xff, 0, "")));
        levels.extend(level(0x17, 0, "·"));
        let of_list = |id: u8, changed: u8| [&[id, 0, 0, 0][..], &[0; 8], &[changed, 0, 0, 0]].concat();
        let changes = [&[0xff; 8][..], &[0xff; 4], &[4, 0, 0, 0, 0x10, 0, 0, 0]].concat();
        let uses = [&[3, 0, 0, 0][..], &of_list(5, 0), &of_list(7, 0), &of_list(5, 1), &changes].concat();
        let mut lists = Lists::read((&list, &levels), &uses);
        let mut next = |number, level| lists.next(number, level).map(|label| label.text);
        let seen: Vec<_> = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (3, 0), (3, 0), (1, 0)]
            .map(|(number, level)| next(number, level).unwrap())
            .into();
        assert_eq!(seen, ["一、", "1.", "2.", "二、", "1.", "二.1", "四、", "五、", "六、"]);
        for (number, level) in [(2, 0), (2, 5), (0, 0), (9, 0), (1, 5)] {
            assert_eq!(next(number, level), None);
        }
    }
}
