//! The title in the head of a page, for an article that does not print its own.

use super::flow::Piece;
use super::parse::{Id, ROOT, Step, Tree};
use super::space::Line;

/// How many lines from the top are looked at for the title.
const TOP: usize = 60;
/// The shortest title, in characters: shorter ones are names of columns and sites.
const SHORTEST: usize = 8;
/// What notices are called, as far as it tells them from sites.
const KINDS: [&str; 12] =
    ["关于", "通知", "通告", "公告", "方案", "清单", "计划", "分解", "分工", "意见", "报告", "任务"];

/// What the titles of notices end in.
const ENDS: [&str; 14] = [
    "通知",
    "通告",
    "公告",
    "方案",
    "清单",
    "计划",
    "意见",
    "报告",
    "要点",
    "办法",
    "规定",
    "决定",
    "分解表",
    "分工表",
];

/// The title, where the lines have none like it.
pub(super) fn missing(tree: &Tree, pieces: &[Piece]) -> Option<String> {
    let title = written(tree, element(tree)?);
    // The names of the site and of the column stand behind it.
    let own = title.split(['_', '|', '-', '—', '－', '丨']).next().unwrap_or_default().trim();
    if own.chars().count() < SHORTEST || !KINDS.iter().any(|kind| own.contains(kind)) {
        return None;
    }
    let top = top(pieces);
    let is_titled = top.contains(&plain(own)) || pieces.iter().take(TOP).any(is_title) || has_heading(tree, &top);
    (!is_titled).then(|| own.to_owned())
}

/// Whether a line is called what notices are called.
fn is_title(piece: &Piece) -> bool {
    let Piece::Line(line) = piece else { return false };
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '》' | '）' | ')'));
    !line.contains(['。', '；', '《', '：']) && ENDS.iter().any(|end| line.ends_with(end)) && line.len() >= SHORTEST * 3
}

/// The words near the top of the page, without blanks.
fn top(pieces: &[Piece]) -> String {
    let mut words = String::new();
    for piece in pieces.iter().take(TOP) {
        match piece {
            Piece::Line(line) => words.push_str(&plain(line)),
            Piece::Table(cells) => cells.iter().take(TOP).for_each(|cell| words.push_str(&plain(&cell.words))),
        }
    }
    words
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn written(tree: &Tree, id: Id) -> String {
    let mut line = Line::default();
    for child in tree.children(id) {
        if let super::parse::Kind::Text(text) = tree.kind(child) {
            line.add(text);
        }
    }
    line.take()
}

fn element(tree: &Tree) -> Option<Id> {
    find(tree, |name| name == "title")
}

/// Whether one of the lines near the top is a heading of the first rank.
fn has_heading(tree: &Tree, top: &str) -> bool {
    let heading = find(tree, |name| name == "h1").map(|id| plain(&written(tree, id)));
    heading.is_some_and(|heading| heading.chars().count() >= SHORTEST && top.contains(&heading))
}

fn find(tree: &Tree, is_it: impl Fn(&str) -> bool) -> Option<Id> {
    tree.walk(ROOT).find_map(|step| match step {
        Step::Enter(id) if is_it(tree.name(id)) => Some(id),
        _ => None,
    })
}
