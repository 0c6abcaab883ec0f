//! What a search looks into, and the index of its words.
//!
//! Three sorts of document: entities by what their records say, the statements of the text, and roles: an office that
//! was held, a part that was played in an event. One list of words leads to all of them.
//!
//! Scripts that write words without spaces have no words to index. Their runs are taken apart into pairs of letters: a
//! run that is looked for stands where all its pairs do, which the text then confirms.

use griot_pack::pack::{EntityId, Kind, Pack, StatementId};

use super::fold::fold;
use super::postings::{Field, Lexicon, Posting, Words, pairs};
use super::words::{IMPLIED, joined_phrases};

/// What somebody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The holder of an office, which is an index of those of the holder.
    Office(EntityId, usize),
    /// One who took part in an event, which is an index of those who did.
    Part(EntityId, usize),
}

impl Role {
    /// `President, Mali, 1992 – 2002`; `leader, 1968 Malian coup d’état`.
    #[must_use]
    pub fn in_words(self, pack: &Pack) -> String {
        let (title, of, when) = match self {
            Self::Office(holder, at) => {
                let office = &pack[holder].offices[at];
                (office.title.to_string(), office.of, office.when)
            }
            Self::Part(event, at) => {
                let part = pack[event].who[at].1.as_ref().map_or_else(String::new, ToString::to_string);
                (part, event, pack[event].when)
            }
        };
        let when = when.map_or_else(String::new, |when| when.on_screen());
        let parts = [title, pack[of].name.to_string(), when];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// A document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doc {
    Entity(EntityId),
    Statement(StatementId),
    Role(Role),
}

#[derive(Debug)]
pub(super) struct Docs {
    entities: Vec<EntityId>,
    statements: Vec<StatementId>,
    roles: Vec<Role>,
    lexicon: Lexicon,
    /// The words by their stems.
    stems: Lexicon<u32>,
    /// Which documents are of an entity, beside the statements that link it; sorted.
    linked: Vec<(EntityId, u32)>,
}

impl Docs {
    pub(super) fn new(pack: &Pack) -> Self {
        let (entities, statements): (Vec<_>, Vec<_>) = (pack.entities().collect(), pack.statements().collect());
        let roles = roles(pack, &entities);
        let mut words = Words::default();
        for (doc, id) in entities.iter().enumerate() {
            entity(pack, *id, &mut |text, field| words.add(text, Posting::new(doc, field)));
        }
        let mut elsewhere = pack.sentences_elsewhere().into_iter().peekable();
        for (doc, id) in statements.iter().enumerate() {
            let it = &pack[*id];
            // What a correction replaced is found as well, by those who know it from elsewhere.
            for text in [Some(&it.text), it.instead_of.as_ref()].into_iter().flatten() {
                words.add(text, Posting::new(entities.len() + doc, Field::Name));
            }
            // It is found by its words in every language, whichever is read.
            while let Some((_, text)) = elsewhere.next_if(|(of, _)| of == id) {
                words.add(&text, Posting::new(entities.len() + doc, Field::Name));
            }
        }
        let first_role = entities.len() + statements.len();
        for (doc, role) in roles.iter().enumerate() {
            role_words(pack, *role, &mut |text, field| words.add(text, Posting::new(first_role + doc, field)));
        }
        let lexicon = words.in_order();
        let stems = lexicon.stems();
        Self::with(pack, lexicon, stems)
    }

    /// The documents of a pack, whose words and their stems are known.
    pub(super) fn with(pack: &Pack, lexicon: Lexicon, stems: Lexicon<u32>) -> Self {
        let (entities, statements): (Vec<_>, Vec<_>) = (pack.entities().collect(), pack.statements().collect());
        let roles = roles(pack, &entities);
        let linked = linked(pack, &entities, &roles, entities.len() + statements.len());
        Self { entities, statements, roles, lexicon, stems, linked }
    }

    /// Every word, and where it stands.
    pub(super) const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The words that are not their own stem, by their stems.
    pub(super) const fn stems(&self) -> &Lexicon<u32> {
        &self.stems
    }

    /// How many documents there are.
    pub(super) const fn len(&self) -> usize {
        self.entities.len() + self.statements.len() + self.roles.len()
    }

    pub(super) fn get(&self, doc: usize) -> Doc {
        let (entities, statements) = (self.entities.len(), self.statements.len());
        match doc {
            _ if doc < entities => Doc::Entity(self.entities[doc]),
            _ if doc < entities + statements => Doc::Statement(self.statements[doc - entities]),
            _ => Doc::Role(self.roles[doc - entities - statements]),
        }
    }

    /// Whether a document is a role.
    pub(super) const fn is_role(&self, doc: usize) -> bool {
        doc >= self.entities.len() + self.statements.len()
    }

    /// The document of a statement.
    pub(super) const fn of_statement(&self, id: StatementId) -> usize {
        self.entities.len() + id.index()
    }

    /// The events and the roles that an entity has to do with.
    pub(super) fn linked(&self, entity: EntityId) -> impl Iterator<Item = usize> + '_ {
        let start = self.linked.partition_point(|(of, _)| *of < entity);
        self.linked[start..].iter().take_while(move |(of, _)| *of == entity).map(|(_, doc)| *doc as usize)
    }

    /// The words that begin so, by number.
    pub(super) fn beginning(&self, head: &str) -> impl Iterator<Item = usize> + '_ {
        let head = head.to_owned();
        let start = self.lexicon.before(&head);
        (start..self.lexicon.len()).take_while(move |at| self.word(*at).starts_with(&*head))
    }

    /// The number of just this word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.lexicon.find(word)
    }

    /// The words that have this English stem and are not the stem itself, by number.
    pub(super) fn of_stem(&self, stem: &str) -> impl Iterator<Item = usize> + '_ {
        let others = self.stems.find(stem).map_or(&[][..], |at| self.stems.postings(at));
        others.iter().map(|at| *at as usize)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.lexicon.word(at)
    }

    pub(super) fn postings(&self, word: usize) -> &[Posting] {
        self.lexicon.postings(word)
    }

    /// The statements that hold letters of a script without spaces in just this order.
    pub(super) fn running(&self, pack: &Pack, run: &str) -> Vec<Posting> {
        if run.chars().nth(1).is_none() {
            return self.beginning(run).flat_map(|word| self.postings(word)).copied().collect();
        }
        let in_full = pairs(run).into_iter().flatten().filter(|pair| pair.chars().nth(1).is_some());
        let mut of_pairs: Vec<&[Posting]> =
            in_full.map(|pair| self.find(pair).map_or(&[][..], |word| self.postings(word))).collect();
        of_pairs.sort_by_key(|of| of.len());
        let Some((fewest, others)) = of_pairs.split_first() else { return Vec::new() };
        let in_all = |posting: &&Posting| others.iter().all(|of| of.binary_search(posting).is_ok());
        let holds = |posting: &&Posting| match self.get(posting.doc()) {
            Doc::Statement(id) => {
                let it = &pack[id];
                [Some(&it.text), it.instead_of.as_ref()].into_iter().flatten().any(|text| fold(text).contains(run))
            }
            _ => false,
        };
        fewest.iter().filter(in_all).filter(holds).copied().collect()
    }
}

/// Every office that was held and every part that was played.
fn roles(pack: &Pack, entities: &[EntityId]) -> Vec<Role> {
    let of = |id: &EntityId| {
        let (id, it) = (*id, &pack[*id]);
        let offices = (0..it.offices.len()).map(move |at| Role::Office(id, at));
        offices.chain((0..it.who.len()).map(move |at| Role::Part(id, at)))
    };
    entities.iter().flat_map(of).collect()
}

/// Which events and roles name an entity: those of an event, the holder and what the office is of, both sides of a part.
fn linked(pack: &Pack, entities: &[EntityId], roles: &[Role], first_role: usize) -> Vec<(EntityId, u32)> {
    let mut out: Vec<(EntityId, u32)> = Vec::new();
    for (doc, id) in entities.iter().enumerate() {
        let it = &pack[*id];
        out.extend(it.who.iter().map(|(who, _)| *who).chain(it.places.iter().copied()).map(|id| (id, doc as u32)));
    }
    for (doc, role) in roles.iter().enumerate() {
        let two = match *role {
            Role::Office(holder, at) => [holder, pack[holder].offices[at].of],
            Role::Part(event, at) => [event, pack[event].who[at].0],
        };
        out.extend(two.map(|id| (id, (first_role + doc) as u32)));
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn entity(pack: &Pack, id: EntityId, add: &mut impl FnMut(&str, Field)) {
    let it = &pack[id];
    add(&it.name, Field::Name);
    it.aliases.iter().for_each(|alias| add(&alias.name, Field::Name));
    add(it.kind.name(), Field::Sort);
    let sort = it.subtype.iter();
    sort.for_each(|sort| add(sort, Field::Sort));
    let parts = it.who.iter().filter_map(|(_, part)| part.as_ref());
    let figures = it.figures.iter().flat_map(|figure| [Some(&figure.value), figure.by.as_ref()]).flatten();
    let record = [it.role.as_ref(), it.outcome.as_ref()].into_iter().flatten().chain(parts).chain(figures);
    record.for_each(|text| add(text, Field::Record));
    // What an event is, its type tells; of all else the head of what is said of it.
    if it.kind != Kind::Event {
        it.role.iter().for_each(|role| add(head_noun(role), Field::Sort));
    }
    if it.when.is_some() {
        IMPLIED.iter().filter(|(kind, _)| *kind == it.kind).for_each(|(_, words)| add(words, Field::Implied));
    }
}

/// The word of what is said of something that tells what it is: a “German scholar in British service” is a scholar.
fn head_noun(role: &str) -> &str {
    const AFTER: [&str; 30] = [
        " of ",
        " who ",
        " whom ",
        " whose ",
        " that ",
        " which ",
        " where ",
        " when ",
        " in ",
        " at ",
        " on ",
        " by ",
        " from ",
        " for ",
        " to ",
        " with ",
        " under ",
        " between ",
        " and ",
        " beside ",
        " against ",
        " as ",
        ",",
        ";",
        " de ",
        " du ",
        " des ",
        " d’",
        " qui ",
        " à ",
    ];
    let end = AFTER.iter().filter_map(|word| role.find(word)).min().unwrap_or(role.len());
    // A name tells who or where it is, and not what.
    let common = |word: &&str| word.starts_with(char::is_lowercase);
    role[..end].rsplit(' ').next().filter(common).unwrap_or_default()
}

fn role_words(pack: &Pack, role: Role, add: &mut impl FnMut(&str, Field)) {
    match role {
        Role::Office(holder, at) => {
            let office = &pack[holder].offices[at];
            add(&office.title, Field::Sort);
            if let Some(joined) = joined_phrases(&fold(&office.title)) {
                add(&joined, Field::Sort);
            }
            let told = [holder, office.of].map(|id| pack[id].role.as_ref());
            told.into_iter().flatten().for_each(|role| add(role, Field::Record));
            if office.head {
                add("ruler", Field::Implied);
            }
        }
        Role::Part(event, at) => {
            let it = &pack[event];
            it.who[at].1.iter().for_each(|part| add(part, Field::Sort));
            it.subtype.iter().for_each(|sort| add(sort, Field::Record));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_somebody_has_a_head() {
        for (role, head) in [
            ("German scholar in British service who lived at Timbuktu", "scholar"),
            ("capital of Mali, on the Niger", "capital"),
            ("midwife, trade unionist and first woman elected", "midwife"),
            ("photographe des griots de Sambala", "photographe"),
            ("griot", "griot"),
            ("", ""),
            ("officers of Samori", "officers"),
            ("Samori", ""),
        ] {
            assert_eq!(head_noun(role), head, "{role}");
        }
    }
}
