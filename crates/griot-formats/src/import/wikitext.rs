//! Wikitext: an article or a part of one. Headings become eras and chapters, sentences statements, notes sources, links
//! entities.
//!
//! What is read here is what articles have in common, by a scanner of its own that takes any text: brackets without a
//! partner are text, and nothing is looked for twice.

mod cite;
mod dates;
mod kind;
mod prose;
mod scan;
mod sentence;
mod words;

use std::collections::{BTreeMap, HashMap};

use griot_pack::pack::{Kind, Standing};

use super::work::Work;
use crate::draft::{Chapter, Entity, Era, Passage, Statement};
use crate::plain;
use prose::Paragraph;
use scan::{Node, Scanned};

/// Sections that tell nothing of a history; notes that are defined there are read.
const APPARATUS: [&str; 16] = [
    "references",
    "notes",
    "footnotes",
    "external links",
    "see also",
    "citations",
    "works cited",
    "références",
    "notes et références",
    "liens externes",
    "voir aussi",
    "einzelnachweise",
    "weblinks",
    "siehe auch",
    "referencias",
    "enlaces externos",
];

/// Reads an article.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    work.report.unit = "sections";
    work.report.each = "line";
    let text = scan::without_comments(text);
    let scanned = Scanned::of(&text);
    let lines = scanned.lines();
    let mut article = Article { scanned: &scanned, ..Article::default_of(&scanned) };
    article.define_notes(work);
    let levels = levels(&lines, &scanned);
    for line in &lines {
        article.line(line, levels, work);
    }
    article.end_chapter(work);
    article.end_era(work);
    article.tell(work);
    if text.trim().is_empty() { Err("holds nothing but comments".to_owned()) } else { Ok(()) }
}

/// Which levels of headings are eras and chapters: the first with more than one heading, and the next below.
fn levels(lines: &[Vec<Node>], scanned: &Scanned) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let headings = lines.iter().filter_map(|line| scanned.heading(line));
    for (level, _) in headings.filter(|(_, title)| !APPARATUS.contains(&title.trim().to_lowercase().as_str())) {
        *counts.entry(level).or_default() += 1;
    }
    counts.iter().find(|(_, count)| **count > 1).or(counts.first_key_value()).map_or(2, |(level, _)| *level)
}

/// An article being read.
struct Article<'t> {
    scanned: &'t Scanned<'t>,
    /// Keys of sources by the names of notes.
    notes: HashMap<String, String>,
    /// Templates that are not understood, with how often they stand there.
    unknown: BTreeMap<String, usize>,
    /// What they say, kept in a note of the era.
    kept: Vec<String>,
    /// The kinds of what links lead to could not be told.
    unsure: usize,
    era: Option<Era>,
    chapter: Option<Chapter>,
    /// The inlines of the paragraph at hand.
    paragraph: Vec<Node>,
    /// Whether the section is one that tells nothing.
    is_apparatus: bool,
    left_out: Vec<String>,
}

impl<'t> Article<'t> {
    fn default_of(scanned: &'t Scanned<'t>) -> Self {
        Self {
            scanned,
            notes: HashMap::new(),
            unknown: BTreeMap::new(),
            kept: Vec::new(),
            unsure: 0,
            era: None,
            chapter: None,
            paragraph: Vec::new(),
            is_apparatus: false,
            left_out: Vec::new(),
        }
    }

    /// Reads every note that is defined anywhere, so that names can be used before.
    fn define_notes(&mut self, work: &mut Work) {
        for (name, body) in self.scanned.notes() {
            if let Some(key) = cite::of_note(self.scanned, body, work)
                && !name.is_empty()
            {
                self.notes.entry(name).or_insert(key);
            }
        }
    }

    fn line(&mut self, line: &[Node], era_level: usize, work: &mut Work) {
        if let Some((level, title)) = self.scanned.heading(line) {
            self.end_paragraph(work);
            work.read_one();
            return self.heading(level, plain::text(&title), era_level, work);
        }
        if self.is_apparatus {
            return;
        }
        let starts = self.scanned.first_char(line);
        match starts {
            None => self.end_paragraph(work),
            Some('*' | '#' | ':' | ';') => {
                self.end_paragraph(work);
                self.paragraph.extend_from_slice(line);
                self.end_paragraph(work);
            }
            Some(_) => {
                self.paragraph.extend_from_slice(line);
                self.paragraph.push(Node::Space);
            }
        }
    }

    fn heading(&mut self, level: usize, title: String, era_level: usize, work: &mut Work) {
        self.end_chapter(work);
        if level <= era_level {
            self.end_era(work);
        }
        self.is_apparatus = APPARATUS.contains(&title.to_lowercase().as_str());
        if self.is_apparatus {
            self.left_out.push(title);
        } else if level == era_level {
            self.era = Some(Era { title, ..Era::default() });
        } else if level > era_level {
            self.chapter = Some(Chapter { title, ..Chapter::default() });
        }
    }

    /// The paragraph becomes a passage.
    fn end_paragraph(&mut self, work: &mut Work) {
        let nodes = std::mem::take(&mut self.paragraph);
        let paragraph = Paragraph::of(self, &nodes, work);
        let mut told: Vec<Statement> = Vec::new();
        for it in sentence::split(&paragraph) {
            let place = self.chapter.as_ref().map(|it| &it.title).or(self.era.as_ref().map(|it| &it.title));
            let place = place.map_or("lead", String::as_str);
            let origin = work.origin_in_text(place, &format!("{} {}", it.plain, it.cites.join(" ")));
            if !work.is_new(&origin) {
                continue;
            }
            work.report.statements += 1;
            let standing = if it.is_doubted { Standing::CitationNeeded } else { Standing::default() };
            let cites = if it.is_doubted { Vec::new() } else { it.cites };
            let rest = Statement { origin: Some(origin), ..Statement::default() };
            told.push(Statement { text: it.text, when: it.when, cites, standing, note: it.note, ..rest });
        }
        for caption in paragraph.captions {
            let origin = work.origin_in_text("picture", &caption.text);
            if work.is_new(&origin) {
                work.report.statements += 1;
                told.push(Statement {
                    when: caption.when,
                    note: Some(caption.note),
                    origin: Some(origin),
                    text: caption.text,
                    ..Statement::default()
                });
            }
        }
        if !told.is_empty() {
            let passage = work.draft.passage(told);
            self.place(passage);
        }
    }

    fn place(&mut self, passage: Passage) {
        let era = self.era.get_or_insert_with(Era::default);
        let title = era.title.clone();
        self.chapter.get_or_insert_with(|| Chapter { title, ..Chapter::default() }).passages.push(passage);
    }

    fn end_chapter(&mut self, work: &mut Work) {
        self.end_paragraph(work);
        let Some(mut chapter) = self.chapter.take().filter(|chapter| !chapter.passages.is_empty()) else { return };
        let era = self.era.get_or_insert_with(Era::default);
        if chapter.title.is_empty() {
            chapter.title = if era.title.is_empty() { "Introduction".into() } else { era.title.clone() };
        }
        chapter.id = work.draft.id(&format!("chapter {}", chapter.title));
        era.chapters.push(chapter);
    }

    fn end_era(&mut self, work: &mut Work) {
        let Some(mut era) = self.era.take() else { return };
        if era.chapters.is_empty() {
            return;
        }
        if era.title.is_empty() {
            era.title = "Introduction".into();
        }
        era.id = work.draft.id(&era.title);
        let kept = std::mem::take(&mut self.kept);
        let first = era.chapters.iter_mut().flat_map(|it| &mut it.passages).flat_map(|it| &mut it.statements).next();
        if let Some(first) = first.filter(|_| !kept.is_empty()) {
            let own = first.note.take();
            let note = own.into_iter().chain(kept).collect::<Vec<_>>().join("; ");
            first.note = Some(griot_pack::pack::acceptable(&note));
        }
        work.draft.eras.push(era);
    }

    /// Tells what was not understood.
    fn tell(&self, work: &mut Work) {
        let named = self.unknown.iter().map(|(name, count)| match count {
            1 => format!("{{{{{name}}}}}"),
            count => format!("{{{{{name}}}}} {count} times"),
        });
        let named = named.collect::<Vec<_>>().join(", ");
        if !named.is_empty() {
            work.remark(0, &named, "", "templates that are not understood; their words are kept in notes");
        }
        if !self.left_out.is_empty() {
            work.remark(
                0,
                "",
                &self.left_out.join(", "),
                "sections that tell nothing of a history; the notes in them are read",
            );
        }
        if self.unsure > 0 {
            let what = format!(
                "{} links lead to what is neither a person nor a place by its name: they are concepts",
                self.unsure
            );
            work.remark(0, "", "", what);
        }
    }

    /// The id of what a link leads to. Its kind is told by its name, as far as that goes.
    fn entity(&mut self, target: &str, work: &mut Work) -> Option<String> {
        let title = target.split('#').next().unwrap_or_default().trim().replace('_', " ");
        let title = plain::text(&title);
        if title.is_empty() {
            return None;
        }
        let kind = kind::of(&title);
        let bare = title.split(" (").next().unwrap_or(&title);
        let before = work.draft.entities.len();
        let mut it = Entity::new(kind.unwrap_or(Kind::Concept), bare);
        it.wikipedia = Some(title.clone());
        let met = work.draft.entity(it);
        if work.draft.entities.len() > before {
            *work.report.entities.entry(kind.unwrap_or(Kind::Concept)).or_default() += 1;
            self.unsure += usize::from(kind.is_none());
        }
        Some(met.id)
    }
}
