//! Statements that name an entity in full without a link to it.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem::Finder;

use griot_pack::pack::{EntityId, Kind, MarkKind, Pack, StatementId};

/// All names of a pack by their first word, so that a text is gone through once for all of them.
#[derive(Debug)]
pub(super) struct Names<'a> {
    by_first_word: HashMap<&'a str, Vec<Name<'a>>>,
}

/// A name of an entity.
#[derive(Debug, Clone, Copy)]
struct Name<'a> {
    text: &'a str,
    /// At which byte its first word begins.
    head: usize,
    entity: EntityId,
    /// Whether it names the entity where nothing else is said: names of several words do, and that by which it is shown. Of
    /// ideas and goods, one word is a word like any other.
    tells: bool,
}

/// A place of a text at which a name stands.
#[derive(Debug, Clone)]
struct Hit<'a> {
    range: Range<usize>,
    name: Name<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn of(pack: &'a Pack) -> Self {
        let mut by_first_word: HashMap<&str, Vec<Name>> = HashMap::new();
        for entity in pack.entities() {
            for (text, tells) in names_of(pack, entity) {
                if let Some(word) = words(text).next() {
                    let name = Name { text, head: word.start, entity, tells };
                    by_first_word.entry(&text[word]).or_default().push(name);
                }
            }
        }
        Self { by_first_word }
    }

    /// The entities that a statement names in full and does not link. A name that another entity bears too, or that is a
    /// part of a longer one, names nobody.
    pub(super) fn named_in(&self, pack: &Pack, id: StatementId) -> Vec<EntityId> {
        let it = &pack[id];
        let text = it.text.as_str();
        let hits: Vec<Hit> = words(text).flat_map(|word| self.at(text, word)).collect();
        let is_linked = |hit: &Hit| {
            it.marks.iter().any(|mark| {
                let (start, end) = (mark.range.start as usize, mark.range.end as usize);
                matches!(mark.what, MarkKind::Link(_)) && start < hit.range.end && hit.range.start < end
            })
        };
        let names_it = |hit: &Hit| {
            let (before, after) = (&text[..hit.range.start], &text[hit.range.end..]);
            let alone = || stands_alone(before, after) && is_of_its_time(pack, hit.name.entity, id);
            hit.name.tells
                && is_whole(before, after)
                && !is_linked(hit)
                && (!is_one_word(hit.name.text) || alone())
                && !hits.iter().any(|other| is_of_another(hit, other))
        };
        let mut named: Vec<EntityId> = hits.iter().filter(|hit| names_it(hit)).map(|hit| hit.name.entity).collect();
        named.sort_unstable();
        named.dedup();
        named.retain(|entity| it.links().all(|linked| linked != *entity));
        named
    }

    /// The names whose first word stands at a place of a text.
    fn at(&self, text: &'a str, word: Range<usize>) -> impl Iterator<Item = Hit<'a>> {
        let names = self.by_first_word.get(&text[word.clone()]).map_or(&[][..], Vec::as_slice);
        names.iter().filter_map(move |name| {
            let start = word.start.checked_sub(name.head)?;
            let stands = text.as_bytes()[start..].starts_with(name.text.as_bytes());
            stands.then_some(Hit { range: start..start + name.text.len(), name: *name })
        })
    }
}

/// Whether what stands at one place is the same name of another entity, or a part of a longer one.
fn is_of_another(hit: &Hit, other: &Hit) -> bool {
    let within = other.range.start <= hit.range.start && hit.range.end <= other.range.end;
    within && other.name.entity != hit.name.entity
}

/// The statements that name the entity so, in reading order.
pub(super) fn naming(pack: &Pack, entity: EntityId) -> Vec<StatementId> {
    let own: Vec<Finder> = names_of(pack, entity).map(|(text, _)| Finder::new(text)).collect();
    // Hardly a sentence holds any of them, which is seen before anything is looked at.
    let holds = |id: &StatementId| own.iter().any(|name| name.find(pack[*id].text.as_bytes()).is_some());
    let mut holding = pack.statements().filter(holds).peekable();
    if holding.peek().is_none() {
        return Vec::new();
    }
    let names = Names::of(pack);
    holding.filter(|id| names.named_in(pack, *id).contains(&entity)).collect()
}

/// The names of an entity, and whether each tells it.
fn names_of(pack: &Pack, entity: EntityId) -> impl Iterator<Item = (&str, bool)> {
    let it = &pack[entity];
    let shown = it.name.as_str();
    let aliases = it.aliases.iter().map(|alias| alias.name.as_str());
    let tells = it.kind != Kind::Concept || !is_one_word(shown);
    std::iter::once((shown, tells)).chain(aliases.map(|alias| (alias, !is_one_word(alias))))
}

/// Where the words of a text stand.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let end = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

/// Whether a name is one word, with or without an article.
fn is_one_word(name: &str) -> bool {
    let article = |word: &&str| !matches!(*word, "the" | "The" | "le" | "la" | "les" | "Le" | "La" | "Les");
    name.split_whitespace().filter(article).count() < 2
}

/// Whether neither a letter nor a hyphen joins a name to what stands before and after it.
fn is_whole(before: &str, after: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    !before.ends_with(joins) && !after.starts_with(joins)
}

/// Whether a name of one word is not a part of a name of several: of `Air Mali`, or `Gao Region`. The first word of a
/// sentence has its capital letter from there, and a comma parts names: `Bourem, Léré, Kidal`.
fn stands_alone(before: &str, after: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let next = after.strip_prefix(' ').is_some_and(capital);
    let last = before.strip_suffix(' ').and_then(|before| before.rsplit_once(' '));
    let joins = |(earlier, word): (&str, &str)| {
        capital(word) && !word.ends_with(is_pause) && !earlier.ends_with(['.', '!', '?', '…'])
    };
    !next && !last.is_some_and(joins)
}

/// Whether a sign ends what stands before it.
const fn is_pause(sign: char) -> bool {
    matches!(sign, ',' | ';' | ':' | '.' | '!' | '?' | '…' | ')' | '”' | '»')
}

/// Whether what a statement tells may be of an entity’s own time. A name of one word is often borne by what came before
/// and after, as Mali’s is by an empire.
fn is_of_its_time(pack: &Pack, entity: EntityId, id: StatementId) -> bool {
    let Some(own) = pack[entity].when else { return true };
    pack[id].when.is_some_and(|when| when.overlaps(&own))
}
