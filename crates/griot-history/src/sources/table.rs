//! The corrections as rows of several lines: what is said elsewhere, what is held now, why and on whose word.

use super::page::address;
use super::standings::Correction;
use crate::cite;
use crate::search::fold;
use crate::table_row::TableRow;
use crate::text::page::{elsewhere, plain};
use crate::text::{Block, MarkKind, Shape};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{Pack, SourceId};

/// The columns of the table at a width: their names and widths.
#[must_use]
pub fn columns(pack: &Pack, width: u16) -> Vec<(String, u16)> {
    let elsewhere = elsewhere(pack);
    match width {
        100.. => {
            let rest = width - 18;
            let first = rest * 28 / 100;
            let held = rest * 36 / 100;
            vec![
                ("place, date".into(), 18),
                (elsewhere, first),
                ("what is held now".into(), held),
                ("why, and on whose word".into(), rest - first - held),
            ]
        }
        60.. => {
            let rest = width - 15;
            let first = rest * 2 / 5;
            vec![
                ("place, date".into(), 15),
                (format!("{elsewhere}; why"), first),
                ("held now; on whose word".into(), rest - first),
            ]
        }
        _ => vec![(String::new(), width)],
    }
}

/// A correction, laid out in the columns.
#[must_use]
pub fn lay_out(pack: &Pack, it: &Correction<'_>, width: u16, glyphs: Glyphs) -> TableRow {
    let standing = format!("{} {}", it.standing.sign(glyphs), it.standing.name());
    let when = pack[it.statement].when.map(|when| pack.date(&when));
    let place = address(pack, it.statement);
    let instead_of = it.instead_of.unwrap_or("—");
    let widths: Vec<u16> = columns(pack, width).iter().map(|(_, columns)| *columns).collect();
    let head = |parts: Vec<String>| parts.into_iter().map(|part| line(Shape::Passage, part)).collect::<Vec<Block>>();
    let three = || [Some(place.clone()), Some(standing.clone()), when.clone()].into_iter().flatten().collect();
    let word = || labelled("on the word of", &word_of(pack, it));
    let why = || it.why.map(|why| labelled("why", why));
    let cells = match widths.as_slice() {
        [a, b, c, d] => vec![
            (*a, head(three())),
            (*b, vec![line(Shape::Passage, instead_of.into())]),
            (*c, vec![line(Shape::Passage, it.held.into())]),
            (*d, it.why.map(|why| line(Shape::Passage, why.into())).into_iter().chain([word()]).collect()),
        ],
        [a, b, c] => vec![
            (*a, head(three())),
            (*b, [line(Shape::Passage, instead_of.into())].into_iter().chain(why()).collect()),
            (*c, vec![line(Shape::Passage, it.held.into()), word()]),
        ],
        _ => {
            let head = [Some(place), Some(standing), when].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let readings = [
                labelled(pack.about.corrects.as_deref().unwrap_or("instead of"), instead_of),
                labelled("held now", it.held),
            ];
            let all = [line(Shape::Heading, head)].into_iter().chain(readings).chain(why()).chain([word()]);
            vec![(width, all.collect())]
        }
    };
    TableRow::new(cells, glyphs)
}

/// The sources on whose word a correction rests, each once.
#[must_use]
pub fn word_of(pack: &Pack, it: &Correction<'_>) -> String {
    let mut sources: Vec<SourceId> = Vec::new();
    for note in it.word_of {
        if !sources.contains(&pack[*note].source) {
            sources.push(pack[*note].source);
        }
    }
    if sources.is_empty() {
        return "no source".into();
    }
    sources.iter().map(|source| cite::short(&pack[*source])).collect::<Vec<_>>().join("; ")
}

/// `why: …`; without the label where the text begins with it.
fn labelled(label: &str, text: &str) -> Block {
    let mut block = line(Shape::Passage, String::new());
    if !fold(text).starts_with(&fold(label)) {
        block.add(&format!("{label}: "), Some(MarkKind::Quiet));
    }
    block.add(text, None);
    block
}

const fn line(shape: Shape, text: String) -> Block {
    let mut block = plain(shape, text);
    block.gap = false;
    block
}
