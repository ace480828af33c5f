//! The zip. File contents are stored as they are (they are compressed already) and pass through piece by
//! piece; only pages and tables are held whole.

use std::io::{self, BufWriter, Seek, Write};
use std::ops::ControlFlow;

use chrono::{Datelike, Timelike};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Portfolio, PortfolioFile, html, json, names, sheets};
use crate::domain::hex::hex;
use crate::domain::moment::{Moment, in_taipei};
use crate::text::copy;

pub(super) const RECORDS: &str = "portfolio.json";
const PAGE: &str = "index.html";
const BUFFER_BYTES: usize = 256 * 1024;

/// Gives the bytes of files, piece by piece.
pub trait Contents {
    type Error;

    /// The piece of this number, counted from 0; `None` behind the last one.
    ///
    /// # Errors
    /// The giver's own.
    fn piece(&mut self, file: &PortfolioFile, number: u32) -> Result<Option<Vec<u8>>, Self::Error>;
}

/// How far a long job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub done_bytes: u64,
    pub total_bytes: u64,
}

/// Told after each piece; `Break` ends the job.
pub type Tell<'t> = dyn FnMut(Progress) -> ControlFlow<()> + 't;

/// Why a copy is not whole; what was written of it is to be thrown away.
#[derive(Debug)]
pub enum WriteFailure<E> {
    /// The contents could not be given.
    Contents(E),
    /// The library's bytes are not the ones whose hash its records hold: a copy must not hide that.
    Damaged {
        file: u64,
    },
    /// The target took nothing more.
    Target(io::Error),
    Cancelled,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenCopy {
    pub items: u32,
    pub files: u32,
    /// Of the files; the copy itself is a little larger.
    pub content_bytes: u64,
}

/// Writes the whole copy to `target`. Every content is hashed on its way and compared with its record.
///
/// # Errors
/// See [`WriteFailure`].
pub fn write_copy<C: Contents>(
    portfolio: &Portfolio,
    contents: &mut C,
    target: &mut (impl Write + Seek),
    tell: &mut Tell<'_>,
) -> Result<WrittenCopy, WriteFailure<C::Error>> {
    let places = names::places(portfolio);
    let mut archive = Bundle::begin(target, portfolio.made);
    let total_bytes = portfolio.content_bytes();
    let mut progress = Progress {
        done_bytes: 0,
        total_bytes,
    };
    if tell(progress).is_break() {
        return Err(WriteFailure::Cancelled);
    }
    // The page first: whoever opens the zip without unpacking it sees it at the top.
    archive.text(PAGE, html::page(portfolio, &places).as_bytes())?;
    let records = json::write(portfolio, &places).map_err(io::Error::from);
    archive.text(RECORDS, &records.map_err(WriteFailure::Target)?)?;
    for (name, table) in tables(portfolio, &places) {
        let table = table.map_err(|error| WriteFailure::Target(io::Error::other(error)))?;
        archive.text(name, &table)?;
    }
    let placed = || {
        let items = portfolio.items.iter().zip(&places);
        items.flat_map(|(item, places)| item.files.iter().zip(places))
    };
    archive.text(
        copy::MD5_LIST,
        list(placed().map(|(file, place)| (hex(&file.md5), place))).as_bytes(),
    )?;
    archive.text(
        copy::BLAKE3_LIST,
        list(placed().map(|(file, place)| (hex(&file.blake3), place))).as_bytes(),
    )?;
    let mut files = 0;
    for (file, place) in placed() {
        archive.content(contents, file, place, &mut progress, tell)?;
        files += 1;
    }
    archive.finish()?;
    Ok(WrittenCopy {
        items: u32::try_from(portfolio.items.len()).unwrap_or(u32::MAX),
        files,
        content_bytes: total_bytes,
    })
}

type NamedTable = (&'static str, Result<Vec<u8>, csv::Error>);

/// A table of nothing is left out.
fn tables(portfolio: &Portfolio, places: &[Vec<String>]) -> Vec<NamedTable> {
    let mut tables = Vec::new();
    if portfolio.outcomes().next().is_some() {
        tables.push((copy::OUTCOME_TABLE, sheets::outcomes(portfolio, places)));
    }
    if portfolio.activities().next().is_some() {
        tables.push((copy::ACTIVITY_TABLE, sheets::activities(portfolio, places)));
    }
    tables
}

/// As `md5sum` and `b3sum` write and check it.
fn list<'a>(entries: impl Iterator<Item = (String, &'a String)>) -> String {
    entries
        .map(|(hash, place)| format!("{hash}  {place}\n"))
        .collect()
}

/// A zip that is being written.
pub(in crate::exchange) struct Bundle<W: Write + Seek> {
    zip: ZipWriter<BufWriter<W>>,
    made: Moment,
}

impl<W: Write + Seek> Bundle<W> {
    pub fn begin(target: W, made: Moment) -> Self {
        Self {
            // Headers are small; contents come in pieces that pass it by.
            zip: ZipWriter::new(BufWriter::with_capacity(BUFFER_BYTES, target)),
            made,
        }
    }

    pub fn finish<E>(self) -> Result<(), WriteFailure<E>> {
        let mut buffer = self.zip.finish().map_err(target_failure)?;
        buffer.flush().map_err(WriteFailure::Target)
    }

    pub fn text<E>(&mut self, name: &str, text: &[u8]) -> Result<(), WriteFailure<E>> {
        let options = options(self.made, CompressionMethod::Deflated);
        self.zip.start_file(name, options).map_err(target_failure)?;
        self.zip.write_all(text).map_err(WriteFailure::Target)
    }

    /// Passes a file through, hashing it on its way.
    pub fn content<C: Contents>(
        &mut self,
        contents: &mut C,
        file: &PortfolioFile,
        place: &str,
        progress: &mut Progress,
        tell: &mut Tell<'_>,
    ) -> Result<(), WriteFailure<C::Error>> {
        let options = options(file.added, CompressionMethod::Stored);
        self.zip.start_file(place, options).map_err(target_failure)?;
        let mut hasher = blake3::Hasher::new();
        for number in 0.. {
            let piece = contents.piece(file, number).map_err(WriteFailure::Contents)?;
            let Some(piece) = piece else { break };
            hasher.update(&piece);
            self.zip.write_all(&piece).map_err(WriteFailure::Target)?;
            progress.done_bytes += piece.len() as u64;
            if tell(*progress).is_break() {
                return Err(WriteFailure::Cancelled);
            }
        }
        if *hasher.finalize().as_bytes() == file.blake3 {
            Ok(())
        } else {
            Err(WriteFailure::Damaged { file: file.handle })
        }
    }
}

fn target_failure<E>(error: zip::result::ZipError) -> WriteFailure<E> {
    WriteFailure::Target(match error {
        zip::result::ZipError::Io(error) => error,
        other => io::Error::other(other),
    })
}

/// Names beyond ASCII are marked as UTF-8 by the crate itself.
fn options(at: Moment, method: CompressionMethod) -> SimpleFileOptions {
    let local = in_taipei(at);
    let number = |value: u32| u8::try_from(value).unwrap_or(1);
    let time = zip::DateTime::from_date_and_time(
        u16::try_from(local.year()).unwrap_or(1980),
        number(local.month()),
        number(local.day()),
        number(local.hour()),
        number(local.minute()),
        number(local.second()),
    );
    SimpleFileOptions::default()
        .compression_method(method)
        // The format knows no years before 1980.
        .last_modified_time(time.unwrap_or_default())
        .unix_permissions(0o644)
}
