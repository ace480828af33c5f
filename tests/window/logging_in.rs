//! Login, first password, pause, lock.

use chrono::Duration;
use licheng::engine::{Engine, NewPerson, Populate, Secret};
use licheng::gui::action::Action;
use licheng::gui::edits::ItemText;
use licheng::gui::forms::TextField;
use licheng::gui::route::{Page, Route};

use licheng::store::SharedMemory;

use crate::desk::{Desk, PLAIN, school_in, small_school};

const ID: &str = "A123456789";

/// The small school with one more student who has never logged in.
fn with_newcomer() -> Desk {
    let school = small_school();
    add_newcomer(&school.engine);
    Desk::over_school(school, &PLAIN)
}

fn add_newcomer(engine: &Engine) {
    let newcomer = NewPerson {
        account_name: "s9".into(),
        display_name: "游堃".into(),
        roles: vec![licheng::domain::access::Role::Student],
        password: Secret::new(ID),
        must_change_password: true,
        entry_year: Some(licheng::domain::term::SchoolYear(114)),
        placements: Vec::new(),
    };
    let populate = Populate {
        people: vec![newcomer],
        ..Populate::default()
    };
    engine.populate(&populate).unwrap();
}

#[test]
fn the_first_login_changes_the_password_before_anything_else() {
    let mut desk = with_newcomer();
    desk.log_in("s9", ID);
    assert!(desk.has("換成自己的密碼"));
    assert!(!desk.can_press("變更密碼並繼續"));
    desk.type_into("新密碼", ID);
    desk.type_into("再輸入一次新密碼", ID);
    assert!(!desk.can_press("變更密碼並繼續"), "a national ID will not do");
    desk.type_into("新密碼", "春眠不覺曉處處聞");
    desk.type_into("再輸入一次新密碼", "春眠不覺曉處處聞");
    desk.click_button("變更密碼並繼續");
    assert_eq!(desk.state().route, Route::At(Page::Overview));
    desk.act(Action::Logout);
    desk.log_in("s9", ID);
    assert!(desk.has("登入失敗") || desk.state().said.is_some());
    assert_eq!(desk.state().route, Route::Login);
    desk.log_in("s9", "春眠不覺曉處處聞");
    assert_eq!(desk.state().route, Route::At(Page::Overview));
}

#[test]
fn five_failures_bring_a_pause_that_counts_down() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    for _ in 0..5 {
        desk.log_in("s1", "wrong password");
    }
    desk.log_in("s1", "wrong password");
    assert!(desk.has("還要等 5 秒"));
    assert!(!desk.can_press("登入"));
    let later = desk.state().now + Duration::seconds(6);
    desk.at(later);
    desk.log_in("s1", "demo-s1");
    assert_eq!(desk.state().route, Route::At(Page::Overview));
}

#[test]
fn ten_idle_minutes_lock_and_typed_text_stays() {
    let school = small_school();
    let session = school.login("s1");
    let item = school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    desk.type_into("簡述", "打到一半");
    let start = desk.state().now;
    desk.at(start + Duration::minutes(9));
    assert!(matches!(desk.state().route, Route::At(_)));
    desk.at(start + Duration::minutes(10) + Duration::seconds(1));
    assert!(matches!(desk.state().route, Route::Locked { .. }));
    assert!(!desk.has("單擺"), "nothing of the page may be seen");
    desk.type_into("密碼", "demo-s1");
    desk.click_button("解除鎖定");
    assert!(desk.has("單擺"));
    let edit = desk.state().edit(item.id).unwrap();
    assert_eq!(edit.description.as_deref(), Some("打到一半"));
    assert!(desk.has("有還沒儲存的修改"));
}

#[test]
fn typed_text_survives_a_window_that_was_killed() {
    let memory = SharedMemory::default();
    let school = school_in(memory.clone());
    let clock = school.clock.clone();
    let session = school.login("s1");
    let item = school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Item(licheng::gui::action::ItemAction::Typed(
        item.id,
        ItemText::Title,
        "單擺與重力".into(),
    )));
    drop(desk);
    let mut desk = Desk::over_memory(memory, clock);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    let edit = desk.state().edit(item.id).unwrap();
    assert_eq!(edit.title.as_deref(), Some("單擺與重力"));
}

#[test]
fn enter_in_the_password_field_logs_in() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.type_into("帳號", "s1");
    desk.type_into("密碼", "demo-s1");
    desk.harness.key_press(eframe::egui::Key::Enter);
    desk.settle();
    assert_eq!(desk.state().route, Route::At(Page::Overview));
}

/// A forgotten password of a personal library: the old code opens once, a new one takes its place.
#[test]
fn the_recovery_code_sets_a_new_password_and_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::without_library(crate::school::at("2026-03-04T10:30:00"), &PLAIN);
    desk.act(Action::ShowCreatePersonal);
    desk.type_into("姓名", "林喆");
    desk.type_into("帳號", "me");
    desk.type_into("密碼", "correct horse");
    desk.type_into("再輸入一次密碼", "correct horse");
    let path = folder.path().join("mine.redb").display().to_string();
    desk.act(Action::Typed(TextField::NewLibraryPath, path));
    desk.act(Action::CreatePersonal);
    let code = desk.state().recovery.as_ref().unwrap().code.clone();
    desk.act(Action::RecoveryWrittenDown(true));
    desk.click_button("開始使用");
    desk.act(Action::Logout);
    desk.click("忘記密碼");
    desk.type_into("帳號", "me");
    desk.type_into("復原碼", code.reveal());
    desk.type_into("新密碼", "battery staple");
    desk.type_into("再輸入一次新密碼", "battery staple");
    desk.click_button("設定新密碼");
    let next = desk.state().recovery.as_ref().unwrap().code.clone();
    assert!(next != code, "a code works once");
    desk.act(Action::RecoveryWrittenDown(true));
    desk.click_button("開始使用");
    assert_eq!(desk.state().route, Route::At(Page::Overview));
    desk.act(Action::Logout);
    desk.log_in("me", "battery staple");
    assert_eq!(desk.state().route, Route::At(Page::Overview));
}
