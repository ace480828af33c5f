//! When the window has to draw again although nobody touches it.

use std::time::Duration as StdDuration;

use chrono::Duration;

use crate::domain::login::LOCK_AFTER_MINUTES;
use crate::domain::window::WindowKind;

use super::pages::window_words::window_words;
use super::route::Route;
use super::state::State;

/// The longest sleep: phases of items and waiting days follow the clock, too.
const LONGEST_SLEEP_SECONDS: i64 = 60;

/// How long the window may sleep; `None`: nothing shown depends on the clock.
pub fn sleep(state: &State) -> Option<StdDuration> {
    let now = state.now;
    let mut waits: Vec<Duration> = Vec::new();
    if matches!(state.route, Route::At(_)) {
        waits.push(Duration::seconds(LONGEST_SLEEP_SECONDS));
        let lock = state.touched + Duration::minutes(LOCK_AFTER_MINUTES);
        waits.push(lock - now);
        if let Some(data) = state.snapshot() {
            let lines = WindowKind::ALL.map(|kind| window_words(&data.status, kind, now));
            waits.extend(lines.into_iter().filter_map(|line| line.changes_in));
            let announced = data.board.announcements.iter();
            let turns = announced.flat_map(|one| [one.from, one.until]);
            waits.extend(turns.filter(|turn| *turn > now).map(|turn| turn - now));
        }
    }
    waits.extend(state.journal.due_in(now));
    waits.extend(state.toast.as_ref().map(|toast| toast.until - now));
    if let Some(until) = state.forms.paused_until.filter(|until| *until > now) {
        waits.push((until - now).min(Duration::seconds(1)));
    }
    let least = waits.into_iter().min()?;
    // Never a busy loop, whatever the clock does.
    Some(
        least
            .max(Duration::milliseconds(10))
            .to_std()
            .unwrap_or(StdDuration::from_secs(1)),
    )
}
