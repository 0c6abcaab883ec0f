//! Sources by the words of their authors, titles and dates.

use std::borrow::Cow;

use griot_pack::pack::{Name, Pack, SourceId};
use memchr::memmem::Finder;

use crate::fold::{begins_a_word, fold};
use crate::parts::{Numbers, Part, Parts, Written};

/// The folded words of every source.
#[derive(Debug)]
pub(super) struct Sources {
    /// Those of one source after those of another, a space before each.
    text: Cow<'static, str>,
    /// Where those of each source end.
    ends: Numbers<u32>,
}

impl Sources {
    pub(super) fn write(pack: &Pack, out: &mut Written) {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for id in pack.sources() {
            let source = &pack[id];
            let parts = [Some(&source.title), source.within.as_ref(), source.date.as_ref()].into_iter().flatten();
            let parts = source.authors.iter().map(Name::in_full).chain(parts.map(ToString::to_string));
            let folded = fold(&parts.collect::<Vec<_>>().join(" "));
            text.extend([" ", folded.trim()]);
            ends.push(text.len() as u32);
        }
        out.text(Part::SourceText, text);
        out.numbers(Part::SourceEnds, ends);
    }

    pub(super) fn read(parts: &Parts) -> Self {
        Self { text: parts.text(Part::SourceText), ends: parts.numbers(Part::SourceEnds) }
    }

    /// The sources that have words that begin as all of these folded ones do.
    pub(super) fn holding<'a>(&self, pack: &Pack, words: impl Iterator<Item = &'a str>) -> Vec<SourceId> {
        let mut held: Option<Vec<bool>> = None;
        for word in words {
            let with = self.with(word);
            held = Some(match held {
                None => with,
                Some(before) => before.iter().zip(with).map(|(before, with)| *before && with).collect(),
            });
        }
        let held = held.unwrap_or_default();
        pack.sources().zip(held).filter(|(_, held)| *held).map(|(id, _)| id).collect()
    }

    /// Which sources have a word that begins so.
    fn with(&self, word: &str) -> Vec<bool> {
        if !word.is_ascii() {
            let texts = (0..self.ends.len()).map(|at| self.text.get(self.ends.range_of(at)).unwrap_or_default());
            return texts.map(|text| begins_a_word(text, word)).collect();
        }
        // All of them are gone through at once, many bytes at a time.
        let mut with = vec![false; self.ends.len()];
        let spaced = format!(" {word}");
        let find = Finder::new(&spaced);
        let (mut at, mut source) = (0, 0);
        while let Some(found) = self.text.as_bytes().get(at..).and_then(|rest| find.find(rest)) {
            let place = at + found;
            source += self.ends.range(source..self.ends.len()).take_while(|end| *end as usize <= place).count();
            let Some(held) = with.get_mut(source) else { break };
            *held = true;
            at = (self.ends.get(source) as usize).max(place + 1);
        }
        with
    }
}
