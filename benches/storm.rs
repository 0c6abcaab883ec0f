//! The long storm: as many sessions as are said (3,000 if none), from a seed on. Not run by the tests.
//!
//! `cargo bench --bench storm -- 3000 0` prints how long `q` took at the median, at p99 and at most.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::allow_attributes,
    reason = "a trial, not the program"
)]
#![allow(dead_code, reason = "the session of the tests does more than a storm needs")]

#[path = "../tests/terminal/session.rs"]
mod session;
#[path = "../tests/terminal/storm.rs"]
mod storm;

fn fresh() -> String {
    session::Start::at(100, 30).shell("exec sleep 0").run().modes()
}

fn main() {
    let numbers: Vec<u64> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let (count, first) = (numbers.first().copied().unwrap_or(3000), numbers.get(1).copied().unwrap_or(0));
    let mut took = storm::storms(&(first..first + count));
    took.sort_unstable();
    let at = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)];
    println!(
        "{count} storms from seed {first}: q took {:?} at the median, {:?} at p99, {:?} at most",
        at(50),
        at(99),
        at(100)
    );
}
