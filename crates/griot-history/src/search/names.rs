//! Names: which of them answer a query, how well, and which letters of them matched.

use std::collections::HashSet;

use super::fold::other_spellings;
use super::fuzzy::Matcher;
use super::rank::Tier;
use super::typos::{Word, are_among, letters_of, typo};
use super::{fold, fold_with_places};
use griot_pack::pack::{EntityId, Kind, Pack};

/// A fuzzy match must reach this share of the score of a whole word, in percent.
const FLOOR: i64 = 45;
/// How well a name answers whose first words were typed in full; half a word is measured in eighths of the name.
const WHOLE: i64 = 8;
/// The matched letters of a word may lie at most this many times its length apart.
const SPREAD: usize = 3;
/// What each letter fewer that a fuzzy match leaves out within one word is worth, over any subsequence.
const TOGETHER: i64 = 10_000;

/// An entity by the best of its names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub entity: EntityId,
    pub tier: Tier,
    /// How much of the name was typed, or how little misspelt; scores of different tiers say nothing about each other.
    pub closeness: i64,
    /// The alias that matched, as an index; none for the name itself.
    pub alias: Option<usize>,
}

/// Stored where a name is that of the entity itself and no alias.
const OWN: u32 = u32::MAX;

#[derive(Debug)]
pub(super) struct Names {
    list: Vec<Name>,
    /// The names as indices of the list, in the order of their letters.
    sorted: Vec<u32>,
    /// All folded names, one after the other.
    folded: String,
    matcher: Matcher,
}

/// A name or alias of an entity.
#[derive(Debug, Clone, Copy)]
struct Name {
    entity: EntityId,
    alias: Option<u16>,
    start: u32,
    end: u32,
    /// Which letters stand in it, as bits: most names are passed over by one comparison.
    letters: u64,
    /// How many words it has.
    words: u32,
}

impl Names {
    pub(super) fn new(pack: &Pack) -> Self {
        let mut it = Self { list: Vec::new(), sorted: Vec::new(), folded: String::new(), matcher: Matcher::new() };
        for entity in pack.entities() {
            it.add(entity, None, &pack[entity].name);
            for (i, alias) in pack[entity].aliases.iter().enumerate() {
                it.add(entity, u16::try_from(i).ok(), &alias.name);
            }
        }
        it.sorted = (0..it.list.len() as u32).collect();
        let mut sorted = std::mem::take(&mut it.sorted);
        sorted.sort_unstable_by(|a, b| it.folded_at(*a).cmp(it.folded_at(*b)).then(a.cmp(b)));
        it.sorted = sorted;
        it
    }

    /// The names as they are stored: of each its entity as an index, its alias and where it ends in the folded text.
    pub(super) fn stored(&self) -> (impl Iterator<Item = [u32; 3]> + '_, &[u32], &str) {
        let list = self.list.iter().map(|it| [it.entity.index() as u32, it.alias.map_or(OWN, u32::from), it.end]);
        (list, &self.sorted, &self.folded)
    }

    /// The names of a pack from what was stored of them; nothing where that names what is not there.
    pub(super) fn of_stored(pack: &Pack, list: &[u32], sorted: Vec<u32>, folded: String) -> Option<Self> {
        let entities: Vec<EntityId> = pack.entities().collect();
        let mut it = Self { list: Vec::with_capacity(list.len() / 3), sorted, folded, matcher: Matcher::new() };
        let mut start = 0;
        for name in list.as_chunks::<3>().0 {
            let [entity, alias, end] = *name;
            let entity = *entities.get(entity as usize)?;
            let alias = if alias == OWN { None } else { Some(u16::try_from(alias).ok()?) };
            let known = alias.is_none_or(|at| usize::from(at) < pack[entity].aliases.len());
            let text = it.folded.get(start as usize..end as usize).filter(|_| known)?;
            let (letters, words) = (letters_of(text), text.split(' ').count() as u32);
            it.list.push(Name { entity, alias, start, end, letters, words });
            start = end;
        }
        let whole = it.sorted.len() == it.list.len() && it.sorted.iter().all(|at| (*at as usize) < it.list.len());
        (whole && start as usize == it.folded.len()).then_some(it)
    }

    fn folded_at(&self, at: u32) -> &str {
        self.folded(&self.list[at as usize])
    }

    /// What bears just this folded name.
    pub(super) fn in_full(&self, name: &str) -> Vec<EntityId> {
        let start = self.sorted.partition_point(|at| self.folded_at(*at) < name);
        let same = self.sorted[start..].iter().take_while(|at| self.folded_at(**at) == name);
        let mut found: Vec<EntityId> = same.map(|at| self.list[*at as usize].entity).collect();
        found.dedup();
        found
    }

    fn add(&mut self, entity: EntityId, alias: Option<u16>, name: &str) {
        let folded = fold(name);
        for other in other_spellings(name, &folded) {
            self.add_folded(entity, alias, &other);
        }
        self.add_folded(entity, alias, &folded);
    }

    fn add_folded(&mut self, entity: EntityId, alias: Option<u16>, folded: &str) {
        let start = self.folded.len() as u32;
        self.folded.push_str(folded.trim_end());
        let name = &self.folded[start as usize..];
        let (letters, words) = (letters_of(name), name.split(' ').count() as u32);
        self.list.push(Name { entity, alias, start, end: self.folded.len() as u32, letters, words });
    }

    fn folded(&self, name: &Name) -> &str {
        &self.folded[name.start as usize..name.end as usize]
    }

    /// The entities that answer a folded query, each by its best name, in no order. Subsequences of a name and typos
    /// are looked for only where fewer than `enough` answer better.
    pub(super) fn search(&self, pack: &Pack, query: &str, enough: usize) -> Vec<Named> {
        let words: Vec<Word> =
            query.split(' ').filter(|w| !w.is_empty()).map(|w| Word::new(w, &self.matcher)).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let letters = letters_of(query);
        let (mut hits, mut others) = (Vec::new(), Vec::new());
        for name in self.list.iter().filter(|name| are_among(letters, name.letters, 0)) {
            match self.rank(pack, name, query, &words) {
                Some((tier, score)) => keep(&mut hits, name, tier, score),
                None => others.push(name),
            }
        }
        if hits.len() >= enough {
            return hits;
        }
        let well = hits.iter().any(|hit| hit.tier <= Tier::Words);
        if query.len() > 1 {
            let mut fuzzy = Vec::new();
            for name in others {
                if let Some(score) = self.subsequence(self.folded(name), &words) {
                    keep(&mut fuzzy, name, Tier::Fuzzy, score);
                }
            }
            add(&mut hits, fuzzy);
        }
        if !well {
            self.add_typos(&mut hits, query, &words);
        }
        hits
    }

    /// Adds the names that the query misspells. Where one letter is wrong, a subsequence of
    /// another name were not meant.
    fn add_typos(&self, hits: &mut Vec<Named>, query: &str, words: &[Word]) {
        let whole = Word::of(query);
        let mut near = Vec::new();
        let mut fewest = usize::MAX;
        for name in &self.list {
            // Letters that the name lacks altogether are mistakes already.
            let too_many = |word: &Word| !are_among(word.letters, name.letters, word.forgiven);
            // More words than a name has are no misspelling of it, unless all of them together are.
            let not_by_word = words.len() > name.words as usize || words.iter().any(too_many);
            if not_by_word && (!whole.is_as_long_as(self.folded(name)) || too_many(&whole)) {
                continue;
            }
            if let Some((mistakes, score)) = typo(self.folded(name), &whole, words) {
                fewest = fewest.min(mistakes);
                keep(&mut near, name, Tier::Typo, score);
            }
        }
        if fewest == 1 {
            hits.retain(|hit| hit.tier != Tier::Fuzzy || hit.closeness >= 2 * TOGETHER);
        }
        add(hits, near);
    }

    /// How a name answers without any letter left out or wrong.
    fn rank(&self, pack: &Pack, name: &Name, query: &str, words: &[Word]) -> Option<(Tier, i64)> {
        let folded = self.folded(name);
        // How much of the name was typed, in eighths: of two names with the same beginning the shorter is meant.
        let share = (query.len() * 8 / folded.len().max(1)) as i64;
        if folded == query {
            return Some((Tier::Exact, 8));
        }
        let own = i64::from(name.alias.is_none());
        if let Some(rest) = folded.strip_prefix(query) {
            // Words in full are meant before half a word, and then how long the rest is says little.
            return Some((Tier::Prefix, if rest.starts_with(' ') { WHOLE + own } else { share }));
        }
        if words.iter().all(|word| word.begins_one_of(folded)) {
            // People are called by their last names, so these are as good as a beginning typed in full.
            if pack[name.entity].kind == Kind::Person && is_last_name(folded, query) {
                return Some((Tier::Prefix, WHOLE + own));
            }
            // Words in full are meant before words half typed, and a name of just these words before longer ones; else
            // the name that an entity bears itself.
            let in_full = words.iter().all(|word| folded.split(' ').any(|have| have == word.text));
            let no_others = in_full && folded.split(' ').count() == words.len();
            return Some((Tier::Words, own + 2 * i64::from(in_full) + 4 * i64::from(no_others)));
        }
        (words.len() == 1 && query.len() > 1 && is_initials(folded, query)).then_some((Tier::Initials, share))
    }

    /// The score of a name that holds the letters of every word in order.
    fn subsequence(&self, name: &str, words: &[Word]) -> Option<i64> {
        let total = if let [word] = words {
            self.fuzzy(name, word)?
        } else {
            // Of several words, each has its letters in one word of the name.
            let best = |word: &Word| name.split(' ').filter_map(|have| self.fuzzy(have, word)).max();
            words.iter().map(best).sum::<Option<i64>>()?
        };
        // A long name holds stray letters more easily.
        Some(total - name.chars().count() as i64 / 4)
    }

    /// The score of a word whose letters stand in the text in order, from the head of a word on and close enough; what
    /// lies in one word of the text scores higher than any other subsequence, the more so the fewer letters are left
    /// out. A number is not spelt in part.
    fn fuzzy(&self, text: &str, word: &Word) -> Option<i64> {
        if word.is_number() {
            return text.split(' ').any(|have| have.starts_with(word.text)).then_some(word.perfect + 2 * TOGETHER);
        }
        // Most names have no word to begin in, which is seen sooner than how well their letters fit.
        let first = word.text.chars().next()?;
        text.split(' ').find(|have| have.starts_with(first))?;
        let (score, places) = self.matcher.find(text, word.text)?;
        let (first, last) = (*places.first()?, *places.last()?);
        let at_head = first == 0 || text.chars().nth(first - 1) == Some(' ');
        let in_one_word = !text.chars().skip(first).take(last - first).any(|c| c == ' ');
        let together = match last + 1 - first - places.len() {
            _ if !in_one_word => 0,
            0 | 1 => 2 * TOGETHER,
            2 => TOGETHER,
            _ => TOGETHER / 10,
        };
        let close = last - first < places.len() * SPREAD;
        let enough = score * 100 >= word.perfect * FLOOR;
        (at_head && close && enough).then_some(score + together)
    }
}

/// Adds a hit; an entity keeps its best. The names of an entity stand together, so its hit is the last one.
fn keep(hits: &mut Vec<Named>, name: &Name, tier: Tier, score: i64) {
    let hit = Named { entity: name.entity, tier, closeness: score, alias: name.alias.map(usize::from) };
    match hits.last_mut().filter(|last| last.entity == name.entity) {
        Some(old) if (tier, -score) < (old.tier, -old.closeness) => *old = hit,
        Some(_) => {}
        None => hits.push(hit),
    }
}

/// Adds the hits of entities that have none yet.
fn add(hits: &mut Vec<Named>, more: Vec<Named>) {
    let found: HashSet<EntityId> = hits.iter().map(|hit| hit.entity).collect();
    hits.extend(more.into_iter().filter(|hit| !found.contains(&hit.entity)));
}

/// Whether a name ends with the query as with a last name: Mali is none of Abu Bakr of Mali.
fn is_last_name(name: &str, query: &str) -> bool {
    let before = name.strip_suffix(query).and_then(|rest| rest.strip_suffix(' '));
    before.is_some_and(|before| !matches!(before.rsplit(' ').next(), Some("of" | "de" | "du" | "the")))
}

fn is_initials(name: &str, query: &str) -> bool {
    let mut letters = query.chars();
    let mut words = name.split(' ').filter(|w| !w.is_empty());
    let matched = words.by_ref().zip(letters.by_ref()).filter(|(word, letter)| word.starts_with(*letter)).count();
    matched == query.chars().count() && matched > 1 && words.next().is_none()
}

/// The byte of a folded text at which a folded word stands: at the beginning of one of its words, else, in a script
/// without spaces or behind an article, within one.
#[must_use]
pub fn place_in(folded: &str, word: &str) -> Option<usize> {
    let heads = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
    let head = heads.into_iter().find(|at| folded[*at..].starts_with(word));
    head.or_else(|| folded.find(word).filter(|_| !word.is_ascii()))
}

/// The characters of `name` that a query took, for highlighting: positions in characters, increasing.
#[must_use]
pub fn matched(name: &str, query: &str) -> Vec<u32> {
    let (folded, places) = fold_with_places(name);
    let (query, letters) = (fold(query), letters_of(&folded));
    let mut taken: Vec<u32> = Vec::new();
    for word in query.split(' ').filter(|w| !w.is_empty()) {
        let chars: Vec<usize> = match place_in(&folded, word) {
            Some(at) => {
                let at = folded[..at].chars().count();
                (at..at + word.chars().count()).collect()
            }
            None if !are_among(letters_of(word), letters, 0) => Vec::new(),
            None => Matcher::new().find(&folded, word).map(|(_, places)| places).unwrap_or_default(),
        };
        taken.extend(chars.into_iter().filter_map(|at| places.get(at)));
    }
    taken.sort_unstable();
    taken.dedup();
    taken
}
