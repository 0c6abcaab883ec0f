//! What may be said of an import.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use griot_formats::import::Form;

/// What may be said of an import.
#[derive(Debug, Clone, Args)]
pub struct ImportArgs {
    /// The files, and last the folder: a new one, or a pack that they are added to
    #[arg(value_name = "PATH", required = true, num_args = 2..)]
    pub paths: Vec<PathBuf>,
    /// The form of the files, where it cannot be told by looking
    #[arg(short, long, value_enum, value_name = "FORM")]
    pub format: Option<ImportForm>,
    /// Which column of a table has what, as date=When; also end, title, text, place ...
    #[arg(short, long = "column", value_name = "WHAT=HEADING")]
    pub columns: Vec<String>,
    /// When the outlines of a map were so that say no time of their own
    #[arg(long, value_name = "DATE")]
    pub when: Option<String>,
    /// Give dates to people who may be living, as anybody
    #[arg(long)]
    pub living: bool,
    /// Tell what would come of it, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The title of a new pack
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The language of a new pack, as en or fr
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// The licence of what comes in, as "CC BY-SA 4.0"
    #[arg(long, value_name = "TEXT")]
    pub licence: Option<String>,
    /// To whom it is owed, in a sentence; once or more
    #[arg(long = "credit", value_name = "TEXT")]
    pub credits: Vec<String>,
}

/// The forms of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportForm(pub Form);

impl ValueEnum for ImportForm {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [ImportForm; Form::ALL.len()] = {
            let mut all = [ImportForm(Form::ALL[0]); Form::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = ImportForm(Form::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()))
    }
}
