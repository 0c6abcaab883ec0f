//! Steps through the text and through time, which keep no way back.

use griot_history::chronicle;
use griot_history::text::page::PageOf;
use griot_pack::pack::StatementId;

use super::Shared;
use crate::tui::screens::Screen;

impl Shared {
    /// Goes to a statement in the text without keeping a way back: for stepping.
    pub fn step_to(&mut self, statement: StatementId) {
        let era = PageOf::Era(self.pack.era_of(statement));
        if self.screen != Screen::Read {
            self.reader.point_to(era, statement);
            return;
        }
        let on_page = matches!(self.reader.page.of, PageOf::Era(_)) && self.reader.page.anchor_of(statement).is_some();
        if !on_page {
            self.open_page(era);
        }
        self.fit_reader();
        self.reader.go(statement);
    }

    /// Steps through the dated statements in date order, from the one nearest to the reader's place.
    pub fn step_in_time(&mut self, by: i32) {
        let pack = &self.pack;
        let order = pack.chronology();
        let here = self.reader.statement();
        let near = here.and_then(|id| chronicle::nearest_dated(pack, id));
        let Some(at) = near.and_then(|near| order.iter().position(|id| *id == near)) else {
            self.say("nothing in the text is dated");
            return;
        };
        // From a statement without a date, the nearest dated one may itself be the next or the previous.
        let on_the_way = if by > 0 { near > here } else { near < here };
        let to = if on_the_way { Some(at) } else { at.checked_add_signed(by as isize) };
        match to.and_then(|to| order.get(to).copied()) {
            Some(statement) => self.step_to(statement),
            None => self.say(if by > 0 { "this is the last date" } else { "this is the first date" }),
        }
    }
}
