//! The office's people: a school from its first start, accounts, classes, deputies, rights.

mod accounts;
mod classes;

use licheng::domain::access::Role;
use licheng::gui::action::{Action, Picking};
use licheng::gui::forms::TextField;
use licheng::gui::people::{PeopleAction, PeopleField, PeoplePlace, PeopleQuestion, PeopleTab};
use licheng::gui::route::{Page, Route};
use licheng::text::people::page as words;
use licheng::text::set_up;

use crate::desk::{Desk, LOOKS, PLAIN};
use crate::school::at;

const PASSWORD: &str = "correct horse battery";

/// Fills in the form of a new school, with a place for it.
fn fill_in_school(desk: &mut Desk, folder: &std::path::Path, name: &str) {
    desk.click_button(set_up::CREATE_TITLE);
    assert_eq!(desk.state().route, Route::CreateSchool);
    desk.type_into(set_up::SCHOOL_NAME, "國立示範高級中學");
    desk.type_into(set_up::SCHOOL_CODE, "0133a2");
    desk.type_into(set_up::NAME, "嚴正平");
    desk.type_into(set_up::ACCOUNT, "admin");
    desk.click_button(set_up::CHOOSE);
    let picking = desk.answer_dialog(vec![folder.join(format!("{name}.redb"))]);
    assert_eq!(picking, Picking::NewLibrary);
}

#[test]
fn a_school_is_made_from_the_welcome_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::without_library(at("2026-03-04T10:30:00"), &PLAIN);
    fill_in_school(&mut desk, folder.path(), "school");
    let year = TextField::People(PeopleField::SchoolYear);
    assert_eq!(desk.state().forms.text(year), "114", "from the clock");
    desk.type_into(set_up::PASSWORD, "longenough");
    desk.type_into(set_up::PASSWORD_AGAIN, "longenough");
    assert!(
        !desk.can_press(set_up::CREATE),
        "an administrator's password is strong"
    );
    desk.type_into(set_up::PASSWORD, PASSWORD);
    desk.type_into(set_up::PASSWORD_AGAIN, PASSWORD);
    desk.click_button(set_up::CREATE);
    assert_eq!(desk.state().route, Route::RecoveryCode, "{:?}", desk.state().said);
    assert!(desk.has(set_up::KEEP_THE_CODE));
    assert!(folder.path().join("school.redb").exists());
    let code = desk.state().recovery.as_ref().unwrap().code.clone();
    desk.act(Action::RecoveryWrittenDown(true));
    desk.click_button("開始使用");
    assert_eq!(desk.state().route, Route::At(Page::Staff));
    let office = desk.state().people.office.ready().expect("the office was read");
    assert!(office.set_up.next().is_some());
    assert_eq!(office.term.to_string(), "114-2");
    assert!(desk.has(set_up::CHECK_LIST) && desk.has("匯入教師"));

    // Its first step leads to the roster it needs.
    desk.click_button("匯入名冊");
    assert_eq!(desk.state().route, Route::At(Page::Imports));
    desk.act(Action::Logout);

    // The slip is good for the administrator alone.
    desk.click(licheng::text::screen::FORGOT_ADMINISTRATOR);
    desk.type_into("帳號", "admin");
    desk.type_into("復原碼", code.reveal());
    desk.type_into("新密碼", "春眠不覺曉處處聞");
    desk.type_into("再輸入一次新密碼", "春眠不覺曉處處聞");
    desk.click_button("設定新密碼");
    assert_eq!(desk.state().route, Route::RecoveryCode, "{:?}", desk.state().said);
}

#[test]
fn what_is_wrong_with_a_school_is_said_and_nothing_typed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::without_library(at("2026-03-04T10:30:00"), &PLAIN);
    fill_in_school(&mut desk, folder.path(), "school");
    desk.type_into(set_up::SCHOOL_CODE, "0133");
    desk.type_into(set_up::PASSWORD, PASSWORD);
    desk.type_into(set_up::PASSWORD_AGAIN, PASSWORD);
    desk.click_button(set_up::CREATE);
    let said = desk.state().said.clone().unwrap();
    assert!(said.message.what.contains("學校代碼"), "{said:?}");
    assert_eq!(desk.state().route, Route::CreateSchool);
    assert!(!folder.path().join("school.redb").exists());
    let name = TextField::People(PeopleField::SchoolName);
    assert_eq!(desk.state().forms.text(name), "國立示範高級中學");
}

#[test]
fn the_first_start_of_a_school_as_it_looks() {
    let folder = tempfile::tempdir().unwrap();
    for (name, look) in LOOKS {
        let mut desk = Desk::without_library(at("2026-03-04T10:30:00"), &look);
        desk.picture(&format!("{name}-welcome-school"));
        fill_in_school(&mut desk, folder.path(), name);
        desk.type_into(set_up::PASSWORD, "correct");
        desk.picture(&format!("{name}-school-create"));
        desk.type_into(set_up::PASSWORD, PASSWORD);
        desk.type_into(set_up::PASSWORD_AGAIN, PASSWORD);
        desk.act(Action::People(PeopleAction::CreateSchool));
        desk.picture(&format!("{name}-school-recovery"));
        desk.act(Action::RecoveryWrittenDown(true));
        desk.act(Action::RecoveryDone);
        desk.picture(&format!("{name}-school-checklist"));
    }
}

fn log_in(desk: &mut Desk, account: &str) {
    desk.log_in(account, &licheng::engine::demonstration_password(account));
}

#[test]
fn rights_are_shown_to_everybody_and_the_table_to_the_office() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        log_in(&mut desk, "admin");
        desk.picture(&format!("{name}-office-overview"));
        desk.act(Action::Go(Page::People(PeoplePlace::of(PeopleTab::Rights))));
        assert!(desk.has(words::RIGHT));
        desk.picture(&format!("{name}-rights"));
        desk.act(Action::Logout);
        log_in(&mut desk, "t02");
        desk.act(Action::Go(Page::People(PeoplePlace::of(PeopleTab::Rights))));
        assert!(desk.has(words::MY_RIGHTS) && !desk.has(words::RIGHT));
        assert!(desk.state().session.as_ref().unwrap().has(Role::Teacher));
        desk.picture(&format!("{name}-my-rights"));
    }
}

/// Every page and question of the office, over the demonstration school.
#[test]
fn the_people_of_a_school_as_they_look() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        log_in(&mut desk, "admin");
        desk.act(Action::Go(Page::People(PeoplePlace::default())));
        desk.picture(&format!("{name}-people"));
        let office = desk.state().people.office.ready().unwrap();
        let find = |account: &str| office.accounts.iter().find(|row| row.account == account);
        let (teacher, student) = (find("t02").unwrap().id, find("1130105").unwrap().id);
        let class = office.accounts.iter().filter(|row| row.class == "二年1班");
        let class: Vec<_> = class.map(|row| row.id).collect();
        let deputy = office.deputies.first().map(|view| view.id);
        for account in &class {
            desk.act(Action::People(PeopleAction::Mark(*account, true)));
        }
        desk.picture(&format!("{name}-people-marked"));
        desk.act(Action::Go(Page::People(PeoplePlace::account(teacher))));
        desk.picture(&format!("{name}-people-teacher"));
        desk.act(Action::People(PeopleAction::MarkListed(false)));
        desk.act(Action::Go(Page::People(PeoplePlace::account(student))));
        desk.picture(&format!("{name}-people-student"));
        let questions = [
            ("create", PeopleQuestion::Create),
            ("roles", PeopleQuestion::Roles(teacher)),
            ("end", PeopleQuestion::End(teacher)),
            ("reset", PeopleQuestion::Reset(student)),
            (
                "graduate",
                PeopleQuestion::Leave(class, licheng::domain::account::Status::Graduated),
            ),
            ("policy", PeopleQuestion::Policy),
            ("homeroom", PeopleQuestion::Homeroom("二年1班".into())),
            ("deputy", PeopleQuestion::Deputy),
            (
                "told",
                PeopleQuestion::Told {
                    account: student,
                    password: Some(licheng::engine::Secret::new("k7mp-3xqd")),
                },
            ),
        ];
        for (question, asked) in questions {
            desk.act(Action::People(PeopleAction::Ask(asked)));
            desk.picture(&format!("{name}-people-{question}"));
            desk.act(Action::CloseModal);
        }
        for (tab, file) in [(PeopleTab::Classes, "classes"), (PeopleTab::Deputies, "deputies")] {
            desk.act(Action::Go(Page::People(PeoplePlace::of(tab))));
            desk.picture(&format!("{name}-people-{file}"));
        }
        assert!(deputy.is_some(), "the demonstration school has a deputy");
    }
}
