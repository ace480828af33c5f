//! First passwords, slips, resets.

use super::*;

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
