//! A plain file, which is a pack of its own: its records become those of the draft.

use griot_pack::order::InOrder;
use std::borrow::Cow;
use std::collections::HashMap;

use griot_pack::pack::{
    Entity as Record, EntityId, EraId, MarkKind, NoteId, Pack, PassageId, Precision, Problem, Severity,
    Statement as Told, StatementId, acceptable, check_text, literal,
};
use griot_pack::when::Day;

use super::work::Work;
use super::{note, table};
use crate::draft::{Chapter, Entity, Era, Figure, Office, Passage, Relation, Statement, link, web_link};

/// Reads a plain file.
///
/// # Errors
/// Why it is no pack.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    let Day { year, month, day } = work.settings.today;
    let text = &shown(text);
    if let Some(row) = note::as_row(text).filter(|_| !tells_dates(text)) {
        table::read(&row, work)?;
        (work.report.unit, work.report.each) = ("notes", "note");
        return Ok(());
    }
    let (pack, problems) = check_text(&work.report.name, text, &format!("{year:04}-{month:02}-{day:02}"));
    (work.report.unit, work.report.each) = ("statements", "line");
    // What would merely surprise is for griot check.
    let told = |it: &&Problem| pack.is_some() && it.place.line > 0 && it.rule.severity() != Severity::Warning;
    for problem in problems.listed.iter().filter(told) {
        let said = problem.source.as_ref().map_or("", |source| &source.text[source.marked.clone()]);
        work.remark(problem.place.line, "", said, problem.message());
    }
    let fatal = || problems.listed.iter().find(|it| it.rule.severity() == Severity::Fatal);
    let why = || fatal().or(problems.listed.first()).map_or_else(String::new, Problem::message);
    let pack = pack.ok_or_else(|| format!("is no pack: {}", why()))?;
    about(&pack, work);
    let keys = sources(&pack, work);
    let ids = entities(&pack, &keys, work);
    let brought = Brought { pack: &pack, keys, ids };
    pack.eras().for_each(|era| brought.era(era, work));
    Ok(())
}

/// Whether a file behind its head tells what was when: then it is a history, and its head says when it was written.
fn tells_dates(text: &str) -> bool {
    let pack = note::body(text).and_then(|body| check_text("note.md", body, "2026").0);
    pack.is_some_and(|pack| pack.statements().any(|id| pack[id].when.is_some()))
}

/// The text without what has no width, or only chooses among the pictures of a sign, and may not stand in a pack.
fn shown(text: &str) -> Cow<'_, str> {
    const CHOICES: [char; 5] = ['\u{fe0e}', '\u{fe0f}', '\u{200b}', '\u{2060}', '\u{feff}'];
    const JOINER: char = '\u{200d}';
    if !text.contains(CHOICES) && !text.contains(JOINER) {
        return Cow::Borrowed(text);
    }
    let line =
        |line: &str| if line.contains(CHOICES) || line.contains(JOINER) { acceptable(line) } else { line.into() };
    Cow::Owned(text.split('\n').map(line).collect::<Vec<_>>().join("\n"))
}

fn about(pack: &Pack, work: &mut Work) {
    let (it, own) = (&mut work.draft.about, &pack.about);
    let said = |text: &str, not: &str| Some(text.to_owned()).filter(|text| text != not && !text.is_empty());
    it.title = it.title.take().or_else(|| said(&own.title, ""));
    it.language = it.language.take().or_else(|| said(&own.language, "und"));
    it.licence = it.licence.take().or_else(|| said(&own.licence, "not stated"));
    it.credits.extend(own.credits.iter().map(ToString::to_string));
}

/// The key in the draft of each source.
fn sources(pack: &Pack, work: &mut Work) -> HashMap<String, String> {
    let mut keys = HashMap::new();
    for id in pack.sources() {
        let mut source = pack[id].clone();
        let of = source.same_work_as.take().and_then(|of| keys.get(of.as_str()).cloned());
        source.same_work_as = of.map(|of: String| of.into());
        keys.insert(pack[id].key.to_string(), work.source(source));
    }
    keys
}

/// The id in the draft of each entity; what ties them to one another comes when all are known.
fn entities(pack: &Pack, keys: &HashMap<String, String>, work: &mut Work) -> HashMap<EntityId, String> {
    let own = |work: &mut Work, id: EntityId| work.entity(entity(pack, &pack[id], keys));
    let ids: HashMap<EntityId, String> = pack.entities().map(|id| (id, own(work, id))).collect();
    for (id, own) in &ids {
        let it = &pack[*id];
        let Some(record) = work.draft.entity_of(own) else { continue };
        record.places.extend(it.places.iter().map(|place| ids[place].clone()));
        record.who.extend(it.who.iter().map(|(who, part)| (ids[who].clone(), part.as_ref().map(ToString::to_string))));
        for office in &it.offices {
            let (title, of) = (office.title.to_string(), ids[&office.of].clone());
            let office = Office { title, of, when: office.when, head: office.head };
            if !record.offices.contains(&office) {
                record.offices.push(office);
            }
        }
    }
    for (id, own) in &ids {
        for relation in &pack[*id].relations {
            let note = relation.note.as_ref().map(ToString::to_string);
            let (kind, who) = (relation.kind, ids[&relation.who].clone());
            work.relate(own, Relation { kind, who, when: relation.when, note }, (0, kind.name()));
        }
    }
    ids
}

/// What an entity is by itself.
fn entity(pack: &Pack, it: &Record, keys: &HashMap<String, String>) -> Entity {
    let text = |text: &Option<griot_pack::pack::Text>| text.as_ref().map(ToString::to_string);
    let mut record = Entity::new(it.kind, it.name.as_str());
    (record.aliases, record.positions, record.ids) = (it.aliases.clone(), it.positions.clone(), it.ids.clone());
    record.at = it.at.map(|at| (at, it.precision.unwrap_or(Precision::Approximate)));
    (record.role, record.when, record.subtype) = (text(&it.role), it.when, text(&it.subtype));
    (record.wikipedia, record.note) = (text(&it.wikipedia), text(&it.note));
    (record.outcome, record.group) = (text(&it.outcome), text(&it.group));
    record.figures = it.figures.iter().map(|figure| figure_of(pack, figure, keys)).collect();
    record
}

fn figure_of(pack: &Pack, it: &griot_pack::pack::Figure, keys: &HashMap<String, String>) -> Figure {
    let by = it.by.as_ref().map(ToString::to_string);
    Figure { value: it.value.to_string(), by, cites: it.cites.iter().map(|note| cite(pack, *note, keys)).collect() }
}

/// `source-key, p. 2`, by the keys of the draft.
fn cite(pack: &Pack, note: NoteId, keys: &HashMap<String, String>) -> String {
    let it = &pack[note];
    let key = &keys[pack[it.source].key.as_str()];
    it.place.as_ref().map_or_else(|| key.clone(), |place| format!("{key}, {place}"))
}

/// A pack whose sources and entities have come in.
struct Brought<'a> {
    pack: &'a Pack,
    keys: HashMap<String, String>,
    ids: HashMap<EntityId, String>,
}

impl Brought<'_> {
    fn era(&self, id: EraId, work: &mut Work) {
        let it = &self.pack[id];
        let mut chapters = Vec::new();
        for chapter in self.pack.chapters_of(id) {
            let passages: Vec<Passage> =
                self.pack.passages_of(chapter).filter_map(|passage| self.passage(passage, work)).collect();
            if !passages.is_empty() {
                let own = &self.pack[chapter];
                chapters.push(Chapter { id: work.draft.id(&own.id), title: own.title.to_string(), passages });
            }
        }
        if chapters.is_empty() {
            return;
        }
        let (title, summary) = (it.title.to_string(), it.summary.to_string());
        let id = work.draft.id(&it.id);
        work.draft.eras.push(Era { id, title, when: Some(it.when), summary, chapters });
    }

    fn passage(&self, id: PassageId, work: &mut Work) -> Option<Passage> {
        let statements: Vec<Statement> =
            self.pack.statements_of(id).filter_map(|id| self.statement(id, work)).collect();
        (!statements.is_empty()).then(|| work.draft.passage(statements))
    }

    fn statement(&self, id: StatementId, work: &mut Work) -> Option<Statement> {
        let it = &self.pack[id];
        work.read_one();
        let number = work.report.read;
        let when = it.when.map_or_else(String::new, |when| when.to_string());
        let origin = work.origin_in_text(&format!("statement {number}"), &format!("{when} {}", it.text));
        if !work.is_new(&origin) {
            return None;
        }
        work.report.statements += 1;
        let cites = it.cites.iter().chain(&it.note_cites).map(|note| cite(self.pack, *note, &self.keys));
        let mut cites: Vec<String> = cites.collect();
        cites.dedup();
        let instead = it.instead_of.as_ref().map(|said| format!("It stands instead of: {said}"));
        let unread = it.unread.as_ref().map(|date| format!("Its date is given as “{date}”."));
        let note = it.note.iter().map(ToString::to_string).chain(instead).chain(unread).collect::<Vec<_>>().join(" ");
        let note = Some(note).filter(|note| !note.is_empty());
        let text = self.prose(it);
        let (group, shown) = [&it.group, &it.shown].map(|text| text.as_ref().map(ToString::to_string)).into();
        let picture = it.picture.as_deref().cloned();
        let rest = Statement { origin: Some(origin), group, shown, picture, ..Statement::default() };
        Some(Statement { text, when: it.when, cites, standing: it.standing, note, ..rest })
    }

    /// The text with its links, as the draft has them, and its stresses.
    fn prose(&self, it: &Told) -> String {
        let mut ends: Vec<(usize, usize, &MarkKind)> = Vec::new();
        for mark in it.marks.iter().filter(|mark| !mark.range.is_empty()) {
            let (start, end) = (mark.range.start as usize, mark.range.end as usize);
            match &mark.what {
                MarkKind::Emphasis => ends.extend([(start, start, &mark.what), (end, end, &mark.what)]),
                MarkKind::Link(_) | MarkKind::Address(_) => ends.push((start, end, &mark.what)),
            }
        }
        ends.order_by_key(|(start, end, _)| (*start, *end));
        let (mut out, mut done) = (String::new(), 0);
        for (start, end, what) in ends {
            out.push_str(&literal(it.text.get(done..start).unwrap_or_default()));
            let words = it.text.get(start..end).unwrap_or_default();
            match what {
                MarkKind::Emphasis => out.push('*'),
                MarkKind::Link(entity) => out.push_str(&link(&self.ids[entity], words)),
                MarkKind::Address(address) => out.push_str(&web_link(words, address)),
            }
            done = end;
        }
        out.push_str(&literal(it.text.get(done..).unwrap_or_default()));
        out
    }
}

#[cfg(test)]
mod tests {
    use griot_pack::pack::Standing;

    use crate::import::tests::{imported, told};

    const FILE: &str = "---\ntitle: Gao\nlicence: CC0\n---\n\n## Songhai (1464–1591)\n\n### The fall (1591)\n\n\
        1591: *[[Judar Pasha|Judar]]* crosses the desert; 2 \\* 3.[^a@p.2] {disputed: Others have 1592.[^b]} {instead of: 1590}\n\n\
        912: A date that is none.\n\n- 1592: [[Gao]] is left.\n\n## People\n\n\
        - Judar Pasha: commander; 1562 – 1606; head: Pasha of [[Timbuktu]], 1591\n\n## Places\n\n- Gao: town; 16.27, -0.05\n\n\
        ## Events\n\n- Tondibi: battle; in: [[Gao]]; with: [[Judar Pasha]], victor; outcome: It fell.; figure: 300 dead, by hearsay\n\n\
        [^a]: “Title”; by: Last, First; date: 1999; kind: book\n[^a@p.2]: p. 2; “Title”\n[^b]: B 2000\n";

    #[test]
    fn a_plain_file_comes_in_with_its_names_sources_and_doubts() {
        let (pack, report) = imported(&[("history.md", FILE.as_bytes())]);
        let wanted =
            [("1591", "Judar crosses the desert; 2 * 3."), ("", "A date that is none."), ("1592", "Gao is left.")];
        assert_eq!(told(&pack), wanted.map(|(date, text)| (date.to_owned(), text.to_owned())));
        let first = &pack[pack.statements().next().unwrap()];
        assert_eq!((first.standing, first.cites.len()), (Standing::Disputed, 2));
        assert_eq!(first.note.as_deref(), Some("Others have 1592. It stands instead of: 1590"));
        assert!(first.marks.len() == 2 && first.origin.as_deref().unwrap().starts_with("history.md, statement 1 #"));
        let second = &pack[pack.statements().nth(1).unwrap()];
        assert_eq!(second.note.as_deref(), Some("Its date is given as “912”."));
        let office = &pack[pack.entity("judar-pasha").unwrap()].offices[0];
        assert_eq!((office.title.as_str(), &*pack[office.of].id, office.head), ("Pasha", "timbuktu", true));
        let battle = &pack[pack.entity("tondibi").unwrap()];
        assert_eq!((battle.places.len(), battle.who[0].1.as_deref()), (1, Some("victor")));
        assert_eq!((battle.outcome.as_deref(), battle.note.as_deref()), (Some("It fell."), None));
        assert_eq!((battle.figures[0].value.as_str(), battle.figures[0].by.as_deref()), ("300 dead", Some("hearsay")));
        assert_eq!((pack.about.title.as_str(), pack.about.licence.as_str()), ("Gao", "CC0"));
        let [remark] = report.files[0].remarks.as_slice() else { panic!("{:?}", report.files[0].remarks) };
        assert_eq!((remark.row, remark.text.as_str()), (12, "912"));
        assert_eq!(report.files[0].statements, 3);
    }

    #[test]
    fn a_file_beside_another_shares_its_names() {
        let more = "1600: [[Gao]] is small.\n\n## Places\n\n- Gao: a town again\n";
        let (pack, _) = imported(&[("history.md", FILE.as_bytes()), ("more.md", more.as_bytes())]);
        assert_eq!(pack.entities().filter(|id| pack[*id].name == "Gao").count(), 1);
        assert_eq!(pack.statements().len(), 4);
    }

    #[test]
    fn what_a_text_says_again_is_told_again_and_pictures_of_signs_are_left() {
        let text = "1990: Pool day \u{1f3ca}\u{1f3fc}\u{200d}\u{2642}\u{fe0f}.\n\nIt rained.\n\n1991: A flood.\n\nIt rained.\n";
        let (pack, report) = imported(&[("a.md", text.as_bytes())]);
        let texts: Vec<String> = told(&pack).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["Pool day \u{1f3ca}\u{1f3fc}\u{2642}.", "It rained.", "A flood.", "It rained."]);
        assert!(report.files[0].remarks.is_empty(), "{:?}", report.files[0].remarks);
    }
}
