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
    /// What is drawn, from the top down: between two parts the picture may be cut for the pages of a print.
    parts: Vec<Part>,
}

/// A stretch of a picture: where it begins, and what is drawn there.
struct Part {
    from: f64,
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
    pub fn new(width: f64, title: String, about: String) -> Self {
        Self { width, height: 0.0, title, about, parts: vec![Part { from: 0.0, body: String::new() }] }
    }

    /// The picture as one element, with a style of its own.
    pub fn element(&self, style: &str) -> String {
        let (width, height) = (n(self.width), n(self.height));
        let style = if style.is_empty() { String::new() } else { format!("<style>\n{style}</style>\n") };
        let body: String = self.parts.iter().map(|part| part.body.as_str()).collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gr\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>{}</title><desc>{}</desc>\n{style}\
             <svg class=\"gr\" width=\"{width}\" height=\"{height}\">\n\
             <rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\n{body}</svg>\n</svg>\n",
            escape(&self.title),
            escape(&self.about),
        )
    }

    /// The picture for a page: its parts one beneath the other, of which none is torn by the end of a printed sheet and the
    /// first stands at the head of every sheet.
    pub fn in_parts(&self) -> String {
        let (title, about) = (escape(&self.title), escape(&self.about));
        let mut out = format!("<div class=\"sheets\" role=\"img\" aria-label=\"{title}. {about}\">\n");
        let ends = self.parts.iter().skip(1).map(|part| part.from).chain([self.height]);
        for (Part { from, body }, to) in self.parts.iter().zip(ends) {
            let (width, from, height) = (n(self.width), n(*from), n(to - from));
            out.push_str(&format!(
                "<div><svg class=\"gr\" viewBox=\"0 {from} {width} {height}\">\n\
                 <rect class=\"ground\" y=\"{from}\" width=\"{width}\" height=\"{height}\"/>\n{body}</svg></div>\n"
            ));
        }
        out.push_str("</div>\n");
        out
    }

    /// What is drawn from here on stands below, in a part of its own.
    pub fn cut(&mut self, from: f64) {
        self.parts.push(Part { from, body: String::new() });
    }

    fn body(&mut self) -> &mut String {
        &mut self.parts.last_mut().expect("a first part").body
    }

    /// A line straight down through all parts that it crosses.
    pub fn down(&mut self, class: &str, x: f64, (from, to): (f64, f64)) {
        let ends: Vec<f64> = self.parts.iter().skip(1).map(|part| part.from).chain([to]).collect();
        for (part, end) in self.parts.iter_mut().zip(ends) {
            let (top, bottom) = (n(from.max(part.from)), n(to.min(end)));
            if from.max(part.from) < to.min(end) {
                let _ = writeln!(part.body, "<path class=\"{class}\" d=\"M{0} {top}L{0} {bottom}\"/>", n(x));
            }
        }
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
        let _ = writeln!(self.body(), "<text{class} x=\"{}\" y=\"{}\"{anchor}>{}</text>", n(x), n(y), escape(text));
    }

    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let [x, y, width, height] = [x, y, width.max(0.0), height.max(0.0)].map(n);
        let _ = writeln!(
            self.body(),
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
    }

    pub fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let _ =
            writeln!(self.body(), "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", n(x), n(y), n(radius));
    }

    pub fn line(&mut self, class: &str, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) {
        let _ = writeln!(self.body(), "<path class=\"{class}\" d=\"M{} {}L{} {}\"/>", n(x), n(y), n(to_x), n(to_y));
    }

    /// A filled shape with corners.
    pub fn shape(&mut self, class: &str, corners: &[(f64, f64)]) {
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{},{}", n(*x), n(*y))).collect();
        let _ = writeln!(self.body(), "<polygon class=\"{class}\" points=\"{}\"/>", corners.join(" "));
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
            let _ = writeln!(self.body(), "<path class=\"{class}\" d=\"{d}\"/>");
        }
    }

    /// What follows tells of one thing, which pointing at it says; to be closed.
    pub fn open(&mut self, title: &str) {
        let _ = writeln!(self.body(), "<g><title>{}</title>", escape(title));
    }

    pub fn close(&mut self) {
        self.body().push_str("</g>\n");
    }
}
