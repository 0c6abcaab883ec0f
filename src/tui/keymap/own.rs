//! Keys that the reader chose: put over those of the table, and held to run one thing each.

use std::borrow::Cow;

use super::{Binding, Keymap};
use crate::tui::action::Context;
use crate::tui::commands::Command;
use crate::tui::key::{Code, Key};

/// A command that the reader gave other keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebinding {
    /// Which.
    pub command: &'static Command,
    /// Where; everywhere that it holds, unless said.
    pub context: Option<Context>,
    /// The keys that it has there, in place of its first ones.
    pub keys: Vec<Key>,
}

/// A key that would run two commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// Which key.
    pub key: Key,
    /// The two, in the order of the table.
    pub commands: [&'static Command; 2],
    /// Where it would.
    pub context: Context,
}

impl Keymap {
    /// The keys of the table with the reader's own over them.
    #[must_use]
    pub fn with(own: &[Rebinding]) -> Self {
        let mut map = Self::default();
        for it in own.iter().filter(|it| it.context.is_none()) {
            if let Some(binding) = map.bindings.iter_mut().find(|b| b.command == it.command) {
                binding.keys.clone_from(&it.keys);
            }
        }
        for it in own {
            if let Some(context) = it.context {
                map.rebind_in(context, it);
            }
        }
        map.bindings.retain(|b| !b.contexts.is_empty());
        map
    }

    /// Parts what holds in one context from what holds elsewhere.
    fn rebind_in(&mut self, context: Context, it: &Rebinding) {
        let Some(at) = self.bindings.iter().position(|b| b.command == it.command) else { return };
        let others = &mut self.bindings[at];
        if others.contexts.contains(&context) {
            others.contexts = others.contexts.iter().copied().filter(|c| *c != context).collect();
        } else {
            others.except.push(context);
        }
        let contexts = Cow::Owned(vec![context]);
        let binding = Binding { command: it.command, contexts, except: Vec::new(), keys: it.keys.clone() };
        self.bindings.insert(at + 1, binding);
    }

    /// A key that runs two commands in one context, though the table has it run but one of them.
    #[must_use]
    pub fn clash(&self) -> Option<Clash> {
        let all: Vec<(Key, &Binding)> =
            self.bindings.iter().flat_map(|b| b.keys.iter().map(move |key| (*key, b))).collect();
        // Each key is held against the earlier ones of its group alone: the last of each, and which one came before.
        let mut last: [Option<usize>; GROUPS] = [None; GROUPS];
        let mut earlier: Vec<Option<usize>> = Vec::with_capacity(all.len());
        for (at, (key, b)) in all.iter().enumerate() {
            let last = &mut last[group(*key)];
            let same = std::iter::successors(*last, |at| earlier[*at]).map(|at| all[at]).filter(|it| it.0 == *key);
            let same = same.map(|(_, a)| a).filter(|a| !(has_at_first(a, *key) && has_at_first(b, *key)));
            let clash = same.filter_map(|a| {
                Some(Clash { key: *key, commands: [a.command, b.command], context: meet(*key, a, b)? })
            });
            // Of those that it meets, the first of the table is told.
            if let Some(clash) = clash.last() {
                return Some(clash);
            }
            earlier.push(last.replace(at));
        }
        None
    }
}

/// Into so many groups keys are parted, to be compared with few.
const GROUPS: usize = 64;

/// The group of a key.
const fn group(key: Key) -> usize {
    let code = match key.code {
        Code::Char(c) => c as usize,
        Code::F(n) => n as usize,
        _ => 0,
    };
    (code + 32 * key.ctrl as usize + 16 * key.alt as usize) % GROUPS
}

/// Whether the table gives a command this key.
fn has_at_first(binding: &Binding, key: Key) -> bool {
    binding.command.first_keys().any(|known| known == key)
}

/// Where both would answer to a key. Where letters are typed they are no keys of what holds anywhere.
fn meet(key: Key, a: &Binding, b: &Binding) -> Option<Context> {
    if a.command == b.command {
        return None;
    }
    let shared = |one: &Binding, other: &Binding| {
        let typed = |context: Context| context.is_typed_into() && key.typed().is_some();
        one.contexts.iter().copied().find(|context| {
            other.contexts.contains(context) || !typed(*context) && other.holds_anywhere_and_in(*context)
        })
    };
    shared(a, b).or_else(|| shared(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::commands;
    use crate::tui::screens::Screen;

    fn own(name: &str, context: Option<Context>, keys: &str) -> Rebinding {
        let keys = keys.split_whitespace().map(|key| key.parse().unwrap()).collect();
        Rebinding { command: commands::named(name).unwrap(), context, keys }
    }

    fn runs(map: &Keymap, context: Context, key: &str) -> Option<&'static str> {
        map.command(context, key.parse().unwrap()).map(|command| command.name)
    }

    #[test]
    fn a_command_has_the_readers_keys_in_place_of_its_own() {
        let (read, map_view) = (Context::View(Screen::Read), Context::View(Screen::Map));
        let map = Keymap::with(&[own("quit", None, "Q"), own("search", Some(map_view), "F6"), own("mark", None, "")]);
        assert_eq!(map.clash(), None);
        assert_eq!((runs(&map, read, "Q"), runs(&map, read, "q")), (Some("quit"), None));
        assert_eq!((runs(&map, map_view, "F6"), runs(&map, map_view, "/")), (Some("search"), None));
        assert_eq!((runs(&map, read, "F6"), runs(&map, read, "/")), (None, Some("search")));
        assert_eq!((map.key("mark"), map.key("quit")), (":mark".to_owned(), "Q".to_owned()));
        let hints = |context| map.hints(context).map(|hint| format!("{} {}", hint.keys, hint.word)).collect::<Vec<_>>();
        assert!(hints(map_view).contains(&"F6 search".to_owned()) && hints(read).contains(&"/ search".to_owned()));
        assert!(!hints(map_view).contains(&"/ search".to_owned()));
        // In the help of a view each command has the keys that hold there.
        let rows = map.rows("search names", Some(map_view));
        assert_eq!(rows.iter().map(|b| b.keys[0].to_string()).collect::<Vec<_>>(), ["F6"]);
    }

    #[test]
    fn a_key_runs_one_thing_where_it_is_pressed() {
        assert_eq!(Keymap::default().clash(), None);
        let (read, map_view) = (Context::View(Screen::Read), Context::View(Screen::Map));
        let clash = |own: &[Rebinding]| {
            Keymap::with(own).clash().map(|it| (it.key.to_string(), it.commands.map(|command| command.name)))
        };
        let is = |key: &str, a, b| Some((key.to_owned(), [a, b]));
        assert_eq!(clash(&[own("mark", None, "j")]), is("j", "line-down", "mark"));
        // What holds anywhere is hidden by what holds in a view.
        assert_eq!(clash(&[own("mark", None, "Esc")]), is("Esc", "mark", "escape"));
        assert_eq!(clash(&[own("trust-margin", None, "Ctrl-c")]), is("Ctrl-c", "trust-margin", "quit-now"));
        assert_eq!(clash(&[own("row-down", None, "Ctrl-c")]), is("Ctrl-c", "quit-now", "row-down"));
        // In views that do not meet, one key may run two things.
        assert_eq!(clash(&[own("next-marker", None, "T")]), None);
        assert_eq!(clash(&[own("mark", Some(map_view), "J")]), None);
        assert_eq!(clash(&[own("mark", Some(read), "J"), own("copy", None, "J")]), is("J", "mark", "copy"));
        // A command that gave its key away leaves it free.
        assert_eq!(clash(&[own("mark", None, "y"), own("copy", None, "m"), own("copy-selection", None, "y")]), None);
        // Letters in a prompt are typed, and so no keys of what holds anywhere.
        assert_eq!(clash(&[own("redraw", None, "Ctrl-l w")]), None);
    }
}
