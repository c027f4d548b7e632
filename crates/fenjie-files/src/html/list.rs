//! The numbers that a browser writes before the items of a list.

use super::element::list_style;
use super::parse::{Id, Tree};
use crate::labels::Numbers;

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    /// How its items are numbered; `None` where they are not.
    style: Option<Style>,
    next: i64,
    step: i64,
}

#[derive(Clone, Copy, Debug)]
enum Style {
    Decimal,
    /// Browsers count on with two letters as with the columns of a sheet, which no program for documents does.
    Alphabet(u8),
    Roman(Numbers),
    Chinese,
}

impl List {
    /// The list that an element begins.
    pub(super) fn of(tree: &Tree, id: Id) -> Option<Self> {
        let ordered = match tree.name(id) {
            "ol" => true,
            "ul" | "menu" | "dir" => false,
            _ => return None,
        };
        let step = if tree.attribute(id, "reversed").is_some() { -1 } else { 1 };
        let first =
            || if step > 0 { 1 } else { tree.children(id).filter(|&item| tree.name(item) == "li").count() as i64 };
        let next = tree.number(id, "start").unwrap_or_else(first);
        Some(Self { style: if ordered { style(tree, id) } else { None }, next, step })
    }

    /// What stands before the next item.
    pub(super) fn item(&mut self, tree: &Tree, id: Id) -> Option<String> {
        let number = tree.number(id, "value").unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        self.style.map(|style| style.written(number))
    }
}

fn style(tree: &Tree, id: Id) -> Option<Style> {
    let styled = list_style(tree, id).unwrap_or_default();
    match tree.attribute(id, "type") {
        _ if styled.starts_with("none") => None,
        _ if styled.contains("cjk") || styled.contains("chinese") => Some(Style::Chinese),
        Some("a") => Some(Style::Alphabet(b'a')),
        Some("A") => Some(Style::Alphabet(b'A')),
        Some("i") => Some(Style::Roman(Numbers::LowerRoman)),
        Some("I") => Some(Style::Roman(Numbers::UpperRoman)),
        _ => Some(Style::Decimal),
    }
}

impl Style {
    fn written(self, number: i64) -> String {
        let small = u32::try_from(number).ok().filter(|number| (1..4000).contains(number));
        match (self, small) {
            (Self::Alphabet(first), Some(number)) => format!("{}.", letters(first, number)),
            (Self::Roman(numbers), Some(number)) => format!("{}.", numbers.write(number)),
            (Self::Chinese, Some(number)) => format!("{}、", Numbers::Chinese.write(number)),
            _ => format!("{number}."),
        }
    }
}

/// a, b, … z, aa, …
fn letters(first: u8, mut number: u32) -> String {
    let mut name = Vec::new();
    while number > 0 {
        number -= 1;
        name.push(char::from(first + (number % 26) as u8));
        number /= 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Style};

    #[test]
    fn numbers_are_written_as_browsers_write_them() {
        assert_eq!(Style::Alphabet(b'a').written(28), "ab.");
        assert_eq!(Style::Roman(Numbers::UpperRoman).written(1994), "MCMXCIV.");
        assert_eq!(
            [3, 10, 14, 20, 99].map(|n| Style::Chinese.written(n)),
            ["三、", "十、", "十四、", "二十、", "九十九、"]
        );
        assert_eq!(Style::Alphabet(b'a').written(-2), "-2.");
    }
}
