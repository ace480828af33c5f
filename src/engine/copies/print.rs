//! The printed portfolio. Documents are taken apart by the inspecting child: one that it cannot open, or
//! that takes too long or too much, gets a page that says so.

use std::io::Write;

use crate::domain::file::FileProblem;
use crate::domain::no_preview::NoPreview;
use crate::domain::refusal::Refusal;
use crate::engine::Engine;
use crate::engine::session::Session;
use crate::exchange::pdf::{Piece, PiecePage, Pieces, write_pdf};
use crate::exchange::portfolio::{PortfolioFile, Tell, WriteFailure, WrittenCopy};
use crate::media::{self, Document, Inspector, Stop};
use crate::store::{ReadContents, ReadTxn};

use super::CopyFailure;

/// Documents of one state of the library.
struct TakenApart<'t> {
    txn: &'t ReadTxn,
    inspector: &'t dyn Inspector,
    stop: &'t Stop,
}

impl Pieces for TakenApart<'_> {
    type Error = CopyFailure;

    fn piece(&mut self, file: &PortfolioFile, first: u32) -> Result<Result<Piece, NoPreview>, CopyFailure> {
        if matches!(file.kind.slot(), crate::domain::file::Slot::Media) {
            return Ok(Err(NoPreview::NoPages(file.kind)));
        }
        let document = Document {
            key: file.blake3,
            kind: file.kind,
            bytes: self.txn.read_content(file.handle)?.into(),
        };
        match self.inspector.piece(&document, first, self.stop) {
            Ok(piece) => Ok(Ok(of_media(piece))),
            Err(failure) => match failure.reason() {
                None => Err(CopyFailure::Cancelled),
                // Not the document is at fault: a book full of empty pages would be no book.
                Some(NoPreview::CannotStart) => Err(Refusal::File {
                    name: file.name.clone(),
                    problem: FileProblem::InspectionFailed,
                }
                .into()),
                Some(reason) => Ok(Err(reason)),
            },
        }
    }

    fn own(&mut self, pdf: Vec<u8>, first: u32) -> Result<Piece, CopyFailure> {
        let piece = media::piece_of_own(pdf, first)
            .map_err(|trouble| std::io::Error::other(format!("own pages: {trouble:?}")))?;
        Ok(of_media(piece))
    }
}

fn of_media(piece: media::Piece) -> Piece {
    let page = |page: &media::PiecePage| PiecePage {
        object: page.object,
        width: page.size.width,
        height: page.size.height,
    };
    Piece {
        pages: piece.pages.iter().map(page).collect(),
        objects: piece.objects,
        next: piece.next,
        bytes: piece.bytes,
    }
}

impl Engine {
    /// Writes one's whole portfolio as a PDF to `target`, and changes nothing. `stop` ends the opening of a
    /// document, `tell` the work between two.
    ///
    /// # Errors
    /// [`CopyFailure`]; what was written then is to be thrown away.
    pub fn write_pdf(
        &self,
        session: &Session,
        target: &mut impl Write,
        stop: &Stop,
        tell: &mut Tell<'_>,
    ) -> Result<WrittenCopy, CopyFailure> {
        self.library.read(|txn| {
            let portfolio = self.own_portfolio(txn, session)?;
            let mut pieces = TakenApart {
                txn,
                inspector: self.inspector.as_ref(),
                stop,
            };
            write_pdf(&portfolio, &mut pieces, target, tell).map_err(|failure| match failure {
                WriteFailure::Contents(failure) => failure,
                WriteFailure::Damaged { .. } => CopyFailure::Cancelled,
                WriteFailure::Target(error) => CopyFailure::Outside(error),
                WriteFailure::Cancelled => CopyFailure::Cancelled,
            })
        })
    }
}
