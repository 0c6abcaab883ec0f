//! `griot` and `griot open`: the explorer, where it was left or at a place.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ValueEnum;
use griot_pack::clean::clean;
use griot_pack::glyphs::Glyphs;

use ratatui::layout::Size;

use super::args::{Common, ExportForm};
use super::export::{Goal, export};
use super::output::{CliError, Output};
use super::surroundings::{self, Surroundings};
use super::text_writer::OutputStyle;
use super::{CliResult, Context};
use crate::clock::Clock;
use crate::place;
use crate::tui::app::App;
use crate::tui::config::{Config, Looks};
use crate::tui::settings::Settings;
use crate::tui::store::{Notes, Store, Warning};
use crate::tui::terminal::Kept;
use crate::tui::theme::Theme;
use griot_pack::pack::Pack;

/// Opens the explorer and comes back when it is quit.
pub(super) fn open(
    mut pack: Pack,
    place: &[String],
    common: &Common,
    styled: bool,
    warning: Option<String>,
) -> CliResult {
    if common.json || common.plain {
        let flag = if common.json { "--json" } else { "--plain" };
        return Err(CliError::usage(format!("griot open has no {flag}: griot read {} prints", place.join(" "))));
    }
    let found = if place.is_empty() { None } else { Some(place::find(&pack, &place.join(" "))?) };
    if !io::stdout().is_terminal() {
        return Err(CliError::output(
            "standard output is not a terminal, and the explorer needs one; griot read prints the text",
        ));
    }
    let mut config = Config::open();
    let settings = settings(common, styled, &config);
    pack.show_dates_in(config.date_language());
    let is_damaged = pack.damage();
    let mut app = App::with_keys(pack, Size::ZERO, settings, config.take_keymap());
    app.shared.browser = surroundings::browser();
    app.shared.editor = surroundings::editor();
    app.views.map.marker = config.marker().unwrap_or_default();
    let path = super::load::chosen(common)?;
    let store = if common.no_state { Store::nowhere() } else { Store::open(path.as_deref()) };
    let (marks, unread) = store.restore(&mut app, looks(common, styled, &config));
    if let Some(code) = language(&app.shared.pack, common, &config) {
        app.read_in(&code);
        app.shared.message = None;
    }
    let notes = store.notes();
    let unnoted = take_notes(&mut app, &notes);
    app.open_at(crate::tui::terminal::size().map_err(|error| no_terminal(&error))?);
    if let Some(found) = found {
        app.open_place(found);
    }
    let console = settings.glyphs.is_ascii() && !common.ascii && !config.glyphs().is_ascii();
    let plain = || console.then(|| "this console lacks many signs, so griot writes ASCII".to_owned());
    if let Some(message) =
        warning.or(unread.or(unnoted).map(|unread| unread.to_string())).or_else(|| config.warning()).or_else(plain)
    {
        app.shared.say(message);
    }
    let kept = Kept { store, marks, notes };
    crate::tui::terminal::run(app, path.as_deref(), kept, export_file).map_err(|error| no_terminal(&error))?;
    if is_damaged() {
        super::load::forget(common)?;
    }
    Ok(Output::of(String::new()))
}

/// Shows the notes that there are; a warning when they cannot be read.
pub(super) fn take_notes(app: &mut App, notes: &Notes) -> Option<Warning> {
    match notes.of_pack(&app.shared.pack) {
        Ok(found) => {
            app.shared.notes = found;
            None
        }
        Err(why) => Some(Warning::NotesUnread(why)),
    }
}

/// Writes the pack, or an era of it, to a file of its name where griot was started; what is said of that.
fn export_file(pack: &Pack, words: &str) -> String {
    let (form, era) = words.split_once(' ').map_or((words, None), |(form, era)| (form, Some(era.trim())));
    let Ok(format) = ExportForm::from_str(form, true) else {
        return format!("there is no form “{}”: {}", clean(form), ExportForm::names());
    };
    let part = era.map_or_else(String::new, |era| format!("-era-{era}"));
    let file = format!("{}{part}.{}", pack.about.id, format.ending());
    let style = OutputStyle::new(None, None, Glyphs::All, false, false);
    let context = Context { pack, style, json: false, clock: Clock::SYSTEM, command: "export" };
    match export(context, format, era, Some(Goal::File { file: Path::new(&file), force: false })) {
        Ok(output) => {
            let written = format!("written to {file}, where griot was started");
            std::iter::once(written).chain(output.messages).collect::<Vec<_>>().join("; ")
        }
        Err(error) => error.message.replace("; --force replaces it", ""),
    }
}

fn no_terminal(error: &io::Error) -> CliError {
    CliError::output(format!("the terminal cannot be used: {error}; griot read prints the text without one"))
}

fn settings(common: &Common, styled: bool, config: &Config) -> Settings {
    let Surroundings { depth, clipboard, is_console } = Surroundings::read();
    let ascii = common.ascii || is_console || config.glyphs().is_ascii();
    let mut settings = Settings {
        depth,
        colours: config.colours(depth),
        clipboard,
        glyphs: Glyphs::of(ascii),
        mouse: config.mouse().unwrap_or(true),
        only_text: config.panes() == Some(false),
        ..Settings::default()
    };
    looks(common, styled, config).over(&mut settings);
    settings
}

/// What was asked for of the looks, which goes before what is remembered: by a flag, or else in the settings.
fn looks(common: &Common, styled: bool, config: &Config) -> Looks {
    let set = config.looks();
    let named = common.theme.as_deref().and_then(Theme::named);
    let theme = if styled { named.or(set.theme) } else { Some(Theme::Plain) };
    let measure = common.width.map(|w| w.clamp(*Settings::MEASURES.start(), *Settings::MEASURES.end()));
    Looks { theme, measure: measure.or(set.measure), ..set }
}

/// The language that was asked for: by a flag, or in the settings where the pack has it.
pub(super) fn language(pack: &Pack, common: &Common, config: &Config) -> Option<String> {
    let set = || {
        config
            .language()
            .filter(|code| *pack.language() != **code && pack.languages().iter().any(|it| it.code == **code))
    };
    common.lang.as_deref().or_else(set).map(str::to_owned)
}
