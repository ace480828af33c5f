//! The scrolling ground of a page.

use std::hash::Hash;

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use crate::gui::theme::space;

/// A page that scrolls: its margin scrolls with it, and the scroll bar stands at the edge of the pane.
/// `id` keeps the place of each page apart.
pub fn page_ui<R>(ui: &mut Ui, id: impl Hash + std::fmt::Debug, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().scroll.floating_allocated_width = 0.0;
        ScrollArea::vertical()
            .id_salt(("page", id))
            .auto_shrink(false)
            .show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin::same(space::L as i8))
                    .show(ui, contents)
                    .inner
            })
            .inner
    })
    .inner
}
