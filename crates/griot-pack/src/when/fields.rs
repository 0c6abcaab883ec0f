//! What is said of the fields of a date: which part of its unit is meant, what is doubted, which digits are unknown.

/// Which part of its unit a moment means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its first third.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third.
    Late,
    /// Its first half.
    Half1,
    /// Its second half.
    Half2,
    /// Its first quarter.
    Quarter1,
    /// Its second quarter.
    Quarter2,
    /// Its third quarter.
    Quarter3,
    /// Its last quarter.
    Quarter4,
}

/// A set of the fields of a date, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fields(u8);

/// The digits of a date that are not known, as bits in the order of `YYYY-MM-DD`; such digits count as 0 in its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digits(u8);

impl Fields {
    /// No field.
    pub const NONE: Self = Self(0);
    /// The year.
    pub const YEAR: Self = Self(1);
    /// The month, or the season.
    pub const MONTH: Self = Self(2);
    /// The day.
    pub const DAY: Self = Self(4);
    /// The date as a whole.
    pub const ALL: Self = Self(7);

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds all fields of the other.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there are some.
    #[must_use]
    pub const fn any(self) -> bool {
        self.0 != 0
    }

    /// Whether some but not all are in it.
    pub(super) const fn is_partial(self) -> bool {
        self.0 != 0 && self.0 != 7
    }

    /// The fields as bits: 1 the year, 2 the month, 4 the day.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The fields of these bits.
    #[must_use]
    pub(crate) const fn of_bits(bits: u8) -> Self {
        Self(bits & 7)
    }
}

impl Digits {
    /// All digits are known.
    pub const NONE: Self = Self(0);
    /// No digit of the month is known.
    pub(super) const MONTH: Self = Self(0b1100);
    /// No digit of the day is known.
    pub(super) const DAY: Self = Self(0b11);
    /// No digit of month and day is known.
    pub(super) const MONTH_AND_DAY: Self = Self(0b1111);

    /// The digits as bits, from that of the thousands of years (128) to the ones of days (1).
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The digits of these bits.
    #[must_use]
    pub(crate) const fn of_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether there are some.
    #[must_use]
    pub const fn any(self) -> bool {
        self.0 != 0
    }

    /// Whether a number of `width` digits is one that the digits of `known` leave possible. `last` is the place of the
    /// last digit among the bits.
    pub(super) fn leave(self, number: i64, known: i64, last: u8, width: u32) -> bool {
        (0..width).all(|at| {
            let digit = |n: i64| n.unsigned_abs() / 10_u64.pow(at) % 10;
            self.0 >> (u32::from(last) + at) & 1 == 1 || digit(number) == digit(known)
        })
    }

    /// What the unknown digits of the year could add at most: 90 for `19X5`.
    pub(super) fn most(self) -> i64 {
        (0..4).map(|at| if self.0 >> (4 + at) & 1 == 1 { 9 * 10_i64.pow(at) } else { 0 }).sum()
    }
}

impl Part {
    /// This part of the `length` units from `first`: its first and last unit.
    pub(super) const fn of(self, first: i64, length: i64) -> (i64, i64) {
        let (third, half, quarter) = (length / 3, length / 2, length / 4);
        let (from, to) = match self {
            Self::Whole => (0, length),
            Self::Early => (0, third),
            Self::Mid => (third, 2 * third),
            Self::Late => (2 * third, length),
            Self::Half1 => (0, half),
            Self::Half2 => (half, length),
            Self::Quarter1 => (0, quarter),
            Self::Quarter2 => (quarter, 2 * quarter),
            Self::Quarter3 => (2 * quarter, 3 * quarter),
            Self::Quarter4 => (3 * quarter, length),
        };
        (first + from, first + to - 1)
    }

    /// A half, 1 or 2.
    pub(super) const fn half(n: i64) -> Self {
        if n == 1 { Self::Half1 } else { Self::Half2 }
    }

    /// A quarter, 1 to 4.
    pub(super) const fn quarter(n: i64) -> Self {
        match n {
            1 => Self::Quarter1,
            2 => Self::Quarter2,
            3 => Self::Quarter3,
            _ => Self::Quarter4,
        }
    }

    /// A third, 1 to 3.
    pub(super) const fn third(n: i64) -> Self {
        match n {
            1 => Self::Early,
            2 => Self::Mid,
            _ => Self::Late,
        }
    }

    /// Into how many it parts its unit.
    pub(super) const fn parts(self) -> u8 {
        match self {
            Self::Whole => 1,
            Self::Early | Self::Mid | Self::Late => 3,
            Self::Half1 | Self::Half2 => 2,
            Self::Quarter1 | Self::Quarter2 | Self::Quarter3 | Self::Quarter4 => 4,
        }
    }
}
