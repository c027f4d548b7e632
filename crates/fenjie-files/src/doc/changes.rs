//! Lists of changes to properties (`grpprl`): what differs from the style.

use crate::bytes::{u8_at, u16_at};

/// The changes of a list: which property, and its value.
pub(super) struct Changes<'a>(pub(super) &'a [u8]);

/// The form of a table's row, the only change with a length of two bytes; and its form in older versions.
pub(super) const ROW_FORM: u16 = 0xd608;
const OLD_ROW_FORM: u16 = 0xd606;
const TABS: u16 = 0xc615;

impl<'a> Iterator for Changes<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let code = u16_at(self.0, 0)?;
        let rest = self.0.get(2..)?;
        let (before, length) = match (code, code >> 13) {
            // The length counts one more than there is.
            (ROW_FORM | OLD_ROW_FORM, _) => (2, usize::from(u16_at(rest, 0)?).saturating_sub(1)),
            (TABS, _) if u8_at(rest, 0)? == 255 => (1, tabs(rest)?),
            (_, 0 | 1) => (0, 1),
            (_, 2 | 4 | 5) => (0, 2),
            (_, 3) => (0, 4),
            (_, 7) => (0, 3),
            _ => (1, usize::from(u8_at(rest, 0)?)),
        };
        let value = rest.get(before..before + length)?;
        self.0 = rest.get(before + length..)?;
        Some((code, value))
    }
}

/// How long a list of tabs is that is too long to say it: the tabs that are taken away, and the ones that are added.
fn tabs(rest: &[u8]) -> Option<usize> {
    let away = usize::from(u8_at(rest, 1)?) * 4;
    Some(2 + away + usize::from(u8_at(rest, 2 + away)?) * 3)
}

#[cfg(test)]
mod tests {
    use super::Changes;

    #[test]
    fn changes_are_told_apart_by_their_lengths() {
        let list = [
            &[0x16, 0x24, 1][..],
            &[0x0b, 0x46, 2, 0],
            &[0x49, 0x66, 3, 0, 0, 0],
            &[0x08, 0xd6, 4, 0, 7, 8, 9],
            &[0x15, 0xc6, 255, 1, 0, 0, 0, 0, 1, 0, 0, 0],
            &[0x2b, 0xd6, 2, 5, 6],
            &[0x17, 0x24],
        ];
        let list = list.concat();
        let found: Vec<(u16, usize)> = Changes(&list).map(|(code, value)| (code, value.len())).collect();
        assert_eq!(found, [(0x2416, 1), (0x460b, 2), (0x6649, 4), (0xd608, 3), (0xc615, 9), (0xd62b, 2)]);
    }
}
