//! Opening a copy that came from somewhere. Nothing is unpacked to the disk, no name in it is ever used as
//! a path, and no more is read of anything than was promised: what is read here is only the container and
//! its records; contents of files are looked at by the inspecting child as any others.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read, Seek};
use std::ops::ControlFlow;

use md5::{Digest, Md5};
use zip::ZipArchive;
use zip::result::ZipError;

use super::archive::{RECORDS, Tell};
use super::{Portfolio, PortfolioFile, PortfolioItem, Progress, json};
use crate::domain::copies::CopyRefusal;

/// Three years hold at most some 240 records with two files each.
const MOST_ENTRIES: usize = 10_000;
const LARGEST_RECORDS_BYTES: u64 = 32 * 1024 * 1024;
/// No accepted file is as large.
const LARGEST_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Between two looks at whether to go on.
const PIECE_BYTES: usize = 1024 * 1024;

/// Why a copy cannot be read.
#[derive(Debug)]
pub enum ReadFailure {
    Refused(CopyRefusal),
    /// The file outside could not be read: a broken disk, a pulled stick.
    Outside(io::Error),
    Cancelled,
}

impl From<CopyRefusal> for ReadFailure {
    fn from(refusal: CopyRefusal) -> Self {
        Self::Refused(refusal)
    }
}

/// An open copy. Its records are as the copy says them: claims, not facts.
pub struct CopyArchive<R> {
    zip: ZipArchive<R>,
    portfolio: Portfolio,
}

impl<R: Read + Seek> CopyArchive<R> {
    /// Reads the records and makes sure that the files they name are there.
    ///
    /// # Errors
    /// See [`ReadFailure`].
    pub fn open(reader: R) -> Result<Self, ReadFailure> {
        let mut zip = ZipArchive::new(reader).map_err(|error| match error {
            ZipError::Io(error) if is_outside(&error) => ReadFailure::Outside(error),
            _ => CopyRefusal::NotAZip.into(),
        })?;
        let entries = entries(&mut zip)?;
        let records = *entries.get(RECORDS).ok_or(CopyRefusal::NotACopy)?;
        let records = read_entry(&mut zip, records, RECORDS, LARGEST_RECORDS_BYTES)?;
        let (mut portfolio, places) = json::read(&records)?;
        let mut used = HashSet::new();
        for (item, places) in portfolio.items.iter_mut().zip(&places) {
            for (file, place) in item.files.iter_mut().zip(places) {
                let entry = entries
                    .get(place.as_str())
                    .ok_or_else(|| CopyRefusal::FileMissing {
                        name: file.name.clone(),
                        title: item.title.clone(),
                    })?;
                if file.bytes > LARGEST_FILE_BYTES {
                    return Err(CopyRefusal::TooLarge.into());
                }
                if !used.insert(*entry) {
                    return Err(CopyRefusal::TwiceThere { name: place.clone() }.into());
                }
                file.handle = *entry as u64;
            }
        }
        Ok(Self { zip, portfolio })
    }

    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// The bytes of a file of [`portfolio`](Self::portfolio), which are the ones its record names.
    ///
    /// # Errors
    /// [`CopyRefusal::FileAltered`], [`CopyRefusal::CannotUnpack`], or what the system says.
    pub fn read_file(&mut self, item: &PortfolioItem, file: &PortfolioFile) -> Result<Vec<u8>, ReadFailure> {
        let altered = || CopyRefusal::FileAltered {
            name: file.name.clone(),
            title: item.title.clone(),
        };
        let entry = usize::try_from(file.handle).map_err(|_| altered())?;
        let bytes = match read_entry(&mut self.zip, entry, &file.name, file.bytes) {
            // Of another length, or damaged: whatever was read is not what was promised.
            Err(ReadFailure::Refused(CopyRefusal::TooLarge | CopyRefusal::NotAZip)) => {
                return Err(altered().into());
            }
            other => other?,
        };
        let is_same = bytes.len() as u64 == file.bytes
            && *blake3::hash(&bytes).as_bytes() == file.blake3
            && Md5::digest(&bytes)[..] == file.md5;
        if is_same { Ok(bytes) } else { Err(altered().into()) }
    }

    /// Reads every file once and compares it with its record.
    ///
    /// # Errors
    /// The first that is not what its record says; [`ReadFailure::Cancelled`].
    pub fn verify(&mut self, tell: &mut Tell<'_>) -> Result<(), ReadFailure> {
        let items = self.portfolio.items.clone();
        let mut progress = Progress {
            done_bytes: 0,
            total_bytes: self.portfolio.content_bytes(),
        };
        for item in &items {
            for file in &item.files {
                if tell(progress) == ControlFlow::Break(()) {
                    return Err(ReadFailure::Cancelled);
                }
                progress.done_bytes += self.read_file(item, file)?.len() as u64;
            }
        }
        Ok(())
    }
}

/// All names with their places in the zip.
fn entries<R: Read + Seek>(zip: &mut ZipArchive<R>) -> Result<HashMap<String, usize>, ReadFailure> {
    if zip.len() > MOST_ENTRIES {
        return Err(CopyRefusal::TooLarge.into());
    }
    let mut entries = HashMap::with_capacity(zip.len());
    for index in 0..zip.len() {
        let Some(Ok(name)) = zip.name_for_index(index) else {
            return Err(CopyRefusal::NotAZip.into());
        };
        let name = name.into_owned();
        if !stays_inside(&name) {
            return Err(CopyRefusal::UnsafeName { name }.into());
        }
        if entries.insert(name.clone(), index).is_some() {
            return Err(CopyRefusal::TwiceThere { name }.into());
        }
    }
    if zip.has_duplicate_names() {
        return Err(CopyRefusal::TwiceThere {
            name: RECORDS.to_owned(),
        }
        .into());
    }
    // One block of data behind many names: how a small file unpacks to a giant.
    match zip.has_overlapping_files() {
        Ok(false) => Ok(entries),
        Ok(true) => Err(CopyRefusal::TooLarge.into()),
        Err(ZipError::Io(error)) if is_outside(&error) => Err(ReadFailure::Outside(error)),
        Err(_) => Err(CopyRefusal::NotAZip.into()),
    }
}

/// Whether a person who unpacks the zip by hand gets the file into the folder they chose, on any system.
fn stays_inside(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('/')
        && !name.contains(['\\', '\0', ':'])
        && name
            .trim_end_matches('/')
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

/// At most `longest` bytes of an entry, however long it says it is.
fn read_entry<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    index: usize,
    name: &str,
    longest: u64,
) -> Result<Vec<u8>, ReadFailure> {
    let entry = zip.by_index(index).map_err(|error| match error {
        ZipError::Io(error) if is_outside(&error) => ReadFailure::Outside(error),
        ZipError::UnsupportedArchive(_)
        | ZipError::CompressionMethodNotSupported(_)
        | ZipError::InvalidPassword => CopyRefusal::CannotUnpack {
            name: name.to_owned(),
        }
        .into(),
        _ => CopyRefusal::NotAZip.into(),
    })?;
    if entry.size() > longest {
        return Err(CopyRefusal::TooLarge.into());
    }
    let mut bytes = Vec::new();
    let mut limited = entry.take(longest + 1);
    loop {
        let read = limited.by_ref().take(PIECE_BYTES as u64).read_to_end(&mut bytes);
        match read {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) if is_outside(&error) => return Err(ReadFailure::Outside(error)),
            Err(_) => return Err(CopyRefusal::NotAZip.into()),
        }
    }
    if bytes.len() as u64 > longest {
        return Err(CopyRefusal::TooLarge.into());
    }
    Ok(bytes)
}

/// The system's trouble, as against bytes that are not a zip.
fn is_outside(error: &io::Error) -> bool {
    !matches!(
        error.kind(),
        io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::Other
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_outside_are_seen() {
        for name in [
            "課程學習成果/114-1 物理/01 單擺/報告.pdf",
            "index.html",
            "folder/",
        ] {
            assert!(stays_inside(name), "{name}");
        }
        for name in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a/..",
            "a//b",
            "a\\b",
            "C:/a",
            "./a",
            "a\0b",
            "/",
        ] {
            assert!(!stays_inside(name), "{name:?}");
        }
    }
}
