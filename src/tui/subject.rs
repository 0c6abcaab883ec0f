//! What the card beside the text, and the peek where there is no room for one, tells of.

use griot_history::card;
use griot_history::text::page::plain;
use griot_history::text::{Block, Goal, Shape};
use griot_pack::pack::{EntityId, NoteId, Pack, StatementId, Target};

use super::shared::Shared;

/// What is at hand: the focused footnote, what the focused link leads to, or the statement that the reader is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A footnote.
    Note(NoteId),
    /// Whatever has a page of its own.
    Entity(EntityId),
    /// A statement.
    Statement(StatementId),
}

impl Subject {
    /// What is at hand now; nothing where no text is.
    #[must_use]
    pub fn of(shared: &Shared) -> Option<Self> {
        let reader = &shared.reader;
        if let Some(note) = reader.focused_note(&shared.pack) {
            return Some(Self::Note(note));
        }
        match reader.focused().and_then(Goal::target) {
            Some(Target::Entity(entity)) => Some(Self::Entity(entity)),
            Some(Target::Statement(statement)) => Some(Self::Statement(statement)),
            Some(Target::Era(_) | Target::Chapter(_) | Target::Passage(_)) | None => {
                reader.statement().map(Self::Statement)
            }
        }
    }

    /// What is told of it, the reader’s own note first.
    #[must_use]
    pub fn told(self, shared: &Shared) -> Vec<Block> {
        let note = match self {
            Self::Statement(statement) => shared.notes.get(&statement),
            Self::Note(_) | Self::Entity(_) => None,
        };
        let mut blocks = Vec::new();
        if let Some(words) = note {
            blocks.push(Block { gap: false, ..plain(Shape::Heading, "Your note".to_owned()) });
            let lines = words.lines().filter(|line| !line.trim().is_empty());
            blocks.extend(lines.map(|line| plain(Shape::Passage, line.to_owned())));
        }
        blocks.extend(self.blocks(&shared.pack));
        blocks
    }

    /// What is told of it.
    #[must_use]
    pub fn blocks(self, pack: &Pack) -> Vec<Block> {
        match self {
            Self::Note(note) => card::of_note(pack, note),
            Self::Entity(entity) => card::of_entity(pack, entity),
            Self::Statement(statement) => card::of_statement(pack, statement),
        }
    }
}
