//! The rules of a pack that its types do not hold: each is a sentence that tells the author what to do.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::raw::{self, Standing};
use crate::clean::is_forbidden;
use crate::url;

/// The most entities, sources or statements of a pack.
pub const MOST_RECORDS: usize = 100_000;
/// The most members of a list inside a record.
pub const MOST_MEMBERS: usize = 10_000;
/// The longest string, in bytes.
const LONGEST: usize = 1 << 20;

/// A rule that a record breaks, and at which key.
#[derive(Debug)]
pub struct Broken {
    pub key: &'static str,
    pub index: Option<usize>,
    pub message: String,
    /// Whether the text can still be shown once it is cleaned.
    pub readable: bool,
}

/// Holds an id to `[a-z0-9-]{1,64}`.
pub fn id(id: &str) -> Result<(), String> {
    let shaped = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    match id.len() {
        1..=64 if shaped => Ok(()),
        _ => Err(format!("{id:?} is no id: use 1 to 64 of a-z, 0-9 and -")),
    }
}

pub fn about(about: &raw::About) -> Vec<Broken> {
    let mut rules = Rules::default();
    if let Err(message) = id(&about.id) {
        rules.broken("id", message);
    }
    rules.text("title", Some(&about.title));
    // It becomes part of addresses.
    let is_code =
        |code: &str| (2..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if !is_code(&about.language) {
        let message = "a language is told by its code, such as en or fr".into();
        rules.0.push(Broken { key: "language", index: None, message, readable: true });
    }
    rules.text("revision", Some(&about.revision));
    rules.text("licence", Some(&about.licence));
    rules.named("title", &about.title, "a pack");
    rules.members("eras", about.eras.len());
    for (i, era) in about.eras.iter().enumerate().take(MOST_MEMBERS) {
        if let Err(message) = id(era) {
            rules.0.push(Broken { key: "eras", index: Some(i), message, readable: false });
        } else if about.eras[..i].contains(era) {
            rules.0.push(Broken {
                key: "eras",
                index: Some(i),
                message: format!("the era {era:?} stands twice"),
                readable: false,
            });
        }
    }
    rules.texts("credits", &about.credits);
    rules.0
}

pub fn era(era: &raw::Era) -> Vec<Broken> {
    let mut rules = Rules::default();
    rules.text("title", Some(&era.title));
    rules.text("short", Some(&era.short));
    rules.text("summary", Some(&era.summary));
    rules.named("title", &era.title, "an era");
    rules.named("short", &era.short, "an era");
    rules.members("chapters", era.chapters.len());
    if era.chapters.is_empty() {
        rules.broken("chapters", format!("the era {:?} has no chapter", era.id));
    }
    rules.0
}

pub fn chapter(chapter: &raw::Chapter) -> Vec<Broken> {
    let mut rules = Rules::default();
    rules.text("title", Some(&chapter.title));
    rules.named("title", &chapter.title, "a chapter");
    rules.members("passages", chapter.passages.len());
    rules.members("plates", chapter.plates.len());
    if chapter.passages.is_empty() {
        rules.broken("passages", format!("the chapter {:?} has no passage", chapter.id));
    }
    rules.0
}

pub fn passage(passage: &raw::Passage) -> Vec<Broken> {
    let mut rules = Rules::default();
    rules.members("statements", passage.statements.len());
    rules.0
}

pub fn statement(statement: &raw::Statement, text_key: &str) -> Vec<Broken> {
    let text_key = if text_key == "caption" { "caption" } else { "text" };
    let mut rules = Rules::default();
    rules.text(text_key, Some(&statement.text));
    rules.text("note", statement.note.as_ref());
    rules.text("instead_of", statement.instead_of.as_ref());
    rules.texts("cites", &statement.cites);
    rules.texts("note_cites", &statement.note_cites);
    let standing = statement.standing;
    match (statement.cites.is_empty(), standing.is_unsourced()) {
        (true, false) => {
            rules.broken(text_key, "a statement without cites must have the standing uncited or citation-needed");
        }
        (false, true) => {
            rules.broken("standing", "a statement with cites is not uncited: drop the standing or the cites");
        }
        _ => {}
    }
    if matches!(standing, Standing::Disputed | Standing::Corrected) && statement.note.is_none() {
        rules.broken("standing", "a disputed or corrected statement needs a note that says why");
    }
    if statement.text.trim().is_empty() {
        rules.broken(text_key, "a statement needs text");
    }
    rules.0
}

pub fn entity(entity: &raw::Entity) -> Vec<Broken> {
    let mut rules = Rules::default();
    rules.text("name", Some(&entity.name));
    rules.text("role", entity.role.as_ref());
    rules.text("outcome", entity.outcome.as_ref());
    rules.text("note", entity.note.as_ref());
    rules.text("wikipedia", entity.wikipedia.as_ref());
    rules.text("type", entity.subtype.as_ref());
    for (i, alias) in entity.aliases.iter().enumerate() {
        rules.text_at("aliases", Some(i), &alias.name);
        rules.text_at("aliases", Some(i), alias.lang.as_deref().unwrap_or_default());
    }
    for (i, office) in entity.offices.iter().enumerate() {
        rules.text_at("offices", Some(i), &office.title);
    }
    for (i, part) in entity.who.iter().enumerate() {
        rules.text_at("who", Some(i), part.part.as_deref().unwrap_or_default());
    }
    for (i, figure) in entity.figures.iter().enumerate() {
        rules.text_at("figures", Some(i), &figure.value);
        rules.text_at("figures", Some(i), figure.by.as_deref().unwrap_or_default());
    }
    for (key, count) in [
        ("aliases", entity.aliases.len()),
        ("offices", entity.offices.len()),
        ("where", entity.places.len()),
        ("who", entity.who.len()),
        ("figures", entity.figures.len()),
        ("reach", entity.reach.len()),
    ] {
        rules.members(key, count);
    }
    rules.named("name", &entity.name, "an entity");
    match (entity.at, entity.precision) {
        (Some([lat, lon]), _) if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) => {
            rules.broken("at", format!("[{lat}, {lon}] is no latitude and longitude"));
        }
        (Some(_), None) => rules.broken("at", "a position needs a precision: city, site, region or approximate"),
        (None, Some(_)) => rules.broken("precision", "a precision needs a position: at"),
        _ => {}
    }
    rules.0
}

pub fn source(source: &raw::Source) -> Vec<Broken> {
    let mut rules = Rules::default();
    rules.text("title", Some(&source.title));
    rules.texts("authors", &source.authors);
    rules.texts("editors", &source.editors);
    for (key, text) in [
        ("in", &source.within),
        ("date", &source.date),
        ("pages", &source.pages),
        ("volume", &source.volume),
        ("issue", &source.issue),
        ("doi", &source.doi),
        ("isbn", &source.isbn),
        ("issn", &source.issn),
        ("jstor", &source.jstor),
        ("accessed", &source.accessed),
        ("lang", &source.lang),
        ("note", &source.note),
    ] {
        rules.text(key, text.as_ref());
    }
    for (key, address) in [("url", &source.url), ("archive", &source.archive)] {
        if let Some(Err(reason)) = address.as_deref().map(url::allowed) {
            // A bad address is never opened, so the pack can be read all the same.
            rules.0.push(Broken {
                key,
                index: None,
                message: format!("the address is refused: {reason}"),
                readable: true,
            });
        }
    }
    rules.named("title", &source.title, "a source");
    rules.0
}

/// What is said of a character that may not be printed.
pub fn forbidden(c: char) -> String {
    format!("the character U+{:04X} may not stand in a text", u32::from(c))
}

#[derive(Default)]
struct Rules(Vec<Broken>);

impl Rules {
    fn broken(&mut self, key: &'static str, message: impl Into<String>) {
        self.0.push(Broken { key, index: None, message: message.into(), readable: false });
    }

    fn text(&mut self, key: &'static str, text: Option<&raw::Text>) {
        self.text_at(key, None, text.map(raw::Text::as_str).unwrap_or_default());
    }

    /// Something that nothing can be shown without.
    fn named(&mut self, key: &'static str, text: &str, what: &str) {
        if text.trim().is_empty() {
            self.broken(key, format!("{what} needs a {key}"));
        }
    }

    fn texts(&mut self, key: &'static str, texts: &[raw::Text]) {
        self.members(key, texts.len());
        for (i, text) in texts.iter().enumerate() {
            self.text_at(key, Some(i), text);
        }
    }

    fn text_at(&mut self, key: &'static str, index: Option<usize>, text: &str) {
        if text.is_ascii() && text.bytes().all(|b| (b' '..0x7f).contains(&b)) && text.len() <= LONGEST {
            return;
        }
        let mut add = |message: String, readable| self.0.push(Broken { key, index, message, readable });
        if text.len() > LONGEST {
            add(format!("a string of {} bytes; the most is {LONGEST}", text.len()), false);
        } else if let Some(c) = text.chars().find(|c| is_forbidden(*c)) {
            add(forbidden(c), true);
        } else if text.chars().any(is_combining_mark) {
            add("a combining mark: write the letter and its accent as one character (NFC)".into(), true);
        } else if !text.nfc().eq(text.chars()) {
            add("the text is not in Unicode normal form C".into(), true);
        }
    }

    fn members(&mut self, key: &'static str, count: usize) {
        if count > MOST_MEMBERS {
            self.broken(key, format!("a list of {count}; the most is {MOST_MEMBERS}"));
        }
    }
}
