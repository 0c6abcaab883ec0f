//! Zooming and panning: other windows of a story.

use super::{Bend, Kind, SHORTEST, Story, Window};

/// Zooming and panning, in the room of the whole scale.
impl Story {
    /// The window that shows all.
    #[must_use]
    pub const fn all(&self) -> Window {
        Window { from: self.first, to: self.last }
    }

    /// A window of `factor` times the room, in which `around` keeps its place.
    #[must_use]
    pub fn zoomed(&self, kind: Kind, window: Window, around: f64, factor: f64) -> Window {
        let (from, to) = (self.place(kind, window.from), self.place(kind, window.to));
        let around = self.place(kind, around.clamp(window.from, window.to));
        let room = ((to - from) * factor).min(1.0);
        let start = (around - (around - from) * factor).clamp(0.0, 1.0 - room);
        let new = Window { from: self.time(kind, start), to: self.time(kind, start + room) };
        if room >= 1.0 {
            self.all()
        } else if factor < 1.0 && new.to - new.from < SHORTEST {
            window
        } else {
            new
        }
    }

    /// The window moved by a share of its room, as far as there is time.
    #[must_use]
    pub fn panned(&self, kind: Kind, window: Window, by: f64) -> Window {
        let (from, to) = (self.place(kind, window.from), self.place(kind, window.to));
        let room = to - from;
        let start = (from + by * room).clamp(0.0, (1.0 - room).max(0.0));
        self.widened(Window { from: self.time(kind, start), to: self.time(kind, start + room) })
    }

    /// The window moved so that the time stands in its middle, unless it is in it already.
    #[must_use]
    pub fn around(&self, kind: Kind, window: Window, at: f64) -> Window {
        if window.from <= at && at < window.to {
            return window;
        }
        let room = self.place(kind, window.to) - self.place(kind, window.from);
        let start = (self.place(kind, at) - room / 2.0).clamp(0.0, (1.0 - room).max(0.0));
        let new = Window { from: self.time(kind, start), to: self.time(kind, start + room) };
        // What is left of rounding must not push the time out again.
        self.widened(Window { from: new.from.min(at), to: new.to.max(at + SHORTEST / 10.0) })
    }

    /// Never shorter than an axis may be.
    fn widened(&self, window: Window) -> Window {
        let to = window.to.max(window.from + SHORTEST).min(self.last);
        Window { from: window.from.min(to - SHORTEST).max(self.first), to }
    }

    /// Where a time stands in the room of the whole scale, from 0 to 1.
    #[must_use]
    pub fn place(&self, kind: Kind, at: f64) -> f64 {
        let at = at.clamp(self.first, self.last);
        match kind {
            Kind::Story => self.weighed_place(at),
            Kind::Log => {
                let bend = Bend::of(self);
                1.0 - bend.curve(at) / bend.curve(self.first)
            }
            Kind::True => (at - self.first) / (self.last - self.first),
        }
    }

    /// The time at a place in the room of the whole scale.
    #[must_use]
    pub fn time(&self, kind: Kind, place: f64) -> f64 {
        let at = match kind {
            Kind::Story => self.weighed_time(place),
            Kind::Log => {
                let bend = Bend::of(self);
                bend.straight((1.0 - place) * bend.curve(self.first))
            }
            Kind::True => self.first + place * (self.last - self.first),
        };
        at.clamp(self.first, self.last)
    }
}
