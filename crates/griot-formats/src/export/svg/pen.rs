//! What the pictures are drawn with. Places are in units of the picture, from its upper left corner.

use std::fmt::Write;

use griot_history::text::width;

use crate::export::fragment::escape;

/// A letter takes so many units at the size in which names are written.
const LETTER: f64 = 6.0;

/// A picture in the making.
pub(super) struct Drawing {
    pub width: f64,
    pub height: f64,
    /// What it is called, and what it shows, for those who do not see it.
    pub title: String,
    pub about: String,
    /// How far down it may be cut for the pages of a print; none where it has to stay whole.
    pub cuts: Vec<f64>,
    body: String,
}

/// Where a text stands from its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Start,
    Middle,
    End,
}

/// How wide a text is; a little more than it will be in most fonts.
pub(super) fn wide(text: &str) -> f64 {
    width(text) as f64 * LETTER
}

/// A number with one digit behind the point, if it needs that.
fn n(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

impl Drawing {
    pub const fn new(width: f64, title: String, about: String) -> Self {
        Self { width, height: 0.0, title, about, cuts: Vec::new(), body: String::new() }
    }

    /// The picture as one element, with a style of its own.
    pub fn element(&self, style: &str) -> String {
        self.named_element(style, "")
    }

    fn named_element(&self, style: &str, id: &str) -> String {
        let (width, height) = (n(self.width), n(self.height));
        let style = if style.is_empty() { String::new() } else { format!("<style>\n{style}</style>\n") };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gr\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>{}</title><desc>{}</desc>\n{style}\
             <svg class=\"gr\" width=\"{width}\" height=\"{height}\"{id}>\n\
             <rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n</svg>\n",
            escape(&self.title),
            escape(&self.about),
            self.body
        )
    }

    /// The picture for a page that may be printed: whole for the screen, and for paper once more in parts, of which none is
    /// torn by the end of a sheet and the first stands at the head of every sheet. The parts show what the whole has drawn.
    pub fn in_parts(&self) -> String {
        let mut out = self.named_element("", " id=\"drawn\"");
        let ends = self.cuts.iter().copied().chain([self.height]);
        out.push_str("<div class=\"sheets\" aria-hidden=\"true\">\n");
        for (from, to) in std::iter::once(0.0).chain(self.cuts.iter().copied()).zip(ends) {
            let (width, from, height) = (n(self.width), n(from), n(to - from));
            out.push_str(&format!(
                "<div><svg viewBox=\"0 {from} {width} {height}\"><use href=\"#drawn\"/></svg></div>\n"
            ));
        }
        out.push_str("</div>\n");
        out
    }

    pub fn text(&mut self, class: &str, (x, y): (f64, f64), side: Side, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match side {
            Side::Start => "",
            Side::Middle => " text-anchor=\"middle\"",
            Side::End => " text-anchor=\"end\"",
        };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = writeln!(self.body, "<text{class} x=\"{}\" y=\"{}\"{anchor}>{}</text>", n(x), n(y), escape(text));
    }

    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let [x, y, width, height] = [x, y, width.max(0.0), height.max(0.0)].map(n);
        let _ =
            writeln!(self.body, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
    }

    pub fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let _ = writeln!(self.body, "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", n(x), n(y), n(radius));
    }

    pub fn line(&mut self, class: &str, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) {
        let _ = writeln!(self.body, "<path class=\"{class}\" d=\"M{} {}L{} {}\"/>", n(x), n(y), n(to_x), n(to_y));
    }

    /// A filled shape with corners.
    pub fn shape(&mut self, class: &str, corners: &[(f64, f64)]) {
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", n(*x), n(*y))).collect();
        let _ = writeln!(self.body, "<polygon class=\"{class}\" points=\"{}\"/>", corners.join(" "));
    }

    /// A run of points, those left out that none could see.
    pub fn path(&mut self, class: &str, points: impl Iterator<Item = [f64; 2]>) {
        let (mut d, mut last): (String, Option<[f64; 2]>) = (String::new(), None);
        let mut points = points.peekable();
        while let Some([x, y]) = points.next() {
            let near = last.is_some_and(|[a, b]| (x - a).abs() + (y - b).abs() < 0.8);
            if near && points.peek().is_some() {
                continue;
            }
            let _ = write!(d, "{}{} {}", if last.is_none() { 'M' } else { 'L' }, n(x), n(y));
            last = Some([x, y]);
        }
        if d.contains('L') {
            let _ = writeln!(self.body, "<path class=\"{class}\" d=\"{d}\"/>");
        }
    }

    /// What follows tells of one thing, which pointing at it says; to be closed.
    pub fn open(&mut self, title: &str) {
        let _ = writeln!(self.body, "<g><title>{}</title>", escape(title));
    }

    pub fn close(&mut self) {
        self.body.push_str("</g>\n");
    }
}
