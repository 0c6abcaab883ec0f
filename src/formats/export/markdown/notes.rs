//! The footnotes of a plain file: labels that say which source is meant, and what stands behind them.

use std::collections::BTreeMap;

use griot_history::cite;
use griot_pack::pack::{Excerpt, NoteId, Pack};

use super::escape::{escaped, line};

/// The labels of notes.
#[derive(Debug)]
pub(super) struct Notes(BTreeMap<NoteId, String>);

impl Notes {
    /// A label for each: the key of the source and, behind `@`, the place in it.
    pub fn new(pack: &Pack, excerpt: &Excerpt) -> Self {
        let mut labels = BTreeMap::new();
        for id in &excerpt.notes {
            let note = &pack[*id];
            let place = note.place.as_deref().unwrap_or_default();
            let place: String = place.chars().filter(|c| c.is_alphanumeric() || ".,–-:/".contains(*c)).collect();
            let mut label = pack[note.source].key.to_string();
            if !place.is_empty() {
                label.push_str(&format!("@{place}"));
            }
            // Two places of the same letters are told apart by their numbers.
            if labels.values().any(|taken: &String| taken.eq_ignore_ascii_case(&label)) {
                label.push_str(&format!("@{}", id.number()));
            }
            labels.insert(*id, label);
        }
        Self(labels)
    }

    /// The marks of notes behind a text.
    pub fn marks(&self, notes: &[NoteId]) -> String {
        notes.iter().filter_map(|id| self.0.get(id)).flat_map(|label| ["[^", label, "]"]).collect()
    }

    /// What stands behind each.
    pub fn definitions(&self, pack: &Pack, out: &mut String) {
        for (id, label) in &self.0 {
            let note = &pack[*id];
            let source = &pack[note.source];
            let text = line(&escaped(&cite::text(source, note.place.as_deref())));
            out.push_str(&format!("\n[^{label}]: {text}"));
            let url = source.url.as_ref().or(source.archive.as_ref());
            if let Some(url) = url.filter(|url| griot_pack::url::allowed(url).is_ok()) {
                out.push_str(&format!(" <{url}>"));
            }
            out.push('\n');
        }
    }
}
