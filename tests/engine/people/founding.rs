//! A school is founded, its accounts are made.

use super::*;

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
