//! Names, while the index is made.

use crate::fold::{fold, other_spellings};
use crate::parts::{Part, Written};
use crate::search::typos::letters_and_heads;
use griot_pack::pack::EntityId;

/// The names, while the index is made.
#[derive(Default)]
pub(super) struct Gathered {
    text: String,
    ends: Vec<u32>,
    owners: Vec<(EntityId, u16)>,
}

impl Gathered {
    pub(super) fn add(&mut self, entity: EntityId, alias: u16, name: &str) {
        let folded = fold(name);
        for other in other_spellings(name, &folded).iter().chain([&folded]) {
            self.text.push_str(other.trim_end());
            self.ends.push(self.text.len() as u32);
            self.owners.push((entity, alias));
        }
    }

    pub(super) fn write(self, out: &mut Written) {
        let Self { text, ends, owners } = self;
        let name = |at: usize| {
            let start = at.checked_sub(1).map_or(0, |before| ends[before]);
            &text[start as usize..ends[at] as usize]
        };
        let mut order: Vec<u32> = (0..ends.len() as u32).collect();
        order.sort_unstable_by(|a, b| name(*a as usize).cmp(name(*b as usize)).then(a.cmp(b)));
        out.numbers(Part::NameOrder, order);
        out.numbers(Part::NameLetters, (0..ends.len()).map(|at| letters_and_heads(name(at))));
        let place = |((owner, _), end): (&(EntityId, u16), &u32)| (owner.index() as u64) << 32 | u64::from(*end);
        out.numbers(Part::NamePlaces, owners.iter().zip(&ends).map(place));
        out.numbers(Part::NameAliases, owners.iter().map(|(_, alias)| *alias));
        out.text(Part::NameText, text);
    }
}
