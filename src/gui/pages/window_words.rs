//! The four windows in words and looks, for badges, page heads and time lines.

use crate::domain::moment::Moment;
use crate::domain::window::{self, WindowKind};
use crate::engine::StatusView;
use crate::gui::widgets;
use crate::text::{self, WindowLine, WindowQuestion};

/// What a badge says of the window of `kind` at `now`.
pub fn window_words(status: &StatusView, kind: WindowKind, now: Moment) -> WindowLine {
    let question = WindowQuestion {
        library: status.library,
        kind,
        period: status.terms.period(kind),
        window: status.window(kind, now),
        next: status.next_window(kind, now),
    };
    text::window_line(&question, now)
}

/// The look of a phase.
pub const fn look(phase: window::Phase) -> widgets::Phase {
    match phase {
        window::Phase::Unannounced => widgets::Phase::Unannounced,
        window::Phase::NotOpen => widgets::Phase::NotOpen,
        window::Phase::Open => widgets::Phase::Open,
        window::Phase::ClosingSoon => widgets::Phase::ClosingSoon,
        window::Phase::Closed => widgets::Phase::Closed,
    }
}
