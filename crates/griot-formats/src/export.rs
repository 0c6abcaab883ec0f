//! Packs in the forms that other programs read: each a pure function from a pack and an excerpt of it to a text, and to
//! what the form could not say.

mod anki;
mod csv;
mod fragment;
mod geojson;
mod happenings;
mod html;
mod ics;
mod living;
mod lpf;
mod svg;
mod timelinejs;

use std::fmt;

use griot_pack::pack::{Excerpt, Pack};

/// A form that a pack can be told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table of the statements.
    Csv,
    /// Places, outlines and waters.
    GeoJson,
    /// A timeline for TimelineJS 3.
    TimelineJs,
    /// A calendar (RFC 5545).
    Ics,
    /// Cards for Anki.
    Anki,
    /// Places in the Linked Places Format.
    Lpf,
    /// A page of its own for browsers and print.
    Html,
    /// A picture of the timeline.
    TimelineSvg,
    /// A picture of the map.
    MapSvg,
}

/// An export: the text of a file, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// All of the file.
    pub text: String,
    /// What the form could not say; nothing is left out that is not told here.
    pub losses: Vec<Loss>,
}

/// What a form could not say, how often, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// At least one.
    pub count: usize,
    /// What it is called, alone and in the plural.
    pub what: [&'static str; 2],
    /// Why it is not there.
    pub why: &'static str,
}

/// How the text of a form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// JSON, in which any character may be escaped.
    Json,
    /// Lines that end with a line feed.
    Lines,
    /// Lines that end with a carriage return and a line feed.
    CrLines,
}

/// What there is to know of a form.
struct About {
    form: Form,
    name: &'static str,
    ending: &'static str,
    help: &'static str,
    syntax: Syntax,
    write: fn(&Pack, &Excerpt) -> Export,
}

/// All forms, in the order in which they are offered.
const FORMS: [About; Form::ALL.len()] = [
    About {
        form: Form::Csv,
        name: "csv",
        ending: "csv",
        help: "A table of the statements; years count astronomically: 0 is 1 BC",
        syntax: Syntax::Lines,
        write: csv::export,
    },
    About {
        form: Form::GeoJson,
        name: "geojson",
        ending: "geojson",
        help: "The places, the outlines of polities and the waters",
        syntax: Syntax::Json,
        write: geojson::export,
    },
    About {
        form: Form::Lpf,
        name: "lpf",
        ending: "places.json",
        help: "The places for gazetteers, in the Linked Places Format",
        syntax: Syntax::Json,
        write: lpf::export,
    },
    About {
        form: Form::TimelineJs,
        name: "timelinejs",
        ending: "timeline.json",
        help: "The timeline, for TimelineJS 3",
        syntax: Syntax::Json,
        write: timelinejs::export,
    },
    About {
        form: Form::Ics,
        name: "ics",
        ending: "ics",
        help: "The days of the history, each year again, for calendars",
        syntax: Syntax::CrLines,
        write: ics::export,
    },
    About {
        form: Form::Anki,
        name: "anki",
        ending: "cards.tsv",
        help: "Cards to learn from, for Anki",
        syntax: Syntax::Lines,
        write: anki::export,
    },
    About {
        form: Form::Html,
        name: "html",
        ending: "html",
        help: "One page with everything, for browsers and print",
        syntax: Syntax::Lines,
        write: html::export,
    },
    About {
        form: Form::TimelineSvg,
        name: "timeline-svg",
        ending: "timeline.svg",
        help: "A picture of the timeline, for print and pages",
        syntax: Syntax::Lines,
        write: svg::of_timeline,
    },
    About {
        form: Form::MapSvg,
        name: "map-svg",
        ending: "map.svg",
        help: "A picture of the map",
        syntax: Syntax::Lines,
        write: svg::of_map,
    },
];

impl Form {
    /// Every form.
    pub const ALL: [Self; 9] = [
        Self::Csv,
        Self::GeoJson,
        Self::Lpf,
        Self::TimelineJs,
        Self::Ics,
        Self::Anki,
        Self::Html,
        Self::TimelineSvg,
        Self::MapSvg,
    ];

    fn about(self) -> &'static About {
        FORMS.iter().find(|about| about.form == self).unwrap_or(&FORMS[0])
    }

    /// Its name on a command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// How the name of a file ends that holds it, without the first point.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.about().ending
    }

    /// What it is, in a line.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.about().help
    }

    /// How its text is written.
    #[must_use]
    pub fn syntax(self) -> Syntax {
        self.about().syntax
    }

    /// An excerpt of a pack in this form.
    #[must_use]
    pub fn write(self, pack: &Pack, excerpt: &Excerpt) -> Export {
        (self.about().write)(pack, excerpt)
    }
}

impl Loss {
    /// A loss, unless nothing was lost.
    fn of(count: usize, what: [&'static str; 2], why: &'static str) -> Option<Self> {
        (count > 0).then_some(Self { count, what, why })
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = self.what[usize::from(self.count != 1)];
        write!(f, "{} {what} left out: {}", self.count, self.why)
    }
}

impl From<String> for Export {
    fn from(text: String) -> Self {
        Self { text, losses: Vec::new() }
    }
}

/// Where a text comes from and what may be done with it: every export holds it that has a place for it.
#[must_use]
pub fn provenance(pack: &Pack) -> String {
    let about = &pack.about;
    let mut out = format!(
        "{}, revision {}, as of {}. Licence of the text: {}.\n",
        about.title,
        about.revision,
        about.as_of.in_words(),
        about.licence
    );
    for credit in &about.credits {
        out.push_str(credit);
        out.push('\n');
    }
    out
}

/// JSON on lines of its own.
fn pretty(value: &serde_json::Value) -> String {
    let mut out = serde_json::to_string_pretty(value).unwrap_or_default();
    out.push('\n');
    out
}

#[cfg(test)]
mod tests;
