//! Workbooks that are zip files: looked through before anything unpacks them, so that a small file that
//! unpacks to gigabytes is refused without ever holding them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::domain::table::{ForeignTable, TableFormat, TableProblem};
use crate::exchange::watch::{Stage, Watch};

use super::LARGEST_UNPACKED;

/// Parts of one package.
const MOST_PARTS: usize = 10_000;
const PIECE: usize = 64 << 10;

/// What a zip file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Package {
    Xlsx { has_formulas: bool },
    Ods,
}

/// # Errors
/// [`TableProblem::NotATable`], [`TableProblem::PasswordProtected`], [`TableProblem::UnpacksTooLarge`],
/// [`TableProblem::Damaged`], cancelled.
pub(super) fn inspect(bytes: &[u8], watch: Watch<'_>) -> Result<Package, TableProblem> {
    let damaged = |_: ZipError| TableProblem::Damaged(TableFormat::Xlsx);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .map(std::borrow::Cow::into_owned)
        .collect();
    let kind = kind(&mut archive, &names)?;
    let format = match kind {
        Package::Xlsx { .. } => TableFormat::Xlsx,
        Package::Ods => TableFormat::Ods,
    };
    if names.len() > MOST_PARTS {
        return Err(TableProblem::Damaged(format));
    }
    let mut unpacked = 0;
    let mut has_formulas = false;
    for at in 0..archive.len() {
        let mut part = match archive.by_index(at) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(TableProblem::PasswordProtected);
            }
            Err(_) => return Err(TableProblem::Damaged(format)),
        };
        let is_sheet = part.name().is_ok_and(|name| name.contains("worksheets/"));
        let mut piece = vec![0; PIECE];
        // A tag may lie across two pieces.
        let mut tail = [0; 3];
        loop {
            let read = part.read(&mut piece).map_err(|_| TableProblem::Damaged(format))?;
            if read == 0 {
                break;
            }
            unpacked += read as u64;
            if unpacked > LARGEST_UNPACKED {
                return Err(TableProblem::UnpacksTooLarge {
                    limit: LARGEST_UNPACKED,
                });
            }
            watch.step(Stage::Opening, at as u64, names.len() as u64)?;
            let filled = piece.get(..read).unwrap_or_default();
            if is_sheet && !has_formulas {
                has_formulas = holds_formula(&tail, filled);
                tail = last_three(filled);
            }
        }
    }
    Ok(match kind {
        Package::Xlsx { .. } => Package::Xlsx { has_formulas },
        Package::Ods => Package::Ods,
    })
}

fn holds_formula(before: &[u8; 3], piece: &[u8]) -> bool {
    let is_formula = |letters: &[u8]| matches!(letters, [b'<', b'f', b'>' | b' ' | b'/']);
    let joint: Vec<u8> = before.iter().chain(piece.iter().take(2)).copied().collect();
    joint.windows(3).any(is_formula) || piece.windows(3).any(is_formula)
}

fn last_three(piece: &[u8]) -> [u8; 3] {
    let mut last = [0; 3];
    for (slot, byte) in last.iter_mut().rev().zip(piece.iter().rev()) {
        *slot = *byte;
    }
    last
}

fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>, names: &[String]) -> Result<Package, TableProblem> {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("xl/workbook.bin") {
        return Err(TableProblem::NotATable(ForeignTable::BinaryWorkbook));
    }
    if has("xl/") {
        return Ok(Package::Xlsx { has_formulas: false });
    }
    if has("word/") {
        return Err(TableProblem::NotATable(ForeignTable::Document));
    }
    if has("ppt/") {
        return Err(TableProblem::NotATable(ForeignTable::Slides));
    }
    if has("Index/Document.iwa") || has("Index.zip") {
        return Err(TableProblem::NotATable(ForeignTable::Numbers));
    }
    let mut mime = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // Unreadable is as good as absent.
        part.take(100).read_to_string(&mut mime).unwrap_or_default();
    }
    match mime.trim().strip_prefix("application/vnd.oasis.opendocument.") {
        Some("spreadsheet") => Ok(Package::Ods),
        Some("text") => Err(TableProblem::NotATable(ForeignTable::Document)),
        Some("presentation") => Err(TableProblem::NotATable(ForeignTable::Slides)),
        _ => Err(TableProblem::NotATable(ForeignTable::Archive)),
    }
}
