//! The printed portfolio: a cover, a table of contents, for each record a page with what is known of it,
//! then its documents and pictures page by page. Every page has a number, everything is in the outline.
//!
//! Documents of strangers are not read here. Each comes as a [`Piece`]: numbered objects that were taken
//! out of it elsewhere (the inspecting child) and are put behind each other as they are, so that no more
//! than one document is in memory. What the program draws itself comes in by the same way.

mod bind;
pub mod confirmation;
mod cover;
mod flow;
mod letters;
mod plan;
mod record;
mod sheet;
pub mod slips;
mod trouble_page;

use std::io::{self, Write};
use std::ops::ControlFlow;

use crate::domain::no_preview::NoPreview;

use super::portfolio::{Portfolio, PortfolioFile, Progress, Tell, WriteFailure, WrittenCopy};

use plan::Filling;

/// Pages of one document, as numbered objects.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub pages: Vec<PiecePage>,
    /// Numbers of the objects, with the place of each in `bytes`.
    pub objects: Vec<(u32, u64)>,
    /// The first number that is free behind it.
    pub next: u32,
    pub bytes: Vec<u8>,
}

/// A page as a form XObject, with its lower left corner at the origin; in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PiecePage {
    pub object: u32,
    pub width: f32,
    pub height: f32,
}

/// Takes documents apart.
pub trait Pieces {
    type Error;

    /// The pages of a file, with objects numbered from `first`, or why there are none.
    ///
    /// # Errors
    /// The taker's own.
    fn piece(&mut self, file: &PortfolioFile, first: u32) -> Result<Result<Piece, NoPreview>, Self::Error>;

    /// The pages of a PDF that was made here.
    ///
    /// # Errors
    /// As [`piece`](Self::piece).
    fn own(&mut self, pdf: Vec<u8>, first: u32) -> Result<Piece, Self::Error>;
}

/// Writes the whole document to `target`.
///
/// # Errors
/// See [`WriteFailure`].
pub fn write_pdf<P: Pieces>(
    portfolio: &Portfolio,
    pieces: &mut P,
    target: &mut impl Write,
    tell: &mut Tell<'_>,
) -> Result<WrittenCopy, WriteFailure<P::Error>> {
    let broken = |what: &str| WriteFailure::Target(io::Error::other(what.to_owned()));
    let letters = letters::Letters::of_the_program().ok_or_else(|| broken("the fonts cannot be read"))?;
    let mut book = bind::Book::begin(io::BufWriter::new(target)).map_err(WriteFailure::Target)?;
    let mut progress = Progress {
        done_bytes: 0,
        total_bytes: portfolio.content_bytes(),
    };
    let mut fillings = Vec::with_capacity(portfolio.items.len());
    let mut files = 0;
    for item in &portfolio.items {
        let mut parts = Vec::with_capacity(item.files.len());
        for file in &item.files {
            if tell(progress) == ControlFlow::Break(()) {
                return Err(WriteFailure::Cancelled);
            }
            let piece = pieces.piece(file, book.next()).map_err(WriteFailure::Contents)?;
            parts.push(match piece {
                Ok(piece) => {
                    book.add(&piece).map_err(WriteFailure::Target)?;
                    files += 1;
                    Filling::Pages(piece.pages)
                }
                Err(reason) => Filling::Missing(reason),
            });
            progress.done_bytes += file.bytes;
        }
        fillings.push(parts);
    }
    let plan = plan::Plan::of(portfolio, &fillings, &letters);
    let drawn = sheet::draw(&plan.sheets, &letters).map_err(|error| broken(&error))?;
    let own = pieces.own(drawn, book.next()).map_err(WriteFailure::Contents)?;
    book.add(&own).map_err(WriteFailure::Target)?;
    if tell(progress) == ControlFlow::Break(()) {
        return Err(WriteFailure::Cancelled);
    }
    book.finish(portfolio, &plan, &own.pages)
        .map_err(WriteFailure::Target)?;
    Ok(WrittenCopy {
        items: u32::try_from(portfolio.items.len()).unwrap_or(u32::MAX),
        files,
        content_bytes: progress.total_bytes,
    })
}
