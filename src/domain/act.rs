//! Who may do what with an outcome, and when: the one table of the state machine (domain.md 2a).

use super::id::AccountId;
use super::moment::Moment;
use super::outcome::{OutcomeFacts, OutcomeState};
use super::refusal::Refusal;
use super::term::Term;
use super::window::{self, Concerned, Period, Phase, Window, WindowKind};

/// Everything that can happen to an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    Create,
    Edit,
    Delete,
    Restore,
    /// 送出認證
    Submit,
    /// 請老師退回
    RequestReturn,
    WithdrawRequest,
    /// 認證中 → 認證成功
    Certify,
    /// 認證中 or 認證成功 → 認證失敗
    Return,
    /// Takes back the latest decision
    UndoDecision,
    /// 記錄學校平臺上的狀態, only in a personal library
    RecordSchoolState,
}

impl Act {
    pub const ALL: [Self; 11] = [
        Self::Create,
        Self::Edit,
        Self::Delete,
        Self::Restore,
        Self::Submit,
        Self::RequestReturn,
        Self::WithdrawRequest,
        Self::Certify,
        Self::Return,
        Self::UndoDecision,
        Self::RecordSchoolState,
    ];

    /// The student's acts need the upload window, the teacher's the certification window.
    pub const fn window(self) -> WindowKind {
        match self {
            Self::Certify | Self::Return | Self::UndoDecision => WindowKind::Certification,
            _ => WindowKind::OutcomeUpload,
        }
    }

    const fn is_teachers(self) -> bool {
        matches!(self, Self::Certify | Self::Return | Self::UndoDecision)
    }
}

/// How the actor stands to the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The student whose item it is.
    Owner,
    /// One of the teachers of the course now.
    Teacher,
    /// A current deputy (代理人) for this teacher.
    Deputy { of: AccountId },
    /// Anybody else: the item does not exist for them.
    Stranger,
}

/// Which library this is: some acts exist in one kind only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LibraryKind {
    School,
    Personal,
    /// A school with made-up people.
    Demonstration,
}

impl LibraryKind {
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Personal)
    }
}

/// The circumstances of an act.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    pub library: LibraryKind,
    pub relation: Relation,
    pub windows: &'a [Window],
    /// The student concerned (for a teacher's act: the owner of the item).
    pub student: &'a Concerned,
    pub now: Moment,
}

impl<'a> Circumstances<'a> {
    /// The window of `kind` that counts for the student in `term`.
    pub fn window(&self, kind: WindowKind, term: Term) -> Option<&'a Window> {
        self.window_in(kind, Period::Term(term))
    }

    /// As [`Circumstances::window`], for windows of school years too.
    pub fn window_in(&self, kind: WindowKind, period: Period) -> Option<&'a Window> {
        window::effective(self.windows, kind, period, self.student, self.now)
    }

    /// Refuses unless the window of `kind` is open. Without dates nothing closes in a personal library.
    ///
    /// # Errors
    /// [`Refusal::WindowShut`] with the window, its phase and the next one to open.
    pub fn require_open(&self, kind: WindowKind, term: Term) -> Result<(), Refusal> {
        self.require_open_in(kind, Period::Term(term))
    }

    /// As [`Circumstances::require_open`], for windows of school years too.
    ///
    /// # Errors
    /// [`Refusal::WindowShut`].
    pub fn require_open_in(&self, kind: WindowKind, period: Period) -> Result<(), Refusal> {
        let window = self.window_in(kind, period);
        let phase = window::phase_of(window, self.now);
        if phase.is_open() || (phase == Phase::Unannounced && self.library.is_personal()) {
            return Ok(());
        }
        Err(Refusal::WindowShut {
            kind,
            period,
            phase,
            window: window.cloned(),
            next: window::next_to_open(self.windows, kind, self.student, self.now).cloned(),
        })
    }
}

/// May `act` be done to the item now? The window shows buttons by this; the engine decides by it.
///
/// Quota, contents and versions are checked beside it, in the same transaction.
///
/// # Errors
/// The reason, as data. Strangers learn only that there is no such item.
pub fn permit(act: Act, item: &OutcomeFacts, circumstances: &Circumstances<'_>) -> Result<(), Refusal> {
    permit_relation(act, circumstances)?;
    if item.filed {
        return Err(Refusal::Filed { act });
    }
    if item.withdrawn && !act.is_teachers() {
        return Err(Refusal::EnrolmentWithdrawn { act });
    }
    if item.trashed != (act == Act::Restore) {
        return Err(if item.trashed {
            Refusal::InTrash { act }
        } else {
            Refusal::NotInTrash
        });
    }
    permit_window(act, item, circumstances)?;
    permit_state(act, item)
}

/// May a new outcome be made in `term`?
///
/// # Errors
/// As [`permit`].
pub fn permit_create(term: Term, circumstances: &Circumstances<'_>) -> Result<(), Refusal> {
    permit_relation(Act::Create, circumstances)?;
    circumstances.require_open(WindowKind::OutcomeUpload, term)
}

fn permit_relation(act: Act, circumstances: &Circumstances<'_>) -> Result<(), Refusal> {
    let personal = circumstances.library.is_personal();
    let foreign_to_library = match act {
        Act::RecordSchoolState => !personal,
        Act::Submit | Act::RequestReturn | Act::WithdrawRequest => personal,
        _ => personal && act.is_teachers(),
    };
    match circumstances.relation {
        Relation::Stranger => Err(Refusal::NoSuchItem),
        _ if foreign_to_library => Err(Refusal::NotInThisLibrary { act }),
        Relation::Owner if act.is_teachers() => Err(Refusal::NotYours { act }),
        Relation::Teacher | Relation::Deputy { .. } if !act.is_teachers() => Err(Refusal::NotYours { act }),
        _ => Ok(()),
    }
}

fn permit_window(act: Act, item: &OutcomeFacts, circumstances: &Circumstances<'_>) -> Result<(), Refusal> {
    if act == Act::RecordSchoolState {
        return Ok(());
    }
    let mends = matches!(act, Act::Edit | Act::Submit | Act::Delete) && item.state == OutcomeState::Returned;
    if mends && item.mending_until.is_some_and(|until| circumstances.now < until) {
        return Ok(());
    }
    circumstances.require_open(act.window(), item.term)
}

/// Whether `act` exists for an item in this state at all, whoever asks and whenever.
pub const fn fits_state(act: Act, state: OutcomeState) -> bool {
    match act {
        Act::Create | Act::Restore | Act::RecordSchoolState => true,
        Act::Edit | Act::Delete | Act::Submit => state.is_students(),
        Act::RequestReturn | Act::WithdrawRequest => !state.is_students(),
        Act::Certify => matches!(state, OutcomeState::Submitted),
        Act::Return => !state.is_students(),
        Act::UndoDecision => matches!(state, OutcomeState::Certified | OutcomeState::Returned),
    }
}

fn permit_state(act: Act, item: &OutcomeFacts) -> Result<(), Refusal> {
    let state = item.state;
    if !fits_state(act, state) {
        return Err(Refusal::WrongState { act, state });
    }
    match act {
        Act::Submit if item.file_count == 0 => Err(Refusal::NothingToSubmit),
        Act::RequestReturn if item.return_requested => Err(Refusal::AlreadyRequested),
        Act::WithdrawRequest if !item.return_requested => Err(Refusal::NothingRequested),
        _ => Ok(()),
    }
}

/// Whether a return now would leave the student unable to mend the item (domain.md 2a): asked about
/// twice. With a 補正期 of some days the student still can, but never in a course that was left.
pub fn return_locks_student_out(
    item: &OutcomeFacts,
    mending_days: u32,
    circumstances: &Circumstances<'_>,
) -> bool {
    let shut = || {
        circumstances
            .require_open(WindowKind::OutcomeUpload, item.term)
            .is_err()
    };
    item.withdrawn || (mending_days == 0 && shut())
}

/// What an item that nobody can move any more is called (domain.md 2a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Overdue {
    /// 逾期未送出
    NotSubmitted,
    /// 逾期未更正
    NotMended,
    /// 逾期未認證
    NotDecided,
}

/// The overdue name of an item, if it has one.
pub fn overdue(item: &OutcomeFacts, circumstances: &Circumstances<'_>) -> Option<Overdue> {
    let closed =
        |kind| window::phase_of(circumstances.window(kind, item.term), circumstances.now) == Phase::Closed;
    match item.state {
        OutcomeState::Draft if closed(WindowKind::OutcomeUpload) => Some(Overdue::NotSubmitted),
        OutcomeState::Returned if closed(WindowKind::OutcomeUpload) => {
            let mending = item.mending_until.is_some_and(|until| circumstances.now < until);
            (!mending).then_some(Overdue::NotMended)
        }
        OutcomeState::Submitted if closed(WindowKind::Certification) => Some(Overdue::NotDecided),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
