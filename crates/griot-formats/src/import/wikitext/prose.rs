//! A paragraph as prose: text in which links, stresses and notes are single signs, so that sentences are cut between them.

use std::ops::Range;

use griot_pack::pack::literal;
use griot_pack::when::When;

use super::dates::date_in;
use super::scan::{Node, name_of};
use super::words::{known_template, words};
use super::{Article, cite};
use crate::draft::link;
use crate::import::work::Work;
use crate::plain;

/// The first of the signs that stand for marks: private ones, which no text may hold.
const FIRST: u32 = 0xf_0000;

/// What a sign stands for.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    /// A link to an entity, shown by words.
    Link(String, String),
    /// What a note cites.
    Cite(String),
    /// Somebody asks for a source.
    Doubt,
}

/// A paragraph with its marks.
#[derive(Default)]
pub(super) struct Paragraph {
    pub text: String,
    pub marks: Vec<Mark>,
    pub captions: Vec<Caption>,
}

/// What is written under a picture.
pub(super) struct Caption {
    pub text: String,
    pub when: Option<When>,
    pub note: String,
}

impl Paragraph {
    /// The prose of some nodes.
    pub fn of(article: &mut Article, nodes: &[Node], work: &mut Work) -> Self {
        let mut it = Self::default();
        it.add(article, nodes, work);
        let list = it.text.trim_start_matches(['*', '#', ':', ';', ' ']);
        it.text = list.replace("'''", "").replace("''", "");
        // What was left out of brackets and before full stops leaves nothing of them.
        for (left, mended) in [(" ()", ""), ("()", ""), ("(; ", "("), (" .", "."), (" ,", ",")] {
            it.text = it.text.replace(left, mended);
        }
        it
    }

    fn mark(&mut self, mark: Mark) {
        // More marks than there are signs are in no paragraph; then the rest are words.
        match u32::try_from(self.marks.len())
            .ok()
            .and_then(|count| char::from_u32(FIRST + count))
            .filter(|it| *it <= '\u{ffffd}')
        {
            Some(sign) => {
                self.text.push(sign);
                self.marks.push(mark);
            }
            None => {
                if let Mark::Link(_, words) = mark {
                    self.text.push_str(&words);
                }
            }
        }
    }

    fn add(&mut self, article: &mut Article, nodes: &[Node], work: &mut Work) {
        for node in nodes {
            match node {
                Node::Space => self.text.push(' '),
                Node::Text(range) => {
                    let text = &article.scanned.text[range.clone()];
                    self.text.extend(text.chars().filter(|c| u32::from(*c) < FIRST));
                }
                Node::Link(range) => self.link(article, range, work),
                Node::Address(range) => {
                    let text = &article.scanned.text[range.clone()];
                    self.text.push_str(text.split_once(' ').map_or("", |(_, words)| words));
                }
                Node::Note { attributes, body } => self.note(article, (attributes, body.as_ref()), work),
                Node::Template(range) => self.template(article, range, work),
                Node::Table(range) => self.table(article, range, work),
            }
        }
    }

    fn note(&mut self, article: &Article, (attributes, body): (&Range<usize>, Option<&Range<usize>>), work: &mut Work) {
        let name = name_of(&article.scanned.text[attributes.clone()]);
        let known = article.notes.get(&name).filter(|_| !name.is_empty()).cloned();
        let found = known.or_else(|| body.and_then(|body| cite::of_note(article.scanned, body.clone(), work)));
        let found = found.or_else(|| {
            (!name.is_empty()).then(|| {
                let title = format!("[{name}]");
                let note = Some(format!("{} names this note and does not say what it is.", work.report.name).into());
                work.source(griot_pack::pack::Source {
                    title: title.into(),
                    unresolved: true,
                    note,
                    ..Default::default()
                })
            })
        });
        if let Some(key) = found {
            self.mark(Mark::Cite(key));
        }
    }

    fn link(&mut self, article: &mut Article, range: &Range<usize>, work: &mut Work) {
        let scanned = article.scanned;
        let parts = scanned.split(range.clone(), '|');
        let target = scanned.text[parts[0].clone()].trim();
        let lower = target.to_lowercase();
        let space = lower.split_once(':').map(|(space, _)| space.trim()).unwrap_or_default();
        if matches!(space, "file" | "image" | "fichier" | "datei" | "archivo" | "media") {
            let caption =
                parts.last().filter(|_| parts.len() > 1).map(|range| plain::text(&words(scanned, range.clone())));
            if let Some(caption) = caption.filter(|caption| caption.contains(' ')) {
                let note = format!("Picture: {}", plain::text(target));
                self.captions.push(Caption { when: date_in(&caption), text: literal(&caption), note });
            }
            return;
        }
        if matches!(space, "category" | "catégorie" | "kategorie" | "categoría") {
            return;
        }
        let shown = parts
            .get(1)
            .map_or_else(|| target.trim_start_matches(':').to_owned(), |range| words(scanned, range.clone()));
        let shown = plain::text(&shown.replace("''", ""));
        let outside =
            target.starts_with(':') || space.len() == 2 && !space.is_empty() || space == "wikt" || space == "wikipedia";
        match article.entity(target, work).filter(|_| !outside && !shown.is_empty()) {
            Some(id) => self.mark(Mark::Link(id, shown)),
            None => self.text.push_str(&shown),
        }
    }

    fn template(&mut self, article: &mut Article, range: &Range<usize>, work: &mut Work) {
        let scanned = article.scanned;
        let (name, arguments) = scanned.template(range);
        if matches!(
            name.as_str(),
            "citation needed" | "cn" | "fact" | "référence nécessaire" | "refnec" | "unreferenced section"
        ) {
            return self.mark(Mark::Doubt);
        }
        if cite::is_short(&name) {
            let key = cite::of_short(scanned, &arguments, work);
            return self.mark(Mark::Cite(key));
        }
        // A work that is listed rather than cited is shown by its title.
        if cite::is_citation(&name) {
            let key = cite::of_template(scanned, &name, &arguments, work);
            let title = arguments.iter().find(|(key, _)| matches!(key.as_str(), "title" | "titre" | "titel"));
            self.text.push_str(&title.map(|(_, range)| words(scanned, range.clone())).unwrap_or_default());
            return self.mark(Mark::Cite(key));
        }
        if let Some(words) = known_template(scanned, &name, &arguments) {
            return self.text.push_str(&words);
        }
        *article.unknown.entry(name.clone()).or_default() += 1;
        let said = arguments
            .iter()
            .map(|(key, range)| (key, plain::text(&words(scanned, range.clone()))))
            .filter(|(_, text)| !text.is_empty());
        let said: Vec<String> = said
            .map(|(key, text)| if key.parse::<usize>().is_ok() { text } else { format!("{key}: {text}") })
            .collect();
        if !said.is_empty() {
            article.kept.push(format!("{name}: {}", said.join("; ")));
        }
    }

    /// The rows of a table, a sentence each.
    fn table(&mut self, article: &mut Article, range: &Range<usize>, work: &mut Work) {
        let inside = range.start + 2..range.end - 2;
        for row in article.scanned.split(inside, '\n') {
            let text = article.scanned.text[row.clone()].trim();
            let is_cell = text.starts_with(['|', '!'])
                && !text.starts_with("|-")
                && !text.starts_with("|}")
                && !text.starts_with("|+");
            if is_cell {
                let nodes = article.scanned.nodes(row.start + 1..row.end);
                self.add(article, &nodes, work);
                self.text.push_str("; ");
            } else if text.starts_with("|-") {
                self.text.push_str(". ");
            }
        }
        self.text = self.text.replace(" ||", ";").replace("||", "; ").replace("!!", "; ");
    }
}

/// The sign of a mark as a number.
pub(super) fn mark_of(sign: char) -> Option<usize> {
    u32::from(sign).checked_sub(FIRST).map(|number| number as usize)
}

/// Prose of a link.
pub(super) fn linked(id: &str, words: &str) -> String {
    link(id, words)
}
