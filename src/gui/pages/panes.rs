//! A list with what is open of it at its right; in a narrow window what is open takes the whole page.

use std::hash::Hash;

use eframe::egui::{CentralPanel, Frame, Id, Margin, Panel, ScrollArea, Stroke, Ui};

use crate::gui::action::Action;
use crate::gui::theme::{colors, space, stroke};

/// Below this width what is open takes the whole page.
const TWO_PANES: f32 = 900.0;

/// How wide what is open is, beside the list.
#[derive(Clone, Copy)]
pub(super) enum OpenWidth {
    Points(f32),
    /// Of all there is
    Share(f32),
}

/// Draws what is open, if anything is, and the list where there is room for both.
pub(super) fn panes_ui(
    ui: &mut Ui,
    id: &'static str,
    width: OpenWidth,
    open: Option<impl FnOnce(&mut Ui, &mut Vec<Action>)>,
    list_frame: Frame,
    list: impl FnOnce(&mut Ui, &mut Vec<Action>),
    actions: &mut Vec<Action>,
) {
    let frame = Frame::new().fill(colors(ui).surface_raised);
    let room = ui.available_width();
    if let Some(open) = open {
        if room < TWO_PANES {
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| open(ui, actions));
            return;
        }
        let points = match width {
            OpenWidth::Points(points) => points,
            OpenWidth::Share(share) => (room * share).floor(),
        };
        Panel::right(id)
            .frame(frame)
            .resizable(false)
            .exact_size(points)
            .show(ui, |ui| open(ui, actions));
    }
    CentralPanel::default()
        .frame(list_frame)
        .show(ui, |ui| list(ui, actions));
}

/// An open item: its head, its contents that scroll, and what can be done with it below. `bar_id` changes
/// with what the bar holds: a panel remembers its height.
pub(super) fn open_item_ui(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    bar_id: impl Hash + std::fmt::Debug,
    actions: &mut Vec<Action>,
    head: impl FnOnce(&mut Ui, &mut Vec<Action>),
    bar: impl FnOnce(&mut Ui, &mut Vec<Action>),
    contents: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let edge = ui.max_rect();
    ui.painter().vline(
        edge.left(),
        edge.y_range(),
        Stroke::new(stroke::HAIR, colors(ui).line),
    );
    let frame = Frame::new().inner_margin(Margin::symmetric(space::L as i8, space::XS as i8));
    Panel::top("item head")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| head(ui, actions));
    let frame = Frame::new()
        .fill(colors(ui).surface_raised)
        .inner_margin(Margin::symmetric(space::L as i8, space::S as i8));
    Panel::bottom(Id::unique(("item bar", bar_id)))
        .frame(frame)
        .show(ui, |ui| bar(ui, actions));
    // Text must not wrap anew because a scroll bar came or went.
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    let margin = Margin {
        left: space::L as i8,
        right: space::L as i8,
        top: 0,
        bottom: space::L as i8,
    };
    ScrollArea::vertical()
        .id_salt(("item", id))
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                contents(ui, actions);
            });
        });
}
