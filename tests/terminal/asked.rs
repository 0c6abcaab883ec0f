//! What an import asks for where somebody is there to answer.

use std::fs;

use super::session::Start;

#[test]
fn an_import_asks_for_the_licence_and_who_made_it_and_keeps_what_is_said() {
    let start = Start::at(100, 30);
    fs::write(start.home.path().join("towns.csv"), "Date,Event\n1591,The city falls\n").unwrap();
    let mut session = start.arg("import").arg("towns.csv").arg("towns").run();
    session.wait("the first question", |it| it.text().contains("licence, as CC BY-SA 4.0"));
    session.send("CC BY 4.0\r");
    session.wait("the second question", |it| it.text().contains("who made it"));
    session.send("\r");
    assert_eq!(session.end().exit_code(), 0, "{}", session.text());
    let about = fs::read_to_string(session.file("towns/pack.json")).unwrap();
    assert!(about.contains("\"licence\": \"CC BY 4.0\""), "{about}");
    assert!(about.contains("\"credits\": [\"Imported from towns.csv.\"]"), "{about}");
}
