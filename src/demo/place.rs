//! Where the demonstration school lies, and how it stays usable as time goes by.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::domain::act::LibraryKind;
use crate::domain::refusal::Refusal;
use crate::engine::{
    Command, Engine, Face, Failure, Location, OpenMode, Origin, Secret, StoreError, Surroundings,
};

/// Opens the demonstration school at its place, after making it where there is no file; the folder is made
/// too if it is the program's own. The flag tells whether the school is new.
///
/// # Errors
/// [`Refusal::NotADemonstration`] for another library (it is left as it is), or the trouble of file or
/// library.
pub fn open_or_create(
    location: &Location,
    surroundings: &Surroundings,
    face: Face,
) -> Result<(Engine, bool), Failure> {
    let path = location.path.as_path();
    let is_new = !path.exists();
    if is_new {
        if location.origin == Origin::DataFolder {
            make_folder(path)?;
        }
        create(path, surroundings, face)?;
    }
    // Opening for writing leaves traces in a file. One that was not closed properly cannot be looked at
    // without repairing it.
    if let Ok(looking) = Engine::open(path, surroundings.clone(), OpenMode::ReadOnly, face) {
        require_demonstration(&looking)?;
        looking.library().close()?;
    }
    let engine = Engine::open(path, surroundings.clone(), OpenMode::ReadWrite, face)?;
    require_demonstration(&engine)?;
    Ok((engine, is_new))
}

fn require_demonstration(engine: &Engine) -> Result<(), Refusal> {
    match engine.library_kind() {
        LibraryKind::Demonstration => Ok(()),
        LibraryKind::School | LibraryKind::Personal => Err(Refusal::NotADemonstration),
    }
}

fn make_folder(path: &Path) -> Result<(), Failure> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|error| Failure::Store(trouble_with(folder, &error)))
}

/// Made under another name first: whoever finds the file finds a whole school.
fn create(path: &Path, surroundings: &Surroundings, face: Face) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Store(trouble_with(path, &error));
    let unfinished = Unfinished(unfinished_name(path));
    let engine = super::build(Some(&unfinished.0), surroundings.clone(), face)?;
    engine.library().close()?;
    drop(engine);
    put_in_place(&unfinished.0, path).map_err(failed)
}

fn trouble_with(path: &Path, error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::NotWritable {
            path: path.to_path_buf(),
        },
        kind => StoreError::Io {
            kind,
            detail: error.to_string(),
        },
    }
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
        let request = engine.new_request();
        engine.run(&session, request, &Command::RefreshDemonstrationDates)?;
        return Ok(());
    }
    Err(Refusal::NoSuchAccount.into())
}
