//! Footnotes for print: the numbers of the text, and remarks on single statements numbered after them.

use griot_history::text::Blocks;
use std::collections::BTreeSet;

use super::text_writer::TextWriter;
use griot_history::cite;
use griot_history::text::{Block, capital};
use griot_pack::pack::{Pack, Standing, StatementId};

/// Numbers the remarks of a pack: they follow its footnotes, so that both are told by one kind of mark.
#[derive(Debug)]
pub struct Remarks<'a> {
    of: &'a [StatementId],
    first: u32,
}

impl<'a> Remarks<'a> {
    #[must_use]
    pub fn new(pack: &'a Pack) -> Self {
        Self { of: pack.remarked(), first: pack.notes().len() as u32 + 1 }
    }

    fn number(&self, statement: StatementId) -> Option<u32> {
        self.of.binary_search(&statement).ok().map(|at| self.first + at as u32)
    }

    /// Puts the numbers of remarks behind their statements.
    pub fn mark(&self, blocks: &mut [Block]) {
        for sentence in blocks.iter_mut().flat_map(|block| &mut block.sentences) {
            sentence.notes.extend(self.number(sentence.id));
        }
    }

    /// The note or the remark of that number.
    #[must_use]
    pub fn told(&self, pack: &Pack, number: u32) -> Option<String> {
        let note = pack.notes().find(|note| note.number() == number).map(|note| cite::full(pack, note));
        let remark = || Some(text(pack, *self.of.get(number.checked_sub(self.first)? as usize)?));
        note.or_else(remark)
    }

    /// Prints the notes that the blocks refer to, and those that the remarks refer to in turn.
    pub fn print(&self, pack: &Pack, blocks: &dyn Blocks, writer: &mut TextWriter) {
        let statements: BTreeSet<StatementId> =
            blocks.iter().flat_map(|block| &block.sentences).map(|sentence| sentence.id).collect();
        let notes = cite::notes_of(pack, statements.iter().copied());
        let remarks: Vec<(u32, StatementId)> =
            statements.into_iter().filter_map(|id| Some((self.number(id)?, id))).collect();
        if notes.is_empty() && remarks.is_empty() {
            return;
        }
        let last = remarks.last().map(|(number, _)| *number).or(notes.last().map(|note| note.number())).unwrap_or(0);
        let room = format!("[{last}] ").len();
        writer.gap();
        writer.head("Notes");
        for note in notes {
            writer.entry(room, &format!("[{}]", note.number()), &cite::full(pack, note));
        }
        for (number, id) in remarks {
            writer.entry(room, &format!("[{number}]"), &text(pack, id));
        }
    }
}

/// What there is to say on a statement beside its sources.
fn text(pack: &Pack, id: StatementId) -> String {
    let statement = &pack[id];
    let mut out = if statement.standing == Standing::Established {
        String::new()
    } else {
        format!("{}.", capital(statement.standing.name()))
    };
    for (before, words) in [("", &statement.note), ("Instead of: ", &statement.instead_of)] {
        if let Some(words) = words {
            out.push_str(&format!(" {before}{words}"));
        }
        if before.is_empty() {
            statement.note_cites.iter().for_each(|note| out.push_str(&format!("[{}]", note.number())));
        }
    }
    out.trim_start().to_owned()
}
