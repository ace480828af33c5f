//! Windows in words: one short state for a badge, one long sentence for hover and page heads.

use chrono::Duration;

use crate::domain::act::LibraryKind;
use crate::domain::moment::Moment;
use crate::domain::window::{self, CLOSING_SOON_HOURS, Period, Phase, Window, WindowKind};

use super::labels::{self, phase_name};
use super::time::{countdown, next_countdown_change, roc_moment, roc_moment_zoned};

/// The window that is to be worded, as it counts for one person.
#[derive(Debug, Clone, Copy)]
pub struct WindowQuestion<'a> {
    pub library: LibraryKind,
    pub kind: WindowKind,
    pub period: Period,
    /// The effective window; `None` while no dates are announced.
    pub window: Option<&'a Window>,
    /// The next window of this kind to open, of any period, if one is known.
    pub next: Option<&'a Window>,
}

/// A window in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowLine {
    pub phase: Phase,
    /// `課程成果上傳·114-1`
    pub name: String,
    /// `開放中，還有 2 天 5 小時`
    pub status: String,
    /// `還有 2 天 5 小時` to the closing, or to the opening of one that is 未開放; `None` where nothing runs.
    pub time_left: Option<String>,
    /// One or more whole sentences with dates and zone.
    pub sentence: String,
    /// After this time the texts above differ; `None` if they never will by themselves.
    pub changes_in: Option<Duration>,
}

/// Words one window at `now`.
pub fn window_line(question: &WindowQuestion<'_>, now: Moment) -> WindowLine {
    let phase = window::phase_of(question.window, now);
    let until = question.window.and_then(|window| match phase {
        Phase::NotOpen => Some(window.opens),
        Phase::Open | Phase::ClosingSoon => Some(window.ends()),
        Phase::Closed | Phase::Unannounced => None,
    });
    let time_left = until.and_then(|until| countdown(until, now));
    WindowLine {
        phase,
        name: format!(
            "{}·{}",
            labels::window_kind(question.kind),
            labels::period(question.period)
        ),
        status: status(question, phase, time_left.as_deref()),
        sentence: sentence(question, phase, time_left.as_deref()),
        time_left,
        changes_in: until.and_then(|until| changes_in(phase, until, now)),
    }
}

fn status(question: &WindowQuestion<'_>, phase: Phase, time_left: Option<&str>) -> String {
    if phase == Phase::Unannounced && question.library.is_personal() {
        return "未設日期".to_owned();
    }
    match time_left {
        Some(left) => format!("{}，{left}", phase_name(phase)),
        None => phase_name(phase).to_owned(),
    }
}

fn sentence(question: &WindowQuestion<'_>, phase: Phase, time_left: Option<&str>) -> String {
    let subject = labels::window_subject(question.kind, question.period);
    let name = phase_name(phase);
    let left = time_left.map(|left| format!("，{left}")).unwrap_or_default();
    match (phase, question.window) {
        (Phase::Unannounced, _) | (_, None) if question.library.is_personal() => {
            format!("{subject}：還沒有設定日期，隨時都可以修改，不會截止。")
        }
        (Phase::Unannounced, _) | (_, None) => {
            format!(
                "{subject}：{name}。學校公布日期以前，還不能{}。",
                labels::window_acts(question.kind)
            )
        }
        (Phase::NotOpen, Some(window)) => format!(
            "{subject}：{name}，{} 開放{left}；{} 截止（台北時間）。",
            roc_moment(window.opens),
            roc_moment(window.closes)
        ),
        (Phase::Open | Phase::ClosingSoon, Some(window)) => {
            format!(
                "{subject}：{name}，{} 截止（台北時間）{left}。",
                roc_moment(window.closes)
            )
        }
        (Phase::Closed, Some(window)) => format!(
            "{subject}：{name}，截止時間是 {}。{}",
            roc_moment_zoned(window.closes),
            next_opening(question.next)
        ),
    }
}

/// `115 年 12 月 5 日 (六) 00:00 截止`: where a window in this phase ends next.
pub fn window_edge(window: &Window, phase: Phase) -> String {
    match phase {
        Phase::Unannounced => String::new(),
        Phase::NotOpen => format!("{} 開放", roc_moment(window.opens)),
        Phase::Open | Phase::ClosingSoon | Phase::Closed => format!("{} 截止", roc_moment(window.closes)),
    }
}

/// When the next window opens, or that nobody knows yet.
pub(super) fn next_opening(next: Option<&Window>) -> String {
    match next {
        Some(next) => format!(
            "下一次開放的是 {}：{} 開放。",
            labels::window_subject(next.kind, next.period),
            roc_moment(next.opens)
        ),
        None => "下一次的開放日期還沒有公布。".to_owned(),
    }
}

fn changes_in(phase: Phase, until: Moment, now: Moment) -> Option<Duration> {
    let text = next_countdown_change(until, now)?;
    let closing_soon = until - now - Duration::hours(CLOSING_SOON_HOURS) + Duration::nanoseconds(1);
    match phase {
        Phase::Open => Some(text.min(closing_soon)),
        Phase::Unannounced | Phase::NotOpen | Phase::ClosingSoon | Phase::Closed => Some(text),
    }
}
