//! Packs of a thousand to a million records: what opening and asking costs at each size.
//!
//! `cargo bench --bench sizes -- 1000 10000 100000 1000000` makes a pack of so many entities and as many statements, always
//! the same, and prints a row for each; `CONTRIBUTING.md` has the table. Times belong to one machine: what counts is how they
//! grow.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::allow_attributes, reason = "a trial, not the program")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use griot_history::search::Index;
use griot_pack::pack::{self, Compiled};

const GRIOT: &str = env!("CARGO_BIN_EXE_griot");
const TYPED: &str = "timbuktu";
const ERAS: usize = 40;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1000, 10_000];
    }
    println!(
        "| records of each | JSON | check | first opening | from the cache | `search` | key, median | key, worst | memory |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for size in sizes {
        let dir = tempfile::tempdir().unwrap();
        let bytes = generate(dir.path(), size);
        println!("| {size} | {} MB | {} |", bytes / 1_000_000, row(dir.path()));
    }
}

/// What is measured of a pack.
fn row(dir: &Path) -> String {
    let check = took(|| run(dir, &["check", dir.to_str().unwrap()]));
    let first = took(|| run(dir, &["--data", dir.to_str().unwrap(), "show", "places-1"]));
    let read = median(|| run(dir, &["--data", dir.to_str().unwrap(), "show", "places-1"]));
    let search = median(|| run(dir, &["--data", dir.to_str().unwrap(), "search", TYPED, "--plain"]));
    let pack = kept(dir);
    let index = Index::new(&pack);
    let mut keys: Vec<Duration> =
        (1..=TYPED.len()).map(|end| median(|| drop(index.search(&pack, &TYPED[..end], 400)))).collect();
    keys.sort_unstable();
    let (median, worst) = (keys[keys.len() / 2], keys[keys.len() - 1]);
    let times =
        [check, first, read, search, median, worst].map(|time| format!("{:.1} ms", time.as_secs_f64() * 1000.0));
    format!("{} | {}", times.join(" | "), memory())
}

/// Runs griot, which keeps what it makes of a pack beside the pack.
fn run(dir: &Path, arguments: &[&str]) {
    let mut griot = Command::new(GRIOT);
    griot.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    griot.env("XDG_CACHE_HOME", dir.join(".cache")).env("XDG_STATE_HOME", dir.join(".state"));
    assert!(griot.status().unwrap().success(), "{arguments:?}");
}

/// The pack as it was kept.
fn kept(dir: &Path) -> pack::Pack {
    let mut files = fs::read_dir(dir.join(".cache/griot")).unwrap().flatten();
    let file = fs::File::open(files.next().unwrap().path()).unwrap();
    Compiled::from_file(file).unwrap().pack().unwrap()
}

fn took(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..9).map(|_| took(&mut work)).collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// How much memory this process takes up, which holds one pack and has searched it.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes: u64 =
        line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|kb| kb.parse().ok()).unwrap_or(0);
    format!("{} MB", kilobytes / 1000)
}

/// Numbers that look as if they were drawn, the same at each run: `SplitMix64` by Vigna.
struct Drawn(u64);

impl Drawn {
    const fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn name(&mut self) -> String {
        const SYLLABLES: [&str; 30] = [
            "ba", "ka", "ma", "ta", "sa", "go", "du", "ri", "ko", "nu", "fa", "la", "te", "mi", "so", "wa", "ye", "gi",
            "bo", "ne", "tim", "buk", "tu", "ja", "mar", "dio", "ila", "seg", "dje", "nne",
        ];
        let mut words = Vec::new();
        for _ in 0..=self.below(3) {
            let word: String = (0..2 + self.below(3)).map(|_| self.of(&SYLLABLES)).collect();
            words.push(word[..1].to_uppercase() + &word[1..]);
        }
        words.join(" ")
    }
}

/// Writes a pack of so many entities and as many statements, and tells how many bytes it has.
fn generate(dir: &Path, count: usize) -> usize {
    const KINDS: [&str; 5] = ["people", "places", "polities", "events", "organizations"];
    let drawn = &mut Drawn(1591);
    let mut written = 0;
    let mut write = |name: &str, text: &str| {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        written += text.len();
    };
    let eras: Vec<String> = (0..ERAS).map(|at| format!("\"era-{at}\"")).collect();
    write(
        "pack.json",
        &format!(
            r#"{{"format":2,"id":"drawn","title":"Drawn","language":"en","revision":"2025-01-01","as_of":"2025","licence":"CC0","eras":[{}]}}"#,
            eras.join(",")
        ),
    );
    write("sources.json", "[]");
    for kind in KINDS {
        let all: Vec<String> = (0..count / KINDS.len()).map(|at| entity(kind, at, drawn)).collect();
        write(&format!("entities/{kind}.json"), &format!("[{}]", all.join(",\n")));
    }
    let mut number = 0;
    for at in 0..ERAS {
        let passages: Vec<String> = (0..count / ERAS / 10)
            .map(|passage| {
                let statements: Vec<String> = (0..10)
                    .map(|_| {
                        number += 1;
                        let of = (KINDS[drawn.below(KINDS.len())], drawn.below(count / KINDS.len()));
                        statement(of, 1000 + number * 900 / count, drawn)
                    })
                    .collect();
                format!(r#"{{"id":"p-{at}-{passage}","statements":[{}]}}"#, statements.join(",\n"))
            })
            .collect();
        let (from, to) = (1000 + at * 45 / 2, 1023 + at * 45 / 2);
        write(
            &format!("eras/{}-era-{at}.json", at + 1),
            &format!(
                r#"{{"id":"era-{at}","title":"Era {at}","short":"E{at}","when":"{from}..{to}","summary":"S.","chapters":[{{"id":"c-{at}","title":"C","passages":[{}]}}]}}"#,
                passages.join(",\n")
            ),
        );
    }
    written
}

fn entity(kind: &str, at: usize, drawn: &mut Drawn) -> String {
    let mut out = format!(r#"{{"id":"{kind}-{at}","name":"{}""#, drawn.name());
    let year = 1000 + drawn.below(1000);
    let _ = match kind {
        "people" | "polities" => write!(out, r#","when":"{year}..{}""#, year + 5 + drawn.below(55)),
        "events" => {
            let sort = drawn.of(&["battle", "election", "treaty", "coup"]);
            write!(out, r#","when":"{year}","type":"{sort}""#)
        }
        "places" => {
            let (north, west) = (10 + drawn.below(15), drawn.below(12));
            write!(out, r#","at":[{north}.5,-{west}.5],"precision":"approximate""#)
        }
        _ => Ok(()),
    };
    out + "}"
}

fn statement((kind, at): (&str, usize), year: usize, drawn: &mut Drawn) -> String {
    const WORDS: [&str; 19] = [
        "river", "people", "king", "market", "salt", "gold", "caravan", "drought", "army", "town", "mosque", "scholar",
        "school", "harvest", "treaty", "boats", "desert", "council", "soldiers",
    ];
    let [a, b, c, d] = std::array::from_fn(|_| drawn.of(&WORDS));
    let name = drawn.name();
    format!(
        r#"{{"text":"In that year [[{kind}-{at}|{name}]] and the {a} of the {b} met the {c} near the {d}.","when":"{year}","standing":"uncited"}}"#
    )
}
