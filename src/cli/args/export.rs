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
        let (name, help) = match self {
            Self::Of(form) => (form.name(), form.help()),
            own => OWN.iter().find(|(form, ..)| form == own).map(|(_, name, help)| (*name, *help))?,
        };
        Some(PossibleValue::new(name).help(help))
    }
}
