//! What each physical line looks like on its own.

use arcstr::ArcStr;

use super::glued::{items_in_line, number_figures};
use super::label::{label_at_start, may_hold_label};
use super::look::{Look, Looked};
use super::marker::marker;
use super::page;
use crate::model::Span;
use crate::phrase::around::{is_copy, is_date, is_file, is_furniture, is_legend, is_metadata};
use crate::text::chars::{digit, has, is_blank, is_colon, is_numeral, is_stop, is_wide};
use crate::text::{Flow, Kinds, Line, is_page_number};

/// Looks at every line of the source; `rows` are those that tables were read from, `cuts` the lines at whose end a table
/// begins, with the place, and `card` those of a card of metadata; all in order.
pub(crate) fn look(
    source: &ArcStr,
    lines: &[Line],
    card: &[u32],
    rows: impl Iterator<Item = u32>,
    cuts: impl Iterator<Item = (u32, u32)>,
) -> Vec<Looked> {
    let mut looked = Vec::with_capacity(lines.len());
    let (mut rows, mut cuts) = (rows.peekable(), cuts.peekable());
    let mut card = card.iter().copied().peekable();
    for (number, line) in (0u32..).zip(lines) {
        let mut line = *line;
        if let Some((_, at)) = cuts.next_if(|&(cut, _)| cut == number) {
            let whole = std::mem::replace(&mut line.content.end, at);
            // What stands before the table is read as any line; the rest of it is the table's.
            if rows.next_if_eq(&number).is_some() {
                look_at(source, number, line, &mut looked);
                line.content = Span::new(at, whole);
                let flow = Flow::of_line(source, line);
                looked.push(Looked { line: number, flow, look: Look::Table, indent: 0 });
                continue;
            }
        }
        if rows.next_if_eq(&number).is_some() {
            let flow = Flow::of_line(source, line);
            looked.push(Looked { line: number, flow, look: Look::Table, indent: 0 });
            continue;
        }
        if card.next_if_eq(&number).is_some() {
            looked.push(Looked { line: number, flow: Flow::of_line(source, line), look: Look::Furniture, indent: 0 });
            continue;
        }
        look_at(source, number, line, &mut looked);
    }
    page::settle(&mut looked);
    number_figures(&mut looked);
    looked
}

/// How many bytes a line has at least that holds several items with who answers for them.
const SHORTEST_RUN: usize = 60;

fn look_at(source: &ArcStr, number: u32, line: Line, looked: &mut Vec<Looked>) {
    let flow = Flow::of_line(source, line);
    let look = if flow.text.is_empty() { Look::Blank } else { look_of(&flow) };
    let may_hold_items = matches!(look, Look::Item(_) | Look::Plain)
        && flow.text.len() >= SHORTEST_RUN
        && (may_hold_label(flow.kinds) || flow.kinds.meets(Kinds::OPEN | Kinds::STOP));
    let starts = if may_hold_items { items_in_line(&flow.text) } else { Vec::new() };
    if starts.is_empty() {
        let indent = indent_of(&source[line.content.range()]);
        looked.push(Looked { line: number, flow, look, indent });
        return;
    }
    let ends = starts.iter().copied().chain([flow.text.len()]);
    for (start, end) in [0].into_iter().chain(starts.iter().copied()).zip(ends) {
        let item = flow.slice(start..end);
        let look = look_of(&item);
        looked.push(Looked { line: number, flow: item, look, indent: 0 });
    }
}

/// How many columns the blanks at the head of a line take; a wide one takes two.
fn indent_of(raw: &str) -> u8 {
    let blanks = raw.chars().take_while(|&c| is_blank(c)).take(usize::from(u8::MAX) / 2);
    blanks.map(|c| 1 + u8::from(is_wide(c))).sum()
}

fn look_of(flow: &Flow) -> Look {
    let text: &str = &flow.text;
    let first = text.chars().next().unwrap_or(' ');
    if is_legend(text) || is_file(text) {
        return Look::Furniture;
    }
    if let Some(label) = label_at_start(text, flow.kinds) {
        return Look::Label(label);
    }
    if let Some(found) = marker(text) {
        return Look::Item(found);
    }
    if is_annex(text) {
        return Look::Annex;
    }
    if is_copy(text) {
        return Look::Copy;
    }
    if digit(first).is_some() && text.len() <= 3 {
        return text.parse().map_or(Look::Plain, Look::BareNumber);
    }
    if is_date(text) {
        return Look::Date;
    }
    if is_page_number(text) || is_furniture(text) || is_metadata(text) {
        return Look::Furniture;
    }
    Look::Plain
}

/// `附件`, `附件1`, `附件 2：…`, `附表`: the mark, and at most a title behind it.
fn is_annex(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("附件").or_else(|| text.strip_prefix("附表")) else { return false };
    let rest =
        rest.trim_start_matches(|c: char| digit(c).is_some() || is_numeral(c) || matches!(c, '-' | '－' | '—' | '之'));
    rest.is_empty() || rest.starts_with(is_colon) || !has(rest, is_stop) && rest.starts_with([' ', '.', '．', '、'])
}
