//! One thing that a row or a record tells, whatever the form it came in, and what it becomes: a statement, an entity, or
//! both.

use griot_pack::pack::{Alias, ExternalId, Kind, Picture, Position, Precision, Text, literal};
use griot_pack::url;
use griot_pack::when::When;

use super::work::Work;
use crate::draft::{Entity, Statement, link};
use crate::plain;

/// What a row tells. Texts are as they came in; markup goes here.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The row or record, from 1.
    pub row: usize,
    /// Where in the file it stands, in words: `row 12`.
    pub place: String,
    /// All that it says, by which it is known when it comes again.
    pub says: String,
    /// Which sort of thing it tells of.
    pub kind: Kind,
    /// When it was; of a person, the life.
    pub when: Option<When>,
    /// When what is told of it took place, where that is not its own time: a reign.
    pub told: Option<When>,
    pub headline: String,
    pub text: String,
    pub role: String,
    pub subtype: String,
    /// The era that the file puts it in.
    pub era: String,
    pub aliases: Vec<Alias>,
    /// Names of places, and where it was itself.
    pub places: Vec<String>,
    pub at: Option<([f64; 2], Precision)>,
    /// Where else it lay.
    pub positions: Vec<Position>,
    /// Its numbers in catalogues.
    pub ids: Vec<ExternalId>,
    /// What the file puts it with.
    pub group: String,
    /// How the file words its date.
    pub shown: String,
    /// A picture of what it tells.
    pub picture: Option<Picture>,
    /// Names of people.
    pub people: Vec<String>,
    /// Keys of sources, with places in them.
    pub cites: Vec<String>,
    /// What fits nowhere else, each with its heading.
    pub rest: Vec<(String, String)>,
    pub wikipedia: Option<String>,
    /// Ids of outlines.
    pub reach: Vec<String>,
    /// Whether it is to be an entity even where nothing but its name says so.
    pub is_record: bool,
}

impl Item {
    pub const fn new(row: usize, place: String) -> Self {
        Self {
            row,
            place,
            says: String::new(),
            kind: Kind::Event,
            when: None,
            told: None,
            headline: String::new(),
            text: String::new(),
            role: String::new(),
            subtype: String::new(),
            era: String::new(),
            aliases: Vec::new(),
            places: Vec::new(),
            at: None,
            positions: Vec::new(),
            ids: Vec::new(),
            group: String::new(),
            shown: String::new(),
            picture: None,
            people: Vec::new(),
            cites: Vec::new(),
            rest: Vec::new(),
            wikipedia: None,
            reach: Vec::new(),
            is_record: false,
        }
    }

    /// Puts it into the draft, unless it has come before.
    pub fn add(self, work: &mut Work) {
        let origin = work.origin(&self.place, &self.says);
        if work.is_new(&origin) {
            self.add_known(work, origin);
        }
    }

    /// The same for one of which it is known that it is new.
    pub fn add_known(mut self, work: &mut Work, origin: String) {
        self.headline = plain::text(&self.headline);
        self.text = plain::text(&self.text);
        self.role = plain::text(&self.role);
        let mut note = self.note();
        let links = self.links(work);
        let own = self.own_entity(work, &links, note.as_deref());
        let mut text = self.prose(own.as_deref(), &links);
        if text.is_empty() && own.is_none() {
            // What a row says under headings that are not known is all that it tells.
            text = literal(&note.take().unwrap_or_default());
        }
        let told = self.told.or(self.when);
        let silent = self.text.is_empty() && told.is_none() && own.is_some();
        if text.is_empty() && own.is_none() {
            work.remark(self.row, "", "", "tells nothing of anything; it is left out");
        }
        if text.is_empty() || silent {
            return;
        }
        // A note that the entity has need not be read twice.
        let note = if own.is_some() && !self.dates_are_kept() { None } else { note };
        let era = Some(plain::text(&self.era)).filter(|era| !era.is_empty());
        let cites = std::mem::take(&mut self.cites);
        let said = |text: &str| Some(plain::text(text)).filter(|text| !text.is_empty());
        let (group, shown) = (said(&self.group), said(&self.shown));
        let rest = Statement { origin: Some(origin), group, shown, picture: self.picture, ..Statement::default() };
        work.tell(era, Statement { text, when: told, cites, note, ..rest });
    }

    /// Whether the note holds a date that could not be read, which belongs to the statement.
    fn dates_are_kept(&self) -> bool {
        self.rest.iter().any(|(heading, _)| heading.starts_with(DATE_AS_GIVEN))
    }

    /// What fits nowhere else, in one line.
    fn note(&self) -> Option<String> {
        let parts = self.rest.iter().map(|(heading, text)| (plain::text(heading), plain::text(text)));
        let parts: Vec<String> = parts
            .filter(|(_, text)| !text.is_empty())
            .map(|(heading, text)| if heading.is_empty() { text } else { format!("{heading}: {text}") })
            .collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// The entities that it names, as ids and names, places first.
    fn links(&self, work: &mut Work) -> Vec<(Kind, String, String)> {
        let places = self.places.iter().map(|name| (Kind::Place, name));
        let people = self.people.iter().map(|name| (Kind::Person, name));
        let mut links: Vec<(Kind, String, String)> = Vec::new();
        for (kind, name) in places.chain(people) {
            let name = plain::text(name);
            if name.is_empty() || links.iter().any(|(.., known)| *known == name) {
                continue;
            }
            links.push((kind, work.named(kind, &name), name));
        }
        links
    }

    /// The id of what it tells of, where that is an entity: anything but an event, and an event of which more is known
    /// than a sentence holds.
    fn own_entity(&self, work: &mut Work, links: &[(Kind, String, String)], note: Option<&str>) -> Option<String> {
        let is_record = self.kind != Kind::Event || self.is_record || self.at.is_some() || !self.subtype.is_empty();
        if !is_record || self.headline.is_empty() {
            return None;
        }
        let ids = |of: Kind| links.iter().filter(move |(kind, ..)| *kind == of).map(|(_, id, _)| id.clone());
        let is_event = self.kind == Kind::Event;
        let mut it = Entity::new(self.kind, name_of(&self.headline));
        it.role = Some(self.role.clone()).filter(|role| !role.is_empty());
        it.subtype = Some(plain::text(&self.subtype)).filter(|it| !it.is_empty());
        it.when = self.when.or(self.told.filter(|_| is_event));
        it.at = self.at;
        it.aliases.clone_from(&self.aliases);
        it.positions.clone_from(&self.positions);
        it.ids.clone_from(&self.ids);
        it.group = Some(plain::text(&self.group)).filter(|it| !it.is_empty());
        it.wikipedia.clone_from(&self.wikipedia);
        it.reach.clone_from(&self.reach);
        it.note = note.map(str::to_owned);
        if is_event {
            it.places = ids(Kind::Place).collect();
            it.who = ids(Kind::Person).map(|id| (id, None)).collect();
        }
        Some(work.entity(it))
    }

    /// The sentence: the headline, which is linked where it is an entity, and the text; names that stand in neither follow
    /// in brackets.
    fn prose(&self, own: Option<&str>, links: &[(Kind, String, String)]) -> String {
        let begins = !self.headline.is_empty() && self.text.starts_with(&self.headline);
        let (head, mut body) = match own {
            Some(id) if begins => (link(id, &self.headline), &self.text[self.headline.len()..]),
            Some(id) => (link(id, &self.headline), self.text.as_str()),
            None if begins => (String::new(), self.text.as_str()),
            None => (literal(&self.headline), self.text.as_str()),
        };
        let mut out = head;
        if !begins && !out.is_empty() {
            let ended = self.headline.ends_with(['.', '!', '?', ':', '。', '…']);
            out.push_str(if ended {
                ""
            } else if body.is_empty() {
                "."
            } else {
                ": "
            });
            if ended && !body.is_empty() {
                out.push(' ');
            }
        }
        let mut waiting: Vec<&(Kind, String, String)> =
            links.iter().filter(|(.., name)| *name != self.headline).collect();
        // Names are linked where they first stand, in the order of the text.
        while let Some((at, index)) = first_name(body, &waiting) {
            let (_, id, name) = waiting.remove(index);
            out.push_str(&literal(&body[..at]));
            out.push_str(&link(id, name));
            body = &body[at + name.len()..];
        }
        out.push_str(&literal(body));
        if !waiting.is_empty() {
            let names: Vec<String> = waiting.iter().map(|(_, id, name)| link(id, name)).collect();
            let names = names.join("; ");
            out.push_str(&if out.is_empty() { format!("{names}.") } else { format!(" ({names})") });
        }
        out
    }

    /// Takes a picture; one whose address is none that is opened stays in words.
    pub fn show(&mut self, [url, caption, credit, alt]: [String; 4]) {
        let said = |text: &str| Some(plain::text(text)).filter(|text| !text.is_empty()).map(Text::from);
        if let Some(url) = url::written(url.trim()) {
            let url = url.into();
            self.picture = Some(Picture { url, caption: said(&caption), credit: said(&credit), alt: said(&alt) });
            return;
        }
        for (heading, text) in [("media", url), ("caption", caption), ("credit", credit), ("alternative text", alt)] {
            self.rest.push((heading.into(), text));
        }
    }

    /// Keeps the words of a date that could not be read.
    pub fn keep_date(&mut self, heading: &str, text: &str) {
        self.rest.push((format!("{DATE_AS_GIVEN} ({heading})"), text.trim().to_owned()));
    }
}

const DATE_AS_GIVEN: &str = "date as given";

/// Where the first of the names stands in a text as a word of its own, and which it is.
fn first_name(text: &str, names: &[&(Kind, String, String)]) -> Option<(usize, usize)> {
    let stands = |name: &str| {
        text.match_indices(name).map(|(at, _)| at).find(|at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    };
    let found = names.iter().enumerate().filter_map(|(i, (.., name))| stands(name).map(|at| (at, i)));
    // Of two that begin at one place the longer is meant.
    found.min_by_key(|(at, i)| (*at, usize::MAX - names[*i].2.len()))
}

/// As much of a headline as a name may be.
fn name_of(headline: &str) -> &str {
    let end = headline.floor_char_boundary(headline.len().min(200));
    headline[..end].trim_end_matches(['.', ' '])
}
