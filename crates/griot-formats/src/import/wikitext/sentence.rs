//! Sentences of a paragraph, each with what it cites and when it was.

use griot_pack::pack::literal;
use griot_pack::when::When;

use super::dates::date_in;
use super::prose::{Mark, Paragraph, linked, mark_of};
use crate::plain;

/// A sentence.
pub(super) struct Sentence {
    /// With its markup.
    pub text: String,
    /// Without it.
    pub plain: String,
    pub cites: Vec<String>,
    pub when: Option<When>,
    pub is_doubted: bool,
    pub note: Option<String>,
}

/// The sentences of a paragraph. Notes behind the full stop belong to the sentence before it.
pub(super) fn split(paragraph: &Paragraph) -> Vec<Sentence> {
    let text = text_of(paragraph);
    let ends = ends(&text, paragraph);
    let mut from = 0;
    let mut found = Vec::new();
    for end in ends {
        found.extend(sentence(&text[from..end], paragraph));
        from = end;
    }
    found.extend(sentence(&text[from..], paragraph));
    found
}

/// The text without tags, its marks kept: these are signs that cleaning would take away.
fn text_of(paragraph: &Paragraph) -> String {
    let mut out = String::new();
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String| {
        let (before, after) = (run.starts_with(char::is_whitespace), run.ends_with(char::is_whitespace));
        let clean = plain::text(run);
        out.push_str(if before && !clean.is_empty() { " " } else { "" });
        out.push_str(&clean);
        out.push_str(if after && !run.is_empty() { " " } else { "" });
        run.clear();
    };
    for c in paragraph.text.chars() {
        if mark_of(c).is_some() {
            flush(&mut run, &mut out);
            out.push(c);
        } else {
            run.push(c);
        }
    }
    flush(&mut run, &mut out);
    out
}

/// Where sentences end.
fn ends(text: &str, paragraph: &Paragraph) -> Vec<usize> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let is_note =
        |c: char| mark_of(c).is_some_and(|at| !matches!(paragraph.marks.get(at), Some(Mark::Link(..)) | None));
    let begins = |c: char| match mark_of(c) {
        Some(at) => {
            matches!(paragraph.marks.get(at), Some(Mark::Link(_, words)) if !words.starts_with(char::is_lowercase))
        }
        None => c.is_uppercase() || c.is_numeric() || "“\"'‘«(".contains(c) || c.is_alphabetic() && !c.is_lowercase(),
    };
    let mut found = Vec::new();
    for (i, (at, c)) in signs.iter().enumerate() {
        if !matches!(c, '.' | '!' | '?' | '。') || *c == '.' && is_abbreviation(&text[..*at]) {
            continue;
        }
        let mut next = i + 1;
        while signs.get(next).is_some_and(|(_, c)| is_note(*c) || "”\"'’»)".contains(*c)) {
            next += 1;
        }
        // Notes may stand behind a space too.
        let mut after = next;
        while signs.get(after).is_some_and(|(_, c)| c.is_whitespace() || is_note(*c)) {
            if is_note(signs[after].1) {
                next = after + 1;
            }
            after += 1;
        }
        let Some((_, first)) = signs.get(after) else { continue };
        if (after > next || next > i + 1 || *c == '。') && begins(*first) {
            found.push(signs.get(next).map_or(text.len(), |(at, _)| *at));
        }
    }
    found
}

/// Whether a full stop behind this ends no sentence: `c.`, `St.`, an initial.
fn is_abbreviation(before: &str) -> bool {
    const WORDS: [&str; 30] = [
        "c", "ca", "st", "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cf", "e.g", "i.e", "vol",
        "no", "pp", "p", "ed", "eds", "etc", "fl", "r", "b", "d", "jr", "sr", "vs",
    ];
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let initial =
        word.chars().count() == 1 && word.chars().all(char::is_uppercase) || word.contains('.') && word.len() <= 4;
    initial || WORDS.contains(&word.to_lowercase().as_str())
}

fn sentence(text: &str, paragraph: &Paragraph) -> Option<Sentence> {
    let mut it = Sentence {
        text: String::new(),
        plain: String::new(),
        cites: Vec::new(),
        when: None,
        is_doubted: false,
        note: None,
    };
    let mut run = String::new();
    for c in text.trim().chars() {
        let Some(mark) = mark_of(c).and_then(|at| paragraph.marks.get(at)) else {
            run.push(c);
            it.plain.push(c);
            continue;
        };
        it.text.push_str(&literal(&std::mem::take(&mut run)));
        match mark {
            Mark::Link(id, words) => {
                it.text.push_str(&linked(id, words));
                it.plain.push_str(words);
            }
            Mark::Cite(key) if !it.cites.contains(key) => it.cites.push(key.clone()),
            Mark::Cite(_) => {}
            Mark::Doubt => it.is_doubted = true,
        }
    }
    it.text.push_str(&literal(&run));
    it.text.truncate(it.text.trim_end().len());
    if !it.plain.contains(|c: char| c.is_alphanumeric()) {
        return None;
    }
    it.is_doubted &= it.cites.is_empty();
    it.when = date_in(&it.plain);
    Some(it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_stops_of_abbreviations_end_nothing() {
        for (before, is) in
            [("about c", true), ("by J", true), ("said e.g", true), ("the end", false), ("in 1312", false)]
        {
            assert_eq!(is_abbreviation(before), is, "{before}");
        }
    }
}
