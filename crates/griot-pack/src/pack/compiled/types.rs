//! The types of a pack, each with what is written of it. Whoever changes one changes [`COMPILED`](crate::pack::versions::COMPILED).

use crate::pack::form::{Form, Reader, Writer};
use crate::pack::geo::{Geo, Label, LabelKind, Line, LineKind, Reach, Water, WaterKind};
use crate::pack::ids::{ChapterId, EntityId, EraId, NoteId, PassageId, SourceId, StatementId};
use crate::pack::kind::Kind;
use crate::pack::model::translation::{EraWords, Language, StatementWords, Translation};
use crate::pack::model::{
    About, Alias, Chapter, Entity, Era, Figure, Mark, MarkKind, Note, Office, Passage, Picture, Position, Power,
    Precision, Statement, Target,
};
use crate::pack::name::{Name, Person};
use crate::pack::registry::{ExternalId, Registry};
use crate::pack::relation::{Relation, RelationKind};
use crate::pack::rule::Damage;
use crate::pack::source::{Rank, Source, SourceKind};
use crate::pack::standing::Standing;
use crate::when::{Calendar, Day, Edge, Part, Unit, When};

/// Types by their fields, in the order in which they are written. Those behind a semicolon most records have not: a
/// number tells by its bits which of them follow.
macro_rules! structs {
    ($($name:ident { $($field:ident),* $(; $($rare:ident),+)? })*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                $(self.$field.write(out);)*
                $(
                    let there = [$(is_there(&self.$rare)),+];
                    there.iter().rev().fold(0_u32, |bits, is| bits << 1 | u32::from(*is)).write(out);
                    $(if is_there(&self.$rare) {
                        self.$rare.write(out);
                    })+
                )?
            }

            fn read(from: &mut Reader) -> Result<Self, Damage> {
                $(let $field = Form::read(from)?;)*
                $(
                    let mut there = u32::read(from)?;
                    $(let $rare = if taken(&mut there) { Form::read(from)? } else { Default::default() };)+
                    if there != 0 {
                        return Err(Damage::Changed);
                    }
                )?
                Ok(Self { $($field,)* $($($rare,)+)? })
            }
        }
    )*};
}

/// Whether a value says anything.
fn is_there<T: Default + PartialEq>(value: &T) -> bool {
    *value != T::default()
}

/// The lowest bit, which is taken off.
const fn taken(bits: &mut u32) -> bool {
    let is = *bits & 1 == 1;
    *bits >>= 1;
    is
}

/// Types by their cases, each with the number that it is written as.
macro_rules! enums {
    ($($name:ident { $($number:literal: $case:ident $(($($of:ident),*))? $({$($field:ident),*})?),* })*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                match self {$(
                    Self::$case $(($($of),*))? $({$($field),*})? => {
                        out.push($number);
                        $($($of.write(out);)*)?
                        $($($field.write(out);)*)?
                    }
                )*}
            }

            fn read(from: &mut Reader) -> Result<Self, Damage> {
                Ok(match from.byte()? {
                    $($number => Self::$case $(($({ let $of = Form::read(from)?; $of }),*))? $({$($field: Form::read(from)?),*})?,)*
                    _ => return Err(Damage::Changed),
                })
            }
        }
    )*};
}

macro_rules! ids {
    ($($name:ident),*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                self.0.write(out);
            }

            fn read(from: &mut Reader) -> Result<Self, Damage> {
                u32::read(from).map(Self)
            }
        }
    )*};
}

ids! { EraId, ChapterId, PassageId, StatementId, EntityId, SourceId, NoteId }

structs! {
    About { id, title, language, revision, as_of, licence, credits; corrects }
    Era { id, title, short, when, summary, chapters }
    Chapter { id, title, when, era, passages }
    Passage { id, chapter, number, statements }
    Statement { id, text, marks, when, standing, cites, passage; note, note_cites, unread, instead_of, origin, group, shown, picture }
    Picture { url, caption, credit, alt }
    Mark { range, what }
    Entity {
        id, kind, name, aliases, role, when, at, precision;
        subtype, wikipedia, note, offices, places, who, outcome, figures, reach, relations, ids, positions, group
    }
    Alias { name, lang; when }
    Position { at, when, precision }
    Relation { kind, who, when, note }
    ExternalId { registry, id }
    Office { title, of, when, head }
    Power { entity, rules, first, last }
    Day { year, month, day }
    Figure { value, by, cites }
    Source {
        key, kind, rank, authors, editors, title, within, date, pages, volume, issue, doi, isbn, issn, jstor, url, archive,
        accessed, lang, same_work_as, unresolved, note; publisher, place, series
    }
    Person { family, given, non_dropping_particle, dropping_particle, suffix }
    Note { source, place }
    Translation { language, eras, chapters, statements, entities, offices }
    Language { code, name }
    EraWords { title, short, summary }
    StatementWords { text, marks, note, instead_of }
    Geo { credit, capital, river, country, lines, waters, labels, reaches }
    Line { kind, rank, disputed, paths }
    Water { id, name, kind, rank, approximate, when, paths }
    Label { name, kind, at }
    Reach { id, when, note, outline }
}

enums! {
    Name { 0: Person(person), 1: Literal { literal } }
    MarkKind { 0: Link(entity), 1: Emphasis, 2: Address(address) }
    Target { 0: Era(id), 1: Chapter(id), 2: Passage(id), 3: Statement(id), 4: Entity(id) }
    Standing {
        0: Established, 1: Attributed, 2: Approximate, 3: Disputed, 4: Corrected, 5: Uncited, 6: CitationNeeded,
        7: Oral
    }
    RelationKind { 0: Parent, 1: Spouse, 2: Successor }
    Registry { 0: Wikidata, 1: Geonames, 2: Pleiades, 3: Viaf, 4: Gnd, 5: Loc, 6: Tgn }
    Precision { 0: City, 1: Site, 2: Region, 3: Approximate }
    Kind {
        0: Person, 1: Place, 2: Polity, 3: People, 4: Group, 5: Organization, 6: Event, 7: Concept, 8: Work
    }
    SourceKind {
        0: Book, 1: Journal, 2: Thesis, 3: Report, 4: Document, 5: News, 6: Web, 7: Encyclopedia, 8: Wiki, 9: Chapter,
        10: Archive, 11: Interview, 12: Photograph, 13: Map
    }
    Rank { 0: Scholarly, 1: Official, 2: Press, 3: Reference, 4: Wiki, 5: SelfPublished }
    LineKind { 0: Border, 1: Coast }
    WaterKind { 0: River, 1: Lake }
    LabelKind { 0: Country, 1: Town }
    When {
        0: At(a), 1: Span(a, b), 2: Between(a, b), 3: Before(a), 4: After(a), 5: From(a, edge), 6: Until(a, edge),
        7: OneOf(list), 8: AllOf(list)
    }
    Edge { 0: Open, 1: Unknown }
    Unit {
        0: Day { month, day }, 1: Month { month }, 2: Year, 3: Decade, 4: Century, 5: Millennium, 6: Season(code),
        7: Rounded(digits)
    }
    Part {
        0: Whole, 1: Early, 2: Mid, 3: Late, 4: Half1, 5: Half2, 6: Quarter1, 7: Quarter2, 8: Quarter3, 9: Quarter4
    }
    Calendar { 0: Civil, 1: Julian, 2: Gregorian, 3: Islamic, 4: BeforePresent }
}
