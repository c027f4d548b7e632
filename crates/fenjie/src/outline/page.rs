//! Which lines are the page's or the web site's own, as only the lines around them tell.

use rustc_hash::FxHashMap;

use super::ending::{is_full_name, is_signing_name};
use super::label::item_label;
use super::look::{Look, Looked};
use super::marker::{Marker, Style};
use crate::calendar::date;
use crate::text::chars::digit;
use crate::text::is_page_number;
use crate::vocabulary::{FURNITURE, ItemLabel, LEGENDS};

/// Settles page numbers, the site's footer and running heads.
pub(super) fn settle(looked: &mut [Looked]) {
    settle_bare_numbers(looked);
    settle_footers(looked);
    settle_running_heads(looked);
    settle_dates(looked);
}

/// `2025.3.4`, `2025-03-04` alone on a line: a date of the document below the name of who signs, else the page's or a cell's.
fn settle_dates(looked: &mut [Looked]) {
    let mut signed = false;
    for line in looked.iter_mut().filter(|line| !matches!(line.look, Look::Blank | Look::Furniture)) {
        let text: &str = &line.flow.text;
        let is_plain = matches!(line.look, Look::Plain);
        if is_plain && signed && date::whole_loose(text).is_some() {
            line.look = Look::Date;
        }
        signed = is_plain && text.len() <= LONGEST_NAME && is_full_name(text) && is_signing_name(text);
    }
}

/// The longest name of who signs, in bytes.
const LONGEST_NAME: usize = 120;

/// Numbers that stand alone on their lines and count up through the text are page numbers.
fn settle_bare_numbers(looked: &mut [Looked]) {
    let numbers: Vec<u32> =
        looked.iter().filter_map(|line| if let Look::BareNumber(n) = line.look { Some(n) } else { None }).collect();
    let counts_up = numbers.len() >= 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let lone = numbers.len() == 1 && looked.len() > 12;
    for at in 0..looked.len() {
        let Look::BareNumber(value) = looked[at].look else { continue };
        looked[at].look = match () {
            () if names_item(&looked[at + 1..]) => {
                let rest = looked[at].flow.text.len();
                Look::Item(Marker { style: Style::Arabic, value, number: 0..rest, rest })
            }
            () if counts_up || lone => Look::Furniture,
            () => Look::Plain,
        };
    }
}

/// `03⏎项目名称：…`: whether the label of an item's name stands below its number.
fn names_item(below: &[Looked]) -> bool {
    let next = below.iter().find(|line| !matches!(line.look, Look::Blank));
    next.is_some_and(|next| matches!(item_label(&next.flow.text), Some((ItemLabel::Name, _))))
}

/// `主办单位：…` among the web site's own lines names who runs the site; so does `主办：…` at the end of the text, where
/// nothing before it is labelled so.
fn settle_footers(looked: &mut [Looked]) {
    const RUNS_SITE: [&str; 5] = ["主办", "承办", "主管", "协办", "运维"];
    let is_footer = |line: &Looked| {
        let runs_site = RUNS_SITE.iter().any(|word| line.flow.text.starts_with(word));
        matches!(line.look, Look::Label(_)) && runs_site
    };
    // `主办：…　网站标识码：…`: the web's own words stand behind it on the line.
    let tells = |(at, word): (usize, &str)| at > 0 && word.chars().count() >= 4;
    let names_site = |text: &str| {
        FURNITURE.find_iter(text).any(|(at, word, _)| tells((at, word)))
            || LEGENDS.find_iter(text).any(|(at, word, _)| tells((at, word)))
    };
    for line in looked.iter_mut().filter(|line| is_footer(line) && names_site(&line.flow.text)) {
        line.look = Look::Furniture;
    }
    let is_around = |line: &Looked| matches!(line.look, Look::Blank | Look::Furniture) || is_footer(line);
    let foot = looked.iter().rposition(|line| !is_around(line)).map_or(0, |last| last + 1);
    let is_bare = |line: &Looked| matches!(&line.look, Look::Label(head) if head.range.len() == "主办".len());
    let first = looked.iter().position(|line| is_footer(line) && is_bare(line));
    let behind_blank = |at: usize| at > foot && matches!(looked[at - 1].look, Look::Blank);
    let first_at_foot = first.filter(|&at| behind_blank(at));
    // `主办：…　督办：…` right above `抄送：…` is of the document's own foot.
    let is_next_copy = |at: usize| {
        looked[at + 1..]
            .iter()
            .find(|line| !matches!(line.look, Look::Blank))
            .is_some_and(|line| matches!(line.look, Look::Copy))
    };
    if let Some(at) = looked.iter().rposition(|line| is_footer(line) && is_bare(line)).filter(|&at| is_next_copy(at)) {
        looked[at].look = Look::Copy;
    }
    let mut in_furniture = false;
    for (at, line) in looked.iter_mut().enumerate() {
        match line.look {
            Look::Blank => {}
            Look::Furniture => in_furniture |= !is_page_number(&line.flow.text),
            Look::Label(_) if (in_furniture || first_at_foot == Some(at)) && is_footer(line) => {
                line.look = Look::Furniture;
                in_furniture = true;
            }
            _ => in_furniture = false,
        }
    }
}

/// `××市人民政府公报 2017年第3期`: what stands on several pages right below the number of the page before.
fn settle_running_heads(looked: &mut [Looked]) {
    let is_number = |line: &Looked| {
        let text: &str = &line.flow.text;
        matches!(line.look, Look::Furniture) && (is_page_number(text) || text.chars().all(|c| digit(c).is_some()))
    };
    let below = |number: usize| {
        let offset = looked[number + 1..].iter().position(|line| !matches!(line.look, Look::Blank))?;
        Some(number + 1 + offset)
    };
    let is_head = |&at: &usize| matches!(looked[at].look, Look::Plain) && looked[at].flow.text.chars().count() <= 40;
    let numbers = (0..looked.len()).filter(|&at| is_number(&looked[at]));
    let heads: Vec<usize> = numbers.filter_map(below).filter(is_head).collect();
    let mut pages: FxHashMap<&str, u32> = FxHashMap::default();
    for &at in &heads {
        *pages.entry(&looked[at].flow.text).or_default() += 1;
    }
    let repeated: Vec<usize> = heads.iter().copied().filter(|&at| pages[&*looked[at].flow.text] > 1).collect();
    for at in repeated {
        looked[at].look = Look::Furniture;
    }
}
