//! Dates in French print: `26 mars 1991`, `v. 1050`, `fin du XIVe siècle`, `300 av. J.-C.`; each is read back as the same
//! days. A phrase knows what its noun is, since `de` and `le` before it are one word: `du XIIIe au XVe siècle`.

mod phrase;

use super::calendar::Calendar;
use super::edtf;
use super::fields::Fields;
use super::list::List;
use super::model::{Edge, When};
use super::moment::{Moment, Unit};
use super::wording::{Style, short_years};
use phrase::{BLANK, BY, Before, Noun, OF, Phrase, THE, TO, UNTIL, day_said, month_name, part_of, unit};
pub(super) use phrase::{month_of, year_said};

/// The date in a style.
pub(super) fn said(when: &When, style: Style) -> String {
    let with = |moment: &Moment, before: Before| phrase(moment, style).after(before);
    match when {
        When::At(m) if is_masked_year(m) => {
            format!("entre {} et {}", year_said(m.first().year), year_said(m.last().year))
        }
        When::At(m) if style == Style::Words => with(m, THE),
        When::At(m) => phrase(m, style).text,
        When::Span(a, b) if style == Style::Words => {
            let first = shared_unit(a, b).map_or_else(|| with(a, OF), |first| first.after(OF));
            format!("{first} {}", with(b, TO))
        }
        When::Span(a, b) => span_on_screen(a, b),
        When::Between(a, b) if seem_decades(a, b) => when.to_string(),
        When::Between(a, b) => format!("entre {} et {}", with(a, THE), with(b, THE)),
        When::Before(m) => format!("avant {}", with(m, THE)),
        When::After(m) => format!("après {}", with(m, THE)),
        When::From(m, Edge::Unknown) if style == Style::Words => format!("{} à ?", with(m, OF)),
        When::From(m, Edge::Unknown) => format!("{} – ?", phrase(m, style).text),
        When::From(m, Edge::Open) => format!("depuis {}", with(m, THE)),
        When::Until(m, Edge::Unknown) if style == Style::Words => format!("de ? {}", with(m, TO)),
        When::Until(m, Edge::Unknown) => format!("? – {}", phrase(m, style).text),
        When::Until(m, Edge::Open) => with(m, UNTIL),
        When::OneOf(list) => listed(list, " ou ", style).unwrap_or_else(|| when.to_string()),
        When::AllOf(list) => listed(list, " et ", style).unwrap_or_else(|| when.to_string()),
    }
}

/// Some year of several, of which only the first digits are known.
fn is_masked_year(m: &Moment) -> bool {
    let plain = m.calendar == Calendar::Civil && !m.about.any() && !m.uncertain.any();
    m.unknown.any() && m.unit == Unit::Year && plain
}

/// `22–26 mars 1991`: what two ends share is said once.
fn span_on_screen(a: &Moment, b: &Moment) -> String {
    if let Some(shared) = shared_end(a, b) {
        return shared;
    }
    let [first, last] = [a, b].map(|m| phrase(m, Style::Screen).text);
    if a.is_bare_year() && b.is_bare_year() {
        return format!("{first}–{last}");
    }
    // `années 1960 – 1970` would be asked about: it may be meant for both decades.
    format!("{first} {} {last}", if seem_decades(a, b) { "à" } else { "–" })
}

/// The first of two centuries, millennia or years without what it shares with the second: `XIIIe`, `900` of
/// `900–300 av. J.-C.`; none where it would be read as another.
fn shared_unit(a: &Moment, b: &Moment) -> Option<Phrase> {
    let (first, last) = (unit(a, Style::Words), unit(b, Style::Words));
    let alike = is_plain(a) && is_plain(b) && (a.year > 0) == (b.year > 0);
    let (own, shared) = match (a.unit, b.unit) {
        (Unit::Century, Unit::Century) | (Unit::Millennium, Unit::Millennium) => first.text.split_once(' ')?,
        (Unit::Year, Unit::Year) if first.text.len() == last.text.len() => first.text.split_once(' ')?,
        _ => return None,
    };
    let ends_so = last.text.split_once(' ').is_some_and(|(_, end)| end == shared);
    (alike && ends_so).then(|| Phrase::new(first.noun, own))
}

/// Whether a decade and a year would be read as two decades: `les années 1960 et 1970`.
fn seem_decades(a: &Moment, b: &Moment) -> bool {
    a.unit == Unit::Decade && b.unit == Unit::Year && b.year % 10 == 0
}

/// Whether nothing is said of the moment but its unit.
fn is_plain(m: &Moment) -> bool {
    *m == Moment::new(m.year, m.unit)
}

fn shared_end(a: &Moment, b: &Moment) -> Option<String> {
    if let Some(first) = shared_unit(a, b) {
        return Some(format!("{}–{}", first.text, unit(b, Style::Screen).text));
    }
    if a.year != b.year || !is_plain(a) || !is_plain(b) {
        return None;
    }
    let name = |month: u8| month_name(month, Style::Screen);
    let year = year_said(a.year);
    match (a.unit, b.unit) {
        (Unit::Day { month: m, day: d }, Unit::Day { month: n, day: e }) if m == n => {
            Some(format!("{}–{e} {} {year}", day_said(d), name(m)))
        }
        (Unit::Day { month: m, day: d }, Unit::Day { month: n, day: e }) => {
            Some(format!("{} {} – {} {} {year}", day_said(d), name(m), day_said(e), name(n)))
        }
        (Unit::Month { month: m }, Unit::Month { month: n }) => Some(format!("{}–{} {year}", name(m), name(n))),
        _ => None,
    }
}

/// The dates with a word between them; none for what is better shown in brackets.
fn listed(list: &List, word: &str, style: Style) -> Option<String> {
    let all = word == " et ";
    let the = |moment: &Moment| phrase(moment, style).after(THE);
    match (list.moments(), list.is_open_before(), list.is_open_after()) {
        ([one], true, false) => return Some(phrase(one, style).after(if all { UNTIL } else { BY })),
        ([one], false, true) if all => return Some(format!("depuis {}", the(one))),
        ([one], false, true) => return Some(format!("{} ou plus tard", the(one))),
        (_, false, false) => {}
        _ => return None,
    }
    // `les années 1960 et 1970` are two decades.
    if list.moments().windows(2).any(|pair| seem_decades(&pair[0], &pair[1])) {
        return None;
    }
    let mut out = String::new();
    for (at, moment) in list.moments().iter().enumerate() {
        let (begins, ends) = (list.is_run(at), at.checked_sub(1).is_some_and(|before| list.is_run(before)));
        out.push_str(if at == 0 {
            ""
        } else if ends {
            " "
        } else {
            word
        });
        out.push_str(&phrase(moment, style).after(if begins {
            OF
        } else if ends {
            TO
        } else {
            THE
        }));
    }
    Some(out)
}

/// A moment with its doubts and its calendar.
fn phrase(m: &Moment, style: Style) -> Phrase {
    if m.is_numeric(style) {
        return Phrase::new(Noun::Bare, edtf::numeric(m) + &in_civil(m, style));
    }
    let words = style == Style::Words;
    let mut said = part_of(m, style);
    if m.about == Fields::ALL {
        let text = if words { format!("vers {}", said.after(THE)) } else { format!("v. {}", said.text) };
        said = Phrase::new(Noun::Bare, text);
    }
    if m.uncertain == Fields::ALL {
        said = if words {
            Phrase::new(Noun::Bare, format!("peut-être {}", said.after(THE)))
        } else {
            Phrase::new(said.noun, format!("{}{BLANK}?", said.text))
        };
    }
    said.text.push_str(&in_civil(m, style));
    said
}

/// The calendar, where its name is needed, and the civil days: ` julien (22 mars 1700)`, ` (1590–91)`.
fn in_civil(m: &Moment, style: Style) -> String {
    let name = match m.calendar {
        Calendar::Civil => return String::new(),
        Calendar::Julian => " julien",
        Calendar::Gregorian => " grégorien",
        Calendar::Islamic | Calendar::BeforePresent => "",
    };
    let civil = m.in_civil(style);
    let civil = match civil {
        When::At(moment) => phrase(&moment, style).text,
        _ => short_years(&civil, style).unwrap_or_else(|| said(&civil, style)),
    };
    format!("{name} ({civil})")
}
