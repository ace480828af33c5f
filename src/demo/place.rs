//! Where the demonstration school lies, and how it stays usable as time goes by.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::domain::act::LibraryKind;
use crate::domain::id::RequestId;
use crate::domain::refusal::Refusal;
use crate::engine::{Command, Engine, Face, Failure, OpenMode, Secret, Surroundings};

/// Why there is no demonstration school to show.
#[derive(Debug)]
pub enum DemonstrationFailure {
    /// The library there is a real one, or a rule said no; nothing was changed.
    Engine(Failure),
    /// The finished file could not be put in its place.
    Place { path: PathBuf, error: io::Error },
}

impl<T: Into<Failure>> From<T> for DemonstrationFailure {
    fn from(failure: T) -> Self {
        Self::Engine(failure.into())
    }
}

/// Opens the demonstration school at `path`, after making it where there is no file. The flag tells
/// whether it is new.
///
/// # Errors
/// [`Refusal::NotADemonstration`] for another library (it is left as it is), or the trouble of file or
/// library.
pub fn open_or_create(
    path: &Path,
    surroundings: &Surroundings,
    face: Face,
) -> Result<(Engine, bool), DemonstrationFailure> {
    let is_new = !path.exists();
    if is_new {
        create(path, surroundings, face)?;
    }
    let engine = Engine::open(path, surroundings.clone(), OpenMode::ReadWrite, face)?;
    if engine.library_kind() != LibraryKind::Demonstration {
        return Err(Refusal::NotADemonstration.into());
    }
    Ok((engine, is_new))
}

/// Made under another name first: whoever finds the file finds a whole school.
fn create(path: &Path, surroundings: &Surroundings, face: Face) -> Result<(), DemonstrationFailure> {
    let failed = |error| DemonstrationFailure::Place {
        path: path.to_path_buf(),
        error,
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let unfinished = Unfinished(unfinished_name(path));
    let engine = super::build(Some(&unfinished.0), surroundings.clone(), face)?;
    engine.library().close()?;
    drop(engine);
    put_in_place(&unfinished.0, path).map_err(failed)
}

fn unfinished_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(format!(".{}.new", std::process::id()));
    path.with_file_name(name)
}

/// Another program may have been faster; its school is as good as ours.
fn put_in_place(unfinished: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(unfinished, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // Some file systems (a USB stick's) know no links.
        Err(_) if !path.exists() => fs::rename(unfinished, path),
        Err(_) => Ok(()),
    }
}

/// Goes away however making it ends.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0)
            && error.kind() != io::ErrorKind::NotFound
        {
            log::warn!("an unfinished demonstration library could not be removed: {error}");
        }
    }
}

/// 將示範日期移到今天, in the name of an account whose password is still the published one.
///
/// # Errors
/// [`Refusal::NoSuchAccount`] if every published password was changed, or the library's trouble.
pub fn refresh_dates(engine: &Engine) -> Result<(), Failure> {
    let accounts = engine
        .demonstration_accounts()?
        .ok_or(Refusal::NotADemonstration)?;
    for account in accounts.iter().rev().filter(|account| !account.first_login) {
        let Some(password) = &account.password else {
            continue;
        };
        let session = engine.login(&account.account, &Secret::new(password.clone()))?;
        let request: RequestId = engine.new_request();
        engine.run(&session, request, &Command::RefreshDemonstrationDates)?;
        return Ok(());
    }
    Err(Refusal::NoSuchAccount.into())
}
