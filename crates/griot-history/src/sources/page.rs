//! The pages beside the list: a source with every place that cites it, and a correction in full.

use super::citations::{At, Citation, Row, Work, kind, rank};
use super::standings::{Correction, EraStandings};
use crate::card;
use crate::cite;
use crate::text::page::{elsewhere, plain};
use crate::text::{Block, Goal, MarkKind, Shape, capital, note_mark, width};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EraId, Pack, Source, SourceId, StatementId, Target};
use griot_pack::when::When;

/// The most places that a page lists; more are counted.
pub(super) const MOST: usize = 300;
/// The columns that a place in the text may take.
const PLACE: usize = 110;

/// A source in full: how much rests on it, and what it is cited for with the way there.
#[must_use]
pub fn of_source(pack: &Pack, row: &Row, citations: &[Citation], known: &Known, glyphs: Glyphs) -> Vec<Block> {
    let source = &pack[row.source];
    let mut blocks =
        vec![close(plain(Shape::Title, source.title.to_string())), plain(Shape::Quiet, facts(pack, source))];
    blocks.extend(card::of_source(source, None));
    weight(pack, row, known, &mut blocks);
    footnotes(pack, citations, glyphs, &mut blocks);
    if citations.is_empty() {
        blocks.push(plain(Shape::Quiet, "Nothing in the text cites it.".into()));
        return blocks;
    }
    blocks.push(close(plain(Shape::Heading, "Cited for".into())));
    blocks.extend(citations.iter().take(MOST).map(|citation| place_of(pack, *citation)));
    more(citations.len(), &mut blocks);
    blocks
}

/// What the sums are taken from.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// As [`works`](super::works) gives them.
    pub works: &'a [Work],
    /// Of every era, in order.
    pub standings: &'a [EraStandings],
}

impl Known<'_> {
    /// How many citations the whole text has.
    #[must_use]
    pub fn citations(&self) -> usize {
        self.standings.iter().map(|era| era.citations).sum()
    }

    fn of_era(&self, era: EraId) -> usize {
        self.standings.iter().find(|it| it.era == era).map_or(0, |it| it.citations)
    }

    fn work_of(&self, source: SourceId) -> Option<&Work> {
        self.works.iter().find(|work| work.records.contains(&source))
    }
}

/// `report · official · 2019 · in French`.
fn facts(pack: &Pack, source: &Source) -> String {
    let mut parts = vec![kind(source.kind).to_owned()];
    parts.extend(source.rank.map(|it| rank(it).to_owned()).filter(|it| *it != parts[0]));
    parts.extend(source.date.as_deref().map(|d| When::parse(d).map_or_else(|_| d.to_owned(), |w| pack.date(&w))));
    let foreign = source.lang.as_deref().filter(|lang| *lang != pack.about.language);
    parts.extend(foreign.map(|lang| format!("language: {lang}")));
    if source.unresolved {
        parts.push("unresolved".into());
    }
    parts.join(" · ")
}

/// How often it is cited, where, and what share of all that is.
fn weight(pack: &Pack, row: &Row, known: &Known, blocks: &mut Vec<Block>) {
    let mut text = format!("{}, {} of all citations", times(row.times), share(row.times, known.citations()));
    if row.in_notes > 0 {
        text.push_str(&format!("; {} of them in notes", row.in_notes));
    }
    if row.figures > 0 {
        text.push_str(&format!("; beside these for {}", several(row.figures, "figure")));
    }
    blocks.push(close(plain(Shape::Heading, "Cited".into())));
    blocks.push(close(plain(Shape::Passage, text)));
    for (era, count) in &row.per_era {
        let all = known.of_era(*era);
        let text = format!("era {}: {count} of {all}, {}", era.index() + 1, share(*count, all));
        blocks.push(close(plain(Shape::Passage, text)));
    }
    if let Some(work) = known.work_of(row.source) {
        if work.records.len() > 1 {
            let others = work.records.len() - 1;
            let share = share(work.times, known.citations());
            let other = if others == 1 { "the other record".to_owned() } else { format!("{others} other records") };
            blocks.push(close(plain(
                Shape::Passage,
                format!("With {other} of “{}”: {}, {share}.", pack[work.source].title, times(work.times)),
            )));
        }
        if work.alone > 0 {
            let word = several(work.alone, "statement");
            let rest = if work.alone == 1 { "rests" } else { "rest" };
            blocks.push(close(plain(Shape::Passage, format!("{word} {rest} on nothing else."))));
        }
    }
    end_group(blocks);
}

/// `⁶ p. 1  ⁷ p. 2`: its footnotes and the places in it that they name.
fn footnotes(pack: &Pack, citations: &[Citation], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let mut notes: Vec<_> = citations.iter().map(|citation| citation.note).collect();
    notes.sort_unstable();
    notes.dedup();
    let text = |note: &griot_pack::pack::NoteId| {
        let mark = note_mark(&[note.number()], glyphs);
        pack[*note].place.as_ref().map_or_else(|| mark.clone(), |place| format!("{mark} {place}"))
    };
    let all: Vec<String> = notes.iter().take(MOST).map(text).collect();
    if !all.is_empty() {
        let label = if all.len() == 1 { "footnote" } else { "footnotes" };
        blocks.push(plain(Shape::Passage, format!("{label} {}", all.join(", "))));
    }
}

/// The date, the first words and the way.
fn place_of(pack: &Pack, citation: Citation) -> Block {
    match citation.at {
        At::Text(id) => way(pack, id, ""),
        At::Note(id) => way(pack, id, "note: "),
        At::Figure(id) => {
            let mut block = close(plain(Shape::Passage, String::new()));
            block.add(&pack[id].name, Some(MarkKind::Link(Goal::entity(id))));
            block.add(" · a figure", Some(MarkKind::Quiet));
            block
        }
    }
}

/// The way to a statement, its date and its first words.
#[must_use]
pub fn way(pack: &Pack, id: StatementId, what: &str) -> Block {
    let it = &pack[id];
    let text = if what.is_empty() { &it.text } else { it.note.as_ref().unwrap_or(&it.text) };
    let mut block = close(plain(Shape::Passage, String::new()));
    block.add(&address(pack, id), Some(MarkKind::Link(Goal::Inside(Target::Statement(id)))));
    let when = it.when.map_or_else(|| "undated".into(), |when| pack.date(&when));
    block.add(&format!(" · {when} · {what}"), Some(MarkKind::Quiet));
    block.add(&first_words(text, PLACE), None);
    block
}

/// Where a statement stands: `¶ 1.6`, or `plate of era 1`.
#[must_use]
pub fn address(pack: &Pack, id: StatementId) -> String {
    let passage = pack[id].passage;
    if pack[passage].number.is_some() {
        format!("¶ {}", pack.address(passage))
    } else {
        format!("plate of era {}", pack.era_of(id).index() + 1)
    }
}

/// As many whole words as fit the columns.
fn first_words(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if width(&out) + width(word) + 2 > columns {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    format!("{}…", out.trim_end_matches([' ', ',', ';', ':', '.']))
}

/// A correction in full: what is said elsewhere, what is held now with the way there, why and on whose word.
#[must_use]
pub fn of_correction(pack: &Pack, it: &Correction<'_>, glyphs: Glyphs) -> Vec<Block> {
    let when = pack[it.statement].when.map_or_else(|| "undated".into(), |when| pack.date(&when));
    let standing = format!("{} {}", it.standing.sign(glyphs), it.standing.name());
    let mut blocks = vec![close(plain(Shape::Title, when)), plain(Shape::Quiet, standing)];
    if let Some(text) = it.instead_of {
        blocks.push(close(plain(Shape::Heading, capital(&elsewhere(pack)))));
        blocks.push(plain(Shape::Passage, text.into()));
    }
    let mut held = plain(Shape::Passage, format!("{} ", it.held));
    held.add(&address(pack, it.statement), Some(MarkKind::Link(Goal::Inside(Target::Statement(it.statement)))));
    blocks.push(close(plain(Shape::Heading, "What is held now".into())));
    blocks.push(held);
    if let Some(why) = it.why {
        blocks.push(close(plain(Shape::Heading, "Why".into())));
        blocks.push(plain(Shape::Passage, why.into()));
    }
    blocks.push(close(plain(Shape::Heading, "On the word of".into())));
    for note in it.word_of {
        let note = (note_mark(&[note.number()], glyphs), &pack[*note]);
        let source = cite::text(&pack[note.1.source], note.1.place.as_deref());
        blocks.push(close(plain(Shape::Passage, format!("{} {source}", note.0))));
    }
    if it.word_of.is_empty() {
        blocks.push(plain(Shape::Passage, "no source".into()));
    }
    blocks
}

pub(super) fn more(all: usize, blocks: &mut Vec<Block>) {
    if all > MOST {
        blocks.push(plain(Shape::Quiet, format!("and {} more", all - MOST)));
    }
}

/// `12 times`.
fn times(count: usize) -> String {
    match count {
        0 => "not in the text".into(),
        1 => "once".into(),
        n => format!("{n} times"),
    }
}

/// `1 figure`, `3 figures`.
#[must_use]
pub fn several(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// `4 %`; never nothing for something, nor all for less than all.
#[must_use]
pub fn share(part: usize, all: usize) -> String {
    let percent = if all == 0 { 0 } else { (part * 200 + all) / (all * 2) };
    match percent {
        0 if part > 0 => "under 1 %".into(),
        100 if part < all => "over 99 %".into(),
        n => format!("{n} %"),
    }
}

pub(super) const fn close(mut block: Block) -> Block {
    block.gap = false;
    block
}

pub(super) const fn end_group(blocks: &mut [Block]) {
    if let Some(last) = blocks.last_mut() {
        last.gap = true;
    }
}
