//! When and how a long work is told of: not before it has taken a while or is sure to, and not with every step.

use std::time::{Duration, Instant};

use griot_pack::clean::clean;
use griot_pack::pack::Progress;

/// How long a work may take before anything is said of it.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long what was said stands before the next.
const STEP: Duration = Duration::from_millis(100);
/// How much, in bytes, that is checked in one go is sure to take longer.
const LARGE: u64 = 8 << 20;

/// How a work gets on.
#[derive(Debug)]
pub struct Pace {
    begun: Instant,
    told: Option<Instant>,
}

impl Pace {
    /// It begins.
    pub fn begin() -> Self {
        Self { begun: Instant::now(), told: None }
    }

    /// What is to be said now, if anything.
    pub fn words(&mut self, progress: Progress) -> Option<String> {
        let large = matches!(progress, Progress::Checking(bytes) if bytes > LARGE);
        let early = self.told.map_or(self.begun.elapsed() < PATIENCE, |told| told.elapsed() < STEP);
        if early && !large {
            return None;
        }
        self.told = Some(Instant::now());
        Some(match progress {
            Progress::Reading(file) => format!("reading {}", clean(file)),
            Progress::Checking(bytes) => format!("checking {} MB", bytes.div_ceil(1_000_000)),
        })
    }
}
