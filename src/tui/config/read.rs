//! From the text to what it sets: every line on its own, every mistake with its place.

use griot_pack::clean::clean;
use griot_pack::order::InOrder;
use griot_pack::pack::File;
use toml::de::DeTable;

use super::keys;
use super::reader::{Given, Name, Reader, Wrong};
use super::table::SETTINGS;
use super::{Config, Mistake, NAME};
use crate::tui::keymap::{Keymap, Rebinding};
use crate::tui::theme::OwnColours;

/// More mistakes than these are not told one by one.
const MOST: usize = 50;

/// Reads a text.
pub(super) fn config(text: &str) -> Config {
    let (table, broken) = DeTable::parse_recoverable(text);
    let mut reader = Reader { config: Config::default(), wrong: Vec::new(), key_lines: Vec::new() };
    for error in &broken {
        let stretch = error.span().unwrap_or_default();
        reader.wrong.push((stretch, format!("this is no TOML: {}", clean(&error.message().replace('\n', ", ")))));
    }
    // Of a line that is broken nothing is taken, whatever could be made of it.
    let line_of = |at: usize| text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count();
    let broken: Vec<usize> = reader.wrong.iter().map(|(stretch, _)| line_of(stretch.start)).collect();
    let is_whole = |name: Name| broken.is_empty() || !broken.contains(&line_of(name.span().start));
    for (name, given) in table.get_ref().iter().filter(|(name, _)| is_whole(name)) {
        match (name.get_ref().as_ref(), given.get_ref().as_table()) {
            ("colours", Some(table)) => table.iter().filter(|it| is_whole(it.0)).for_each(|it| reader.colour(it)),
            ("keys", Some(table)) => keys::read(&mut reader, table, &is_whole),
            ("colours" | "keys", None) => reader.mistake(given, "this takes a table of names"),
            _ => reader.setting(name, given),
        }
    }
    reader.settle_keys();
    let mut config = reader.config;
    config.mistakes = told(text, reader.wrong);
    let order = |name: &str| SETTINGS.iter().position(|setting| setting.name == name);
    config.values.order_by_key(|(name, _)| order(name));
    config
}

impl Reader {
    fn setting(&mut self, name: Name, given: Given) {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name.get_ref()) else {
            let known = SETTINGS.iter().map(|setting| setting.name).chain(["colours", "keys"]);
            return self.unknown(name, "setting", known);
        };
        match setting.takes.read(given.get_ref()) {
            Ok(value) => self.config.values.push((setting.name, value)),
            Err(takes) => self.mistake(given, format!("\"{}\" cannot be this: {takes}", setting.name)),
        }
    }

    fn colour(&mut self, (name, given): (Name, Given)) {
        let Some(role) = OwnColours::roles().find(|role| role == name.get_ref()) else {
            return self.unknown(name, "role", OwnColours::roles());
        };
        let value = given.get_ref();
        let written = value.as_str().map(str::to_owned).or_else(|| Some(value.as_integer()?.as_str().to_owned()));
        match written.filter(|colour| self.config.own.set(role, colour)) {
            Some(colour) => self.config.colours.push((role, colour)),
            None => self.mistake(
                given,
                "this is no colour: a name as \"red\" or \"light-blue\", a number from 0 to 255, or \"#e5b249\"",
            ),
        }
    }

    /// Drops the lines whose keys would run two things, one by one, until each key runs one.
    fn settle_keys(&mut self) {
        while !self.config.keys.is_empty() {
            let keymap = Keymap::with(&self.config.keys);
            let clash = keymap.clash();
            self.config.keymap = Some(keymap);
            let Some(clash) = clash else { return };
            let gives = |own: &Rebinding| clash.commands.contains(&own.command) && own.keys.contains(&clash.key);
            let lines = self.config.keys.iter().zip(&self.key_lines).enumerate().filter(|(_, (own, _))| gives(own));
            let Some((at, _)) = lines.max_by_key(|(_, (_, line))| line.start) else { return };
            self.config.keys.remove(at);
            self.wrong.push((self.key_lines.remove(at), keys::clash(&clash)));
        }
        self.config.keymap = None;
    }
}

/// The mistakes with their lines, in their order; of each line the first.
fn told(text: &str, mut wrong: Vec<Wrong>) -> Vec<Mistake> {
    if wrong.is_empty() {
        return Vec::new();
    }
    wrong.order_by_key(|(stretch, _)| stretch.start);
    let file = File::new(NAME, text.to_owned());
    let mut mistakes: Vec<Mistake> = Vec::new();
    for (stretch, what) in wrong {
        let (place, source) = file.locate(stretch);
        if mistakes.last().is_some_and(|last| last.place.line == place.line) {
            continue;
        }
        if mistakes.len() == MOST {
            mistakes.push(Mistake { place, source: Some(source), what: "and there are more behind this".to_owned() });
            break;
        }
        mistakes.push(Mistake { place, source: Some(source), what });
    }
    mistakes
}
