//! Statements that name an entity in full without a link to it.

use std::cell::OnceCell;

use memchr::memmem::Finder;

use griot_pack::pack::{EntityId, Kind, MarkKind, Pack, StatementId};

/// A name to look for.
struct Name<'a> {
    text: &'a str,
    /// Finds it in a text, which is asked of every sentence.
    find: Finder<'a>,
    is_one_word: bool,
    /// Longer names of other entities that hold it, and at which byte; asked for only where a sentence holds the name.
    longer: OnceCell<Vec<(&'a str, usize)>>,
}

/// The statements that name the entity in full and do not link to it, in reading order. A name that another entity bears
/// too, or that is a part of a longer one, names nobody.
pub(super) fn statements_naming(pack: &Pack, entity: EntityId) -> Vec<StatementId> {
    let names = own_names(pack, entity);
    let linked = |id: StatementId| pack[id].links().any(|linked| linked == entity);
    // Hardly a sentence holds any of them, which is seen before anything is looked at.
    let holds = |id: StatementId, name: &Name| name.find.find(pack[id].text.as_bytes()).is_some();
    let names_it = |id: StatementId| names.iter().any(|name| holds(id, name) && name.is_in(pack, entity, id));
    pack.statements().filter(|id| names_it(*id) && !linked(*id)).collect()
}

/// The names by which nobody else is called: those of several words, and that by which the entity is shown. Of ideas
/// and goods, one word is a word like any other.
fn own_names(pack: &Pack, entity: EntityId) -> Vec<Name<'_>> {
    let it = &pack[entity];
    let shown = Some(it.name.as_str()).filter(|name| it.kind != Kind::Concept || !is_one_word(name));
    let aliases = it.aliases.iter().map(|alias| alias.name.as_str()).filter(|name| !is_one_word(name));
    let mut names: Vec<Name> = shown.into_iter().chain(aliases).map(Name::of).collect();
    for their in names_of_others(pack, entity) {
        names.retain(|own| own.text != their);
    }
    names
}

fn names_of_others(pack: &Pack, entity: EntityId) -> impl Iterator<Item = &str> {
    let others = pack.entities().filter(move |other| *other != entity).map(|other| &pack[other]);
    others.flat_map(|it| std::iter::once(&*it.name).chain(it.aliases.iter().map(|alias| &*alias.name)))
}

impl<'a> Name<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, find: Finder::new(text), is_one_word: is_one_word(text), longer: OnceCell::new() }
    }

    fn longer(&self, pack: &'a Pack, entity: EntityId) -> &[(&'a str, usize)] {
        self.longer.get_or_init(|| {
            let longer = names_of_others(pack, entity).filter(|their| their.len() > self.text.len());
            longer.flat_map(|their| self.find.find_iter(their.as_bytes()).map(move |at| (their, at))).collect()
        })
    }

    /// Whether the statement holds the name, and the name stands there for the entity.
    fn is_in(&self, pack: &'a Pack, entity: EntityId, id: StatementId) -> bool {
        let it = &pack[id];
        let text = it.text.as_str();
        self.find.find_iter(text.as_bytes()).any(|at| {
            let end = at + self.text.len();
            let overlaps = |start: usize, length: usize| start < end && at < start + length;
            let stands_at = |start: usize, longer: &str| text.as_bytes()[start..].starts_with(longer.as_bytes());
            let in_longer = || {
                let mut starts = self
                    .longer(pack, entity)
                    .iter()
                    .filter_map(|(longer, within)| Some((longer, at.checked_sub(*within)?)));
                starts.any(|(longer, start)| stands_at(start, longer))
            };
            let in_link = || {
                it.marks.iter().any(|mark| {
                    let (start, length) = (mark.range.start as usize, mark.range.len());
                    matches!(mark.what, MarkKind::Link(_)) && overlaps(start, length)
                })
            };
            is_whole(&text[..at], &text[end..])
                && !in_link()
                && (!self.is_one_word || stands_alone(&text[..at], &text[end..]) && is_of_its_time(pack, entity, id))
                && !in_longer()
        })
    }
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
/// sentence has its capital letter from there.
fn stands_alone(before: &str, after: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let next = after.strip_prefix(' ').is_some_and(capital);
    let last = before.strip_suffix(' ').and_then(|before| before.rsplit_once(' '));
    !next && !last.is_some_and(|(_, word)| capital(word))
}

/// Whether what a statement tells may be of an entity’s own time. A name of one word is often borne by what came before
/// and after, as Mali’s is by an empire.
fn is_of_its_time(pack: &Pack, entity: EntityId, id: StatementId) -> bool {
    let Some(own) = pack[entity].when else { return true };
    pack[id].when.is_some_and(|when| when.overlaps(&own))
}
