//! What decides the rank of an entity beside how it answers: its kind, how often the text speaks of it and its first day, kept
//! apart so that no record is read of what answers worse than what is shown.

use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::Day;

use crate::parts::{Number, Part, Parts, Written};

/// What is known of an entity without its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub kind: Kind,
    /// How many statements speak of it.
    pub mentions: u32,
    pub first: Option<Day>,
}

/// What is known of every entity.
#[derive(Debug)]
pub(super) struct Ranks {
    bytes: std::borrow::Cow<'static, [u8]>,
}

/// The kind, the month and the day or 0, the mentions and the year.
const LENGTH: usize = 16;

impl Ranks {
    pub(super) fn write(pack: &Pack, out: &mut Written) {
        let out = out.bytes(Part::Ranks);
        for id in pack.entities() {
            let first = pack[id].when.map(|when| when.first());
            let Day { year, month, day } = first.unwrap_or(Day { year: 0, month: 0, day: 0 });
            out.extend([pack[id].kind as u8, month, day, 0]);
            (pack.mentions(id).len() as u32).write(out);
            out.extend(year.to_le_bytes());
        }
    }

    pub(super) fn read(parts: &Parts) -> Self {
        Self { bytes: parts.whole(Part::Ranks) }
    }

    /// What is known of an entity; of one that the index does not know, a person that is not spoken of.
    #[inline]
    pub(super) fn get(&self, id: EntityId) -> Known {
        let bytes = self.bytes.as_chunks::<LENGTH>().0.get(id.index()).unwrap_or(&[0; LENGTH]);
        let [kind, month, day, ..] = *bytes;
        let year = bytes[8..].try_into().map_or(0, i64::from_le_bytes);
        Known {
            kind: Kind::ALL.get(usize::from(kind)).copied().unwrap_or_default(),
            mentions: u32::read(&bytes[4..8]),
            first: (month > 0).then_some(Day { year, month, day }),
        }
    }
}
