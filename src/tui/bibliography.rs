//! The sources: what each is cited for, how well each era is known, and what corrects the article that the facts were
//! first gathered from.

use ratatui::layout::Rect;

use griot_history::search::{begins_a_word, fold};
use griot_history::sources::{
    Citation, EraStandings, Known, Line, Order, Row, Table, Work, citations, correction, lay_out, of_all,
    of_correction, of_corrections, of_era, of_source, of_standings, rows_by_source, sorted, standings, with_headings,
    words, works,
};
use griot_history::text::{Block, Measure};
use griot_pack::pack::{Pack, SourceId};

use crate::tui::aside::Aside;
use crate::tui::list::{List, Rows};
use crate::tui::panes::lists::{Places, aside_text};

/// What the list of sources shows. Everything that follows from the pack is made once; lines change with the table,
/// the order and the filter, and painting looks at those in sight alone.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {
    pub table: Table,
    /// Which of its orders each of the tables has.
    pub orders: [usize; 3],
    /// Where each of the tables stands.
    pub lists: [List; 3],
    /// The lines of the table that is shown.
    pub lines: Vec<Line>,
    /// The sources, each at its index.
    pub rows: Vec<Row>,
    pub works: Vec<Work>,
    pub standings: Vec<EraStandings>,
    /// What is told of the chosen line.
    pub aside: Aside,
    /// Whether the page beside the list has the keys.
    pub side: bool,
    /// How many lines there are, and how many the filter lets through.
    pub count: (usize, usize),
    /// The filter that the lines were made with.
    pub filter: String,
    /// The chosen source.
    pub source: Option<SourceId>,
    citations: Vec<Vec<Citation>>,
    /// The sources in the order of the lines, and which order that is.
    in_order: Vec<SourceId>,
    ordered: Option<Order>,
    /// The folded words of every source, made when a filter is first typed.
    words: Vec<Box<str>>,
    /// Which line the page beside the list tells of.
    told: Option<Line>,
}

impl Bibliography {
    /// The order of the table that is shown.
    #[must_use]
    pub fn order(&self) -> Order {
        let orders = self.table.orders();
        orders[self.orders[self.table as usize] % orders.len()]
    }

    /// Turns to the next order of the table.
    pub const fn next_order(&mut self) {
        let at = &mut self.orders[self.table as usize];
        *at = (*at + 1) % self.table.orders().len();
    }
}

impl Bibliography {
    /// The list of the table that is shown.
    #[must_use]
    pub const fn list(&self) -> List {
        self.lists[self.table as usize]
    }

    /// The same, to be changed.
    pub const fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.table as usize]
    }

    /// The chosen line.
    #[must_use]
    pub fn chosen(&self) -> Option<Line> {
        self.lines.get(self.list().chosen).copied().filter(|line| !matches!(line, Line::Kind(..)))
    }

    /// Every citation of a source.
    #[must_use]
    pub fn citations_of(&self, source: SourceId) -> &[Citation] {
        self.citations.get(source.index()).map_or(&[], Vec::as_slice)
    }

    /// What the sums are taken from.
    #[must_use]
    pub fn known(&self) -> Known<'_> {
        Known { works: &self.works, standings: &self.standings }
    }

    /// The sums of all eras.
    #[must_use]
    pub fn total(&self) -> Option<EraStandings> {
        let mut all = self.standings.first()?.clone();
        for it in &self.standings[1..] {
            all.counts.iter_mut().zip(it.counts).for_each(|(sum, count)| *sum += count);
            all.cited += it.cited;
            all.citations += it.citations;
        }
        Some(all)
    }

    /// Makes the lines for the table, the order and the filter, and keeps the choice where it can.
    pub fn refill(&mut self, pack: &Pack, filter: &str) {
        let chosen = self.chosen();
        let same_filter = self.filter == filter;
        self.prepare(pack, filter);
        let folded = fold(filter);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let all = self.all_lines(pack);
        let shown: Vec<Line> = all.iter().copied().filter(|line| self.takes(pack, *line, &words)).collect();
        self.count = (all.len(), shown.len());
        let by_kind = self.table == Table::Sources && self.order() == Order::Kind;
        self.lines = if by_kind { with_headings(pack, &shown) } else { shown };
        let chosen = match (self.table, self.source) {
            (Table::Sources, Some(source)) => Some(Line::Source(source)),
            _ => chosen,
        };
        let kept = chosen.and_then(|chosen| self.lines.iter().position(|line| *line == chosen));
        let before = || Some(self.list().chosen).filter(|_| same_filter && self.chosen().is_some());
        let first = || self.lines.iter().position(|line| !matches!(line, Line::Kind(..)));
        self.list_mut().chosen = kept.or_else(before).or_else(first).unwrap_or(0);
    }

    fn prepare(&mut self, pack: &Pack, filter: &str) {
        if self.standings.is_empty() {
            self.citations = citations(pack);
            self.rows = rows_by_source(pack, &self.citations);
            self.works = works(pack, &self.rows);
            self.standings = standings(pack);
        }
        if self.table == Table::Sources && self.ordered != Some(self.order()) {
            self.in_order = sorted(pack, &self.rows, self.order());
            self.ordered = Some(self.order());
        }
        if !filter.is_empty() && self.words.is_empty() {
            self.words = pack.sources().map(|id| words(&pack[id])).collect();
        }
        filter.clone_into(&mut self.filter);
    }

    fn all_lines(&self, pack: &Pack) -> Vec<Line> {
        match self.table {
            Table::Sources => self.in_order.iter().copied().map(Line::Source).collect(),
            Table::Corrections => of_corrections(pack, self.order()),
            Table::Standings => of_standings(&self.standings, self.order()),
        }
    }

    /// Whether every word of the filter begins a word of what the line tells.
    fn takes(&self, pack: &Pack, line: Line, words: &[&str]) -> bool {
        let holds = |text: &str| words.iter().all(|word| begins_a_word(text, word));
        match line {
            _ if words.is_empty() => true,
            Line::Source(source) => self.words.get(source.index()).is_some_and(|own| holds(own)),
            Line::Correction(statement) => correction(pack, statement).is_some_and(|it| {
                let parts = [it.said, Some(it.held), it.why, Some(it.standing.name())];
                holds(&fold(&parts.into_iter().flatten().collect::<Vec<_>>().join(" ")))
            }),
            Line::Era(era) => holds(&fold(&pack[era].title)),
            Line::Kind(..) | Line::All => true,
        }
    }

    /// The rows as the list moves over them, for a pane of `width` columns.
    #[must_use]
    pub const fn rows_in<'a>(&'a self, pack: &'a Pack, width: u16, ascii: bool) -> RowsIn<'a> {
        RowsIn { it: self, pack, width: width.saturating_sub(griot_history::tall::MARKER), ascii }
    }

    /// The list as a pane shows it: with the choice in sight. A size is never stored, so the same rows come back with
    /// it.
    #[must_use]
    pub fn list_in(&self, pack: &Pack, pane: Rect, ascii: bool) -> List {
        let mut list = self.list();
        list.keep_rows(&self.rows_in(pack, pane.width, ascii), usize::from(pane.height.max(1)));
        list
    }

    /// Lays out what is told of the chosen line, for the places on the screen.
    pub fn fit(&mut self, pack: &Pack, places: &Places, ascii: bool) {
        let Some(pane) = places.aside.map(aside_text) else { return };
        let measure = Measure { width: pane.width, ascii };
        let chosen = self.chosen();
        if self.told == chosen {
            self.aside.fit(measure);
        } else {
            self.told = chosen;
            let blocks = chosen.map(|line| self.blocks_of(pack, line, ascii)).unwrap_or_default();
            self.aside.show(blocks, measure);
        }
    }

    fn blocks_of(&self, pack: &Pack, line: Line, ascii: bool) -> Vec<Block> {
        let known = self.known();
        match line {
            Line::Source(source) => {
                of_source(pack, &self.rows[source.index()], self.citations_of(source), &known, ascii)
            }
            Line::Correction(statement) => {
                correction(pack, statement).map_or_else(Vec::new, |it| of_correction(pack, &it, ascii))
            }
            Line::Era(era) => {
                self.standings.get(era.index()).map_or_else(Vec::new, |it| of_era(pack, it, &known, ascii))
            }
            Line::All => self.total().map_or_else(Vec::new, |total| of_all(pack, &total, &known, ascii)),
            Line::Kind(..) => Vec::new(),
        }
    }
}

/// The rows of the table in a pane.
#[derive(Debug, Clone, Copy)]
pub struct RowsIn<'a> {
    it: &'a Bibliography,
    pack: &'a Pack,
    width: u16,
    ascii: bool,
}

impl Rows for RowsIn<'_> {
    fn count(&self) -> usize {
        self.it.lines.len()
    }

    fn can_choose(&self, row: usize) -> bool {
        !matches!(self.it.lines.get(row), Some(Line::Kind(..)))
    }

    fn tall(&self, row: usize) -> usize {
        let Some(Line::Correction(statement)) = self.it.lines.get(row) else { return 1 };
        // A blank line follows each.
        correction(self.pack, *statement).map_or(1, |it| lay_out(self.pack, &it, self.width, self.ascii).lines() + 1)
    }

    fn are_tall(&self) -> bool {
        self.it.table == Table::Corrections
    }
}
