//! A calendar (RFC 5545): every day that the history knows, as an entry of the whole day that comes again each year.
//!
//! Calendars are Gregorian, and have no years before AD 1: Julian days are moved, and the words of a date stand in the entry.
//! What lasted longer than a month is told on its first and on its last day. Every entry has its end, which some
//! programs work out wrongly by themselves.

use griot_history::cite;
use griot_history::text::cut;
use griot_history::timeline::What;
use griot_pack::pack::{Excerpt, Pack};
use griot_pack::when::{Day, Moment, When};

use super::happenings::{Happening, Happenings};
use super::{Export, Loss, provenance};

/// Longer than this, in years, is no anniversary of days.
const MONTH: f64 = 31.5 / 365.25;
/// The bytes of a line.
const LINE: usize = 75;
/// The columns of a sentence in a list of entries.
const SUMMARY: usize = 80;

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let Happenings { all, mut losses } = Happenings::of(pack, excerpt);
    let mut out = Lines::default();
    let about = &pack.about;
    out.raw("BEGIN:VCALENDAR\r\nVERSION:2.0");
    out.line(concat!("PRODID:-//griot//griot ", env!("CARGO_PKG_VERSION"), "//EN"));
    out.raw("CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH");
    out.text("X-WR-CALNAME", &about.title);
    out.text("X-WR-CALDESC", provenance(pack).trim_end());
    let stamp = format!("{}T000000Z", date(about.as_of.last().gregorian()).unwrap_or_else(|| "20000101".into()));
    let (mut early, mut vague, mut long) = (0, 0, 0);
    for it in &all {
        let mut days = Entry::of(&it.when);
        vague += usize::from(days.is_empty());
        if matches!(it.what, What::Statement(_)) {
            // A sentence that tells of years is no news of their first day.
            let all = days.len();
            days.retain(|entry| entry.part.is_empty());
            long += usize::from(days.len() < all);
        }
        let written: Vec<bool> = days.into_iter().map(|entry| out.entry(pack, it, &entry, &stamp)).collect();
        early += usize::from(!written.is_empty() && written.iter().any(|written| !written));
    }
    out.raw("END:VCALENDAR");
    let what = ["dated entry", "dated entries"];
    losses.extend(Loss::of(early, ["day before AD 1", "days before AD 1"], "a calendar has no years for them"));
    losses.extend(Loss::of(vague, what, "they are not known to the day"));
    losses.extend(Loss::of(long, ["statement", "statements"], "a time of more than a month is no day"));
    Export { text: out.0, losses }
}

/// An entry of a calendar: its first and last day, and which part of a time it is.
struct Entry {
    first: Day,
    last: Day,
    part: &'static str,
}

impl Entry {
    /// The days of a date that are known for sure.
    fn of(when: &When) -> Vec<Self> {
        let day = |m: &Moment, part| Self { first: m.first(), last: m.last(), part };
        let exact = |m: &&Moment| m.first() == m.last() && !m.about.any() && !m.uncertain.any();
        match when {
            When::At(m) | When::From(m, _) | When::Until(m, _) if !exact(&m) => Vec::new(),
            When::At(m) => vec![day(m, "")],
            When::From(m, _) => vec![day(m, "begins")],
            When::Until(m, _) => vec![day(m, "ends")],
            When::Span(a, b) if exact(&a) && exact(&b) && when.length() <= MONTH => {
                vec![Self { first: a.first(), last: b.last(), part: "" }]
            }
            When::Span(a, b) => [(a, "begins"), (b, "ends")]
                .into_iter()
                .filter(|(m, _)| exact(m))
                .map(|(m, part)| day(m, part))
                .collect(),
            When::AllOf(list) => list.moments().iter().filter(exact).map(|m| day(m, "")).collect(),
            When::Before(_) | When::After(_) | When::Between(..) | When::OneOf(_) => Vec::new(),
        }
    }
}

/// A day as calendars write it, if they have it.
fn date((year, month, day): (i64, u8, u8)) -> Option<String> {
    (1..=9999).contains(&year).then(|| format!("{year:04}{month:02}{day:02}"))
}

/// Lines of content, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Lines that are short and mean what they say.
    fn raw(&mut self, lines: &str) {
        self.0.push_str(lines);
        self.0.push_str("\r\n");
    }

    /// A line, folded between characters where it is long.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    /// Writes an entry, if a calendar has its days.
    fn entry(&mut self, pack: &Pack, it: &Happening, entry: &Entry, stamp: &str) -> bool {
        let (Some(begin), Some(end)) = (date(entry.first.gregorian()), date(entry.last.next().gregorian())) else {
            return false;
        };
        self.raw("BEGIN:VEVENT");
        let part = if entry.part.is_empty() { String::new() } else { format!("-{}", entry.part) };
        // Days of a list share everything but the day.
        let day = if matches!(it.when, When::AllOf(_)) { format!("-{begin}") } else { String::new() };
        self.line(&format!("UID:{}{part}{day}@{}.griot", it.id(pack), pack.about.id));
        self.line(&format!("DTSTAMP:{stamp}"));
        self.line(&format!("DTSTART;VALUE=DATE:{begin}"));
        self.line(&format!("DTEND;VALUE=DATE:{end}"));
        self.raw("RRULE:FREQ=YEARLY\r\nTRANSP:TRANSPARENT");
        self.text("SUMMARY", &summary(pack, it, entry));
        self.text("DESCRIPTION", &description(pack, it));
        self.text("CATEGORIES", it.what.kind(pack));
        self.raw("END:VEVENT");
        true
    }
}

/// The year, for an entry is seen in any, and the name or the sentence.
fn summary(pack: &Pack, it: &Happening, entry: &Entry) -> String {
    let name = it.name(pack);
    let name = name.as_deref().unwrap_or_else(|| it.told.first().map_or("", |id| pack[*id].text.as_str()));
    let part = if entry.part.is_empty() { String::new() } else { format!(": {}", entry.part) };
    format!("{} · {}{part}", entry.first.year, cut(name, SUMMARY))
}

fn description(pack: &Pack, it: &Happening) -> String {
    let mut lines = vec![it.when.in_words()];
    lines.extend(it.facts(pack));
    for id in &it.told {
        let told = &pack[*id];
        let standing = griot_pack::pack::Standing::Established;
        let doubt = if told.standing == standing { String::new() } else { format!(" [{}]", told.standing.name()) };
        let note = told.note.as_ref().map_or_else(String::new, |note| format!(" {note}"));
        lines.push(format!("{}{doubt}{note}", told.text));
    }
    let notes = it.notes(pack);
    if !notes.is_empty() {
        lines.push("Sources:".into());
        lines.extend(notes.into_iter().map(|note| cite::full(pack, note)));
    }
    lines.join("\n")
}

/// Text whose signs mean nothing in a line of content.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"ɛ".repeat(100));
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LINE), "{}", lines.0);
        assert_eq!(lines.0.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "ɛ".repeat(100)));
    }

    #[test]
    fn days_are_entries_and_doubt_is_none() {
        let entries = |text: &str| {
            let days = Entry::of(&When::parse(text).unwrap());
            let one = |it: &Entry| (date(it.first.gregorian()), date(it.last.next().gregorian()), it.part);
            days.iter().map(one).collect::<Vec<_>>()
        };
        let day = |day: &str| Some(day.to_owned());
        assert_eq!(entries("26 Mar 1991"), [(day("19910326"), day("19910327"), "")]);
        assert_eq!(entries("22 Mar 1991..26 Mar 1991"), [(day("19910322"), day("19910327"), "")]);
        let term = [(day("19920608"), day("19920609"), "begins"), (day("20020608"), day("20020609"), "ends")];
        assert_eq!(entries("8 Jun 1992..8 Jun 2002"), term);
        assert_eq!(entries("5 Jun 2020.."), [(day("20200605"), day("20200606"), "begins")]);
        // A Julian day stands on its Gregorian one.
        assert_eq!(entries("4 Oct 1582"), [(day("15821014"), day("15821015"), "")]);
        assert_eq!(entries("15 Mar 44 BC"), [(None, None, "")]);
        for vague in ["1991", "Mar 1991", "c. 26 Mar 1991", "<26 Mar 1991", "[26 Mar 1991..28 Mar 1991]", "1991.."] {
            assert!(entries(vague).is_empty(), "{vague}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_a_line(text in "[^\r]{0,200}") {
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            let unfolded = lines.0.replace("\r\n ", "");
            let value = unfolded.strip_prefix("SUMMARY:").unwrap().strip_suffix("\r\n").unwrap();
            prop_assert!(!value.contains(['\r', '\n']));
            let mut back = String::new();
            let mut chars = value.chars();
            while let Some(c) = chars.next() {
                match c {
                    '\\' => back.push(match chars.next().unwrap() { 'n' => '\n', other => other }),
                    ',' | ';' => prop_assert!(false, "{value}"),
                    c => back.push(c),
                }
            }
            prop_assert_eq!(back, text);
        }
    }
}
