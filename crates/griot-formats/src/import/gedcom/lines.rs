//! The lines of GEDCOM: a level, perhaps a name, a tag and a value. What stands under a line follows it with higher levels.

use std::collections::HashMap;

use crate::import::table;
use crate::import::work::Work;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// In the file, from 1.
    pub number: usize,
    /// Its place among the lines that were read.
    at: usize,
    pub level: u32,
    /// `I1` of `@I1@`.
    pub name: String,
    pub tag: String,
    pub value: String,
}

/// The lines of a file.
pub(super) struct Lines {
    pub all: Vec<Line>,
    names: HashMap<String, usize>,
}

impl Lines {
    /// Reads lines; one that is none belongs to the value before it, and is told.
    pub fn of(text: &str, work: &mut Work) -> Self {
        let (mut all, mut names): (Vec<Line>, HashMap<String, usize>) = (Vec::new(), HashMap::new());
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (at, raw) in text.split('\n').enumerate() {
            if raw.trim().is_empty() {
                continue;
            }
            let Some(mut it) = line(raw) else {
                work.remark(at + 1, "", raw.trim(), "has no level and tag; it is kept with the line before it");
                if let Some(last) = all.last_mut() {
                    last.value.push_str(&format!(" {}", raw.trim()));
                }
                continue;
            };
            (it.number, it.at) = (at + 1, all.len());
            if it.level == 0 {
                work.read_one();
            }
            if !it.name.is_empty() {
                names.entry(it.name.clone()).or_insert(it.at);
            }
            all.push(it);
        }
        Self { all, names }
    }

    /// The lines one level below, up to the next that is as high.
    pub fn under<'l>(&'l self, line: &Line) -> impl Iterator<Item = &'l Line> + use<'l> {
        let level = line.level;
        let below = self.all[line.at + 1..].iter().take_while(move |it| it.level > level);
        let first = self.all.get(line.at + 1).map_or(level + 1, |it| it.level);
        below.filter(move |it| it.level <= first)
    }

    /// The first of them with a tag.
    pub fn child<'l>(&'l self, line: &Line, tag: &str) -> Option<&'l Line> {
        self.under(line).find(|it| it.tag == tag)
    }

    /// The value with the lines that go on with it.
    pub fn text(&self, line: &Line) -> String {
        let mut out = line.value.clone();
        for more in self.under(line) {
            match more.tag.as_str() {
                "CONT" => {
                    out.push('\n');
                    out.push_str(&more.value);
                }
                "CONC" => out.push_str(&more.value),
                _ => {}
            }
        }
        out
    }

    /// All that stands at a line and under it, in one text.
    pub fn whole(&self, line: &Line) -> String {
        let below = self.all[line.at + 1..].iter().take_while(|it| it.level > line.level);
        let mut out = line.value.clone();
        for it in below {
            let gap = if it.tag == "CONC" { "" } else { " " };
            let tag = if matches!(it.tag.as_str(), "CONT" | "CONC") { String::new() } else { format!("{} ", it.tag) };
            out.push_str(&format!("{gap}{tag}{}", it.value));
        }
        out
    }

    /// The record that a value points at.
    pub fn pointed(&self, value: &str) -> Option<&Line> {
        self.names.get(pointer(value)?).map(|at| &self.all[*at])
    }
}

/// `I1` of `@I1@`.
pub(super) fn pointer(value: &str) -> Option<&str> {
    value.trim().strip_prefix('@')?.strip_suffix('@').filter(|it| !it.is_empty() && !it.contains('@'))
}

fn line(raw: &str) -> Option<Line> {
    let raw = raw.trim_start().trim_start_matches('\u{feff}');
    let (level, rest) = raw.split_once([' ', '\t'])?;
    let level = level.parse::<u32>().ok().filter(|level| *level < 1000)?;
    let mut rest = rest.trim_start();
    let mut name = String::new();
    if rest.starts_with('@')
        && let Some((own, after)) = rest[1..].split_once('@')
        && let Some(after) = after.strip_prefix([' ', '\t'])
    {
        own.clone_into(&mut name);
        rest = after.trim_start();
    }
    let (tag, value) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
    let tag = tag.trim();
    let is_tag = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    // In version 7 only a first @ is doubled, before it each.
    let value = value.replace("@@", "@");
    is_tag.then(|| Line { number: 0, at: 0, level, name, tag: tag.to_ascii_uppercase(), value })
}

/// `N51.2` and `W0.4` as degrees; whatever else programs write there is read as in a table: `+51° 12' 0"`.
pub(super) fn degrees(lat: &str, lon: &str) -> Option<[f64; 2]> {
    let side_last = |text: &str| match text.trim().split_at_checked(1) {
        Some((side, digits)) if side.starts_with(['N', 'S', 'E', 'W', 'n', 's', 'e', 'w']) => {
            format!("{digits} {side}")
        }
        _ => text.trim().to_owned(),
    };
    table::degrees(&format!("{} {}", side_last(lat), side_last(lon)))
}
