//! Where the document stands: beside the record, alone, or in a window of its own.

use eframe::egui::{
    CentralPanel, CornerRadius, Frame, Label, Layout, Margin, Panel, Ui, ViewportBuilder, ViewportId, vec2,
};

use crate::domain::file::Slot;
use crate::engine::CaseView;
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, commands};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::viewer::{Pane, ViewerAction, key_actions, viewer_ui};
use crate::gui::widgets::{Button, EmptyState, tabs_ui, waiting_ui};
use crate::gui::words as troubles;
use crate::text::{certification as words, labels};

use super::decision;

/// The first size of the second window, in points.
const WINDOW: [f32; 2] = [900.0, 1000.0];

/// The middle pane.
pub(super) fn document_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if state.viewer.second_window {
        let away = EmptyState::new(
            icons::ARROW_SQUARE_OUT,
            words::IN_SECOND_WINDOW,
            words::IN_SECOND_WINDOW_SENTENCE,
        )
        .action(Button::secondary(words::TAKE_BACK_WINDOW));
        if away.ui(ui) {
            actions.push(Action::Viewer(ViewerAction::TogglePane(Pane::Beside)));
        }
        return;
    }
    shown_ui(ui, state, Pane::Beside, actions);
}

/// The document alone in the window, with what is needed to decide.
pub(super) fn alone_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let bar = Frame::new()
        .fill(colors(ui).surface_raised)
        .inner_margin(Margin::symmetric(space::S as i8, space::XS as i8));
    Panel::top("document alone").frame(bar).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            if Button::quiet(words::BACK)
                .icon(icons::ARROW_LEFT)
                .shortcut("Esc")
                .ui(ui)
                .clicked()
            {
                actions.push(Action::Viewer(ViewerAction::TogglePane(Pane::Alone)));
            }
            let Some(case) = state.panel.case() else { return };
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                decision::two_buttons_ui(ui, state, case, actions);
                decision::undo_icon_ui(ui, state, case, actions);
                decision::neighbours_ui(ui, state, actions);
                let name = format!("{} {} {}", case.class, case.seat, case.item.student_name);
                let about = format!("{name}　{}", case.item.title);
                ui.with_layout(Layout::left_to_right(eframe::egui::Align::Center), |ui| {
                    ui.add(Label::new(Text::body(about)).truncate());
                });
            });
        });
    });
    CentralPanel::default()
        .frame(Frame::new())
        .show(ui, |ui| shown_ui(ui, state, Pane::Alone, actions));
}

/// The window on the second monitor. It has its own keyboard focus, and the same keys.
pub(super) fn second_window_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) {
    if !state.viewer.second_window {
        return;
    }
    let window = ViewportBuilder::default()
        .with_title(words::DOCUMENT_WINDOW)
        .with_inner_size(vec2(WINDOW[0], WINDOW[1]));
    let id = ViewportId::from_hash_of("document of the certification panel");
    ui.ctx().show_viewport_immediate(id, window, |ui, _| {
        // Who works here is at work, though the window below hears nothing of it.
        if ui.ctx().input(|input| !input.events.is_empty()) {
            actions.push(Action::Touched);
        }
        actions.extend(commands::pressed(ui.ctx(), state));
        actions.extend(key_actions(ui.ctx(), state).into_iter().map(Action::Viewer));
        if ui.ctx().input(|input| input.viewport().close_requested()) {
            actions.push(Action::Viewer(ViewerAction::TogglePane(Pane::Beside)));
        }
        // A window of its own has no panel below that paints its ground.
        let ground = ui.max_rect();
        ui.painter()
            .rect_filled(ground, CornerRadius::ZERO, colors(ui).surface);
        shown_ui(ui, state, Pane::SecondWindow, actions);
    });
}

/// The document with a choice between its two files, where there are two.
fn shown_ui(ui: &mut Ui, state: &State, pane: Pane, actions: &mut Vec<Action>) {
    let Some(open) = state.panel.selection.open else {
        let _ = EmptyState::new(icons::LIST_CHECKS, words::PICK_ONE, words::PICK_ONE_SENTENCE).ui(ui);
        return;
    };
    if let Some(trouble) = state.panel.cases.failure(open) {
        let message = troubles::message(trouble, state.now);
        let empty = EmptyState::new(icons::WARNING_CIRCLE, message.what.clone(), message.sentence())
            .action(Button::secondary("再試一次"));
        if empty.ui(ui) {
            actions.push(Action::Panel(PanelAction::Refresh));
        }
        return;
    }
    let Some(case) = state.panel.case() else {
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            ui.add_space(space::M);
            waiting_ui(ui, words::READING);
        });
        return;
    };
    if case.item.files.is_empty() {
        let _ = EmptyState::new(icons::FILE, words::NO_FILE, "").ui(ui);
        return;
    }
    file_tabs_ui(ui, state, case, actions);
    viewer_ui(ui, state, pane, actions);
}

fn file_tabs_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let files: Vec<_> = [Slot::Document, Slot::Media]
        .into_iter()
        .filter_map(|slot| case.item.file(slot))
        .collect();
    if files.len() < 2 {
        return;
    }
    let shown = state.viewer.shown.as_ref().map(|shown| shown.file);
    let selected = files
        .iter()
        .position(|file| Some(file.id) == shown)
        .unwrap_or_default();
    let names: Vec<&str> = files.iter().map(|file| labels::slot(file.slot)).collect();
    Frame::new()
        .inner_margin(Margin::same(space::XS as i8))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(chosen) = tabs_ui(ui, &names, selected)
                    && let Some(file) = files.get(chosen)
                {
                    actions.push(Action::Panel(PanelAction::ShowFile(file.id)));
                }
            });
        });
}
