//! Students and teachers.

use licheng::domain::access::Role;
use licheng::domain::id::AccountId;
use licheng::domain::import::{RowProblem, RowWarning};
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::engine::{Failure, Secret};
use licheng::store::record::account::{AccountByNameV1, AccountV1};
use licheng::store::record::identity::{
    AccountByNationalIdV1, IdentityV1, PendingPasswordV1, national_id_key,
};
use licheng::store::record::{key, load};
use licheng::store::{Library, StoreError};

use super::{absent, born, changes, problems, standings, student, students, teachers, with_id};
use crate::support::school::{EARLIER_TERM, School};

fn account(library: &Library, name: &str) -> Option<(AccountId, AccountV1)> {
    let at = library.header().name_key.hash(name.as_bytes());
    library
        .read(|txn| {
            let Some(found) = load::<AccountByNameV1>(txn, &at)? else {
                return Ok(None);
            };
            let record = load::<AccountV1>(txn, &key::one(found.account))?;
            Ok::<_, StoreError>(record.map(|record| (AccountId(found.account), record)))
        })
        .unwrap()
}

fn holder_of_id(library: &Library, id: &str) -> Option<AccountId> {
    let at = national_id_key(&library.header().name_key, id);
    let found = library
        .read(|txn| load::<AccountByNationalIdV1>(txn, &at))
        .unwrap();
    found.map(|found| AccountId(found.account))
}

#[test]
fn each_row_is_held_against_the_records() {
    let school = School::new();
    let office = school.login("r1");
    let roster = students(vec![
        student("s1", "林𡘙", "一年1班", "01"),
        student("ｓ3", "新生", "一年1班", "03"),
        student("t1", "陳老師", "一年1班", "04"),
        student("s3", "又一位", "一年1班", "05"),
        student("", "", "一年1班", "06"),
    ]);
    let preview = school.preview(&office, &roster);
    assert_eq!(standings(&preview), "UNWWW");
    assert_eq!(
        problems(&preview, 2),
        [RowProblem::NameOfOtherRole {
            roles: vec![Role::Teacher],
            name: "陳老師".to_owned()
        }]
    );
    assert_eq!(problems(&preview, 3), [RowProblem::Twice { first: 3 }]);
    assert_eq!(problems(&preview, 4).len(), 2);
    assert_eq!(absent(&preview), ["s2 王堃"]);
    assert_eq!(preview.rows[1].subject.account, "s3", "typed in full width");
}

#[test]
fn a_new_student_waits_for_the_initial_password() {
    let school = School::new();
    let office = school.login("a1");
    let row = born(
        with_id(student("11430103", "新生", "一年2班", "03"), "a123456789"),
        2009,
        9,
        1,
    );
    let report = school.import(&office, &students(vec![row]));
    assert_eq!(report.counts.new, 1);
    let library = school.engine.library();
    let (id, record) = account(library, "11430103").unwrap();
    assert_eq!(
        (record.display_name.as_str(), record.entry_year),
        ("新生", Some(114))
    );
    assert!(record.must_change_password);
    let pending = library.read(|txn| load::<PendingPasswordV1>(txn, &key::one(id.0)));
    assert_eq!(pending.unwrap(), Some(PendingPasswordV1 {}));
    let identity = library
        .read(|txn| load::<IdentityV1>(txn, &key::one(id.0)))
        .unwrap()
        .unwrap();
    assert_eq!(identity.national_id.as_deref(), Some("A123456789"));
    assert_eq!(holder_of_id(library, "A123456789"), Some(id));
    for guess in ["a12345678", "", "11430103"] {
        let login = school.engine.login("11430103", &Secret::new(guess));
        assert_eq!(login, Err(Failure::Refused(Refusal::LoginFailed)), "{guess:?}");
    }
    // Whoever comes before the password was made ready gets it made on the spot.
    let login = school.engine.login("11430103", &Secret::new("A123456789"));
    assert!(login.unwrap().must_change_password);
}

#[test]
fn changes_name_the_field_before_and_after() {
    let school = School::new();
    let office = school.login("r1");
    let mut row = with_id(student("s1", "林大同", "一年3班", "07"), "A123456789");
    row.entry_year = SchoolYear(113);
    let roster = students(vec![row]);
    let preview = school.preview(&office, &roster);
    assert_eq!(
        changes(&preview, 0),
        [
            "姓名：林𡘙 → 林大同",
            "入學學年度：114 → 113",
            "班級：一年1班 → 一年3班",
            "座號：01 → 07",
            "身分證字號：（空白） → A12****789",
        ]
    );
    school.import(&office, &roster);
    assert_eq!(standings(&school.preview(&office, &roster)), "U");
    let session = school.engine.login("s1", &Secret::new("demo-s1")).unwrap();
    assert_eq!(session.display_name, "林大同", "the password stays");
}

#[test]
fn an_empty_cell_leaves_what_is_there() {
    let school = School::new();
    let office = school.login("r1");
    let full = born(
        with_id(student("s1", "林𡘙", "一年1班", "01"), "A123456789"),
        2009,
        9,
        1,
    );
    school.import(&office, &students(vec![full]));
    let bare = student("s1", "林𡘙", "", "");
    assert_eq!(standings(&school.preview(&office, &students(vec![bare]))), "U");
}

#[test]
fn classes_of_another_term_are_apart() {
    let school = School::new();
    let office = school.login("r1");
    let mut roster = students(vec![student("s1", "林𡘙", "國三1班", "09")]);
    roster.class_term = Some(EARLIER_TERM);
    assert_eq!(changes(&school.preview(&office, &roster), 0).len(), 2);
    school.import(&office, &roster);
    let now = students(vec![student("s1", "林𡘙", "一年1班", "01")]);
    assert_eq!(standings(&school.preview(&office, &now)), "U");
}

#[test]
fn no_two_accounts_share_a_national_id() {
    let school = School::new();
    let office = school.login("r1");
    let (one, two) = ("A123456789", "A800000014");
    school.import(
        &office,
        &students(vec![with_id(student("s1", "林𡘙", "一年1班", "01"), one)]),
    );
    let again = students(vec![
        with_id(student("s4", "四", "一年1班", "04"), two),
        with_id(student("s5", "五", "一年1班", "05"), two),
        with_id(student("s6", "六", "一年1班", "06"), one),
    ]);
    let preview = school.preview(&office, &again);
    assert_eq!(standings(&preview), "NWW");
    assert_eq!(problems(&preview, 1), [RowProblem::NationalIdTwice { first: 2 }]);
    assert_eq!(
        problems(&preview, 2),
        [RowProblem::NationalIdTaken {
            account: "s1".to_owned()
        }]
    );
}

#[test]
fn two_mixed_up_ids_are_put_right_in_one_go() {
    let school = School::new();
    let office = school.login("r1");
    let (one, two) = ("A123456789", "A800000014");
    let rows = |first: &str, second: &str, name: &str| {
        students(vec![
            with_id(student("s1", name, "一年1班", "01"), first),
            with_id(student("s2", "王堃", "一年1班", "01"), second),
        ])
    };
    school.import(&office, &rows(one, two, "林𡘙"));
    // A wrong row keeps its ID, so the other one cannot have it.
    let half = school.preview(&office, &rows(two, one, ""));
    assert_eq!(standings(&half), "WW");
    assert_eq!(
        problems(&half, 1),
        [RowProblem::NationalIdTaken {
            account: "s1".to_owned()
        }]
    );
    let swapped = rows(two, one, "林𡘙");
    assert_eq!(standings(&school.preview(&office, &swapped)), "CC");
    school.import(&office, &swapped);
    let library = school.engine.library();
    let (first, _) = account(library, "s1").unwrap();
    let (second, _) = account(library, "s2").unwrap();
    assert_eq!(holder_of_id(library, two), Some(first));
    assert_eq!(holder_of_id(library, one), Some(second));
}

#[test]
fn odd_rows_get_a_word() {
    let school = School::new();
    let office = school.login("r1");
    let known = born(student("s1", "林𡘙", "一年1班", "01"), 2009, 9, 1);
    school.import(&office, &students(vec![known]));
    let mut strange = born(student("s8", "林𡘙", "一年1班", "01"), 2009, 9, 1);
    strange.entry_year = SchoolYear(106);
    let preview = school.preview(&office, &students(vec![strange]));
    assert_eq!(standings(&preview), "N");
    let warnings = &preview.rows[0].warnings;
    let is = |wanted: fn(&RowWarning) -> bool| warnings.iter().any(wanted);
    assert!(
        is(|it| matches!(it, RowWarning::SeatTaken { .. })),
        "{warnings:?}"
    );
    assert!(
        is(|it| *it == RowWarning::UnusualGrade { grade: 9 }),
        "{warnings:?}"
    );
    assert!(
        is(|it| *it
            == RowWarning::SamePersonPerhaps {
                account: "s1".to_owned()
            }),
        "{warnings:?}"
    );
}

#[test]
fn teachers_and_office_people_who_teach() {
    let school = School::new();
    let office = school.login("a1");
    let roster = teachers(&[
        ("t1", "陳老師"),
        ("t2", "游大同"),
        ("t9", "新老師"),
        ("r1", "註冊組"),
        ("a1", "別的人"),
        ("s1", "林𡘙"),
    ]);
    let preview = school.preview(&office, &roster);
    assert_eq!(standings(&preview), "UCNCWW");
    assert_eq!(
        changes(&preview, 3),
        ["身分：教務處（註冊組） → 教務處（註冊組）、任課教師"]
    );
    assert_eq!(absent(&preview), ["t3 代理老師"]);
    let good = teachers(&[("r1", "註冊組"), ("t9", "新老師")]);
    school.import(&office, &good);
    let session = school.engine.login("r1", &Secret::new("demo-r1")).unwrap();
    assert_eq!(session.roles, [Role::Registry, Role::Teacher]);
    assert_eq!(standings(&school.preview(&office, &good)), "UU");
}
