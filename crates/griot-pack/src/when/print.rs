//! Dates in print, in three styles: the canonical grammar, the form on screen and the form in full words, these two in
//! each [`Language`].
//!
//! All are read back by [`When::parse`]: the canonical form as the very same date, the other two as the same
//! days. A date of another calendar than the civil one has its civil days beside it on screen and in words. The few
//! shapes of EDTF that no words say as briefly (`156X-12-25`, `2004-06~-11`, `1950S2`) are shown as they are written.

use std::fmt::{self, Display, Formatter};

use super::calendar::Calendar;
use super::day::Day;
use super::french;
use super::list::List;
use super::model::Edge;
use super::model::When;
use super::moment::Moment;
use super::moment::Unit;
use super::wording::{Style, month_name, month_of, year_said};

/// The canonical grammar: what [`When::parse`] reads back unchanged.
impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(m) => m.fmt(f),
            Self::Span(a, b) => write!(f, "{a}..{b}"),
            Self::Between(a, b) => write!(f, "[{a}..{b}]"),
            Self::Before(m) => write!(f, "<{m}"),
            Self::After(m) => write!(f, ">{m}"),
            Self::From(m, Edge::Open) => write!(f, "{m}.."),
            Self::From(m, Edge::Unknown) => write!(f, "{m}..?"),
            Self::Until(m, Edge::Open) => write!(f, "..{m}"),
            Self::Until(m, Edge::Unknown) => write!(f, "?..{m}"),
            Self::OneOf(list) => write!(f, "[{}]", listed(list)),
            Self::AllOf(list) => write!(f, "{{{}}}", listed(list)),
        }
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Style::Canonical))
    }
}

fn listed(list: &List) -> String {
    let mut out = String::from(if list.is_open_before() { ".." } else { "" });
    for (at, moment) in list.moments().iter().enumerate() {
        let end = at + 1 == list.moments().len();
        let after = if end || list.is_run(at) { "" } else { "," };
        let run = if list.is_run(at) || end && list.is_open_after() { ".." } else { "" };
        out.push_str(&format!("{moment}{run}{after}"));
    }
    out
}

/// A language that dates are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// `c. 1050`, `14th c.`, `300 BC`.
    #[default]
    English,
    /// `v. 1050`, `XIVe siècle`, `300 av. J.-C.`
    French,
}

impl Language {
    /// The language of an ISO 639-1 code, `fr` or with a region `fr-ML`; none where dates are shown in no such language.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        match code.split('-').next() {
            Some("en") => Some(Self::English),
            Some("fr") => Some(Self::French),
            _ => None,
        }
    }
}

impl When {
    /// The date as it is shown on screen in a language.
    #[must_use]
    pub fn on_screen_in(&self, language: Language) -> String {
        match language {
            Language::English => self.on_screen(),
            Language::French => french::said(self, Style::Screen),
        }
    }

    /// The date said back in full words of a language.
    #[must_use]
    pub fn in_words_in(&self, language: Language) -> String {
        match language {
            Language::English => self.in_words(),
            Language::French => french::said(self, Style::Words),
        }
    }

    /// The date as it is shown on screen: `22–26 Mar 1991`, `AH 999 (1590–91)`.
    #[must_use]
    pub fn on_screen(&self) -> String {
        if let Self::Span(a, b) = self {
            if let Some(shared) = shared_end(a, b) {
                return shared;
            }
            if a.is_bare_year() && b.is_bare_year() {
                return format!("{a}–{b}");
            }
            // `1960s – 1970` would be asked about: it may be meant for both decades.
            let decades = a.unit == Unit::Decade && b.unit == Unit::Year && b.year % 10 == 0;
            let between = if decades { "to" } else { "–" };
            return format!("{} {between} {}", a.said(Style::Screen), b.said(Style::Screen));
        }
        match self {
            Self::From(m, Edge::Unknown) => format!("{} – ?", m.said(Style::Screen)),
            Self::Until(m, Edge::Unknown) => format!("? – {}", m.said(Style::Screen)),
            _ => self.in_style(Style::Screen),
        }
    }

    /// The date said back in full words: `the 13th century`, `from 900 BC to AD 900`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Span(a, b) => format!("from {} to {}", a.said(Style::Words), b.said(Style::Words)),
            Self::From(m, Edge::Unknown) => format!("from {} to ?", m.said(Style::Words)),
            Self::Until(m, Edge::Unknown) => format!("from ? to {}", m.said(Style::Words)),
            _ => self.in_style(Style::Words),
        }
    }

    fn in_style(&self, style: Style) -> String {
        match self {
            Self::At(m)
                if m.unknown.any()
                    && m.unit == Unit::Year
                    && m.calendar == Calendar::Civil
                    && !m.about.any()
                    && !m.uncertain.any() =>
            {
                let year = |day: Day| year_said(day.year, style);
                format!("between {} and {}", year(m.first()), year(m.last()))
            }
            Self::At(m) => m.said(style),
            Self::Span(a, b) => format!("{} to {}", a.said(style), b.said(style)),
            Self::Between(a, b) => format!("between {} and {}", a.said(style), b.said(style)),
            Self::Before(m) => format!("before {}", m.said(style)),
            Self::After(m) => format!("after {}", m.said(style)),
            Self::From(m, _) => format!("since {}", m.said(style)),
            Self::Until(m, _) => format!("until {}", m.said(style)),
            Self::OneOf(list) => list.said(OR, style).unwrap_or_else(|| self.to_string()),
            Self::AllOf(list) => list.said(AND, style).unwrap_or_else(|| self.to_string()),
        }
    }
}

const OR: &str = " or ";
const AND: &str = " and ";

impl List {
    /// The dates with a word between them; none for what is better shown in brackets.
    fn said(&self, word: &str, style: Style) -> Option<String> {
        let all = word == AND;
        match (self.moments(), self.is_open_before(), self.is_open_after()) {
            ([one], true, false) => return Some(format!("{} {}", if all { "until" } else { "by" }, one.said(style))),
            ([one], false, true) if all => return Some(format!("since {}", one.said(style))),
            ([one], false, true) => return Some(format!("{} or later", one.said(style))),
            (_, false, false) => {}
            _ => return None,
        }
        let mut out = String::new();
        for (at, moment) in self.moments().iter().enumerate() {
            let between = match at.checked_sub(1) {
                None => "",
                Some(before) if self.is_run(before) => " to ",
                Some(_) => word,
            };
            out.push_str(&format!("{between}{}", moment.said(style)));
        }
        Some(out)
    }
}

/// The year as it is said: `1591`, `AD 900`, `300 BC`, `10,000 BC`.
#[must_use]
pub fn year_in_words(year: i64) -> String {
    year_in(year, Language::English)
}

/// The year as it is said in a language.
#[must_use]
pub fn year_in(year: i64, language: Language) -> String {
    match language {
        Language::English => year_said(year, Style::Screen),
        Language::French => french::year_said(year),
    }
}

/// The month of a name or of its short form, in any language that dates are shown in.
#[must_use]
pub fn month_in_any_language(word: &str) -> Option<u8> {
    month_of(word).or_else(|| french::month_of(word))
}

/// `22–26 Mar 1991` and `Mar – Apr 2020`: what two ends share is said once.
fn shared_end(a: &Moment, b: &Moment) -> Option<String> {
    let plain = |m: &Moment| *m == Moment::new(m.year, m.unit);
    if a.year != b.year || !plain(a) || !plain(b) {
        return None;
    }
    let name = |m: u8| &month_name(m)[..3];
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
