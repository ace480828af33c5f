//! A few children kept warm, lent to one caller each.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::limits::ChildLimits;
use super::process::{InspectingChild, Program};
use super::wire::{Answer, Caution, Facts, Reply, Request};
use crate::domain::file::{ContentCaution, ContentProblem, FileKind, Inspection};
use crate::media::inspect::has_second_stage;
use crate::media::{ChildTrouble, InspectFailure, Inspector, PreviewFailure, PreviewImage};

/// Opens content in child processes; each call blocks until a child is free and has answered.
///
/// A child that takes too long, grows too big or crashes is replaced before the call returns. All children
/// end when the pool is dropped.
#[derive(Debug)]
pub struct ChildPool {
    program: Program,
    limits: ChildLimits,
    /// A seat whose child could not be started stays empty until somebody needs it.
    idle_seats: Mutex<Vec<Option<InspectingChild>>>,
    seat_returned: Condvar,
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
        let seats = (0..warm.max(1))
            .map(|_| InspectingChild::start(&program).ok())
            .collect();
        Self {
            program,
            limits,
            idle_seats: Mutex::new(seats),
            seat_returned: Condvar::new(),
        }
    }

    fn ask(&self, request: Request, content: &[u8]) -> Result<Answer, ChildTrouble> {
        let mut seat = Seat {
            child: self.take_seat(),
            pool: self,
        };
        let mut child = match seat.child.take().and_then(InspectingChild::still_alive) {
            Some(child) => child,
            None => InspectingChild::start(&self.program)?,
        };
        match child.ask(request, content, self.limits) {
            Ok((Reply::Panicked, _)) => {
                seat.child = Some(child);
                Err(ChildTrouble::Crashed)
            }
            Ok(answer) => {
                seat.child = Some(child);
                Ok(answer)
            }
            Err(trouble) => {
                drop(child);
                seat.child = InspectingChild::start(&self.program).ok();
                Err(trouble)
            }
        }
    }

    fn take_seat(&self) -> Option<InspectingChild> {
        let mut idle = self.lock();
        loop {
            match idle.pop() {
                Some(seat) => return seat,
                None => {
                    idle = self
                        .seat_returned
                        .wait(idle)
                        .unwrap_or_else(PoisonError::into_inner)
                }
            }
        }
    }

    /// The list is whole at all times, so a panic elsewhere does not spoil it.
    fn lock(&self) -> MutexGuard<'_, Vec<Option<InspectingChild>>> {
        self.idle_seats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_structure(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        match self.ask(Request::ReadStructure, bytes)? {
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
        match self.ask(Request::OpenContent(kind), bytes) {
            Ok((Reply::Opened(cautions), _)) => {
                Ok(cautions.into_iter().map(|Caution(caution)| caution).collect())
            }
            Ok((Reply::Problem(problem), _)) => Err(problem.into()),
            Ok(_) | Err(ChildTrouble::Crashed) => Ok(vec![ContentCaution::CannotPreview]),
            Err(ChildTrouble::TooSlow | ChildTrouble::TooBig) => Ok(vec![
                ContentCaution::CannotPreview,
                ContentCaution::NotFullyInspected,
            ]),
            Err(trouble @ ChildTrouble::CannotStart(_)) => Err(trouble.into()),
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
        match self.ask(
            Request::Preview {
                kind,
                page,
                max_width_px,
            },
            bytes,
        )? {
            (Reply::Preview { width, height }, pixels) if is_whole(width, height, &pixels) => {
                Ok(PreviewImage {
                    width,
                    height,
                    pixels,
                })
            }
            (Reply::PreviewTrouble(trouble), _) => Err(trouble.into()),
            _ => Err(ChildTrouble::Crashed.into()),
        }
    }
}

/// A child may have been taken over by what it opened: its word is checked.
fn is_whole(width: u32, height: u32, pixels: &[u8]) -> bool {
    u64::from(width) * u64::from(height) * 4 == pixels.len() as u64
}

/// A place in the pool on loan; goes back with or without a child, whatever happens to the borrower.
struct Seat<'a> {
    child: Option<InspectingChild>,
    pool: &'a ChildPool,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.pool.lock().push(self.child.take());
        self.pool.seat_returned.notify_one();
    }
}
