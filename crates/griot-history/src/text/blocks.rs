//! Making blocks: plain ones, those that hang beside a label, and those of the narrative.

use griot_pack::pack::{self, ChapterId, EntityId, Pack, PassageId, StatementId};

use super::{Block, Goal, Mark, MarkKind, Outside, Sentence, Shape};

/// The heading of a chapter, with its dates.
#[must_use]
pub fn chapter_block(pack: &Pack, chapter: ChapterId) -> Block {
    let it = &pack[chapter];
    let mut block = plain(Shape::Heading, it.title.to_string());
    if let Some(when) = it.when {
        block.add("  ", None);
        block.add(&pack.date(&when), Some(MarkKind::Quiet));
    }
    block
}

/// A passage as running text, with its links and footnotes.
#[must_use]
pub fn passage_block(pack: &Pack, passage: PassageId) -> Block {
    let plate = pack[passage].number.is_none();
    let mut block =
        plain(if plate { Shape::Plate } else { Shape::Passage }, if plate { "Plate. ".into() } else { String::new() });
    for (i, statement) in pack.statements_of(passage).enumerate() {
        if i > 0 {
            block.text.push(' ');
        }
        block.add_statement(pack, statement);
        block.add_picture(pack, statement, plate);
    }
    block
}

pub(super) fn list<'a>(pack: &Pack, label: &str, entities: impl Iterator<Item = (EntityId, Option<&'a str>)>) -> Block {
    let mut block = Block { gap: false, ..entry(label, "") };
    for (i, (entity, part)) in entities.enumerate() {
        if i > 0 {
            block.add(" · ", None);
        }
        block.link(pack, entity);
        if let Some(part) = part {
            block.add(&format!(" ({part})"), Some(MarkKind::Quiet));
        }
    }
    block
}

/// A block of plain text, with a blank line after it.
#[must_use]
pub const fn plain(shape: Shape, text: String) -> Block {
    Block { shape, text, marks: Vec::new(), sentences: Vec::new(), gap: true }
}

/// A block that hangs beside a label.
#[must_use]
pub fn entry(label: &str, text: &str) -> Block {
    plain(Shape::Entry { label: label.into() }, text.into())
}

/// What is said of a statement whose date cannot be read.
#[must_use]
pub(crate) fn unread_date(unread: &str) -> String {
    format!("date not read: “{unread}”")
}

/// Ends a group of blocks with a blank line.
pub(super) const fn close(blocks: &mut [Block]) {
    if let Some(last) = blocks.last_mut() {
        last.gap = true;
    }
}

impl Block {
    /// Adds a text to the end, marked where it is more than plain.
    pub fn add(&mut self, text: &str, what: Option<MarkKind>) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        if let Some(what) = what {
            self.marks.push(Mark { range: start..self.text.len() as u32, what });
        }
    }

    /// Adds the name of an entity, as a link to its page.
    pub fn link(&mut self, pack: &Pack, entity: EntityId) {
        self.add(&pack[entity].name, Some(MarkKind::Link(Goal::entity(entity))));
    }

    /// Adds what leads to the picture of a statement; of a plate, which is there for its picture, all that is said of it.
    fn add_picture(&mut self, pack: &Pack, id: StatementId, plate: bool) {
        let Some(picture) = &pack[id].picture else { return };
        let seen = picture.alt.as_ref().map(|alt| format!("Seen: {}. ", alt.trim_end_matches('.')));
        let credit = picture.credit.as_ref().map(|credit| format!("{}. ", credit.trim_end_matches('.')));
        let caption = picture.caption.as_ref().map(|caption| format!("{}. ", caption.trim_end_matches('.')));
        let said = [caption, seen, credit].into_iter().flatten().filter(|_| plate).collect::<String>();
        self.text.push(' ');
        self.add(&format!("[{said}"), Some(MarkKind::Quiet));
        self.add("picture", Some(MarkKind::Link(Goal::Outside(Outside::Picture(id)))));
        self.add("]", Some(MarkKind::Quiet));
    }

    /// Adds a statement with its links and footnotes.
    pub fn add_statement(&mut self, pack: &Pack, id: StatementId) {
        let it = &pack[id];
        let begin = self.text.len() as u32;
        // Of sentences in the pack's own language the first of each run is signed.
        let before = self.sentences.last().map(|before| before.id);
        if pack.is_untranslated(id) && before.is_none_or(|before| !pack.is_untranslated(before)) {
            self.add(&format!("[{}]", pack.about.language), Some(MarkKind::Quiet));
            self.text.push(' ');
        }
        let start = self.text.len() as u32;
        self.text.push_str(&it.text);
        let mut addresses = 0..;
        self.marks.extend(it.marks.iter().map(|mark| Mark {
            range: start + mark.range.start..start + mark.range.end,
            what: match mark.what {
                pack::MarkKind::Link(entity) => MarkKind::Link(Goal::entity(entity)),
                pack::MarkKind::Emphasis => MarkKind::Emphasis,
                pack::MarkKind::Address(_) => {
                    MarkKind::Link(Goal::Outside(Outside::Words(id, addresses.next().unwrap_or_default())))
                }
            },
        }));
        if let Some(unread) = &it.unread {
            self.add(&format!(" [{}]", unread_date(unread)), Some(MarkKind::Quiet));
        }
        let notes = it.cites.iter().map(|note| note.number()).collect();
        self.sentences.push(Sentence { range: begin..self.text.len() as u32, id, notes });
    }
}
