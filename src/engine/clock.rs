//! Time and randomness come from outside (design.md, invariant 2).

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::Utc;

use crate::domain::moment::Moment;

/// Tells the time. The system's clock in the program, a hand-moved one in tests.
pub trait Clock: Send + Sync {
    fn now(&self) -> Moment;
}

/// Gives random numbers for ids, keys and salts.
pub trait IdSource: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);

    fn next_u64(&self) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        // Zero is kept free: it names the office's stream of the history.
        u64::from_be_bytes(bytes).max(1)
    }
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Utc::now()
    }
}

/// The operating system's random numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl IdSource for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let mut tries = 0_u32;
        while getrandom::fill(bytes).is_err() {
            // Only ever fails while a computer is still starting up.
            tries += 1;
            if tries > 1_000 {
                log::error!("the operating system gives no random numbers");
                std::process::abort();
            }
            std::thread::yield_now();
        }
    }
}

/// A clock moved by hand.
#[derive(Debug)]
pub struct HandClock(Mutex<Moment>);

impl HandClock {
    pub fn at(moment: Moment) -> Self {
        Self(Mutex::new(moment))
    }

    pub fn set(&self, moment: Moment) {
        *self.lock() = moment;
    }

    pub fn advance(&self, by: chrono::Duration) {
        *self.lock() += by;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Moment> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        *self.lock()
    }
}

/// The same numbers for the same seed: demonstration schools and tests.
#[derive(Debug)]
pub struct SeededIds {
    seed: [u8; 32],
    drawn: AtomicU64,
}

impl SeededIds {
    pub fn new(seed: &str) -> Self {
        Self {
            seed: *blake3::hash(seed.as_bytes()).as_bytes(),
            drawn: AtomicU64::new(0),
        }
    }
}

impl IdSource for SeededIds {
    fn fill(&self, bytes: &mut [u8]) {
        let place = self.drawn.fetch_add(1, Ordering::Relaxed);
        blake3::Hasher::new_keyed(&self.seed)
            .update(&place.to_le_bytes())
            .finalize_xof()
            .fill(bytes);
    }
}
