//! Treatments of single characters.

/// Which characters are printed at another width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Width {
    pub(super) half_punctuation: Option<usize>,
    pub(super) full_digits: Option<usize>,
}

impl Width {
    pub(super) fn print(self, text: &str) -> String {
        let (mut marks, mut digits) = (Turn::new(self.half_punctuation), Turn::new(self.full_digits));
        let print = |c: char| match c {
            '，' | '：' | '；' | '（' | '）' if marks.comes() => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '0'..='9' if digits.comes() => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
            '%' if self.full_digits.is_some() => '％',
            _ => c,
        };
        text.chars().map(print).collect()
    }
}

/// Comes round every n-th time, or never.
struct Turn {
    every: Option<usize>,
    count: usize,
}

impl Turn {
    fn new(every: Option<usize>) -> Self {
        Self { every, count: 0 }
    }

    fn comes(&mut self) -> bool {
        self.count += 1;
        self.every.is_some_and(|every| self.count % every.max(1) == 0)
    }
}

/// Puts spaces between Han characters and around digits, and characters without width anywhere.
pub(super) fn spread(text: &str, spaces: Option<usize>, zero_width: Option<usize>) -> String {
    const SPACES: [char; 3] = [' ', ' ', '\u{a0}'];
    const INVISIBLE: [char; 3] = ['\u{200b}', '\u{feff}', '\u{200d}'];
    let (mut space, mut invisible) = (Turn::new(spaces), Turn::new(zero_width));
    let mut spread = String::with_capacity(text.len() + 16);
    let mut before = None;
    for c in text.chars() {
        if before.is_some_and(|before| loose(before, c)) && space.comes() {
            spread.push(SPACES[space.count % SPACES.len()]);
        }
        if before.is_some() && invisible.comes() {
            spread.push(INVISIBLE[invisible.count % INVISIBLE.len()]);
        }
        spread.push(c);
        before = Some(c);
    }
    spread
}

/// Whether a space between the two means nothing.
fn loose(a: char, b: char) -> bool {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    han(a) && (han(b) || b.is_ascii_digit()) || a.is_ascii_digit() && han(b)
}

#[cfg(test)]
mod tests {
    use super::{Width, spread};

    #[test]
    fn spaces_never_enter_a_number() {
        assert_eq!(spread("新增12个", Some(1), None), "新 增\u{a0}12 个");
    }

    #[test]
    fn widths_change_only_where_asked() {
        let width = Width { half_punctuation: Some(1), full_digits: Some(2) };
        assert_eq!(width.print("（A、B），12%"), "(A、B),1２％");
    }
}
