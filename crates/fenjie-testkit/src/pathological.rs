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
}

impl Pathological {
    /// All of them.
    pub const ALL: [Pathological; 11] = [
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

fn endless_list(count: usize) -> String {
    let name = |at: usize| format!("市{}局", han_numeral(at));
    let names: Vec<String> = (0..count).map(name).collect();
    format!("1.推进港口建设。\n责任单位：{}\n", names.join("、"))
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
