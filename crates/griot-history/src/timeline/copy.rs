//! A row of the timeline for the clipboard, with what stands behind it.

use super::model::{What, telling};
use crate::quote::{Form, of_sources, with_numbers, with_provenance};
use griot_pack::pack::{Pack, SourceId, StatementId};

/// A row in a form; silences have none, because nobody tells them.
#[must_use]
pub fn of_row(pack: &Pack, what: What, form: Form) -> Option<String> {
    let statement = telling(pack, what);
    let text = text(pack, what, statement, form)?;
    Some(match form {
        Form::Plain => text,
        Form::Address => match (what.entity(), statement) {
            (Some(entity), _) => format!("griot open {}", pack[entity].id),
            (None, statement) => format!("griot open {}", pack.statement_id(statement?)),
        },
        Form::Quote => match statement {
            Some(statement) => {
                let place = format!("¶ {} ({})", pack.address(pack[statement].passage), pack.statement_id(statement));
                with_provenance(pack, &text, &pack[statement].cites, &place)
            }
            None => with_provenance(pack, &text, &[], &pack[what.entity()?].id),
        },
        Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => {
            let cites = statement.map(|id| pack[id].cites.as_slice()).unwrap_or_default();
            let mut sources: Vec<SourceId> = cites.iter().map(|note| pack[*note].source).collect();
            sources.dedup();
            of_sources(pack, &sources, form)
        }
    })
}

/// `1591: …`; for what is no statement, its name and the statement that tells of it.
fn text(pack: &Pack, what: What, statement: Option<StatementId>, form: Form) -> Option<String> {
    let when = pack.date(&what.when(pack)?);
    let text = statement.map(|id| if form == Form::Plain { pack[id].text.to_string() } else { with_numbers(pack, id) });
    match what {
        What::Silence(..) => None,
        What::Statement(_) => Some(format!("{when}: {}", text?)),
        _ => {
            let text = text.map_or_else(String::new, |text| format!(" {text}"));
            Some(format!("{when}: {}.{text}", what.text(pack)))
        }
    }
}
