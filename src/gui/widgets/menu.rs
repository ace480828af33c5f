//! Menus.

use eframe::egui::{Color32, CornerRadius, Popup, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Button, focus, line};
use crate::gui::theme::{colors, radius, size, space, type_size};
use crate::gui::{fonts, icons};

/// A button with a caret that opens a menu. A chosen entry closes it.
pub fn menu_button_ui(ui: &mut Ui, button: Button, entries: impl FnOnce(&mut Ui)) -> Response {
    let response = button.opening_menu().ui(ui);
    Popup::menu(&response).gap(space::XXS).show(|ui| {
        ui.set_width(size::MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        entries(ui);
    });
    response
}

/// An entry of a menu: icon, name, and the key that does the same.
pub fn menu_item_ui(ui: &mut Ui, icon: &'static str, label: &str, shortcut: &str) -> Response {
    let c = colors(ui);
    let name = line::layout(ui, label, fonts::regular(type_size::BODY), c.ink, f32::INFINITY);
    let keys = line::layout(
        ui,
        shortcut,
        fonts::regular(type_size::SECONDARY),
        c.ink_soft,
        f32::INFINITY,
    );
    let keys_width = if shortcut.is_empty() {
        0.0
    } else {
        space::L + keys.size().x
    };
    let needed = space::XS + size::ICON + space::XS + name.size().x + keys_width + space::XS;
    let (rect, response) = ui.allocate_exact_size(
        vec2(needed.max(ui.available_width()).ceil(), size::CONTROL),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), label));
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() {
            c.surface_sunken
        } else {
            Color32::TRANSPARENT
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
        let middle = rect.center().y;
        let icon_center = pos2(rect.left() + space::XS + size::ICON / 2.0, middle);
        icons::paint(ui.painter(), icon_center, icon, c.ink_soft);
        line::paint(
            ui,
            pos2(icon_center.x + size::ICON / 2.0 + space::XS, middle),
            name,
            c.ink,
        );
        line::paint(
            ui,
            pos2(rect.right() - space::XS - keys.size().x, middle),
            keys,
            c.ink_soft,
        );
        focus::ring_inside(ui, &response, radius::CONTROL);
    }
    response
}
