//! The file as it holds now, to read and to begin one’s own with.

use std::fmt::Write as _;

use super::keys::NONE;
use super::table::{SETTINGS, Takes};
use super::{Config, NAME};
use crate::tui::action::Context;
use crate::tui::commands::Command;
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;
use crate::tui::theme::{OwnColours, Theme};

/// The whole file.
pub(super) fn file(config: &Config) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {NAME}: how griot looks and which keys run what.");
    let _ = writeln!(out, "# It belongs into {}.", config.shown_path());
    let _ =
        writeln!(out, "# What stands behind # is not set: griot then goes by what you chose last in it, or by this.\n");
    settings(config, &mut out);
    colours(config, &mut out);
    keys(config, &mut out);
    out
}

fn settings(config: &Config, out: &mut String) {
    for setting in &SETTINGS {
        let takes = match &setting.takes {
            Takes::Code => String::new(),
            takes => format!(": {}", takes.told()),
        };
        let _ = writeln!(out, "# {}{takes}", setting.does);
        let _ = match config.value(setting.name) {
            Some(value) => writeln!(out, "{} = {value}", setting.name),
            None => writeln!(out, "# {} = {}", setting.name, setting.at_first),
        };
    }
}

fn colours(config: &Config, out: &mut String) {
    let _ = writeln!(out, "\n[colours]");
    let _ = writeln!(
        out,
        "# Over those of the theme, by the role of what they colour: a name as \"red\" or \"light-blue\","
    );
    let _ = writeln!(out, "# a number of the 256, or \"#e5b249\"; \"reset\" is the terminal’s own.");
    let theme = config.looks().theme.unwrap_or(Theme::Auto);
    for role in OwnColours::roles() {
        let _ = match config.colours.iter().find(|(known, _)| *known == role) {
            Some((_, colour)) => writeln!(out, "{role} = \"{colour}\""),
            None => writeln!(out, "# {role} = \"{}\"", OwnColours::default().told(theme, role)),
        };
    }
}

fn keys(config: &Config, out: &mut String) {
    let _ = writeln!(out, "\n[keys]");
    let _ = writeln!(
        out,
        "# A command takes a key, a list of keys, or \"{NONE}\"; [keys.map] and the like give it others in one context:"
    );
    let words: Vec<&str> = Context::ALL.into_iter().map(Context::word).collect();
    let _ = writeln!(out, "# {}.", words.join(", "));
    for (group, bindings) in Keymap::default().groups_with_silent() {
        let _ = writeln!(out, "# {}", group.name());
        for binding in bindings {
            let own = config.keys.iter().find(|own| own.command == binding.command && own.context.is_none());
            let (behind, keys) = own.map_or(("# ", &binding.keys), |own| ("", &own.keys));
            line(out, behind, binding.command, keys);
        }
    }
    for context in Context::ALL {
        let mut here = config.keys.iter().filter(|own| own.context == Some(context)).peekable();
        if here.peek().is_some() {
            let _ = writeln!(out, "\n[keys.{}]", context.word());
        }
        here.for_each(|own| line(out, "", own.command, &own.keys));
    }
}

fn line(out: &mut String, behind: &str, command: &Command, keys: &[Key]) {
    let quoted = |key: &Key| match key.to_string() {
        key if key.contains(['"', '\\']) => format!("'{key}'"),
        key => format!("\"{key}\""),
    };
    let written = match keys {
        [] => format!("\"{NONE}\""),
        [key] => quoted(key),
        keys => format!("[{}]", keys.iter().map(quoted).collect::<Vec<_>>().join(", ")),
    };
    let does = if command.does.is_empty() { String::new() } else { format!("  # {}", command.does) };
    let _ = writeln!(out, "{behind}{} = {written}{does}", command.name);
}
