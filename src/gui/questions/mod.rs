//! What is open over the page: questions and forms.

mod activities;
mod certification;
mod choosing;
mod dates;
mod filing;
mod forms;
mod intake;
mod intake_rows;
mod keys;
mod officers;
mod people;
mod simple;

use eframe::egui::Ui;

use super::action::Action;
use super::modal::Modal;
use super::shell::said_ui;
use super::state::State;
use super::widgets::DialogAnswer;

/// Draws the open question.
pub fn modal_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(modal) = &state.modal else { return };
    let answer = match modal {
        Modal::Add(form) => intake::intake_ui(ui, state, form, actions),
        Modal::Submit(item) => simple::submit_ui(ui, state, *item),
        Modal::Delete(item) => simple::delete_ui(ui, state, *item),
        Modal::RemoveFile(item, slot) => simple::remove_file_ui(ui, state, *item, *slot),
        Modal::RequestReturn(item) => simple::request_return_ui(ui, state, *item),
        Modal::RecordState(item, wanted) => simple::record_ui(ui, state, *item, *wanted),
        Modal::FileQuestion(question) => simple::file_question_ui(ui, state, question),
        Modal::FilePath(..) => forms::path_ui(ui, state, actions),
        Modal::ChangePassword => forms::password_ui(ui, state, actions),
        Modal::LibraryPlace => simple::place_ui(ui, state, actions),
        Modal::Keys => keys::keys_ui(ui, state),
        Modal::Course { id, term, kind } => forms::course_ui(ui, state, *id, *term, *kind, actions),
        Modal::RemoveCourse(course) => simple::remove_course_ui(ui, state, *course),
        Modal::Window { kind, period } => forms::window_ui(ui, state, *kind, *period, actions),
        Modal::RemoveWindow(_) => simple::remove_window_ui(ui),
        Modal::Activity(question) => activities::question_ui(ui, state, question, actions),
        Modal::Choosing(question) => choosing::question_ui(ui, state, *question, actions),
        Modal::Filing(question) => filing::question_ui(ui, state, *question, actions),
        Modal::Batch(question) => certification::batch_ui(ui, question),
        Modal::Lockout(sent) => certification::lockout_ui(ui, state, sent),
        Modal::Summary(summary) => certification::summary_ui(ui, summary),
        Modal::UndoImport => simple::undo_import_ui(ui, state),
        Modal::Dates(question) => dates::question_ui(ui, state, *question, actions),
        Modal::Officer(question) => officers::question_ui(ui, state, *question, actions),
        Modal::ConfirmClock => forms::clock_ui(ui, state, actions),
        Modal::People(question) => people::question_ui(ui, state, question, actions),
    };
    match answer {
        Some(DialogAnswer::Confirmed) => actions.push(Action::Confirm),
        Some(DialogAnswer::Cancelled) => actions.push(Action::CloseModal),
        None => {}
    }
}

/// What was refused, inside a question.
fn refusal_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if let Some(said) = &state.said {
        said_ui(ui, said, false, actions);
    }
}
