//! The pages beside the table of standings: an era with what is less than certain in it, and the whole text.

use super::page::{Known, MOST, close, end_group, more, several, share, way};
use super::standings::{EraStandings, STANDINGS, heaviest};
use crate::text::page::plain;
use crate::text::{Block, Shape};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{Pack, StatementId};

/// An era: every standing in words, what its citations rest on, and each statement that is less than established.
#[must_use]
pub fn of_era(pack: &Pack, it: &EraStandings, known: &Known, glyphs: Glyphs) -> Vec<Block> {
    let era = &pack[it.era];
    let mut blocks = vec![
        close(plain(Shape::Title, era.title.to_string())),
        plain(Shape::Quiet, format!("{} · {}", pack.date(&era.when), several(it.statements(), "statement"))),
    ];
    counts(it, glyphs, &mut blocks);
    if let Some((work, count)) = heaviest(known.works, it.era) {
        let share = share(count, it.citations);
        let text = format!(
            "{}. The one most cited: “{}”, {count}, {share}.",
            several(it.citations, "citation"),
            pack[work].title
        );
        blocks.push(plain(Shape::Passage, text));
    }
    for standing in STANDINGS.into_iter().rev() {
        let of: Vec<StatementId> = pack.statements_in(it.era).filter(|id| pack[*id].standing == standing).collect();
        if !of.is_empty() {
            blocks.push(close(plain(Shape::Heading, format!("{} {}", standing.sign(glyphs), standing.name()))));
            blocks.extend(of.iter().take(MOST).map(|id| way(pack, *id, "")));
            more(of.len(), &mut blocks);
            end_group(&mut blocks);
        }
    }
    blocks
}

/// The whole text: every standing in words, and the works that are cited most.
#[must_use]
pub fn of_all(pack: &Pack, total: &EraStandings, known: &Known, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = vec![
        close(plain(Shape::Title, "The whole text".into())),
        plain(Shape::Quiet, several(total.statements(), "statement")),
    ];
    counts(total, glyphs, &mut blocks);
    blocks.push(close(plain(Shape::Heading, "The works cited most".into())));
    for work in known.works.iter().take(12).filter(|work| work.times > 0) {
        let alone = match work.alone {
            0 => String::new(),
            n => format!("; {} on it alone", several(n, "statement")),
        };
        let share = share(work.times, total.citations);
        let text = format!("{} × {}, {share}{alone}", work.times, pack[work.source].title);
        blocks.push(close(plain(Shape::Passage, text)));
    }
    blocks
}

/// Each standing with its sign, and how many statements are of it.
fn counts(it: &EraStandings, glyphs: Glyphs, blocks: &mut Vec<Block>) {
    for standing in it.told.iter().copied() {
        let count = it.count(standing);
        let text = format!("{} {}: {count}, {}", standing.sign(glyphs), standing.name(), share(count, it.statements()));
        blocks.push(close(plain(Shape::Passage, text)));
    }
    let cited = format!("with a citation: {}, {}", it.cited, share(it.cited, it.statements()));
    blocks.push(plain(Shape::Passage, cited));
}
