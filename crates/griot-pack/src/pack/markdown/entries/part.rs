//! A part of what is told of an entity: which of all it is, by its word or by how it looks.

use crate::pack::markdown::date;
use crate::pack::markdown::escape::bare_signs;
use crate::when::{Edge, Moment, When};

/// What a part is said to be by the word before its colon.
const KEYS: [&str; 28] = [
    "role",
    "when",
    "dates",
    "at",
    "also",
    "type",
    "precision",
    "office",
    "head",
    "in",
    "with",
    "outcome",
    "figure",
    "outline",
    "article",
    "note",
    "parent",
    "spouse",
    "successor",
    "position",
    "group",
    "wikidata",
    "geonames",
    "pleiades",
    "viaf",
    "gnd",
    "loc",
    "tgn",
];

/// What a part tells.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::pack::markdown) enum Part {
    /// What its word says; where the rest of it begins.
    Keyed(&'static str, usize),
    /// A date, in the grammar.
    When(String),
    /// Latitude and longitude.
    At([f64; 2]),
    /// Who or what it is.
    Role,
}

/// Which of these a part is.
pub(in crate::pack::markdown) fn part(written: &str) -> Part {
    if let Some(colon) = bare_signs(written, ':').next() {
        let word = written[..colon].trim().to_lowercase();
        if let Some(key) = KEYS.into_iter().find(|key| *key == word) {
            return Part::Keyed(key, colon + 1);
        }
    }
    if written.starts_with("also ") {
        return Part::Keyed("also", "also ".len());
    }
    let told =
        position(written).map(Part::At).or_else(|| life(written).or_else(|| date::whole(written)).map(Part::When));
    told.unwrap_or(if is_meant_for_position(written) { Part::Keyed("at", 0) } else { Part::Role })
}

/// `51.2, -0.4`, `16.8° N, 3.0° W`, `44°50′30″N 0°12′E`. `44,84` is as soon one number with a comma for its point.
pub(super) fn position(written: &str) -> Option<[f64; 2]> {
    let (lat, lon) = match written.split_once(',') {
        Some(parts) => parts,
        None => written.split_at(written.find(['N', 'S'])? + 1),
    };
    let is_whole = |part: &str| part.trim().bytes().all(|byte| byte.is_ascii_digit());
    if is_whole(lat) && is_whole(lon) && !lon.starts_with(' ') {
        return None;
    }
    Some([degrees(lat, ['N', 'S'])?, degrees(lon, ['E', 'W'])?])
}

/// Degrees, with minutes and seconds or without.
fn degrees(written: &str, [plus, minus]: [char; 2]) -> Option<f64> {
    let written = written.trim();
    let bare = written.strip_suffix([plus, minus]).unwrap_or(written);
    let bare = bare.trim();
    let (west_or_south, bare) = bare.strip_prefix('-').map_or((false, bare), |bare| (true, bare));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || b".+".contains(&byte));
    let parts = bare.split(['°', '′', '″', '\'', '"', '’', '”', ' ']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = parts.map(|part| part.parse().ok().filter(|_| is_number(part))).collect::<Option<_>>()?;
    let (whole, parts) = numbers.split_first()?;
    if parts.len() > 2 || !parts.iter().all(|part| (0.0..60.0).contains(part)) {
        return None;
    }
    let degrees = parts.iter().rev().fold(0.0, |smaller, part| (part + smaller) / 60.0) + whole;
    Some(if west_or_south || written.ends_with(minus) { -degrees } else { degrees })
}

/// Whether nothing stands in a part but what positions are written with.
fn is_meant_for_position(written: &str) -> bool {
    let is_of_one = |c: char| c.is_ascii_digit() || " .,+-−°′″'\"’”NSEW".contains(c);
    written.contains([',', '°']) && written.contains(|c: char| c.is_ascii_digit()) && written.chars().all(is_of_one)
}

/// The time of somebody of whom the beginning or the end is told: `born 1940`, `d. 12 May 1990`, `† 1990`.
fn life(written: &str) -> Option<String> {
    const BORN: [&str; 7] = ["born in", "born", "b.", "*", "née en", "né en", "né"];
    const DIED: [&str; 7] = ["died in", "died", "d.", "†", "morte en", "mort en", "mort"];
    let behind = |words: &[&str]| words.iter().find_map(|word| written.strip_prefix(word));
    let of = |rest: &str| date::read(rest).ok().filter(|when| matches!(when, When::At(_)));
    let born = || Some(When::From(moment(of(behind(&BORN)?)?)?, Edge::Unknown));
    let died = || Some(When::Until(moment(of(behind(&DIED)?)?)?, Edge::Unknown));
    born().or_else(died).map(|when| when.to_string())
}

const fn moment(when: When) -> Option<Moment> {
    if let When::At(moment) = when { Some(moment) } else { None }
}

/// Whether one date tells how a life began, and another how it ended.
pub(super) fn is_life(born: &str, died: &str) -> bool {
    (born.ends_with("..?") || born.ends_with("..")) && died.starts_with("?..")
}

/// The date that a stretch begins with up to a comma or its end, and where the rest begins: `1850–1871, at Gao`. Of two
/// commas in a row the first ends a date for certain, or says that there is none: `, 1850 or later`.
pub(in crate::pack::markdown) fn date_and_rest(written: &str) -> (Option<When>, usize) {
    let commas: Vec<usize> = bare_signs(written, ',').collect();
    if let Some(first) = commas.first().filter(|at| written[..**at].trim().is_empty()) {
        return (None, first + 1);
    }
    let in_a_row = commas.windows(2).find(|two| written[two[0] + 1..two[1]].trim().is_empty());
    if let Some(two) = in_a_row
        && let Ok(when) = date::read(&written[..two[0]])
    {
        return (Some(when), two[1] + 1);
    }
    let ends = std::iter::once(written.len()).chain(commas.into_iter().rev());
    let found = ends.map(|end| (end, date::read(&written[..end]))).find(|(_, read)| read.is_ok());
    found.map_or((None, 0), |(end, read)| (read.ok(), (end + 1).min(written.len())))
}

/// The date that a stretch ends with behind a comma, and where what stands before it ends: `Saint Petersburg, 1991..`.
pub(in crate::pack::markdown) fn date_behind(written: &str) -> (usize, Option<When>) {
    let commas: Vec<usize> = bare_signs(written, ',').collect();
    let found = commas.into_iter().map(|at| (at, date::read(&written[at + 1..]))).find(|(_, read)| read.is_ok());
    found.map_or((written.len(), None), |(at, read)| (at, read.ok()))
}

/// The code of a language in parentheses behind a name, and where the name ends.
pub(in crate::pack::markdown) fn language(written: &str) -> Option<(&str, usize)> {
    let open = written.rfind(" (")?;
    let code = written[open + 2..].strip_suffix(')')?;
    ((2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some((code, open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart() {
        for (written, is) in [
            ("emperor of Songhai", Part::Role),
            ("1443 – 1538", Part::When("1443..1538".into())),
            ("since c. 1974", Part::When("c. 1974..".into())),
            ("51.2, -0.4", Part::At([51.2, -0.4])),
            ("16.8° N, 3.0° W", Part::At([16.8, -3.0])),
            ("also Askia the Great", Part::Keyed("also", 5)),
            ("Type: coup", Part::Keyed("type", 5)),
            ("note\\: not", Part::Role),
            ("a town, 3 km away", Part::Role),
            ("44°50′30″N 0°12′E", Part::At([44.0 + 50.0 / 60.0 + 30.0 / 3600.0, 0.2])),
            ("44.84 N 0.21 W", Part::At([44.84, -0.21])),
            ("44, 84", Part::At([44.0, 84.0])),
            ("44,84", Part::Keyed("at", 0)),
            ("44°70′N 0°12′E", Part::Keyed("at", 0)),
            ("born 1940", Part::When("1940..?".into())),
            ("b. 12 May 1940", Part::When("12 May 1940..?".into())),
            ("† 1990", Part::When("?..1990".into())),
            ("died of it", Part::Role),
        ] {
            assert_eq!(part(written), is, "{written}");
        }
        assert_eq!(language("Tombouctou (fr)"), Some(("fr", 10)));
        assert_eq!(language("John Iliffe (historian)"), None);
    }
}
