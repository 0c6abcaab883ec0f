//! Going through the text by its lines, pages, passages and eras.

use griot_history::text::page::PageOf;
use griot_pack::pack::{EraId, StatementId};

use crate::tui::reader::Reader;
use crate::tui::shared::{Next, Shared};

/// Scrolls; at the edge of an era it pauses once and then goes on in the next.
pub(super) fn scroll(shared: &mut Shared, by: i32, how: impl Fn(&mut Reader, i32) -> i32) -> Next {
    if by == 0 || how(&mut shared.reader, by) != 0 {
        return Next::Stay;
    }
    let Some(next) = beside(shared, by) else {
        shared.say(if by > 0 { "this is the end" } else { "this is the beginning" });
        return Next::Stay;
    };
    if shared.reader.edge == by.signum() {
        go_on(shared, next, by);
    } else {
        shared.reader.edge = by.signum();
        let title = &shared.pack[next].title;
        shared.say(if by > 0 {
            format!("end of the era · once more for {title}")
        } else {
            format!("once more for {title}")
        });
    }
    Next::Stay
}

pub(super) fn turn_page(shared: &mut Shared, by: i32) {
    if shared.reader.turn_page(by) == 0 {
        match beside(shared, by) {
            Some(next) => go_on(shared, next, by),
            None => shared.say(if by > 0 { "this is the end" } else { "this is the beginning" }),
        }
    }
}

/// The era before or after the one on the page; an entity's page has neither.
fn beside(shared: &Shared, by: i32) -> Option<EraId> {
    let PageOf::Era(era) = shared.reader.page.of else { return None };
    shared.pack.eras().nth(era.index().checked_add_signed(by.signum() as isize)?)
}

/// Goes on into the next era at its top, or back into the one before at its end.
fn go_on(shared: &mut Shared, era: EraId, by: i32) {
    shared.open_page(PageOf::Era(era));
    shared.fit_reader();
    if by < 0 {
        shared.reader.to_end(true);
    }
}

/// Top or bottom of the era; once more, of the whole text.
pub(super) fn to_end(shared: &mut Shared, last: bool) {
    if shared.reader.to_end(last) {
        return;
    }
    let end = if last { shared.pack.last_era() } else { shared.pack.first_era() };
    if matches!(shared.reader.page.of, PageOf::Era(here) if here != end) {
        shared.remember();
        go_on(shared, end, if last { -1 } else { 1 });
    }
}

pub(super) fn passages(shared: &mut Shared, by: i32) {
    let pack = &shared.pack;
    let first = |id: StatementId| pack.statements_of(pack[id].passage).next() == Some(id);
    let Some(statement) = shared.reader.neighbour(pack, by > 0, first) else { return };
    if matches!(shared.reader.page.of, PageOf::Era(_)) {
        shared.step_to(statement);
    }
    shared.reader.go_to_top(statement);
}
