//! Jobs with copies. A file that is written has its name only when it is whole; a cancelled one leaves
//! nothing.

use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::domain::copies::CopyKind;
use crate::domain::file::FileProblem;
use crate::engine::{Command, CopyCommand, CopyFailure, Progress, Session, WrittenCopy};

use super::desk::Desk;
use super::message::{Answer, CopyAnswer, CopyResult, CopyWish, Message, Ticket, Trouble};
use super::shelf::OpenLibrary;
use super::whole_file::{self, Readers};

/// Progress is told at most so often.
const MOST_STEPS: u64 = 200;

pub(super) fn perform(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    wish: CopyWish,
) -> Result<Answer, Trouble> {
    let library = desk.shelf.require()?;
    let answer = match wish {
        CopyWish::Look => {
            let summary = library.engine.copy_summary(session);
            CopyAnswer::Looked(summary.map_err(|failure| library.trouble(failure))?)
        }
        CopyWish::Zip { to } => {
            let written = whole_file::write_with(&to, Readers::AsUsual, |file| {
                library
                    .engine
                    .write_copy(session, file, &mut teller(desk, ticket))
            });
            written_as(&library, session, CopyKind::Zip, to, written)?
        }
        CopyWish::Pdf { to } => {
            let stop = desk.post.jobs.stop(ticket);
            let written = whole_file::write_with(&to, Readers::AsUsual, |file| {
                library
                    .engine
                    .write_pdf(session, file, &stop, &mut teller(desk, ticket))
            });
            written_as(&library, session, CopyKind::Pdf, to, written)?
        }
        CopyWish::Check { from } => {
            let file = open_plain(&from)?;
            let check = library
                .engine
                .check_copy(session, file, &mut teller(desk, ticket));
            let check = check.map_err(|failure| read_trouble(&library, &from, failure))?;
            CopyAnswer::Done(CopyResult::Checked {
                from,
                check: Box::new(check),
            })
        }
        CopyWish::Import { from } => {
            let file = open_plain(&from)?;
            let report = library
                .engine
                .import_copy(session, file, &mut teller(desk, ticket));
            let report = report.map_err(|failure| read_trouble(&library, &from, failure))?;
            CopyAnswer::Done(CopyResult::Imported(Box::new(report)))
        }
        CopyWish::ShowFolder { of } => {
            let folder = of.parent().unwrap_or(&of).to_path_buf();
            if let Err(error) = (desk.setup.open_outside)(&folder) {
                log::warn!("no program opened a folder: {error}");
                return Err(Trouble::CannotOpenOutside { path: folder });
            }
            return Ok(Answer::Done);
        }
    };
    Ok(Answer::Copies(Box::new(answer)))
}

/// Tells the window how far a job is; the job ends once it is cancelled.
pub(super) fn teller(desk: &Desk, ticket: Ticket) -> impl FnMut(Progress) -> ControlFlow<()> {
    let mut told = 0;
    move |progress| {
        if desk.post.jobs.is_cancelled(ticket) {
            return ControlFlow::Break(());
        }
        let step = progress.total_bytes.div_ceil(MOST_STEPS).max(1);
        if progress.done_bytes.saturating_sub(told) >= step {
            told = progress.done_bytes;
            desk.post.send(Message::Progress {
                ticket,
                done_bytes: progress.done_bytes,
                total_bytes: progress.total_bytes,
            });
        }
        ControlFlow::Continue(())
    }
}

fn written_as(
    library: &OpenLibrary,
    session: &Session,
    kind: CopyKind,
    path: PathBuf,
    written: Result<WrittenCopy, CopyFailure>,
) -> Result<CopyAnswer, Trouble> {
    let Written {
        path,
        written,
        file_bytes,
    } = remembered(library, session, kind, path, written)?;
    Ok(CopyAnswer::Done(CopyResult::Written {
        kind,
        written,
        file_bytes,
        path,
    }))
}

/// A file that is whole.
pub(super) struct Written {
    pub path: PathBuf,
    pub written: WrittenCopy,
    pub file_bytes: u64,
}

/// Notes in the library that the file was made.
pub(super) fn remembered(
    library: &OpenLibrary,
    session: &Session,
    kind: CopyKind,
    path: PathBuf,
    written: Result<WrittenCopy, CopyFailure>,
) -> Result<Written, Trouble> {
    let written = written.map_err(|failure| match failure {
        CopyFailure::Failed(failure) => library.trouble(failure),
        CopyFailure::Outside(error) => {
            log::warn!("a copy was not written: {error}");
            whole_file::cannot_write(&path, &error)
        }
        CopyFailure::Cancelled => Trouble::Cancelled,
    })?;
    let note = Command::Copy(CopyCommand::NoteMade {
        kind,
        items: written.items,
        files: written.files,
        content_bytes: written.content_bytes,
    });
    // The copy is there: that it cannot be remembered is no reason to call it failed.
    if let Err(failure) = library.engine.run(session, library.engine.new_request(), &note) {
        log::info!("a copy was made but is not remembered: {failure:?}");
    }
    Ok(Written {
        written,
        file_bytes: std::fs::metadata(&path).map_or(0, |file| file.len()),
        path,
    })
}

pub(super) fn read_trouble(library: &OpenLibrary, from: &Path, failure: CopyFailure) -> Trouble {
    match failure {
        CopyFailure::Failed(failure) => library.trouble(failure),
        CopyFailure::Outside(error) => local_trouble(from, &error),
        CopyFailure::Cancelled => Trouble::Cancelled,
    }
}

/// Only plain files: opening a pipe could wait for ever.
pub(super) fn open_plain(path: &Path) -> Result<File, Trouble> {
    let facts = std::fs::metadata(path).map_err(|error| local_trouble(path, &error))?;
    let problem = |problem| Trouble::LocalFile {
        name: name_of(path),
        problem,
    };
    if facts.is_dir() {
        return Err(problem(FileProblem::IsFolder));
    }
    if !facts.is_file() {
        return Err(problem(FileProblem::NotAFile));
    }
    File::open(path).map_err(|error| local_trouble(path, &error))
}

fn local_trouble(path: &Path, error: &io::Error) -> Trouble {
    log::warn!("a copy cannot be read: {error}");
    let problem = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileProblem::Vanished,
        io::ErrorKind::IsADirectory => FileProblem::IsFolder,
        _ => FileProblem::Unreadable,
    };
    Trouble::LocalFile {
        name: name_of(path),
        problem,
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
