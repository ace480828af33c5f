//! Why there is nothing to see, and what can be done instead.

use eframe::egui::{Align, Label, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::tools::Tool;
use super::{Absent, Pane, Shown, ViewerAction, pane};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, link_ui};
use crate::gui::words as troubles;
use crate::text::{no_preview, viewer as words};

/// The whole document.
pub(super) fn absent_ui(
    ui: &mut Ui,
    state: &State,
    pane: Pane,
    shown: &Shown,
    why: &Absent,
    actions: &mut Vec<Action>,
) {
    pane::ground(ui, ui.available_rect_before_wrap());
    ScrollArea::vertical()
        .id_salt("why nothing is shown")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                ui.add_space((ui.available_height() * 0.2).max(space::L));
                let (rect, _) =
                    ui.allocate_exact_size(vec2(size::ICON_LARGE, size::ICON_LARGE), Sense::hover());
                let ink = colors(ui).ink_faint;
                icons::paint_sized(ui.painter(), rect.center(), icons::FILE, size::ICON_LARGE, ink);
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - 2.0 * space::M).min(size::RUNNING_TEXT));
                    ui.add(Label::new(Text::section(words::CANNOT_SHOW)).wrap());
                    let (why, cure) = sentences(why, state);
                    ui.add(Label::new(Text::body(why)).wrap());
                    ui.add(Label::new(Text::body(cure).weak()).wrap());
                });
                ui.add_space(space::XS);
                if why.may_pass()
                    && Button::primary("再試一次")
                        .icon(icons::ARROW_CLOCKWISE)
                        .ui(ui)
                        .clicked()
                {
                    actions.push(Action::Viewer(ViewerAction::Retry));
                }
                // One below the other: they find room in the narrowest pane.
                for tool in [Tool::SaveAs, Tool::OpenOutside] {
                    tool.named_ui(ui, &state.viewer, pane, shown, actions);
                }
            });
        });
    pane::painted(&state.viewer, shown, actions);
}

fn sentences(why: &Absent, state: &State) -> (String, String) {
    match why {
        Absent::NoPreview(reason) => {
            let message = no_preview(*reason);
            (message.why, message.cure)
        }
        Absent::Trouble(trouble) => {
            let message = troubles::message(trouble, state.now);
            (format!("{}{}", message.what, message.why), message.cure)
        }
    }
}

/// One page among others.
pub(super) fn on_page_ui(ui: &mut Ui, page: u32, rect: Rect, why: &Absent, actions: &mut Vec<Action>) {
    let inner = rect.shrink(space::M.min(rect.width() / 4.0));
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        let ink = colors(ui).on_paper;
        ui.add_space((inner.height() / 3.0).max(0.0));
        let mut text = words::page_failed(page + 1);
        if let Absent::NoPreview(reason) = why {
            text.push_str(&no_preview(*reason).why);
        }
        ui.add(Label::new(Text::body(text).color(ink)).wrap());
        if why.may_pass() && link_ui(ui, "再試一次").clicked() {
            actions.push(Action::Viewer(ViewerAction::Retry));
        }
    });
}
