//! Which bytes of a document have which properties.

use super::changes::Changes;
use crate::bytes::{u8_at, u16_at, u32_at};
use crate::{Error, Format};

/// Runs of bytes with their properties, in order.
pub(super) struct Runs<T>(Vec<Run<T>>);

/// The bytes of a run, and what is said of them.
pub(super) struct Run<T> {
    start: u32,
    pub(super) end: u32,
    pub(super) value: T,
}

/// The style of a paragraph and the changes to it.
#[derive(Clone, Copy, Default)]
pub(super) struct Said<'a> {
    pub(super) style: u16,
    pub(super) changes: &'a [u8],
}

impl<T> Runs<T> {
    /// The run that a byte is in.
    pub(super) fn at(&self, place: u32) -> Option<&Run<T>> {
        let after = self.0.partition_point(|run| run.start <= place);
        self.0.get(after.checked_sub(1)?).filter(|run| place < run.end)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

const PAGE: usize = 512;

/// The pages that a list names: their runs are sorted.
fn pages<'a>(stream: &'a [u8], list: &[u8]) -> Result<Vec<&'a [u8]>, Error> {
    let broken = || Error::broken(Format::Doc, "the list of its properties is damaged");
    let count = list.len().saturating_sub(4) / 8;
    if count > stream.len() / PAGE {
        return Err(broken());
    }
    let page = |at: usize| {
        let number = u32_at(list, (count + 1 + at) * 4)? & 0x3f_ffff;
        stream.get(number as usize * PAGE..)?.get(..PAGE)
    };
    (0..count).map(|at| page(at).ok_or_else(broken)).collect()
}

/// The runs of the pages that a list names. `read` reads what is said of the run at a position of a page with so many.
fn runs<'a, T>(
    stream: &'a [u8],
    list: &[u8],
    read: impl Fn(&'a [u8], usize, usize) -> Option<T>,
) -> Result<Runs<T>, Error> {
    let mut runs = Vec::new();
    for page in pages(stream, list)? {
        let count = u8_at(page, PAGE - 1).map_or(0, usize::from);
        for at in 0..count {
            let (start, end) = (u32_at(page, at * 4), u32_at(page, at * 4 + 4));
            if let (Some(start), Some(end), Some(value)) = (start, end, read(page, at, count)) {
                runs.push(Run { start, end, value });
            }
        }
    }
    runs.sort_by_key(|run| run.start);
    Ok(Runs(runs))
}

/// The paragraphs.
pub(super) fn paragraphs<'a>(stream: &'a [u8], list: &[u8]) -> Result<Runs<Said<'a>>, Error> {
    runs(stream, list, |page, at, count| {
        let place = usize::from(u8_at(page, (count + 1) * 4 + at * 13)?) * 2;
        if place == 0 {
            return Some(Said::default());
        }
        // The length in words, less the half one that it takes itself; a longer one has a byte of its own.
        let said = match u8_at(page, place)? {
            0 => page.get(place + 2..)?.get(..usize::from(u8_at(page, place + 1)?) * 2)?,
            length => page.get(place + 1..)?.get(..usize::from(length) * 2 - 1)?,
        };
        Some(Said { style: u16_at(said, 0)?, changes: said.get(2..)? })
    })
}

/// How characters look that are not simply what their codes say.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// Nobody sees them: they were deleted and are kept to show it, or are hidden.
    Unseen,
    /// They stand for a place in a font of symbols.
    Symbol { font: u16, code: u16 },
    /// They are of a font, which matters for those that are themselves places in it.
    Font(u16),
}

/// The characters that look otherwise.
pub(super) fn looks(stream: &[u8], list: &[u8]) -> Result<Runs<Look>, Error> {
    runs(stream, list, |page, at, count| {
        let place = usize::from(u8_at(page, (count + 1) * 4 + at)?) * 2;
        let changes = page.get(place + 1..)?.get(..usize::from(u8_at(page, place)?))?;
        let looks: Vec<Look> = Changes(if place > 0 { changes } else { &[] }).filter_map(look).collect();
        let first = |kind: fn(&Look) -> bool| looks.iter().copied().find(kind);
        let unseen = first(|look| matches!(look, Look::Unseen));
        unseen.or(first(|look| matches!(look, Look::Symbol { .. }))).or(looks.last().copied())
    })
}

fn look((code, value): (u16, &[u8])) -> Option<Look> {
    const DELETED: u16 = 0x0800;
    const HIDDEN: u16 = 0x083c;
    const FONT: u16 = 0x4a4f;
    const SYMBOL: u16 = 0x6a09;
    match code {
        // Yes, or the other way round than the style, which says no.
        DELETED | HIDDEN => matches!(value.first(), Some(1 | 0x81)).then_some(Look::Unseen),
        FONT => Some(Look::Font(u16_at(value, 0)?)),
        SYMBOL => Some(Look::Symbol { font: u16_at(value, 0)?, code: u16_at(value, 2)? }),
        _ => None,
    }
}
