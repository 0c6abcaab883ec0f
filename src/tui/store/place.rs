//! A place in a pack, in words that outlive the session and every change of the text around it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::tui::shared::Location;
use griot_history::text::page::{Page, PageOf};
use griot_history::text::{Anchor, Blocks, Sentence};
use griot_pack::pack::{Pack, StatementId, Target};

/// How much of a statement's text tells it from others, in characters.
const WORDS: usize = 80;

/// Where on a page the top of the pane stood, told from the current statement or the one at the top: whatever is
/// inserted before it moves with it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pack: String,
    /// The folder or file of the pack: ids of packs meet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// Id of the era or entity.
    page: String,
    /// Id of the statement, or its position where the pack gives it none; none on a page without statements.
    statement: Option<String>,
    /// Whether it was the current one without standing at the top.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    current: bool,
    /// How the statement begins, where it has no id of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    /// How many blocks before that of the statement the top is.
    block: i64,
    /// Where in its block, in bytes; from the beginning of the statement where that is in the same block.
    offset: i64,
}

/// A place as griot kept it when statements had no ids of their own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldPlace {
    pack: String,
    page: String,
    #[serde(rename = "revision")]
    _revision: String,
    #[serde(rename = "block")]
    _block: u32,
    #[serde(rename = "offset")]
    _offset: u32,
    statement: Option<String>,
}

/// A position leads to its statement as an id does, and is kept as the id from then on.
impl From<OldPlace> for Place {
    fn from(old: OldPlace) -> Self {
        let OldPlace { pack, page, statement, .. } = old;
        Self { pack, path: None, page, statement, current: false, words: None, block: 0, offset: 0 }
    }
}

impl Place {
    /// The place of a location; `page` is one that may be it, so that it need not be built.
    pub fn of(pack: &Arc<Pack>, path: Option<&str>, location: &Location, page: Option<&Page>) -> Self {
        let built = page
            .is_none_or(|page| page.of != location.page || !page.is_built())
            .then(|| Page::new(pack, location.page, None));
        let Some(page) = built.as_ref().or(page) else { return Self::default() };
        let current = location.current.and_then(|id| Some((id, current_at(page, location.top, id)?)));
        let at = current.or_else(|| statement_at(page, location.top));
        let begins = at.map_or(Anchor::default(), |(_, begins)| begins);
        let same_block = begins.block == location.top.block;
        let from = if same_block { i64::from(begins.offset) } else { 0 };
        let words = at.map(|(id, _)| id).filter(|id| pack[*id].id.is_none()).map(|id| words_of(pack, id));
        Self {
            pack: pack.about.id.to_string(),
            path: path.map(str::to_owned),
            page: match location.page {
                PageOf::Era(era) => pack[era].id.to_string(),
                PageOf::Entity(entity) => pack[entity].id.to_string(),
            },
            statement: at.map(|(id, _)| pack.statement_id(id)),
            current: current.is_some(),
            words,
            block: i64::from(begins.block) - i64::from(location.top.block),
            offset: i64::from(location.top.offset) - from,
        }
    }

    /// Whether it is a place in this pack. A pack that was moved is the same one; two that are there at once are not.
    pub fn is_in(&self, pack: &Pack, path: Option<&str>) -> bool {
        self.pack == pack.about.id.as_str() && same_path(self.path.as_deref(), path)
    }

    /// Names the statement as the pack does today: by its id, where it was kept by its position.
    pub fn renew(&mut self, pack: &Pack) {
        let Some(found) = self.statement.as_ref().and_then(|statement| self.found(pack, statement)) else { return };
        self.statement = Some(pack.statement_id(found));
        self.words = pack[found].id.is_none().then(|| words_of(pack, found));
    }

    /// Whether both are on one page.
    pub fn same_page(&self, other: &Self) -> bool {
        self.page == other.page
    }

    /// The place in a pack that it is in; nothing when it is gone.
    pub fn location(&self, pack: &Arc<Pack>) -> Option<Location> {
        let of = match pack.find(&self.page)? {
            Target::Era(era) => PageOf::Era(era),
            Target::Entity(entity) => PageOf::Entity(entity),
            _ => return None,
        };
        let statement = match &self.statement {
            Some(statement) => Some(self.found(pack, statement)?),
            None => None,
        };
        // A passage may have been moved to another era.
        let of = match (of, statement) {
            (PageOf::Era(_), Some(statement)) => PageOf::Era(pack.era_of(statement)),
            (of, _) => of,
        };
        let page = Page::new(pack, of, None);
        let begins = statement.map_or(Some(Anchor::default()), |statement| page.anchor_of(statement))?;
        let last = page.blocks.count().checked_sub(1)?;
        let block = i64::from(begins.block).saturating_sub(self.block).clamp(0, last as i64);
        let from = if block == i64::from(begins.block) { i64::from(begins.offset) } else { 0 };
        let offset = from.saturating_add(self.offset).clamp(0, u32::MAX.into()) as u32;
        let top = Anchor { block: block as u32, offset };
        let current = statement.filter(|_| self.current);
        Some(Location { current, ..Location::on(of, top, current.or_else(|| page.statement_near(top))) })
    }

    /// The statement: the one that has the id or, where it has none, the one that has the words, and stands nearest to
    /// where it stood.
    fn found(&self, pack: &Pack, statement: &str) -> Option<StatementId> {
        let there = pack.find(statement).and_then(|target| pack.first_statement(target));
        let Some(words) = &self.words else { return there };
        let says = |id: &StatementId| words_of(pack, *id) == *words;
        if there.as_ref().is_some_and(says) {
            return there;
        }
        let near = |id: &StatementId| there.map_or(0, |there| there.index().abs_diff(id.index()));
        // A sentence that was mended says other words in the same place.
        pack.statements().filter(says).min_by_key(near).or(there)
    }
}

/// Whether two paths are those of one pack: of an old place none is known, and where one leads nowhere any more the pack
/// was moved.
pub(super) fn same_path(kept: Option<&str>, now: Option<&str>) -> bool {
    kept == now || kept.is_none_or(|kept| now.is_some() && !std::path::Path::new(kept).exists())
}

/// Where the current statement begins, if it stands not far beneath the top.
fn current_at(page: &Page, top: Anchor, current: StatementId) -> Option<Anchor> {
    /// No screen shows more.
    const NEAR: usize = 64;
    (&page.blocks as &dyn Blocks).from(top.block).take(NEAR).find_map(|(block, it)| {
        let sentence = it.sentences.iter().find(|sentence| sentence.id == current)?;
        Some(Anchor { block, offset: sentence.range.start })
    })
}

/// The statement at an anchor, or the nearest after it, or the last before it, with its beginning.
fn statement_at(page: &Page, top: Anchor) -> Option<(StatementId, Anchor)> {
    let at = |block: u32, sentence: &Sentence| (sentence.id, Anchor { block, offset: sentence.range.start });
    let blocks: &dyn Blocks = &page.blocks;
    let after = blocks.from(top.block).find_map(|(block, it)| {
        let here = |sentence: &&Sentence| block > top.block || sentence.range.end > top.offset;
        Some(at(block, it.sentences.iter().find(here)?))
    });
    after.or_else(|| blocks.back_from(top.block).find_map(|(block, it)| Some(at(block, it.sentences.last()?))))
}

fn words_of(pack: &Pack, id: StatementId) -> String {
    pack[id].text.chars().take(WORDS).collect()
}
