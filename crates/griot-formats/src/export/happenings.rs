//! What has a date, each once: events, powers and offices with the statements that tell of them, and every other dated
//! statement by itself.

use std::collections::{HashMap, HashSet};

use griot_history::cite;
use griot_history::text::capital;
use griot_history::timeline::{Model, What};
use griot_pack::pack::{EntityId, Excerpt, Figure, NoteId, Pack, StatementId};
use griot_pack::when::{Fit, When};

use super::Loss;
use super::living::{loss, may_be_living, names_living};

/// Something that has a date.
pub(super) struct Happening {
    pub what: What,
    pub when: When,
    /// The statements that tell it, in reading order; a statement tells itself.
    pub told: Vec<StatementId>,
}

/// What has a date in an excerpt, in date order, and what is left out because it has none or may not be told.
pub(super) struct Happenings {
    pub all: Vec<Happening>,
    pub losses: Vec<Loss>,
}

impl Happenings {
    pub fn of(pack: &Pack, excerpt: &Excerpt) -> Self {
        let statements: HashSet<StatementId> = excerpt.statements(pack).filter(|id| !names_living(pack, *id)).collect();
        let wanted = |what: What, when: &When| match what {
            What::Silence(..) => false,
            What::Statement(id) => statements.contains(&id),
            What::Event(id) | What::Polity(id) | What::Office(id, _) => {
                let touched = || excerpt.eras.iter().any(|era| pack[*era].when.overlaps(when));
                excerpt.entities.contains(&id) && !may_be_living(pack, id) && (excerpt.is_whole || touched())
            }
        };
        let rows = Model::new(pack).rows.into_iter().map(|row| row.what);
        let dated: Vec<(What, When)> =
            rows.filter_map(|what| Some((what, what.when(pack)?))).filter(|(what, when)| wanted(*what, when)).collect();
        let mut told = by_event(pack, &dated);
        let within: HashSet<StatementId> = told.values().flatten().copied().collect();
        let one = |(what, when): (What, When)| match what {
            What::Statement(id) if within.contains(&id) => None,
            What::Statement(id) => Some(Happening { what, when, told: vec![id] }),
            What::Event(id) => Some(Happening { what, when, told: told.remove(&id).unwrap_or_default() }),
            _ => Some(Happening { what, when, told: Vec::new() }),
        };
        let all = dated.into_iter().filter_map(one).collect();
        let undated = statements.iter().filter(|id| pack[**id].when.is_none()).count();
        let living = excerpt.entities.iter().filter(|id| may_be_living(pack, **id)).count();
        let undated =
            Loss::of(undated, ["statement", "statements"], "there is no date that this form could place it by");
        Self { all, losses: undated.into_iter().chain(loss(living)).collect() }
    }
}

/// The statements that tell of nothing but an event: they link to it, and their date is no narrower and not much wider.
fn by_event(pack: &Pack, dated: &[(What, When)]) -> HashMap<EntityId, Vec<StatementId>> {
    let events: HashMap<EntityId, When> = dated
        .iter()
        .filter_map(|(what, when)| if let What::Event(id) = what { Some((*id, *when)) } else { None })
        .collect();
    let mut told: HashMap<EntityId, Vec<StatementId>> = HashMap::new();
    for (what, when) in dated {
        let What::Statement(id) = *what else { continue };
        let tells = |event: &EntityId| {
            let own = events.get(event)?;
            let around = matches!(own.fit(when), Some(Fit::Same | Fit::Within));
            (around && when.length() <= own.length().max(1.01)).then_some(*event)
        };
        if let Some(event) = pack[id].links().find_map(|event| tells(&event)) {
            told.entry(event).or_default().push(id);
        }
    }
    for statements in told.values_mut() {
        statements.sort_unstable();
    }
    told
}

impl Happening {
    /// What names it in other programs: it stays the same when the pack changes.
    pub fn id(&self, pack: &Pack) -> String {
        match self.what {
            What::Event(id) | What::Polity(id) => pack[id].id.to_string(),
            What::Office(id, which) => format!("{}-office-{}", pack[id].id, which + 1),
            What::Statement(id) | What::Silence(id, _) => pack.statement_id(id),
        }
    }

    /// Its name; of a statement none.
    pub fn name(&self, pack: &Pack) -> Option<String> {
        match self.what {
            What::Event(id) | What::Polity(id) => Some(pack[id].name.to_string()),
            What::Office(id, which) => {
                let office = pack[id].offices.get(usize::from(which))?;
                Some(format!("{}, {} ({})", pack[id].name, office.title, pack[office.of].name))
            }
            What::Statement(_) | What::Silence(..) => None,
        }
    }

    /// What the record of an event or a power tells beside its name and date, in sentences.
    pub fn facts(&self, pack: &Pack) -> Vec<String> {
        let (What::Event(id) | What::Polity(id)) = self.what else { return Vec::new() };
        let it = &pack[id];
        let names = |ids: &[EntityId]| ids.iter().map(|id| pack[*id].name.as_str()).collect::<Vec<_>>().join(", ");
        let part = |(who, part): &(EntityId, Option<_>)| match part {
            Some(part) => format!("{} ({part})", pack[*who].name),
            None => pack[*who].name.to_string(),
        };
        let who: Vec<String> = it.who.iter().filter(|(who, _)| !may_be_living(pack, *who)).map(part).collect();
        let figure = |figure: &Figure| match &figure.by {
            Some(by) => format!("{} ({by})", figure.value),
            None => figure.value.to_string(),
        };
        let figures: Vec<String> = it.figures.iter().map(figure).collect();
        let mut facts: Vec<String> = [&it.role, &it.outcome].into_iter().flatten().map(|text| sentence(text)).collect();
        for (word, words) in [("Where", names(&it.places)), ("Who", who.join(", ")), ("Figures", figures.join("; "))] {
            if !words.is_empty() {
                facts.push(format!("{word}: {words}."));
            }
        }
        facts
    }

    /// The footnotes of all that is told of it.
    pub fn notes(&self, pack: &Pack) -> Vec<NoteId> {
        let mut notes = cite::notes_of(pack, self.told.iter().copied());
        if let What::Event(id) = self.what {
            notes.extend(pack[id].figures.iter().flat_map(|figure| &figure.cites));
            notes.sort_unstable();
            notes.dedup();
        }
        notes
    }
}

/// A phrase as a sentence.
pub(super) fn sentence(phrase: &str) -> String {
    let end = if phrase.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{}{end}", capital(phrase))
}
