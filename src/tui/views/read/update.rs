//! The keys and the mouse of the reading view.

use griot_history::quote::Form;
use griot_history::text::Block;
use griot_pack::pack::{Pack, Standing};
use ratatui::layout::{Position, Rect};

use super::super::{Entry, View};
use super::{Pane, Read, Ribbon, links, moves, paint, panes, pointer, select, sidebar, width};
use crate::tui::action::{Action, Button, Context};
use crate::tui::held::{Drag, Grip};
use crate::tui::reader::{End, Reader};
use crate::tui::shared::{Next, Shared};
use crate::tui::signs;
use crate::tui::travel;
use crate::tui::widgets::pen::Pen;

impl View for Read {
    /// The statement that is gone to may have been chosen in another view, or the size may have changed since.
    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        match entry {
            Entry::Return => {}
            Entry::From(_) => {
                shared.fit_reader();
                let window = shared.reader.window();
                let lines = &shared.reader.layout.lines[window];
                let seen = |id| lines.iter().any(|line| line.runs.iter().any(|run| run.statement == Some(id)));
                if let Some(current) = shared.reader.current.filter(|current| !seen(*current)) {
                    shared.reader.go(current);
                }
            }
        }
    }

    /// What has the focus goes along to the next view.
    fn leave(&mut self, shared: &mut Shared) {
        let selected = shared.focused_entity().or(shared.page_entity());
        shared.selected.entity = selected.or(shared.selected.entity);
    }

    fn intercept(&mut self, shared: &mut Shared, action: Action) -> Option<Next> {
        select::update(self, shared, action)
    }

    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        let taken = match self.pane {
            Pane::Sidebar => panes::in_sidebar(self, shared, action),
            Pane::Card => panes::in_card(self, shared, action),
            Pane::Text => None,
        };
        taken.or_else(|| travel::update(shared, action)).unwrap_or_else(|| in_text(self, shared, action))
    }

    fn click(&mut self, shared: &mut Shared, at: Position, button: Button) -> Next {
        pointer::click(self, shared, at, button)
    }

    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        let Some(regions) = self.regions(shared) else { return };
        if let Some(pane) = regions.card.filter(|pane| pane.contains(at)) {
            self.card.scroll(lines, usize::from(pane.height));
        } else if regions.sidebar.is_some_and(|pane| pane.contains(at)) {
            let rows = sidebar::rows(shared).len();
            self.sidebar.step(lines.signum(), rows, usize::from(regions.body.height), |_| true);
        } else {
            moves::scroll(shared, lines, Reader::scroll);
        }
    }

    fn grip(&self, shared: &Shared, at: Position) -> Option<Grip> {
        let regions = self.regions(shared)?;
        let under = |area: Option<Rect>| area.is_some_and(|area| area.contains(at));
        if under(regions.ribbon) {
            return Some(Grip::Ribbon);
        }
        if under(regions.separator) {
            return Some(Grip::Separator);
        }
        if !regions.text.contains(at) || under(regions.sidebar) {
            return None;
        }
        let word = shared.reader.word_at(at.x - regions.text.x, at.y - regions.text.y)?;
        Some(Grip::Text { of: shared.reader.page.of, word: word.anchor() })
    }

    fn drag(&mut self, shared: &mut Shared, drag: &Drag) -> Next {
        match drag.what {
            Grip::Text { .. } => {
                if let Some(regions) = self.regions(shared) {
                    select::drag(shared, regions.text, drag);
                }
            }
            Grip::Separator => width::sidebar_to(self, shared, drag.to.x),
            Grip::Ribbon => return pointer::along_ribbon(self, shared, drag),
            Grip::Axis(_) => {}
        }
        Next::Stay
    }

    /// Words that were selected are copied; what was told while all else moved still holds.
    fn release(&mut self, shared: &mut Shared, grip: Grip) -> Next {
        match grip {
            Grip::Text { .. } => Next::Effect(select::copy_drawn(shared)),
            Grip::Separator | Grip::Axis(_) | Grip::Ribbon => Next::Stay,
        }
    }

    fn fit(&mut self, shared: &mut Shared) {
        self.refresh(shared);
    }

    fn forget(&mut self) {
        self.described = None;
        self.ribbon = Ribbon::default();
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(self, shared, pen)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        super::copy::copy(shared, form)
    }

    fn place(&self, shared: &Shared) -> String {
        paint::place(shared, paint::Room::Short)
    }

    fn context(&self, shared: &Shared) -> Context {
        if shared.reader.selects_by_keys() { Context::Select } else { Context::View(shared.screen) }
    }

    /// What the card beside the text shows already need not be peeked at.
    fn hints(&self, shared: &Shared, command: &str) -> bool {
        command != "peek" || self.regions(shared).is_none_or(|regions| regions.card.is_none())
    }

    fn words(&self, shared: &Shared) -> Vec<Block> {
        shared.reader.page.blocks.iter().cloned().collect()
    }
}

fn in_text(view: &mut Read, shared: &mut Shared, action: Action) -> Next {
    match action {
        Action::Lines(by) => return moves::scroll(shared, by, Reader::scroll),
        Action::HalfPages(by) => return moves::scroll(shared, by, Reader::half_page),
        Action::Pages(by) => moves::turn_page(shared, by),
        Action::Top => moves::to_end(shared, End::First),
        Action::Bottom => moves::to_end(shared, End::Last),
        Action::Passages(by) => moves::passages(shared, by),
        Action::Panes(by) => panes::step(view, shared, by),
        Action::Links(by) => links::links(shared, by),
        Action::Notes(by) => links::notes(view, shared, by),
        Action::Hits(by) => links::hits(shared, by),
        Action::Open => return links::open(view, shared),
        Action::Peek => return links::peek(view, shared),
        Action::JumpLabels => return links::jump_labels(shared),
        Action::Escape => return escape(view, shared),
        Action::Wider(by) => width::text(shared, by),
        Action::Sidebar(by) => width::sidebar(view, shared, by),
        Action::OnlyText => {
            shared.settings.only_text = !shared.settings.only_text;
            view.focus(Pane::Text);
        }
        Action::Trust => {
            shared.settings.trust = !shared.settings.trust;
            shared.say(if shared.settings.trust { legend(shared) } else { "trust margin off".into() });
        }
        Action::Select => select::begin(view, shared),
        Action::CursorWord(_) => shared.say(format!("{} begins to select", shared.key("select"))),
        Action::OpenOutside => return links::outside(shared),
        _ => {}
    }
    Next::Stay
}

/// What the sign before a sentence of the pack's own language means.
fn untranslated(pack: &Pack) -> String {
    format!("[{}] not translated", pack.about.language)
}

/// The signs of the trust margin that are in sight, explained.
fn legend(shared: &Shared) -> String {
    let lines = &shared.reader.layout.lines[shared.reader.window()];
    let seen = lines.iter().flat_map(|line| line.runs.iter().filter_map(|run| run.statement));
    let mut standings: Vec<Standing> = seen.map(|id| shared.pack[id].standing).collect();
    standings.sort_unstable();
    standings.dedup();
    let names = standings.iter().map(|it| format!("{} {}", it.sign(shared.settings.glyphs), it.name()));
    let signed = lines
        .iter()
        .any(|line| line.runs.iter().filter_map(|run| run.statement).any(|id| shared.pack.is_untranslated(id)));
    let on_wiki = lines
        .iter()
        .any(|line| line.runs.iter().filter_map(|run| run.statement).any(|id| shared.pack.rests_on_wiki(id)));
    // First, for on a small screen the rest is cut.
    let wiki = on_wiki.then(|| format!("{} Wikipedia alone", signs::WIKI));
    wiki.into_iter().chain(names).chain(signed.then(|| untranslated(&shared.pack))).collect::<Vec<_>>().join("   ")
}

/// Leaves the top thing: focus, highlight, an entity's page; at the root it says how to quit.
fn escape(view: &mut Read, shared: &mut Shared) -> Next {
    if shared.reader.link.is_some() || shared.reader.note.is_some() {
        (shared.reader.link, shared.reader.note) = (None, None);
    } else if shared.reader.find.take().is_some() {
        shared.say("highlights off");
    } else if view.pane != Pane::Text {
        view.focus(Pane::Text);
    } else if shared.page_entity().is_some() && !shared.history.back.is_empty() {
        return Next::Back;
    } else if shared.settings.only_text {
        shared.settings.only_text = false;
    } else {
        shared.say(format!("{} quits", shared.key("quit")));
    }
    Next::Stay
}
