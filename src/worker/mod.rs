//! The background threads that own the engine, so that nothing blocks a frame (crate documentation, 4).
//!
//! The window sends [`Request`]s under [`Ticket`]s and receives [`Message`]s; the worker wakes the
//! window once per message and knows nothing of egui. One thread serves records, in order; one files
//! (reading, inspecting, saving), so that a slow stick does not hold up a click; two draw pages, so that a
//! document that takes its whole time limit does not hold up the next one.
//! A panic in a job becomes [`Trouble::Crashed`].
//!
//! Every request gets exactly one [`Message::Answer`], also a cancelled one. Requests about records, and
//! requests about files, are answered in the order they were sent; pages come as they are ready.

mod copies;
mod dates;
mod desk;
mod file_jobs;
mod filing;
mod imports;
mod jobs;
mod libraries;
mod message;
mod outside;
mod pages;
mod people;
mod post;
mod records;
mod shelf;
mod snapshot;
mod trouble;
mod whole_file;

use std::cell::Cell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::engine::{Engine, Face, Failure, Surroundings};

use desk::Desk;
use jobs::Lane;
use outside::Outside;

pub use dates::{DatesAnswer, DatesRequest};
pub use filing::{FilingAnswer, FilingResult, FilingWish};
pub use imports::{ApplyRequest, ImportAnswer, ImportRequest, ImportSource, ImportStage};
pub use message::{
    Answer, CopyAnswer, CopyResult, CopyWish, Delivery, Film, FoundText, MediaOutline, Message, Opened,
    Outline, PagePart, PageSize, PageView, PickedFile, Preview, PreviewPixels, Request, Snapshot, TextHit,
    Ticket, Trouble,
};
pub use people::{Office, PeopleAnswer, PeopleRequest};

/// Tells the window that a message waits. Called on the worker's threads.
pub type Waker = Arc<dyn Fn() + Send + Sync>;
/// Opens the demonstration school, making it first if it is not there; with its path.
pub type DemonstrationOpener = Arc<dyn Fn() -> Result<(PathBuf, Engine), Failure> + Send + Sync>;
/// Hands a file to the system's own program for it, without waiting for that program to end.
pub type OutsideOpener = Arc<dyn Fn(&Path) -> io::Result<()> + Send + Sync>;

/// One is enough for speed; the other goes on while a bad document takes its whole time limit.
const PAGE_THREADS: usize = 2;

/// How long leaving waits for jobs with files: a dead disk must not keep a window open.
const PATIENCE_WITH_FILES: Duration = Duration::from_secs(10);

/// What the worker needs from outside.
#[derive(Clone)]
pub struct WorkerSetup {
    pub surroundings: Surroundings,
    pub demonstration: DemonstrationOpener,
    pub face: Face,
    pub open_outside: OutsideOpener,
}

impl WorkerSetup {
    /// With the system's own viewers for files that are opened outside.
    pub fn new(surroundings: Surroundings, demonstration: DemonstrationOpener, face: Face) -> Self {
        Self {
            surroundings,
            demonstration,
            face,
            open_outside: Arc::new(|path| open::that_detached(path)),
        }
    }
}

type Queue = Sender<(Ticket, Request)>;

/// The window's end of the two threads. Dropping it cancels what waits and ends them; a library that is
/// still open is closed, but without giving spare space back: send [`Request::Close`] before.
pub struct Worker {
    desk: Arc<Desk>,
    /// `None` only while being dropped.
    queues: Option<Queues>,
    inbox: Receiver<Message>,
    /// Never receives; disconnected once both threads have ended.
    ended: Receiver<()>,
    unanswered: Cell<usize>,
}

struct Queues {
    records: Queue,
    files: Queue,
    pages: Queue,
}

impl Worker {
    /// Starts without a library.
    pub fn start(setup: WorkerSetup, waker: Waker) -> Self {
        Self::start_with(None, setup, waker)
    }

    /// Starts with a library that is open already.
    pub fn with_engine(engine: Engine, path: PathBuf, setup: WorkerSetup, waker: Waker) -> Self {
        Self::start_with(Some((engine, path)), setup, waker)
    }

    fn start_with(library: Option<(Engine, PathBuf)>, setup: WorkerSetup, waker: Waker) -> Self {
        let (outbox, inbox) = mpsc::channel();
        let desk = Arc::new(Desk::new(setup, outbox, waker));
        if let Some((engine, path)) = library {
            desk.shelf.put(engine, path);
        }
        let (alive, ended) = mpsc::channel::<()>();
        let (records, records_queue) = mpsc::channel();
        let (files, files_queue) = mpsc::channel();
        let (for_records, records_alive) = (Arc::clone(&desk), alive.clone());
        spawn("records", move || {
            let _alive = records_alive;
            records::run(&for_records, &records_queue);
        });
        let (for_files, files_alive) = (Arc::clone(&desk), alive.clone());
        spawn("files", move || {
            let _alive = files_alive;
            Outside::sweep();
            for (ticket, request) in files_queue {
                for_files.handle(ticket, request);
            }
        });
        let (pages, pages_queue) = mpsc::channel();
        let pages_queue = Arc::new(Mutex::new(pages_queue));
        for _ in 0..PAGE_THREADS {
            let (for_pages, queue) = (Arc::clone(&desk), Arc::clone(&pages_queue));
            let pages_alive = alive.clone();
            spawn("pages", move || {
                let _alive = pages_alive;
                while let Some((ticket, request)) = next_of(&queue) {
                    for_pages.handle(ticket, request);
                }
            });
        }
        drop(alive);
        Self {
            desk,
            queues: Some(Queues {
                records,
                files,
                pages,
            }),
            inbox,
            ended,
            unanswered: Cell::new(0),
        }
    }

    /// Puts a request into its queue; the caller gives out the tickets, each once.
    pub fn send(&self, ticket: Ticket, request: Request) {
        self.unanswered.set(self.unanswered.get() + 1);
        let lane = Lane::of(&request);
        self.desk.post.jobs.add(ticket, &request);
        let Some(queues) = &self.queues else { return };
        let queue = match lane {
            Lane::Records => &queues.records,
            Lane::Files => &queues.files,
            Lane::Pages => &queues.pages,
        };
        if queue.send((ticket, request)).is_err() {
            log::error!("a worker thread is not there");
            self.desk.post.answer(ticket, Err(Trouble::Crashed));
        }
    }

    /// Asks to give up a job. It is answered with [`Trouble::Cancelled`], or finished if it was too late
    /// (a change that has begun always finishes).
    pub fn cancel(&self, ticket: Ticket) {
        self.desk.post.jobs.cancel(ticket);
    }

    /// All messages that wait, oldest first; never blocks.
    pub fn receive(&self) -> Vec<Message> {
        self.inbox
            .try_iter()
            .inspect(|message| self.count(message))
            .collect()
    }

    /// The next message, waiting for it at most `timeout`. Not for frames: for tests, and for leaving.
    pub fn receive_within(&self, timeout: Duration) -> Option<Message> {
        let message = self.inbox.recv_timeout(timeout).ok()?;
        self.count(&message);
        Some(message)
    }

    /// Receives until every request is answered, or `timeout` has passed. For tests, and for leaving.
    pub fn wait_idle(&self, timeout: Duration) -> Vec<Message> {
        let started = Instant::now();
        let mut messages = self.receive();
        while self.unanswered.get() > 0 {
            let left = timeout.saturating_sub(started.elapsed());
            match self.receive_within(left) {
                Some(message) => messages.push(message),
                None => break,
            }
        }
        messages
    }

    /// Requests whose answer was not received yet.
    pub fn unanswered(&self) -> usize {
        self.unanswered.get()
    }

    fn count(&self, message: &Message) {
        if matches!(message, Message::Answer { .. }) {
            self.unanswered.set(self.unanswered.get().saturating_sub(1));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.desk.post.jobs.cancel_what_gives_way();
        self.queues = None;
        if self.ended.recv_timeout(PATIENCE_WITH_FILES) == Err(mpsc::RecvTimeoutError::Timeout) {
            log::warn!("left while a job was still at work");
        }
    }
}

/// A thread that cannot be started leaves its queue without a receiver, which `send` reports.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
        log::error!("the {name} thread cannot be started: {error}");
    }
}

/// The next request for whichever thread is free; `None` once the worker is gone.
fn next_of(queue: &Mutex<Receiver<(Ticket, Request)>>) -> Option<(Ticket, Request)> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
