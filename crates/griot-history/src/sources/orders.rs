//! The orders of the three tables.

use super::standings::{EraStandings, STANDINGS, corrections};
use super::{Line, Order};
use crate::chronicle::known_day;
use griot_pack::order::InOrder;
use griot_pack::pack::{Pack, StatementId};
use griot_pack::when::Day;

/// The lines of the corrections; within a date or a standing in reading order, what has no date last.
#[must_use]
pub fn of_corrections(pack: &Pack, order: Order) -> Vec<Line> {
    let mut all: Vec<StatementId> = corrections(pack).iter().map(|it| it.statement).collect();
    let day = |id: &StatementId| pack[*id].when.map_or((true, Day::MAX), |when| (false, known_day(&when)));
    let standing = |id: &StatementId| STANDINGS.iter().position(|it| *it == pack[*id].standing);
    match order {
        Order::Date => all.order_by_key(day),
        Order::Kind => all.order_by_key(standing),
        Order::Weight | Order::Appearance | Order::Rank => {}
    }
    all.into_iter().map(Line::Correction).collect()
}

/// The lines of the standings; the sums of all eras are the last.
#[must_use]
pub fn of_standings(standings: &[EraStandings], order: Order) -> Vec<Line> {
    let mut all: Vec<&EraStandings> = standings.iter().collect();
    if order == Order::Weight {
        let share = |it: &EraStandings| it.cited as f64 / it.statements().max(1) as f64;
        all.order_by(|a, b| share(a).total_cmp(&share(b)));
    }
    all.into_iter().map(|it| Line::Era(it.era)).chain([Line::All]).collect()
}
