//! One page that needs nothing else: the narrative with its notes, the timeline and the map as pictures, everybody and
//! everything that it names, and the sources.
//!
//! All text of a pack is escaped, the page asks nothing of any network, and a policy in its head forbids what it does not need.
//! One small script finds as one types; without it everything else works.

mod entries;
mod narrative;
mod script;

use griot_pack::pack::{Excerpt, Kind, NoteId, Pack, SourceId, StatementId};

use super::fragment::{self, escape};
use super::living::{loss, may_be_living, names_living};
use super::{Export, provenance, svg};

const STYLE: &str = include_str!("html/page.css");

/// What of a pack the page tells.
struct Page<'a> {
    pack: &'a Pack,
    excerpt: &'a Excerpt,
}

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let page = Page { pack, excerpt };
    let living = excerpt.entities.iter().filter(|id| may_be_living(pack, **id)).count();
    Export { text: page.write(), losses: loss(living).into_iter().collect() }
}

impl Page<'_> {
    /// Whether the page tells a statement.
    fn tells(&self, id: StatementId) -> bool {
        self.excerpt.eras.contains(&self.pack.era_of(id)) && !names_living(self.pack, id)
    }

    fn write(&self) -> String {
        let about = &self.pack.about;
        let mut out = self.head();
        out.push_str(&format!(
            "<header><h1>{}</h1><p class=\"q\">As of {}. {}</p></header>\n{}",
            escape(&about.title),
            escape(&about.as_of.in_words()),
            escape(&about.licence),
            script::FIELD
        ));
        out.push_str(&self.contents());
        out.push_str("<main>\n");
        for era in &self.excerpt.eras {
            self.era(*era, &mut out);
        }
        self.pictures(&mut out);
        for kind in Kind::ALL {
            self.kind(kind, &mut out);
        }
        self.notes(&mut out);
        out.push_str(&narrative::standings());
        let credit: Vec<String> = provenance(self.pack).lines().map(fragment::paragraph).collect();
        out.push_str(&format!("</main>\n<footer>{}</footer>\n", credit.join("\n")));
        out.push_str(&format!("<script>{}</script>\n</body>\n</html>\n", script::FIND));
        out
    }

    fn head(&self) -> String {
        let (title, language) = (escape(&self.pack.about.title), escape(self.pack.language()));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n\
             <title>{title}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n",
            script::HASH,
            svg::STYLE
        )
    }

    /// The eras and the other parts, as links.
    fn contents(&self) -> String {
        let mut out = String::from("<nav aria-label=\"Contents\"><ol>");
        for era in &self.excerpt.eras {
            let it = &self.pack[*era];
            let (number, id) = (era.index() + 1, escape(&it.id));
            out.push_str(&format!("<li value=\"{number}\"><a href=\"#era-{id}\">{}</a></li>", escape(&it.title)));
        }
        out.push_str("</ol><p>");
        let kinds = Kind::ALL.into_iter().filter(|kind| !self.of_kind(*kind).is_empty());
        let pictures = self.pictured().into_iter().flatten();
        let parts = pictures.chain(kinds.map(Kind::plural)).chain(["notes", "signs"]);
        let links: Vec<String> = parts.map(|part| format!("<a href=\"#{part}\">{part}</a>")).collect();
        out.push_str(&links.join(" · "));
        out.push_str("</p></nav>\n");
        out
    }

    /// The pictures that have something to show.
    fn pictured(&self) -> [Option<&'static str>; 2] {
        let dated = self.excerpt.statements(self.pack).any(|id| self.pack[id].when.is_some())
            || self.excerpt.entities.iter().any(|id| self.pack[*id].when.is_some());
        let placed = self.excerpt.entities.iter().any(|id| self.pack[*id].at.is_some());
        [dated.then_some("timeline"), placed.then_some("map")]
    }

    fn pictures(&self, out: &mut String) {
        let pictures = svg::within(self.pack, self.excerpt);
        for (name, picture) in self.pictured().into_iter().zip(pictures) {
            if let Some(name) = name {
                out.push_str(&format!("<figure id=\"{name}\">\n{picture}</figure>\n"));
            }
        }
    }

    /// The footnotes by their numbers, then the sources that none of them names.
    fn notes(&self, out: &mut String) {
        let mut body = String::from("<h2>Notes and sources</h2>\n<ol class=\"notes\">\n");
        for id in &self.excerpt.notes {
            let source = &self.pack[self.pack[*id].source];
            let rank = source.rank.map_or_else(String::new, |rank| format!(" <small>{}</small>", rank.name()));
            let (number, words) = (id.number(), fragment::note(self.pack, *id));
            body.push_str(&format!("<li class=\"f\" id=\"n-{number}\" value=\"{number}\">{words}{rank}</li>\n"));
        }
        body.push_str("</ol>\n");
        let named = |source: &SourceId| self.excerpt.notes.iter().any(|note| self.pack[*note].source == *source);
        let rest: Vec<&SourceId> = self.excerpt.sources.iter().filter(|source| !named(source)).collect();
        if !rest.is_empty() {
            body.push_str("<h3>Further sources</h3>\n<ul>\n");
            for id in rest {
                body.push_str(&format!("<li class=\"f\">{}</li>\n", fragment::source(&self.pack[*id], None)));
            }
            body.push_str("</ul>\n");
        }
        section(out, ("cols", "notes"), 99, &body);
    }
}

/// A section of the page, which a browser lays out when it comes near: until then it is taken to be as high as it will be
/// about, by so many bytes to a line.
fn section(out: &mut String, (class, id): (&str, &str), line: usize, body: &str) {
    let high = body.len().div_ceil(line);
    out.push_str(&format!(
        "<section class=\"{class}\" id=\"{id}\" style=\"contain-intrinsic-size:auto {high}rem\">{body}</section>\n"
    ));
}

/// The attribute that has a browser look which way a text runs, for texts of which something may run from right to left: looking
/// at every one would cost more than reading it.
fn direction(text: &str) -> &'static str {
    let may = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if text.chars().any(may) { " dir=\"auto\"" } else { "" }
}

/// Footnotes behind a sentence.
fn cited(notes: &[NoteId]) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let links: Vec<String> = notes.iter().map(|id| format!("<a href=\"#n-{0}\">{0}</a>", id.number())).collect();
    format!("<sup>{}</sup>", links.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_something_may_run_from_right_to_left_is_the_direction_looked_for() {
        for (text, looked) in
            [("Ségou, 1712", false), ("西非", false), ("تمبكتو", true), ("Gao, \u{7d0}\u{7ca}", true), ("𞤀𞤣", true)]
        {
            assert_eq!(!direction(text).is_empty(), looked, "{text}");
        }
    }
}
