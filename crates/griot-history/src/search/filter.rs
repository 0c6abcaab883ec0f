//! `@kind`: what a search is restricted to.

use griot_pack::pack::Kind;

use crate::fold::fold;

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

#[cfg(test)]
mod tests {
    use super::*;

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
