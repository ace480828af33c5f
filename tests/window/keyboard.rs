//! What the keyboard does, and where badges and questions lead.

use eframe::egui::{Key, Modifiers};
use licheng::domain::seed::SeedRule;
use licheng::gui::action::Action;
use licheng::gui::activities::ActivitiesPlace;
use licheng::gui::modal::Modal;
use licheng::gui::route::{OutcomesPlace, Page, Route};
use licheng::text::faq;

use crate::desk::{Desk, PLAIN, small_school};

fn press(desk: &mut Desk, modifiers: Modifiers, key: Key) {
    desk.harness.key_press_modifiers(modifiers, key);
    desk.settle();
}

#[test]
fn keys_open_what_they_promise_and_escape_closes_it() {
    let school = small_school();
    let session = school.login("s1");
    let item = school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    press(&mut desk, Modifiers::COMMAND, Key::N);
    assert!(matches!(desk.state().modal, Some(Modal::Add(_))));
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(desk.state().modal.is_none());
    press(&mut desk, Modifiers::NONE, Key::F1);
    assert!(matches!(desk.state().modal, Some(Modal::Keys)));
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(desk.state().modal.is_none());

    desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    desk.type_into("標題", "單擺實驗");
    press(&mut desk, Modifiers::COMMAND, Key::S);
    assert_eq!(desk.state().item(item.id).unwrap().title, "單擺實驗");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert_eq!(desk.state().place().unwrap().item, None);

    press(&mut desk, Modifiers::COMMAND, Key::L);
    assert!(matches!(desk.state().route, Route::Locked { .. }));
    press(&mut desk, Modifiers::COMMAND, Key::N);
    assert!(desk.state().modal.is_none(), "a locked window does nothing");
}

#[test]
fn letters_typed_into_a_field_are_letters() {
    let school = small_school();
    let session = school.login("s1");
    let item = school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    desk.type_into("簡述", "為什麼?");
    assert!(desk.state().modal.is_none());
    let edit = desk.state().edit(item.id).unwrap();
    assert_eq!(edit.description.as_deref(), Some("為什麼?"));
}

#[test]
fn badges_lead_to_their_pages() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    desk.click("多元表現 0 / 20");
    assert_eq!(
        desk.state().route,
        Route::At(Page::Activities(ActivitiesPlace::default()))
    );
    desk.click("勾選·113 學年度 尚未公布");
    assert_eq!(desk.state().route, Route::At(Page::Selection));
    desk.click("課程學習成果 0 / 20");
    assert_eq!(
        desk.state().route,
        Route::At(Page::Outcomes(OutcomesPlace::default()))
    );
}

#[test]
fn every_question_is_on_its_page_and_can_be_found() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    let limits = desk.state().snapshot().unwrap().status.limits.clone();
    desk.act(Action::Go(Page::Faq(None)));
    for rule in SeedRule::ALL {
        let entry = faq::entry(rule, &limits);
        assert!(desk.has(entry.question), "{rule:?}");
        for paragraph in entry.answer.split('\n').filter(|paragraph| !paragraph.is_empty()) {
            assert!(desk.has(paragraph), "{rule:?}: {paragraph}");
        }
    }
    desk.type_into("搜尋問題", "獎狀");
    assert!(desk.has("證書或獎狀比較晚才拿到"));
    assert!(!desk.has("一定要上傳嗎"));
}
