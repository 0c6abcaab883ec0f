//! A pack as it is written in compiled form.

use super::{Extras, HEAD, MAGIC, SECTIONS};
use crate::pack::form::encode;
use crate::pack::model::Pack;
use crate::pack::pages;
use crate::pack::stored::Stored;
use crate::pack::sums::quick_sum;
use crate::pack::versions::COMPILED;

impl Pack {
    /// The pack in compiled form: what [`Compiled`](super::Compiled) reads. It is read in its own language.
    #[must_use]
    pub fn compile(&self) -> Vec<u8> {
        self.compile_with(Extras::default())
    }

    /// The pack in compiled form, with what others have made of it.
    #[must_use]
    pub fn compile_with(&self, extras: Extras) -> Vec<u8> {
        let summed = |bytes: Vec<u8>| {
            let sum = quick_sum(&bytes);
            (bytes, sum)
        };
        let stored = |it: &Option<Stored>| {
            summed(it.as_ref().and_then(|it| it.bytes().ok()).map_or_else(Vec::new, std::borrow::Cow::into_owned))
        };
        let sections: [(Vec<u8>, u64); SECTIONS] = [
            summed(encode(&self.about)),
            summed(encode(&self.eras)),
            self.chapters.encode(),
            self.passages.encode(),
            self.statements.encode(),
            self.entities.encode(),
            self.sources.encode(),
            self.notes.encode(),
            summed(encode(self.ids.get())),
            self.mentions.encode(),
            summed(encode(self.chronology.get())),
            summed(encode(self.remarked.get())),
            summed(encode(self.powers.get())),
            stored(&self.geo),
            stored(&self.translations),
            pages::encode(extras.index),
            summed(extras.scale.to_vec()),
            summed(extras.stamp.to_vec()),
        ];
        let mut out = self.head(sections.iter().map(|(bytes, sum)| (bytes.len() as u64, *sum)));
        for (bytes, _) in sections {
            out.extend(bytes);
        }
        put_sum(&mut out);
        out
    }

    /// All before the sections, which have these lengths and sums; the sum of all is left open.
    fn head(&self, sections: impl Iterator<Item = (u64, u64)>) -> Vec<u8> {
        let narrative = [self.eras.len(), self.chapters.len(), self.passages.len(), self.statements.len()];
        let others = [self.entities.len(), self.sources.len(), self.notes.len()];
        let mut out = [&MAGIC[..], &COMPILED.to_le_bytes(), &self.hash.to_le_bytes(), &[0; 8]].concat();
        out.extend(narrative.iter().chain(&others).flat_map(|count| (*count as u32).to_le_bytes()));
        let mut end = 0;
        for (length, sum) in sections {
            end += length;
            out.extend([end, sum].iter().flat_map(|number| number.to_le_bytes()));
        }
        out
    }
}

/// Writes the sum of all other bytes where it belongs: that of those before it, and of all behind.
pub(super) fn put_sum(bytes: &mut [u8]) {
    let sum = quick_sum(&bytes[..HEAD - 8]) ^ quick_sum(&bytes[HEAD..]);
    bytes[HEAD - 8..HEAD].copy_from_slice(&sum.to_le_bytes());
}
