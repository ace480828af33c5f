//! 常見問題: the thirteen questions and two notes, each reachable from the refusal it explains.

use eframe::egui::{Align, Ui};

use crate::domain::limits::Limits;
use crate::domain::seed::SeedRule;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{EmptyState, Field, PageHeader, card_ui, page_ui, running_text_ui};
use crate::text::{faq, pages as words};

use super::search_is_wanted;

pub fn faq_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let opened = match state.route.page() {
        Some(Page::Faq(rule)) => *rule,
        _ => None,
    };
    let limits = state
        .snapshot()
        .map_or_else(Limits::default, |data| data.status.limits.clone());
    page_ui(ui, "faq", |ui| {
        let _ = PageHeader::new(words::FAQ_TITLE)
            .sentence(words::FAQ_SENTENCE)
            .ui(ui);
        let mut wanted = state.forms.text(TextField::SearchFaq).to_owned();
        let search = Field::new(words::FAQ_SEARCH, &mut wanted).width(360.0).ui(ui);
        if search_is_wanted(ui.ctx()) {
            search.request_focus();
        }
        if search.changed() {
            actions.push(Action::Typed(TextField::SearchFaq, wanted.clone()));
        }
        ui.add_space(space::M);
        let entries = faq::entries(&limits);
        let found: Vec<_> = entries
            .iter()
            .filter(|entry| matches(entry, wanted.trim()))
            .collect();
        if found.is_empty() {
            let _ = EmptyState::new(
                icons::MAGNIFYING_GLASS,
                words::FAQ_NOTHING,
                words::FAQ_NOTHING_SENTENCE,
            )
            .ui(ui);
        }
        ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT + 2.0 * space::M));
        for entry in found {
            entry_ui(ui, entry, opened);
            ui.add_space(space::S);
        }
    });
}

fn matches(entry: &faq::FaqEntry, wanted: &str) -> bool {
    wanted.is_empty() || entry.question.contains(wanted) || entry.answer.contains(wanted)
}

fn entry_ui(ui: &mut Ui, entry: &faq::FaqEntry, opened: Option<SeedRule>) {
    let card = card_ui(ui, |ui| {
        ui.label(Text::secondary(faq::heading(entry.rule)));
        ui.label(Text::section(entry.question));
        ui.add_space(space::XXS);
        for paragraph in entry.answer.split('\n') {
            running_text_ui(ui, paragraph);
        }
    });
    // Brought into sight once, when somebody comes from a refusal; after that the person scrolls.
    let shown = ui.scope_id().with(("faq shown", entry.rule));
    if opened == Some(entry.rule) {
        let seen = ui.data(|data| data.get_temp::<bool>(shown)).unwrap_or(false);
        if !seen {
            card.response.scroll_to_me(Some(Align::TOP));
            ui.data_mut(|data| data.insert_temp(shown, true));
        }
    } else {
        ui.data_mut(|data| data.remove_temp::<bool>(shown));
    }
}
