//! A few children kept warm, lent to one caller each.

use std::ffi::OsString;
use std::path::PathBuf;

use serde::de::DeserializeOwned;

use super::limits::ChildLimits;
use super::process::{InspectingChild, Program};
use super::seats::Seats;
use super::wire::{Answer, Caution, DocumentKey, Facts, Question, Reply, Request};
use crate::domain::file::{ContentCaution, ContentProblem, FileKind, Inspection};
use crate::media::inspect::has_second_stage;
use crate::media::{
    ChildTrouble, Document, FoundText, InspectFailure, Inspector, Outline, PageView, Piece, PreviewFailure,
    PreviewImage, PreviewTrouble, Stop,
};

/// A longer text is on no page in one piece.
const LONGEST_WANTED_CHARS: usize = 500;

/// Opens content in child processes; each call blocks until a child is free and has answered.
///
/// A child that takes too long, grows too big or crashes is replaced before the call returns. All children
/// end when the pool is dropped.
#[derive(Debug)]
pub struct ChildPool {
    program: Program,
    limits: ChildLimits,
    seats: Seats,
}

impl ChildPool {
    /// Starts `warm` children (at least one) of `program`, which must call [`serve`](super::serve) when
    /// started with `args`. A child that cannot be started is tried again, and reported, when needed.
    pub fn new(program: PathBuf, args: Vec<OsString>, warm: usize) -> Self {
        Self::with_limits(program, args, warm, ChildLimits::default())
    }

    /// Like [`new`](Self::new), with limits of one's own.
    pub fn with_limits(program: PathBuf, args: Vec<OsString>, warm: usize, limits: ChildLimits) -> Self {
        let program = Program { path: program, args };
        let seats = Seats::new((0..warm.max(1)).map(|_| InspectingChild::start(&program).ok()));
        Self {
            program,
            limits,
            seats,
        }
    }

    fn ask(&self, request: &Request, content: &[u8]) -> Result<Answer, ChildTrouble> {
        self.lend(None, &Stop::default(), |child| {
            child.ask(request, content, self.limits, &Stop::default())
        })
    }

    /// Asks about a document, sending its bytes only to a child that does not have it open.
    fn look(&self, document: &Document, question: Question, stop: &Stop) -> Result<Answer, ChildTrouble> {
        if document.bytes.is_empty() {
            return Ok((Reply::PreviewTrouble(PreviewTrouble::CannotDraw), Vec::new()));
        }
        let request = Request::Look {
            document: document.key,
            kind: document.kind,
            question,
        };
        let answer = self.lend(Some(document.key), stop, |child| {
            if child.document == Some(document.key) {
                match child.ask(&request, &[], self.limits, stop)? {
                    (Reply::NotOpen, _) => {}
                    answer => return Ok(answer),
                }
            }
            child.ask(&request, &document.bytes, self.limits, stop)
        })?;
        if stop.is_raised() {
            Err(ChildTrouble::Stopped)
        } else {
            Ok(answer)
        }
    }

    /// Lends a child for one piece of work, `document` being open in it afterwards.
    fn lend(
        &self,
        document: Option<DocumentKey>,
        stop: &Stop,
        work: impl FnOnce(&mut InspectingChild) -> Result<Answer, ChildTrouble>,
    ) -> Result<Answer, ChildTrouble> {
        let mut seat = self.seats.take(document, stop)?;
        let mut child = match seat.child.take().and_then(InspectingChild::still_alive) {
            Some(child) => child,
            None => InspectingChild::start(&self.program)?,
        };
        let worked = work(&mut child);
        if let Err(trouble) = worked {
            drop(child);
            seat.child = InspectingChild::start(&self.program).ok();
            return Err(trouble);
        }
        child.document = document;
        seat.child = Some(child);
        match worked {
            Ok((Reply::Panicked, _)) => Err(ChildTrouble::Crashed),
            other => other,
        }
    }

    fn read_structure(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        match self.ask(&Request::ReadStructure, bytes)? {
            (Reply::Structure { kind, facts }, _) => Ok(Inspection {
                kind,
                facts: facts.map(|Facts(facts)| facts),
                cautions: Vec::new(),
            }),
            (Reply::Problem(problem), _) => Err(problem.into()),
            _ => Err(ChildTrouble::Crashed.into()),
        }
    }

    /// Trouble in the second stage is a caution: the structure was found sound.
    fn open_content(&self, bytes: &[u8], kind: FileKind) -> Result<Vec<ContentCaution>, InspectFailure> {
        match self.ask(&Request::OpenContent(kind), bytes) {
            Ok((Reply::Opened(cautions), _)) => {
                Ok(cautions.into_iter().map(|Caution(caution)| caution).collect())
            }
            Ok((Reply::Problem(problem), _)) => Err(problem.into()),
            Ok(_) | Err(ChildTrouble::Crashed) => Ok(vec![ContentCaution::CannotPreview]),
            Err(ChildTrouble::TooSlow | ChildTrouble::TooBig) => Ok(vec![
                ContentCaution::CannotPreview,
                ContentCaution::NotFullyInspected,
            ]),
            Err(trouble @ (ChildTrouble::CannotStart(_) | ChildTrouble::Stopped)) => Err(trouble.into()),
        }
    }
}

impl Inspector for ChildPool {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        if bytes.is_empty() {
            return Err(ContentProblem::Empty.into());
        }
        let mut inspection = self.read_structure(bytes)?;
        if has_second_stage(inspection.kind) {
            inspection.cautions = self.open_content(bytes, inspection.kind)?;
        }
        Ok(inspection)
    }

    fn preview(
        &self,
        bytes: &[u8],
        kind: FileKind,
        page: u32,
        max_width_px: u32,
    ) -> Result<PreviewImage, PreviewFailure> {
        let request = Request::Preview {
            kind,
            page,
            max_width_px,
        };
        picture(self.ask(&request, bytes)?)
    }

    fn outline(&self, document: &Document, stop: &Stop) -> Result<Outline, PreviewFailure> {
        match self.look(document, Question::Outline, stop)? {
            (Reply::Outline, body) => parsed(&body),
            other => Err(failure(&other.0)),
        }
    }

    fn draw(&self, document: &Document, view: PageView, stop: &Stop) -> Result<PreviewImage, PreviewFailure> {
        picture(self.look(document, Question::Draw(view), stop)?)
    }

    fn piece(&self, document: &Document, first: u32, stop: &Stop) -> Result<Piece, PreviewFailure> {
        match self.look(document, Question::Piece(first), stop)? {
            (Reply::Piece, body) => Piece::from_body(&body).ok_or_else(|| ChildTrouble::Crashed.into()),
            other => Err(failure(&other.0)),
        }
    }

    fn find(&self, document: &Document, text: &str, stop: &Stop) -> Result<FoundText, PreviewFailure> {
        let text = text.chars().take(LONGEST_WANTED_CHARS).collect();
        match self.look(document, Question::Find(text), stop)? {
            (Reply::Found, body) => parsed(&body),
            other => Err(failure(&other.0)),
        }
    }
}

/// A child may have been taken over by what it opened: its word is checked.
fn picture(answer: Answer) -> Result<PreviewImage, PreviewFailure> {
    match answer {
        (Reply::Preview { width, height }, pixels)
            if u64::from(width) * u64::from(height) * 4 == pixels.len() as u64 =>
        {
            Ok(PreviewImage {
                width,
                height,
                pixels,
            })
        }
        (other, _) => Err(failure(&other)),
    }
}

fn parsed<T: DeserializeOwned>(body: &[u8]) -> Result<T, PreviewFailure> {
    serde_json::from_slice(body).map_err(|_| ChildTrouble::Crashed.into())
}

/// Why there is no answer; an answer to something else is nonsense.
fn failure(reply: &Reply) -> PreviewFailure {
    match reply {
        Reply::PreviewTrouble(trouble) => (*trouble).into(),
        _ => ChildTrouble::Crashed.into(),
    }
}
