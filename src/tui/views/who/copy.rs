//! What is copied of who’s who.

use griot_history::quote::{Form, of_entity};
use griot_pack::pack::Pack;

use super::Who;

/// The chosen entity in a form.
pub(super) fn copy(view: &Who, pack: &Pack, form: Form) -> Option<String> {
    Some(of_entity(pack, view.chosen()?, form))
}

/// What a form gives here.
pub(super) const fn label(form: Form) -> &'static str {
    match form {
        Form::Quote => "the entry with its citations",
        Form::Plain => "its name and what it is",
        Form::Citation | Form::Bibtex | Form::Ris | Form::Csl | Form::Address => form.name(),
    }
}
