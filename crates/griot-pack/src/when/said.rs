//! One moment in print.

use super::calendar::{Calendar, PRESENT};
use super::fields::{Digits, Fields, Part};
use super::moment::{Moment, Unit};
use super::{Day, When, edtf};

const MONTHS: [&str; 12] = [
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

const ISLAMIC_MONTHS: [&str; 12] = [
    "Muharram",
    "Safar",
    "Rabi I",
    "Rabi II",
    "Jumada I",
    "Jumada II",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qada",
    "Dhu al-Hijja",
];

pub(super) const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// The name of a month, 1 to 12.
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// The month of that name or of its first three letters, spelled as it is printed.
pub(super) fn month_of(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|month| *month == word || word.len() == 3 && month.starts_with(word))?;
    Some(at as u8 + 1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Canonical,
    Screen,
    Words,
}

impl Moment {
    pub(super) fn said(&self, style: Style) -> String {
        let uncertain = self.uncertain == Fields::ALL;
        if self.is_numeric(style) {
            let calendar = match self.calendar {
                Calendar::Julian => " (Julian)",
                Calendar::Gregorian => " (Gregorian)",
                _ => "",
            };
            return format!("{}{calendar}", edtf::numeric(self));
        }
        let perhaps = if uncertain && style == Style::Words { "perhaps " } else { "" };
        let circa = match style {
            _ if self.about != Fields::ALL => "",
            Style::Words => "about ",
            _ => "c. ",
        };
        let mark = if uncertain && style != Style::Words { "?" } else { "" };
        let beside = match (style, self.calendar) {
            (_, Calendar::Civil) | (Style::Canonical, Calendar::Islamic | Calendar::BeforePresent) => String::new(),
            (Style::Canonical, Calendar::Julian) => " (Julian)".to_owned(),
            (Style::Canonical, Calendar::Gregorian) => " (Gregorian)".to_owned(),
            (_, calendar) => self.beside(calendar, style),
        };
        format!("{perhaps}{circa}{}{mark}{beside}", self.part_said(style))
    }

    /// Whether it is a shape of EDTF that is said in no words.
    fn is_numeric(&self, style: Style) -> bool {
        let whole = match self.unit {
            Unit::Month { .. } => self.unknown == Digits::MONTH,
            Unit::Day { .. } => self.unknown == Digits::DAY || self.unknown == Digits::MONTH_AND_DAY,
            _ => false,
        };
        let sayable = style != Style::Canonical && whole && !self.about.any() && !self.uncertain.any();
        self.about.is_partial()
            || self.uncertain.is_partial()
            || matches!(self.unit, Unit::Rounded(_))
            || self.unknown.any() && !sayable
    }

    fn part_said(&self, style: Style) -> String {
        let words = style == Style::Words;
        let some = match self.unknown {
            Digits::MONTH => return format!("some month in {}", self.year_of(style)),
            Digits::MONTH_AND_DAY => return format!("some day in {}", self.year_of(style)),
            Digits::DAY => "some day in ",
            _ => "",
        };
        let long = matches!(self.unit, Unit::Decade | Unit::Century | Unit::Millennium);
        let season = matches!(self.unit, Unit::Season(_));
        let part = match (self.part, words) {
            (Part::Whole, _) => "",
            (Part::Early, _) => "early ",
            (Part::Mid, _) => "mid ",
            (Part::Late, _) => "late ",
            (Part::Half1, true) => "first half of ",
            (Part::Half2, true) => "second half of ",
            (Part::Quarter1, true) => "first quarter of ",
            (Part::Quarter2, true) => "second quarter of ",
            (Part::Quarter3, true) => "third quarter of ",
            (Part::Quarter4, true) => "fourth quarter of ",
            (Part::Half1, false) => "1st half of ",
            (Part::Half2, false) => "2nd half of ",
            (Part::Quarter1, false) => "1st quarter of ",
            (Part::Quarter2, false) => "2nd quarter of ",
            (Part::Quarter3, false) => "3rd quarter of ",
            (Part::Quarter4, false) => "4th quarter of ",
        };
        let fraction = part.ends_with(" of ");
        let before = if words && (long || season || fraction) { "the " } else { "" };
        let between = if words && fraction && long { "the " } else { "" };
        format!("{some}{before}{part}{between}{}", self.unit_said(style))
    }

    fn unit_said(&self, style: Style) -> String {
        let year = self.year;
        let month = |m: u8| match self.calendar {
            Calendar::Islamic => ISLAMIC_MONTHS[usize::from(m.clamp(1, 12)) - 1],
            _ if style == Style::Words => month_name(m),
            _ => &month_name(m)[..3],
        };
        match self.unit {
            Unit::Day { month: m, day: 0 } | Unit::Month { month: m } => {
                format!("{} {}", month(m), self.year_of(style))
            }
            Unit::Day { month: m, day } => format!("{day} {} {}", month(m), self.year_of(style)),
            Unit::Season(code) => season_said(code, year, style),
            Unit::Year | Unit::Rounded(_) => self.year_of(style),
            Unit::Decade if year >= 1000 => format!("{year}s"),
            Unit::Decade if year > 0 => format!("AD {year}s"),
            Unit::Decade => format!("{}s BC", 1 - (year + 9)),
            Unit::Century => self.nth(100, if style == Style::Words { "century" } else { "c." }),
            Unit::Millennium => self.nth(1000, "millennium"),
        }
    }

    /// The year as its calendar says it.
    fn year_of(&self, style: Style) -> String {
        match self.calendar {
            Calendar::Islamic => format!("AH {}", self.year),
            Calendar::BeforePresent => format!("{} BP", grouped(PRESENT - self.year, style)),
            _ => year_said(self.year, style),
        }
    }

    fn nth(&self, length: i64, name: &str) -> String {
        let first = self.year;
        if first <= 0 {
            return format!("{} {name} BC", ordinal((1 - first) / length));
        }
        let era = if self.calendar == Calendar::Islamic { " AH" } else { "" };
        format!("{} {name}{era}", ordinal((first - 1) / length + 1))
    }

    /// The calendar, where its name is needed, and the civil days: ` Julian (11 Mar 1700)`, ` (1293–94)`.
    fn beside(&self, calendar: Calendar, style: Style) -> String {
        let name = match calendar {
            Calendar::Julian => " Julian",
            Calendar::Gregorian => " Gregorian",
            _ => "",
        };
        let (first, last) = self.days();
        let day = |Day { year, month, day }: Day| Self::new(year, Unit::Day { month, day });
        let (first, last) = match (self.unit, calendar) {
            (Unit::Year, Calendar::BeforePresent) => (Self::of_year(first.year), Self::of_year(last.year)),
            (Unit::Year | Unit::Century | Unit::Millennium, Calendar::Islamic) if style == Style::Screen => {
                (Self::of_year(first.year), Self::of_year(last.year))
            }
            _ => (day(first), day(last)),
        };
        let civil = if first == last { When::At(first) } else { When::Span(first, last) };
        let civil = match (style, first.year, last.year) {
            (Style::Words, ..) if first != last => format!("{} to {}", first.said(style), last.said(style)),
            (Style::Words, ..) => first.said(style),
            (_, begin @ 1000.., end) if end == begin + 1 && civil.to_the_year() == civil && end % 100 > 0 => {
                format!("{begin}–{:02}", end % 100)
            }
            _ => civil.on_screen(),
        };
        format!("{name} ({civil})")
    }

    pub(super) fn is_bare_year(&self) -> bool {
        *self == Self::of_year(self.year) && self.year >= 1000 && self.year < 10_000
    }
}

fn season_said(code: u8, year: i64, style: Style) -> String {
    let half = match code {
        25..=28 => "northern ",
        29..=32 => "southern ",
        _ => "",
    };
    let name = ["winter", "spring", "summer", "autumn"][usize::from(code) % 4];
    let of = if style == Style::Words { " of" } else { "" };
    let year = match (code, year) {
        // It goes over the new year.
        (24 | 28 | 30, 1000..) => format!("{year}/{:02}", (year + 1) % 100),
        (24 | 28 | 30, 1..) => format!("{year}/{} AD", year + 1),
        (24 | 28 | 30, 0) => "1 BC/AD 1".to_owned(),
        (24 | 28 | 30, _) => format!("{}/{} BC", 1 - year, -year),
        _ => year_said(year, style),
    };
    format!("{half}{name}{of} {year}")
}

fn grouped(number: i64, style: Style) -> String {
    let digits = number.to_string();
    if style == Style::Canonical || number < 10_000 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

pub(super) fn year_said(year: i64, style: Style) -> String {
    match year {
        // So long a number is a year only with its era.
        1000..10_000_000 => grouped(year, style),
        1.. => format!("AD {}", grouped(year, style)),
        _ => format!("{} BC", grouped(1_i64.saturating_sub(year), style)),
    }
}

/// `1st`, `22nd`, `113th`.
pub(super) fn ordinal(n: i64) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}
