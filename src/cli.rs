//! The command line: reads what was typed, asks the models, and writes the output.
//!
//! Commands are functions from a `Context` to an `Output`; only this file writes. Nothing that came from
//! a pack, an argument or a file name reaches the terminal as it is.

mod about;
mod args;
mod ask;
mod at;
mod cache;
mod check;
mod cite;
mod config;
mod dates;
mod diff;
mod doctor;
mod export;
mod filter;
mod folder;
mod import;
mod keys;
mod linear;
mod list;
mod load;
mod map;
mod new;
mod notes;
mod open;
mod output;
mod packs;
mod pages;
mod read;
mod search;
mod show;
mod surroundings;
mod text_writer;
mod timeline;
mod today;

use griot_pack::glyphs::Glyphs;
use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, FromArgMatches};

use crate::clock::Clock;
use crate::formats::json;
use crate::tui::config::Config;
use args::{Cli, Command, Common, ExportForm};
use griot_pack::clean::{clean, first_forbidden, visible};
use griot_pack::pack::Pack;
use griot_pack::when::Language;
use output::{CliError, Output, Status};
use text_writer::OutputStyle;

type CliResult = Result<Output, CliError>;

/// What every command is given.
#[derive(Debug, Clone, Copy)]
struct Context<'a> {
    pack: &'a Pack,
    style: OutputStyle,
    json: bool,
    clock: Clock,
    /// Whose schema a page has that several commands print.
    command: &'static str,
}

/// Runs griot as it was called.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words = match plain_words(args) {
        Ok(words) => words,
        Err(error) => return end(Err(error), Messages::Told),
    };
    if words.len() == 1 {
        // Nothing was asked, so there is nothing to parse, and the first screen comes a millisecond earlier.
        return end(run_command(Cli { common: Common::default(), command: None }, may_style()), Messages::Told);
    }
    let styled = may_style() && !words.iter().any(|word| word == "--no-color");
    // Most starts name no command: griot's own options alone are parsed then, for to lay out the tree of commands takes a
    // sixth of a start. Whatever they are not, help and mistakes among it, is for the whole tree.
    if words[1].starts_with('-')
        && let Some(common) = Common::alone(&words)
    {
        let messages = if common.quiet { Messages::Hushed } else { Messages::Told };
        return end(run_command(Cli { common, command: None }, styled), messages);
    }
    let color = if styled { ColorChoice::Auto } else { ColorChoice::Never };
    let parsed = Cli::command().color(color).try_get_matches_from(words);
    match parsed.and_then(|found| Cli::from_arg_matches(&found)) {
        Ok(cli) => {
            let messages = if cli.common.quiet { Messages::Hushed } else { Messages::Told };
            end(run_command(cli, styled), messages)
        }
        Err(error) => explain(&error, styled),
    }
}

/// The arguments as text; one that could act on the terminal is refused before anything echoes it.
fn plain_words(args: impl IntoIterator<Item = OsString>) -> Result<Vec<String>, CliError> {
    let word = |arg: OsString| {
        let text = arg.to_string_lossy();
        if arg.to_str().is_none() {
            return Err(CliError::usage(format!("the argument \"{}\" is not UTF-8", visible(&text))));
        }
        match first_forbidden(&text) {
            Some(c) => Err(CliError::usage(format!(
                "the argument \"{}\" holds a character that cannot be shown (U+{:04X}); leave it out",
                visible(&text),
                c as u32
            ))),
            None => Ok(text.into_owned()),
        }
    };
    // The program's own name is where it happens to lie; nothing echoes it.
    std::iter::once(Ok("griot".to_owned())).chain(args.into_iter().skip(1).map(word)).collect()
}

/// Whether the environment allows colours and bold.
fn may_style() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && !is_dumb()
}

fn run_command(cli: Cli, styled: bool) -> CliResult {
    let Cli { common, command } = cli;
    let style = style(&common, styled);
    let output = match command {
        Some(Command::Check { dir, strict }) => {
            let report = check::Report { style, json: common.json, strict };
            match dir.map_or_else(|| load::chosen(&common), |dir| Ok(Some(dir)))? {
                Some(path) => check::pack(&path, report),
                None => check::built_in(report)?,
            }
        }
        Some(Command::Config) => config::config(style, common.json),
        Some(Command::Doctor) => doctor::doctor(&common, style, styled)?,
        Some(Command::New { dir, title }) => new::new(&dir, title.as_deref(), style)?,
        Some(Command::Import(args)) => import::run(&args, import::Told { style, json: common.json })?,
        Some(Command::Compile { dir, output, force }) => export::compile(&dir, &output, force)?,
        Some(Command::Diff { old, new }) => diff::diff([&old, &new], style, common.json)?,
        Some(Command::List { what: Some(what), .. }) if matches!(what.as_str(), "pack" | "packs") => {
            list::packs(style, common.json)?
        }
        Some(Command::Schema) => Output::of(griot_pack::pack::SCHEMA.to_owned()),
        Some(Command::Completions { shell }) => keys::completions(shell),
        Some(Command::Man) => keys::man()?,
        command => return of_pack(command, &common, style, styled),
    };
    Ok(finished(output, &common))
}

/// Whether the environment asks for the explorer line by line, or the terminal has nothing but lines. What is piped on from
/// a terminal is the text, as ever.
fn asks_for_lines() -> bool {
    let asked = std::env::var_os("GRIOT_LINEAR").is_some_and(|value| !value.is_empty() && value != "0");
    let (reads, prints) = (io::stdin().is_terminal(), io::stdout().is_terminal());
    asked && (prints || !reads) || is_dumb() && prints && reads
}

/// Whether the terminal calls itself one that moves no cursor, as the shell of an editor does.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// What needs a pack that can be read.
fn of_pack(command: Option<Command>, common: &Common, style: OutputStyle, styled: bool) -> CliResult {
    // A pack that is written out holds all of its languages.
    let whole = matches!(command, Some(Command::Export { format: ExportForm::Pack, .. }));
    let common = &Common { lang: common.lang.clone().filter(|_| !whole), ..common.clone() };
    let (mut pack, warning) = load::pack(common)?;
    let interactive = io::stdout().is_terminal() && !common.json && !common.plain;
    let by_lines = (common.linear || asks_for_lines()) && !common.json && !common.plain;
    match command {
        None if by_lines => linear::visit(pack, &[], common, style, warning),
        Some(Command::Open { place }) if by_lines => linear::visit(pack, &place, common, style, warning),
        None if interactive => open::open(pack, &[], common, styled, warning),
        Some(Command::Open { place }) => open::open(pack, &place, common, styled, warning),
        command => {
            let dates = dates_in(command.as_ref(), common);
            pack.show_dates_in(dates);
            let context = Context { pack: &pack, style, json: common.json, clock: Clock::SYSTEM, command: "read" };
            let printed = print(context, command.as_ref());
            // What was kept of the pack to open it quickly may turn out to be damaged when it is read.
            let anew = if pack.is_damaged() { Some(load::pack_anew(common)?) } else { None };
            let (printed, warning) = match anew {
                Some((mut pack, warning)) => {
                    pack.show_dates_in(dates);
                    (print(Context { pack: &pack, ..context }, command.as_ref()), warning)
                }
                None => (printed, warning),
            };
            // The system takes all memory back at once; giving back a large pack piece by piece takes as long as the answer.
            std::mem::forget(pack);
            let mut output = finished(printed?, common);
            output.messages.splice(0..0, warning);
            Ok(output)
        }
    }
}

/// The language that dates are printed in, as the settings choose it: what other programs read has them in English.
fn dates_in(command: Option<&Command>, common: &Common) -> Option<Language> {
    let for_programs = common.json || common.plain || matches!(command, Some(Command::Export { .. } | Command::Keys));
    if for_programs { Some(Language::English) } else { Config::open().date_language() }
}

/// What the command prints.
fn print(context: Context, command: Option<&Command>) -> CliResult {
    match command {
        Some(Command::Read { place }) => read::read(context, place),
        Some(Command::At { when, limit }) => at::at(context, &when.join(" "), *limit),
        Some(Command::Search { query, filters }) => search::search(context, &query.join(" "), filters),
        Some(Command::Ask { question, limit }) => Ok(ask::ask(context, &question.join(" "), *limit)),
        Some(Command::Today { on }) => today::today(context, on.as_deref()),
        Some(Command::Show { name }) => show::show(Context { command: "show", ..context }, &name.join(" ")),
        Some(Command::List { what, r#type, of_sources, filters }) => {
            list::list(context, what.as_deref(), r#type.as_deref(), of_sources, filters)
        }
        Some(Command::Timeline { when, filters }) => timeline::timeline(context, when, filters),
        Some(Command::Map { what, draw }) => {
            let drawn = *draw || io::stdout().is_terminal();
            map::map(context, what, drawn && !context.style.plain)
        }
        Some(Command::Cite { place, format }) => cite::cite(context, place, *format),
        Some(Command::Export { format, era, output, force, dir }) => {
            let file = output.as_deref().map(|file| export::Goal::File { file, force: *force });
            let goal = dir.as_deref().map(export::Goal::Folder).or(file);
            export::export(context, *format, era.as_deref(), goal)
        }
        Some(Command::About) => Ok(about::about(context)),
        Some(Command::Keys) => Ok(keys::keys(context)),
        _ => read::read(context, &[]),
    }
}

/// What a command comes to that was typed at the prompt of the explorer’s form in lines; nothing, for those that are
/// none of a pack.
fn typed(context: Context, words: &[String]) -> Option<CliResult> {
    let parsed = Cli::command().color(ColorChoice::Never).try_get_matches_from(words);
    let cli = match parsed.and_then(|found| Cli::from_arg_matches(&found)) {
        Ok(cli) => cli,
        Err(error) => return Some(Err(CliError::usage(error.render().to_string()))),
    };
    let command = cli.command.filter(Command::is_of_pack)?;
    let context =
        Context { json: cli.common.json, style: OutputStyle { plain: cli.common.plain, ..context.style }, ..context };
    Some(print(context, Some(&command)))
}

/// JSON keeps the promise that nothing printed acts on a terminal by its own escapes.
fn finished(mut output: Output, common: &Common) -> Output {
    if common.json {
        output.text = json::escaped(&output.text, Glyphs::of(common.ascii));
    }
    output
}

fn style(common: &Common, styled: bool) -> OutputStyle {
    let terminal = io::stdout().is_terminal();
    let size = if terminal { crossterm::terminal::size().ok() } else { None };
    OutputStyle::new(
        common.width,
        size.filter(|(columns, _)| *columns > 0),
        Glyphs::of(common.ascii),
        common.plain,
        styled && terminal,
    )
}

/// What becomes of messages on standard error.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Messages {
    Told,
    /// As `--quiet` asks.
    Hushed,
}

/// Writes the output and says how it went.
fn end(result: CliResult, told: Messages) -> ExitCode {
    let (text, mut messages, mut status) = match result {
        Ok(output) => (output.text, output.messages, output.status),
        Err(error) => (String::new(), vec![error.message], error.status),
    };
    match write_out(&text) {
        Ok(()) => {}
        // Whoever reads has had enough: that is no error.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(error) => {
            messages.push(format!("cannot write the output: {error}"));
            status = Status::Output;
        }
    }
    if told == Messages::Told {
        tell(&messages);
    }
    ExitCode::from(status as u8)
}

fn write_out(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Messages on standard error; when that fails there is nobody to tell.
fn tell(lines: &[String]) {
    let mut err = io::stderr().lock();
    for line in lines {
        let _ = write!(err, "griot: ");
        for (i, part) in line.split('\n').enumerate() {
            let _ = writeln!(err, "{}{}", if i > 0 { "  " } else { "" }, clean(part));
        }
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn explain(error: &clap::Error, styled: bool) -> ExitCode {
    use clap::error::ErrorKind as Kind;
    let on_terminal = if error.use_stderr() { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
    let text = match error.kind() {
        Kind::DisplayVersion => load::version(),
        _ if styled && on_terminal => error.render().ansi().to_string(),
        _ => error.render().to_string(),
    };
    if error.use_stderr() {
        let _ = io::stderr().lock().write_all(text.as_bytes());
        return ExitCode::from(Status::Usage as u8);
    }
    end(Ok(Output::of(text)), Messages::Told)
}
