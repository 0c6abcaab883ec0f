//! How well each era is known, in exact counts, and every place where the first article is corrected or disputed.

use griot_pack::pack::{EraId, NoteId, Pack, SourceId, Standing, StatementId};

use super::Work;

/// The standings, from the best known to the least.
pub const STANDINGS: [Standing; 8] = Standing::ALL;

/// Those that every history has: few have anything that is told by mouth alone.
const USUAL: [Standing; 7] = [
    Standing::Established,
    Standing::Attributed,
    Standing::Approximate,
    Standing::Disputed,
    Standing::Corrected,
    Standing::Uncited,
    Standing::CitationNeeded,
];

/// How many statements of an era are of which standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraStandings {
    /// Which era it is.
    pub era: EraId,
    /// In the order of [`STANDINGS`].
    pub counts: [usize; STANDINGS.len()],
    /// The standings that its pack tells of.
    pub told: &'static [Standing],
    /// How many have a citation.
    pub cited: usize,
    /// How many citations its statements and the notes on them have.
    pub citations: usize,
}

impl EraStandings {
    /// How many statements the era has.
    #[must_use]
    pub fn statements(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many are of a standing.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        STANDINGS.iter().position(|s| *s == standing).map_or(0, |at| self.counts[at])
    }
}

/// The counts of every era.
#[must_use]
pub fn standings(pack: &Pack) -> Vec<EraStandings> {
    let mut all: Vec<EraStandings> = pack.eras().map(|era| of_era(pack, era)).collect();
    if all.iter().any(|it| it.count(Standing::Oral) > 0) {
        for it in &mut all {
            it.told = &STANDINGS;
        }
    }
    all
}

fn of_era(pack: &Pack, era: EraId) -> EraStandings {
    let mut it = EraStandings { era, counts: [0; STANDINGS.len()], told: &USUAL, cited: 0, citations: 0 };
    for id in pack.statements_in(era) {
        let statement = &pack[id];
        if let Some(at) = STANDINGS.iter().position(|s| *s == statement.standing) {
            it.counts[at] += 1;
        }
        it.cited += usize::from(!statement.cites.is_empty());
        it.citations += statement.cites.len() + statement.note_cites.len();
    }
    it
}

/// The work that an era cites most, and how often.
#[must_use]
pub(crate) fn heaviest(works: &[Work], era: EraId) -> Option<(SourceId, usize)> {
    let in_era = |work: &Work| work.per_era.iter().find(|(e, _)| *e == era).map_or(0, |(_, count)| *count);
    let mut best: Option<(SourceId, usize)> = None;
    for work in works {
        let count = in_era(work);
        if count > best.map_or(0, |(_, most)| most) {
            best = Some((work.source, count));
        }
    }
    best
}

/// A statement that corrects or disputes what its pack began as, or what is told elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction<'a> {
    /// The statement that is held now.
    pub statement: StatementId,
    /// Its standing.
    pub standing: Standing,
    /// What is said there.
    pub instead_of: Option<&'a str>,
    /// What is held now.
    pub held: &'a str,
    /// The note that says why.
    pub why: Option<&'a str>,
    /// On whose word: the footnotes of the note, or those of the statement itself.
    pub word_of: &'a [NoteId],
}

/// Every correction and dispute, in reading order.
#[must_use]
pub fn corrections(pack: &Pack) -> Vec<Correction<'_>> {
    pack.statements().filter_map(|id| correction(pack, id)).collect()
}

/// What a statement corrects or disputes.
#[must_use]
pub fn correction(pack: &Pack, statement: StatementId) -> Option<Correction<'_>> {
    let it = &pack[statement];
    let counts = matches!(it.standing, Standing::Corrected | Standing::Disputed) || it.instead_of.is_some();
    counts.then(|| Correction {
        statement,
        standing: it.standing,
        instead_of: it.instead_of.as_deref(),
        held: &it.text,
        why: it.note.as_deref(),
        word_of: if it.note_cites.is_empty() { &it.cites } else { &it.note_cites },
    })
}
