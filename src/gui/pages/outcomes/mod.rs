//! 課程學習成果: courses of a term with their items on the left, the open item on the right.

mod actions;
pub(in crate::gui::pages) mod files;
pub(in crate::gui::pages) mod history;
mod item;
mod list;
pub(in crate::gui) mod looks;
pub(in crate::gui::pages) mod preview;
mod trash;

use eframe::egui::{Frame, Layout, Ui};

use super::panes::{OpenWidth, panes_ui};
use super::window_words::window_words;
use super::{search_is_wanted, text_field_ui};
use crate::domain::term::Term;
use crate::domain::window::{Period, WindowKind};
use crate::gui::action::Action;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::keys::ADD;
use crate::gui::route::OutcomesPlace;
use crate::gui::shell::COMPACT_BELOW;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, Field, PageHeader, page_ui, select_ui};
use crate::gui::words;
use crate::text::{self, WindowQuestion, labels};
use crate::worker::Snapshot;

/// Share of the width that the open item takes.
const ITEM_SHARE: f32 = 0.56;

/// The narrowest choice of terms that shows one in full.
const TERM_WIDTH: f32 = 180.0;

/// What the list draws with.
pub(super) struct View<'a> {
    pub state: &'a State,
    pub data: &'a Snapshot,
    pub place: OutcomesPlace,
    pub term: Term,
}

pub fn outcomes_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let (Some(data), Some(place), Some(term)) = (state.snapshot(), state.place(), state.shown_term()) else {
        return;
    };
    let view = View {
        state,
        data,
        place,
        term,
    };
    let open = place.item.and_then(|id| state.item(id));
    let open_ui = open.map(|item| {
        let view = &view;
        move |ui: &mut Ui, actions: &mut Vec<Action>| item::item_ui(ui, view, item, actions)
    });
    panes_ui(
        ui,
        "open item",
        OpenWidth::Share(ITEM_SHARE),
        open_ui,
        Frame::new(),
        |ui, actions| {
            page_ui(ui, "outcomes", |ui| {
                head_ui(ui, &view, open.is_some(), actions);
                if place.trash {
                    trash::trash_ui(ui, &view, actions);
                } else {
                    list::list_ui(ui, &view, open.is_some(), actions);
                }
            });
        },
        actions,
    );
}

fn head_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    let title = if view.place.trash {
        "垃圾桶"
    } else {
        "課程學習成果"
    };
    let mut header = PageHeader::new(title);
    if !narrow {
        header = header.sentence(sentence(view));
    }
    if !view.place.trash {
        let refusal = view.state.may_create(view.term, 1).err();
        let mut add = Button::primary(if narrow { "新增" } else { "新增成果" }).icon(icons::PLUS);
        if !narrow {
            add = add.shortcut(ADD.text());
        }
        let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
        header = header.action(add.disabled_because(reason));
    }
    if header.ui(ui) {
        actions.push(Action::Add(None));
    }
    tools_ui(ui, view, narrow, actions);
    ui.add_space(space::M);
}

/// Where we are and what can be done now: the upload window of the shown term.
fn sentence(view: &View<'_>) -> String {
    let status = &view.data.status;
    let now = view.state.now;
    if view.term == status.terms.outcome {
        return window_words(status, WindowKind::OutcomeUpload, now).sentence;
    }
    let period = Period::Term(view.term);
    let question = WindowQuestion {
        library: status.library,
        kind: WindowKind::OutcomeUpload,
        period,
        window: status.window_of(WindowKind::OutcomeUpload, period, now),
        next: status.next_window(WindowKind::OutcomeUpload, now),
    };
    text::window_line(&question, now).sentence
}

fn tools_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        if narrow {
            ui.spacing_mut().combo_width = TERM_WIDTH;
        }
        let mut terms: Vec<Term> = view.data.terms.clone();
        if !terms.contains(&view.term) {
            terms.push(view.term);
            terms.sort_unstable();
        }
        let names: Vec<String> = terms.iter().rev().map(|term| labels::term(*term)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let selected = terms.iter().rev().position(|term| *term == view.term);
        if let Some(chosen) = select_ui(ui, "shown term", "學期", &names, selected, "") {
            let term = terms.iter().rev().nth(chosen).copied();
            actions.push(Action::Place(OutcomesPlace {
                term,
                item: None,
                trash: view.place.trash,
            }));
        }
        if !narrow && !view.place.trash {
            ui.add_space(space::XS);
            let search = text_field_ui(
                ui,
                view.state,
                TextField::SearchItems,
                |text| {
                    Field::new("搜尋", text)
                        .hint("標題、課程、簡述　Ctrl+F")
                        .width(240.0)
                },
                actions,
            );
            if search_is_wanted(ui.ctx()) {
                search.request_focus();
            }
        }
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Max), |ui| {
            trash_button_ui(ui, view, actions);
        });
    });
}

fn trash_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let count = view
        .data
        .trash
        .iter()
        .filter(|item| item.facts.term == view.term)
        .count();
    let (icon, label) = if view.place.trash {
        (icons::ARROW_LEFT, "回到成果".to_owned())
    } else if count > 0 {
        (icons::TRASH, format!("垃圾桶（{count}）"))
    } else {
        (icons::TRASH, "垃圾桶".to_owned())
    };
    ui.vertical(|ui| {
        ui.add_space(size::CONTROL - space::XS);
        if Button::quiet(label).icon(icon).ui(ui).clicked() {
            actions.push(Action::Place(OutcomesPlace {
                term: view.place.term,
                item: None,
                trash: !view.place.trash,
            }));
        }
    });
}

/// Whether the window is small.
pub(super) fn is_compact(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < COMPACT_BELOW
}
