//! 休業式, extensions, rules of a term and announcements: who may, what is refused, what it does.

mod calendar;
mod rules;

use chrono::{Duration, NaiveDate};
use licheng::domain::access::Right;
use licheng::domain::dates::DatesRefusal;

use licheng::domain::moment::Moment;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::domain::term_rules::TermRules;
use licheng::domain::timetable::Caution;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{Announcement, Command, DatesCommand, Extension, ExtensionFor, Reply, TimetableView};

use crate::support::school::{School, TERM, certification_end, opening, submit, upload_end};

fn dates(command: DatesCommand) -> Command {
    Command::Dates(command)
}

fn extension(whom: ExtensionFor, closes: Moment) -> Extension {
    Extension {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        whom,
        opens: None,
        closes,
        reason: "校外競賽".into(),
    }
}

fn for_student(account: &str, closes: Moment) -> Command {
    dates(DatesCommand::Extend(extension(
        ExtensionFor::Student(account.into()),
        closes,
    )))
}

fn for_class(class: &str, closes: Moment) -> Command {
    dates(DatesCommand::Extend(extension(
        ExtensionFor::Class(class.into()),
        closes,
    )))
}

fn rules(change: impl FnOnce(&mut TermRules)) -> Command {
    let mut rules = TermRules {
        source: "114 學年度課發會決議".into(),
        ..TermRules::default()
    };
    change(&mut rules);
    dates(DatesCommand::SetRules { term: TERM, rules })
}

fn announce(text: &str, from: Moment, until: Moment) -> Command {
    dates(DatesCommand::Announce {
        announcement: None,
        content: Announcement {
            text: text.into(),
            from,
            until,
        },
    })
}

fn timetable(school: &School) -> TimetableView {
    school.engine.timetable(&school.login("r1")).unwrap()
}

#[track_caller]
fn refused(school: &School, account: &str, command: &Command) -> DatesRefusal {
    match school.refusal(&school.login(account), command) {
        Refusal::Dates(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_the_office_sets_dates() {
    let school = School::new();
    let commands = [
        (
            dates(DatesCommand::SetLastDay {
                term: TERM,
                day: None,
            }),
            Right::SetDates,
        ),
        (for_student("s1", certification_end()), Right::SetDates),
        (rules(|_| ()), Right::SetLimits),
        (announce("公告", opening(), certification_end()), Right::Announce),
    ];
    for account in ["s1", "t1", "t3"] {
        let session = school.login(account);
        for (command, right) in &commands {
            let right = *right;
            assert_eq!(school.refusal(&session, command), Refusal::NoRight { right });
        }
        assert!(school.engine.timetable(&session).is_err());
    }
    for account in ["r1", "a1"] {
        for (command, _) in &commands {
            school.run(&school.login(account), command).unwrap();
        }
    }
}

#[test]
fn an_extension_gives_one_student_more_time_with_its_reason() {
    let school = School::new();
    let (student, classmate) = (school.login("s1"), school.login("s2"));
    let (own, other) = (school.draft(&student, "甲"), school.draft(&classmate, "乙"));
    let until = upload_end() + Duration::days(3) - Duration::minutes(1);
    school
        .run(&school.login("r1"), &for_student("s1", until))
        .unwrap();
    school.clock.set(upload_end() + Duration::days(1));
    assert!(matches!(
        school.refusal(&classmate, &submit(&other)),
        Refusal::WindowShut { .. }
    ));
    school.run(&student, &submit(&own)).unwrap();

    let [(window, reason)] = &school.engine.board(&student).unwrap().extensions[..] else {
        panic!("the student sees it");
    };
    assert_eq!(
        (window.closes, window.opens, reason.as_str()),
        (until, opening(), "校外競賽")
    );
    assert_eq!(school.engine.board(&classmate).unwrap().extensions, []);
    let seen = |session: &licheng::engine::Session| {
        let windows = school.engine.windows(session).unwrap();
        let mut own = windows.into_iter().map(|view| view.window.audience);
        own.any(|audience| matches!(audience, Audience::Student(_)))
    };
    assert!(
        seen(&student) && seen(&school.login("r1")),
        "the office and the student"
    );
    assert!(!seen(&classmate) && !seen(&school.login("t1")), "nobody else");

    let view = timetable(&school);
    let row = view.rows.iter().find(|row| row.reason.is_some()).unwrap();
    let (reason, signed) = row.reason.as_ref().unwrap();
    let name = row.student.as_ref().unwrap();
    assert_eq!((reason.as_str(), signed.by.as_str()), ("校外競賽", "註冊組"));
    assert_eq!(
        (name.name.as_str(), name.account.as_str(), name.class.as_str()),
        ("林𡘙", "s1", "一年1班")
    );
    let remove = Command::RemoveWindow { window: row.id };
    school.run(&school.login("r1"), &remove).unwrap();
    assert_eq!(school.engine.board(&student).unwrap().extensions, []);
    let left = timetable(&school);
    assert!(left.rows.iter().all(|row| row.reason.is_none()));
}

#[test]
fn a_class_is_extended_whole() {
    let school = School::new();
    let student = school.login("s2");
    let draft = school.draft(&student, "甲");
    let until = upload_end() + Duration::days(7);
    school
        .run(&school.login("r1"), &for_class(" 一年1班 ", until))
        .unwrap();
    school.clock.set(upload_end() + Duration::days(1));
    school.run(&student, &submit(&draft)).unwrap();
    assert_eq!(school.engine.board(&student).unwrap().extensions.len(), 1);
}

#[test]
fn an_extension_has_a_reason_adds_time_and_is_for_somebody() {
    let school = School::new();
    let later = certification_end();
    let without = Extension {
        reason: " 　".into(),
        ..extension(ExtensionFor::Student("s1".into()), later)
    };
    let without = dates(DatesCommand::Extend(without));
    assert_eq!(
        refused(&school, "r1", &without),
        DatesRefusal::ExtensionNeedsReason
    );
    let past_the_reason = Command::SetWindow {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        audience: Audience::Class("一年1班".into()),
        opens: opening(),
        closes: later,
    };
    assert_eq!(
        refused(&school, "r1", &past_the_reason),
        DatesRefusal::ExtensionNeedsReason
    );
    let closes = upload_end() - Duration::minutes(1);
    assert_eq!(
        refused(&school, "r1", &for_student("s1", closes)),
        DatesRefusal::ExtensionAddsNothing { closes }
    );
    let class = "一年9班".to_owned();
    let year = TERM.year;
    assert_eq!(
        refused(&school, "r1", &for_class("一年9班", later)),
        DatesRefusal::NoSuchClass { class, year }
    );
    for account in ["s9", "t1"] {
        assert_eq!(
            refused(&school, "r1", &for_student(account, later)),
            DatesRefusal::NoSuchStudent {
                account: account.into()
            }
        );
    }
    school
        .run(&school.login("r1"), &for_student("ｓ１", later))
        .unwrap();
    let longer = for_student("s1", later + Duration::days(1));
    school.run(&school.login("r1"), &longer).unwrap();
    let own = timetable(&school)
        .rows
        .into_iter()
        .filter(|row| row.student.is_some());
    assert_eq!(own.count(), 1, "one per student: the second replaced the first");
}

#[test]
fn the_grades_own_dates_are_what_an_extension_adds_to() {
    let school = School::new();
    let registry = school.login("r1");
    let grade = |closes| Command::SetWindow {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        audience: Audience::Grade(1),
        opens: opening(),
        closes,
    };
    let early = opening() + Duration::days(10);
    school.run(&registry, &grade(early)).unwrap();
    // Within the dates for all, but not within those of grade 1.
    let closes = opening() + Duration::days(20);
    school.run(&registry, &for_student("s1", closes)).unwrap();
    school.run(&registry, &for_class("一年1班", closes)).unwrap();
    school.run(&registry, &grade(closes)).unwrap();
    assert_eq!(
        refused(&school, "r1", &for_class("一年1班", closes)),
        DatesRefusal::ExtensionAddsNothing { closes }
    );
}

#[test]
fn the_last_day_is_kept_and_the_two_weeks_are_checked() {
    let school = School::new();
    let registry = school.login("r1");
    let set = |day: Option<&str>| {
        let day = day.map(|day| day.parse::<NaiveDate>().unwrap());
        dates(DatesCommand::SetLastDay { term: TERM, day })
    };
    let found = |wanted: fn(&Caution) -> bool| timetable(&school).cautions.iter().any(wanted);
    let unknown = |caution: &Caution| matches!(caution, Caution::LastDayUnknown { .. });
    let too_soon = |caution: &Caution| matches!(caution, Caution::TooSoonAfterLastDay { .. });
    assert!(found(unknown));
    // Uploading ends on 3 February.
    school.run(&registry, &set(Some("2026-01-20"))).unwrap();
    assert!(!found(unknown) && !found(too_soon));
    school.run(&registry, &set(Some("2026-01-21"))).unwrap();
    assert!(found(too_soon));
    assert_eq!(
        school.engine.last_days(&school.login("s1")).unwrap(),
        [(TERM, "2026-01-21".parse().unwrap())]
    );
    assert!(matches!(
        refused(&school, "r1", &set(Some("2027-01-20"))),
        DatesRefusal::LastDayOutsideTerm { .. }
    ));
    school.run(&registry, &set(None)).unwrap();
    school.run(&registry, &set(None)).unwrap();
    assert!(found(unknown));
}

#[test]
fn announcements_come_and_go() {
    let school = School::new();
    let registry = school.login("r1");
    let now = school.engine.now();
    let soon = now + Duration::hours(2);
    school
        .run(&registry, &announce("今天上傳截止", now, soon))
        .unwrap();
    school
        .run(
            &registry,
            &announce("明天開始勾選", soon, soon + Duration::days(1)),
        )
        .unwrap();
    let shown = || {
        let board = school.engine.board(&school.login("s1")).unwrap();
        let now = school.engine.now();
        let shown = board.announcements.into_iter().filter(|one| one.is_shown(now));
        shown.map(|one| one.text).collect::<Vec<_>>()
    };
    assert_eq!(shown(), ["今天上傳截止"]);
    for account in ["t1", "r1", "a1"] {
        assert_eq!(
            school
                .engine
                .board(&school.login(account))
                .unwrap()
                .announcements
                .len(),
            2
        );
    }
    let first = timetable(&school).announcements.into_iter().next_back().unwrap();
    assert_eq!(
        (first.text.as_str(), first.signed.by.as_str()),
        ("今天上傳截止", "註冊組")
    );
    let edit = |text: &str| {
        dates(DatesCommand::Announce {
            announcement: Some(first.id),
            content: Announcement {
                text: text.into(),
                from: now,
                until: soon,
            },
        })
    };
    assert_eq!(school.run(&registry, &edit("今晚上傳截止")), Ok(Reply::Done));
    assert_eq!(shown(), ["今晚上傳截止"]);
    let end = dates(DatesCommand::EndAnnouncement {
        announcement: first.id,
    });
    school.run(&registry, &end).unwrap();
    assert_eq!(shown(), Vec::<String>::new());
    assert_eq!(refused(&school, "r1", &end), DatesRefusal::AnnouncementOver);
    assert_eq!(
        refused(&school, "r1", &edit("再來")),
        DatesRefusal::AnnouncementOver
    );
    school.clock.set(soon);
    assert_eq!(shown(), ["明天開始勾選"]);
    school.clock.set(soon + Duration::days(1));
    assert_eq!(shown(), Vec::<String>::new());
    assert_eq!(
        refused(&school, "r1", &announce(" ", now, soon)),
        DatesRefusal::AnnouncementEmpty
    );
    assert_eq!(
        refused(&school, "r1", &announce("公告", soon, soon)),
        DatesRefusal::AnnouncementEndsBeforeStart {
            from: soon,
            until: soon
        }
    );
    let nobody = dates(DatesCommand::EndAnnouncement {
        announcement: licheng::domain::id::AnnouncementId(1),
    });
    assert_eq!(refused(&school, "r1", &nobody), DatesRefusal::NoSuchAnnouncement);
}

#[test]
fn the_demonstration_moves_all_of_it() {
    let school = School::new();
    let registry = school.login("r1");
    let last_day: NaiveDate = "2026-01-20".parse().unwrap();
    let set = DatesCommand::SetLastDay {
        term: TERM,
        day: Some(last_day),
    };
    school.run(&registry, &dates(set)).unwrap();
    let now = school.engine.now();
    school
        .run(&registry, &announce("公告", now, now + Duration::days(2)))
        .unwrap();
    school.clock.set(now + Duration::days(10));
    school
        .run(&registry, &Command::RefreshDemonstrationDates)
        .unwrap();
    let view = timetable(&school);
    let moved = view.last_day(TERM).unwrap() - last_day;
    assert!(moved.num_days() >= 10);
    assert_eq!(view.announcements[0].from, now + moved);
}

#[test]
fn cautions_name_the_current_terms() {
    let school = School::new();
    let missing: Vec<WindowKind> = timetable(&school)
        .cautions
        .iter()
        .filter_map(|caution| match caution {
            Caution::NotAnnounced { kind, period } => {
                assert!(matches!(period, Period::Year(SchoolYear(113 | 114))));
                Some(*kind)
            }
            _ => None,
        })
        .collect();
    assert_eq!(missing, [WindowKind::Selection, WindowKind::Activity]);
}
