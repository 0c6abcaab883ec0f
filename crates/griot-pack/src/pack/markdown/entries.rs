//! The entities of a plain file: a line each, what is known of them part by part.

mod part;

pub(super) use part::{Part, date_and_rest, date_behind, language, part};

use std::ops::Range;

use super::escape::{bare_signs, unescaped};
use super::inline::{flat, parts};
use super::narrative::Heading;
use super::outline::Entry;
use super::{Reader, date, list, span, text};
use crate::pack::json::{Word, word_of};
use crate::pack::kind::Kind;
use crate::pack::model::Precision;
use crate::pack::raw::{self, Spanned, Str};
use crate::pack::registry::Registry;
use crate::pack::relation::RelationKind;
use crate::pack::rule::{Plain, Rule, quoted};
use part::{is_life, position};

/// An entry whose name is known, and the parts that are read when all names are.
#[derive(Debug)]
struct Named {
    kind: Kind,
    whole: Range<usize>,
    id: Str,
    head: Heading,
    parts: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// The entities, kind by kind.
    pub fn entities(&mut self, entries: &[Entry]) -> Vec<(Kind, Vec<raw::Entity>)> {
        let named: Vec<Named> = entries.iter().map(|entry| self.name_of(entry)).collect();
        let mut all: Vec<(Kind, Vec<raw::Entity>)> = Kind::ALL.into_iter().map(|kind| (kind, Vec::new())).collect();
        for it in named {
            let kind = it.kind;
            let record = self.entity(it);
            if let Some((_, records)) = all.iter_mut().find(|(of, _)| *of == kind) {
                records.push(record);
            }
        }
        all
    }

    /// The name of an entity, its id, and its other names.
    fn name_of(&mut self, entry: &Entry) -> Named {
        let lines = entry.lines.first().map_or(0, |it| it.start)..entry.lines.last().map_or(0, |it| it.end);
        let (name, ranges) = if let Some(name) = &entry.name {
            (name.clone(), entry.lines.clone())
        } else {
            let (name, rest) = self.name_and_rest(&lines);
            (name, vec![rest])
        };
        let mut head = self.heading(&name);
        if head.title.trim().is_empty() {
            head.title = text(self.slice(&lines).trim(), &lines);
        }
        if head.id.is_none() && self.names.has(&head.title) {
            self.tell_plain(&name, Plain::DescribedTwice(quoted(&head.title)));
        }
        let id = head.id.take().unwrap_or_else(|| text(self.ids.made_of(&head.title, entry.kind.name()), &name));
        self.names.add(&id, &head.title);
        let file = self.file;
        let found = ranges.iter().flat_map(|range| parts(&file.text, range, ';')).filter(|range| !range.is_empty());
        let found: Vec<Range<usize>> = found.collect();
        for range in &found {
            if let Part::Keyed("also", from) = part(self.slice(range)) {
                let alias = self.alias(&(range.start + from..range.end));
                self.names.add_alias(&id, &alias.name);
            }
        }
        let end = found.last().map_or(name.end, |last| last.end);
        Named { kind: entry.kind, whole: name.start..end.max(name.end), id, head, parts: found }
    }

    /// The name before a colon or a dash, and what is behind it.
    fn name_and_rest(&self, line: &Range<usize>) -> (Range<usize>, Range<usize>) {
        let written = self.slice(line);
        let colon =
            bare_signs(written, ':').find(|at| written[at + 1..].chars().next().is_none_or(char::is_whitespace));
        let dash =
            || [" – ", " — ", " - "].into_iter().filter_map(|dash| Some((written.find(dash)?, dash.len()))).min();
        let (end, bytes) = colon.map(|at| (at, 1)).or_else(dash).unwrap_or((written.len(), 0));
        (line.start..line.start + end, line.start + end + bytes..line.end)
    }

    fn entity(&mut self, named: Named) -> raw::Entity {
        let Named { whole, id, head, parts, .. } = named;
        let mut it = raw::Entity { id, name: head.title, when: head.when, ..raw::Entity::default() };
        (it.span, it.whole) = (span(&whole), true);
        let mut sources = Vec::new();
        for range in parts {
            self.part(&range, &mut it, &mut sources);
        }
        if !sources.is_empty() {
            let note = it.note.take().map_or_else(String::new, |note| format!("{} ", note.as_str()));
            it.note = Some(text(format!("{note}({})", sources.join("; ")), &whole));
        }
        if it.at.is_some() && it.precision.is_none() {
            it.precision = Some(Spanned { value: Precision::Approximate, span: span(&whole) });
        }
        it
    }

    fn part(&mut self, range: &Range<usize>, it: &mut raw::Entity, sources: &mut Vec<String>) {
        let (key, from) = match part(self.slice(range)) {
            Part::Keyed(key, from) => (key, from),
            Part::When(date) if it.when.is_none() => return it.when = Some(text(date, range)),
            // `born 1940; died 1990`
            Part::When(died) if it.when.as_ref().is_some_and(|born| is_life(born, &died)) => {
                let born = it.when.take().map(|born| born.trim_end_matches(['.', '?']).to_owned()).unwrap_or_default();
                return it.when = Some(text(format!("{born}{}", died.trim_start_matches('?')), range));
            }
            Part::At(at) if it.at.is_none() => return it.at = Some(Spanned { value: at, span: span(range) }),
            _ => ("role", 0),
        };
        let written = self.slice(range);
        let start = range.start + from + (written[from..].len() - written[from..].trim_start().len());
        let range = start..range.end;
        match key {
            "office" | "head" => return self.office(&range, key == "head", it),
            "in" => return it.places.value.extend(self.places(&range)),
            "with" => return it.who.value.push(self.participant(&range)),
            "figure" => return it.figures.value.push(self.figure(&range)),
            "precision" => return it.precision = self.word(&range),
            "when" | "dates" => return it.when = Some(self.date(&range)),
            "at" => match position(self.slice(&range)).filter(|_| it.at.is_none()) {
                Some(at) => return it.at = Some(Spanned { value: at, span: span(&range) }),
                None => return self.no_position(&range, it),
            },
            "also" => {
                let alias = self.alias(&range);
                return it.aliases.value.push(alias);
            }
            "position" => return self.position(&range, it),
            _ => {}
        }
        if let Some(kind) = RelationKind::ALL.into_iter().find(|kind| kind.name() == key) {
            return it.relations.value.push(self.relation(kind, &range));
        }
        if let Some(registry) = Registry::ALL.into_iter().find(|registry| registry.name() == key) {
            *it.ids.get_or_insert_default().of(registry) = Some(self.plain(&range));
            return;
        }
        let mut inline = self.inline(&range);
        let said = text(flat(&inline.prose()), &range);
        sources.extend(inline.cites.into_iter().map(|cite| cite.value.into()));
        match key {
            "type" => it.subtype = Some(said),
            "outcome" => it.outcome = Some(said),
            "outline" => it.reach.value.push(said),
            "article" => it.wikipedia = Some(said),
            "note" => it.note = Some(said),
            "group" => it.group = Some(said),
            _ => keep(said, &range, it),
        }
    }

    /// What is no position is told, and kept as what is known of the place.
    fn no_position(&mut self, range: &Range<usize>, it: &mut raw::Entity) {
        let written = self.plain(range);
        self.tell_plain(range, Plain::NoPosition(written.as_str().to_owned()));
        keep(written, range, it);
    }

    /// `Tombouctou (fr), 1893–1960`
    fn alias(&mut self, whole: &Range<usize>) -> raw::Alias {
        let (end, when) = date_behind(self.slice(whole));
        let range = whole.start..whole.start + end;
        let when = when.map(|when| text(when.to_string(), &(range.end + 1..whole.end)));
        let written = self.slice(&range);
        let (name, lang) = match language(written) {
            None => (range, None),
            Some((code, open)) => {
                let lang = text(code, &(range.start + open + 2..range.end - 1));
                (range.start..range.start + open, Some(lang))
            }
        };
        raw::Alias { name: self.plain(&name), lang, when, span: span(whole), whole: true }
    }

    /// `[[Name]], 1850–1871, what a reader should know`
    fn relation(&mut self, kind: RelationKind, range: &Range<usize>) -> raw::Relation {
        let (who, rest) = self.link_at(range);
        let (when, from) = date_and_rest(self.slice(&rest));
        let when = when.map(|when| text(when.to_string(), &(rest.start..rest.start + from)));
        let rest = rest.start + from..rest.end;
        let note = Some(self.plain(&rest)).filter(|note| !note.trim().is_empty());
        raw::Relation {
            kind: Spanned { value: kind, span: span(range) },
            who,
            when,
            note,
            span: span(range),
            whole: true,
        }
    }

    /// `16.27, -0.05, 1200–1500, region`
    fn position(&mut self, range: &Range<usize>, it: &mut raw::Entity) {
        let written = self.slice(range);
        let second = bare_signs(written, ',').nth(1).unwrap_or(written.len());
        let Some(at) = position(&written[..second]) else {
            return self.no_position(range, it);
        };
        let rest = range.start + (second + 1).min(written.len())..range.end;
        let (when, from) = date_and_rest(self.slice(&rest));
        let when = when.map(|when| text(when.to_string(), &rest));
        let word = rest.start + from..rest.end;
        let precision = if self.slice(&word).trim().is_empty() { None } else { self.word(&word) };
        let at = Spanned { value: at, span: span(range) };
        it.positions.value.push(raw::Position { at, when, precision, span: span(range), whole: true });
    }

    /// A date as the grammar has it; as it is written where it cannot be read.
    fn date(&self, range: &Range<usize>) -> Str {
        let written = self.slice(range);
        let said = date::read(written).map_or_else(|_| unescaped(written).into_owned(), |when| when.to_string());
        text(said, range)
    }

    /// A word of a few; what is none of them is told.
    pub fn word<T: Word>(&mut self, range: &Range<usize>) -> Option<Spanned<T>> {
        let word = self.plain(range);
        match word_of(&word) {
            Ok(meant) => Some(Spanned { value: meant, span: word.span }),
            Err(Rule::UnknownWord { word, nearest, known }) => {
                self.tell_plain(range, Plain::NoSuchWord { word, nearest, known });
                None
            }
            Err(rule) => {
                self.tell(range, rule);
                None
            }
        }
    }

    /// The entity that is named at the head of a stretch, in brackets or up to a comma, and what is behind it.
    fn link_at(&mut self, range: &Range<usize>) -> (Str, Range<usize>) {
        let file = self.file;
        let written = file.text.get(range.clone()).unwrap_or_default();
        let linked = written.strip_prefix("[[").and_then(|rest| Some((rest, rest.find("]]")?)));
        let (name, end) = if let Some((rest, end)) = linked {
            (rest[..end].split('|').next().unwrap_or_default(), end + 4)
        } else {
            let end = bare_signs(written, ',').next().unwrap_or(written.len());
            (&written[..end], end)
        };
        let at = range.start..range.start + end;
        let id = text(self.named(&unescaped(name.trim()), &at), &at);
        let rest = &written[end..];
        let rest = rest.trim_start().strip_prefix(',').unwrap_or(rest).trim_start();
        (id, range.end - rest.len()..range.end)
    }

    fn places(&mut self, range: &Range<usize>) -> Vec<Str> {
        let (mut places, mut rest) = (Vec::new(), range.clone());
        while !rest.is_empty() {
            let (place, more) = self.link_at(&rest);
            places.push(place);
            rest = more;
        }
        places
    }

    fn participant(&mut self, range: &Range<usize>) -> raw::Part {
        let (entity, rest) = self.link_at(range);
        let as_what = (!rest.is_empty()).then(|| self.plain(&rest));
        raw::Part { entity, as_what, span: span(range), whole: true }
    }

    /// `President of [[Mali]], 1960–1968`
    fn office(&mut self, range: &Range<usize>, head: bool, it: &mut raw::Entity) {
        let written = self.slice(range);
        let of = written.rfind(" of [[").or_else(|| written.rfind(" of "));
        let Some(of) = of else {
            // It is kept as what is known of the bearer.
            let written = self.plain(range);
            self.tell_plain(range, Plain::OfWhat(written.as_str().to_owned()));
            return keep(written, range, it);
        };
        let title = self.plain(&(range.start..range.start + of));
        let (of, rest) = self.link_at(&(range.start + of + " of ".len()..range.end));
        let when = (!rest.is_empty()).then(|| self.date(&rest));
        it.offices.value.push(raw::Office { title, of, when, head, span: span(range), whole: true });
    }

    /// `300 dead, by whom[^source]`
    fn figure(&mut self, range: &Range<usize>) -> raw::Figure {
        const BY: &str = ", by ";
        let written = self.slice(range);
        let by = bare_signs(written, ',').find(|at| written[*at..].starts_with(BY));
        let by = by.map_or(range.end, |at| range.start + at);
        let mut value = self.inline(&(range.start..by));
        let mut said =
            if by < range.end { self.inline(&(by + BY.len()..range.end)) } else { super::inline::Inline::default() };
        let giver = text(flat(&said.prose()), range);
        let mut cites = std::mem::take(&mut value.cites);
        cites.append(&mut said.cites);
        raw::Figure {
            value: text(flat(&value.prose()), range),
            by: Some(giver).filter(|by| !by.is_empty()),
            cites: list(cites, range),
            span: span(range),
            whole: true,
        }
    }
}

/// Adds to what is known of an entity in words.
fn keep(said: Str, range: &Range<usize>, it: &mut raw::Entity) {
    it.role = Some(match it.role.take() {
        Some(role) => text(format!("{}; {}", role.as_str(), said.as_str()), range),
        None => said,
    });
}
