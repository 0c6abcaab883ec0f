//! Pages: an era as it is read, and an entity as the text speaks of it.

use super::entity::entity_blocks;
pub use super::entity::{
    company_of, kind_in_words, other_names, predecessor, role_says, spread_out, successor, summary, where_in_words,
};
use super::{Block, Mark, MarkKind, Sentence, Shape};
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{self, ChapterId, EntityId, EraId, Pack, PassageId, StatementId, Target};

/// What a page is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageOf {
    Era(EraId),
    Entity(EntityId),
}

/// The blocks of a page, before any width is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub of: PageOf,
    pub blocks: Vec<Block>,
}

impl Page {
    /// Builds the page; `geo` tells where an entity lies.
    #[must_use]
    pub fn new(pack: &Pack, of: PageOf, geo: Option<&Geo>) -> Self {
        let blocks = match of {
            PageOf::Era(era) => era_blocks(pack, era),
            PageOf::Entity(entity) => entity_blocks(pack, entity, geo),
        };
        Self { of, blocks }
    }

    /// Where a statement begins on the page.
    #[must_use]
    pub fn anchor_of(&self, statement: StatementId) -> Option<super::Anchor> {
        self.blocks.iter().enumerate().find_map(|(i, block)| {
            let sentence = block.sentences.iter().find(|s| s.id == statement)?;
            Some(super::Anchor { block: i as u32, offset: sentence.range.start })
        })
    }

    /// The statement at an anchor, or the nearest after it, or the last before it.
    #[must_use]
    pub fn statement_near(&self, anchor: super::Anchor) -> Option<StatementId> {
        let after = self.blocks.iter().enumerate().skip(anchor.block as usize).find_map(|(i, block)| {
            let here = i == anchor.block as usize;
            block.sentences.iter().find(|s| !here || s.range.end > anchor.offset).map(|s| s.id)
        });
        let before =
            || self.blocks.iter().take(anchor.block as usize + 1).rev().find_map(|b| b.sentences.last()).map(|s| s.id);
        after.or_else(before)
    }
}

fn era_blocks(pack: &Pack, era: EraId) -> Vec<Block> {
    let it = &pack[era];
    let mut blocks = vec![
        Block { gap: false, ..plain(Shape::Title, format!("{}  {}", era.index() + 1, it.title)) },
        plain(Shape::Quiet, it.when.on_screen()),
        plain(Shape::Passage, it.summary.to_string()),
    ];
    for chapter in pack.chapters_of(era) {
        blocks.push(chapter_block(pack, chapter));
        blocks.extend(pack.passages_of(chapter).map(|passage| passage_block(pack, passage)));
    }
    blocks
}

#[must_use]
pub fn chapter_block(pack: &Pack, chapter: ChapterId) -> Block {
    let it = &pack[chapter];
    let mut block = plain(Shape::Heading, it.title.to_string());
    if let Some(when) = it.when {
        block.add("  ", None);
        block.add(&when.on_screen(), Some(MarkKind::Quiet));
    }
    block
}

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

/// Ends a group of blocks with a blank line.
pub(super) const fn close(blocks: &mut [Block]) {
    if let Some(last) = blocks.last_mut() {
        last.gap = true;
    }
}

impl Block {
    pub fn add(&mut self, text: &str, what: Option<MarkKind>) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        if let Some(what) = what {
            self.marks.push(Mark { range: start..self.text.len() as u32, what });
        }
    }

    pub fn link(&mut self, pack: &Pack, entity: EntityId) {
        self.add(&pack[entity].name, Some(MarkKind::Link(Target::Entity(entity))));
    }

    pub fn add_statement(&mut self, pack: &Pack, id: StatementId) {
        let it = &pack[id];
        let start = self.text.len() as u32;
        self.text.push_str(&it.text);
        self.marks.extend(it.marks.iter().map(|mark| Mark {
            range: start + mark.range.start..start + mark.range.end,
            what: match mark.what {
                pack::MarkKind::Link(entity) => MarkKind::Link(Target::Entity(entity)),
                pack::MarkKind::Emphasis => MarkKind::Emphasis,
            },
        }));
        let notes = it.cites.iter().map(|note| note.number()).collect();
        self.sentences.push(Sentence { range: start..self.text.len() as u32, id, notes });
    }
}
