//! What the program asks to be done outside, and what becomes of it.

use std::io;
use std::time::Instant;

use super::rereading::Rereading;
use super::{Terminal, outside};
use crate::tui::action::Effect;
use crate::tui::app::Reply;
use crate::tui::store::{Keeper, Keeping, renewed};

impl Terminal<'_> {
    /// Does what a change asks of the terminal; whether that is to quit.
    pub(super) fn carry_out(&mut self, effect: Effect) -> io::Result<bool> {
        match effect {
            Effect::None => {}
            Effect::Quit => return Ok(true),
            Effect::Suspend => {
                // As a terminal does it: whoever runs griot in a script of theirs is stopped with it.
                rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
                self.answer_job()?;
            }
            Effect::Redraw => self.redraw = true,
            Effect::Copy(text) => self.screen.copy(&text)?,
            Effect::OpenUrl(url) => {
                if let Err(error) = outside::open(&url, &self.post) {
                    self.app.hear(Reply::Message(format!("cannot be opened: {error}")));
                }
            }
            Effect::Run(words) => {
                self.guard.keep(self.keeper.session(&self.app));
                let failure = self.guard.lend(|| outside::run(&words, self.guard, &self.post));
                self.take_again()?;
                if let Some(failure) = failure {
                    self.app.hear(Reply::Message(failure));
                }
            }
            Effect::Note(statement) => self.take_note(statement)?,
            Effect::Export(words) => {
                let said = (self.export)(&self.app.shared.pack, &words);
                self.app.hear(Reply::Message(said));
            }
            Effect::Mouse(taken) => self.guard.set_mouse(taken)?,
            Effect::Marks => {
                self.guard.marks().change(&self.app.shared.pack, &self.app.shared.marks);
                self.next_try = Some(Instant::now());
            }
            Effect::GiveUp => {
                if let Some(rereading) = &mut self.rereading {
                    rereading.give_up();
                }
            }
        }
        Ok(false)
    }

    /// Writes the marks that wait; while another program holds them, they are tried again from time to time.
    pub(super) fn keep_marks(&mut self) {
        if self.next_try.is_none_or(|at| at > Instant::now()) {
            return;
        }
        let mut marks = self.guard.marks();
        let kept = marks.try_keep();
        self.next_try = marks.next_try().map(|wait| Instant::now() + wait);
        let locations = marks.locations(&self.app.shared.pack);
        drop(marks);
        let message = match kept {
            Keeping::Nothing => return,
            Keeping::Waits(why) => {
                return self.app.hear(Reply::Message(format!("not kept yet: {why}; griot tries again")));
            }
            Keeping::Kept => None,
            Keeping::Late => Some("the marks are kept now".to_owned()),
            Keeping::Failed(warning) => Some(warning.to_string()),
        };
        self.app.hear(Reply::Marks(locations));
        if let Some(message) = message {
            self.app.hear(Reply::Message(message));
        }
    }

    /// Goes on in the pack as it was read again, as soon as nobody types, chooses or drags.
    pub(super) fn renew(&mut self) {
        match self.rereading.as_mut().and_then(Rereading::take) {
            Some((Some(pack), message)) => self.renewed = Some((pack, message)),
            Some((None, message)) => self.app.hear(Reply::Done(message)),
            None => {}
        }
        if self.app.is_at_rest()
            && let Some((pack, message)) = self.renewed.take()
        {
            self.app = renewed(&self.app, *pack);
            self.keeper = Keeper::default();
            self.read_notes();
            self.app.hear(Reply::Done(message));
        }
    }
}
