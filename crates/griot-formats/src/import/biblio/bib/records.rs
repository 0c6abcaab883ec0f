//! The records of a BibTeX file: those that can be read, however the others are torn.
//!
//! What the crate refuses whole or would never end with is mended before it is handed on: records in parentheses, words
//! that nothing defines, keys that come twice, and records or words that refer to themselves.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use biblatex::{Bibliography, Entry, Pair, RawBibliography, RawChunk, RawEntry, Spanned};

use crate::import::work::Work;

/// What one record may bring along of others, and an abbreviation of text.
const MOST: usize = 1 << 14;

/// The records with the lines where they begin.
pub(super) fn read(text: &str, work: &mut Work) -> Vec<(usize, Entry)> {
    let mended;
    let (mut entries, mut words) = if let Ok(raw) = RawBibliography::parse(text) {
        (numbered(text, raw.entries), raw.abbreviations)
    } else {
        mended = self::mended(text);
        piece_by_piece(&mended, work)
    };
    define(&mut entries, &mut words);
    cut_circles(&mut entries);
    // Records with one key are not read together.
    let (mut times, mut rounds) = (HashMap::new(), Vec::new());
    for it in entries {
        let time: &mut usize = times.entry(it.1.v.key.v).or_default();
        if *time == rounds.len() {
            rounds.push(Vec::new());
        }
        rounds[*time].push(it);
        *time += 1;
    }
    let mut read: Vec<_> = rounds.into_iter().flat_map(|round| resolved(round, &words, work)).collect();
    read.sort_by_key(|(line, _)| *line);
    read
}

type Numbered<'t> = Vec<(usize, Spanned<RawEntry<'t>>)>;

fn numbered<'t>(text: &str, entries: Vec<Spanned<RawEntry<'t>>>) -> Numbered<'t> {
    let (mut line, mut counted) = (1, 0);
    let place = |it: Spanned<RawEntry<'t>>| {
        let start = it.span.start.max(counted);
        line += text[counted..start].matches('\n').count();
        counted = start;
        (line, it)
    };
    entries.into_iter().map(place).collect()
}

/// The text with braces around records in parentheses, and a comma where a record has no key.
fn mended(text: &str) -> String {
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (at, length) in records(text) {
        out.push_str(&text[done..at]);
        done = at + length;
        out.push_str(&mended_record(&text[at..done]).unwrap_or(Cow::Borrowed(&text[at..done])));
    }
    out + &text[done..]
}

/// `@book(key, …)`, `@book{title = …`, `@book, title = …`, `@book{key title = …`.
fn mended_record(record: &str) -> Option<Cow<'_, str>> {
    let rest = record[1..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let kind = &record[..record.len() - rest.len()];
    let rest = rest.trim_start();
    let body = match rest.chars().next()? {
        '(' => {
            let (inside, behind) = rest[1..].rsplit_once(')')?;
            Cow::Owned(format!("{inside}}}{behind}"))
        }
        '{' => Cow::Borrowed(&rest[1..]),
        ',' => Cow::Borrowed(rest),
        _ => return None,
    };
    let end = body.find([',', '=', '}'])?;
    let is_of_fields = ["@string", "@preamble", "@comment"].iter().any(|it| kind.eq_ignore_ascii_case(it));
    if is_of_fields || !body[end..].starts_with('=') {
        return Some(Cow::Owned(format!("{kind}{{{body}")));
    }
    let words: Vec<&str> = body[..end].split_whitespace().collect();
    let key = if words.len() > 1 { words[0] } else { "" };
    let (space, fields) = body.split_at(body.len() - body.trim_start().len());
    Some(Cow::Owned(format!("{kind}{{{key},{space}{}", fields.strip_prefix(key)?)))
}

/// Where each record begins at the head of a line, and how long it is.
fn records(text: &str) -> Vec<(usize, usize)> {
    let heads = |at: &usize| text[..*at].trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n');
    let mut starts: Vec<usize> = text.match_indices('@').map(|(at, _)| at).filter(heads).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| (pair[0], pair[1] - pair[0])).collect()
}

/// The records that are whole; the others are told.
fn piece_by_piece<'t>(text: &'t str, work: &mut Work) -> (Numbered<'t>, Vec<Pair<'t>>) {
    let (mut entries, mut words, mut line, mut counted) = (Vec::new(), Vec::new(), 1, 0);
    for (at, length) in records(text) {
        line += text[counted..at].matches('\n').count();
        counted = at;
        let record = &text[at..at + length];
        match RawBibliography::parse(record) {
            Ok(raw) => {
                entries.extend(raw.entries.into_iter().map(|it| (line, it)));
                words.extend(raw.abbreviations);
            }
            // What is for typesetting, and for nobody, is not missed.
            Err(_) if ["@preamble", "@comment"].iter().any(|it| begins(record, it)) => {}
            Err(error) => torn(line, record, &error.kind, work),
        }
    }
    (entries, words)
}

fn begins(record: &str, kind: &str) -> bool {
    record.get(..kind.len()).is_some_and(|head| head.eq_ignore_ascii_case(kind))
}

fn torn(line: usize, record: &str, why: &dyn std::fmt::Display, work: &mut Work) {
    let first = record.lines().next().unwrap_or_default();
    work.remark(line, "", first, format!("is a record that cannot be read ({why}); it is left out"));
}

/// Makes plain text of each abbreviation that is not defined before it is used, as BibTeX does but for the warning.
fn define<'t>(entries: &mut Numbered<'t>, words: &mut Vec<Pair<'t>>) {
    let mut lengths: HashMap<&str, usize> = HashMap::new();
    words.retain_mut(|pair| {
        let length = plain_unknown(pair, &lengths);
        !lengths.contains_key(pair.key.v) && lengths.insert(pair.key.v, length).is_none()
    });
    for pair in entries.iter_mut().flat_map(|(_, it)| &mut it.v.fields) {
        plain_unknown(pair, &lengths);
    }
}

/// How long the value comes to be.
fn plain_unknown(pair: &mut Pair, lengths: &HashMap<&str, usize>) -> usize {
    const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    let mut sum = 0;
    for chunk in &mut pair.value.v {
        let (RawChunk::Normal(text) | RawChunk::Abbreviation(text)) = &chunk.v;
        let text = *text;
        let length = lengths.get(text).copied().filter(|length| sum + length <= MOST);
        let is_month = MONTHS.split(' ').any(|month| month.eq_ignore_ascii_case(text));
        sum += length.unwrap_or(text.len());
        if length.is_none() && !is_month {
            chunk.v = RawChunk::Normal(text);
        }
    }
    sum
}

/// Takes out the references of records that lead back to where they began, or to too much.
fn cut_circles(entries: &mut Numbered) {
    let all: HashMap<String, Vec<String>> =
        entries.iter().map(|(_, it)| (it.v.key.v.to_owned(), references(&it.v))).collect();
    let mut reach = Reach { all: &all, sizes: HashMap::new(), cut: HashSet::new() };
    for (_, it) in entries.iter() {
        if let Some((key, _)) = all.get_key_value(it.v.key.v) {
            reach.size(key, 0);
        }
    }
    for (_, it) in entries.iter_mut().filter(|(_, it)| reach.cut.contains(it.v.key.v)) {
        it.v.fields.retain(|pair| !is_reference(pair.key.v));
    }
}

/// What records bring along of others.
struct Reach<'k> {
    all: &'k HashMap<String, Vec<String>>,
    /// How many each brings, itself among them; 0 while they are counted.
    sizes: HashMap<&'k str, usize>,
    /// Those that bring nothing.
    cut: HashSet<&'k str>,
}

impl<'k> Reach<'k> {
    fn size(&mut self, key: &'k str, depth: usize) -> usize {
        const DEEPEST: usize = 16;
        if let Some(size) = self.sizes.get(key) {
            return *size;
        }
        self.sizes.insert(key, 0);
        let below: Vec<usize> = match self.all.get(key) {
            Some(others) if depth < DEEPEST => others.iter().map(|other| self.size(other, depth + 1)).collect(),
            Some(others) if !others.is_empty() => vec![0],
            _ => Vec::new(),
        };
        let sum = below.iter().fold(1, |sum: usize, size| sum.saturating_add(*size));
        let is_cut = below.contains(&0) || sum > MOST;
        if is_cut {
            self.cut.insert(key);
        }
        let size = if is_cut { 1 } else { sum };
        self.sizes.insert(key, size);
        size
    }
}

const fn is_reference(field: &str) -> bool {
    field.eq_ignore_ascii_case("crossref") || field.eq_ignore_ascii_case("xdata")
}

fn references(entry: &RawEntry) -> Vec<String> {
    let fields = entry.fields.iter().filter(|pair| is_reference(pair.key.v));
    let chunks = fields.flat_map(|pair| &pair.value.v).map(|chunk| match chunk.v {
        RawChunk::Normal(text) | RawChunk::Abbreviation(text) => text,
    });
    chunks.flat_map(|text| text.split(',')).map(|key| key.trim().to_owned()).collect()
}

/// The records with what they take over from others.
fn resolved(entries: Numbered, words: &[Pair], work: &mut Work) -> Vec<(usize, Entry)> {
    let of = |entries: Vec<Spanned<RawEntry>>| {
        Bibliography::from_raw(RawBibliography { preamble: String::new(), entries, abbreviations: words.to_vec() })
    };
    let lines: Vec<usize> = entries.iter().map(|(line, _)| *line).collect();
    let raw: Vec<Spanned<RawEntry>> = entries.into_iter().map(|(_, it)| it).collect();
    if let Ok(all) = of(raw.clone()) {
        return lines.into_iter().zip(all).collect();
    }
    let alone = lines.into_iter().zip(raw).filter_map(|(line, it)| match of(vec![it.clone()]) {
        Ok(_) => Some((line, it)),
        Err(error) => {
            torn(line, &format!("@{}{{{}", it.v.kind.v, it.v.key.v), &error.kind, work);
            None
        }
    });
    let (lines, sound): (Vec<usize>, Vec<Spanned<RawEntry>>) = alone.unzip();
    lines.into_iter().zip(of(sound).into_iter().flatten()).collect()
}
