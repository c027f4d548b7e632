//! The code of a number format → its sections and their tokens.

use std::iter::Peekable;
use std::str::Chars;

use super::numeral::Numerals;

/// What one kind of number is shown as.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub(super) tokens: Vec<Token>,
    /// For which numbers it is, where it says so.
    pub(super) holds: Option<Holds>,
    pub(super) numerals: Option<Numerals>,
    /// Whether days have their Chinese names.
    pub(super) chinese: bool,
    /// Whether a comma stands after every third digit.
    pub(super) groups: bool,
    /// How often a number is divided by 1000.
    thousands: i32,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Literal(String),
    General,
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// The words of a cell of words.
    Text,
    Date(Part),
}

/// A part of a date or a time; most with the number of letters that stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Year(usize),
    Month(usize),
    Day(usize),
    Weekday(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    Fraction(usize),
    /// The halves of the day.
    Noon([&'static str; 2]),
    /// All the hours, minutes or seconds, and the milliseconds that one has.
    Elapsed(i64, usize),
}

/// For which numbers a section is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Holds {
    Always,
    Above(f64),
    AtLeast(f64),
    Below(f64),
    AtMost(f64),
    Equal(f64),
    Other(f64),
}

impl Holds {
    #[allow(clippy::float_cmp)] // As the code says it.
    pub(super) fn of(self, value: f64) -> bool {
        match self {
            Self::Always => true,
            Self::Above(bound) => value > bound,
            Self::AtLeast(bound) => value >= bound,
            Self::Below(bound) => value < bound,
            Self::AtMost(bound) => value <= bound,
            Self::Equal(bound) => value == bound,
            Self::Other(bound) => value != bound,
        }
    }
}

/// How many places a section has for digits.
#[derive(Clone, Copy)]
pub(super) struct Places {
    pub(super) whole: usize,
    pub(super) fraction: usize,
}

impl Section {
    pub(super) fn is_date(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Date(_)))
    }

    /// By which power of ten a number is multiplied before it is shown.
    pub(super) fn shift(&self) -> i32 {
        let percents = self.tokens.iter().filter(|token| matches!(token, Token::Percent)).count();
        percents as i32 * 2 - self.thousands * 3
    }

    pub(super) fn places(&self) -> Places {
        let count = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
        let (whole, fraction) = self.tokens.split_at(self.point());
        Places { whole: count(whole), fraction: count(fraction) }
    }

    pub(super) fn zeros_behind_point(&self) -> bool {
        self.tokens[self.point()..].contains(&Token::Digit('0'))
    }

    fn point(&self) -> usize {
        self.tokens.iter().position(|token| *token == Token::Point).unwrap_or(self.tokens.len())
    }

    /// Settles what letters and commas mean by what stands around them. Whether the section is one that is known: not one of
    /// fractions.
    fn settle(&mut self) -> bool {
        let digits = self.tokens.iter().any(|token| matches!(token, Token::Digit(_)));
        if self.is_date() {
            self.settle_minutes();
        } else if digits {
            self.settle_commas();
            return !self.tokens.iter().any(|token| matches!(token, Token::Literal(literal) if literal == "/"));
        }
        true
    }

    /// `m` is for minutes behind hours and before seconds.
    fn settle_minutes(&mut self) {
        let mut parts: Vec<&mut Part> = self
            .tokens
            .iter_mut()
            .filter_map(|token| match token {
                Token::Date(part) if !matches!(part, Part::Noon(_)) => Some(part),
                _ => None,
            })
            .collect();
        for at in 0..parts.len() {
            let Part::Month(width @ 1..=2) = *parts[at] else { continue };
            let hours = at > 0 && matches!(parts[at - 1], Part::Hour(_) | Part::Elapsed(3_600_000, _));
            let seconds = matches!(parts.get(at + 1), Some(Part::Second(_)));
            if hours || seconds {
                *parts[at] = Part::Minute(width);
            }
        }
    }

    /// A comma between places groups digits, one behind them divides by 1000.
    fn settle_commas(&mut self) {
        let end = self.point();
        let is_digit = |token: &Token| matches!(token, Token::Digit(_));
        let last = self.tokens.iter().rposition(is_digit).unwrap_or(0);
        for at in 0..self.tokens.len() {
            if self.tokens[at] != Token::Comma {
                continue;
            }
            let before = self.tokens[..at].iter().any(is_digit);
            if before && at < end && self.tokens[at..end].iter().any(is_digit) {
                self.groups = true;
            } else if before && at > last || at + 1 == end {
                self.thousands += 1;
            } else {
                self.tokens[at] = Token::Literal(",".to_owned());
            }
        }
    }
}

/// The sections of a code; `None` where it is none that is known.
pub(super) fn read(code: &str) -> Option<Vec<Section>> {
    let mut reader = Reader { rest: code.chars().peekable(), section: Section::default() };
    let mut sections = Vec::new();
    while let Some(c) = reader.rest.next() {
        if c == ';' {
            sections.push(std::mem::take(&mut reader.section));
        } else {
            reader.token(c)?;
        }
    }
    if sections.is_empty() || !reader.section.tokens.is_empty() || code.ends_with(';') {
        sections.push(reader.section);
    }
    // A code of a single empty section is none.
    let whole = code.len() > 1 || sections.iter().any(|section| !section.tokens.is_empty());
    (whole && sections.iter_mut().all(Section::settle)).then_some(sections)
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    section: Section,
}

impl Reader<'_> {
    /// Reads a token that begins with `c`.
    fn token(&mut self, c: char) -> Option<()> {
        match c {
            '"' => {
                let literal = self.until('"');
                self.push(Token::Literal(literal));
            }
            '\\' | '!' => {
                let literal = self.rest.next();
                self.push(Token::Literal(literal.into_iter().collect()));
            }
            // A space as wide as the next character, which only lines up what stands above each other; or a filling.
            '_' | '*' => drop(self.rest.next()),
            '[' => self.bracket(),
            '0' | '#' | '?' => self.push(Token::Digit(c)),
            '.' if self.is_behind_seconds() => {
                let width = self.run('0');
                self.push(Token::Date(Part::Fraction(width)));
            }
            '.' if !self.section.tokens.contains(&Token::Point) => self.push(Token::Point),
            ',' => self.push(Token::Comma),
            '%' => self.push(Token::Percent),
            '@' => self.push(Token::Text),
            _ => return self.word(c),
        }
        Some(())
    }

    /// Reads letters that stand for something, or a character that stands for itself.
    fn word(&mut self, c: char) -> Option<()> {
        let letter = c.to_ascii_lowercase();
        let exponent = letter == 'e' && matches!(self.rest.peek(), Some('+' | '-'));
        if exponent && !self.section.is_date() {
            return None;
        }
        let token = match letter {
            'g' if self.skip("eneral") || self.skip("/通用格式") => Token::General,
            '常' if self.skip("规") => Token::General,
            '上' if self.skip("午/下午") => Token::Date(Part::Noon(["上午", "下午"])),
            'a' if self.skip("m/pm") => Token::Date(Part::Noon(["AM", "PM"])),
            'a' if self.skip("/p") => Token::Date(Part::Noon(["A", "P"])),
            'a' => Token::Date(Part::Weekday(1 + self.run(c))),
            'y' | 'e' => match 1 + self.run(c) {
                // One `e` is a whole year.
                _ if letter == 'e' => Token::Date(Part::Year(4)),
                width => Token::Date(Part::Year(width)),
            },
            'm' => Token::Date(Part::Month(1 + self.run(c))),
            'd' => Token::Date(Part::Day(1 + self.run(c))),
            'h' => Token::Date(Part::Hour(1 + self.run(c))),
            's' => Token::Date(Part::Second(1 + self.run(c))),
            _ => Token::Literal(c.to_string()),
        };
        self.push(token);
        Some(())
    }

    /// Reads what stands in brackets: a colour, a condition, a language with a currency, a count of hours.
    fn bracket(&mut self) {
        let inside = self.until(']').to_ascii_lowercase();
        if let Some(locale) = inside.strip_prefix('$') {
            self.locale(locale);
        } else if let Some(holds) = condition(&inside) {
            self.section.holds = Some(holds);
        } else {
            match inside.as_str() {
                "dbnum1" => self.section.numerals = Some(Numerals::Plain),
                "dbnum2" => self.section.numerals = Some(Numerals::Formal),
                "h" | "hh" => self.push(Token::Date(Part::Elapsed(3_600_000, inside.len()))),
                "m" | "mm" => self.push(Token::Date(Part::Elapsed(60_000, inside.len()))),
                "s" | "ss" => self.push(Token::Date(Part::Elapsed(1000, inside.len()))),
                // A colour.
                _ => {}
            }
        }
    }

    fn locale(&mut self, locale: &str) {
        let (currency, language) = locale.split_once('-').unwrap_or((locale, ""));
        if !currency.is_empty() {
            self.push(Token::Literal(currency.to_uppercase()));
        }
        let whole = match language {
            // The long date and the time of the system: what is written out behind them is not what is shown.
            "f800" => "yyyy\"年\"m\"月\"d\"日\"",
            "f400" => "h:mm:ss",
            _ => "",
        };
        self.section.chinese |= language.ends_with("804") || language.starts_with("zh");
        if !whole.is_empty() {
            while self.rest.next_if(|&c| c != ';').is_some() {}
            if let Some(system) = read(whole).and_then(|mut sections| sections.pop()) {
                self.section = system;
            }
        }
    }

    fn push(&mut self, token: Token) {
        self.section.tokens.push(token);
    }

    fn is_behind_seconds(&self) -> bool {
        let seconds = matches!(self.section.tokens.last(), Some(Token::Date(Part::Second(_) | Part::Elapsed(1000, _))));
        seconds && self.rest.clone().next() == Some('0')
    }

    fn until(&mut self, end: char) -> String {
        self.rest.by_ref().take_while(|&c| c != end).collect()
    }

    /// Goes over all `c` that come next, in upper or lower case, and counts them.
    fn run(&mut self, c: char) -> usize {
        let mut count = 0;
        while self.rest.next_if(|next| next.eq_ignore_ascii_case(&c)).is_some() {
            count += 1;
        }
        count
    }

    /// Goes over `word` where it comes next.
    fn skip(&mut self, word: &str) -> bool {
        let mut ahead = self.rest.clone();
        let comes = word.chars().all(|c| ahead.next().is_some_and(|next| next.eq_ignore_ascii_case(&c)));
        if comes {
            self.rest = ahead;
        }
        comes
    }
}

/// A condition such as `>=100`.
fn condition(inside: &str) -> Option<Holds> {
    let number = inside.trim_start_matches(['<', '>', '=']);
    let bound = number.trim().parse().ok()?;
    Some(match &inside[..inside.len() - number.len()] {
        ">" => Holds::Above(bound),
        ">=" => Holds::AtLeast(bound),
        "<" => Holds::Below(bound),
        "<=" => Holds::AtMost(bound),
        "=" => Holds::Equal(bound),
        "<>" => Holds::Other(bound),
        _ => return None,
    })
}
