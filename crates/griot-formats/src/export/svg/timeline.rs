//! The timeline on its story scale: eras, how much is told of each time, powers and rulers as bars, events by their type.
//!
//! As on the screen a paler stretch is one that is not certain, an arrow goes on, and a stroke across the axis marks where
//! the scale changes.

mod lanes;

use griot_history::scale::{Kind, Label, SHORTEST, Scale, Window, labels};
use griot_history::text::cut;
use griot_history::timeline::model::{Bar, Kin, Model, stored_story};
use griot_history::timeline::{What, eras};
use griot_pack::order::InOrder;
use griot_pack::pack::{Excerpt, Pack};
use griot_pack::when::Day;
use griot_pack::when::Language;

use super::pen::{Drawing, Side, wide};
use crate::export::Loss;
use crate::export::living::may_be_living;

const WIDTH: f64 = 820.0;
/// Where the names of the lanes end and the axis begins.
const GUTTER: f64 = 88.0;
/// The columns of the axis, a unit each.
const AXIS: u16 = 722;
/// The units of a row of bars.
const ROW: f64 = 13.5;
/// Between a name and what stands beside it.
const GAP: f64 = 4.0;
/// A letter of the years along the axis takes so many columns.
const LETTER: u16 = 6;
/// Types of fewer events stand together.
const FEW: usize = 3;
/// The columns that one stroke of the ribbon counts.
const STEP: u16 = 4;

struct Sheet<'a> {
    pack: &'a Pack,
    excerpt: &'a Excerpt,
    scale: Scale,
    drawing: Drawing,
    /// How far down it is drawn.
    y: f64,
    /// The bars and marks that have no name.
    unnamed: usize,
}

/// Draws the timeline of an excerpt.
pub(super) fn draw(pack: &Pack, excerpt: &Excerpt) -> (Drawing, Vec<Loss>) {
    let model = Model::new(pack);
    let story = stored_story(pack);
    let window = window(pack, excerpt, story.all());
    let scale = Scale::new(&story, Kind::Story, window, AXIS);
    let title = format!("{}: timeline", pack.about.title);
    let span = griot_history::scale::span_label(window.from, window.to, Language::English);
    let about = format!("{span}. The scale follows the text: a stroke across the axis marks where it changes.");
    let drawing = Drawing::new(WIDTH, title, about);
    let mut sheet = Sheet { pack, excerpt, scale, drawing, y: 0.0, unnamed: 0 };
    let years = labels(&Scale::new(&story, Kind::Story, window, AXIS / LETTER), 2, Language::English);
    let coarse = Scale::new(&story, Kind::Story, window, AXIS / LETTER);
    sheet.eras();
    sheet.years(&years, &coarse);
    sheet.drawing.cut(sheet.y);
    sheet.ribbon(&model);
    let top = sheet.y;
    for (name, bars) in [("powers", &model.polities), ("rulers", &model.offices)] {
        sheet.bars(name, bars);
    }
    let (many, few): (Vec<&Kin>, Vec<&Kin>) = model.kinds.iter().partition(|kin| kin.events.len() >= FEW);
    for kin in many {
        sheet.events(&kin.name.replace('-', " "), &kin.events);
    }
    let mut few: Vec<Bar> = few.into_iter().flat_map(|kin| kin.events.iter().copied()).collect();
    few.order_by(|a, b| a.from.total_cmp(&b.from).then(a.row.cmp(&b.row)));
    sheet.events("of other types", &few);
    if model.rows.is_empty() {
        sheet.drawing.text("quiet", (GUTTER, sheet.y + 12.0), Side::Start, "Nothing here has a date.");
        sheet.y += 20.0;
    }
    for x in sheet.breaks() {
        sheet.drawing.down("abroad", x, (top, sheet.y));
    }
    sheet.drawing.line("rule", (GUTTER, sheet.y), (GUTTER + f64::from(AXIS), sheet.y));
    sheet.years(&years, &coarse);
    sheet.legend();
    sheet.drawing.height = sheet.y;
    let losses = Loss::of(sheet.unnamed, ["name", "names"], "there is no room in the picture; their marks are there");
    (sheet.drawing, losses.into_iter().collect())
}

/// The stretch of time that the eras of an excerpt cover.
fn window(pack: &Pack, excerpt: &Excerpt, all: Window) -> Window {
    if excerpt.is_whole {
        return all;
    }
    let (mut from, mut to) = (all.to, all.from);
    for era in &excerpt.eras {
        let when = pack[*era].when;
        from = from.min(if when.first() == Day::MIN { all.from } else { when.first().years() });
        to = to.max(if when.last() == Day::MAX { all.to } else { when.last().next().years() });
    }
    let from = from.clamp(all.from, (all.to - SHORTEST).max(all.from));
    Window { from, to: to.clamp(from + SHORTEST, all.to.max(from + SHORTEST)) }
}

impl Sheet<'_> {
    fn x(&self, at: f64) -> f64 {
        GUTTER + f64::from(self.scale.nearest_column(at))
    }

    /// The eras as bands, each up to the next.
    fn eras(&mut self) {
        let (y, height) = (4.0, 18.0);
        let marks = eras(self.pack, &self.scale).into_iter().filter(|mark| self.excerpt.eras.contains(&mark.era));
        for (i, mark) in marks.enumerate() {
            let era = &self.pack[mark.era];
            let (x, columns) = (GUTTER + f64::from(mark.at), f64::from(mark.columns));
            let number = mark.era.index() + 1;
            self.drawing.open(&format!("{number} {} · {}", era.title, era.when.in_words()));
            self.drawing.rect(if i % 2 == 0 { "band" } else { "ground" }, (x, y), (columns, height));
            self.drawing.line("rule", (x, y), (x, y + height));
            let names = [format!("{number} {}", era.title), format!("{number} {}", era.short), number.to_string()];
            if let Some(name) = names.iter().find(|name| wide(name) + 2.0 * GAP <= columns) {
                self.drawing.text("head", (x + GAP, y + 13.0), Side::Start, name);
            }
            self.drawing.close();
        }
        self.y = y + height + 2.0;
    }

    /// How many dated statements fall on each stretch of the axis.
    fn ribbon(&mut self, model: &Model) {
        const HEIGHT: f64 = 30.0;
        let mut counts = vec![0_u32; usize::from(AXIS / STEP) + 1];
        let window = self.scale.window();
        for row in &model.rows {
            let What::Statement(id) = row.what else { continue };
            let here = window.from <= row.at && row.at < window.to && self.excerpt.eras.contains(&self.pack.era_of(id));
            if here {
                counts[usize::from(self.scale.nearest_column(row.at) / STEP)] += 1;
            }
        }
        let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
        for (at, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let height = (f64::from(count) / most).sqrt() * HEIGHT;
            let x = GUTTER + at as f64 * f64::from(STEP);
            self.drawing.rect("count", (x, self.y + HEIGHT - height), (f64::from(STEP) - 1.0, height));
        }
        self.drawing.text("quiet", (GUTTER - 8.0, self.y + HEIGHT), Side::End, "statements");
        self.y += HEIGHT;
        let end = GUTTER + f64::from(AXIS);
        self.drawing.line("rule", (GUTTER, self.y), (end, self.y));
        self.y += 6.0;
        for x in self.breaks() {
            self.drawing.line("border", (x - 2.0, self.y - 3.0), (x + 2.0, self.y - 11.0));
        }
    }

    /// Where the pace changes.
    fn breaks(&self) -> Vec<f64> {
        self.scale.breaks().map(|column| GUTTER + f64::from(column)).collect()
    }

    /// The years along the axis.
    fn years(&mut self, years: &[Label], coarse: &Scale) {
        for label in years {
            // The last one ends where the axis ends.
            let last = label.at + (wide(&label.text) / f64::from(LETTER)) as u16 >= coarse.columns;
            let x = if last { GUTTER + f64::from(AXIS) } else { self.x(coarse.span(label.at).0) };
            let side = if last { Side::End } else { Side::Start };
            self.drawing.line("rule", (x, self.y), (x, self.y + 4.0));
            self.drawing.text("quiet", (x, self.y + 15.0), side, &label.text);
        }
        self.y += 20.0;
    }

    /// Whether a bar is of the excerpt, in sight, and nobody's who may be living.
    fn shows(&self, bar: &Bar) -> bool {
        let window = self.scale.window();
        let of =
            bar.what.entity().is_some_and(|id| self.excerpt.entities.contains(&id) && !may_be_living(self.pack, id));
        of && bar.from < window.to && bar.to > window.from
    }

    /// The name of what stands in the rows that follow.
    fn head(&mut self, name: &str) {
        self.drawing.cut(self.y);
        self.drawing.text("quiet", (GUTTER - 8.0, self.y + 10.5), Side::End, &cut(name, 15));
    }

    /// What the signs mean.
    fn legend(&mut self) {
        self.y += 12.0;
        let words = "paler: not certain     ▸ goes on     ○ about that time     ╱ the scale changes";
        self.drawing.text("quiet", (GUTTER, self.y), Side::Start, words);
        self.y += 8.0;
    }
}
