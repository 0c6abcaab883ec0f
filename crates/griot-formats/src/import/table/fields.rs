//! What a column may have, and the headings that say so.

use crate::draft::slug;

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
    /// The address of that source.
    SourceUrl,
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
    /// The same thing in catalogues: `wd:Q42; gn:2950159`.
    Matches,
    /// How exact a time of Wikidata is, from 11 for a day down.
    Precision,
}

/// Each field: its name on the command line, and its headings in English, French, German and Spanish, as ids.
const FIELDS: [(Field, &str, &str); 35] = [
    (
        Field::Date,
        "date",
        "date dates when hdate start start-date begin beginning from datum beginn anfang von wann fecha inicio desde cuando \
         date-debut debut date-de-debut quand point-in-time pointintime event-date date-created edtf-date-created \
         field-edtf-date-created edtf-date date-issued field-edtf-date-issued field-edtf-date startdate start-time date-start \
         founded year-founded founding-year date-founded established year-established gegrundet fonde fundado",
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
        "title headline label name event heading chapter-title paper-title book-title article-title title-of-review titel name-der-person bezeichnung ereignis uberschrift titre nom evenement \
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
        "coordinates coords coord coordinate coordinate-location latlon lat-lon latlng gps geo point wkt geowkt geo-wkt koordinaten \
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
    (Field::Type, "type", "type types kind class feature-type art typ tipo genre"),
    (
        Field::Group,
        "group",
        "group groups category categories groupe groupes categorie gruppe gruppen kategorie grupo categoria",
    ),
    (
        Field::Source,
        "source",
        "source sources reference references citation citations bibliography quelle quellen beleg belege fuente fuentes \
         referencia source-title source-name title-source",
    ),
    (Field::SourceUrl, "source-url", "source-url source-link source-uri source-address title-uri"),
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
    (Field::Matches, "matches", "matches exact-match close-match exactmatch closematch same-as sameas"),
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
