//! Announcements and own extensions at the top of the overview.

use chrono::Duration;
use licheng::domain::window::{Period, WindowKind};
use licheng::engine::{Command, DatesCommand, Extension, ExtensionFor};
use licheng::gui::action::Action;
use licheng::gui::dates::{DateField, DatesAction, DatesTab, FormOf};
use licheng::gui::route::Page;
use licheng::store::SharedMemory;
use licheng::text::time::roc_moment;

use super::announce;
use crate::desk::{Desk, PLAIN, school_in, small_school};
use crate::school::{TERM, upload_end};

const NOW: &str = "下星期一停機維護，請先存好自己的檔案。";
const LATER: &str = "勾選下個月開始。";

#[test]
fn everybody_reads_what_is_announced_while_it_lasts() {
    let school = small_school();
    let now = school.engine.now();
    let registry = school.login("r1");
    let (soon, end) = (now + Duration::hours(2), now + Duration::hours(5));
    school.run(&registry, &announce(None, NOW, now, soon)).unwrap();
    school.run(&registry, &announce(None, LATER, soon, end)).unwrap();
    let mut desk = Desk::over_school(school, &PLAIN);
    for account in ["s1", "t1", "r1"] {
        desk.log_in(account, &format!("demo-{account}"));
        if account == "t1" {
            desk.act(Action::Go(Page::Staff));
        }
        assert!(desk.has(NOW) && !desk.has(LATER), "{account}");
        let until = format!("註冊組　顯示到 {}", roc_moment(soon));
        assert!(desk.has(&until), "{account}: {until}");
        desk.act(Action::Logout);
    }
    desk.log_in("s1", "demo-s1");
    for (moment, first, second) in [(soon, false, true), (end, false, false)] {
        desk.clock.set(moment);
        desk.act(Action::Touched);
        assert_eq!((desk.has(NOW), desk.has(LATER)), (first, second), "{moment}");
    }
}

#[test]
fn who_was_given_time_is_told_so_and_nobody_else() {
    let school = small_school();
    let extension = Extension {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        whom: ExtensionFor::Student("s1".into()),
        opens: None,
        closes: upload_end() + Duration::days(3),
        reason: "住院".into(),
    };
    let extend = Command::Dates(DatesCommand::Extend(extension));
    school.run(&school.login("r1"), &extend).unwrap();
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    assert!(desk.has("你的時間有延長") && desk.has("原因：住院。"));
    desk.act(Action::Logout);
    desk.log_in("s2", "demo-s2");
    assert!(!desk.has("你的時間有延長"));
}

#[test]
fn an_announcement_half_written_outlives_a_crash_until_it_is_published() {
    let memory = SharedMemory::default();
    let school = school_in(memory.clone());
    let clock = school.clock.clone();
    let mut desk = Desk::over_school(school, &PLAIN);
    let begin = |desk: &mut Desk| {
        desk.log_in("r1", "demo-r1");
        desk.act(Action::Go(Page::Dates(DatesTab::Announcements)));
        desk.act(Action::Dates(DatesAction::Open(FormOf::NewAnnouncement)));
    };
    let written = |desk: &Desk| {
        desk.state().dates.forms[&FormOf::NewAnnouncement]
            .text(DateField::Text)
            .to_owned()
    };
    begin(&mut desk);
    desk.act(Action::Dates(DatesAction::Typed(DateField::Text, NOW.to_owned())));
    drop(desk);

    let mut desk = Desk::over_memory(memory, clock);
    begin(&mut desk);
    assert_eq!(written(&desk), NOW);
    desk.act(Action::Dates(DatesAction::Typed(
        DateField::ToDate,
        "115/12/1".to_owned(),
    )));
    desk.act(Action::Confirm);
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    desk.act(Action::Logout);
    begin(&mut desk);
    assert_eq!(written(&desk), "", "what was published is not kept");
}
