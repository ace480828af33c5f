//! 時程: windows, extensions, rules of a term, announcements. Who only announces sees only those.

mod announcements;
mod current;
mod extensions;
mod promotion;
mod row;
mod rules;
mod timetable;
mod year;

pub use current::consequences;
use eframe::egui::Ui;

use crate::gui::action::Action;
use crate::gui::dates::{DatesAction, DatesTab, FormOf};
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::trouble_ui;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::update::dates::{nothing_to_do, sets_dates};
use crate::gui::widgets::{Button, PageHeader, page_ui, tabs_ui, waiting_ui};
use crate::text::dates::page as words;
use crate::text::promotion as promotion_words;

pub fn dates_page_ui(ui: &mut Ui, state: &State, tab: DatesTab, actions: &mut Vec<Action>) {
    let everything = sets_dates(state);
    let tab = if everything { tab } else { DatesTab::Announcements };
    page_ui(ui, ("dates", tab as u8), |ui| {
        header_ui(ui, state, tab, everything, actions);
        if everything {
            tabs(ui, tab, actions);
            ui.add_space(space::S);
        }
        match &state.dates.view {
            Loadable::Ready(view) => match tab {
                DatesTab::Timetable => timetable::timetable_ui(ui, state, view, actions),
                DatesTab::Extensions => extensions::extensions_ui(ui, state, view, actions),
                DatesTab::Rules => rules::rules_ui(ui, state, view, actions),
                DatesTab::Announcements => announcements::announcements_ui(ui, state, view, actions),
                DatesTab::NewTerm => promotion::promotion_ui(ui, state, actions),
            },
            Loadable::Failed(trouble) => {
                if trouble_ui(ui, state, trouble, Some(words::RETRY)) {
                    actions.push(Action::Dates(DatesAction::Retry));
                }
            }
            Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::READING),
        }
    });
}

fn header_ui(ui: &mut Ui, state: &State, tab: DatesTab, everything: bool, actions: &mut Vec<Action>) {
    let (button, action) = match tab {
        DatesTab::Timetable => (
            Button::primary(words::SET_WINDOW).icon(icons::PLUS),
            DatesAction::Open(FormOf::NewWindow),
        ),
        DatesTab::Extensions => (
            Button::primary(words::EXTEND).icon(icons::PLUS),
            DatesAction::Open(FormOf::NewExtension),
        ),
        DatesTab::Rules => (
            Button::primary(words::SAVE_RULES)
                .icon(icons::FLOPPY_DISK)
                .disabled_because(rules::nothing_to_save(state)),
            DatesAction::SaveRules,
        ),
        DatesTab::NewTerm => (
            Button::primary(promotion_words::APPLY)
                .icon(icons::CHECK)
                .disabled_because(nothing_to_do(state)),
            DatesAction::AskPromote,
        ),
        DatesTab::Announcements => (
            Button::primary(words::ANNOUNCE).icon(icons::PLUS),
            DatesAction::Open(FormOf::NewAnnouncement),
        ),
    };
    let (title, sentence) = if everything {
        (words::TITLE, words::SENTENCE)
    } else {
        (words::TAB_ANNOUNCEMENTS, words::SENTENCE_ANNOUNCING)
    };
    let header = PageHeader::new(title).sentence(sentence).action(button);
    if header.ui(ui) && state.dates.view.ready().is_some() {
        actions.push(Action::Dates(action));
    }
}

fn tabs(ui: &mut Ui, tab: DatesTab, actions: &mut Vec<Action>) {
    let names = [
        words::TAB_TIMETABLE,
        words::TAB_EXTENSIONS,
        words::TAB_RULES,
        words::TAB_ANNOUNCEMENTS,
        promotion_words::TAB,
    ];
    let selected = DatesTab::ALL.iter().position(|one| *one == tab).unwrap_or(0);
    if let Some(chosen) = tabs_ui(ui, &names, selected)
        && let Some(tab) = DatesTab::ALL.get(chosen)
    {
        actions.push(Action::Go(Page::Dates(*tab)));
    }
}
