//! What bytes are, by their content.

use crate::domain::table::{ForeignTable, TableProblem};

/// What can be read, after a closer look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A zip file: xlsx, ods, or something else
    Package,
    /// The container of old Office files: xls, an encrypted workbook, or something else
    Compound,
    Text,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    Page,
    Delimited,
}

const PACKAGE: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const STARTS: &[(&[u8], ForeignTable)] = &[
    (b"%PDF", ForeignTable::Pdf),
    (b"{\\rtf", ForeignTable::Document),
    (b"\x89PNG", ForeignTable::Picture),
    (b"\xFF\xD8\xFF", ForeignTable::Picture),
    (b"GIF8", ForeignTable::Picture),
    (b"RIFF", ForeignTable::Picture),
    (b"II*\0", ForeignTable::Picture),
    (b"MM\0*", ForeignTable::Picture),
    (b"PK\x05\x06", ForeignTable::Archive),
    (b"PK\x07\x08", ForeignTable::Archive),
    (b"7z\xBC\xAF\x27\x1C", ForeignTable::Archive),
    (b"Rar!", ForeignTable::Archive),
    (b"\x1F\x8B", ForeignTable::Archive),
    (b"MZ", ForeignTable::Program),
    (b"\x7FELF", ForeignTable::Program),
    // Excel 2, 3 and 4 wrote their records without a container.
    (b"\x09\x00\x04\x00", ForeignTable::AncientWorkbook),
    (b"\x09\x02\x06\x00", ForeignTable::AncientWorkbook),
    (b"\x09\x04\x06\x00", ForeignTable::AncientWorkbook),
];

/// # Errors
/// [`TableProblem::Empty`], [`TableProblem::NotATable`].
pub(super) fn recognise(bytes: &[u8]) -> Result<Content, TableProblem> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(TableProblem::Empty);
    }
    if bytes.starts_with(PACKAGE) {
        return Ok(Content::Package);
    }
    if bytes.starts_with(COMPOUND) {
        return Ok(Content::Compound);
    }
    match STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        // "MZ" may begin a text as well.
        Some((start, foreign)) if start.len() > 2 || holds_control(bytes) => {
            Err(TableProblem::NotATable(*foreign))
        }
        _ if is_wide(bytes) => Ok(Content::Text),
        _ if holds_control(bytes) => Err(TableProblem::NotATable(ForeignTable::Unknown)),
        _ => Ok(Content::Text),
    }
}

/// UTF-16 with its mark.
fn is_wide(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// No text has these, in any encoding but UTF-16. Excel's end-of-file mark of old (1A) is let pass.
fn holds_control(bytes: &[u8]) -> bool {
    bytes
        .iter()
        .take(64 << 10)
        .any(|byte| matches!(byte, 0..=8 | 0x0E..=0x19 | 0x1C..=0x1F))
}

/// # Errors
/// [`TableProblem::Empty`], [`TableProblem::NotATable`].
pub(super) fn recognise_text(text: &str) -> Result<Writing, TableProblem> {
    let start = text.trim_start();
    if start.is_empty() {
        return Err(TableProblem::Empty);
    }
    let head: String = start.chars().take(4096).collect::<String>().to_ascii_lowercase();
    if head.starts_with('<') {
        if head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return Err(TableProblem::NotATable(ForeignTable::ExcelXml));
        }
        return Ok(Writing::Page);
    }
    if head.starts_with("mime-version:") || head.starts_with("from: <saved by") {
        return Err(TableProblem::NotATable(ForeignTable::SavedPage));
    }
    Ok(Writing::Delimited)
}
