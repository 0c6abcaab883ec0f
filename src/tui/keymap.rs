//! Which keys run which commands: a value, made from the defaults of [`super::commands`].

mod own;

use griot_pack::order::InOrder;
use std::borrow::Cow;

use griot_history::search::fold;

use super::action::{Action, Context};
use super::commands::{self, Command, Group, LANGUAGE};
use super::key::Key;
use super::screens::Screen;
pub use own::{Clash, Rebinding};

/// A command and the keys that run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// What is run.
    pub command: &'static Command,
    /// Where these keys run it: everywhere that it holds, unless the reader gave it others somewhere.
    pub contexts: Cow<'static, [Context]>,
    /// Of a command that holds anywhere, where the reader gave it other keys.
    pub except: Vec<Context>,
    /// By any of these; the first is the one that is told.
    pub keys: Vec<Key>,
}

impl Binding {
    /// Whether its keys hold in a context: its own, or everywhere.
    #[must_use]
    pub fn holds_in(&self, context: Context) -> bool {
        self.contexts.contains(&context) || self.holds_anywhere_and_in(context)
    }

    fn holds_anywhere_and_in(&self, context: Context) -> bool {
        self.contexts.contains(&Context::Any) && !self.except.contains(&context)
    }

    /// ` (timeline, map)`, where it does not hold in the text.
    #[must_use]
    pub fn where_it_holds(&self) -> String {
        if self.contexts.iter().any(|c| [Context::View(Screen::Read), Context::Any, Context::Prompt].contains(c)) {
            return String::new();
        }
        let names: Vec<&str> = self.contexts.iter().map(|c| c.name()).collect();
        format!(" ({})", names.join(", "))
    }
}

/// All keys, in the order of the commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        let binding = |command: &'static Command| Binding {
            command,
            contexts: Cow::Borrowed(command.contexts),
            except: Vec::new(),
            keys: command.first_keys().collect(),
        };
        Self { bindings: commands::all().map(binding).collect() }
    }
}

impl Keymap {
    /// Every command with its keys, in the order of the help.
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The command of a key in a context: the context's own, or else one that holds anywhere.
    #[must_use]
    pub fn command(&self, context: Context, key: Key) -> Option<&'static Command> {
        let with = |holds: &dyn Fn(&Binding) -> bool| {
            self.bindings.iter().find(|b| b.keys.contains(&key) && holds(b)).map(|b| b.command)
        };
        let is_text = context.is_typed_into() && key.typed().is_some();
        let anywhere = || if is_text { None } else { with(&|b| b.holds_anywhere_and_in(context)) };
        with(&|b| b.contexts.contains(&context)).or_else(anywhere)
    }

    /// What a key does in a context: its command, or the letter that it types.
    #[must_use]
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        let typed = || key.typed().filter(|_| context.is_typed_into()).map(Action::Type);
        self.command(context, key).map(|command| command.action).or_else(typed)
    }

    /// The key that is told for a command; its name, where it has none.
    #[must_use]
    pub fn key(&self, name: &str) -> String {
        self.bound(name).map_or_else(|| format!(":{name}"), |key| key.to_string())
    }

    /// The first key of a command, where it has one.
    #[must_use]
    pub fn bound(&self, name: &str) -> Option<Key> {
        self.bindings.iter().filter(|b| b.command.name == name).find_map(|b| b.keys.first().copied())
    }

    /// What the footer shows in a context: a key, or a pair of them, and the word for what it does.
    pub fn hints(&self, context: Context) -> impl Iterator<Item = Hint> + '_ {
        // In a view the footer tells of what holds anywhere as well.
        let in_view = matches!(context, Context::View(_) | Context::Select);
        let holds = move |b: &Binding| if in_view { b.holds_in(context) } else { b.contexts.contains(&context) };
        let bindings = self.bindings.iter().filter(move |b| !b.command.hint.is_empty() && holds(b));
        bindings.filter_map(|b| {
            // What has no key has no place there.
            let own = b.keys.first()?.to_string();
            let keys = match self.bound(b.command.pair) {
                Some(other) => format!("{own} {other}"),
                None => own,
            };
            Some(Hint { keys, word: b.command.hint, name: b.command.name })
        })
    }

    /// The bindings of a context, or every command, that hold what was typed: first those whose words begin with it,
    /// then those that it stands in.
    #[must_use]
    pub fn rows(&self, typed: &str, context: Option<Context>) -> Vec<&Binding> {
        // The word after it says which language.
        let typed = if typed.starts_with(LANGUAGE) { LANGUAGE } else { typed };
        let words: Vec<String> = fold(typed).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
        let beginning = words.join(" ");
        let begins = |text: &str, word: &String| text.split([' ', '-']).any(|have| have.starts_with(word.as_str()));
        let wanted = |b: &&Binding| match context {
            Some(context) => b.holds_in(context),
            None => !b.contexts.contains(&Context::Prompt),
        };
        let says = |b: &&Binding| {
            let Command { name, does, group, .. } = b.command;
            let text = fold(&format!("{does} {name} {} {}", group.name(), b.where_it_holds()));
            let key = b.keys.iter().any(|key| key.to_string().eq_ignore_ascii_case(typed.trim()));
            !does.is_empty() && (key || words.iter().all(|word| begins(&text, word)))
        };
        let how_well = |b: &Binding| {
            let does = fold(b.command.does);
            (!does.starts_with(&beginning), !words.iter().all(|word| begins(&does, word)))
        };
        let mut rows: Vec<&Binding> = self.bindings.iter().filter(wanted).filter(says).collect();
        rows.order_by_key(|b| (how_well(b), b.command.group));
        rows
    }

    /// The commands that have a row in the help, by their headings.
    pub fn groups(&self) -> impl Iterator<Item = (Group, Vec<&Binding>)> {
        let of = |group: Group| -> Vec<&Binding> {
            self.bindings.iter().filter(|b| b.command.group == group && !b.command.does.is_empty()).collect()
        };
        Group::ALL.into_iter().map(move |group| (group, of(group)))
    }

    /// Every command by its heading, those among them that another tells of too.
    pub fn groups_with_silent(&self) -> impl Iterator<Item = (Group, Vec<&Binding>)> {
        let of = |group: Group| self.bindings.iter().filter(|b| b.command.group == group).collect();
        Group::ALL.into_iter().map(move |group| (group, of(group)))
    }

    /// The keys and the names of the commands as Markdown, as the README shows them.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for (group, bindings) in self.groups() {
            out.push_str(&format!("\n| {} | | |\n|---|---|---|\n", group.name()));
            for b in bindings {
                let keys: Vec<String> =
                    b.keys.iter().map(|k| format!("`{}`", k.to_string().replace('|', "\\|"))).collect();
                let Command { name, does, .. } = b.command;
                out.push_str(&format!("| {} | {does}{} | `{name}` |\n", keys.join(" "), b.where_it_holds()));
            }
        }
        out
    }
}

/// What the footer shows of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Its key, or its own and that of its counterpart.
    pub keys: String,
    /// The word for what it does.
    pub word: &'static str,
    /// The command.
    pub name: &'static str,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::tui::screens::Screen;

    #[test]
    fn every_command_has_a_name_and_keys_of_its_own() {
        let names: Vec<&str> = commands::all().map(|command| command.name).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "a name stands twice");
        for (i, command) in commands::all().enumerate() {
            assert!(command.first_keys().next().is_some() && !command.contexts.is_empty(), "{command:?}");
            assert!(command.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert!(command.pair.is_empty() || commands::named(command.pair).is_some(), "{command:?}");
            for key in command.first_keys() {
                assert_eq!(key.to_string().parse(), Ok(key));
                let twice = |other: &&Command| {
                    other.first_keys().any(|other| other == key)
                        && other.contexts.iter().any(|c| command.contexts.contains(c))
                };
                assert!(!commands::all().skip(i + 1).any(|o| twice(&o)), "{key} stands twice: {command:?}");
            }
        }
    }

    #[test]
    fn no_key_that_terminals_confuse_is_bound_to_two_things() {
        for (control, plain) in [("Ctrl-i", "Tab"), ("Ctrl-m", "Enter"), ("Ctrl-[", "Esc")] {
            let control = control.parse().expect("a key");
            let is_bound = commands::all().any(|it| it.first_keys().any(|key| key == control));
            assert!(!is_bound, "{control} is {plain} on many terminals");
        }
    }

    #[test]
    fn commands_are_found_by_words_names_and_keys_and_the_nearest_come_first() {
        let keymap = Keymap::default();
        let names = |typed: &str, context| -> Vec<&str> {
            keymap.rows(typed, context).iter().map(|b| b.command.name).collect()
        };
        // Each word begins one of those that tell of it; its name and a key do as well.
        assert_eq!(names("zoom o", None).first(), Some(&"zoom-out"));
        assert!(names("jump-lab", None).contains(&"jump-labels") && !names("jump zoom", None).contains(&"jump-labels"));
        assert!(names("F4", None).contains(&"lang") && names("ctrl-z", None).contains(&"suspend"));
        assert_eq!(names("xyzzy", None), [""; 0]);
        assert_eq!(names("lang fr", None).first(), Some(&"lang"));
        // What begins with the words stands before what only holds them.
        let does: Vec<String> = keymap.rows("next", None).iter().map(|b| fold(b.command.does)).collect();
        let begin = does.iter().take_while(|does| does.starts_with("next")).count();
        assert!(
            begin > 3 && begin < does.len() && !does[begin..].iter().any(|does| does.starts_with("next")),
            "{does:?}"
        );
        // So does what tells of them before what is only called so or stands under such a heading.
        let told_in = |typed: &str| -> Vec<bool> {
            let told = |b: &&Binding| fold(b.command.does).split([' ', '-']).any(|word| word.starts_with(typed));
            keymap.rows(typed, None).iter().map(told).collect()
        };
        for typed in ["link", "look", "text", "search"] {
            let told = told_in(typed);
            assert!(told.is_sorted_by(|a, b| a >= b), "{typed}: {told:?}");
        }
        assert!(told_in("link").contains(&true) && told_in("link").contains(&false));
        // All of them are those that are told of and are no keys of a line to type in.
        let told = |b: &&Binding| !b.command.does.is_empty();
        let all = keymap.bindings().iter().filter(told).filter(|b| !b.command.contexts.contains(&Context::Prompt));
        assert_eq!(names("", None).len(), all.count());
        let map = Context::View(Screen::Map);
        let of_map = keymap.bindings().iter().filter(told).filter(|b| b.command.holds_in(map));
        assert_eq!(names("", Some(map)).len(), of_map.count());
    }

    #[test]
    fn letters_are_typed_in_prompts() {
        let keymap = Keymap::default();
        let name = |context, text: &str| keymap.command(context, text.parse().unwrap()).map(|command| command.name);
        assert_eq!(name(Context::Prompt, "q"), None);
        assert_eq!(name(Context::Prompt, "/"), None);
        assert_eq!(name(Context::Prompt, "Esc"), Some("close-prompt"));
        assert_eq!(name(Context::View(Screen::Read), "/"), Some("search"));
        assert_eq!(name(Context::JumpLabels, "/"), None);
    }
}
