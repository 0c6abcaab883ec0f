//! The JSON shapes of a pack, one to one. Everything here is text as the author wrote it, with its place in the file;
//! `build` gives it meaning.

mod map;
mod source;
mod translation;

pub use map::{Geo, Label, Line, Reach, Water};
#[cfg(test)]
use schemars::JsonSchema;
pub use source::{Name, NameParts, Source};
pub use translation::{TranslatedEra, TranslatedOffice, TranslatedStatement, Translation};

use super::geo::{LabelKind, LineKind, WaterKind};
pub use super::json::Spanned;
use super::json::{Json, Key, Lost, Read, Word, records};
use super::model::Precision;
use super::place::Span;
use super::registry::Registry;
use super::relation::RelationKind;
use super::source::{Rank, SourceKind};
use super::standing::Standing;
use super::text::Text;

/// A string and its place.
pub type Str = Spanned<Text>;
/// A list and its place.
pub type List<T> = Spanned<Vec<T>>;

records! {
    /// `pack.json`: what the pack is and in which order its eras stand.
    About {
        /// Where editors find the schema of this file.
        schema: Option<Str> = "$schema",
        /// The version of this format: 2; in 1 no statement has an id.
        format: Spanned<u32> = needed "format",
        /// Names the pack in output and in kept places.
        id: Str = needed "id",
        /// What the header shows.
        title: Str = needed "title",
        /// ISO 639-1 code of the prose.
        language: Str = needed "language",
        /// When the pack was last changed, as `2025-11-23`.
        revision: Str = needed "revision",
        /// Until when its facts were gathered, in the `when` grammar.
        as_of: Str = needed "as_of",
        /// Of the prose.
        licence: Str = needed "licence",
        /// What its statements correct, as it is called, where they began as the account of another: `Wikipedia`.
        corrects: Option<Str> = "corrects",
        /// To whom facts and map are owed, a sentence each.
        #[cfg_attr(test, schemars(default))]
        credits: List<Str> = "credits",
        /// Ids of the eras in order; era `n` lies in `eras/n-id.json`.
        eras: List<Str> = needed "eras",
    }

    /// `eras/n-id.json`.
    Era {
        /// Where editors find the schema of this file.
        schema: Option<Str> = "$schema",
        /// In the file name as well.
        id: Str = needed "id",
        /// The title in full.
        title: Str = needed "title",
        /// A title for narrow sidebars.
        short: Str = needed "short",
        /// In the `when` grammar, as every date of a pack.
        when: Str = needed "when",
        /// Two or three lines at the head of the era.
        summary: Str = needed "summary",
        /// In reading order.
        chapters: List<Chapter> = needed "chapters",
    }

    /// A chapter of an era.
    Chapter {
        /// Unique in the pack.
        id: Str = needed "id",
        /// Short enough for the sidebar.
        title: Str = needed "title",
        /// Of all that it tells.
        when: Option<Str> = "when",
        /// In reading order.
        passages: List<Passage> = needed "passages",
        /// After the passages.
        #[cfg_attr(test, schemars(default))]
        plates: List<Plate> = "plates",
    }

    /// A paragraph.
    Passage {
        /// Unique in the pack; the address that outlives numbers.
        id: Str = needed "id",
        /// In reading order; at least one.
        statements: List<Statement> = needed "statements",
    }

    /// One sentence with its dates, links, citations and standing.
    Statement {
        /// Unique in the pack, and kept for good: the address that outlives every change of the text around it.
        id: Option<Str> = "id",
        /// Prose with `[[entity-id|words]]` and `[words](https://…)` for links and `*emphasis*`; a backslash makes a sign of
        /// these plain.
        text: Str = needed "text",
        /// When what it tells took place.
        when: Option<Str> = "when",
        /// `source-key` or `source-key, p. 2`.
        #[cfg_attr(test, schemars(default))]
        cites: List<Str> = "cites",
        /// How far it can be trusted.
        #[cfg_attr(test, schemars(default))]
        standing: Spanned<Standing> = "standing",
        /// Why it is disputed, corrected or doubtful.
        note: Option<Str> = "note",
        /// On whose word the note rests.
        #[cfg_attr(test, schemars(default))]
        note_cites: List<Str> = "note_cites",
        /// What the article that the facts were first gathered from says, where the statement corrects it.
        instead_of: Option<Str> = "instead_of",
        /// From which file and where in it an import had it; the number behind `#` knows it when the file comes again.
        origin: Option<Str> = "origin",
        /// What it belongs to among a few words of the author’s: each has a colour of its own.
        group: Option<Str> = "group",
        /// How the author words its date.
        shown: Option<Str> = "shown",
        /// A picture of what it tells.
        picture: Option<Picture> = "picture",
    }

    /// A picture of the original article, told in words.
    Plate {
        /// Unique in the pack; also that of its one statement.
        id: Str = needed "id",
        /// Prose with links and emphasis, as in a statement.
        caption: Str = needed "caption",
        /// What the picture shows, or when it was made.
        when: Option<Str> = "when",
        /// As in a statement.
        #[cfg_attr(test, schemars(default))]
        cites: List<Str> = "cites",
        /// As in a statement.
        #[cfg_attr(test, schemars(default))]
        standing: Spanned<Standing> = "standing",
        /// As in a statement.
        note: Option<Str> = "note",
        /// As in a statement.
        #[cfg_attr(test, schemars(default))]
        note_cites: List<Str> = "note_cites",
        /// As in a statement.
        instead_of: Option<Str> = "instead_of",
        /// As in a statement.
        origin: Option<Str> = "origin",
        /// As in a statement.
        group: Option<Str> = "group",
        /// As in a statement.
        shown: Option<Str> = "shown",
        /// The picture itself, where it can be seen.
        picture: Option<Picture> = "picture",
    }

    /// A picture that is kept elsewhere.
    Picture {
        /// Its address, opened only after it was shown.
        url: Str = needed "url",
        /// What stands below it.
        caption: Option<Str> = "caption",
        /// To whom it is owed.
        credit: Option<Str> = "credit",
        /// What is seen on it, for whoever does not see it.
        alt: Option<Str> = "alt",
    }

    /// A record of `entities/<kind>.json`.
    Entity {
        /// Unique in the pack, and kept for good.
        id: Str = needed "id",
        /// The name it is shown by.
        name: Str = needed "name",
        /// Other names and spellings that it is looked up by.
        #[cfg_attr(test, schemars(default))]
        aliases: List<Alias> = "aliases",
        /// Who or what it is, in a phrase.
        role: Option<Str> = "role",
        /// Of a person the years that the text knows of, of an event its date.
        when: Option<Str> = "when",
        /// Latitude and longitude in degrees.
        at: Option<Spanned<[f64; 2]>> = "at",
        /// How well the position is known.
        precision: Option<Spanned<Precision>> = "precision",
        /// Where else it lay, for how long.
        #[cfg_attr(test, schemars(default))]
        positions: List<Position> = "positions",
        /// Of people.
        #[cfg_attr(test, schemars(default))]
        offices: List<Office> = "offices",
        /// Parents, spouses and successors. Each tie is said once, by one of the two.
        #[cfg_attr(test, schemars(default))]
        relations: List<Relation> = "relations",
        /// A kind within the kind: `coup`, `battle`, `party`, `town`.
        subtype: Option<Str> = "type",
        /// Where an event took place: ids of places.
        #[cfg_attr(test, schemars(default))]
        places: List<Str> = "where",
        /// Of events: who took part.
        #[cfg_attr(test, schemars(default))]
        who: List<Part> = "who",
        /// Of events: how it ended, in a sentence.
        outcome: Option<Str> = "outcome",
        /// Of events: numbers, and who gives them.
        #[cfg_attr(test, schemars(default))]
        figures: List<Figure> = "figures",
        /// Ids of approximate outlines in `geo.json`.
        #[cfg_attr(test, schemars(default))]
        reach: List<Str> = "reach",
        /// Title of the article on the English Wikipedia.
        wikipedia: Option<Str> = "wikipedia",
        /// Its numbers in catalogues of others.
        ids: Option<Ids> = "ids",
        /// What it belongs to among a few words of the author’s: each has a colour of its own.
        group: Option<Str> = "group",
        /// What a reader should know of the record itself.
        note: Option<Str> = "note",
    }

    /// Another name of an entity.
    Alias {
        /// The name as written.
        name: Str = needed "name",
        /// ISO 639-1 code, where it helps.
        lang: Option<Str> = "lang",
        /// When it was called so, where that was not at all times.
        when: Option<Str> = "when",
    }

    /// Where an entity lay for a time.
    Position {
        /// Latitude and longitude in degrees.
        at: Spanned<[f64; 2]> = needed "at",
        /// When it lay there.
        when: Option<Str> = "when",
        /// How well the position is known.
        precision: Option<Spanned<Precision>> = "precision",
    }

    /// That an entity has another for a parent, a spouse or a successor.
    Relation {
        /// What the other is.
        kind: Spanned<RelationKind> = needed "kind",
        /// Id of the other.
        who: Str = needed "who",
        /// For how long, or from when.
        when: Option<Str> = "when",
        /// What a reader should know of it: `adopted`.
        note: Option<Str> = "note",
    }

    /// The numbers of an entity in catalogues of others.
    Ids {
        /// Of Wikidata: `Q912`.
        wikidata: Option<Str> = "wikidata",
        /// Of `GeoNames`: `2449067`.
        geonames: Option<Str> = "geonames",
        /// Of Pleiades, for the ancient world.
        pleiades: Option<Str> = "pleiades",
        /// Of VIAF, for people and works.
        viaf: Option<Str> = "viaf",
        /// Of the GND of German libraries.
        gnd: Option<Str> = "gnd",
        /// Of the names of the Library of Congress: `n79060883`.
        loc: Option<Str> = "loc",
        /// Of the Getty Thesaurus of Geographic Names.
        tgn: Option<Str> = "tgn",
    }

    /// An office that a person held.
    Office {
        /// As the holder bore it.
        title: Str = needed "title",
        /// Id of the polity, place or organization.
        of: Str = needed "of",
        /// The term.
        when: Option<Str> = "when",
        /// Whether its holder rules: a head of state or a sovereign.
        #[cfg_attr(test, schemars(default))]
        head: bool = "head",
    }

    /// Who took part in an event, and as what.
    Part {
        /// Its id.
        entity: Str = needed "entity",
        /// As what, in a word or two.
        as_what: Option<Str> = "part",
    }

    /// A figure and who gives it.
    Figure {
        /// The number with what it counts.
        value: Str = needed "value",
        /// Who gives it.
        by: Option<Str> = "by",
        /// As in a statement.
        #[cfg_attr(test, schemars(default))]
        cites: List<Str> = "cites",
    }
}

impl Ids {
    /// Each with whose it is.
    pub fn all(&self) -> [(Registry, Option<&Str>); 7] {
        let Self { wikidata, geonames, pleiades, viaf, gnd, loc, tgn, .. } = self;
        let ids = [wikidata, geonames, pleiades, viaf, gnd, loc, tgn];
        std::array::from_fn(|at| (Registry::ALL[at], ids[at].as_ref()))
    }

    /// The place of one.
    pub const fn of(&mut self, registry: Registry) -> &mut Option<Str> {
        match registry {
            Registry::Wikidata => &mut self.wikidata,
            Registry::Geonames => &mut self.geonames,
            Registry::Pleiades => &mut self.pleiades,
            Registry::Viaf => &mut self.viaf,
            Registry::Gnd => &mut self.gnd,
            Registry::Loc => &mut self.loc,
            Registry::Tgn => &mut self.tgn,
        }
    }
}

impl Word for Standing {}
impl Word for RelationKind {}
impl Word for Precision {}
impl Word for SourceKind {}
impl Word for Rank {}
impl Word for LineKind {}
impl Word for WaterKind {}
impl Word for LabelKind {}
