//! What may be given on the command line.

mod export;
mod help;
mod import;

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use export::ExportForm;
pub use help::{AFTER, SEARCH};
use help::{BEFORE, IMPORT, LISTS, TEMPLATE, TIMELINE};
pub use import::{ImportArgs, ImportForm};

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "griot",
    version,
    about = "A history explorer for the terminal",
    before_help = BEFORE,
    after_help = AFTER,
    help_template = TEMPLATE,
    max_term_width = 80
)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The flags that hold everywhere.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Options of every command")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Common {
    /// Read the pack at PATH, a folder, a plain file or a compiled one, or at `GRIOT_DATA`
    #[arg(long, value_name = "PATH", global = true, help = "Read the pack at PATH, or at $GRIOT_DATA")]
    pub data: Option<PathBuf>,
    /// Read the pack that griot list packs calls NAME
    #[arg(long, value_name = "NAME", global = true, conflicts_with = "data")]
    pub pack: Option<String>,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub json: bool,
    /// Print one record a line, tab-separated, unwrapped
    #[arg(long, global = true, conflicts_with = "json")]
    pub plain: bool,
    /// Wrap at N columns (20 to 500)
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(20..=500))]
    pub width: Option<u16>,
    /// Use no colour and no bold [env: `NO_COLOR`]
    #[arg(long, global = true, help = "Use no colour and no bold, as with $NO_COLOR")]
    pub no_color: bool,
    /// Print ASCII only
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Read in another language of the pack, as fr, with dates in it
    #[arg(long, value_name = "CODE", global = true)]
    pub lang: Option<String>,
    /// Colours of the explorer: auto, ink, paper or contrast
    #[arg(long, value_name = "NAME", global = true, value_parser = ["auto", "ink", "paper", "contrast"], hide_possible_values = true)]
    pub theme: Option<String>,
    /// Read line by line, without a screen, as with `GRIOT_LINEAR`
    #[arg(long, global = true, help = "Read line by line, without a screen, as with $GRIOT_LINEAR")]
    pub linear: bool,
    /// Keep nothing: no place, no marks, no searches
    #[arg(long, global = true)]
    pub no_state: bool,
    /// Say nothing on standard error
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

impl Common {
    /// These flags where nothing else was given; none where they do not tell all.
    #[must_use]
    pub fn alone(words: &[String]) -> Option<Self> {
        let flags = Self::augment_args(clap::Command::new("griot").disable_help_flag(true));
        Self::from_arg_matches(&flags.try_get_matches_from(words).ok()?).ok()
    }
}

/// Filters of lists, the same in every command that has them.
#[derive(Debug, Clone, Default, Args)]
pub struct Filters {
    /// Only one kind: person, place, polity, event ...
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only an era, by number or id
    #[arg(long, value_name = "ERA")]
    pub era: Option<String>,
    /// Only from a date on
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub from: Option<String>,
    /// Only up to a date
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub to: Option<String>,
    /// At most N results
    #[arg(short = 'n', long = "limit", value_name = "N")]
    pub limit: Option<usize>,
}

/// What the list of sources can be asked for beside the filters.
#[derive(Debug, Clone, Default, Args)]
pub struct OfSources {
    /// Only sources of a rank: scholarly, official, press, reference, wiki ...
    #[arg(long, value_name = "RANK")]
    pub rank: Option<String>,
    /// Sources in the order of times cited, appearance, date, kind or rank
    #[arg(long, value_name = "ORDER")]
    pub sort: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the explorer at a place
    #[command(override_usage = "griot open [OPTIONS] [PLACE]...")]
    Open {
        /// An era's number, an address (1.6), an id, a name, a date or a search
        #[arg(value_name = "PLACE", allow_negative_numbers = true)]
        place: Vec<String>,
    },
    /// Print the text, or a part of it, with its notes
    Read {
        /// Eras (2, 1..3), passages (1.6, 1.6..1.9), an id, a name or a date
        #[arg(value_name = "PLACE", allow_negative_numbers = true)]
        place: Vec<String>,
    },
    /// Tell what was happening at a time
    #[command(after_help = "Columns of --plain: what, date, text, address")]
    At {
        /// A date in any form, as 1591, 13th c., 900 BC or 1960..1991
        #[arg(value_name = "DATE", required = true, allow_negative_numbers = true)]
        when: Vec<String>,
        /// At most N statements of the text
        #[arg(short = 'n', long = "limit", value_name = "N")]
        limit: Option<usize>,
    },
    /// Search names, the text and the sources
    #[command(after_help = SEARCH)]
    Search {
        /// Words, a date, or both; @kind looks among one kind
        #[arg(value_name = "QUERY", required = true, allow_negative_numbers = true)]
        query: Vec<String>,
        #[command(flatten)]
        filters: Filters,
    },
    /// Answer a question with dates and sources
    #[command(after_help = "Columns of --plain: kind, id, date, answer, sources")]
    Ask {
        /// A question as one asks it: "who was president in 1985"
        #[arg(value_name = "QUESTION", required = true, allow_negative_numbers = true)]
        question: Vec<String>,
        /// At most N answers
        #[arg(short = 'n', long = "limit", value_name = "N")]
        limit: Option<usize>,
    },
    /// Tell what happened on this day of the year
    #[command(after_help = "Columns of --plain: what, date, text, address")]
    Today {
        /// Another day, as 19 Nov 1968 or 2025-11-19; today's is that of UTC
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Show one person, place, event, source ...
    Show {
        /// An id or a name
        #[arg(value_name = "NAME", required = true)]
        name: Vec<String>,
    },
    /// List eras, entities of a kind, sources, offices, figures ...
    #[command(after_help = LISTS)]
    List {
        /// What to list; without it, what there is to list
        #[arg(value_name = "WHAT")]
        what: Option<String>,
        /// Only of a type, as coup, battle or town
        #[arg(long, value_name = "TYPE")]
        r#type: Option<String>,
        #[command(flatten)]
        of_sources: OfSources,
        #[command(flatten)]
        filters: Filters,
    },
    /// Print what is dated, in date order
    #[command(after_help = TIMELINE)]
    Timeline {
        /// Only what touches this time, as 1960..1991
        #[arg(value_name = "DATE", allow_negative_numbers = true)]
        when: Vec<String>,
        #[command(flatten)]
        filters: Filters,
    },
    /// Draw the map, or tell it in words; at a time, or of some places
    #[command(after_help = "Columns of --plain: id, name, latitude, longitude, precision, where, address")]
    Map {
        /// A date, or names of places
        #[arg(value_name = "DATE|PLACE", allow_negative_numbers = true)]
        what: Vec<String>,
        /// Draw it even where standard output is no terminal
        #[arg(long)]
        draw: bool,
    },
    /// Check a pack and report everything that is wrong with it
    Check {
        /// The folder of the pack, its plain file, or a compiled one; without it, the pack in use
        #[arg(value_name = "PATH")]
        dir: Option<PathBuf>,
        /// Take warnings for errors
        #[arg(long)]
        strict: bool,
    },
    /// Tell what the pack is, its licence and its credits
    About,
    /// Print citations of a place, a source or the whole pack
    Cite {
        /// A source's key, an address (1.6), an id or a name; none means all
        #[arg(value_name = "PLACE")]
        place: Vec<String>,
        /// The form of the citations
        #[arg(short, long, value_enum, value_name = "FORM", default_value = "text")]
        format: CiteForm,
    },
    /// Print the pack, or an era of it, in a form for other programs
    Export {
        /// The form of the export
        #[arg(short, long, value_enum, value_name = "FORM", default_value = "md")]
        format: ExportForm,
        /// Only an era, by number or id
        #[arg(long, value_name = "ERA")]
        era: Option<String>,
        /// Write to FILE, which must not exist
        #[arg(short, long, value_name = "FILE", conflicts_with = "dir")]
        output: Option<PathBuf>,
        /// Replace FILE if it exists
        #[arg(long, requires = "output")]
        force: bool,
        /// The folder of --format pack, which must be empty or not exist
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Tell what changed from one pack to another
    #[command(after_help = "Columns of --plain: what, id, change, name, field, as it was, as it is")]
    Diff {
        /// The pack as it was: a folder, a plain file or a compiled one
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The pack as it is
        #[arg(value_name = "NEW")]
        new: PathBuf,
    },
    /// Start a pack of your own: history.md in one plain file, any other name as a folder
    New {
        /// The file, which must not exist, or the folder, which must be empty or not exist
        #[arg(value_name = "PATH")]
        dir: PathBuf,
        /// The title of the pack
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
    },
    /// Make a pack of files of other programs, or add them to one
    #[command(override_usage = "griot import [OPTIONS] <FILE>... <DIR>", after_help = IMPORT)]
    Import(ImportArgs),
    /// Compile a pack into one file that opens by itself
    Compile {
        /// The folder of the pack, or its plain file
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Write over a file that is there
        #[arg(long)]
        force: bool,
    },
    /// Print the JSON Schema of a pack's files
    Schema,
    /// Print the table of keys, your own among them
    Keys,
    /// Print the settings as they hold, to begin a file of your own with
    Config,
    /// Print completions for a shell
    Completions {
        #[arg(value_name = "SHELL", value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
    /// Tell what griot finds: terminal, size, colours, files, pack
    Doctor,
}

impl Command {
    /// Whether one is called so.
    pub fn is_named(word: &str) -> bool {
        Cli::command().find_subcommand(word).is_some()
    }

    /// Whether it prints something of the pack that is open.
    pub const fn is_of_pack(&self) -> bool {
        matches!(
            self,
            Self::Read { .. }
                | Self::At { .. }
                | Self::Search { .. }
                | Self::Ask { .. }
                | Self::Today { .. }
                | Self::Show { .. }
                | Self::List { .. }
                | Self::Timeline { .. }
                | Self::Map { .. }
                | Self::Cite { .. }
                | Self::Export { .. }
                | Self::About
                | Self::Keys
        )
    }
}

/// Forms of citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CiteForm {
    Text,
    Bibtex,
    Ris,
    CslJson,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        std::iter::once("griot").chain(line.split_whitespace()).map(str::to_owned).collect()
    }

    #[test]
    fn options_alone_are_read_as_in_the_whole_tree() {
        for line in
            ["--no-state", "-q --ascii --width 40", "--data a.md --theme ink --lang=fr", "--json --no-color --linear"]
        {
            let all = Cli::try_parse_from(words(line)).unwrap();
            assert!(all.command.is_none(), "{line}");
            assert_eq!(format!("{:?}", Common::alone(&words(line)).unwrap()), format!("{:?}", all.common), "{line}");
        }
    }

    #[test]
    fn whatever_is_more_than_options_is_for_the_whole_tree() {
        for line in
            ["-h", "--help", "-V", "--version", "--no-state show mali", "--bogus", "--width 7", "--json --plain"]
        {
            assert!(Common::alone(&words(line)).is_none(), "{line}");
        }
    }
}
