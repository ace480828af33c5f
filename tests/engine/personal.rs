//! The personal library: one owner, own courses, states recorded by hand.

use std::sync::Arc;

use licheng::domain::act::Act;
use licheng::domain::activity::Category;
use licheng::domain::course::{CourseKind, Credits};
use licheng::domain::outcome::{Origin, OutcomeState};
use licheng::domain::refusal::Refusal;
use licheng::domain::selection::SelectionRefusal;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    ActivityChanges, ActivityCommand, Command, CourseFields, CurrentTerms, Engine, Failure, HandClock,
    ItemView, NewOutcome, NewPersonalLibrary, Reply, Secret, SelectionCommand, Session, StagedFile,
};
use licheng::store::Face;

use crate::activities::competition;
use crate::support::school::{TERM, opening, surroundings};

fn create() -> (Engine, Session, Secret) {
    let clock = Arc::new(HandClock::at(opening()));
    let new = NewPersonalLibrary {
        account_name: "11430101".into(),
        display_name: "林𡘙".into(),
        password: Secret::new("自己的密碼真的很長"),
        entry_year: SchoolYear(114),
        terms: CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        },
    };
    let (engine, code) =
        Engine::create_personal(None, &new, surroundings(&clock, "personal"), Face::Window).unwrap();
    let session = engine
        .login("11430101", &Secret::new("自己的密碼真的很長"))
        .unwrap();
    (engine, session, code)
}

fn run(engine: &Engine, session: &Session, command: &Command) -> Result<Reply, Failure> {
    engine.run(session, engine.new_request(), command)
}

fn add(engine: &Engine, session: &Session) -> ItemView {
    let fields = CourseFields {
        term: TERM,
        code: String::new(),
        name: "物理".into(),
        credits: Credits::whole(2),
        kind: CourseKind::MinistryRequired,
        teacher: "陳老師".into(),
    };
    let Ok(Reply::Course(offering)) = run(engine, session, &Command::SetCourse { course: None, fields })
    else {
        panic!("the course was not added")
    };
    let (stage, _) = engine.stage_bytes(session, "報告.pdf", b"pdf own").unwrap();
    let new = NewOutcome {
        offering,
        term: TERM,
        title: "單擺".into(),
        work_kind: None,
        description: String::new(),
        files: vec![StagedFile {
            stage,
            name: "報告.pdf".into(),
            ending_confirmed: false,
        }],
    };
    match run(engine, session, &Command::AddOutcome(new)) {
        Ok(Reply::Item(item)) => *item,
        other => panic!("{other:?}"),
    }
}

#[test]
fn without_dates_nothing_closes_and_states_are_recorded_by_hand() {
    let (engine, session, _) = create();
    let mut item = add(&engine, &session);
    assert_eq!(item.teachers, ["陳老師"]);
    let submit = Command::SubmitOutcome {
        item: item.id,
        seen: item.facts.version,
    };
    assert_eq!(
        run(&engine, &session, &submit),
        Err(Failure::Refused(Refusal::NotInThisLibrary { act: Act::Submit }))
    );
    for state in [
        OutcomeState::Submitted,
        OutcomeState::Certified,
        OutcomeState::Returned,
        OutcomeState::Draft,
    ] {
        let command = Command::RecordSchoolState {
            item: item.id,
            seen: item.facts.version,
            state,
        };
        let Ok(Reply::Item(after)) = run(&engine, &session, &command) else {
            panic!("{state:?}")
        };
        assert_eq!(after.state(), state);
        assert_eq!(
            after.facts.origin,
            (state != OutcomeState::Draft).then_some(Origin::SelfReported)
        );
        item = *after;
    }
}

#[test]
fn a_course_with_items_stays() {
    let (engine, session, _) = create();
    let item = add(&engine, &session);
    let remove = Command::RemoveCourse {
        course: item.facts.offering,
    };
    assert_eq!(
        run(&engine, &session, &remove),
        Err(Failure::Refused(Refusal::CourseInUse { items: 1 }))
    );
}

#[test]
fn the_recovery_code_opens_once() {
    let (engine, _, code) = create();
    let new = Secret::new("另一個更長更長的密碼");
    let wrong = engine.reset_with_recovery_code("11430101", &Secret::new("AAAAA-AAAAA"), &new);
    assert!(matches!(wrong, Err(Failure::Refused(Refusal::RecoveryCodeWrong))));
    let (session, next) = engine.reset_with_recovery_code("11430101", &code, &new).unwrap();
    assert!(engine.status(&session).is_ok());
    assert!(engine.login("11430101", &new).is_ok());
    assert_ne!(next, code);
    let again = engine.reset_with_recovery_code("11430101", &code, &new);
    assert!(matches!(again, Err(Failure::Refused(Refusal::RecoveryCodeWrong))));
}

/// 多元表現 and 勾選 work there too, and what is selected stays one's own record: nobody certified it.
#[test]
fn activities_and_a_selection_are_kept_there_too() {
    let (engine, session, _) = create();
    let outcome = add(&engine, &session);
    let activity = |command| match run(&engine, &session, &Command::Activity(command)) {
        Ok(Reply::Activity(activity)) => *activity,
        other => panic!("{other:?}"),
    };
    let award = activity(ActivityCommand::Add(competition(Vec::new())));
    assert_eq!(award.category(), Category::Competition);
    let (stage, _) = engine
        .stage_bytes(&session, "獎狀.pdf", b"pdf diploma".as_slice())
        .unwrap();
    let changes = ActivityChanges {
        description: Some("全校第一次參加。".into()),
        files: vec![StagedFile {
            stage,
            name: "獎狀.pdf".into(),
            ending_confirmed: false,
        }],
        ..ActivityChanges::default()
    };
    let award = activity(ActivityCommand::Edit {
        item: award.id,
        seen: award.facts.version,
        changes,
    });
    assert_eq!(
        (award.description.as_str(), award.files.len()),
        ("全校第一次參加。", 1)
    );

    let year = TERM.year;
    let give = |command| run(&engine, &session, &Command::Selection(command));
    let tick = |item| give(SelectionCommand::Tick { year, item });
    let refused = tick(outcome.id);
    assert!(
        matches!(
            refused,
            Err(Failure::Refused(Refusal::Selection(
                SelectionRefusal::NotSelectable { .. }
            )))
        ),
        "not certified by anybody's word: {refused:?}"
    );
    let state = Command::RecordSchoolState {
        item: outcome.id,
        seen: outcome.facts.version,
        state: OutcomeState::Certified,
    };
    run(&engine, &session, &state).unwrap();
    tick(outcome.id).unwrap();
    let Ok(Reply::Selection(view)) = tick(award.id) else {
        panic!("the award was not selected")
    };
    assert_eq!((view.outcomes.len(), view.activities.len()), (1, 1));
    let Ok(Reply::Selection(view)) = give(SelectionCommand::Confirm {
        year,
        seen: view.version,
    }) else {
        panic!("not confirmed")
    };
    assert!(view.confirmed.is_some() && view.filed().is_none());
    let items = engine.items(&session, None, false).unwrap();
    assert_eq!(
        items[0].facts.origin,
        Some(Origin::SelfReported),
        "states stay 自行登錄"
    );
    // What is recorded as returned leaves the selection by itself.
    let state = Command::RecordSchoolState {
        item: outcome.id,
        seen: items[0].facts.version,
        state: OutcomeState::Returned,
    };
    run(&engine, &session, &state).unwrap();
    let view = engine.selection(&session, Some(year)).unwrap();
    assert_eq!((view.outcomes.len(), view.left.len()), (0, 1));
    // Nothing is filed from a personal library.
    let file = give(SelectionCommand::File { year, grade: None });
    assert!(
        matches!(file, Err(Failure::Refused(Refusal::NoRight { .. }))),
        "{file:?}"
    );
}
