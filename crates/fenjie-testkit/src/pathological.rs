//! Texts that punish careless parsers.

use crate::script::Random;
use crate::words::{han_numeral, words};

/// A text that is no notice, or one that is badly out of proportion. Each is built to a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pathological {
    /// A notice without a single line break.
    OneLine,
    /// Opening and closing brackets, nested as deep as they come.
    Brackets,
    /// Separators with nothing between them.
    Separators,
    /// Items, each numbered one rank below the one before.
    NestedNumbers,
    /// One responsibility line that names a great many bodies.
    EndlessList,
    /// Han characters at random.
    RandomHan,
    /// Bytes at random, decoded lossily.
    LossyBytes,
    /// Prose of another kind.
    Novel,
    /// Nothing but labels.
    Labels,
    /// Lines of one character.
    ShortLines,
    /// Digits without an end.
    Digits,
    /// A section that names a great many bodies, and as many tasks below it.
    SharedList,
    /// A cell that names a great many bodies, and as many empty ones below it.
    SharedCell,
    /// A group with a great many members, and as many tasks that name it.
    SharedGroup,
    /// Headers of two tables by turns, a row below each.
    Headers,
    /// Headers of one table between spaces, with a line that is no row below each.
    Pages,
    /// Headers of one table between spaces, with a heading below each.
    PagesOfHeadings,
    /// A row that goes on in all the rows below it.
    ContinuedRow,
    /// Runs of heads one a line, with no rows below them.
    StackedHeads,
    /// Headers one head a line, with a heading below each.
    StackedHeadings,
    /// Rows one cell a line.
    StackedRows,
    /// A cell with a great many breaks inside.
    CellBreaks,
    /// Signs of comparison that could open brackets.
    Angles,
    /// Blocks of labels, the department first.
    LabelBlocks,
    /// Sentences that hand out what stands above them.
    Aboves,
    /// A task whose words say over and over that somebody leads.
    Marks,
    /// Headers of a sheet saved as CSV, with no rows below them.
    Sheets,
    /// Headers one head a line, with a sum below each.
    Sums,
    /// Headers between strokes, with a line below each that carries a row on.
    Ledgers,
}

impl Pathological {
    /// All of them.
    pub const ALL: [Pathological; 29] = [
        Pathological::OneLine,
        Pathological::Brackets,
        Pathological::Separators,
        Pathological::NestedNumbers,
        Pathological::EndlessList,
        Pathological::RandomHan,
        Pathological::LossyBytes,
        Pathological::Novel,
        Pathological::Labels,
        Pathological::ShortLines,
        Pathological::Digits,
        Pathological::SharedList,
        Pathological::SharedCell,
        Pathological::SharedGroup,
        Pathological::Headers,
        Pathological::Pages,
        Pathological::PagesOfHeadings,
        Pathological::ContinuedRow,
        Pathological::StackedHeads,
        Pathological::StackedHeadings,
        Pathological::StackedRows,
        Pathological::CellBreaks,
        Pathological::Angles,
        Pathological::LabelBlocks,
        Pathological::Aboves,
        Pathological::Marks,
        Pathological::Sheets,
        Pathological::Sums,
        Pathological::Ledgers,
    ];

    /// A name for reports.
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// The text with `count` of what it is about: brackets, separators, levels, names, characters, lines.
    pub fn text(self, count: usize) -> String {
        match self {
            Pathological::OneLine => crate::notice_of_size(count * 3, 1).replace('\n', ""),
            Pathological::Brackets => {
                "1.推进建设".to_owned() + &"（".repeat(count / 2) + &"）".repeat(count.div_ceil(2))
            }
            Pathological::Separators => "责任单位：".to_owned() + &"、".repeat(count),
            Pathological::NestedNumbers => nested_numbers(count),
            Pathological::EndlessList => endless_list(count),
            Pathological::RandomHan => random_han(count, 1),
            Pathological::LossyBytes => lossy_bytes(count, 1),
            Pathological::Novel => novel(count, 1),
            Pathological::Labels => "责任单位：".repeat(count),
            Pathological::ShortLines => "一\n".repeat(count),
            Pathological::Digits => "1.完成投资".to_owned() + &"9".repeat(count),
            Pathological::SharedList => shared_list(count / 2),
            Pathological::SharedCell => shared_cell(count / 2),
            Pathological::SharedGroup => shared_group(count / 2),
            Pathological::Headers => by_turns(count, |at| HEADERS[at % 2].to_owned()),
            Pathological::Pages => "工作任务  责任单位  完成时限\n推进改造\n".repeat(count / 2),
            Pathological::PagesOfHeadings => "工作任务  责任单位  完成时限\n一、推进改造\n".repeat(count / 2),
            Pathological::ContinuedRow => {
                "序号\t工作任务\t责任单位\n1".to_owned() + &"\t推进改造、\t市交通局、\n".repeat(count)
            }
            // Longer runs are taken for none.
            Pathological::StackedHeads => {
                by_turns(count, |at| if at % 60 < 59 { HEADS[at % 5] } else { "推进，\n" }.to_owned())
            }
            Pathological::StackedHeadings => "工作任务\n责任单位\n完成时限\n一、推进改造\n".repeat(count / 4),
            Pathological::StackedRows => {
                "序号\n工作任务\n责任单位\n".to_owned()
                    + &by_turns(count / 3, |at| format!("{}\n推进改造\n市交通局\n", at + 1))
            }
            Pathological::CellBreaks => {
                "| 工作任务 | 责任单位 |\n| --- | --- |\n| 推进改造 | 市交通局".to_owned()
                    + &"<br>市民政局".repeat(count)
                    + " |\n"
            }
            Pathological::Marks => {
                "1.".to_owned() + &"建设牵头公园".repeat(count / 6) + "。\n2.推进改造。\n责任单位：市交通局\n"
            }
            Pathological::Sheets => "序号,工作任务,责任单位\n".repeat(count),
            Pathological::Sums => "序号\n工作任务\n责任单位\n合计\n300\n".repeat(count / 5),
            Pathological::Ledgers => "|序号|工作任务|责任单位|\n|    |推进改造|市交通局|\n".repeat(count / 2),
            Pathological::Angles => "1.推进改造。".to_owned() + &"＜市交通局".repeat(count),
            Pathological::LabelBlocks => "承诺单位：市交通局\n承诺事项：推进改造\n".repeat(count / 2),
            Pathological::Aboves => "一、改造\n1.推进改造。\n".to_owned() + &"以上工作由市交通局负责。\n".repeat(count),
        }
    }
}

/// `一、` `（一）` `1.` `（1）` `①`, and round again, every rank inside of the one before.
fn nested_numbers(count: usize) -> String {
    let line = |at: usize| {
        let n = at / 5 + 1;
        match at % 5 {
            0 => format!("{}、推进\n", han_numeral(n)),
            1 => format!("（{}）推进\n", han_numeral(n)),
            2 => format!("{n}.推进\n"),
            3 => format!("（{n}）推进\n"),
            _ => "①推进\n".to_owned(),
        }
    };
    (0..count).map(line).collect()
}

const HEADERS: [&str; 2] =
    ["序号\t工作任务\t责任单位\n1\t推进改造\t市交通局\n", "序号\t工作内容\t牵头单位\n1\t推进改造\t市交通局\n"];

const HEADS: [&str; 5] = ["工作任务\n", "责任单位\n", "单位\n", "牵头单位\n", "配合单位\n"];

/// `count` pieces one behind the other.
fn by_turns(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// The names of `count` bodies.
fn names(count: usize, ending: &str) -> String {
    let names: Vec<String> = (0..count).map(|at| format!("市{}{ending}", han_numeral(at))).collect();
    names.join("、")
}

fn endless_list(count: usize) -> String {
    format!("1.推进港口建设。\n责任单位：{}\n", names(count, "局"))
}

fn shared_list(count: usize) -> String {
    let tasks = by_turns(count, |at| format!("{}.推进改造。\n", at + 1));
    format!("一、城市建设\n责任单位：{}\n{tasks}", names(count, "局"))
}

fn shared_cell(count: usize) -> String {
    let rows = by_turns(count, |at| format!("{}\t推进改造\t\n", at + 2));
    format!("序号\t工作任务\t责任单位\n1\t推进改造\t{}\n{rows}", names(count, "局"))
}

fn shared_group(count: usize) -> String {
    let tasks = by_turns(count, |at| format!("{}.推进改造。\n责任单位：各区县政府\n", at + 2));
    let members = names(count, "新区管委会");
    format!("1.推进改造。\n责任单位：各区县政府（{members}，以下各区县政府均含）\n{tasks}")
}

/// `count` Han characters at random, the marks of the genre among them.
pub fn random_han(count: usize, seed: u64) -> String {
    const MARKS: [char; 8] = ['、', '，', '。', '：', '（', '）', '\n', '一'];
    let mut random = Random::new(seed);
    let mut han = |_| match random.between(0, 9) {
        0 => MARKS[random.between(0, 7)],
        _ => char::from_u32(random.between(0x4e00, 0x9fa5) as u32).unwrap_or('一'),
    };
    (0..count).map(&mut han).collect()
}

/// `count` bytes at random, what is no UTF-8 in them replaced.
pub fn lossy_bytes(count: usize, seed: u64) -> String {
    String::from_utf8_lossy(&Random::new(seed).bytes(count)).into_owned()
}

/// `count` sentences of a novel.
pub fn novel(count: usize, seed: u64) -> String {
    let mut random = Random::new(seed);
    let stock = &words().novel;
    let mut text = String::new();
    for _ in 0..count {
        text.push_str(stock[random.between(0, stock.len() - 1)]);
        if random.between(0, 3) == 0 {
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Pathological;

    #[test]
    fn texts_grow_with_their_count() {
        for kind in Pathological::ALL {
            let (small, large) = (kind.text(1000).len(), kind.text(10_000).len());
            assert!(large > 5 * small && large < 20 * small, "{kind:?}: {small} and {large} bytes");
        }
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(Pathological::OneLine.text(5000).lines().count(), 1);
    }
}
