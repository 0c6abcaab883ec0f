//! The texts of a pack in other languages, by what they stand for: ids make it possible, and nothing else of the pack has
//! to know of them.

use super::model::{Pack, Target};
use super::text::Text;

/// The texts of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// Its ISO 639-1 code.
    pub language: Text,
    /// In the order of what they stand for.
    texts: Vec<(Target, Text)>,
}

impl Texts {
    /// The texts of a language: of statements their sentences, of eras and chapters their titles, of entities their
    /// names.
    #[must_use]
    pub fn new(language: Text, mut texts: Vec<(Target, Text)>) -> Self {
        texts.sort_by_key(|(target, _)| *target);
        Self { language, texts }
    }

    /// The text that stands for something in this language.
    #[must_use]
    pub fn get(&self, target: Target) -> Option<&str> {
        let at = self.texts.binary_search_by_key(&target, |(of, _)| *of).ok()?;
        Some(&self.texts[at].1)
    }
}

impl Pack {
    /// The sentence of a statement, the title of an era or chapter, the name of an entity: in a language where `texts`
    /// has it, and as the pack has it otherwise. A passage has no text of its own but that of its first statement.
    #[must_use]
    pub fn text_in<'a>(&'a self, texts: Option<&'a Texts>, target: Target) -> &'a str {
        texts.and_then(|texts| texts.get(target)).unwrap_or_else(|| match target {
            Target::Era(era) => &self[era].title,
            Target::Chapter(chapter) => &self[chapter].title,
            Target::Passage(_) => self.first_statement(target).map_or("", |first| &self[first].text),
            Target::Statement(statement) => &self[statement].text,
            Target::Entity(entity) => &self[entity].name,
        })
    }
}
