//! Pages: an era as it is read, and an entity as the text speaks of it.

pub(crate) use super::blocks::unread_date;
pub use super::blocks::{chapter_block, entry, passage_block, plain};
use super::entity::entity_blocks;
pub(crate) use super::entity::{company_of, other_names, role_says, spread_out};
pub use super::entity::{kind_in_words, summary, where_in_words};
use super::{Anchor, Block, Blocks, Goal, MarkKind, Shape};
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{ChapterId, EntityId, EraId, Pack, PassageId, StatementId};
use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, OnceLock};

/// What a page is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageOf {
    /// An era as it is read.
    Era(EraId),
    /// An entity as the text speaks of it.
    Entity(EntityId),
}

/// A page, before any width is known.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it is of.
    pub of: PageOf,
    /// From top to bottom.
    pub blocks: PageBlocks,
}

impl Page {
    /// Builds the page; `geo` tells where an entity lies.
    #[must_use]
    pub fn new(pack: &Arc<Pack>, of: PageOf, geo: Option<&Geo>) -> Self {
        let blocks = match of {
            PageOf::Era(era) => PageBlocks::of_era(pack, era),
            PageOf::Entity(entity) => PageBlocks::from(entity_blocks(pack, entity, geo)),
        };
        Self { of, blocks }
    }

    /// A page that is not built yet: it has no blocks.
    #[must_use]
    pub fn unbuilt(of: PageOf) -> Self {
        Self { of, blocks: PageBlocks::default() }
    }

    /// Whether it has been built: what has been has a title at least.
    #[must_use]
    pub fn is_built(&self) -> bool {
        self.blocks.count() > 0
    }

    /// Where the next link after an anchor begins, or the last one before it.
    #[must_use]
    pub fn link_beside(&self, anchor: Anchor, forward: bool) -> Option<Anchor> {
        let links = |(block, it): (u32, &Block)| {
            let links = it.marks.iter().filter(|mark| matches!(mark.what, MarkKind::Link(_)));
            links.map(|mark| Anchor { block, offset: mark.range.start }).collect::<Vec<_>>()
        };
        let blocks = self.blocks();
        if forward {
            blocks.from(anchor.block).flat_map(links).find(|at| *at > anchor)
        } else {
            blocks.back_from(anchor.block).find_map(|block| links(block).into_iter().rfind(|at| *at < anchor))
        }
    }

    /// Where the link that begins at an anchor leads.
    #[must_use]
    pub fn link_at(&self, anchor: Anchor) -> Option<Goal> {
        let marks = &self.blocks().get(anchor.block)?.marks;
        marks.iter().filter(|mark| mark.range.start == anchor.offset).find_map(|mark| match mark.what {
            MarkKind::Link(goal) => Some(goal),
            MarkKind::Emphasis | MarkKind::Quiet => None,
        })
    }

    /// The statement that an anchor lies in.
    #[must_use]
    pub fn statement_at(&self, anchor: Anchor) -> Option<StatementId> {
        let sentences = &self.blocks().get(anchor.block)?.sentences;
        sentences.iter().find(|it| it.range.contains(&anchor.offset)).map(|it| it.id)
    }

    /// Where a statement begins on the page.
    #[must_use]
    pub fn anchor_of(&self, statement: StatementId) -> Option<Anchor> {
        let begins = |at: usize| {
            let sentence = self.blocks.block(at).sentences.iter().find(|sentence| sentence.id == statement)?;
            Some(Anchor { block: at as u32, offset: sentence.range.start })
        };
        match &self.blocks.narrative {
            Some(narrative) => narrative.block_of(statement).and_then(begins),
            None => (0..self.blocks.count()).find_map(begins),
        }
    }

    fn blocks(&self) -> &dyn Blocks {
        &self.blocks
    }

    /// The statement at an anchor, or the nearest after it, or the last before it.
    #[must_use]
    pub fn statement_near(&self, anchor: Anchor) -> Option<StatementId> {
        let after = self.blocks().from(anchor.block).find_map(|(i, block)| {
            let here = i == anchor.block;
            block.sentences.iter().find(|it| !here || it.range.end > anchor.offset).map(|it| it.id)
        });
        let before = || self.blocks().back_from(anchor.block).find_map(|(_, block)| Some(block.sentences.last()?.id));
        after.or_else(before)
    }
}

/// The blocks of a page. Those of an era’s narrative are made when they are first looked at: an era of many thousand
/// passages opens like one of ten.
#[derive(Clone, Default)]
pub struct PageBlocks {
    made: Vec<OnceLock<Block>>,
    /// What those are made of that are not there from the beginning.
    narrative: Option<Narrative>,
}

/// The narrative of an era, as blocks to be made.
#[derive(Clone)]
struct Narrative {
    pack: Arc<Pack>,
    /// How many blocks stand over it.
    head: usize,
    /// One for each block.
    parts: Vec<Part>,
}

/// What a block of the narrative is made of.
#[derive(Clone, Copy)]
enum Part {
    /// The heading of a chapter.
    Chapter(ChapterId),
    Passage(PassageId),
}

impl PageBlocks {
    fn of_era(pack: &Arc<Pack>, era: EraId) -> Self {
        let head = era_head(pack, era);
        let narrative = Narrative { pack: Arc::clone(pack), head: head.len(), parts: parts_of(pack, era).collect() };
        let made = head.into_iter().map(OnceLock::from).chain(narrative.parts.iter().map(|_| OnceLock::new()));
        Self { made: made.collect(), narrative: Some(narrative) }
    }

    /// All of them, each made when the iterator comes to it, or passes over it.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Block> + ExactSizeIterator {
        (self as &dyn Blocks).iter()
    }
}

impl Narrative {
    fn make(&self, at: usize) -> Block {
        self.parts[at - self.head].block(&self.pack)
    }

    /// Which block a statement stands in.
    fn block_of(&self, statement: StatementId) -> Option<usize> {
        let passage = self.pack[statement].passage;
        let stands = |part: &Part| matches!(part, Part::Passage(id) if *id == passage);
        self.parts.iter().position(stands).map(|at| self.head + at)
    }
}

impl Part {
    fn block(self, pack: &Pack) -> Block {
        match self {
            Self::Chapter(id) => chapter_block(pack, id),
            Self::Passage(id) => passage_block(pack, id),
        }
    }
}

impl Blocks for PageBlocks {
    fn count(&self) -> usize {
        self.made.len()
    }

    fn block(&self, at: usize) -> &Block {
        // What is not there from the beginning is of the narrative.
        let make = || self.narrative.as_ref().map_or_else(|| plain(Shape::Quiet, String::new()), |it| it.make(at));
        self.made[at].get_or_init(make)
    }
}

impl From<Vec<Block>> for PageBlocks {
    fn from(blocks: Vec<Block>) -> Self {
        Self { made: blocks.into_iter().map(OnceLock::from).collect(), narrative: None }
    }
}

impl Debug for PageBlocks {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.made.iter().filter_map(OnceLock::get)).finish()
    }
}

/// All blocks of a page at once, to be printed.
#[must_use]
pub fn blocks(pack: &Pack, of: PageOf, geo: Option<&Geo>) -> Vec<Block> {
    match of {
        PageOf::Era(era) => {
            let narrative = parts_of(pack, era).map(|part| part.block(pack));
            era_head(pack, era).into_iter().chain(narrative).collect()
        }
        PageOf::Entity(entity) => entity_blocks(pack, entity, geo),
    }
}

/// Title, dates and summary.
fn era_head(pack: &Pack, era: EraId) -> Vec<Block> {
    let it = &pack[era];
    let mut blocks = vec![
        Block { gap: false, ..plain(Shape::Title, format!("{}  {}", era.index() + 1, it.title)) },
        plain(Shape::Quiet, pack.date(&it.when)),
    ];
    if !it.summary.is_empty() {
        blocks.push(plain(Shape::Passage, it.summary.to_string()));
    }
    blocks
}

fn parts_of(pack: &Pack, era: EraId) -> impl Iterator<Item = Part> {
    let passages = |chapter| pack.passages_of(chapter).map(Part::Passage);
    pack.chapters_of(era).flat_map(move |id| std::iter::once(Part::Chapter(id)).chain(passages(id)))
}

/// What is said elsewhere, where a statement says it otherwise: `what Wikipedia says`.
#[must_use]
pub fn elsewhere(pack: &Pack) -> String {
    pack.about.corrects.as_ref().map_or_else(|| "instead of".to_owned(), |name| format!("what {name} says"))
}
