//! The use cases: the only door to the records. Who may do what is decided here, inside one
//! transaction, with the time given by the clock (design.md, invariant 1).
//!
//! - [`Engine::run`] is the one way to change anything: a [`Command`] by a [`Session`] under a
//!   [`RequestId`](crate::domain::id::RequestId).
//! - Questions are methods named after what they answer; they run beside a writer.
//! - The engine is `Send + Sync` and keeps no current user.

mod activity;
mod answer;
mod clock;
mod command;
mod context;
mod copies;
mod create;
mod dates;
mod decide;
mod demonstration;
mod drafts;
mod duties;
mod failure;
mod files;
mod guard;
mod import;
mod login;
mod maintenance;
mod officers;
mod open;
mod outcome;
mod password;
mod people;
mod personal;
mod populate;
mod receipt;
mod run;
mod secret;
mod selection;
mod session;
mod stage;
mod trouble;
mod view;

use std::sync::Arc;

use crate::media::Inspector;
use crate::store::Library;

pub use crate::exchange::portfolio::suggested_name;
pub use crate::exchange::report::{Report, Value as ReportValue, tab_separated, xlsx as workbook};
pub use crate::exchange::{Progress as TableProgress, Stage as TableStage, Watch as TableWatch};
pub use crate::store::location::{
    DEMONSTRATION_FILE, LIBRARY_VARIABLE, Location, Origin, Places, data_folder,
};
pub use crate::store::{Face, OpenMode, OtherProgram, StoreError, WriteWait};
pub use clock::{Clock, HandClock, IdSource, SeededIds, SystemClock, SystemRandom};
pub use command::{
    AccountCommand, ActivityChanges, ActivityCommand, Announcement, Batch, Command, CopyCommand,
    CourseFields, DatesCommand, DeputyCommand, Extension, ExtensionFor, ImportCommand, ImportRecord,
    NewAccount, NewActivity, NewDeputyship, NewOutcome, OfficerCommand, OutcomeChanges, PeopleReply,
    PostCorrection, ReceiptCommand, Reply, Roster, SeenItem, SelectionCommand, StagedFile, StartTerm,
    Verdict,
};
pub use copies::{
    CheckedRecord, CopyCheck, CopyFailure, CopySummary, Fate, ImportReport, MadeView, Placement, Progress,
    Tell, WrittenCopy, WrittenRosters,
};
pub use create::{NewPersonalLibrary, NewSchool, NewSchoolLibrary, Surroundings};
pub use demonstration::{demonstration_national_id, demonstration_password};
pub use failure::Failure;
pub use import::{OpenTable, PromotionView, ReadRoster, TableSource, roster_template};
pub use maintenance::Upkeep;
pub use people::{PasswordProgress, Slip};
pub use populate::{NewDeputy, NewOffering, NewPerson, Populate};
pub use receipt::{ConfirmationOf, PrintedConfirmations};
pub use secret::Secret;
pub use session::Session;
pub use trouble::trouble;
pub use view::{
    AccountDetail, AccountRow, ActivityRules, ActivityView, AnnouncementView, BatchView, BoardView, CaseView,
    Chosen, ClassView, ClockVerdict, CorrectionView, CourseView, CurrentTerms, DecisionView,
    DemonstrationAccount, DeputyView, FileContent, FileView, FilingView, FindQuery, Found, FoundKind,
    HistoryView, ItemView, LeftView, NotReady, OfficerView, OtherStudent, PostAnswer, PostReportView,
    PostStudent, PostView, ProgressCell, ProgressKey, ProgressLine, ProgressRow, ProgressScope,
    ProgressStudent, ProgressView, QueueCourse, QueueRow, QueueView, ReceiptAnswer, ReceiptEntry,
    ReceiptItem, ReceiptView, ReceiptsView, RulesView, SameBytes, SelectionView, Signed, StagedView,
    StatusView, StudentName, StudentSelection, StudyYearsView, TaughtCourse, TimetableRow, TimetableView,
    TrashView, WindowView,
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
