//! What is told of where one is, in words.

use griot_history::quote::Form;
use griot_history::text::Blocks;
use griot_history::text::page::{PageOf, chapter_block, passage_block, plain};
use griot_history::text::{Anchor, Block, Goal, MarkKind, Shape};
use griot_pack::pack::{ChapterId, EraId, PassageId, StatementId};

use super::{Choice, Visit};
use crate::cli::notes::Remarks;
use crate::tui::action::Action;
use crate::tui::overlays::{self, Overlay};
use crate::tui::screens::Screen;
use crate::tui::subject::Subject;
use crate::tui::views::View;

/// How many rows of a list are told at a time.
const ROWS: usize = 10;

/// Where one is, as far as it is told.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Here {
    screen: Screen,
    page: PageOf,
    passage: Option<PassageId>,
    /// The focused link and the focused footnote.
    focus: (Option<Anchor>, Option<(StatementId, usize)>),
    /// The chosen row of a list.
    row: Option<String>,
}

const HELP: &str = "\
Enter reads on. A number opens what was told with it. [12] is a footnote: note 12 tells it.
/musa searches; a line that ends with ? is a question; 1591, 1.6 or kidal goes there.
Keys and commands of the explorer, one a line: H goes back, m marks, ' lists marks and notes, a and words keep a note, y tells what a copy would be, t the timeline, p the places, e who's who, s the sources, r the text, ) the next date, ] the next era, q quits.
filter battle narrows a list. keys tells all keys and commands; at, show, list, timeline, map, cite and the other commands of the shell work too.";

impl Visit {
    pub(super) fn welcome(&mut self) {
        let title = self.app.shared.pack.about.title.to_string();
        self.say(&format!("griot, {title}. Enter reads on, help tells what can be typed, q quits."));
        self.tell();
    }

    pub(super) fn help(&mut self) {
        self.say(HELP);
    }

    /// All commands, with their keys.
    pub(super) fn keys(&mut self) {
        let help = Overlay::help(None);
        for said in overlays::words(&help, &self.app.shared) {
            self.say(&said.text);
        }
    }

    /// Where one is now.
    pub(super) fn at(&self) -> Here {
        let shared = &self.app.shared;
        let reads = shared.screen == Screen::Read;
        let page = shared.reader.page.of;
        let passage = match page {
            PageOf::Era(_) => shared.reader.statement().map(|id| shared.pack[id].passage),
            PageOf::Entity(_) => None,
        };
        Here {
            screen: shared.screen,
            page,
            passage,
            focus: (shared.reader.link, shared.reader.note),
            row: if reads { None } else { self.row() },
        }
    }

    /// Tells what has changed.
    pub(super) fn tell(&mut self) {
        if self.app.overlay.is_some() {
            return self.popup();
        }
        let (before, now) = (self.here.take(), self.at());
        let message = self.app.shared.message.take();
        let said = message.is_some();
        if let Some(message) = message {
            self.say(&message);
        }
        let same_view = before.as_ref().is_some_and(|before| before.screen == now.screen);
        let same_place = before.as_ref().is_some_and(|it| (it.page, it.passage) == (now.page, now.passage));
        match now.screen {
            Screen::Read if !(same_view && same_place) => self.place_after(before.filter(|_| same_view).as_ref()),
            Screen::Read if before.as_ref().is_some_and(|before| before.focus != now.focus) => self.card(),
            Screen::Read => self.unchanged(said),
            Screen::Map if !same_view => self.view(),
            _ if !same_view => self.list_from_here(),
            _ if before.is_some_and(|before| before.row != now.row) => self.chosen_row(),
            _ => self.unchanged(said),
        }
        self.here = Some(self.at());
    }

    fn unchanged(&mut self, said: bool) {
        if !said {
            self.say("nothing changes");
        }
    }

    /// What lies on top, its rows by numbers.
    fn popup(&mut self) {
        let Some(overlay) = &self.app.overlay else { return };
        let said = overlays::words(overlay, &self.app.shared);
        let (asks, stays) = (matches!(overlay, Overlay::Ask(_)), said.iter().any(|line| line.row.is_some()));
        self.choices.clear();
        for line in said {
            match line.row {
                Some(row) => {
                    self.choices.push(Choice::Popup(row));
                    let number = self.choices.len();
                    self.say(&format!("{number} {}", line.text));
                }
                None => self.say(&line.text),
            }
        }
        if !stays {
            let close = Action::Escape;
            self.app.update(close);
        }
        if asks {
            self.say("griot opens nothing from here; the address is above");
        }
    }

    /// The passage or the page that one is at.
    pub(super) fn place(&mut self) {
        self.place_after(None);
        self.here = Some(self.at());
    }

    fn place_after(&mut self, before: Option<&Here>) {
        let shared = &self.app.shared;
        let pack = &shared.pack;
        let Some(passage) = self.at().passage else {
            let mut blocks: Vec<Block> = shared.reader.page.blocks.iter().cloned().collect();
            Remarks::new(pack).mark(&mut blocks);
            return self.with_links(&blocks);
        };
        let (chapter, era) = (pack[passage].chapter, pack[pack[passage].chapter].era);
        let told = before.and_then(|before| before.passage);
        let mut blocks = Vec::new();
        if told.is_none_or(|told| pack[pack[told].chapter].era != era) {
            blocks.push(self.era(era));
        }
        if told.is_none_or(|told| pack[told].chapter != chapter) {
            blocks.push(self.chapter(chapter));
        }
        let mut text = passage_block(pack, passage);
        // Plates say that they are no passages.
        if pack[passage].number.is_some() {
            blocks.push(Block { gap: false, ..plain(Shape::Quiet, format!("Passage {}", pack.address(passage))) });
        }
        text.shape = Shape::Passage;
        blocks.push(text);
        Remarks::new(pack).mark(&mut blocks);
        self.with_links(&blocks);
    }

    fn era(&self, era: EraId) -> Block {
        let pack = &self.app.shared.pack;
        let text = format!(
            "Era {} of {}: {}, {}",
            era.index() + 1,
            pack.eras().len(),
            pack[era].title,
            pack.date(&pack[era].when)
        );
        Block { gap: false, ..plain(Shape::Quiet, text) }
    }

    fn chapter(&self, chapter: ChapterId) -> Block {
        let block = chapter_block(&self.app.shared.pack, chapter);
        Block { gap: false, ..plain(Shape::Quiet, format!("Chapter: {}", block.text.replace("  ", ", "))) }
    }

    /// A page, and beneath it what its links lead to, by numbers.
    fn with_links(&mut self, blocks: &dyn Blocks) {
        self.page(blocks);
        let mut links: Vec<(Goal, String)> = Vec::new();
        for block in blocks.iter() {
            for mark in &block.marks {
                if let MarkKind::Link(goal) = mark.what
                    && !links.iter().any(|(known, _)| *known == goal)
                {
                    let range = mark.range.start as usize..mark.range.end as usize;
                    links.push((goal, block.text.get(range).unwrap_or_default().to_owned()));
                }
            }
        }
        self.choices = links.iter().map(|(goal, _)| Choice::Link(*goal)).collect();
        if !links.is_empty() {
            let told: Vec<String> =
                links.iter().enumerate().map(|(at, (_, name))| format!("{} {name}", at + 1)).collect();
            self.say(&format!("Links: {}.", told.join(", ")));
        }
    }

    /// What is told of the link or the footnote in focus.
    fn card(&mut self) {
        if let Some(subject) = Subject::of(&self.app.shared) {
            let blocks = subject.told(&self.app.shared);
            self.page(&blocks);
        }
    }

    /// A view in words.
    fn view(&mut self) {
        let blocks = self.app.views.words(&self.app.shared);
        self.with_links(&blocks);
    }

    /// What is told of the chosen row.
    pub(super) fn detail(&mut self) {
        let blocks = self.app.views.words(&self.app.shared);
        self.with_links(&blocks);
    }

    /// The chosen row of the view, in one text.
    fn row(&self) -> Option<String> {
        let form = if self.app.shared.screen == Screen::Map { Form::Quote } else { Form::Plain };
        self.app.views.copy(&self.app.shared, form)
    }

    fn chosen_row(&mut self) {
        if let Some(row) = self.row() {
            self.choices = vec![Choice::Row(0)];
            self.say(&format!("1 {row}"));
        }
    }

    /// The rows of a list from the chosen one on.
    fn list_from_here(&mut self) {
        let view = self.app.views.place(&self.app.shared);
        self.say(&format!("{view}:"));
        self.rows_from_here();
    }

    /// The next rows of a list.
    pub(super) fn list(&mut self) {
        let told = self.choices.iter().filter(|choice| matches!(choice, Choice::Row(_))).count().max(1) as i32;
        self.app.update(Action::Lines(told - 1));
        let last = self.row();
        self.app.update(Action::Lines(1));
        if self.row() == last {
            self.app.update(Action::Lines(1 - told));
            return self.say("that is the end of the list");
        }
        self.rows_from_here();
        self.here = Some(self.at());
    }

    /// The rows from the chosen one on. Telling them moves nothing: neither the choice nor the place in the text.
    fn rows_from_here(&mut self) {
        let place = self.app.shared.here();
        let mut told = 0;
        let mut last = None;
        while let Some(row) = self.row().filter(|row| Some(row) != last.as_ref()) {
            told += 1;
            self.say(&format!("{told} {row}"));
            if told == ROWS {
                break;
            }
            last = Some(row);
            self.app.update(Action::Lines(1));
        }
        self.app.update(Action::Lines(1 - told.max(1) as i32));
        self.app.resume(place);
        self.choices = (0..told).map(|at| Choice::Row(at as i32)).collect();
        self.app.shared.message = None;
        if told == 0 {
            self.say("nothing is listed");
        } else if told == ROWS {
            self.say("Enter tells more, a number opens one");
        }
    }
}
