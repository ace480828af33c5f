//! 我的備份: making a copy, looking into one, taking it in; and how the page looks.

use std::fs;

use licheng::domain::access::Role;
use licheng::gui::action::{Action, Picking};
use licheng::gui::route::Page;
use licheng::text::copies as words;
use licheng::worker::CopyResult;

use crate::desk::{Desk, LOOKS, PLAIN, small_school};
use crate::school::{TERM, at};

fn desk_with_work() -> Desk {
    let school = small_school();
    let student = school.login("s1");
    for title in ["單擺", "摩擦力"] {
        school.submitted(&student, title);
    }
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.click(words::TITLE);
    assert_eq!(desk.state().route.page(), Some(&Page::Copies));
    desk
}

#[test]
fn a_copy_is_made_and_looked_into() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("備份.zip");
    let mut desk = desk_with_work();
    assert!(desk.has(words::NEVER));
    desk.click_button(words::MAKE_ZIP);
    let picking = desk.answer_dialog(vec![to.clone()]);
    assert!(matches!(picking, Picking::SaveCopy(_)));
    assert!(to.exists());
    assert!(
        matches!(desk.state().copies.result, Some(CopyResult::Written { .. })),
        "{:?}",
        desk.state().said
    );
    assert!(desk.state().copies.work.is_none());
    assert!(desk.has(words::SHOW_FOLDER));

    desk.click_button(words::PICK_IMPORT);
    desk.answer_dialog(vec![to]);
    let Some(CopyResult::Checked { check, .. }) = &desk.state().copies.result else {
        panic!("{:?}", desk.state().said)
    };
    assert_eq!(check.counts(), (0, 2, 0));
    assert!(desk.has(words::CHECKED));
    desk.click_button(words::CLOSE);
    assert!(desk.state().copies.result.is_none());
}

#[test]
fn a_dialog_that_is_closed_changes_nothing_and_no_copy_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_with_work();
    desk.click_button(words::MAKE_PDF);
    desk.answer_dialog(Vec::new());
    assert!(desk.state().copies.result.is_none() && desk.state().copies.work.is_none());
    let text = folder.path().join("文字.zip");
    fs::write(&text, "no zip").unwrap();
    desk.click_button(words::PICK_IMPORT);
    desk.answer_dialog(vec![text]);
    let said = desk.state().said.clone().unwrap();
    assert!(said.message.why.contains("不是 ZIP"), "{said:?}");
    assert!(desk.state().copies.work.is_none());
}

#[test]
fn the_page_as_it_looks() {
    let folder = tempfile::tempdir().unwrap();
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        let library = desk.state().library.clone().unwrap();
        let accounts = library.demonstration_accounts.unwrap();
        let account = accounts
            .into_iter()
            .find(|one| one.roles == [Role::Student] && !one.first_login)
            .unwrap();
        desk.log_in(&account.account, &account.password.unwrap());
        desk.act(Action::Go(Page::Copies));
        desk.picture(&format!("{name}-copies"));
        desk.click_button(words::MAKE_ZIP);
        let to = folder.path().join(format!("{name}.zip"));
        desk.answer_dialog(vec![to.clone()]);
        desk.picture(&format!("{name}-copies-made"));
        desk.click_button(words::PICK_IMPORT);
        desk.answer_dialog(vec![to]);
        desk.picture(&format!("{name}-copies-checked"));
        assert!(
            desk.state()
                .snapshot()
                .is_some_and(|data| data.status.terms.outcome >= TERM)
        );
    }
}
