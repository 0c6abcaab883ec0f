//! Terms: what a query looks for, and in which words of the index each is found.

use std::ops::Range;

use griot_pack::pack::{EntityId, Kind, Pack, StatementId};

use super::alike::{names_polities, other_spellings, say_the_same};
use super::docs::Docs;
use super::names::Names;
use super::postings::Posting;
use super::query::{Does, Token};
use super::stem::{english, french};
use super::typos::Word;
use super::words::{Order, is_small};
use crate::fold::{fold, without_articles};
use crate::letters::is_unspaced;

/// How far a word of the index is from what was typed.
const STEM: u8 = 1;
const ALIKE_BY: u8 = 2;
const BEGUN: u8 = 3;
const MISTYPED: u8 = 4;
/// From this many letters on a word may be the beginning of another.
const BEGINNING: usize = 3;
/// The most words that are looked through for the forms of one.
const MOST_FORMS: usize = 2000;
/// The most words of one name.
const LONGEST_NAME: usize = 8;
/// What is lost with a name: more than with any word.
const NAMED: u16 = 22;
/// The most terms that are looked for.
const MOST: usize = 32;

/// One or several words that are looked for as one.
#[derive(Debug)]
pub(super) struct Term {
    /// The words, folded.
    pub text: String,
    /// What is named so in full.
    entities: Vec<EntityId>,
    /// For each word, the documents that hold it.
    pub words: Vec<Vec<(Posting, u8)>>,
    /// The same of the name that what is named bears itself, where another was typed: of `ATT` Amadou Toumani Touré.
    pub otherwise: Vec<Vec<(Posting, u8)>>,
    /// The words that were found in place of those that had to be corrected.
    pub meant: Vec<String>,
    /// How much is lost with it: common words weigh less, and what the whole pack is about nothing.
    pub weight: u16,
}

/// The terms of a query, and the order that it asks for.
pub(super) fn terms(pack: &Pack, docs: &Docs, names: &Names, tokens: &[Token]) -> (Vec<Term>, Option<Order>) {
    let about = fold(&pack.about.title);
    let last = tokens.iter().rposition(|token| token.does == Does::Say);
    let (mut out, mut order, mut at) = (Vec::new(), None, 0);
    while at < tokens.len() && out.len() < MOST {
        let token = &tokens[at];
        let (length, entities) = match token.does {
            Does::Say | Does::Order(_) => name_at(pack, names, &tokens[at..]),
            _ => (0, Vec::new()),
        };
        match token.does {
            _ if length > 1 => {
                let tokens = &tokens[at..at + length];
                let short = is_known_short((pack, names), &about, tokens, &entities);
                out.push(term(pack, docs, tokens, Bearers { entities, short, unfinished: false }));
            }
            Does::Say => {
                let bearers = Bearers { entities, short: false, unfinished: Some(at) == last };
                out.push(term(pack, docs, &tokens[at..=at], bearers));
            }
            Does::Order(which) => order = order.or(Some(which)),
            _ => {}
        }
        at += length.max(1);
    }
    // Of few words a people is what is asked about: the origins of the Dogon.
    if let [_] | [_, _] = &out[..] {
        let of_people = |term: &&mut Term| term.entities.iter().any(|id| pack[*id].kind == Kind::People);
        out.iter_mut().filter(of_people).for_each(|term| term.weight = NAMED);
    }
    let said_by_all = |term: &Term| {
        let is_name = |word: &str| !names.in_full(pack, word).is_empty();
        about.split(' ').any(|word| word == term.text || say_the_same(&term.text, word) && is_name(word))
    };
    if !out.iter().all(said_by_all) {
        out.iter_mut().filter(|term| said_by_all(term)).for_each(|term| term.weight = 0);
    }
    (out, order)
}

/// What is known of the words of a term.
struct Bearers {
    /// What they name in full.
    entities: Vec<EntityId>,
    /// Whether the name is known as well without the word that tells what it names.
    short: bool,
    /// Whether the last of them may be the beginning of another.
    unfinished: bool,
}

/// Whether a state is known as well by its name without what it is: Songhai, which is the Songhai Empire. Mali is a country
/// of its own.
fn is_known_short((pack, names): (&Pack, &Names), about: &str, tokens: &[Token], entities: &[EntityId]) -> bool {
    let said = tokens.iter().filter(|token| token.does != Does::Join).map(Token::word);
    let rest: Vec<&str> = said.filter(|word| !names_polities(word)).collect();
    if rest.is_empty() || rest.iter().all(|word| about.split(' ').any(|own| own == *word)) {
        return false;
    }
    let others = names.in_full(pack, &rest.join(" "));
    let of_a_state = entities.iter().any(|id| pack[*id].kind == Kind::Polity);
    of_a_state && (others.is_empty() || others.iter().any(|id| entities.contains(id)))
}

/// How many of the first words are a name in full, and whose it is.
fn name_at(pack: &Pack, names: &Names, tokens: &[Token]) -> (usize, Vec<EntityId>) {
    let Some(first) = tokens.first() else { return (0, Vec::new()) };
    let heads = [Some(&first.text), first.bare.as_ref()].into_iter().flatten();
    heads.map(|head| name_from(pack, names, head, tokens)).max_by_key(|(length, _)| *length).unwrap_or_default()
}

/// The same, with the first word said so.
fn name_from(pack: &Pack, names: &Names, head: &str, tokens: &[Token]) -> (usize, Vec<EntityId>) {
    let mut text = head.to_owned();
    let mut best = (0, Vec::new());
    for (at, token) in tokens.iter().take(LONGEST_NAME).enumerate() {
        if at > 0 {
            text.push(' ');
            text.push_str(&token.text);
        }
        let mut found = if token.does == Does::Join { Vec::new() } else { names.in_full(pack, &text) };
        if found.is_empty() && at > 0 && token.does != Does::Join {
            found = other_spellings(&text).iter().flat_map(|name| names.in_full(pack, name)).collect();
        }
        // An idea of several words is said by each of them: the president of Mali is somebody.
        found.retain(|id| at == 0 || pack[*id].kind != Kind::Concept);
        if !found.is_empty() {
            best = (at + 1, found);
        }
    }
    best
}

fn term(pack: &Pack, docs: &Docs, tokens: &[Token], Bearers { entities, short, unfinished }: Bearers) -> Term {
    let said = || tokens.iter().filter(|token| tokens.len() == 1 || token.does != Does::Join);
    let text = said().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
    let mut meant = Vec::new();
    // The capital of the Songhai Empire is that of Songhai.
    let told = said().filter(|token| !short || !names_polities(token.word()));
    let words: Vec<Vec<(Posting, u8)>> = told
        .map(|token| {
            // L’Azawad is Azawad, and written in one by some; of n’ and c’ nothing but a name is made: N’Daw.
            let in_one = docs.find(&token.text).filter(|_| token.bare.is_some());
            let is_article = token.text.starts_with(['l', 'd']);
            let word = if is_article || in_one.is_none() { token.word() } else { &token.text };
            let mut found = found(pack, docs, word, unfinished, &mut meant);
            found.extend(in_one.into_iter().flat_map(|at| docs.postings(at..at + 1)).map(|posting| (posting, 0)));
            // A name of several words is said in just these.
            let name = tokens.len() > 1;
            found.into_iter().filter(|(_, far)| !name || *far <= STEM).collect()
        })
        .collect();
    let spread = words.iter().map(Vec::len).min().unwrap_or(0).max(1);
    let by_words = 18 - spread.ilog2().min(16) as u16;
    // What is asked of something is asked of nothing else, however often it is named.
    let weight = if is_proper(pack, &entities) { NAMED } else { by_words };
    let otherwise = otherwise(pack, docs, &text, &entities);
    Term { text, entities, words, otherwise, meant, weight }
}

/// Where the own name stands of what was named by another: records name others by it.
fn otherwise(pack: &Pack, docs: &Docs, text: &str, entities: &[EntityId]) -> Vec<Vec<(Posting, u8)>> {
    let [entity] = entities else { return Vec::new() };
    let name = fold(&pack[*entity].name);
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty() && !is_small(word)).collect();
    // A single word of a name is said of many others.
    if words.len() < 2 || words.iter().all(|word| text.split(' ').any(|have| have == *word)) {
        return Vec::new();
    }
    let found = |word: &&str| docs.postings_of(word).into_iter().map(|posting| (posting, ALIKE_BY)).collect();
    words.iter().map(found).collect()
}

/// Whether a name in full is that of somebody or something: no idea that has its word, and neither a land nor a people,
/// which only tell where and of whom: a Tuareg chief.
fn is_proper(pack: &Pack, named: &[EntityId]) -> bool {
    const LANDS: [&str; 6] = ["region", "country", "continent", "river", "desert", "lake"];
    let is_land = |id: EntityId| pack[id].subtype.as_deref().is_some_and(|own| LANDS.contains(&own));
    named.iter().any(|id| !matches!(pack[*id].kind, Kind::Concept | Kind::People) && !is_land(*id))
}

/// Where a word is found, and how far from what was typed; what it was corrected to.
fn found(pack: &Pack, docs: &Docs, word: &str, unfinished: bool, meant: &mut Vec<String>) -> Vec<(Posting, u8)> {
    if word.starts_with(is_unspaced) {
        return docs.running(pack, word).into_iter().map(|posting| (posting, 0)).collect();
    }
    let alone = |(at, far): (usize, u8)| (at..at + 1, far);
    let mut near: Vec<(Range<usize>, u8)> = forms(docs, word).into_iter().map(alone).collect();
    if let Some(bare) = without_articles(word) {
        near.extend(docs.find(&bare).map(|at| (at..at + 1, 0)));
    }
    if (unfinished || near.is_empty()) && word.chars().count() >= BEGINNING {
        near.push((docs.beginning(word), BEGUN));
    }
    if near.iter().all(|(words, _)| words.is_empty()) {
        near = slips(docs, word).into_iter().map(alone).collect();
        meant.extend(near.iter().flat_map(|(words, _)| words.clone()).map(|at| docs.word(at).to_owned()));
    }
    near.into_iter()
        .flat_map(|(words, far)| docs.postings(words).into_iter().map(move |posting| (posting, far)))
        .collect()
}

/// The words of the index that are the word, its other forms, or say the same.
fn forms(docs: &Docs, word: &str) -> Vec<(usize, u8)> {
    let mut out: Vec<(usize, u8)> = docs.find(word).map(|at| (at, 0)).into_iter().collect();
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return out;
    }
    let stem = english(word);
    let itself = docs.find(&stem).filter(|_| english(&stem) == stem);
    out.extend(itself.into_iter().chain(docs.of_stem(&stem)).map(|at| (at, STEM)));
    out.extend(alike(docs, word));
    if out.is_empty() {
        let forms: Vec<usize> = french_forms(docs, &french(word)).collect();
        out.extend(forms.iter().map(|at| (*at, STEM)));
        out.extend(forms.iter().flat_map(|at| alike(docs, docs.word(*at))));
    }
    out
}

/// The words of the index that say the same as a word.
fn alike(docs: &Docs, word: &str) -> impl Iterator<Item = (usize, u8)> {
    let found = |alike: &'static str| docs.find(alike).into_iter().chain(docs.of_stem(alike));
    super::alike::alike(word).flat_map(found).map(|at| (at, ALIKE_BY))
}

/// The words of a French stem, which begin nearly as it does.
fn french_forms<'a>(docs: &'a Docs, stem: &'a str) -> impl Iterator<Item = usize> + 'a {
    let head = stem.strip_suffix('i').filter(|head| head.len() >= BEGINNING).unwrap_or(stem);
    // The forms of a short word are short, and a letter or two begin too many others.
    let longest = if head.len() < BEGINNING { stem.len() + BEGINNING } else { usize::MAX };
    // What thousands of words begin with is too short to tell the forms of one from others.
    let words = Some(docs.beginning(head)).filter(|words| words.len() <= MOST_FORMS);
    words.into_iter().flatten().filter(move |at| docs.word(*at).len() <= longest && french(docs.word(*at)) == stem)
}

/// The words that a few slips of the finger make of the one that was meant; the first letter is rarely among them.
fn slips(docs: &Docs, word: &str) -> Vec<(usize, u8)> {
    let typed = Word::of(word);
    let Some(first) = word.chars().next().filter(|_| typed.forgiven > 0) else { return Vec::new() };
    let near =
        docs.beginning(first.encode_utf8(&mut [0; 4])).filter_map(|at| Some((typed.mistakes_in(docs.word(at))?, at)));
    let near: Vec<(usize, usize)> = near.collect();
    let fewest = near.iter().map(|(mistakes, _)| *mistakes).min();
    let meant = near.into_iter().filter(|(mistakes, _)| Some(*mistakes) == fewest).map(|(_, at)| at);
    meant.flat_map(|at| forms(docs, docs.word(at))).map(|(at, far)| (at, MISTYPED + far)).collect()
}

impl Term {
    /// Whether it names an entity.
    pub(super) fn is_name_of(&self, entity: EntityId) -> bool {
        self.entities.contains(&entity)
    }

    /// What it names in full.
    pub(super) fn names(&self) -> &[EntityId] {
        &self.entities
    }

    /// Whether it names anything.
    pub(super) const fn is_name(&self) -> bool {
        !self.entities.is_empty()
    }

    /// The words that are looked for, as typed and as corrected.
    pub(super) fn says(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').chain(self.meant.iter().map(String::as_str))
    }
}

/// The statements that hold every word of a folded text in full.
pub(super) fn holding(pack: &Pack, docs: &Docs, folded: &str) -> Vec<StatementId> {
    let words: Vec<&str> = super::postings::terms(folded).collect();
    // The 9 of 9月 says too little to be looked for by itself.
    let among_runs = folded.contains(is_unspaced);
    let mut found: Option<Vec<StatementId>> = None;
    for word in words.into_iter().filter(|word| !among_runs || word.len() > 1) {
        let postings = if word.starts_with(is_unspaced) { docs.running(pack, word) } else { docs.postings_of(word) };
        let mut with = docs.statements_of(pack, &postings);
        with.dedup();
        found = Some(match found {
            None => with,
            Some(before) => before.into_iter().filter(|id| with.binary_search(id).is_ok()).collect(),
        });
    }
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests;
