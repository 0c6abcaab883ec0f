//! Storms: random bytes and sizes, after which griot is as it should be: it answers, quits and leaves the terminal whole.

use std::sync::Mutex;
use std::time::Duration;

use super::session::{Session, Start};

/// A fixed walk, as mixed as dice.
struct Dice(u64);

impl Dice {
    const fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Whole sequences, torn ones and keys of which storms are made, beside bytes at random. Nothing that quits or stops.
const PIECES: [&[u8]; 28] = [
    b"\x1b[",
    b"\x1b[?",
    b"\x1b[<",
    b"\x1b[<0;2",
    b"\x1b[<65;30;9M",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1bO",
    b"\x1b]52;c;",
    b"\x1bP",
    b"\x1b",
    b"\x1b[M",
    b"\x1b[1;5",
    b"\x1b[A",
    b"\x1b[B",
    b"\x1b[6~",
    b"\xc3",
    b"\xf0\x9f",
    b"jjjj",
    b"/tombouctou",
    b"t",
    b"p",
    b"e",
    b"s",
    b"r",
    b"?",
    b"\r",
    b"\x0c",
];

/// One storm in a session of its own; how long Esc and `q` then took to end it. `modes` are those of a fresh terminal.
fn storm(seed: u64, modes: &str) -> Duration {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (width, height) = (40 + dice.roll(100) as u16, 10 + dice.roll(40) as u16);
    let mut session = Start::at(width, height).env("PATH", "").run();
    session.wait("the first frame", Session::is_drawn);
    for _ in 0..=dice.roll(12) {
        let mut bytes = Vec::new();
        for _ in 0..dice.roll(40) {
            match dice.roll(3) {
                0 => bytes
                    .extend((0..dice.roll(9)).map(|_| dice.roll(256) as u8).filter(|b| !b"q\x03\x1aQo".contains(b))),
                _ => bytes.extend_from_slice(PIECES[dice.roll(PIECES.len())]),
            }
        }
        session.send(bytes);
        if dice.roll(3) == 0 {
            session.resize(1 + dice.roll(160) as u16, 1 + dice.roll(50) as u16);
        }
    }
    let (status, took) = session.find_the_way_out();
    assert_eq!(status.exit_code(), 0, "seed {seed}");
    session.assert_whole(modes);
    took
}

/// Many storms, several at once, since most of a storm is waiting; how long `q` took to end each.
pub fn storms(seeds: &std::ops::Range<u64>) -> Vec<Duration> {
    let modes = super::fresh();
    let (modes, took) = (&modes, Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for first in 0..8 {
            let took = &took;
            scope.spawn(move || {
                for seed in seeds.clone().skip(first).step_by(8) {
                    let storm = storm(seed, modes);
                    took.lock().unwrap().push(storm);
                }
            });
        }
    });
    took.into_inner().unwrap()
}

#[test]
fn two_hundred_storms_end_with_q_and_a_whole_terminal() {
    assert_eq!(storms(&(0..200)).len(), 200);
}
