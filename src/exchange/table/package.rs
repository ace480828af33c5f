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
/// Longer than anything that is looked for.
const OVERLAP: usize = 48;

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
        let is_texts = part
            .name()
            .is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let mut piece = vec![0; PIECE];
        // What is looked for may lie across two pieces.
        let mut held: Vec<u8> = Vec::new();
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
            held.extend_from_slice(piece.get(..read).unwrap_or_default());
            has_formulas |= is_sheet && holds_formula(&held);
            if is_texts && announces_too_much(&held) {
                return Err(TableProblem::Damaged(format));
            }
            held.drain(..held.len().saturating_sub(OVERLAP));
        }
    }
    Ok(match kind {
        Package::Xlsx { .. } => Package::Xlsx { has_formulas },
        Package::Ods => Package::Ods,
    })
}

fn holds_formula(piece: &[u8]) -> bool {
    piece
        .windows(3)
        .any(|letters| matches!(letters, [b'<', b'f', b'>' | b' ' | b'/']))
}

/// calamine makes room for as many texts as the part says it has, before it sees one of them.
fn announces_too_much(piece: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount=";
    piece
        .windows(NAME.len())
        .enumerate()
        .filter(|(_, letters)| *letters == NAME)
        .any(|(at, _)| {
            let digits = piece.get(at + NAME.len() + 1..).unwrap_or_default();
            let count = digits.iter().take_while(|byte| byte.is_ascii_digit());
            let count = count.fold(0_u64, |count, digit| {
                count.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
            });
            // A text takes ten bytes at least: <si><t/></si>
            count > LARGEST_UNPACKED / 10
        })
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
        Some("spreadsheet") if is_encrypted(archive) => Err(TableProblem::PasswordProtected),
        Some("spreadsheet") => Ok(Package::Ods),
        Some("text") => Err(TableProblem::NotATable(ForeignTable::Document)),
        Some("presentation") => Err(TableProblem::NotATable(ForeignTable::Slides)),
        _ => Err(TableProblem::NotATable(ForeignTable::Archive)),
    }
}

/// An ods encrypts its parts one by one and says so in its list of parts.
fn is_encrypted(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    const MARK: &[u8] = b"encryption-data";
    let mut list = Vec::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        // Unreadable: the parts themselves will say what is wrong.
        part.take(1 << 20).read_to_end(&mut list).unwrap_or_default();
    }
    list.windows(MARK.len()).any(|letters| letters == MARK)
}
