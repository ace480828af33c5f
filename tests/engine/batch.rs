//! Many items in one command: one verdict, one undo, and nothing overwritten.

use chrono::Duration;
use licheng::domain::act::Act;
use licheng::domain::history::Event;
use licheng::domain::id::ItemId;
use licheng::domain::outcome::{OutcomeState, ReturnReason};
use licheng::domain::refusal::Refusal;
use licheng::engine::{Batch, Command, Failure, ItemView, Reply, SeenItem, Session, Verdict};

use crate::support::school::{
    School, certification_end, certify, give_back, opening, request_return, seen, submit, undo, upload_end,
};

fn certify_all(items: &[&ItemView]) -> Command {
    Command::DecideMany {
        items: items.iter().map(|item| seen(item)).collect(),
        verdict: Verdict::Certify,
    }
}

fn returning(reason: ReturnReason, note: &str, lockout_confirmed: bool) -> Verdict {
    Verdict::Return {
        reason,
        note: note.to_owned(),
        lockout_confirmed,
    }
}

fn return_all(items: &[&ItemView], lockout_confirmed: bool) -> Command {
    Command::DecideMany {
        items: items.iter().map(|item| seen(item)).collect(),
        verdict: returning(ReturnReason::WrongCourse, " 這是化學 ", lockout_confirmed),
    }
}

fn undo_all(batch: &Batch) -> Command {
    Command::UndoMany {
        items: batch.done.clone(),
    }
}

fn now(school: &School, item: ItemId) -> ItemView {
    school.engine.item(&school.login("s1"), item).unwrap()
}

#[test]
fn one_verdict_over_many_is_one_command_and_one_undo() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let items = ["甲", "乙", "丙"].map(|title| school.submitted(&student, title));
    let mut list: Vec<SeenItem> = items.iter().map(seen).collect();
    list[1].unopened = true;
    // Named twice counts once, as it was named first.
    list.push(SeenItem {
        version: 99,
        ..list[0]
    });
    let decide = Command::DecideMany {
        items: list.clone(),
        verdict: Verdict::Certify,
    };
    let batch = school.batch(&teacher, &decide);
    assert_eq!(batch.refused, []);
    let done: Vec<SeenItem> = list[..3]
        .iter()
        .map(|seen| SeenItem {
            version: seen.version + 1,
            ..*seen
        })
        .collect();
    assert_eq!(batch.done, done);
    let mut commands = Vec::new();
    for (item, unopened) in items.iter().zip([false, true, false]) {
        let after = now(&school, item.id);
        assert_eq!(
            (after.state(), after.decisions.len()),
            (OutcomeState::Certified, 1)
        );
        assert_eq!(after.decisions[0].unopened, unopened);
        let lines = school.engine.history(&teacher, item.id).unwrap();
        let line = &lines.last().unwrap().line;
        assert!(
            matches!(&line.event, Event::Certified { hashes, .. } if hashes.len() == 1),
            "{line:?}"
        );
        commands.push(line.command);
    }
    commands.dedup();
    assert_eq!(commands.len(), 1, "one command, a line for each item");

    let undone = school.batch(&teacher, &undo_all(&batch));
    assert_eq!((undone.done.len(), undone.refused.len()), (3, 0));
    for (item, seen) in items.iter().zip(&undone.done) {
        let after = now(&school, item.id);
        assert_eq!(
            (after.state(), after.facts.version),
            (OutcomeState::Submitted, seen.version)
        );
        assert_eq!(after.decisions, [], "an undone decision does not stand");
        let lines = school.engine.history(&teacher, item.id).unwrap();
        assert!(matches!(
            lines.last().unwrap().line.event,
            Event::DecisionUndone { .. }
        ));
    }
}

#[test]
fn what_somebody_decided_meanwhile_is_left_alone() {
    let school = School::new();
    let (student, teacher, deputy) = (school.login("s1"), school.login("t1"), school.login("t3"));
    let items = ["甲", "乙", "丙", "丁"].map(|title| school.submitted(&student, title));
    let [first, decided, asked, last] = &items;
    let by_deputy = school.item(&deputy, &give_back(decided.id, decided.facts.version, false));
    school.item(&student, &request_return(asked));
    let foreign = school.submitted_bytes(&student, school.history, b"pdf history");
    let draft = school.draft(&student, "草稿");
    let batch = school.batch(
        &teacher,
        &certify_all(&[first, decided, asked, &foreign, &draft, last]),
    );
    let done: Vec<ItemId> = batch.done.iter().map(|seen| seen.item).collect();
    assert_eq!(done, [first.id, last.id]);
    let state = OutcomeState::Returned;
    let (seen, current) = (asked.facts.version, asked.facts.version + 1);
    let refused = [
        (
            decided.id,
            Refusal::WrongState {
                act: Act::Certify,
                state,
            },
        ),
        (asked.id, Refusal::ChangedMeanwhile { seen, current }),
        (foreign.id, Refusal::NoSuchItem),
        (draft.id, Refusal::NoSuchItem),
    ];
    assert_eq!(batch.refused, refused);
    assert_eq!(now(&school, decided.id), by_deputy, "not a trace");
    assert_eq!(now(&school, foreign.id), foreign);
    assert_eq!(now(&school, draft.id), draft);
}

#[test]
fn a_return_of_many_keeps_the_reason_with_each() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let items = ["甲", "乙"].map(|title| school.submitted(&student, title));
    let certified = school.item(&teacher, &certify(&items[0]));
    let batch = school.batch(&teacher, &return_all(&[&certified, &items[1]], false));
    assert_eq!((batch.done.len(), batch.refused.len()), (2, 0));
    for item in &items {
        let after = now(&school, item.id);
        let decision = after.last_return().unwrap();
        assert_eq!(
            (decision.reason, decision.note.as_str()),
            (Some(ReturnReason::WrongCourse), "這是化學")
        );
    }
    let undone = school.batch(&teacher, &undo_all(&batch));
    assert_eq!(undone.refused, []);
    let back = items.map(|item| now(&school, item.id).state());
    assert_eq!(back, [OutcomeState::Certified, OutcomeState::Submitted]);
    assert_eq!(now(&school, certified.id).facts.origin, certified.facts.origin);
}

#[test]
fn other_without_words_decides_nothing() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    let decide = |note: &str| Command::DecideMany {
        items: vec![seen(&item)],
        verdict: returning(ReturnReason::Other, note, false),
    };
    assert_eq!(
        school.refusal(&teacher, &decide("　\n")),
        Refusal::ReasonNeedsNote
    );
    assert_eq!(now(&school, item.id), item);
    assert_eq!(school.batch(&teacher, &decide("請附數據")).done.len(), 1);
}

#[test]
fn an_empty_list_changes_nothing() {
    let school = School::new();
    let teacher = school.login("t1");
    assert_eq!(school.batch(&teacher, &certify_all(&[])), Batch::default());
    assert_eq!(
        school.batch(&teacher, &undo_all(&Batch::default())),
        Batch::default()
    );
}

#[test]
fn late_returns_of_many_are_asked_about_twice() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let items = ["甲", "乙"].map(|title| school.submitted(&student, title));
    let list = [&items[0], &items[1]];
    school.clock.set(upload_end());
    let batch = school.batch(&teacher, &return_all(&list, false));
    let refused = items.each_ref().map(|item| (item.id, Refusal::ReturnLocksOut));
    assert_eq!((batch.done, batch.refused), (Vec::new(), refused.to_vec()));
    assert_eq!(school.batch(&teacher, &return_all(&list, true)).done.len(), 2);
    school.clock.set(certification_end());
    let late = now(&school, items[0].id);
    let shut = school.batch(
        &teacher,
        &Command::UndoMany {
            items: vec![seen(&late)],
        },
    );
    assert!(
        matches!(shut.refused[..], [(_, Refusal::WindowShut { .. })]),
        "undo only inside the window: {shut:?}"
    );
}

#[test]
fn undo_leaves_alone_what_went_on() {
    let school = School::new();
    let (student, teacher, deputy) = (school.login("s1"), school.login("t1"), school.login("t3"));
    let items = ["甲", "乙", "丙"].map(|title| school.submitted(&student, title));
    let batch = school.batch(&teacher, &return_all(&[&items[0], &items[1], &items[2]], false));
    let resubmitted = school.item(&student, &submit(&now(&school, items[1].id)));
    let undone = school.batch(&teacher, &undo_all(&batch));
    let done: Vec<ItemId> = undone.done.iter().map(|seen| seen.item).collect();
    assert_eq!(done, [items[0].id, items[2].id]);
    let state = OutcomeState::Submitted;
    let refused = Refusal::WrongState {
        act: Act::UndoDecision,
        state,
    };
    assert_eq!(undone.refused, [(items[1].id, refused)]);
    assert_eq!(now(&school, items[1].id), resubmitted);
    // Somebody else's decision is not mine to take back, in a batch neither.
    let by_deputy = school.item(&deputy, &certify(&now(&school, items[0].id)));
    let undone = school.batch(
        &teacher,
        &Command::UndoMany {
            items: vec![seen(&by_deputy)],
        },
    );
    assert_eq!(undone.refused, [(items[0].id, Refusal::CannotUndo)]);
}

#[test]
fn a_repeated_request_gets_the_first_batch() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "甲");
    let gone = school.submitted(&student, "乙");
    let changed = school.submitted(&student, "丙");
    school.item(&student, &request_return(&changed));
    let returned = school.item(&teacher, &give_back(gone.id, gone.facts.version, false));
    let foreign = school.submitted_bytes(&student, school.history, b"pdf history");
    let twice = |session: &Session, command: &Command| {
        let request = school.request();
        let first = school.engine.run(session, request, command).unwrap();
        let lines = school.engine.history(&student, item.id).unwrap().len();
        assert_eq!(school.engine.run(session, request, command).unwrap(), first);
        assert_eq!(school.engine.history(&student, item.id).unwrap().len(), lines);
        match first {
            Reply::Batch(batch) => batch,
            other => panic!("{other:?}"),
        }
    };
    let certified = twice(&teacher, &certify_all(&[&item, &returned, &changed, &foreign]));
    assert_eq!((certified.done.len(), certified.refused.len()), (1, 3));
    let undo = Command::UndoMany {
        items: vec![seen(&returned), seen(&item), certified.done[0]],
    };
    let undone = twice(&teacher, &undo);
    assert_eq!((undone.done.len(), undone.refused.len()), (1, 1));
    school.clock.set(upload_end());
    let locked = twice(&teacher, &return_all(&[&now(&school, item.id), &foreign], false));
    assert_eq!(locked.refused[0].1, Refusal::ReturnLocksOut);
    school.clock.set(certification_end());
    let shut = twice(&teacher, &certify_all(&[&now(&school, item.id)]));
    assert!(matches!(
        shut.refused[0].1,
        Refusal::WindowShut { window: Some(_), .. }
    ));
}

#[test]
fn only_teachers_give_these_commands() {
    let school = School::new();
    let student = school.login("s1");
    let item = school.submitted(&student, "單擺");
    let commands = [
        certify_all(&[&item]),
        return_all(&[&item], true),
        undo_all(&Batch::default()),
    ];
    for command in &commands {
        for nobody in ["s1", "s2", "r1", "a1"] {
            let refusal = school.refusal(&school.login(nobody), command);
            assert!(
                matches!(refusal, Refusal::NoRight { .. }),
                "{nobody}: {refusal:?}"
            );
        }
    }
    // By person and moment, what becomes of one item in a batch.
    let (open, before) = (opening() + Duration::days(2), opening() - Duration::seconds(1));
    let table = [
        ("t1", before, "WindowShut"),
        ("t3", before, "NoSuchItem"),
        ("t2", open, "NoSuchItem"),
        ("t1", certification_end(), "WindowShut"),
        ("t3", certification_end(), "WindowShut"),
        ("t1", upload_end(), "done"),
        ("t3", upload_end(), "done"),
        ("t1", open, "done"),
        ("t3", open, "done"),
    ];
    for (who, when, expected) in table {
        for command in &commands[..2] {
            school.clock.set(when);
            school.forget_the_time();
            let session = school.login(who);
            let fresh = match command {
                Command::DecideMany {
                    verdict: Verdict::Certify,
                    ..
                } => certify_all(&[&now(&school, item.id)]),
                _ => return_all(&[&now(&school, item.id)], true),
            };
            let batch = school.batch(&session, &fresh);
            let label = format!("{who} at {when}: {batch:?}");
            match &batch.refused[..] {
                [] => {
                    assert_eq!(expected, "done", "{label}");
                    let undone = school.batch(&session, &undo_all(&batch));
                    assert_eq!(undone.done.len(), 1, "{label}");
                }
                [(_, refusal)] => assert!(format!("{refusal:?}").starts_with(expected), "{label}"),
                more => panic!("{more:?}"),
            }
        }
    }
}

#[test]
fn undo_brings_a_request_back() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    let asked = school.item(&student, &request_return(&item));
    for decide in [certify(&asked), give_back(item.id, asked.facts.version, false)] {
        let mut decide = decide;
        let current = now(&school, item.id);
        match &mut decide {
            Command::Certify { seen, .. } | Command::Return { seen, .. } => *seen = current.facts.version,
            other => panic!("{other:?}"),
        }
        let decided = school.item(&teacher, &decide);
        assert_eq!(decided.requested, None, "a request ends with the decision");
        let undone = school.item(&teacher, &undo(&decided));
        assert_eq!(undone.requested, asked.requested);
        assert!(undone.facts.return_requested);
    }
    let withdraw = Command::WithdrawRequest {
        item: item.id,
        seen: now(&school, item.id).facts.version,
    };
    assert_eq!(school.item(&student, &withdraw).requested, None);
}

#[test]
fn the_history_names_for_whom_a_deputy_decided() {
    let school = School::new();
    let (student, deputy) = (school.login("s1"), school.login("t3"));
    let item = school.submitted(&student, "單擺");
    school.batch(&deputy, &certify_all(&[&item]));
    let lines = school.engine.history(&student, item.id).unwrap();
    let line = lines.last().unwrap();
    assert_eq!(
        (line.actor_name.as_str(), line.for_teacher.as_deref()),
        ("代理老師", Some("陳老師"))
    );
    let words = licheng::text::history_line(&line.line.event, &line.actor_name, line.for_teacher.as_deref());
    assert_eq!(words, "代理人 代理老師 代 陳老師 認證：認證成功");
    let first = lines.first().unwrap();
    assert_eq!(first.for_teacher, None);
}

#[test]
fn a_wrong_clock_stops_the_whole_batch() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    school.clock.set(school.engine.now() - Duration::minutes(6));
    let answer = school.run(&teacher, &certify_all(&[&item]));
    assert!(
        matches!(answer, Err(Failure::Refused(Refusal::ClockBehind { .. }))),
        "{answer:?}"
    );
}
