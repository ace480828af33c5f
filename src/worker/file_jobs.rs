//! Jobs with files: taking in, saving, opening outside, drawing.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::domain::file::Slot;
use crate::domain::id::ItemId;
use crate::engine::{FileContent, Secret, Session};
use crate::media::{ReadFailure, read_local_file};

use super::desk::Desk;
use super::message::{Answer, Delivery, Message, PickedFile, Preview, Ticket, Trouble};
use super::shelf::OpenLibrary;
use super::whole_file::{self, Readers};

/// A file's progress is told at most so often, and not for less than [`SMALLEST_STEP_BYTES`].
const MOST_STEPS: u64 = 20;
const SMALLEST_STEP_BYTES: u64 = 64 * 1024;

pub(super) fn take_in(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    path: PathBuf,
) -> Result<Answer, Trouble> {
    let library = desk.shelf.require()?;
    let name = name_of(&path);
    let bytes = read(desk, ticket, session, &library, &path)?;
    let staged = library.engine.stage_bytes(session, &name, bytes);
    let (stage, view) = staged.map_err(|failure| library.trouble(failure))?;
    if desk.post.jobs.is_cancelled(ticket) {
        library.engine.stage_discard(stage);
        return Err(Trouble::Cancelled);
    }
    Ok(Answer::TakenIn(PickedFile {
        path,
        name,
        stage,
        view,
    }))
}

fn read(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    library: &OpenLibrary,
    path: &Path,
) -> Result<Vec<u8>, Trouble> {
    let status = library.engine.status(session);
    let limits = status.map_err(|failure| library.trouble(failure))?.limits;
    let mut told = 0;
    let mut progress = |done_bytes: u64, total_bytes: u64| {
        if desk.post.jobs.is_cancelled(ticket) {
            return ControlFlow::Break(());
        }
        let step = total_bytes.div_ceil(MOST_STEPS).max(SMALLEST_STEP_BYTES);
        if done_bytes - told >= step {
            told = done_bytes;
            desk.post.send(Message::Progress {
                ticket,
                done_bytes,
                total_bytes,
            });
        }
        ControlFlow::Continue(())
    };
    read_local_file(path, limits.largest_file_bytes(), &mut progress).map_err(|failure| match failure {
        ReadFailure::Stopped => Trouble::Cancelled,
        ReadFailure::Problem(problem) => Trouble::LocalFile {
            name: name_of(path),
            problem,
        },
    })
}

/// The last part of a path; the path itself where there is none (`/`, `..`).
pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

pub(super) fn save(
    desk: &Desk,
    session: &Session,
    item: ItemId,
    slot: Slot,
    to: PathBuf,
) -> Result<Answer, Trouble> {
    let (_, content) = content(desk, session, item, slot)?;
    whole_file::write(&to, &content.bytes, Readers::AsUsual)?;
    Ok(Answer::Saved(Delivery::SavedTo(to)))
}

pub(super) fn save_text(to: PathBuf, text: &Secret) -> Result<Answer, Trouble> {
    whole_file::write(&to, text.reveal().as_bytes(), Readers::OwnerOnly)?;
    Ok(Answer::Saved(Delivery::SavedTo(to)))
}

pub(super) fn open_outside(
    desk: &Desk,
    session: &Session,
    item: ItemId,
    slot: Slot,
) -> Result<Answer, Trouble> {
    let (_, content) = content(desk, session, item, slot)?;
    let path = desk.outside.copy(&content)?;
    match (desk.setup.open_outside)(&path) {
        Ok(()) => Ok(Answer::Saved(Delivery::OpenedOutside(path))),
        Err(error) => {
            log::warn!("no program opened a copy: {error}");
            Err(Trouble::CannotOpenOutside { path })
        }
    }
}

pub(super) fn preview(
    desk: &Desk,
    session: &Session,
    item: ItemId,
    slot: Slot,
    page: u32,
    width_px: u32,
) -> Result<Answer, Trouble> {
    let (library, content) = content(desk, session, item, slot)?;
    let inspector = library.engine.inspector();
    Ok(Answer::Preview(Preview {
        item,
        slot,
        page,
        image: inspector.preview(&content.bytes, content.kind, page, width_px),
    }))
}

fn content(
    desk: &Desk,
    session: &Session,
    item: ItemId,
    slot: Slot,
) -> Result<(OpenLibrary, FileContent), Trouble> {
    let library = desk.shelf.require()?;
    let content = library.engine.read_file(session, item, slot);
    let content = content.map_err(|failure| library.trouble(failure))?;
    Ok((library, content))
}
