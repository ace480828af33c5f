//! What a line of the history can say. Lines hold ids, codes and hashes only: no names and no typed
//! text, so that a person can be erased later (design.md, invariant 1).

use super::activity::lists::List;
use super::copies::CopyEvent;
use super::dates::DatesEvent;
use super::id::{AccountId, CommandId, FileId, ItemId};
use super::import::RowCounts;
use super::moment::Moment;
use super::officer_post::OfficerEvent;
use super::outcome::{Origin, OutcomeState, ReturnReason};
use super::people_event::PeopleEvent;
use super::receipt::ReceiptEvent;
use super::roster::RosterKind;
use super::selection::{Part, WhyLeft};
use super::term::SchoolYear;
use super::window::WindowKind;

/// Whose stream a line belongs to: each student has one, the office has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stream {
    Office,
    Student(AccountId),
}

/// What happened to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    Created,
    Edited {
        files_changed: bool,
    },
    FileAdded {
        file: FileId,
        hash: [u8; 32],
    },
    FileRemoved {
        file: FileId,
    },
    Deleted,
    Restored,
    /// Emptied from the trash when its time was over.
    Purged,
    Submitted {
        attempt: u32,
    },
    ReturnRequested,
    RequestWithdrawn,
    Certified {
        origin: Origin,
        for_teacher: Option<AccountId>,
        hashes: Vec<[u8; 32]>,
        unopened: bool,
    },
    Returned {
        origin: Origin,
        for_teacher: Option<AccountId>,
        reason: ReturnReason,
        hashes: Vec<[u8; 32]>,
        unopened: bool,
    },
    DecisionUndone {
        back_to: OutcomeState,
    },
    SchoolStateRecorded {
        state: OutcomeState,
    },
    PasswordChanged,
    LibraryCreated,
    PeopleImported {
        count: u32,
    },
    WindowSet {
        kind: WindowKind,
    },
    WindowRemoved {
        kind: WindowKind,
    },
    CurrentTermsSet,
    LimitsSet,
    CourseSet,
    CourseRemoved,
    ProfileSet,
    DemonstrationDatesMoved {
        days: i64,
    },
    ClockConfirmed,
    /// About dates, rules of a term and announcements.
    Dates(DatesEvent),
    Activity(ActivityEvent),
    Selection(SelectionEvent),
    /// About accounts, offices and deputies.
    People(PeopleEvent),
    Import(ImportEvent),
    Copy(CopyEvent),
    /// About 校內幹部紀錄.
    Officer(OfficerEvent),
    Receipt(ReceiptEvent),
}

/// What happened to a selection (勾選).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelectionEvent {
    Ticked {
        year: SchoolYear,
    },
    Unticked {
        year: SchoolYear,
    },
    Ordered {
        year: SchoolYear,
        part: Part,
    },
    Confirmed {
        year: SchoolYear,
        outcomes: u32,
        activities: u32,
    },
    /// Without the student having taken it out
    Left {
        year: SchoolYear,
        why: WhyLeft,
    },
    /// What made it leave was taken back.
    CameBack {
        year: SchoolYear,
    },
    /// The student has read what left.
    NoticesRead {
        year: SchoolYear,
    },
    /// 提交
    Filed {
        year: SchoolYear,
        batch: u32,
    },
    /// Columns of the rosters
    LayoutSet,
}

/// What happened around 多元表現, beyond what happens to every item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityEvent {
    /// Made from this item.
    CopiedFrom {
        item: ItemId,
    },
    TagsSet,
    /// High-school years of the student
    YearsSet,
    ListSet {
        list: List,
    },
    /// Counting per school year or per term
    YearQuotaSet,
}

/// What happened with a roster; the counts are of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportEvent {
    Applied { kind: RosterKind, counts: RowCounts },
    Undone { kind: RosterKind, counts: RowCounts },
}

impl Event {
    /// The teacher for whom a deputy (代理人) decided.
    pub const fn for_teacher(&self) -> Option<AccountId> {
        match self {
            Self::Certified { for_teacher, .. } | Self::Returned { for_teacher, .. } => *for_teacher,
            _ => None,
        }
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Place in its stream, from 1, without gaps.
    pub number: u64,
    pub at: Moment,
    pub command: CommandId,
    pub actor: AccountId,
    pub item: Option<ItemId>,
    pub event: Event,
}
