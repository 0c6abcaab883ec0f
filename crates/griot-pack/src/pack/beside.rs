//! What lies beside a plain file: the bibliographies that it takes sources from.

use std::fs;
use std::path::{Path, PathBuf};

use super::bibliography::{Beside, Bibliography, ReadBibliography, References};
use super::files::{LARGEST, bytes_of, head_of, is_plain};
use super::json;
use super::markdown;
use super::place::Span;
use super::problem::{File, Problem, Problems};
use super::rule::{Plain, Rule};
use super::sums;
use super::write;

/// How bibliographies end that are called as the history is.
const ENDINGS: [&str; 3] = ["bib", "ris", "json"];

/// Where a bibliography may be.
#[derive(Debug)]
struct Place {
    path: PathBuf,
    /// Where the head names it; one that is only called as the history is need not be there.
    named: Option<Span>,
}

/// The files that a plain file may take sources from: those that its head names, or else those that are called as it is.
/// They need not be there. Of any other file there are none.
#[must_use]
pub fn bibliographies(path: &Path) -> Vec<PathBuf> {
    if !is_plain(path) {
        return Vec::new();
    }
    let head = File::new("", head_of(path).unwrap_or_default());
    places(path, &head).into_iter().map(|it| it.path).collect()
}

fn places(path: &Path, file: &File) -> Vec<Place> {
    // What is beside a link is beside what it leads to.
    let path = fs::read_link(path).map_or_else(|_| path.to_owned(), |to| path.with_file_name(to));
    let named = markdown::bibliographies(file);
    if named.is_empty() {
        let called = |ending: &str| Place { path: path.with_extension(ending), named: None };
        return ENDINGS.into_iter().map(called).collect();
    }
    named.iter().map(|it| Place { path: path.with_file_name(it.as_str()), named: Some(it.span) }).collect()
}

/// Reads what there is beside a plain file, of which a sum is given.
pub(super) fn read_beside(path: &Path, file: &File, sum: u64, read: ReadBibliography) -> Beside {
    let mut beside = Beside { sum, ..Beside::default() };
    for place in places(path, file) {
        if place.named.is_some() || place.path.exists() {
            beside.add(&place, file, read);
        }
    }
    beside
}

impl Beside {
    fn add(&mut self, place: &Place, file: &File, read: ReadBibliography) {
        let name = place.path.display().to_string();
        let bytes = bytes_of(&place.path, LARGEST).map_err(|rule| rule.to_string());
        let found = bytes.and_then(|bytes| {
            self.sum = sums::add_to_sum(self.sum, &bytes);
            read(&name, &bytes)
        });
        match found {
            Ok(found) => self.take(&name, found),
            // JSON that is called as the history may be anything.
            Err(_) if place.named.is_none() && place.path.extension().is_some_and(|ending| ending == "json") => {}
            Err(why) => {
                let problem = |rule| match place.named {
                    Some(span) => file.problem(span, rule),
                    None => Problem::of_file(&name, rule),
                };
                self.problems.push(problem(Rule::Plain(Plain::NoBibliography { name: name.clone(), why })));
            }
        }
    }

    fn take(&mut self, name: &str, found: Bibliography) {
        let told = found.remarks.into_iter().map(|what| Rule::Plain(Plain::OfBibliography(what)));
        self.problems.extend(told.map(|rule| Problem::of_file(name, rule)));
        // The one reader of records makes records of them; what is written here has no mistakes.
        let written = write::json::Json::List(found.sources.iter().map(write::source).collect()).file();
        let (sources, _) = json::read(&File::new(name, written), &mut Problems::default());
        self.references.push(References { sources, keys: found.keys });
    }
}
