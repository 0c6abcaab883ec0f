//! Packs with one of everything, of words that could be taken for marks.

use serde_json::{Value, json};

use crate::pack::Kind;
use crate::pack::build::Files;
use crate::pack::markup;
use crate::pack::problem::File;

const WORDS: &str = "Gao\t1591\tc.\tMay\ta*b\t*\t**\t[x]\t[\t]\t[[\t]]\t{\t}\t{disputed: x}\t{#id}\t|\t#\t-\t--\t...\t<b>\t<\t>\t&amp;\t&\t\\\
    \t\\*\t`\t_\t~~\t!\t![\t:\t;\t,\t(1591)\t(\t)\t\"\t'\t“\t”\t@\t^\talso\tof\tby\té\tغاو\t1591:\t1591 –\t12.\t=\t+\t> \t.\t[^1]\t(fr)\t$\t\
    https://a.org\tof [[";
const DATES: &str = "1591\tc. 1312..1337\t<1600\t13th c.\t1960s\t1591-03-13\t{1960,1962}\t..1500\t2012..\tAH 999\t156X-12-25\t[1756..1790]";

/// What is chosen, number by number.
struct Choice<'a> {
    numbers: &'a [u8],
    at: usize,
}

impl Choice<'_> {
    fn number(&mut self, most: usize) -> usize {
        self.at += 1;
        let round = (self.at / self.numbers.len()) as u8;
        let number = self.numbers[self.at % self.numbers.len()].wrapping_add(round.wrapping_mul(31));
        usize::from(number) % most
    }

    fn one_of<'w>(&mut self, words: &'w str) -> &'w str {
        let words: Vec<&str> = words.split('\t').collect();
        words[self.number(words.len())]
    }

    fn phrase(&mut self) -> String {
        let mut out = String::new();
        for _ in 0..=self.number(4) {
            out.push_str(self.one_of(WORDS));
            out.push_str(if self.number(2) == 0 { " " } else { "" });
        }
        out.trim().to_owned()
    }

    fn prose(&mut self) -> String {
        let mut out = String::new();
        markup::escape(&self.phrase(), true, &mut out);
        let link = self.one_of("e1\te2");
        let mut inside = String::new();
        markup::escape_all(&self.phrase(), &mut inside);
        match self.number(7) {
            5 => format!("[{inside}](https://example.org/a_(b)*c)"),
            6 => format!("{out} *[{inside}](http://b.org)*[](https://c.org)"),
            0 => format!("[[{link}|{out}]]"),
            1 => format!("*{out}*"),
            2 => format!("{out} *[[{link}|{out}]]*, {out}."),
            3 => format!("[[{link}]] {out}."),
            _ => format!("{out}."),
        }
    }

    fn statement(&mut self, id: Option<&str>, text: &str) -> Value {
        let mut it = json!({text: self.prose()});
        if let Some(id) = id {
            it["id"] = id.into();
        }
        if self.number(3) > 0 {
            it["when"] = self.one_of(DATES).into();
        }
        let place = self.phrase().replace(',', " ");
        let several = json!([format!("s2, p. {}", place.trim()), "s1"]);
        match self.number(5) {
            4 => {
                it["standing"] = "oral".into();
                it["note"] = self.phrase().into();
                if self.number(2) == 0 {
                    it["note_cites"] = json!(["s1"]);
                }
            }
            0 => it["standing"] = "uncited".into(),
            1 => it["cites"] = json!(["s1"]),
            _ => {
                it["cites"] = several;
                it["standing"] = self.one_of("disputed\tcorrected\tattributed\tapproximate").into();
                it["note"] = self.phrase().into();
                it["note_cites"] = json!(["s1"]);
            }
        }
        if self.number(5) == 0 {
            it["origin"] = self.phrase().into();
        }
        if self.number(3) == 0 {
            it["group"] = self.phrase().into();
            it["shown"] = self.phrase().into();
            it["picture"] = json!({"url": "https://example.org/a(b).jpg", "caption": self.phrase(), "credit": self.phrase(),
                "alt": self.phrase()});
        }
        if self.number(9) == 0 {
            it["picture"] = json!({"url": "https://example.org/c.jpg", "alt": self.phrase()});
        }
        if self.number(7) == 0 {
            it["instead_of"] = self.phrase().into();
        }
        it
    }

    fn passage(&mut self, id: &str) -> Value {
        let first = self.statement(Some(&format!("{id}-1")), "text");
        json!({"id": id, "statements": [first, self.statement(None, "text")]})
    }

    fn era(&mut self) -> Value {
        let passages = [self.passage("p1"), self.passage("p2")];
        let plate = self.statement(Some("plate"), "caption");
        let last = json!([{"id": "p3", "statements": [{"text": "Gao.", "standing": "citation-needed"}]}]);
        let chapters = json!([
            {"id": "c1", "title": self.phrase(), "passages": passages, "plates": [plate]},
            {"id": "c2", "title": self.phrase(), "when": self.one_of(DATES), "passages": last},
        ]);
        json!({
            "id": "one", "title": self.phrase(), "short": self.phrase(), "when": "..2000", "summary": self.phrase(),
            "chapters": chapters,
        })
    }

    fn about(&mut self) -> Value {
        json!({
            "format": 2, "id": "t", "title": self.phrase(), "language": "fr", "revision": "2025-01-01",
            "as_of": "c. 2025", "licence": self.phrase(), "corrects": self.phrase(), "credits": [self.phrase(), self.phrase()], "eras": ["one"],
        })
    }

    fn people(&mut self) -> Value {
        json!([{
            "id": "e1", "name": self.phrase(), "role": self.phrase(), "when": self.one_of(DATES),
            "aliases": [{"name": self.phrase()}, {"name": self.phrase(), "lang": "fr"},
                {"name": self.phrase(), "lang": "fr", "when": self.one_of(DATES)},
                {"name": self.phrase(), "when": self.one_of(DATES)}],
            "note": self.phrase(), "ids": {"wikidata": "Q42", "loc": "n79060883"}, "group": self.phrase(),
            "relations": [{"kind": "parent", "who": "e5", "when": self.one_of(DATES), "note": self.phrase()},
                {"kind": "spouse", "who": "e5", "note": self.phrase()},
                {"kind": "spouse", "who": "e5", "when": self.one_of(DATES)}, {"kind": "successor", "who": "e5"}],
            "offices": [{"title": self.phrase(), "of": "e2", "when": self.one_of(DATES), "head": true},
                {"title": self.phrase(), "of": "e2"}],
        }, {"id": "e5", "name": "Zoe"}])
    }

    fn places(&mut self) -> Value {
        json!([
            {"id": "e2", "name": self.phrase(), "role": self.phrase(), "at": [16.27, -0.05], "precision": "region",
                "reach": ["r"]},
            {"id": "e3", "name": self.phrase(), "type": self.phrase(), "at": [1.0, 2.0], "precision": "approximate",
                "wikipedia": self.phrase(), "ids": {"geonames": "2449067"},
                "positions": [{"at": [1.5, -2.0], "when": self.one_of(DATES), "precision": "city"},
                    {"at": [1.5, 2.25], "when": self.one_of(DATES)}, {"at": [1.5, 2.25], "precision": "site"}]},
        ])
    }

    fn events(&mut self) -> Value {
        json!([{
            "id": "e4", "name": self.phrase(), "when": self.one_of(DATES), "where": ["e2", "e3"],
            "who": [{"entity": "e1", "part": self.phrase()}, {"entity": "e1"}], "outcome": self.phrase(),
            "figures": [{"value": self.phrase(), "by": self.phrase(), "cites": ["s1"]}, {"value": self.phrase()}],
        }])
    }

    fn sources(&mut self) -> Value {
        json!([
            {"key": "s1", "kind": self.one_of("book\tchapter\tarchive\tinterview\tphotograph\tmap"), "publisher": self.phrase(),
                "place": self.phrase(), "series": self.phrase(), "rank": "scholarly", "title": self.phrase(), "in": self.phrase(),
                "authors": [{"family": self.phrase(), "given": self.phrase(), "dropping-particle": "van"},
                    {"literal": self.phrase()}, {"family": self.phrase(), "suffix": "Jr."}],
                "editors": [{"family": self.phrase(), "non-dropping-particle": "De"}], "date": "c. 1068",
                "pages": self.phrase(), "volume": self.phrase(), "url": "https://example.org/a(b)_c",
                "archive": "https://example.org/a;b", "note": self.phrase()},
            {"key": "s2", "kind": "web", "title": self.phrase(), "unresolved": true, "accessed": "2020-01-02",
                "lang": "fr", "same_work_as": "s1", "doi": self.phrase(), "issue": self.phrase(),
                "isbn": self.phrase(), "issn": self.phrase(), "jstor": self.phrase()},
        ])
    }
}

/// The files of a pack that the numbers choose.
pub(super) fn files(numbers: &[u8]) -> Files {
    let mut choice = Choice { numbers, at: 0 };
    let file = |name: &str, value: Value| File::new(name, value.to_string());
    Files {
        about: file("pack.json", choice.about()),
        eras: vec![file("eras/1-one.json", choice.era())],
        entities: vec![
            (Kind::Person, file("entities/people.json", choice.people())),
            (Kind::Place, file("entities/places.json", choice.places())),
            (Kind::Event, file("entities/events.json", choice.events())),
        ],
        sources: file("sources.json", choice.sources()),
        ..Files::default()
    }
}
