//! Finding what a place that was typed means, on the command line or in the palette: an address, an id, a name, a date or words of the text.

use std::fmt::{self, Display, Formatter};

use griot_history::search::{Hit, Index, Tier, fold};
use griot_pack::pack::{EntityId, EraId, Pack, PassageId, SourceId, StatementId, Target};
use griot_pack::when::When;

/// What a place turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Target(Target),
    Eras(Vec<EraId>),
    Passages(Vec<PassageId>),
    Source(SourceId),
    Time(When),
    /// The statements that hold the words, the first of them first.
    Text(Vec<StatementId>),
}

/// How a place was found, and what else it might have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub place: Place,
    pub hint: Option<String>,
}

/// Why there is no such place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// What was looked for, and what is nearest or valid.
    pub message: String,
    /// Whether it could be nowhere, as a range that ends before it begins.
    pub misuse: bool,
}

impl Lost {
    const fn nothing(message: String) -> Self {
        Self { message, misuse: false }
    }

    const fn misuse(message: String) -> Self {
        Self { message, misuse: true }
    }
}

impl Display for Lost {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Finds a place.
///
/// # Errors
/// Says what was looked for, and the nearest names or the valid numbers.
pub fn find(pack: &Pack, text: &str) -> Result<Found, Lost> {
    let text = text.trim();
    let sure = |place| Ok(Found { place, hint: None });
    if let Some(place) = address(pack, text)? {
        return sure(place);
    }
    let index = Index::new(pack);
    let answer = index.search(pack, text, usize::MAX);
    let hits: Vec<Hit> = answer.names().copied().collect();
    if let Some(id) = first_of(&hits, |tier| tier == Tier::Exact) {
        return Ok(named(pack, id, &hits));
    }
    if let Ok(when) = When::parse(text) {
        return sure(Place::Time(when));
    }
    if let Some(id) = first_of(&hits, |tier| tier <= Tier::Initials) {
        return Ok(named(pack, id, &hits));
    }
    // A place is meant only by words that stand in the text as they were typed.
    let mut literal: Vec<StatementId> = answer.text().filter(|id| holds(pack, *id, &answer.query.whole)).collect();
    literal.sort_unstable();
    if !literal.is_empty() {
        return sure(Place::Text(literal));
    }
    Err(unknown(pack, text, &hits))
}

/// Whether a statement holds every word of a folded query.
fn holds(pack: &Pack, id: StatementId, folded: &str) -> bool {
    let text = fold(&pack[id].text);
    folded.split(' ').all(|word| text.contains(word))
}

/// Finds one entity by its id or name.
///
/// # Errors
/// Says what was looked for, and the nearest names.
pub fn entity(pack: &Pack, text: &str) -> Result<(EntityId, Option<String>), Lost> {
    if let Some(entity) = pack.entity(text) {
        return Ok((entity, None));
    }
    let hits: Vec<Hit> = Index::new(pack).search(pack, text, usize::MAX).names().copied().collect();
    match first_of(&hits, |tier| tier <= Tier::Initials && tier != Tier::Date) {
        Some(id) => Ok((id, named(pack, id, &hits).hint)),
        None => Err(unknown(pack, text, &hits)),
    }
}

/// The entity of the best hit, where that answers everything, in a tier that will do.
fn first_of(hits: &[Hit], will_do: impl Fn(Tier) -> bool) -> Option<EntityId> {
    hits.first().filter(|hit| hit.is_complete() && will_do(hit.tier()))?.entity()
}

/// Eras, passages and everything else that has an id or a number.
fn address(pack: &Pack, text: &str) -> Result<Option<Place>, Lost> {
    if let Some(target) = pack.find(text) {
        return Ok(Some(Place::Target(target)));
    }
    if let Some(source) = pack.source(text) {
        return Ok(Some(Place::Source(source)));
    }
    if let Some(place) = several(pack, text)? {
        return Ok(Some(place));
    }
    if let Some((from, to)) = text.split_once("..") {
        return range(pack, pack.find(from.trim()), pack.find(to.trim()), text);
    }
    match text.split_once('.') {
        None if is_number(text) => Err(Lost::nothing(format!("there is no era {text}; {}", eras(pack)))),
        Some((era, passage)) if is_number(era) && is_number(passage) => {
            let Some(Target::Era(id)) = pack.find(era) else {
                return Err(Lost::nothing(format!("there is no era {era}; {}", eras(pack))));
            };
            let last = pack.passages_in(id).filter_map(|p| pack[p].number).max().unwrap_or(0);
            Err(Lost::nothing(format!("there is no passage {text}; those of era {era} are {era}.1 to {era}.{last}")))
        }
        _ => Ok(None),
    }
}

/// The number of an era or of a passage in it; one of four figures is a year.
fn is_number(part: &str) -> bool {
    part.len() < 4 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())
}

/// `1.6 1.9` and `1 3`, which are not words to look for.
fn several(pack: &Pack, text: &str) -> Result<Option<Place>, Lost> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_address = |word: &&str| word.split('.').count() <= 2 && word.split('.').all(is_number);
    if words.len() < 2 || !words.iter().all(is_address) {
        return Ok(None);
    }
    let (mut eras, mut passages) = (Vec::new(), Vec::new());
    for word in &words {
        match address(pack, word)? {
            Some(Place::Target(Target::Era(era))) => eras.push(era),
            Some(Place::Target(Target::Passage(passage))) => passages.push(passage),
            _ => return Ok(None),
        }
    }
    match (eras.is_empty(), passages.is_empty()) {
        (false, false) => Err(Lost::misuse(format!("{text} names eras and passages: name the ones or the others"))),
        (true, _) => Ok(Some(Place::Passages(passages))),
        (false, true) => Ok(Some(Place::Eras(eras))),
    }
}

/// `1..3` and `1.6..1.9`.
fn range(pack: &Pack, from: Option<Target>, to: Option<Target>, text: &str) -> Result<Option<Place>, Lost> {
    let backwards = || Lost::misuse(format!("{text} ends before it begins"));
    match (from, to) {
        (Some(Target::Era(from)), Some(Target::Era(to))) => {
            if from > to {
                return Err(backwards());
            }
            Ok(Some(Place::Eras(pack.eras().filter(|era| (from..=to).contains(era)).collect())))
        }
        (Some(Target::Passage(from)), Some(Target::Passage(to))) => {
            if from > to {
                return Err(backwards());
            }
            let all = pack.eras().flat_map(|era| pack.passages_in(era).collect::<Vec<_>>());
            Ok(Some(Place::Passages(all.filter(|passage| (from..=to).contains(passage)).collect())))
        }
        _ => Ok(None),
    }
}

/// Which eras there are.
#[must_use]
pub fn eras(pack: &Pack) -> String {
    match pack.eras().len() {
        1 => "there is one era: 1".into(),
        count => format!("eras are numbered 1 to {count} (griot list eras)"),
    }
}

/// The entity, and a word on others that answer as well.
fn named(pack: &Pack, id: EntityId, hits: &[Hit]) -> Found {
    const MOST: usize = 4;
    let best = hits.first().map_or(Tier::Typo, Hit::tier);
    let as_good = hits.iter().filter(|hit| hit.tier() == best && best <= Tier::Words).filter_map(Hit::entity);
    let others: Vec<String> =
        as_good.filter(|other| *other != id).take(MOST).map(|other| called(pack, other)).collect();
    let hint = (!others.is_empty()).then(|| format!("taken as {}; also {}", called(pack, id), others.join(", ")));
    Found { place: Place::Target(Target::Entity(id)), hint }
}

fn called(pack: &Pack, entity: EntityId) -> String {
    format!("{} ({})", pack[entity].name, pack[entity].id)
}

fn unknown(pack: &Pack, text: &str, near: &[Hit]) -> Lost {
    // The alias that comes near says why it is proposed.
    let as_matched = |hit: &Hit| {
        let record = &pack[hit.entity()?];
        let name = hit.alias(pack).unwrap_or(&record.name);
        Some(format!("{name} ({})", record.id))
    };
    let best = near.first().map(|hit| (hit.tier(), hit.rank.closeness.0));
    let as_near =
        |hit: &&Hit| best.is_some_and(|(tier, close)| hit.tier() == tier && hit.rank.closeness.0 * 2 >= close);
    let near = near.iter().filter(as_near).filter(|hit| hit.tier() >= Tier::Fuzzy);
    let names: Vec<String> = near.take(3).filter_map(as_matched).collect();
    let hint = if names.is_empty() {
        format!("griot search {text} looks everywhere, griot list tells what there is")
    } else {
        format!("did you mean {}?", names.join(", "))
    };
    Lost::nothing(format!("nothing is called \"{text}\"; {hint}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pack() -> Pack {
        crate::built_in::pack().expect("the built-in pack")
    }

    #[test]
    fn what_is_not_there_is_told_with_what_is() {
        let pack = pack();
        for (text, told) in [
            ("9", "there is no era 9; eras are numbered 1 to 8"),
            ("0", "there is no era 0"),
            ("9.1", "there is no era 9"),
            ("1.0", "there is no passage 1.0; those of era 1 are 1.1 to"),
            ("timbktu", "did you mean Timbuktu (timbuktu)"),
            ("qqqq", "griot search qqqq looks everywhere"),
        ] {
            let error = find(&pack, text).unwrap_err();
            assert!(error.message.contains(told), "{text}: {}", error.message);
        }
    }

    #[test]
    fn namesakes_are_told_of() {
        let found = find(&pack(), "keita").expect("a name");
        assert!(found.hint.expect("there are several").contains("also "));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn anything_may_be_asked_for(text in "\\PC{0,24}|[0-9./ a-c]{0,8}|[a-z]{1,4}\\.\\.[0-9.]{0,4}") {
            let pack = pack();
            if let Err(error) = find(&pack, &text) {
                prop_assert!(!error.message.is_empty());
            }
        }
    }
}
