//! What the engine answers to questions: plain data for a window, a command line or a wire.

mod activities;
mod build;
mod case;
mod courses;
mod filing;
mod find;
mod items;
mod officers;
mod people;
mod progress;
mod queue;
mod receipt;
mod same_bytes;
mod selection;
mod status;
mod timetable;

use crate::domain::access::Role;
use crate::domain::act::{self, Act};
use crate::domain::act::{Circumstances, LibraryKind, Overdue, Relation};
use crate::domain::course::{CourseKind, Credits, EnrolmentMode};
use crate::domain::file::{ContentCaution, ContentFacts, FileKind, SizeVerdict, Slot};
use crate::domain::history::Line;
use crate::domain::id::{AccountId, FileId, ItemId, OfferingId, WindowId};
use crate::domain::limits::Limits;
use crate::domain::moment::Moment;
use crate::domain::outcome::{Origin, OutcomeFacts, OutcomeState, ReturnReason, WorkKind};
use crate::domain::quota::{Counter, Usage};
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{self, Concerned, Period, Phase, Window, WindowKind};

pub use activities::{ActivityRules, ActivityView};
pub use case::{CaseView, OtherStudent, SameBytes};
pub use filing::{BatchView, FilingView, StudentSelection};
pub use find::{FindQuery, Found, FoundKind};
pub use officers::{CorrectionView, OfficerView, PostAnswer, PostReportView, PostStudent, PostView};
pub use people::{AccountDetail, AccountRow, ClassView, DeputyView, StudyYearsView, TaughtCourse};
pub use progress::{
    ProgressCell, ProgressKey, ProgressLine, ProgressRow, ProgressScope, ProgressStudent, ProgressView,
};
pub use queue::{QueueCourse, QueueRow, QueueView};
pub use receipt::{ReceiptAnswer, ReceiptEntry, ReceiptItem, ReceiptView, ReceiptsView};
pub use selection::{Chosen, LeftView, NotReady, SelectionView};
pub use timetable::{
    AnnouncementView, BoardView, RulesView, Signed, StudentName, TimetableRow, TimetableView,
};

pub(crate) use activities::activity_view;
pub(crate) use build::item_view;
pub(in crate::engine) use build::{build, items_with_content, may_see};
pub(in crate::engine) use queue::is_undoable_by;
pub(in crate::engine) use receipt::own_receipt;
pub(in crate::engine) use selection::selection_view;

/// A file of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileView {
    pub id: FileId,
    pub slot: Slot,
    pub kind: FileKind,
    /// The original name, with the right ending.
    pub name: String,
    pub bytes: u64,
    pub blake3: [u8; 32],
    pub md5: [u8; 16],
    pub added: Moment,
    pub facts: Option<ContentFacts>,
    pub cautions: Vec<ContentCaution>,
    pub size_verdict: SizeVerdict,
}

/// A teacher's decision, or a state recorded in a personal library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionView {
    pub at: Moment,
    pub by: String,
    /// The teacher a deputy acted for.
    pub for_teacher: Option<String>,
    pub state: OutcomeState,
    pub origin: Origin,
    pub reason: Option<ReturnReason>,
    pub note: String,
    /// The document had not been on the screen.
    pub unopened: bool,
}

/// One 課程學習成果.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    pub id: ItemId,
    pub facts: OutcomeFacts,
    pub student_name: String,
    pub course_code: String,
    pub course_name: String,
    pub teachers: Vec<String>,
    pub title: String,
    pub work_kind: Option<WorkKind>,
    pub description: String,
    pub files: Vec<FileView>,
    pub created: Moment,
    pub updated: Moment,
    pub submitted: Option<Moment>,
    /// How many times it was submitted.
    pub attempt: u32,
    pub requested: Option<Moment>,
    /// When it went to the trash, and until when it can come back.
    pub trashed: Option<TrashView>,
    /// Newest last.
    pub decisions: Vec<DecisionView>,
    /// Other items of the same student with the same bytes.
    pub same_bytes: Vec<ItemId>,
}

/// An item in the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrashView {
    pub since: Moment,
    /// The end of the upload window, when there is one.
    pub restorable_until: Option<Moment>,
    /// When it is removed for good; `None` while no window is announced.
    pub removed_on: Option<Moment>,
}

impl ItemView {
    pub fn state(&self) -> OutcomeState {
        self.facts.state
    }

    pub fn file(&self, slot: Slot) -> Option<&FileView> {
        self.files.iter().find(|file| file.slot == slot)
    }

    /// The latest decision, if it still stands.
    pub fn last_return(&self) -> Option<&DecisionView> {
        self.decisions
            .last()
            .filter(|decision| decision.state == OutcomeState::Returned)
    }
}

/// One course of one term, as a student sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseView {
    pub id: OfferingId,
    pub term: Term,
    pub code: String,
    pub name: String,
    pub credits: Credits,
    pub kind: CourseKind,
    /// Class or group.
    pub group: String,
    pub teachers: Vec<String>,
    pub mode: EnrolmentMode,
    pub withdrawn: bool,
}

/// The three settings that say which term a badge speaks of (domain.md 2c).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrentTerms {
    pub outcome: Term,
    pub activity: Term,
    pub selection: SchoolYear,
}

impl CurrentTerms {
    /// The period a badge of this kind names.
    pub const fn period(&self, kind: WindowKind) -> Period {
        match kind {
            WindowKind::OutcomeUpload | WindowKind::Certification => Period::Term(self.outcome),
            WindowKind::Activity => Period::Year(self.activity.year),
            WindowKind::Selection => Period::Year(self.selection),
        }
    }
}

/// An announced window with its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowView {
    pub id: WindowId,
    pub window: Window,
}

/// Whether the computer's clock can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockVerdict {
    Fine,
    /// More than 5 minutes before the newest line of the history.
    Behind {
        newest: Moment,
    },
    /// More than 30 days after the newest line.
    FarAhead {
        newest: Moment,
    },
}

/// Everything the badges show; phases are derived from it and the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusView {
    pub library: LibraryKind,
    pub school_name: String,
    pub terms: CurrentTerms,
    /// Of the current outcome term.
    pub outcomes: Usage,
    /// Of the current activity term.
    pub activities: Usage,
    pub limits: Limits,
    /// All windows that could concern this person.
    pub windows: Vec<Window>,
    pub concerned: Concerned,
    pub clock: ClockVerdict,
    pub activity_rules: ActivityRules,
}

impl StatusView {
    pub fn usage(&self, counter: Counter) -> Usage {
        match counter {
            Counter::Outcome => self.outcomes,
            Counter::Activity => self.activities,
        }
    }

    /// The window of `kind` for the period its badge names, as it counts for this person at `now`.
    pub fn window(&self, kind: WindowKind, now: Moment) -> Option<&Window> {
        self.window_of(kind, self.terms.period(kind), now)
    }

    pub fn window_of(&self, kind: WindowKind, period: Period, now: Moment) -> Option<&Window> {
        window::effective(&self.windows, kind, period, &self.concerned, now)
    }

    pub fn phase(&self, kind: WindowKind, now: Moment) -> Phase {
        window::phase_of(self.window(kind, now), now)
    }

    /// The next window of this kind to open, of any period.
    pub fn next_window(&self, kind: WindowKind, now: Moment) -> Option<&Window> {
        window::next_to_open(&self.windows, kind, &self.concerned, now)
    }

    /// The circumstances of the owner of the items at `now`.
    pub fn circumstances(&self, now: Moment) -> Circumstances<'_> {
        Circumstances {
            library: self.library,
            relation: Relation::Owner,
            windows: &self.windows,
            student: &self.concerned,
            now,
        }
    }

    /// Whether the owner may do `act` to the item at `now`: the same rule that the engine decides by.
    ///
    /// # Errors
    /// As [`act::permit`].
    pub fn permit(&self, act: Act, item: &ItemView, now: Moment) -> Result<(), Refusal> {
        act::permit(act, &item.facts, &self.circumstances(now))
    }

    pub fn overdue(&self, item: &ItemView, now: Moment) -> Option<Overdue> {
        act::overdue(&item.facts, &self.circumstances(now))
    }
}

/// A line of an item's history with the name of who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryView {
    pub line: Line,
    pub actor_name: String,
    /// The teacher for whom a deputy (代理人) decided.
    pub for_teacher: Option<String>,
}

/// A file's bytes with the name to save them under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileContent {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
}

/// An account of a demonstration school, shown on its login page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemonstrationAccount {
    pub id: AccountId,
    pub account: String,
    pub name: String,
    pub roles: Vec<Role>,
    /// `None` once somebody changed it.
    pub password: Option<String>,
    pub first_login: bool,
}

/// What staging found out about handed-over content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedView {
    pub kind: FileKind,
    pub bytes: u64,
    pub blake3: [u8; 32],
    pub facts: Option<ContentFacts>,
    pub cautions: Vec<ContentCaution>,
    /// Items of this student that hold the same bytes already.
    pub same_bytes: Vec<ItemId>,
}
