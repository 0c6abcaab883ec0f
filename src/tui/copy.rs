//! What `y` copies of what is at hand.

use griot_history::quote::{Form, of_correction, of_entity, of_passage, of_source, of_sources, of_standings};
use griot_history::sources::{Line, Table, correction};
use griot_history::text::page::PageOf;

use crate::tui::app::{App, Screen};

/// What a form gives of what is at hand, for the copy menu.
#[must_use]
pub const fn said(app: &App, form: Form) -> &'static str {
    match (app.screen, form) {
        (Screen::Sources, _) => words(app.bibliography.table, form),
        (Screen::Timeline, Form::Quote) => "the row with its citations",
        (Screen::Timeline, Form::Plain) => "the row alone",
        (Screen::Who, Form::Quote) => "the entry with its citations",
        (Screen::Who, Form::Plain) => "its name and what it is",
        (Screen::Map, Form::Quote) => "the place with its position",
        (Screen::Map, Form::Address) => "a link to the place",
        _ => form.name(),
    }
}

/// What is at hand, in a form.
#[must_use]
pub fn of_app(app: &App, form: Form) -> Option<String> {
    let pack = &app.pack;
    match app.screen {
        Screen::Who => return Some(of_entity(pack, app.who.chosen()?, form)),
        Screen::Sources => return of_sources_view(app, form),
        Screen::Timeline => return griot_history::timeline::copy::of_row(pack, app.timeline.chosen()?.what, form),
        Screen::Read | Screen::Map => {}
    }
    if let Some(note) = app.reader.focused_note(pack).filter(|_| app.screen == Screen::Read && form != Form::Address) {
        return Some(of_sources(pack, &[pack[note].source], form));
    }
    if let (Screen::Map, Some(place), Some(geo)) = (app.screen, app.map.chosen, &app.geo) {
        match form {
            Form::Quote => return Some(griot_history::map::words::copy(pack, geo, place)),
            Form::Address => return Some(format!("griot open {}", pack[place].id)),
            _ => {}
        }
    }
    let eye = app.reader.eye(pack)?;
    match (app.reader.page.of, form) {
        (PageOf::Entity(entity), Form::Address) => Some(format!("griot open {}", pack[entity].id)),
        (PageOf::Era(_), Form::Address) => Some(format!("griot open {}", pack.statement_id(eye))),
        _ => Some(of_passage(pack, pack[eye].passage, form)),
    }
}

/// What is chosen in the sources, in a form.
#[must_use]
pub fn of_sources_view(app: &App, form: Form) -> Option<String> {
    let pack = &app.pack;
    match app.bibliography.chosen()? {
        Line::Source(source) => Some(of_source(pack, source, form)),
        Line::Correction(statement) => Some(of_correction(pack, &correction(pack, statement)?, form)),
        Line::Era(era) if form == Form::Address => Some(format!("griot open {}", pack[era].id)),
        Line::Era(_) | Line::All if matches!(form, Form::Quote | Form::Plain) => {
            let it = &app.bibliography;
            Some(of_standings(pack, &it.standings, it.total().as_ref()))
        }
        Line::Era(_) | Line::All | Line::Kind(..) => None,
    }
}

/// The words of the copy menu for what is chosen in a table of the sources.
#[must_use]
pub const fn words(table: Table, form: Form) -> &'static str {
    match (table, form) {
        (Table::Sources, Form::Quote) => "the source with its addresses",
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
