//! The thread for records: serves requests in order and looks for other programs' commits in between.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::desk::Desk;
use super::message::{Answer, Message, Request, Ticket, Trouble};
use super::shelf::OpenLibrary;
use crate::engine::ClockVerdict;

/// So often an open library is asked whether another program changed it.
const LOOK_EVERY: Duration = Duration::from_millis(500);
const UPKEEP_EVERY: Duration = Duration::from_secs(60 * 60);

/// What this thread knows of the open library.
struct Watch {
    opening: u64,
    commit_count: Option<u64>,
    latest_upkeep: Option<Instant>,
}

pub(super) fn run(desk: &Desk, queue: &Receiver<(Ticket, Request)>) {
    let mut watch = Watch {
        opening: 0,
        commit_count: None,
        latest_upkeep: None,
    };
    watch.look(desk, 0);
    loop {
        let next = if desk.shelf.get().is_some() {
            queue.recv_timeout(LOOK_EVERY)
        } else {
            queue.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match next {
            Ok((ticket, request)) => watch.serve(desk, ticket, request),
            Err(RecvTimeoutError::Timeout) => watch.look(desk, 0),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

impl Watch {
    fn serve(&mut self, desk: &Desk, ticket: Ticket, request: Request) {
        // Typing goes on while it is journaled: pages need not be read again for it.
        let is_typing = matches!(&request, Request::SaveDraft { text, .. } if !text.is_empty());
        let mends = !matches!(request, Request::Reopen | Request::Close);
        let answer = desk.attempt(ticket, request);
        let unnoticed = u64::from(is_typing && answer.is_ok());
        let stopped = mends && matches!(answer, Err(Trouble::Library(_)));
        let clock_is_fine = matches!(&answer,
            Ok(Answer::Loaded(snapshot)) if snapshot.status.clock == ClockVerdict::Fine);
        desk.post.answer(ticket, answer);
        let Some(library) = desk.shelf.get() else { return };
        if stopped && reopen_if_stopped(&library) {
            self.commit_count = None;
            desk.post.send(Message::LibraryChanged);
        }
        // Emptying the trash by a wrong clock would lose work.
        if clock_is_fine {
            self.keep_up(&library);
        }
        self.look(desk, unnoticed);
    }

    /// Tells the window when there were commits, except `unnoticed` ones of this thread.
    fn look(&mut self, desk: &Desk, unnoticed: u64) {
        let Some(library) = desk.shelf.get() else { return };
        let count = match library.engine.library().commit_count() {
            Ok(count) => Some(count),
            Err(error) => {
                log::debug!("the library does not say whether it changed: {error}");
                return;
            }
        };
        if self.opening != library.opening {
            *self = Self {
                opening: library.opening,
                commit_count: count,
                latest_upkeep: None,
            };
        } else if let Some(known) = self.commit_count
            && Some(known + unnoticed) != count
        {
            desk.post.send(Message::LibraryChanged);
        }
        self.commit_count = count;
    }

    fn keep_up(&mut self, library: &OpenLibrary) {
        if self.opening == library.opening
            && self
                .latest_upkeep
                .is_some_and(|latest| latest.elapsed() < UPKEEP_EVERY)
        {
            return;
        }
        self.latest_upkeep = Some(Instant::now());
        match catch_unwind(AssertUnwindSafe(|| library.engine.upkeep())) {
            Ok(Ok(done)) => log::info!("upkeep: {done:?}"),
            Ok(Err(failure)) => log::warn!("upkeep was not done: {failure:?}"),
            Err(_) => log::error!("upkeep broke down"),
        }
    }
}

/// A full disk or a pulled stick stops a library until it is opened again; says whether that was done.
/// If it fails, the next request tells, and a person can try again.
fn reopen_if_stopped(library: &OpenLibrary) -> bool {
    let library = library.engine.library();
    if !library.needs_reopen() {
        return false;
    }
    match library.reopen() {
        Ok(()) => true,
        Err(error) => {
            log::warn!("the library stopped and does not open again: {error}");
            false
        }
    }
}
