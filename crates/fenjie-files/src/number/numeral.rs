//! Numbers in Chinese characters: `[DBNum1]` and `[DBNum2]` of a sheet, and the labels of lists.

/// With which characters numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numerals {
    /// 一二三.
    Plain,
    /// 壹贰叁.
    Formal,
}

impl Numerals {
    fn digits(self) -> [char; 10] {
        match self {
            Self::Plain => ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
            Self::Formal => ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
        }
    }

    fn units(self) -> [&'static str; 4] {
        match self {
            Self::Plain => ["", "十", "百", "千"],
            Self::Formal => ["", "拾", "佰", "仟"],
        }
    }

    pub(crate) fn digit(self, digit: u8) -> char {
        self.digits().get(usize::from(digit)).copied().unwrap_or('〇')
    }

    /// A number with its units, 二十一; 一十 at its beginning is 十, as in every notice.
    pub(crate) fn spelled(self, value: u32) -> String {
        let (high, low) = (value / 10_000, value % 10_000);
        let mut words = String::new();
        if high > 0 {
            self.group(high, &mut words);
            words.push('万');
            if (1..1000).contains(&low) {
                words.push('零');
            }
        }
        self.group(low, &mut words);
        if words.is_empty() {
            words.push(self.digit(0));
        }
        match words.strip_prefix("一十") {
            Some(rest) => format!("十{rest}"),
            None => words,
        }
    }

    /// The words of a number of at most four digits; none for zero.
    fn group(self, number: u32, words: &mut String) {
        let mut begun = false;
        let mut gap = false;
        for (unit, power) in self.units().into_iter().zip([1, 10, 100, 1000]).rev() {
            let digit = number / power % 10;
            if digit == 0 {
                gap = begun;
                continue;
            }
            if gap {
                words.push('零');
            }
            words.push(self.digit(digit as u8));
            words.push_str(unit);
            (begun, gap) = (true, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numerals;

    #[test]
    fn numbers_are_spelled_with_their_units() {
        let cases = [
            (0, "〇"),
            (7, "七"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1005, "一千零五"),
            (10_000, "一万"),
            (120_030, "十二万零三十"),
            (20_500, "二万零五百"),
        ];
        for (value, want) in cases {
            assert_eq!(Numerals::Plain.spelled(value), want);
        }
        assert_eq!(Numerals::Formal.spelled(3200), "叁仟贰佰");
    }
}
