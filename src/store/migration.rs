//! Bringing an older library up to date. One step per format version, each in a transaction of its
//! own together with the new version number, so that a crash leaves a library of one version or the
//! next; before the first step the file is copied. It needs the library alone.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use redb::ReadableDatabase;

use super::error::StoreError;
use super::files;
use super::header;
use super::source;
use super::transaction::{ReadTxn, WriteTxn};

/// Turns format `from` into format `from + 1`.
#[derive(Clone, Copy)]
pub struct Step {
    pub from: u32,
    pub run: fn(&mut WriteTxn) -> Result<(), StoreError>,
}

/// All steps of this program. Version 1 is the first format.
const STEPS: &[Step] = &[];

/// The format to reach and the ways to it.
#[derive(Clone, Copy)]
pub(super) struct Formats {
    pub newest: u32,
    pub steps: &'static [Step],
}

impl Formats {
    pub(super) const OF_THIS_PROGRAM: Self = Self {
        newest: header::FORMAT_VERSION,
        steps: STEPS,
    };
}

/// What was done to an older library when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    pub from: u32,
    pub to: u32,
    /// The library as it was before.
    pub backup: PathBuf,
}

/// Brings the closed library at `path` to the newest format.
///
/// # Errors
/// [`StoreError::InUse`] when another program has it open, [`StoreError::MigrationMissing`], and all
/// that copying and writing can meet. The backup stays also when a step fails.
pub(super) fn migrate(path: &Path, formats: Formats) -> Result<Migrated, StoreError> {
    // Opening repairs what a crash left, so that the copy is a whole one; a copy made while the
    // engine holds its locks fails on Windows.
    let (from, commits) = open_state(path)?;
    for version in from..formats.newest {
        step_from(formats, version)?;
    }
    let backup = back_up(path, from)?;
    let database = source::open_alone(path)?;
    let read = ReadTxn::new(database.begin_read()?);
    let unchanged = header::commit_count(&read)? == commits;
    drop(read);
    if !unchanged {
        database.close()?;
        return Err(StoreError::InUse(Vec::new()));
    }
    for version in from..formats.newest {
        let step = step_from(formats, version)?;
        let mut txn = WriteTxn::new(database.begin_write()?)?;
        (step.run)(&mut txn)?;
        header::set_format_version(&mut txn, version + 1)?;
        header::count_commit(&mut txn)?;
        txn.commit()?;
    }
    database.close()?;
    Ok(Migrated {
        from,
        to: formats.newest,
        backup,
    })
}

fn open_state(path: &Path) -> Result<(u32, u64), StoreError> {
    let database = source::open_alone(path)?;
    let read = ReadTxn::new(database.begin_read()?);
    let version = header::format_version(&read)?;
    let commits = header::commit_count(&read)?;
    drop(read);
    database.close()?;
    let version = version.ok_or_else(|| StoreError::NotALibrary {
        path: path.to_path_buf(),
    })?;
    Ok((version, commits))
}

fn step_from(formats: Formats, version: u32) -> Result<Step, StoreError> {
    let step = formats.steps.iter().find(|step| step.from == version);
    step.copied()
        .ok_or(StoreError::MigrationMissing { from: version })
}

/// Copies to `licheng.redb.v1.backup`, or `.v1-2.backup` and so on where that exists.
fn back_up(path: &Path, version: u32) -> Result<PathBuf, StoreError> {
    let part = files::with_ending(path, &format!(".v{version}.backup-part"));
    let written = fs::copy(path, &part)
        .and_then(|_| File::options().write(true).open(&part)?.sync_all())
        .map_err(|error| files::opening_error(&error, &part, true));
    let published = written.and_then(|()| publish_backup(path, &part, version));
    if published.is_err()
        && let Err(error) = fs::remove_file(&part)
    {
        log::warn!("an unfinished backup stays: {error}");
    }
    published
}

fn publish_backup(path: &Path, part: &Path, version: u32) -> Result<PathBuf, StoreError> {
    let mut number = 1_u32;
    loop {
        let ending = match number {
            1 => format!(".v{version}.backup"),
            _ => format!(".v{version}-{number}.backup"),
        };
        let backup = files::with_ending(path, &ending);
        match files::publish(part, &backup) {
            Ok(()) => return Ok(backup),
            Err(StoreError::AlreadyExists { .. }) => number += 1,
            Err(error) => return Err(error),
        }
    }
}
