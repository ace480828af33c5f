//! The roster: every post of the school, with what can be done about it.

use eframe::egui::{Align, Label, Layout, Ui};

use crate::engine::{OfficerView, PostView};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::officers::{OfficerAction, OfficerQuestion};
use crate::gui::pages::{search_is_wanted, text_field_ui, two_lines_ui};
use crate::gui::shell::COMPACT_BELOW;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, EmptyState, Field, ListRow, card_ui, cell_ui, menu_button_ui, menu_item_ui, section_header_ui,
    select_ui,
};
use crate::text::{labels, officer as said};

const SEARCH_WIDTH: f32 = 300.0;
const TERM_WIDTH: f32 = 170.0;
const STUDENT: f32 = 200.0;
const DAYS: f32 = 170.0;
const STANDING: f32 = 56.0;
/// More rows than anybody reads: who looks for one searches.
const MOST_ROWS: usize = 400;

pub(super) fn ask(question: OfficerQuestion) -> Action {
    Action::Officer(OfficerAction::Ask(question))
}

/// The form of a post as it is.
pub(super) fn edit(view: &PostView, report: Option<crate::domain::id::PostReportId>) -> Action {
    ask(OfficerQuestion::Edit {
        post: Some(view.id),
        report,
        term: view.post.term,
        level: view.post.level,
    })
}

pub(super) fn posts_ui(ui: &mut Ui, state: &State, view: &OfficerView, actions: &mut Vec<Action>) {
    if view.posts.is_empty() {
        let _ = EmptyState::new(icons::FLAG, said::NOTHING, said::NOTHING_SENTENCE).ui(ui);
        return;
    }
    tools_ui(ui, state, actions);
    ui.add_space(space::S);
    let shown = state.officers.shown(state.forms.text(TextField::SearchPosts));
    card_ui(ui, |ui| {
        let count = said::count(shown.len());
        section_header_ui(ui, said::OWN_TITLE, Some(&count), |ui| {
            let copy = Button::quiet(said::COPY).icon(icons::COPY);
            if !shown.is_empty() && copy.ui(ui).clicked() {
                actions.push(Action::Officer(OfficerAction::Copy));
            }
        });
        if shown.is_empty() {
            let nothing = EmptyState::new(
                icons::MAGNIFYING_GLASS,
                said::NOTHING_FOUND,
                said::NOTHING_FOUND_SENTENCE,
            );
            let _ = nothing.ui(ui);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = shown.len().min(MOST_ROWS);
        for (place, post) in shown.iter().take(MOST_ROWS).enumerate() {
            row_ui(ui, post, place + 1 == rows, actions);
        }
        if shown.len() > MOST_ROWS {
            ui.add_space(space::S);
            ui.label(Text::secondary(said::more(shown.len() - MOST_ROWS)));
        }
    });
}

fn tools_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.spacing_mut().combo_width = TERM_WIDTH;
        let search = text_field_ui(
            ui,
            state,
            TextField::SearchPosts,
            |text| {
                Field::new(said::SEARCH, text)
                    .hint(said::SEARCH_HINT)
                    .width(SEARCH_WIDTH)
            },
            actions,
        );
        if search_is_wanted(ui.ctx()) {
            search.request_focus();
        }
        let terms = state.officers.terms();
        let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
        let mut options = vec![said::ALL_TERMS];
        options.extend(names.iter().map(String::as_str));
        let selected = match state.officers.term {
            None => Some(0),
            Some(term) => terms.iter().position(|one| *one == term).map(|place| place + 1),
        };
        if let Some(chosen) = select_ui(ui, "term of posts", said::TERM, &options, selected, "") {
            let term = chosen.checked_sub(1).and_then(|place| terms.get(place)).copied();
            actions.push(Action::Officer(OfficerAction::Term(term)));
        }
    });
}

fn row_ui(ui: &mut Ui, view: &PostView, last: bool, actions: &mut Vec<Action>) {
    let (student, post) = (&view.student, &view.post);
    let who = format!("{} {}", student.name, student.account);
    let place = said::class_and_seat(&student.class, &student.seat);
    let what = said::post(post);
    let about = format!("{}　{}", labels::officer_level(post.level), post.term);
    let days = said::short_days(post);
    let standing = said::standing(view.removed, view.reported, !view.corrections.is_empty());
    let name = format!("{what} {who} {place} {about} {days} {standing}");
    let compact = ui.ctx().content_rect().width() < COMPACT_BELOW;
    let row = ListRow::new(name)
        .tall()
        .last(last)
        .ui(ui, ("post", view.student_id, view.id), |ui| {
            cell_ui(ui, if compact { STUDENT * 0.8 } else { STUDENT }, |ui| {
                two_lines_ui(
                    ui,
                    size::ROW_TALL,
                    Text::strong(&student.name),
                    Text::secondary(format!("{place}　{}", student.account)),
                );
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                menu_ui(ui, view, &format!("{what} {} {about}", student.name), actions);
                cell_ui(ui, STANDING, |ui| ui.label(Text::label(standing)));
                cell_ui(ui, DAYS, |ui| {
                    ui.add(Label::new(Text::secondary(days)).truncate())
                });
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    two_lines_ui(ui, size::ROW_TALL, Text::body(&what), Text::secondary(about));
                });
            });
        });
    if row.response.clicked() && !view.removed {
        actions.push(edit(view, None));
    }
    if !view.corrections.is_empty() {
        row.response.on_hover_ui(|ui| {
            ui.set_max_width(size::TOOLTIP);
            super::corrections_ui(ui, &view.corrections);
        });
    }
}

fn menu_ui(ui: &mut Ui, view: &PostView, what: &str, actions: &mut Vec<Action>) {
    if view.removed {
        ui.add_space(size::CONTROL);
        return;
    }
    let name = format!("{} {what}", said::CORRECT);
    menu_button_ui(ui, Button::icon_only(icons::DOTS_THREE, name), |ui| {
        if menu_item_ui(ui, icons::PENCIL_SIMPLE, said::CORRECT_ELLIPSIS, "").clicked() {
            actions.push(edit(view, None));
            ui.close();
        }
        if menu_item_ui(ui, icons::TRASH, said::REMOVE_ELLIPSIS, "").clicked() {
            let question = OfficerQuestion::Remove {
                post: view.id,
                report: None,
            };
            actions.push(ask(question));
            ui.close();
        }
    });
}
