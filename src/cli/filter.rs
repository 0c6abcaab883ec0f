//! The filters that lists share: a kind, an era, a stretch of time, a number.

use super::args::Filters;
use super::dates;
use super::output::CliError;
use griot_history::chronicle::known_day;
use griot_history::search::KindFilter;
use griot_pack::pack::{EntityId, EraId, Pack, StatementId, Target};
use griot_pack::when::{Day, When};

/// Filters, understood; by default everything passes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub kind: Option<KindFilter>,
    pub era: Option<EraId>,
    /// From the beginning of the one date to the end of the other; none lets what has no date pass.
    time: Option<(Day, Day)>,
    pub limit: Option<usize>,
}

impl Filter {
    /// Reads the flags.
    ///
    /// # Errors
    /// Says which flag cannot be understood, and what it may be.
    pub fn read(pack: &Pack, flags: &Filters) -> Result<Self, CliError> {
        let day = |text: &Option<String>| text.as_deref().map(dates::read).transpose();
        let (from, to) = (day(&flags.from)?, day(&flags.to)?);
        let time = (from.is_some() || to.is_some())
            .then(|| (from.map_or(Day::MIN, |w| w.first()), to.map_or(Day::MAX, |w| w.last())));
        if let (Some((first, last)), Some(from), Some(to)) = (time, from, to)
            && first > last
        {
            return Err(CliError::usage(format!("--from {from} lies after --to {to}: exchange them")));
        }
        Ok(Self {
            kind: flags.kind.as_deref().map(kind).transpose()?,
            era: flags.era.as_deref().map(|text| era(pack, text)).transpose()?,
            time,
            limit: flags.limit,
        })
    }

    /// Whether anything is filtered by time.
    #[must_use]
    pub const fn has_time(&self) -> bool {
        self.time.is_some()
    }

    /// Whether something of that date passes.
    #[must_use]
    pub fn takes_date(&self, when: Option<When>) -> bool {
        let Some((first, last)) = self.time else { return true };
        when.is_some_and(|when| match when {
            // “Before 1818” is not of every year before.
            When::Before(_) | When::After(_) | When::Until(..) => (first..=last).contains(&known_day(&when)),
            _ => when.first() <= last && first <= when.last(),
        })
    }

    /// Whether a statement passes.
    #[must_use]
    pub fn takes_statement(&self, pack: &Pack, id: StatementId) -> bool {
        self.era.is_none_or(|era| pack.era_of(id) == era) && self.takes_date(pack[id].when)
    }

    /// Whether an entity passes: by its kind, by being linked in the era, and by its date.
    #[must_use]
    pub fn takes_entity(&self, pack: &Pack, id: EntityId) -> bool {
        let kind = self.kind.is_none_or(|filter| filter == KindFilter::Of(pack[id].kind));
        let era = self.era.is_none_or(|era| pack.mentions(id).iter().any(|s| pack.era_of(*s) == era));
        kind && era && self.takes_date(pack[id].when)
    }
}

fn kind(text: &str) -> Result<KindFilter, CliError> {
    KindFilter::named(text.trim_start_matches('@')).ok_or_else(|| {
        let names: Vec<&str> = KindFilter::all().map(KindFilter::name).collect();
        CliError::usage(format!("there is no kind \"{text}\"; there are {}", names.join(", ")))
    })
}

/// The era of a number or id.
///
/// # Errors
/// Says which there are.
pub fn era(pack: &Pack, text: &str) -> Result<EraId, CliError> {
    match pack.find(text) {
        Some(Target::Era(era)) => Ok(era),
        _ => Err(CliError::usage(format!("there is no era \"{text}\"; {}", crate::place::eras(pack)))),
    }
}
