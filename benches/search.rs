//! Every keystroke of a query answers within the frame: preparing the index, and typing letter by letter.

use divan::Bencher;
use griot_history::search::Index;

fn main() {
    divan::main();
}

#[divan::bench]
fn prepare(bencher: Bencher) {
    let pack = griot::built_in::pack().expect("the built-in pack can be read");
    bencher.bench_local(|| Index::new(&pack));
}

#[divan::bench(args = ["t", "timb", "how many people died at moura in march 2022 and who said so", "kings of segou", "timbuktu", "mnsmsa", "tonbouktou", "zzqx", "1591", "14th c.", "tuareg rebellion 2012"])]
fn answer(bencher: Bencher, typed: &str) {
    let pack = griot::built_in::pack().expect("the built-in pack can be read");
    let index = Index::new(&pack);
    bencher.bench_local(|| index.search(&pack, typed, 200));
}
