//! Accounts, passwords, pauses.

use chrono::Duration;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, Failure, Secret, demonstration_password};

use crate::support::school::{School, submit};

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("should be refused: {other:?}"),
    }
}

#[test]
fn wrong_account_and_wrong_password_sound_alike() {
    let school = School::new();
    for name in ["s1", "nobody"] {
        assert_eq!(
            refused(school.engine.login(name, &Secret::new("wrong"))),
            Refusal::LoginFailed
        );
    }
}

#[test]
fn an_input_methods_letters_are_understood() {
    let school = School::new();
    let session = school
        .engine
        .login(" ｓ１ ", &Secret::new(demonstration_password("s1")))
        .unwrap();
    assert_eq!(session.account_name, "s1");
}

#[test]
fn five_failures_make_a_pause_for_known_and_unknown_names_alike() {
    let school = School::new();
    for name in ["s1", "nobody"] {
        for _ in 0..5 {
            assert_eq!(
                refused(school.engine.login(name, &Secret::new("wrong"))),
                Refusal::LoginFailed
            );
        }
        let right = Secret::new(demonstration_password(name));
        assert_eq!(
            refused(school.engine.login(name, &right)),
            Refusal::LoginPaused { seconds: 5 }
        );
    }
    assert!(
        school
            .engine
            .login("s2", &Secret::new(demonstration_password("s2")))
            .is_ok(),
        "nobody else waits"
    );
    school.clock.advance(Duration::seconds(5));
    let session = school
        .engine
        .login("s1", &Secret::new(demonstration_password("s1")));
    assert!(session.is_ok());
    assert_eq!(
        refused(school.engine.login("s1", &Secret::new("wrong"))),
        Refusal::LoginFailed,
        "counts from one again"
    );
}

#[test]
fn pauses_double() {
    let school = School::new();
    let mut seen = Vec::new();
    for _ in 0..10 {
        let _ = school.engine.login("s1", &Secret::new("wrong"));
        if let Refusal::LoginPaused { seconds } = refused(school.engine.login("s1", &Secret::new("wrong"))) {
            seen.push(seconds);
            school.clock.advance(Duration::seconds(i64::from(seconds)));
        }
    }
    assert!(seen.starts_with(&[5, 10, 20, 40, 60]), "{seen:?}");
}

#[test]
fn changing_the_password_ends_older_sessions() {
    let school = School::new();
    let first = school.login("s1");
    let (old, new) = (
        Secret::new(demonstration_password("s1")),
        Secret::new("新的密碼真的很長喔"),
    );
    for (candidate, expected) in [
        ("短", Refusal::PasswordTooShort { shortest: 8 }),
        ("A123456789", Refusal::PasswordIsNationalId),
        ("demo-s1x", Refusal::LoginFailed),
    ] {
        let current = if expected == Refusal::LoginFailed {
            Secret::new("wrong")
        } else {
            old.clone()
        };
        let answer = school
            .engine
            .change_password(&first, &current, &Secret::new(candidate));
        assert_eq!(refused(answer), expected, "{candidate}");
    }
    let new_session = school.engine.change_password(&first, &old, &new).unwrap();
    assert_eq!(refused(school.engine.status(&first)), Refusal::SessionOver);
    assert!(school.engine.status(&new_session).is_ok());
    assert_eq!(refused(school.engine.login("s1", &old)), Refusal::LoginFailed);
    let accounts = school.engine.demonstration_accounts().unwrap().unwrap();
    let changed = accounts.iter().find(|account| account.account == "s1").unwrap();
    assert_eq!(
        changed.password, None,
        "a password changed later is not published"
    );
}

#[test]
fn nothing_but_the_password_before_the_first_login_is_over() {
    use licheng::domain::access::Role;
    use licheng::engine::{NewPerson, Populate};
    let school = School::new();
    let newcomer = NewPerson {
        account_name: "0012345".into(),
        display_name: "新同學".into(),
        roles: vec![Role::Student],
        password: Secret::new("A123456789"),
        must_change_password: true,
        entry_year: None,
        placements: Vec::new(),
    };
    school
        .engine
        .populate(&Populate {
            people: vec![newcomer],
            ..Default::default()
        })
        .unwrap();
    let id = Secret::new("A123456789");
    let session = school.engine.login("0012345", &id).unwrap();
    assert!(session.must_change_password);
    assert_eq!(
        refused(school.engine.status(&session)),
        Refusal::MustChangePassword
    );
    let other = school.login("s1");
    let item = school.draft(&other, "單擺");
    assert_eq!(
        school.refusal(&session, &submit(&item)),
        Refusal::MustChangePassword
    );
    assert_eq!(
        refused(school.engine.change_password(&session, &id, &id)),
        Refusal::PasswordIsNationalId
    );
    let after = school
        .engine
        .change_password(&session, &id, &Secret::new("long enough now"))
        .unwrap();
    assert!(!after.must_change_password);
    assert!(school.engine.status(&after).is_ok());
}

#[test]
fn only_the_office_sets_dates() {
    let school = School::new();
    let command = Command::SetCurrentTerms {
        outcome: crate::support::school::TERM,
        activity: crate::support::school::TERM,
        selection: licheng::domain::term::SchoolYear(114),
    };
    for account in ["s1", "t1"] {
        let session = school.login(account);
        assert!(
            matches!(school.refusal(&session, &command), Refusal::NoRight { .. }),
            "{account}"
        );
    }
    for account in ["r1", "a1"] {
        assert!(school.run(&school.login(account), &command).is_ok(), "{account}");
    }
}

#[test]
fn table_keys_hold_no_names() {
    use licheng::store::{KeyRange, ReadRecords, Table};
    let school = School::new();
    school.draft(&school.login("s1"), "單擺");
    let tables = [
        "accounts",
        "account_by_name",
        "placements",
        "requests",
        "settings",
        "windows",
        "limits",
        "offerings",
        "enrolments",
        "teachings",
        "deputies",
        "drafts",
        "outcomes",
        "item_owners",
        "items_of_offering",
        "files_by_content",
        "history",
        "login_failures",
    ];
    let content_hash = *blake3::hash("pdf 單擺".as_bytes()).as_bytes();
    let mut keys = 0;
    school
        .engine
        .library()
        .read(|txn| {
            for table in tables {
                for (key, _) in txn.range(Table::new(table), KeyRange::all())? {
                    keys += 1;
                    for secret in [&b"s1"[..], "林".as_bytes(), b"A123456789", &content_hash] {
                        let found = key.windows(secret.len()).any(|part| part == secret);
                        // Two random bytes may well spell an account of two letters: such keys are hashes or ids.
                        assert!(
                            !found || secret == b"s1" && key.len() >= 8,
                            "{table} has a key with a secret in it"
                        );
                    }
                }
            }
            Ok::<(), Failure>(())
        })
        .unwrap();
    assert!(keys > 20);
}
