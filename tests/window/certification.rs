//! The certification panel, by its keys and its labels, over the real engine.

use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, vec2,
};
use egui_kittest::kittest::Queryable;
use licheng::domain::access::Role;
use licheng::domain::id::{ItemId, RequestId};
use licheng::domain::outcome::{OutcomeState, ReturnReason};
use licheng::engine::{Command, ItemView};
use licheng::gui::action::Action;
use licheng::gui::certification::{PanelAction, ReturnOf, Which};
use licheng::gui::modal::Modal;
use licheng::gui::route::{Page, Route};
use licheng::gui::state::ToastUndo;
use licheng::gui::viewer::{Pane, ViewerAction};
use licheng::store::SharedMemory;
use licheng::text::certification as words;
use licheng::worker::{Request, Ticket};

use crate::desk::{Desk, Look, PLAIN, school_in, small_school};
use crate::school::{School, give_back, upload_end};

/// The desk of 陳老師, with so many items of one student waiting, the oldest first.
pub fn desk_with(titles: &[&str]) -> (Desk, Vec<ItemView>) {
    let school = small_school();
    let items = submit(&school, titles);
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("t1", "demo-t1");
    (desk, items)
}

fn submit(school: &School, titles: &[&str]) -> Vec<ItemView> {
    let student = school.login("s1");
    titles
        .iter()
        .map(|title| {
            let item = school.submitted(&student, title);
            let later = licheng::engine::Clock::now(&*school.clock) + chrono::Duration::minutes(1);
            school.clock.set(later);
            item
        })
        .collect()
}

pub fn press(desk: &mut Desk, key: Key) {
    desk.harness.key_press(key);
    desk.settle();
}

pub fn state_of(desk: &Desk, item: &ItemView) -> OutcomeState {
    desk.state().panel.row(item.id).unwrap().state
}

pub fn open(desk: &Desk) -> Option<ItemId> {
    desk.state().panel.selection.open
}

#[test]
fn a_queue_is_certified_returned_and_undone_by_keys_alone() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧", "浮力"]);
    assert_eq!(
        desk.state().route,
        Route::At(Page::Certification),
        "something waits"
    );
    assert_eq!(open(&desk), Some(items[0].id), "the longest waiting");

    press(&mut desk, Key::A);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Certified);
    assert_eq!(open(&desk), Some(items[1].id));
    let toast = desk.state().toast.as_ref().unwrap();
    assert_eq!(toast.undo, Some(ToastUndo::Decision));
    assert!(desk.has("已認證：林𡘙 物理"));

    press(&mut desk, Key::F);
    press(&mut desk, Key::Num4);
    press(&mut desk, Key::Enter);
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Returned);
    assert_eq!(open(&desk), Some(items[2].id));

    press(&mut desk, Key::U);
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Submitted);
    assert_eq!(open(&desk), Some(items[1].id), "back to what was taken back");
    press(&mut desk, Key::U);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Submitted);
    press(&mut desk, Key::ArrowDown);
    assert_eq!(open(&desk), Some(items[1].id));
    press(&mut desk, Key::J);
    press(&mut desk, Key::K);
    press(&mut desk, Key::N);
    assert_eq!(open(&desk), Some(items[2].id));
    press(&mut desk, Key::N);
    assert_eq!(open(&desk), Some(items[0].id), "again from the beginning");
}

#[test]
fn a_key_that_is_held_down_decides_once() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧"]);
    for repeat in [true, true] {
        desk.harness.event(Event::Key {
            key: Key::A,
            physical_key: Some(Key::A),
            pressed: true,
            repeat,
            modifiers: Modifiers::NONE,
        });
        desk.settle();
    }
    // egui marks a second press without a release as a repeat.
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Certified);
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Submitted);
}

#[test]
fn with_bopomofo_switched_on_the_keys_are_known_by_their_place() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧"]);
    // What winit tells of the key A while 注音 is on: no Latin letter, only its place, and a sign.
    desk.harness.event(Event::Key {
        key: Key::A,
        physical_key: Some(Key::A),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    desk.harness.event(Event::Text("ㄇ".into()));
    desk.settle();
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Certified);
    assert_eq!(desk.state().panel.filter.search, "");
}

#[test]
fn letters_typed_into_a_field_decide_nothing() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧"]);
    press(&mut desk, Key::Slash);
    for key in [Key::A, Key::N, Key::U] {
        press(&mut desk, key);
    }
    desk.harness.event(Event::Text("彈".into()));
    desk.settle();
    assert_eq!(desk.state().panel.filter.search, "彈");
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Submitted);
    assert_eq!(desk.state().panel.listing.order, [items[1].id]);
    press(&mut desk, Key::Escape);
    press(&mut desk, Key::N);
    assert_eq!(open(&desk), Some(items[1].id));
}

#[test]
fn every_decision_has_a_button_and_the_map_names_the_keys() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧"]);
    desk.click_button(words::CERTIFY);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Certified);
    desk.click_button(words::RETURN);
    assert!(!desk.can_press(words::CONFIRM_RETURN), "no reason yet");
    desk.click("3 檔案打不開");
    desk.click_button(words::CONFIRM_RETURN);
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Returned);
    desk.click_button(words::UNDO);
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Submitted);
    press(&mut desk, Key::Questionmark);
    assert!(matches!(desk.state().modal, Some(Modal::Keys)));
    assert!(desk.has("認證成功，並到下一件"));
    press(&mut desk, Key::A);
    assert_eq!(
        state_of(&desk, &items[1]),
        OutcomeState::Submitted,
        "a question is open"
    );
}

#[test]
fn another_reason_needs_words_and_enter_in_the_words_confirms() {
    let (mut desk, items) = desk_with(&["單擺"]);
    press(&mut desk, Key::F);
    press(&mut desk, Key::Num6);
    assert!(!desk.can_press(words::CONFIRM_RETURN));
    desk.harness.event(Event::Text("請補上第 2 頁".into()));
    desk.settle();
    let draft = desk.state().panel.returns.draft(ReturnOf::Item(items[0].id));
    assert_eq!(
        draft.unwrap().note,
        "請補上第 2 頁",
        "the field was ready for words"
    );
    press(&mut desk, Key::Enter);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Returned);
    let case = desk.state().panel.case().unwrap();
    let decision = case.item.decisions.last().unwrap();
    assert_eq!(decision.reason, Some(ReturnReason::Other));
    assert_eq!(decision.note, "請補上第 2 頁");
}

#[test]
fn a_note_outlives_lock_and_crash() {
    let memory = SharedMemory::default();
    let school = school_in(memory.clone());
    let items = submit(&school, &["單擺", "彈簧"]);
    let clock = school.clock.clone();
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("t1", "demo-t1");
    press(&mut desk, Key::F);
    press(&mut desk, Key::Num2);
    desk.type_into(words::NOTE, "這是歷史課的作業");
    desk.act(Action::Lock);
    desk.type_into("密碼", "demo-t1");
    desk.click_button("解除鎖定");
    assert!(desk.has("這是歷史課的作業") || desk.state().panel.returns.open.is_some());
    drop(desk);
    let mut desk = Desk::over_memory(memory, clock);
    desk.log_in("t1", "demo-t1");
    assert_eq!(open(&desk), Some(items[0].id));
    assert!(desk.has(words::DRAFT_LEFT));
    press(&mut desk, Key::F);
    let draft = desk
        .state()
        .panel
        .returns
        .draft(ReturnOf::Item(items[0].id))
        .unwrap();
    assert_eq!(draft.reason, Some(ReturnReason::WrongCourse));
    assert_eq!(draft.note, "這是歷史課的作業");
}

#[test]
fn a_late_return_names_its_consequence_and_needs_a_second_yes() {
    let (mut desk, items) = desk_with(&["單擺"]);
    desk.at(upload_end() + chrono::Duration::hours(1));
    // So long a time locks the window.
    desk.type_into("密碼", "demo-t1");
    desk.click_button("解除鎖定");
    press(&mut desk, Key::F);
    press(&mut desk, Key::Num4);
    press(&mut desk, Key::Enter);
    assert!(desk.has("退回後學生已不能修改，這件將無法勾選"));
    desk.click_button(words::LOCKOUT_CANCEL);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Submitted);
    press(&mut desk, Key::Enter);
    desk.click_button(words::LOCKOUT_CONFIRM);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Returned);
}

/// Another teacher's session decides through the same engine.
fn decide_elsewhere(desk: &mut Desk, account: &str, item: &ItemView) {
    let password = licheng::engine::Secret::new(format!("demo-{account}"));
    let session = {
        let worker = desk.app().worker();
        worker.send(
            Ticket(900_000),
            Request::Login {
                account: account.into(),
                password,
            },
        );
        let messages = worker.wait_idle(std::time::Duration::from_secs(60));
        messages
            .into_iter()
            .find_map(|message| match message {
                licheng::worker::Message::Answer { answer, .. } => match *answer {
                    Ok(licheng::worker::Answer::LoggedIn(session)) => Some(session),
                    _ => None,
                },
                _ => None,
            })
            .unwrap()
    };
    desk.app().worker().send(
        Ticket(900_001),
        Request::Run {
            session,
            // Given again, a request would get its first answer.
            request: RequestId(900_000 + u128::from(item.facts.version)),
            command: give_back(item.id, item.facts.version, false),
        },
    );
    desk.settle();
    // The worker tells of it only after it is idle again; the window hears it now.
    desk.act(Action::Heard(licheng::worker::Message::LibraryChanged));
}

#[test]
fn what_somebody_else_decides_meanwhile_is_shown_and_never_overwritten() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧", "浮力"]);
    desk.act(Action::Panel(PanelAction::MarkAll));
    press(&mut desk, Key::A);
    assert!(
        desk.has(&words::batch_unopened(2)),
        "only the first was on the screen"
    );
    decide_elsewhere(&mut desk, "t3", &items[1]);
    press(&mut desk, Key::Enter);
    assert!(desk.has(&words::summary_title(2, 1)));
    assert_eq!(
        state_of(&desk, &items[1]),
        OutcomeState::Returned,
        "as the other left it"
    );
    press(&mut desk, Key::Escape);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Certified);
    press(&mut desk, Key::U);
    for place in [0, 2] {
        assert_eq!(
            state_of(&desk, &items[place]),
            OutcomeState::Submitted,
            "one batch is one undo"
        );
    }
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Returned);

    desk.act(Action::Panel(PanelAction::Back(items[2].id)));
    let again = ItemView {
        facts: desk.state().panel.case().unwrap().item.facts.clone(),
        ..items[2].clone()
    };
    decide_elsewhere(&mut desk, "t3", &again);
    assert!(desk.has("這件剛才由 代理老師 改為認證失敗"));
    assert!(
        !desk.can_press(words::CERTIFY),
        "the buttons follow the new state"
    );
}

#[test]
fn who_has_no_courses_has_no_panel() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    assert!(desk.harness.query_all_by_label(words::TITLE).next().is_none());
    press(&mut desk, Key::A);
    desk.act(Action::Logout);
    desk.log_in("r1", "demo-r1");
    assert_eq!(desk.state().route, Route::At(Page::Staff));
    assert!(!desk.has(words::MY_COURSES));
    desk.act(Action::Logout);
    desk.log_in("t1", "demo-t1");
    assert!(desk.state().session.as_ref().unwrap().has(Role::Teacher));
    assert_eq!(desk.state().route, Route::At(Page::Staff), "nothing waits");
    assert!(desk.has(words::MY_COURSES));
}

#[test]
fn a_course_of_the_overview_leads_to_its_queue() {
    let (mut desk, items) = desk_with(&["單擺"]);
    desk.act(Action::Go(Page::Staff));
    assert!(desk.has("待處理 1"));
    desk.click_button(words::TITLE);
    assert_eq!(desk.state().route, Route::At(Page::Certification));
    assert_eq!(open(&desk), Some(items[0].id));
    assert!(desk.state().panel.filter.course.is_some());
}

#[test]
fn the_panes_scroll_by_themselves() {
    let titles: Vec<String> = (0..18).map(|number| format!("作品 {number:02}")).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let school = small_school();
    submit(&school, &titles);
    let low = Look {
        size: [1280.0, 600.0],
        ..PLAIN
    };
    let mut desk = Desk::over_school(school, &low);
    desk.log_in("t1", "demo-t1");
    let place = |desk: &Desk, label: &str| {
        desk.harness
            .query_all_by_label_contains(label)
            .next()
            .map(|node| node.rect().top())
            .unwrap()
    };
    let (row, fact) = (place(&desk, "作品 05"), place(&desk, words::CODE));
    wheel(&mut desk, Pos2::new(200.0, 500.0));
    let moved = place(&desk, "作品 05");
    assert!(moved < row - 50.0, "the queue moved");
    assert_eq!(place(&desk, words::CODE), fact, "the record did not");
    wheel(&mut desk, Pos2::new(1200.0, 300.0));
    assert!(place(&desk, words::CODE) < fact, "now the record moved");
    assert_eq!(place(&desk, "作品 05"), moved, "and the queue did not");
}

fn wheel(desk: &mut Desk, at: Pos2) {
    desk.harness.event(Event::PointerMoved(at));
    desk.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -120.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    desk.settle();
}

#[test]
fn an_edge_is_dragged_and_stays_where_it_is_put() {
    for size in [[1280.0, 800.0], [1024.0, 700.0]] {
        edge_stays(size);
    }
}

fn edge_stays(size: [f32; 2]) {
    let school = small_school();
    submit(&school, &["單擺"]);
    let mut desk = Desk::over_school(school, &Look { size, ..PLAIN });
    desk.log_in("t1", "demo-t1");
    let (_, record) = desk.state().preferences.panel_widths();
    let edge = desk.harness.get_by_label(words::QUEUE_EDGE).rect().center();
    let button = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let there = edge + vec2(30.0, 0.0);
    for event in [
        Event::PointerMoved(edge),
        button(true, edge),
        Event::PointerMoved(there),
        button(false, there),
    ] {
        desk.harness.event(event);
        desk.settle();
    }
    let (_, same) = desk.state().preferences.panel_widths();
    let now = desk.harness.get_by_label(words::QUEUE_EDGE).rect().center();
    assert!((now.x - there.x).abs() < 2.0, "{size:?}: {there:?} {now:?}");
    assert_eq!(same, record, "the other pane's width is not forgotten");
}

#[test]
fn the_document_stands_alone_and_in_a_second_window_and_comes_back() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧"]);
    desk.act(Action::Viewer(ViewerAction::TogglePane(Pane::Alone)));
    assert!(!desk.has(words::OWN_WORK));
    press(&mut desk, Key::A);
    assert_eq!(
        state_of(&desk, &items[0]),
        OutcomeState::Certified,
        "the keys go on"
    );
    press(&mut desk, Key::Escape);
    assert!(desk.has(words::OWN_WORK));
    desk.act(Action::Viewer(ViewerAction::TogglePane(Pane::SecondWindow)));
    assert!(desk.has(words::IN_SECOND_WINDOW));
    // Without windows of its own the document lies over the panes, and over the button there.
    desk.act(Action::Viewer(ViewerAction::TogglePane(Pane::Beside)));
    assert!(!desk.has(words::IN_SECOND_WINDOW));
}

#[test]
fn bytes_that_were_returned_before_are_told() {
    let school = small_school();
    let student = school.login("s1");
    let item = school.submitted(&student, "單擺");
    let teacher = school.login("t1");
    school
        .run(&teacher, &give_back(item.id, item.facts.version, false))
        .unwrap();
    let again = Command::SubmitOutcome {
        item: item.id,
        seen: item.facts.version + 1,
    };
    school.run(&student, &again).unwrap();
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("t1", "demo-t1");
    assert!(desk.has(words::RETURNED_BY_YOU_WHY));
    assert!(desk.has("第 2 次送出"));
    assert!(desk.has("上傳成上週的檔案了"), "what was said then");
    desk.act(Action::Panel(PanelAction::Which(Which::Returned)));
    assert!(desk.has(words::NOTHING_FOUND));
}
