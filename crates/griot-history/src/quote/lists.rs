//! Copies from the views with lists: an entity, a source, a correction, the standings.

use super::{Form, notes_in_full, of_sources};
use crate::account::{Account, part_in};
use crate::cite;
use crate::sources::{Correction, EraStandings, address, appeared, name};
use crate::text::capital;
use crate::text::page::elsewhere;
use crate::text::page::summary;
use griot_pack::pack::{EntityId, NoteId, Pack, SourceId};

/// An entity in a form: what it is, its offices, its events, and the statements that tell of it in date order.
#[must_use]
pub fn of_entity(pack: &Pack, entity: EntityId, form: Form) -> String {
    let it = &pack[entity];
    match form {
        Form::Quote => entry(pack, entity),
        Form::Plain => format!("{}: {}", it.name, summary(pack, entity)),
        Form::Address => format!("griot open {}", it.id),
        Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => {
            of_sources(pack, &sources(pack, &notes_of(pack, entity)), form)
        }
    }
}

fn entry(pack: &Pack, entity: EntityId) -> String {
    let it = &pack[entity];
    let mut out = format!("{}: {}\n", it.name, summary(pack, entity));
    for office in &it.offices {
        let when = office.when.map_or_else(String::new, |when| format!(", {}", pack.date(&when)));
        out.push_str(&format!("{}, {}{when}\n", office.title, pack[office.of].name));
    }
    out.extend(it.outcome.iter().map(|outcome| format!("{outcome}\n")));
    for figure in &it.figures {
        out.push_str(&format!("{}: {}{}\n", crate::who::giver(pack, figure), figure.value, marks(&figure.cites)));
    }
    let account = Account::new(pack, entity);
    for event in account.events() {
        let when = pack[event].when.map_or_else(String::new, |when| format!("{}: ", pack.date(&when)));
        out.push_str(&format!("{when}{} ({})\n", pack[event].name, part_in(pack, entity, event).join(", ")));
    }
    out.push('\n');
    for (id, _) in account.statements() {
        let it = &pack[id];
        out.push_str(&format!("{}{} ({})\n", it.text, marks(&it.cites), address(pack, id)));
    }
    listed(pack, &notes_of(pack, entity), &mut out);
    provenance(pack, &mut out);
    out
}

/// The footnotes of an entity’s figures and of the statements that tell of it, each once.
fn notes_of(pack: &Pack, entity: EntityId) -> Vec<NoteId> {
    let figures = pack[entity].figures.iter().flat_map(|figure| figure.cites.iter().copied());
    let account = Account::new(pack, entity);
    let statements = account.statements().flat_map(|(id, _)| pack[id].cites.iter().copied());
    let mut notes: Vec<NoteId> = figures.chain(statements).collect();
    notes.sort_unstable();
    notes.dedup();
    notes
}

/// A source in a form.
#[must_use]
pub fn of_source(pack: &Pack, source: SourceId, form: Form) -> String {
    let it = &pack[source];
    match form {
        Form::Quote => {
            let urls = [&it.url, &it.archive].into_iter().flatten().map(|url| format!(" {url}"));
            format!("{}{}\n", cite::text(it, None), urls.collect::<String>())
        }
        Form::Plain => {
            [name(it), appeared(it)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Form::Address => format!("griot cite {}", it.key),
        Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => of_sources(pack, &[source], form),
    }
}

/// A correction in a form: what is said elsewhere, what is held now, why and on whose word.
#[must_use]
pub fn of_correction(pack: &Pack, it: &Correction<'_>, form: Form) -> String {
    let mut notes: Vec<NoteId> = pack[it.statement].cites.iter().chain(it.word_of).copied().collect();
    notes.sort_unstable();
    notes.dedup();
    match form {
        Form::Quote => {
            let mut out = format!("{}, {}\n", address(pack, it.statement), it.standing.name());
            out.extend(it.instead_of.map(|text| format!("{}: {text}\n", capital(&elsewhere(pack)))));
            out.push_str(&format!("Held now: {}{}\n", it.held, marks(&pack[it.statement].cites)));
            out.extend(it.why.map(|why| format!("Why: {why}{}\n", marks(&pack[it.statement].note_cites))));
            listed(pack, &notes, &mut out);
            provenance(pack, &mut out);
            out
        }
        Form::Plain => it.held.to_owned(),
        Form::Address => format!("griot open {}", pack.statement_id(it.statement)),
        Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => of_sources(pack, &sources(pack, &notes), form),
    }
}

/// How many statements of each era are of which standing, as a table with tabs.
#[must_use]
pub fn of_standings(pack: &Pack, standings: &[EraStandings], total: Option<&EraStandings>) -> String {
    let told = standings.first().map_or(&[][..], |it| it.told);
    let names = told.iter().map(|it| it.name()).collect::<Vec<_>>().join("\t");
    let mut out = format!("era\t{names}\tall\twith a citation\n");
    let eras = standings.iter().map(|it| (pack[it.era].title.as_str(), it));
    for (name, it) in eras.chain(total.map(|it| ("all", it))) {
        let counts = told.iter().map(|of| it.count(*of).to_string()).collect::<Vec<_>>().join("\t");
        out.push_str(&format!("{name}\t{counts}\t{}\t{}\n", it.statements(), it.cited));
    }
    provenance(pack, &mut out);
    out
}

/// `[7][8]`.
fn marks(notes: &[NoteId]) -> String {
    notes.iter().map(|note| format!("[{}]", note.number())).collect::<Vec<_>>().concat()
}

/// The sources of footnotes, each once.
fn sources(pack: &Pack, notes: &[NoteId]) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> = Vec::new();
    for note in notes {
        if !sources.contains(&pack[*note].source) {
            sources.push(pack[*note].source);
        }
    }
    sources
}

/// The footnotes in full.
fn listed(pack: &Pack, notes: &[NoteId], out: &mut String) {
    if !notes.is_empty() {
        out.push('\n');
    }
    out.push_str(&notes_in_full(pack, notes));
}

fn provenance(pack: &Pack, out: &mut String) {
    let about = &pack.about;
    out.push_str(&format!("\n{}, revision {}, {}\n", about.title, about.revision, about.licence));
}
