//! The dates of sources in the words of reference software, which knows days, months and years, spans of two, `circa`,
//! and little else.

use griot_pack::pack::Source;
use griot_pack::when::{Calendar, Day, Moment, Part, Unit, When};

/// A date as reference software has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// One end or, of a span, the first and the last; none where one of them is open.
    pub ends: Vec<End>,
    /// Whether it is said with doubt.
    pub circa: bool,
    /// Whether the ends say all that is known.
    pub is_all: bool,
    /// As griot says it: `c. 1068`, `300 BC`, `1950–1960`.
    pub words: String,
}

/// A day, a month or a year of the civil calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    day: Day,
    /// How many of its parts are meant: 1 for the year, 3 for the day.
    parts: usize,
}

impl Stated {
    /// When a source appeared.
    pub fn of(source: &Source) -> Option<Self> {
        source.when().map(Self::new)
    }

    pub fn new(when: When) -> Self {
        let doubted = |m: Moment| m.about.any() || m.uncertain.any();
        let (ends, is_all) = match when {
            When::At(m) => (ends(m, m), is_exact(m)),
            When::Span(a, b) => (ends(a, b), is_exact(a) && is_exact(b)),
            When::Between(a, b) => (ends(a, b), false),
            _ => (Vec::new(), false),
        };
        let circa = matches!(when, When::Between(..)) || when.moments().any(doubted);
        Self { ends, circa, is_all, words: when.on_screen() }
    }

    /// The one day, month or year after Christ that needs no further word.
    pub fn plain(&self) -> Option<End> {
        match self.ends.as_slice() {
            [one] if self.is_all && one.year() > 0 => Some(*one),
            _ => None,
        }
    }
}

/// Whether nothing is said of the moment but a day, a month or a year of the civil calendar.
fn is_exact(m: Moment) -> bool {
    let sure = !m.about.any() && !m.uncertain.any() && !m.unknown.any();
    let counted = matches!(m.unit, Unit::Day { .. } | Unit::Month { .. } | Unit::Year);
    sure && counted && m.part == Part::Whole && m.calendar == Calendar::Civil
}

/// The first end of one moment and the last of another; one where they are the same.
fn ends(first: Moment, last: Moment) -> Vec<End> {
    let parts = |m: Moment| match m.unit {
        _ if m.unknown.any() => 1,
        // The months and years of other calendars begin on any day of ours.
        _ if matches!(m.calendar, Calendar::Islamic | Calendar::Julian | Calendar::Gregorian) => 3,
        Unit::Day { .. } => 3,
        Unit::Month { .. } | Unit::Season(_) => 2,
        _ => 1,
    };
    let (from, to) = (End { day: first.first(), parts: parts(first) }, End { day: last.last(), parts: parts(last) });
    if from.civil() == to.civil() { vec![from] } else { vec![from, to] }
}

impl End {
    /// Astronomical: 0 is 1 BC.
    pub const fn year(self) -> i64 {
        self.day.year
    }

    /// The year, the month and the day of the civil calendar, as far as they are known.
    pub fn civil(self) -> Vec<i64> {
        let Day { year, month, day } = self.day;
        [year, month.into(), day.into()].into_iter().take(self.parts).collect()
    }

    /// The same in ISO 8601, whose days are Gregorian however long ago.
    pub fn iso(self) -> Vec<i64> {
        if self.parts < 3 {
            return self.civil();
        }
        let (year, month, day) = self.day.gregorian();
        vec![year, month.into(), day.into()]
    }

    /// `2019-03`, `-0299`.
    pub fn iso_text(self) -> String {
        let mut out = String::new();
        for (i, part) in self.iso().into_iter().enumerate() {
            match i {
                0 => out.push_str(&format!("{}{:04}", if part < 0 { "-" } else { "" }, part.unsigned_abs())),
                _ => out.push_str(&format!("-{part:02}")),
            }
        }
        out
    }
}
