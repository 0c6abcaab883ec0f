//! What is heard of what was done outside.

use std::collections::BTreeMap;

use griot_pack::pack::StatementId;

use super::App;
use crate::tui::shared::Location;
use crate::tui::views::View;

/// What the program is to know of what was done outside.
#[derive(Debug)]
pub enum Reply {
    /// The marks as they are kept now.
    Marks(Vec<Location>),
    /// The notes as they are kept now.
    Notes(BTreeMap<StatementId, String>),
    /// Something that the reader is told.
    Message(String),
    /// How far a long work is that the reader may give up.
    Working(String),
    /// It has ended, and how.
    Done(String),
}

impl App {
    /// Takes in what was done outside.
    pub fn hear(&mut self, reply: Reply) {
        self.beneath_changed = true;
        match reply {
            Reply::Marks(marks) => self.shared.marks = marks,
            Reply::Notes(notes) => {
                self.shared.notes = notes;
                // What is told of the statement at hand tells its note as well.
                self.views.forget();
            }
            Reply::Message(message) => self.shared.say(message),
            Reply::Working(how_far) => {
                self.shared.working = true;
                self.shared.say(format!("{how_far} …; {} gives it up", self.shared.key("escape")));
            }
            Reply::Done(how) => {
                self.shared.working = false;
                self.shared.say(how);
            }
        }
        self.refresh();
    }
}
