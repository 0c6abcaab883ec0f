//! A part of what is told of an entity: which of all it is, by its word or by how it looks.

use crate::pack::markdown::date;
use crate::pack::markdown::escape::bare_signs;

/// What a part is said to be by the word before its colon.
const KEYS: [&str; 16] = [
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
    position(written).map(Part::At).or_else(|| date::whole(written).map(Part::When)).unwrap_or(Part::Role)
}

/// `51.2, -0.4`, `16.8° N, 3.0° W`
pub(super) fn position(written: &str) -> Option<[f64; 2]> {
    let (lat, lon) = written.split_once(',')?;
    Some([degrees(lat, ['N', 'S'])?, degrees(lon, ['E', 'W'])?])
}

fn degrees(written: &str, [plus, minus]: [char; 2]) -> Option<f64> {
    let written = written.trim();
    let bare = written.strip_suffix([plus, minus]).unwrap_or(written).trim_end().trim_end_matches('°').trim_end();
    let is_number = bare.bytes().all(|byte| byte.is_ascii_digit() || b".-+".contains(&byte));
    let number: f64 = bare.parse().ok().filter(|_| is_number)?;
    Some(if written.ends_with(minus) { -number } else { number })
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
        ] {
            assert_eq!(part(written), is, "{written}");
        }
        assert_eq!(language("Tombouctou (fr)"), Some(("fr", 10)));
        assert_eq!(language("John Iliffe (historian)"), None);
    }
}
