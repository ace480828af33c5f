//! What waits for whom, in which order, and what one case tells.

use chrono::Duration;
use licheng::domain::act::{Act, Relation};
use licheng::domain::file::Slot;
use licheng::domain::id::ItemId;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, Failure, ItemView, OutcomeChanges, QueueRow, QueueView, Session};

use crate::support::school::{School, certify, give_back, opening, request_return, submit, undo, upload_end};

fn ids(queue: &QueueView) -> Vec<ItemId> {
    queue.rows.iter().map(|row| row.id).collect()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// One after another, an hour apart.
fn later(school: &School) {
    school.clock.advance(Duration::hours(1));
}

#[test]
fn longest_waiting_first_then_the_latest_decided() {
    let school = School::new();
    let (student, classmate) = (school.login("s1"), school.login("s2"));
    let teacher = school.login("t1");
    school.draft(&student, "草稿");
    let mut made: Vec<ItemView> = Vec::new();
    for (owner, title) in [
        (&student, "甲"),
        (&classmate, "乙"),
        (&student, "丙"),
        (&student, "丁"),
        (&student, "戊"),
    ] {
        made.push(school.submitted(owner, title));
        later(&school);
    }
    let [first, second, third, fourth, fifth] = &made[..] else {
        unreachable!("five were made")
    };
    let certified = school.item(&teacher, &certify(first));
    later(&school);
    school.item(&teacher, &certify(third));
    later(&school);
    let returned = school.item(&teacher, &give_back(fourth.id, fourth.facts.version, false));
    later(&school);
    // Asked back: waits again, since the request.
    school.item(&student, &request_return(&certified));
    let queue = school.engine.queue(&teacher).unwrap();
    assert_eq!(ids(&queue), [second.id, fifth.id, first.id, fourth.id, third.id]);
    let waits: Vec<bool> = queue.rows.iter().map(QueueRow::waits).collect();
    assert_eq!(waits, [true, true, true, false, false]);
    let row = queue.row(second.id).unwrap();
    assert_eq!(
        (
            row.student_name.as_str(),
            row.account.as_str(),
            row.class.as_str(),
            row.seat.as_str()
        ),
        ("王堃", "s2", "一年1班", "01")
    );
    assert_eq!(
        (row.title.as_str(), row.state, row.attempt),
        ("乙", OutcomeState::Submitted, 1)
    );
    assert_eq!(
        (row.submitted, row.waiting_since()),
        (second.submitted, second.submitted)
    );
    assert_eq!((row.decided, row.mine, row.requested), (None, false, None));
    let asked = queue.row(first.id).unwrap();
    assert!(asked.requested.is_some() && asked.waiting_since() == asked.requested && !asked.mine);
    let row = queue.row(fourth.id).unwrap();
    assert_eq!(row.decided, returned.decisions.last().map(|decision| decision.at));
    assert!(row.mine, "nothing happened since");
    // Handed in again, it goes to the end of those that wait.
    later(&school);
    school.item(&student, &submit(&returned));
    let queue = school.engine.queue(&teacher).unwrap();
    assert_eq!(ids(&queue), [second.id, fifth.id, first.id, fourth.id, third.id]);
    let row = queue.row(fourth.id).unwrap();
    assert_eq!(
        (row.state, row.attempt, row.mine),
        (OutcomeState::Submitted, 2, false)
    );
    assert_eq!(row.decided, None, "no decision stands");
}

#[test]
fn the_trash_and_what_was_never_handed_in_are_not_there() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    school.draft(&student, "草稿");
    let item = school.submitted(&student, "退回後刪除");
    let returned = school.item(&teacher, &give_back(item.id, item.facts.version, false));
    assert_eq!(ids(&school.engine.queue(&teacher).unwrap()), [item.id]);
    let delete = Command::DeleteOutcome {
        item: item.id,
        seen: returned.facts.version,
    };
    school.item(&student, &delete);
    assert_eq!(ids(&school.engine.queue(&teacher).unwrap()), []);
    assert_eq!(
        refused(school.engine.case(&teacher, item.id)),
        Refusal::NoSuchItem
    );
}

#[test]
fn everybody_sees_their_own_courses_and_those_they_stand_in_for() {
    let school = School::new();
    let student = school.login("s1");
    let physics = school.submitted(&student, "物理作品");
    let history = school.submitted_bytes(&student, school.history, b"pdf history");
    let seen_by = |account: &str| {
        let queue = school.engine.queue(&school.login(account)).unwrap();
        let mut seen = ids(&queue);
        seen.sort_unstable();
        let courses: Vec<(String, Option<String>)> = queue
            .courses
            .into_iter()
            .map(|course| (course.name, course.deputy_for))
            .collect();
        (seen, courses)
    };
    let own = |names: &[&str]| {
        let course = |name: &&str| ((*name).to_owned(), None);
        names.iter().map(course).collect::<Vec<_>>()
    };
    // The newest term first; 班會 bears no credit and has no items.
    assert_eq!(
        seen_by("t1"),
        (vec![physics.id], own(&["物理", "退選課", "化學"]))
    );
    assert_eq!(seen_by("t2"), (vec![history.id], own(&["歷史", "物理"])));
    let (seen, courses) = seen_by("t3");
    let mut both = vec![physics.id, history.id];
    both.sort_unstable();
    assert_eq!(seen, both);
    let for_whom = |name: &str| {
        let of = courses.iter().filter(|(course, _)| course == name);
        of.map(|(_, deputy_for)| deputy_for.clone().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(for_whom("歷史"), ["游喆"]);
    assert_eq!(for_whom("化學"), ["陳老師"]);
    for nobody in ["s1", "s2", "r1", "a1"] {
        assert_eq!(seen_by(nobody), (Vec::new(), Vec::new()), "{nobody}");
    }
    school.clock.set(opening() + Duration::days(60));
    assert_eq!(seen_by("t3"), (Vec::new(), Vec::new()), "the deputyship is over");
}

#[test]
fn a_case_is_for_those_who_decide() {
    let school = School::new();
    let student = school.login("s1");
    let draft = school.draft(&student, "草稿");
    let item = school.submitted(&student, "單擺");
    let case = school.engine.case(&school.login("t1"), item.id).unwrap();
    assert_eq!(case.item, item);
    assert_eq!(
        (case.account.as_str(), case.class.as_str(), case.seat.as_str()),
        ("s1", "一年1班", "01")
    );
    assert_eq!(
        (case.relation, case.deputy_for, case.mine),
        (Relation::Teacher, None, false)
    );
    let case = school.engine.case(&school.login("t3"), item.id).unwrap();
    assert!(matches!(case.relation, Relation::Deputy { .. }));
    assert_eq!(case.deputy_for.as_deref(), Some("陳老師"));
    for stranger in ["s1", "s2", "t2", "r1"] {
        let session = school.login(stranger);
        assert_eq!(
            refused(school.engine.case(&session, item.id)),
            Refusal::NoSuchItem,
            "{stranger}"
        );
    }
    assert_eq!(
        refused(school.engine.case(&school.login("t1"), draft.id)),
        Refusal::NoSuchItem
    );
}

#[test]
fn a_case_permits_what_the_engine_permits() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    let permits = |who: &Session, act| {
        let case = school.engine.case(who, item.id).unwrap();
        case.permit(act, school.engine.now()).is_ok()
    };
    assert!(permits(&teacher, Act::Certify) && permits(&teacher, Act::Return));
    assert!(!permits(&teacher, Act::UndoDecision) && !permits(&teacher, Act::Edit));
    let certified = school.item(&teacher, &certify(&item));
    assert!(permits(&teacher, Act::UndoDecision) && permits(&teacher, Act::Return));
    assert!(
        !permits(&school.login("t3"), Act::UndoDecision),
        "somebody else decided"
    );
    let case = school.engine.case(&teacher, item.id).unwrap();
    assert!(case.mine && !case.return_locks_out(school.engine.now()));
    school.clock.set(upload_end());
    assert!(case.return_locks_out(school.engine.now()));
    assert_eq!(
        school.refusal(&teacher, &give_back(item.id, certified.facts.version, false)),
        Refusal::ReturnLocksOut
    );
    school.item(&teacher, &undo(&certified));
}

#[test]
fn a_return_from_a_course_that_was_left_locks_out() {
    // Nobody can mend there, whatever the windows and the days for mending say.
    use licheng::domain::act::{self, Circumstances, LibraryKind};
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    let case = school.engine.case(&teacher, item.id).unwrap();
    let mut facts = case.item.facts.clone();
    let circumstances = Circumstances {
        library: LibraryKind::School,
        relation: Relation::Teacher,
        windows: &case.windows,
        student: &case.concerned,
        now: school.engine.now(),
    };
    assert!(!act::return_locks_student_out(&facts, 0, &circumstances));
    facts.withdrawn = true;
    assert!(act::return_locks_student_out(&facts, 5, &circumstances));
}

#[test]
fn a_file_is_exactly_the_one_that_was_shown() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted(&student, "單擺");
    let shown = item.file(Slot::Document).unwrap().id;
    let content = school.engine.file(&teacher, item.id, shown).unwrap();
    assert_eq!(
        (content.name.as_str(), &content.bytes[..]),
        ("報告.pdf", "pdf 單擺".as_bytes())
    );
    assert!(school.engine.file(&student, item.id, shown).is_ok(), "one's own");
    for stranger in ["s2", "t2", "r1"] {
        let answer = school.engine.file(&school.login(stranger), item.id, shown);
        assert_eq!(refused(answer), Refusal::NoSuchItem, "{stranger}");
    }
    let returned = school.item(&teacher, &give_back(item.id, item.facts.version, false));
    let changes = OutcomeChanges {
        files: vec![school.stage(&student, "新.pdf", b"pdf new")],
        ..Default::default()
    };
    let edited = school.item(
        &student,
        &Command::EditOutcome {
            item: item.id,
            seen: returned.facts.version,
            changes,
        },
    );
    assert_eq!(
        refused(school.engine.file(&teacher, item.id, shown)),
        Refusal::NoSuchItem
    );
    let new = edited.file(Slot::Document).unwrap().id;
    assert_eq!(
        school.engine.file(&teacher, item.id, new).unwrap().bytes,
        b"pdf new"
    );
}
