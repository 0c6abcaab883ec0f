//! Pages of the web: as sources, and as what their addresses lead to.

use griot_pack::pack::{Source, SourceKind};

use crate::plain;

/// The source that a page of the web is.
pub(super) fn page(title: &str, address: &str) -> Source {
    let wiki = address.contains("wikipedia.org/") || address.contains("wikidata.org/");
    let title = plain::text(title);
    Source {
        kind: if wiki { SourceKind::Wiki } else { SourceKind::Web },
        title: if title.is_empty() { address.to_owned().into() } else { title.into() },
        within: wiki.then(|| if address.contains("wikidata") { "Wikidata" } else { "Wikipedia" }.into()),
        url: Some(address.to_owned().into()),
        ..Source::default()
    }
}

/// The title of the article of the English Wikipedia that an address leads to.
pub(super) fn article(address: &str) -> Option<String> {
    let rest = address.split_once("en.wikipedia.org/wiki/")?.1;
    let rest = rest.split(['#', '?']).next()?;
    Some(decoded(rest).replace('_', " ")).filter(|title| !title.is_empty())
}

/// An address without its `%XX`.
pub(super) fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = hex.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
