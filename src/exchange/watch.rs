//! How a caller follows and stops what may take a while.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::table::TableProblem;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Bytes are read and unpacked
    Opening,
    /// Cells are put into rows
    Cells,
    /// Rows are checked
    Rows,
}

/// How far a stage is; both numbers in units of the stage, `total` an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    pub done: u64,
    pub total: u64,
}

/// Hears of progress and may say stop. Both sides are called often: at least every few thousand rows.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    progress: &'a dyn Fn(Progress),
    stop: &'a AtomicBool,
}

static NEVER: AtomicBool = AtomicBool::new(false);

impl Watch<'static> {
    /// Nobody listens, nobody stops.
    pub fn nobody() -> Self {
        Self {
            progress: &|_| {},
            stop: &NEVER,
        }
    }
}

impl<'a> Watch<'a> {
    /// `stop` may be set from another thread.
    pub fn new(progress: &'a dyn Fn(Progress), stop: &'a AtomicBool) -> Self {
        Self { progress, stop }
    }

    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Tells how far it is.
    ///
    /// # Errors
    /// [`TableProblem::Cancelled`] once somebody said stop.
    pub(crate) fn step(&self, stage: Stage, done: u64, total: u64) -> Result<(), TableProblem> {
        if self.is_stopped() {
            return Err(TableProblem::Cancelled);
        }
        (self.progress)(Progress { stage, done, total });
        Ok(())
    }
}
