//! Links and footnotes of the page: which has the focus, and what stands next to it.

use super::Reader;
use griot_history::text::{Anchor, Link};
use griot_pack::pack::{NoteId, Pack, StatementId};

impl Reader {
    /// The focused link.
    #[must_use]
    pub fn focused(&self) -> Option<&Link> {
        self.layout.links.get(self.link?)
    }

    /// The links in sight, as indices.
    #[must_use]
    pub fn links_in_sight(&self) -> Vec<usize> {
        let window = self.window();
        let seen = |link: &Link| link.pieces.iter().any(|piece| window.contains(&piece.line));
        self.layout.links.iter().enumerate().filter(|(_, link)| seen(link)).map(|(i, _)| i).collect()
    }

    /// Focuses the next or previous link; from the current statement, or else from the edge of the pane, when none has
    /// the focus. Whether there is one.
    pub fn step_link(&mut self, by: i32) -> bool {
        let seen = self.links_in_sight();
        let next = if let Some(link) = self.link {
            link.checked_add_signed(by as isize).filter(|next| *next < self.layout.links.len())
        } else {
            // The current statement is where the reader looks, so the step goes from there.
            let from = self.current.and_then(|id| self.page.anchor_of(id)).unwrap_or_default();
            let below = |link: &&usize| self.layout.links[**link].at >= from;
            let near = if by > 0 {
                seen.iter().find(below)
            } else {
                seen.iter().rev().find(|link| from == Anchor::default() || !below(link))
            };
            near.copied().or_else(|| self.link_beyond(by > 0))
        };
        let Some(next) = next else { return false };
        self.focus(next);
        true
    }

    fn link_beyond(&self, after: bool) -> Option<usize> {
        let window = self.window();
        let line = |link: &Link| link.pieces.first().map_or(0, |piece| piece.line);
        if after {
            self.layout.links.iter().position(|link| line(link) >= window.end)
        } else {
            self.layout.links.iter().rposition(|link| line(link) < window.start)
        }
    }

    /// Focuses a link and brings it into sight.
    pub fn focus(&mut self, link: usize) {
        self.note = None;
        self.link = Some(link);
        let Some(line) = self.layout.links[link].pieces.first().map(|piece| piece.line) else { return };
        if !self.window().contains(&line) {
            self.top = self.layout.anchor_at(line.saturating_sub(self.height / 3));
            self.current = None;
        }
    }

    pub(super) fn drop_hidden_link(&mut self) {
        if self.link.is_some_and(|link| !self.links_in_sight().contains(&link)) {
            self.link = None;
        }
    }

    /// The footnote in focus.
    #[must_use]
    pub fn focused_note(&self, pack: &Pack) -> Option<NoteId> {
        let (statement, which) = self.note?;
        pack[statement].cites.get(which).copied()
    }

    /// Where the next or previous footnote stands, in the order of the page.
    #[must_use]
    pub fn next_note(&self, pack: &Pack, forward: bool) -> Option<(StatementId, usize)> {
        if let Some((statement, which)) = self.note {
            let next = if forward { Some(which + 1) } else { which.checked_sub(1) };
            if let Some(next) = next.filter(|n| *n < pack[statement].cites.len()) {
                return Some((statement, next));
            }
        } else if let Some(here) = self.statement().filter(|here| forward && !pack[*here].cites.is_empty()) {
            return Some((here, 0));
        }
        let statement = self.neighbour(pack, forward, |id| !pack[id].cites.is_empty())?;
        Some((statement, if forward { 0 } else { pack[statement].cites.len() - 1 }))
    }
}

/// Short labels for `count` links, all of one length.
#[must_use]
pub fn jump_labels(count: usize) -> Vec<String> {
    const LETTERS: &[u8] = b"asdfghjklwertyuiopzxcvbnm";
    let letter = |at: usize| char::from(LETTERS[at % LETTERS.len()]);
    if count <= LETTERS.len() {
        return (0..count).map(|i| letter(i).to_string()).collect();
    }
    (0..count.min(LETTERS.len() * LETTERS.len()))
        .map(|i| [letter(i / LETTERS.len()), letter(i)].iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::jump_labels;

    #[test]
    fn labels_are_distinct_and_none_begins_another() {
        for count in [0, 1, 25, 26, 300, 625] {
            let labels = jump_labels(count);
            assert_eq!(labels.len(), count);
            for (i, a) in labels.iter().enumerate() {
                assert!(labels[i + 1..].iter().all(|b| !b.starts_with(a.as_str())));
                assert!(!a.contains('q'), "q closes the letters");
            }
        }
    }
}
