//! Times → days.

use jiff::civil::Date;

/// The years that a text speaks of: those of its part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Years {
    pub(crate) from: Option<i16>,
    pub(crate) to: Option<i16>,
}

impl Years {
    /// The one year that a time without a year is of; a part of several years has none.
    fn only(self) -> Option<i16> {
        self.to.filter(|_| self.from.is_none() || self.from == self.to)
    }

    /// The year that 今年 means.
    fn current(self) -> Option<i16> {
        self.from.or(self.to)
    }
}

/// The year of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// As printed.
    Printed(i16),
    /// So many years from the notice's own.
    From(i8),
    /// None is said.
    Unsaid,
    /// None is said, and the month of a range's end is before that of its start (11月至3月).
    AfterUnsaid,
}

impl Year {
    pub(super) fn after(self) -> Self {
        match self {
            Self::Printed(year) => Self::Printed(year.saturating_add(1)),
            Self::From(count) => Self::From(count.saturating_add(1)),
            Self::Unsaid | Self::AfterUnsaid => Self::AfterUnsaid,
        }
    }

    fn of(self, years: Years) -> Option<i16> {
        match self {
            Self::Printed(year) => Some(year),
            Self::From(count) => years.current()?.checked_add(count.into()),
            Self::Unsaid => years.only(),
            Self::AfterUnsaid => years.only()?.checked_add(1),
        }
    }
}

/// What a time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// The end of a year.
    Year(Year),
    /// The end of a year's first or second half.
    Half(Year, u8),
    Quarter(Year, i8),
    Month(Year, i8),
    /// A third of a month.
    Third(Year, i8, u8),
    Day(Year, i8, i8),
    /// The day before a month or a year begins (`6月前`).
    BeforeMonth(Year, i8),
    BeforeYear(Year),
    /// So many years, the first of which is the part's first.
    Years(u32),
    /// Words without a day.
    Words,
}

impl When {
    /// The year that is said.
    pub(super) fn year(self) -> Option<Year> {
        match self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _)
            | Self::Third(year, ..)
            | Self::Day(year, ..)
            | Self::BeforeMonth(year, _)
            | Self::BeforeYear(year) => Some(year),
            Self::Years(_) | Self::Words => None,
        }
    }

    /// The same time of another year.
    pub(super) fn of_year(self, year: Year) -> Self {
        match self {
            Self::Year(_) => Self::Year(year),
            Self::Half(_, half) => Self::Half(year, half),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Month(_, month) => Self::Month(year, month),
            Self::Third(_, month, third) => Self::Third(year, month, third),
            Self::Day(_, month, day) => Self::Day(year, month, day),
            Self::BeforeMonth(_, month) => Self::BeforeMonth(year, month),
            Self::BeforeYear(_) => Self::BeforeYear(year),
            other => other,
        }
    }

    pub(super) fn month(self) -> Option<i8> {
        match self {
            Self::Month(_, month) | Self::Third(_, month, _) | Self::Day(_, month, _) | Self::BeforeMonth(_, month) => {
                Some(month)
            }
            _ => None,
        }
    }

    /// The last day, where the year is known.
    pub(super) fn last_day(self, years: Years) -> Option<Date> {
        let month_end = |year: i16, month| Date::new(year, month, 1).ok().map(Date::last_of_month);
        match self {
            Self::Year(year) => month_end(year.of(years)?, 12),
            Self::Half(year, half) => month_end(year.of(years)?, if half == 1 { 6 } else { 12 }),
            Self::Quarter(year, quarter) => month_end(year.of(years)?, quarter * 3),
            Self::Third(year, month, third @ (1 | 2)) => {
                Date::new(year.of(years)?, month, if third == 1 { 10 } else { 20 }).ok()
            }
            Self::Month(year, month) | Self::Third(year, month, _) => month_end(year.of(years)?, month),
            Self::Day(year, month, day) => Date::new(year.of(years)?, month, day).ok(),
            Self::BeforeMonth(year, month) => Date::new(year.of(years)?, month, 1).ok()?.yesterday().ok(),
            Self::BeforeYear(year) => month_end(year.of(years)?.checked_sub(1)?, 12),
            Self::Years(count) => {
                month_end(years.current()?.checked_add(i16::try_from(count).ok()?)?.checked_sub(1)?, 12)
            }
            Self::Words => None,
        }
    }
}
