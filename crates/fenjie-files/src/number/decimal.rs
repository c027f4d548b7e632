//! The decimal digits of a number.

/// The digits of a number without its sign: `0.d₁d₂d₃… × 10^point`, with no zero at either end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    digits: Vec<u8>,
    point: i32,
}

/// Up to so many places before and behind the point, a number without a format is written out.
const PLAIN: i32 = 40;

impl Digits {
    /// A sheet shows the 15 digits that it is sure of; rounding starts from these, so that 1.005 becomes 1.01.
    pub(super) fn of(value: f64) -> Self {
        let written = format!("{:.14e}", value.abs());
        let (digits, exponent) = written.split_once('e').unwrap_or(("", ""));
        let digits = digits.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
        let mut number = Self { digits, point: exponent.parse().map_or(0, |exponent: i32| exponent + 1) };
        number.trim();
        number
    }

    /// The number times a power of ten.
    pub(super) fn shift(&mut self, power: i32) {
        self.point = self.point.saturating_add(power);
    }

    /// The number with so many places behind the point; a five goes up.
    pub(super) fn rounded(mut self, places: usize) -> Self {
        let kept = self.point.saturating_add(places as i32);
        let Ok(kept) = usize::try_from(kept) else { return Self { digits: Vec::new(), point: 0 } };
        let up = self.digits.get(kept).is_some_and(|&digit| digit >= 5);
        self.digits.truncate(kept);
        if up {
            self.increase();
        }
        self.trim();
        self
    }

    /// Adds one to the last digit.
    fn increase(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            *digit += 1;
            if *digit < 10 {
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    fn trim(&mut self) {
        let kept = self.digits.iter().rposition(|&digit| digit > 0).map_or(0, |last| last + 1);
        self.digits.truncate(kept);
        let zeros = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..zeros);
        self.point = if self.digits.is_empty() { 0 } else { self.point - zeros as i32 };
    }

    /// The digits before the point; none where the number is below one.
    pub(super) fn whole(&self) -> Vec<u8> {
        let count = usize::try_from(self.point).unwrap_or(0);
        self.digits.iter().copied().chain(std::iter::repeat(0)).take(count).collect()
    }

    /// So many digits behind the point.
    pub(super) fn fraction(&self, places: usize) -> Vec<u8> {
        let zeros = usize::try_from(-self.point).unwrap_or(0);
        let skipped = usize::try_from(self.point).unwrap_or(0);
        let digits = self.digits.iter().skip(skipped).copied();
        std::iter::repeat_n(0, zeros).chain(digits).chain(std::iter::repeat(0)).take(places).collect()
    }

    /// The number as it is usually written; `None` where that takes very many zeros.
    pub(super) fn plain(&self) -> Option<String> {
        if self.point.abs() > PLAIN {
            return None;
        }
        let places = usize::try_from(self.digits.len() as i32 - self.point).unwrap_or(0);
        let text = |digits: Vec<u8>| digits.into_iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
        let whole = if self.point > 0 { text(self.whole()) } else { "0".to_owned() };
        Some(if places > 0 { format!("{whole}.{}", text(self.fraction(places))) } else { whole })
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;

    #[test]
    fn a_number_is_rounded_as_people_do_it() {
        let rounded = |value, places| Digits::of(value).rounded(places).plain().unwrap();
        assert_eq!(rounded(1.005, 2), "1.01");
        assert_eq!(rounded(0.125, 2), "0.13");
        assert_eq!(rounded(9.96, 1), "10");
        assert_eq!(rounded(0.96, 0), "1");
        assert_eq!(rounded(0.04, 1), "0");
        assert_eq!(rounded(0.004, 1), "0");
        assert_eq!(rounded(123.0, 5), "123");
    }

    #[test]
    fn digits_stand_on_their_side_of_the_point() {
        let mut number = Digits::of(-0.0721);
        assert_eq!((number.whole(), number.fraction(5)), (vec![], vec![0, 7, 2, 1, 0]));
        number.shift(2);
        assert_eq!((number.whole(), number.fraction(1)), (vec![7], vec![2]));
        assert_eq!(Digits::of(0.0).plain().unwrap(), "0");
        assert_eq!(Digits::of(1e21).plain().unwrap(), "1000000000000000000000");
        assert_eq!(Digits::of(1e300).plain(), None);
    }
}
