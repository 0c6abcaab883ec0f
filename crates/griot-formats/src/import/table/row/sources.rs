//! What tells of a row: items of Wikidata, pages, works, and its numbers in catalogues.

use griot_pack::pack::{ExternalId, Registry, Source, SourceKind};
use griot_pack::url;

use super::{Field, Row, several};
use crate::import::item::Item;
use crate::import::page::{article, page};
use crate::import::value;
use crate::import::work::Work;
use crate::plain;

impl Row<'_> {
    /// The item of Wikidata that the row is of.
    fn item_cited(&self, it: &mut Item, work: &mut Work) {
        if let Some(id) = value::item_of(self.cell(Field::Item)) {
            it.cites.push(value::cite(work, id));
            it.ids.push(ExternalId { registry: Registry::Wikidata, id: id.to_owned().into() });
            it.is_record = true;
            it.says = format!("{id} {}", it.says);
        }
        for text in several(self.cell(Field::Matches)) {
            match ExternalId::in_address(&text) {
                Some(id) if !it.ids.iter().any(|known| known.registry == id.registry) => it.ids.push(id),
                _ => it.rest.push((self.columns.heading(Field::Matches).to_owned(), text)),
            }
        }
    }

    /// What tells of it: pages by their addresses, anything else by its words.
    pub(super) fn sources(&self, it: &mut Item, work: &mut Work) {
        self.item_cited(it, work);
        if let Some(address) = &self.address(Field::Url, it, work) {
            it.wikipedia = article(address);
            // What Wikidata says, it says itself; the article is for reading on.
            if it.wikipedia.is_none() || it.cites.is_empty() {
                it.cites.push(work.source(page(&it.headline, address)));
            }
        }
        let own = self.address(Field::SourceUrl, it, work);
        let own = own.as_deref();
        let named = self.cell(Field::Source).split(['\n', '|']).map(str::trim).filter(|text| !text.is_empty());
        let named: Vec<&str> = named.collect();
        let sources: Vec<Source> = match (named.as_slice(), own) {
            ([one], Some(own)) if plain::addresses(one).is_empty() => vec![page(one, own)],
            // Whose address it is among several cannot be told.
            (all, own) => {
                let of_words = all.iter().map(|text| source_of(text, work));
                own.map(|own| page(&it.headline, own)).into_iter().chain(of_words).collect()
            }
        };
        for source in sources {
            let key = work.source(source);
            if !it.cites.contains(&key) {
                it.cites.push(key);
            }
        }
        for address in plain::addresses(self.cell(Field::Text)) {
            it.rest.push((String::new(), format!("see {address}")));
        }
    }

    /// The address in a cell; the words of one that is never opened are kept.
    fn address(&self, field: Field, it: &mut Item, work: &mut Work) -> Option<String> {
        let address = self.cell(field).split("; ").next().filter(|address| !address.is_empty())?;
        if let Some(address) = url::written(address) {
            return Some(address);
        }
        let heading = self.columns.heading(field);
        work.remark(self.number, heading, address, "is no address that is opened; its words are kept");
        it.rest.push((heading.to_owned(), address.to_owned()));
        None
    }
}

/// The source that a cell tells of in words: a page, where its address stands among them.
fn source_of(text: &str, work: &Work) -> Source {
    let title = plain::text(text);
    match plain::addresses(text).first() {
        Some(address) => {
            let words = title.replace(address, "");
            page(words.trim_matches([' ', ',', ':', ';', '(', ')', '.']), address)
        }
        None => Source {
            kind: SourceKind::Book,
            title: title.into(),
            note: Some(format!("Given so in {}.", work.report.name).into()),
            ..Source::default()
        },
    }
}
