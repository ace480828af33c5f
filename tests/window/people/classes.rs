//! Classes with their 導師, deputies, and how first passwords are made.

use licheng::domain::access::Role;
use licheng::domain::account::InitialPassword;
use licheng::domain::deputy::DeputyPhase;
use licheng::gui::action::Action;
use licheng::gui::people::{PeopleAction, PeoplePlace, PeopleQuestion, PeopleTab};
use licheng::gui::route::Page;
use licheng::text::people::{ask, page as words};

use super::accounts::desk_of;
use crate::desk::small_school;

#[test]
fn a_class_gets_its_homeroom_teacher() {
    let mut desk = desk_of(small_school(), "r1");
    desk.click(words::CLASSES);
    assert!(desk.has(words::NO_HOMEROOM));
    desk.click_button(&format!("{} 一年1班", words::SET_HOMEROOM));
    assert!(!desk.can_press(ask::SAVE), "nothing was chosen");
    let office = desk.state().people.office.ready().unwrap();
    let id = office
        .accounts
        .iter()
        .find(|row| row.name == "游喆")
        .map(|row| row.id);
    desk.act(Action::People(PeopleAction::Teacher(id)));
    desk.click_button(ask::SAVE);
    let office = desk.state().people.office.ready().unwrap();
    assert_eq!(office.classes[0].homeroom.as_ref().map(|(id, _)| *id), id);
    let row = office.accounts.iter().find(|row| Some(row.id) == id).unwrap();
    assert!(row.has(Role::Homeroom));
    assert!(desk.has("1 個班都有導師"));
}

#[test]
fn a_deputyship_is_ended() {
    let mut desk = desk_of(small_school(), "r1");
    desk.act(Action::Go(Page::People(PeoplePlace::of(PeopleTab::Deputies))));
    assert!(desk.has("代理老師 代理 陳老師"));
    desk.click_button(words::END_DEPUTY);
    desk.click_button(ask::END_DEPUTY_VERB);
    let office = desk.state().people.office.ready().unwrap();
    let over = |phase: DeputyPhase| phase == DeputyPhase::Over;
    assert_eq!(office.deputies.iter().filter(|view| over(view.phase)).count(), 1);
}

#[test]
fn the_way_of_first_passwords_is_chosen_with_its_consequence() {
    let mut desk = desk_of(small_school(), "a1");
    desk.act(Action::People(PeopleAction::Ask(PeopleQuestion::Policy)));
    assert!(!desk.can_press(ask::SAVE), "it is so already");
    assert!(desk.has(words::policy(InitialPassword::Slip)));
    desk.click("隨機密碼條");
    desk.click_button(ask::SAVE);
    let office = desk.state().people.office.ready().unwrap();
    assert_eq!(office.policy, InitialPassword::Slip);
}
