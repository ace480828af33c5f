//! 進度 in the window: counts, the lists behind them, sorting, copying, saving as a workbook.

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use licheng::domain::id::AccountId;
use licheng::domain::outcome::OutcomeState;
use licheng::engine::ProgressKey;
use licheng::gui::action::{Action, Picking};
use licheng::gui::progress::{Column, ProgressAction, ProgressPlace, ProgressTab, Sort};
use licheng::gui::route::{Page, Route};

use crate::desk::{Desk, PLAIN, small_school};
use crate::school::School;

fn busy_school() -> School {
    let school = small_school();
    let student = school.login("s1");
    school.draft(&student, "單擺");
    school.submitted(&student, "彈簧");
    school.submitted(&student, "浮力");
    school
}

fn desk() -> Desk {
    let mut desk = Desk::over_school(busy_school(), &PLAIN);
    desk.log_in("r1", "demo-r1");
    desk.click("進度");
    desk
}

fn place(desk: &Desk) -> ProgressPlace {
    match &desk.state().route {
        Route::At(Page::Progress(place)) => place.clone(),
        other => panic!("{other:?}"),
    }
}

/// The last row whose name begins like this.
fn focus_row(desk: &Desk, start: &str) {
    let is_it = |name: String| name.starts_with(start);
    let mut rows = desk.harness.query_all_by_role(Role::ListBoxOption);
    let row = rows.rfind(|node| node.accesskit_node().label().is_some_and(is_it));
    row.unwrap().focus();
}

#[test]
fn the_overview_of_the_office_says_how_far_the_term_is() {
    let mut desk = Desk::over_school(busy_school(), &PLAIN);
    desk.log_in("r1", "demo-r1");
    assert!(desk.has("2 位學生，上傳 3 件"));
    assert!(desk.has("這個學期的成果 編輯中 1、認證中 2、認證成功 0、認證失敗 0"));
    assert!(desk.has("等候認證 2 件，在 1 位教師那裡，最久的今天送出"));
    desk.harness.get_by_label("沒有成果的學生 1 人").scroll_to_me();
    desk.settle();
    desk.click("沒有成果的學生 1 人");
    assert_eq!(place(&desk).tab, ProgressTab::Without);
    let term = desk.state().snapshot().unwrap().status.terms.outcome;
    desk.act(Action::Progress(ProgressAction::Term(term.previous())));
    assert!(!desk.has("上傳 3 件"));
    desk.act(Action::Go(Page::Staff));
    assert!(desk.has("2 位學生，上傳 3 件"), "always the current term");
}

#[test]
fn from_the_school_to_the_items_that_wait() {
    let mut desk = desk();
    assert!(desk.has("2 位學生，上傳 3 件"));
    assert!(
        desk.has("編輯中 1") && desk.has("認證中 2"),
        "the legend has words and counts"
    );
    assert!(
        desk.has("各班件數：一年1班 編輯中 1、認證中 2、認證成功 0、認證失敗 0"),
        "the picture is told in words"
    );
    desk.click("教師");
    let row = desk.harness.query_all_by_label_contains("陳老師 t1").next();
    row.unwrap().click();
    desk.settle();
    assert!(matches!(
        place(&desk).open,
        Some(ProgressKey::Teacher(AccountId(_)))
    ));
    assert!(
        desk.has("一年1班 01 s1 林𡘙 物理 2"),
        "student, course, how many, since when"
    );
    assert!(!desk.has("彈簧"), "never a title");
    desk.click_button("回到總表");
    assert_eq!(place(&desk).open, None);
    assert_eq!(place(&desk).tab, ProgressTab::Teacher);
}

#[test]
fn a_class_and_a_course_open_their_students_and_who_has_nothing_is_listed() {
    let mut desk = desk();
    focus_row(&desk, "一年1班 2");
    desk.harness.run();
    desk.harness.key_press(Key::Enter);
    desk.settle();
    assert!(desk.has("一年1班 01 s2 王堃 0 0 0 0 0"));
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert_eq!(place(&desk).open, None, "Escape closes what is open");
    desk.click("沒有成果的學生（1）");
    assert!(desk.has("一年1班 01 s2 王堃"));
    desk.click("課程");
    desk.type_into("搜尋", "歷史");
    assert_eq!(desk.state().progress.table.lines.len(), 1);
    desk.type_into("搜尋", "沒有這門課");
    assert!(desk.has("沒有符合的列"));
}

#[test]
fn a_head_sorts_and_turns_round() {
    let mut desk = desk();
    desk.click("課程");
    let column = Column::State(OutcomeState::Submitted);
    desk.click("依認證中排序");
    let sort = |descending| Some(Sort { column, descending });
    assert_eq!(desk.state().progress.sort, sort(true), "the most first");
    assert_eq!(desk.state().progress.table.lines[0].tally.waiting, 2);
    desk.click("依認證中排序，目前由大到小");
    assert_eq!(desk.state().progress.sort, sort(false));
    desk.click("教師");
    assert_eq!(desk.state().progress.sort, None, "another table, its own order");
}

#[test]
fn the_tables_are_saved_as_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk();
    desk.click_button("匯出 Excel");
    let path = folder.path().join("進度.xlsx");
    assert_eq!(desk.answer_dialog(vec![path.clone()]), Picking::SaveProgress);
    assert!(desk.state().toast.as_ref().unwrap().text.contains("已匯出"));
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"PK"));
    desk.click_button("匯出 Excel");
    desk.answer_dialog(vec![folder.path().join("沒有這個資料夾/進度.xlsx")]);
    assert!(desk.state().said.is_some(), "what could not be written is said");
}

#[test]
fn a_copy_goes_to_the_clipboard_and_another_term_is_counted() {
    let mut desk = desk();
    desk.click_button("複製表格");
    assert!(desk.has("已複製"));
    let term = desk.state().snapshot().unwrap().status.terms.outcome;
    desk.act(Action::Progress(ProgressAction::Term(term.previous().previous())));
    assert!(desk.has("這個學期還沒有課程或學生"));
    assert!(!desk.can_press("匯出 Excel"), "there is nothing to save");
    desk.act(Action::Progress(ProgressAction::Term(term)));
    assert!(desk.has("上傳 3 件"));
}

#[test]
fn a_teacher_and_a_student_have_no_such_page() {
    let mut desk = Desk::over_school(busy_school(), &PLAIN);
    for account in ["t1", "s1"] {
        desk.log_in(account, &format!("demo-{account}"));
        assert!(!desk.has("進度"), "{account}");
        desk.act(Action::Logout);
    }
}
