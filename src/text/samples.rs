//! One or more of everything that can be worded, for tests. The macro makes an exhaustive match of the
//! very patterns that the samples belong to, so a new variant without a sample does not compile.

use crate::domain::access::{Right, Role};
use crate::domain::account::Status;
use crate::domain::act::Act;
use crate::domain::copies::{CopyEvent, CopyKind, CopyRefusal};
use crate::domain::file::{ContentProblem, FileKind, FileProblem, ForeignKind, Slot};
use crate::domain::history::Event;
use crate::domain::id::{AccountId, DeputyId, FileId};
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::no_preview::{NoFilm, NoPreview};
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason};
use crate::domain::people_event::{AccountChange, PeopleEvent};
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::quota::Counter;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::domain::trouble::{LibraryTrouble, Program};
use crate::domain::window::{Audience, Period, Phase, Window, WindowKind};

macro_rules! samples {
    ($function:ident -> $kind:ty { $($pattern:pat => $samples:expr),+ $(,)? }) => {
        pub(in crate::text) fn $function() -> Vec<$kind> {
            let covered = |sample: &$kind| match sample { $($pattern => {}),+ };
            let all: Vec<$kind> = [$(Vec::from($samples)),+].concat();
            all.iter().for_each(covered);
            all
        }
    };
}
pub(super) use samples;

mod activities;
mod officer;
mod receipt;
mod selection;

pub(super) mod dates;

pub(super) fn now() -> Moment {
    at("2026-02-01T18:59")
}

pub(super) fn at(text: &str) -> Moment {
    parse_moment(text).unwrap()
}

pub(super) const TERM: Term = Term::new(114, Semester::First);

pub(super) fn period(kind: WindowKind) -> Period {
    if kind.is_per_term() {
        Period::Term(TERM)
    } else {
        Period::Year(SchoolYear(114))
    }
}

pub(super) fn window(kind: WindowKind, opens: &str, closes: &str) -> Window {
    Window {
        kind,
        period: period(kind),
        audience: Audience::All,
        opens: at(opens),
        closes: at(closes),
    }
}

fn shut_windows() -> Vec<Refusal> {
    let mut all = Vec::new();
    for kind in WindowKind::ALL {
        let past = window(kind, "2025-09-01T08:00", "2026-01-20T23:59");
        let coming = window(kind, "2026-02-23T08:00", "2026-06-30T23:59");
        for (phase, window) in [
            (Phase::Unannounced, None),
            (Phase::NotOpen, Some(coming.clone())),
            (Phase::Closed, Some(past.clone())),
        ] {
            for next in [None, Some(coming.clone())] {
                let period = period(kind);
                all.push(Refusal::WindowShut {
                    kind,
                    period,
                    phase,
                    window: window.clone(),
                    next,
                });
            }
        }
    }
    all
}

pub(super) fn each_act<T>(refusal: impl Fn(Act) -> T) -> Vec<T> {
    Act::ALL.into_iter().map(refusal).collect()
}

fn wrong_states() -> Vec<Refusal> {
    OutcomeState::ALL
        .into_iter()
        .flat_map(|state| each_act(move |act| Refusal::WrongState { act, state }))
        .collect()
}

samples!(rights -> Right {
    Right::OwnItems => [Right::OwnItems],
    Right::OpenSubmitted => [Right::OpenSubmitted],
    Right::Certify => [Right::Certify],
    Right::SeeProgress => [Right::SeeProgress],
    Right::OpenSelected => [Right::OpenSelected],
    Right::SetDates => [Right::SetDates],
    Right::SetLimits => [Right::SetLimits],
    Right::ManageAccounts => [Right::ManageAccounts],
    Right::GrantRoles => [Right::GrantRoles],
    Right::ManageDeputies => [Right::ManageDeputies],
    Right::Announce => [Right::Announce],
    Right::OwnAccount => [Right::OwnAccount],
    Right::KeepPersonalSchool => [Right::KeepPersonalSchool],
    Right::KeepActivityRules => [Right::KeepActivityRules],
    Right::FilePortfolios => [Right::FilePortfolios],
    Right::RefreshDemonstration => [Right::RefreshDemonstration],
    Right::ConfirmClock => [Right::ConfirmClock],
    Right::ImportRosters => [Right::ImportRosters],
    Right::ImportOfficerPosts => [Right::ImportOfficerPosts],
    Right::OwnOfficerPosts => [Right::OwnOfficerPosts],
    Right::KeepOfficerPosts => [Right::KeepOfficerPosts],
    Right::TakeCopy => [Right::TakeCopy],
    Right::Transfer => [Right::Transfer],
    Right::SeeReceipts => [Right::SeeReceipts],
    Right::AnswerReceipt => [Right::AnswerReceipt],
});

samples!(foreign_kinds -> ForeignKind {
    ForeignKind::Word => [ForeignKind::Word],
    ForeignKind::Slides => [ForeignKind::Slides],
    ForeignKind::Sheet => [ForeignKind::Sheet],
    ForeignKind::OpenDocument => [ForeignKind::OpenDocument],
    ForeignKind::Heic => [ForeignKind::Heic],
    ForeignKind::Webp => [ForeignKind::Webp],
    ForeignKind::OtherPicture => [ForeignKind::OtherPicture],
    ForeignKind::Mov => [ForeignKind::Mov],
    ForeignKind::OtherVideo => [ForeignKind::OtherVideo],
    ForeignKind::M4a => [ForeignKind::M4a],
    ForeignKind::OtherSound => [ForeignKind::OtherSound],
    ForeignKind::Archive => [ForeignKind::Archive],
    ForeignKind::Program => [ForeignKind::Program],
    ForeignKind::Text => [ForeignKind::Text],
    ForeignKind::Unknown => [ForeignKind::Unknown],
});

samples!(content_problems -> ContentProblem {
    ContentProblem::Empty => [ContentProblem::Empty],
    ContentProblem::Unaccepted(_) =>
        foreign_kinds().into_iter().map(ContentProblem::Unaccepted).collect::<Vec<_>>(),
    ContentProblem::Unparseable(_) => FileKind::ALL.map(ContentProblem::Unparseable),
    ContentProblem::CutOff(_) => FileKind::ALL.map(ContentProblem::CutOff),
    ContentProblem::NeedsPassword => [ContentProblem::NeedsPassword],
});

samples!(no_previews -> NoPreview {
    NoPreview::NoPages(_) => [NoPreview::NoPages(FileKind::Mp3), NoPreview::NoPages(FileKind::Mp4)],
    NoPreview::NoSuchPage { .. } => [NoPreview::NoSuchPage { count: 12 }],
    NoPreview::NoSuchFrame { .. } => [NoPreview::NoSuchFrame { count: 12 }],
    NoPreview::NeedsPassword => [NoPreview::NeedsPassword],
    NoPreview::TooLarge => [NoPreview::TooLarge],
    NoPreview::CannotDraw => [NoPreview::CannotDraw],
    NoPreview::TooSlow => [NoPreview::TooSlow],
    NoPreview::TooBig => [NoPreview::TooBig],
    NoPreview::Crashed => [NoPreview::Crashed],
    NoPreview::CannotStart => [NoPreview::CannotStart],
});

samples!(no_films -> NoFilm {
    NoFilm::OtherCodec => [NoFilm::OtherCodec],
    NoFilm::Variety => [NoFilm::Variety],
    NoFilm::TooLarge => [NoFilm::TooLarge],
    NoFilm::NoPictureAlone => [NoFilm::NoPictureAlone],
});

samples!(file_problems -> FileProblem {
    FileProblem::TooBig { .. } => [
        FileProblem::TooBig { bytes: 5_452_595, limit: 4 << 20, slot: Slot::Document },
        FileProblem::TooBig { bytes: (10 << 20) + 1, limit: 10 << 20, slot: Slot::Media },
    ],
    FileProblem::Content(_) => content_problems().into_iter().map(FileProblem::Content).collect::<Vec<_>>(),
    FileProblem::WrongEnding { .. } => FileKind::ALL.map(|kind| FileProblem::WrongEnding { kind }),
    FileProblem::SlotTaken { .. } =>
        [FileProblem::SlotTaken { slot: Slot::Document }, FileProblem::SlotTaken { slot: Slot::Media }],
    FileProblem::Unreadable => [FileProblem::Unreadable],
    FileProblem::Vanished => [FileProblem::Vanished],
    FileProblem::IsFolder => [FileProblem::IsFolder],
    FileProblem::NotAFile => [FileProblem::NotAFile],
    FileProblem::InspectionFailed => [FileProblem::InspectionFailed],
});

samples!(copy_refusals -> CopyRefusal {
    CopyRefusal::NotAZip => [CopyRefusal::NotAZip],
    CopyRefusal::NotACopy => [CopyRefusal::NotACopy],
    CopyRefusal::NewerVersion { .. } => [CopyRefusal::NewerVersion { found: 2, known: 1 }],
    CopyRefusal::Malformed { .. } => [CopyRefusal::Malformed { line: 12, column: 7 }],
    CopyRefusal::UnknownValue { .. } => [
        CopyRefusal::UnknownValue { item: 0, field: "library" },
        CopyRefusal::UnknownValue { item: 3, field: "state" },
    ],
    CopyRefusal::TooLarge => [CopyRefusal::TooLarge],
    CopyRefusal::UnsafeName { .. } => [CopyRefusal::UnsafeName { name: "../a.pdf".to_owned() }],
    CopyRefusal::TwiceThere { .. } => [CopyRefusal::TwiceThere { name: "a.pdf".to_owned() }],
    CopyRefusal::CannotUnpack { .. } => [CopyRefusal::CannotUnpack { name: "a.pdf".to_owned() }],
    CopyRefusal::FileMissing { .. } =>
        [CopyRefusal::FileMissing { name: "a.pdf".to_owned(), title: "單擺".to_owned() }],
    CopyRefusal::FileAltered { .. } =>
        [CopyRefusal::FileAltered { name: "a.pdf".to_owned(), title: "單擺".to_owned() }],
    CopyRefusal::AlreadyThere { .. } => [CopyRefusal::AlreadyThere { title: "單擺".to_owned() }],
    CopyRefusal::NothingToAccept => [CopyRefusal::NothingToAccept],
    CopyRefusal::ReasonMissing => [CopyRefusal::ReasonMissing],
});

samples!(copy_events -> CopyEvent {
    CopyEvent::Made { .. } => CopyKind::ALL.map(|kind| CopyEvent::Made { kind, items: 12 }),
    CopyEvent::Imported { .. } => [CopyEvent::Imported { hashes: Vec::new() }],
    CopyEvent::CertificationAccepted { .. } => [CopyEvent::CertificationAccepted { hashes: Vec::new() }],
});

samples!(refusals -> Refusal {
    Refusal::NoSuchItem => [Refusal::NoSuchItem],
    Refusal::NoSuchCourse => [Refusal::NoSuchCourse],
    Refusal::NoSuchAccount => [Refusal::NoSuchAccount],
    Refusal::NoRight { .. } => rights().into_iter().map(|right| Refusal::NoRight { right }).collect::<Vec<_>>(),
    Refusal::NotYours { .. } => each_act(|act| Refusal::NotYours { act }),
    Refusal::NotInThisLibrary { .. } => each_act(|act| Refusal::NotInThisLibrary { act }),
    Refusal::WindowShut { .. } => shut_windows(),
    Refusal::WrongState { .. } => wrong_states(),
    Refusal::Filed { .. } => each_act(|act| Refusal::Filed { act }),
    Refusal::EnrolmentWithdrawn { .. } => each_act(|act| Refusal::EnrolmentWithdrawn { act }),
    Refusal::InTrash { .. } => each_act(|act| Refusal::InTrash { act }),
    Refusal::NotInTrash => [Refusal::NotInTrash],
    Refusal::NothingToSubmit => [Refusal::NothingToSubmit],
    Refusal::AlreadyRequested => [Refusal::AlreadyRequested],
    Refusal::NothingRequested => [Refusal::NothingRequested],
    Refusal::CannotUndo => [Refusal::CannotUndo],
    Refusal::ReturnLocksOut => [Refusal::ReturnLocksOut],
    Refusal::ReasonNeedsNote => [Refusal::ReasonNeedsNote],
    Refusal::QuotaReached { .. } => [
        Refusal::QuotaReached { counter: Counter::Outcome, term: TERM, used: 20, limit: 20, more: 1 },
        Refusal::QuotaReached { counter: Counter::Activity, term: TERM, used: 18, limit: 20, more: 3 },
        Refusal::QuotaReached { counter: Counter::Outcome, term: TERM, used: 15, limit: 10, more: 1 },
    ],
    Refusal::CourseWithoutCredit { .. } => [Refusal::CourseWithoutCredit { name: "自主學習".to_owned() }],
    Refusal::CourseOfOtherTerm { .. } =>
        [Refusal::CourseOfOtherTerm { course_term: TERM.previous(), wanted: TERM }],
    Refusal::CourseInUse { .. } => [Refusal::CourseInUse { items: 2 }],
    Refusal::TitleMissing => [Refusal::TitleMissing],
    Refusal::TitleTooLong { .. } => [Refusal::TitleTooLong { count: 53, limit: 50 }],
    Refusal::DescriptionMissing => [Refusal::DescriptionMissing],
    Refusal::DescriptionTooLong { .. } => [Refusal::DescriptionTooLong { count: 113, limit: 100 }],
    Refusal::File { .. } => file_problems()
        .into_iter()
        .map(|problem| Refusal::File { name: "report.pdf".to_owned(), problem })
        .collect::<Vec<_>>(),
    Refusal::StageMissing => [Refusal::StageMissing],
    Refusal::ChangedMeanwhile { .. } => [Refusal::ChangedMeanwhile { seen: 1, current: 2 }],
    Refusal::LoginFailed => [Refusal::LoginFailed],
    Refusal::LoginPaused { .. } => [Refusal::LoginPaused { seconds: 5 }],
    Refusal::SessionOver => [Refusal::SessionOver],
    Refusal::MustChangePassword => [Refusal::MustChangePassword],
    Refusal::PasswordTooShort { .. } => [Refusal::PasswordTooShort { shortest: 8 }],
    Refusal::PasswordIsAccount => [Refusal::PasswordIsAccount],
    Refusal::PasswordIsNationalId => [Refusal::PasswordIsNationalId],
    Refusal::PasswordUnchanged => [Refusal::PasswordUnchanged],
    Refusal::RecoveryCodeWrong => [Refusal::RecoveryCodeWrong],
    Refusal::AccountNameTaken => [Refusal::AccountNameTaken],
    Refusal::AccountNameMissing => [Refusal::AccountNameMissing],
    Refusal::WindowEndsBeforeStart { .. } =>
        [Refusal::WindowEndsBeforeStart { opens: now(), closes: at("2026-01-01T00:00") }],
    Refusal::WindowPeriodMismatch { .. } => WindowKind::ALL.map(|kind| Refusal::WindowPeriodMismatch { kind }),
    Refusal::UnknownGrade { .. } => [Refusal::UnknownGrade { grade: 4 }],
    Refusal::NotADemonstration => [Refusal::NotADemonstration],
    Refusal::Receipt(_) => receipt::refusals().into_iter().map(Refusal::Receipt).collect::<Vec<_>>(),
    Refusal::Copy(_) => copy_refusals().into_iter().map(Refusal::Copy).collect::<Vec<_>>(),
    Refusal::Officer(_) => officer::refusals().into_iter().map(Refusal::Officer).collect::<Vec<_>>(),
    Refusal::Dates(_) => dates::refusals().into_iter().map(Refusal::Dates).collect::<Vec<_>>(),
    Refusal::ClockBehind { .. } => [Refusal::ClockBehind { now: now(), newest: at("2026-02-02T09:00") }],
    Refusal::Selection(_) => selection::refusals().into_iter().map(Refusal::Selection).collect::<Vec<_>>(),
    Refusal::Activity(_) => activities::refusals().into_iter().map(Refusal::Activity).collect::<Vec<_>>(),
    Refusal::People(_) => people_refusals().into_iter().map(Refusal::People).collect::<Vec<_>>(),
    Refusal::Import(_) => super::imports::samples::refusals().into_iter().map(Refusal::Import).collect::<Vec<_>>(),
});

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 8, 31).unwrap()
}

fn account() -> String {
    "t07".to_owned()
}

samples!(people_refusals -> PeopleRefusal {
    PeopleRefusal::Locked => [PeopleRefusal::Locked],
    PeopleRefusal::Ended => [PeopleRefusal::Ended],
    PeopleRefusal::AccessOver { .. } => [PeopleRefusal::AccessOver { status: Status::Graduated, until: day() }],
    PeopleRefusal::ReadOnly { .. } => [
        PeopleRefusal::ReadOnly { status: Status::Graduated, until: Some(day()) },
        PeopleRefusal::ReadOnly { status: Status::Transferred, until: None },
    ],
    PeopleRefusal::OnlyAdministrator => [PeopleRefusal::OnlyAdministrator],
    PeopleRefusal::LastAdministrator => [PeopleRefusal::LastAdministrator],
    PeopleRefusal::RolesMissing => [PeopleRefusal::RolesMissing],
    PeopleRefusal::RoleDoesNotFit { .. } => Role::ALL.map(|role| PeopleRefusal::RoleDoesNotFit { role }),
    PeopleRefusal::NotAStudent { .. } => [PeopleRefusal::NotAStudent { account: account() }],
    PeopleRefusal::NotStaff { .. } => [PeopleRefusal::NotStaff { account: account() }],
    PeopleRefusal::NotATeacher { .. } => [PeopleRefusal::NotATeacher { account: account() }],
    PeopleRefusal::NotActive { .. } =>
        Status::ALL.map(|status| PeopleRefusal::NotActive { account: account(), status }),
    PeopleRefusal::ItemsWait { .. } =>
        [PeopleRefusal::ItemsWait { items: 3, courses: vec!["物理 資二乙".to_owned(), "化學".to_owned()] }],
    PeopleRefusal::UntilPast { .. } => [PeopleRefusal::UntilPast { until: day() }],
    PeopleRefusal::EntryYearMissing => [PeopleRefusal::EntryYearMissing],
    PeopleRefusal::AccountNameShape => [PeopleRefusal::AccountNameShape],
    PeopleRefusal::NameMissing => [PeopleRefusal::NameMissing],
    PeopleRefusal::NameTooLong { .. } => [PeopleRefusal::NameTooLong { limit: 50 }],
    PeopleRefusal::ClassMissing => [PeopleRefusal::ClassMissing],
    PeopleRefusal::NationalIdTaken => [PeopleRefusal::NationalIdTaken],
    PeopleRefusal::SchoolNameMissing => [PeopleRefusal::SchoolNameMissing],
    PeopleRefusal::SchoolCode => [PeopleRefusal::SchoolCode],
    PeopleRefusal::PasswordTooWeak { .. } => [PeopleRefusal::PasswordTooWeak { shortest: 12, different: 6 }],
    PeopleRefusal::NoSlips => [PeopleRefusal::NoSlips],
    PeopleRefusal::DeputyPeriod { .. } => [PeopleRefusal::DeputyPeriod { from: day(), until: day() }],
    PeopleRefusal::DeputyPast { .. } => [PeopleRefusal::DeputyPast { until: day() }],
    PeopleRefusal::DeputyIsTeacher => [PeopleRefusal::DeputyIsTeacher],
    PeopleRefusal::DeputyReasonMissing => [PeopleRefusal::DeputyReasonMissing],
    PeopleRefusal::NotTaught { .. } => [PeopleRefusal::NotTaught { course: "物理".to_owned() }],
    PeopleRefusal::NoSuchDeputy => [PeopleRefusal::NoSuchDeputy],
    PeopleRefusal::DeputyOver => [PeopleRefusal::DeputyOver],
});

samples!(people_events -> PeopleEvent {
    PeopleEvent::Account { .. } =>
        AccountChange::ALL.map(|change| PeopleEvent::Account { account: AccountId(1), change }),
    PeopleEvent::HomeroomSet { .. } => [
        PeopleEvent::HomeroomSet { term: TERM, teacher: Some(AccountId(1)) },
        PeopleEvent::HomeroomSet { term: TERM, teacher: None },
    ],
    PeopleEvent::InitialPasswordPolicySet => [PeopleEvent::InitialPasswordPolicySet],
    PeopleEvent::PasswordsPrepared { .. } => [PeopleEvent::PasswordsPrepared { count: 32 }],
    PeopleEvent::DeputySet { .. } => [PeopleEvent::DeputySet { deputy: DeputyId(1) }],
    PeopleEvent::DeputyEnded { .. } => [PeopleEvent::DeputyEnded { deputy: DeputyId(1) }],
});

fn path() -> std::path::PathBuf {
    "licheng.redb".into()
}

fn programs() -> Vec<Program> {
    vec![
        Program {
            pid: 4321,
            is_window: true,
        },
        Program {
            pid: 99,
            is_window: false,
        },
    ]
}

samples!(troubles -> LibraryTrouble {
    LibraryTrouble::Missing { .. } => [LibraryTrouble::Missing { path: path() }],
    LibraryTrouble::FolderMissing { .. } => [LibraryTrouble::FolderMissing { path: path() }],
    LibraryTrouble::AlreadyExists { .. } => [LibraryTrouble::AlreadyExists { path: path() }],
    LibraryTrouble::NotALibrary { .. } => [LibraryTrouble::NotALibrary { path: path() }],
    LibraryTrouble::NewerVersion { .. } => [LibraryTrouble::NewerVersion { found: 2, known: 1 }],
    LibraryTrouble::Damaged { .. } => [LibraryTrouble::Damaged { path: path() }],
    LibraryTrouble::NeedsWriting { .. } => [LibraryTrouble::NeedsWriting { path: path() }],
    LibraryTrouble::NotWritable { .. } => [LibraryTrouble::NotWritable { path: path() }],
    LibraryTrouble::Unreadable { .. } => [LibraryTrouble::Unreadable { path: path() }],
    LibraryTrouble::ReadOnly { .. } => [LibraryTrouble::ReadOnly { path: path() }],
    LibraryTrouble::DiskFull { .. } => [LibraryTrouble::DiskFull { path: path() }],
    LibraryTrouble::InUse { .. } =>
        [LibraryTrouble::InUse { others: programs() }, LibraryTrouble::InUse { others: Vec::new() }],
    LibraryTrouble::BusyWriting { .. } =>
        [LibraryTrouble::BusyWriting { waited_seconds: 30, others: programs() }],
    LibraryTrouble::NetworkShare { .. } =>
        [LibraryTrouble::NetworkShare { path: path(), file_system: "cifs".to_owned() }],
    LibraryTrouble::NeedsReopen => [LibraryTrouble::NeedsReopen],
    LibraryTrouble::Other { .. } => [LibraryTrouble::Other { detail: "os error 5".to_owned() }],
});

samples!(origins -> Origin {
    Origin::Teacher => [Origin::Teacher],
    Origin::Deputy => [Origin::Deputy],
    Origin::SelfReported => [Origin::SelfReported],
    Origin::Imported => [Origin::Imported],
    Origin::AcceptedTransfer => [Origin::AcceptedTransfer],
});

fn certified() -> Vec<Event> {
    origins()
        .into_iter()
        .map(|origin| Event::Certified {
            origin,
            for_teacher: Some(AccountId(1)),
            hashes: Vec::new(),
            unopened: true,
        })
        .collect()
}

fn returned() -> Vec<Event> {
    ReturnReason::ALL
        .into_iter()
        .map(|reason| Event::Returned {
            origin: Origin::Teacher,
            for_teacher: None,
            reason,
            hashes: Vec::new(),
            unopened: false,
        })
        .collect()
}

samples!(events -> Event {
    Event::Created => [Event::Created],
    Event::Edited { .. } => [Event::Edited { files_changed: false }, Event::Edited { files_changed: true }],
    Event::FileAdded { .. } => [Event::FileAdded { file: FileId(1), hash: [0; 32] }],
    Event::FileRemoved { .. } => [Event::FileRemoved { file: FileId(1) }],
    Event::Deleted => [Event::Deleted],
    Event::Restored => [Event::Restored],
    Event::Purged => [Event::Purged],
    Event::Submitted { .. } => [Event::Submitted { attempt: 1 }, Event::Submitted { attempt: 2 }],
    Event::ReturnRequested => [Event::ReturnRequested],
    Event::RequestWithdrawn => [Event::RequestWithdrawn],
    Event::Certified { .. } => certified(),
    Event::Returned { .. } => returned(),
    Event::DecisionUndone { .. } => OutcomeState::ALL.map(|back_to| Event::DecisionUndone { back_to }),
    Event::SchoolStateRecorded { .. } => OutcomeState::ALL.map(|state| Event::SchoolStateRecorded { state }),
    Event::PasswordChanged => [Event::PasswordChanged],
    Event::LibraryCreated => [Event::LibraryCreated],
    Event::PeopleImported { .. } => [Event::PeopleImported { count: 60 }],
    Event::WindowSet { .. } => WindowKind::ALL.map(|kind| Event::WindowSet { kind }),
    Event::WindowRemoved { .. } => WindowKind::ALL.map(|kind| Event::WindowRemoved { kind }),
    Event::CurrentTermsSet => [Event::CurrentTermsSet],
    Event::LimitsSet => [Event::LimitsSet],
    Event::CourseSet => [Event::CourseSet],
    Event::CourseRemoved => [Event::CourseRemoved],
    Event::ProfileSet => [Event::ProfileSet],
    Event::Receipt(_) => receipt::events().into_iter().map(Event::Receipt).collect::<Vec<_>>(),
    Event::Copy(_) => copy_events().into_iter().map(Event::Copy).collect::<Vec<_>>(),
    Event::Officer(_) => officer::events().into_iter().map(Event::Officer).collect::<Vec<_>>(),
    Event::DemonstrationDatesMoved { .. } => [Event::DemonstrationDatesMoved { days: 12 }],
    Event::ClockConfirmed => [Event::ClockConfirmed],
    Event::Selection(_) => selection::events().into_iter().map(Event::Selection).collect::<Vec<_>>(),
    Event::Activity(_) => activities::events().into_iter().map(Event::Activity).collect::<Vec<_>>(),
    Event::People(_) => people_events().into_iter().map(Event::People).collect::<Vec<_>>(),
    Event::Import(_) => super::imports::samples::events().into_iter().map(Event::Import).collect::<Vec<_>>(),
    Event::Dates(_) => dates::events().into_iter().map(Event::Dates).collect::<Vec<_>>(),
});
