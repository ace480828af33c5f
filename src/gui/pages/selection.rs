//! 勾選: when it is possible, how many, and which of one's outcomes are ready for it.

use eframe::egui::Ui;

use crate::domain::outcome::OutcomeState;
use crate::domain::seed::SeedRule;
use crate::domain::window::WindowKind;
use crate::engine::ItemView;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{
    EmptyState, ListRow, Notice, NoticeKind, PageHeader, State as Look, card_ui, cell_ui, page_ui,
    running_text_ui, section_header_ui, state_chip_ui,
};
use crate::text::{labels, pages as words};

use super::window_words::window_words;

pub fn selection_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(data) = state.snapshot() else { return };
    let status = &data.status;
    let line = window_words(status, WindowKind::Selection, state.now);
    let year = status.terms.selection;
    page_ui(ui, "selection", |ui| {
        let _ = PageHeader::new(words::SELECTION_TITLE)
            .sentence(line.sentence)
            .ui(ui);
        card_ui(ui, |ui| {
            running_text_ui(ui, &words::selection_rule(year, &status.limits));
        });
        ui.add_space(space::M);
        if Notice::new(NoticeKind::Info, words::SELECTION_LATER)
            .why(words::SELECTION_LATER_WHY)
            .now(words::SELECTION_LATER_NOW)
            .action(words::READ_IN_FAQ)
            .ui(ui)
        {
            actions.push(Action::Go(Page::Faq(Some(SeedRule::Quota))));
        }
        ui.add_space(space::L);
        let ready: Vec<&ItemView> = data.items.iter().filter(|item| is_ready(item, state)).collect();
        let note = words::selection_ready_count(ready.len(), &status.limits);
        section_header_ui(ui, words::SELECTION_READY, Some(&note), |_| {});
        if ready.is_empty() {
            let title = words::selection_nothing_ready(year);
            let _ = EmptyState::new(
                icons::CHECK_SQUARE_OFFSET,
                title,
                words::SELECTION_NOTHING_SENTENCE,
            )
            .ui(ui);
            return;
        }
        card_ui(ui, |ui| {
            let count = ready.len();
            for (place, item) in ready.into_iter().enumerate() {
                row_ui(ui, item, place + 1 == count, actions);
            }
        });
    });
}

/// Certified in this selection year, by somebody whose word counts for filing.
fn is_ready(item: &ItemView, state: &State) -> bool {
    let Some(data) = state.snapshot() else {
        return false;
    };
    item.facts.term.year == data.status.terms.selection
        && item.state() == OutcomeState::Certified
        && (data.status.library.is_personal()
            || item.facts.origin.is_some_and(|origin| origin.counts_for_filing()))
}

fn row_ui(ui: &mut Ui, item: &ItemView, last: bool, actions: &mut Vec<Action>) {
    let name = format!("{} {}", item.course_name, item.title);
    let row = ListRow::new(name)
        .last(last)
        .ui(ui, ("selection", item.id), |ui| {
            cell_ui(ui, crate::gui::theme::size::CHIP_COLUMN, |ui| {
                state_chip_ui(ui, Look::Certified, labels::state(OutcomeState::Certified));
            });
            ui.label(Text::strong(item.title.clone()));
            ui.label(Text::secondary(format!(
                "{}　{}",
                item.course_name,
                labels::term(item.facts.term)
            )));
        });
    if row.response.clicked() {
        actions.push(Action::Go(Page::item(item.id, item.facts.term)));
    }
}
