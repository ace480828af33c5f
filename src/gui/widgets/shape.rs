//! The shapes of states and phases: told apart without colour.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

use crate::gui::icons;
use crate::gui::theme::{Colors, Tint, size, stroke};

/// How an item stands: decides shape and colour. The word is handed to the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// ○ hollow
    Draft,
    /// ◐ half
    Submitted,
    /// ● with a check
    Certified,
    /// ◇ with a bang
    Returned,
}

impl State {
    /// All states, in the order an item runs through them.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Certified, Self::Returned];

    /// The colours of this state.
    pub const fn tint(self, colors: &Colors) -> Tint {
        match self {
            Self::Draft => colors.draft,
            Self::Submitted => colors.submitted,
            Self::Certified => colors.certified,
            Self::Returned => colors.returned,
        }
    }

    pub(super) fn paint(self, painter: &Painter, center: Pos2, tint: Tint) {
        let line = Stroke::new(stroke::SHAPE, tint.ink);
        let r = size::SHAPE / 2.0;
        match self {
            Self::Draft => {
                painter.circle_stroke(center, r - stroke::SHAPE / 2.0, line);
            }
            Self::Submitted => {
                painter.circle_stroke(center, r - stroke::SHAPE / 2.0, line);
                let half = (0..=16).map(|i| {
                    let angle = TAU * (0.25 + i as f32 / 32.0);
                    center + (r - stroke::SHAPE / 2.0) * vec2(angle.cos(), angle.sin())
                });
                painter.add(Shape::convex_polygon(half.collect(), tint.ink, Stroke::NONE));
            }
            Self::Certified => {
                painter.circle_filled(center, r, tint.ink);
                let check = [vec2(-0.45, 0.05), vec2(-0.12, 0.38), vec2(0.47, -0.32)];
                painter.line(
                    check.map(|v| center + r * v).to_vec(),
                    Stroke::new(stroke::SHAPE, tint.soft),
                );
            }
            Self::Returned => {
                let r = r + 1.0;
                let corners = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)];
                painter.add(Shape::closed_line(
                    corners.map(|v| center + v).to_vec(),
                    Stroke::new(stroke::HAIR + 0.5, tint.ink),
                ));
                painter.line_segment(
                    [center + vec2(0.0, -0.45 * r), center + vec2(0.0, 0.1 * r)],
                    Stroke::new(stroke::SHAPE, tint.ink),
                );
                painter.circle_filled(center + vec2(0.0, 0.42 * r), stroke::SHAPE / 2.0, tint.ink);
            }
        }
    }
}

/// Where a window of time stands. The words are handed to the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// 尚未公布: dotted ring
    Unannounced,
    /// 未開放: clock
    NotOpen,
    /// 開放中: open ring
    Open,
    /// 即將截止: filled, amber
    ClosingSoon,
    /// 已截止: lock
    Closed,
}

impl Phase {
    /// All phases, in the order of time.
    pub const ALL: [Self; 5] = [
        Self::Unannounced,
        Self::NotOpen,
        Self::Open,
        Self::ClosingSoon,
        Self::Closed,
    ];

    /// The colour of shape and words.
    pub const fn ink(self, colors: &Colors) -> Color32 {
        match self {
            Self::Unannounced | Self::NotOpen | Self::Closed => colors.ink_soft,
            Self::Open => colors.accent,
            Self::ClosingSoon => colors.on_closing,
        }
    }

    /// The surface under them.
    pub const fn fill(self, colors: &Colors) -> Color32 {
        match self {
            Self::Unannounced | Self::NotOpen => colors.surface_raised,
            Self::Open => colors.accent_soft,
            Self::ClosingSoon => colors.closing,
            Self::Closed => colors.surface_sunken,
        }
    }

    pub(super) fn paint(self, painter: &Painter, center: Pos2, ink: Color32) {
        let r = size::SHAPE / 2.0;
        match self {
            Self::Unannounced => {
                for i in 0..8 {
                    let angle = TAU * i as f32 / 8.0;
                    painter.circle_filled(
                        center + r * vec2(angle.cos(), angle.sin()),
                        stroke::SHAPE / 2.0,
                        ink,
                    );
                }
            }
            Self::NotOpen => {
                icons::paint(painter, center, icons::CLOCK, ink);
            }
            Self::Open => {
                painter.circle_stroke(center, r - stroke::FOCUS / 2.0, Stroke::new(stroke::FOCUS, ink));
            }
            Self::ClosingSoon => {
                icons::paint(painter, center, icons::HOURGLASS, ink);
            }
            Self::Closed => {
                icons::paint(painter, center, icons::LOCK, ink);
            }
        }
    }
}
