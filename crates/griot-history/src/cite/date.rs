//! The dates of sources in the words of reference software, which knows days, months and years, spans of two, `circa`,
//! and little else.

use griot_pack::pack::Source;
use griot_pack::when::{Day, Moment, Unit, When};

/// A date as reference software has it: one end, or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The first and, of a span, the last.
    pub ends: Vec<End>,
    /// Whether it was said with `c.`, or by a word wider than a year.
    pub circa: bool,
    /// As griot says it: `c. 1068`, `300 BC`, `1950–1960`.
    pub said: String,
}

/// A day, a month or a year of the proleptic Gregorian calendar; the year is astronomical.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// 0 is 1 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Stated {
    /// When a source appeared; no ends where one of them is open.
    pub fn of(source: &Source) -> Option<Self> {
        source.when().map(Self::new)
    }

    pub fn new(when: When) -> Self {
        let said = when.on_screen();
        let of = |m: Moment| (End::first(m), End::last(m));
        let (ends, circa) = match when {
            When::At(m) => {
                let (first, last) = of(m);
                (if first == last { vec![first] } else { vec![first, last] }, m.circa)
            }
            When::Span(a, b) => (vec![of(a).0, of(b).1], a.circa || b.circa),
            When::Before(_) | When::After(_) | When::From(_) => (Vec::new(), false),
        };
        Self { ends, circa, said }
    }

    /// The one day, month or year after Christ that needs no further word.
    pub fn plain(&self) -> Option<End> {
        match self.ends.as_slice() {
            [one] if !self.circa && one.year > 0 => Some(*one),
            _ => None,
        }
    }
}

impl End {
    fn first(m: Moment) -> Self {
        Self::of(m, m.first())
    }

    fn last(m: Moment) -> Self {
        Self::of(m, m.last())
    }

    const fn of(m: Moment, day: Day) -> Self {
        let Day { year, month, day } = day;
        match m.unit {
            Unit::Day { .. } => Self { year, month: Some(month), day: Some(day) },
            Unit::Month { .. } => Self { year, month: Some(month), day: None },
            _ => Self { year, month: None, day: None },
        }
    }

    /// As ISO 8601 has it, as far as it is known: `2019-03`, `-0299`.
    pub fn iso(self) -> String {
        let sign = if self.year < 0 { "-" } else { "" };
        let mut out = format!("{sign}{:04}", self.year.unsigned_abs());
        for part in [self.month, self.day].into_iter().flatten() {
            out.push_str(&format!("-{part:02}"));
        }
        out
    }
}
