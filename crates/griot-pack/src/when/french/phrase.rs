//! The phrases of French dates: a unit or a part of it, with its noun.

use crate::when::calendar::{Calendar, PRESENT};
use crate::when::fields::{Digits, Part};
use crate::when::moment::{Moment, Unit};
use crate::when::wording::Style;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const SHORT_MONTHS: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

const ISLAMIC_MONTHS: [&str; 12] = [
    "mouharram",
    "safar",
    "rabia I",
    "rabia II",
    "joumada I",
    "joumada II",
    "rajab",
    "chaabane",
    "ramadan",
    "chawwal",
    "dhou al-qida",
    "dhou al-hijja",
];

/// A narrow blank at which no line ends: between thousands, and before a question mark.
pub(super) const BLANK: char = '\u{202f}';

/// The month of that name, in full or short.
pub(in crate::when) fn month_of(word: &str) -> Option<u8> {
    let is_it = |names: [&str; 12]| names.iter().position(|month| *month == word);
    Some(is_it(MONTHS).or_else(|| is_it(SHORT_MONTHS))? as u8 + 1)
}

/// What a phrase begins with, and so which article it takes.
#[derive(Clone, Copy)]
pub(super) enum Noun {
    /// None: `1591`, `mars 1991`.
    Bare,
    Le,
    La,
    /// Of either gender before a vowel: `l’été`.
    Elided,
    Les,
}

/// The word before a noun of each kind, in the order of [`Noun`].
pub(super) type Before = [&'static str; 5];

pub(super) const THE: Before = ["", "le ", "la ", "l’", "les "];
pub(super) const OF: Before = ["de ", "du ", "de la ", "de l’", "des "];
pub(super) const TO: Before = ["à ", "au ", "à la ", "à l’", "aux "];
pub(super) const UNTIL: Before = ["jusqu’en ", "jusqu’au ", "jusqu’à la ", "jusqu’à l’", "jusqu’aux "];
pub(super) const BY: Before =
    ["au plus tard en ", "au plus tard le ", "au plus tard à la ", "au plus tard à l’", "au plus tard les "];

pub(super) struct Phrase {
    pub noun: Noun,
    pub text: String,
}

impl Phrase {
    pub fn new(noun: Noun, text: impl Into<String>) -> Self {
        Self { noun, text: text.into() }
    }

    /// The phrase behind a preposition or an article.
    pub fn after(&self, before: Before) -> String {
        let word = match before[self.noun as usize] {
            "de " if self.text.starts_with(['a', 'o', 'u']) => "d’",
            // What is about right has its own preposition.
            "jusqu’en " if self.text.starts_with('v') => "jusque ",
            "au plus tard en " if self.text.starts_with('v') => "au plus tard ",
            word => word,
        };
        format!("{word}{}", self.text)
    }
}

/// A unit, or a part of it.
pub(super) fn part_of(m: &Moment, style: Style) -> Phrase {
    let year = || Phrase::new(Noun::Bare, year_of(m)).after(OF);
    match m.unknown {
        Digits::MONTH => return Phrase::new(Noun::Bare, format!("un mois {}", year())),
        Digits::MONTH_AND_DAY => return Phrase::new(Noun::Bare, format!("un jour {}", year())),
        Digits::DAY => return Phrase::new(Noun::Bare, format!("un jour {}", unit(m, style).after(OF))),
        _ => {}
    }
    let words = style == Style::Words;
    let nth = |full: &'static str, short: &'static str| if words { full } else { short };
    let (noun, part) = match m.part {
        Part::Whole => return unit(m, style),
        Part::Early => (Noun::Le, "début"),
        Part::Mid => (Noun::Le, "milieu"),
        Part::Late => (Noun::La, "fin"),
        Part::Half1 => (Noun::La, nth("première moitié", "1re moitié")),
        Part::Half2 => (Noun::La, nth("seconde moitié", "2e moitié")),
        Part::Quarter1 => (Noun::Le, nth("premier quart", "1er quart")),
        Part::Quarter2 => (Noun::Le, nth("deuxième quart", "2e quart")),
        Part::Quarter3 => (Noun::Le, nth("troisième quart", "3e quart")),
        Part::Quarter4 => (Noun::Le, nth("quatrième quart", "4e quart")),
    };
    Phrase::new(noun, format!("{part} {}", unit(m, style).after(OF)))
}

pub(super) fn unit(m: &Moment, style: Style) -> Phrase {
    let month = |month: u8| match m.calendar {
        Calendar::Islamic => ISLAMIC_MONTHS[usize::from(month.clamp(1, 12)) - 1],
        _ => month_name(month, style),
    };
    let year = year_of(m);
    match m.unit {
        Unit::Day { month: n, day: 0 } | Unit::Month { month: n } => {
            Phrase::new(Noun::Bare, format!("{} {year}", month(n)))
        }
        Unit::Day { month: n, day } => Phrase::new(Noun::Le, format!("{} {} {year}", day_said(day), month(n))),
        Unit::Season(code) => season(code, m.year),
        Unit::Year | Unit::Rounded(_) => Phrase::new(Noun::Bare, year),
        Unit::Decade => {
            let first = if m.year > 0 { m.year } else { 1 - (m.year + 9) };
            Phrase::new(Noun::Les, format!("années {first}{}", era_of(m.year)))
        }
        Unit::Century => nth(m, 100, "siècle"),
        Unit::Millennium => nth(m, 1000, "millénaire"),
    }
}

pub(super) fn day_said(day: u8) -> String {
    if day == 1 { "1er".to_owned() } else { day.to_string() }
}

pub(super) fn month_name(month: u8, style: Style) -> &'static str {
    let names = if style == Style::Words { MONTHS } else { SHORT_MONTHS };
    names[usize::from(month.clamp(1, 12)) - 1]
}

/// `XIVe siècle`, `IIIe millénaire av. J.-C.`
fn nth(m: &Moment, length: i64, name: &str) -> Phrase {
    let first = m.year;
    let (n, era) = match m.calendar {
        Calendar::Islamic => ((first - 1) / length + 1, " de l’hégire"),
        _ if first > 0 => ((first - 1) / length + 1, ""),
        _ => ((1 - first) / length, " av. J.-C."),
    };
    let ending = if n == 1 { "er" } else { "e" };
    Phrase::new(Noun::Le, format!("{}{ending} {name}{era}", roman(n)))
}

/// In Roman numerals as far as anybody reads these, which is where they need letters beyond X.
fn roman(n: i64) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    match usize::try_from(n) {
        Ok(n @ 1..40) => format!("{}{}", "X".repeat(n / 10), ONES[n % 10]),
        _ => n.to_string(),
    }
}

fn season(code: u8, year: i64) -> Phrase {
    let (noun, name) =
        [(Noun::Elided, "hiver"), (Noun::Le, "printemps"), (Noun::Elided, "été"), (Noun::Elided, "automne")]
            [usize::from(code) % 4];
    let side = match code {
        25..=28 => " boréal",
        29..=32 => " austral",
        _ => "",
    };
    let year = match (code, year) {
        // It goes over the new year.
        (24 | 28 | 30, 1000..) => format!("{year}/{:02}", (year + 1) % 100),
        (24 | 28 | 30, 1..) => format!("{year}/{} apr. J.-C.", year + 1),
        (24 | 28 | 30, 0) => "1 av. J.-C./1 apr. J.-C.".to_owned(),
        (24 | 28 | 30, _) => format!("{}/{} av. J.-C.", 1 - year, -year),
        _ => year_said(year),
    };
    Phrase::new(noun, format!("{name}{side} {year}"))
}

/// The year as its calendar says it.
fn year_of(m: &Moment) -> String {
    match m.calendar {
        Calendar::Islamic => format!("{} H", m.year),
        Calendar::BeforePresent => format!("{} BP", grouped(PRESENT - m.year)),
        _ => year_said(m.year),
    }
}

/// The year as it is said: `1591`, `900 apr. J.-C.`, `10 000 av. J.-C.`
pub(in crate::when) fn year_said(year: i64) -> String {
    // So long a number is a year only with its era.
    let era = if (1000..10_000_000).contains(&year) { "" } else { era_word(year) };
    format!("{}{era}", grouped(if year > 0 { year } else { 1_i64.saturating_sub(year) }))
}

/// The era of a decade, where it needs one.
const fn era_of(year: i64) -> &'static str {
    if year >= 1000 { "" } else { era_word(year) }
}

const fn era_word(year: i64) -> &'static str {
    if year > 0 { " apr. J.-C." } else { " av. J.-C." }
}

/// A number, with blanks between its thousands where it is long.
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    if number < 10_000 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(BLANK);
        }
        out.push(digit);
    }
    out
}
