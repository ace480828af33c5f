//! The edge between two panes, which can be dragged, or moved with the arrows while it has the focus.

use eframe::egui::{CursorIcon, EventFilter, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::gui::keys::{Chord, EDGE_LEFT, EDGE_RIGHT};
use crate::gui::theme::{colors, size, stroke};

/// How far one press of an arrow moves, in points.
const STEP: f32 = 16.0;

/// What was done with an edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdgeMove {
    /// In points, to the right.
    pub by: f32,
    /// The pointer was let go: this is where it stays.
    pub done: bool,
}

/// Draws the edge at `x` over the height of `pane`; it is called `name`.
pub fn edge_ui(ui: &Ui, name: &str, pane: Rect, x: f32) -> Option<EdgeMove> {
    let grip = Rect::from_min_max(
        pos2(x - size::EDGE_GRIP / 2.0, pane.top()),
        pos2(x + size::EDGE_GRIP / 2.0, pane.bottom()),
    );
    let id = ui.make_persistent_id(Id::unique(("edge", name)));
    let response = ui
        .interact(grip, id, Sense::drag())
        .on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, ui.is_enabled(), name));
    let c = colors(ui);
    let held = response.hovered() || response.dragged() || response.has_focus();
    let line = if held {
        Stroke::new(stroke::FOCUS, c.accent)
    } else {
        Stroke::new(stroke::HAIR, c.line)
    };
    ui.painter().vline(x, pane.y_range(), line);
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |chord: Chord| ui.input_mut(|input| chord.is_taken(input));
        let by = match (pressed(EDGE_LEFT), pressed(EDGE_RIGHT)) {
            (true, false) => -STEP,
            (false, true) => STEP,
            _ => return None,
        };
        return Some(EdgeMove { by, done: true });
    }
    let done = response.drag_stopped();
    let by = response.drag_delta().x;
    (done || by != 0.0).then_some(EdgeMove { by, done })
}
