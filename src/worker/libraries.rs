//! Opening, making, changing and closing libraries.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::act::LibraryKind;
use crate::domain::trouble::LibraryTrouble;
use crate::engine::{Engine, Failure, NewPersonalLibrary, NewSchoolLibrary, OpenMode, Secret, StoreError};

use super::PATIENCE_WITH_FILES;
use super::desk::Desk;
use super::message::{Answer, Opened, Trouble};
use super::shelf::OpenLibrary;

/// The demonstration's file, where an error names none: its place is known only to whoever opens it.
const DEMONSTRATION_FILE: &str = "demo.redb";

/// The library that is open stays so when the new one cannot be opened.
pub(super) fn open(desk: &Desk, path: PathBuf) -> Result<Answer, Trouble> {
    if let Some(open) = desk.shelf.get()
        && is_same_file(&open.path, &path)
    {
        // Two openings in one program would be each other's "other program".
        if open.engine.library().needs_reopen() {
            reopen(desk)?;
        }
        return opened(&open).map(Answer::Opened);
    }
    let setup = &desk.setup;
    let engine = Engine::open(&path, setup.surroundings.clone(), OpenMode::ReadWrite, setup.face)
        .map_err(|error| Trouble::from_store(&error, &path))?;
    put(desk, engine, path).map(Answer::Opened)
}

pub(super) fn create_personal(
    desk: &Desk,
    path: PathBuf,
    new: &NewPersonalLibrary,
) -> Result<Answer, Trouble> {
    let setup = &desk.setup;
    let create =
        |path: &Path| Engine::create_personal(Some(path), new, setup.surroundings.clone(), setup.face);
    create_with(desk, path, create, &new.account_name, &new.password)
}

pub(super) fn create_school(desk: &Desk, path: PathBuf, new: &NewSchoolLibrary) -> Result<Answer, Trouble> {
    let setup = &desk.setup;
    let create =
        |path: &Path| Engine::create_school_library(Some(path), new, setup.surroundings.clone(), setup.face);
    create_with(desk, path, create, &new.administrator, &new.password)
}

/// Makes a library and logs in whoever made it.
fn create_with(
    desk: &Desk,
    path: PathBuf,
    create: impl Fn(&Path) -> Result<(Engine, Secret), Failure>,
    account: &str,
    password: &Secret,
) -> Result<Answer, Trouble> {
    let created = match create(&path) {
        // Only now: a refused password leaves no empty folders behind.
        Err(Failure::Store(StoreError::FolderMissing { path: folder })) => {
            make_folders(&path, folder)?;
            create(&path)
        }
        other => other,
    };
    let (engine, recovery_code) = created.map_err(|failure| Trouble::from_failure(failure, &path))?;
    let session = engine.login(account, password);
    let session = session.map_err(|failure| Trouble::from_failure(failure, &path))?;
    Ok(Answer::Created {
        opened: put(desk, engine, path)?,
        session,
        recovery_code,
    })
}

fn make_folders(library: &Path, missing: PathBuf) -> Result<(), Trouble> {
    let folder = library.parent().unwrap_or(library);
    fs::create_dir_all(folder).map_err(|error| {
        log::warn!("the folder for a new library cannot be made: {error}");
        Trouble::Library(match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                LibraryTrouble::DiskFull { path: missing }
            }
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                LibraryTrouble::NotWritable { path: missing }
            }
            _ => LibraryTrouble::FolderMissing { path: missing },
        })
    })
}

pub(super) fn open_demonstration(desk: &Desk) -> Result<Answer, Trouble> {
    let is_demonstration = |open: &OpenLibrary| open.engine.library_kind() == LibraryKind::Demonstration;
    if desk.shelf.get().is_some_and(|open| is_demonstration(&open)) {
        retire(desk, desk.shelf.take());
    }
    let (path, engine) = (desk.setup.demonstration)()
        .map_err(|failure| Trouble::from_failure(failure, Path::new(DEMONSTRATION_FILE)))?;
    put(desk, engine, path).map(Answer::Opened)
}

pub(super) fn reopen(desk: &Desk) -> Result<Answer, Trouble> {
    let library = desk.shelf.require()?;
    let reopened = library.engine.library().reopen();
    reopened.map_err(|error| Trouble::from_store(&error, &library.path))?;
    Ok(Answer::Reopened)
}

pub(super) fn close(desk: &Desk) -> Result<Answer, Trouble> {
    retire(desk, desk.shelf.take());
    Ok(Answer::Closed)
}

fn put(desk: &Desk, engine: Engine, path: PathBuf) -> Result<Opened, Trouble> {
    // Before the new one is there: jobs for the old one must not meet it.
    retire(desk, desk.shelf.take());
    desk.shelf.put(engine, path);
    opened(&desk.shelf.require()?)
}

/// Nothing is lost when closing fails: what was acknowledged is durable.
fn retire(desk: &Desk, old: Option<OpenLibrary>) {
    desk.post.jobs.cancel_what_gives_way();
    if !desk.post.jobs.wait_for_files(PATIENCE_WITH_FILES) {
        log::warn!("a job with files does not end");
    }
    desk.outside.clear();
    desk.pages.clear();
    let Some(old) = old else { return };
    match old.engine.library().close() {
        Ok(report) => log::info!("library closed: {report:?}"),
        Err(StoreError::Closed) => {}
        Err(error) => log::warn!("closing the library: {error}"),
    }
}

fn opened(library: &OpenLibrary) -> Result<Opened, Trouble> {
    let engine = &library.engine;
    Ok(Opened {
        path: library.path.clone(),
        kind: engine.library_kind(),
        school_name: engine.school_name().map_err(|failure| library.trouble(failure))?,
        initial_password: engine
            .initial_password()
            .map_err(|failure| library.trouble(failure))?,
        demonstration_accounts: engine
            .demonstration_accounts()
            .map_err(|failure| library.trouble(failure))?,
        others: engine.library().others().len(),
    })
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
