//! Tables: a row is a statement, or what is known of an entity.

use std::ops::Range;

use super::{Entry, Open, Piece, Told, Walk};
use crate::pack::kind::Kind;
use crate::pack::markdown::date;
use crate::pack::markdown::escape::{bare_signs, shields};
use crate::pack::markdown::lines::LineKind;

impl Walk<'_> {
    pub(super) fn row(&mut self, at: &Range<usize>, entities: Option<(Kind, usize)>) {
        let cells = cells_of(self.text, at);
        let is_rule = |cell: &Range<usize>| self.text[cell.clone()].bytes().all(|byte| b":-".contains(&byte));
        if cells.iter().all(is_rule) {
            return;
        }
        let below = self.lines.get(self.at + 1).filter(|next| next.kind == LineKind::Row);
        if below.is_some_and(|next| cells_of(self.text, &next.at).iter().all(is_rule)) {
            self.columns = cells;
            return;
        }
        self.open = Open::Nothing;
        if let Some((kind, _)) = entities {
            let mut cells = cells.into_iter();
            self.out.entries.push(Entry { kind, name: cells.next(), lines: cells.collect() });
            return;
        }
        let found = cells.iter().enumerate().find_map(|(i, cell)| Some((i, date::whole(&self.text[cell.clone()])?)));
        let filled = cells
            .iter()
            .enumerate()
            .filter(|(i, cell)| !cell.is_empty() && found.as_ref().is_none_or(|(date, _)| date != i));
        let mut pieces: Vec<Piece> =
            filled.map(|(i, cell)| Piece { at: cell.clone(), column: self.columns.get(i).cloned() }).collect();
        pieces.iter_mut().take(1).for_each(|first| first.column = None);
        let date = found.map(|(i, date)| (date, cells[i].clone()));
        if pieces.is_empty() {
            pieces.extend(date.iter().map(|(_, at)| Piece { at: at.clone(), column: None }));
        }
        if !pieces.is_empty() {
            self.add(Open::Passage, false, Told { date, pieces });
        }
    }
}

/// The cells of a row.
fn cells_of(text: &str, at: &Range<usize>) -> Vec<Range<usize>> {
    let row = &text[at.clone()];
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').filter(|inner| !shields(inner)).unwrap_or(inner);
    let begin = at.start + (row.len() - row.strip_prefix('|').unwrap_or(row).len());
    let mut cells = Vec::new();
    let mut from = 0;
    let bars = bare_signs(inner, '|').chain([inner.len()]);
    for bar in bars {
        let cell = inner.get(from..bar).unwrap_or_default();
        let start = begin + from + (cell.len() - cell.trim_start().len());
        cells.push(start..start + cell.trim().len());
        from = bar + 1;
    }
    cells
}
