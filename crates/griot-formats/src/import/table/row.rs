//! A row of a table as an item.

mod sources;

use griot_pack::pack::{ExternalId, Kind, Precision, Registry};
use griot_pack::when::When;

use super::columns::Columns;
use super::dates::{self, Order};
use super::degrees::degrees;
use super::fields::Field;
use crate::draft::called;
use crate::import::item::Item;
use crate::import::value;
use crate::import::work::Work;
use crate::plain;

/// Puts a row into the draft.
pub(super) fn add(columns: &Columns, cells: &[String], number: usize, order: Option<Order>, work: &mut Work) {
    let mut row = Row { columns, cells, number, order };
    if row.is_of_timelinejs() && row.head(work) {
        return;
    }
    row.check_length(work);
    let item = row.item(work);
    item.add(work);
}

struct Row<'r> {
    columns: &'r Columns,
    cells: &'r [String],
    number: usize,
    order: Option<Order>,
}

impl<'r> Row<'r> {
    fn cell(&self, field: Field) -> &'r str {
        self.columns.cell(self.cells, field)
    }

    fn has(&self, field: Field) -> bool {
        self.columns.place(field).is_some()
    }

    fn is_of_timelinejs(&self) -> bool {
        self.has(Field::Year) && self.has(Field::Title) && self.has(Field::Type)
    }

    /// The rows of TimelineJS that tell no event: the title of all, and spans of time.
    fn head(&self, work: &mut Work) -> bool {
        let title = plain::text(self.cell(Field::Title));
        match self.cell(Field::Type).to_lowercase().as_str() {
            "title" => {
                if work.draft.about.title.is_none() && !title.is_empty() {
                    work.draft.about.title = Some(title);
                    return self.cell(Field::Text).is_empty();
                }
                false
            }
            "era" if !title.is_empty() => {
                let mut kept = Item::new(self.number, String::new());
                let when = self.when(&mut kept, work);
                work.draft.times.extend(when.map(|when| (title, when)));
                when.is_some()
            }
            _ => false,
        }
    }

    /// Cells beyond the last heading are kept and told.
    fn check_length(&mut self, work: &mut Work) {
        let more: Vec<&str> =
            self.cells.iter().skip(self.columns.count()).map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
        if !more.is_empty() {
            let what = format!(
                "the row has {} cells and the table {} columns; the rest is kept in the note",
                self.cells.len(),
                self.columns.count()
            );
            work.remark(self.number, "", &more.join(" | "), what);
        }
    }

    fn item(&self, work: &mut Work) -> Item {
        let mut it = Item::new(self.number, format!("row {}", self.number));
        it.says = self.cells.join("\u{1f}");
        self.cell(Field::Title).clone_into(&mut it.headline);
        self.cell(Field::Text).clone_into(&mut it.text);
        self.cell(Field::Role).clone_into(&mut it.role);
        self.cell(Field::Era).clone_into(&mut it.era);
        it.places = several(self.cell(Field::Place));
        it.people = several(self.cell(Field::People));
        it.aliases = several(self.cell(Field::Alias)).into_iter().map(|name| called(plain::text(&name))).collect();
        it.kind = self.kind(&mut it);
        let when = self.when(&mut it, work);
        let life = self.life(&mut it, work);
        (it.when, it.told) = if it.kind == Kind::Person { (life.or(when), when) } else { (when.or(life), None) };
        if it.kind == Kind::Person && it.text.chars().count() < 120 && it.role.is_empty() {
            it.role = std::mem::take(&mut it.text);
        }
        it.people.extend(several(self.cell(Field::Creator)));
        it.at = self.position(&mut it, work);
        self.sources(&mut it, work);
        self.rest(&mut it);
        it
    }

    /// Of which kind the row is, by its type, and else by the columns that there are.
    fn kind(&self, it: &mut Item) -> Kind {
        let said = self.cell(Field::Type);
        let of_name = Kind::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(said));
        if of_name.is_none() && !matches!(said.to_lowercase().as_str(), "title" | "era") {
            it.subtype = said.to_lowercase();
        }
        self.cell(Field::Group).clone_into(&mut it.group);
        if let Some(kind) = of_name {
            it.is_record = true;
            return kind;
        }
        let positions = self.has(Field::Coordinates) || self.has(Field::Latitude) && self.has(Field::Longitude);
        let dated = self.has(Field::Date) || self.has(Field::Year);
        if self.has(Field::Born) || self.has(Field::Died) {
            Kind::Person
        } else if self.has(Field::Creator) && self.has(Field::Title) {
            Kind::Work
        } else if positions && (!dated || self.columns.is_gazetteer()) {
            Kind::Place
        } else {
            Kind::Event
        }
    }

    /// When it was: a date, or the parts of one, and the end of a span. Words that are no date are kept.
    fn when(&self, it: &mut Item, work: &mut Work) -> Option<When> {
        let in_parts = self.has(Field::Year) && (self.has(Field::Month) || self.cell(Field::Date).is_empty());
        let start = if in_parts {
            self.of_parts([Field::Year, Field::Month, Field::Day], it, work)
        } else {
            let whole = self.with_year();
            let start = whole.or_else(|| self.of_cell(Field::Date, it, work));
            start.or_else(|| self.of_parts([Field::Year, Field::Month, Field::Day], it, work))
        };
        if dates::goes_on(self.cell(Field::End)) {
            return start.map(dates::onward);
        }
        let end = if self.cell(Field::EndYear).is_empty() {
            self.of_cell(Field::End, it, work)
        } else {
            self.of_parts([Field::EndYear, Field::EndMonth, Field::EndDay], it, work)
        };
        self.span([Field::Date, Field::End], (start, end), it, work)
    }

    /// The date with the year that stands in a column of its own: `July` and `1960`.
    fn with_year(&self) -> Option<When> {
        let [date, year] = [Field::Date, Field::Year].map(|field| plain::text(self.cell(field)));
        let lacks_year = !year.is_empty() && dates::in_cell(&date, self.order).is_err();
        lacks_year.then(|| dates::in_cell(&format!("{date} {year}"), self.order).ok().flatten()).flatten()
    }

    fn life(&self, it: &mut Item, work: &mut Work) -> Option<When> {
        let (born, died) = (self.of_cell(Field::Born, it, work), self.of_cell(Field::Died, it, work));
        match (born, died) {
            (Some(born), None) if self.has(Field::Died) => Some(dates::onward(born)),
            ends => self.span([Field::Born, Field::Died], ends, it, work),
        }
    }

    fn span(&self, of: [Field; 2], ends: (Option<When>, Option<When>), it: &mut Item, work: &mut Work) -> Option<When> {
        dates::span(ends.0, ends.1).unwrap_or_else(|what| {
            let [start, end] = of.map(|field| self.cell(field));
            let heading = self.columns.heading(of[1]);
            work.remark(self.number, heading, end, format!("{what}; the words of both are kept"));
            it.keep_date(heading, &format!("{start} – {end}"));
            None
        })
    }

    fn of_cell(&self, field: Field, it: &mut Item, work: &mut Work) -> Option<When> {
        let (text, heading) = (self.cell(field), self.columns.heading(field));
        let first = |sign: &str| text.split(sign).next().unwrap_or_default();
        let several = if text.contains("Z; ") { first("; ") } else { first("|") };
        let precision = self.cell(Field::Precision).split("; ").next().and_then(|it| it.parse().ok());
        let exact = precision.and_then(|it| value::time(several, Some(it), value::Years::Astronomical, ""));
        let read = exact.map_or_else(|| dates::in_cell(&plain::text(several), self.order), |when| Ok(Some(when)));
        if several.len() < text.len() {
            work.remark(self.number, heading, text, "several times: the first dates it, all are kept");
            it.rest.push((heading.to_owned(), text.to_owned()));
        }
        if read.is_err() {
            it.keep_date(heading, text);
        }
        work.date(self.number, heading, text, |_| read.clone())
    }

    fn of_parts(&self, fields: [Field; 3], it: &mut Item, work: &mut Work) -> Option<When> {
        let [year, month, day] = fields.map(|field| self.cell(field));
        let read = dates::of_parts(year, month, day);
        let text = [year, month, day].join(" ");
        let heading = self.columns.heading(fields[0]);
        if read.is_err() {
            it.keep_date(heading, text.trim());
        }
        work.date(self.number, heading, text.trim(), |_| read.clone())
    }

    fn position(&self, it: &mut Item, work: &mut Work) -> Option<([f64; 2], Precision)> {
        let (both, lat, lon) = (self.cell(Field::Coordinates), self.cell(Field::Latitude), self.cell(Field::Longitude));
        let (text, heading) = if both.is_empty() {
            (format!("{lat} {lon}"), self.columns.heading(Field::Latitude))
        } else {
            (both.to_owned(), self.columns.heading(Field::Coordinates))
        };
        if text.trim().is_empty() {
            return None;
        }
        let found = degrees(&text);
        if found.is_none() {
            work.remark(self.number, heading, text.trim(), "is no latitude and longitude; its words are kept");
            it.rest.push((heading.to_owned(), text.trim().to_owned()));
        }
        found.map(|at| (at, Precision::Approximate))
    }

    /// Keeps what no field has, and what stands beyond the last column.
    fn rest(&self, it: &mut Item) {
        for (at, heading) in self.columns.unknown() {
            let Some(text) = self.cells.get(at).filter(|text| !text.trim().is_empty()) else { continue };
            match number_of(heading, text.trim()) {
                Some(id) if !it.ids.iter().any(|known| known.registry == id.registry) => it.ids.push(id),
                _ => it.rest.push((heading.to_owned(), text.clone())),
            }
        }
        self.cell(Field::Shown).clone_into(&mut it.shown);
        it.show([Field::Media, Field::Caption, Field::Credit, Field::Alt].map(|field| self.cell(field).to_owned()));
        let note = self.cell(Field::Note);
        if !note.is_empty() {
            it.rest.push((String::new(), note.to_owned()));
        }
        let more = self.cells.iter().skip(self.columns.count()).filter(|text| !text.trim().is_empty());
        it.rest.extend(more.map(|text| (String::new(), text.clone())));
    }
}

/// The number in a catalogue by which a column is called: `pleiadesID`, `geonames_id`, `VIAF`.
fn number_of(heading: &str, text: &str) -> Option<ExternalId> {
    let heading = heading.to_ascii_lowercase();
    let name = heading.trim_end_matches("id").trim_end_matches(['_', '-', ' ']);
    let registry = Registry::ALL.into_iter().find(|registry| registry.name() == name)?;
    registry.is_id(text).then(|| ExternalId { registry, id: text.to_owned().into() })
}

/// Names that stand in one cell.
fn several(cell: &str) -> Vec<String> {
    cell.split([';', '|', '\n']).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
