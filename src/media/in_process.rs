//! Opening content without a child: for files the program made itself, and for tests.

use std::ops::ControlFlow;

use super::viewer::{Viewer, with_viewer};
use super::{
    ChildTrouble, Document, FoundText, InspectFailure, Inspector, Outline, PageView, Piece, PreviewFailure,
    PreviewImage, PreviewTrouble, Stop, inspect, preview,
};
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

    fn outline(&self, document: &Document, stop: &Stop) -> Result<Outline, PreviewFailure> {
        open(document, stop, |viewer| viewer.outline())
    }

    fn draw(&self, document: &Document, view: PageView, stop: &Stop) -> Result<PreviewImage, PreviewFailure> {
        open(document, stop, |viewer| viewer.draw(view))
    }

    fn piece(&self, document: &Document, first: u32, stop: &Stop) -> Result<Piece, PreviewFailure> {
        open(document, stop, |viewer| viewer.piece(first))
    }

    fn find(&self, document: &Document, text: &str, stop: &Stop) -> Result<FoundText, PreviewFailure> {
        open(document, stop, |viewer| viewer.find(text))
    }
}

fn open<T>(
    document: &Document,
    stop: &Stop,
    look: impl Fn(&mut dyn Viewer) -> Result<T, PreviewTrouble>,
) -> Result<T, PreviewFailure> {
    if stop.is_raised() {
        return Err(ChildTrouble::Stopped.into());
    }
    let content = document.bytes.clone();
    let found = with_viewer(content, document.kind, |viewer| ControlFlow::Break(look(viewer)))??;
    if stop.is_raised() {
        return Err(ChildTrouble::Stopped.into());
    }
    Ok(found)
}
