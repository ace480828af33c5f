//! What the school tells everybody, at the top of the overview; nothing where there is nothing to tell.

use eframe::egui::{Label, Sense, Ui, vec2};

use crate::domain::window::Window;
use crate::engine::AnnouncementView;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, line_height, size, space, type_size};
use crate::gui::widgets::{card_ui, divider_ui};
use crate::text::dates::board as words;
use crate::text::labels;

/// Announcements that are shown now and time that this person was given, with until when.
pub fn board_ui(ui: &mut Ui, state: &State) {
    let Some(data) = state.snapshot() else { return };
    let shown: Vec<&AnnouncementView> = data
        .board
        .announcements
        .iter()
        .filter(|one| one.is_shown(state.now))
        .collect();
    let extensions: Vec<&(Window, String)> = data
        .board
        .extensions
        .iter()
        .filter(|(window, _)| state.now < window.ends())
        .collect();
    if shown.is_empty() && extensions.is_empty() {
        return;
    }
    card_ui(ui, |ui| {
        let mut first = true;
        for one in shown {
            between_ui(ui, &mut first);
            let about = words::until(&one.signed.by, one.until);
            entry_ui(ui, icons::BELL, &one.text, &about);
        }
        for (window, reason) in extensions {
            between_ui(ui, &mut first);
            let subject = labels::window_subject(window.kind, window.period);
            let about = words::own_extension(&subject, window.closes, reason);
            entry_ui(ui, icons::HOURGLASS, words::OWN_EXTENSION, &about);
        }
    });
    ui.add_space(space::M);
}

fn between_ui(ui: &mut Ui, first: &mut bool) {
    if !std::mem::take(first) {
        divider_ui(ui);
    }
}

fn entry_ui(ui: &mut Ui, icon: &str, text: &str, about: &str) {
    let ink = colors(ui).accent;
    ui.horizontal_top(|ui| {
        let height = type_size::BODY * line_height::RUNNING;
        let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, height), Sense::hover());
        icons::paint(ui.painter(), rect.center(), icon, ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT));
            ui.add(Label::new(Text::body(text)).wrap());
            ui.add(Label::new(Text::secondary(about)).wrap());
        });
    });
}
