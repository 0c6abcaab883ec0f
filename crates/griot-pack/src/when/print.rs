//! Dates in print: the canonical grammar, the form on screen and the form read back to the reader in words.

use std::fmt::{self, Display, Formatter};

use super::{Day, Moment, Part, Unit, When};

pub(super) const MONTHS: [&str; 12] = [
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

/// The canonical grammar: what [`When::parse`] reads back unchanged.
impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(m) => m.fmt(f),
            Self::Span(a, b) => write!(f, "{a}..{b}"),
            Self::Before(m) => write!(f, "<{m}"),
            Self::After(m) => write!(f, ">{m}"),
            Self::From(m) => write!(f, "{m}.."),
        }
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Style::Canonical))
    }
}

impl When {
    /// The form on screen: `10,000 BC – 19th c.`, `1738–1756`, `since 5 Jun 2020`.
    #[must_use]
    pub fn on_screen(&self) -> String {
        let said = |m: &Moment| m.said(Style::Screen);
        match self {
            Self::At(m) => said(m),
            Self::Span(a, b) if a.is_bare_year() && b.is_bare_year() => format!("{}–{}", said(a), said(b)),
            Self::Span(a, b) => shared_end(a, b).unwrap_or_else(|| format!("{} – {}", said(a), said(b))),
            Self::Before(m) => format!("before {}", said(m)),
            Self::After(m) => format!("after {}", said(m)),
            Self::From(m) => format!("since {}", said(m)),
        }
    }

    /// The date said back in full words: `the 13th century`, `from 900 BC to AD 900`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let said = |m: &Moment| m.said(Style::Words);
        match self {
            Self::At(m) => said(m),
            Self::Span(a, b) => format!("from {} to {}", said(a), said(b)),
            Self::Before(m) => format!("before {}", said(m)),
            Self::After(m) => format!("after {}", said(m)),
            Self::From(m) => format!("since {}", said(m)),
        }
    }
}

/// The year of `day` as it is said: `1591`, `AD 900`, `300 BC`, `10,000 BC`.
#[must_use]
pub fn year_in_words(year: i32) -> String {
    year_said(year, Style::Screen)
}

/// The day as it is said: `26 March 1991`.
#[must_use]
pub fn day_in_words(day: Day) -> String {
    format!("{} {} {}", day.day, MONTHS[usize::from(day.month.clamp(1, 12)) - 1], year_in_words(day.year))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Canonical,
    Screen,
    Words,
}

impl Moment {
    fn said(&self, style: Style) -> String {
        let circa = match style {
            _ if !self.circa => "",
            Style::Words => "about ",
            _ => "c. ",
        };
        let part = match self.part {
            Part::Whole => "",
            Part::Early => "early ",
            Part::Mid => "mid ",
            Part::Late => "late ",
        };
        let article = match self.unit {
            Unit::Decade | Unit::Century | Unit::Millennium if style == Style::Words => "the ",
            _ => "",
        };
        format!("{circa}{article}{part}{}", self.unit_said(style))
    }

    fn unit_said(&self, style: Style) -> String {
        let year = self.year;
        let month = |m: u8| {
            let name = MONTHS[usize::from(m.clamp(1, 12)) - 1];
            if style == Style::Words { name } else { &name[..3] }
        };
        match self.unit {
            Unit::Day { month: m, day } => format!("{day} {} {}", month(m), year_said(year, style)),
            Unit::Month { month: m } => format!("{} {}", month(m), year_said(year, style)),
            Unit::Year => year_said(year, style),
            Unit::Decade if year > 0 => format!("{year}s"),
            Unit::Decade => format!("{}s BC", 1 - (year + 9)),
            Unit::Century => era_of(year, 100, if style == Style::Words { "century" } else { "c." }),
            Unit::Millennium => era_of(year, 1000, "millennium"),
        }
    }

    fn is_bare_year(&self) -> bool {
        matches!(self.unit, Unit::Year) && !self.circa && self.part == Part::Whole && self.year >= 1000
    }
}

/// `22–26 Mar 1991` and `Mar – Apr 2020`: what two ends share is said once.
fn shared_end(a: &Moment, b: &Moment) -> Option<String> {
    if a.year != b.year || a.circa || b.circa || a.part != Part::Whole || b.part != Part::Whole {
        return None;
    }
    let name = |m: u8| &MONTHS[usize::from(m.clamp(1, 12)) - 1][..3];
    let year = year_said(a.year, Style::Screen);
    match (a.unit, b.unit) {
        (Unit::Day { month: m, day: d }, Unit::Day { month: n, day: e }) if m == n => {
            Some(format!("{d}–{e} {} {year}", name(m)))
        }
        (Unit::Day { month: m, day: d }, Unit::Day { month: n, day: e }) => {
            Some(format!("{d} {} – {e} {} {year}", name(m), name(n)))
        }
        (Unit::Month { month: m }, Unit::Month { month: n }) => Some(format!("{}–{} {year}", name(m), name(n))),
        _ => None,
    }
}

fn year_said(year: i32, style: Style) -> String {
    let grouped = |n: i32| match n {
        10_000.. if style != Style::Canonical => format!("{},{:03}", n / 1000, n % 1000),
        _ => n.to_string(),
    };
    match year {
        1000.. => grouped(year),
        1.. => format!("AD {year}"),
        _ => format!("{} BC", grouped(1i32.saturating_sub(year))),
    }
}

fn era_of(first_year: i32, length: i32, name: &str) -> String {
    if first_year > 0 {
        format!("{} {name}", ordinal((first_year - 1) / length + 1))
    } else {
        format!("{} {name} BC", ordinal((1 - first_year) / length))
    }
}

fn ordinal(n: i32) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}
