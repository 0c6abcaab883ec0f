//! What the columns of a table have, by their headings.

use super::dates;
use crate::draft::slug;
use crate::import::value;

/// What a column may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// When it was, or when it began.
    Date,
    /// When it ended.
    End,
    /// A year alone, with a month and a day in columns of their own.
    Year,
    /// A month.
    Month,
    /// A day of the month.
    Day,
    /// The year of the end.
    EndYear,
    /// The month of the end.
    EndMonth,
    /// The day of the end.
    EndDay,
    /// What is shown in the place of the date.
    Shown,
    /// A headline or a name.
    Title,
    /// What is told.
    Text,
    /// Where it was.
    Place,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// Both in one cell.
    Coordinates,
    /// Who took part.
    People,
    /// Who made it.
    Creator,
    /// A kind: person, place, battle.
    Type,
    /// A category.
    Group,
    /// Where it is told.
    Source,
    /// A page that tells of it.
    Url,
    /// When somebody was born.
    Born,
    /// When somebody died.
    Died,
    /// The era or chapter that it belongs to.
    Era,
    /// Who or what it is, in a phrase.
    Role,
    /// Other names.
    Alias,
    /// A remark.
    Note,
    /// An item of Wikidata, by its address or number.
    Item,
    /// The address of a picture.
    Media,
    /// What stands below it.
    Caption,
    /// To whom it is owed.
    Credit,
    /// What is seen on it.
    Alt,
    /// How exact a time of Wikidata is, from 11 for a day down.
    Precision,
}

/// Each field: its name on the command line, and its headings in English, French, German and Spanish, as ids.
const FIELDS: [(Field, &str, &str); 33] = [
    (
        Field::Date,
        "date",
        "date dates when hdate start start-date begin beginning from datum beginn anfang von wann fecha inicio desde cuando \
         date-debut debut date-de-debut quand point-in-time pointintime event-date date-created edtf-date-created \
         field-edtf-date-created edtf-date date-issued field-edtf-date-issued field-edtf-date startdate start-time date-start",
    ),
    (
        Field::End,
        "end",
        "end end-date enddate to until till hdate-end date-end end-time fin date-fin date-de-fin jusqu-a bis ende hasta \
         final fecha-fin",
    ),
    (Field::Year, "year", "year jahr annee an ano anio start-year startyear"),
    (Field::Month, "month", "month monat mois mes start-month"),
    (Field::Day, "day", "day jour dia start-day"),
    (Field::EndYear, "end-year", "end-year endyear endjahr annee-fin ano-fin"),
    (Field::EndMonth, "end-month", "end-month endmonat mois-fin mes-fin"),
    (Field::EndDay, "end-day", "end-day endtag jour-fin dia-fin"),
    (Field::Shown, "shown", "display-date"),
    (
        Field::Title,
        "title",
        "title headline label name event heading titel name-der-person bezeichnung ereignis uberschrift titre nom evenement \
         intitule titulo nombre evento event-label eventlabel item-label itemlabel person-name full-name",
    ),
    (
        Field::Text,
        "text",
        "text description descriptions summary details detail content body story abstract field-description beschreibung \
         inhalt zusammenfassung texte contenu resume texto descripcion contenido resumen",
    ),
    (
        Field::Place,
        "place",
        "place places location where town city spatial coverage place-name country ort orte stadt land ortschaft lieu lieux \
         ville pays lugar lugares ciudad pais field-geographic-subject",
    ),
    (Field::Latitude, "lat", "lat latitude breite breitengrad geogr-breite latitud y"),
    (Field::Longitude, "lon", "lon lng long longitude lange laenge langengrad geogr-lange longitud x"),
    (
        Field::Coordinates,
        "coordinates",
        "coordinates coords coord coordinate coordinate-location latlon lat-lon latlng gps geo point wkt koordinaten \
         coordonnees coordenadas field-coordinates",
    ),
    (
        Field::People,
        "people",
        "people persons person who participants participant actors personen beteiligte wer personnes personne qui acteurs \
         personas participantes",
    ),
    (
        Field::Creator,
        "creator",
        "creator creators author authors artist composer writer autor autoren verfasser kunstler auteur auteurs artiste \
         autores artista",
    ),
    (Field::Type, "type", "type kind class art typ tipo genre"),
    (
        Field::Group,
        "group",
        "group groups category categories groupe groupes categorie gruppe gruppen kategorie grupo categoria",
    ),
    (
        Field::Source,
        "source",
        "source sources reference references citation citations bibliography quelle quellen beleg belege fuente fuentes \
         referencia",
    ),
    (
        Field::Url,
        "url",
        "url link links uri website web-page webpage wikipedia article article-en permalink ref-url enlace lien adresse-web",
    ),
    (
        Field::Born,
        "born",
        "born birth birth-date birthdate date-of-birth hdate-birth birth-year year-of-birth geboren geburt geburtsdatum \
         geburtsjahr naissance ne date-de-naissance nacimiento nacido fecha-de-nacimiento",
    ),
    (
        Field::Died,
        "died",
        "died death death-date deathdate date-of-death hdate-death death-year year-of-death gestorben tod todesdatum \
         sterbedatum todesjahr deces mort date-de-deces fallecimiento muerte fecha-de-muerte",
    ),
    (Field::Era, "era", "era period epoch age chapter epoche periode zeitalter epoque ere epoca periodo"),
    (
        Field::Role,
        "role",
        "role occupation office profession position beruf amt rolle funktion metier fonction cargo oficio profesion",
    ),
    (
        Field::Alias,
        "alias",
        "alias aliases alternative-title alternative-name also-known-as other-names other-name variants autre-nom \
         andere-namen otros-nombres field-alt-title",
    ),
    (Field::Item, "item", "item qid q-id wikidata wikidata-id"),
    (Field::Media, "picture", "media picture image image-url photo bild foto photographie imagen thumbnail"),
    (Field::Caption, "caption", "media-caption caption image-caption picture-caption bildunterschrift legende"),
    (Field::Credit, "credit", "media-credit credit image-credit picture-credit bildnachweis"),
    (Field::Alt, "alt", "media-alt alt alt-text alternative-text"),
    (Field::Precision, "precision", "precision time-precision timeprecision date-precision dateprecision"),
    (
        Field::Note,
        "note",
        "note notes remark remarks comment comments anmerkung anmerkungen remarque remarques nota notas",
    ),
];

impl Field {
    /// The names by which fields are said.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FIELDS.iter().map(|(_, name, _)| *name)
    }

    /// The field of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(_, known, _)| *known == name.trim().to_ascii_lowercase()).map(|(field, ..)| *field)
    }
}

/// The field of a heading.
pub(in crate::import) fn field_of(heading: &str) -> Option<Field> {
    let bare = heading.trim().trim_start_matches('?');
    let bare = ["dcterms:", "dc:", "schema:", "foaf:", "bibo:"]
        .into_iter()
        .find_map(|prefix| {
            bare.get(..prefix.len()).filter(|it| it.eq_ignore_ascii_case(prefix)).map(|_| &bare[prefix.len()..])
        })
        .unwrap_or(bare);
    let id = slug(bare);
    FIELDS.iter().find(|(.., names)| names.split(' ').any(|name| name == id)).map(|(field, ..)| *field)
}

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
