//! Who came after somebody in office, and who before: `who came after Modibo Keïta`, `predecessor of Konaré`.

use std::cmp::Reverse;

use griot_pack::pack::{EntityId, Pack};

use super::alike::names_polities;
use super::answer::Via;
use super::docs::Role;
use super::gathered::Gathered;
use super::names::Named;
use super::query::{Does, Query, Token};
use super::rank::{Rank, Tier};
use super::words::{Asked, SUCCESSION, Side, Speech};
use crate::fold::fold;
use crate::offices::{predecessor, successor};

/// What is asked of whom.
#[derive(Debug, PartialEq, Eq)]
struct Question {
    side: Side,
    /// Whose successor or predecessor is wanted, folded: as typed, and without articles.
    whose: [String; 2],
    /// The office, where it is said: `president before ATT`.
    office: Vec<String>,
}

/// Gathers who held the offices of the one named next or just before; nothing where a query asks for something else.
pub(super) fn gather(
    pack: &Pack,
    query: &Query,
    named: impl Fn(&str) -> Vec<Named>,
    is_an_office: impl Fn(&str) -> bool,
    gathered: &mut Gathered,
) {
    let Some(question) = question(&query.tokens, query.asked).filter(|_| query.when.is_none()) else { return };
    // Which state came after another is no question of who held an office.
    if question.office.iter().any(|word| names_polities(word)) {
        return;
    }
    let (office, of): (Vec<String>, Vec<String>) = question.office.into_iter().partition(|word| is_an_office(word));
    let whose = question.whose.iter().find_map(|name| most_told_of(pack, &named(name), &of));
    let Some(whose) = whose else { return };
    for (place, at) in terms_as(pack, whose, &office).into_iter().enumerate() {
        let office = &pack[whose].offices[at];
        let found = match question.side {
            Side::Next => successor(pack, whose, office),
            Side::Before => predecessor(pack, whose, office),
        };
        if let Some((holder, at)) = found {
            let rank = Rank { distance: place as u16, ..Rank::of(Tier::Role) };
            gathered.entity(holder, rank, Via::Role(Role::Office(holder, at)));
        }
    }
}

/// Who of those that bear a name and held an office, of what the words name where there are any, is most told of.
fn most_told_of(pack: &Pack, bearers: &[Named], of: &[String]) -> Option<EntityId> {
    let held_there = |who: EntityId| {
        let mut terms = terms_of(pack, who).into_iter();
        of.is_empty() || terms.any(|at| is_called(pack, pack[who].offices[at].of, of))
    };
    let held = bearers.iter().filter(|it| it.tier <= Tier::Words && !terms_of(pack, it.entity).is_empty());
    let held = held.filter(|it| held_there(it.entity));
    held.map(|it| it.entity).max_by_key(|id| (pack.mentions(*id).len(), Reverse(*id)))
}

/// Whether words all stand in one of the names of something.
fn is_called(pack: &Pack, id: EntityId, words: &[String]) -> bool {
    let it = &pack[id];
    let mut names = it.aliases.iter().map(|alias| &*alias.name).chain([&*it.name]).map(fold);
    names.any(|name| words.iter().all(|word| name.split(' ').any(|have| have == word)))
}

/// The dated offices of somebody, as places among all of theirs: those of a ruler where there are any, the longest first.
fn terms_of(pack: &Pack, who: EntityId) -> Vec<usize> {
    let offices = &pack[who].offices;
    let ruled = offices.iter().any(|office| office.head && office.when.is_some());
    let length = |at: &usize| offices[*at].when.map_or(0.0, |when| when.length());
    let mut terms: Vec<usize> =
        (0..offices.len()).filter(|at| offices[*at].when.is_some() && (offices[*at].head || !ruled)).collect();
    terms.sort_by(|a, b| length(b).total_cmp(&length(a)));
    terms
}

/// Those that bear the words in their title, and all where none does.
fn terms_as(pack: &Pack, who: EntityId, words: &[String]) -> Vec<usize> {
    let bears = |at: &usize| {
        let (office, title) = (&pack[who].offices[*at], fold(&pack[who].offices[*at].title));
        !words.is_empty() && office.when.is_some() && words.iter().all(|word| title.split(' ').any(|have| have == word))
    };
    let borne: Vec<usize> = (0..pack[who].offices.len()).filter(bears).collect();
    if borne.is_empty() { terms_of(pack, who) } else { borne }
}

/// What the words ask, where they ask for a succession.
fn question(tokens: &[Token], asked: Option<Asked>) -> Option<Question> {
    let at = tokens.iter().position(|token| relation(token).is_some())?;
    let (side, speech) = relation(&tokens[at])?;
    // “As president” tells the office.
    let end = tokens.iter().position(|token| ["as", "comme"].contains(&token.text.as_str())).unwrap_or(tokens.len());
    let (before, after) = (&tokens[..at.min(end)], tokens.get(at + 1..end).unwrap_or_default());
    let office = bare(&tokens[end..]);
    let says = |tokens: &[Token]| said(tokens).next().is_some();
    let by = tokens.get(at + 1).is_some_and(|token| ["by", "par"].contains(&token.text.as_str()));
    let question = |side, whose: &[Token], beside: &[Token]| {
        let office = [bare(beside), office].concat();
        says(whose).then(|| Question { side, whose: [text(whose), bare(whose).join(" ")], office })
    };
    match speech {
        // What happened after somebody is no question for a successor.
        Speech::Preposition if !says(before) && !matches!(asked, None | Some(Asked::Who)) => None,
        Speech::Noun if !says(after) => question(side, before, &[]),
        Speech::Preposition | Speech::Noun => question(side, after, before),
        Speech::Verb if !says(after) => question(if by { side } else { side.other() }, before, &[]),
        Speech::Verb => question(if by { side.other() } else { side }, after, before),
    }
}

fn relation(token: &Token) -> Option<(Side, Speech)> {
    let is = |words: &[&str]| words.contains(&token.text.as_str());
    SUCCESSION.iter().find(|(.., words)| is(words)).map(|(side, speech, _)| (*side, *speech))
}

/// Whether a word tells of what comes before or after what is named next.
pub(super) fn beside(token: &Token) -> Option<Side> {
    relation(token).filter(|(_, speech)| *speech == Speech::Preposition).map(|(side, _)| side)
}

fn said(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    tokens.iter().filter(|token| token.does == Does::Say)
}

fn text(tokens: &[Token]) -> String {
    said(tokens).map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words without the articles that are joined to them: of Askia, `d’Askia`.
fn bare(tokens: &[Token]) -> Vec<String> {
    said(tokens).map(|token| token.bare.as_ref().unwrap_or(&token.text).clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_who_is_asked_for() {
        use Side::{Before, Next};
        for (typed, wanted) in [
            ("who came after Modibo Keita", Some((Next, "modibo keita", ""))),
            ("before ATT", Some((Before, "att", ""))),
            ("president before ATT", Some((Before, "att", "president"))),
            ("who was president before ATT", Some((Before, "att", "president"))),
            ("predecessor of Konaré", Some((Before, "konare", ""))),
            ("Konaré’s successor", Some((Next, "konare", ""))),
            ("who succeeded Keita as prime minister", Some((Next, "keita", "prime minister"))),
            ("Konare successor", Some((Next, "konare", ""))),
            ("successeur d’Askia", Some((Next, "askia", ""))),
            ("who succeeded Konaré as president", Some((Next, "konare", "president"))),
            ("who did Konaré succeed", Some((Before, "konare", ""))),
            ("who was Konaré succeeded by", Some((Next, "konare", ""))),
            ("who was succeeded by Konaré", Some((Before, "konare", ""))),
            ("what happened after Konaré", None),
            ("Konaré", None),
            ("after", None),
        ] {
            let query = Query::read(typed);
            let found = question(&query.tokens, query.asked);
            let found = found.map(|it| (it.side, it.whose[1].clone(), it.office.join(" ")));
            let wanted =
                wanted.map(|(side, whose, office): (_, &str, &str)| (side, whose.to_owned(), office.to_owned()));
            assert_eq!(found, wanted, "{typed}");
        }
    }
}
