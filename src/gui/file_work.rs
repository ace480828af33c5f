//! Work with files that takes a while: one at a time on a page, with its progress, cancelled at will.

use crate::worker::Ticket;

use super::effect::Effect;

/// Work that goes on; `J` says what is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileWork<J> {
    pub ticket: Ticket,
    pub job: J,
    pub done_bytes: u64,
    pub total_bytes: u64,
    /// Cancelled, and not answered yet
    pub ending: bool,
}

impl<J> FileWork<J> {
    pub const fn new(ticket: Ticket, job: J) -> Self {
        Self {
            ticket,
            job,
            done_bytes: 0,
            total_bytes: 0,
            ending: false,
        }
    }

    pub fn fraction(&self) -> f32 {
        if self.total_bytes == 0 {
            return 0.0;
        }
        (self.done_bytes as f64 / self.total_bytes as f64) as f32
    }
}

/// Says whether the progress was this work's.
pub fn progress<J>(
    work: &mut Option<FileWork<J>>,
    ticket: Ticket,
    done_bytes: u64,
    total_bytes: u64,
) -> bool {
    match work.as_mut().filter(|work| work.ticket == ticket) {
        Some(work) => {
            (work.done_bytes, work.total_bytes) = (done_bytes, total_bytes);
            true
        }
        None => false,
    }
}

/// Ends the work that was answered; says whether it was this one.
pub fn finish<J>(work: &mut Option<FileWork<J>>, ticket: Ticket) -> bool {
    work.take_if(|work| work.ticket == ticket).is_some()
}

/// Asks the worker to stop; the work stays until it has.
pub fn cancel<J>(work: &mut Option<FileWork<J>>) -> Vec<Effect> {
    match work {
        Some(work) => {
            work.ending = true;
            vec![Effect::Cancel(work.ticket)]
        }
        None => Vec::new(),
    }
}
