//! The keys and the mouse of the view.

use griot_history::quote::Form;
use griot_history::sources::{Line, Table, correction};
use griot_history::text::Block;
use griot_pack::pack::SourceId;
use ratatui::layout::Position;

use super::super::list_view::Listing;
use super::super::{Entry, View};
use super::{Sources, copy, paint};
use crate::tui::action::Action;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::list::List;
use crate::tui::widgets::pen::Pen;

impl View for Sources {
    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        let fresh = self.listing.lines.is_empty();
        match entry {
            Entry::From(_) => {
                self.in_detail = false;
                self.refresh(shared);
                if let Some(note) = shared.reader.focused_note(&shared.pack) {
                    let source = shared.pack[note].source;
                    self.show_source(shared, source);
                }
            }
            Entry::Return => {
                if let Some(source) = shared.selected.source
                    && (fresh || self.chosen() != Some(Line::Source(source)))
                    && self.listing.table == Table::Sources
                {
                    self.listing.fill(shared, &mut self.list);
                    if let Some(at) = self.listing.lines.iter().position(|line| *line == Line::Source(source)) {
                        self.show_row(shared, at);
                    }
                }
            }
        }
    }

    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        self.take(shared, action, |view, shared| {
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
        })
    }

    fn escape(&mut self, _shared: &mut Shared) -> bool {
        self.leave_detail()
    }

    fn click(&mut self, shared: &mut Shared, at: Position, _second: bool) -> Next {
        self.click_at(shared, at)
    }

    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        self.wheel_at(shared, at, lines);
    }

    fn forget(&mut self) {
        self.forget_words();
    }

    fn fit(&mut self, shared: &mut Shared) {
        self.refresh(shared);
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(self, shared, pen)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        copy::copy(self, &shared.pack, form)
    }

    fn copy_label(&self, _shared: &Shared, form: Form) -> &'static str {
        copy::label(self.listing.table, form)
    }

    fn place(&self, shared: &Shared) -> String {
        paint::place(self, shared)
    }

    fn words(&self, _shared: &Shared) -> Vec<Block> {
        self.detail.blocks.clone()
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
        Some(Line::Era(_) | Line::All | Line::Kind(..)) | None => {
            (None, format!("it is sources that have URLs; {} turns to them", shared.key("next-table")))
        }
    };
    if let Some(url) = found {
        return Next::Ask(url.to_string());
    }
    shared.say(none);
    Next::Stay
}
