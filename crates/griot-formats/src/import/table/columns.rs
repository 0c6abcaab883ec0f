//! What the columns of a table have, by their headings.

use super::dates;
use super::fields::{Field, field_of};
use crate::draft::slug;
use crate::import::value;

/// What the columns of a table have.
pub(super) struct Columns {
    headings: Vec<String>,
    fields: Vec<Option<Field>>,
    /// Whether the first row is one like the others.
    pub headless: bool,
}

impl Columns {
    /// Finds it out: by what was said, by the headings, and where they say nothing by what the columns hold.
    ///
    /// # Errors
    /// When a column that was named is not there.
    pub fn of(headings: &[String], said: &[(Field, String)], sample: &[Vec<String>]) -> Result<Self, String> {
        let mut fields: Vec<Option<Field>> = vec![None; headings.len()];
        for (field, heading) in said {
            let at = place_of(heading, headings)
                .ok_or_else(|| format!("has no column \"{heading}\"; it has {}", headings.join(", ")))?;
            fields[at] = Some(*field);
        }
        of_items(headings, sample, &mut fields);
        for (at, heading) in headings.iter().enumerate() {
            if is_of_items(at, sample) {
                continue;
            }
            if let Some(field) =
                field_of(heading).filter(|field| fields[at].is_none() && !fields.contains(&Some(*field)))
            {
                fields[at] = Some(field);
            }
        }
        in_a_language(headings, &mut fields);
        let mut it = Self { headings: headings.to_vec(), fields, headless: false };
        it.by_content(sample);
        Ok(it)
    }

    /// Finds the date and the words of a table whose headings tell neither.
    fn by_content(&mut self, sample: &[Vec<String>]) {
        let dated = [Field::Date, Field::Year, Field::Born, Field::Died, Field::EndYear];
        let known = self.fields.iter().flatten().count();
        if !dated.iter().any(|field| self.place(*field).is_some()) && self.place(Field::Latitude).is_none() {
            let rows = sample.get(1..).filter(|rows| !rows.is_empty()).unwrap_or(sample);
            let share = |at: usize| {
                let cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
                let dates = cells.clone().filter(|cell| reads_as_date(cell)).count();
                (cells.count(), dates)
            };
            let best = (0..self.fields.len()).filter(|at| self.fields[*at].is_none()).max_by_key(|at| share(*at).1);
            if let Some(at) = best
                && let (all, dates) = share(at)
                && dates > 0
                && dates * 10 >= all * 6
            {
                self.fields[at] = Some(Field::Date);
                self.headless =
                    known == 0 && sample.first().and_then(|row| row.get(at)).is_some_and(|it| reads_as_date(it));
            }
        }
        if self.place(Field::Title).is_none() && self.place(Field::Text).is_none() {
            let rows = sample.get(1..).unwrap_or_default();
            let length =
                |at: &usize| rows.iter().filter_map(|row| row.get(*at)).map(|cell| cell.trim().len()).sum::<usize>();
            let free = (0..self.fields.len()).filter(|at| self.fields[*at].is_none());
            if let Some(at) = free.max_by_key(length) {
                self.fields[at] = Some(Field::Text);
            }
        }
    }

    /// Which column has a field.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|it| *it == Some(field))
    }

    /// The cell of a field in a row; empty where there is none.
    pub fn cell<'r>(&self, row: &'r [String], field: Field) -> &'r str {
        self.place(field).and_then(|at| row.get(at)).map_or("", |cell| cell.trim())
    }

    /// The heading of a field.
    pub fn heading(&self, field: Field) -> &str {
        self.place(field).map_or("", |at| &self.headings[at])
    }

    /// The columns that are none of the fields.
    pub fn unknown(&self) -> impl Iterator<Item = (usize, &str)> {
        let named = |at: usize| if self.headless { "" } else { self.headings[at].as_str() };
        self.fields.iter().enumerate().filter(|(_, field)| field.is_none()).map(move |(at, _)| (at, named(at)))
    }

    /// Whether the table is one of Linked Places, whose rows are places with the times of their names.
    pub fn is_gazetteer(&self) -> bool {
        ["title_source", "ccodes"].iter().all(|known| self.headings.iter().any(|heading| heading == known))
    }

    /// How many columns there are.
    pub const fn count(&self) -> usize {
        self.fields.len()
    }
}

/// Where a table has names and texts in several languages and none without one, the English ones, or the first, are taken.
fn in_a_language(headings: &[String], fields: &mut [Option<Field>]) {
    for field in [Field::Title, Field::Text] {
        if fields.contains(&Some(field)) {
            continue;
        }
        let of = |heading: &String| {
            let id = slug(heading);
            let (base, language) = id.rsplit_once('-')?;
            (language.len() == 2 && field_of(base) == Some(field)).then_some(language == "en")
        };
        let found = (0..headings.len()).filter(|at| fields[*at].is_none());
        let found = found.filter_map(|at| Some((at, of(&headings[at])?)));
        if let Some((at, _)) = found.min_by_key(|(at, is_english)| (!is_english, *at)) {
            fields[at] = Some(field);
        }
    }
}

/// Whether a column has addresses of items: the words for them stand in another, `xLabel` for `x`.
fn is_of_items(at: usize, sample: &[Vec<String>]) -> bool {
    let cells = sample.iter().skip(1).filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
    let (all, items) = cells.fold((0, 0), |(all, items), cell| (all + 1, items + usize::from(value::is_address(cell))));
    all > 0 && items * 10 >= all * 9
}

/// The columns of a query: what it asks for, the words for that, and the words for other items.
fn of_items(headings: &[String], sample: &[Vec<String>], fields: &mut [Option<Field>]) {
    let mut is_first = true;
    for at in (0..headings.len()).filter(|at| is_of_items(*at, sample)) {
        let label = format!("{}label", headings[at].to_lowercase());
        let words = headings.iter().position(|heading| heading.to_lowercase() == label);
        let field = if is_first { Some(Field::Title) } else { field_of(&headings[at]) };
        if let (Some(words), Some(field)) = (words, field)
            && fields[words].is_none()
            && !fields.contains(&Some(field))
        {
            fields[words] = Some(field);
        }
        if is_first && fields[at].is_none() && !fields.contains(&Some(Field::Item)) {
            fields[at] = Some(Field::Item);
        }
        is_first = false;
    }
}

/// Whether a cell is a date by itself: a number of one to three digits may be any number.
fn reads_as_date(cell: &str) -> bool {
    let cell = cell.trim();
    let number = cell.bytes().all(|byte| byte.is_ascii_digit());
    !(number && cell.len() != 4) && dates::in_cell(cell, None).is_ok_and(|when| when.is_some())
}

/// A column by its heading, or by its number from 1.
fn place_of(heading: &str, headings: &[String]) -> Option<usize> {
    let same = |it: &&String| it.trim().eq_ignore_ascii_case(heading.trim());
    let by_name =
        headings.iter().position(|it| same(&it)).or_else(|| headings.iter().position(|it| slug(it) == slug(heading)));
    by_name.or_else(|| heading.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < headings.len()))
}
