//! A pack in other languages. One language is read at a time: its words change places with those of the pack, so that
//! whatever shows a sentence, a title or a name need know of no language.

use crate::order::InOrder;
use std::mem::swap;

use super::ids::StatementId;
use super::model::translation::{EraWords, Language, StatementWords, Translation};
use super::model::{Alias, Entity, Era, Pack, Statement};
use super::sums::{add_to_sum, sum};
use super::text::Text;
use crate::when::{Language as DateLanguage, When};

impl EraWords {
    /// The stamp of what they translate of an era.
    pub fn stamp(&self, own: &Era) -> String {
        let parts = [(&self.title, &own.title), (&self.short, &own.short), (&self.summary, &own.summary)];
        stamp(parts.into_iter().filter(|(other, _)| other.is_some()).map(|(_, own)| own.as_str()))
    }
}

impl StatementWords {
    /// The stamp of what they translate of a statement.
    pub fn stamp(&self, own: &Statement) -> String {
        let remarks = [(&self.note, &own.note), (&self.instead_of, &own.instead_of)];
        let remarks = remarks.into_iter().filter(|(other, _)| other.is_some());
        let remarks = remarks.map(|(_, own)| own.as_deref().unwrap_or_default());
        stamp(std::iter::once(own.text.as_str()).chain(remarks))
    }
}

impl Translation {
    /// Gives the pack these words and takes its own.
    fn change_places(&mut self, pack: &mut Pack) {
        for (id, words) in &mut self.eras {
            let it = &mut pack.eras[id.index()];
            for (own, other) in [
                (&mut it.title, &mut words.title),
                (&mut it.short, &mut words.short),
                (&mut it.summary, &mut words.summary),
            ] {
                if let Some(other) = other {
                    swap(own, other);
                }
            }
        }
        for (id, title) in &mut self.chapters {
            if let Some(it) = pack.chapters.get_mut(id.index()) {
                swap(&mut it.title, title);
            }
        }
        for (id, words) in &mut self.statements {
            let Some(it) = pack.statements.get_mut(id.index()) else { continue };
            swap(&mut it.text, &mut words.text);
            swap(&mut it.marks, &mut words.marks);
            for (own, other) in [(&mut it.note, &mut words.note), (&mut it.instead_of, &mut words.instead_of)] {
                if let (Some(own), Some(other)) = (own, other) {
                    swap(own, other);
                }
            }
        }
        for (id, name) in &mut self.entities {
            let Some(it) = pack.entities.get_mut(id.index()) else { continue };
            // The name that it is not shown by stays one that it is looked up by.
            if let Some(alias) = it.aliases.iter_mut().find(|alias| alias.name == *name) {
                alias.name = it.name.clone();
            }
            swap(&mut it.name, name);
        }
        for ((holder, office), title) in &mut self.offices {
            let holder = pack.entities.get_mut(holder.index());
            if let Some(office) = holder.and_then(|it| it.offices.get_mut(*office as usize)) {
                swap(&mut office.title, title);
            }
        }
    }
}

impl Pack {
    /// The language that is read, as a code: where something was not translated, it stands in the pack's own.
    #[must_use]
    pub fn language(&self) -> &Text {
        self.own_words.as_ref().map_or(&self.about.language, |own| &own.language.code)
    }

    /// The languages that the pack can be read in, its own first, which is called by its code.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let own = Language { code: self.about.language.clone(), name: self.about.language.clone() };
        let others = self.translations().into_iter().map(|it| it.language);
        std::iter::once(own).chain(others).collect()
    }

    /// Reads the pack in the language of a code; whether there is that language.
    pub fn read_in(&mut self, code: &str) -> bool {
        if self.language() == code {
            return true;
        }
        let next = self.translations().into_iter().find(|it| it.language.code == *code);
        if next.is_none() && self.about.language != *code {
            return false;
        }
        if let Some(mut own) = self.own_words.take() {
            own.change_places(self);
        }
        self.own_words = next.map(|mut next| {
            next.change_places(self);
            next
        });
        true
    }

    /// Shows dates in a language; with none, in that which is read.
    pub const fn show_dates_in(&mut self, language: Option<DateLanguage>) {
        self.dates_in = language;
    }

    /// The language that was chosen for dates, if one was.
    #[must_use]
    pub const fn dates_shown_in(&self) -> Option<DateLanguage> {
        self.dates_in
    }

    /// The language that dates are shown in: the one chosen, else the one that is read, else English.
    #[must_use]
    pub fn date_language(&self) -> DateLanguage {
        self.dates_in.or_else(|| DateLanguage::of_code(self.language())).unwrap_or_default()
    }

    /// A date as it is shown on screen.
    #[must_use]
    pub fn date(&self, when: &When) -> String {
        when.on_screen_in(self.date_language())
    }

    /// A date in full words.
    #[must_use]
    pub fn date_in_words(&self, when: &When) -> String {
        when.in_words_in(self.date_language())
    }

    /// Whether a statement stands in the pack's own language while another is read, in which others are told.
    #[must_use]
    pub fn is_untranslated(&self, statement: StatementId) -> bool {
        let own = self.own_words.as_ref().filter(|own| !own.statements.is_empty());
        own.is_some_and(|own| own.statements.binary_search_by_key(&statement, |(id, _)| *id).is_err())
    }

    /// The language in which a statement stands now, as a code.
    #[must_use]
    pub fn language_of(&self, statement: StatementId) -> &Text {
        let told = |own: &&Translation| own.statements.binary_search_by_key(&statement, |(id, _)| *id).is_ok();
        self.own_words.as_ref().filter(told).map_or(&self.about.language, |own| &own.language.code)
    }

    /// The sentences of statements in the languages that are not read, in the order of the text.
    #[must_use]
    pub fn sentences_elsewhere(&self) -> Vec<(StatementId, Text)> {
        let text = |(id, words): &(StatementId, StatementWords)| (*id, words.text.clone());
        let own = self.own_words.iter().flat_map(|own| own.statements.iter().map(text));
        let others = self.translations();
        let others = others.iter().filter(|it| it.language.code != *self.language()).flat_map(|it| &it.statements);
        let mut all: Vec<_> = own.chain(others.map(text)).collect();
        all.order_by_key(|(id, _)| *id);
        all
    }

    /// What is kept of other languages. A pack that was opened has translations that can be read.
    pub(super) fn translations(&self) -> Vec<Translation> {
        self.translations.as_ref().and_then(|stored| stored.read().ok()).unwrap_or_default()
    }
}

/// What tells words apart from any others, short enough to stand beside their translation.
pub(super) fn stamp<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let sum = words.into_iter().fold(sum(&[]), |sum, words| add_to_sum(add_to_sum(sum, words.as_bytes()), b"\n"));
    format!("{:08x}", (sum ^ (sum >> 32)) as u32)
}

/// The names in other languages are names that an entity is looked up by.
pub(super) fn add_names(entities: &mut [Entity], translations: &[Translation]) {
    for it in translations {
        for (id, name) in &it.entities {
            let entity = &mut entities[id.index()];
            if entity.name != *name && !entity.aliases.iter().any(|alias| alias.name == *name) {
                entity.aliases.push(Alias { name: name.clone(), lang: Some(it.language.code.clone()), when: None });
            }
        }
    }
}
