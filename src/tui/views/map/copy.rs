//! What is copied of the map.

use griot_history::map::words;
use griot_history::quote::{Form, of_passage};

use super::Map;
use crate::tui::shared::Shared;

/// The chosen place, or else the passage at hand, in a form.
pub(super) fn copy(map: &Map, shared: &Shared, form: Form) -> Option<String> {
    let pack = &shared.pack;
    if let (Some(place), Some(geo)) = (map.chosen, &shared.geo) {
        match form {
            Form::Quote => return Some(words::copy(pack, geo, place)),
            Form::Address => return Some(format!("griot open {}", pack[place].id)),
            Form::Plain | Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => {}
        }
    }
    Some(of_passage(pack, pack[shared.reader.statement()?].passage, form))
}

/// What a form gives here.
pub(super) const fn label(form: Form) -> &'static str {
    match form {
        Form::Quote => "the place with its position",
        Form::Address => "a link to the place",
        Form::Plain | Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => form.name(),
    }
}
