//! The date that a line begins with. The writer asks the same function before it writes a text that has none.

use std::borrow::Cow;
use std::ops::Range;

use super::escape::{shields, unescaped};
use crate::digits;
use crate::when::{Moment, Unit, When, WhenError, month_of};

/// The bytes at the head of a line in which its date ends.
const MOST: usize = 120;

/// What a line says behind a date.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dated {
    /// Where the date stands.
    pub at: Range<usize>,
    /// In the grammar of dates; as it is written where it is a date that cannot be read.
    pub date: String,
    /// Where what it tells begins.
    pub text: usize,
}

/// Where a line stands: what may be meant for a date at the head of a paragraph may be a mere number in its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    First,
    /// It may go on with the sentence of the line before it.
    Inside,
}

/// The date that a line begins with: `1591: text`, `**1591** – text`, `[1312~1337] text`, `1591 Text`.
pub(super) fn dated(line: &str, stand: Stand) -> Option<Dated> {
    let head = &line[..line.floor_char_boundary(MOST.min(line.len()))];
    if !head.chars().any(|c| digits::value(c).is_some()) {
        // `XIXe siècle: text`; one word may be anything.
        return before_colon(head).filter(|it| head[it.at.clone()].trim().contains(' '));
    }
    in_brackets(head).or_else(|| stressed(head)).or_else(|| before_colon(head)).or_else(|| {
        if stand == Stand::Inside {
            return None;
        }
        before_sign(head).or_else(|| bare(head))
    })
}

/// A date by itself: a cell of a table, an item of a list.
pub(super) fn whole(text: &str) -> Option<String> {
    let inner = text.trim().trim_matches(['*', '_', '`']);
    let inner = inner.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(inner);
    read(inner).ok().map(|when| when.to_string())
}

/// Reads a date in words or numbers, or as ISO 8601-2 has it.
pub(super) fn read(text: &str) -> Result<When, WhenError> {
    let text = unescaped(text.trim());
    let when = When::parse(&text).or_else(|error| When::parse_edtf(&text.replace(' ', "")).map_err(|_| error))?;
    // “January 3 – April 6” is of no year that is told, not of the first years of the era.
    let early = |it: Moment| (1..100).contains(&it.year) && matches!(it.unit, Unit::Month { .. } | Unit::Day { .. });
    if when.moments().any(early) && !text.contains(['A', 'C', 'B']) {
        return Err(WhenError::NoYear { written: text.into_owned() });
    }
    Ok(when)
}

/// `1892-10-08~1941-08-31`, `-300~250`, `2020-02-28T12:30`, as programs write them in brackets: days as ISO 8601 counts
/// them, years without their zeros.
fn of_program(text: &str) -> Option<When> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || b"-~/:T. Z".contains(&byte)) {
        return None;
    }
    let ends: Vec<String> = text.split(['~', '/']).map(|end| iso(end.trim())).collect::<Option<_>>()?;
    When::parse_edtf(&ends.join("/")).ok()
}

/// A day without its hour, its year of four digits.
fn iso(day: &str) -> Option<String> {
    let day = day.split(['T', ' ']).next()?;
    let (sign, rest) = day.strip_prefix('-').map_or(("", day), |rest| ("-", rest));
    let (year, rest) = rest.split_at(rest.find('-').unwrap_or(rest.len()));
    let year: u32 = year.parse().ok().filter(|year| *year < 10_000)?;
    Some(format!("{sign}{year:04}{rest}"))
}

fn in_brackets(line: &str) -> Option<Dated> {
    let close = match line.as_bytes() {
        [b'[', b'[' | b'^' | b'@', ..] => return None,
        [b'[', ..] => ']',
        [b'(', ..] => ')',
        _ => return None,
    };
    let end = line.find(close)?;
    if line[end + 1..].starts_with("(http") {
        return None;
    }
    let text = after_sign(line, end + 1);
    let of_program = || of_program(&line[1..end]).filter(|_| close == ']');
    let when = of_program().or_else(|| read(&line[1..end]).ok())?;
    Some(Dated { at: 1..end, date: when.to_string(), text })
}

/// `**1591**: text`, `**1591:** text`.
fn stressed(line: &str) -> Option<Dated> {
    let stars = line.find(|c| c != '*' && c != '_').filter(|stars| (1..=3).contains(stars))?;
    let run = &line[..stars];
    let end = stars + line[stars..].find(run)?;
    let inner = line[stars..end].trim_end_matches([':', '：']);
    of(line, stars..stars + inner.len(), after_sign(line, end + stars))
}

/// A colon ends a date for certain; one that is understood and wrong is told as such.
fn before_colon(line: &str) -> Option<Dated> {
    for (at, sign) in line.char_indices().filter(|(_, c)| matches!(c, ':' | '：')) {
        let after = at + sign.len_utf8();
        let ends = sign == '：' || line[after..].chars().next().is_none_or(char::is_whitespace);
        if line[..at].contains("[[") {
            break;
        }
        if !ends || shields(&line[..at]) {
            continue;
        }
        match read(&line[..at]) {
            Ok(when) => return Some(Dated { at: 0..at, date: when.to_string(), text: past_spaces(line, after) }),
            Err(error) if is_date_gone_wrong(&line[..at], &error) => {
                let date = unescaped(line[..at].trim()).into_owned();
                return Some(Dated { at: 0..at, date, text: past_spaces(line, after) });
            }
            Err(_) => {}
        }
    }
    None
}

/// Whether it is certain that a date was meant: there is a year in it, and all of it is understood.
fn is_date_gone_wrong(written: &str, error: &WhenError) -> bool {
    let mut numbers = written.split(|c| digits::value(c).is_none());
    if !numbers.any(|number| number.chars().count() >= 3) {
        return false;
    }
    let is_none =
        matches!(error, WhenError::Empty | WhenError::TooLong | WhenError::Unread { .. } | WhenError::NoYear { .. });
    !is_none
}

/// `1591 – text`, `13 March 1591. Text`; the longest date wins, since spans hold dashes.
fn before_sign(line: &str) -> Option<Dated> {
    let mut best = None;
    if !begins_bare(line) {
        return None;
    }
    for sign in [" – ", " — ", " - ", "\t", ". ", " | "] {
        for (at, _) in line.match_indices(sign) {
            if let Some(dated) = of(line, 0..at, past_spaces(line, at + sign.len()))
                && best.as_ref().is_none_or(|best: &Dated| best.at.end < dated.at.end)
            {
                best = Some(dated);
            }
        }
    }
    best
}

/// `1591 Battle of Tondibi`: the date is followed by no small letter, for `1500 men` tells a number.
fn bare(line: &str) -> Option<Dated> {
    const WORDS: usize = 7;
    let begins = begins_bare(line);
    let spaces = line.match_indices(' ').map(|(at, _)| at).take(WORDS);
    let ends: Vec<usize> = spaces.filter(|_| begins).collect();
    ends.into_iter().rev().find_map(|end| {
        let text = past_spaces(line, end);
        let next = line[text..].chars().next()?;
        if !(next.is_alphabetic() && !next.is_lowercase() || "“\"[*_«".contains(next)) {
            return None;
        }
        of(line, 0..end, text)
    })
}

/// Whether a line begins with a number, a month or `c.`: with “In 1591” begins a sentence.
fn begins_bare(line: &str) -> bool {
    let word = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let number = word.chars().next().is_some_and(|c| digits::value(c).is_some());
    number || matches!(word, "c" | "ca" | "circa" | "AD") || month_of(word).is_some()
}

fn of(line: &str, at: Range<usize>, text: usize) -> Option<Dated> {
    let date = read(line.get(at.clone())?).ok()?.to_string();
    Some(Dated { at, date, text })
}

/// Past a colon or dash, where one stands between a date and what it tells.
fn after_sign(line: &str, from: usize) -> usize {
    let at = past_spaces(line, from);
    let sign = line[at..].chars().next().filter(|c| ":：–—-|".contains(*c));
    past_spaces(line, sign.map_or(at, |sign| at + sign.len_utf8()))
}

fn past_spaces(line: &str, from: usize) -> usize {
    let rest = line.get(from..).unwrap_or_default();
    line.len() - rest.trim_start().len()
}

/// A date in words that are read back as the very same; in the grammar's own where there are none.
pub(super) fn said(when: When) -> Cow<'static, str> {
    let shown = when.on_screen();
    if When::parse(&shown) == Ok(when) { shown.into() } else { when.to_string().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_a_date_in_many_forms() {
        for (line, date, text) in [
            ("1591: Judar crosses", "1591", "Judar crosses"),
            ("c\\. 900 BC – c. 600 BC: Dia", "c. 900 BC..c. 600 BC", "Dia"),
            ("13 March 1591: Tondibi: the battle", "13 Mar 1591", "Tondibi: the battle"),
            ("**1591** – Judar", "1591", "Judar"),
            ("**1591:** Judar", "1591", "Judar"),
            ("[1312~1337] {Kings} Musa", "1312..1337", "{Kings} Musa"),
            ("[-300~250] Yayoi", "301 BC..AD 250", "Yayoi"),
            ("[2020-02-28T12:30] A minute", "28 Feb 2020", "A minute"),
            ("(1591) Judar", "1591", "Judar"),
            ("1312 – 1337 – Musa", "1312..1337", "Musa"),
            ("1591. Judar", "1591", "Judar"),
            ("1591 Battle of Tondibi", "1591", "Battle of Tondibi"),
            ("13 Mar 1591 Battle", "13 Mar 1591", "Battle"),
            ("1964/2008: EDTF", "1964..2008", "EDTF"),
            ("2004-06 / 2006-08: EDTF", "Jun 2004..Aug 2006", "EDTF"),
            ("912: Gao", "912", "Gao"),
            ("१५९१: Gao", "1591", "Gao"),
            ("1591：刚果", "1591", "刚果"),
            ("1591:", "1591", ""),
            ("XIXe siècle: Ségou", "19th c.", "Ségou"),
            ("The nineteenth century: Ségou", "19th c.", "Ségou"),
        ] {
            let found = dated(line, Stand::First).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.date.as_str(), &line[found.text..]), (date, text), "{line}");
        }
    }

    #[test]
    fn a_number_is_no_date() {
        for line in [
            "1500 men marched",
            "1912\\: a year",
            "3 things: a, b",
            "Note 3: this",
            "[[1591]] was bad",
            "[^1591]",
            "In 1591 Judar came",
            "12: the twelfth",
            "0.10.1: a version",
            "3 May: no year",
            "January 3 - Mar 6: no year",
            "text",
            "",
        ] {
            assert_eq!(dated(line, Stand::First), None, "{line}");
        }
        assert_eq!(dated("1591 Judar goes on", Stand::Inside), None);
        assert!(dated("1591: Judar", Stand::Inside).is_some());
    }
}
