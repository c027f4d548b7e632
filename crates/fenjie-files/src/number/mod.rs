//! Numbers as a sheet shows them: the number formats of Excel, as far as notices use them.
//!
//! A cell holds `0.07`, and a code that makes `7.0%` of it; a date is a number of days. What the codes of science and of
//! fractions show is given as a plain decimal, which says the same.

mod builtin;
mod code;
mod date;
mod decimal;
mod numeral;
mod styles;

use code::{Holds, Section, Token};
use decimal::Digits;
pub(crate) use numeral::Numerals;
pub(crate) use styles::Styles;

/// From which day the days of a workbook are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// As Excel for Windows does it: day 1 is 1900-01-01, and 1900 has a 29 February.
    #[default]
    Of1900,
    /// As Excel for the Mac did it: day 0 is 1904-01-01.
    Of1904,
}

/// A number format. The default one is `General`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct NumberFormat {
    /// For numbers above, below and equal to zero, unless they have conditions; none where the code is not known.
    sections: Vec<Section>,
    /// For words.
    text: Option<Section>,
}

/// A longer code is none that Excel takes.
const LONGEST: usize = 255;

impl NumberFormat {
    /// Reads a code, such as `0.0%` or `yyyy"年"m"月"`.
    pub(crate) fn read(code: &str) -> Self {
        if code.chars().nth(LONGEST).is_some() {
            return Self::default();
        }
        let Some(mut sections) = code::read(code) else { return Self::default() };
        let is_text = |section: &Section| section.tokens.contains(&Token::Text);
        sections.truncate(4);
        let text = if sections.len() == 4 || sections.last().is_some_and(is_text) { sections.pop() } else { None };
        Self { sections, text }
    }

    /// The format that a file names without its code.
    pub(crate) fn builtin(id: u16) -> Self {
        builtin::code(id).map_or_else(Self::default, Self::read)
    }

    /// How a number is shown.
    pub(crate) fn number(&self, value: f64, epoch: Epoch) -> String {
        let Some((section, minus)) = self.section(value) else { return general(value) };
        if section.is_date() {
            return date::show(section, value, epoch).unwrap_or_else(|| general(value));
        }
        let shown = numeric(section, value);
        if minus && shown.contains(|c: char| c != '0' && c.is_numeric()) { format!("-{shown}") } else { shown }
    }

    /// How words are shown.
    pub(crate) fn text(&self, words: String) -> String {
        match &self.text {
            Some(section) if section.tokens.len() > 1 && section.tokens.contains(&Token::Text) => {
                let shown = section.tokens.iter().map(|token| match token {
                    Token::Text => words.as_str(),
                    Token::Literal(literal) => literal,
                    _ => "",
                });
                shown.collect()
            }
            _ => words,
        }
    }

    /// The section for a number, and whether a minus is to be put before what it shows.
    fn section(&self, value: f64) -> Option<(&Section, bool)> {
        let count = self.sections.len();
        let condition = |at: usize, section: &Section| {
            section.holds.unwrap_or(match (at, count) {
                (0, 2) => Holds::AtLeast(0.0),
                (0, 3) => Holds::Above(0.0),
                (1, 3) => Holds::Below(0.0),
                _ => Holds::Always,
            })
        };
        let (at, section) = self.sections.iter().enumerate().find(|(at, section)| condition(*at, section).of(value))?;
        let only_below = match condition(at, section) {
            Holds::Below(bound) | Holds::AtMost(bound) => bound <= 0.0,
            // What the first section leaves is below zero.
            Holds::Always => at == 1 && count == 2 && self.sections[0].holds.is_none(),
            _ => false,
        };
        Some((section, value < 0.0 && !only_below))
    }
}

/// A number under no format: at most 15 digits, which is what a sheet keeps.
fn general(value: f64) -> String {
    let plain = Digits::of(value).plain().unwrap_or_else(|| format!("{:E}", value.abs()));
    if value < 0.0 { format!("-{plain}") } else { plain }
}

/// What a section shows of a number that is no date, without its sign.
fn numeric(section: &Section, value: f64) -> String {
    let mut number = Digits::of(value);
    number.shift(section.shift());
    let places = section.places();
    let mut places = Places::new(section, &number.rounded(places.fraction), places);
    let mut shown = String::new();
    for token in &section.tokens {
        match token {
            Token::Literal(literal) => shown.push_str(literal),
            Token::Percent => shown.push('%'),
            Token::General => shown.push_str(&spelled(section, value.abs()).unwrap_or_else(|| general(value.abs()))),
            Token::Digit(kind) => places.digit(*kind, &mut shown),
            Token::Point => places.point(&mut shown),
            Token::Comma | Token::Text | Token::Date(_) => {}
        }
    }
    shown
}

/// A number in words, where the section asks for it: whole ones of at most eight digits.
fn spelled(section: &Section, value: f64) -> Option<String> {
    let is_short = value.fract() == 0.0 && value < 1e8;
    // A whole number without a sign is written with its digits alone.
    section.numerals.filter(|_| is_short)?.spelled(format!("{value}").parse().ok()?).into()
}

/// The digits of a number, laid out over the places of a section.
struct Places<'a> {
    section: &'a Section,
    whole: Vec<u8>,
    fraction: Vec<u8>,
    /// How many places before the point are to come.
    left: usize,
    /// How many places behind the point were shown.
    shown: usize,
    behind: bool,
    /// Whether none was shown yet.
    first: bool,
}

impl<'a> Places<'a> {
    fn new(section: &'a Section, number: &Digits, places: code::Places) -> Self {
        let (whole, fraction) = (number.whole(), number.fraction(places.fraction));
        Self { section, whole, fraction, left: places.whole, shown: 0, behind: false, first: true }
    }

    fn digit(&mut self, kind: char, shown: &mut String) {
        if self.behind {
            self.fractional(kind, shown);
            return;
        }
        self.left = self.left.saturating_sub(1);
        // The first place takes all digits that have no place of their own.
        let highest = if self.first { self.whole.len().max(self.left + 1) } else { self.left + 1 };
        self.first = false;
        for position in (self.left..highest).rev() {
            let digit = self.whole.len().checked_sub(position + 1).and_then(|at| self.whole.get(at));
            match digit {
                Some(&digit) => self.push(digit, shown),
                None if kind == '0' && position == self.left => self.push(0, shown),
                None => continue,
            }
            if self.section.groups && position > 0 && position % 3 == 0 {
                shown.push(',');
            }
        }
    }

    /// A place behind the point: `#` shows no zeros at the end.
    fn fractional(&mut self, kind: char, shown: &mut String) {
        let rest = self.fraction.get(self.shown..).unwrap_or_default();
        if let Some(&digit) = rest.first().filter(|_| kind == '0' || rest.iter().any(|&digit| digit > 0)) {
            self.push(digit, shown);
        }
        self.shown += 1;
    }

    /// The point. Excel shows it before no digits as well, where it would be taken for the mark behind an item's number.
    fn point(&mut self, shown: &mut String) {
        self.behind = true;
        if self.section.zeros_behind_point() || self.fraction.iter().any(|&digit| digit > 0) {
            shown.push('.');
        }
    }

    fn push(&self, digit: u8, shown: &mut String) {
        shown.push(self.section.numerals.map_or(char::from(b'0' + digit), |numerals| numerals.digit(digit)));
    }
}

#[cfg(test)]
mod tests {
    use super::{Epoch, NumberFormat};

    fn shown(code: &str, value: f64) -> String {
        NumberFormat::read(code).number(value, Epoch::Of1900)
    }

    #[test]
    fn numbers_are_shown_as_their_code_says() {
        let cases = [
            ("General", 0.1 + 0.2, "0.3"),
            ("General", 1200.0, "1200"),
            ("General", -3.5, "-3.5"),
            ("0", 2.5, "3"),
            ("0.00", 3.5, "3.50"),
            ("0.00", 1.005, "1.01"),
            ("0.0%", 0.07, "7.0%"),
            ("0%", 0.45, "45%"),
            ("#,##0", 1200.0, "1,200"),
            ("#,##0", 0.0, "0"),
            ("#,##0.00", 1_234_567.891, "1,234,567.89"),
            ("0000,000", 12.0, "0,000,012"),
            ("#.##", 0.0, ""),
            ("0.##", 5.0, "5"),
            ("0.##", 5.1, "5.1"),
            ("000", 7.0, "007"),
            ("000-0000", 1_234_567.0, "123-4567"),
            ("0\"家\"", 50.0, "50家"),
            ("0!.0,\"万元\"", 12345.0, "1.2万元"),
            ("#,##0,", 1_234_567.0, "1,235"),
            ("0.0_ ;[Red]\\-0.0\\ ", -2.25, "-2.3 "),
            ("0_);(0)", -7.0, "(7)"),
            ("0;;\"无\"", 0.0, "无"),
            ("0;;\"无\"", -4.0, ""),
            ("[>=10000]0!.0,\"万\";0", 25000.0, "2.5万"),
            ("[>=10000]0!.0,\"万\";0", -3.0, "-3"),
            ("[$¥-804]#,##0.00", 5.0, "¥5.00"),
            ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", 0.0, "-"),
            ("@", 8.0, "8"),
            ("0.00E+00", 1234.5, "1234.5"),
            ("# ?/?", 0.5, "0.5"),
            ("0", -0.2, "0"),
            ("[DBNum1][$-804]General\"、\"", 21.0, "二十一、"),
            ("[DBNum1]0", 205.0, "二〇五"),
            (";;;", 8.0, ""),
            ("0", 1e300, &format!("1{}", "0".repeat(300))),
        ];
        for (code, value, want) in cases {
            assert_eq!(shown(code, value), want, "{code}");
        }
    }

    #[test]
    fn dates_are_shown_as_their_code_says() {
        let cases = [
            ("yyyy/m/d", 45838.0, "2025/6/30"),
            ("yyyy-mm-dd", 45838.0, "2025-06-30"),
            ("yyyy\"年\"m\"月\"", 45838.0, "2025年6月"),
            ("yyyy年m月d日", 45838.0, "2025年6月30日"),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", 45838.0, "2025年6月30日"),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", 45838.0, "二〇二五年六月三十日"),
            ("yyyy.mm.dd", 45838.0, "2025.06.30"),
            ("m\"月底前\"", 45838.0, "6月底前"),
            ("yy-mmm", 45838.0, "25-Jun"),
            ("[$-804]aaaa", 45838.0, "星期一"),
            ("dddd", 45838.0, "Monday"),
            ("yyyy/m/d h:mm", 45_838.604_166_67, "2025/6/30 14:30"),
            ("h:mm:ss AM/PM", 0.604_166_67, "2:30:00 PM"),
            ("上午/下午h\"时\"mm\"分\"", 0.604_166_67, "下午2时30分"),
            ("[h]:mm", 1.5, "36:00"),
            ("mm:ss.0", 0.000_7, "01:00.5"),
            ("yyyy/m/d", 60.0, "1900/2/29"),
            ("yyyy/m/d", 59.0, "1900/2/28"),
            ("yyyy/m/d", -1.0, "-1"),
            ("yyyy/m/d", 1e18, "1000000000000000000"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45838.0, "2025年6月30日"),
        ];
        for (code, value, want) in cases {
            assert_eq!(shown(code, value), want, "{code}");
        }
        assert_eq!(NumberFormat::builtin(57).number(45838.0, Epoch::Of1900), "2025年6月");
        assert_eq!(NumberFormat::builtin(14).number(45838.0 - 1462.0, Epoch::Of1904), "2025/6/30");
    }

    #[test]
    fn words_are_put_into_what_their_code_has_around_them() {
        assert_eq!(NumberFormat::read("0;-0;0;\"第\"@\"批\"").text("三".to_owned()), "第三批");
        assert_eq!(NumberFormat::read("0.0;@").text("三".to_owned()), "三");
        assert_eq!(NumberFormat::default().text("三".to_owned()), "三");
    }

    #[test]
    fn no_code_is_too_strange() {
        for code in
            ["", "\"", "[", "\\", "_", "*", "[>", "[$", "[h", ";;;;;;;", "0.0.0.0", ",", "%%%", "a", "上", "E+", "G"]
        {
            for value in [0.0, -1.5, f64::MAX, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY] {
                shown(code, value);
            }
        }
        assert_eq!(shown(&"0".repeat(1000), 7.0), "7");
    }
}
