//! The forms of exports.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use griot_formats::export::Form;

/// Forms of exports: griot's own, and those of other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportForm {
    Md,
    Txt,
    Json,
    Of(Form),
    Pack,
}

/// griot's own forms, before and after those of other programs.
const OWN: [(ExportForm, &str, &str); 4] = [
    (ExportForm::Md, "md", "A plain file in Markdown, as `griot new history.md` begins one: --data opens it again"),
    (ExportForm::Txt, "txt", "Plain text with notes"),
    (ExportForm::Json, "json", "Everything, as one document"),
    (
        ExportForm::Pack,
        "pack",
        "A pack to write on in DIR; with -o the whole pack in one file, compiled, which --data opens at once",
    ),
];

impl ExportForm {
    /// Its name.
    fn name(self) -> &'static str {
        match self {
            Self::Of(form) => form.name(),
            own => OWN.iter().find(|(form, ..)| *form == own).map_or("", |(_, name, _)| name),
        }
    }

    /// How the name of a file ends that holds it.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Of(form) => form.ending(),
            Self::Pack => "griot",
            own => own.name(),
        }
    }

    /// The names of all.
    pub fn names() -> String {
        Self::value_variants().iter().map(|form| form.name()).collect::<Vec<_>>().join(", ")
    }
}

impl ValueEnum for ExportForm {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [ExportForm; OWN.len() + Form::ALL.len()] = {
            let mut all = [ExportForm::Pack; OWN.len() + Form::ALL.len()];
            let mut at = 0;
            while at < all.len() - 1 {
                all[at] = if at < 3 { OWN[at].0 } else { ExportForm::Of(Form::ALL[at - 3]) };
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Of(form) => form.help(),
            own => OWN.iter().find(|(form, ..)| form == own).map(|(.., help)| *help)?,
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
