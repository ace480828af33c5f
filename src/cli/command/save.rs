//! `item save-file`.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::{Arguments, ForAccount, OneItem};
use crate::cli::json::{SavedDocument, slot_code};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::file::Slot;
use crate::text::size;

use super::item::parse_id;

pub fn run(
    arguments: &Arguments,
    one: &OneItem,
    slot: Slot,
    to: &Path,
    output: &mut Output,
) -> Result<(), Trouble> {
    save_file(arguments, &one.who, &one.id, slot, to, output)
}

/// As [`run`], for activities too.
pub fn save_file(
    arguments: &Arguments,
    who: &ForAccount,
    id: &str,
    slot: Slot,
    to: &Path,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let id = parse_id(&desk, id)?;
    let content = desk.answer(desk.engine.read_file(&desk.session, id, slot))?;
    write_whole(to, &content.bytes).map_err(|error| Trouble::File {
        path: to.to_path_buf(),
        error,
    })?;
    let saved = SavedDocument {
        slot: slot_code(slot),
        name: content.name,
        bytes: content.bytes.len(),
        path: to.display().to_string(),
    };
    output.answer(&saved, || {
        vec![format!(
            "已將「{}」（{}）存成 {}",
            saved.name,
            size::size(saved.bytes as u64),
            saved.path
        )]
    })
}

/// Written beside the target and put in its place when it is whole: whatever happens, the target is the
/// old file or the new one. Only a plain file is replaced.
pub(super) fn write_whole(to: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole_with(to, |file| file.write_all(bytes))
}

/// As [`write_whole`], for what is written piece by piece.
pub(super) fn write_whole_with<T, E: From<io::Error>>(
    to: &Path,
    write: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<T, E> {
    match fs::metadata(to) {
        Ok(there) if there.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
        Ok(there) if !there.is_file() => return Err(io::Error::from(io::ErrorKind::InvalidInput).into()),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let unfinished = unfinished_name(to);
    let written = File::create_new(&unfinished)
        .map_err(E::from)
        .and_then(|mut file| {
            let answer = write(&mut file)?;
            file.sync_all()?;
            drop(file);
            fs::rename(&unfinished, to)?;
            Ok(answer)
        });
    if written.is_err()
        && let Err(error) = fs::remove_file(&unfinished)
        && error.kind() != io::ErrorKind::NotFound
    {
        log::warn!("an unfinished file could not be removed: {error}");
    }
    written
}

fn unfinished_name(to: &Path) -> PathBuf {
    let mut name = to.file_name().map_or_else(OsString::new, OsString::from);
    name.push(format!(".{}.new", std::process::id()));
    to.with_file_name(name)
}
