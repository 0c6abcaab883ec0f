//! The keys of the file: by the name of a command, everywhere or in one context.

use griot_pack::clean::clean;
use griot_pack::pack::nearest;
use toml::de::{DeTable, DeValue};

use super::reader::{Given, Name, Reader};
use crate::tui::action::Context;
use crate::tui::commands::{self, Command};
use crate::tui::key::{Code, Key, NAMES};
use crate::tui::keymap::{Clash, Rebinding};

/// What a command is given that is to have no key.
pub(super) const NONE: &str = "none";

/// Keys that always lead out, whatever else does too.
const KEPT: [(&str, &str); 3] = [("escape", "Esc"), ("close-prompt", "Esc"), ("quit-now", "Ctrl-c")];

/// What terminals send for keys that they do not tell apart.
const SENT_FOR: [(&str, &str); 3] = [("Ctrl-i", "Tab"), ("Ctrl-m", "Enter"), ("Ctrl-[", "Esc")];

pub(super) fn read(reader: &mut Reader, table: &DeTable, is_whole: &dyn Fn(Name) -> bool) {
    for (name, given) in table.iter().filter(|(name, _)| is_whole(name)) {
        if let Some(command) = commands::named(name.get_ref()) {
            give(reader, command, None, (name, given));
            continue;
        }
        match (named(name.get_ref()), given.get_ref().as_table()) {
            (Some(context), Some(table)) => in_context(reader, context, table, is_whole),
            (Some(_), None) => reader.mistake(given, "a context takes a table of commands"),
            (None, _) => {
                let known = commands::all().map(|command| command.name).chain(Context::ALL.map(Context::word));
                reader.unknown(name, "command", known);
            }
        }
    }
}

fn in_context(reader: &mut Reader, context: Context, table: &DeTable, is_whole: &dyn Fn(Name) -> bool) {
    for (name, given) in table.iter().filter(|(name, _)| is_whole(name)) {
        match commands::named(name.get_ref()) {
            Some(command) => give(reader, command, Some(context), (name, given)),
            None => reader.unknown(name, "command", commands::all().map(|command| command.name)),
        }
    }
}

/// The context that is written so.
fn named(word: &str) -> Option<Context> {
    Context::ALL.into_iter().find(|context| context.word() == word)
}

/// Gives a command the keys of a line.
fn give(reader: &mut Reader, command: &'static Command, context: Option<Context>, (name, given): (Name, Given)) {
    if let Some(context) = context.filter(|context| !command.holds_in(*context)) {
        let holds: Vec<&str> = command.contexts.iter().map(|context| context.name()).collect();
        return reader.mistake(
            name,
            format!("\"{}\" does not hold in {}; it holds in {}", command.name, context.name(), holds.join(", ")),
        );
    }
    let keys = match keys(given.get_ref()) {
        Ok(keys) => keys,
        Err(what) => return reader.mistake(given, what),
    };
    if let Some(what) = lost(command, &keys).or_else(|| typed(command, context, &keys)) {
        return reader.mistake(given, what);
    }
    reader.config.keys.push(Rebinding { command, context, keys });
    reader.key_lines.push(name.span());
}

/// The keys that a command is given: one, a list, or none.
fn keys(value: &DeValue) -> Result<Vec<Key>, String> {
    let wanted =
        || "a key is written as \"x\", \"Ctrl-d\" or \"F2\", keys as [\"x\", \"F2\"], and none as \"none\"".to_owned();
    if value.as_str() == Some(NONE) {
        return Ok(Vec::new());
    }
    let texts: Option<Vec<&str>> = match value.as_array() {
        Some(list) => list.iter().map(|it| it.get_ref().as_str()).collect(),
        None => value.as_str().map(|text| vec![text]),
    };
    let mut keys = Vec::new();
    for text in texts.ok_or_else(wanted)? {
        let key = key(text)?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// A key by its name, or why it is none that a terminal could send.
fn key(text: &str) -> Result<Key, String> {
    let meant = |right: &str| Err(format!("no key is called \"{}\"; did you mean \"{right}\"?", clean(text)));
    let held = text.rfind('-').filter(|at| *at > 0 && at + 1 < text.len()).map_or(0, |at| at + 1);
    let (held, name) = text.split_at(held);
    let Ok(key) = text.parse::<Key>() else {
        let known = NAMES.iter().map(|(name, _)| *name);
        let same = known.clone().find(|known| known.eq_ignore_ascii_case(name));
        return match same.or_else(|| nearest(name, known)) {
            Some(right) => meant(&format!("{held}{right}")),
            None => Err(format!("no key is called \"{}\": they are written as \"x\", \"Ctrl-d\", \"F2\"", clean(text))),
        };
    };
    if let Some((_, sent)) = SENT_FOR.iter().find(|(written, _)| *written == text) {
        return Err(format!("terminals send {sent} for {text}, so that it is no key of its own"));
    }
    match key.code {
        Code::Char(c) if key.ctrl && c.is_uppercase() => meant(&format!("{held}{}", c.to_lowercase())),
        Code::Char(c) if key.shift && c != ' ' => meant(&c.to_uppercase().to_string()),
        Code::F(n) if !(1..=24).contains(&n) => Err(format!("there is no key F{n}")),
        _ => Ok(key),
    }
}

/// Why a command may not be without a key.
fn lost(command: &Command, keys: &[Key]) -> Option<String> {
    let (_, kept) = KEPT.iter().find(|(name, _)| *name == command.name)?;
    let has = keys.iter().any(|key| kept.parse() == Ok(*key));
    (!has).then(|| format!("\"{}\" keeps {kept}, which always leads out: write [\"{kept}\", …]", command.name))
}

/// Why a key cannot be one where letters are typed.
fn typed(command: &Command, context: Option<Context>, keys: &[Key]) -> Option<String> {
    let in_prompt = context.map_or_else(|| command.contexts.contains(&Context::Prompt), |it| it == Context::Prompt);
    let letter = keys.iter().find(|key| key.typed().is_some()).filter(|_| in_prompt)?;
    Some(format!("\"{letter}\" is typed as a letter where \"{}\" holds", command.name))
}

/// A key that would run two commands, in words.
pub(super) fn clash(clash: &Clash) -> String {
    let Clash { key, commands: [one, other], context } = clash;
    format!(
        "{key} would run both \"{}\" and \"{}\" ({}): give one of them another key, or \"none\"",
        one.name,
        other.name,
        context.name()
    )
}
