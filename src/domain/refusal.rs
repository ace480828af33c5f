//! Every "no" of the program, as data. One module (`text`) turns it into 中文 through an exhaustive
//! match, so a refusal without wording does not compile (design.md, invariant 3).

use super::access::Right;
use super::act::Act;
use super::activity::refusal::ActivityRefusal;
use super::copies::CopyRefusal;
use super::dates::DatesRefusal;
use super::file::{ContentProblem, FileProblem};
use super::import::ImportRefusal;
use super::moment::Moment;
use super::officer_post::OfficerRefusal;
use super::outcome::OutcomeState;
use super::people_refusal::PeopleRefusal;
use super::quota::Counter;
use super::receipt::ReceiptRefusal;
use super::seed::SeedRule;
use super::selection::SelectionRefusal;
use super::term::Term;
use super::window::{Period, Phase, Window, WindowKind};

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Unknown, or someone else's: the same words for both.
    NoSuchItem,
    NoSuchCourse,
    NoSuchAccount,
    /// The role does not carry this right.
    NoRight {
        right: Right,
    },
    /// The item is visible to the actor, but this act is another person's.
    NotYours {
        act: Act,
    },
    /// Submitting in a personal library, recording a school's state in a school's.
    NotInThisLibrary {
        act: Act,
    },
    WindowShut {
        kind: WindowKind,
        period: Period,
        phase: Phase,
        window: Option<Window>,
        next: Option<Window>,
    },
    WrongState {
        act: Act,
        state: OutcomeState,
    },
    Filed {
        act: Act,
    },
    EnrolmentWithdrawn {
        act: Act,
    },
    InTrash {
        act: Act,
    },
    NotInTrash,
    NothingToSubmit,
    AlreadyRequested,
    NothingRequested,
    /// The latest decision is another person's, or the student has acted since.
    CannotUndo,
    /// A return now would leave the student unable to mend it: confirm to go on.
    ReturnLocksOut,
    ReasonNeedsNote,
    QuotaReached {
        counter: Counter,
        term: Term,
        used: u32,
        limit: u32,
        more: u32,
    },
    CourseWithoutCredit {
        name: String,
    },
    CourseOfOtherTerm {
        course_term: Term,
        wanted: Term,
    },
    /// The course still has items.
    CourseInUse {
        items: u32,
    },
    TitleMissing,
    TitleTooLong {
        count: u32,
        limit: u32,
    },
    DescriptionMissing,
    DescriptionTooLong {
        count: u32,
        limit: u32,
    },
    /// A file of that name cannot be taken.
    File {
        name: String,
        problem: FileProblem,
    },
    /// Handed-over content is not there (any more): hand it over again.
    StageMissing,
    /// Changed elsewhere since it was shown.
    ChangedMeanwhile {
        seen: u64,
        current: u64,
    },
    LoginFailed,
    LoginPaused {
        seconds: u32,
    },
    /// Password changed or account closed since the login.
    SessionOver,
    MustChangePassword,
    PasswordTooShort {
        shortest: usize,
    },
    PasswordIsAccount,
    PasswordIsNationalId,
    PasswordUnchanged,
    RecoveryCodeWrong,
    AccountNameTaken,
    AccountNameMissing,
    /// A window whose end lies before its start.
    WindowEndsBeforeStart {
        opens: Moment,
        closes: Moment,
    },
    /// A window of this kind belongs to a term, not a year, or the other way round.
    WindowPeriodMismatch {
        kind: WindowKind,
    },
    UnknownGrade {
        grade: u8,
    },
    NotADemonstration,
    /// About dates, rules of a term and announcements.
    Dates(DatesRefusal),
    /// The computer's clock stands before the newest line of the history.
    ClockBehind {
        now: Moment,
        newest: Moment,
    },
    /// About accounts, offices and deputies.
    People(PeopleRefusal),
    /// A roster was not applied, or an import not undone.
    Import(ImportRefusal),
    /// About 多元表現.
    Activity(ActivityRefusal),
    /// About 勾選.
    Selection(SelectionRefusal),
    /// About a copy of one's records, or something in it.
    Copy(CopyRefusal),
    /// About 校內幹部紀錄.
    Officer(OfficerRefusal),
    /// About a 收訖明細.
    Receipt(ReceiptRefusal),
}

impl From<ActivityRefusal> for Refusal {
    fn from(refusal: ActivityRefusal) -> Self {
        Self::Activity(refusal)
    }
}

impl From<SelectionRefusal> for Refusal {
    fn from(refusal: SelectionRefusal) -> Self {
        Self::Selection(refusal)
    }
}

impl From<ReceiptRefusal> for Refusal {
    fn from(refusal: ReceiptRefusal) -> Self {
        Self::Receipt(refusal)
    }
}

impl From<CopyRefusal> for Refusal {
    fn from(refusal: CopyRefusal) -> Self {
        Self::Copy(refusal)
    }
}

impl Refusal {
    /// The question of the seed that explains this refusal, for the link to 常見問題.
    pub fn explained_by(&self) -> Option<SeedRule> {
        match self {
            Self::WindowShut {
                kind: WindowKind::Activity,
                ..
            } => Some(SeedRule::WhenToUpload),
            Self::WindowShut { .. } => Some(SeedRule::AfterDeadline),
            Self::WrongState {
                state: OutcomeState::Draft,
                ..
            } => Some(SeedRule::Draft),
            Self::WrongState { .. }
            | Self::AlreadyRequested
            | Self::NothingRequested
            | Self::ReturnLocksOut
            | Self::CannotUndo
            | Self::NothingToSubmit
            | Self::Filed { .. } => Some(SeedRule::Certification),
            Self::QuotaReached { .. } => Some(SeedRule::Quota),
            Self::CourseWithoutCredit { .. }
            | Self::CourseOfOtherTerm { .. }
            | Self::EnrolmentWithdrawn { .. } => Some(SeedRule::CourseWork),
            Self::DescriptionMissing | Self::DescriptionTooLong { .. } => Some(SeedRule::Description),
            Self::File {
                problem: FileProblem::TooBig { .. } | FileProblem::SlotTaken { .. },
                ..
            }
            | Self::File {
                problem: FileProblem::Content(ContentProblem::Unaccepted(_)),
                ..
            } => Some(SeedRule::FileSize),
            Self::LoginFailed | Self::LoginPaused { .. } | Self::MustChangePassword => {
                Some(SeedRule::Account)
            }
            Self::PasswordTooShort { .. } | Self::PasswordIsAccount | Self::PasswordIsNationalId => {
                Some(SeedRule::Account)
            }
            Self::InTrash { .. } | Self::NotInTrash => Some(SeedRule::Draft),
            Self::Activity(refusal) => refusal.explained_by(),
            Self::Selection(refusal) => refusal.explained_by(),
            _ => None,
        }
    }
}
