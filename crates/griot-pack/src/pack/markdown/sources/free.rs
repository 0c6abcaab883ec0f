//! A note in the author's own words: its address, its title where one is marked, and when it appeared where that is certain.

use std::ops::Range;

use super::super::inline::flat;
use super::super::{Reader, date, list, span, text};
use crate::pack::raw::{self, Spanned};
use crate::pack::source::SourceKind;
use crate::when::When;

impl Reader<'_> {
    /// A note as people write it: the address is taken out, and a title in quotation marks or italics.
    pub(super) fn free(&mut self, range: &Range<usize>) -> raw::Source {
        let prose = self.inline(range).prose();
        let mut said = flat(&prose);
        let mut it = raw::Source::default();
        if let Some((at, address)) = address_in(&said) {
            it.url = Some(text(address, range));
            said.replace_range(at..at + address_len(&said[at..]), "");
        }
        let said = said.trim().trim_end_matches("()").trim_end();
        let web = it.url.is_some();
        it.kind = Spanned { value: if web { SourceKind::Web } else { SourceKind::Document }, span: span(range) };
        let (before, title, after) =
            title_in(said, &prose).unwrap_or_else(|| (String::new(), String::new(), said.to_owned()));
        let appeared = appeared(&after).or_else(|| Some((appeared(&before)?.0, after.len())));
        let bare = appeared.as_ref().map_or(after.as_str(), |(_, end)| &after[..*end]);
        let bare = bare.trim_end_matches([' ', ',', '(', ':']);
        it.date = appeared.as_ref().map(|(when, _)| text(when.clone(), range));
        if title.is_empty() {
            let title = if bare.ends_with("..") { bare } else { bare.strip_suffix('.').unwrap_or(bare) };
            let named = || it.url.as_ref().map_or_else(|| said.to_owned(), |url| url.as_str().to_owned());
            it.title = text(if title.is_empty() { named() } else { title.to_owned() }, range);
            return it;
        }
        if !before.is_empty() {
            let literal = Some(text(before, range));
            let name = raw::NameParts { literal, span: span(range), whole: true, ..raw::NameParts::default() };
            it.authors = list(vec![raw::Name::Parts(name)], range);
        }
        it.within = (!bare.is_empty()).then(|| text(bare.to_owned(), range));
        it.title = text(title, range);
        it
    }
}

/// The first address of the web in a text.
fn address_in(said: &str) -> Option<(usize, String)> {
    let at = said.find("https://").or_else(|| said.find("http://"))?;
    Some((at, said[at..at + address_len(&said[at..])].to_owned()))
}

fn address_len(from: &str) -> usize {
    let end = from.find(char::is_whitespace).unwrap_or(from.len());
    from[..end].trim_end_matches(['.', ',', ';', ')']).len()
}

/// Words before a number that is no year, or is one in which something else was done than to publish.
const OTHER_NUMBERS: [&str; 37] = [
    "accessed",
    "visited",
    "read",
    "retrieved",
    "seen",
    "viewed",
    "checked",
    "consulted",
    "consulté",
    "consultée",
    "lu",
    "lue",
    "vu",
    "vue",
    "visité",
    "p",
    "pp",
    "page",
    "pages",
    "no",
    "nos",
    "n",
    "n°",
    "nr",
    "number",
    "numéro",
    "vol",
    "volume",
    "box",
    "boîte",
    "carton",
    "folio",
    "fol",
    "f",
    "ms",
    "cote",
    "série",
];

/// When something appeared, as what stands beside its title says it between commas, colons and parentheses: `1899`,
/// `Leiden 1999`, `12 May 1999`; and where that begins, or the text ends if more is said behind it.
fn appeared(said: &str) -> Option<(String, usize)> {
    let mut found = None;
    let mut start = 0;
    for piece in said.split_inclusive([',', ';', ':', '(', ')']) {
        let inner = piece.trim_matches(|c: char| c.is_whitespace() || ",;:().".contains(c));
        let at = start + piece.find(inner).unwrap_or(0);
        start += piece.len();
        if let Some((when, from)) = year_of(inner) {
            let is_last = said[at + inner.len()..].chars().all(|c| c.is_whitespace() || ".,;)".contains(c));
            // Of `Leiden 1999` the place goes on to be told.
            found = Some((when, if is_last { at + from } else { said.len() }));
        }
    }
    found
}

/// The date that a piece is, or the year that it ends with behind a name; and where it begins.
fn year_of(piece: &str) -> Option<(String, usize)> {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && date::read(word).is_ok();
    if let Ok(when) = date::read(piece)
        && matches!(when, When::At(_))
        && piece.split(|c: char| !c.is_ascii_digit()).any(is_year)
    {
        return Some((when.to_string(), 0));
    }
    let (before, year) = piece.rsplit_once(' ').filter(|(_, year)| is_year(year))?;
    let names = before.split_whitespace().all(|word| {
        let bare = word.trim_end_matches('.').to_lowercase();
        word.starts_with(|c: char| c.is_uppercase() || c == '&') && !OTHER_NUMBERS.contains(&bare.as_str())
    });
    let sentence = before.rsplit_once(' ').map_or(before, |(_, last)| last).strip_suffix('.');
    let ends = sentence.is_some_and(|word| word.chars().count() > 2 && !OTHER_NUMBERS.contains(&&*word.to_lowercase()));
    (names || ends).then(|| (year.to_owned(), before.len() + 1))
}

/// What stands before a title in quotation marks or italics, the title, and what stands behind it.
fn title_in(said: &str, prose: &str) -> Option<(String, String, String)> {
    let stressed = prose.split('*').nth(1).filter(|_| !prose.contains('\\')).map(flat);
    let quoted = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“')].into_iter().find_map(|(open, close)| {
        let start = said.find(open)?;
        let from = start + open.len_utf8();
        let end = from + said[from..].find(close)?;
        Some((start, from..end, end + close.len_utf8()))
    });
    let stressed = || {
        let title = stressed?;
        let start = said.find(&title)?;
        Some((start, start..start + title.len(), start + title.len()))
    };
    let (before, title, after) = quoted.or_else(stressed)?;
    let trimmed = |text: &str| text.trim_matches([' ', ',', ':', '.', ';']).to_owned();
    let title = trimmed(&said[title]);
    (!title.is_empty()).then(|| (trimmed(&said[..before]), title, trimmed(&said[after..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_in_ones_own_words_has_a_title_if_it_is_marked() {
        let said = "John Hunwick, Timbuktu and the Songhay Empire, Leiden 1999, p. 12";
        let prose = "John Hunwick, *Timbuktu and the Songhay Empire*, Leiden 1999, p. 12";
        let found = title_in(said, prose).unwrap();
        assert_eq!(
            found,
            ("John Hunwick".into(), "Timbuktu and the Songhay Empire".into(), "Leiden 1999, p. 12".into())
        );
        let said = "A. Touré: “Family papers”.";
        assert_eq!(title_in(said, said).unwrap().1, "Family papers");
        assert_eq!(title_in("Family papers", "Family papers"), None);
        assert_eq!(address_in("see https://example.org/a_(b).").unwrap().1, "https://example.org/a_(b");
    }

    #[test]
    fn no_number_is_taken_for_when_a_work_appeared() {
        for (said, when) in [
            ("Leiden 1999, p. 12", Some("1999")),
            ("ed. J. Martin, 1899.", Some("1899")),
            ("Paris: Plon (1899)", Some("1899")),
            ("Jean Martin. Histoire de la ville. 1899, p. 12", Some("1899")),
            ("Interview with Anna Blanc, 2019-05-03", Some("3 May 2019")),
            ("Le Monde, 12 May 1999", Some("12 May 1999")),
            ("Revue Mandé, c. 1912", Some("c. 1912")),
            ("A letter, accessed 3 May 2021", None),
            ("Accessed May 2021", None),
            ("War memorial, read in 2024", None),
            ("The town in 1850, leaflet", None),
            ("The town, 1850 to 1900", None),
            ("Town archives, box 1203", None),
            ("Revue Mandé, no. 1450", None),
            ("Revue Mandé, pp. 1203-1210", None),
            ("1203-1210", None),
        ] {
            assert_eq!(appeared(said).map(|(when, _)| when).as_deref(), when, "{said}");
        }
    }
}
