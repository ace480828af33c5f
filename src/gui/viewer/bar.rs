//! The bar over the document: one row that never wraps. What finds no room goes into the menu at its end.

use eframe::egui::{self, Align, Label, Layout, TextEdit, Ui, vec2};

use super::tools::Tool;
use super::{DocumentCommand, Larger, Pane, Shown, Viewer, ViewerAction, Zoom};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::keys::ESCAPE;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, menu_button_ui, menu_item_ui};
use crate::text::viewer as words;

/// Offered in the menu of magnifications.
const OFFERED: [f32; 6] = [0.5, 0.75, 1.0, 1.5, 2.0, 4.0];
const TOOL: f32 = size::CONTROL + space::XXS;

pub(super) fn bar_ui(ui: &mut Ui, state: &State, pane: Pane, shown: &Shown, actions: &mut Vec<Action>) {
    let viewer = &state.viewer;
    let width = ui.available_width();
    let row = vec2(width, size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing.x = space::XXS;
        let end = ui.max_rect().right();
        let pages = viewer.page_count();
        if pages > 1 {
            page_ui(ui, viewer, pane, pages, actions);
            ui.add_space(space::XXS);
        }
        let left = |ui: &Ui| end - ui.cursor().left();
        let zoom_fits = left(ui) >= 2.0 * TOOL + size::ZOOM_FIELD + size::CONTROL;
        let mut in_menu = Vec::new();
        if pages > 0 {
            if zoom_fits {
                zoom_ui(ui, viewer, pane, actions);
            } else {
                in_menu.extend([Tool::ZoomIn, Tool::ZoomOut]);
            }
        }
        if pages > 1 {
            in_menu.extend([Tool::FirstPage, Tool::LastPage]);
        }
        if pages == 0 {
            let room = (left(ui) - 5.0 * TOOL).max(0.0);
            ui.allocate_ui_with_layout(
                vec2(room, size::CONTROL),
                Layout::left_to_right(Align::Center),
                |ui| {
                    ui.add(Label::new(Text::body(&shown.name)).truncate());
                },
            );
        }
        let tools = Tool::of(viewer, pane);
        let fit = ((left(ui) + space::XXS) / TOOL).floor().max(0.0) as usize;
        let shown_tools = if in_menu.is_empty() && fit >= tools.len() {
            tools.len()
        } else {
            fit.saturating_sub(1)
        };
        let (buttons, rest) = tools.split_at(shown_tools.min(tools.len()));
        for tool in buttons {
            tool.button_ui(ui, viewer, pane, shown, actions);
        }
        in_menu.extend(rest);
        if !in_menu.is_empty() {
            let more = Button::icon_only(icons::DOTS_THREE, "更多");
            menu_button_ui(ui, more, |ui| {
                for tool in in_menu {
                    tool.entry_ui(ui, viewer, pane, shown, actions);
                }
            });
        }
    });
}

/// `‹ 3 / 12 頁 ›`
fn page_ui(ui: &mut Ui, viewer: &Viewer, pane: Pane, pages: u32, actions: &mut Vec<Action>) {
    let page = viewer.current_page(pane);
    let mut go = |page| actions.push(Action::Viewer(ViewerAction::GoTo(pane, page)));
    if Button::icon_only(icons::CARET_LEFT, "上一頁")
        .enabled(page > 0)
        .ui(ui)
        .clicked()
    {
        go(page - 1);
    }
    if let Some(wanted) = page_field_ui(ui, pane, page) {
        go(wanted.clamp(1, pages) - 1);
    }
    ui.add(Label::new(Text::body(words::of_pages(pages))).extend());
    if Button::icon_only(icons::CARET_RIGHT, "下一頁")
        .enabled(page + 1 < pages)
        .ui(ui)
        .clicked()
    {
        go(page + 1);
    }
}

/// The number of the page, from 1; what is typed counts once Enter is pressed or the field is left.
fn page_field_ui(ui: &mut Ui, pane: Pane, page: u32) -> Option<u32> {
    let id = egui::Id::unique(("page field", pane));
    let typed = ui.data(|data| data.get_temp::<String>(id));
    let mut text = typed.clone().unwrap_or_else(|| (page + 1).to_string());
    let field = TextEdit::singleline(&mut text)
        .id(id)
        .char_limit(6)
        .align(egui::Align2::CENTER_CENTER)
        .margin(egui::Margin::symmetric(space::XXS as i8, space::XXS as i8))
        .min_size(vec2(size::PAGE_FIELD, size::CONTROL))
        .desired_width(size::PAGE_FIELD);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("頁碼"));
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
        return None;
    }
    if typed.is_some() {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    }
    let given_up = ui.input(|input| ESCAPE.is_pressed(input));
    if !response.lost_focus() || given_up {
        return None;
    }
    text.trim().parse().ok().filter(|wanted| *wanted != page + 1)
}

/// `− 100 % +`
fn zoom_ui(ui: &mut Ui, viewer: &Viewer, pane: Pane, actions: &mut Vec<Action>) {
    let factor = viewer.factor(pane);
    let mut act = |action| actions.push(Action::Viewer(action));
    let smaller = Button::icon_only(icons::MINUS, "縮小").shortcut(DocumentCommand::Smaller.keys());
    if smaller.enabled(factor.is_some()).ui(ui).clicked() {
        act(ViewerAction::ZoomStep(pane, Larger::No));
    }
    let percent = factor.map_or_else(|| words::percent(1.0), words::percent);
    ui.allocate_ui_with_layout(
        vec2(size::ZOOM_FIELD - space::XXS, size::CONTROL),
        Layout::centered_and_justified(egui::Direction::LeftToRight),
        |ui| {
            menu_button_ui(
                ui,
                Button::quiet(percent).full_width().tooltip("顯示比例"),
                |ui| {
                    let fits = [(Zoom::FitWidth, "符合寬度", "W"), (Zoom::FitPage, "整頁", "P")];
                    let naturals = OFFERED.map(|factor| (Zoom::Natural(factor), words::percent(factor)));
                    for (zoom, name, keys) in fits {
                        if menu_item_ui(ui, mark(viewer, zoom), name, keys).clicked() {
                            act(ViewerAction::Zoom(zoom));
                        }
                    }
                    for (zoom, name) in naturals {
                        if menu_item_ui(ui, mark(viewer, zoom), &name, "").clicked() {
                            act(ViewerAction::Zoom(zoom));
                        }
                    }
                },
            );
        },
    );
    let larger = Button::icon_only(icons::PLUS, "放大").shortcut(DocumentCommand::Larger.keys());
    if larger.enabled(factor.is_some()).ui(ui).clicked() {
        act(ViewerAction::ZoomStep(pane, Larger::Yes));
    }
}

fn mark(viewer: &Viewer, zoom: Zoom) -> &'static str {
    if viewer.zoom() == zoom { icons::CHECK } else { "" }
}
