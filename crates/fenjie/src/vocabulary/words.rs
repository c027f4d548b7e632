//! Words as tables, made by `build/` from the data files, and the search in them.

/// Words, each with the number of its class.
#[derive(Debug)]
pub(crate) struct Words {
    /// A bit for each place of [`first`] at which a word may begin; for most characters there is none, and most look-ups end
    /// there.
    pub(crate) firsts: [u64; MARKS],
    /// Where in `records` the words with a place begin, by its last bits; those of a place end where the next ones begin.
    pub(crate) starts: &'static [u16],
    /// The words, the longest of a place first: two bytes with length and class, then the word.
    pub(crate) records: &'static [u8],
    /// The same as `firsts` for the last character.
    pub(crate) lasts: [u64; MARKS],
    /// How many bytes the words have that end so, as bits, by the last bits of the place of their last character.
    pub(crate) lengths: &'static [u64],
}

const MARKS: usize = 8;
/// The bits of a record that have its length.
const LENGTH: u16 = 0x3F;

/// A word found: how many bytes it has, and the number of its class.
pub(crate) type Found = (usize, usize);

impl Words {
    /// The longest word that `text` begins with and that is accepted.
    #[inline]
    pub(crate) fn at_start(&self, text: &[u8], accepts: impl FnMut(Found) -> bool) -> Option<Found> {
        let place = first(text)?;
        if is_marked(&self.firsts, place) { self.longest(place, text, accepts) } else { None }
    }

    #[inline(never)]
    fn longest(&self, place: usize, text: &[u8], mut accepts: impl FnMut(Found) -> bool) -> Option<Found> {
        // Most words that begin alike end otherwise.
        let stands = |word: &[u8]| text.get(word.len() - 1) == word.last() && text.starts_with(word);
        let words = self.records(place).map(|(word, class)| (word, (word.len(), class)));
        words.filter(|(word, _)| stands(word)).map(|(_, found)| found).find(|&found| accepts(found))
    }

    /// The longest word that `text` ends with and that is accepted.
    #[inline]
    pub(crate) fn at_end(&self, text: &[u8], accepts: impl FnMut(Found) -> bool) -> Option<Found> {
        let place = last(text)?;
        if is_marked(&self.lasts, place) { self.longest_end(place, text, accepts) } else { None }
    }

    #[inline(never)]
    fn longest_end(&self, place: usize, text: &[u8], mut accepts: impl FnMut(Found) -> bool) -> Option<Found> {
        let mut lengths = *self.lengths.get(place & self.lengths.len().wrapping_sub(1))?;
        while lengths != 0 {
            let length = lengths.ilog2() as usize;
            lengths ^= 1 << length;
            let end = text.len().checked_sub(length).and_then(|from| self.whole(&text[from..]));
            if let Some(class) = end.filter(|&class| accepts((length, class))) {
                return Some((length, class));
            }
        }
        None
    }

    /// The class of `text`, where it is a word.
    #[inline]
    pub(crate) fn whole(&self, text: &[u8]) -> Option<usize> {
        let place = first(text)?;
        if !is_marked(&self.firsts, place) {
            return None;
        }
        // Most words of one length and one place begin with another character.
        let is_whole = |word: &[u8]| word.len() == text.len() && word.get(2) == text.get(2) && word == text;
        self.records(place).find(|(word, _)| is_whole(word)).map(|(_, class)| class)
    }

    /// The words with a place, and maybe some others.
    #[inline]
    fn records(&self, place: usize) -> impl Iterator<Item = (&'static [u8], usize)> {
        let mut records = self.bucket(place).unwrap_or_default();
        std::iter::from_fn(move || {
            let [low, high, rest @ ..] = records else { return None };
            let head = u16::from_le_bytes([*low, *high]);
            let (word, rest) = rest.split_at_checked(usize::from(head & LENGTH))?;
            records = rest;
            Some((word, usize::from(head >> LENGTH.count_ones())))
        })
    }

    #[inline]
    fn bucket(&self, place: usize) -> Option<&'static [u8]> {
        let bucket = place & self.starts.len().wrapping_sub(2);
        let (start, end) = (*self.starts.get(bucket)?, *self.starts.get(bucket + 1)?);
        self.records.get(usize::from(start)..usize::from(end))
    }

    /// Whether a word may begin with `c`.
    #[inline]
    pub(crate) fn begins(&self, c: char) -> bool {
        is_marked(&self.firsts, c as usize)
    }

    /// The next character at or after `from` that a word may begin with, and the place behind it.
    pub(crate) fn next_start(&self, text: &[u8], from: usize) -> Option<(usize, usize)> {
        let mut rest = text.get(from..)?;
        loop {
            // Most are Han characters.
            let (place, length, behind) = if let [0xE0..=0xEF, high, low, behind @ ..] = rest {
                (joined(*high, *low), 3, behind)
            } else {
                let length = length(*rest.first()?);
                let (character, behind) = rest.split_at_checked(length)?;
                (last(character)?, length, behind)
            };
            if is_marked(&self.firsts, place) {
                let at = text.len() - rest.len();
                return Some((at, at + length));
            }
            rest = behind;
        }
    }
}

#[inline]
fn is_marked(marks: &[u64; MARKS], place: usize) -> bool {
    marks[place / 64 % MARKS] >> (place % 64) & 1 == 1
}

/// The place of the first character: its last bits.
#[inline]
fn first(text: &[u8]) -> Option<usize> {
    match text {
        [0xE0..=0xEF, _, low, ..] => Some(joined(text[1], *low)),
        [first, ..] => last(text.get(..length(*first))?),
        [] => None,
    }
}

/// The place of the last character.
#[inline]
fn last(text: &[u8]) -> Option<usize> {
    match text {
        [.., high, low @ 0x80..=0xFF] => Some(joined(*high, *low)),
        [.., low] => Some(usize::from(*low)),
        [] => None,
    }
}

#[inline]
fn joined(high: u8, low: u8) -> usize {
    usize::from(high & 0x3F) << 6 | usize::from(low & 0x3F)
}

/// The length of the character that begins with this byte.
#[inline]
fn length(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}
