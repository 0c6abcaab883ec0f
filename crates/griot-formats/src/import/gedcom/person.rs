//! The people of a family tree. Who may be living comes in by name alone, unless it was said otherwise.

use std::collections::HashMap;

use griot_pack::pack::{Kind, literal};
use griot_pack::when::{Day, When};

use super::lines::Line;
use super::tags::{EVENTS, FACTS, OF_PROGRAMS, word_of};
use super::{Person, Tree};
use crate::draft::{Entity, called, slug};
use crate::import::Living;
use crate::import::dates;
use crate::import::work::Work;
use crate::plain::{self, MAY_BE_LIVING};

/// So many years after a birth nobody is taken to be living.
const LONGEST_LIFE: i64 = 110;
/// What tells of an end.
const ENDS: [&str; 4] = ["DEAT", "BURI", "CREM", "PROB"];

impl<'t> Tree<'t> {
    /// Reads everybody: who they are first, so that what happened can name others.
    pub fn read_people(&mut self, work: &mut Work) {
        let records: Vec<&'t Line> = self.records("INDI").collect();
        let mut count: HashMap<String, usize> = HashMap::new();
        for record in &records {
            *count.entry(self.name_of(record).to_lowercase()).or_default() += 1;
        }
        let mut private = 0;
        for record in &records {
            let name = self.name_of(record);
            let is_private =
                work.settings.living == Living::WithoutDates && self.may_be_living(record, work.settings.today);
            private += usize::from(is_private);
            let entity = self.entity(record, &name, is_private, work);
            let shared = count.get(&name.to_lowercase()).is_some_and(|count| *count > 1);
            let id = if shared {
                let met = work.draft.entity_apart(entity, &format!("{} {}", slug(&name), record.name));
                *work.report.entities.entry(Kind::Person).or_default() += usize::from(!met.again);
                met.id
            } else {
                work.entity(entity)
            };
            self.people.insert(&record.name, Person { id, name, is_private });
        }
        if private > 0 {
            let who = if private == 1 {
                "1 person who may be living".to_owned()
            } else {
                format!("{private} people who may be living")
            };
            let what = format!("{who} came in by name alone; --living keeps all that is told");
            work.remark(0, "INDI", "", what);
        }
        for record in records {
            if self.people.get(record.name.as_str()).is_some_and(|it| !it.is_private) {
                self.life(record, work);
            }
        }
    }

    /// The name as it is said.
    fn name_of(&self, record: &Line) -> String {
        self.lines.child(record, "NAME").map_or_else(|| "[unnamed]".to_owned(), |line| self.said(line))
    }

    fn said(&self, line: &Line) -> String {
        let of = |tag| self.lines.child(line, tag).map(|it| it.value.clone()).unwrap_or_default();
        let whole = plain::text(&line.value.replace('/', " "));
        let name = if whole.is_empty() { plain::text(&format!("{} {}", of("GIVN"), of("SURN"))) } else { whole };
        if name.is_empty() { "[unnamed]".to_owned() } else { name }
    }

    /// Whether nothing says that they died and nothing that they were born long ago, or the file asks for silence.
    fn may_be_living(&self, record: &Line, today: Day) -> bool {
        let has = |tag: &str| self.lines.child(record, tag).is_some();
        let asks = self.lines.under(record).any(|line| match line.tag.as_str() {
            "RESN" => ["CONFIDENTIAL", "PRIVACY"].iter().any(|word| line.value.to_uppercase().contains(word)),
            "_PRIV" | "_LIVING" | "_PRIVATE" => !matches!(line.value.trim(), "N" | "n" | "no"),
            _ => false,
        });
        if asks {
            return true;
        }
        if ENDS.iter().any(|tag| has(tag)) {
            return false;
        }
        let dated = |line: &'t Line| self.lines.child(line, "DATE").and_then(|it| super::date::read(&it.value).ok()?.0);
        let born =
            self.lines.under(record).filter(|it| matches!(it.tag.as_str(), "BIRT" | "CHR" | "BAPM")).find_map(dated);
        // Without a birth any other date tells how long ago they were there.
        let known = born.or_else(|| self.lines.under(record).find_map(dated));
        known.is_some_and(|when: When| when.last() == Day::MAX || when.last().year > today.year - LONGEST_LIFE)
    }

    /// The record of somebody.
    fn entity(&mut self, record: &'t Line, name: &str, is_private: bool, work: &Work) -> Entity {
        let mut it = Entity::new(Kind::Person, name);
        let names = self.lines.under(record).filter(|line| line.tag == "NAME").skip(1).map(|line| self.said(line));
        it.aliases = names.filter(|other| other != name).map(called).collect();
        if is_private {
            it.remark(MAY_BE_LIVING);
            return it;
        }
        let dated = |tags: &[&str]| {
            let lines = self.lines.under(record).filter(|line| tags.contains(&line.tag.as_str()));
            lines
                .filter_map(|line| self.lines.child(line, "DATE"))
                .find_map(|line| super::date::read(&line.value).ok()?.0)
        };
        let (born, died) = (dated(&["BIRT", "CHR", "BAPM"]), dated(&["DEAT", "BURI"]));
        it.when = dates::span(born, died)
            .ok()
            .flatten()
            .map(|when| if died.is_none() { dates::onward_unknown(when) } else { when });
        it.role = ["OCCU", "TITL"].iter().find_map(|tag| {
            let line = self.lines.child(record, tag)?;
            Some(plain::text(&line.value)).filter(|text| !text.is_empty())
        });
        for line in self.lines.under(record) {
            self.remark_of(line, &mut it);
        }
        let _ = work;
        it
    }

    /// Notes, and what is not understood, stand in the note of the person.
    fn remark_of(&mut self, line: &'t Line, it: &mut Entity) {
        let tag = line.tag.as_str();
        let known = EVENTS.iter().any(|(known, _)| *known == tag)
            || FACTS.iter().any(|(known, _)| *known == tag)
            || OF_PROGRAMS.contains(&tag);
        if matches!(tag, "NOTE" | "SNOTE") {
            if let Some(note) = self.note(line) {
                it.remark(&note);
            }
        } else if !known && tag != "SOUR" {
            self.unknown(line);
            let text = plain::text(&self.lines.whole(self.lines.pointed(&line.value).unwrap_or(line)));
            if !text.is_empty() {
                it.remark(&format!("{}: {text}.", line.tag));
            }
        }
    }

    /// What happened in a life.
    fn life(&self, record: &'t Line, work: &mut Work) {
        let Some(person) = self.people.get(record.name.as_str()).cloned() else { return };
        let parents = self.parents(record);
        for line in self.lines.under(record) {
            let tag = line.tag.as_str();
            let event = EVENTS.iter().find(|(known, _)| *known == tag);
            let is_fact = FACTS.iter().any(|(known, _)| *known == tag);
            if event.is_none() && !is_fact {
                continue;
            }
            let mut told = self.told(line, work);
            let value = plain::text(&self.lines.text(line));
            let kind = self.lines.child(line, "TYPE").map(|it| plain::text(&it.value)).unwrap_or_default();
            told.text = match event {
                Some((_, does)) => format!("{} {does}", person.link()),
                None if value.is_empty() && kind.is_empty() => continue,
                None => {
                    let what = if kind.is_empty() { word_of(tag).to_owned() } else { kind };
                    format!(
                        "{}: {}",
                        person.link(),
                        literal([what, value].join(": ").trim_end_matches([':', ' ', '.']))
                    )
                }
            };
            if tag == "BIRT" {
                told.after.clone_from(&parents);
            }
            self.add(line, &record.name, told, work);
        }
        if !parents.is_empty() && self.lines.child(record, "BIRT").is_none() {
            let text = format!("{} was{}", person.link(), parents.trim_start_matches(','));
            self.add(record, &record.name, super::Told { text, ..super::Told::default() }, work);
        }
    }

    /// `, child of A and B`.
    fn parents(&self, record: &Line) -> String {
        let mut families = self.lines.under(record).filter(|line| line.tag == "FAMC");
        let family = families.find_map(|line| self.lines.pointed(&line.value));
        let parents = family.into_iter().flat_map(|family| self.members(family, &["HUSB", "WIFE"]));
        let names: Vec<String> = parents.map(|parent| parent.link()).collect();
        if names.is_empty() { String::new() } else { format!(", child of {}", names.join(" and ")) }
    }
}
