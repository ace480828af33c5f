//! Before somebody is logged in: no library, trouble with one, login, lock.

mod create;
mod create_school;
mod forgot;
mod locked;
mod login;
mod new_password;
mod recovery;
mod trouble;
mod welcome;

use eframe::egui::{Align, CentralPanel, Frame, Layout, ScrollArea, Ui};

use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::pages::text_field_ui;
use crate::gui::route::Route;
use crate::gui::shell;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, Field, waiting_ui};
use crate::text::set_up;

use new_password::PASSWORD;
pub use new_password::{NEW_PASSWORD, is_good, new_password_ui};

/// Draws whatever stands before the pages.
pub fn door_ui(ui: &mut Ui, state: &State, route: &Route, actions: &mut Vec<Action>) {
    let fill = colors(ui).surface;
    CentralPanel::default()
        .frame(Frame::new().fill(fill))
        .show(ui, |ui| match route {
            Route::Opening => stage_ui(ui, "opening", NARROW, |ui| waiting_ui(ui, "正在開啟檔案庫…")),
            Route::Welcome => welcome::welcome_ui(ui, state, actions),
            Route::CreatePersonal => create::create_ui(ui, state, actions),
            Route::CreateSchool => create_school::create_school_ui(ui, state, actions),
            Route::Trouble(trouble) => trouble::trouble_ui(ui, state, trouble, actions),
            Route::RecoveryCode => recovery::recovery_ui(ui, state, actions),
            Route::Login => login::login_ui(ui, state, actions),
            Route::ForgotPassword => forgot::forgot_ui(ui, state, actions),
            Route::FirstPassword => new_password::first_password_ui(ui, state, actions),
            Route::Locked { .. } => locked::locked_ui(ui, state, actions),
            Route::At(_) => {}
        });
}

/// Width of a page with one form.
pub(super) const NARROW: f32 = 440.0;
/// Width of a page with two columns.
pub(super) const WIDE: f32 = 880.0;

/// A column in the middle of the window that scrolls when the window is low.
pub(super) fn stage_ui(ui: &mut Ui, id: &str, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    ScrollArea::vertical()
        .id_salt(("stage", id))
        .auto_shrink(false)
        .show(ui, |ui| {
            let room = ui.available_width();
            let width = width.min(room - 2.0 * space::L);
            ui.add_space((ui.clip_rect().height() * TOP_SHARE).max(space::L));
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(((room - width) / 2.0).floor());
                ui.allocate_ui_with_layout(
                    eframe::egui::vec2(width, 0.0),
                    Layout::top_down(Align::Min),
                    |ui| {
                        ui.spacing_mut().item_spacing.x = space::XS;
                        ui.set_width(width);
                        contents(ui);
                    },
                );
            });
            ui.add_space(space::XL);
        });
}

/// How much of the window's height stays free above the column.
const TOP_SHARE: f32 = 0.1;

/// The name of the program over a form, and what the form is for.
pub(super) fn head_ui(ui: &mut Ui, title: &str, sentence: &str) {
    ui.label(Text::secondary(crate::gui::TITLE));
    ui.label(Text::title(title));
    if !sentence.is_empty() {
        ui.add(eframe::egui::Label::new(Text::body(sentence).weak()).wrap());
    }
    ui.add_space(space::S);
}

/// Two columns of equal width. Their text is not stretched, as it would be in egui's own columns.
pub(super) fn two_columns_ui(
    ui: &mut Ui,
    actions: &mut Vec<Action>,
    left: impl FnOnce(&mut Ui, &mut Vec<Action>),
    right: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    ui.spacing_mut().item_spacing.x = space::L;
    ui.columns(2, |columns| {
        for column in columns.iter_mut() {
            column.spacing_mut().item_spacing.x = space::XS;
        }
        columns[0].with_layout(Layout::top_down(Align::Min), |ui| left(ui, actions));
        columns[1].with_layout(Layout::top_down(Align::Min), |ui| right(ui, actions));
    });
}

/// What was refused, inside a form.
pub(super) fn refusal_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if let Some(said) = &state.said {
        shell::said_ui(ui, said, false, actions);
        ui.add_space(space::XS);
    }
}

/// Where a new library will lie.
pub(super) fn library_place_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let width = ui.available_width() - size::CONTROL * 2.0 - space::L;
        text_field_ui(
            ui,
            state,
            TextField::NewLibraryPath,
            |text| Field::new(set_up::PLACE, text).width(width),
            actions,
        );
        ui.vertical(|ui| {
            ui.add_space(size::CONTROL - space::XS);
            if Button::secondary(set_up::CHOOSE).ui(ui).clicked() {
                actions.push(Action::PickNewLibraryPlace);
            }
        });
    });
}
