//! Numerals that are more than digits, sign by sign: sections, powers and what is left out.

use rust_decimal::Decimal;

use super::{
    cursor, lexicon,
    literal::{self, Literal, Mantissa},
    measure,
    model::Precision,
    numeral::{Numeral, Shape, Tail, pair_at, shift, signs},
};
use crate::text::numeral::{Sign, arabic, sign};

/// What was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    /// A literal or a digit, waiting for its power.
    Digit,
    /// 几 in the place of a digit.
    Unknown,
    Zero,
    /// A power; the exponent tells what an elided power after it is (九万四).
    Power(u32),
    /// Digits after 点.
    Fraction,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Chinese,
}

/// Reads a numeral sign by sign, without going back.
pub(super) struct Machine<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    /// Sections closed by a big power.
    total: Decimal,
    /// The open section.
    section: Decimal,
    /// The digit that waits for its power.
    current: Option<(Decimal, Script)>,
    small: u32,
    big: u32,
    last: Last,
    /// The script of the last digit.
    script: Option<Script>,
    /// How far the value may go beyond (五六百: 100).
    spread: Option<Decimal>,
    precision: Precision,
    vague: bool,
    digits: u32,
    powers: u32,
    literal: Option<Shape>,
    tail: Tail,
    glued: bool,
    /// A zero stood before the last digit (五亿零六: 6).
    zero_stood: bool,
}

/// Above every power there is.
const OPEN: u32 = 99;

impl<'t> Machine<'t> {
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        Self {
            text,
            start,
            end: start,
            total: Decimal::ZERO,
            section: Decimal::ZERO,
            current: None,
            small: OPEN,
            big: OPEN,
            last: Last::Nothing,
            script: None,
            spread: None,
            precision: Precision::Exact,
            vague: false,
            digits: 0,
            powers: 0,
            literal: None,
            tail: Tail::default(),
            glued: false,
            zero_stood: false,
        }
    }

    /// Takes the next sign, if it goes on with the numeral.
    pub(super) fn step(&mut self) -> bool {
        let at = if self.last == Last::Nothing { self.end } else { cursor::skip_spaces(self.text, self.end) };
        let Some(c) = cursor::after(self.text, at) else { return false };
        let next = at + c.len_utf8();
        match sign(c) {
            _ if arabic(c).is_some() => self.literal(at),
            Some(Sign::Digit(0)) if matches!(self.last, Last::Power(_)) && at == self.end => self.zero(next),
            Some(Sign::Digit(digit)) => self.digit(at, next, digit),
            Some(Sign::Pair) => self.pair(at, next),
            Some(Sign::Small(power)) => self.power(at, next) && self.small(next, u32::from(power)),
            Some(Sign::Big(power)) => self.power(at, next) && self.big(next, u32::from(power)),
            None => match c {
                '多' | '余' | '餘' => self.more(next),
                '几' | '幾' | '数' | '數' => self.unknown(c, next),
                '点' | '點' => self.point(next),
                _ => false,
            },
        }
    }

    /// Whether a new digit may stand here: at the start, or below a power.
    fn digit_fits(&self, at: usize, next: usize) -> bool {
        if self.spread.is_some() || self.current.is_some() || self.has_fraction() {
            return false;
        }
        if self.power_at(next).is_some_and(|power| !self.power_fits(power)) {
            return false;
        }
        let joined = at == self.end || self.power_at(next).is_some_and(|power| power < self.small.min(self.big));
        match self.last {
            Last::Nothing => true,
            Last::Power(_) | Last::Zero => joined,
            _ => false,
        }
    }

    /// Whether a digit with this power goes on with the numeral, and does not begin the next one (3万4万, 三百四百).
    fn power_fits(&self, power: u32) -> bool {
        if power < 4 {
            return power < self.small;
        }
        // 三万零一亿: what stands behind the zero is of the same section.
        power < self.big || self.small != OPEN || power > self.big && self.last == Last::Zero
    }

    /// A number with a decimal fraction takes powers, but no further digits.
    fn has_fraction(&self) -> bool {
        matches!(self.literal, Some(Shape::Arabic { fraction: true, .. })) || self.last == Last::Fraction
    }

    fn power_at(&self, at: usize) -> Option<u32> {
        match sign(cursor::after(self.text, cursor::skip_spaces(self.text, at))?)? {
            Sign::Small(power) | Sign::Big(power) => Some(u32::from(power)),
            _ => None,
        }
    }

    fn literal(&mut self, at: usize) -> bool {
        if self.last != Last::Nothing && !self.literal_fits(at) {
            return false;
        }
        let Some(Literal { end, value, precision, digits, fraction, padded }) = literal::read(self.text, at) else {
            return false;
        };
        self.literal = Some(Shape::Arabic { digits, fraction, padded });
        self.precision = self.precision.max(precision);
        self.put(value, Script::Arabic, end);
        true
    }

    /// Whether the literal at `at` continues a numeral (3万4000) and does not stand beside it (3万 2025年).
    fn literal_fits(&self, at: usize) -> bool {
        let run = || self.text[at..].chars().take(13).take_while(|&c| arabic(c).is_some());
        let (length, end) = (run().count(), at + run().map(char::len_utf8).sum::<usize>());
        let next = cursor::after(self.text, end);
        let powered = self.power_at(end).is_some();
        let room = match self.last {
            Last::Power(power) => power as usize,
            _ => self.small.min(self.big) as usize,
        };
        let year = length == 4 && next == Some('年');
        let joint =
            next.filter(|c| matches!(c, '.' | ',' | '．' | '，' | '-' | '/' | ':')).map_or(end, |c| end + c.len_utf8());
        let more = joint > end && cursor::after(self.text, joint).and_then(arabic).is_some();
        let same = powered || self.last == Last::Zero || self.script == Some(Script::Arabic);
        same && !year && !more && (1..=12).contains(&length) && length <= room && self.digit_fits(at, end)
    }

    fn digit(&mut self, at: usize, next: usize, digit: u8) -> bool {
        if !self.digit_fits(at, next) {
            return false;
        }
        if let Some((spread, end)) = pair_at(self.text, at) {
            self.spread = Some(spread.into());
            self.put(digit.into(), Script::Chinese, end);
            return true;
        }
        let follower = cursor::after(self.text, next).and_then(sign);
        if matches!(follower, Some(Sign::Digit(_))) && self.last != Last::Nothing {
            return self.glue(at);
        }
        let mixed = self.script == Some(Script::Arabic) && self.last != Last::Zero && self.power_at(next).is_none();
        if mixed {
            return false;
        }
        self.put(digit.into(), Script::Chinese, next);
        true
    }

    /// Digits that cannot all be part of one number make a word of it (十四五).
    fn glue(&mut self, at: usize) -> bool {
        self.end = signs(self.text, at);
        self.glued = true;
        false
    }

    fn pair(&mut self, at: usize, next: usize) -> bool {
        let leads = self.last == Last::Nothing || self.power_at(next).is_some();
        if !leads || !self.digit_fits(at, next) {
            return false;
        }
        self.put(2.into(), Script::Chinese, next);
        true
    }

    fn put(&mut self, value: Decimal, script: Script, end: usize) {
        self.current = Some((value, script));
        self.script = Some(script);
        self.last = Last::Digit;
        self.digits += 1;
        self.tail = Tail::default();
        self.end = end;
    }

    fn zero(&mut self, next: usize) -> bool {
        let follower = cursor::after(self.text, cursor::skip_spaces(self.text, next));
        let goes_on = follower.is_some_and(|c| sign(c).is_some() || arabic(c).is_some() || matches!(c, '几' | '幾'));
        if goes_on {
            (self.last, self.end, self.zero_stood) = (Last::Zero, next, true);
        }
        goes_on
    }

    /// Whether the power at `at` is one, and not the beginning of a unit (千瓦) or a word (百货).
    fn power(&self, at: usize, next: usize) -> bool {
        if self.last == Last::Nothing {
            return true;
        }
        let unit = measure::at(self.text, at).is_some();
        let parts = self.text[next..].starts_with("分之");
        !unit && !parts && (at == self.end || !lexicon::word_begins(self.text, at))
    }

    fn small(&mut self, next: usize, power: u32) -> bool {
        let elided = self.current.is_none() && self.last != Last::Unknown;
        let one = match self.last {
            Last::Nothing => true,
            Last::Zero => power == 1,
            Last::Power(above) => power == 1 && above > 1,
            _ => false,
        };
        if power >= self.small || (elided && !one) {
            return false;
        }
        let digit = self.current.take().map_or(Decimal::ONE, |(digit, _)| digit);
        let added = shift(if digit.is_zero() { Decimal::ONE } else { digit }, power);
        self.section = self.checked(added.and_then(|added| self.section.checked_add(added)));
        self.spread = self.spread.and_then(|spread| shift(spread, power));
        self.closed(next, power);
        self.small = power;
        self.tail.all += power;
        true
    }

    fn big(&mut self, next: usize, power: u32) -> bool {
        let section = self.current.take().map_or(Decimal::ZERO, |(digit, _)| digit);
        let section = self.checked(self.section.checked_add(section));
        let first = self.last == Last::Nothing;
        if power < self.big && self.big != OPEN {
            if section.is_zero() {
                return false;
            }
            let added = shift(section, power);
            self.total = self.checked(added.and_then(|added| self.total.checked_add(added)));
            self.spread = self.spread.and_then(|spread| shift(spread, power));
            self.tail = Tail::default();
        } else {
            let whole = if first { Some(Decimal::ONE) } else { self.total.checked_add(section) };
            self.total = self.checked(whole.and_then(|whole| shift(whole, power)));
            self.spread = self.spread.and_then(|spread| shift(spread, power));
            self.tail = Tail { all: self.tail.all + power, big: self.tail.big + power };
        }
        self.section = Decimal::ZERO;
        (self.big, self.small) = (power, OPEN);
        self.closed(next, power);
        true
    }

    fn closed(&mut self, next: usize, power: u32) {
        self.powers += 1;
        self.zero_stood = false;
        self.last = Last::Power(power);
        self.end = next;
    }

    /// 多 and 余 go on with the numeral where a power follows (十多万).
    fn more(&mut self, next: usize) -> bool {
        let counted = matches!(self.last, Last::Power(_) | Last::Digit | Last::Unknown);
        if !counted || self.power_at(next).is_none() {
            return false;
        }
        self.vague = true;
        self.end = next;
        true
    }

    /// 几 stands for a digit, 数 for one that a power follows.
    fn unknown(&mut self, c: char, next: usize) -> bool {
        let powered = matches!(cursor::after(self.text, next).and_then(sign), Some(Sign::Small(_) | Sign::Big(_)));
        let leads = self.last == Last::Nothing && powered;
        let inside = matches!(c, '几' | '幾') && matches!(self.last, Last::Power(_) | Last::Zero);
        if !leads && !inside {
            return false;
        }
        self.vague = true;
        (self.last, self.end) = (if leads { Last::Nothing } else { Last::Unknown }, next);
        true
    }

    /// 点 and the digits after it.
    fn point(&mut self, next: usize) -> bool {
        let mut at = cursor::skip_spaces(self.text, next);
        let numbered = self.script == Some(Script::Chinese) && !self.has_fraction() && !self.vague;
        let mut mantissa = Mantissa::new();
        while let Some((Sign::Digit(digit), length)) = self.sign_at(at).filter(|_| numbered) {
            mantissa.part(digit);
            at += length;
        }
        if at == cursor::skip_spaces(self.text, next) {
            return false;
        }
        let whole = self.elided();
        self.precision = self.precision.max(mantissa.precision);
        self.section = self.checked(self.section.checked_add(whole));
        self.section = self.checked(self.section.checked_add(mantissa.decimal()));
        (self.last, self.end, self.digits) = (Last::Fraction, at, self.digits + 1);
        self.tail = Tail::default();
        true
    }

    fn sign_at(&self, at: usize) -> Option<(Sign, usize)> {
        let c = cursor::after(self.text, at)?;
        Some((sign(c)?, c.len_utf8()))
    }

    /// The last digit, with the power that speech leaves out after a higher one (九万四: 4000).
    fn elided(&mut self) -> Decimal {
        let Some((digit, _)) = self.current.take() else { return Decimal::ZERO };
        let above = if self.small == OPEN { self.big } else { self.small };
        let single = digit < Decimal::TEN && digit.scale() == 0 && self.spread.is_none();
        if above == OPEN || above == 1 || !single || self.zero_stood {
            return digit;
        }
        self.checked(shift(digit, above - 1))
    }

    fn checked(&mut self, value: Option<Decimal>) -> Decimal {
        value.unwrap_or_else(|| {
            self.precision = Precision::Overflow;
            Decimal::ZERO
        })
    }

    /// The numeral that was read, if any was.
    pub(super) fn finish(mut self) -> Option<Numeral> {
        if self.digits + self.powers == 0 {
            return None;
        }
        let last = self.elided();
        let places = self.section.scale();
        let sum = self.total.checked_add(self.section).and_then(|sum| sum.checked_add(last));
        let mut value = self.checked(sum);
        if self.precision == Precision::Overflow {
            (value, self.spread) = (Decimal::MAX, None);
        } else if value.scale() < places {
            // A sum that has no room for all places is rounded by the decimal type.
            self.precision = Precision::Rounded;
        }
        Some(Numeral {
            start: self.start,
            end: self.end,
            value,
            precision: self.precision,
            max: self.spread.and_then(|spread| value.checked_add(spread)),
            vague: self.vague,
            shape: self.shape(),
            tail: self.tail,
        })
    }

    fn shape(&self) -> Shape {
        match (self.literal, self.digits, self.powers) {
            _ if self.glued => Shape::Glued,
            (Some(literal), 1, 0) => literal,
            (None, 1, 0) if self.spread.is_none() => Shape::Lone,
            (None, 0, 1) if &self.text[self.start..self.end] == "十" => Shape::Lone,
            (None, 0, _) if !self.vague => Shape::Bare,
            _ => Shape::Composed,
        }
    }
}
