//! The use cases: the only door to the records. Who may do what is decided here, inside one
//! transaction, with the time given by the clock (design.md, invariant 1).
//!
//! - [`Engine::run`] is the one way to change anything: a [`Command`] by a [`Session`] under a
//!   [`RequestId`](crate::domain::id::RequestId).
//! - Questions are methods named after what they answer; they run beside a writer.
//! - The engine is `Send + Sync` and keeps no current user.

mod answer;
mod clock;
mod command;
mod context;
mod create;
mod dates;
mod decide;
mod demonstration;
mod drafts;
mod duties;
mod failure;
mod guard;
mod login;
mod maintenance;
mod open;
mod outcome;
mod password;
mod personal;
mod populate;
mod run;
mod secret;
mod session;
mod stage;
mod trouble;
mod view;

use std::sync::Arc;

use crate::media::Inspector;
use crate::store::Library;

pub use crate::store::location::{
    DEMONSTRATION_FILE, LIBRARY_VARIABLE, Location, Origin, Places, data_folder,
};
pub use crate::store::{Face, OpenMode, OtherProgram, StoreError, WriteWait};
pub use clock::{Clock, HandClock, IdSource, SeededIds, SystemClock, SystemRandom};
pub use command::{
    Batch, Command, CourseFields, NewOutcome, OutcomeChanges, Reply, SeenItem, StagedFile, Verdict,
};
pub use create::{NewPersonalLibrary, NewSchool, Surroundings};
pub use demonstration::{demonstration_national_id, demonstration_password};
pub use failure::Failure;
pub use maintenance::Upkeep;
pub use populate::{NewDeputy, NewOffering, NewPerson, Populate};
pub use secret::Secret;
pub use session::Session;
pub use trouble::trouble;
pub use view::{
    CaseView, ClockVerdict, CourseView, CurrentTerms, DecisionView, DemonstrationAccount, FileContent,
    FileView, HistoryView, ItemView, OtherStudent, QueueCourse, QueueRow, QueueView, SameBytes, StagedView,
    StatusView, TrashView, WindowView,
};

/// The records of one library and the rules over them.
pub struct Engine {
    library: Library,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
    inspector: Arc<dyn Inspector>,
    stages: stage::Stages,
}

impl Engine {
    pub fn new(
        library: Library,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn IdSource>,
        inspector: Arc<dyn Inspector>,
    ) -> Self {
        Self {
            library,
            clock,
            ids,
            inspector,
            stages: stage::Stages::default(),
        }
    }

    pub fn library(&self) -> &Library {
        &self.library
    }

    pub fn now(&self) -> crate::domain::moment::Moment {
        self.clock.now()
    }

    /// The inspector, for previews of one's own files.
    pub fn inspector(&self) -> &Arc<dyn Inspector> {
        &self.inspector
    }
}
