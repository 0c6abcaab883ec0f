//! `griot read`: the text in print, with its notes.

use serde::Serialize;

use super::notes::Remarks;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context, pages};
use crate::formats::json;
use crate::place::{self, Found, Place};
use griot_history::chronicle;
use griot_history::text::page::{self, PageOf, chapter_block, passage_block, plain};
use griot_history::text::{Block, Shape};
use griot_pack::pack::{ChapterId, EraId, Pack, PassageId, StatementId, Target};
use griot_pack::when::Fit;

/// Prints a place, or the whole text.
pub(super) fn read(context: Context, place: &[String]) -> CliResult {
    let pack = context.pack;
    if place.is_empty() {
        return Ok(Output::of(of_eras(context, &pack.eras().collect::<Vec<_>>())));
    }
    let Found { place: found, hint } = place::find(pack, &place.join(" "))?;
    let text = match found {
        Place::Eras(eras) => of_eras(context, &eras),
        Place::Target(Target::Era(era)) => of_eras(context, &[era]),
        Place::Target(Target::Chapter(chapter)) => of_passages(context, &pack.passages_of(chapter).collect::<Vec<_>>()),
        Place::Target(Target::Passage(passage)) => of_passages(context, &[passage]),
        Place::Target(Target::Statement(statement)) => of_passages(context, &[pack[statement].passage]),
        Place::Target(Target::Entity(entity)) => pages::entity(context, entity),
        Place::Passages(passages) => of_passages(context, &passages),
        Place::Source(source) => pages::source(context, source),
        Place::Time(when) => {
            let mut statements = chronicle::at(pack, &when).statements;
            // What began long before and still went on is read only where nothing is nearer.
            let near =
                |id: &StatementId| pack[*id].when.and_then(|w| w.fit(&when)).is_some_and(|fit| fit > Fit::Around);
            if statements.iter().any(near) {
                statements.retain(near);
            }
            if statements.is_empty() {
                let said = pack.date_in_words(&when);
                return Err(CliError::nothing(format!(
                    "the text dates nothing to {said}; griot at \"{when}\" tells what is nearest"
                )));
            }
            of_passages(context, &passages_of(pack, statements))
        }
        Place::Text(statements) => of_passages(context, &passages_of(pack, statements)),
    };
    let output = Output::of(text);
    Ok(match hint {
        Some(hint) => output.with_message(hint),
        None => output,
    })
}

/// The passages that hold the statements, each once, in reading order.
fn passages_of(pack: &Pack, statements: Vec<StatementId>) -> Vec<PassageId> {
    let mut passages: Vec<PassageId> = statements.into_iter().map(|id| pack[id].passage).collect();
    passages.sort_unstable();
    passages.dedup();
    passages
}

pub(super) fn of_eras(context: Context, eras: &[EraId]) -> String {
    let pack = context.pack;
    if context.json {
        let statements = eras.iter().flat_map(|era| pack.statements_in(*era));
        let body =
            Eras { eras: eras.iter().map(|era| json::era(pack, *era)).collect(), notes: json::notes(pack, statements) };
        return json::document(context.command, Some(pack), body);
    }
    let mut blocks = Vec::new();
    for era in eras {
        if let Some(last) = blocks.last_mut() {
            let last: &mut Block = last;
            last.gap = true;
        }
        blocks.extend(page::blocks(pack, PageOf::Era(*era), None));
    }
    print(context, blocks)
}

/// Passages under the headings of their chapters.
fn of_passages(context: Context, passages: &[PassageId]) -> String {
    let pack = context.pack;
    if context.json {
        let statements = passages.iter().flat_map(|passage| pack.statements_of(*passage));
        let passages = passages.iter().map(|passage| json::passage(pack, *passage)).collect();
        return json::document(
            context.command,
            Some(pack),
            Passages { passages, notes: json::notes(pack, statements) },
        );
    }
    let mut blocks = Vec::new();
    let mut chapter: Option<ChapterId> = None;
    for passage in passages {
        let here = pack[*passage].chapter;
        if chapter.is_none_or(|before| pack[before].era != pack[here].era) {
            let era = &pack[pack[here].era];
            blocks.push(plain(Shape::Quiet, format!("{} · {}", era.title, pack.date(&era.when))));
        }
        if chapter != Some(here) {
            blocks.push(chapter_block(pack, here));
        }
        chapter = Some(here);
        blocks.push(passage_block(pack, *passage));
    }
    print(context, blocks)
}

fn print(context: Context, mut blocks: Vec<Block>) -> String {
    for heading in blocks.iter_mut().filter(|block| block.shape == Shape::Heading) {
        // On the screen the date of a chapter is told from its title by its colour.
        heading.text = heading.text.replace("  ", " · ");
        heading.marks.clear();
    }
    let remarks = Remarks::new(context.pack);
    remarks.mark(&mut blocks);
    let mut writer = TextWriter::new(context.style);
    writer.page(&blocks);
    remarks.print(context.pack, &blocks, &mut writer);
    writer.into_text()
}

#[derive(Serialize)]
struct Eras<'a> {
    eras: Vec<json::Era<'a>>,
    notes: Vec<json::Note<'a>>,
}

#[derive(Serialize)]
struct Passages<'a> {
    passages: Vec<json::Passage<'a>>,
    notes: Vec<json::Note<'a>>,
}
