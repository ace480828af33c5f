//! No library yet: make one, open one, try one.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use super::{WIDE, head_ui, refusal_ui, stage_ui, two_columns_ui};
use crate::gui::action::Action;
use crate::gui::fonts::{Text, icon_font};
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::pages::{entered, text_field_ui};
use crate::gui::people::PeopleAction;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, Field, card_ui};
use crate::text::{notes, screen, set_up};

const CARD_HEIGHT: f32 = 168.0;

pub(super) fn welcome_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    stage_ui(ui, "welcome", WIDE, |ui| {
        head_ui(ui, "歡迎使用", screen::WELCOME);
        refusal_ui(ui, state, actions);
        two_columns_ui(
            ui,
            actions,
            |ui, actions| {
                choice_ui(
                    ui,
                    icons::STUDENT,
                    "個人檔案庫",
                    screen::PERSONAL_LIBRARY,
                    |ui| {
                        if Button::primary("建立個人檔案庫").ui(ui).clicked() {
                            actions.push(Action::ShowCreatePersonal);
                        }
                    },
                );
            },
            |ui, actions| {
                choice_ui(
                    ui,
                    icons::FOLDER_OPEN,
                    "既有檔案庫",
                    screen::EXISTING_LIBRARY,
                    |ui| {
                        if Button::secondary("開啟既有檔案庫…").ui(ui).clicked() {
                            actions.push(Action::PickLibrary);
                        }
                    },
                );
            },
        );
        ui.add_space(space::XS);
        two_columns_ui(
            ui,
            actions,
            |ui, actions| {
                choice_ui(
                    ui,
                    icons::CHALKBOARD_TEACHER,
                    "示範學校",
                    screen::DEMONSTRATION,
                    |ui| {
                        if Button::secondary("試用示範學校").ui(ui).clicked() {
                            actions.push(Action::OpenDemonstration);
                        }
                    },
                );
            },
            |ui, actions| {
                choice_ui(
                    ui,
                    icons::BUILDINGS,
                    "學校檔案庫",
                    notes::ONE_COMPUTER,
                    |ui| {
                        if Button::secondary(set_up::CREATE_TITLE).ui(ui).clicked() {
                            actions.push(Action::People(PeopleAction::ShowCreateSchool));
                        }
                    },
                );
            },
        );
        ui.add_space(space::L);
        path_ui(ui, state, actions);
    });
}

fn choice_ui(ui: &mut Ui, icon: &'static str, title: &str, sentence: &str, act: impl FnOnce(&mut Ui)) {
    card_ui(ui, |ui| {
        ui.set_min_height(CARD_HEIGHT);
        ui.horizontal(|ui| {
            let accent = colors(ui).accent;
            ui.label(RichText::new(icon).font(icon_font(size::ICON)).color(accent));
            ui.label(Text::section(title));
        });
        ui.add(Label::new(Text::body(sentence).weak()).wrap());
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| ui.horizontal(act));
    });
}

/// For computers on which no dialog opens.
fn path_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let response = text_field_ui(
            ui,
            state,
            TextField::LibraryPath,
            |text| {
                Field::new("檔案庫的完整路徑", text)
                    .help("選檔視窗打不開時，可以在這裡貼上路徑。")
                    .width(560.0)
            },
            actions,
        );
        let ready = !state.forms.text(TextField::LibraryPath).trim().is_empty();
        let enter = entered(ui, &response);
        ui.vertical(|ui| {
            ui.add_space(size::CONTROL - space::XS);
            let clicked = Button::secondary("開啟").enabled(ready).ui(ui).clicked();
            if ready && (clicked || enter) {
                actions.push(Action::OpenTypedLibrary);
            }
        });
    });
}
