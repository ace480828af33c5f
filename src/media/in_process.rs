//! Opening content without a child: for files the program made itself, and for tests.

use super::{InspectFailure, Inspector, PreviewFailure, PreviewImage, inspect, preview};
use crate::domain::file::{FileKind, Inspection};

/// Opens bytes on the calling thread. Not for files of strangers: nothing can stop it.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Inspector for InProcess {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        Ok(inspect(bytes)?)
    }

    fn preview(
        &self,
        bytes: &[u8],
        kind: FileKind,
        page: u32,
        max_width_px: u32,
    ) -> Result<PreviewImage, PreviewFailure> {
        Ok(preview(bytes, kind, page, max_width_px)?)
    }
}
