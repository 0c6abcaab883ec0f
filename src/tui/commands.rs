//! The table of commands: what each is called, what it does, where it holds and which keys it has until others are
//! chosen. Help, hints, messages, the palette, `griot keys`, the manual and the README all speak of these names.

mod table;

use super::action::{Action, Context};
use super::key::Key;
use table::{KEEPS, LEAVES, LINKS, LOOKS, MOVES, PROMPTS, SEARCHES, SHOWING};

/// Something that can be asked for by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Command {
    /// Unique, in small letters with hyphens.
    pub name: &'static str,
    /// What it does, in a phrase; empty where another command tells it too.
    pub does: &'static str,
    /// Under which heading the help lists it.
    pub group: Group,
    /// The word for it in the footer; empty where it has no place there.
    pub hint: &'static str,
    /// The command whose key the footer shows beside its own.
    pub pair: &'static str,
    /// What it asks for.
    pub action: Action,
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys that it has at first.
    keys: [Option<Key>; MOST_KEYS],
}

/// No command has more keys than these at first.
const MOST_KEYS: usize = 5;

/// The headings of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Moving about.
    Move,
    /// Links and footnotes.
    Links,
    /// Views and what they look like.
    Look,
    /// Marks and copies.
    Keep,
    /// Help, and ways out.
    Leave,
    /// In a line to type in.
    Prompt,
}

impl Group {
    /// In the order of the help.
    pub const ALL: [Self; 6] = [Self::Move, Self::Links, Self::Look, Self::Keep, Self::Leave, Self::Prompt];

    /// The heading.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Links => "Links and notes",
            Self::Look => "Views and looks",
            Self::Keep => "Keep and share",
            Self::Leave => "Leave",
            Self::Prompt => "While typing",
        }
    }

    const fn command(self, name: &'static str, action: Action, does: &'static str) -> Command {
        Command { name, does, group: self, hint: "", pair: "", action, contexts: &[], keys: [None; MOST_KEYS] }
    }
}

impl Command {
    const fn on(self, contexts: &'static [Context]) -> Self {
        Self { contexts, ..self }
    }

    const fn keys(mut self, names: &[&str]) -> Self {
        let mut at = 0;
        while at < names.len() {
            self.keys[at] = Some(Key::named(names[at]).expect("the table names keys that there are"));
            at += 1;
        }
        self
    }

    const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    const fn beside(self, pair: &'static str) -> Self {
        Self { pair, ..self }
    }

    /// The keys that it has at first.
    pub fn first_keys(&self) -> impl Iterator<Item = Key> {
        self.keys.iter().copied().flatten()
    }

    /// Whether it holds in a context: its own, or everywhere.
    #[must_use]
    pub fn holds_in(&self, context: Context) -> bool {
        self.contexts.contains(&context) || self.contexts.contains(&Context::Any)
    }
}

/// Every command, in the order in which help shows them; the order of the footer's hints as well.
#[must_use]
pub fn all() -> impl DoubleEndedIterator<Item = &'static Command> + Clone {
    LINKS.iter().chain(MOVES).chain(SEARCHES).chain(SHOWING).chain(LOOKS).chain(KEEPS).chain(LEAVES).chain(PROMPTS)
}

/// How the command begins that takes a word: which language.
pub const LANGUAGE: &str = "lang ";

/// What takes words behind it in the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// The language to read in.
    Language,
    /// The place to go to.
    Open,
    /// The form to write the pack in, and an era.
    Export,
}

/// The verb that a text begins with, and what stands behind it.
#[must_use]
pub fn verb(typed: &str) -> Option<(Verb, &str)> {
    const VERBS: [(&str, Verb); 3] = [(LANGUAGE, Verb::Language), ("open ", Verb::Open), ("export ", Verb::Export)];
    let typed = typed.trim_start();
    VERBS.into_iter().find_map(|(word, verb)| Some((verb, typed.strip_prefix(word)?.trim())))
}

/// The command of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}
