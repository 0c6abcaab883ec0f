//! One moment in print.

use std::fmt::{self, Write};

use super::calendar::{Calendar, PRESENT};
use super::day::Day;
use super::edtf;
use super::fields::{Digits, Fields, Part};
use super::model::When;
use super::moment::{Moment, Unit};

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

/// The English name of a month, 1 to 12; what is beyond is taken for the nearest.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// The month of that name or of its first three letters, spelled as it is printed.
#[must_use]
pub fn month_of(word: &str) -> Option<u8> {
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
        let mut out = String::new();
        self.say(style, &mut out);
        out
    }

    fn say(&self, style: Style, out: &mut String) {
        if self.is_numeric(style) {
            out.push_str(&edtf::numeric(self));
        } else {
            let uncertain = self.uncertain == Fields::ALL;
            if uncertain && style == Style::Words {
                out.push_str("perhaps ");
            }
            if self.about == Fields::ALL {
                out.push_str(if style == Style::Words { "about " } else { "c. " });
            }
            self.say_part(style, out);
            if uncertain && style != Style::Words {
                out.push('?');
            }
        }
        match (self.calendar, style) {
            (Calendar::Civil, _) | (Calendar::Islamic | Calendar::BeforePresent, Style::Canonical) => {}
            (Calendar::Julian, Style::Canonical) => out.push_str(" (Julian)"),
            (Calendar::Gregorian, Style::Canonical) => out.push_str(" (Gregorian)"),
            (calendar, _) => self.say_civil(calendar, style, out),
        }
    }

    /// Whether it is a shape of EDTF that is said in no words.
    pub(super) fn is_numeric(&self, style: Style) -> bool {
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

    fn say_part(&self, style: Style, out: &mut String) {
        let words = style == Style::Words;
        let whole = match self.unknown {
            Digits::MONTH => Some("some month in "),
            Digits::MONTH_AND_DAY => Some("some day in "),
            _ => None,
        };
        if let Some(some) = whole {
            out.push_str(some);
            return self.say_year(style, out);
        }
        if self.unknown == Digits::DAY {
            out.push_str("some day in ");
        }
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
        if words && (long || season || fraction) {
            out.push_str("the ");
        }
        out.push_str(part);
        if words && fraction && long {
            out.push_str("the ");
        }
        self.say_unit(style, out);
    }

    fn say_unit(&self, style: Style, out: &mut String) {
        let year = self.year;
        match self.unit {
            Unit::Day { month, day } => {
                if day > 0 {
                    put(out, format_args!("{day} "));
                }
                self.say_month(month, style, out);
            }
            Unit::Month { month } => self.say_month(month, style, out),
            Unit::Season(code) => say_season(code, year, style, out),
            Unit::Year | Unit::Rounded(_) => self.say_year(style, out),
            Unit::Decade if year >= 1000 => put(out, format_args!("{year}s")),
            Unit::Decade if year > 0 => put(out, format_args!("AD {year}s")),
            Unit::Decade => put(out, format_args!("{}s BC", 1 - (year + 9))),
            Unit::Century => self.say_nth(100, if style == Style::Words { "century" } else { "c." }, out),
            Unit::Millennium => self.say_nth(1000, "millennium", out),
        }
    }

    fn say_month(&self, month: u8, style: Style, out: &mut String) {
        out.push_str(match self.calendar {
            Calendar::Islamic => ISLAMIC_MONTHS[usize::from(month.clamp(1, 12)) - 1],
            _ if style == Style::Words => month_name(month),
            _ => &month_name(month)[..3],
        });
        out.push(' ');
        self.say_year(style, out);
    }

    /// The year as its calendar says it.
    fn say_year(&self, style: Style, out: &mut String) {
        match self.calendar {
            Calendar::Islamic => put(out, format_args!("AH {}", self.year)),
            Calendar::BeforePresent => {
                say_grouped(PRESENT - self.year, style, out);
                out.push_str(" BP");
            }
            _ => say_year(self.year, style, out),
        }
    }

    fn say_nth(&self, length: i64, name: &str, out: &mut String) {
        let first = self.year;
        let (n, era) = match self.calendar {
            Calendar::Islamic => ((first - 1) / length + 1, " AH"),
            _ if first > 0 => ((first - 1) / length + 1, ""),
            _ => ((1 - first) / length, " BC"),
        };
        put(out, format_args!("{} {name}{era}", ordinal(n)));
    }

    /// The calendar, where its name is needed, and the civil days: ` Julian (11 Mar 1700)`, ` (1293–94)`.
    fn say_civil(&self, calendar: Calendar, style: Style, out: &mut String) {
        let name = match calendar {
            Calendar::Julian => " Julian",
            Calendar::Gregorian => " Gregorian",
            _ => "",
        };
        let civil = self.in_civil(style);
        let said = match (civil, style) {
            (When::At(moment), _) => moment.said(style),
            (When::Span(first, last), Style::Words) => format!("{} to {}", first.said(style), last.said(style)),
            _ => short_years(&civil, style).unwrap_or_else(|| civil.on_screen()),
        };
        put(out, format_args!("{name} ({said})"));
    }

    /// Its days in the civil calendar, or its years where these say it well enough.
    pub(super) fn in_civil(&self, style: Style) -> When {
        let (first, last) = self.days();
        let day = |Day { year, month, day }: Day| Self::new(year, Unit::Day { month, day });
        let (first, last) = match (self.unit, self.calendar) {
            (Unit::Year, Calendar::BeforePresent) => (Self::of_year(first.year), Self::of_year(last.year)),
            (Unit::Year | Unit::Century | Unit::Millennium, Calendar::Islamic) if style == Style::Screen => {
                (Self::of_year(first.year), Self::of_year(last.year))
            }
            _ => (day(first), day(last)),
        };
        if first == last { When::At(first) } else { When::Span(first, last) }
    }

    pub(super) fn is_bare_year(&self) -> bool {
        *self == Self::of_year(self.year) && self.year >= 1000 && self.year < 10_000
    }
}

/// Two years in a row on screen, the second by its last digits: `1590–91`.
pub(super) fn short_years(civil: &When, style: Style) -> Option<String> {
    let When::Span(first, last) = civil else { return None };
    let (begin, end) = (first.year, last.year);
    let short = style == Style::Screen && civil.to_the_year() == *civil && begin >= 1000;
    (short && end == begin + 1 && end % 100 > 0).then(|| format!("{begin}–{:02}", end % 100))
}

fn say_season(code: u8, year: i64, style: Style, out: &mut String) {
    out.push_str(match code {
        25..=28 => "northern ",
        29..=32 => "southern ",
        _ => "",
    });
    out.push_str(["winter ", "spring ", "summer ", "autumn "][usize::from(code) % 4]);
    if style == Style::Words {
        out.push_str("of ");
    }
    match (code, year) {
        // It goes over the new year.
        (24 | 28 | 30, 1000..) => put(out, format_args!("{year}/{:02}", (year + 1) % 100)),
        (24 | 28 | 30, 1..) => put(out, format_args!("{year}/{} AD", year + 1)),
        (24 | 28 | 30, 0) => out.push_str("1 BC/AD 1"),
        (24 | 28 | 30, _) => put(out, format_args!("{}/{} BC", 1 - year, -year)),
        _ => say_year(year, style, out),
    }
}

/// A number, with commas between its thousands where it is long and meant for readers.
fn say_grouped(number: i64, style: Style, out: &mut String) {
    if style == Style::Canonical || number < 10_000 {
        return put(out, format_args!("{number}"));
    }
    let digits = number.to_string();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
}

pub(super) fn year_said(year: i64, style: Style) -> String {
    let mut out = String::new();
    say_year(year, style, &mut out);
    out
}

fn say_year(year: i64, style: Style, out: &mut String) {
    // So long a number is a year only with its era.
    if year > 0 && !(1000..10_000_000).contains(&year) {
        out.push_str("AD ");
    }
    say_grouped(if year > 0 { year } else { 1_i64.saturating_sub(year) }, style, out);
    if year <= 0 {
        out.push_str(" BC");
    }
}

/// Writes to a text, which never fails.
fn put(out: &mut String, what: fmt::Arguments) {
    let _ = out.write_fmt(what);
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
