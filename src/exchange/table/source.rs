//! Bytes of a file, without reading one that is too large.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::domain::table::TableProblem;

use super::LARGEST_FILE;

/// # Errors
/// [`TableProblem::Missing`], [`TableProblem::IsFolder`], [`TableProblem::NotReadable`],
/// [`TableProblem::TooLarge`].
pub(super) fn read(path: &Path) -> Result<Vec<u8>, TableProblem> {
    let problem = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => TableProblem::Missing,
        ErrorKind::IsADirectory => TableProblem::IsFolder,
        _ => TableProblem::NotReadable,
    };
    // Before it is opened: Windows opens no folder, and a pipe could make one wait for ever.
    let about = fs::metadata(path).map_err(problem)?;
    if about.is_dir() {
        return Err(TableProblem::IsFolder);
    }
    if !about.is_file() {
        return Err(TableProblem::NotReadable);
    }
    let file = File::open(path).map_err(problem)?;
    let too_large = |bytes| TableProblem::TooLarge {
        bytes,
        limit: LARGEST_FILE,
    };
    if about.len() > LARGEST_FILE {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    // It may grow while it is read.
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(problem)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}
