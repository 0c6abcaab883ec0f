//! What is copied of the sources.

use griot_history::quote::{Form, of_correction, of_source, of_standings};
use griot_history::sources::{Line, Table, correction};
use griot_pack::pack::Pack;

use super::Sources;

/// What is chosen, in a form.
pub(super) fn copy(view: &Sources, pack: &Pack, form: Form) -> Option<String> {
    match view.chosen()? {
        Line::Source(source) => Some(of_source(pack, source, form)),
        Line::Correction(statement) => Some(of_correction(pack, &correction(pack, statement)?, form)),
        Line::Era(era) if form == Form::Address => Some(format!("griot open {}", pack[era].id)),
        Line::Era(_) | Line::All if matches!(form, Form::Quote | Form::Plain) => {
            Some(of_standings(pack, &view.listing.standings, view.listing.total().as_ref()))
        }
        Line::Era(_) | Line::All | Line::Group(..) => None,
    }
}

/// The words of the copy menu for what is chosen in a table of the sources.
pub(super) const fn label(table: Table, form: Form) -> &'static str {
    match (table, form) {
        (Table::Sources, Form::Quote) => "the source with its URLs",
        (Table::Sources, Form::Plain) => "its name alone",
        (Table::Sources, Form::Citation) => "the source as text",
        (Table::Sources, Form::Bibtex) => "the source as BibTeX",
        (Table::Sources, Form::Ris) => "the source as RIS",
        (Table::Sources, Form::Csl) => "the source as CSL-JSON",
        (Table::Sources, Form::Address) => "a command that cites it",
        (Table::Corrections, Form::Quote) => "the correction with its citations",
        (Table::Corrections, Form::Plain) => "what is held now",
        (Table::Standings, Form::Quote | Form::Plain) => "the table",
        (_, Form::Citation) => "its sources as text",
        (_, Form::Bibtex) => "its sources as BibTeX",
        (_, Form::Ris) => "its sources as RIS",
        (_, Form::Csl) => "its sources as CSL-JSON",
        (_, Form::Address) => "a link to this place",
    }
}
