//! 多元表現 and 勾選 in the window: the form made from the declaration, files, copies, ticks, finding.

use std::path::PathBuf;

use eframe::egui::{Key, Modifiers};
use licheng::domain::activity::Category;
use licheng::domain::file::Slot;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::selection::Part;
use licheng::domain::term::SchoolYear;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::Command;
use licheng::gui::action::{Action, Picking};
use licheng::gui::activities::{ActivitiesPlace, ActivityAction, ActivityQuestion, FormKey};
use licheng::gui::choosing::ChoosingAction;
use licheng::gui::finding::FindAction;
use licheng::gui::modal::Modal;
use licheng::gui::route::{Page, Route};

use crate::desk::{Desk, PLAIN, small_school};
use crate::school::{School, at};

fn file(folder: &tempfile::TempDir, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// Activities of 114 and the selection of 114 are open.
fn open_school() -> School {
    let school = small_school();
    let registry = school.login("r1");
    for kind in [WindowKind::Activity, WindowKind::Selection] {
        let command = Command::SetWindow {
            kind,
            period: Period::Year(SchoolYear(114)),
            audience: Audience::All,
            opens: at("2026-01-01T08:00"),
            closes: at("2026-06-30T23:59"),
        };
        school.run(&registry, &command).unwrap();
    }
    let terms = Command::SetCurrentTerms {
        outcome: crate::school::TERM,
        activity: crate::school::TERM,
        selection: SchoolYear(114),
    };
    school.run(&registry, &terms).unwrap();
    school
}

fn desk_over(school: School) -> Desk {
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::Activities(ActivitiesPlace::default())));
    desk
}

fn used(desk: &Desk) -> u32 {
    desk.state().snapshot().unwrap().status.activities.used
}

#[test]
fn from_the_question_where_it_belongs_to_a_saved_item() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_over(open_school());
    desk.click_button("新增第一件");
    desk.type_into("找例子", "科展");
    desk.act(Action::Activity(ActivityAction::New(Category::Competition)));
    assert!(desk.state().modal.is_none());
    assert!(desk.has("教育部會查核"), "what the category wants to be known");
    desk.type_into("競賽名稱", "全國科展");
    desk.click_button("新增");
    assert!(desk.state().said.is_some(), "without its date nothing is saved");
    assert_eq!(used(&desk), 0);
    desk.type_into("結果公布日期", "115 年 1 月 5 日");
    assert!(desk.has("115 年 1 月 5 日 (一)"), "a date is said in words");
    desk.type_into("簡述", "量測週期與擺長的關係。");
    desk.type_into("我的標籤", "#科學 物理");
    desk.act(Action::Activity(ActivityAction::PickFile(FormKey::New(
        Category::Competition,
    ))));
    let picking = desk.answer_dialog(vec![file(&folder, "獎狀.pdf", "pdf award")]);
    assert_eq!(
        picking,
        Picking::FileForActivity(FormKey::New(Category::Competition))
    );
    assert!(desk.has("獎狀.pdf"));
    desk.click_button("新增");
    assert_eq!(used(&desk), 1, "{:?}", desk.state().said);
    let item = desk.state().snapshot().unwrap().activities[0].clone();
    assert_eq!(item.title, "全國科展");
    assert_eq!(item.tags, ["科學", "物理"]);
    assert_eq!(item.files.len(), 1);
    assert_eq!(
        desk.state().open_item(),
        Some(item.id),
        "it is open to be completed"
    );
    assert!(
        desk.has("競賽等級、獎項、個人或團體"),
        "what is still missing is named"
    );

    // A number that cannot be is said at its field, and saved only when it is right.
    desk.type_into("獎項", "佳作");
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    desk.settle();
    let item = desk.state().snapshot().unwrap().activities[0].clone();
    assert_eq!(item.facts.version, 2, "{:?}", desk.state().said);
    assert!(!desk.can_press("儲存"), "nothing is unsaved");
    desk.act(Action::Go(Page::Overview));
    assert!(desk.has("全國科展"), "the overview says that it is not complete");
}

#[test]
fn what_is_wrong_is_said_at_the_field_when_it_is_left() {
    let mut desk = desk_over(open_school());
    desk.act(Action::Activity(ActivityAction::New(Category::Flexible)));
    desk.type_into("開設週數", "19");
    assert!(!desk.has("要在 1 到 18 之間"), "not while it is typed");
    desk.type_into("開設名稱", "自主學習");
    assert!(desk.has("要在 1 到 18 之間"));
    desk.type_into("開設週數", "18");
    desk.type_into("開設名稱", "自主學習計畫");
    assert!(!desk.has("要在 1 到 18 之間"));
}

#[test]
fn typed_text_of_a_form_survives_a_lock() {
    let mut desk = desk_over(open_school());
    desk.act(Action::Activity(ActivityAction::New(Category::Work)));
    desk.type_into("名稱", "黃昏的稜線");
    desk.act(Action::Lock);
    desk.type_into("密碼", "demo-s1");
    desk.click_button("解除鎖定");
    assert!(desk.has("未儲存") || desk.has("還沒儲存"));
    let typed = &desk.state().activities.typed[&FormKey::New(Category::Work)];
    assert!(!typed.is_empty());
    desk.click("放棄修改");
    assert!(
        !desk
            .state()
            .activities
            .typed
            .contains_key(&FormKey::New(Category::Work))
    );
}

#[test]
fn a_dropped_file_asks_where_it_belongs_and_goes_along() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk_over(open_school());
    desk.act(Action::Dropped(
        vec![file(&folder, "作品.jpg", "jpg ridge")],
        None,
    ));
    assert!(matches!(
        desk.state().modal,
        Some(Modal::Activity(ActivityQuestion::Choose))
    ));
    assert!(desk.has("有 1 個檔案等著放進來"));
    desk.act(Action::Activity(ActivityAction::New(Category::Work)));
    desk.settle();
    assert!(desk.state().activities.file(Slot::Document).is_some());
    // Let go over an open item it goes into it.
    desk.type_into("名稱", "黃昏的稜線");
    desk.type_into("作品日期", "1150103");
    desk.click_button("新增");
    let item = desk.state().snapshot().unwrap().activities[0].clone();
    desk.act(Action::Dropped(vec![file(&folder, "過程.mp4", "mp4 film")], None));
    desk.settle();
    let item = desk.state().activity(item.id).unwrap();
    assert_eq!(item.files.len(), 2, "{:?}", desk.state().said);
}

#[test]
fn deleting_undoing_copying_and_moving() {
    let mut desk = desk_over(open_school());
    desk.act(Action::Activity(ActivityAction::New(Category::Service)));
    for (field, text) in [
        ("服務名稱", "淨灘"),
        ("開始日期", "115/1/3"),
        ("結束日期", "115/1/3"),
    ] {
        desk.type_into(field, text);
    }
    desk.click_button("新增");
    assert_eq!(used(&desk), 1, "{:?}", desk.state().said);
    desk.click_button("刪除");
    desk.act(Action::Confirm);
    assert_eq!(used(&desk), 0);
    desk.click("復原");
    assert_eq!(used(&desk), 1);
    let item = desk.state().snapshot().unwrap().activities[0].id;
    desk.act(Action::Go(Page::activity(item)));
    desk.click_button("複製");
    desk.act(Action::Confirm);
    assert_eq!(used(&desk), 2);
    let copy = desk.state().open_item().unwrap();
    assert_ne!(copy, item);
    desk.act(Action::Activity(ActivityAction::MoveTo(copy, Category::Other)));
    assert!(desk.state().said.is_some(), "its name is another field there");
}

#[test]
fn a_closed_year_is_read_only_and_offers_a_copy() {
    let mut desk = desk_over(open_school());
    desk.act(Action::Activity(ActivityAction::New(Category::Work)));
    desk.type_into("名稱", "畫");
    desk.type_into("作品日期", "1150103");
    desk.click_button("新增");
    // Somebody was there all the time: the window does not lock.
    desk.clock.set(at("2026-07-01T00:00"));
    desk.act(Action::Touched);
    assert!(!desk.can_press("刪除"));
    assert!(desk.has("複製成新的一件"), "how it can be corrected");
    assert!(desk.has("新學年度開放後可以補傳"));
    // Tags stay one's own.
    desk.type_into("我的標籤", "創作");
    desk.click_button("儲存");
    let item = desk.state().snapshot().unwrap().activities[0].clone();
    assert_eq!(item.tags, ["創作"], "{:?}", desk.state().said);
}

#[test]
fn ticking_ordering_supposing_and_confirming() {
    let school = open_school();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    for title in ["單擺", "槓桿"] {
        let item = school.submitted(&student, title);
        school.item(&teacher, &crate::school::certify(&item));
    }
    let waiting = school.submitted(&student, "浮力");
    assert_eq!(waiting.state(), OutcomeState::Submitted);
    let mut desk = desk_over(school);
    desk.act(Action::Go(Page::Selection));
    assert!(!desk.has("還沒有確認"));
    let candidates: Vec<_> = desk
        .state()
        .selection()
        .unwrap()
        .candidates(Part::Outcomes)
        .to_vec();
    assert_eq!(candidates.len(), 2);
    for found in &candidates {
        desk.act(Action::Choosing(ChoosingAction::Tick(found.id)));
    }
    assert!(desk.has("勾選還沒有確認"));
    let second = candidates[1].title.clone();
    desk.click_button(&format!("「{second}」往前移"));
    let first = desk.state().selection().unwrap().outcomes[0].found.clone();
    assert_eq!(first.title, second);
    desk.click_button("如果有一件沒通過？");
    desk.act(Action::Choosing(ChoosingAction::Suppose(first.id, true)));
    assert!(
        desk.has("還剩 1 件，可以遞補 1 件"),
        "what waits for a teacher could fill it"
    );
    assert!(desk.has("「浮力」（認證中）"));
    desk.click_button("結束試算");
    desk.click_button("確認勾選");
    assert!(desk.has("共有課程學習成果 2 件"));
    desk.act(Action::Confirm);
    assert!(desk.state().selection().unwrap().confirmed.is_some());
    assert!(!desk.has("勾選還沒有確認"));
    desk.click_button(&format!("取消勾選「{second}」"));
    assert!(
        desk.has("勾選還沒有確認"),
        "what was confirmed is not what stands there now"
    );
    desk.act(Action::Go(Page::Overview));
    assert!(desk.has("還沒有確認"));
}

#[test]
fn everything_is_found_as_a_list_and_on_the_time_line() {
    let school = open_school();
    let student = school.login("s1");
    school.draft(&student, "單擺");
    let mut desk = desk_over(school);
    desk.act(Action::Activity(ActivityAction::New(Category::Work)));
    desk.type_into("名稱", "黃昏的稜線");
    desk.type_into("作品日期", "1150103");
    desk.click_button("新增");
    desk.act(Action::Go(Page::Find));
    assert!(desk.has("單擺") && desk.has("黃昏的稜線"));
    desk.type_into("搜尋", "稜線");
    assert!(!desk.has("單擺") && desk.has("黃昏的稜線"));
    desk.act(Action::Find(FindAction::Clear));
    desk.act(Action::Find(FindAction::AsTimeLine(true)));
    desk.click("黃昏的稜線　115 年 1 月 3 日 (六)");
    assert!(matches!(desk.state().route, Route::At(Page::Activities(_))));
}
