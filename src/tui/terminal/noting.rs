//! A note on a statement, written in the reader’s own editor.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use griot_pack::pack::StatementId;

use super::{Terminal, outside};
use crate::tui::app::Reply;
use crate::tui::store::{StoreError, Warning, cleaned, draft, words_of};

/// The most that is read of what an editor leaves.
const LARGEST: u64 = 1 << 20;

impl Terminal<'_> {
    /// Lets the editor have the terminal, and keeps what it leaves.
    pub(super) fn take_note(&mut self, statement: StatementId) -> io::Result<()> {
        if !self.notes.are_kept() {
            self.app.hear(Reply::Message(Warning::NoteNotKept(StoreError::Nowhere).to_string()));
            return Ok(());
        }
        let shared = &self.app.shared;
        let before = shared.notes.get(&statement).cloned().unwrap_or_default();
        let file = match written(&draft(&shared.pack, statement, &before)) {
            Ok(file) => file,
            Err(error) => {
                self.app.hear(Reply::Message(format!("there is nowhere to write a note: {error}")));
                return Ok(());
            }
        };
        let mut words = shared.editor.clone();
        words.push(file.to_string_lossy().into_owned());
        self.guard.keep(self.keeper.session(&self.app));
        let failure = self.guard.lend(|| outside::run(&words, self.guard, &self.post));
        self.take_again()?;
        let said = match failure {
            Some(failure) => given_up(&failure, &before, &file),
            None => self.keep_note(statement, &before, &file),
        };
        self.app.hear(Reply::Message(said));
        Ok(())
    }

    /// Keeps what stands in the file, and removes it unless something in it would be lost; what is said of it.
    fn keep_note(&mut self, statement: StatementId, before: &str, file: &PathBuf) -> String {
        let left = fs::metadata(file).and_then(|about| {
            if about.len() > LARGEST { Err(io::Error::other("it is far too long")) } else { fs::read_to_string(file) }
        });
        let draft = match left {
            Ok(draft) => draft,
            Err(error) => {
                return format!(
                    "the note is as it was: what the editor left in {} cannot be read: {error}",
                    file.display()
                );
            }
        };
        let words = cleaned(words_of(&draft));
        let said = if words == before {
            "the note is as it was".to_owned()
        } else if words.is_empty() {
            "a note with no words changes nothing".to_owned()
        } else if let Err(why) = self.notes.keep(&self.app.shared.pack, statement, &words) {
            return format!("what you wrote is in {}: {}", file.display(), Warning::NoteNotKept(why));
        } else {
            "the note is kept".to_owned()
        };
        let _ = fs::remove_file(file);
        self.read_notes();
        said
    }

    /// Shows the notes as they are in the file now.
    pub(super) fn read_notes(&mut self) {
        if let Ok(notes) = self.notes.of_pack(&self.app.shared.pack) {
            self.app.hear(Reply::Notes(notes));
        }
    }
}

/// What is said when the editor failed. What was written in spite of that is not thrown away.
fn given_up(failure: &str, before: &str, file: &PathBuf) -> String {
    let has_more = fs::read_to_string(file).map_or(true, |left| words_of(&left) != before);
    if has_more {
        return format!("what was written is in {}: {failure}", file.display());
    }
    let _ = fs::remove_file(file);
    format!("{failure}; the note is as it was")
}

/// A file of its own with a text in it, which nobody else may read.
fn written(text: &str) -> io::Result<PathBuf> {
    let mut file = tempfile::Builder::new().prefix("griot-note-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    let (_, path) = file.keep().map_err(|error| error.error)?;
    Ok(path)
}
