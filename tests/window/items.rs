//! The student's main job: add, edit, submit, delete, undo, drop files.

use std::path::PathBuf;

use licheng::domain::outcome::{OutcomeState, WorkKind};
use licheng::gui::action::{Action, IntakeAction, ItemAction, Picking};
use licheng::gui::modal::Modal;
use licheng::gui::route::{OutcomesPlace, Page};
use licheng::store::SharedMemory;

use crate::desk::{Desk, PLAIN, school_in, small_school};

fn outcomes() -> Action {
    Action::Go(Page::Outcomes(OutcomesPlace::default()))
}

fn file(folder: &tempfile::TempDir, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_kind_of_work_that_was_chosen_and_not_saved_outlives_a_crash() {
    let memory = SharedMemory::default();
    let school = school_in(memory.clone());
    let item = school.draft(&school.login("s1"), "單擺").id;
    let clock = school.clock.clone();
    let mut desk = Desk::over_school(school, &PLAIN);
    for chosen in [Some(WorkKind::LabRecord), None] {
        desk.log_in("s1", "demo-s1");
        desk.act(Action::Item(ItemAction::WorkKind(item, chosen)));
        drop(desk);
        desk = Desk::over_memory(memory.clone(), clock.clone());
        desk.log_in("s1", "demo-s1");
        assert_eq!(desk.state().edits[&item].work_kind, Some(chosen));
        desk.act(Action::Logout);
    }
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Item(ItemAction::Revert(item)));
    desk.act(Action::Logout);
    desk.log_in("s1", "demo-s1");
    assert!(desk.state().edits.is_empty(), "what was taken back is not kept");
}

#[test]
fn from_a_picked_file_to_a_submitted_item() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(outcomes());
    desk.click_button("新增成果");
    assert!(!desk.can_press("加入"));
    let physics = desk
        .state()
        .snapshot()
        .unwrap()
        .courses
        .iter()
        .find(|c| c.name == "物理")
        .unwrap()
        .id;
    desk.act(Action::Intake(IntakeAction::Course(0, physics)));
    desk.type_into("標題", "單擺實驗");
    desk.click_button("加入檔案…");
    let picking = desk.answer_dialog(vec![file(&folder, "報告.pdf", "pdf 單擺")]);
    assert_eq!(picking, Picking::FilesForIntake);
    assert!(desk.has("報告.pdf"));
    desk.click_button("加入");
    assert!(desk.state().modal.is_none());
    assert_eq!(desk.state().snapshot().unwrap().status.outcomes.used, 1);

    desk.type_into("簡述", "量測週期與擺長的關係。");
    desk.click_button("儲存");
    let item = desk.state().snapshot().unwrap().items[0].clone();
    assert_eq!(item.description, "量測週期與擺長的關係。");
    desk.click_button("送出認證");
    assert!(desk.has("送出後就不能再修改"));
    desk.act(Action::Confirm);
    let item = desk.state().snapshot().unwrap().items[0].clone();
    assert_eq!(item.state(), OutcomeState::Submitted);
    assert!(!desk.can_press("刪除"));
    assert!(desk.can_press("請老師退回"));
    desk.click_button("請老師退回");
    desk.act(Action::Confirm);
    assert!(desk.can_press("撤回退回請求"));
}

#[test]
fn a_deleted_item_comes_back_by_undo_and_from_the_trash() {
    let school = small_school();
    let session = school.login("s1");
    let item = school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    for by_undo in [true, false] {
        desk.click_button("刪除");
        desk.act(Action::Confirm);
        assert_eq!(desk.state().snapshot().unwrap().status.outcomes.used, 0);
        if by_undo {
            desk.click("復原");
        } else {
            desk.act(Action::DismissToast);
            desk.click_button("垃圾桶（1）");
            desk.click_button("復原");
        }
        assert_eq!(desk.state().snapshot().unwrap().status.outcomes.used, 1);
        desk.act(Action::DismissToast);
        desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    }
}

#[test]
fn several_dropped_files_are_asked_about_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(outcomes());
    let physics = desk
        .state()
        .snapshot()
        .unwrap()
        .courses
        .iter()
        .find(|c| c.name == "物理")
        .unwrap()
        .id;
    let files = vec![
        file(&folder, "報告.pdf", "pdf 一"),
        file(&folder, "影片.mp4", "mp4 二"),
        file(&folder, "照片.jpg", "jpg 三"),
    ];
    desk.act(Action::Dropped(files, Some(physics)));
    assert!(desk.has("加入 3 個檔案"));
    desk.act(Action::Intake(IntakeAction::Target(
        1,
        licheng::gui::intake::Target::Same(0),
    )));
    desk.picture("sheet");
    desk.click_button("全部加入");
    assert!(desk.state().modal.is_none(), "{:#?}", desk.state().modal);
    let items = desk.state().snapshot().unwrap().items.clone();
    let mut found: Vec<(String, usize)> = items.iter().map(|i| (i.title.clone(), i.files.len())).collect();
    found.sort();
    assert_eq!(found, [("報告".to_owned(), 2), ("照片".to_owned(), 1)]);
}

#[test]
fn a_refused_file_says_why_and_a_wrong_ending_asks_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(outcomes());
    desk.act(Action::Dropped(vec![file(&folder, "空.pdf", "")], None));
    assert!(desk.has("不能加入"));
    assert!(!desk.can_press("加入"));
    desk.act(Action::CloseModal);
    desk.act(Action::Dropped(vec![file(&folder, "報告.txt", "pdf 內容")], None));
    assert!(desk.has("照樣加入 報告.txt"));
    let Some(Modal::Add(form)) = &desk.state().modal else {
        panic!("no form")
    };
    assert_eq!(form.rows.len(), 1);
}

#[test]
fn the_twenty_first_item_is_refused_before_anything_is_typed() {
    let school = crate::desk::school_with_limit(1);
    let session = school.login("s1");
    school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(outcomes());
    assert!(!desk.can_press("新增成果"));
    desk.act(Action::Add(None));
    assert!(desk.state().modal.is_none());
    assert!(desk.state().said.is_some());
}

#[test]
fn leaving_by_the_link_of_a_refusal_opens_the_question() {
    let school = crate::desk::school_with_limit(0);
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(outcomes());
    desk.act(Action::Add(None));
    desk.click("看常見問題");
    assert_eq!(
        desk.state().route.page(),
        Some(&Page::Faq(Some(licheng::domain::seed::SeedRule::Quota)))
    );
}
