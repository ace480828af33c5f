//! One or more of everything about imports that can be worded, for tests.

use chrono::NaiveDate;

use crate::domain::access::Role;
use crate::domain::course::{CourseKind, Credits, EnrolmentMode};
use crate::domain::history::ImportEvent;
use crate::domain::import::{
    Aspect, Dependence, FieldChange, ImportRefusal, RowCounts, RowProblem, RowWarning, StandingKind, Subject,
    SubjectCourse, Value,
};
use crate::domain::officer::OfficerLevel;
use crate::domain::promotion::PromotionRefusal;
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::selection::Part;
use crate::domain::term::SchoolYear;
use crate::text::samples::{TERM, samples};

use super::{aspect, change, counts, dependence, row_problem, row_warning, standing, subject, value};

fn account() -> String {
    "11430101".to_owned()
}

fn course() -> String {
    "國語文".to_owned()
}

const COUNTS: RowCounts = RowCounts {
    new: 60,
    changed: 2,
    unchanged: 3,
    wrong: 1,
};

samples!(problems -> RowProblem {
    RowProblem::Missing(_) => RosterColumn::ALL.map(RowProblem::Missing),
    RowProblem::TooLong { .. } => [RowProblem::TooLong { column: RosterColumn::DisplayName, limit: 200 }],
    RowProblem::Twice { .. } => [RowProblem::Twice { first: 5 }],
    RowProblem::NationalIdTwice { .. } => [RowProblem::NationalIdTwice { first: 5 }],
    RowProblem::NationalIdTaken { .. } => [RowProblem::NationalIdTaken { account: account() }],
    RowProblem::NameOfOtherRole { .. } =>
        [RowProblem::NameOfOtherRole { roles: vec![Role::Registry, Role::Teacher], name: "駱惠敏".to_owned() }],
    RowProblem::AccountEnded { .. } => [RowProblem::AccountEnded { account: account() }],
    RowProblem::UnknownStudent { .. } => [RowProblem::UnknownStudent { account: account() }],
    RowProblem::NotAStudent { .. } => [RowProblem::NotAStudent { account: account() }],
    RowProblem::UnknownTeacher { .. } => [RowProblem::UnknownTeacher { account: account() }],
    RowProblem::NotATeacher { .. } => [RowProblem::NotATeacher { account: account() }],
    RowProblem::TeacherEnded { .. } => [RowProblem::TeacherEnded { account: account() }],
    RowProblem::WithoutTeacher => [RowProblem::WithoutTeacher],
    RowProblem::UnknownCourse { .. } => [
        RowProblem::UnknownCourse { term: TERM, code: "A1".to_owned(), groups: Vec::new() },
        RowProblem::UnknownCourse { term: TERM, code: "A1".to_owned(), groups: vec!["甲班".to_owned(), "乙班".to_owned()] },
    ],
    RowProblem::TermOutOfReach { .. } => [RowProblem::TermOutOfReach { term: TERM, current: TERM.next() }],
    RowProblem::CourseHasItems { .. } => [RowProblem::CourseHasItems { items: 3 }],
    RowProblem::UnknownNationalId => [RowProblem::UnknownNationalId],
    RowProblem::BirthDateDiffers => [RowProblem::BirthDateDiffers],
    RowProblem::EndsBeforeStart => [RowProblem::EndsBeforeStart],
});

samples!(warnings -> RowWarning {
    RowWarning::SeatTaken { .. } => [RowWarning::SeatTaken { account: account() }],
    RowWarning::UnusualGrade { .. } => [RowWarning::UnusualGrade { grade: 0 }, RowWarning::UnusualGrade { grade: 5 }],
    RowWarning::SamePersonPerhaps { .. } => [RowWarning::SamePersonPerhaps { account: account() }],
    RowWarning::TeachersLeave { .. } =>
        [RowWarning::TeachersLeave { accounts: vec!["t01".to_owned(), "t02".to_owned()] }],
    RowWarning::CorrectionKept => [RowWarning::CorrectionKept],
    RowWarning::NotFiled => [RowWarning::NotFiled],
});

samples!(values -> Value {
    Value::Nothing => [Value::Nothing],
    Value::Text(_) => [Value::Text("甲".to_owned())],
    Value::NationalId(_) => [Value::NationalId("A123456789".to_owned())],
    Value::Date(_) => [Value::Date(NaiveDate::from_ymd_opt(2009, 9, 1).unwrap())],
    Value::Year(_) => [Value::Year(SchoolYear(114))],
    Value::Credits(_) => [Value::Credits(Credits(150))],
    Value::CourseKind(_) => CourseKind::ALL.map(Value::CourseKind),
    Value::Mode(_) => [Value::Mode(EnrolmentMode::Retake)],
    Value::Level(_) => OfficerLevel::ALL.map(Value::Level),
    Value::Accounts(_) => [Value::Accounts(Vec::new()), Value::Accounts(vec!["t01".to_owned()])],
    Value::Roles(_) => [Value::Roles(vec![Role::Registry, Role::Teacher])],
    Value::Part(_) => Part::ALL.map(Value::Part),
    Value::Enrolled(_) => [Value::Enrolled(true), Value::Enrolled(false)],
});

samples!(dependences -> Dependence {
    Dependence::CourseHasItems { .. } => [Dependence::CourseHasItems { course: course(), items: 2 }],
    Dependence::EnrolmentHasItems { .. } =>
        [Dependence::EnrolmentHasItems { student: "林宥辰".to_owned(), course: course(), items: 2 }],
    Dependence::LoggedIn { .. } => [Dependence::LoggedIn { account: account() }],
    Dependence::AccountInUse { .. } => [Dependence::AccountInUse { account: account() }],
    Dependence::CourseInUse { .. } => [Dependence::CourseInUse { course: course() }],
    Dependence::DecidedSince { .. } => [Dependence::DecidedSince { course: course() }],
    Dependence::ChangedSince { .. } =>
        [Dependence::ChangedSince { what: String::new() }, Dependence::ChangedSince { what: course() }],
});

samples!(promotions -> PromotionRefusal {
    PromotionRefusal::NotTheNext { .. } => [PromotionRefusal::NotTheNext { from: TERM, to: TERM }],
    PromotionRefusal::NoStudents { .. } => [PromotionRefusal::NoStudents { from: TERM }],
    PromotionRefusal::UnknownClass { .. } =>
        [PromotionRefusal::UnknownClass { class: "一年 9 班".to_owned(), from: TERM }],
    PromotionRefusal::Unmapped { .. } => [
        PromotionRefusal::Unmapped { classes: vec!["忠班".to_owned()] },
        PromotionRefusal::Unmapped { classes: vec!["忠班".to_owned(), "孝班".to_owned()] },
    ],
    PromotionRefusal::Shared { .. } => [PromotionRefusal::Shared {
        to: "二年 1 班".to_owned(),
        classes: ["一年 1 班".to_owned(), "一年 2 班".to_owned()],
    }],
    PromotionRefusal::ChangedMeanwhile { .. } => [PromotionRefusal::ChangedMeanwhile { seen: 30, now: 31 }],
});

samples!(refusals -> ImportRefusal {
    ImportRefusal::WrongRows { .. } => problems()
        .into_iter()
        .flat_map(|problem| RosterKind::ALL.map(|kind| ImportRefusal::WrongRows { kind, wrong: 2, row: 7, problem: problem.clone() }))
        .collect::<Vec<_>>(),
    ImportRefusal::ChangedMeanwhile { .. } =>
        [ImportRefusal::ChangedMeanwhile { now: COUNTS }, ImportRefusal::ChangedMeanwhile { now: RowCounts::default() }],
    ImportRefusal::TermOutOfReach { .. } => [ImportRefusal::TermOutOfReach { term: TERM, current: TERM.next() }],
    ImportRefusal::NothingToUndo => [ImportRefusal::NothingToUndo],
    ImportRefusal::Promotion(_) => promotions().into_iter().map(ImportRefusal::Promotion).collect::<Vec<_>>(),
    ImportRefusal::Held { .. } => dependences()
        .into_iter()
        .flat_map(|first| [1, 3].map(|count| ImportRefusal::Held { first: first.clone(), count }))
        .collect::<Vec<_>>(),
});

samples!(events -> ImportEvent {
    ImportEvent::Applied { .. } => RosterKind::ALL.map(|kind| ImportEvent::Applied { kind, counts: COUNTS }),
    ImportEvent::Undone { .. } => RosterKind::ALL.map(|kind| ImportEvent::Undone { kind, counts: COUNTS }),
});

/// Every string of this module that no refusal and no event says.
pub(in crate::text) fn strings() -> Vec<String> {
    let mut all: Vec<String> = warnings().iter().map(row_warning).collect();
    all.extend(
        problems()
            .iter()
            .map(|problem| row_problem(problem, RosterKind::Students)),
    );
    all.extend(values().iter().map(value));
    all.extend(dependences().iter().map(dependence));
    all.extend(
        [
            StandingKind::New,
            StandingKind::Changed,
            StandingKind::Unchanged,
            StandingKind::Wrong,
        ]
        .map(|kind| standing(kind).to_owned()),
    );
    all.extend(
        [
            Aspect::Roles,
            Aspect::Enrolled,
            Aspect::Column(RosterColumn::Class),
        ]
        .map(|it| aspect(it, RosterKind::Students).to_owned()),
    );
    all.push(counts(COUNTS));
    all.push(change(
        &FieldChange {
            aspect: Aspect::Column(RosterColumn::Class),
            old: Value::Text("甲班".to_owned()),
            new: Value::Text("乙班".to_owned()),
        },
        RosterKind::Students,
    ));
    all.push(subject(&Subject {
        account: account(),
        person: "林宥辰".to_owned(),
        course: Some(SubjectCourse {
            term: TERM,
            code: "A1".to_owned(),
            group: "甲班".to_owned(),
            name: course(),
        }),
        detail: String::new(),
    }));
    all
}
