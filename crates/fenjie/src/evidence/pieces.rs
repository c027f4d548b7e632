//! A line cut at its marks: the shortest runs of words that can be a name, a label or an amount.

use std::ops::Range;

use crate::text::chars::{is_blank, is_close, is_colon, is_comma, is_open, is_stop, marks};

/// Words between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where they stand in the line; never empty.
    pub(super) words: Range<usize>,
    /// The run of words that they belong to: a bracket's, a cell's, a sentence's.
    pub(super) run: u32,
    /// Whether the run is a bracket's.
    pub(super) bracketed: bool,
    /// Whether they stand between quotation marks.
    pub(super) quoted: bool,
    /// Whether a colon, or the end of a square bracket, stands right behind them.
    pub(super) labels: bool,
}

/// How many bytes a piece takes that is shorter than most.
const SHORT: usize = 20;

/// The pieces of a line, in order.
pub(super) fn pieces(line: &str) -> Vec<Piece> {
    let mut found = Vec::with_capacity(line.len() / SHORT + 1);
    // The runs that are open: the line's own and that of each bracket.
    let mut open: Vec<u32> = vec![0];
    let (mut runs, mut start, mut quoted) = (0, 0, false);
    let ends = marks(line).filter(|&(_, c)| parts_words(c)).chain([(line.len(), '\n')]);
    for (at, mark) in ends {
        if at > start {
            let run = open.last().copied().unwrap_or_default();
            let labels = is_colon(mark) || mark == '】';
            found.push(Piece { words: start..at, run, bracketed: open.len() > 1, quoted, labels });
        }
        start = (at + mark.len_utf8()).min(line.len());
        quoted = matches!(mark, '“' | '《' | '「') || quoted && !matches!(mark, '”' | '》' | '」');
        if is_open(mark) {
            runs += 1;
            open.push(runs);
        } else if is_close(mark) && open.len() > 1 {
            open.pop();
        } else if parts_runs(mark) {
            runs += 1;
            if let Some(last) = open.last_mut() {
                *last = runs;
            }
        }
    }
    found
}

fn parts_words(c: char) -> bool {
    c == '、' || is_comma(c) || is_colon(c) || is_open(c) || is_close(c) || parts_runs(c) || is_blank(c)
}

/// What parts sentences, cells and quotations.
fn parts_runs(c: char) -> bool {
    is_stop(c) || matches!(c, '\t' | '|' | '｜' | '│' | '┃' | '“' | '”' | '《' | '》' | '「' | '」')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_marks_and_brackets_are_runs_of_their_own() {
        let line = "建桥（责任单位：甲局、乙局）三座。丙局";
        let found: Vec<_> =
            pieces(line).into_iter().map(|piece| (line[piece.words].to_owned(), piece.run, piece.labels)).collect();
        let expected = [
            ("建桥", 0, false),
            ("责任单位", 1, true),
            ("甲局", 1, false),
            ("乙局", 1, false),
            ("三座", 0, false),
            ("丙局", 2, false),
        ];
        assert_eq!(found, expected.map(|(words, run, labels)| (words.to_owned(), run, labels)));
    }
}
