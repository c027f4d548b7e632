//! The grammar of numerals: Arabic digits, Chinese characters and any mixture of them (`3万4千`, `一百二十点五`).
//!
//! A numeral is a sum of sections closed by 万, 亿 or 兆; a section is a sum of digits closed by 千, 百 or 十. Arabic
//! literals may stand for the digits. One pass, no going back.

use super::{
    cursor,
    literal::{self, Literal, Mantissa},
    machine::Machine,
    numeral::{Numeral, Shape, Tail, pair_at, signs},
};
use crate::text::numeral::{Sign, sign};

/// The numeral that begins at `at`.
pub(super) fn read(text: &str, at: usize) -> Option<Numeral> {
    if let Some(simple) = digits(text, at).or_else(|| positional(text, at)) {
        return Some(simple);
    }
    let mut machine = Machine::new(text, at);
    while machine.step() {}
    machine.finish()
}

/// Arabic digits that nothing goes on from: most numerals are no more.
fn digits(text: &str, at: usize) -> Option<Numeral> {
    let Literal { end, value, precision, digits, fraction, padded } = literal::read(text, at)?;
    let alone = cursor::after(text, end).is_none_or(|c| {
        let sign = sign(c).is_some() || matches!(c, '多' | '余' | '餘' | '几' | '幾' | '点' | '點');
        !sign && !cursor::is_space(c)
    });
    let shape = Shape::Arabic { digits, fraction, padded };
    let numeral = Numeral { start: at, end, value, precision, max: None, vague: false, shape, tail: Tail::default() };
    alone.then_some(numeral)
}

/// Chinese digits in a row that are no approximate pair: years, code words.
fn positional(text: &str, at: usize) -> Option<Numeral> {
    let mut mantissa = Mantissa::new();
    let (mut end, mut count, mut zero) = (at, 0, false);
    for c in text[at..].chars() {
        let Some(Sign::Digit(digit)) = sign(c) else { break };
        mantissa.whole(digit);
        (end, count, zero) = (end + c.len_utf8(), count + 1, zero || digit == 0);
    }
    let pair = count == 2 && pair_at(text, at).is_some();
    if count < 2 || pair {
        return None;
    }
    let run = signs(text, end);
    let shape = if run > end { Shape::Glued } else { Shape::Positional };
    let end = run;
    let (value, precision) = (mantissa.decimal(), mantissa.precision);
    Some(Numeral { start: at, end, value, precision, max: None, vague: false, shape, tail: Tail::default() })
}
