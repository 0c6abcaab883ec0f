//! The explorer line by line: for those who have it read to them, for a braille display, for a script.
//!
//! It is the same program: commands, keys, views and popups are those of the screen, and change the same state. What has
//! changed is told in words, at most so many columns wide, and nothing but lines is ever written.

mod asked;
mod lines;
mod told;

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::time::Duration;

use griot_history::text::Goal;
use griot_pack::clean::{clean, visible};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::Pack;
use ratatui::layout::Size;

use super::args::Common;
use super::output::Output;
use super::text_writer::OutputStyle;
use super::{CliResult, load};
use crate::clock::Clock;
use crate::place;
use crate::tui::action::Effect;
use crate::tui::app::App;
use crate::tui::config::{Config, Looks};
use crate::tui::settings::Settings;
use crate::tui::store::{Keeper, Marks, Notes, Store};
use crate::tui::views::map::Marker;
use told::Here;

/// The screen that the views are worked out for, which nobody sees: one on which they show all they have.
const SCREEN: Size = Size { width: 120, height: 40 };
/// Columns of a line where nothing says how many there are.
const COLUMNS: u16 = 72;
/// The longest line that is read.
const LONGEST: u64 = 4 << 10;
/// How long the marks may wait for another program to let go of them.
const PATIENCE: Duration = Duration::from_secs(1);

/// A visit: what is open, and what was last told of it.
struct Visit {
    app: App,
    keeper: Keeper,
    store: Store,
    marks: Marks,
    notes: Notes,
    style: OutputStyle,
    clock: Clock,
    /// Lines to a page, where pages are turned: on a terminal.
    rows: Option<usize>,
    /// Lines that are not printed yet.
    waiting: Vec<String>,
    /// What a number leads to that is typed now.
    choices: Vec<Choice>,
    /// Where the reader was when something was last told.
    here: Option<Here>,
}

/// What is told by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Link(Goal),
    /// A row of what lies on top.
    Popup(usize),
    /// So many rows from the chosen one.
    Row(i32),
}

/// Whether the visit goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    GoOn,
    Quit,
}

/// Reads lines from standard input until there are no more or one says to quit.
pub(super) fn visit(
    mut pack: Pack,
    place: &[String],
    common: &Common,
    style: OutputStyle,
    warning: Option<String>,
) -> CliResult {
    let found = if place.is_empty() { None } else { Some(place::find(&pack, &place.join(" "))?) };
    let mut config = Config::open();
    let path = load::chosen(common)?;
    let store = if common.no_state { Store::nowhere() } else { Store::open(path.as_deref()) };
    pack.show_dates_in(config.date_language());
    let mut app = App::with_keys(pack, SCREEN, Settings::default(), config.take_keymap());
    let (marks, unread) = store.restore(&mut app, Looks { measure: Some(Settings::MEASURE), ..Looks::default() });
    if let Some(code) = super::open::language(&app.shared.pack, common, &config) {
        app.read_in(&code);
        app.shared.message = None;
    }
    app.views.map.marker = Marker::Words;
    app.open_at(SCREEN);
    if let Some(found) = found {
        app.open_place(found);
    }
    let notes = store.notes();
    let unnoted = super::open::take_notes(&mut app, &notes);
    let ascii = common.ascii || config.glyphs().is_ascii();
    let mut visit = Visit {
        app,
        keeper: Keeper::default(),
        store,
        marks,
        notes,
        style: lines_of(common, style, ascii),
        clock: Clock::SYSTEM,
        rows: io::stdout().is_terminal().then(|| style.rows.saturating_sub(2).max(4)),
        waiting: Vec::new(),
        choices: Vec::new(),
        here: None,
    };
    for message in
        [warning, unread.or(unnoted).map(|unread| unread.to_string()), config.warning()].into_iter().flatten()
    {
        visit.say(&message);
    }
    visit.welcome();
    let (mut input, mut out) = (io::stdin().lock(), io::stdout().lock());
    let echo = !io::stdin().is_terminal();
    match visit.run(&mut input, &mut out, echo) {
        // Whoever reads has had enough: that is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(super::output::CliError::output(format!("the visit ended: {error}")))
        }
        _ => Ok(Output::of(String::new())),
    }
}

/// Running text as wide as the terminal is, or as was asked for.
fn lines_of(common: &Common, style: OutputStyle, ascii: bool) -> OutputStyle {
    let terminal = io::stdout().is_terminal().then(|| crossterm::terminal::size().ok()).flatten();
    let columns = common.width.or(terminal.map(|(columns, _)| columns)).filter(|it| *it > 0).unwrap_or(COLUMNS).max(20);
    let columns = usize::from(columns);
    OutputStyle { measure: columns, width: columns, bold: false, plain: false, glyphs: Glyphs::of(ascii), ..style }
}

impl Visit {
    /// A line in, what it comes to out, over and over.
    fn run(&mut self, input: &mut impl BufRead, out: &mut impl Write, echo: bool) -> io::Result<()> {
        loop {
            self.turn_page(out)?;
            self.keep(out)?;
            write!(out, "> ")?;
            out.flush()?;
            let mut line = Vec::new();
            if (&mut *input).take(LONGEST).read_until(b'\n', &mut line)? == 0 {
                writeln!(out)?;
                return Ok(());
            }
            let typed = String::from_utf8_lossy(&line);
            let typed = clean(typed.trim()).into_owned();
            if echo {
                // Whoever reads the output alone has to know what was asked.
                let (first, more) = self
                    .folded(&format!("> {typed}"))
                    .split_first()
                    .map_or_else(Default::default, |(first, more)| (first.clone(), more.to_vec()));
                writeln!(out, "{}", first.strip_prefix("> ").unwrap_or_default())?;
                for line in more {
                    writeln!(out, "{line}")?;
                }
            }
            if self.answer(&typed) == Then::Quit {
                self.turn_page(out)?;
                return self.keep(out);
            }
        }
    }

    /// Prints what waits, or a page of it.
    fn turn_page(&mut self, out: &mut impl Write) -> io::Result<()> {
        let count = self.rows.unwrap_or(usize::MAX).min(self.waiting.len());
        for line in self.waiting.drain(..count) {
            writeln!(out, "{line}")?;
        }
        match self.waiting.len() {
            0 => {}
            1 => writeln!(out, "(one more line: Enter)")?,
            more => writeln!(out, "({more} more lines: Enter)")?,
        }
        Ok(())
    }

    /// Saves the place, so that whatever ends griot loses nothing.
    fn keep(&mut self, out: &mut impl Write) -> io::Result<()> {
        let session = self.keeper.session(&self.app);
        if let Some(warning) = self.store.save(&session) {
            for line in self.folded(&warning.to_string()) {
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }

    /// Does what a change asks of the terminal, as far as lines can.
    fn carry_out(&mut self, effect: Effect) -> Then {
        match effect {
            Effect::Quit => return Then::Quit,
            Effect::Copy(text) => {
                self.app.shared.message = None;
                self.say(&text);
            }
            Effect::OpenUrl(url) => self.address(&url),
            Effect::Run(words) => self.address(words.last().map_or("", String::as_str)),
            Effect::Marks => {
                self.marks.change(&self.app.shared.pack, &self.app.shared.marks);
                if let Some(warning) = self.marks.keep_within(PATIENCE) {
                    self.say(&warning.to_string());
                }
                self.app.shared.marks = self.marks.locations(&self.app.shared.pack);
            }
            Effect::Note(_) | Effect::Export(_) => self.say("here this takes words: help tells how"),
            Effect::None | Effect::Suspend | Effect::Redraw | Effect::Mouse(_) | Effect::GiveUp => {}
        }
        Then::GoOn
    }

    fn address(&mut self, url: &str) {
        self.app.shared.message = None;
        self.say(&format!("griot opens nothing from here: {}", visible(url)));
    }
}

#[cfg(test)]
mod tests;
