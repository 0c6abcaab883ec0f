//! The sources: what each is cited for, how well each era is known, and what corrects the article that the facts were
//! first gathered from.

mod citations;
mod eras;
mod orders;
mod page;
mod standings;
mod table;

pub use citations::{
    At, Citation, Row, Work, appeared, citations, kind, kinds, name, name_within, rank, rows, rows_by_source, sorted,
    when, words, works,
};
pub use eras::{of_all, of_era};
pub use orders::{of_corrections, of_standings};
pub use page::{Known, address, of_correction, of_source, several, share};
pub use standings::{Correction, EraStandings, STANDINGS, correction, corrections, standings};
pub use table::{columns, lay_out, word_of};

use griot_pack::pack::{EraId, Pack, SourceId, StatementId};

/// The three tables of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Table {
    /// Every source.
    #[default]
    Sources,
    /// What corrects or disputes the first article.
    Corrections,
    /// How well each era is known.
    Standings,
}

impl Table {
    /// In the order in which one follows another.
    pub const ALL: [Self; 3] = [Self::Sources, Self::Corrections, Self::Standings];

    /// The table that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Sources => Self::Corrections,
            Self::Corrections => Self::Standings,
            Self::Standings => Self::Sources,
        }
    }
}

/// An order of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Those most often cited first.
    #[default]
    Weight,
    /// In reading order.
    Appearance,
    /// The earliest first.
    Date,
    /// By kind, or by standing.
    Kind,
    /// By what sort of authority stands behind it.
    Rank,
}

impl Order {
    /// All of them; [`Table::orders`] tells which a table has.
    pub const ALL: [Self; 5] = [Self::Weight, Self::Appearance, Self::Date, Self::Kind, Self::Rank];
}

impl Table {
    /// The orders that the table has; it begins in the first.
    #[must_use]
    pub const fn orders(self) -> &'static [Order] {
        match self {
            Self::Sources => &Order::ALL,
            Self::Corrections => &[Order::Appearance, Order::Date, Order::Kind],
            Self::Standings => &[Order::Appearance, Order::Weight],
        }
    }

    /// What the table is sorted by, in words.
    #[must_use]
    pub const fn sorted_by(self, order: Order) -> &'static str {
        match (self, order) {
            (Self::Standings, Order::Weight) => "share cited",
            (Self::Standings, _) => "era",
            (Self::Corrections, Order::Kind) => "standing",
            (Self::Corrections, Order::Appearance) => "place",
            (_, Order::Weight) => "times cited",
            (_, Order::Appearance) => "appearance",
            (_, Order::Date) => "date",
            (_, Order::Kind) => "kind",
            (_, Order::Rank) => "rank",
        }
    }
}

/// A line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a kind or rank of source, and how many of it are shown.
    Group(&'static str, usize),
    /// A source.
    Source(SourceId),
    /// A statement that corrects or disputes.
    Correction(StatementId),
    /// An era with its standings.
    Era(EraId),
    /// The sums of all eras.
    All,
}

/// Sources with a heading before each kind or rank, where they stand in such an order.
#[must_use]
pub fn with_headings(pack: &Pack, lines: &[Line], order: Order) -> Vec<Line> {
    let word = |line: &Line| match (line, order) {
        (Line::Source(source), Order::Kind) => Some(kinds(pack[*source].kind)),
        (Line::Source(source), Order::Rank) => Some(pack[*source].rank.map_or("without a rank", rank)),
        _ => None,
    };
    let mut out = Vec::with_capacity(lines.len() + 9);
    for group in lines.chunk_by(|a, b| word(a) == word(b)) {
        out.extend(word(&group[0]).map(|word| Line::Group(word, group.len())));
        out.extend(group);
    }
    out
}
