//! Choosing a roster and its table; the last import.

use eframe::egui::{Label, Ui};

use crate::domain::import::LastImport;
use crate::domain::roster::RosterKind;
use crate::gui::action::Action;
use crate::gui::dates::DatesTab;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::imports::ImportAction;
use crate::gui::loadable::Loadable;
use crate::gui::pages::{entered, text_field_ui};
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::imports::kind;
use crate::gui::widgets::{
    Button, EmptyState, Field, PageHeader, card_ui, key_text_ui, link_ui, running_text_ui, section_header_ui,
    waiting_ui,
};
use crate::text::{imports as words, promotion};

use super::{job_ui, kinds_ui};

pub(super) fn start_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(kind) = kind(state) else { return };
    let busy = state.imports.job.is_some();
    let header = PageHeader::new(words::TITLE).sentence(words::SENTENCE).action(
        Button::primary(words::PICK)
            .icon(icons::FOLDER_OPEN)
            .enabled(!busy),
    );
    if header.ui(ui) {
        actions.push(Action::Import(ImportAction::Pick));
    }
    kinds_ui(ui, state, actions);
    if kind == RosterKind::Students && link_ui(ui, promotion::FROM_LAST_TERM).clicked() {
        actions.push(Action::Go(Page::Dates(DatesTab::NewTerm)));
    }
    card_ui(ui, |ui| {
        if job_ui(ui, state, actions) {
            return;
        }
        let _ = EmptyState::new(icons::UPLOAD_SIMPLE, words::DROP_TITLE, words::DROP_SENTENCE).ui(ui);
        path_ui(ui, state, actions);
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            let paste = Button::secondary(words::PASTE)
                .icon(icons::COPY)
                .tooltip(words::PASTE_TOOLTIP);
            if paste.ui(ui).clicked() {
                actions.push(Action::Import(ImportAction::Paste));
            }
            let template = Button::quiet(words::TEMPLATE).icon(icons::DOWNLOAD_SIMPLE);
            if template.ui(ui).clicked() {
                actions.push(Action::Import(ImportAction::SaveTemplate(kind)));
            }
        });
    });
    ui.add_space(space::L);
    last_ui(ui, state, actions);
    section_header_ui(ui, words::COLUMNS_NEEDED, None, |_| {});
    card_ui(ui, |ui| {
        running_text_ui(ui, words::about(kind));
        ui.add_space(space::XS);
        for (need, names) in words::columns(kind) {
            if !names.is_empty() {
                key_text_ui(ui, need, &names);
            }
        }
    });
}

/// Where the system has no dialog for files.
fn path_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let field = text_field_ui(
            ui,
            state,
            TextField::FilePath,
            |text| {
                Field::new(words::PATH, text)
                    .hint(words::PATH_HINT)
                    .width(size::RUNNING_TEXT - space::XL)
            },
            actions,
        );
        let there = !state.forms.text(TextField::FilePath).trim().is_empty();
        let pressed = ui
            .vertical(|ui| {
                ui.add_space(space::L);
                let open = Button::secondary(words::OPEN_PATH).enabled(there);
                open.ui(ui).clicked()
            })
            .inner;
        if pressed || (there && entered(ui, &field)) {
            actions.push(Action::Import(ImportAction::TakePath));
        }
    });
}

/// The last import with its way back.
pub(super) fn last_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    match &state.imports.last {
        Loadable::Ready(Some(last)) => {
            section_header_ui(ui, words::LAST, None, |_| {});
            card_ui(ui, |ui| last_card_ui(ui, state, last, actions));
            ui.add_space(space::L);
        }
        Loadable::Loading => waiting_ui(ui, words::LAST),
        Loadable::Ready(None) | Loadable::NotAsked | Loadable::Failed(_) => {}
    }
}

fn last_card_ui(ui: &mut Ui, state: &State, last: &LastImport, actions: &mut Vec<Action>) {
    running_text_ui(ui, &words::last(last));
    if let Some(held) = words::held(last) {
        ui.add(Label::new(Text::secondary(held)).wrap());
        return;
    }
    ui.add_space(space::XS);
    let undo = Button::secondary(words::UNDO_ELLIPSIS)
        .icon(icons::ARROW_COUNTER_CLOCKWISE)
        .enabled(state.imports.job.is_none());
    if undo.ui(ui).clicked() {
        actions.push(Action::Import(ImportAction::AskUndo));
    }
}
