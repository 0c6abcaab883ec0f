//! The pack, read again beside the session when its files have changed. Where that takes long it tells how far it is, and
//! can be given up.

use std::cmp::Reverse;
use std::ops::ControlFlow;
use std::os::fd::BorrowedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};

use griot_pack::pack::{self, Pack, Problem, Problems};

use super::outside::Post;
use super::signals::spawn;
use super::watch::Watch;
use crate::progress::Pace;
use crate::tui::app::Reply;

/// A pack whose files are watched, and what is read of them.
#[derive(Debug)]
pub(super) struct Rereading {
    path: PathBuf,
    watch: Watch,
    /// The one that is under way, if any.
    work: Option<Work>,
    /// Whether what is damaged was tried to be read, and could not be: a compiled file has nothing beside it.
    is_beyond_mending: bool,
    /// What was wrong when it was last read, whoever wrote that.
    known: Vec<String>,
}

#[derive(Debug)]
struct Work {
    cause: Cause,
    given_up: Arc<AtomicBool>,
    read: Receiver<(Option<Pack>, Problems)>,
}

/// Why a pack is read again.
#[derive(Debug, Clone, Copy)]
enum Cause {
    /// Its files have changed.
    Changed,
    /// What was kept of it is not as it was written.
    Damaged,
}

impl Cause {
    const fn in_words(self) -> &'static str {
        match self {
            Self::Changed => "the pack has changed: read again",
            Self::Damaged => "what was kept of the pack was damaged: read from its files",
        }
    }
}

impl Rereading {
    /// Watches a pack; nothing where its files cannot be watched.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Some(Self {
            path: path.to_owned(),
            watch: Watch::of(path)?,
            work: None,
            is_beyond_mending: false,
            known: Vec::new(),
        })
    }

    /// What becomes readable when a file may have changed.
    pub(super) fn fd(&self) -> BorrowedFd<'_> {
        self.watch.fd()
    }

    /// Begins to read if a file has changed. What was begun before is of files that are there no more.
    pub(super) fn look(&mut self, post: &Post) {
        if self.watch.has_changed() {
            self.is_beyond_mending = false;
            self.begin(Cause::Changed, post);
        }
    }

    /// Begins to read what is damaged as it was kept, unless that is under way.
    pub(super) fn mend(&mut self, post: &Post) {
        if self.work.is_none() && !self.is_beyond_mending {
            self.begin(Cause::Damaged, post);
        }
    }

    fn begin(&mut self, cause: Cause, post: &Post) {
        self.give_up();
        let given_up = Arc::new(AtomicBool::new(false));
        let (tell, read) = mpsc::channel();
        self.work = Some(Work { cause, given_up: Arc::clone(&given_up), read });
        let (path, post, mut pace) = (self.path.clone(), post.clone(), Pace::begin());
        spawn(move || {
            let result = pack::check_watched(&path, Some(griot_formats::import::bibliography), &mut |progress| {
                if given_up.load(Ordering::SeqCst) {
                    return ControlFlow::Break(());
                }
                if let Some(words) = pace.words(progress) {
                    post.send(Reply::Working(words));
                }
                ControlFlow::Continue(())
            });
            // Nobody hears of what was given up.
            let _ = tell.send(result);
            post.wake();
        });
    }

    /// Gives up what is under way.
    pub(super) fn give_up(&mut self) {
        if let Some(work) = self.work.take() {
            work.given_up.store(true, Ordering::SeqCst);
        }
    }

    /// What was read, once it is there: the pack and what is to be said of it, or else only why there is none.
    pub(super) fn take(&mut self) -> Option<(Option<Box<Pack>>, String)> {
        let work = self.work.as_ref()?;
        let ((pack, problems), cause) = (work.read.try_recv().ok()?, work.cause);
        self.work = None;
        self.is_beyond_mending = pack.is_none();
        let worst = worst(&problems, &self.known).map(in_short);
        self.known = problems.listed.iter().map(Problem::message).collect();
        let message = match (&pack, worst) {
            (None, Some(why)) if matches!(cause, Cause::Damaged) => why,
            (None, why) => format!("not read again: {}", why.unwrap_or_default()),
            (Some(_), Some(why)) if problems.errors() > 0 => format!("read again; not all is well: {why}"),
            (Some(_), _) => cause.in_words().to_owned(),
        };
        Some((pack.map(Box::new), message))
    }
}

/// The gravest problem, of those that were not there before if there are any: what was just written is what one looks for.
fn worst<'a>(problems: &'a Problems, known: &[String]) -> Option<&'a Problem> {
    let is_new = |problem: &&Problem| !known.contains(&problem.message());
    let gravest = |problem: &&Problem| Reverse(problem.rule.severity());
    problems.listed.iter().filter(is_new).min_by_key(gravest).or_else(|| problems.listed.iter().min_by_key(gravest))
}

/// A problem in one line that has to hold little more, without the folders in which the pack lies.
fn in_short(problem: &Problem) -> String {
    let told = problem.to_string();
    let file = problem.place.file.as_str();
    let folders = file.rfind('/').filter(|_| file.starts_with('/')).map_or(0, |slash| slash + 1);
    told.get(folders..).unwrap_or(&told).to_owned()
}

#[cfg(test)]
mod tests {
    use griot_pack::pack::check;

    use super::*;

    #[test]
    fn what_was_just_written_wrong_is_told_before_what_was_known() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("town.md");
        let problems = |text: &str| {
            std::fs::write(&file, text).unwrap();
            check(&file).1
        };
        let said = |problems: &Problems, known: &[String]| in_short(worst(problems, known).unwrap());
        let first = problems("1200s: A market.\n");
        assert_eq!(said(&first, &[]), "town.md:1:1: \"1200s\" is ambiguous: write \"1200..1209\" or \"1200..1299\"");
        let known: Vec<String> = first.listed.iter().map(Problem::message).collect();
        assert_eq!(said(&first, &known), said(&first, &[]));
        let second = problems("In 1850 a school.\n1200s: A market.\n\n1944-13-02: A bridge.\n");
        assert_eq!(said(&second, &known), "town.md:4:1: there is no month 13: months are 1 to 12");
    }
}
