//! The text: eras, chapters, passages; each statement with its links, its footnotes and how far it can be trusted.

use griot_pack::order::InOrder;
use std::cmp::Reverse;

use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EraId, MarkKind, Pack, PassageId, Standing, Statement, StatementId};

use super::{Page, cited, direction, section};
use crate::export::fragment::escape;
use crate::export::living::may_be_living;

/// The bytes that tell as much text as makes a line of it.
const TEXT: usize = 114;

impl Page<'_> {
    pub(super) fn era(&self, id: EraId, out: &mut String) {
        let era = &self.pack[id];
        let (number, title, when) = (id.index() + 1, escape(&era.title), era.when.in_words());
        let mut body = format!("<h2>{number} {title}</h2>\n<p class=\"d\">{}</p>\n", escape(&when));
        if !era.summary.is_empty() {
            let direction = direction(&era.summary);
            body.push_str(&format!("<p class=\"lead\"{direction}>{}</p>\n", escape(&era.summary)));
        }
        for chapter in self.pack.chapters_of(id) {
            let it = &self.pack[chapter];
            let when = it.when.map_or_else(String::new, |when| format!(" <small>{}</small>", escape(&when.in_words())));
            let mut told = format!("<h3>{}{when}</h3>\n", escape(&it.title));
            for passage in self.pack.passages_of(chapter) {
                self.passage(passage, &mut told);
            }
            section(&mut body, ("ch", &format!("c-{}", escape(&it.id))), TEXT, &told);
        }
        section(out, ("era", &format!("era-{}", escape(&era.id))), TEXT, &body);
    }

    fn passage(&self, id: PassageId, out: &mut String) {
        let passage = &self.pack[id];
        let statements: Vec<StatementId> = self.pack.statements_of(id).filter(|id| self.tells(*id)).collect();
        if statements.is_empty() {
            return;
        }
        let own = escape(&passage.id).into_owned();
        let (class, number) = match passage.number {
            Some(_) => ("f", format!("<a class=\"no\" href=\"#p-{own}\">{}</a>", escape(&self.pack.address(id)))),
            None => ("f plate", String::new()),
        };
        let told: Vec<String> = statements.iter().map(|id| self.statement(*id)).collect();
        let why: String = statements.iter().filter_map(|id| self.why(*id)).collect();
        let body = format!("<p>{number}{}</p>\n{why}", told.join(" "));
        out.push_str(&format!("<div class=\"{class}\" id=\"p-{own}\"{}>{body}</div>\n", direction(&body)));
    }

    fn statement(&self, id: StatementId) -> String {
        let it = &self.pack[id];
        let (own, words) = (self.pack.statement_id(id), marked(self.pack, it));
        let lang = self.pack.language_of(id);
        let lang = if lang == self.pack.language() { String::new() } else { format!(" lang=\"{}\"", escape(lang)) };
        let sign = if it.standing == Standing::Established { String::new() } else { sign(it.standing) };
        let wiki = if self.pack.rests_on_wiki(id) {
            "<abbr class=\"g\" title=\"rests on Wikipedia alone\">w</abbr>"
        } else {
            ""
        };
        format!("<span id=\"s-{}\"{lang}>{words}{sign}{wiki}{}</span>", escape(&own), cited(&it.cites))
    }

    /// Why a statement is not plainly true, where something is said of that.
    fn why(&self, id: StatementId) -> Option<String> {
        let it = &self.pack[id];
        if it.note.is_none() && it.instead_of.is_none() {
            return None;
        }
        let note = it.note.as_deref().map(|note| escape(note).into_owned()).unwrap_or_default();
        let instead =
            it.instead_of.as_ref().map_or_else(String::new, |text| format!(" Instead of: “{}”", escape(text)));
        let sign = if it.standing == Standing::Established { String::new() } else { sign(it.standing) };
        Some(format!("<p class=\"why\">{sign} {note}{instead}{}</p>\n", cited(&it.note_cites)))
    }
}

/// What the signs behind statements mean.
pub(super) fn standings() -> String {
    let mut out = String::from("<section id=\"signs\"><h2>Signs</h2>\n<dl>\n");
    for it in Standing::ALL.into_iter().filter(|it| *it != Standing::Established) {
        let (sign, name) = (it.sign(Glyphs::All), it.name());
        out.push_str(&format!("<dt class=\"g\">{sign}</dt><dd>{name}: {}</dd>\n", it.in_short()));
    }
    out.push_str("<dt class=\"g\">w</dt><dd>copies of Wikipedia are all that stands behind it</dd>\n</dl></section>\n");
    out
}

fn sign(standing: Standing) -> String {
    let (name, short) = (standing.name(), standing.in_short());
    format!("<abbr class=\"g\" title=\"{name}: {short}\">{}</abbr>", standing.sign(Glyphs::All))
}

/// The sentence with its links and stresses; each mark is closed within the one that holds it.
fn marked(pack: &Pack, it: &Statement) -> String {
    let mut marks: Vec<(usize, usize, &MarkKind)> =
        it.marks.iter().map(|mark| (mark.range.start as usize, mark.range.end as usize, &mark.what)).collect();
    marks.order_by_key(|(start, end, _)| (*start, Reverse(*end)));
    let (mut out, mut at) = (String::with_capacity(it.text.len() * 2), 0);
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut upto = |out: &mut String, to: usize| {
        out.push_str(&escape(it.text.get(at..to).unwrap_or_default()));
        at = to.max(at);
    };
    for (start, end, what) in marks {
        while let Some((close, tag)) = open.pop_if(|(close, _)| *close <= start) {
            upto(&mut out, close);
            out.push_str(tag);
        }
        upto(&mut out, start);
        let end = open.last().map_or(end, |(outer, _)| end.min(*outer));
        match what {
            MarkKind::Link(id) if may_be_living(pack, *id) => {}
            MarkKind::Link(id) => {
                out.push_str(&format!("<a href=\"#e-{}\">", escape(&pack[*id].id)));
                open.push((end, "</a>"));
            }
            MarkKind::Address(address) => {
                out.push_str(&format!("<a href=\"{}\" rel=\"noopener noreferrer\">", escape(address)));
                open.push((end, "</a>"));
            }
            MarkKind::Emphasis => {
                out.push_str("<em>");
                open.push((end, "</em>"));
            }
        }
    }
    while let Some((close, tag)) = open.pop() {
        upto(&mut out, close);
        out.push_str(tag);
    }
    upto(&mut out, it.text.len());
    out
}
