//! A worker over the small school.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use licheng::domain::file::{FileKind, Inspection};
use licheng::domain::id::RequestId;
use licheng::domain::limits::Limits;
use licheng::engine::{Command, Engine, Face, Reply, Secret, Session, Surroundings, demonstration_password};
use licheng::media::{InspectFailure, Inspector, PreviewFailure, PreviewImage};
use licheng::store::{Library, OpenMode, Opening};
use licheng::worker::{Answer, Message, Request, Ticket, Trouble, Worker, WorkerSetup};

use crate::support::school::{FirstLetters, School, header, surroundings};

/// Long enough for any job on a busy machine; a test that needs it all has failed.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Panics at contents that say so.
pub struct Fragile;

impl Inspector for Fragile {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        assert!(!bytes.ends_with(b"panic"), "a mistake in the program");
        FirstLetters.inspect(bytes)
    }

    fn preview(&self, bytes: &[u8], _: FileKind, page: u32, width: u32) -> Result<PreviewImage, PreviewFailure> {
        Ok(PreviewImage { width, height: page, pixels: bytes.to_vec() })
    }
}

pub struct Desk {
    pub worker: Worker,
    pub session: Session,
    pub wakes: Arc<AtomicUsize>,
    /// What was opened with the system's viewers.
    pub opened_outside: Arc<Mutex<Vec<PathBuf>>>,
    pub school: SchoolFacts,
    tickets: AtomicU64,
    seen: Mutex<Vec<Message>>,
}

pub struct SchoolFacts {
    pub physics: licheng::domain::id::OfferingId,
    pub clock: Arc<licheng::engine::HandClock>,
}

pub fn fragile(clock: &Arc<licheng::engine::HandClock>, seed: &str) -> Surroundings {
    Surroundings { inspector: Arc::new(Fragile), ..surroundings(clock, seed) }
}

impl Desk {
    /// With the school in memory, or in a file.
    pub fn new(path: Option<PathBuf>) -> Self {
        let library = match &path {
            None => Library::in_memory(&header()).unwrap(),
            Some(path) => {
                let mut opening = Opening::new(OpenMode::ReadWrite, Face::Window, 0);
                opening.temporary_folder = path.parent().unwrap().to_path_buf();
                Library::create(path, &header(), &opening).unwrap()
            }
        };
        let School { engine, clock, physics, .. } = School::in_library(library, Limits::default());
        let session = engine.login("s1", &Secret::new(demonstration_password("s1"))).unwrap();
        // The same library, with an inspector that can break.
        let engine = match &path {
            None => engine_in_memory(engine),
            Some(path) => {
                engine.library().close().unwrap();
                drop(engine);
                Engine::open(path, fragile(&clock, "worker"), OpenMode::ReadWrite, Face::Window).unwrap()
            }
        };
        let wakes = Arc::new(AtomicUsize::new(0));
        let opened_outside = Arc::new(Mutex::new(Vec::new()));
        let (count, opened) = (Arc::clone(&wakes), Arc::clone(&opened_outside));
        let demonstration = Arc::new(|| Err(licheng::engine::StoreError::DiskFull.into()));
        let mut setup = WorkerSetup::new(fragile(&clock, "worker"), demonstration, Face::Window);
        setup.open_outside = Arc::new(move |path| {
            opened.lock().unwrap().push(path.to_path_buf());
            Ok(())
        });
        let waker = Arc::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
        });
        let path = path.unwrap_or_else(|| PathBuf::from("memory.redb"));
        Self {
            worker: Worker::with_engine(engine, path, setup, waker),
            session,
            wakes,
            opened_outside,
            school: SchoolFacts { physics, clock },
            tickets: AtomicU64::new(0),
            seen: Mutex::default(),
        }
    }

    pub fn ticket(&self) -> Ticket {
        Ticket(self.tickets.fetch_add(1, Ordering::SeqCst))
    }

    pub fn send(&self, request: Request) -> Ticket {
        let ticket = self.ticket();
        self.worker.send(ticket, request);
        ticket
    }

    /// Waits for the answer to `ticket`; what came before it is kept for [`Desk::seen`].
    pub fn answer(&self, ticket: Ticket) -> Result<Answer, Trouble> {
        loop {
            match self.worker.receive_within(PATIENCE).expect("an answer") {
                Message::Answer { ticket: of, answer } if of == ticket => return *answer,
                other => self.seen.lock().unwrap().push(other),
            }
        }
    }

    pub fn ask(&self, request: Request) -> Result<Answer, Trouble> {
        let ticket = self.send(request);
        self.answer(ticket)
    }

    pub fn seen(&self) -> Vec<Message> {
        std::mem::take(&mut *self.seen.lock().unwrap())
    }

    pub fn run(&self, command: Command) -> Result<Reply, Trouble> {
        let request = RequestId(u128::from(self.ticket().0) + 1_000);
        let session = self.session.clone();
        match self.ask(Request::Run { session, request, command })? {
            Answer::Ran(reply) => Ok(*reply),
            other => panic!("{other:?}"),
        }
    }
}

/// A library in memory has no second opening: its inspector stays.
fn engine_in_memory(engine: Engine) -> Engine {
    engine
}
