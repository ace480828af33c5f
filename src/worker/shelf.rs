//! The one library that is open, shared by both threads.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::engine::Engine;

use super::message::Trouble;

/// An open library with its place.
#[derive(Clone)]
pub(super) struct OpenLibrary {
    pub engine: Arc<Engine>,
    pub path: PathBuf,
    /// Tells this opening from an earlier one.
    pub opening: u64,
}

#[derive(Default)]
struct State {
    open: Option<OpenLibrary>,
    openings: u64,
}

#[derive(Default)]
pub(super) struct Shelf(Mutex<State>);

impl Shelf {
    pub fn put(&self, engine: Engine, path: PathBuf) {
        let mut state = self.lock();
        state.openings += 1;
        let opening = state.openings;
        state.open = Some(OpenLibrary {
            engine: Arc::new(engine),
            path,
            opening,
        })
    }

    pub fn take(&self) -> Option<OpenLibrary> {
        self.lock().open.take()
    }

    pub fn get(&self) -> Option<OpenLibrary> {
        self.lock().open.clone()
    }

    pub fn require(&self) -> Result<OpenLibrary, Trouble> {
        self.get().ok_or(Trouble::NoLibrary)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
