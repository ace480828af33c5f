//! The scroll bars of the pages. They lie in the gap around the paper, so that whether they are needed moves
//! nothing.

use eframe::egui::{CornerRadius, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Pane;
use super::layout::Layout;
use crate::gui::theme::{colors, size, space};

const THICK: f32 = space::XS;

/// Draws the bars that are needed; where one was pulled to, in pixels.
pub(super) fn bars_ui(
    ui: &mut Ui,
    rect: Rect,
    pane: Pane,
    layout: &Layout,
    offset: [f64; 2],
) -> Option<[f64; 2]> {
    let (content, view) = (layout.content(), layout.view());
    let mut pulled = None;
    for (axis, name) in [(0, "水平捲軸"), (1, "垂直捲軸")] {
        let hidden = content[axis] - view[axis];
        // A page fitted to the width may be a pixel wider by rounding: nothing to scroll for.
        if hidden <= 2.0 {
            continue;
        }
        let track = (rect.size()[axis] - 2.0 * THICK).max(1.0);
        let handle = (track * (view[axis] / content[axis]) as f32)
            .max(size::CONTROL)
            .min(track);
        let start = THICK + (track - handle) * (offset[axis] / hidden).clamp(0.0, 1.0) as f32;
        let place = if axis == 0 {
            let min = pos2(rect.left() + start, rect.bottom() - THICK);
            Rect::from_min_size(min, vec2(handle, THICK))
        } else {
            let min = pos2(rect.right() - THICK, rect.top() + start);
            Rect::from_min_size(min, vec2(THICK, handle))
        };
        let id = Id::unique(("scroll bar", pane, axis));
        let response = ui.interact(place, id, Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, name));
        let strong = response.hovered() || response.dragged();
        let color = colors(ui)
            .ink_faint
            .gamma_multiply(if strong { 1.0 } else { 0.6 });
        let bar = place.shrink(1.0);
        ui.painter()
            .rect_filled(bar, CornerRadius::same((THICK / 2.0) as u8), color);
        if response.dragged() && track > handle {
            let by = f64::from(response.drag_delta()[axis] / (track - handle)) * hidden;
            let mut to = offset;
            to[axis] += by;
            pulled = Some(to);
        }
    }
    pulled
}
