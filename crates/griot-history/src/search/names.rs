//! Names: which of them answer a query, how well, and which letters of them matched.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;
use std::panic::resume_unwind;

use memchr::memchr_iter;

use super::fuzzy::Matcher;
use super::rank::Tier;
use super::ranks::Ranks;
use super::typos::{Word, are_among, begins, head_of, letters_and_heads, letters_of, typo};
use crate::fold::other_spellings;
use crate::fold::{fold, fold_with_places};
use crate::parts::{Numbers, Part, Parts, Written};
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

/// A name or alias of an entity.
#[derive(Debug, Clone, Copy)]
struct Name<'a> {
    entity: EntityId,
    /// Which of its aliases it is.
    alias: Option<usize>,
    folded: &'a str,
}

/// From so many names on two threads are done sooner than one.
const MANY: usize = if cfg!(test) { 8 } else { 1 << 15 };
/// Stored where a name is that of the entity itself and no alias.
const OWN: u16 = u16::MAX;

/// Every name and alias, by number; those of an entity stand together.
#[derive(Debug)]
pub(super) struct Names {
    /// All folded names, one after the other.
    folded: Cow<'static, str>,
    /// Where each ends in them.
    ends: Numbers<u32>,
    /// The entity of each.
    owners: Numbers<u32>,
    /// Which alias of the entity each is.
    aliases: Numbers<u16>,
    /// Which letters stand in each and which begin its words, as bits: most names are passed over by one comparison.
    letters: Numbers<u64>,
    /// The names in the order of their letters.
    order: Numbers<u32>,
    matcher: Matcher,
}

impl Named {
    /// How well it answers, best first.
    pub(super) const fn order(&self) -> (Tier, Reverse<i64>) {
        (self.tier, Reverse(self.closeness))
    }
}

impl Names {
    pub(super) fn write(pack: &Pack, out: &mut Written) {
        let mut gathered = Gathered::default();
        for entity in pack.entities() {
            gathered.add(entity, OWN, &pack[entity].name);
            for (at, alias) in pack[entity].aliases.iter().enumerate() {
                gathered.add(entity, at as u16, &alias.name);
            }
        }
        gathered.write(out);
    }

    pub(super) fn read(parts: &Parts) -> Self {
        Self {
            folded: parts.text(Part::NameText),
            ends: parts.numbers(Part::NameEnds),
            owners: parts.numbers(Part::NameOwners),
            aliases: parts.numbers(Part::NameAliases),
            letters: parts.numbers(Part::NameLetters),
            order: parts.numbers(Part::NameOrder),
            matcher: Matcher::new(),
        }
    }

    #[inline]
    fn folded(&self, at: usize) -> &str {
        self.folded.get(self.ends.range_of(at)).unwrap_or_default()
    }

    #[inline]
    fn name(&self, pack: &Pack, at: usize) -> Option<Name<'_>> {
        let entity = pack.entity_at(self.owners.get(at) as usize)?;
        let alias = Some(self.aliases.get(at)).filter(|at| *at != OWN).map(usize::from);
        Some(Name { entity, alias, folded: self.folded(at) })
    }

    /// What bears just this folded name.
    pub(super) fn in_full(&self, pack: &Pack, name: &str) -> Vec<EntityId> {
        let (mut low, mut high) = (0, self.order.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.folded(self.order.get(middle) as usize) < name { low = middle + 1 } else { high = middle }
        }
        let same = self.order.range(low..self.order.len()).take_while(|at| self.folded(*at as usize) == name);
        let mut found: Vec<EntityId> = same.filter_map(|at| Some(self.name(pack, at as usize)?.entity)).collect();
        found.dedup();
        found
    }

    /// The entities that answer a folded query, each by its best name, in no order. Subsequences of a name and typos
    /// are looked for only where fewer than `enough` answer better.
    pub(super) fn search(&self, (pack, ranks): (&Pack, &Ranks), query: &str, enough: usize) -> Vec<Named> {
        let words: Vec<Word> =
            query.split(' ').filter(|w| !w.is_empty()).map(|w| Word::new(w, &self.matcher)).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let letters = wanted(query, &words);
        let ranked = self.in_parts(|part| {
            let (mut hits, mut others) = (Vec::new(), Vec::new());
            for at in self.with_letters(part, |have| are_among(letters, have, 0)) {
                let Some(name) = self.name(pack, at) else { continue };
                match rank(ranks, &name, query, &words) {
                    Some((tier, score)) => keep(&mut hits, &name, tier, score),
                    None if query.len() > 1 => others.push(at),
                    None => {}
                }
            }
            (hits, others)
        });
        let (hits, others): (Vec<_>, Vec<_>) = ranked.into_iter().unzip();
        let mut hits = hits.concat();
        if hits.len() >= enough {
            return hits;
        }
        let well = hits.iter().any(|hit| hit.tier <= Tier::Words);
        let fuzzy = shared_out(others, |others| {
            let mut fuzzy = Vec::new();
            for name in others.into_iter().filter_map(|at| self.name(pack, at)) {
                if let Some(score) = self.subsequence(name.folded, &words) {
                    keep(&mut fuzzy, &name, Tier::Fuzzy, score);
                }
            }
            fuzzy
        });
        add(&mut hits, fuzzy.into_iter().flatten());
        if !well {
            self.add_typos(pack, &mut hits, query, &words);
        }
        hits
    }

    /// The names of a part whose letters may answer.
    fn with_letters(&self, part: Range<usize>, may: impl Fn(u64) -> bool) -> impl Iterator<Item = usize> {
        let letters = part.clone().zip(self.letters.range(part));
        letters.filter(move |(_, have)| may(*have)).map(|(at, _)| at)
    }

    /// What is found in all names, part by part, in their order: all names of an entity lie in one.
    fn in_parts<T: Send>(&self, find: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
        let all = self.letters.len();
        let whole = |at: usize| (at..all).find(|at| self.owners.get(*at) != self.owners.get(at.wrapping_sub(1)));
        let half = whole(all / 2).filter(|_| all >= MANY).unwrap_or(all);
        let parts = [0..half, half..all];
        shared_out(parts.into_iter().filter(|part| !part.is_empty()).collect(), find)
    }

    /// Adds the names that the query misspells. Where one letter is wrong, a subsequence of
    /// another name were not meant.
    fn add_typos(&self, pack: &Pack, hits: &mut Vec<Named>, query: &str, words: &[Word]) {
        let whole = Word::of(query);
        // Letters that the name lacks altogether are mistakes already.
        let too_many = |word: &Word, have: u64| !are_among(word.letters, have, word.forgiven);
        let not_by_word = |have: u64| words.iter().any(|word| too_many(word, have));
        let found = self.in_parts(|part| {
            let (mut near, mut fewest) = (Vec::new(), usize::MAX);
            for at in self.with_letters(part, |have| !(not_by_word(have) && too_many(&whole, have))) {
                let Some(name) = self.name(pack, at) else { continue };
                // More words than a name has are no misspelling of it, unless all of them together are.
                let more_words = || words.len() > 1 && words.len() > name.folded.split(' ').count();
                let only_whole = not_by_word(self.letters.get(at)) || more_words();
                if only_whole && !whole.is_as_long_as(name.folded) {
                    continue;
                }
                if let Some((mistakes, score)) = typo(name.folded, &whole, words) {
                    fewest = fewest.min(mistakes);
                    keep(&mut near, &name, Tier::Typo, score);
                }
            }
            (near, fewest)
        });
        let fewest = found.iter().map(|(_, fewest)| *fewest).min();
        if fewest == Some(1) {
            hits.retain(|hit| hit.tier != Tier::Fuzzy || hit.closeness >= 2 * TOGETHER);
        }
        add(hits, found.into_iter().flat_map(|(near, _)| near));
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
        if may_hold(text, word.text) { self.in_order(text, word) } else { None }
    }

    /// The same of a word that is no number, whatever the text.
    fn in_order(&self, text: &str, word: &Word) -> Option<i64> {
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

/// The letters that are in every name that answers without a mistake, and those that begin its words.
fn wanted(query: &str, words: &[Word]) -> u64 {
    words.iter().fold(letters_of(query), |bits, word| bits | head_of(word.text))
}

/// Whether the letters of a word may stand in a text as [`Names::fuzzy`] wants them: in order, from the head of a word on, and
/// close enough.
fn may_hold(text: &str, word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    if !text.is_ascii() {
        return text.split(' ').any(|have| have.starts_with(first));
    }
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let follow = |head: usize| {
        let mut rest = text[head + 1..].iter().take(word.len() * SPREAD - 1);
        word[1..].iter().all(|letter| rest.any(|have| have == letter))
    };
    let heads = std::iter::once(0).chain(memchr_iter(b' ', text).map(|at| at + 1));
    heads.into_iter().any(|head| text.get(head) == word.first() && follow(head))
}

/// How a name answers without any letter left out or wrong.
fn rank(ranks: &Ranks, name: &Name, query: &str, words: &[Word]) -> Option<(Tier, i64)> {
    let folded = name.folded;
    // How much of the name was typed, in eighths: of two names with the same beginning the shorter is meant.
    let share = (query.len() * 8 / folded.len().max(1)) as i64;
    if folded == query {
        return Some((Tier::Exact, 8));
    }
    let own = i64::from(name.alias.is_none());
    if begins(folded.as_bytes(), query.as_bytes()) {
        let rest = &folded[query.len()..];
        // Words in full are meant before half a word, and then how long the rest is says little.
        return Some((Tier::Prefix, if rest.starts_with(' ') { WHOLE + own } else { share }));
    }
    if words.iter().all(|word| word.begins_one_of(folded)) {
        // People are called by their last names, so these are as good as a beginning typed in full.
        if ranks.get(name.entity).kind == Kind::Person && is_last_name(folded, query) {
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

/// The names, while the index is made.
#[derive(Default)]
struct Gathered {
    text: String,
    ends: Vec<u32>,
    owners: Vec<(EntityId, u16)>,
}

impl Gathered {
    fn add(&mut self, entity: EntityId, alias: u16, name: &str) {
        let folded = fold(name);
        for other in other_spellings(name, &folded).iter().chain([&folded]) {
            self.text.push_str(other.trim_end());
            self.ends.push(self.text.len() as u32);
            self.owners.push((entity, alias));
        }
    }

    fn write(self, out: &mut Written) {
        let Self { text, ends, owners } = self;
        let name = |at: usize| {
            let start = at.checked_sub(1).map_or(0, |before| ends[before]);
            &text[start as usize..ends[at] as usize]
        };
        let mut order: Vec<u32> = (0..ends.len() as u32).collect();
        order.sort_unstable_by(|a, b| name(*a as usize).cmp(name(*b as usize)).then(a.cmp(b)));
        out.numbers(Part::NameOrder, order);
        out.numbers(Part::NameLetters, (0..ends.len()).map(|at| letters_and_heads(name(at))));
        out.numbers(Part::NameOwners, owners.iter().map(|(entity, _)| entity.index() as u32));
        out.numbers(Part::NameAliases, owners.iter().map(|(_, alias)| *alias));
        out.numbers(Part::NameEnds, ends.iter().copied());
        out.text(Part::NameText, text);
    }
}

/// What is made of each part, in their order; of all at once.
fn shared_out<P: Send, T: Send>(parts: Vec<P>, make: impl Fn(P) -> T + Sync) -> Vec<T> {
    let make = &make;
    std::thread::scope(|scope| {
        let mut parts = parts.into_iter();
        let first = parts.next();
        let others: Vec<_> = parts.map(|part| scope.spawn(move || make(part))).collect();
        let first: Vec<T> = first.into_iter().map(make).collect();
        let made = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        first.into_iter().chain(made).collect()
    })
}

/// Adds a hit; an entity keeps its best. The names of an entity stand together, so its hit is the last one.
fn keep(hits: &mut Vec<Named>, name: &Name, tier: Tier, score: i64) {
    let hit = Named { entity: name.entity, tier, closeness: score, alias: name.alias };
    match hits.last_mut().filter(|last| last.entity == name.entity) {
        Some(old) if hit.order() < old.order() => *old = hit,
        Some(_) => {}
        None => hits.push(hit),
    }
}

/// Adds the hits of entities that have none yet.
fn add(hits: &mut Vec<Named>, more: impl Iterator<Item = Named>) {
    let found: HashSet<EntityId> = hits.iter().map(|hit| hit.entity).collect();
    hits.extend(more.filter(|hit| !found.contains(&hit.entity)));
}

/// Whether a name ends with the query as with a last name: Mali is none of Abu Bakr of Mali.
fn is_last_name(name: &str, query: &str) -> bool {
    let before = name.strip_suffix(query).and_then(|rest| rest.strip_suffix(' '));
    before.is_some_and(|before| !matches!(before.rsplit(' ').next(), Some("of" | "de" | "du" | "the")))
}

fn is_initials(name: &str, query: &str) -> bool {
    // Most names are none of these, which their first letter tells.
    if name.as_bytes().first() != query.as_bytes().first() {
        return false;
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::Index;

    #[test]
    fn names_that_two_threads_look_through_are_found_once() {
        let names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];
        let record = |name: &str| format!("- Bamako {name}: town; also B {name}; also Ba {name}\n");
        let text = format!("## E (1000)\n\n1000: [[Bamako Alpha]].\n\n## Places\n\n{}", names.map(record).concat());
        let pack = griot_pack::pack::check_text("a.md", &text, "2000-01-01").0.unwrap();
        let index = Index::new(&pack);
        assert!(index.names().letters.len() >= MANY);
        let all: Vec<usize> = index.names().in_parts(|part| part).into_iter().flatten().collect();
        assert_eq!(all, (0..index.names().letters.len()).collect::<Vec<_>>());
        for query in ["b", "bamako", "bmko", "bamaco alpa"] {
            let mut found: Vec<EntityId> = index.named(&pack, query, usize::MAX).iter().map(|it| it.entity).collect();
            let all = found.len();
            found.sort_unstable();
            found.dedup();
            assert_eq!(found.len(), all, "{query}");
            assert!(all > 0, "{query}");
        }
    }

    /// Names and queries of few letters, so that many of them meet.
    fn text() -> impl Strategy<Value = String> {
        "[abtimu1é馬 ]{1,14}".prop_map(|text| fold(&text).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn no_name_that_answers_is_passed_over(name in text(), query in text()) {
            let pack = griot_pack::pack::check_text("a.md", "## E (1000)\n\n1000: [[A]].\n", "2000-01-01").0.unwrap();
            let index = crate::search::Index::new(&pack);
            let names = index.names();
            let words: Vec<Word> = query.split(' ').filter(|w| !w.is_empty()).map(|w| Word::new(w, &names.matcher)).collect();
            prop_assume!(!words.is_empty() && !name.is_empty());
            let of = Name { entity: pack.entities().next().unwrap(), alias: None, folded: &name };
            let answers = rank(index.ranks(), &of, &query, &words).is_some() || names.subsequence(&name, &words).is_some();
            if answers {
                prop_assert!(are_among(wanted(&query, &words), letters_and_heads(&name), 0));
            }
            for word in words.iter().filter(|word| !word.is_number()) {
                prop_assert!(may_hold(&name, word.text) || names.in_order(&name, word).is_none(), "{}", word.text);
            }
        }
    }
}
