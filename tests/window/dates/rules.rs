//! Rules of a term and announcements, by the labels a person reads.

use licheng::domain::file::FileKind;
use licheng::gui::action::Action;
use licheng::gui::dates::{DatesAction, DatesTab};
use licheng::gui::route::Page;
use licheng::text::dates::page as words;

use crate::desk::{Desk, PLAIN, small_school};
use crate::school::TERM;

fn at_tab(tab: DatesTab) -> Desk {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("r1", "demo-r1");
    desk.act(Action::Go(Page::Dates(tab)));
    desk
}

fn rules(desk: &Desk) -> licheng::domain::term_rules::TermRules {
    desk.state().dates.view.ready().unwrap().rules_of(TERM)
}

#[test]
fn limits_are_changed_with_their_source_and_survive() {
    let mut desk = at_tab(DatesTab::Rules);
    let nothing = format!("{}：{}", words::SAVE_RULES, words::NOTHING_TO_SAVE);
    assert!(desk.has(&nothing) && desk.has("改變上限不影響已接受的檔案"));
    let outcomes = "課程學習成果件數上限（件）";
    desk.type_into(outcomes, "二十");
    desk.type_into("證明文件大小上限（MB）", "4.5");
    desk.click_button(words::SAVE_RULES);
    assert!(
        desk.state()
            .said
            .as_ref()
            .unwrap()
            .message
            .what
            .contains("不是數字")
    );
    desk.type_into(outcomes, "15");
    desk.click_button(words::SAVE_RULES);
    let said = desk.state().said.clone().unwrap();
    assert!(said.message.what.contains("依據"), "{said:?}");
    desk.act(Action::Dates(DatesAction::Source("115 年 8 月課發會決議".into())));
    desk.act(Action::Dates(DatesAction::Accept(FileKind::Mp4, false)));
    desk.click_button(words::SAVE_RULES);
    assert!(desk.state().said.is_none(), "{:?}", desk.state().said);
    let saved = rules(&desk);
    assert_eq!(
        (saved.limits.outcomes_per_term, saved.limits.document_bytes),
        (15, 4_718_592)
    );
    assert!(!saved.accepted.contains(&FileKind::Mp4) && saved.source.contains("課發會"));
    assert!(desk.has(&nothing), "nothing is left to save");
    desk.act(Action::Logout);
    desk.log_in("r1", "demo-r1");
    desk.act(Action::Go(Page::Dates(DatesTab::Rules)));
    assert_eq!(rules(&desk), saved);
    assert!(desk.has("註冊組，115 年"), "who set them, and when");
}

#[test]
fn announcements_are_written_changed_and_taken_down() {
    let mut desk = at_tab(DatesTab::Announcements);
    assert!(desk.has(words::NO_ANNOUNCEMENTS));
    desk.click_button(words::ANNOUNCE);
    desk.type_into(words::ANNOUNCEMENT_TEXT, "下星期一停機維護。");
    desk.act(Action::CloseModal);
    desk.click_button(words::ANNOUNCE);
    desk.type_into(words::UNTIL_DATE, "114/1/1");
    desk.act(Action::Confirm);
    assert!(
        desk.state()
            .said
            .as_ref()
            .unwrap()
            .message
            .why
            .contains("沒有晚於")
    );
    desk.type_into(words::UNTIL_DATE, "115/1/12");
    desk.act(Action::Confirm);
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert!(
        desk.has(words::SHOWN) && desk.has("下星期一停機維護。"),
        "what was typed first is kept"
    );
    desk.click_button(words::CHANGE);
    desk.type_into(words::ANNOUNCEMENT_TEXT, "下星期二停機維護。");
    desk.click_button(words::SAVE);
    assert!(desk.has("下星期二停機維護。"));
    desk.act(Action::Go(Page::Staff));
    assert!(desk.has("下星期二停機維護。"));
    desk.act(Action::Go(Page::Dates(DatesTab::Announcements)));
    desk.click_button(words::END);
    desk.act(Action::Confirm);
    assert!(desk.has(words::OVER) && !desk.can_press(words::END));
    desk.act(Action::Go(Page::Staff));
    assert!(!desk.has("停機維護"));
}
