//! The words of dates: circa, BC and AD, early and late, units, months, ordinals and numbers.

use super::print::MONTHS;
use super::{Part, Unit};

pub(super) fn take_circa(words: &mut Vec<&str>) -> bool {
    let Some(first) = words.first_mut() else { return false };
    if matches!(*first, "c." | "c" | "ca" | "ca." | "circa" | "about" | "around" | "~") {
        words.remove(0);
        return true;
    }
    match first.strip_prefix("c.").or_else(|| first.strip_prefix('~')) {
        Some(rest) if !rest.is_empty() => {
            *first = rest;
            true
        }
        _ => false,
    }
}

/// Takes `BC`, `AD` and their like out of the words: `Some(true)` for BC.
pub(super) fn take_era(words: &mut Vec<&str>) -> Option<bool> {
    let era = |w: &str| match w {
        "bc" | "bce" | "b.c." | "b.c.e." => Some(true),
        "ad" | "ce" | "a.d." | "c.e." => Some(false),
        _ => None,
    };
    if let Some(at) = words.iter().position(|w| era(w).is_some()) {
        let word = words.remove(at);
        return era(word);
    }
    let last = words.last_mut()?;
    for (suffix, bc) in [("bce", true), ("bc", true), ("ad", false), ("ce", false)] {
        if let Some(rest) = last.strip_suffix(suffix).filter(|r| number(r).is_some()) {
            *last = rest;
            return Some(bc);
        }
    }
    let first = words.first_mut()?;
    let rest = first.strip_prefix("ad").filter(|r| number(r).is_some())?;
    *first = rest;
    Some(false)
}

pub(super) fn take_part(words: &mut Vec<&str>) -> Part {
    const PARTS: [(&str, Part); 3] = [("early", Part::Early), ("mid", Part::Mid), ("late", Part::Late)];
    if words.first() == Some(&"the") {
        words.remove(0);
    }
    let Some(first) = words.first_mut() else { return Part::Whole };
    for (name, part) in PARTS {
        if *first == name {
            words.remove(0);
            return part;
        }
        if let Some(rest) = first.strip_prefix(name).and_then(|r| r.strip_prefix('-')).filter(|r| !r.is_empty()) {
            *first = rest;
            return part;
        }
    }
    Part::Whole
}

pub(super) fn unit_named(word: &str) -> Option<Unit> {
    match word {
        "c." | "c" | "cent" | "cent." | "century" | "centuries" => Some(Unit::Century),
        "millennium" | "millenium" | "mill." => Some(Unit::Millennium),
        _ => None,
    }
}

/// The month of that short name, spelled as it is printed.
pub(super) fn short_month(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|month| *month == word || (word.len() == 3 && month.starts_with(word)))?;
    u8::try_from(at + 1).ok()
}

pub(super) fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches(['.', ',']);
    if word.len() < 3 {
        return None;
    }
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let at = MONTHS.iter().position(begins)?;
    u8::try_from(at + 1).ok()
}

/// `13th`, `first` … `twentieth`, `20th`.
pub(super) fn ordinal(word: &str) -> Option<i32> {
    const NAMES: [&str; 21] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
    ];
    if let Some(at) = NAMES.iter().position(|n| *n == word) {
        return i32::try_from(at + 1).ok();
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s))?;
    number(digits).filter(|n| (1..=9999).contains(n))
}

/// `1991-03-26`.
pub(super) fn iso(word: &str) -> Option<(i32, u8, u8)> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
    let small = |s: &str| number(s).and_then(|n| u8::try_from(n).ok());
    shaped.then_some((number(year)?, small(month)?, small(day)?))
}

pub(super) fn number(word: &str) -> Option<i32> {
    let plain = !word.is_empty() && word.len() <= 7 && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse().ok())?
}
