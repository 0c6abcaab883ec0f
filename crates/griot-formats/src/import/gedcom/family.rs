//! The families of a tree: who belongs to whom, who married whom, and what else happened to them together.

use griot_pack::pack::{RelationKind, literal};
use griot_pack::when::When;

use super::lines::{Line, pointer};
use super::tags::{EVENTS, OF_PROGRAMS};
use super::{Person, Told, Tree};
use crate::draft::Relation;
use crate::import::dates;
use crate::import::work::Work;
use crate::plain;

/// Two who belong together.
struct Family<'t> {
    record: &'t Line,
    names: String,
    is_private: bool,
}

impl<'t> Tree<'t> {
    /// Reads families.
    pub fn read_families(&mut self, work: &mut Work) {
        let records: Vec<&'t Line> = self.records("FAM").collect();
        for record in records {
            let pair = self.members(record, &["HUSB", "WIFE"]);
            if pair.is_empty() {
                continue;
            }
            self.relations(record, &pair, work);
            let of = Family {
                record,
                names: pair.iter().map(Person::link).collect::<Vec<_>>().join(" and "),
                // Of two of whom one may be living, no date is told.
                is_private: pair.iter().any(|it| it.is_private),
            };
            for line in self.lines.under(record) {
                self.of_family(line, &of, work);
            }
        }
    }

    /// Those whom a family names by some tags.
    pub fn members(&self, family: &Line, tags: &[&str]) -> Vec<Person> {
        let lines = self.lines.under(family).filter(|line| tags.contains(&line.tag.as_str()));
        lines.filter_map(|line| self.people.get(pointer(&line.value)?).cloned()).collect()
    }

    /// Who is whose spouse and whose child.
    fn relations(&self, family: &Line, pair: &[Person], work: &mut Work) {
        if let [one, other] = pair {
            let is_private = one.is_private || other.is_private;
            let when = self.time_together(family).filter(|_| !is_private);
            let relation = Relation { when, ..Relation::new(RelationKind::Spouse, &other.id) };
            work.relate(&one.id, relation, (family.number, "FAM"));
        }
        for child in self.members(family, &["CHIL"]) {
            for parent in pair {
                let relation = Relation::new(RelationKind::Parent, &parent.id);
                work.relate(&child.id, relation, (family.number, "CHIL"));
            }
        }
    }

    /// From the marriage to its end, as far as the family tells.
    fn time_together(&self, family: &Line) -> Option<When> {
        let of = |tags: &[&str]| {
            let events = self.lines.under(family).filter(|line| tags.contains(&line.tag.as_str()));
            events.filter_map(|line| self.lines.child(line, "DATE")).find_map(|it| super::date::read(&it.value).ok()?.0)
        };
        let (start, end) = (of(&["MARR"]), of(&["DIV", "ANUL"]));
        dates::span(start, end).unwrap_or(start)
    }

    /// The families that somebody says they are a child of, and how: by birth, adopted.
    pub fn read_descents(&self, work: &mut Work) {
        for record in self.records("INDI") {
            let Some(child) = self.people.get(record.name.as_str()) else { continue };
            for line in self.lines.under(record).filter(|line| line.tag == "FAMC") {
                let family = self.lines.pointed(&line.value).filter(|family| family.tag == "FAM");
                let how = self.lines.child(line, "PEDI").map(|it| plain::text(&it.value).to_lowercase());
                let note = how.filter(|how| !matches!(how.as_str(), "" | "birth"));
                for parent in family.into_iter().flat_map(|family| self.members(family, &["HUSB", "WIFE"])) {
                    let relation = Relation { note: note.clone(), ..Relation::new(RelationKind::Parent, &parent.id) };
                    work.relate(&child.id, relation, (line.number, "FAMC"));
                }
            }
        }
    }

    fn of_family(&mut self, line: &'t Line, of: &Family, work: &mut Work) {
        let Family { record, names, is_private } = of;
        let is_private = *is_private;
        let tag = line.tag.as_str();
        let event = EVENTS.iter().find(|(known, _)| *known == tag).map(|(_, does)| *does);
        let text = match (event, tag) {
            (Some(does), _) => format!("{names} {does}"),
            (None, "NOTE" | "SNOTE") => match self.note(line) {
                Some(note) if !is_private => format!("{names}: {}", literal(note.trim_end_matches('.'))),
                _ => return,
            },
            (None, "EVEN" | "FACT" | "NCHI" | "RESI") => {
                let kind = self.lines.child(line, "TYPE").map(|it| plain::text(&it.value)).unwrap_or_default();
                let value = plain::text(&self.lines.text(line));
                let words = [kind, value].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(": ");
                if words.is_empty() || is_private {
                    return;
                }
                let what = if tag == "NCHI" { "children: " } else { "" };
                format!("{names}: {what}{}", literal(&words))
            }
            (None, "SOUR") => return,
            (None, tag) if OF_PROGRAMS.contains(&tag) => return,
            (None, _) => {
                self.unknown(line);
                let words = plain::text(&self.lines.whole(self.lines.pointed(&line.value).unwrap_or(line)));
                if words.is_empty() || is_private {
                    return;
                }
                format!("{names}: {}", literal(&format!("{tag}: {words}")))
            }
        };
        let told = if is_private { Told::default() } else { self.told(line, work) };
        self.add(line, &record.name, Told { text, ..told }, work);
    }
}
