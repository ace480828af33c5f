//! One row for each command: who may give it, for whom the thing it names does not exist, and whether it
//! needs an open window. A command without a row does not compile.

use licheng::domain::access::Role;
use licheng::domain::account::InitialPassword;
use licheng::domain::activity::lists::List;
use licheng::domain::copies::CopyKind;
use licheng::domain::id::AnnouncementId;
use licheng::domain::limits::Limits;
use licheng::domain::promotion::ClassMapping;
use licheng::domain::roster::RosterKind;
use licheng::domain::selection::Part;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    AccountCommand, ActivityChanges, ActivityCommand, Command, CopyCommand, DatesCommand, DeputyCommand,
    ImportCommand, NewAccount, NewDeputyship, OfficerCommand, ReceiptCommand, SelectionCommand, StartTerm,
    Verdict,
};

use super::made::{
    add, announce, brought, edit, extend, give_back, last_day, made, new_activity, record_state, seen,
    set_course, set_rules, set_window,
};
use super::officer;
use super::play::{Play, Who, teacher};
use crate::support::school::TERM;

/// When it is possible.
#[derive(Debug, Clone, Copy)]
pub enum Phases {
    Any,
    /// While the window of the item is open.
    Open,
}

pub struct Row {
    pub name: &'static str,
    pub is: fn(&Command) -> bool,
    pub make: fn(&Play<'_>, Who) -> Command,
    pub done: &'static [Who],
    /// Have the right, but the thing does not exist for them.
    pub foreign: &'static [Who],
    /// Have the right and see the thing, but this is another person's to do.
    pub anothers: &'static [Who],
    pub phases: Phases,
    /// Have the right, but the act belongs to another kind of library.
    pub other_library: &'static [Who],
}

struct Says {
    make: fn(&Play<'_>, Who) -> Command,
    done: &'static [Who],
    foreign: &'static [Who],
    anothers: &'static [Who],
    phases: Phases,
    other_library: &'static [Who],
}

/// Everyone who has not got the right at all is what is left.
const fn says(
    make: fn(&Play<'_>, Who) -> Command,
    done: &'static [Who],
    foreign: &'static [Who],
    phases: Phases,
) -> Says {
    Says {
        make,
        done,
        foreign,
        anothers: &[],
        phases,
        other_library: &[],
    }
}

const fn anothers(anothers: &'static [Who], says: Says) -> Says {
    Says { anothers, ..says }
}

const fn other_library(other_library: &'static [Who], says: Says) -> Says {
    Says {
        other_library,
        ..says
    }
}

macro_rules! rows {
    ($($pattern:pat => $says:expr),+ $(,)?) => {
        pub fn rows() -> Vec<Row> {
            vec![$({
                let says: Says = $says;
                Row {
                    name: stringify!($pattern),
                    is: |command| matches!(command, $pattern),
                    make: says.make,
                    done: says.done,
                    foreign: says.foreign,
                    anothers: says.anothers,
                    phases: says.phases,
                    other_library: says.other_library,
                }
            }),+]
        }

        /// Only here so that a command without a row does not compile.
        #[expect(dead_code, reason = "its match is what counts")]
        fn every_command_has_a_row(command: &Command) {
            match command {
                $($pattern => {}),+
            }
        }
    };
}

const OWN: &[Who] = &[Who::Owner, Who::LibraryOwner];
const EVERY_STUDENT: &[Who] = &[Who::Owner, Who::Classmate, Who::LibraryOwner];
const CLASSMATE: &[Who] = &[Who::Classmate];
const DECIDES: &[Who] = &[Who::Teacher, Who::Deputy];
const DECIDED: &[Who] = &[Who::Teacher];
const OTHER_TEACHER: &[Who] = &[Who::OtherTeacher];
const DATES: &[Who] = &[Who::Registry, Who::Administrator, Who::LibraryOwner];
const LIBRARY_OWNER: &[Who] = &[Who::LibraryOwner];
const MANAGES: &[Who] = &[Who::Registry, Who::Administrator];
const ANNOUNCES: &[Who] = &[Who::Registry, Who::StudentAffairs, Who::Administrator];
const AFFAIRS: &[Who] = &[Who::StudentAffairs];
const NOBODY: &[Who] = &[];
const EVERYBODY_IN_SCHOOL: &[Who] = &[
    Who::Owner,
    Who::Classmate,
    Who::Teacher,
    Who::OtherTeacher,
    Who::Deputy,
    Who::Homeroom,
    Who::Registry,
    Who::StudentAffairs,
    Who::Administrator,
];

rows! {
    Command::AddOutcome(_) => says(add, OWN, CLASSMATE, Phases::Open),
    Command::EditOutcome { .. } => says(edit, OWN, CLASSMATE, Phases::Open),
    Command::DeleteOutcome { .. } => says(
        |play, _| { let (item, seen) = play.things().draft; Command::DeleteOutcome { item, seen } },
        OWN, CLASSMATE, Phases::Open,
    ),
    Command::RestoreOutcome { .. } => says(
        |play, _| { let (item, seen) = play.things().trashed; Command::RestoreOutcome { item, seen } },
        OWN, CLASSMATE, Phases::Open,
    ),
    Command::SubmitOutcome { .. } => other_library(LIBRARY_OWNER, says(
        |play, _| { let (item, seen) = play.things().draft; Command::SubmitOutcome { item, seen } },
        OWN, CLASSMATE, Phases::Open,
    )),
    Command::RequestReturn { .. } => other_library(LIBRARY_OWNER, says(
        |play, _| { let (item, seen) = play.things().submitted; Command::RequestReturn { item, seen } },
        OWN, CLASSMATE, Phases::Open,
    )),
    Command::WithdrawRequest { .. } => other_library(LIBRARY_OWNER, says(
        |play, _| { let (item, seen) = play.things().requested; Command::WithdrawRequest { item, seen } },
        OWN, CLASSMATE, Phases::Open,
    )),
    Command::RecordSchoolState { .. } => other_library(
        &[Who::Owner],
        says(record_state, LIBRARY_OWNER, CLASSMATE, Phases::Any),
    ),
    Command::Certify { .. } => says(
        |play, _| {
            let (item, seen) = play.things().submitted;
            Command::Certify { item, seen, unopened: false }
        },
        DECIDES, OTHER_TEACHER, Phases::Open,
    ),
    Command::Return { .. } => says(give_back, DECIDES, OTHER_TEACHER, Phases::Open),
    Command::UndoDecision { .. } => anothers(&[Who::Deputy], says(
        |play, _| { let (item, seen) = play.things().certified; Command::UndoDecision { item, seen } },
        DECIDED, OTHER_TEACHER, Phases::Open,
    )),
    Command::DecideMany { .. } => says(
        |play, _| Command::DecideMany {
            items: vec![seen(play.things().submitted)],
            verdict: Verdict::Certify,
        },
        DECIDES, OTHER_TEACHER, Phases::Open,
    ),
    Command::UndoMany { .. } => anothers(&[Who::Deputy], says(
        |play, _| Command::UndoMany { items: vec![seen(play.things().certified)] },
        DECIDED, OTHER_TEACHER, Phases::Open,
    )),
    Command::SetWindow { .. } => says(set_window, DATES, NOBODY, Phases::Any),
    Command::RemoveWindow { .. } => says(
        |play, _| Command::RemoveWindow { window: play.things().window },
        DATES, NOBODY, Phases::Any,
    ),
    Command::SetCurrentTerms { .. } => says(
        |_, _| Command::SetCurrentTerms { outcome: TERM, activity: TERM, selection: TERM.year },
        DATES, NOBODY, Phases::Any,
    ),
    Command::SetLimits { .. } => says(
        |_, _| Command::SetLimits { term: TERM, limits: Limits::default() },
        DATES, NOBODY, Phases::Any,
    ),
    Command::SetCourse { .. } => says(set_course, LIBRARY_OWNER, NOBODY, Phases::Any),
    Command::RemoveCourse { .. } => says(
        |play, _| Command::RemoveCourse { course: play.things().empty_course },
        LIBRARY_OWNER, NOBODY, Phases::Any,
    ),
    Command::SetProfile { .. } => says(
        |_, _| Command::SetProfile { display_name: "新名字".into(), entry_year: SchoolYear(114) },
        LIBRARY_OWNER, NOBODY, Phases::Any,
    ),
    Command::RefreshDemonstrationDates => other_library(LIBRARY_OWNER, says(
        |_, _| Command::RefreshDemonstrationDates,
        EVERYBODY_IN_SCHOOL, NOBODY, Phases::Any,
    )),
    Command::ConfirmClock { .. } => says(
        |_, _| Command::ConfirmClock { reason: "電池換過".into() },
        &[Who::Administrator, Who::LibraryOwner], NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::Create(_)) => says(
        |_, _| Command::Account(AccountCommand::Create(NewAccount {
            account_name: "1140999".into(),
            display_name: "轉學生".into(),
            roles: vec![Role::Student],
            entry_year: Some(SchoolYear(114)),
            placement: None,
            national_id: None,
        })),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::Rename { .. }) => says(
        |play, _| Command::Account(AccountCommand::Rename {
            account: play.account(Who::Classmate),
            account_name: None,
            display_name: Some("王大明".into()),
        }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::SetRoles { .. }) => says(
        |play, _| Command::Account(AccountCommand::SetRoles {
            account: play.account(Who::OtherTeacher),
            roles: vec![Role::Teacher, Role::Registry],
        }),
        &[Who::Administrator], NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::SetHomeroom { .. }) => says(
        |play, _| Command::Account(AccountCommand::SetHomeroom {
            term: TERM,
            class: "一年1班".into(),
            teacher: Some(play.account(Who::OtherTeacher)),
        }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::ResetPassword { .. }) => says(
        |play, _| Command::Account(AccountCommand::ResetPassword { account: play.account(Who::Classmate) }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::Lock { .. }) => says(
        |play, _| Command::Account(AccountCommand::Lock { account: play.account(Who::Classmate) }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::End { .. }) => says(
        |play, _| Command::Account(AccountCommand::End { account: play.account(Who::Deputy) }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::Graduate { .. }) => says(
        |play, _| Command::Account(AccountCommand::Graduate {
            accounts: vec![play.account(Who::Classmate)],
            until: last_day(),
        }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::Transfer { .. }) => says(
        |play, _| Command::Account(AccountCommand::Transfer {
            accounts: vec![play.account(Who::Classmate)],
            until: last_day(),
        }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::Reactivate { .. }) => says(
        |play, _| Command::Account(AccountCommand::Reactivate { accounts: vec![play.account(Who::Classmate)] }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::SetInitialPassword { .. }) => says(
        |_, _| Command::Account(AccountCommand::SetInitialPassword { policy: InitialPassword::Slip }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Account(AccountCommand::SlipsHandedOut { .. }) => says(
        |play, _| Command::Account(AccountCommand::SlipsHandedOut { accounts: vec![play.account(Who::Classmate)] }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Deputy(DeputyCommand::Add(_)) => says(
        |play, _| Command::Deputy(DeputyCommand::Add(NewDeputyship {
            deputy: play.account(Who::OtherTeacher),
            teacher: play.account(Who::Teacher),
            offering: Some(play.things().course),
            from: last_day(),
            until: last_day(),
            reason: "公假".into(),
        })),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Import(ImportCommand::Apply { .. }) => says(
        |_, _| Command::Import(teacher("t9")),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Import(ImportCommand::UndoLast { .. }) => says(
        |play, _| Command::Import(ImportCommand::UndoLast {
            import: play.things().import,
            kind: RosterKind::Teachers,
        }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Import(ImportCommand::StartTerm(_)) => says(
        |_, _| Command::Import(ImportCommand::StartTerm(StartTerm {
            from: TERM,
            to: TERM.next(),
            mapping: ClassMapping::new(),
            seen: None,
        })),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Activity(ActivityCommand::Add(_)) => says(
        |_, _| Command::Activity(ActivityCommand::Add(new_activity())),
        EVERY_STUDENT, NOBODY, Phases::Open,
    ),
    Command::Activity(ActivityCommand::Edit { .. }) => says(
        |play, _| {
            let (item, seen) = play.things().activity;
            let changes = ActivityChanges { description: Some("改過".into()), ..Default::default() };
            Command::Activity(ActivityCommand::Edit { item, seen, changes })
        },
        OWN, CLASSMATE, Phases::Open,
    ),
    Command::Activity(ActivityCommand::Delete { .. }) => says(
        |play, _| {
            let (item, seen) = play.things().activity;
            Command::Activity(ActivityCommand::Delete { item, seen })
        },
        OWN, CLASSMATE, Phases::Open,
    ),
    Command::Activity(ActivityCommand::Restore { .. }) => says(
        |play, _| {
            let (item, seen) = play.things().trashed_activity;
            Command::Activity(ActivityCommand::Restore { item, seen })
        },
        OWN, CLASSMATE, Phases::Open,
    ),
    Command::Activity(ActivityCommand::Copy { .. }) => says(
        |play, _| Command::Activity(ActivityCommand::Copy { item: play.things().activity.0, with_files: false }),
        OWN, CLASSMATE, Phases::Open,
    ),
    Command::Activity(ActivityCommand::SetTags { .. }) => says(
        |play, _| Command::Activity(ActivityCommand::SetTags {
            item: play.things().activity.0,
            tags: vec!["備審".into()],
        }),
        OWN, CLASSMATE, Phases::Any,
    ),
    Command::Activity(ActivityCommand::SetYears { .. }) => says(
        |play, who| Command::Activity(ActivityCommand::SetYears {
            student: if who == Who::LibraryOwner { play.account(who) } else { play.account(Who::Classmate) },
            extra_years: 1,
            left: None,
        }),
        DATES, NOBODY, Phases::Any,
    ),
    Command::Activity(ActivityCommand::SetList { .. }) => says(
        |_, _| Command::Activity(ActivityCommand::SetList {
            list: List::Workplace,
            entries: vec!["參訪".into()],
        }),
        DATES, NOBODY, Phases::Any,
    ),
    Command::Activity(ActivityCommand::SetYearQuota { .. }) => says(
        |_, _| Command::Activity(ActivityCommand::SetYearQuota { year: TERM.year, limit: Some(40) }),
        DATES, NOBODY, Phases::Any,
    ),
    Command::Selection(SelectionCommand::Tick { .. }) => says(
        |play, _| Command::Selection(SelectionCommand::Tick {
            year: TERM.year,
            item: play.things().certified.0,
        }),
        OWN, CLASSMATE, Phases::Any,
    ),
    Command::Selection(SelectionCommand::Untick { .. }) => says(
        |play, _| Command::Selection(SelectionCommand::Untick {
            year: TERM.year,
            item: play.things().certified.0,
        }),
        OWN, CLASSMATE, Phases::Any,
    ),
    Command::Selection(SelectionCommand::Order { .. }) => says(
        |_, _| Command::Selection(SelectionCommand::Order {
            year: TERM.year,
            part: Part::Activities,
            items: Vec::new(),
        }),
        EVERY_STUDENT, NOBODY, Phases::Any,
    ),
    Command::Selection(SelectionCommand::Confirm { .. }) => says(
        |_, _| Command::Selection(SelectionCommand::Confirm { year: TERM.year, seen: 0 }),
        EVERY_STUDENT, NOBODY, Phases::Any,
    ),
    Command::Selection(SelectionCommand::NoticesRead { .. }) => says(
        |_, _| Command::Selection(SelectionCommand::NoticesRead { year: TERM.year }),
        EVERY_STUDENT, NOBODY, Phases::Any,
    ),
    Command::Receipt(ReceiptCommand::Confirm { .. }) => says(
        |_, _| Command::Receipt(ReceiptCommand::Confirm { year: TERM.year, seen: [0; 32] }),
        EVERY_STUDENT, &[], Phases::Any,
    ),
    Command::Receipt(ReceiptCommand::Report { .. }) => says(
        |_, _| Command::Receipt(ReceiptCommand::Report {
            year: TERM.year,
            seen: [0; 32],
            words: "檔案不對".into(),
        }),
        EVERY_STUDENT, &[], Phases::Any,
    ),
    Command::Receipt(ReceiptCommand::SetDeadline { .. }) => says(
        |_, _| Command::Receipt(ReceiptCommand::SetDeadline {
            year: TERM.year,
            until: crate::support::school::opening(),
        }),
        MANAGES, &[], Phases::Any,
    ),
    Command::Receipt(ReceiptCommand::Reply { .. }) => says(
        |play, _| Command::Receipt(ReceiptCommand::Reply {
            student: play.account(Who::Classmate),
            year: TERM.year,
            words: "已更正".into(),
        }),
        MANAGES, &[], Phases::Any,
    ),
    Command::Selection(SelectionCommand::SetLayout { .. }) => says(
        |_, _| Command::Selection(SelectionCommand::SetLayout { layout: None }),
        MANAGES, &[], Phases::Any,
    ),
    Command::Selection(SelectionCommand::File { .. }) => says(
        |_, _| Command::Selection(SelectionCommand::File { year: TERM.year, grade: None }),
        MANAGES, NOBODY, Phases::Any,
    ),
    Command::Copy(CopyCommand::NoteMade { kind: CopyKind::Transfer, .. }) => says(
        |_, _| made(CopyKind::Transfer), &[Who::Registry], NOBODY, Phases::Any,
    ),
    Command::Copy(CopyCommand::NoteMade { .. }) => says(
        |_, _| made(CopyKind::Zip), EVERY_STUDENT, NOBODY, Phases::Any,
    ),
    Command::Copy(CopyCommand::Import(_)) => says(
        |_, _| Command::Copy(CopyCommand::Import(Box::new(brought()))),
        EVERY_STUDENT, NOBODY, Phases::Any,
    ),
    Command::Copy(CopyCommand::ImportFor { .. }) => says(
        |play, _| Command::Copy(CopyCommand::ImportFor {
            student: play.account(Who::Classmate),
            record: Box::new(brought()),
        }),
        &[Who::Registry], NOBODY, Phases::Any,
    ),
    Command::Copy(CopyCommand::AcceptCertification { .. }) => says(
        |play, _| {
            let (item, seen) = play.things().certified;
            Command::Copy(CopyCommand::AcceptCertification { item, seen, reason: "學籍轉移".into() })
        },
        &[Who::Registry], NOBODY, Phases::Any,
    ),
    Command::Dates(DatesCommand::SetLastDay { .. }) => says(
        |_, _| Command::Dates(DatesCommand::SetLastDay { term: TERM, day: None }),
        DATES, NOBODY, Phases::Any,
    ),
    Command::Dates(DatesCommand::Extend(_)) => says(extend, DATES, NOBODY, Phases::Any),
    Command::Dates(DatesCommand::SetRules { .. }) => says(set_rules, DATES, NOBODY, Phases::Any),
    Command::Dates(DatesCommand::Announce { .. }) => says(announce, ANNOUNCES, NOBODY, Phases::Any),
    Command::Dates(DatesCommand::EndAnnouncement { .. }) => says(
        |_, _| Command::Dates(DatesCommand::EndAnnouncement { announcement: AnnouncementId(1) }),
        NOBODY, ANNOUNCES, Phases::Any,
    ),
    Command::Officer(OfficerCommand::Report { .. }) =>
        other_library(LIBRARY_OWNER, says(officer::report, &[Who::Owner], CLASSMATE, Phases::Any)),
    Command::Officer(OfficerCommand::Answer { .. }) => says(officer::answer, AFFAIRS, NOBODY, Phases::Any),
    Command::Officer(OfficerCommand::Add { .. }) => says(officer::add, AFFAIRS, NOBODY, Phases::Any),
    Command::Officer(OfficerCommand::Correct { .. }) => says(officer::correct, AFFAIRS, NOBODY, Phases::Any),
    Command::Officer(OfficerCommand::Remove { .. }) => says(officer::remove, AFFAIRS, NOBODY, Phases::Any),
    Command::Deputy(DeputyCommand::End { .. }) => says(
        |play, _| Command::Deputy(DeputyCommand::End { deputy: play.things().deputy }),
        MANAGES, NOBODY, Phases::Any,
    ),
}
