//! Sources by the words of their authors, titles and dates.

use griot_pack::pack::{Name, Pack, SourceId};
use memchr::memmem::Finder;

use super::fold::{begins_a_word, fold};

/// The folded words of every source.
#[derive(Debug)]
pub(super) struct Sources {
    /// Those of one source after those of another, a space before each.
    text: String,
    /// Where those of each source end.
    ends: Vec<u32>,
}

impl Sources {
    pub(super) fn new(pack: &Pack) -> Self {
        let mut it = Self { text: String::new(), ends: Vec::new() };
        for id in pack.sources() {
            let source = &pack[id];
            let parts = [Some(&source.title), source.within.as_ref(), source.date.as_ref()].into_iter().flatten();
            let parts = source.authors.iter().map(Name::in_full).chain(parts.map(ToString::to_string));
            let folded = fold(&parts.collect::<Vec<_>>().join(" "));
            it.text.extend([" ", folded.trim()]);
            it.ends.push(it.text.len() as u32);
        }
        it
    }

    /// As they are stored: the text, and where the words of each source end in it.
    pub(super) fn stored(&self) -> (&str, &[u32]) {
        (&self.text, &self.ends)
    }

    /// Those of a pack from what was stored of them; nothing where that is not of as many sources.
    pub(super) fn of_stored(pack: &Pack, text: String, ends: Vec<u32>) -> Option<Self> {
        let whole = ends.len() == pack.sources().len() && ends.last().map_or(0, |end| *end as usize) == text.len();
        let begins = |(at, end): (usize, &u32)| {
            let start = at.checked_sub(1).map_or(0, |before| ends[before] as usize);
            text.get(start..*end as usize).is_some_and(|words| words.starts_with(' '))
        };
        (whole && ends.iter().enumerate().all(begins)).then_some(Self { text, ends })
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
        let starts = std::iter::once(0).chain(self.ends.iter().map(|end| *end as usize));
        let texts = starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end as usize]);
        if !word.is_ascii() {
            return texts.map(|text| begins_a_word(text, word)).collect();
        }
        // All of them are gone through at once, many bytes at a time.
        let (mut with, mut from) = (vec![false; self.ends.len()], 0);
        let spaced = format!(" {word}");
        let find = Finder::new(&spaced);
        while let Some(at) = find.find(&self.text.as_bytes()[from..]) {
            let source = self.ends.partition_point(|end| *end as usize <= from + at);
            with[source] = true;
            from = self.ends[source] as usize;
        }
        with
    }
}
