//! What is kept of a pack to open it quickly: never wrong, whatever has become of it.
#![expect(clippy::disallowed_methods, reason = "files are as old as the clock of the disk says")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::run::griot;

struct Home {
    dir: tempfile::TempDir,
}

impl Home {
    /// A home with a pack in it, whose files are of yesterday.
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let home = Self { dir };
        assert_eq!(home.griot(&["new", home.pack().to_str().expect("UTF-8")]).0, 0);
        home.age(86_400);
        home
    }

    fn pack(&self) -> PathBuf {
        self.dir.path().join("town")
    }

    /// Gives all files a time so many seconds ago.
    fn age(&self, seconds: u64) {
        let time = SystemTime::now() - Duration::from_secs(seconds);
        for folder in ["", "eras", "entities"] {
            for entry in fs::read_dir(self.pack().join(folder)).expect("a folder").flatten() {
                if entry.path().is_file() {
                    let file = File::options().write(true).open(entry.path()).expect("a file");
                    file.set_modified(time).expect("a time");
                }
            }
        }
    }

    fn griot(&self, args: &[&str]) -> (i32, String, String) {
        let mut griot = griot();
        let output =
            griot.env("XDG_CACHE_HOME", self.dir.path().join("cache")).args(args).output().expect("griot runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("a status"), text(output.stdout), text(output.stderr))
    }

    /// All that the pack tells: its text, what a search finds, what it lists.
    fn told(&self) -> String {
        let pack = self.pack();
        let data = pack.to_str().expect("UTF-8");
        let all: [&[&str]; 3] = [&["read"], &["search", "thousand", "--plain"], &["export", "-f", "csv"]];
        let told = all.iter().map(|args| {
            let (status, out, _) = self.griot(&[&["--data", data], *args].concat());
            format!("{status}\n{out}")
        });
        told.collect()
    }

    fn kept(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.dir.path().join("cache/griot"));
        entries.map_or_else(|_| Vec::new(), |entries| entries.flatten().map(|entry| entry.path()).collect())
    }
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("text");
    assert!(text.contains(from), "{text}");
    fs::write(file, text.replace(from, to)).expect("written");
}

#[test]
fn a_pack_is_kept_as_it_is_opened_and_made_anew_as_soon_as_a_file_changes() {
    let home = Home::new();
    let first = home.told();
    let kept = home.kept();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let made = fs::metadata(&kept[0]).and_then(|it| it.modified()).expect("a time");
    assert_eq!(home.told(), first);
    assert_eq!(
        fs::metadata(&kept[0]).and_then(|it| it.modified()).expect("a time"),
        made,
        "it is used, not made again"
    );
    // As long as before, and of the same second.
    edit(&home.pack().join("eras/1-first-era.json"), "thousand", "hundreds");
    let (_, out, _) = home.griot(&["--data", home.pack().to_str().expect("UTF-8"), "read"]);
    assert!(out.contains("hundreds") && !out.contains("thousand"), "{out}");
    // A new file changes a pack as well.
    home.age(50_000);
    let changed = home.told();
    fs::write(home.pack().join("entities/works.json"), "[]").expect("written");
    assert_eq!(home.told(), changed);
}

#[test]
fn what_was_changed_this_very_moment_is_not_kept_since_it_could_change_again_unseen() {
    let home = Home::new();
    let future = SystemTime::now() + Duration::from_hours(1);
    let file = File::options().write(true).open(home.pack().join("pack.json")).expect("a file");
    file.set_modified(future).expect("a time");
    home.told();
    assert_eq!(home.kept(), [] as [PathBuf; 0]);
}

#[test]
fn whatever_has_become_of_it_the_pack_is_told_as_its_files_have_it() {
    let home = Home::new();
    let told = home.told();
    let kept = home.kept().remove(0);
    let whole = fs::read(&kept).expect("bytes");
    let ends = (0..whole.len()).step_by(whole.len() / 30).chain([11, 27, 55, whole.len() - 1]);
    for end in ends.collect::<Vec<_>>() {
        fs::write(&kept, &whole[..end]).expect("written");
        assert_eq!(home.told(), told, "cut off at {end}");
    }
    for at in (8..whole.len()).step_by(whole.len() / 60) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x21;
        fs::write(&kept, bytes).expect("written");
        assert_eq!(home.told(), told, "changed at {at}");
    }
    fs::write(&kept, b"no pack at all").expect("written");
    assert_eq!(home.told(), told);
    // A folder stands where it should be kept: nothing is, and nobody is troubled.
    fs::remove_file(&kept).expect("removed");
    fs::create_dir(&kept).expect("a folder");
    assert_eq!(home.told(), told);
}

#[test]
fn that_it_was_damaged_is_said_once() {
    let home = Home::new();
    home.told();
    let kept = home.kept().remove(0);
    let data = home.pack().to_str().expect("UTF-8").to_owned();
    let mut bytes = fs::read(&kept).expect("bytes");
    let text = b"thousand";
    let at = bytes.windows(text.len()).position(|it| it == text).expect("it is there");
    bytes[at] = b'T';
    fs::write(&kept, bytes).expect("written");
    let (status, out, err) = home.griot(&["--data", &data, "read"]);
    assert!(status == 0 && out.contains("thousand") && err.contains("was damaged"), "{status} {err}");
    let (status, _, err) = home.griot(&["--data", &data, "read"]);
    assert_eq!((status, err.as_str()), (0, ""));
}

/// It is read by place too, and has nothing beside it to be made from.
#[test]
fn a_compiled_file_that_is_damaged_is_told_when_what_is_damaged_is_wanted() {
    let home = Home::new();
    let data = home.pack().to_str().expect("UTF-8").to_owned();
    let file = home.pack().with_extension("griot");
    let file = file.to_str().expect("UTF-8");
    assert_eq!(home.griot(&["compile", &data, "-o", file]).0, 0);
    let told = home.griot(&["--data", &data, "read"]).1;
    assert_eq!(home.griot(&["--data", file, "read"]).1, told);
    let mut bytes = fs::read(file).expect("bytes");
    let text = b"thousand";
    let at = bytes.windows(text.len()).position(|it| it == text).expect("it is there");
    bytes[at] = b'T';
    fs::write(file, bytes).expect("written");
    let (status, out, err) = home.griot(&["--data", file, "read"]);
    assert!(status == 3 && out.is_empty() && err.contains("bytes were changed"), "{status} {out} {err}");
}

#[test]
fn without_state_nothing_is_kept_and_a_pack_with_faults_is_read_each_time() {
    let home = Home::new();
    let data = home.pack().to_str().expect("UTF-8").to_owned();
    home.griot(&["--no-state", "--data", &data, "read"]);
    assert_eq!(home.kept(), [] as [PathBuf; 0]);
    edit(&home.pack().join("eras/1-first-era.json"), "\"c. 1910\"", "\"some day\"");
    home.age(86_400);
    for _ in 0..2 {
        let (_, _, err) = home.griot(&["--data", &data, "read"]);
        assert!(err.contains("1 problem"), "{err}");
    }
    assert_eq!(home.kept(), [] as [PathBuf; 0]);
}

#[test]
fn a_compiled_pack_is_one_file_that_opens_by_itself() {
    let home = Home::new();
    let data = home.pack().to_str().expect("UTF-8").to_owned();
    let file = home.dir.path().join("town.griot").to_str().expect("UTF-8").to_owned();
    assert_eq!(home.griot(&["compile", &data, "-o", &file]), (0, String::new(), String::new()));
    let (_, folder, _) = home.griot(&["--data", &data, "search", "thousand", "--json"]);
    let (status, alone, _) = home.griot(&["--data", &file, "search", "thousand", "--json"]);
    assert!(status == 0 && alone == folder, "{alone}");
    assert_eq!(home.griot(&["check", &file]).0, 0);
    let (status, _, err) = home.griot(&["compile", &data, "-o", &file]);
    assert!(status == 2 && err.contains("--force"), "{status} {err}");
    let (status, _, err) = home.griot(&["compile", &file, "-o", &file, "--force"]);
    assert!(status == 0 && err.is_empty(), "{err}");
    let (status, _, err) = home.griot(&["compile", "no-such-folder", "-o", "x.griot"]);
    assert!(status == 3 && err.contains("no such file or folder"), "{status} {err}");
}
