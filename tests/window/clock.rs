//! The clock alone moves badges, phases and buttons, and draws hardly ever.

use std::time::Duration as StdDuration;

use chrono::Duration;
use licheng::domain::window::{Phase, WindowKind};
use licheng::gui::action::Action;
use licheng::gui::route::Page;
use licheng::gui::wake;

use crate::desk::{Desk, PLAIN, small_school};
use crate::school::upload_end;

fn phase(desk: &Desk) -> Phase {
    let now = desk.state().now;
    desk.state()
        .snapshot()
        .unwrap()
        .status
        .phase(WindowKind::OutcomeUpload, now)
}

/// Moves the clock without ten idle minutes passing.
fn go(desk: &mut Desk, left: Duration) {
    desk.clock.set(upload_end() - left);
    desk.act(Action::Touched);
    desk.settle();
}

#[test]
fn badges_and_buttons_follow_the_clock_to_the_second() {
    let school = small_school();
    let session = school.login("s1");
    let item = school.draft(&session, "單擺");
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("s1", "demo-s1");
    go(&mut desk, Duration::hours(73));
    desk.act(Action::Go(Page::item(item.id, item.facts.term)));
    assert_eq!(phase(&desk), Phase::Open);
    assert!(desk.has("開放中 3 天 1 小時"));
    assert!(desk.can_press("送出認證") && desk.can_press("刪除"));

    go(&mut desk, Duration::hours(71));
    assert_eq!(phase(&desk), Phase::ClosingSoon);
    assert!(desk.has("即將截止 2 天 23 小時"));
    assert!(desk.can_press("送出認證"));

    go(&mut desk, Duration::seconds(1));
    assert!(desk.has("即將截止 1 秒"));
    assert!(desk.can_press("送出認證"));

    go(&mut desk, Duration::zero());
    assert_eq!(phase(&desk), Phase::Closed);
    assert!(desk.has("已截止"));
    assert!(desk.has("逾期未送出"));
    assert!(!desk.can_press("送出認證") && !desk.can_press("刪除"));
    assert!(!desk.can_press("新增"));
}

#[test]
fn an_idle_window_draws_at_most_twice_a_minute() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    go(&mut desk, Duration::hours(30));
    desk.act(Action::DismissToast);
    let mut frames = 0;
    let mut passed = StdDuration::ZERO;
    while passed < StdDuration::from_secs(9 * 60) {
        let sleep = wake::sleep(desk.state()).unwrap();
        passed += sleep;
        frames += 1;
        desk.clock.advance(Duration::from_std(sleep).unwrap());
        desk.harness.run();
    }
    assert!(frames <= 18, "{frames} frames in nine minutes");
    desk.act(Action::Lock);
    assert_eq!(wake::sleep(desk.state()), None, "a locked window sleeps");
}

#[test]
fn the_window_wakes_when_a_badge_changes() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    go(&mut desk, Duration::hours(72) + Duration::seconds(20));
    let sleep = wake::sleep(desk.state()).unwrap();
    assert!(sleep <= StdDuration::from_secs(21), "{sleep:?}");
    go(&mut desk, Duration::seconds(30));
    let sleep = wake::sleep(desk.state()).unwrap();
    assert!(sleep <= StdDuration::from_secs(1), "{sleep:?}");
}
