//! Bibliographies that lie beside a plain file.
#![allow(clippy::unwrap_used, clippy::allow_attributes, reason = "tests fail by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::run::{printed, run, said};

const HUNWICK: &str = "@book{hunwick1999, author = {Hunwick, John}, title = {Timbuktu and the Songhay Empire}, publisher = {Brill}, date = {1999}}\n";
const OTHER: &str = "@book{other, author = {Nobody, N.}, title = {What no statement cites}, date = {2001}}\n";

struct History(TempDir);

impl History {
    fn of(text: &str) -> Self {
        let it = Self(tempfile::tempdir().unwrap());
        it.beside("history.md", text);
        it
    }

    fn beside(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("history.md")
    }

    fn printed(&self, args: &[&str]) -> String {
        printed(&[&["--data", self.path().to_str().unwrap()], args].concat())
    }

    /// Whether the check finds nothing, and what it prints.
    fn checked(&self) -> (bool, String) {
        let output = run(&["check", "--strict", self.path().to_str().unwrap()]);
        let all = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(all).unwrap())
    }
}

#[test]
fn what_is_called_as_the_history_is_its_bibliography() {
    let csl = r#"[{"id": "hunwick1999", "type": "book", "title": "Timbuktu and the Songhay Empire",
        "author": [{"family": "Hunwick", "given": "John"}], "publisher": "Brill", "issued": {"date-parts": [[1999]]}}]"#;
    let ris = "TY  - BOOK\nID  - hunwick1999\nAU  - Hunwick, John\nTI  - Timbuktu and the Songhay Empire\nPB  - Brill\nPY  - 1999\nER  - \n";
    for (name, text) in [("history.bib", &*format!("{HUNWICK}{OTHER}")), ("history.ris", ris), ("history.json", csl)] {
        let it = History::of("1591: An army comes.[@hunwick1999, p. 12]\n1592: It stays.[^hunwick1999]\n");
        it.beside(name, text);
        let (well, told) = it.checked();
        assert!(well, "{name}: {told}");
        let sources = it.printed(&["list", "sources"]);
        assert!(sources.contains("Timbuktu and the Songhay Empire"), "{name}: {sources}");
        assert!(!sources.contains("What no statement cites"), "{name}: {sources}");
        assert!(it.printed(&["read"]).contains("p. 12"), "{name}: {}", it.printed(&["read"]));
    }
}

#[test]
fn the_head_names_others_and_they_alone_count() {
    let it = History::of(
        "---\nbibliography: [library/one.bib, two.bib]\n---\n\n1591: An army comes.[@hunwick1999]\n1592: It stays.[@other]\n",
    );
    it.beside("library/one.bib", HUNWICK);
    it.beside("two.bib", OTHER);
    it.beside("history.bib", "@book{torn");
    let (well, told) = it.checked();
    assert!(well, "{told}");
    assert!(it.printed(&["list", "sources"]).contains("What no statement cites"));
}

#[test]
fn a_note_of_the_file_itself_goes_before() {
    let it = History::of("1591: An army comes.[^other]\n\n[^other]: “My own”; by: Me, A.; date: 2020; kind: book\n");
    it.beside("history.bib", OTHER);
    let (well, told) = it.checked();
    assert!(well, "{told}");
    let sources = it.printed(&["list", "sources"]);
    assert!(sources.contains("My own") && !sources.contains("What no statement cites"), "{sources}");
}

#[test]
fn what_is_wrong_is_told_where_it_stands() {
    let it = History::of("1591: An army comes.[@hunwick1998]\n");
    it.beside("history.bib", HUNWICK);
    let (well, told) = it.checked();
    assert!(!well && told.contains("history.md:1:22") && told.contains("did you mean \"hunwick1999\"?"), "{told}");

    let it = History::of("---\nbibliography: library.bib\n---\n\n1591: An army comes.\n");
    let (well, told) = it.checked();
    let place = told.contains("history.md:2:15") && told.contains("library.bib");
    assert!(!well && place && told.contains("no such file"), "{told}");

    let it = History::of("1591: An army comes.[@hunwick1999]\n");
    it.beside("history.bib", &format!("{HUNWICK}@book{{torn, title = {{A\n"));
    let (well, told) = it.checked();
    assert!(!well && told.contains("history.bib") && told.contains("left out"), "{told}");
    // It opens all the same.
    assert_eq!(said(&["--data", it.path().to_str().unwrap(), "read"]).0, 0);
}

#[test]
fn json_that_is_no_bibliography_is_none_of_the_history() {
    let it = History::of("1591: An army comes.\n");
    it.beside("history.json", "{\"a\": 1}");
    let (well, told) = it.checked();
    assert!(well, "{told}");
}

#[test]
fn what_is_kept_of_the_history_is_made_anew_when_its_bibliography_changes() {
    let stamp = |it: &History| griot_pack::pack::stamp(&it.path()).unwrap().bytes;
    let it = History::of("1591: An army comes.[@hunwick1999]\n");
    let alone = stamp(&it);
    it.beside("notes.bib", OTHER);
    assert_eq!(stamp(&it), alone);
    it.beside("history.bib", HUNWICK);
    let with = stamp(&it);
    assert_ne!(with, alone);
    it.beside("history.bib", &format!("{HUNWICK}{OTHER}"));
    assert_ne!(stamp(&it), with);
    let files = griot_pack::pack::bibliographies(Path::new("/none/history.griot"));
    assert!(files.is_empty(), "{files:?}");
}
