//! Which requests are at work, and which of them are to be given up.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::dates::DatesRequest;
use super::imports::ImportRequest;
use super::message::{CopyWish, Request, Ticket};
use super::people::PeopleRequest;
use crate::media::Stop;

/// Which thread serves a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    Records,
    Files,
    /// Pages on the screen
    Pages,
}

impl Lane {
    pub fn of(request: &Request) -> Self {
        match request {
            Request::TakeIn { .. }
            | Request::SaveFile { .. }
            | Request::OpenOutside { .. }
            | Request::Preview { .. }
            | Request::Leave
            | Request::SaveText { .. }
            | Request::Import(_)
            | Request::Dates(DatesRequest::SaveTables { .. })
            | Request::People(
                PeopleRequest::Prepare { .. } | PeopleRequest::Slips { .. } | PeopleRequest::Slip { .. },
            ) => Self::Files,
            Request::Copies {
                wish: CopyWish::Look, ..
            } => Self::Records,
            Request::Filing { wish, .. } if wish.is_question() => Self::Records,
            Request::Copies { .. } | Request::Filing { .. } => Self::Files,
            Request::Outline { .. } | Request::Draw { .. } | Request::FindText { .. } => Self::Pages,
            Request::OpenLibrary { .. }
            | Request::CreatePersonal { .. }
            | Request::OpenDemonstration
            | Request::Login { .. }
            | Request::ChangePassword { .. }
            | Request::ResetWithRecoveryCode { .. }
            | Request::Load { .. }
            | Request::History { .. }
            | Request::Queue { .. }
            | Request::Case { .. }
            | Request::Run { .. }
            | Request::Dates(_)
            | Request::People(_)
            | Request::Discard { .. }
            | Request::SaveDraft { .. }
            | Request::Find { .. }
            | Request::Officers { .. }
            | Request::Reopen
            | Request::Close => Self::Records,
        }
    }
}

#[derive(Debug)]
struct Job {
    lane: Lane,
    /// Given up when the library goes; what saves a person's work is finished instead.
    gives_way: bool,
    stop: Stop,
}

/// All requests that are not answered yet.
#[derive(Debug, Default)]
pub(super) struct Jobs {
    jobs: Mutex<HashMap<Ticket, Job>>,
    one_ended: Condvar,
}

impl Jobs {
    pub fn add(&self, ticket: Ticket, request: &Request) {
        let gives_way = matches!(
            request,
            Request::TakeIn { .. }
                | Request::OpenOutside { .. }
                | Request::Preview { .. }
                | Request::Outline { .. }
                | Request::Draw { .. }
                | Request::FindText { .. }
                | Request::Copies { .. }
                | Request::People(PeopleRequest::Prepare { .. })
                | Request::Filing { .. }
                | Request::Import(
                    ImportRequest::Open { .. }
                        | ImportRequest::Look { .. }
                        | ImportRequest::Preview { .. }
                        | ImportRequest::Last { .. }
                )
        );
        let job = Job {
            lane: Lane::of(request),
            gives_way,
            stop: Stop::default(),
        };
        self.lock().insert(ticket, job);
    }

    pub fn end(&self, ticket: Ticket) {
        self.lock().remove(&ticket);
        self.one_ended.notify_all();
    }

    pub fn cancel(&self, ticket: Ticket) {
        if let Some(job) = self.lock().get(&ticket) {
            job.stop.raise();
        }
    }

    pub fn cancel_what_gives_way(&self) {
        for job in self.lock().values().filter(|job| job.gives_way) {
            job.stop.raise();
        }
    }

    pub fn is_cancelled(&self, ticket: Ticket) -> bool {
        self.lock().get(&ticket).is_some_and(|job| job.stop.is_raised())
    }

    /// What is raised when the job is cancelled.
    pub fn stop(&self, ticket: Ticket) -> Stop {
        self.lock()
            .get(&ticket)
            .map(|job| job.stop.clone())
            .unwrap_or_default()
    }

    /// Waits until no job with files is left; `false` if some still are after `patience`.
    pub fn wait_for_files(&self, patience: Duration) -> bool {
        let has_files = |jobs: &mut HashMap<Ticket, Job>| jobs.values().any(|job| job.lane != Lane::Records);
        let (_jobs, waited) = self
            .one_ended
            .wait_timeout_while(self.lock(), patience, has_files)
            .unwrap_or_else(PoisonError::into_inner);
        !waited.timed_out()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Ticket, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
