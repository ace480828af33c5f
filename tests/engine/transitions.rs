//! Every act of domain.md 2a by state, person and phase, through the engine.

use chrono::Duration;
use licheng::domain::act::Act;
use licheng::domain::moment::Moment;
use licheng::domain::outcome::{Origin, OutcomeState};
use licheng::domain::refusal::Refusal;
use licheng::domain::window::{Phase, WindowKind};
use licheng::engine::{Command, Failure, ItemView, OutcomeChanges, Reply, Session};

use crate::support::school::{School, certification_end, certify, give_back, opening, submit, upload_end};

const STATES: [OutcomeState; 4] = [
    OutcomeState::Draft,
    OutcomeState::Submitted,
    OutcomeState::Certified,
    OutcomeState::Returned,
];

/// Before both windows, in both, after the upload window only, after both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Before,
    Open,
    UploadOver,
    AllOver,
}

impl When {
    const ALL: [Self; 4] = [Self::Before, Self::Open, Self::UploadOver, Self::AllOver];

    fn moment(self) -> Moment {
        match self {
            Self::Before => opening() - Duration::seconds(1),
            Self::Open => opening() + Duration::days(2),
            Self::UploadOver => upload_end(),
            Self::AllOver => certification_end(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Owner,
    Classmate,
    Teacher,
    OtherTeacher,
    Deputy,
    Office,
}

impl Who {
    const ALL: [Self; 6] = [
        Self::Owner,
        Self::Classmate,
        Self::Teacher,
        Self::OtherTeacher,
        Self::Deputy,
        Self::Office,
    ];

    const fn account(self) -> &'static str {
        match self {
            Self::Owner => "s1",
            Self::Classmate => "s2",
            Self::Teacher => "t1",
            Self::OtherTeacher => "t2",
            Self::Deputy => "t3",
            Self::Office => "r1",
        }
    }
}

const ACTS: [Act; 9] = [
    Act::Edit,
    Act::Delete,
    Act::Restore,
    Act::Submit,
    Act::RequestReturn,
    Act::WithdrawRequest,
    Act::Certify,
    Act::Return,
    Act::UndoDecision,
];

fn command(act: Act, item: &ItemView) -> Command {
    let (id, seen) = (item.id, item.facts.version);
    match act {
        Act::Edit => Command::EditOutcome {
            item: id,
            seen,
            changes: OutcomeChanges {
                title: Some("改過的標題".into()),
                ..Default::default()
            },
        },
        Act::Delete => Command::DeleteOutcome { item: id, seen },
        Act::Restore => Command::RestoreOutcome { item: id, seen },
        Act::Submit => submit(item),
        Act::RequestReturn => Command::RequestReturn { item: id, seen },
        Act::WithdrawRequest => Command::WithdrawRequest { item: id, seen },
        Act::Certify => certify(item),
        Act::Return => give_back(id, seen, true),
        Act::UndoDecision => Command::UndoDecision { item: id, seen },
        Act::Create | Act::RecordSchoolState => unreachable!("not in the list"),
    }
}

/// An item of s1 in this state; decisions are by t1. With a request where the state allows one.
fn prepare(school: &School, state: OutcomeState, requested: bool) -> ItemView {
    school.clock.set(opening() + Duration::days(1));
    school.forget_the_time();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let mut item = match state {
        OutcomeState::Draft => school.draft(&student, "單擺"),
        _ => school.submitted(&student, "單擺"),
    };
    item = match state {
        OutcomeState::Certified => school.item(&teacher, &certify(&item)),
        OutcomeState::Returned => school.item(&teacher, &give_back(item.id, item.facts.version, false)),
        _ => item,
    };
    if requested {
        item = school.item(
            &student,
            &Command::RequestReturn {
                item: item.id,
                seen: item.facts.version,
            },
        );
    }
    assert_eq!(item.state(), state);
    // As its owner sees it: a decision answers with what the teacher sees.
    school.engine.item(&student, item.id).unwrap()
}

/// What domain.md 2a says, written down a second time and differently: the new state, or `None`.
fn allowed(act: Act, who: Who, state: OutcomeState, when: When, requested: bool) -> Option<OutcomeState> {
    use OutcomeState::{Certified, Draft, Returned, Submitted};
    let students_turn = who == Who::Owner && when == When::Open;
    let teachers_turn =
        matches!(who, Who::Teacher | Who::Deputy) && matches!(when, When::Open | When::UploadOver);
    match (act, state) {
        (Act::Edit | Act::Delete, Draft | Returned) if students_turn => Some(state),
        (Act::Submit, Draft | Returned) if students_turn => Some(Submitted),
        (Act::RequestReturn, Submitted | Certified) if students_turn && !requested => Some(state),
        (Act::WithdrawRequest, Submitted | Certified) if students_turn && requested => Some(state),
        (Act::Certify, Submitted) if teachers_turn => Some(Certified),
        (Act::Return, Submitted | Certified) if teachers_turn => Some(Returned),
        // Only by whoever decided, only while nothing happened since.
        (Act::UndoDecision, Certified | Returned) if who == Who::Teacher && teachers_turn && !requested => {
            Some(Submitted)
        }
        _ => None,
    }
}

#[test]
fn the_whole_table() {
    let school = School::with_limits(licheng::domain::limits::Limits {
        outcomes_per_term: 1_000,
        ..Default::default()
    });
    let mut granted = 0;
    for state in STATES {
        for requested in [false, true] {
            if requested && state.is_students() {
                continue;
            }
            let mut item = prepare(&school, state, requested);
            for act in ACTS {
                for who in Who::ALL {
                    for when in When::ALL {
                        if check(&school, &item, act, who, when, requested) {
                            granted += 1;
                            item = prepare(&school, state, requested);
                        }
                    }
                }
            }
        }
    }
    assert!(granted >= 30, "{granted} combinations were granted");
}

fn check(school: &School, item: &ItemView, act: Act, who: Who, when: When, requested: bool) -> bool {
    let (state, session) = (item.state(), school.login(who.account()));
    school.clock.set(when.moment());
    if when == When::Before {
        // The item is from later than this: the clock must be believed all the same.
        school.forget_the_time();
    }
    let answer = school.run(&session, &command(act, item));
    let expected = allowed(act, who, state, when, requested);
    let label = format!("{act:?} by {who:?} of {state:?} at {when:?}, requested: {requested}");
    match (&answer, expected) {
        (Ok(Reply::Item(after)), Some(state)) => {
            assert_eq!(after.state(), state, "{label}");
            assert_eq!(after.facts.version, item.facts.version + 1, "{label}");
            true
        }
        (Err(Failure::Refused(refusal)), None) => {
            check_refusal(refusal, act, who, state, &label);
            let owner = school.login("s1");
            let after = school.engine.item(&owner, item.id).unwrap();
            assert_eq!(after, *item, "{label}: a refusal changed the item");
            false
        }
        other => panic!("{label}: {other:?}"),
    }
}

fn check_refusal(refusal: &Refusal, act: Act, who: Who, state: OutcomeState, label: &str) {
    let teachers_act = matches!(act, Act::Certify | Act::Return | Act::UndoDecision);
    match who {
        Who::Owner if teachers_act => {
            assert!(matches!(refusal, Refusal::NoRight { .. }), "{label}: {refusal:?}");
        }
        Who::Classmate if !teachers_act => assert_eq!(*refusal, Refusal::NoSuchItem, "{label}"),
        Who::OtherTeacher if teachers_act => assert_eq!(*refusal, Refusal::NoSuchItem, "{label}"),
        Who::Teacher | Who::Deputy if teachers_act && state == OutcomeState::Draft => {
            assert_eq!(
                *refusal,
                Refusal::NoSuchItem,
                "{label}: drafts are the student's alone"
            );
        }
        _ => {}
    }
}

#[test]
fn shut_windows_name_themselves_and_the_next() {
    let school = School::new();
    let student = school.login("s1");
    let item = school.draft(&student, "單擺");
    school.clock.set(upload_end());
    match school.refusal(&student, &submit(&item)) {
        Refusal::WindowShut {
            kind: WindowKind::OutcomeUpload,
            phase: Phase::Closed,
            window: Some(_),
            next: None,
            ..
        } => {}
        other => panic!("{other:?}"),
    }
    school.clock.set(upload_end() - Duration::seconds(1));
    assert_eq!(
        school.item(&student, &submit(&item)).state(),
        OutcomeState::Submitted
    );
}

#[test]
fn a_late_return_is_asked_about_twice() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    school.clock.set(upload_end());
    let seen = item.facts.version;
    assert_eq!(
        school.refusal(&teacher, &give_back(item.id, seen, false)),
        Refusal::ReturnLocksOut
    );
    let returned = school.item(&teacher, &give_back(item.id, seen, true));
    assert!(matches!(
        school.refusal(&student, &submit(&returned)),
        Refusal::WindowShut { .. }
    ));
}

#[test]
fn days_for_mending_open_what_the_window_shut() {
    let limits = licheng::domain::limits::Limits {
        mending_days: 3,
        ..Default::default()
    };
    let school = School::with_limits(limits);
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    school.clock.set(upload_end());
    let returned = school.item(&teacher, &give_back(item.id, item.facts.version, false));
    school.clock.set(upload_end() + Duration::days(3));
    assert!(matches!(
        school.refusal(&student, &submit(&returned)),
        Refusal::WindowShut { .. }
    ));
    school
        .clock
        .set(upload_end() + Duration::days(3) - Duration::seconds(1));
    assert_eq!(
        school.item(&student, &submit(&returned)).state(),
        OutcomeState::Submitted
    );
}

#[test]
fn a_decision_names_who_really_decided() {
    let school = School::new();
    let (student, deputy) = (school.login("s1"), school.login("t3"));
    let item = school.submitted(&student, "單擺");
    let certified = school.item(&deputy, &certify(&item));
    assert_eq!(certified.facts.origin, Some(Origin::Deputy));
    let decision = certified.decisions.last().unwrap();
    assert_eq!(
        (decision.by.as_str(), decision.for_teacher.as_deref()),
        ("代理老師", Some("陳老師"))
    );
    let teacher = school.login("t1");
    let undo = Command::UndoDecision {
        item: item.id,
        seen: certified.facts.version,
    };
    assert_eq!(
        school.refusal(&teacher, &undo),
        Refusal::CannotUndo,
        "only whoever decided"
    );
    assert_eq!(school.item(&deputy, &undo).state(), OutcomeState::Submitted);
}

#[test]
fn what_somebody_else_changed_is_not_overwritten() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    school.item(
        &student,
        &Command::RequestReturn {
            item: item.id,
            seen: item.facts.version,
        },
    );
    let seen = item.facts.version;
    assert_eq!(
        school.refusal(&teacher, &certify(&item)),
        Refusal::ChangedMeanwhile {
            seen,
            current: seen + 1
        }
    );
}

#[test]
fn a_repeated_request_gets_the_first_reply() {
    let school = School::new();
    let student = school.login("s1");
    let file = school.stage(&student, "報告.pdf", b"pdf once");
    let add = Command::AddOutcome(school.new_outcome("單擺", vec![file]));
    let request = school.request();
    let first = school.engine.run(&student, request, &add).unwrap();
    let second = school.engine.run(&student, request, &add).unwrap();
    assert_eq!(first, second);
    assert_eq!(school.engine.status(&student).unwrap().outcomes.used, 1);
}

#[test]
fn history_has_no_gaps_and_one_command_one_id() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    school.item(&teacher, &certify(&item));
    let lines = school.engine.history(&student, item.id).unwrap();
    let numbers: Vec<u64> = lines.iter().map(|view| view.line.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(
        lines[0].line.command, lines[1].line.command,
        "created and file added are one command"
    );
    assert_ne!(lines[1].line.command, lines[2].line.command);
    assert_eq!(lines[3].actor_name, "陳老師");
}

#[test]
fn courses_without_credit_of_another_term_or_left_are_refused() {
    let school = School::new();
    let student: Session = school.login("s1");
    let add = |offering| {
        Command::AddOutcome(licheng::engine::NewOutcome {
            offering,
            ..school.new_outcome("單擺", Vec::new())
        })
    };
    assert!(matches!(
        school.refusal(&student, &add(school.class_meeting)),
        Refusal::CourseWithoutCredit { .. }
    ));
    assert!(matches!(
        school.refusal(&student, &add(school.earlier)),
        Refusal::CourseOfOtherTerm { .. }
    ));
    assert_eq!(
        school.refusal(&student, &add(school.left)),
        Refusal::EnrolmentWithdrawn { act: Act::Create }
    );
    let other = school.login("s2");
    assert_eq!(
        school.refusal(&other, &add(school.history)),
        Refusal::NoSuchCourse,
        "not this student's course"
    );
}

#[test]
fn an_outcome_without_a_file_cannot_be_submitted() {
    let school = School::new();
    let student = school.login("s1");
    let item = school.item(
        &student,
        &Command::AddOutcome(school.new_outcome("還沒有檔案", Vec::new())),
    );
    assert_eq!(school.refusal(&student, &submit(&item)), Refusal::NothingToSubmit);
}

#[test]
fn a_clock_set_back_cannot_slip_through_a_deadline() {
    let school = School::new();
    let student = school.login("s1");
    let item = school.draft(&student, "單擺");
    let newest = school.engine.now();
    school.clock.set(newest - Duration::minutes(5));
    assert!(school.run(&student, &submit(&item)).is_ok());
    school.clock.set(newest - Duration::minutes(6));
    let now = school.engine.now();
    let edit = command(
        Act::RequestReturn,
        &school.engine.item(&student, item.id).unwrap(),
    );
    assert_eq!(
        school.refusal(&student, &edit),
        Refusal::ClockBehind { now, newest }
    );
    let administrator = school.login("a1");
    let confirm = Command::ConfirmClock {
        reason: "時鐘曾經快了一個月".into(),
    };
    school.run(&administrator, &confirm).unwrap();
    assert!(school.run(&student, &edit).is_ok());
}
