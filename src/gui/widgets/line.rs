//! One line of text for widgets that paint themselves.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Pos2, Ui, pos2};

/// Lays out `text` in one line of at most `max_width` points; what does not fit ends in an ellipsis.
pub(super) fn layout(ui: &Ui, text: &str, font: FontId, color: Color32, max_width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping {
        max_width: max_width.max(0.0),
        max_rows: 1,
        break_anywhere: true,
        ..Default::default()
    };
    ui.painter().layout_job(job)
}

/// Paints `galley` with its left edge and vertical middle at `left_center`; returns where it ends.
pub(super) fn paint(ui: &Ui, left_center: Pos2, galley: Arc<Galley>, color: Color32) -> f32 {
    let size = galley.size();
    ui.painter()
        .galley(pos2(left_center.x, left_center.y - size.y / 2.0), galley, color);
    left_center.x + size.x
}
