//! A worker over the small school.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use licheng::domain::file::{FileKind, Inspection};
use licheng::domain::id::{OfferingId, RequestId};
use licheng::domain::limits::Limits;
use licheng::engine::{
    Command, Engine, Face, HandClock, Reply, Secret, Session, Surroundings, demonstration_password,
};
use licheng::media::{
    Document, FoundText, InspectFailure, Inspector, Outline, PageView, PreviewFailure, PreviewImage, Stop,
};
use licheng::store::{Library, OpenMode, Opening, SharedMemory};
use licheng::worker::{Answer, Message, Request, Ticket, Trouble, Worker, WorkerSetup};

use crate::support::school::{FirstLetters, School, header, surroundings};

/// Long enough for any job on a busy machine; a test that needs it all has failed.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Holds up the thread that comes along, once, until the test lets it go on.
#[derive(Default)]
pub struct Gate(Mutex<Option<(Sender<()>, Receiver<()>)>>);

impl Gate {
    /// Closes it. What is given tells that somebody waits, and lets them go on.
    pub fn close(&self) -> (Receiver<()>, Sender<()>) {
        let (arrived, arrival) = mpsc::channel();
        let (release, released) = mpsc::channel();
        *self.0.lock().unwrap() = Some((arrived, released));
        (arrival, release)
    }

    fn pass(&self) {
        let closed = self.0.lock().unwrap().take();
        if let Some((arrived, released)) = closed {
            arrived.send(()).unwrap();
            released.recv_timeout(PATIENCE).unwrap();
        }
    }
}

/// Breaks down at contents that end in `panic`, and can be held up.
#[derive(Default)]
pub struct Fragile {
    pub gate: Gate,
}

impl Inspector for Fragile {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        assert!(!bytes.ends_with(b"panic"), "a mistake in the program");
        self.gate.pass();
        FirstLetters.inspect(bytes)
    }

    fn preview(
        &self,
        bytes: &[u8],
        _: FileKind,
        page: u32,
        width: u32,
    ) -> Result<PreviewImage, PreviewFailure> {
        Ok(PreviewImage {
            width,
            height: page,
            pixels: bytes.to_vec(),
        })
    }

    fn outline(&self, document: &Document, stop: &Stop) -> Result<Outline, PreviewFailure> {
        FirstLetters.outline(document, stop)
    }

    /// The size asked for, and the bytes for pixels.
    fn draw(&self, document: &Document, view: PageView, _: &Stop) -> Result<PreviewImage, PreviewFailure> {
        self.preview(&document.bytes, document.kind, view.page, view.width_px)
    }

    fn find(&self, document: &Document, text: &str, stop: &Stop) -> Result<FoundText, PreviewFailure> {
        FirstLetters.find(document, text, stop)
    }
}

/// A worker with the school open and the student `s1` logged in.
pub struct Desk {
    pub worker: Worker,
    pub session: Session,
    pub physics: OfferingId,
    pub clock: Arc<HandClock>,
    pub inspector: Arc<Fragile>,
    /// Stands where the window is woken.
    pub waking: Arc<Gate>,
    pub wakes: Arc<AtomicUsize>,
    /// What was opened with the system's viewers.
    pub opened_outside: Arc<Mutex<Vec<PathBuf>>>,
    tickets: AtomicU64,
    seen: Mutex<Vec<Message>>,
}

pub fn opening() -> Opening {
    Opening::new(OpenMode::ReadWrite, Face::Window, 0)
}

impl Desk {
    pub fn in_memory() -> Self {
        let memory = SharedMemory::default();
        let library = Library::create_with_backend(memory.clone(), &header()).unwrap();
        Self::over(library, "memory.redb".into(), || {
            Library::open_with_backend(memory).unwrap()
        })
    }

    pub fn in_file(path: PathBuf) -> Self {
        let library = Library::create(&path, &header(), &opening()).unwrap();
        Self::over(library, path.clone(), || {
            Library::open(&path, &opening()).unwrap()
        })
    }

    /// Founds the school, then opens it again with an inspector that can break.
    fn over(new: Library, path: PathBuf, open: impl FnOnce() -> Library) -> Self {
        let School {
            engine,
            clock,
            physics,
            ..
        } = School::in_library(new, Limits::default());
        let session = engine
            .login("s1", &Secret::new(demonstration_password("s1")))
            .unwrap();
        engine.library().close().unwrap();
        drop(engine);
        let inspector = Arc::new(Fragile::default());
        let around = around(&clock, &inspector);
        let engine = Engine::new(
            open(),
            around.clock.clone(),
            around.ids.clone(),
            around.inspector.clone(),
        );
        let wakes = Arc::new(AtomicUsize::new(0));
        let waking = Arc::new(Gate::default());
        let opened_outside = Arc::new(Mutex::new(Vec::new()));
        let demonstration = Arc::new(|| Err(licheng::engine::StoreError::DiskFull.into()));
        let mut setup = WorkerSetup::new(around, demonstration, Face::Window);
        let opened = Arc::clone(&opened_outside);
        setup.open_outside = Arc::new(move |path| {
            opened.lock().unwrap().push(path.to_path_buf());
            Ok(())
        });
        let (count, gate) = (Arc::clone(&wakes), Arc::clone(&waking));
        let waker = Arc::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
            gate.pass();
        });
        Self {
            worker: Worker::with_engine(engine, path, setup, waker),
            session,
            physics,
            clock,
            inspector,
            waking,
            wakes,
            opened_outside,
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
        match self.ask(Request::Run {
            session,
            request,
            command,
        })? {
            Answer::Ran(reply) => Ok(*reply),
            other => panic!("{other:?}"),
        }
    }
}

pub fn around(clock: &Arc<HandClock>, inspector: &Arc<Fragile>) -> Surroundings {
    Surroundings {
        inspector: inspector.clone(),
        ..surroundings(clock, "worker")
    }
}
