//! 校內幹部紀錄 in the window: a student reports, student affairs corrects and answers.

use eframe::egui::{Key, Role as NodeRole};
use egui_kittest::kittest::Queryable;
use licheng::domain::access::Role;
use licheng::domain::officer::OfficerLevel;
use licheng::domain::officer_post::OfficerPost;
use licheng::engine::{
    Command, NewPerson, OfficerCommand, Populate, PostCorrection, Secret, demonstration_password,
};
use licheng::gui::action::Action;
use licheng::gui::activities::ActivitiesPlace;
use licheng::gui::forms::TextField;
use licheng::gui::officers::OfficerPlace;
use licheng::gui::route::{Page, Route};
use licheng::store::SharedMemory;

use crate::desk::{Desk, PLAIN, school_in, small_school};
use crate::school::{School, TERM};

fn school() -> School {
    with_a_post(small_school())
}

fn with_a_post(school: School) -> School {
    let affairs = NewPerson {
        account_name: "f1".into(),
        display_name: "學務處".into(),
        roles: vec![Role::StudentAffairs],
        password: Secret::new(demonstration_password("f1")),
        must_change_password: false,
        entry_year: None,
        placements: Vec::new(),
    };
    let people = Populate {
        people: vec![affairs],
        ..Populate::default()
    };
    school.engine.populate(&people).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let post = OfficerPost {
        term: TERM,
        unit: "一年1班".into(),
        from: day("2025-09-01"),
        until: day("2026-01-20"),
        post: "班長".into(),
        level: OfficerLevel::Class,
    };
    let add = OfficerCommand::Add {
        student: "s1".into(),
        post,
        correction: PostCorrection {
            reason: "名冊漏列".into(),
            report: None,
        },
    };
    school.run(&school.login("f1"), &Command::Officer(add)).unwrap();
    school
}

/// As s1, with a report about the post on its way.
fn report(desk: &mut Desk) {
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::Activities(ActivitiesPlace::default())));
    desk.click("校內幹部紀錄");
    assert_eq!(
        desk.state().route,
        Route::At(Page::OfficerPosts(OfficerPlace::Posts))
    );
    assert!(desk.has("一年1班 班長"));
    desk.click_button("回報錯誤");
    assert!(!desk.can_press("送出回報"), "without words nothing is sent");
    desk.type_into("哪裡有錯", "我是副班長");
    desk.click_button("送出回報");
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
}

/// `school` over a memory that outlives the window.
fn school_in_memory() -> (School, SharedMemory) {
    let memory = SharedMemory::default();
    (with_a_post(school_in(memory.clone())), memory)
}

#[test]
fn a_report_half_written_outlives_its_question_and_a_crash_for_its_writer_alone() {
    let (school, memory) = school_in_memory();
    let clock = school.clock.clone();
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
    desk.click_button("回報錯誤");
    desk.type_into("哪裡有錯", "我是副班長");
    desk.act(Action::CloseModal);
    desk.click_button("回報錯誤");
    assert_eq!(desk.state().forms.text(TextField::PostWords), "我是副班長");
    drop(desk);
    let mut desk = Desk::over_memory(memory, clock);
    desk.log_in("f1", "demo-f1");
    assert!(desk.state().kept_words.is_empty(), "nobody else's");
    desk.act(Action::Logout);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
    desk.click_button("回報錯誤");
    assert_eq!(desk.state().forms.text(TextField::PostWords), "我是副班長");
    desk.click_button("送出回報");
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    desk.act(Action::Logout);
    desk.log_in("s1", "demo-s1");
    assert!(desk.state().kept_words.is_empty(), "what has arrived is not kept");
}

#[test]
fn a_student_reports_and_sees_what_came_of_it() {
    let mut desk = Desk::over_school(school(), &PLAIN);
    report(&mut desk);
    assert!(desk.has("等學務處處理"));
    assert!(desk.has("我是副班長"));
    assert!(!desk.can_press("回報錯誤"), "one report at a time");
    desk.act(Action::Logout);

    desk.log_in("f1", "demo-f1");
    assert!(desk.has("幹部名冊 1"), "the left column counts what waits");
    desk.click("幹部名冊 1");
    desk.click("回報（1）");
    desk.click_button("更正…");
    desk.type_into("擔任職務名稱", "副班長");
    assert!(!desk.can_press("更正"), "a correction says why");
    desk.type_into("更正的原因", "導師確認");
    desk.click_button("更正");
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert!(desk.has("擔任職務名稱：班長 → 副班長"));
    desk.click_button("回覆…");
    desk.type_into("處理的結果", "已更正，謝謝");
    desk.click_button("回覆");
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert_eq!(desk.state().officers.open(), 0);
    desk.act(Action::Logout);

    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
    for told in [
        "一年1班 副班長",
        "擔任職務名稱：班長 → 副班長",
        "已更正，謝謝",
        "導師確認",
    ] {
        assert!(desk.has(told), "{told}");
    }
}

#[test]
fn a_post_is_added_by_hand_and_a_wrong_date_says_so() {
    let mut desk = Desk::over_school(school(), &PLAIN);
    desk.log_in("f1", "demo-f1");
    desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
    desk.click_button("新增一筆");
    for (field, text) in [
        ("學號", "s2"),
        ("單位名稱", "天文社"),
        ("擔任職務名稱", "社長"),
        ("開始日期", "114/9/31"),
        ("結束日期", "115/1/20"),
        ("更正的原因", "名冊漏列"),
    ] {
        desk.type_into(field, text);
    }
    assert!(desk.has("日期寫成"));
    assert!(!desk.can_press("新增"));
    desk.type_into("開始日期", "1140930");
    assert!(desk.has("114 年 9 月 30 日 (二)"));
    desk.click_button("新增");
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert!(desk.has("天文社 社長"));
    desk.type_into("搜尋", "王堃 社長");
    assert!(desk.has("天文社 社長") && !desk.has("一年1班 班長"));
    desk.type_into("搜尋", "沒有這個人");
    assert!(desk.has("沒有符合的紀錄"));
}

#[test]
fn what_the_engine_refuses_stays_in_the_form() {
    let mut desk = Desk::over_school(school(), &PLAIN);
    desk.log_in("f1", "demo-f1");
    desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
    let row = desk.harness.query_all_by_label_contains("一年1班 班長").next();
    row.unwrap().click();
    desk.settle();
    desk.type_into("更正的原因", "沒有改");
    desk.click_button("更正");
    assert!(desk.has("沒有需要更正的地方"));
    assert!(desk.state().modal.is_some(), "the form is still open");
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(desk.state().modal.is_none());
}

#[test]
fn a_row_opens_with_the_keyboard() {
    let mut desk = Desk::over_school(school(), &PLAIN);
    desk.log_in("f1", "demo-f1");
    desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
    let row = desk.harness.query_all_by_role(NodeRole::ListBoxOption).next();
    row.unwrap().focus();
    desk.harness.run();
    desk.harness.key_press(Key::Enter);
    desk.settle();
    assert!(desk.has("更正幹部紀錄"));
}
