//! What was typed: words, a `@kind`, and a time in any of its spellings.

use super::fold;
use griot_pack::digits;
use griot_pack::pack::Kind;
use griot_pack::when::When;

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Only what is of this kind.
    pub kind: Option<KindFilter>,
    /// Everything but the `@kind`, folded.
    pub whole: String,
    /// The time in the query, if any.
    pub when: Option<When>,
    /// What is left beside the time, folded; empty when the query is nothing but a time.
    pub words: String,
}

/// What `@kind` restricts a search to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindFilter {
    /// Entities of a kind.
    Of(Kind),
    /// Statements of the text.
    Text,
    /// Sources.
    Source,
}

impl KindFilter {
    pub(super) const fn takes_names(self) -> bool {
        matches!(self, Self::Of(_))
    }

    pub(super) const fn takes_text(self) -> bool {
        matches!(self, Self::Text)
    }

    pub(super) const fn takes_sources(self) -> bool {
        matches!(self, Self::Source)
    }

    pub(super) fn takes(self, kind: Kind) -> bool {
        self == Self::Of(kind)
    }

    /// The filter's word, without the `@`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            // One people among peoples: “people” alone would be taken for several persons.
            Self::Of(Kind::People) => "ethnicity",
            Self::Of(kind) => kind.name(),
            Self::Text => "text",
            Self::Source => "source",
        }
    }

    /// All filters, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        Kind::ALL.into_iter().map(Self::Of).chain([Self::Text, Self::Source])
    }

    /// The filter whose name begins with `prefix`; the first where several do.
    #[must_use]
    pub fn named(prefix: &str) -> Option<Self> {
        let prefix = fold(prefix);
        let plural = |kind: Kind| kind.plural() == prefix;
        if prefix == "people" {
            return Some(Self::Of(Kind::Person));
        }
        let exact = Kind::ALL.into_iter().find(|kind| plural(*kind)).map(Self::Of);
        exact.or_else(|| {
            Self::all().find(|filter| !prefix.is_empty() && filter.name().starts_with(prefix.trim_end_matches('s')))
        })
    }
}

impl Query {
    /// Reads what was typed; nothing is an error, because everything is at least text.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let typed = digits::ascii(typed);
        let mut kind = None;
        let mut rest: Vec<&str> = Vec::new();
        for word in typed.split_whitespace() {
            match word.strip_prefix('@').map(KindFilter::named) {
                Some(Some(filter)) => kind = Some(filter),
                // No kind of that name is at least a word.
                Some(None) => rest.push(word.trim_start_matches('@')),
                None => rest.push(word),
            }
        }
        let whole = fold(&rest.join(" ")).trim().to_owned();
        let (when, words) = split_time(&rest);
        Self { kind, whole, when, words: fold(&words.join(" ")).trim().to_owned() }
    }
}

/// The longest run of words at the end or the beginning that is a time, and the words beside it.
fn split_time<'a>(words: &[&'a str]) -> (Option<When>, Vec<&'a str>) {
    for length in (1..=words.len().min(8)).rev() {
        let (before, end) = words.split_at(words.len() - length);
        if let Ok(when) = When::parse(&end.join(" ")) {
            return (Some(when), before.to_vec());
        }
        let (start, after) = words.split_at(length);
        if let Ok(when) = When::parse(&start.join(" ")) {
            return (Some(when), after.to_vec());
        }
    }
    (None, words.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (Option<String>, String, Option<KindFilter>) {
        let query = Query::read(typed);
        (query.when.map(|w| w.to_string()), query.words, query.kind)
    }

    #[test]
    fn times_words_and_kinds_are_told_apart() {
        let person = Some(KindFilter::Of(Kind::Person));
        for (typed, when, words, kind) in [
            ("1591", Some("1591"), "", None),
            ("13th c.", Some("13th c."), "", None),
            ("900 bc..ad 900", Some("900 BC..AD 900"), "", None),
            ("@person 1960..1991", Some("1960..1991"), "", person),
            ("coup >2010", Some(">2010"), "coup", None),
            ("timbuktu 18th", Some("18th c."), "timbuktu", None),
            ("1968 coup", Some("1968"), "coup", None),
            ("26 march 1991", Some("26 Mar 1991"), "", None),
            ("keita", None, "keita", None),
            ("@pers keita", None, "keita", person),
            ("300", None, "300", None),
            ("١٩٦٠", Some("1960"), "", None),
            ("مالي ١٩٦٠", Some("1960"), "مالي", None),
            ("߁߉߆߀", Some("1960"), "", None),
            ("@nonsense keita", None, "nonsense keita", None),
            ("", None, "", None),
        ] {
            assert_eq!(read(typed), (when.map(str::to_owned), words.to_owned(), kind), "{typed}");
        }
    }

    #[test]
    fn every_filter_is_found_by_its_name_and_the_plural() {
        for filter in KindFilter::all() {
            assert_eq!(KindFilter::named(filter.name()), Some(filter), "{}", filter.name());
        }
        assert_eq!(KindFilter::named("events"), Some(KindFilter::Of(Kind::Event)));
        assert_eq!(KindFilter::named("people"), Some(KindFilter::Of(Kind::Person)));
        assert_eq!(KindFilter::named("peoples"), Some(KindFilter::Of(Kind::People)));
        assert_eq!(KindFilter::named("sources"), Some(KindFilter::Source));
        assert_eq!(KindFilter::named("zz"), None);
    }
}
