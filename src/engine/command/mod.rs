//! Everything that can be changed, as plain data that could cross a wire.
//!
//! A command names staged content, never a path; it carries the version of the item it saw; given
//! again with the same request id it gets the first reply.

mod account;
mod copies;
mod dates;
mod deputy;
mod import;
mod officer;

use crate::domain::access::Right;
use crate::domain::course::{CourseKind, Credits};
use crate::domain::file::Slot;
use crate::domain::id::{ItemId, OfferingId, StageId, WindowId};
use crate::domain::import::ImportReport;
use crate::domain::limits::Limits;
use crate::domain::moment::Moment;
use crate::domain::outcome::{OutcomeState, ReturnReason, WorkKind};
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Period, WindowKind};

use super::view::{ActivityView, ItemView, SelectionView};

mod activity;
mod receipt;
mod selection;

pub use activity::{ActivityChanges, ActivityCommand, NewActivity};
pub use receipt::ReceiptCommand;
pub use selection::SelectionCommand;

pub use account::{AccountCommand, NewAccount, PeopleReply};
pub use copies::{CopyCommand, ImportRecord};
pub use deputy::{DeputyCommand, NewDeputyship};
pub(super) use import::right_for;
pub use import::{ImportCommand, Roster, StartTerm};
pub use officer::{OfficerCommand, PostCorrection};

pub use dates::{Announcement, DatesCommand, Extension, ExtensionFor};

/// Content handed over before, with the name under which the person knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedFile {
    pub stage: StageId,
    pub name: String,
    /// The person agreed that content under a wrong ending is stored with the right one.
    pub ending_confirmed: bool,
}

/// A new 課程學習成果.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutcome {
    pub offering: OfferingId,
    pub term: Term,
    pub title: String,
    pub work_kind: Option<WorkKind>,
    pub description: String,
    pub files: Vec<StagedFile>,
}

/// What changes in an outcome; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutcomeChanges {
    pub title: Option<String>,
    pub work_kind: Option<Option<WorkKind>>,
    pub description: Option<String>,
    /// Another course of the same term.
    pub offering: Option<OfferingId>,
    /// Removed first, then `files` are put in.
    pub remove: Vec<Slot>,
    /// A file replaces the one in its slot.
    pub files: Vec<StagedFile>,
}

/// A course that the owner of a personal library enters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseFields {
    pub term: Term,
    pub code: String,
    pub name: String,
    pub credits: Credits,
    pub kind: CourseKind,
    /// As free text: a personal library has no teachers' accounts.
    pub teacher: String,
}

/// An item as it was seen: the version binds a decision to what was on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenItem {
    pub item: ItemId,
    pub version: u64,
    /// Its document had not been on the screen.
    pub unopened: bool,
}

/// A teacher's answer to the two questions 本人作品？本課程？
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// 認證成功
    Certify,
    /// 認證失敗
    Return {
        reason: ReturnReason,
        note: String,
        /// Said yes to "these students will not be able to mend it".
        lockout_confirmed: bool,
    },
}

/// One change = one transaction = one history line per record touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    AddOutcome(NewOutcome),
    EditOutcome {
        item: ItemId,
        seen: u64,
        changes: OutcomeChanges,
    },
    DeleteOutcome {
        item: ItemId,
        seen: u64,
    },
    RestoreOutcome {
        item: ItemId,
        seen: u64,
    },
    SubmitOutcome {
        item: ItemId,
        seen: u64,
    },
    RequestReturn {
        item: ItemId,
        seen: u64,
    },
    WithdrawRequest {
        item: ItemId,
        seen: u64,
    },
    /// 記錄學校平臺上的狀態 (personal library)
    RecordSchoolState {
        item: ItemId,
        seen: u64,
        state: OutcomeState,
    },
    Certify {
        item: ItemId,
        seen: u64,
        unopened: bool,
    },
    Return {
        item: ItemId,
        seen: u64,
        reason: ReturnReason,
        note: String,
        unopened: bool,
        /// Said yes to "the student will not be able to mend it".
        lockout_confirmed: bool,
    },
    UndoDecision {
        item: ItemId,
        seen: u64,
    },
    /// One verdict over many items. Each has its own line in the history; what changed meanwhile, or may
    /// not be decided, is left alone and named in the answer ([`Reply::Batch`]).
    DecideMany {
        items: Vec<SeenItem>,
        verdict: Verdict,
    },
    /// Takes back the latest decisions on these items together; those that changed since are left alone.
    UndoMany {
        items: Vec<SeenItem>,
    },
    /// Sets the window of this kind, period and audience, replacing the one there.
    SetWindow {
        kind: WindowKind,
        period: Period,
        audience: Audience,
        opens: Moment,
        closes: Moment,
    },
    RemoveWindow {
        window: WindowId,
    },
    SetCurrentTerms {
        outcome: Term,
        activity: Term,
        selection: SchoolYear,
    },
    SetLimits {
        term: Term,
        limits: Limits,
    },
    /// 休業式, extensions, rules of a term, announcements
    Dates(DatesCommand),
    /// Adds (`None`) or changes a course of a personal library.
    SetCourse {
        course: Option<OfferingId>,
        fields: CourseFields,
    },
    RemoveCourse {
        course: OfferingId,
    },
    /// Name and entry year of the owner of a personal library.
    SetProfile {
        display_name: String,
        entry_year: SchoolYear,
    },
    /// 將示範日期移到今天
    RefreshDemonstrationDates,
    /// The clock is right although it stands before the newest line of the history.
    ConfirmClock {
        reason: String,
    },
    /// About 多元表現
    Activity(ActivityCommand),
    /// About 勾選 and 提交
    Selection(SelectionCommand),
    /// Accounts of a school.
    Account(AccountCommand),
    /// 代理人
    Deputy(DeputyCommand),
    /// Rosters: applying, undoing
    Import(ImportCommand),
    /// Copies of one's own records, and what comes back from one.
    Copy(CopyCommand),
    /// About 校內幹部紀錄
    Officer(OfficerCommand),
    /// 收訖明細: answers of students, and what the office does about them.
    Receipt(ReceiptCommand),
}

impl Command {
    /// The right this command needs; what else it needs is decided by its handler.
    pub fn right(&self) -> Right {
        match self {
            Self::AddOutcome(_)
            | Self::EditOutcome { .. }
            | Self::DeleteOutcome { .. }
            | Self::RestoreOutcome { .. }
            | Self::SubmitOutcome { .. }
            | Self::RequestReturn { .. }
            | Self::WithdrawRequest { .. }
            | Self::RecordSchoolState { .. } => Right::OwnItems,
            Self::Certify { .. }
            | Self::Return { .. }
            | Self::UndoDecision { .. }
            | Self::DecideMany { .. }
            | Self::UndoMany { .. } => Right::Certify,
            Self::SetWindow { .. } | Self::RemoveWindow { .. } | Self::SetCurrentTerms { .. } => {
                Right::SetDates
            }
            Self::SetLimits { .. } => Right::SetLimits,
            Self::Dates(command) => command.right(),
            Self::SetCourse { .. } | Self::RemoveCourse { .. } | Self::SetProfile { .. } => {
                Right::KeepPersonalSchool
            }
            Self::RefreshDemonstrationDates => Right::RefreshDemonstration,
            Self::ConfirmClock { .. } => Right::ConfirmClock,
            Self::Account(command) => command.right(),
            Self::Deputy(_) => Right::ManageDeputies,
            Self::Import(command) => command.right(),
            Self::Activity(command) => command.right(),
            Self::Selection(command) => command.right(),
            Self::Copy(command) => command.right(),
            Self::Officer(command) => command.right(),
            Self::Receipt(command) => command.right(),
        }
    }

    /// Staged content that it uses up.
    pub fn files(&self) -> &[StagedFile] {
        match self {
            Self::AddOutcome(new) => &new.files,
            Self::EditOutcome { changes, .. } => &changes.files,
            Self::Activity(command) => command.files(),
            Self::Copy(command) => command.staged(),
            _ => &[],
        }
    }

    /// Whether a wrong clock could let it through a deadline.
    pub fn is_bound_to_deadlines(&self) -> bool {
        matches!(self.right(), Right::OwnItems | Right::Certify)
    }
}

/// What a command answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    Item(Box<ItemView>),
    Window(WindowId),
    Course(OfferingId),
    Activity(Box<ActivityView>),
    Selection(Box<SelectionView>),
    Batch(Batch),
    People(PeopleReply),
    Import(ImportReport),
    Done,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    /// Decided, with the version they have now: what [`Command::UndoMany`] takes.
    pub done: Vec<SeenItem>,
    /// Left alone, each with its reason.
    pub refused: Vec<(ItemId, Refusal)>,
}
