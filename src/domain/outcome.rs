//! 課程學習成果: its four states and what else is a fact about one.

use super::id::{AccountId, OfferingId};
use super::moment::Moment;
use super::term::Term;

/// The four states (`[seed] 11, 12`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeState {
    /// 編輯中
    Draft,
    /// 認證中
    Submitted,
    /// 認證成功
    Certified,
    /// 認證失敗
    Returned,
}

impl OutcomeState {
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Certified, Self::Returned];

    /// 編輯中 and 認證失敗 are the student's to change.
    pub const fn is_students(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// Where a state came from (domain.md 2a). Only `Teacher`, `Deputy` and `AcceptedTransfer` count
/// in a school's selection and filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    Teacher,
    Deputy,
    /// 自行登錄: recorded by the owner of a personal library
    SelfReported,
    Imported,
    AcceptedTransfer,
}

impl Origin {
    pub const fn counts_for_filing(self) -> bool {
        matches!(self, Self::Teacher | Self::Deputy | Self::AcceptedTransfer)
    }
}

/// Why a teacher returns an item: never quality, never marks (domain.md section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReturnReason {
    /// 不是本人作品，或無法查證
    NotOwnWork,
    /// 科目或學期不符
    WrongCourse,
    /// 檔案打不開
    CannotOpen,
    /// 傳錯檔案，或內容與說明不符
    WrongFile,
    /// 學生要求退回
    StudentAsked,
    /// 其他（請說明）
    Other,
}

impl ReturnReason {
    pub const ALL: [Self; 6] = [
        Self::NotOwnWork,
        Self::WrongCourse,
        Self::CannotOpen,
        Self::WrongFile,
        Self::StudentAsked,
        Self::Other,
    ];

    /// Stable code for the command line and for records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotOwnWork => "not-own-work",
            Self::WrongCourse => "wrong-course",
            Self::CannotOpen => "cannot-open",
            Self::WrongFile => "wrong-file",
            Self::StudentAsked => "student-asked",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// 成果種類: helps the school to find things; not filed (domain.md 2a, `[seed] 1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkKind {
    ClassActivity,
    Notes,
    Worksheet,
    ShortPaper,
    InternshipReflection,
    LabRecord,
    HandsOnWork,
    Report,
    Presentation,
    Other,
}

impl WorkKind {
    pub const ALL: [Self; 10] = [
        Self::ClassActivity,
        Self::Notes,
        Self::Worksheet,
        Self::ShortPaper,
        Self::InternshipReflection,
        Self::LabRecord,
        Self::HandsOnWork,
        Self::Report,
        Self::Presentation,
        Self::Other,
    ];

    /// Stable code for the journal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClassActivity => "class-activity",
            Self::Notes => "notes",
            Self::Worksheet => "worksheet",
            Self::ShortPaper => "short-paper",
            Self::InternshipReflection => "internship-reflection",
            Self::LabRecord => "lab-record",
            Self::HandsOnWork => "hands-on-work",
            Self::Report => "report",
            Self::Presentation => "presentation",
            Self::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The facts that decide what may be done with an outcome now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeFacts {
    pub owner: AccountId,
    pub offering: OfferingId,
    /// The term in which it counts.
    pub term: Term,
    pub state: OutcomeState,
    pub origin: Option<Origin>,
    pub trashed: bool,
    /// 提交: handed to the national database; its certification is frozen.
    pub filed: bool,
    pub file_count: usize,
    /// 請老師退回 is waiting for an answer.
    pub return_requested: bool,
    /// The course no longer belongs to the student: readable, nothing more.
    pub withdrawn: bool,
    /// 補正期: until when a late return may be mended although the window is shut.
    pub mending_until: Option<Moment>,
    /// Grows by one with every change.
    pub version: u64,
}
