//! What is copied of the text.

use griot_history::quote::{Form, of_passage, of_sources};

use crate::tui::shared::Shared;

/// The focused footnote, the page of an entity, or else the passage at hand, in a form.
pub(super) fn copy(shared: &Shared, form: Form) -> Option<String> {
    let pack = &shared.pack;
    if let Some(note) = shared.reader.focused_note(pack).filter(|_| form != Form::Address) {
        return Some(of_sources(pack, &[pack[note].source], form));
    }
    let statement = shared.reader.statement()?;
    match (shared.page_entity(), form) {
        (Some(entity), Form::Address) => Some(format!("griot open {}", pack[entity].id)),
        (None, Form::Address) => Some(format!("griot open {}", pack.statement_id(statement))),
        _ => Some(of_passage(pack, pack[statement].passage, form)),
    }
}
