//! Numbers of days → dates and times.

use super::Epoch;
use super::code::{Part, Section, Token};
use super::numeral::Numerals;

/// What a number of days is on the calendar and on the clock.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    /// 0 for Sunday.
    weekday: usize,
    /// Since midnight.
    milliseconds: i64,
    /// Since the epoch.
    total: i64,
}

/// The last day of the year 9999.
const LAST_DAY: u32 = 2_958_465;
/// In milliseconds.
const DAY: u32 = 86_400_000;

/// What a section for dates shows of a number; `None` where it is no date.
pub(super) fn show(section: &Section, value: f64, epoch: Epoch) -> Option<String> {
    let halves = section.tokens.iter().any(|token| matches!(token, Token::Date(Part::Noon(_))));
    let moment = Moment::of(value, epoch, grain(section))?;
    let mut shown = String::new();
    for token in &section.tokens {
        match token {
            Token::Literal(literal) => shown.push_str(literal),
            Token::Date(part) => shown.push_str(&moment.part(*part, section, halves)),
            Token::Point => shown.push('.'),
            Token::Comma => shown.push(','),
            Token::Percent => shown.push('%'),
            Token::Digit(_) | Token::General | Token::Text => {}
        }
    }
    Some(shown)
}

/// Of how many milliseconds the smallest part is that a section shows; a moment is rounded to seconds at least.
fn grain(section: &Section) -> u32 {
    let width = section.tokens.iter().find_map(|token| match token {
        Token::Date(Part::Fraction(width)) => Some(*width),
        _ => None,
    });
    [1000, 100, 10].get(width.unwrap_or(0)).copied().unwrap_or(1)
}

impl Moment {
    /// The moment, to so many milliseconds.
    fn of(value: f64, epoch: Epoch, grain: u32) -> Option<Self> {
        if !(0.0..=f64::from(LAST_DAY) + 1.0).contains(&value) {
            return None;
        }
        let total = (value * f64::from(DAY) / f64::from(grain)).round() as i64 * i64::from(grain);
        let days = total / i64::from(DAY) + if epoch == Epoch::Of1904 { 1462 } else { 0 };
        if days > i64::from(LAST_DAY) {
            return None;
        }
        let (year, month, day) = match days {
            // A time without a day, and the day that Excel took over from Lotus.
            0 => (1900, 1, 0),
            60 => (1900, 2, 29),
            1..60 => civil(days + 1),
            _ => civil(days),
        };
        let weekday = usize::try_from((days + 6) % 7).unwrap_or(0);
        Some(Self { year, month, day, weekday, milliseconds: total % i64::from(DAY), total })
    }

    fn part(&self, part: Part, section: &Section, halves: bool) -> String {
        let seconds = self.milliseconds / 1000;
        let hour = seconds / 3600;
        let short = |number: i64, width: usize| match section.numerals {
            Some(numerals) => numerals.spelled(u32::try_from(number).unwrap_or(0)),
            None if width > 1 => format!("{number:02}"),
            None => number.to_string(),
        };
        match part {
            Part::Year(1 | 2) => digits(&format!("{:02}", self.year % 100), section.numerals),
            Part::Year(_) => digits(&format!("{:04}", self.year), section.numerals),
            Part::Month(width @ 1..=2) => short(self.month, width),
            Part::Month(width) => self.month_name(width),
            Part::Day(width @ 1..=2) => short(self.day, width),
            Part::Day(width) => self.weekday_name(width, section.chinese),
            Part::Weekday(width) => self.weekday_name(width, true),
            Part::Hour(width) if halves => short((hour + 11) % 12 + 1, width),
            Part::Hour(width) => short(hour, width),
            Part::Minute(width) => short(seconds / 60 % 60, width),
            Part::Second(width) => short(seconds % 60, width),
            Part::Fraction(width) => format!(".{}", &format!("{:03}", self.milliseconds % 1000)[..width.min(3)]),
            Part::Noon(names) => names[usize::from(hour >= 12)].to_owned(),
            Part::Elapsed(unit, width) => format!("{:0width$}", self.total / unit),
        }
    }

    fn month_name(&self, width: usize) -> String {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = usize::try_from(self.month - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or("");
        let length = match width {
            3 => 3,
            5 => 1,
            _ => name.len(),
        };
        name[..length.min(name.len())].to_owned()
    }

    fn weekday_name(&self, width: usize, chinese: bool) -> String {
        const ENGLISH: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
        const CHINESE: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
        match (chinese, width > 3) {
            (true, true) => format!("星期{}", CHINESE[self.weekday % 7]),
            (true, false) => CHINESE[self.weekday % 7].to_owned(),
            (false, true) => ENGLISH[self.weekday % 7].to_owned(),
            (false, false) => ENGLISH[self.weekday % 7][..3].to_owned(),
        }
    }
}

/// A year digit by digit, 二〇二五.
fn digits(number: &str, numerals: Option<Numerals>) -> String {
    let digit = |byte: u8| numerals.map_or(char::from(byte), |numerals| numerals.digit(byte - b'0'));
    number.bytes().map(digit).collect()
}

/// Year, month and day of a number of days since 1899-12-30.
///
/// Counted in years that begin in March, so that the day that some have more is the last one, and in eras of 400 years, which
/// are all of one length.
fn civil(days: i64) -> (i64, i64, i64) {
    const ERA: i64 = 146_097;
    // Days since 0000-03-01.
    let days = days + 693_899;
    let (era, day) = (days / ERA, days % ERA);
    let year = (day - day / 1460 + day / 36_524 - day / (ERA - 1)) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_are_found_on_the_calendar() {
        assert_eq!(civil(0), (1899, 12, 30));
        assert_eq!(civil(61), (1900, 3, 1));
        assert_eq!(civil(1462), (1904, 1, 1));
        assert_eq!(civil(36_585), (2000, 2, 29));
        assert_eq!(civil(45_838), (2025, 6, 30));
        assert_eq!(civil(2_958_465), (9999, 12, 31));
    }
}
