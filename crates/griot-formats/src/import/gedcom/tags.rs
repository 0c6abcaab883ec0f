//! Tags, and the words for what they tell.

/// What happens in a life or a family, by its tag, as it is said.
pub(super) const EVENTS: [(&str, &str); 37] = [
    ("BIRT", "was born"),
    ("CHR", "was christened"),
    ("BAPM", "was baptized"),
    ("BAPL", "was baptized (LDS)"),
    ("BLES", "was blessed"),
    ("BARM", "became bar mitzvah"),
    ("BASM", "became bas mitzvah"),
    ("ADOP", "was adopted"),
    ("CHRA", "was christened as an adult"),
    ("CONF", "was confirmed"),
    ("CONL", "was confirmed (LDS)"),
    ("FCOM", "had a first communion"),
    ("ORDN", "was ordained"),
    ("NATU", "was naturalized"),
    ("EMIG", "emigrated"),
    ("IMMI", "immigrated"),
    ("CENS", "was counted in a census"),
    ("PROB", "left an estate that was proved"),
    ("WILL", "made a will"),
    ("GRAD", "graduated"),
    ("RETI", "retired"),
    ("ENDL", "was endowed (LDS)"),
    ("SLGC", "was sealed to the parents (LDS)"),
    ("SLGS", "were sealed (LDS)"),
    ("DEAT", "died"),
    ("BURI", "was buried"),
    ("CREM", "was cremated"),
    ("RESI", "lived"),
    ("MARR", "married"),
    ("ENGA", "became engaged"),
    ("MARB", "had their banns read"),
    ("MARC", "made a marriage contract"),
    ("MARL", "took out a marriage licence"),
    ("MARS", "made a marriage settlement"),
    ("DIV", "divorced"),
    ("DIVF", "filed for divorce"),
    ("ANUL", "had their marriage annulled"),
];

/// What is told of somebody with words of its own.
pub(super) const FACTS: [(&str, &str); 14] = [
    ("OCCU", "occupation"),
    ("EDUC", "education"),
    ("TITL", "title"),
    ("RELI", "religion"),
    ("NATI", "nation"),
    ("CAST", "caste"),
    ("DSCR", "description"),
    ("PROP", "property"),
    ("FACT", "fact"),
    ("EVEN", "event"),
    ("IDNO", "number"),
    ("NCHI", "children"),
    ("NMR", "marriages"),
    ("SSN", "social security number"),
];

/// What programs keep for themselves, which tells nothing of a history.
pub(super) const OF_PROGRAMS: [&str; 20] = [
    "CHAN", "CREA", "RIN", "UID", "_UID", "SUBM", "AFN", "RFN", "ANCI", "DESI", "NAME", "SEX", "FAMC", "FAMS", "RESN",
    "HUSB", "WIFE", "CHIL", "_PRIV", "_LIVING",
];

/// The word for a tag in a note.
pub(super) fn word_of(tag: &str) -> &str {
    match tag {
        "CAUS" => "cause",
        "AGE" => "age",
        "AGNC" => "by",
        "TYPE" => "type",
        "RELI" => "religion",
        "ADDR" => "address",
        tag => FACTS.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, word)| word),
    }
}
