//! Queries: lists of a pack’s parts, and what leads from one to another.

use super::geo;
use super::ids::{ChapterId, EntityId, EraId, NoteId, PassageId, SourceId, StatementId};
use super::model::{Pack, Power, Target};
use super::rule::Damage;
use super::source::Rank;
use super::stored::Stored;

impl Pack {
    /// In reading order.
    pub fn eras(&self) -> impl DoubleEndedIterator<Item = EraId> + ExactSizeIterator + use<> {
        (0..self.eras.len()).map(EraId::new)
    }

    /// The first era. Loading refuses a pack that has none.
    #[must_use]
    pub const fn first_era(&self) -> EraId {
        EraId::new(0)
    }

    /// The last era.
    #[must_use]
    pub const fn last_era(&self) -> EraId {
        EraId::new(self.eras.len().saturating_sub(1))
    }

    /// In reading order, over all eras.
    pub fn statements(&self) -> impl DoubleEndedIterator<Item = StatementId> + ExactSizeIterator + use<> {
        (0..self.statements.len()).map(StatementId::new)
    }

    /// The entity at a position in the order of the files; none beyond the last.
    #[must_use]
    #[inline]
    pub fn entity_at(&self, at: usize) -> Option<EntityId> {
        (at < self.entities.len()).then(|| EntityId::new(at))
    }

    /// The statement at a position in the order of the text; none beyond the last.
    #[must_use]
    #[inline]
    pub fn statement_at(&self, at: usize) -> Option<StatementId> {
        (at < self.statements.len()).then(|| StatementId::new(at))
    }

    /// In the order of the files.
    pub fn entities(&self) -> impl DoubleEndedIterator<Item = EntityId> + ExactSizeIterator + use<> {
        (0..self.entities.len()).map(EntityId::new)
    }

    /// In the order of the file.
    pub fn sources(&self) -> impl DoubleEndedIterator<Item = SourceId> + ExactSizeIterator + use<> {
        (0..self.sources.len()).map(SourceId::new)
    }

    /// In the order of their numbers.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = NoteId> + ExactSizeIterator + use<> {
        (0..self.notes.len()).map(NoteId::new)
    }

    /// The chapters of an era.
    pub fn chapters_of(&self, era: EraId) -> impl DoubleEndedIterator<Item = ChapterId> + use<> {
        self[era].chapters.clone().map(ChapterId)
    }

    /// The passages of a chapter, its plates last.
    pub fn passages_of(&self, chapter: ChapterId) -> impl DoubleEndedIterator<Item = PassageId> + use<> {
        self[chapter].passages.clone().map(PassageId)
    }

    /// The passages and plates of an era.
    pub fn passages_in(&self, era: EraId) -> impl DoubleEndedIterator<Item = PassageId> + '_ {
        self.chapters_of(era).flat_map(|chapter| self.passages_of(chapter))
    }

    /// The statements of a passage.
    pub fn statements_of(&self, passage: PassageId) -> impl DoubleEndedIterator<Item = StatementId> + use<> {
        self[passage].statements.clone().map(StatementId)
    }

    /// The statements of an era: as all are numbered in reading order, those from its first to its last.
    pub fn statements_in(
        &self,
        era: EraId,
    ) -> impl DoubleEndedIterator<Item = StatementId> + ExactSizeIterator + use<> {
        let mut passages = self.passages_in(era);
        let first = passages.next();
        let last = passages.next_back().or(first);
        let start = first.map_or(0, |id| self[id].statements.start);
        let end = last.map_or(0, |id| self[id].statements.end);
        (start..end).map(StatementId)
    }

    /// The chapter of a statement.
    #[must_use]
    pub fn chapter_of(&self, statement: StatementId) -> ChapterId {
        self[self[statement].passage].chapter
    }

    /// The era of a statement.
    #[must_use]
    pub fn era_of(&self, statement: StatementId) -> EraId {
        self[self.chapter_of(statement)].era
    }

    /// The statement that follows in reading order.
    #[must_use]
    pub fn next_statement(&self, statement: StatementId) -> Option<StatementId> {
        (statement.index() + 1 < self.statements.len()).then(|| StatementId::new(statement.index() + 1))
    }

    /// The statement that comes before in reading order.
    #[must_use]
    pub fn statement_before(&self, statement: StatementId) -> Option<StatementId> {
        statement.index().checked_sub(1).map(StatementId::new)
    }

    /// The statements that link to the entity, in reading order.
    #[must_use]
    pub fn mentions(&self, entity: EntityId) -> &[StatementId] {
        &self.mentions[entity.index()]
    }

    /// All dated statements, in date order.
    #[must_use]
    pub fn chronology(&self) -> &[StatementId] {
        self.chronology.get()
    }

    /// The statements on which more is to be said than their sources: a remark, what is said elsewhere, or that a source is
    /// wanted. In reading order.
    #[must_use]
    pub fn remarked(&self) -> &[StatementId] {
        self.remarked.get()
    }

    /// Who ruled when, and which polities stood, in the order of the entities.
    #[must_use]
    pub fn powers(&self) -> &[Power] {
        self.powers.get()
    }

    /// The source that stands for the whole work: pages of one report count together.
    #[must_use]
    pub fn work_of(&self, source: SourceId) -> SourceId {
        self[source].same_work_as.as_deref().and_then(|key| self.source(key)).unwrap_or(source)
    }

    /// Whether a statement rests on copies of Wikipedia alone.
    #[must_use]
    pub fn rests_on_wiki(&self, statement: StatementId) -> bool {
        let cites = &self[statement].cites;
        !cites.is_empty() && cites.iter().all(|note| self[self[*note].source].rank == Some(Rank::Wiki))
    }

    /// The source with the key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<SourceId> {
        self.sources.iter().position(|s| s.key == key).map(SourceId::new)
    }

    /// The entity with the id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<EntityId> {
        match self.named(id) {
            Some(Target::Entity(entity)) => Some(entity),
            _ => None,
        }
    }

    /// What an id or an address names: `timbuktu`, `1`, `1.6`, `1.6/2`, `passage-id/2`, a statement's own id.
    #[must_use]
    pub fn find(&self, address: &str) -> Option<Target> {
        if let Some((passage, number)) = address.split_once('/') {
            let Some(Target::Passage(passage)) = self.find(passage) else { return None };
            let at = number.parse::<usize>().ok()?.checked_sub(1)?;
            return self.statements_of(passage).nth(at).map(Target::Statement);
        }
        if let Some(target) = self.named(address) {
            return Some(target);
        }
        let (era, passage) = address.split_once('.').map_or((address, None), |(era, passage)| (era, Some(passage)));
        let era = self.eras().nth(era.parse::<usize>().ok()?.checked_sub(1)?)?;
        let Some(passage) = passage else { return Some(Target::Era(era)) };
        let number = passage.parse().ok()?;
        self.passages_in(era).find(|p| self[*p].number == Some(number)).map(Target::Passage)
    }

    /// What bears the id.
    fn named(&self, id: &str) -> Option<Target> {
        let ids = self.ids.get();
        ids.binary_search_by(|target| self.id_of(*target).cmp(id)).ok().map(|at| ids[at])
    }

    /// The id of what has one; that of its passage for a statement without its own.
    fn id_of(&self, target: Target) -> &str {
        match target {
            Target::Era(era) => &self[era].id,
            Target::Chapter(chapter) => &self[chapter].id,
            Target::Passage(passage) => &self[passage].id,
            Target::Statement(statement) => {
                let it = &self[statement];
                it.id.as_ref().unwrap_or(&self[it.passage].id)
            }
            Target::Entity(entity) => &self[entity].id,
        }
    }

    /// The first statement of a place in the text; entities have none.
    #[must_use]
    pub fn first_statement(&self, target: Target) -> Option<StatementId> {
        let of_chapter = |chapter: ChapterId| self.passages_of(chapter).next();
        let passage = match target {
            Target::Statement(statement) => return Some(statement),
            Target::Passage(passage) => Some(passage),
            Target::Chapter(chapter) => of_chapter(chapter),
            Target::Era(era) => self.chapters_of(era).next().and_then(of_chapter),
            Target::Entity(_) => None,
        };
        self.statements_of(passage?).next()
    }

    /// The address of a passage: `1.6`; the id for a plate.
    #[must_use]
    pub fn address(&self, passage: PassageId) -> String {
        let it = &self[passage];
        it.number.map_or_else(|| it.id.to_string(), |number| format!("{}.{number}", self[it.chapter].era.index() + 1))
    }

    /// Where a passage stands, as it is said: `¶ 1.6`; plates have no number.
    #[must_use]
    pub fn told_at(&self, passage: PassageId) -> String {
        match self[passage].number {
            Some(_) => format!("¶ {}", self.address(passage)),
            None => format!("plate of era {}", self[self[passage].chapter].era.index() + 1),
        }
    }

    /// The id of a statement; in packs that give none its position in its passage, `passage-id/2`, which leads there as
    /// long as nothing is inserted before it.
    #[must_use]
    pub fn statement_id(&self, statement: StatementId) -> String {
        let it = &self[statement];
        let passage = &self[it.passage];
        match &it.id {
            Some(id) => id.to_string(),
            None => format!("{}/{}", passage.id, statement.0.saturating_sub(passage.statements.start) + 1),
        }
    }

    /// The pack's map, read when it is first wanted; an empty one where the pack has none.
    ///
    /// # Errors
    /// When the pack is compiled and was changed since.
    pub fn geo(&self) -> Result<geo::Geo, Damage> {
        self.geo.as_ref().map_or_else(|| Ok(geo::Geo::default()), Stored::read)
    }
}
