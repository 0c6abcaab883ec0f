//! Reading dates: every key in the search reads a few, and opening a folder of files reads a thousand.

use divan::{Bencher, black_box};
use griot_pack::when::When;

fn main() {
    divan::main();
}

/// The forms in which packs write dates.
const WRITTEN: [&str; 16] = [
    "1591",
    "c. 1312",
    "1312..1337",
    "<1600",
    ">2012",
    "1960s",
    "13th c.",
    "900 BC",
    "10000 BC..AD 900",
    "late 14th c.",
    "Mar 2012",
    "26 Mar 1991",
    "22 Mar 1991..26 Mar 1991",
    "5 Jun 2020..",
    "4th c. BC",
    "1st millennium BC",
];

#[divan::bench(args = WRITTEN)]
fn read(bencher: Bencher, text: &str) {
    bencher.bench(|| When::parse(black_box(text)));
}

#[divan::bench(args = ["22-26 March 1991", "17 Jumada I 999 AH", "première moitié du XIVe siècle", "[1667,1668,1670..1672]"])]
fn read_as_people_write(bencher: Bencher, text: &str) {
    bencher.bench(|| When::parse(black_box(text)));
}

#[divan::bench(args = ["who ruled in", "timbuktu", "the gold of mali"])]
fn refuse(bencher: Bencher, text: &str) {
    bencher.bench(|| When::parse(black_box(text)).is_err());
}

#[divan::bench(args = WRITTEN)]
fn say(bencher: Bencher, text: &str) {
    let when = When::parse(text).expect("a date");
    bencher.bench(|| black_box(when).on_screen());
}
