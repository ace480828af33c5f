//! 校內幹部紀錄: reports, answers, corrections, and what an old roster does to them.

use licheng::domain::id::PostId;
use licheng::domain::import::{RowWarning, Standing};
use licheng::domain::officer::OfficerLevel;
use licheng::domain::officer_post::{OPEN_REPORTS, OfficerPost, OfficerRefusal, Words};
use licheng::domain::refusal::Refusal;
use licheng::domain::roster::{OfficerPostRow, RosterRows};
use licheng::engine::{Command, OfficerCommand, OfficerView, PostCorrection, PostView, Roster, Session};

use licheng::store::record::history::{EventV1, LineV1};
use licheng::store::record::officer_care::OfficerEventV1;
use licheng::store::record::{key, list};

use crate::imports::{absent, born, located, roster, standings, student, students, with_id};
use crate::support::school::{School, TERM};

const ID: &str = "A123456789";
const OTHER_ID: &str = "A800000014";

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn row(post: &str, unit: &str) -> OfficerPostRow {
    OfficerPostRow {
        term: TERM,
        national_id: ID.to_owned(),
        birth_date: None,
        unit: unit.to_owned(),
        from: day("2025-09-01"),
        until: day("2026-01-20"),
        post: post.to_owned(),
        level: OfficerLevel::Class,
    }
}

fn posts(rows: Vec<OfficerPostRow>) -> Roster {
    roster(RosterRows::OfficerPosts(located(rows)))
}

/// Two posts of s1 came with a roster.
fn file() -> Roster {
    posts(vec![row("班長", "一年1班"), row("社長", "天文社")])
}

struct Play {
    school: School,
    affairs: Session,
    student: Session,
}

impl Play {
    fn new() -> Self {
        let school = School::new();
        let rows = vec![
            born(with_id(student("s1", "林𡘙", "一年1班", "01"), ID), 2009, 9, 1),
            with_id(student("s2", "王堃", "一年1班", "02"), OTHER_ID),
        ];
        school.import(&school.login("r1"), &students(rows));
        let affairs = school.affairs();
        school.import(&affairs, &file());
        Self {
            student: school.login("s1"),
            affairs,
            school,
        }
    }

    fn own(&self) -> OfficerView {
        self.school.engine.own_officer_posts(&self.student).unwrap()
    }

    fn all(&self) -> OfficerView {
        self.school.engine.officer_posts(&self.affairs).unwrap()
    }

    fn post(&self, name: &str) -> PostView {
        let all = self.all();
        let post = all.posts.iter().find(|post| post.post.post == name);
        post.unwrap_or_else(|| panic!("no {name}: {all:?}")).clone()
    }

    fn run(&self, session: &Session, command: OfficerCommand) {
        self.school.run(session, &Command::Officer(command)).unwrap();
    }

    fn refused(&self, session: &Session, command: OfficerCommand) -> Refusal {
        self.school.refusal(session, &Command::Officer(command))
    }

    fn correction(&self) -> PostCorrection {
        PostCorrection {
            reason: "名冊誤植".into(),
            report: None,
        }
    }

    fn correct(&self, name: &str, change: impl Fn(&mut OfficerPost)) -> OfficerCommand {
        let seen = self.post(name);
        let mut to = seen.post.clone();
        change(&mut to);
        OfficerCommand::Correct {
            student: self.student.account,
            post: seen.id,
            seen: seen.post,
            to,
            correction: self.correction(),
        }
    }

    fn report(&self, post: Option<PostId>, words: &str) -> OfficerCommand {
        OfficerCommand::Report {
            post,
            words: words.into(),
        }
    }
}

#[test]
fn a_report_gets_an_answer_and_a_correction_and_both_stay_beside_the_old_values() {
    let play = Play::new();
    let post = play.post("班長");
    let report = play.report(Some(post.id), " 我是副班長 ");
    play.run(&play.student, report.clone());
    assert_eq!(
        play.refused(&play.student, report),
        OfficerRefusal::ReportedAlready.into()
    );
    let inbox = play.all();
    assert_eq!((inbox.open(), inbox.reports.len()), (1, 1));
    let waiting = &inbox.reports[0];
    assert_eq!(waiting.words, "我是副班長");
    assert_eq!(waiting.stood.as_ref().unwrap().post, "班長");
    assert_eq!(
        (waiting.student.name.as_str(), waiting.student.account.as_str()),
        ("林𡘙", "s1")
    );
    assert!(play.post("班長").reported);

    let mut correct = play.correct("班長", |to| to.post = "副班長".into());
    if let OfficerCommand::Correct { correction, .. } = &mut correct {
        correction.report = Some(waiting.id);
    }
    play.run(&play.affairs, correct);
    let answer = OfficerCommand::Answer {
        student: play.student.account,
        report: waiting.id,
        words: "已查證並更正。".into(),
    };
    play.run(&play.affairs, answer.clone());
    assert_eq!(
        play.refused(&play.affairs, answer),
        OfficerRefusal::AnsweredAlready.into()
    );

    let own = play.own();
    assert_eq!(own.open(), 0);
    let answered = own.reports[0].answer.as_ref().unwrap();
    assert_eq!(
        (answered.words.as_str(), answered.by.as_str()),
        ("已查證並更正。", "管理員")
    );
    assert_eq!(own.reports[0].corrections.len(), 1);
    let post = own.post(post.id).unwrap();
    assert_eq!(post.post.post, "副班長");
    let correction = &post.corrections[0];
    assert_eq!(correction.before.as_ref().unwrap().post, "班長");
    assert_eq!(correction.after.as_ref().unwrap().post, "副班長");
    assert_eq!(
        (correction.reason.as_str(), correction.by.as_str()),
        ("名冊誤植", "管理員")
    );
}

#[test]
fn the_history_says_what_was_done_without_words() {
    let play = Play::new();
    play.run(&play.student, play.report(None, "少了一筆"));
    play.run(
        &play.affairs,
        play.correct("社長", |to| to.unit = "合唱團".into()),
    );
    let stream = key::one(play.student.account.0);
    let library = play.school.engine.library();
    let lines = library.read(|txn| list::<LineV1>(txn, &stream)).unwrap();
    let events: Vec<EventV1> = lines.into_iter().map(|(_, line)| line.event).collect();
    assert!(
        matches!(
            events.as_slice(),
            [
                ..,
                EventV1::Officer(OfficerEventV1::Reported { .. }),
                EventV1::Officer(OfficerEventV1::Corrected { .. })
            ]
        ),
        "{events:?}"
    );
}

#[test]
fn posts_are_added_and_removed_by_hand_and_the_student_sees_that() {
    let play = Play::new();
    let post = OfficerPost {
        unit: " 童軍團 ".into(),
        post: "小隊長".into(),
        level: OfficerLevel::Club,
        ..play.post("班長").post
    };
    let add = OfficerCommand::Add {
        student: " s1".into(),
        post,
        correction: play.correction(),
    };
    play.run(&play.affairs, add.clone());
    assert_eq!(
        play.refused(&play.affairs, add),
        OfficerRefusal::SamePostThere.into()
    );
    let added = play.post("小隊長");
    assert_eq!(added.post.unit, "童軍團");
    assert_eq!(added.corrections[0].before, None);
    let remove = OfficerCommand::Remove {
        student: play.student.account,
        post: added.id,
        seen: added.post.clone(),
        correction: play.correction(),
    };
    play.run(&play.affairs, remove.clone());
    assert_eq!(
        play.refused(&play.affairs, remove),
        OfficerRefusal::NoSuchPost.into()
    );
    let gone = play.own().post(added.id).unwrap().clone();
    assert!(gone.removed);
    assert_eq!(gone.post.post, "小隊長");
    assert_eq!(gone.corrections.len(), 2, "newest first");
    assert_eq!(gone.corrections[0].after, None);
    assert_eq!(
        play.refused(&play.student, play.report(Some(added.id), "怎麼不見了")),
        OfficerRefusal::NoSuchPost.into()
    );
}

#[test]
fn what_is_not_good_is_refused() {
    let play = Play::new();
    let refused = |command| play.refused(&play.affairs, command);
    assert_eq!(
        refused(play.correct("班長", |_| ())),
        OfficerRefusal::NothingChanged.into()
    );
    assert_eq!(
        refused(play.correct("班長", |to| to.unit = "  ".into())),
        OfficerRefusal::FieldMissing {
            column: licheng::domain::roster_column::RosterColumn::Unit
        }
        .into()
    );
    assert_eq!(
        refused(play.correct("班長", |to| {
            to.unit = "天文社".into();
            to.post = "社長".into();
        })),
        OfficerRefusal::SamePostThere.into()
    );
    let stale = play.correct("班長", |to| to.post = "康樂股長".into());
    play.run(
        &play.affairs,
        play.correct("班長", |to| to.until = day("2025-12-31")),
    );
    assert_eq!(refused(stale), OfficerRefusal::ChangedMeanwhile.into());
    let mut silent = play.correct("班長", |to| to.post = "副班長".into());
    if let OfficerCommand::Correct { correction, .. } = &mut silent {
        correction.reason = " ".into();
    }
    let what = Words::Reason;
    assert_eq!(refused(silent), OfficerRefusal::WordsMissing { what }.into());
    assert_eq!(
        play.post("班長").corrections.len(),
        1,
        "nothing was kept of what was refused"
    );
    let teacher = OfficerCommand::Add {
        student: "t1".into(),
        post: play.post("班長").post,
        correction: play.correction(),
    };
    assert!(matches!(
        refused(teacher),
        Refusal::Officer(OfficerRefusal::NoSuchStudent { .. })
    ));
}

#[test]
fn a_student_sees_the_own_posts_alone() {
    let play = Play::new();
    let other = play.school.login("s2");
    let own = play.school.engine.own_officer_posts(&other).unwrap();
    assert_eq!(own, OfficerView::default());
    let foreign = play.report(Some(play.post("班長").id), "不是我的");
    assert_eq!(play.refused(&other, foreign), OfficerRefusal::NoSuchPost.into());
    for account in ["s1", "t1", "r1", "a1"] {
        let session = play.school.login(account);
        assert!(play.school.engine.officer_posts(&session).is_err(), "{account}");
    }
    assert!(play.school.engine.own_officer_posts(&play.affairs).is_err());
}

#[test]
fn so_many_reports_may_wait() {
    let play = Play::new();
    for number in 0..OPEN_REPORTS {
        play.run(&play.student, play.report(None, &format!("少了第 {number} 筆")));
    }
    let limit = OPEN_REPORTS;
    assert_eq!(
        play.refused(&play.student, play.report(None, "再一筆")),
        OfficerRefusal::TooManyReports { limit }.into()
    );
}

#[test]
fn the_old_roster_does_not_undo_a_correction() {
    let play = Play::new();
    play.run(
        &play.affairs,
        play.correct("班長", |to| to.post = "副班長".into()),
    );
    play.run(
        &play.affairs,
        play.correct("社長", |to| to.until = day("2025-11-30")),
    );
    let preview = play.school.preview(&play.affairs, &file());
    assert_eq!(standings(&preview), "UU");
    for row in &preview.rows {
        assert_eq!(row.warnings, [RowWarning::CorrectionKept], "the preview says so");
    }
    assert!(absent(&preview).is_empty());
    play.school.import(&play.affairs, &file());
    assert_eq!(play.post("副班長").post.until, day("2026-01-20"));
    assert_eq!(play.post("社長").post.until, day("2025-11-30"));
    assert_eq!(play.all().posts.len(), 2);
}

#[test]
fn the_old_roster_does_not_bring_back_what_was_removed() {
    let play = Play::new();
    let seen = play.post("班長");
    let remove = OfficerCommand::Remove {
        student: play.student.account,
        post: seen.id,
        seen: seen.post,
        correction: play.correction(),
    };
    play.run(&play.affairs, remove);
    let preview = play.school.preview(&play.affairs, &file());
    assert_eq!(standings(&preview), "UU");
    assert_eq!(preview.rows[0].warnings, [RowWarning::CorrectionKept]);
    assert!(preview.rows[1].warnings.is_empty());
}

#[test]
fn a_roster_that_says_something_else_is_a_change_and_says_so() {
    let play = Play::new();
    play.run(
        &play.affairs,
        play.correct("班長", |to| to.until = day("2025-11-30")),
    );
    let mut newer = row("班長", "一年1班");
    newer.until = day("2025-12-31");
    let preview = play.school.preview(&play.affairs, &posts(vec![newer.clone()]));
    assert!(
        matches!(preview.rows[0].standing, Standing::Changed(_)),
        "{preview:?}"
    );
    play.school.import(&play.affairs, &posts(vec![newer]));
    assert_eq!(play.post("班長").post.until, day("2025-12-31"));
    assert_eq!(
        play.post("班長").corrections.len(),
        1,
        "what was corrected before stays known"
    );
}

#[test]
fn a_roster_with_the_corrected_value_agrees() {
    let play = Play::new();
    play.run(
        &play.affairs,
        play.correct("班長", |to| to.post = "副班長".into()),
    );
    let both = posts(vec![
        row("副班長", "一年1班"),
        row("班長", "一年1班"),
        row("社長", "天文社"),
    ]);
    let preview = play.school.preview(&play.affairs, &both);
    assert_eq!(standings(&preview), "UUU");
    assert!(preview.rows[0].warnings.is_empty());
}
