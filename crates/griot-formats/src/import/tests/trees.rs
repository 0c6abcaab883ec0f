//! Family trees.

use super::*;

#[test]
fn nobody_descends_from_themselves_whatever_a_tree_says() {
    let text = "0 HEAD\n0 @I1@ INDI\n1 NAME Ann /A/\n1 DEAT Y\n1 FAMC @F2@\n2 PEDI adopted\n0 @I2@ INDI\n1 NAME Bob /B/\n1 DEAT Y\n\
        0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I2@\n1 CHIL @I1@\n0 @F2@ FAM\n1 HUSB @I2@\n0 TRLR\n";
    let (pack, report) = imported(&[("odd.ged", text.as_bytes())]);
    let [ann, bob] = ["ann-a", "bob-b"].map(|id| &pack[pack.entity(id).unwrap()].relations);
    assert_eq!((ann.len(), ann[0].note.as_deref(), bob.len()), (1, Some("adopted"), 0));
    let told: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.column)).collect();
    assert_eq!(told, [(10, "CHIL"), (10, "CHIL")]);
}

pub(super) const FAMILY: &str = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 COPR Copyright of a family\n\
    0 @I1@ INDI\n1 NAME Ann /Smith/\n1 BIRT\n2 DATE 3 MAR 1801\n2 PLAC Gao,, Mali\n3 MAP\n4 LATI N16.27\n4 LONG W0.04\n\
    2 SOUR @S1@\n3 PAGE 12\n1 DEAT\n2 DATE ABT 1870\n1 OCCU weaver\n1 NOTE A note\n2 CONC  that goes on.\n1 _HAIR red\n1 FAMS @F1@\n\
    0 @I2@ INDI\n1 NAME Bob /Smith/\n1 BIRT\n2 DATE @#DHEBREW@ 2 TSH 5560\n1 DEAT Y\n1 FAMS @F1@\n\
    0 @I3@ INDI\n1 NAME Eve /Smith/\n1 BIRT\n2 DATE 1990\n2 PLAC Paris\n1 FAMC @F1@\n\
    0 @I4@ INDI\n1 NAME Ann /Smith/\n1 BIRT\n2 DATE BET 1830 AND 1835\n1 FAMC @F1@\n\
    0 @I5@ INDI\n1 NAME Old /Private/\n1 RESN privacy\n1 BIRT\n2 DATE 1700\n\
    0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n1 CHIL @I4@\n1 MARR\n2 DATE 1820\n2 PLAC Gao, Mali\n\
    0 @S1@ SOUR\n1 TITL A register\n1 AUTH The town\n0 @X1@ _ODD something\nno line\n0 TRLR\n";

#[test]
fn a_family_tree_is_people_places_events_and_sources() {
    let (pack, report) = imported(&[("family.ged", FAMILY.as_bytes())]);
    let texts: Vec<(String, String)> = told(&pack);
    for (date, text) in [
        ("3 Mar 1801", "Ann Smith was born at Gao, Mali."),
        ("1820", "Bob Smith and Ann Smith married at Gao, Mali."),
        ("[1830..1835]", "Ann Smith was born, child of Bob Smith and Ann Smith."),
        ("c. 1870", "Ann Smith died."),
        ("1 Oct 1799", "Bob Smith was born."),
        ("", "Ann Smith: occupation: weaver."),
    ] {
        assert!(texts.contains(&(date.to_owned(), text.to_owned())), "{text}: {texts:?}");
    }
    assert!(!texts.iter().any(|(_, text)| text.contains("Eve") || text.contains("Private")), "{texts:?}");
    let ties = |name: &str| -> Vec<(RelationKind, String, String)> {
        let of = pack.entities().filter(|id| pack[*id].name == name).flat_map(|id| &pack[id].relations);
        let when = |it: &Relation| it.when.map(|when| when.to_string()).unwrap_or_default();
        of.map(|it| (it.kind, pack[it.who].name.to_string(), when(it))).collect()
    };
    let parent = |name: &str| (RelationKind::Parent, name.to_owned(), String::new());
    assert_eq!(ties("Bob Smith"), [(RelationKind::Spouse, "Ann Smith".to_owned(), "1820".to_owned())]);
    assert_eq!(ties("Ann Smith"), [parent("Bob Smith"), parent("Ann Smith")]);
    // Of who may be living only the names are told.
    assert_eq!(ties("Eve Smith"), [parent("Bob Smith"), parent("Ann Smith")]);
    let of = |id: &str| &pack[pack.entity(id).unwrap_or_else(|| panic!("{id}"))];
    let ann = of("ann-smith-i1");
    assert_eq!((ann.when.unwrap().to_string(), ann.role.as_deref()), ("3 Mar 1801..c. 1870".into(), Some("weaver")));
    assert_eq!(ann.note.as_deref(), Some("A note that goes on. _HAIR: red."));
    assert_eq!((of("eve-smith").when, of("old-private").when), (None, None));
    assert_eq!(of("gao-mali").at, Some([16.27, -0.04]));
    let born = pack.statements().find(|id| pack[*id].text.starts_with("Ann Smith was born at")).unwrap();
    assert_eq!(pack[pack[born].cites[0]].place.as_deref(), Some("12"));
    let remarks: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.column)).collect();
    assert_eq!(remarks, [(55, ""), (0, "INDI"), (54, "_ODD"), (20, "_HAIR")]);
    let with = Settings { living: Living::AsTheRest, ..settings() };
    let (pack, _) = imported_as(&[("family.ged", FAMILY.as_bytes())], None, &with);
    assert!(
        told(&pack)
            .iter()
            .any(|(date, text)| date == "1990" && text.starts_with("Eve Smith was born at Paris, child of"))
    );
}

#[test]
fn positions_of_a_tree_are_read_however_programs_write_them() {
    for (lat, lon, read) in [
        ("N51.2", "W0.4", true),
        ("51.2", "-0.4", true),
        ("+51° 12' 0\"", "-0° 24' 0\"", true),
        ("N51° 12' 0\"", "W0° 24' 0\"", true),
        ("N91", "W0.4", false),
        ("somewhere", "", false),
    ] {
        let map = format!("2 PLAC Here\n3 MAP\n4 LATI {lat}\n4 LONG {lon}\n");
        let text = format!("0 HEAD\n0 @I1@ INDI\n1 NAME Ann /A/\n1 BIRT\n2 DATE 1801\n{map}0 TRLR\n");
        let (pack, report) = imported(&[("x.ged", text.as_bytes())]);
        let near = |[a, b]: [f64; 2]| (a - 51.2).abs() < 1e-9 && (b + 0.4).abs() < 1e-9;
        let at = pack.entities().find_map(|id| pack[id].at);
        assert_eq!((at.is_some_and(near), report.files[0].remarks.is_empty()), (read, read), "{lat} {lon}");
    }
}

#[test]
fn events_of_which_no_more_is_known_are_all_told_and_records_of_programs_are_not() {
    let text = "0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ann /A/\n1 BIRT\n1 DEAT\n1 RESI\n2 DATE @#DFRENCH R@ 27 THER 7\n\
        2 PLAC Gao\n1 RESI\n2 DATE @#DFRENCH R@ 27 THER 7\n2 PLAC Gao\n0 _PLAC_DEFN\n1 PLAC Gao\n2 MAP\n0 @P1@ _PLAC Timbuktu, Mali\n\
        1 MAP\n2 LATI N16.77\n2 LONG W3.01\n0 _EVDEF Birth\n1 TYPE P\n0 _EVDEF Death\n0 @T1@ _STORY\n1 TITL A tale\n1 NOTE She walked.\n0 TRLR\n";
    let (pack, report) = imported(&[("x.ged", text.as_bytes())]);
    let lived = ("14 Aug 1799".to_owned(), "Ann A lived at Gao.".to_owned());
    let undated = ["Ann A was born.", "Ann A died.", "_STORY: TITL A tale NOTE She walked."];
    let wanted: Vec<_> =
        [lived.clone(), lived].into_iter().chain(undated.map(|it| (String::new(), it.to_owned()))).collect();
    assert_eq!(told(&pack), wanted);
    let first = &pack[pack.statements().next().unwrap()];
    assert_eq!(first.note.as_deref(), Some("date as given: @#DFRENCH R@ 27 THER 7"));
    assert_eq!(pack[pack.entity("timbuktu-mali").unwrap()].at, Some([16.77, -3.01]));
    let remarks: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.column)).collect();
    assert_eq!(remarks, [(23, "_STORY"), (20, "_EVDEF")]);
    assert_eq!((report.files[0].already, report.files[0].repeated), (0, 0));
}
