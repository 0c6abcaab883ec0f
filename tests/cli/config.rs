//! The settings: what is printed of them, and what is said of mistakes in them.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Output;

use super::run::griot;
use tempfile::TempDir;

/// A home whose settings say this.
fn home(config: &str) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(home.path().join("griot")).expect("a folder in it");
    fs::write(home.path().join("griot/config.toml"), config).expect("the settings");
    home
}

fn run_in(home: &Path, args: &[&str]) -> Output {
    griot().env("XDG_CONFIG_HOME", home).args(args).output().expect("griot runs")
}

fn out(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("no signal"), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_settings_are_printed_whole_and_can_be_read_again() {
    let nothing = tempfile::tempdir().expect("a folder");
    let (code, first, said) = out(&run_in(nothing.path(), &["config"]));
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(first.contains("\n# theme = \"auto\"\n") && first.contains("\n# quit = \"q\"  # quit;"), "{first}");
    let own = home("theme = \"ink\"\n[keys]\nquit = 'Q'\n");
    let (code, printed, _) = out(&run_in(own.path(), &["config"]));
    assert!(code == 0 && printed.contains("\ntheme = \"ink\"\n") && printed.contains("\nquit = \"Q\"  #"), "{printed}");
    let again = home(&printed);
    let (code, twice, said) = out(&run_in(again.path(), &["config"]));
    let settings =
        |text: &str| text.lines().filter(|line| !line.starts_with("# It belongs")).collect::<Vec<_>>().join("\n");
    assert_eq!((code, settings(&twice), said), (0, settings(&printed), String::new()));
}

#[test]
fn a_mistake_is_told_with_its_line_a_caret_and_the_nearest_name() {
    let home = home("width = 50\nthme = \"ink\"\n[keys]\nmark = \"j\"\n");
    let (code, printed, said) = out(&run_in(home.path(), &["config"]));
    assert!(code == 2 && printed.contains("\nwidth = 50\n"), "what is right holds: {printed}");
    let path = home.path().join("griot/config.toml");
    let first = format!(
        "griot: there is no setting \"thme\"; did you mean \"theme\"?\n   --> {}:2:1\n    |\n  2 | thme = \"ink\"\n    | ^^^^\n",
        path.display()
    );
    assert!(said.replace("\n  ", "\n").starts_with(&first.replace("\n  ", "\n")), "{said}\n---\n{first}");
    assert!(said.contains("j would run both \"line-down\" and \"mark\" (text)"), "{said}");
    let (code, doctor, _) = out(&run_in(home.path(), &["doctor"]));
    assert!(code == 0 && doctor.contains("1 set, 2 mistakes"), "{doctor}");
}

#[test]
fn the_readers_keys_stand_wherever_keys_are_told() {
    let home = home("[keys]\nquit = [\"Q\", \"F10\"]\n[keys.map]\nsearch = \"F6\"\n");
    let (_, table, _) = out(&run_in(home.path(), &["keys"]));
    let line = table.lines().find(|line| line.contains("· quit") && line.contains("remembered")).expect("a line");
    assert!(line.trim_start().starts_with("Q  F10 "), "{line}");
    let (_, json, _) = out(&run_in(home.path(), &["keys", "--json"]));
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let of = |name: &str| -> Vec<(String, String)> {
        let keys = json["keys"].as_array().expect("keys").iter().filter(|key| key["command"] == name);
        keys.map(|key| (key["keys"].to_string(), key["contexts"].to_string())).collect()
    };
    assert_eq!(of("quit")[0].0, r#"["Q","F10"]"#);
    assert_eq!(
        of("search"),
        [(r#"["/"]"#.into(), r#"["anywhere"]"#.into()), (r#"["F6"]"#.into(), r#"["map"]"#.into())]
    );
    let (_, man, _) = out(&run_in(home.path(), &["man"]));
    assert!(man.contains("Q  F10"), "{man}");
}

#[test]
fn what_is_no_file_of_settings_is_told_in_one_line_and_griot_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("griot");
    fs::create_dir_all(&own).expect("a folder in it");
    let path = own.join("config.toml");
    let told = || {
        let (code, printed, said) = out(&run_in(folder.path(), &["config"]));
        assert!(code == 2 && printed.contains("# theme"), "{printed}");
        assert_eq!(said.lines().count(), 1, "{said}");
        said
    };
    symlink(&path, own.join("loop")).expect("a link");
    symlink(own.join("loop"), &path).expect("a link back");
    assert!(told().contains("cannot be opened"));
    fs::remove_file(&path).expect("it goes");
    let file = fs::File::create(&path).expect("a file");
    // A gigabyte of nothing, which takes no room on the disk.
    file.set_len(1 << 30).expect("it grows");
    assert!(told().contains("is larger than 256 KiB"));
    fs::write(&path, b"width = 50\nmarker = \"\xff\"\n").expect("no UTF-8");
    assert!(told().contains("not UTF-8 in line 2"));
    fs::remove_file(&path).expect("it goes");
    fs::create_dir(&path).expect("a folder in its place");
    assert!(told().contains("is no file"));
}

#[test]
fn dates_are_told_in_french_where_readers_see_them_and_never_where_programs_do() {
    let (french, none) = (home("date-language = \"fr\"\n"), home(""));
    let printed = |home: &TempDir, args: &[&str]| out(&run_in(home.path(), &[&["--no-state"], args].concat())).1;
    for (args, shown) in [
        (&["read", "1.1"][..], "v. 10 000 av. J.-C. – fin du XIXe siècle"),
        (&["show", "mansa-musa"], "v. 1312 – v. 1337"),
        (&["show", "Battle of Tondibi"], "17 joumada I 999 H (13 mars 1591)"),
        (&["timeline", "1991"], "26 mars 1991"),
        (&["at", "late 14th c."], "La fin du XIVe siècle"),
        (&["list", "eras"], "1880–1959"),
        (&["search", "1960"], "22 sept. 1960"),
    ] {
        let text = printed(&french, args).replace('\u{202f}', " ");
        assert!(text.contains(shown), "{args:?} lacks {shown}: {text}");
    }
    // A reader of the French text has French dates, unless the settings say otherwise.
    let english = home("date-language = \"en\"\n");
    let day = |home: &TempDir, args: &[&str]| printed(home, &[args, &["at", "22 mars 1991"]].concat());
    assert!(day(&none, &["--lang", "fr"]).starts_with("Le 22 mars 1991"));
    assert!(day(&english, &["--lang", "fr"]).starts_with("22 March 1991"));
    assert!(day(&none, &[]).starts_with("22 March 1991"));
    for args in [
        &["at", "1960", "--json"][..],
        &["search", "1591", "--json"],
        &["read", "1.1", "--json"],
        &["timeline", "1991", "--json"],
        &["timeline", "--plain"],
        &["list", "people", "--plain"],
        &["export", "-f", "csv"],
        &["export", "-f", "html"],
    ] {
        assert!(printed(&french, args) == printed(&none, args), "{args:?}");
    }
    let (code, _, said) = out(&run_in(home("date-language = \"fra\"\n").path(), &["config"]));
    assert!(code == 2 && said.contains("it takes \"en\" or \"fr\"; did you mean \"fr\"?"), "{said}");
}
