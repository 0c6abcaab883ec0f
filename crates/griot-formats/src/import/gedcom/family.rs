//! The families of a tree: who married whom, and what else happened to them together.

use griot_pack::pack::literal;

use super::lines::{Line, pointer};
use super::{EVENTS, Person, Told, Tree};
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
            let pair: Vec<Person> = self
                .lines
                .under(record)
                .filter(|line| matches!(line.tag.as_str(), "HUSB" | "WIFE"))
                .filter_map(|line| self.people.get(pointer(&line.value)?).cloned())
                .collect();
            if pair.is_empty() {
                continue;
            }
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
            (None, tag) if super::OF_PROGRAMS.contains(&tag) => return,
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
