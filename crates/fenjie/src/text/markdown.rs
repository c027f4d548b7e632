//! What Markdown sets around words to stress them, and the blanks that HTML spells out: none of it is read.

use super::chars::{is_blank, is_han};
use super::fold::Change;

const BOLD: &str = "**";
const BLANKS: [&str; 3] = ["&nbsp;", "&ensp;", "&emsp;"];

/// Which signs of markup are not read, in order.
pub(crate) fn signs(source: &str) -> Vec<(usize, Change)> {
    let mut found = Vec::new();
    if source.contains(BOLD) {
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            found.extend(bold(line).into_iter().map(|at| (start + at, Change::Drop(BOLD.len()))));
            start += line.len();
        }
    }
    let stressed = found.len();
    let spelled = if source.contains('&') { &BLANKS[..] } else { &[] };
    for blank in spelled {
        // Its last sign stands for the blank.
        let last = blank.len() - 1;
        let changes = |(at, _)| [(at, Change::Drop(last)), (at + last, Change::Read { printed: ';', read: ' ' })];
        found.extend(source.match_indices(blank).flat_map(changes));
    }
    if stressed < found.len() {
        found.sort_by_key(|&(at, _)| at);
    }
    found
}

/// Where the pairs of a line stand. `张**、李**` hides names and stresses nothing.
fn bold(line: &str) -> Vec<usize> {
    let (mut found, mut open) = (Vec::new(), None);
    let mut from = 0;
    while let Some(at) = line[from..].find(BOLD).map(|at| from + at) {
        let length = line[at..].bytes().take_while(|&byte| byte == b'*').count();
        from = at + length;
        if length != BOLD.len() {
            open = None;
            continue;
        }
        let (before, behind) = (line[..at].chars().next_back(), line[from..].chars().next());
        let closes = |start: usize| is_stressed(&line[start + BOLD.len()..at], line[..start].ends_with(is_han));
        match open.take() {
            Some(start) if before.is_some_and(|c| !is_blank(c)) && closes(start) => found.extend([start, at]),
            _ => open = behind.filter(|&c| !is_blank(c)).map(|_| at),
        }
    }
    found
}

/// Whether words between stars are set in bold. Behind another word they are where they begin with a figure, or are a few: else
/// the stars hide names.
fn is_stressed(words: &str, inside: bool) -> bool {
    let is_phrase = || words.chars().nth(3).is_some() && !words.contains(['、', '，', ',', '；', '。']);
    !inside || words.starts_with(|c: char| c.is_ascii_digit()) || is_phrase()
}

#[cfg(test)]
mod tests {
    use super::bold;

    #[test]
    fn only_pairs_stress() {
        assert_eq!(bold("**附件**"), [0, 8]);
        assert_eq!(bold("| **序号** | **任务** |\n"), [2, 10, 15, 23]);
        assert_eq!(bold("新建**3座**"), [6, 12]);
        for line in ["张**、李**", "138****1234", "***", "** 注 **", "**", "注**："] {
            assert!(bold(line).is_empty(), "{line}");
        }
    }
}
