//! GEDCOM 5.5.1 and 7: people, families, places, events and sources. Lines and dates are read here, since real files break
//! the rules of both; what is no date of a calendar that griot reckons with stays as its words.

mod calendars;
mod date;
mod family;
mod lines;
mod person;
mod source;
mod tags;

use std::collections::{BTreeMap, HashMap, HashSet};

use griot_pack::pack::{Kind, literal};
use griot_pack::when::When;

use super::work::Work;
use crate::draft::{Statement, link};
use crate::plain;
use lines::{Line, Lines};
use tags::word_of;

/// Reads a file.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    let lines = Lines::of(text, work);
    if lines.all.is_empty() {
        return Err("has no line that GEDCOM has".to_owned());
    }
    work.report.unit = "records";
    work.report.each = "line";
    let mut tree = Tree { lines: &lines, sources: HashMap::new(), people: HashMap::new(), unknown: BTreeMap::new() };
    tree.head(work);
    tree.read_sources(work);
    tree.read_people(work);
    tree.read_descents(work);
    tree.read_families(work);
    tree.rest(work);
    Ok(())
}

/// A family tree being read.
struct Tree<'t> {
    lines: &'t Lines,
    /// Keys of sources by what the file calls them.
    sources: HashMap<&'t str, String>,
    /// People by what the file calls them.
    people: HashMap<&'t str, Person>,
    /// Tags that nothing is known of, with the line where each stands first and how often it does.
    unknown: BTreeMap<String, (usize, usize)>,
}

/// Somebody, as far as others need to know.
#[derive(Debug, Clone)]
struct Person {
    id: String,
    name: String,
    is_private: bool,
}

impl Person {
    fn link(&self) -> String {
        link(&self.id, &self.name)
    }
}

/// An event as it is told: what, when, where, on whose word.
#[derive(Default)]
struct Told {
    /// What is said before the place.
    text: String,
    /// What is said after it.
    after: String,
    when: Option<When>,
    /// Words of dates that cannot be read, notes, ages, causes.
    remarks: Vec<String>,
    place: Option<(String, String)>,
    cites: Vec<String>,
}

impl<'t> Tree<'t> {
    /// Whose file it is.
    fn head(&self, work: &mut Work) {
        for record in self.records("HEAD") {
            for line in self.lines.under(record) {
                let text = plain::text(&self.lines.text(line));
                match line.tag.as_str() {
                    "COPR" if !text.is_empty() => work.draft.about.credits.push(format!("{text}.")),
                    "LANG" if text.len() == 2 => {
                        work.draft.about.language.get_or_insert_with(|| text.to_lowercase());
                    }
                    _ => {}
                }
            }
        }
        for record in self.records("SUBM") {
            if let Some(name) = self.lines.child(record, "NAME").map(|line| plain::text(&line.value).replace('/', "")) {
                work.draft.about.credits.push(format!("Submitted by {}.", name.trim()));
            }
        }
    }

    /// The records of a tag.
    fn records(&self, tag: &'static str) -> impl Iterator<Item = &'t Line> + use<'t> {
        self.lines.all.iter().filter(move |line| line.level == 0 && line.tag == tag)
    }

    /// Reads what stands under an event.
    fn told(&self, event: &Line, work: &mut Work) -> Told {
        let mut it = Told::default();
        for line in self.lines.under(event) {
            match line.tag.as_str() {
                "DATE" => self.date(line, &mut it, work),
                "PLAC" => it.place = self.place(line, work),
                "SOUR" => it.cites.extend(self.cite(line, work)),
                "NOTE" | "SNOTE" => it.remarks.extend(self.note(line)),
                "CAUS" | "AGE" | "AGNC" | "TYPE" | "RELI" | "ADDR" | "PHRASE" => {
                    let text = plain::text(&self.lines.text(line));
                    if !text.is_empty() {
                        it.remarks.push(format!("{}: {text}", word_of(&line.tag)));
                    }
                }
                _ => {}
            }
        }
        it
    }

    fn date(&self, line: &Line, it: &mut Told, work: &mut Work) {
        let text = self.lines.text(line);
        let phrase = self.lines.child(line, "PHRASE").map(|line| plain::text(&self.lines.text(line)));
        match date::read(&text) {
            Ok((when, words)) => {
                it.when = it.when.or(when);
                it.remarks.extend(words.map(|words| format!("date as given: {}", plain::text(&words))));
            }
            Err(why) => {
                let why = if why.is_empty() { why } else { format!(" ({why})") };
                work.remark(
                    line.number,
                    "DATE",
                    &text,
                    format!("is no date that can be read{why}; its words are kept"),
                );
                it.remarks.push(format!("date as given: {}", plain::text(&text)));
            }
        }
        it.remarks.extend(phrase.filter(|phrase| !phrase.is_empty()));
    }

    /// The id and the name of a place.
    fn place(&self, line: &Line, work: &mut Work) -> Option<(String, String)> {
        self.place_named(&line.value, line, work)
    }

    /// The same by its name, and where it lies as far as a line tells.
    fn place_named(&self, name: &str, line: &Line, work: &mut Work) -> Option<(String, String)> {
        let parts = name.split(',').map(str::trim).filter(|part| !part.is_empty());
        let name = plain::text(&parts.collect::<Vec<_>>().join(", "));
        if name.is_empty() {
            return None;
        }
        let id = work.named(Kind::Place, &name);
        if let Some(map) = self.lines.child(line, "MAP") {
            let of = |tag| self.lines.child(map, tag).map(|line| line.value.trim().to_owned()).unwrap_or_default();
            let at = lines::degrees(&of("LATI"), &of("LONG"));
            match (at, work.draft.entity_of(&id)) {
                (Some(at), Some(it)) if it.at.is_none() => it.at = Some((at, griot_pack::pack::Precision::Approximate)),
                (None, _) => {
                    let text = format!("{} {}", of("LATI"), of("LONG"));
                    work.remark(map.number, "MAP", &text, "is no latitude and longitude");
                }
                _ => {}
            }
        }
        Some((id, name))
    }

    /// A note, or the one that it points at.
    fn note(&self, line: &Line) -> Option<String> {
        let record = self.lines.pointed(&line.value).unwrap_or(line);
        Some(plain::text(&self.lines.text(record))).filter(|text| !text.is_empty())
    }

    /// Adds a statement of an event.
    fn add(&self, event: &Line, whose: &str, told: Told, work: &mut Work) {
        let origin =
            work.origin_in_text(&format!("{whose} {}", event.tag), &format!("{whose} {}", self.lines.whole(event)));
        if !work.is_new(&origin) {
            return;
        }
        let Told { text, after, when, remarks, place, cites } = told;
        let place = place.map(|(id, name)| format!(" at {}", link(&id, &name))).unwrap_or_default();
        let note = (!remarks.is_empty()).then(|| remarks.join("; "));
        let text = format!("{text}{place}{after}.");
        work.tell(None, Statement { text, when, cites, note, origin: Some(origin), ..Statement::default() });
    }

    /// A tag that nothing is known of stands here; its text is kept where it stands.
    fn unknown(&mut self, line: &Line) {
        self.unknown.entry(line.tag.clone()).or_insert((line.number, 0)).1 += 1;
    }

    /// Notes and pictures that nothing points at are told without a date.
    fn loose(&self, work: &mut Work) {
        let used: HashSet<&str> = self.lines.all.iter().filter_map(|line| lines::pointer(&line.value)).collect();
        let is_loose =
            |line: &&Line| matches!(line.tag.as_str(), "NOTE" | "SNOTE" | "OBJE") && !used.contains(line.name.as_str());
        for record in self.lines.all.iter().filter(|line| line.level == 0).filter(is_loose) {
            let text = if record.tag == "OBJE" { self.lines.whole(record) } else { self.lines.text(record) };
            let text = plain::text(&text);
            let origin = work.origin_in_text(&record.tag, &format!("{} {text}", record.name));
            if !text.is_empty() && work.is_new(&origin) {
                work.tell(None, Statement { text: literal(&text), origin: Some(origin), ..Statement::default() });
            }
        }
    }

    /// Tells without a date what stands in a record of a kind that is not known.
    fn tell_record(&self, line: &Line, work: &mut Work) {
        let text = plain::text(&self.lines.whole(line));
        work.remark(line.number, &line.tag, &text, "a record that is not understood; it is told without a date");
        let origin = work.origin_in_text(&line.tag, &text);
        if !text.is_empty() && work.is_new(&origin) {
            let text = format!("{}: {}", literal(&line.tag), literal(&text));
            work.tell(None, Statement { text, origin: Some(origin), ..Statement::default() });
        }
    }

    /// Tells of tags that are not known, and of records that nothing points at.
    fn rest(&mut self, work: &mut Work) {
        const KNOWN: [&str; 11] =
            ["HEAD", "SUBM", "SUBN", "INDI", "FAM", "SOUR", "REPO", "NOTE", "SNOTE", "OBJE", "TRLR"];
        self.loose(work);
        let mut left_out: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for line in self.lines.all.iter().filter(|line| line.level == 0 && !KNOWN.contains(&line.tag.as_str())) {
            let told = self.lines.child(line, "NOTE").or_else(|| self.lines.child(line, "TEXT"));
            if matches!(line.tag.as_str(), "_LOC" | "_PLAC" | "_PLAC_DEFN") {
                let name = ["NAME", "PLAC"].iter().find_map(|tag| self.lines.child(line, tag)).unwrap_or(line);
                self.place_named(&name.value, line, work);
            } else if told.is_none() && (line.tag.starts_with('_') || line.tag == "CSTA") {
                left_out.entry(&line.tag).or_insert((line.number, 0)).1 += 1;
            } else {
                self.tell_record(line, work);
            }
        }
        for (tag, (number, count)) in left_out {
            let what = match count {
                1 => "a record that only the program reads which wrote it; it is left out".to_owned(),
                count => format!("{count} records that only the program reads which wrote them; they are left out"),
            };
            work.remark(number, tag, "", what);
        }
        for (tag, (number, count)) in std::mem::take(&mut self.unknown) {
            let times = if count == 1 { String::new() } else { format!(", {count} times") };
            work.remark(number, &tag, "", format!("is not understood{times}; what it says is kept in notes"));
        }
    }
}
