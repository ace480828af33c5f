//! Teachers and the office: what they can do in this version.

use eframe::egui::Ui;

use crate::domain::window::WindowKind;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::modal::Modal;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{
    Button, PageHeader, card_ui, key_value_ui, page_ui, running_text_ui, section_header_ui,
};
use crate::text::{labels, pages as words};

use super::window_words::window_words;

pub fn staff_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let (Some(data), Some(session)) = (state.snapshot(), &state.session) else {
        return;
    };
    page_ui(ui, "staff", |ui| {
        let roles: Vec<&str> = session.roles.iter().map(|role| labels::role(*role)).collect();
        let sentence = format!("{}　{}", data.status.school_name, roles.join("、"));
        let _ = PageHeader::new(session.display_name.clone())
            .sentence(sentence)
            .ui(ui);
        card_ui(ui, |ui| {
            running_text_ui(ui, words::STAFF_NOW);
            ui.add_space(space::XS);
            if Button::secondary(words::CHANGE_PASSWORD).ui(ui).clicked() {
                actions.push(Action::Ask(Modal::ChangePassword));
            }
        });
        ui.add_space(space::L);
        section_header_ui(ui, words::STAFF_WINDOWS, None, |_| {});
        card_ui(ui, |ui| {
            for kind in WindowKind::ALL {
                let line = window_words(&data.status, kind, state.now);
                key_value_ui(ui, &line.name, |ui| ui.label(Text::body(line.status.clone())));
            }
        });
        if data.courses.is_empty() {
            return;
        }
        ui.add_space(space::L);
        section_header_ui(ui, words::STAFF_COURSES, None, |_| {});
        card_ui(ui, |ui| {
            for course in &data.courses {
                let about = format!("{}　{}", course.group, labels::term(course.term));
                key_value_ui(ui, &course.name, |ui| ui.label(Text::body(about)));
            }
        });
    });
}
