//! Going through the text by its dates and eras, from whatever view.

use griot_history::text::page::PageOf;
use griot_pack::pack::Target;

use super::action::Action;
use super::shared::{Next, Shared};

/// Does what a key does that leads to another era or date; nothing, for any other.
pub fn update(shared: &mut Shared, action: Action) -> Option<Next> {
    match action {
        Action::Era(number) => Some(era(shared, usize::from(number))),
        Action::Eras(by) => Some(eras(shared, by)),
        Action::Dated(by) => {
            dated(shared, by);
            Some(Next::Stay)
        }
        _ => None,
    }
}

/// To the era of that number, from 1.
fn era(shared: &mut Shared, number: usize) -> Next {
    if let Some(era) = shared.pack.eras().nth(number.wrapping_sub(1)) {
        return Next::Open(Target::Era(era));
    }
    shared.say(format!("there are {} eras", shared.pack.eras().len()));
    Next::Stay
}

fn eras(shared: &mut Shared, by: i32) -> Next {
    let here = shared.era();
    let on_page = shared.reader.page.of == PageOf::Era(here);
    let at_top = shared.reader.shows_its_beginning();
    let next = match by {
        // Going back first means the beginning of the era at hand.
        ..0 if on_page && !at_top => Some(here.index()),
        _ => here.index().checked_add_signed(by as isize),
    };
    if let Some(era) = next.and_then(|next| shared.pack.eras().nth(next)) {
        return Next::Open(Target::Era(era));
    }
    shared.say(if by > 0 { "this is the last era" } else { "this is the first era" });
    Next::Stay
}

fn dated(shared: &mut Shared, by: i32) {
    let pack = &shared.pack;
    match shared.reader.neighbour(pack, by > 0, |id| pack[id].when.is_some()) {
        Some(statement) if matches!(shared.reader.page.of, PageOf::Era(_)) => shared.step_to(statement),
        Some(statement) => shared.reader.go(statement),
        None => shared.say(if by > 0 { "no later date in the text" } else { "no earlier date in the text" }),
    }
}
