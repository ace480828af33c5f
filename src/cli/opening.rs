//! Opening a library and logging in to it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::domain::file::{FileKind, Inspection};
use crate::domain::trouble::Program;
use crate::engine::{
    Command, Engine, Face, Failure, OpenMode, OtherProgram, Places, Reply, Secret, Session, StoreError,
    Surroundings, SystemClock, SystemRandom, WriteWait,
};
use crate::media::{
    CHILD_ARGUMENT, ChildPool, ChildTrouble, Document, FoundText, InspectFailure, Inspector, Outline,
    PageView, Piece, PreviewFailure, PreviewImage, Stop,
};
use crate::text;

use super::args::{Arguments, ForAccount};
use super::output::Output;
use super::password;
use super::trouble::Trouble;

/// Starts the child that opens strangers' files when the first file comes: most commands bring none.
#[derive(Debug, Default)]
struct OnDemand(OnceLock<ChildPool>);

impl OnDemand {
    fn pool(&self) -> Result<&ChildPool, ChildTrouble> {
        if let Some(pool) = self.0.get() {
            return Ok(pool);
        }
        let program = std::env::current_exe().map_err(|error| ChildTrouble::CannotStart(error.kind()))?;
        Ok(self
            .0
            .get_or_init(|| ChildPool::new(program, vec![CHILD_ARGUMENT.into()], 1)))
    }
}

impl Inspector for OnDemand {
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure> {
        self.pool()?.inspect(bytes)
    }

    fn preview(
        &self,
        bytes: &[u8],
        kind: FileKind,
        page: u32,
        max_width_px: u32,
    ) -> Result<PreviewImage, PreviewFailure> {
        self.pool()?.preview(bytes, kind, page, max_width_px)
    }

    fn outline(&self, document: &Document, stop: &Stop) -> Result<Outline, PreviewFailure> {
        self.pool()?.outline(document, stop)
    }

    fn draw(&self, document: &Document, view: PageView, stop: &Stop) -> Result<PreviewImage, PreviewFailure> {
        self.pool()?.draw(document, view, stop)
    }

    fn piece(&self, document: &Document, first: u32, stop: &Stop) -> Result<Piece, PreviewFailure> {
        self.pool()?.piece(document, first, stop)
    }

    fn find(&self, document: &Document, text: &str, stop: &Stop) -> Result<FoundText, PreviewFailure> {
        self.pool()?.find(document, text, stop)
    }
}

/// Time, chance and the reading of files of this program.
pub fn surroundings() -> Surroundings {
    Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(OnDemand::default()),
    }
}

/// What a command does with the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Possible as well where nothing can be written (a locked stick, a network share).
    Look,
    Change,
}

/// A library with somebody logged in.
pub struct Desk {
    pub engine: Engine,
    pub session: Session,
    path: PathBuf,
}

impl Desk {
    /// # Errors
    /// No library, a wrong password, the library's trouble.
    pub fn open(arguments: &Arguments, who: &ForAccount, wish: Wish) -> Result<Self, Trouble> {
        let password = password::current(arguments.password_file.as_deref(), &who.account)?;
        Self::open_with(arguments, who, &password, wish)
    }

    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(
        arguments: &Arguments,
        who: &ForAccount,
        password: &Secret,
        wish: Wish,
    ) -> Result<Self, Trouble> {
        let places = Places::of_this_process(arguments.library.clone());
        let path = places.library().ok_or(Trouble::NoDataFolder)?.path;
        let engine = open_engine(&path, wish)?;
        let session = engine
            .login(&who.account, password)
            .map_err(|failure| Trouble::of(failure, &path, engine.now()))?;
        Ok(Self {
            engine,
            session,
            path,
        })
    }

    /// Gives a command, telling for whom a long wait is.
    ///
    /// # Errors
    /// As the engine says.
    pub fn run(&self, command: &Command, output: &mut Output) -> Result<Reply, Trouble> {
        let output = std::cell::RefCell::new(output);
        let on_wait = |others: &[OtherProgram]| {
            let others: Vec<Program> = others.iter().map(program).collect();
            output.borrow_mut().remark(&text::trouble::waiting_for(&others));
        };
        let wait = WriteWait {
            on_wait: &on_wait,
            ..WriteWait::default()
        };
        self.answer(
            self.engine
                .run_waiting(&self.session, self.engine.new_request(), command, wait),
        )
    }

    /// The engine's failure as this face's.
    ///
    /// # Errors
    /// The failure.
    pub fn answer<T>(&self, result: Result<T, Failure>) -> Result<T, Trouble> {
        result.map_err(|failure| Trouble::of(failure, &self.path, self.engine.now()))
    }
}

fn program(other: &OtherProgram) -> Program {
    Program {
        pid: other.pid,
        is_window: other.face == Face::Window,
    }
}

fn open_engine(path: &Path, wish: Wish) -> Result<Engine, Trouble> {
    let open = |mode| Engine::open(path, surroundings(), mode, Face::CommandLine);
    let opened = match (open(OpenMode::ReadWrite), wish) {
        (Err(StoreError::NotWritable { .. } | StoreError::NetworkShare { .. }), Wish::Look) => {
            open(OpenMode::ReadOnly)
        }
        (opened, _) => opened,
    };
    opened.map_err(|error| Trouble::library(error, path))
}
