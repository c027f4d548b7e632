//! Lines on pages: hard wraps, and page breaks inside of sentences and names.

use crate::forms::{Line, LineKind};

/// The ways in which a page breaks a sentence.
const WAYS: [&[&str]; 5] = [&[], &[""], &["— 3 —"], &["", "- 4 -", ""], &["", "— 12 —", ""]];

/// The fewest bytes between two page breaks of a paragraph.
const PAGE: usize = 120;

/// The fewest characters of a paragraph before a page break: pages break between lines, and no line is shorter.
const LINE: usize = 16;

/// Hands the pieces of `lines` to `put` in order: kind, words, and whether the piece opens its paragraph.
pub(super) fn lay_out(
    lines: &[Line],
    wrap: Option<usize>,
    breaks: &[(u16, u8)],
    mut put: impl FnMut(LineKind, &str, bool),
) {
    let pages = pages(lines, breaks);
    let mut pages = pages.iter().peekable();
    for (index, line) in lines.iter().enumerate() {
        let mut start = 0;
        let mut first = true;
        while let Some((_, at, way)) = pages.next_if(|(line, ..)| *line == index) {
            wrapped(line, &line.text[start..*at], wrap, first, &mut put);
            for between in WAYS[*way] {
                put(if between.is_empty() { LineKind::Blank } else { LineKind::Fixed }, between, false);
            }
            (start, first) = (*at, false);
        }
        wrapped(line, &line.text[start..], wrap, first, &mut put);
    }
}

/// Where pages break: line, byte and way, in order.
fn pages(lines: &[Line], breaks: &[(u16, u8)]) -> Vec<(usize, usize, usize)> {
    if breaks.is_empty() {
        return Vec::new();
    }
    let places: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .flat_map(|(index, line)| places(line).into_iter().map(move |at| (index, at)))
        .collect();
    let page = |(at, way): &(u16, u8)| {
        let (line, byte) = *places.get(*at as usize * places.len() / 65536)?;
        Some((line, byte, *way as usize * WAYS.len() / 256))
    };
    let mut pages: Vec<_> = breaks.iter().filter_map(page).collect();
    pages.sort_unstable();
    pages.dedup_by(|next, page| next.0 == page.0 && next.1 < page.1 + PAGE);
    pages
}

/// The bytes of a line before which a page may break inside of a sentence.
fn places(line: &Line) -> Vec<usize> {
    if line.kind != LineKind::Text {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut before = '\u{0}';
    for (count, (at, c)) in line.text.char_indices().enumerate() {
        if count >= line.guard.max(LINE)
            && breakable(before, c)
            && !"。！？；：".contains(before)
            && plain(&line.text[at..])
        {
            places.push(at);
        }
        before = c;
    }
    places
}

/// Whether a typesetter may break between the two: closing marks do not open a line, opening marks do not close one, and
/// numbers hold together.
fn breakable(before: char, after: char) -> bool {
    let closing = "，。、；：！？”）》〕]),.%％".contains(after);
    let opening = "“（《〔([".contains(before);
    let numeric = |c: char| c.is_ascii_alphanumeric() || ".+%％-".contains(c);
    !(closing || opening || numeric(before) && numeric(after))
}

/// Whether words at the start of a line would not be taken for a number, a heading or a label.
fn plain(rest: &str) -> bool {
    let head: String = rest.chars().take(8).collect();
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    let counted = head.trim_start_matches(['（', '(', '第']).trim_start_matches(numeral);
    let numbered = counted.len() < head.len() && counted.starts_with(['、', '.', '．', '）', ')', '是', '要']);
    !numbered && !head.contains('：') && !head.starts_with("附件")
}

/// Breaks `piece` into lines of at most `wrap` characters.
fn wrapped(line: &Line, piece: &str, wrap: Option<usize>, first: bool, put: &mut impl FnMut(LineKind, &str, bool)) {
    let Some(wrap) = wrap.filter(|_| line.kind == LineKind::Text) else {
        put(line.kind, piece, first);
        return;
    };
    let (mut start, mut length, mut first, mut before) = (0, 0, first, '\u{0}');
    for (at, c) in piece.char_indices() {
        if length >= wrap && breakable(before, c) && plain(&piece[at..]) {
            put(line.kind, &piece[start..at], first);
            (start, length, first) = (at, 0, false);
        }
        length += 1;
        before = c;
    }
    put(line.kind, &piece[start..], first);
}

#[cfg(test)]
mod tests {
    use super::{places, plain};
    use crate::forms::{Line, LineKind};

    #[test]
    fn pages_break_in_names_but_not_before_marks_or_in_numbers() {
        let text = "责任单位：市农业农村局、市发展改革委、市财政局".to_owned();
        let line = Line { kind: LineKind::Text, text, guard: 7 };
        let rests: Vec<&str> = places(&line).into_iter().map(|at| &line.text[at..]).collect();
        assert_eq!(rests, ["革委、市财政局", "委、市财政局", "市财政局", "财政局", "政局", "局"]);
    }

    #[test]
    fn what_looks_like_a_number_is_not_put_at_a_line_start() {
        for rest in ["1.推进", "二、三产业", "（一）推进", "一是抓好", "配合单位：市"] {
            assert!(!plain(rest), "{rest}");
        }
        assert!(plain("2024年建成的"));
        assert!(plain("一体推进"));
    }
}
