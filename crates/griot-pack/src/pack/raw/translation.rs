//! The JSON shape of `translations/<language>.json`.

#[cfg(test)]
use schemars::JsonSchema;

use super::Str;
use crate::pack::json::{Json, Key, Lost, Read, records};
use crate::pack::place::Span;

records! {
    /// `translations/<language>.json`: the pack in another language, as far as it was translated. In every record `of` is
    /// the stamp of what it translates, eight letters that `griot check` tells: it changes with the words.
    Translation {
        /// Where editors find the schema of this file.
        schema: Option<Str> = "$schema",
        /// ISO 639-1 code.
        language: Str = needed "language",
        /// What its speakers call it: `français`.
        name: Str = needed "name",
        /// Eras, as far as they were translated.
        #[cfg_attr(test, schemars(default))]
        eras: Vec<TranslatedEra> = "eras",
        /// Chapters.
        #[cfg_attr(test, schemars(default))]
        chapters: Vec<TranslatedChapter> = "chapters",
        /// Statements, and plates by their ids.
        #[cfg_attr(test, schemars(default))]
        statements: Vec<TranslatedStatement> = "statements",
        /// Entities that have another name in this language.
        #[cfg_attr(test, schemars(default))]
        entities: Vec<TranslatedEntity> = "entities",
        /// Titles of offices.
        #[cfg_attr(test, schemars(default))]
        offices: Vec<TranslatedOffice> = "offices",
    }

    /// An era in another language.
    TranslatedEra {
        /// Of the era.
        id: Str = needed "id",
        /// The stamp of what is translated.
        of: Str = needed "of",
        /// The title in full.
        title: Option<Str> = "title",
        /// The title for narrow sidebars.
        short: Option<Str> = "short",
        /// What stands at its head.
        summary: Option<Str> = "summary",
    }

    /// A chapter in another language.
    TranslatedChapter {
        /// Of the chapter.
        id: Str = needed "id",
        /// The stamp of its title.
        of: Str = needed "of",
        /// The heading.
        title: Str = needed "title",
    }

    /// A statement in another language.
    TranslatedStatement {
        /// Of the statement or the plate.
        id: Str = needed "id",
        /// The stamp of what is translated: the text, then `note` and `instead_of` where they are.
        of: Str = needed "of",
        /// Prose with links and emphasis, as in a statement.
        text: Str = needed "text",
        /// Why it is disputed, corrected or doubtful.
        note: Option<Str> = "note",
        /// What it replaces.
        instead_of: Option<Str> = "instead_of",
    }

    /// The name of an entity in another language.
    TranslatedEntity {
        /// Of the entity.
        id: Str = needed "id",
        /// The stamp of its name.
        of: Str = needed "of",
        /// What it is called.
        name: Str = needed "name",
    }

    /// The title of an office in another language.
    TranslatedOffice {
        /// The title as the offices of the pack have it.
        of: Str = needed "of",
        /// The title.
        title: Str = needed "title",
    }
}
