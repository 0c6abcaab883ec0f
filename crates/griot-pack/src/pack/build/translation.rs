//! The pack in other languages: what each text stands for, and whether that has changed since.

use crate::order::InOrder;
use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Build, shown, shown_if};
use crate::pack::check;
use crate::pack::ids::{EntityId, EraId, StatementId};
use crate::pack::language::stamp;
use crate::pack::model::translation::{EraWords, Language, StatementWords, Translation};
use crate::pack::model::{Passage, Target};
use crate::pack::place::Span;
use crate::pack::problem::File;
use crate::pack::raw::{self, Str};
use crate::pack::rule::{Rule, quoted};
use crate::pack::text::Text;

/// What a record stands for, and the places of those before it.
struct Standing<'a> {
    file: &'a File,
    seen: HashMap<Target, Span>,
}

impl<'a> Build<'a> {
    /// The translations that the files hold, one for each language; what is wrong in them is told and left out.
    pub(super) fn translations(&mut self, files: &'a [File]) -> Vec<Translation> {
        let mut all: Vec<Translation> = Vec::with_capacity(files.len());
        for file in files {
            let raw = self.read::<raw::Translation>(file);
            self.rules(file, check::translation(&raw));
            let own = self.about.as_ref().map(|about| &about.language);
            let taken =
                own.into_iter().chain(all.iter().map(|it| &it.language.code)).any(|code| *code == raw.language.value);
            if raw.language.is_absent() || taken {
                if taken {
                    self.tell(file, raw.language.span, Rule::SameLanguage(quoted(&raw.language)));
                }
                continue;
            }
            all.push(self.translation(file, raw));
        }
        // The language in which most is told comes first.
        all.order_by_key(|it| Reverse(it.statements.len()));
        all
    }

    fn translation(&mut self, file: &'a File, raw: raw::Translation) -> Translation {
        let mut at = Standing { file, seen: HashMap::new() };
        let language = Language { code: shown(raw.language), name: shown(raw.name) };
        let chapter = |build: &Self, target| match target {
            Target::Chapter(id) => Some((id, stamp([build.chapters[id.index()].title.as_str()]))),
            _ => None,
        };
        let entity = |build: &Self, target| match target {
            Target::Entity(id) => Some((id, stamp([build.entities[id.index()].name.as_str()]))),
            _ => None,
        };
        let chapters = raw.chapters.into_iter().map(|it| ("chapter", it.id, it.of, it.title));
        let entities = raw.entities.into_iter().map(|it| ("entity", it.id, it.of, it.name));
        Translation {
            language,
            eras: in_order(raw.eras.into_iter().filter_map(|it| self.translated_era(&mut at, it))),
            chapters: in_order(chapters.filter_map(|it| self.translated_name(&mut at, it, chapter))),
            statements: in_order(raw.statements.into_iter().filter_map(|it| self.translated_statement(&mut at, it))),
            entities: in_order(entities.filter_map(|it| self.translated_name(&mut at, it, entity))),
            offices: in_order(raw.offices.into_iter().flat_map(|office| self.translated_office(file, office))),
        }
    }

    fn translated_era(&mut self, at: &mut Standing<'a>, raw: raw::TranslatedEra) -> Option<(EraId, EraWords)> {
        let Some(Target::Era(id)) = self.stands_for(at, "era", &raw.id) else { return None };
        let words = EraWords { title: shown_if(raw.title), short: shown_if(raw.short), summary: shown_if(raw.summary) };
        let of = words.stamp(&self.eras[id.index()]);
        self.is_of(at.file, &raw.of, of).then_some((id, words))
    }

    /// A title or a name: what it stands for, whose stamp is told with it.
    fn translated_name<Id>(
        &mut self,
        at: &mut Standing<'a>,
        (what, id, of, name): (&'static str, Str, Str, Str),
        own: impl Fn(&Self, Target) -> Option<(Id, String)>,
    ) -> Option<(Id, Text)> {
        let target = self.stands_for(at, what, &id)?;
        let (id, now) = own(self, target)?;
        self.is_of(at.file, &of, now).then(|| (id, shown(name)))
    }

    fn translated_statement(
        &mut self,
        at: &mut Standing<'a>,
        raw: raw::TranslatedStatement,
    ) -> Option<(StatementId, StatementWords)> {
        let Some(Target::Statement(id)) = self.stands_for(at, "statement", &raw.id) else { return None };
        let (text, marks) = self.prose(at.file, raw.text);
        let words = StatementWords { text, marks, note: shown_if(raw.note), instead_of: shown_if(raw.instead_of) };
        let of = words.stamp(&self.statements[id.index()]);
        self.is_of(at.file, &raw.of, of).then_some((id, words))
    }

    /// The offices of a title, each by its place.
    fn translated_office(&mut self, file: &File, raw: raw::TranslatedOffice) -> Vec<((EntityId, u32), Text)> {
        let title = shown(raw.title);
        let offices = self.entities.iter().enumerate().flat_map(|(holder, it)| {
            it.offices.iter().enumerate().map(move |(at, office)| ((EntityId::new(holder), at as u32), &office.title))
        });
        let found: Vec<_> =
            offices.filter(|(_, own)| **own == raw.of.value).map(|(at, _)| (at, title.clone())).collect();
        if found.is_empty() && !raw.of.is_absent() && !self.names_unread {
            let known = self.entities.iter().flat_map(|it| &it.offices).map(|office| office.title.as_str());
            let nearest = self.nearest.of_sort("office", &raw.of, known);
            self.tell(file, raw.of.span, Rule::NothingToTranslate { what: "office", id: quoted(&raw.of), nearest });
        }
        found
    }

    /// What a record translates: the first one to do so.
    fn stands_for(&mut self, at: &mut Standing<'a>, what: &'static str, id: &Str) -> Option<Target> {
        if id.is_absent() {
            return None;
        }
        let found =
            self.ids.get(&id.value).map(|named| named.target).and_then(|target| of_sort(&self.passages, what, target));
        let Some(target) = found else {
            if !self.names_unread {
                let known = self.ids.iter().filter(|(_, named)| of_sort(&self.passages, what, named.target).is_some());
                let nearest = self.nearest.of_sort(what, id, known.map(|(id, _)| id.as_str()));
                self.tell(at.file, id.span, Rule::NothingToTranslate { what, id: quoted(id), nearest });
            }
            return None;
        };
        if let Some(first) = at.seen.get(&target) {
            let first = at.file.place(first.start);
            self.tell(at.file, id.span, Rule::DuplicateId { id: quoted(id), first });
            return None;
        }
        at.seen.insert(target, id.span);
        Some(target)
    }

    /// Whether what is translated still says what it said.
    fn is_of(&mut self, file: &File, stamped: &Str, now: String) -> bool {
        let same = stamped.value == now.as_str();
        if !same && !stamped.is_absent() {
            self.tell(file, stamped.span, Rule::Stale { now });
        }
        same
    }
}

/// Words in the order of what they stand for.
fn in_order<Id: Ord + Copy, Words>(words: impl Iterator<Item = (Id, Words)>) -> Vec<(Id, Words)> {
    let mut all: Vec<(Id, Words)> = words.collect();
    all.order_by_key(|(id, _)| *id);
    all
}

/// What an id names as something of a sort; a plate's id names its one statement as well.
fn of_sort(passages: &[Passage], what: &str, target: Target) -> Option<Target> {
    match (what, target) {
        ("statement", Target::Passage(passage)) => {
            let it = &passages[passage.index()];
            it.number.is_none().then(|| Target::Statement(StatementId::new(it.statements.start as usize)))
        }
        ("era", Target::Era(_))
        | ("chapter", Target::Chapter(_))
        | ("statement", Target::Statement(_))
        | ("entity", Target::Entity(_)) => Some(target),
        _ => None,
    }
}
