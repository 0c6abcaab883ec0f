//! A small pack that has one of everything, to be spoilt.
#![allow(clippy::unwrap_used, dead_code, clippy::allow_attributes, reason = "tests fail by panicking")]

use std::collections::BTreeMap;
use std::fs;

use tempfile::TempDir;

/// The files of a pack, by their names in its folder.
pub type Files = BTreeMap<&'static str, String>;

/// A pack with one of everything.
pub fn files() -> Files {
    BTreeMap::from([
        (
            "pack.json",
            "{\"format\": 1, \"id\": \"test\", \"title\": \"Test\", \"language\": \"en\", \"revision\": \"2025-01-01\", \"as_of\": \"2025\",\n \"licence\": \"CC0\", \"eras\": [\"one\"]}".into(),
        ),
        (
            "eras/1-one.json",
            concat!(
                "{\"id\": \"one\", \"title\": \"One\", \"short\": \"One\", \"when\": \"1900..2000\", \"summary\": \"S.\", \"chapters\": [\n",
                "{\"id\": \"chapter\", \"title\": \"C\", \"passages\": [\n",
                "{\"id\": \"passage\", \"statements\": [\n",
                "{\"text\": \"A girl, [[ada|Ada]], is *born*.\", \"when\": \"1912\", \"cites\": [\"book, p. 1\"]},\n",
                "{\"text\": \"In [[town]].\", \"standing\": \"uncited\"}]}]}]}\n"
            )
            .into(),
        ),
        ("sources.json", "[\n{\"key\": \"book\", \"kind\": \"book\", \"title\": \"Book\", \"url\": \"https://example.org/\", \"authors\": [{\"literal\": \"Ada\"}], \"date\": \"1960\"},\n{\"key\": \"copy\", \"kind\": \"web\", \"title\": \"Copy\", \"same_work_as\": \"book\"}]".into()),
        (
            "entities/people.json",
            "[\n{\"id\": \"ada\", \"name\": \"Ada\", \"aliases\": [{\"name\": \"A.\"}], \"offices\": [{\"title\": \"Mayor\", \"of\": \"town\", \"when\": \"1950\"}]}]".into(),
        ),
        ("entities/places.json", "[\n{\"id\": \"town\", \"name\": \"Town\", \"at\": [12.5, -8.0], \"precision\": \"city\", \"reach\": [\"around\"]}]".into()),
        (
            "entities/events.json",
            "[\n{\"id\": \"birth\", \"name\": \"Birth\", \"where\": [\"town\"], \"who\": [{\"entity\": \"ada\"}], \"figures\": [{\"value\": \"1\", \"cites\": [\"book\"]}]}]".into(),
        ),
        (
            "geo.json",
            "{\"credit\": \"C\", \"country\": \"L\", \"capital\": \"town\", \"labels\": [{\"name\": \"N\", \"kind\": \"town\", \"at\": [1, 2]}],\n\"reaches\": [{\"id\": \"around\", \"when\": \"1900\", \"outline\": [[0, 0], [1, 1]]}]}".into(),
        ),
    ])
}

/// The same, told in another language as well.
pub fn translated() -> Files {
    let mut files = files();
    let era = files["eras/1-one.json"].replace("\"uncited\"}", "\"uncited\", \"id\": \"in-town\"}");
    files.insert("eras/1-one.json", era);
    files.insert("translations/fr.json", "{\"language\": \"fr\", \"name\": \"français\", \"chapters\": [{\"id\": \"chapter\", \"of\": \"bca8538f\", \"title\": \"Un\"}],\n \"statements\": [{\"id\": \"in-town\", \"of\": \"02490b29\", \"text\": \"En [[town|Ville]].\"}],\n \"eras\": [{\"id\": \"one\", \"of\": \"5de81dbf\", \"title\": \"Une\"}],\n \"entities\": [{\"id\": \"town\", \"of\": \"d2e1ff7e\", \"name\": \"Ville\"}],\n \"offices\": [{\"of\": \"Mayor\", \"title\": \"Maire\"}]}".into());
    files
}

/// Puts the files into a folder of their own.
pub fn write(files: &Files) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}
