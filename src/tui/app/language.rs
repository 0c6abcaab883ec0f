//! The language that the pack is read in.

use super::App;
use crate::tui::shared::History;
use crate::tui::views::View;

impl App {
    /// Reads the pack in its next language.
    pub(super) fn next_language(&mut self) {
        let languages = self.shared.pack.languages();
        let at = languages.iter().position(|it| it.code == *self.shared.pack.language()).unwrap_or(0);
        match languages.len() {
            1 => self.shared.say(format!("the pack is told in {} alone", languages[0].code)),
            count => self.read_in(&languages[(at + 1) % count].code),
        }
    }

    /// Reads the pack in the language of a code, where it has it. The place in the text stays.
    pub fn read_in(&mut self, code: &str) {
        let shared = &mut self.shared;
        let languages = shared.pack.languages();
        let Some(language) = languages.iter().find(|it| it.code == *code) else {
            let codes: Vec<&str> = languages.iter().map(|it| it.code.as_str()).collect();
            shared.say(format!("the pack is told in {}, not in “{code}”", codes.join(", ")));
            return;
        };
        shared.reader.translate(&mut shared.pack, code, shared.geo.as_ref());
        (shared.index, shared.story) = (None, None);
        // A page in another language has other links.
        let History { back, forward } = &mut shared.history;
        back.iter_mut().chain(forward).chain(&mut shared.marks).for_each(|location| location.link = None);
        shared.say(format!("language: {}", language.name));
        self.views.forget();
    }
}
