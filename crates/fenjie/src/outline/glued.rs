//! Numbers that lost what set them off: glued to a figure, or in the middle of a line whose breaks are gone.

use super::closing::{inline_label, responsible_brackets};
use super::ending::is_finished;
use super::look::{Look, Looked};
use super::marker::{Marker, Style, marker};
use crate::text::CharSet;
use crate::text::chars::{arabic, has, is_blank, is_close, is_comma, is_han, is_stop};
use crate::vocabulary::{ORGANS, TITLE_WORDS};

/// Where `text` holds items one after the other (`1.…。责任单位：甲局 2.…`): the start of each, but one at the start of the
/// text.
///
/// Numbers of one style that count up behind a stop, a bracket, a space or a body's name are items where most of them say
/// who answers.
pub(crate) fn items_in_line(text: &str) -> Vec<usize> {
    let marks = numbers_in(text);
    let mut best: Vec<usize> = Vec::new();
    let mut begun: Vec<Style> = Vec::new();
    for (at, (start, first)) in marks.iter().enumerate() {
        if begun.contains(&first.style) || *start > 0 && first.value != 1 {
            continue;
        }
        begun.push(first.style);
        let starts = counted(&marks[at..]);
        let goes_on = || *start == 0 && first.value > 1 && starts.len() > 2 && all_behind_stops(text, &starts);
        if starts.len() > best.len().max(1) && (most_answer(text, &starts) || goes_on()) {
            best = starts;
        }
    }
    best.retain(|&start| start > 0);
    best
}

/// `14.…；15.…；16.…`: whether each of the items but the first begins behind a stop.
fn all_behind_stops(text: &str, starts: &[usize]) -> bool {
    starts[1..].iter().all(|&start| text[..start].trim_end_matches(is_blank).ends_with(is_stop))
}

/// Where the first number of `marks` stands, and those of its style that count up from it.
fn counted(marks: &[(usize, Marker)]) -> Vec<usize> {
    let Some((_, first)) = marks.first() else { return Vec::new() };
    let mut next = first.value;
    let mut starts = Vec::new();
    for (start, found) in marks {
        if found.style == first.style && found.value == next {
            starts.push(*start);
            next += 1;
        }
    }
    starts
}

/// The numbers that may open an item, and where: behind what ends a sentence or a list; with a point also where a break was
/// left out.
fn numbers_in(text: &str) -> Vec<(usize, Marker)> {
    let sets_off = |at: usize, before: char| {
        is_blank(before) || is_stop(before) || is_close(before) || ORGANS.at_end(&text[..at]).is_some()
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = NUMBERS.next(text, from) {
        let before = text[..at].chars().next_back();
        let begins = |found: &Marker| {
            found.style != Style::Bullet
                && before.is_none_or(|c| sets_off(at, c) || is_han(c) && found.style == Style::Arabic)
        };
        found.extend(marker(&text[at..]).filter(begins).map(|marker| (at, marker)));
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// Characters that a number may begin with.
static NUMBERS: CharSet =
    CharSet::of("0123456789０１２３４５６７８９一二三四五六七八九十第（(〔［[【｛{").with('①', '⒛').with('㈠', '㈩');

/// Whether most of the items that begin at `starts` say who answers for them.
fn most_answer(text: &str, starts: &[usize]) -> bool {
    let ends = starts[1..].iter().copied().chain([text.len()]);
    let answered = starts.iter().zip(ends).filter(|&(&start, end)| {
        let item = &text[start..end];
        inline_label(item).is_some() || !responsible_brackets(item).is_empty()
    });
    answered.count() * 2 > starts.len()
}

/// Lines that begin like a figure but stand where the next number is due: `12.5万亩…` and `12推进…` behind item 11.
pub(crate) fn number_figures(looked: &mut [Looked]) {
    let mut last = 0;
    let (mut open, mut below_heading) = (false, false);
    for at in 0..looked.len() {
        match &looked[at].look {
            Look::Blank | Look::Furniture => continue,
            Look::Item(found) if found.style == Style::Arabic => last = found.value,
            Look::Plain if !open => {
                if let Some(found) = figure_head(&looked[at].flow.text)
                    .filter(|found| is_due(found, last, below_heading, &looked[at + 1..]))
                {
                    last = found.value;
                    looked[at].look = Look::Item(found);
                }
            }
            _ => {}
        }
        open = is_open_sentence(&looked[at]);
        below_heading = match &looked[at].look {
            Look::Item(found) => found.style != Style::Arabic,
            // What answers for a section stands below its heading.
            Look::Label(_) => below_heading,
            Look::Plain => TITLE_WORDS.at_end(&looked[at].flow.text).is_some(),
            _ => false,
        };
    }
}

/// The next number is due; the first one is below a heading, or where the second follows.
fn is_due(found: &Marker, last: u32, below_heading: bool, below: &[Looked]) -> bool {
    match found.value {
        1 => below_heading || next_number(below) == Some(2),
        value => value == last + 1,
    }
}

/// A sentence that the next line may carry on.
fn is_open_sentence(line: &Looked) -> bool {
    let text: &str = &line.flow.text;
    matches!(line.look, Look::Plain | Look::Item(_)) && !is_finished(text) && has(text, |c| is_comma(c) || is_stop(c))
}

fn next_number(below: &[Looked]) -> Option<u32> {
    below.iter().take(40).find_map(|line| match &line.look {
        Look::Item(found) if found.style == Style::Arabic => Some(found.value),
        Look::Plain => figure_head(&line.flow.text).map(|found| found.value),
        _ => None,
    })
}

/// The number at the head of a text: before the point of a decimal, or glued to a word that counts nothing.
fn figure_head(text: &str) -> Option<Marker> {
    let (value, length) = arabic(text).filter(|&(value, _)| (1..=999).contains(&value))?;
    let behind = &text[length..];
    let sign = behind.chars().next()?;
    let rest = match sign {
        '.' | '．' => {
            behind[sign.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()).then_some(length + sign.len_utf8())
        }
        _ => ((is_han(sign) && !COUNTED.contains(sign)) || matches!(sign, '“' | '《')).then_some(length),
    }?;
    Some(Marker { style: Style::Arabic, value, number: 0..length, rest })
}

/// Characters that measure words and dates begin with: behind a figure they make it one.
const COUNTED: &str = "年月日时分秒个家项条件名人次户所座处台套辆艘架张份篇本册批期轮届级类种款场只头尾株棵亩顷公平立万亿千百十吨斤克升米里元角块倍成岁周天号位余多大小";
