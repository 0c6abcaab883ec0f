//! The keys and the mouse of the view.

use griot_history::quote::Form;
use griot_history::sources::{Line, Table, correction};
use griot_pack::pack::SourceId;
use ratatui::layout::Position;

use super::super::Entry;
use super::super::list_view::{Listing, ListingView};
use super::{Bibliography, Sources, copy, paint};
use crate::tui::action::Action;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::list::List;
use crate::tui::widgets::pen::Pen;

impl ListingView for Bibliography {
    fn enter(view: &mut Sources, shared: &mut Shared, entry: Entry) {
        let fresh = view.listing.lines.is_empty();
        match entry {
            Entry::From(_) => {
                view.in_detail = false;
                view.refresh(shared);
                if let Some(note) = shared.reader.focused_note(&shared.pack) {
                    let source = shared.pack[note].source;
                    view.show_source(shared, source);
                }
            }
            Entry::Return => {
                if let Some(source) = shared.selected.source
                    && (fresh || view.chosen() != Some(Line::Source(source)))
                    && view.listing.table == Table::Sources
                {
                    view.listing.fill(shared, &mut view.list);
                    if let Some(at) = view.listing.lines.iter().position(|line| *line == Line::Source(source)) {
                        view.show_row(shared, at);
                    }
                }
            }
        }
    }

    fn act(view: &mut Sources, shared: &mut Shared, action: Action) -> Option<Next> {
        match action {
            Action::Cycle => {
                view.listing.next_order();
                view.list = List::default();
                shared.say(format!("sorted by {}", view.listing.table.sorted_by(view.listing.order())));
            }
            Action::NextTable => {
                view.listing.show(view.listing.table.next(), &mut view.list);
                view.in_detail = false;
            }
            Action::OpenOutside => return Some(outside(view, shared, Copy::Page)),
            Action::OpenArchive => return Some(outside(view, shared, Copy::Archived)),
            _ => return None,
        }
        Some(Next::Stay)
    }

    fn paint(view: &Sources, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(view, shared, pen)
    }

    fn copy(view: &Sources, shared: &Shared, form: Form) -> Option<String> {
        copy::copy(view, &shared.pack, form)
    }

    fn copy_label(view: &Sources, form: Form) -> &'static str {
        copy::label(view.listing.table, form)
    }

    fn place(view: &Sources, shared: &Shared) -> String {
        paint::place(view, shared)
    }
}

impl Sources {
    /// Chooses a source in the list of sources; what comes before it stays in sight as well.
    pub fn show_source(&mut self, shared: &mut Shared, source: SourceId) {
        shared.filter.clear();
        shared.selected.source = Some(source);
        self.in_detail = false;
        if self.listing.table != Table::Sources {
            self.listing.show(Table::Sources, &mut self.list);
        }
        self.listing.fill(shared, &mut self.list);
        if let Some(at) = self.listing.lines.iter().position(|line| *line == Line::Source(source)) {
            self.show_row(shared, at);
        }
    }
}

/// Which of the copies of a source is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copy {
    Page,
    Archived,
}

/// The URL of the chosen source, or of its archived copy; of a correction, that of the first source on whose word it
/// rests and that has one.
fn outside(view: &Sources, shared: &mut Shared, copy: Copy) -> Next {
    let pack = &shared.pack;
    let url = |source: &SourceId| match copy {
        Copy::Page => pack[*source].url.as_ref(),
        Copy::Archived => pack[*source].archive.as_ref(),
    };
    let (found, none) = match view.chosen() {
        Some(Line::Source(source)) => {
            let none = match copy {
                Copy::Page => "this source has no URL",
                Copy::Archived => "no archived copy is known",
            };
            (url(&source), none.to_owned())
        }
        Some(Line::Correction(statement)) => {
            let notes = correction(pack, statement).map_or(&[][..], |it| it.word_of);
            let none = match copy {
                Copy::Page => "none of its sources has a URL",
                Copy::Archived => "none of its sources has an archived copy",
            };
            (notes.iter().find_map(|note| url(&pack[*note].source)), none.to_owned())
        }
        Some(Line::Era(_) | Line::All | Line::Group(..)) | None => {
            (None, format!("it is sources that have URLs; {} turns to them", shared.key("next-table")))
        }
    };
    if let Some(url) = found {
        return Next::Ask(url.to_string());
    }
    shared.say(none);
    Next::Stay
}
