//! The lanes of the timeline: powers and rulers as bars, events as marks, each with its name where there is room.

use griot_history::text::cut;
use griot_history::timeline::model::Bar;
use griot_pack::order::InOrder;

use super::{GAP, ROW, Sheet, WIDTH};
use crate::export::svg::labels::Rows;
use crate::export::svg::pen::{Side, wide};

/// The rows of bars, and of events of one type, that have names; what finds no room in them stands beneath without one.
const BARS: usize = 34;
const EVENTS: usize = 8;

/// A name: where it stands, where what it names begins and ends, and the room that both take.
struct Named {
    name: String,
    at: f64,
    side: Side,
    from: f64,
    to: f64,
    least: f64,
    most: f64,
}

impl Sheet<'_> {
    /// Bars in as many rows as they need, the earliest first.
    pub(super) fn bars(&mut self, group: &str, bars: &[Bar]) {
        let mut bars: Vec<&Bar> = bars.iter().filter(|bar| self.shows(bar)).collect();
        bars.order_by(|a, b| a.from.total_cmp(&b.from).then(a.row.cmp(&b.row)));
        if bars.is_empty() {
            return;
        }
        self.head(group);
        let (mut rows, mut bare) = (Rows::default(), Rows::default());
        let placed: Vec<(&Bar, Named, Option<usize>, usize)> = bars
            .into_iter()
            .map(|bar| {
                let named = self.named(bar);
                let row = rows.find(named.least - GAP, named.most + 2.0 * GAP, BARS);
                let beneath =
                    if row.is_none() { bare.find(named.from - 1.0, named.to + 1.0, usize::MAX) } else { None };
                (bar, named, row, beneath.unwrap_or(0))
            })
            .collect();
        for (bar, named, row, beneath) in placed {
            let y = ROW.mul_add(row.unwrap_or(rows.count() + beneath) as f64, self.y);
            self.bar(bar, y);
            if row.is_some() {
                let class = if named.side == Side::Middle { "on" } else { "" };
                self.drawing.text(class, (named.at, y + 10.5), named.side, &named.name);
            } else {
                self.unnamed += 1;
            }
            self.drawing.close();
        }
        self.y += ROW.mul_add((rows.count() + bare.count()) as f64, 6.0);
    }

    /// A bar's name, where it stands, and the room that both take.
    fn named(&self, bar: &Bar) -> Named {
        let name = bar.what.entity().map_or_else(String::new, |id| self.pack[id].name.to_string());
        let name = cut(&name, 44).into_owned();
        let (from, to) = (self.x(bar.from), self.x(bar.to).max(self.x(bar.from) + 2.0));
        // Letters on a stretch that is paler would be hard to read.
        let within = !bar.soft_begin && !bar.soft_end && wide(&name) + 2.0 * GAP <= to - from;
        let (at, side) = match () {
            () if within => (f64::midpoint(from, to), Side::Middle),
            () if to + 5.0 + GAP + wide(&name) <= WIDTH => (to + 5.0 + GAP, Side::Start),
            () => (from - GAP, Side::End),
        };
        let (least, most) = match side {
            Side::Middle => (from, to),
            Side::Start => (from, at + wide(&name)),
            Side::End => (at - wide(&name), to),
        };
        Named { name, at, side, from, to, least, most }
    }

    /// A bar: paler where it may not have begun yet or may have ended, with an arrow where it goes on.
    fn bar(&mut self, bar: &Bar, y: f64) {
        const HIGH: f64 = 12.0;
        let window = self.scale.window();
        let when = bar.what.when(self.pack).map_or_else(String::new, |when| when.in_words());
        self.drawing.open(&format!("{} · {when}", bar.what.text(self.pack)));
        let (from, to) = (self.x(bar.from), self.x(bar.to).max(self.x(bar.from) + 2.0));
        let soft = |is: bool, end: f64, own: f64| if is { (end - own).abs().max(6.0) } else { 0.0 };
        let lead = soft(bar.soft_begin, self.x(bar.begun), from);
        let trail = soft(bar.soft_end, self.x(bar.unended), to);
        self.drawing.rect(if lead + trail > 0.0 { "soft" } else { "bar" }, (from, y), (to - from, HIGH));
        if lead + trail > 0.0 && from + lead < to - trail {
            self.drawing.rect("bar", (from + lead, y), (to - from - lead - trail, HIGH));
        }
        if bar.open || bar.to > window.to {
            self.drawing.shape("bar", &[(to, y), (to + 5.0, y + HIGH / 2.0), (to, y + HIGH)]);
        }
        if bar.from < window.from {
            self.drawing.shape("bar", &[(from, y), (from - 5.0, y + HIGH / 2.0), (from, y + HIGH)]);
        }
    }

    /// Events as marks, with names as long as there are rows for them.
    pub(super) fn events(&mut self, kind: &str, events: &[Bar]) {
        let events: Vec<&Bar> = events.iter().filter(|bar| self.shows(bar)).collect();
        if events.is_empty() {
            return;
        }
        self.head(kind);
        let (mut rows, mut bare) = (Rows::default(), Rows::default());
        let placed: Vec<(&Bar, Named, Option<usize>, usize)> = events
            .into_iter()
            .map(|event| {
                let named = self.noted(event);
                let row = rows.find(named.least - GAP, named.most + GAP, EVENTS);
                let beneath =
                    if row.is_none() { bare.find(named.from - 3.0, named.to + 4.0, usize::MAX) } else { None };
                (event, named, row, beneath.unwrap_or(0))
            })
            .collect();
        for (event, named, row, beneath) in placed {
            let y = ROW.mul_add(row.unwrap_or(rows.count() + beneath) as f64, self.y) + 6.0;
            let when = event.what.when(self.pack).map_or_else(String::new, |when| when.in_words());
            self.drawing.open(&format!("{} · {when}", event.what.text(self.pack)));
            if named.to - named.from > 3.0 {
                self.drawing.rect("mark", (named.from, y - 1.5), (named.to - named.from, 3.0));
            }
            let soft = event.soft_begin || event.soft_end;
            self.drawing.circle(if soft { "about" } else { "mark" }, (named.from, y), 3.0);
            if row.is_some() {
                self.drawing.text("name", (named.at, y + 4.0), named.side, &named.name);
            } else {
                self.unnamed += 1;
            }
            self.drawing.close();
        }
        self.y += ROW.mul_add((rows.count() + bare.count()) as f64, 4.0);
    }

    /// An event's name, behind its mark or before it, and the room that both take.
    fn noted(&self, event: &Bar) -> Named {
        let name = event.what.entity().map_or_else(String::new, |id| self.pack[id].name.to_string());
        let name = cut(&name, 60).into_owned();
        let (from, to, beside) = (self.x(event.from), self.x(event.to), GAP + 3.0);
        if to + beside + wide(&name) > WIDTH {
            let at = from - beside;
            return Named { at, side: Side::End, from, to, least: at - wide(&name), most: to, name };
        }
        let at = to.max(from) + beside;
        Named { at, side: Side::Start, from, to, least: from, most: at + wide(&name), name }
    }
}
