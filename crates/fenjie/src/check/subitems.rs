//! `subitem-count-mismatch`: the notice announces another number of items (`3个子项`, `共10项`) than it lists.

use rustc_hash::FxHashSet;

use crate::model::{Block, BlockKind, Code, Diagnostic, Notice, NoticeKind, Span, Task};
use crate::text::chars::{arabic, digit, has, is_blank, is_close, is_open, marks};
use crate::text::numeral::chinese_small;

pub(super) fn check(notice: &mut Notice) {
    if notice.kind == NoticeKind::Report || notice.tasks.is_empty() {
        return;
    }
    let starts: Vec<u32> = notice.tasks.iter().map(|task| task.span.start).collect();
    let mut found = under_headings(notice, &starts);
    found.extend(inside_tasks(notice));
    found.extend(in_own_words(notice));
    notice.diagnostics.extend(found.into_iter().map(Mismatch::report));
}

/// Another number than was announced.
struct Mismatch {
    announced: u32,
    listed: u32,
    span: Span,
}

impl Mismatch {
    fn report(self) -> Diagnostic {
        let (announced, listed) = (self.announced, self.listed);
        Diagnostic::of(
            Code::SubitemCountMismatch,
            self.span,
            format!("{announced} items are announced, {listed} are listed"),
            format!("写明{announced}项，实列{listed}项"),
        )
    }
}

/// A number of items in words, and where they stand.
#[derive(Clone, Copy)]
struct Announced {
    count: u32,
    start: usize,
    end: usize,
}

/// `一、…工程（3个子项）`: against the tasks up to the next heading of its rank.
fn under_headings(notice: &Notice, starts: &[u32]) -> Vec<Mismatch> {
    let mut found = Vec::new();
    // Behind each block, by rank, where the next heading of that rank or a higher one begins: read from the end.
    let mut open: Vec<(Rank, u32)> = Vec::new();
    let end = notice.source.len() as u32;
    for block in notice.blocks.iter().rev() {
        if block.kind == BlockKind::PartTitle {
            open = vec![(Rank::Part, block.span.start)];
        }
        if block.kind != BlockKind::Heading || block.continues {
            continue;
        }
        let text = words(notice, block);
        let rank = Rank::of(text);
        let until = open.iter().rev().find(|&&(other, _)| other <= rank).map_or(end, |&(_, at)| at);
        if let Some(announced) = in_brackets(text) {
            let listed = starts.partition_point(|&at| at < until) - starts.partition_point(|&at| at < block.span.end);
            if listed > 0 && listed as u32 != announced.count {
                found.push(mismatch(announced, listed, block.span.start));
            }
        }
        open.retain(|&(other, _)| other < rank);
        open.push((rank, block.span.start));
    }
    found
}

/// How deep a heading stands, by the look of its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Part,
    Han,
    Bracket,
    Digit,
}

impl Rank {
    fn of(text: &str) -> Self {
        let core = text.trim_start_matches(is_blank);
        match core.chars().next() {
            Some(c) if is_open(c) => Self::Bracket,
            Some(c) if digit(c).is_some() => Self::Digit,
            _ => Self::Han,
        }
    }
}

/// A task that announces points of its own and counts them: `（1）…（2）…`, `①…②…`.
fn inside_tasks(notice: &Notice) -> Vec<Mismatch> {
    let bracketed =
        |task: &&Task| has(&task.text, is_open) || task.title.as_deref().is_some_and(|title| has(title, is_open));
    let tasks = notice.tasks.iter().filter(bracketed).filter_map(|task| {
        let own = format!("{}\n{}", task.title.as_deref().unwrap_or_default(), task.text);
        let announced = in_brackets(&own)?;
        let listed = counted(&own[announced.end..], announced.count)?;
        let words = own[announced.start..announced.end].trim();
        let at = notice.text(task.span).find(words)?;
        let announced = Announced { start: at, end: at + words.len(), ..announced };
        (listed as u32 != announced.count).then(|| mismatch(announced, listed, task.span.start))
    });
    tasks.collect()
}

/// How many points a text lists: those it counts, or else those between its semicolons. Nothing where it does neither, and
/// the number announced where its sentences, too, could be what is meant.
fn counted(text: &str, announced: u32) -> Option<usize> {
    let numbered = points(text);
    if numbered > 1 {
        return Some(numbered);
    }
    let parts = |ends: &[char]| text.split(ends).filter(|part| part.chars().any(char::is_alphanumeric)).count();
    let (clauses, sentences, both) = (parts(&['；', ';']), parts(&['。']), parts(&['；', ';', '。']));
    let fits = [clauses, sentences, both].into_iter().any(|count| count as u32 == announced);
    (clauses > 1).then_some(if fits { announced as usize } else { both })
}

/// The points that a text counts from one on.
fn points(text: &str) -> usize {
    let mut count = 0;
    let mut behind = ' ';
    for (at, c) in text.char_indices() {
        let value = match c {
            '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
            '⑴'..='⒇' => Some(c as u32 - '⑴' as u32 + 1),
            c if is_open(c) => {
                let inner = &text[at + c.len_utf8()..];
                arabic(inner).filter(|&(_, length)| inner[length..].starts_with(is_close)).map(|(value, _)| value)
            }
            _ if behind == '\n' => {
                let number = arabic(&text[at..]);
                number.filter(|&(_, length)| text[at + length..].starts_with(['.', '．', '、'])).map(|(value, _)| value)
            }
            _ => None,
        };
        if value == Some(count as u32 + 1) {
            count += 1;
        }
        behind = c;
    }
    count
}

/// `共79项`, `（30件）`: against the part under whose title it stands, or against the notice and each of its parts.
fn in_own_words(notice: &Notice) -> Vec<Mismatch> {
    let sizes = Sizes::of(notice);
    let mut found = Vec::new();
    for block in notice.blocks.iter().filter(|block| !block.continues) {
        let text = words(notice, block);
        let announced = match block.kind {
            BlockKind::PartTitle => in_brackets(text).or_else(|| in_sentence(text)),
            BlockKind::Header | BlockKind::Prose => in_sentence(text),
            _ => None,
        };
        let Some(announced) = announced else { continue };
        let own = sizes.part_at(notice, block).filter(|_| block.kind == BlockKind::PartTitle);
        let (listed, fits) = match own {
            Some((tasks, sections)) => (tasks, tasks == 0 || [tasks, sections].contains(&(announced.count as usize))),
            None => (notice.tasks.len(), sizes.all.contains(&(announced.count as usize))),
        };
        if !fits {
            found.push(mismatch(announced, listed, block.span.start));
        }
    }
    found
}

/// How many tasks and sections the notice and its parts have.
struct Sizes {
    parts: Vec<(usize, usize)>,
    all: FxHashSet<usize>,
}

impl Sizes {
    fn of(notice: &Notice) -> Self {
        let mut parts = vec![(0, 0); notice.parts.len()];
        let mut last = None;
        for task in &notice.tasks {
            let section = Some((task.part, task.section));
            parts[task.part.index()].0 += 1;
            parts[task.part.index()].1 += usize::from(section != last && task.section.is_some());
            last = section;
        }
        let sections = parts.iter().map(|&(_, sections)| sections).sum();
        let all = parts.iter().flat_map(|&(tasks, sections)| [tasks, sections]);
        let all = all.chain([notice.tasks.len(), sections]).collect();
        Self { parts, all }
    }

    /// The sizes of the part whose title stands in a block.
    fn part_at(&self, notice: &Notice, block: &Block) -> Option<(usize, usize)> {
        let behind = notice.parts.partition_point(|part| part.span.start < block.span.end);
        let at = behind.checked_sub(1).filter(|&at| notice.parts[at].span.end > block.span.start)?;
        self.parts.get(at).copied()
    }
}

fn words<'a>(notice: &'a Notice, block: &Block) -> &'a str {
    notice.source.get(block.span.range()).unwrap_or_default()
}

fn mismatch(announced: Announced, listed: usize, base: u32) -> Mismatch {
    let span = Span::new(base + announced.start as u32, base + announced.end as u32);
    Mismatch { announced: announced.count, listed: listed as u32, span }
}

/// `（3个子项）`, `（共10项）`, `（12件）`: nothing else in the bracket.
fn in_brackets(text: &str) -> Option<Announced> {
    marks(text).filter(|&(_, c)| is_open(c)).find_map(|(at, c)| {
        let start = at + c.len_utf8();
        let inner = &text[start..];
        let length = inner.char_indices().take(14).find(|&(_, c)| is_close(c))?.0;
        let core = inner[..length].trim_matches(is_blank);
        let core = ["共计", "合计", "共有", "共"].into_iter().find_map(|word| core.strip_prefix(word)).unwrap_or(core);
        let (count, behind) = number(core.trim_start_matches(is_blank))?;
        let unit = behind.trim_matches(is_blank);
        let is_unit = matches!(
            unit,
            "项" | "件" | "条" | "个子项" | "子项" | "项任务" | "个项目" | "件实事" | "项工作" | "个事项" | "项内容"
        );
        is_unit.then_some(Announced { count, start, end: start + length })
    })
}

/// `…任务，共79项`, `共10方面79项重点工作`: said of tasks.
fn in_sentence(text: &str) -> Option<Announced> {
    const UNITS: [&str; 4] = ["项", "件", "条", "个事项"];
    const TASKS: [&str; 6] = ["任务", "实事", "重点工作", "事项", "目标", "分工"];
    text.match_indices('共').find_map(|(at, sign)| {
        let behind = &text[at + sign.len()..];
        let core = ["计", "有", "分解为", "梳理", "确定", "分为", "分"]
            .into_iter()
            .find_map(|word| behind.strip_prefix(word))
            .unwrap_or(behind);
        let (count, rest) = number(core.trim_start_matches(is_blank))?;
        let unit = UNITS.into_iter().find(|unit| rest.starts_with(unit))?;
        let tail = &rest[unit.len()..];
        // `共5项43条` counts twice: the second number is the tasks'.
        let counts_on = number(tail.trim_start_matches(is_blank)).is_some();
        let around: String = text[..at]
            .chars()
            .rev()
            .take(16)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .chain(tail.chars().take(8))
            .collect();
        let said = TASKS.iter().any(|word| around.contains(word));
        let end = text.len() - tail.len();
        (said && !counts_on && count > 1).then_some(Announced { count, start: at, end })
    })
}

fn number(text: &str) -> Option<(u32, &str)> {
    let (value, length) = arabic(text).or_else(|| chinese_small(text))?;
    Some((value, &text[length..]))
}
