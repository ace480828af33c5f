//! Accounts are closed, and people leave.

use super::*;

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
