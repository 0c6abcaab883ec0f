//! A pack: the history of one country as immutable, indexed data.
//!
//! The statement is the atom. Eras hold chapters, chapters hold passages, passages hold statements; everything else
//! (mentions, chronology, footnote numbers) is computed from them once, when the pack is built.

#![deny(missing_docs)]

mod beside;
mod bibliography;
mod build;
mod check;
mod compiled;
mod excerpt;
mod files;
mod form;
pub mod geo;
mod ids;
mod json;
mod kind;
mod language;
mod limits;
pub mod load;
mod markdown;
mod markup;
mod model;
mod name;
mod nearest;
mod pages;
mod place;
mod prepared;
mod problem;
mod queries;
mod raw;
mod registry;
mod relation;
mod rule;
#[cfg(test)]
mod schema;
mod sound;
mod source;
mod standing;
mod stored;
mod sums;
mod surprise;
mod text;
mod versions;
mod write;

pub use beside::bibliographies;
pub use bibliography::{Bibliography, ReadBibliography};
pub use check::{acceptable, is_id};
pub use compiled::{Compiled, Extras};
pub use excerpt::Excerpt;
pub use files::is_plain;
pub use ids::{ChapterId, EntityId, EraId, NoteId, PassageId, SourceId, StatementId};
pub use kind::Kind;
pub use limits::MOST_MEMBERS;
pub use load::{
    Progress, Stamp, Watch, check, check_text, check_watched, compiled_at, damage_of, hash, open, stamp, sum_of_words,
};
pub use markup::{bracketed, literal};
pub use model::translation::Language;
pub use model::{
    About, Alias, Chapter, Entity, Era, Figure, Mark, MarkKind, Note, Office, Pack, Passage, Picture, Position, Power,
    Precision, Statement, Target,
};
pub use name::{Name, Person};
pub use nearest::nearest;
pub use pages::Pages;
pub use place::Place;
pub use problem::{File, Problem, Problems, SourceLine};
pub use registry::{ExternalId, Registry};
pub use relation::{Relation, RelationKind};
pub use rule::{Damage, Kin, Markup, Plain, Rule, Severity, Shape};
pub use source::{Rank, Source, SourceKind};
pub use standing::Standing;
pub use text::Text;
pub use versions::FORMAT;
pub use write::WrittenFile;
pub use write::json::{Fields, Json as WrittenJson};
pub use write::{picture as written_picture, position as written_position, source as written_source};

/// The JSON Schema of a pack's files, made from the types that read them.
pub const SCHEMA: &str = include_str!("../pack.schema.json");
