//! 進度: who has come how far, as a picture and as tables, each row with the list behind it.

pub mod glance;
mod plot;
mod table;

use eframe::egui::{Align, Label, Layout, Ui};

use crate::engine::{ProgressRow, ProgressView};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::search_is_wanted;
use crate::gui::progress::{ProgressAction, ProgressPlace, ProgressTab};
use crate::gui::route::Page;
use crate::gui::shell::COMPACT_BELOW;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, EmptyState, Field, ListRow, PageHeader, card_ui, page_ui, section_header_ui, select_ui, tabs_ui,
    waiting_ui,
};
use crate::gui::words as gui_words;
use crate::text::{labels, progress as words, time};

const TERM_WIDTH: f32 = 190.0;
const SEARCH_WIDTH: f32 = 240.0;
/// The list of those who let people wait longest, beside the picture.
const LONGEST_WIDTH: f32 = 300.0;
const MOST_LONGEST: usize = 6;

pub fn progress_page_ui(ui: &mut Ui, state: &State, place: &ProgressPlace, actions: &mut Vec<Action>) {
    page_ui(ui, ("progress", &place.open, place.tab), |ui| {
        let ready = state.progress.view.ready().is_some_and(|view| !is_empty(view));
        let export = Button::primary(words::EXPORT)
            .icon(icons::DOWNLOAD_SIMPLE)
            .enabled(ready);
        let header = PageHeader::new(words::TITLE)
            .sentence(words::SENTENCE)
            .action(export);
        if header.ui(ui) {
            actions.push(Action::Progress(ProgressAction::Export));
        }
        term_ui(ui, state, actions);
        ui.add_space(space::S);
        match &state.progress.view {
            Loadable::Ready(view) if is_empty(view) => {
                let nothing = EmptyState::new(icons::LIST_CHECKS, words::NOTHING, words::NOTHING_SENTENCE);
                let _ = nothing.ui(ui);
            }
            Loadable::Ready(view) => view_ui(ui, state, view, place, actions),
            Loadable::Failed(trouble) => {
                let message = gui_words::message(trouble, state.now);
                ui.add(Label::new(Text::body(message.sentence())).wrap());
            }
            Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::READING),
        }
    });
}

fn is_empty(view: &ProgressView) -> bool {
    view.courses.is_empty() && view.students.is_empty()
}

/// The term, and until when its windows are open.
fn term_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(current) = state.snapshot().map(|data| data.status.terms.outcome) else {
        return;
    };
    let shown = state.progress.term.unwrap_or(current);
    let mut terms: Vec<_> = std::iter::successors(Some(current.next()), |term| Some(term.previous()))
        .take(7)
        .collect();
    if !terms.contains(&shown) {
        terms.push(shown);
    }
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    ui.horizontal(|ui| {
        ui.spacing_mut().combo_width = TERM_WIDTH;
        ui.spacing_mut().item_spacing.x = space::L;
        let selected = terms.iter().position(|term| *term == shown);
        if let Some(chosen) = select_ui(ui, "term of progress", words::TERM, &names, selected, "")
            && let Some(term) = terms.get(chosen)
        {
            actions.push(Action::Progress(ProgressAction::Term(*term)));
        }
        let Some(view) = state.progress.view.ready() else {
            return;
        };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            let upload = words::upload_until(view.upload.as_ref(), state.now);
            let certification = words::certification_until(view.certification.as_ref(), state.now);
            ui.add(Label::new(Text::strong(format!("{upload}　{certification}"))));
            let total = words::total(view.students.len(), view.total.uploaded());
            ui.add(Label::new(Text::secondary(format!(
                "{total}　{}",
                words::counted_at(view.at)
            ))));
        });
    });
}

fn view_ui(
    ui: &mut Ui,
    state: &State,
    view: &ProgressView,
    place: &ProgressPlace,
    actions: &mut Vec<Action>,
) {
    if place.open.is_none() {
        tabs_of_ui(ui, view, place, actions);
        ui.add_space(space::S);
        if place.tab.by().is_some() {
            picture_ui(ui, state, view, place, actions);
            ui.add_space(space::S);
        }
    } else {
        let back = Button::quiet(words::BACK).icon(icons::ARROW_LEFT).ui(ui);
        if back.clicked() {
            actions.push(go(ProgressPlace {
                open: None,
                ..place.clone()
            }));
        }
        ui.add_space(space::XS);
    }
    card_ui(ui, |ui| list_ui(ui, state, place, actions));
}

fn go(place: ProgressPlace) -> Action {
    Action::Go(Page::Progress(place))
}

fn tabs_of_ui(ui: &mut Ui, view: &ProgressView, place: &ProgressPlace, actions: &mut Vec<Action>) {
    let without = words::with_count(words::WITHOUT_TAB, view.without().count());
    let names = ProgressTab::ALL.map(|tab| match tab {
        ProgressTab::Without => without.as_str(),
        other => words::tab(other.by()),
    });
    let selected = ProgressTab::ALL.iter().position(|tab| *tab == place.tab);
    if let Some(tab) =
        tabs_ui(ui, &names, selected.unwrap_or(0)).and_then(|chosen| ProgressTab::ALL.get(chosen))
    {
        actions.push(go(ProgressPlace {
            tab: *tab,
            open: None,
        }));
    }
}

/// The bars, and beside them (in a narrow window below) who lets people wait longest.
fn picture_ui(
    ui: &mut Ui,
    state: &State,
    view: &ProgressView,
    place: &ProgressPlace,
    actions: &mut Vec<Action>,
) {
    let longest: Vec<&ProgressRow> = view.behind().take(MOST_LONGEST).collect();
    let beside = place.tab == ProgressTab::Class && !longest.is_empty();
    let wide = ui.ctx().content_rect().width() >= COMPACT_BELOW;
    if !(beside && wide) {
        card_ui(ui, |ui| plot_card_ui(ui, state, place, actions));
        if beside {
            ui.add_space(space::S);
            card_ui(ui, |ui| longest_ui(ui, state, &longest, actions));
        }
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let width = ui.available_width() - LONGEST_WIDTH - space::S;
        let column = |ui: &mut Ui, width: f32, draw: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout([width, 0.0].into(), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                card_ui(ui, draw);
            });
        };
        column(ui, width, &mut |ui| plot_card_ui(ui, state, place, actions));
        column(ui, LONGEST_WIDTH, &mut |ui| {
            longest_ui(ui, state, &longest, actions)
        });
    });
}

fn plot_card_ui(ui: &mut Ui, state: &State, place: &ProgressPlace, actions: &mut Vec<Action>) {
    let table = &state.progress.table;
    let name = words::plot(place.tab.by());
    let shown = plot::bars(table).len();
    let note = (shown < table.lines.len()).then(|| words::first_bars(shown, table.lines.len()));
    section_header_ui(ui, name, note.as_deref(), |_| ());
    let mut total = crate::domain::progress::Tally::default();
    table.lines.iter().for_each(|line| total.add(line.tally));
    plot::legend_ui(ui, total);
    if let Some(row) = plot::plot_ui(ui, name, table)
        && let Some(key) = table.lines.get(row).and_then(|line| line.opens.clone())
    {
        actions.push(go(ProgressPlace {
            open: Some(key),
            ..place.clone()
        }));
    }
}

fn longest_ui(ui: &mut Ui, state: &State, longest: &[&ProgressRow], actions: &mut Vec<Action>) {
    section_header_ui(ui, words::LONGEST, None, |_| ());
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, row) in longest.iter().enumerate() {
        let waits = words::items(row.tally.waiting);
        let since = row
            .oldest_waiting
            .map(|since| time::waited_days(since, state.now));
        let since = since.unwrap_or_default();
        let name = format!("{} {waits} {since}", row.name);
        let list = ListRow::new(name).last(place + 1 == longest.len());
        let response = list.ui(ui, ("longest", &row.key), |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(Label::new(Text::secondary(format!("{waits}　{since}"))));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(Text::body(&row.name)).truncate());
                });
            });
        });
        if response.response.clicked() {
            actions.push(go(ProgressPlace {
                tab: ProgressTab::Teacher,
                open: Some(row.key.clone()),
            }));
        }
    }
}

fn list_ui(ui: &mut Ui, state: &State, place: &ProgressPlace, actions: &mut Vec<Action>) {
    let table = &state.progress.table;
    let title = table
        .title
        .as_deref()
        .unwrap_or_else(|| words::tab(place.tab.by()));
    let count = words::rows(table.lines.len(), table.all);
    section_header_ui(ui, title, Some(&count), |ui| {
        let copy = Button::quiet(words::COPY).icon(icons::COPY);
        if !table.lines.is_empty() && copy.ui(ui).clicked() {
            actions.push(Action::Progress(ProgressAction::Copy));
        }
    });
    if table.all == 0 {
        let (title, sentence) = match (place.tab, &place.open) {
            (ProgressTab::Without, None) => (words::EVERYBODY, words::EVERYBODY_SENTENCE),
            (ProgressTab::Teacher, Some(_)) => (words::NOBODY_WAITS, words::NOBODY_WAITS_SENTENCE),
            _ => (words::NOTHING, words::NOTHING_SENTENCE),
        };
        let _ = EmptyState::new(icons::CHECK_CIRCLE, title, sentence).ui(ui);
        return;
    }
    search_ui(ui, state, actions);
    if table.lines.is_empty() {
        let nothing = EmptyState::new(
            icons::MAGNIFYING_GLASS,
            words::NOTHING_FOUND,
            words::NOTHING_FOUND_SENTENCE,
        );
        let _ = nothing.ui(ui);
        return;
    }
    table::table_ui(ui, state, place, actions);
    ui.add_space(size::FOCUS_GAP);
}

fn search_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let mut text = state.forms.text(TextField::SearchProgress).to_owned();
    let field = Field::new(words::SEARCH, &mut text)
        .hint(words::SEARCH_HINT)
        .width(SEARCH_WIDTH)
        .ui(ui);
    if field.changed() {
        actions.push(Action::Progress(ProgressAction::Search(text)));
    }
    if search_is_wanted(ui.ctx()) {
        field.request_focus();
    }
    ui.add_space(space::XXS);
}
