//! The people of a school: creating it, accounts and their standing, first passwords, deputies.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};
use licheng::domain::access::Role;
use licheng::domain::account::{InitialPassword, PasswordState, Status};
use licheng::domain::deputy::DeputyPhase;
use licheng::domain::id::AccountId;
use licheng::domain::moment::taipei_date;
use licheng::domain::people_refusal::PeopleRefusal;
use licheng::domain::refusal::Refusal;
use licheng::domain::set_up::SetUpStep;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    AccountCommand, Command, DeputyCommand, Engine, Face, Failure, HandClock, NewAccount, NewDeputyship,
    NewSchoolLibrary, PeopleReply, Reply, Secret, Session, demonstration_password,
};

use crate::support::school::{School, TERM, certify, opening, submit, surroundings};

const STRONG: &str = "三月的風吹過操場與走廊";

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("should be refused: {other:?}"),
    }
}

fn account(command: AccountCommand) -> Command {
    Command::Account(command)
}

fn id(school: &School, name: &str) -> AccountId {
    school.engine.account_named(&school.login("a1"), name).unwrap()
}

fn student(name: &str, national_id: Option<&str>) -> NewAccount {
    NewAccount {
        account_name: name.into(),
        display_name: "轉學生".into(),
        roles: vec![Role::Student],
        entry_year: Some(SchoolYear(114)),
        placement: Some((TERM, "一年1班".into(), "31".into())),
        national_id: national_id.map(str::to_owned),
    }
}

fn create(school: &School, new: NewAccount) -> (AccountId, Option<Secret>) {
    match school.run(&school.login("r1"), &account(AccountCommand::Create(new))) {
        Ok(Reply::People(PeopleReply::Account {
            account,
            initial_password,
        })) => (account, initial_password),
        other => panic!("{other:?}"),
    }
}

fn changed(school: &School, by: &str, command: AccountCommand) -> u32 {
    match school.run(&school.login(by), &account(command)) {
        Ok(Reply::People(PeopleReply::Changed(count))) => count,
        other => panic!("{other:?}"),
    }
}

fn day(school: &School, days: i64) -> NaiveDate {
    taipei_date(school.engine.now() + Duration::days(days))
}

fn login(school: &School, name: &str) -> Result<Session, Failure> {
    school
        .engine
        .login(name, &Secret::new(demonstration_password(name)))
}

fn new_school() -> NewSchoolLibrary {
    NewSchoolLibrary {
        name: " 測試高中 ".into(),
        code: "3530a1".into(),
        administrator: "admin".into(),
        administrator_name: "王主任".into(),
        password: Secret::new(STRONG),
        term: TERM,
    }
}

fn found(new: &NewSchoolLibrary) -> Result<(Engine, Secret), Failure> {
    let clock = Arc::new(HandClock::at(opening()));
    Engine::create_school_library(None, new, surroundings(&clock, "founding"), Face::CommandLine)
}

#[test]
fn a_school_begins_with_an_administrator_who_can_come_back() {
    let (engine, code) = found(&new_school()).unwrap();
    let session = engine.login("admin", &Secret::new(STRONG)).unwrap();
    assert_eq!(session.roles, [Role::Administrator]);
    assert!(!session.must_change_password);
    assert_eq!(engine.school_name().unwrap(), "測試高中");
    assert_eq!(engine.status(&session).unwrap().terms.outcome, TERM);
    let set_up = engine.set_up(&session).unwrap();
    assert!(SetUpStep::ALL.iter().all(|step| !set_up.is_done(*step)));

    let new = Secret::new("另外一個很長很長的好密碼");
    let weak = engine.reset_with_recovery_code("admin", &code, &Secret::new("long enough"));
    assert!(matches!(
        refused(weak),
        Refusal::People(PeopleRefusal::PasswordTooWeak { .. })
    ));
    let (again, next) = engine.reset_with_recovery_code("admin", &code, &new).unwrap();
    assert!(engine.status(&again).is_ok());
    assert_ne!(next, code);
    assert_eq!(refused(engine.status(&session)), Refusal::SessionOver);
    let used = engine.reset_with_recovery_code("admin", &code, &new);
    assert_eq!(refused(used), Refusal::RecoveryCodeWrong);
}

#[test]
fn what_is_wrong_with_a_new_school_is_said_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("school.redb");
    let clock = Arc::new(HandClock::at(opening()));
    type Change = fn(&mut NewSchoolLibrary);
    let wrong: [(Change, Refusal); 5] = [
        (
            |new| new.name = " ".into(),
            PeopleRefusal::SchoolNameMissing.into(),
        ),
        (|new| new.code = "12345".into(), PeopleRefusal::SchoolCode.into()),
        (|new| new.administrator.clear(), Refusal::AccountNameMissing),
        (
            |new| new.administrator_name.clear(),
            PeopleRefusal::NameMissing.into(),
        ),
        (
            |new| new.password = Secret::new("12345678"),
            PeopleRefusal::PasswordTooWeak {
                shortest: 12,
                different: 6,
            }
            .into(),
        ),
    ];
    for (spoil, expected) in wrong {
        let mut new = new_school();
        spoil(&mut new);
        let around = surroundings(&clock, "founding");
        let answer = Engine::create_school_library(Some(&path), &new, around, Face::CommandLine);
        assert_eq!(refused(answer.map(|_| ())), expected);
        assert!(!path.exists());
    }
}

#[test]
fn the_last_administrator_stays() {
    let school = School::new();
    let a1 = id(&school, "a1");
    let last = Refusal::from(PeopleRefusal::LastAdministrator);
    let ways = [
        AccountCommand::Lock { account: a1 },
        AccountCommand::End { account: a1 },
        AccountCommand::SetRoles {
            account: a1,
            roles: vec![Role::Registry],
        },
    ];
    for way in ways.clone() {
        assert_eq!(school.refusal(&school.login("a1"), &account(way)), last);
    }
    // A second one who is locked does not count.
    let t2 = id(&school, "t2");
    let both = vec![Role::Teacher, Role::Administrator];
    changed(
        &school,
        "a1",
        AccountCommand::SetRoles {
            account: t2,
            roles: both,
        },
    );
    changed(&school, "a1", AccountCommand::Lock { account: t2 });
    for way in ways.clone() {
        assert_eq!(school.refusal(&school.login("a1"), &account(way)), last);
    }
    changed(&school, "a1", AccountCommand::Reactivate { accounts: vec![t2] });
    assert_eq!(changed(&school, "a1", AccountCommand::Lock { account: a1 }), 1);
}

#[test]
fn the_registry_does_not_reach_the_offices() {
    let school = School::new();
    let registry = school.login("r1");
    let only = Refusal::from(PeopleRefusal::OnlyAdministrator);
    for name in ["a1", "r1"] {
        let target = id(&school, name);
        let reset = account(AccountCommand::ResetPassword { account: target });
        assert_eq!(school.refusal(&registry, &reset), only, "{name}");
        assert_eq!(
            school.refusal(&registry, &account(AccountCommand::Lock { account: target })),
            only
        );
    }
    let office = NewAccount {
        roles: vec![Role::StudentAffairs],
        ..student("f9", None)
    };
    let command = account(AccountCommand::Create(office.clone()));
    assert_eq!(school.refusal(&registry, &command), only);
    assert!(school.run(&school.login("a1"), &command).is_ok());
    let rows = school.engine.accounts(&registry).unwrap();
    for row in rows {
        let is_office = row.roles.iter().any(|role| role.is_office());
        assert_eq!(row.manageable, !is_office, "{}", row.account);
    }
}

#[test]
fn a_closed_account_is_told_only_to_whoever_knows_the_password() {
    let school = School::new();
    let before = school.login("s1");
    let s1 = id(&school, "s1");
    changed(&school, "r1", AccountCommand::Lock { account: s1 });
    assert_eq!(
        refused(login(&school, "s1")),
        PeopleRefusal::Locked.into(),
        "who knows the password is told"
    );
    assert_eq!(
        refused(school.engine.login("s1", &Secret::new("wrong"))),
        Refusal::LoginFailed
    );
    assert_eq!(
        refused(school.engine.status(&before)),
        Refusal::SessionOver,
        "whoever is in is out"
    );
    assert_eq!(changed(&school, "r1", AccountCommand::Lock { account: s1 }), 0);
    changed(&school, "r1", AccountCommand::Reactivate { accounts: vec![s1] });
    assert!(login(&school, "s1").is_ok());
}

#[test]
fn who_left_reads_and_changes_nothing_until_the_day_is_over() {
    let school = School::new();
    let mine = school.draft(&school.login("s1"), "單擺");
    let (s1, s2) = (id(&school, "s1"), id(&school, "s2"));
    let until = day(&school, 10);
    let past = day(&school, -1);
    let graduate = |accounts, until| AccountCommand::Graduate { accounts, until };
    assert_eq!(
        school.refusal(&school.login("r1"), &account(graduate(vec![s1], past))),
        PeopleRefusal::UntilPast { until: past }.into()
    );
    let teacher = id(&school, "t1");
    assert!(matches!(
        school.refusal(&school.login("r1"), &account(graduate(vec![s1, teacher], until))),
        Refusal::People(PeopleRefusal::NotAStudent { .. })
    ));
    assert!(login(&school, "s1").is_ok(), "nothing of it was done");
    changed(
        &school,
        "r1",
        AccountCommand::Transfer {
            accounts: vec![s2],
            until: day(&school, 3),
        },
    );
    assert_eq!(
        changed(&school, "r1", graduate(vec![s1, s2], until)),
        1,
        "who had left already stays as it was"
    );
    let session = login(&school, "s1").unwrap();
    assert!(session.is_read_only());
    assert_eq!(
        school.engine.items(&session, None, false).unwrap(),
        std::slice::from_ref(&mine)
    );
    assert!(
        school
            .engine
            .read_file(&session, mine.id, licheng::domain::file::Slot::Document)
            .is_ok()
    );
    assert!(matches!(
        school.refusal(&session, &submit(&mine)),
        Refusal::People(PeopleRefusal::ReadOnly { .. })
    ));
    let own = Secret::new("自己的新密碼很長");
    let session = school
        .engine
        .change_password(&session, &Secret::new(demonstration_password("s1")), &own)
        .unwrap();
    assert!(session.is_read_only());
    school.clock.advance(Duration::days(11));
    assert_eq!(
        refused(school.engine.login("s1", &own)),
        PeopleRefusal::AccessOver {
            status: Status::Graduated,
            until
        }
        .into()
    );
    assert_eq!(
        refused(school.engine.login("s1", &Secret::new("x"))),
        Refusal::LoginFailed
    );
}

#[test]
fn nobody_leaves_while_items_wait_for_nobody_else() {
    let school = School::new();
    let (t1, t2, t3) = (id(&school, "t1"), id(&school, "t2"), id(&school, "t3"));
    let end = |account: AccountId| AccountCommand::End { account };
    // The fixture's deputy stands in for both until then.
    for deputy in school.engine.deputies(&school.login("r1")).unwrap() {
        let command = Command::Deputy(DeputyCommand::End { deputy: deputy.id });
        school.run(&school.login("r1"), &command).unwrap();
    }
    let item = school.submitted(&school.login("s1"), "單擺");
    let refusal = school.refusal(&school.login("r1"), &account(end(t1)));
    assert_eq!(
        refusal,
        PeopleRefusal::ItemsWait {
            items: 1,
            courses: vec!["物理 一年1班".into()]
        }
        .into()
    );
    let strip = AccountCommand::SetRoles {
        account: t1,
        roles: vec![Role::Registry],
    };
    assert_eq!(school.refusal(&school.login("a1"), &account(strip)), refusal);
    assert_eq!(changed(&school, "r1", end(t2)), 1, "nothing waits there");
    let deputy = NewDeputyship {
        deputy: t3,
        teacher: t1,
        offering: Some(school.physics),
        from: day(&school, 0),
        until: day(&school, 30),
        reason: "離職".into(),
    };
    school
        .run(&school.login("r1"), &Command::Deputy(DeputyCommand::Add(deputy)))
        .unwrap();
    assert_eq!(changed(&school, "r1", end(t1)), 1);
    assert_eq!(refused(login(&school, "t1")), PeopleRefusal::Ended.into());
    let session = login(&school, "t3").unwrap();
    school.item(&session, &certify(&item));
    assert!(matches!(
        school.refusal(&school.login("r1"), &account(end(id(&school, "s1")))),
        Refusal::People(PeopleRefusal::NotStaff { .. })
    ));
}

#[test]
fn a_teacher_without_the_role_sees_nothing() {
    let school = School::new();
    let item = school.submitted(&school.login("s1"), "單擺");
    let before = school.login("t1");
    assert!(school.engine.item(&before, item.id).is_ok());
    changed(
        &school,
        "a1",
        AccountCommand::SetRoles {
            account: before.account,
            roles: vec![Role::StudentAffairs],
        },
    );
    assert_eq!(
        refused(school.engine.item(&before, item.id)),
        Refusal::SessionOver
    );
    let after = login(&school, "t1").unwrap();
    assert_eq!(refused(school.engine.item(&after, item.id)), Refusal::NoSuchItem);
    assert!(school.engine.queue(&after).unwrap().rows.is_empty());
}

#[test]
fn a_first_password_is_the_national_id_until_it_is_changed() {
    let school = School::new();
    let (newcomer, told) = create(&school, student("0012345", Some("a123456789")));
    assert_eq!(told, None, "the school announces it");
    let row = |state: PasswordState| {
        let rows = school.engine.accounts(&school.login("r1")).unwrap();
        let row = rows.into_iter().find(|row| row.id == newcomer).unwrap();
        assert_eq!(row.password, state);
        row
    };
    assert!(row(PasswordState::Waiting).never_came());
    for wrong in ["a123456789", "A123456788", ""] {
        let answer = school.engine.login("0012345", &Secret::new(wrong));
        assert_eq!(refused(answer), Refusal::LoginFailed, "{wrong}");
    }
    let id = Secret::new("A123456789");
    let session = school.engine.login("0012345", &id).unwrap();
    assert!(session.must_change_password);
    assert!(!row(PasswordState::Initial).never_came());
    assert!(school.engine.login("0012345", &id).is_ok(), "hashed meanwhile");
    school
        .engine
        .change_password(&session, &id, &Secret::new("自己的新密碼很長"))
        .unwrap();
    row(PasswordState::Own);
    assert_eq!(refused(school.engine.login("0012345", &id)), Refusal::LoginFailed);
    let detail = school
        .engine
        .account_detail(&school.login("r1"), newcomer)
        .unwrap();
    assert_eq!(detail.national_id.as_deref(), Some("A12****789"));
    assert_eq!(detail.placements, [(TERM, "一年1班".into(), "31".into())]);
}

#[test]
fn first_passwords_are_hashed_in_steps_and_slips_are_kept_until_handed_out() {
    let school = School::new();
    let registry = school.login("r1");
    let ready_before = school.engine.password_progress(&registry).unwrap().ready;
    for number in 0..5 {
        create(
            &school,
            student(&format!("n{number}"), Some(&format!("A12345678{number}"))),
        );
    }
    let progress = school.engine.prepare_passwords(&registry, 2).unwrap();
    assert_eq!((progress.ready, progress.waiting), (ready_before + 2, 3));
    changed(
        &school,
        "r1",
        AccountCommand::SetInitialPassword {
            policy: InitialPassword::Slip,
        },
    );
    // Taken up again, also by somebody else: those left get slips now.
    let admin = school.login("a1");
    while school.engine.prepare_passwords(&admin, 2).unwrap().waiting > 0 {}
    let count = |state: PasswordState| {
        let rows = school.engine.accounts(&registry).unwrap();
        rows.iter().filter(|row| row.password == state).count()
    };
    assert_eq!(
        (count(PasswordState::OnSlip), count(PasswordState::Initial)),
        (3, 2)
    );
    let accounts: Vec<AccountId> = school
        .engine
        .accounts(&registry)
        .unwrap()
        .into_iter()
        .filter(|row| row.password == PasswordState::OnSlip)
        .map(|row| row.id)
        .collect();
    let handed_out = AccountCommand::SlipsHandedOut { accounts };
    assert_eq!(changed(&school, "r1", handed_out.clone()), 3);
    assert_eq!(changed(&school, "r1", handed_out), 0);
    assert_eq!(count(PasswordState::OnSlip), 0);
    assert!(matches!(
        refused(school.engine.prepare_passwords(&school.login("t1"), 9)),
        Refusal::NoRight { .. }
    ));
}

#[test]
fn a_reset_tells_a_new_password_once() {
    let school = School::new();
    let s1 = id(&school, "s1");
    let before = school.login("s1");
    let registry = school.login("r1");
    let command = account(AccountCommand::ResetPassword { account: s1 });
    let request = school.request();
    let told = |reply: Reply| match reply {
        Reply::People(PeopleReply::Account { initial_password, .. }) => initial_password,
        other => panic!("{other:?}"),
    };
    let secret = told(school.engine.run(&registry, request, &command).unwrap()).unwrap();
    let again = told(school.engine.run(&registry, request, &command).unwrap());
    assert_eq!(again, None, "a repeat changes nothing and tells nothing");
    assert_eq!(refused(school.engine.status(&before)), Refusal::SessionOver);
    assert_eq!(refused(login(&school, "s1")), Refusal::LoginFailed);
    let session = school.engine.login("s1", &secret).unwrap();
    assert!(session.must_change_password);
}

#[test]
fn names_and_accounts_are_unique() {
    let school = School::new();
    let registry = school.login("r1");
    create(&school, student("n1", Some("A123456789")));
    let create = |new| school.refusal(&registry, &account(AccountCommand::Create(new)));
    assert_eq!(create(student("s1", None)), Refusal::AccountNameTaken);
    assert_eq!(
        create(student("n2", Some(" ａ123456789"))),
        PeopleRefusal::NationalIdTaken.into()
    );
    let without_year = NewAccount {
        entry_year: None,
        ..student("n3", None)
    };
    assert_eq!(create(without_year), PeopleRefusal::EntryYearMissing.into());
    let s1 = id(&school, "s1");
    let rename = |name: &str| AccountCommand::Rename {
        account: s1,
        account_name: Some(name.into()),
        display_name: Some("林大同".into()),
    };
    assert_eq!(
        school.refusal(&registry, &account(rename("s2"))),
        Refusal::AccountNameTaken
    );
    changed(&school, "r1", rename("ｓ９"));
    let session = school
        .engine
        .login("s9", &Secret::new(demonstration_password("s1")))
        .unwrap();
    assert_eq!(session.display_name, "林大同");
    assert_eq!(refused(login(&school, "s1")), Refusal::LoginFailed);
}

#[test]
fn a_class_makes_its_teacher_a_homeroom_teacher() {
    let school = School::new();
    let t2 = id(&school, "t2");
    let set = |teacher: Option<AccountId>| AccountCommand::SetHomeroom {
        term: TERM,
        class: "一年1班".into(),
        teacher,
    };
    assert!(matches!(
        school.refusal(&school.login("r1"), &account(set(Some(id(&school, "s1"))))),
        Refusal::People(PeopleRefusal::NotATeacher { .. })
    ));
    assert_eq!(changed(&school, "r1", set(Some(t2))), 1);
    assert_eq!(changed(&school, "r1", set(Some(t2))), 0);
    assert!(login(&school, "t2").unwrap().has(Role::Homeroom));
    let classes = school.engine.classes(&school.login("r1"), TERM).unwrap();
    assert_eq!(classes.len(), 1);
    assert_eq!(classes[0].homeroom, Some((t2, "游喆".into())));
    assert_eq!(classes[0].students, 2);
    changed(&school, "r1", set(Some(id(&school, "t1"))));
    assert!(!login(&school, "t2").unwrap().has(Role::Homeroom));
    changed(&school, "r1", set(None));
    assert!(!login(&school, "t1").unwrap().has(Role::Homeroom));
}

#[test]
fn deputies_begin_and_end() {
    let school = School::new();
    let registry = school.login("r1");
    let (t1, t2) = (id(&school, "t1"), id(&school, "t2"));
    let new = NewDeputyship {
        deputy: t2,
        teacher: t1,
        offering: Some(school.physics),
        from: day(&school, 1),
        until: day(&school, 2),
        reason: "公假".into(),
    };
    type Change = fn(&School, &mut NewDeputyship);
    type IsRight = fn(&PeopleRefusal) -> bool;
    let wrong: [(Change, IsRight); 6] = [
        (
            |school, new| new.until = day(school, 0),
            |refusal| matches!(refusal, PeopleRefusal::DeputyPeriod { .. }),
        ),
        (
            |school, new| (new.from, new.until) = (day(school, -9), day(school, -1)),
            |refusal| matches!(refusal, PeopleRefusal::DeputyPast { .. }),
        ),
        (
            |_, new| new.reason = " ".into(),
            |refusal| *refusal == PeopleRefusal::DeputyReasonMissing,
        ),
        (
            |_, new| new.deputy = new.teacher,
            |refusal| *refusal == PeopleRefusal::DeputyIsTeacher,
        ),
        (
            |school, new| new.deputy = id(school, "s1"),
            |refusal| matches!(refusal, PeopleRefusal::NotATeacher { .. }),
        ),
        (
            |school, new| new.offering = Some(school.history),
            |refusal| matches!(refusal, PeopleRefusal::NotTaught { .. }),
        ),
    ];
    for (spoil, expected) in wrong {
        let mut new = new.clone();
        spoil(&school, &mut new);
        let refusal = school.refusal(&registry, &Command::Deputy(DeputyCommand::Add(new.clone())));
        assert!(
            matches!(&refusal, Refusal::People(refusal) if expected(refusal)),
            "{new:?}: {refusal:?}"
        );
    }
    let item = school.submitted(&school.login("s1"), "單擺");
    let add = Command::Deputy(DeputyCommand::Add(new));
    let Ok(Reply::People(PeopleReply::Deputy(deputy))) = school.run(&registry, &add) else {
        panic!("not added")
    };
    let sees = || school.engine.item(&school.login("t2"), item.id).is_ok();
    let phase = || {
        let all = school.engine.deputies(&registry).unwrap();
        all.iter().find(|view| view.id == deputy).map(|view| view.phase)
    };
    assert_eq!((sees(), phase()), (false, Some(DeputyPhase::Coming)));
    school.clock.advance(Duration::days(1));
    assert_eq!((sees(), phase()), (true, Some(DeputyPhase::Current)));
    let own = school.engine.deputies(&school.login("t2")).unwrap();
    assert!(own.iter().any(|view| view.id == deputy));
    assert!(school.engine.deputies(&school.login("s1")).unwrap().is_empty());
    let end = Command::Deputy(DeputyCommand::End { deputy });
    school.run(&registry, &end).unwrap();
    assert_eq!((sees(), phase()), (false, Some(DeputyPhase::Over)));
    assert_eq!(school.refusal(&registry, &end), PeopleRefusal::DeputyOver.into());
}

#[test]
fn the_check_list_follows_what_is_there() {
    let school = School::new();
    let set_up = || school.engine.set_up(&school.login("r1")).unwrap();
    let found = set_up();
    assert_eq!((found.teachers, found.students, found.classes), (3, 2, 1));
    assert_eq!((found.courses, found.courses_without_students), (5, 0));
    for step in [
        SetUpStep::Teachers,
        SetUpStep::Students,
        SetUpStep::Courses,
        SetUpStep::Enrolments,
        SetUpStep::Dates,
    ] {
        assert!(found.is_done(step), "{step:?}");
    }
    assert!(!found.is_done(SetUpStep::Homerooms) && !found.is_done(SetUpStep::Accounts));
    assert_eq!((found.came, found.never_came), (0, 5));
    school.login("s1");
    let t1 = id(&school, "t1");
    changed(
        &school,
        "r1",
        AccountCommand::SetHomeroom {
            term: TERM,
            class: "一年1班".into(),
            teacher: Some(t1),
        },
    );
    let found = set_up();
    assert_eq!((found.came, found.never_came), (1, 4));
    assert_eq!(found.next(), None);
}

#[test]
fn a_slip_is_forgotten_when_its_owner_comes() {
    use licheng::store::{KeyRange, ReadRecords, Table};
    let school = School::new();
    changed(
        &school,
        "r1",
        AccountCommand::SetInitialPassword {
            policy: InitialPassword::Slip,
        },
    );
    let (_, told) = create(&school, student("n1", Some("A123456789")));
    let slips = || {
        let count = |txn: &licheng::store::ReadTxn| {
            Ok::<u64, Failure>(txn.count(Table::new("slips"), KeyRange::all())?)
        };
        school.engine.library().read(count).unwrap()
    };
    assert_eq!(slips(), 0, "what was told once is kept nowhere");
    assert!(school.engine.login("n1", &told.unwrap()).is_ok());
    changed(
        &school,
        "r1",
        AccountCommand::SetInitialPassword {
            policy: InitialPassword::NationalId,
        },
    );
    create(&school, student("n2", Some("A123456780")));
    changed(
        &school,
        "r1",
        AccountCommand::SetInitialPassword {
            policy: InitialPassword::Slip,
        },
    );
    school.engine.prepare_passwords(&school.login("r1"), 10).unwrap();
    assert_eq!(slips(), 1);
    let printed = school
        .engine
        .slips(&school.login("r1"), &[id(&school, "n2")])
        .unwrap();
    let secret = printed[0].secret.clone().unwrap();
    let pdf = school.engine.slips_pdf(&school.login("r1"), &printed).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    assert!(school.engine.login("n2", &secret).is_ok());
    assert_eq!(slips(), 0);
}

#[test]
fn each_class_has_sheets_of_slips_of_its_own() {
    use hayro::hayro_syntax::Pdf;
    use licheng::engine::Slip;
    let school = School::new();
    let slip = |class: &str, seat: usize| Slip {
        account: format!("11401{seat:02}"),
        name: "王堃𠮷".into(),
        class: class.into(),
        seat: format!("{seat:02}"),
        secret: (seat != 3).then(|| Secret::new("k7mp-3xqd")),
    };
    let mut slips: Vec<Slip> = (1..=11).map(|seat| slip("一年1班", seat)).collect();
    slips.extend((1..=2).map(|seat| slip("一年2班", seat)));
    slips.push(slip("", 1));
    let pdf = school.engine.slips_pdf(&school.login("r1"), &slips).unwrap();
    assert_eq!(Pdf::new(Arc::new(pdf)).unwrap().pages().len(), 4);
    let teacher = school.engine.slips_pdf(&school.login("t1"), &slips);
    assert!(matches!(refused(teacher.map(|_| ())), Refusal::NoRight { .. }));
}
