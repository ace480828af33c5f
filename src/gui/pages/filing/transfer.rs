//! Records from school to school, student by student.

use eframe::egui::{Align, Label, Layout, Ui};

use crate::domain::outcome::{Origin, OutcomeState};
use crate::engine::{CopyCheck, ItemView};
use crate::gui::action::Action;
use crate::gui::filing::FilingAction;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::copies::records_ui;
use crate::gui::pages::overview::state_look;
use crate::gui::pages::{control_row_ui, entered, text_field_ui, two_lines_ui};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, EmptyState, Field, ListRow, Notice, NoticeKind, card_ui, cell_ui, divider_ui, key_text_ui,
    running_text_ui, section_header_ui, state_chip_ui, waiting_ui,
};
use crate::text::{copies as copy_words, copy, filing as words, labels, size as sizes, time};
use crate::worker::FilingResult;

use super::push;

/// Where a certification came from, in points.
const ORIGIN: f32 = 200.0;

pub(super) fn transfer_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    result_ui(ui, state, actions);
    card_ui(ui, |ui| {
        student_ui(ui, state, actions);
        ui.add_space(space::S);
        divider_ui(ui);
        ways_ui(ui, state, actions);
    });
    ui.add_space(space::L);
    brought_ui(ui, state, actions);
}

fn student_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let field = text_field_ui(
            ui,
            state,
            TextField::TransferStudent,
            |text| {
                Field::new(words::STUDENT, text)
                    .hint(words::STUDENT_HINT)
                    .width(size::SEARCH_FIELD)
            },
            actions,
        );
        let typed = state.forms.text(TextField::TransferStudent).trim();
        ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
            let look = Button::secondary(words::LOOK)
                .icon(icons::MAGNIFYING_GLASS)
                .enabled(!typed.is_empty());
            if look.ui(ui).clicked() || (!typed.is_empty() && entered(ui, &field)) {
                push(actions, FilingAction::Student);
            }
            if let Some(name) = state.filing.name_of(typed) {
                ui.add(Label::new(Text::strong(name)).truncate());
            }
        });
    });
}

fn ways_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let typed = !state.forms.text(TextField::TransferStudent).trim().is_empty();
    let may = typed && state.filing.work.is_none();
    let ways = [
        (
            words::SEND,
            [words::SEND_NAME, words::SEND_ABOUT],
            icons::EXPORT,
            FilingAction::Send,
        ),
        (
            words::TAKE,
            [words::TAKE_NAME, words::TAKE_ABOUT],
            icons::UPLOAD_SIMPLE,
            FilingAction::PickTransfer,
        ),
    ];
    for (verb, [name, about], icon, action) in ways {
        control_row_ui(
            ui,
            size::ROW_TALL,
            actions,
            |ui, actions| {
                let button = Button::secondary(verb).icon(icon).enabled(may);
                if button.ui(ui).clicked() {
                    push(actions, action);
                }
            },
            |ui| two_lines_ui(ui, size::ROW_TALL, Text::strong(name), Text::secondary(about)),
        );
    }
}

fn brought_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(student) = &state.filing.student else {
        return;
    };
    let name = state.filing.name_of(student).unwrap_or_default();
    let note = format!("{student} {name}");
    section_header_ui(ui, words::BROUGHT, Some(note.trim()), |_| {});
    match &state.filing.brought {
        Loadable::Ready(items) if items.is_empty() => {
            let nothing = EmptyState::new(
                icons::TRAY,
                words::NOTHING_BROUGHT,
                words::NOTHING_BROUGHT_SENTENCE,
            );
            card_ui(ui, |ui| nothing.ui(ui));
        }
        Loadable::Ready(items) => {
            card_ui(ui, |ui| {
                for (place, item) in items.iter().enumerate() {
                    item_ui(ui, state, item, place + 1 == items.len(), actions);
                }
            });
        }
        Loadable::Loading => waiting_ui(ui, words::READING),
        Loadable::NotAsked | Loadable::Failed(_) => {}
    }
}

fn item_ui(ui: &mut Ui, state: &State, item: &ItemView, last: bool, actions: &mut Vec<Action>) {
    let about = format!("{}　{}", item.facts.term, item.course_name);
    let origin = item.facts.origin.map_or("", labels::origin);
    let word = labels::state(item.state());
    let row = ListRow::new(format!("{} {about} {word} {origin}", item.title))
        .tall()
        .last(last);
    let _ = row.ui(ui, ("brought", item.id), |ui| {
        control_row_ui(
            ui,
            size::ROW_TALL,
            actions,
            |ui, actions| {
                let acceptable =
                    item.state() == OutcomeState::Certified && item.facts.origin == Some(Origin::Imported);
                if acceptable {
                    let accept = Button::secondary(words::ACCEPT)
                        .icon(icons::SEAL_CHECK)
                        .tooltip(item.title.clone())
                        .enabled(!state.is_busy());
                    if accept.ui(ui).clicked() {
                        push(actions, FilingAction::AskAccept(item.id));
                    }
                }
                cell_ui(ui, ORIGIN, |ui| super::secondary_ui(ui, origin));
                cell_ui(ui, size::CHIP_COLUMN, |ui| {
                    state_chip_ui(ui, state_look(item.state()), word)
                });
            },
            |ui| {
                let title = Text::strong(item.title.as_str());
                two_lines_ui(ui, size::ROW_TALL, title, Text::secondary(&about));
            },
        );
    });
}

fn result_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    match &state.filing.result {
        Some(FilingResult::Sent {
            student,
            path,
            written,
            file_bytes,
        }) => {
            let what = words::sent(student, written.items, written.files, &sizes::size(*file_bytes));
            let notice = Notice::new(NoticeKind::Success, what)
                .why(path.display().to_string())
                .action(copy_words::SHOW_FOLDER);
            if notice.ui(ui) {
                push(actions, FilingAction::ShowFolder);
            }
        }
        Some(FilingResult::Checked { student, check, .. }) => checked_ui(ui, state, student, check, actions),
        Some(FilingResult::Taken { report, .. }) => {
            let (added, already_there, refused) = report.done.counts();
            let kind = if refused > 0 || report.cancelled {
                NoticeKind::Caution
            } else {
                NoticeKind::Success
            };
            let said = copy_words::import_summary(added, already_there, refused, false);
            let mut notice = Notice::new(kind, said);
            if report.cancelled {
                notice = notice.why(copy_words::IMPORT_CANCELLED);
            }
            let _ = notice.ui(ui);
        }
        Some(FilingResult::Rosters { .. }) | None => return,
    }
    ui.add_space(space::M);
}

fn checked_ui(ui: &mut Ui, state: &State, student: &str, check: &CopyCheck, actions: &mut Vec<Action>) {
    let (added, already_there, refused) = check.counts();
    section_header_ui(ui, copy_words::CHECKED, None, |_| {});
    card_ui(ui, |ui| {
        let school = if check.source.school_name.is_empty() {
            copy::PERSONAL_LIBRARY
        } else {
            &check.source.school_name
        };
        key_text_ui(ui, copy_words::FROM, &format!("{}　{school}", check.owner.name));
        key_text_ui(ui, copy::MADE, &time::roc_moment_zoned(check.made));
        let said = copy_words::import_summary(added, already_there, refused, true);
        key_text_ui(ui, copy_words::RESULT, &said);
        let name = state.filing.name_of(student);
        if name.is_none_or(|name| name != check.owner.name) {
            let whom = name.map_or_else(|| student.to_owned(), |name| format!("{student} {name}"));
            ui.add_space(space::XS);
            let _ = Notice::new(NoticeKind::Caution, words::other_owner(&check.owner.name, &whom)).ui(ui);
        }
        ui.add_space(space::XS);
        running_text_ui(ui, copy_words::IMPORTED_STATES);
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if added > 0 && Button::primary(words::take_these(added)).ui(ui).clicked() {
                push(actions, FilingAction::Take);
            }
            if Button::secondary(copy_words::CLOSE).ui(ui).clicked() {
                push(actions, FilingAction::CloseResult);
            }
        });
    });
    ui.add_space(space::S);
    records_ui(ui, state, check.records.iter());
}
