//! What time it is: nothing else in griot asks the system for the day, so that a test can set it.

use std::time::{SystemTime, UNIX_EPOCH};

use griot_pack::when::Day;

/// A clock: the system’s, or one that a test has set.
#[derive(Debug, Clone, Copy)]
pub struct Clock(fn() -> SystemTime);

impl Clock {
    /// The clock of the system.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
    pub const SYSTEM: Self = Self(SystemTime::now);

    /// A clock that tells whatever a function tells.
    #[cfg(test)]
    pub const fn set_by(now: fn() -> SystemTime) -> Self {
        Self(now)
    }

    /// Seconds since 1970 began; 0 before.
    #[must_use]
    pub fn seconds(self) -> u64 {
        (self.0)().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs())
    }

    /// The day, by UTC: what the zone of the machine is only its files tell, and no day of a history depends on it.
    #[must_use]
    pub fn day(self) -> Day {
        const DAY: u64 = 86_400;
        let begin = Day { year: 1970, month: 1, day: 1 };
        (0..self.seconds() / DAY).fold(begin, |day, _| day.next())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_day_of_a_clock_that_is_set_is_known() {
        let day = |now: fn() -> SystemTime| Clock::set_by(now).day();
        assert_eq!(day(|| UNIX_EPOCH), Day { year: 1970, month: 1, day: 1 });
        assert_eq!(day(|| UNIX_EPOCH - Duration::from_secs(1)), Day { year: 1970, month: 1, day: 1 });
        // The last second of 28 February 2000, which a leap day follows, and a moment of that.
        assert_eq!(day(|| UNIX_EPOCH + Duration::from_secs(951_782_399)), Day { year: 2000, month: 2, day: 28 });
        assert_eq!(day(|| UNIX_EPOCH + Duration::from_secs(951_782_401)), Day { year: 2000, month: 2, day: 29 });
    }
}
