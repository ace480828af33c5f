//! What the document could do elsewhere: one line names it, and unfolds to what that means. Nothing of it is done here.

use eframe::egui::{Frame, Label, Margin, Sense, Ui, vec2};

use super::{Viewer, ViewerAction};
use crate::domain::active_content::{ActiveContent, ActiveCount};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, line_height, size, space, type_size};
use crate::gui::widgets::{Button, divider_ui};
use crate::text::{self, viewer as words};

pub(super) fn active_content_ui(
    ui: &mut Ui,
    viewer: &Viewer,
    active: &[ActiveCount],
    actions: &mut Vec<Action>,
) {
    match active {
        [] => return,
        // Links into the web are common and harmless as long as nobody follows them.
        [only] if only.content == ActiveContent::RemoteLink => {
            Frame::new()
                .inner_margin(Margin::symmetric(space::S as i8, space::XXS as i8))
                .show(ui, |ui| {
                    ui.set_min_width(ui.available_width());
                    let text = words::only_links(only.count);
                    row_ui(ui, icons::LINK_SIMPLE, colors(ui).ink_soft, |ui| {
                        ui.add(Label::new(Text::secondary(text)).truncate());
                    });
                });
        }
        more => caution_ui(ui, viewer, more, actions),
    }
    divider_ui(ui);
}

fn caution_ui(ui: &mut Ui, viewer: &Viewer, active: &[ActiveCount], actions: &mut Vec<Action>) {
    let Some(banner) = text::active_banner(active) else {
        return;
    };
    let tint = colors(ui).submitted;
    let open = viewer.active_content;
    Frame::new()
        .fill(tint.soft)
        .inner_margin(Margin::symmetric(space::S as i8, space::XXS as i8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            row_ui(ui, icons::CODE, tint.ink, |ui| {
                ui.with_layout(
                    eframe::egui::Layout::right_to_left(eframe::egui::Align::Center),
                    |ui| {
                        let (icon, name) = if open {
                            (icons::CARET_UP, "收合說明")
                        } else {
                            (icons::CARET_DOWN, "說明")
                        };
                        if Button::icon_only(icon, name).ui(ui).clicked() {
                            actions.push(Action::Viewer(ViewerAction::ToggleActiveContent));
                        }
                        ui.with_layout(
                            eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
                            |ui| {
                                let text = format!("{}{}", banner.what, banner.why);
                                let text = Text::secondary(text).color(colors(ui).ink);
                                ui.add(Label::new(text).truncate());
                            },
                        );
                    },
                );
            });
            if open {
                let mut line = |text: &str| {
                    ui.add(Label::new(Text::secondary(text).color(colors(ui).ink)).wrap());
                };
                for ActiveCount { content, .. } in active {
                    let name = text::active_content(*content);
                    line(&format!("· {name}：{}", text::active_content_meaning(*content)));
                }
                line(&banner.cure);
                ui.add_space(space::XXS);
            }
        });
}

fn row_ui(ui: &mut Ui, icon: &str, ink: eframe::egui::Color32, words: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let height = type_size::SECONDARY * line_height::RUNNING;
        let (rect, _) = ui.allocate_exact_size(vec2(size::ICON_SMALL, height), Sense::hover());
        icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
        words(ui);
    });
}
