//! Catalogues of others in which an entity has a number of its own, and the addresses that these lead to.

use super::text::Text;

/// The number of an entity in a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalId {
    /// Whose number it is.
    pub registry: Registry,
    /// As the catalogue writes it: `Q123`.
    pub id: Text,
}

/// A catalogue of people, places or works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registry {
    /// Wikidata.
    Wikidata,
    /// `GeoNames`.
    Geonames,
    /// Places of the ancient world.
    Pleiades,
    /// People and works, of many libraries.
    Viaf,
    /// People and works, of German libraries.
    Gnd,
    /// The names of the Library of Congress.
    Loc,
    /// Places, of the Getty.
    Tgn,
}

/// What is known of a catalogue.
struct Entry {
    name: &'static str,
    title: &'static str,
    /// What its numbers begin with, before digits.
    letter: &'static str,
    /// Whether other signs may stand among the digits.
    loose: bool,
    example: &'static str,
    /// The short form of an address in linked data.
    prefix: &'static str,
    /// What stands before the number in its addresses; the first leads to a page.
    addresses: &'static [&'static str],
}

impl Registry {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 7] =
        [Self::Wikidata, Self::Geonames, Self::Pleiades, Self::Viaf, Self::Gnd, Self::Loc, Self::Tgn];

    const fn entry(self) -> Entry {
        let [name, title, letter, example, prefix] = match self {
            Self::Wikidata => ["wikidata", "Wikidata", "Q", "Q912", "wd:"],
            Self::Geonames => ["geonames", "GeoNames", "", "2449067", "gn:"],
            Self::Pleiades => ["pleiades", "Pleiades", "", "423025", "pl:"],
            Self::Viaf => ["viaf", "VIAF", "", "102333412", "viaf:"],
            Self::Gnd => ["gnd", "GND", "", "118540238", "gnd:"],
            Self::Loc => ["loc", "Library of Congress", "n", "n79060883", "loc:"],
            Self::Tgn => ["tgn", "Getty TGN", "", "7001538", "tgn:"],
        };
        Entry {
            name,
            title,
            letter,
            loose: matches!(self, Self::Gnd | Self::Loc),
            example,
            prefix,
            addresses: self.addresses(),
        }
    }

    const fn addresses(self) -> &'static [&'static str] {
        match self {
            Self::Wikidata => &["https://www.wikidata.org/wiki/", "wikidata.org/wiki/", "wikidata.org/entity/"],
            Self::Geonames => &["https://www.geonames.org/", "geonames.org/"],
            Self::Pleiades => &["https://pleiades.stoa.org/places/", "pleiades.stoa.org/places/"],
            Self::Viaf => &["https://viaf.org/viaf/", "viaf.org/viaf/"],
            Self::Gnd => &["https://d-nb.info/gnd/", "d-nb.info/gnd/"],
            Self::Loc => &["https://id.loc.gov/authorities/names/", "id.loc.gov/authorities/names/"],
            Self::Tgn => &["https://vocab.getty.edu/page/tgn/", "vocab.getty.edu/page/tgn/", "vocab.getty.edu/tgn/"],
        }
    }

    /// The word for it in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.entry().name
    }

    /// What it is called.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.entry().title
    }

    /// What a number of it looks like.
    #[must_use]
    pub const fn example(self) -> &'static str {
        self.entry().example
    }

    /// Whether a text is a number of it, by its form.
    #[must_use]
    pub fn is_id(self, text: &str) -> bool {
        let Entry { letter, loose, .. } = self.entry();
        let digits = text.strip_prefix(letter).unwrap_or_default();
        let may_stand = |byte: u8| byte.is_ascii_digit() || loose && (byte.is_ascii_alphabetic() || byte == b'-');
        (1..=20).contains(&digits.len()) && digits.bytes().all(may_stand) && digits.bytes().any(|b| b.is_ascii_digit())
    }

    /// The address of the page on a number.
    #[must_use]
    pub fn address(self, id: &str) -> String {
        format!("{}{id}", self.addresses()[0])
    }
}

impl ExternalId {
    /// The number that an address leads to, or that is told with the short form of a catalogue: `gn:2449067`.
    #[must_use]
    pub fn in_address(text: &str) -> Option<Self> {
        let text = text.trim();
        Registry::ALL.into_iter().find_map(|registry| {
            let Entry { prefix, addresses, .. } = registry.entry();
            let short = text.strip_prefix(prefix);
            let mut long = addresses.iter().filter_map(|it| Some(text.split_once(it)?.1));
            let rest = short.or_else(|| long.next())?;
            let id = rest.split(['/', '?', '#']).next()?;
            registry.is_id(id).then(|| Self { registry, id: id.to_owned().into() })
        })
    }

    /// The address of the page on it.
    #[must_use]
    pub fn address(&self) -> String {
        self.registry.address(&self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url;

    #[test]
    fn numbers_have_addresses_that_may_be_opened_and_lead_back_to_them() {
        for registry in Registry::ALL {
            let id = registry.example();
            assert!(registry.is_id(id), "{id}");
            assert_eq!(url::allowed(&registry.address(id)), Ok(()));
            let short = format!("{}{id}", registry.entry().prefix);
            for address in [registry.address(id), short] {
                let found = ExternalId::in_address(&address).map(|it| (it.registry, it.id.to_string()));
                assert_eq!(found, Some((registry, id.to_owned())), "{address}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for (registry, text) in [
            (Registry::Wikidata, "912"),
            (Registry::Wikidata, "Q"),
            (Registry::Wikidata, "q912"),
            (Registry::Geonames, "Gao"),
            (Registry::Geonames, "1/../2"),
            (Registry::Loc, "79060883"),
            (Registry::Gnd, "--"),
        ] {
            assert!(!registry.is_id(text), "{text}");
        }
        for address in ["http://www.wikidata.org/entity/Q912", "https://sws.geonames.org/2449067/about.rdf"] {
            assert!(ExternalId::in_address(address).is_some(), "{address}");
        }
        for address in ["Q912", "https://example.org/Q912", "https://www.geonames.org/export/", "wd:912"] {
            assert_eq!(ExternalId::in_address(address), None, "{address}");
        }
    }
}
