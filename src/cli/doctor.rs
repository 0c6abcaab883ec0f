//! `griot doctor`: what griot finds and will use, for reports of what goes wrong. Facts only.

use std::io::{self, IsTerminal};
use std::path::Path;

use serde::Serialize;

use super::args::Common;
use super::load;
use super::output::{CliError, Output};
use super::surroundings::{Surroundings, editor};
use super::text_writer::{OutputStyle, TextWriter};
use crate::formats::json;
use crate::tui::config::Config;
use crate::tui::settings::Clipboard;
use crate::tui::store::Store;
use crate::tui::theme::{Depth, Theme};
use griot_history::text::width;
use griot_pack::pack::Problems;

#[derive(Serialize)]
struct Body {
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct Fact {
    about: &'static str,
    found: String,
}

/// Tells what was found.
pub(super) fn doctor(common: &Common, style: OutputStyle, styled: bool) -> Result<Output, CliError> {
    let folder = load::chosen(common)?;
    let (pack, problems) = match &folder {
        Some(folder) => load::watched(folder),
        None => (Some(load::built_in()?), Problems::default()),
    };
    let name = folder.as_ref().map_or_else(|| "built-in".to_owned(), |dir| dir.display().to_string());
    let held = match &pack {
        Some(pack) if problems.is_empty() => {
            format!("{name}, {}, revision {}, no problems", pack.about.id, pack.about.revision)
        }
        Some(pack) => format!("{name}, {}, {}", pack.about.id, load::count(&problems)),
        None => format!("{name}, cannot be read: {}", load::count(&problems)),
    };
    let mut facts = vec![Fact { about: "version", found: format!("griot {}", env!("CARGO_PKG_VERSION")) }];
    facts.push(Fact { about: "system", found: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH) });
    facts.push(Fact { about: "pack", found: held });
    let config = Config::open();
    terminal(&mut facts, common, &config);
    let theme =
        common.theme.as_deref().or(config.looks().theme.map(Theme::name)).unwrap_or("auto, unless another was chosen");
    let colours = if styled { format!("yes, theme {theme}") } else { "no".to_owned() };
    facts.push(Fact { about: "colours", found: colours });
    facts.push(Fact { about: "locale", found: locale() });
    let widths = ["é", "●", "⣿", "ⵣ", "語"].map(|sign| format!("{sign} {}", width(sign)));
    facts.push(Fact { about: "widths counted", found: widths.join(", ") });
    let store = if common.no_state { Store::nowhere() } else { Store::open(folder.as_deref()) };
    let [state, data] = store.folders();
    facts.push(Fact { about: "settings", found: settings(&config) });
    facts.push(Fact { about: "place and looks", found: kept(state) });
    facts.push(Fact { about: "marks and notes", found: kept(data) });
    facts.push(Fact { about: "editor", found: editor().join(" ") });
    if common.json {
        return Ok(Output::of(json::document("doctor", pack.as_ref(), Body { facts })));
    }
    let mut writer = TextWriter::new(style);
    for Fact { about, found } in &facts {
        writer.entry(18, about, found);
    }
    Ok(Output::of(writer.into_text()))
}

fn terminal(facts: &mut Vec<Fact>, common: &Common, config: &Config) {
    let yes = |is: bool| if is { "terminal" } else { "no terminal" };
    let streams = format!(
        "input {}, output {}, errors {}",
        yes(io::stdin().is_terminal()),
        yes(io::stdout().is_terminal()),
        yes(io::stderr().is_terminal())
    );
    facts.push(Fact { about: "streams", found: streams });
    let size = if io::stdout().is_terminal() { crossterm::terminal::size().ok() } else { None };
    let size = size.map_or_else(|| "not known".to_owned(), |(columns, rows)| format!("{columns} × {rows}"));
    facts.push(Fact { about: "size", found: size });
    let Surroundings { depth, clipboard, is_console } = Surroundings::read();
    let fewer = if depth == Depth::Full { "" } else { "; others become the nearest of them" };
    facts.push(Fact { about: "colours of it", found: format!("{}{fewer}", depth.name()) });
    let signs = match () {
        () if common.ascii => "ASCII, as --ascii asks",
        () if config.glyphs().is_ascii() => "ASCII, as config.toml asks",
        () if is_console => "ASCII: the fonts of the Linux console lack many others",
        () => "all; --ascii or ascii = true in config.toml where the font lacks some",
    };
    facts.push(Fact { about: "signs", found: signs.into() });
    facts.push(Fact { about: "clipboard", found: clipboard_in_words(clipboard).into() });
    for (about, name) in
        [("TERM", "TERM"), ("TERM_PROGRAM", "TERM_PROGRAM"), ("COLORTERM", "COLORTERM"), ("NO_COLOR", "NO_COLOR")]
    {
        facts.push(Fact { about, found: variable(name).unwrap_or_else(|| "not set".into()) });
    }
}

/// Where the settings are and what of them holds.
fn settings(config: &Config) -> String {
    let path = config.shown_path();
    match (config.found, config.count(), config.mistakes.as_slice()) {
        (false, ..) => format!("{path}, not there; griot config prints one to begin with"),
        (true, count, []) => format!("{path}, {count} set"),
        (true, count, [one]) => format!("{path}, {count} set, 1 mistake: {one}"),
        (true, count, many) => format!("{path}, {count} set, {} mistakes, which griot config tells", many.len()),
    }
}

/// What becomes of a copy, and what would mend it.
const fn clipboard_in_words(clipboard: Clipboard) -> &'static str {
    match clipboard {
        Clipboard::Terminal => {
            "by OSC 52; the terminal does not say whether it takes it, and some ask or are told to first"
        }
        Clipboard::Tmux => {
            "by OSC 52 to tmux, which drops it unless it is told: set -s set-clipboard on; then the terminal must take it"
        }
        Clipboard::Screen => {
            "GNU screen drops it: griot read PLACE > FILE, the copy mode of screen (Ctrl-a [), or griot outside of screen"
        }
        Clipboard::None => "the Linux console has none: griot read PLACE > FILE",
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// The locale that holds for characters, and whether it is UTF-8.
fn locale() -> String {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| variable(name).filter(|value| !value.is_empty()));
    let Some(value) = set else { return "not set".into() };
    let plain: String = value.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let utf8 = if plain.contains("utf8") { "UTF-8" } else { "not UTF-8: --ascii may help" };
    format!("{value} ({utf8})")
}

/// A folder and whether it can be written to, tried where it would be made; nothing is left behind.
fn kept(folder: Option<&Path>) -> String {
    let Some(folder) = folder else { return "not kept".into() };
    let shown = folder.display();
    let Some(there) = folder.ancestors().find(|dir| dir.exists()) else { return format!("{shown}, cannot be made") };
    match tempfile::tempfile_in(there) {
        Ok(_) if there == folder => format!("{shown}, can be written"),
        Ok(_) => format!("{shown}, can be made"),
        Err(error) => format!("{shown}, cannot be written: {error}"),
    }
}
