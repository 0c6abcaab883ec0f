//! The sources of a family tree, and who cites them.

use griot_pack::pack::{Name, Source, SourceKind};
use griot_pack::url;

use super::Tree;
use super::lines::{Line, pointer};
use crate::import::work::Work;
use crate::plain;

impl Tree<'_> {
    /// Reads the records of sources.
    pub fn read_sources(&mut self, work: &mut Work) {
        for record in self.records("SOUR").filter(|record| !record.name.is_empty()) {
            let of = |tag| self.lines.child(record, tag).map(|line| plain::text(&self.lines.text(line)));
            let of = |tag| of(tag).filter(|text| !text.is_empty());
            let published = of("PUBL");
            let mut remarks: Vec<String> = of("TEXT").into_iter().collect();
            remarks.extend(self.lines.under(record).filter(|it| it.tag == "NOTE").filter_map(|it| self.note(it)));
            for kept in self.lines.under(record).filter(|it| it.tag == "REPO") {
                let place = self
                    .lines
                    .pointed(&kept.value)
                    .and_then(|it| self.lines.child(it, "NAME"))
                    .map(|it| it.value.clone());
                let number = self.lines.child(kept, "CALN").map(|it| it.value.clone());
                let words: Vec<String> = place.into_iter().chain(number).map(|it| plain::text(&it)).collect();
                if !words.is_empty() {
                    remarks.push(format!("Kept at: {}.", words.join(", ")));
                }
            }
            let address =
                published.as_deref().and_then(|text| plain::addresses(text).first().map(|it| (*it).to_owned()));
            let source = Source {
                key: record.name.to_lowercase().into(),
                kind: if address.is_some() { SourceKind::Web } else { SourceKind::Document },
                authors: of("AUTH").map(Name::literal).into_iter().collect(),
                title: of("TITL").or_else(|| of("ABBR")).unwrap_or_default().into(),
                within: published.map(Into::into),
                url: address.filter(|it| url::allowed(it).is_ok()).map(Into::into),
                note: Some(remarks.join(" ")).filter(|it| !it.is_empty()).map(Into::into),
                ..Source::default()
            };
            let key = work.source(source);
            self.sources.insert(&record.name, key);
        }
    }

    /// What a line cites: a record with a page, or words of its own.
    pub fn cite(&self, line: &Line, work: &mut Work) -> Option<String> {
        let page =
            self.lines.child(line, "PAGE").map(|it| plain::text(&self.lines.text(it))).filter(|it| !it.is_empty());
        let key = if let Some(name) = pointer(&line.value) {
            let Some(key) = self.sources.get(name).cloned() else {
                work.remark(line.number, "SOUR", &line.value, "points at no record");
                return None;
            };
            key
        } else {
            let title = plain::text(&self.lines.text(line));
            if title.is_empty() {
                return None;
            }
            work.source(Source { kind: SourceKind::Document, title: title.into(), ..Source::default() })
        };
        Some(page.map_or_else(|| key.clone(), |page| format!("{key}, {page}")))
    }
}
