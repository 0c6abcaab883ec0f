//! Sources of a draft: what is no date or no address goes into the note, and a work that comes again is the same.

use griot_pack::pack::{Name, Source, acceptable};
use griot_pack::url;
use griot_pack::when::When;

use super::{Came, Draft, folded, mark, slug};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What became of a source that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What statements cite it by.
    pub key: String,
    /// When it came before, if it did.
    pub came: Option<Came>,
}

/// Sources by what they are known by, which are numbers made of their words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// What number the next of a key gets.
    keys: HashMap<u64, u32>,
    works: HashMap<u64, At>,
    /// Keys of the pack.
    had: Vec<String>,
}

/// Where a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Pack(u32),
    Draft(u32),
}

impl Known {
    /// Learns of one that a pack has.
    pub fn learn(&mut self, it: &Source) {
        self.keys.insert(mark(&it.key), 2);
        self.works.entry(mark(&identity(it))).or_insert(At::Pack(self.had.len() as u32));
        self.had.push(it.key.to_string());
    }
}

/// What makes a record the record of one publication.
fn identity(it: &Source) -> String {
    if let Some(doi) = &it.doi {
        return format!("doi {} {}", folded(doi), it.pages.as_deref().unwrap_or_default());
    }
    let names: Vec<String> = it.authors.iter().chain(&it.editors).map(|name| folded(&name.in_full())).collect();
    let of = |text: &Option<_>| text.as_deref().map(folded).unwrap_or_default();
    let rest = [&it.date, &it.within, &it.volume, &it.issue, &it.pages, &it.url].map(of).join("|");
    format!("{}|{}|{rest}", folded(&it.title), names.join(";"))
}

impl Draft {
    /// Adds a source, or what it tells to the one that it is. Its key becomes one that a pack takes, like that of the file.
    pub fn source(&mut self, source: Source) -> Cited {
        let mut source = made_sound(source);
        let what = mark(&identity(&source));
        match self.cited.works.get(&what) {
            Some(At::Pack(at)) => {
                return Cited { key: self.cited.had[*at as usize].clone(), came: Some(Came::Before) };
            }
            Some(At::Draft(at)) => {
                let own = &mut self.sources[*at as usize];
                take(own, source);
                return Cited { key: own.key.to_string(), came: Some(Came::Now) };
            }
            None => {}
        }
        let wish = slug(if source.key.is_empty() { &source.title } else { &source.key });
        let mut key = wish.clone();
        while self.cited.keys.contains_key(&mark(&key)) {
            let next = self.cited.keys.entry(mark(&wish)).or_insert(2);
            key = format!("{wish}-{next}");
            *next += 1;
        }
        self.cited.keys.insert(mark(&key), 2);
        self.cited.works.insert(what, At::Draft(self.sources.len() as u32));
        source.key = key.clone().into();
        self.sources.push(source);
        Cited { key, came: None }
    }
}

/// Adds to a source what another record of the same work tells besides.
fn take(own: &mut Source, mut other: Source) {
    let fields = |it: &mut Source| {
        [&mut it.publisher, &mut it.place, &mut it.series, &mut it.isbn, &mut it.issn, &mut it.lang, &mut it.accessed]
            .map(Option::take)
    };
    let both = fields(own).into_iter().zip(fields(&mut other)).map(|(own, other)| own.or(other));
    let slots = [
        &mut own.publisher,
        &mut own.place,
        &mut own.series,
        &mut own.isbn,
        &mut own.issn,
        &mut own.lang,
        &mut own.accessed,
    ];
    slots.into_iter().zip(both).for_each(|(slot, text)| *slot = text);
    let Some(more) = other.note else { return };
    match &mut own.note {
        Some(note) if note.contains(&*more) => {}
        Some(note) => *note = acceptable(&format!("{note}; {more}")).into(),
        None => own.note = Some(more),
    }
}

impl Draft {
    /// Drops the sources at some places that nothing cites which came in: those of statements that were there already. How
    /// many of each run.
    pub fn drop_uncited(&mut self, runs: &[Range<usize>]) -> Vec<usize> {
        if runs.iter().all(Range::is_empty) {
            return vec![0; runs.len()];
        }
        let passages = self.eras.iter().flat_map(|era| &era.chapters).flat_map(|chapter| &chapter.passages);
        let statements = passages.flat_map(|it| &it.statements).chain(self.loose.iter().map(|it| &it.statement));
        let cited: HashSet<String> = statements.flat_map(|it| &it.cites).map(|cite| key_of(cite).to_owned()).collect();
        let drops: Vec<bool> = (0..)
            .zip(&self.sources)
            .map(|(at, it)| runs.iter().any(|run| run.contains(&at)) && !cited.contains(it.key.as_str()))
            .collect();
        let mut kept = drops.iter().map(|dropped| !dropped);
        self.sources.retain(|_| kept.next().unwrap_or(true));
        let places: Vec<u32> =
            drops.iter().scan(0, |at, dropped| Some(std::mem::replace(at, *at + u32::from(!dropped)))).collect();
        self.cited.works.retain(|_, it| match it {
            At::Draft(at) if drops[*at as usize] => false,
            At::Draft(at) => {
                *at = places[*at as usize];
                true
            }
            At::Pack(_) => true,
        });
        runs.iter().map(|run| drops[run.clone()].iter().filter(|dropped| **dropped).count()).collect()
    }
}

/// The key of what a statement cites, without the place in it.
fn key_of(cite: &str) -> &str {
    cite.split_once(',').map_or(cite, |(key, _)| key)
}

/// The source as a pack takes it.
fn made_sound(mut it: Source) -> Source {
    let mut remarks: Vec<String> = Vec::new();
    let reads = |date: &str| When::parse(date).is_ok() || When::parse_edtf(date).is_ok();
    for (date, what) in [(&mut it.date, "date"), (&mut it.accessed, "day of reading")] {
        if let Some(text) = date.take_if(|text| !reads(text)) {
            remarks.push(format!("The {what} is given as “{text}”."));
        }
    }
    for address in [&mut it.url, &mut it.archive] {
        let Some(text) = address.take() else { continue };
        match url::written(&text) {
            Some(opens) => *address = Some(opens.into()),
            None => remarks.push(format!("Its address is given as “{text}”.")),
        }
    }
    let texts = [
        &mut it.within,
        &mut it.publisher,
        &mut it.place,
        &mut it.series,
        &mut it.date,
        &mut it.pages,
        &mut it.volume,
        &mut it.issue,
        &mut it.doi,
        &mut it.isbn,
        &mut it.issn,
        &mut it.jstor,
        &mut it.accessed,
        &mut it.lang,
        &mut it.note,
    ];
    for text in texts {
        *text = text.take().map(|text| acceptable(&text).trim().to_owned()).filter(|it| !it.is_empty()).map(Into::into);
    }
    it.title = acceptable(&it.title).trim().to_owned().into();
    if it.title.is_empty() {
        it.title = "[untitled]".into();
    }
    it.authors = it.authors.into_iter().filter_map(sound_name).collect();
    it.editors = it.editors.into_iter().filter_map(sound_name).collect();
    if !remarks.is_empty() {
        let all = it.note.iter().map(ToString::to_string).chain(remarks.iter().map(|it| acceptable(it)));
        it.note = Some(all.collect::<Vec<_>>().join(" ").into());
    }
    it
}

fn sound_name(name: Name) -> Option<Name> {
    let fit = |text: &str| Some(acceptable(text).trim().to_owned()).filter(|text| !text.is_empty());
    match name {
        Name::Literal { literal } => fit(&literal).map(Name::literal),
        Name::Person(mut it) => {
            let parts = [&mut it.given, &mut it.non_dropping_particle, &mut it.dropping_particle, &mut it.suffix];
            for part in parts {
                *part = part.take().and_then(|text| fit(&text)).map(Into::into);
            }
            match fit(&it.family) {
                Some(family) => {
                    it.family = family.into();
                    Some(Name::Person(it))
                }
                None => it.given.map(Name::literal),
            }
        }
    }
}
