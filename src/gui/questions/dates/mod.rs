//! Questions and forms of 時程.

mod fields;

use eframe::egui::{Label, Ui};

use crate::domain::window::Audience;
use crate::engine::TimetableView;
use crate::gui::action::Action;
use crate::gui::dates::{DatesQuestion, Form, FormOf, row};
use crate::gui::fonts::Text;
use crate::gui::pages::consequences;
use crate::gui::state::{Asked, Purpose, State};
use crate::gui::update::dates::replaced;
use crate::gui::widgets::{Dialog, DialogAnswer, running_text_ui};
use crate::text::dates::page as words;
use crate::text::{labels, promotion};

use super::refusal_ui;
use fields::{announcement_ui, day_ui, extension_ui, grade_ui, kind_and_period_ui, whom_ui, window_ui};

pub(super) fn question_ui(
    ui: &Ui,
    state: &State,
    question: DatesQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let view = state.dates.view.ready()?;
    match question {
        DatesQuestion::Form(of) => form_ui(ui, state, view, of, actions),
        DatesQuestion::Terms(wanted) => {
            let said = consequences(view, &wanted).join("\n");
            Dialog::new(words::SWITCH_QUESTION, said, words::SWITCH, words::CANCEL).show(ui.ctx())
        }
        DatesQuestion::Remove(id) => {
            let row = row(state, id)?;
            let body = words::removal_means(&row.window.audience);
            Dialog::new(words::REMOVE_QUESTION, body, words::REMOVE, words::CANCEL)
                .destroys()
                .show_with(ui.ctx(), |ui| {
                    let subject = labels::window_subject(row.window.kind, row.window.period);
                    let student = row.student.as_ref().map(|student| student.name.as_str());
                    let whom = labels::audience(&row.window.audience, student);
                    ui.add(Label::new(Text::strong(format!("{subject}　{whom}"))).wrap());
                    let dates = words::from_to(row.window.opens, row.window.closes);
                    ui.add(Label::new(Text::secondary(dates)).wrap());
                })
        }
        DatesQuestion::Promote => {
            let wanted = state.dates.promotion.wanted()?;
            let body = promotion::question(wanted.from, wanted.to, wanted.moving());
            let title = promotion::terms(wanted.from, wanted.to);
            let title = format!("{}　{title}", promotion::TITLE);
            Dialog::new(title, body, promotion::APPLY, words::CANCEL).show(ui.ctx())
        }
        DatesQuestion::End(id) => {
            let one = view.announcements.iter().find(|one| one.id == id)?;
            Dialog::new(
                words::END_QUESTION,
                words::END_CONSEQUENCE,
                words::END,
                words::CANCEL,
            )
            .destroys()
            .show_with(ui.ctx(), |ui| {
                running_text_ui(ui, &one.text);
            })
        }
    }
}

fn form_ui(
    ui: &Ui,
    state: &State,
    view: &TimetableView,
    of: FormOf,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let form = state.dates.forms.get(&of)?;
    let (title, body, save) = heads(state, of, form);
    let busy = state.is_asked(|asked| matches!(asked, Asked::Run(Purpose::Dates(_))));
    let reason = if busy {
        Some(words::SAVING)
    } else {
        missing(of, form)
    };
    Dialog::new(title, body, save, words::CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            match of {
                FormOf::NewWindow => {
                    kind_and_period_ui(ui, view, form, actions);
                    grade_ui(ui, form, actions);
                    window_ui(ui, form, actions);
                    if let Some(window) = replaced(view, of, form) {
                        let note = words::replaces(window.opens, window.closes);
                        ui.add(Label::new(Text::secondary(note)).wrap());
                    }
                }
                FormOf::Window(_) => window_ui(ui, form, actions),
                FormOf::LastDay(_) => day_ui(ui, form, actions),
                FormOf::NewExtension => {
                    kind_and_period_ui(ui, view, form, actions);
                    whom_ui(ui, view, form, actions);
                    extension_ui(ui, form, actions);
                }
                FormOf::Extension(_) => extension_ui(ui, form, actions),
                FormOf::NewAnnouncement | FormOf::Announcement(_) => announcement_ui(ui, form, actions),
            }
        })
}

fn heads(state: &State, of: FormOf, form: &Form) -> (String, &'static str, &'static str) {
    let subject = labels::window_subject(form.kind, form.period);
    match of {
        FormOf::NewWindow => (words::SET_WINDOW.to_owned(), words::WINDOW_FORM, words::SAVE),
        FormOf::Window(_) => {
            let whom = labels::audience(&form.audience, None);
            (format!("{subject}　{whom}"), words::WINDOW_FORM, words::SAVE)
        }
        FormOf::LastDay(term) => (words::last_day(term), words::LAST_DAY_FORM, words::SAVE),
        FormOf::NewExtension => (words::EXTEND.to_owned(), words::EXTEND_FORM, words::EXTEND),
        FormOf::Extension(id) => {
            let student = row(state, id).and_then(|row| row.student.as_ref());
            let whom = labels::audience(&form.audience, student.map(|student| student.name.as_str()));
            (format!("{subject}　{whom}"), words::EXTEND_FORM, words::SAVE)
        }
        FormOf::NewAnnouncement => (words::ANNOUNCE.to_owned(), words::ANNOUNCE_FORM, words::ANNOUNCE),
        FormOf::Announcement(_) => (
            words::EDIT_ANNOUNCEMENT.to_owned(),
            words::ANNOUNCE_FORM,
            words::SAVE,
        ),
    }
}

/// What has to be chosen before anything can be sent.
fn missing(of: FormOf, form: &Form) -> Option<&'static str> {
    let without_class = form.by_class && !matches!(form.audience, Audience::Class(_));
    (of == FormOf::NewExtension && without_class).then_some(words::CHOOSE_CLASS)
}
