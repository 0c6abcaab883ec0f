//! Pages: an era as it is read, and an entity as the text speaks of it.

pub(crate) use super::blocks::unread_date;
pub use super::blocks::{chapter_block, entry, passage_block, plain};
use super::entity::entity_blocks;
pub(crate) use super::entity::{company_of, other_names, role_says, spread_out};
pub use super::entity::{kind_in_words, summary, where_in_words};
use super::{Anchor, Block, Goal, MarkKind, Shape};
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{EntityId, EraId, Pack, StatementId};

/// What a page is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageOf {
    /// An era as it is read.
    Era(EraId),
    /// An entity as the text speaks of it.
    Entity(EntityId),
}

/// The blocks of a page, before any width is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it is of.
    pub of: PageOf,
    /// From top to bottom.
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

    /// Where the next link after an anchor begins, or the last one before it.
    #[must_use]
    pub fn link_beside(&self, anchor: Anchor, forward: bool) -> Option<Anchor> {
        let links = |(block, it): (usize, &Block)| {
            let links = it.marks.iter().filter(|mark| matches!(mark.what, MarkKind::Link(_)));
            links.map(|mark| Anchor { block: block as u32, offset: mark.range.start }).collect::<Vec<_>>()
        };
        let here = anchor.block as usize;
        if forward {
            let mut after = self.blocks.iter().enumerate().skip(here).flat_map(links);
            after.find(|at| *at > anchor)
        } else {
            let mut before = self.blocks.iter().enumerate().take(here + 1).rev();
            before.find_map(|block| links(block).into_iter().rfind(|at| *at < anchor))
        }
    }

    /// Where the link that begins at an anchor leads.
    #[must_use]
    pub fn link_at(&self, anchor: Anchor) -> Option<Goal> {
        let marks = &self.blocks.get(anchor.block as usize)?.marks;
        marks.iter().filter(|mark| mark.range.start == anchor.offset).find_map(|mark| match mark.what {
            MarkKind::Link(goal) => Some(goal),
            MarkKind::Emphasis | MarkKind::Quiet => None,
        })
    }

    /// The statement that an anchor lies in.
    #[must_use]
    pub fn statement_at(&self, anchor: Anchor) -> Option<StatementId> {
        let sentences = &self.blocks.get(anchor.block as usize)?.sentences;
        sentences.iter().find(|it| it.range.contains(&anchor.offset)).map(|it| it.id)
    }

    /// Where a statement begins on the page.
    #[must_use]
    pub fn anchor_of(&self, statement: StatementId) -> Option<Anchor> {
        self.blocks.iter().enumerate().find_map(|(i, block)| {
            let sentence = block.sentences.iter().find(|s| s.id == statement)?;
            Some(Anchor { block: i as u32, offset: sentence.range.start })
        })
    }

    /// The statement at an anchor, or the nearest after it, or the last before it.
    #[must_use]
    pub fn statement_near(&self, anchor: Anchor) -> Option<StatementId> {
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
        plain(Shape::Quiet, pack.date(&it.when)),
    ];
    if !it.summary.is_empty() {
        blocks.push(plain(Shape::Passage, it.summary.to_string()));
    }
    for chapter in pack.chapters_of(era) {
        blocks.push(chapter_block(pack, chapter));
        blocks.extend(pack.passages_of(chapter).map(|passage| passage_block(pack, passage)));
    }
    blocks
}

/// What is said elsewhere, where a statement says it otherwise: `what Wikipedia says`.
#[must_use]
pub fn elsewhere(pack: &Pack) -> String {
    pack.about.corrects.as_ref().map_or_else(|| "instead of".to_owned(), |name| format!("what {name} says"))
}
