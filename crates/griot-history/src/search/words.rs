//! What words mean to a search: which ask, which order, which say nothing, and which say the same.
//!
//! Plain tables, to be read and mended by anyone: words are folded. Nothing here knows any pack; which words say the same
//! is told by [`crate::vocabulary`].

mod asking;
mod succession;

use std::collections::HashSet;
use std::sync::LazyLock;

pub(super) use asking::{ASKING, ORDERING, TELLING};
pub use asking::{Asked, Order};
use griot_pack::pack::Kind;
pub(super) use succession::{SUCCESSION, Side, Speech};

/// Words that mean the day until which the pack tells.
pub(super) const NOW: &[&str] =
    &["now", "today", "nowadays", "current", "currently", "actuel", "actuelle", "actuellement", "aujourdhui"];

/// Words at the head of a sentence by which it goes on to tell of somebody.
pub(super) const PRONOUNS: &[&str] = &["He", "She", "His", "Her", "Il", "Elle", "Son", "Sa", "Ses"];

/// Numbers in words.
static NUMBERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty \
     ninety hundred hundreds thousand thousands million dozen dozens half deux trois quatre cinq sept huit neuf dix cent mille"
        .split(' ')
        .collect()
});

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    NUMBERS.contains(word)
}

/// Words before somebody's name that mean the time in which they ruled.
pub(super) const UNDER: &[&str] = &["under", "sous"];

/// Words before the name of an event that mean its time.
pub(super) const DURING: &[&str] = &["during", "pendant", "durant", "lors"];

/// Words before two names that mean the time from the one to the other.
pub(super) const BETWEEN: &[&str] = &["between", "entre"];

/// Several words that say what one or others say: offices by their names in plain speech. A phrase and what it stands for on
/// each line.
const PHRASES: &str = "\
head of state = headofstate
heads of state = headofstate
chef detat = headofstate
chefs detat = headofstate
chef de letat = headofstate
premier ministre = prime minister
premiers ministres = prime minister
premiere ministre = prime minister
head of government = prime minister
pm = prime minister
in power = ruled
au pouvoir = ruled
coup detat = coup
coups detat = coup
ethnic group = people
ethnic groups = people
groupe ethnique = people
groupes ethniques = people
political party = party
political parties = parties
parti politique = parti
partis politiques = partis
pulled out = withdrew
pull out = withdraw
took part = participated
a lieu =
eu lieu =
take place =
took place =
taken place =
tell me about =
how many people live = population
how many inhabitants = population
combien dhabitants = population
kicked out = expelled
thrown out = expelled
threw out = expelled
blown up = bomb
broke up = dissolved
did away with = abolished
got rid of = abolished
wiped out = destroyed
stepped down = resigned
step down = resign
locked up = imprisoned
put to death = executed
mis a mort = executed
mis en prison = imprisoned
petit fils = grandson
petits fils = grandsons
petite fille = granddaughter
ww1 = world war i
wwi = world war i
ww2 = world war ii
wwii = world war ii
how big = area
how large = area
holy man = shaykh
holy men = shaykh
no longer =
casques bleus = casques
blue helmets = peacekeepers
un mission = united nations mission
un peacekeepers = united nations peacekeepers
holy war = jihad
guerre sainte = jihad
death toll = dead
passed away = died
passes away = dies
ran away = fled
run away = flee
set free = released
set up = founded
set on fire = burned
set fire = burned
blew up = bomb
blow up = bomb
brought down = overthrew
bring down = overthrow
hold out = withstand
held out = withstood
gave up = surrendered
give up = surrender
fell out = quarrelled
killed himself = own life
kill himself = own life
sworn in = oath
prete serment = oath
prise de pouvoir = coup
pris le pouvoir = coup
mis fin = ended
mettre fin = end
right to vote = vote
droit de vote = vote
porte parole = spokesman
couvre feu = curfew
cessez le feu = ceasefire
demi frere = brother
grand mother = grandmother
grand father = grandfather
made up of = consisted
put down = crushed
crimes de guerre = war crimes
droits de lhomme = human rights
nations unies = united nations
armes a feu = guns
stay in power = power
rester au pouvoir = power
";

/// The phrases that begin with a word, each with what it stands for.
fn phrases(head: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = PHRASES.lines().filter(move |line| line.starts_with(head));
    lines.filter_map(|line| line.split_once(" = ").or_else(|| line.strip_suffix(" =").map(|phrase| (phrase, ""))))
}

/// Words that say nothing of what is looked for, English and French; the t is that of a-t-il.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a about against all also an and any are as at be became become been being by came can come did do does ever \
     every not ex find for former from get give got had happen happened happening happens has have he still yet so really exactly big down out off away man men her him his in into \
     is it its list me most much my near of on or our please she show so some tell that the their them there \
     these they this those to under up upon was we were will with within would you year years many go \
     went becomes devenu devenue devenus devenues devient called named name word date use used \
     au aux avec ce ces cette cest chez contre dans de des du elle en est et etait etaient eu il ils la le les leur \
     ma mes ou par pas pour sa se ses son sont sous sur tous tout toutes un une liste donne passe fut \
     furent sest quest annee annees ont ete quil pres t encore toujours homme hommes"
        .split(' ')
        .collect()
});

/// Words that ask for one end of the time of people, or else of what people make, and whether it is the beginning.
pub(super) const EDGES: &[(&str, bool, bool)] =
    &[("born", true, true), ("die", true, false), ("found", false, true), ("end", false, false)];

/// Whether a word says nothing of what is looked for.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(word)
}

/// Words that an entity with dates of its own answers by being what it is.
pub(super) const IMPLIED: &[(Kind, &str)] = &[
    (Kind::Person, "born died lived life"),
    (Kind::Polity, "ruler existed founded ended power"),
    (Kind::Group, "existed founded ended"),
    (Kind::Organization, "existed founded ended"),
    (Kind::Event, "began ended lasted"),
];

/// Those of them that tell of an end.
pub(super) const ENDS: &[&str] = &["died", "ended"];

/// The words with the phrases among them said in the words that they stand for; none where there is no phrase.
pub(super) fn joined_phrases(folded: &str) -> Option<String> {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let (mut out, mut at, mut any) = (Vec::new(), 0, false);
    while at < words.len() {
        let phrase = phrases(words[at]).find(|(phrase, _)| begins_with(&words[at..], phrase));
        if let Some((phrase, said)) = phrase {
            any = true;
            at += phrase.split(' ').count();
            out.extend(said.split(' ').filter(|word| !word.is_empty()));
        } else {
            out.push(words[at]);
            at += 1;
        }
    }
    any.then(|| out.join(" "))
}

/// Whether the words begin with those of a phrase.
pub(super) fn begins_with<T: AsRef<str>>(words: &[T], phrase: &str) -> bool {
    let mut phrase = phrase.split(' ');
    let same = words.iter().zip(phrase.by_ref()).all(|(word, wanted)| word.as_ref() == wanted);
    same && phrase.next().is_none() && !words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn the_tables_hold_folded_words() {
        let all = SMALL.iter().chain(NOW).chain(UNDER);
        let all = all.chain(ASKING.iter().chain(TELLING).flat_map(|(_, words)| words.iter()));
        let all = all.chain(ORDERING.iter().flat_map(|(_, words)| words.iter()));
        let all = all.chain(SUCCESSION.iter().flat_map(|(.., words)| words.iter()));
        for word in all.copied().chain(phrases("").flat_map(|(phrase, said)| [phrase, said])) {
            assert_eq!(fold(word), word, "{word}");
        }
    }

    #[test]
    fn phrases_are_said_in_the_words_that_they_stand_for() {
        assert_eq!(joined_phrases("transitional head of state"), Some("transitional headofstate".into()));
        assert_eq!(joined_phrases("le premier ministre"), Some("le prime minister".into()));
        assert_eq!(joined_phrases("premier president"), None);
        assert_eq!(joined_phrases("head of"), None);
    }
}
