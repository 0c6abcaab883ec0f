//! The eras along an axis.

use griot_pack::order::InOrder;
use griot_pack::pack::{EraId, Pack};

use super::model::time_of;
use crate::scale::{self, Scale};
use crate::text::width;

/// Where an era begins, and the columns up to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraMark {
    /// Which era it is.
    pub era: EraId,
    /// The column in which it begins.
    pub at: u16,
    /// How many columns it has up to the next.
    pub columns: u16,
    /// What there is room to say.
    pub text: String,
}

/// The eras along a scale, each from its beginning to that of the next.
#[must_use]
pub fn eras(pack: &Pack, scale: &Scale) -> Vec<EraMark> {
    let window = scale.window();
    let mut begun: Vec<(EraId, u16)> = Vec::new();
    for era in pack.eras() {
        let when = pack[era].when;
        let (from, to) = (time_of(&when), scale::end_of(when.last()));
        if from < window.to && to > window.from {
            begun.push((era, scale.nearest_column(from)));
        }
    }
    begun.order_by_key(|(era, at)| (*at, *era));
    let next = |i: usize| begun.get(i + 1).map_or(scale.columns, |(_, at)| *at);
    let marks = begun.iter().enumerate().filter(|(i, (_, at))| next(*i) > *at);
    marks.map(|(i, (era, at))| era_mark(pack, *era, *at, next(i) - at)).collect()
}

/// The number of the era, with as much of its title as there is room for; a stroke where it begins.
fn era_mark(pack: &Pack, era: EraId, at: u16, columns: u16) -> EraMark {
    let it = &pack[era];
    let number = (era.index() + 1).to_string();
    // One column for the stroke, one to keep clear of the next.
    let room = usize::from(columns.saturating_sub(2));
    let full = format!("{number} {}", it.title);
    let short = format!("{number} {}", it.short);
    let text = match room {
        _ if width(&full) <= room => full,
        _ if width(&short) <= room => short,
        8.. => crate::text::cut(&short, room).into_owned(),
        _ if width(&number) <= room => number,
        // A number that touches the next one would read as one number.
        _ if width(&number) < usize::from(columns) => return EraMark { era, at, columns, text: number },
        _ => String::new(),
    };
    EraMark { era, at, columns, text: format!("▏{text}") }
}
