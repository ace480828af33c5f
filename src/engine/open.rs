//! Opening a library, and its troubles as the faces know them.

use std::path::Path;

use crate::store::{Face, Library, OpenMode, Opening, StoreError};

use super::Engine;
use super::create::Surroundings;

impl Engine {
    /// Opens the library at `path`.
    ///
    /// # Errors
    /// See [`StoreError`]; opening never changes what is not ours.
    pub fn open(
        path: &Path,
        surroundings: Surroundings,
        mode: OpenMode,
        face: Face,
    ) -> Result<Self, StoreError> {
        let since = surroundings.clock.now().timestamp();
        let library = Library::open(path, &Opening::new(mode, face, since))?;
        Ok(Self::new(
            library,
            surroundings.clock,
            surroundings.ids,
            surroundings.inspector,
        ))
    }
}
