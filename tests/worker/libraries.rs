//! Opening, making and changing libraries.

use std::path::{Path, PathBuf};

use licheng::domain::act::LibraryKind;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::domain::trouble::LibraryTrouble;
use licheng::engine::{CurrentTerms, NewPersonalLibrary, NewSchoolLibrary, Secret};
use licheng::store::Library;
use licheng::worker::{Answer, PeopleAnswer, PeopleRequest, Request, Trouble};

use crate::set_up::{Desk, opening};
use crate::support::school::TERM;

fn personal(path: &Path, password: &str) -> Request {
    Request::CreatePersonal {
        path: path.to_path_buf(),
        new: Box::new(NewPersonalLibrary {
            account_name: "我".into(),
            display_name: "林𡘙".into(),
            password: Secret::new(password),
            entry_year: SchoolYear(114),
            terms: CurrentTerms {
                outcome: TERM,
                activity: TERM,
                selection: SchoolYear(114),
            },
        }),
    }
}

fn school_library(path: &Path, password: &str) -> Request {
    Request::People(PeopleRequest::CreateSchool {
        path: path.to_path_buf(),
        new: Box::new(NewSchoolLibrary {
            name: "示範高中".into(),
            code: "0133a2".into(),
            administrator: "admin".into(),
            administrator_name: "嚴正平".into(),
            password: Secret::new(password),
            term: TERM,
        }),
    })
}

fn places() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let school = folder.path().join("school.redb");
    let own = folder.path().join("我的").join("歷程").join("licheng.redb");
    (folder, school, own)
}

#[test]
fn a_personal_library_is_made_with_its_folders_and_its_owner_is_in() {
    let (_folder, school, own) = places();
    let desk = Desk::in_file(school.clone());
    let made = desk.ask(personal(&own, "春眠不覺曉處處聞啼鳥"));
    let Ok(Answer::Created {
        opened,
        session,
        recovery_code,
    }) = made
    else {
        panic!("{made:?}")
    };
    assert_eq!((opened.kind, &opened.path), (LibraryKind::Personal, &own));
    assert!(opened.demonstration_accounts.is_none());
    assert!(desk.ask(Request::Load { session }).is_ok());
    assert_eq!(
        Library::open(&school, &opening()).unwrap().others().len(),
        0,
        "the old one is closed"
    );
    let reset = desk.ask(Request::ResetWithRecoveryCode {
        account: "我".into(),
        code: recovery_code.clone(),
        new: Secret::new("白日依山盡黃河入海流"),
    });
    let Ok(Answer::PasswordChanged {
        recovery_code: Some(next),
        ..
    }) = reset
    else {
        panic!("{reset:?}")
    };
    assert_ne!(next, recovery_code);
}

#[test]
fn a_school_is_made_with_its_folders_and_its_administrator_is_in() {
    let (_folder, school, own) = places();
    let desk = Desk::in_file(school);
    let weak = desk.ask(school_library(&own, "longenough"));
    assert!(matches!(weak, Err(Trouble::Refused(_))), "{weak:?}");
    assert!(!own.parent().unwrap().exists(), "nothing is left behind");
    let made = desk.ask(school_library(&own, "correct horse battery"));
    let Ok(Answer::Created { opened, session, .. }) = made else {
        panic!("{made:?}")
    };
    assert_eq!((opened.kind, &opened.path), (LibraryKind::School, &own));
    let office = desk.ask(Request::People(PeopleRequest::Office { session }));
    let Ok(Answer::People(PeopleAnswer::Office(office))) = office else {
        panic!("{office:?}")
    };
    assert_eq!((office.term, office.accounts.len()), (TERM, 1));
}

#[test]
fn a_refused_password_makes_nothing() {
    let (_folder, school, own) = places();
    let desk = Desk::in_file(school);
    let refused = desk.ask(personal(&own, "短"));
    assert!(
        matches!(refused, Err(Trouble::Refused(Refusal::PasswordTooShort { .. }))),
        "{refused:?}"
    );
    assert!(!own.parent().unwrap().parent().unwrap().exists());
}

#[test]
fn what_exists_is_not_replaced() {
    let (_folder, school, _) = places();
    let desk = Desk::in_file(school.clone());
    let refused = desk.ask(personal(&school, "春眠不覺曉處處聞啼鳥"));
    let Err(Trouble::Library(LibraryTrouble::AlreadyExists { path })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(path, school);
    assert!(
        desk.ask(Request::Load {
            session: desk.session.clone()
        })
        .is_ok()
    );
}

#[test]
fn the_open_library_stays_when_another_cannot_be_opened() {
    let (folder, school, own) = places();
    let desk = Desk::in_file(school.clone());
    let missing = desk.ask(Request::OpenLibrary { path: own.clone() });
    assert!(matches!(missing, Err(Trouble::Library(_))), "{missing:?}");
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "我的筆記").unwrap();
    let foreign = desk.ask(Request::OpenLibrary { path: text });
    assert!(
        matches!(foreign, Err(Trouble::Library(LibraryTrouble::NotALibrary { .. }))),
        "{foreign:?}"
    );
    assert!(
        desk.ask(Request::Load {
            session: desk.session.clone()
        })
        .is_ok()
    );
}

#[test]
fn the_same_file_again_is_the_same_library() {
    let (folder, school, _) = places();
    let desk = Desk::in_file(school);
    let other_way = folder.path().join(".").join("school.redb");
    let Ok(Answer::Opened(opened)) = desk.ask(Request::OpenLibrary { path: other_way }) else {
        panic!()
    };
    assert_eq!((opened.kind, opened.others), (LibraryKind::Demonstration, 0));
    assert_eq!(opened.school_name, "測試高中");
    assert_eq!(opened.demonstration_accounts.unwrap().len(), 7);
    assert!(
        desk.ask(Request::Load {
            session: desk.session.clone()
        })
        .is_ok()
    );
}

#[test]
fn a_demonstration_that_cannot_be_made_says_why() {
    let desk = Desk::in_memory();
    let refused = desk.ask(Request::OpenDemonstration);
    assert!(
        matches!(refused, Err(Trouble::Library(LibraryTrouble::DiskFull { .. }))),
        "{refused:?}"
    );
}
