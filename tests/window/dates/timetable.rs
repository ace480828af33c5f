//! Windows, last days, extensions and current terms, by the labels a person reads.

use licheng::domain::window::{Audience, WindowKind};
use licheng::gui::action::{Action, Picking};
use licheng::gui::dates::{DatesAction, DatesTab};
use licheng::gui::route::Page;
use licheng::text::dates::page as words;

use crate::desk::{Desk, Look, PLAIN, small_school};
use crate::school::at;

fn office(account: &str) -> Desk {
    // High enough for the whole list.
    let tall = Look {
        size: [1280.0, 1700.0],
        ..PLAIN
    };
    let mut desk = Desk::over_school(small_school(), &tall);
    desk.log_in(account, &format!("demo-{account}"));
    desk
}

fn at_dates(account: &str) -> Desk {
    let mut desk = office(account);
    desk.go_to(words::TITLE);
    assert_eq!(desk.state().route.page(), Some(&Page::Dates(DatesTab::Timetable)));
    desk
}

fn choose(desk: &mut Desk, action: DatesAction) {
    desk.act(Action::Dates(action));
}

fn message(desk: &Desk) -> String {
    let said = desk.state().said.as_ref();
    said.map(|said| format!("{:?}", said.message)).unwrap_or_default()
}

#[test]
fn a_window_is_set_to_the_minute_and_what_was_typed_survives_a_refusal() {
    let mut desk = at_dates("r1");
    desk.click_button(words::SET_WINDOW);
    choose(&mut desk, DatesAction::Kind(WindowKind::Selection));
    desk.type_into(words::OPENS_DATE, "民國115年3月1日");
    desk.type_into(words::OPENS_TIME, "8點");
    desk.type_into(words::CLOSES_DATE, "1150220");
    desk.type_into(words::CLOSES_TIME, "2359");
    desk.click_button(words::SAVE);
    assert!(desk.has(words::UNREADABLE_TIME) && desk.state().modal.is_some());
    desk.type_into(words::OPENS_TIME, "08:30");
    desk.click_button(words::SAVE);
    assert!(
        message(&desk).contains("沒有"),
        "an end before its start: {} {:?}",
        message(&desk),
        desk.state().dates.forms
    );
    assert!(desk.has("115 年 3 月 1 日 (日) 08:30 到 115 年 2 月 20 日 (五) 23:59（台北時間）"));
    desk.type_into(words::CLOSES_DATE, "115-03-20");
    desk.click_button(words::SAVE);
    assert!(desk.state().modal.is_none(), "{}", message(&desk));
    let view = desk.state().dates.view.ready().unwrap();
    let row = view
        .rows
        .iter()
        .find(|row| row.window.kind == WindowKind::Selection)
        .unwrap();
    assert_eq!(
        (row.window.opens, row.window.closes),
        (at("2026-03-01T08:30"), at("2026-03-20T23:59"))
    );
    assert!(desk.has("115 年 3 月 1 日 (日) 08:30 到 115 年 3 月 20 日 (五) 23:59"));

    desk.click_button("移除 114 學年度 勾選");
    desk.click_button(words::REMOVE);
    let view = desk.state().dates.view.ready().unwrap();
    assert!(
        !view
            .rows
            .iter()
            .any(|row| row.window.kind == WindowKind::Selection)
    );
}

#[test]
fn cautions_stand_where_they_belong_and_go_when_cured() {
    let mut desk = at_dates("r1");
    assert!(desk.has("114-1 還沒有填休業式的日期。"));
    desk.click_button("修改 114-1 休業式");
    desk.type_into(words::DATE, "115/1/30");
    desk.click_button(words::SAVE);
    assert!(!desk.has("還沒有填休業式的日期。"), "{}", message(&desk));
    assert!(desk.has("休業式後不到 14 天就截止"));
    desk.click_button("修改 114-1 課程成果上傳");
    desk.type_into(words::CLOSES_DATE, "115/2/13");
    desk.click_button(words::SAVE);
    assert!(!desk.has("休業式後不到 14 天"), "{}", message(&desk));
    desk.click_button("修改 114-1 教師認證");
    desk.type_into(words::CLOSES_DATE, "115/2/12");
    desk.click_button(words::SAVE);
    assert!(desk.has("的認證比上傳早截止。"));
    assert!(desk.state().modal.is_none(), "a caution stops nothing");
}

#[test]
fn time_is_extended_with_a_reason() {
    let mut desk = at_dates("r1");
    desk.click(words::TAB_EXTENSIONS);
    assert!(desk.has(words::NO_EXTENSIONS));
    desk.click_button(words::EXTEND);
    desk.click(words::FOR_STUDENT);
    desk.type_into(words::STUDENT, "s9");
    desk.type_into(words::CLOSES_DATE, "115/2/10");
    desk.type_into(words::REASON, "住院");
    // The button of the question, not the one behind it.
    desk.act(Action::Confirm);
    assert!(message(&desk).contains("s9"), "{}", message(&desk));
    desk.act(Action::CloseModal);
    desk.click_button(words::EXTEND);
    desk.type_into(words::STUDENT, "s1");
    desk.act(Action::Confirm);
    assert!(desk.state().modal.is_none(), "{}", message(&desk));
    assert!(desk.has("原因：住院（註冊組"));
    let view = desk.state().dates.view.ready().unwrap();
    assert!(matches!(
        view.rows.iter().map(|row| &row.window.audience).max(),
        Some(Audience::Student(_))
    ));
    desk.click(words::TAB_TIMETABLE);
    assert!(desk.has("114-1 上傳　林"), "a bar of its own");
    desk.click(words::TAB_EXTENSIONS);
    desk.click_button("移除 林𡘙 114-1 課程成果上傳");
    desk.click_button(words::REMOVE);
    assert!(desk.has(words::NO_EXTENSIONS));
}

#[test]
fn current_terms_are_switched_after_a_question() {
    let mut desk = at_dates("r1");
    let before = desk.state().dates.view.ready().unwrap().terms;
    let mut wanted = before;
    wanted.outcome = before.outcome.next();
    choose(&mut desk, DatesAction::AskTerms(wanted));
    assert!(
        desk.has("課程學習成果由 114-1 換到 114-2")
            && desk.has("還沒有公布時間的有：114-2 課程成果上傳、114-2 教師認證")
    );
    desk.click_button(words::CANCEL);
    assert_eq!(desk.state().snapshot().unwrap().status.terms, before);
    choose(&mut desk, DatesAction::AskTerms(wanted));
    desk.click_button(words::SWITCH);
    assert_eq!(desk.state().snapshot().unwrap().status.terms, wanted);
    assert!(desk.has("114-1 課程成果上傳正在開放，但目前學期還是 114-2"));
}

#[test]
fn dates_are_saved_as_a_calendar_by_office_and_student() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = at_dates("r1");
    for (account, name) in [("r1", "office.ics"), ("s1", "mine.ics")] {
        let to = folder.path().join(name);
        desk.click_button(words::CALENDAR);
        assert_eq!(desk.answer_dialog(vec![to.clone()]), Picking::SaveCalendar);
        let text = std::fs::read_to_string(&to).unwrap();
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{account}: {text}");
        assert!(desk.has(name), "where it went is told");
        desk.act(Action::Logout);
        desk.log_in("s1", "demo-s1");
    }
}

#[test]
fn only_the_office_has_the_page_and_who_only_announces_sees_announcements() {
    for account in ["s1", "t1"] {
        let mut desk = office(account);
        assert!(!desk.has(words::TITLE), "{account}");
        desk.act(Action::Go(Page::Dates(DatesTab::Timetable)));
        assert!(desk.state().dates.view.ready().is_none(), "{account}");
    }
    let desk = at_dates("a1");
    assert!(desk.has(words::CURRENT));
}
