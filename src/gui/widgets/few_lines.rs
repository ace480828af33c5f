//! A text in the room that is left of a row, on a few lines.

use eframe::egui::{Align, FontSelection, Label, Response, RichText, TextWrapMode, Ui, WidgetText};

/// Wraps `text` into the rest of the row; what does not fit into so many lines ends in an ellipsis.
pub fn few_lines_ui(ui: &mut Ui, text: RichText, lines: usize) -> Response {
    let text: WidgetText = text.into();
    let mut job = text.into_layout_job(ui.style(), FontSelection::Default, Align::Center);
    std::sync::Arc::make_mut(&mut job).wrap.max_rows = lines;
    ui.add(Label::new(job).wrap_mode(TextWrapMode::Wrap))
}
