//! Everybody and everything that the text names, by kind: who or what, when, where, and where the text tells of it.

use griot_history::map::words::{coordinates, whereabouts};
use griot_history::text::page::summary;
use griot_pack::order::InOrder;
use griot_pack::pack::{EntityId, Kind, Text};
use griot_pack::url;

use super::{Page, cited, direction, section};
use crate::export::fragment::escape;
use crate::export::happenings::sentence;
use crate::export::living::may_be_living;

impl Page<'_> {
    /// The entities of a kind, by their names.
    pub(super) fn of_kind(&self, kind: Kind) -> Vec<EntityId> {
        let of = |id: &&EntityId| self.pack[**id].kind == kind && !may_be_living(self.pack, **id);
        let mut all: Vec<EntityId> = self.excerpt.entities.iter().filter(of).copied().collect();
        all.order_by_cached_key(|id| self.pack[*id].name.to_lowercase());
        all
    }

    pub(super) fn kind(&self, kind: Kind, out: &mut String) {
        let all = self.of_kind(kind);
        if all.is_empty() {
            return;
        }
        let plural = kind.plural();
        let mut body = format!("<h2>{}</h2>\n", griot_history::text::capital(plural));
        for id in all {
            self.entry(id, &mut body);
        }
        section(out, ("cols", plural), 63, &body);
    }

    fn entry(&self, id: EntityId, out: &mut String) {
        let it = &self.pack[id];
        let mut body = format!("<h4>{} <small>{}</small></h4>\n", escape(&it.name), escape(&summary(self.pack, id)));
        let aliases: Vec<&str> = it.aliases.iter().map(|alias| alias.name.as_str()).collect();
        if !aliases.is_empty() {
            body.push_str(&format!("<p class=\"d\">also {}</p>\n", escape(&aliases.join(", "))));
        }
        self.position(id, &mut body);
        self.offices(id, &mut body);
        self.event(id, &mut body);
        if let Some(note) = &it.note {
            body.push_str(&format!("<p class=\"d\">{}</p>\n", escape(note)));
        }
        self.told(id, &mut body);
        let own = escape(&it.id);
        out.push_str(&format!("<div class=\"x f\" id=\"e-{own}\"{}>{body}</div>\n", direction(&body)));
    }

    fn position(&self, id: EntityId, out: &mut String) {
        let it = &self.pack[id];
        if it.at.is_none() {
            return;
        }
        let geo = self.pack.geo().unwrap_or_default();
        let words = whereabouts(self.pack, &geo, id);
        let at = coordinates(self.pack, id).filter(|at| *at != words);
        let at = at.map_or_else(String::new, |at| format!(" ({at})"));
        out.push_str(&format!("<p class=\"d\">{}</p>\n", escape(&format!("{words}{at}"))));
    }

    fn offices(&self, id: EntityId, out: &mut String) {
        for office in &self.pack[id].offices {
            let when = office.when.map_or_else(String::new, |when| format!(", {}", when.in_words()));
            let title = escape(&office.title);
            out.push_str(&format!("<p>{title}, {}{}</p>\n", self.link(office.of), escape(&when)));
        }
    }

    fn event(&self, id: EntityId, out: &mut String) {
        let it = &self.pack[id];
        if let Some(outcome) = &it.outcome {
            out.push_str(&format!("<p>{}</p>\n", escape(&sentence(outcome))));
        }
        let places: Vec<String> = it.places.iter().map(|place| self.link(*place)).collect();
        let part = |(who, part): &(EntityId, Option<Text>)| {
            let part = part.as_ref().map_or_else(String::new, |part| format!(" ({})", escape(part)));
            format!("{}{part}", self.link(*who))
        };
        let who = it.who.iter().filter(|(who, _)| !may_be_living(self.pack, *who)).map(part);
        for (word, list) in [("Where", places), ("Who", who.collect::<Vec<_>>())] {
            if !list.is_empty() {
                out.push_str(&format!("<p>{word}: {}</p>\n", list.join(", ")));
            }
        }
        for figure in &it.figures {
            let by = figure.by.as_ref().map_or_else(String::new, |by| format!(" ({by})"));
            let words = escape(&format!("{}{by}", figure.value)).into_owned();
            out.push_str(&format!("<p>{words}{}</p>\n", cited(&figure.cites)));
        }
    }

    /// Where the text names it, each passage once.
    fn told(&self, id: EntityId, out: &mut String) {
        let mut links: Vec<String> = Vec::new();
        let mut last = None;
        for statement in self.pack.mentions(id).iter().filter(|id| self.tells(**id)) {
            let passage = self.pack[*statement].passage;
            if last != Some(passage) {
                let own = self.pack.statement_id(*statement);
                let address = self.pack.address(passage);
                links.push(format!("<a href=\"#s-{}\">{}</a>", escape(&own), escape(&address)));
                last = Some(passage);
            }
        }
        if let Some(title) = &self.pack[id].wikipedia {
            let address = url::wikipedia(title, &self.pack.about.language);
            links.push(format!("<a href=\"{}\">Wikipedia</a>", escape(&address)));
        }
        if !links.is_empty() {
            out.push_str(&format!("<p class=\"told\">{}</p>\n", links.join(" · ")));
        }
    }

    /// The name of an entity, which leads to it.
    fn link(&self, id: EntityId) -> String {
        let it = &self.pack[id];
        format!("<a href=\"#e-{}\">{}</a>", escape(&it.id), escape(&it.name))
    }
}
