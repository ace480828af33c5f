//! Everything of all terms: search, filters, and a picture of three years.

mod time_line;

use eframe::egui::{Align, Label, Layout, Sense, Ui, vec2};

use super::{category_icon, search_is_wanted};
use crate::domain::activity::Category;
use crate::domain::term::SchoolYear;
use crate::engine::{FindQuery, Found, FoundKind};
use crate::gui::action::Action;
use crate::gui::finding::FindAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::overview::state_look;
use crate::gui::pages::two_lines_ui;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{
    Button, EmptyState, Field, ListRow, PageHeader, card_ui, cell_ui, page_ui, section_header_ui, select_ui,
    state_chip_ui, tabs_ui, waiting_ui,
};
use crate::gui::words;
use crate::text::{activity, find as said, labels};

const SEARCH_WIDTH: f32 = 300.0;
const FILTER_WIDTH: f32 = 150.0;
const DATE_COLUMN: f32 = 190.0;

pub fn find_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    page_ui(ui, "find", |ui| {
        let _ = PageHeader::new(said::TITLE).sentence(said::SENTENCE).ui(ui);
        query_ui(ui, state, actions);
        ui.add_space(space::M);
        match &state.finding.found {
            Loadable::Ready(found) => found_ui(ui, state, found, actions),
            Loadable::Failed(trouble) => {
                let message = words::message(trouble, state.now);
                ui.add(Label::new(Text::body(message.sentence())).wrap());
            }
            Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, "正在尋找…"),
        }
    });
}

fn query_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let query = &state.finding.query;
    let push = |actions: &mut Vec<Action>, action| actions.push(Action::Find(action));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.spacing_mut().combo_width = FILTER_WIDTH;
        let mut text = query.text.clone();
        let search = Field::new("搜尋", &mut text)
            .hint(said::SEARCH_HINT)
            .width(SEARCH_WIDTH)
            .ui(ui);
        if search.changed() {
            push(actions, FindAction::Text(text));
        }
        if search_is_wanted(ui.ctx()) {
            search.request_focus();
        }
        let mut categories = vec![said::ALL];
        categories.extend(Category::ALL.into_iter().map(labels::category));
        let selected = query
            .category
            .and_then(|category| Category::ALL.into_iter().position(|one| one == category))
            .map_or(0, |place| place + 1);
        if let Some(chosen) = select_ui(ui, "find category", "類別", &categories, Some(selected), "") {
            let category = chosen
                .checked_sub(1)
                .and_then(|place| Category::ALL.get(place).copied());
            push(actions, FindAction::Category(category));
        }
        let years = years(state);
        let names: Vec<String> = years.iter().map(|year| labels::school_year(*year)).collect();
        let mut options = vec![activity::ALL_YEARS];
        options.extend(names.iter().map(String::as_str));
        let selected = query
            .year
            .and_then(|year| years.iter().position(|one| *one == year))
            .map_or(0, |place| place + 1);
        if let Some(chosen) = select_ui(ui, "find year", "學年度", &options, Some(selected), "") {
            let year = chosen.checked_sub(1).and_then(|place| years.get(place).copied());
            push(actions, FindAction::Year(year));
        }
        tags_ui(ui, state, actions);
    });
    ui.add_space(space::XS);
    let selected = usize::from(state.finding.as_time_line);
    if let Some(chosen) = tabs_ui(ui, &[said::AS_LIST, said::AS_TIME_LINE], selected) {
        push(actions, FindAction::AsTimeLine(chosen == 1));
    }
}

fn tags_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let tags = &state.finding.tags;
    if tags.is_empty() {
        return;
    }
    let mut options = vec![said::ALL];
    options.extend(tags.iter().map(String::as_str));
    let wanted = state.finding.query.tag.as_ref();
    let selected = wanted
        .and_then(|tag| tags.iter().position(|one| one == tag))
        .map_or(0, |place| place + 1);
    if let Some(chosen) = select_ui(ui, "find tag", activity::TAGS, &options, Some(selected), "") {
        let tag = chosen.checked_sub(1).and_then(|place| tags.get(place).cloned());
        actions.push(Action::Find(FindAction::Tag(tag)));
    }
}

/// School years of this person: those at school, else those with something in them.
fn years(state: &State) -> Vec<SchoolYear> {
    let Some(data) = state.snapshot() else {
        return Vec::new();
    };
    let mut years: Vec<SchoolYear> = data.terms.iter().map(|term| term.year).collect();
    years.extend(data.activities.iter().map(|activity| activity.facts.term.year));
    if let Some(studied) = data.status.activity_rules.years {
        years.extend(studied.school_years());
    }
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

fn found_ui(ui: &mut Ui, state: &State, found: &[Found], actions: &mut Vec<Action>) {
    if found.is_empty() {
        let empty = EmptyState::new(icons::MAGNIFYING_GLASS, said::NOTHING, said::NOTHING_SENTENCE);
        let looked = state.finding.query != FindQuery::default();
        let empty = if looked {
            empty.action(Button::secondary(said::CLEAR))
        } else {
            empty
        };
        if empty.ui(ui) {
            actions.push(Action::Find(FindAction::Clear));
        }
        return;
    }
    card_ui(ui, |ui| {
        let count = activity::count(found.len());
        if state.finding.as_time_line {
            section_header_ui(ui, said::THREE_YEARS, Some(&count), |_| ());
            time_line::time_line_ui(ui, state, found, actions);
        } else {
            section_header_ui(ui, said::FOUND, Some(&count), |_| ());
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, one) in found.iter().enumerate() {
                row_ui(ui, one, index + 1 == found.len(), actions);
            }
        }
    });
}

fn row_ui(ui: &mut Ui, found: &Found, last: bool, actions: &mut Vec<Action>) {
    let about = about(found);
    let row = ListRow::new(format!("{} {about}", found.title))
        .tall()
        .last(last)
        .ui(ui, ("found", found.id), |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
            icons::paint(ui.painter(), rect.center(), icon(found), colors(ui).accent);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                cell_ui(ui, size::CHIP_COLUMN, |ui| {
                    if let FoundKind::Outcome(state) = found.kind {
                        state_chip_ui(ui, state_look(state), labels::state(state));
                    }
                });
                cell_ui(ui, DATE_COLUMN, |ui| {
                    ui.add(Label::new(Text::secondary(when(found))).truncate());
                });
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = Text::body(found.title.as_str());
                    two_lines_ui(ui, size::ROW_TALL, title, Text::secondary(about));
                });
            });
        });
    if row.response.clicked() {
        actions.push(Action::Go(page_of(found)));
    }
}

fn icon(found: &Found) -> &'static str {
    match found.kind {
        FoundKind::Outcome(_) => icons::BOOK_OPEN,
        FoundKind::Activity(category) => category_icon(category),
    }
}

pub(super) fn page_of(found: &Found) -> Page {
    match found.kind {
        FoundKind::Outcome(_) => Page::item(found.id, found.term),
        FoundKind::Activity(_) => Page::activity(found.id),
    }
}

/// `課程學習成果·物理　#科學`
fn about(found: &Found) -> String {
    let kind = match found.kind {
        FoundKind::Outcome(_) => format!("課程學習成果·{}", found.detail),
        FoundKind::Activity(category) => labels::category(category).to_owned(),
    };
    let tags: String = found.tags.iter().map(|tag| format!("　#{tag}")).collect();
    format!("{kind}{tags}")
}

/// The term of an outcome, the days of an activity.
fn when(found: &Found) -> String {
    match found.span {
        Some(span) => activity::short_days(span),
        None => found.term.to_string(),
    }
}
