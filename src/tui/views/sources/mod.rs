//! The sources: every source and what it is cited for, the corrections, and how well each era is known.
//!
//! It promises that every source of the pack is listed with every place that cites it, and that no correction or
//! dispute is passed over.

mod copy;
mod foot;
mod paint;
mod standings;
mod update;

use griot_history::search::{begins_a_word, fold};
use griot_history::sources::{
    Citation, EraStandings, Known, Line, Order, Row, Table, Work, citations, correction, lay_out, of_all,
    of_correction, of_corrections, of_era, of_source, of_standings, rows_by_source, sorted, standings, with_headings,
    words, works,
};
use griot_history::table_row::MARKER;
use griot_history::text::Block;
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{Pack, SourceId, Standing, Target};

use super::list_view::{ListView, Listing, Parts};
use crate::tui::layout::{Regions, Width};
use crate::tui::shared::Shared;
use crate::tui::widgets::list::{List, Rows};

/// The view.
pub type Sources = ListView<Bibliography>;

/// What the list of sources shows. Everything that follows from the pack is made once; lines change with the table,
/// the order and the filter, and painting looks at those in sight alone.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {
    /// Which of the tables is shown.
    pub table: Table,
    /// Which of its orders each of the tables has.
    orders: [usize; Table::ALL.len()],
    /// Where each of the tables stood when another was shown.
    lists: [List; Table::ALL.len()],
    /// The lines of the table that is shown.
    pub lines: Vec<Line>,
    /// The sources, each at its index.
    pub rows: Vec<Row>,
    /// The works behind them.
    pub works: Vec<Work>,
    /// How well each era is known.
    pub standings: Vec<EraStandings>,
    /// How many lines there are, and how many the filter lets through.
    pub count: (usize, usize),
    /// What the lines were made for.
    made_for: Option<Wanted>,
    citations: Vec<Vec<Citation>>,
    /// How often the source is cited that is cited most.
    most_times: usize,
    /// The sources in the order of the lines, and which order that is.
    in_order: Vec<SourceId>,
    ordered: Option<Order>,
    /// The folded words of every source, made when a filter is first typed.
    words: Vec<Box<str>>,
}

/// What the lines depend on beside the pack.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    table: Table,
    order: Order,
    filter: String,
}

impl Bibliography {
    /// The order of the table that is shown.
    #[must_use]
    pub fn order(&self) -> Order {
        let orders = self.table.orders();
        orders[self.orders[self.table as usize] % orders.len()]
    }

    /// Sorts the table by what follows.
    const fn next_order(&mut self) {
        let at = &mut self.orders[self.table as usize];
        *at = (*at + 1) % self.table.orders().len();
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

    /// The standings that the pack tells of.
    #[must_use]
    pub fn told(&self) -> &'static [Standing] {
        self.standings.first().map_or(&[][..], |it| it.told)
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

    fn prepare(&mut self, pack: &Pack, filter: &str) {
        if self.standings.is_empty() {
            self.citations = citations(pack);
            self.rows = rows_by_source(pack, &self.citations);
            self.most_times = self.rows.iter().map(|row| row.times).max().unwrap_or(0);
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
    }

    fn make(&mut self, pack: &Pack, filter: &str) {
        self.prepare(pack, filter);
        let folded = fold(filter);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let all = self.all_lines(pack);
        let shown: Vec<Line> = all.iter().copied().filter(|line| self.takes(pack, *line, &words)).collect();
        self.count = (all.len(), shown.len());
        self.lines = with_headings(pack, &shown, self.order());
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
                let parts = [it.instead_of, Some(it.held), it.why, Some(it.standing.name())];
                holds(&fold(&parts.into_iter().flatten().collect::<Vec<_>>().join(" ")))
            }),
            Line::Era(era) => holds(&fold(&pack[era].title)),
            Line::Group(..) | Line::All => true,
        }
    }

    /// Shows another table where it stood, and keeps where this one stands.
    const fn show(&mut self, table: Table, list: &mut List) {
        self.lists[self.table as usize] = *list;
        self.table = table;
        *list = self.lists[table as usize];
    }
}

impl Listing for Bibliography {
    type Row = Line;
    const LINKS: &'static str = "places to go to";

    fn forget(&mut self) {
        self.made_for = None;
        self.ordered = None;
        self.words.clear();
        self.standings.clear();
    }

    fn fill(&mut self, shared: &Shared, list: &mut List) {
        let wanted = Wanted { table: self.table, order: self.order(), filter: shared.filter.clone() };
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        let made = self.made_for.as_ref();
        let same_table = made.is_some_and(|made| made.table == wanted.table);
        let same_filter = made.is_some_and(|made| made.filter == wanted.filter);
        let chosen = match (self.table, shared.selected.source) {
            (Table::Sources, Some(source)) => Some(Line::Source(source)),
            _ if same_table => self.row(list.chosen),
            _ => None,
        };
        self.make(&shared.pack, &wanted.filter);
        self.made_for = Some(wanted);
        let kept = chosen.and_then(|chosen| self.lines.iter().position(|line| *line == chosen));
        let before = || Some(list.chosen).filter(|at| same_filter && self.row(*at).is_some());
        let first = || (0..self.lines.len()).find(|at| self.row(*at).is_some());
        list.chosen = kept.or_else(before).or_else(first).unwrap_or(0);
    }

    fn row(&self, at: usize) -> Option<Line> {
        self.lines.get(at).copied().filter(|line| !matches!(line, Line::Group(..)))
    }

    fn rows<'a>(&'a self, pack: &'a Pack, width: u16, glyphs: Glyphs) -> impl Rows + 'a {
        RowsIn { it: self, pack, width: width.saturating_sub(MARKER), glyphs }
    }

    fn detail(&self, pack: &Pack, line: Line, glyphs: Glyphs) -> Vec<Block> {
        let known = self.known();
        match line {
            Line::Source(source) => {
                of_source(pack, &self.rows[source.index()], self.citations_of(source), &known, glyphs)
            }
            Line::Correction(statement) => {
                correction(pack, statement).map_or_else(Vec::new, |it| of_correction(pack, &it, glyphs))
            }
            Line::Era(era) => {
                self.standings.get(era.index()).map_or_else(Vec::new, |it| of_era(pack, it, &known, glyphs))
            }
            Line::All => self.total().map_or_else(Vec::new, |total| of_all(pack, &total, &known, glyphs)),
            Line::Group(..) => Vec::new(),
        }
    }

    fn parts(&self, pack: &Pack, regions: &Regions) -> Parts {
        let (small, beside, foot) = match self.table {
            Table::Sources => (0, true, foot::rows(pack, regions)),
            Table::Corrections => (0, false, 0),
            Table::Standings => (1, true, if Width::of(regions.body.width) == Width::Medium { 3 } else { 2 }),
        };
        let heading = if regions.tabs { 2 } else { small };
        Parts { heading, detail: beside.then_some((regions.body.width * 7 / 20).max(40)), foot }
    }

    fn target(&self, _pack: &Pack, line: Line) -> Option<Target> {
        match line {
            Line::Source(source) => self.citations_of(source).first().map(Citation::target),
            Line::Correction(statement) => Some(Target::Statement(statement)),
            Line::Era(era) => Some(Target::Era(era)),
            Line::All | Line::Group(..) => None,
        }
    }

    fn note(&self, shared: &mut Shared, line: Line) {
        if let Line::Source(source) = line {
            shared.selected.source = Some(source);
        }
    }
}

/// The rows of the table in a pane.
#[derive(Debug, Clone, Copy)]
struct RowsIn<'a> {
    it: &'a Bibliography,
    pack: &'a Pack,
    width: u16,
    glyphs: Glyphs,
}

impl Rows for RowsIn<'_> {
    fn count(&self) -> usize {
        self.it.lines.len()
    }

    fn can_choose(&self, row: usize) -> bool {
        self.it.row(row).is_some()
    }

    fn row_height(&self, row: usize) -> usize {
        let Some(Line::Correction(statement)) = self.it.lines.get(row) else { return 1 };
        // A blank line follows each.
        correction(self.pack, *statement).map_or(1, |it| lay_out(self.pack, &it, self.width, self.glyphs).lines() + 1)
    }

    fn are_multiline(&self) -> bool {
        self.it.table == Table::Corrections
    }
}
