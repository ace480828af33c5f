//! Questions about 校內幹部紀錄: reporting, answering, correcting, removing.

use eframe::egui::{Label, Ui};

use super::refusal_ui;
use crate::domain::id::PostId;
use crate::domain::officer::OfficerLevel;
use crate::domain::officer_post::WORDS_CHARS;
use crate::domain::roc;
use crate::domain::term::Term;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::officers::{OfficerAction, OfficerQuestion};
use crate::gui::pages::text_field_ui;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::officers::typed;
use crate::gui::widgets::{Dialog, DialogAnswer, Field, MultilineField, select_ui};
use crate::text::time::roc_date;
use crate::text::{labels, officer as said};

const CANCEL: &str = "取消";
/// Two fields beside each other in the form.
const HALF: f32 = (size::DIALOG_WIDE - space::M) / 2.0;
const WORDS_ROWS: usize = 3;

pub(super) fn question_ui(
    ui: &Ui,
    state: &State,
    question: OfficerQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    match question {
        OfficerQuestion::Report(post) => report_ui(ui, state, post, actions),
        OfficerQuestion::Answer(report) => {
            let report = state.officers.view.ready()?.report(report)?;
            let body = format!("{}：{}", report.student.name, report.words);
            words_dialog_ui(
                ui,
                state,
                Dialog::new(said::ANSWER_TITLE, body, said::ANSWER, CANCEL),
                (said::ANSWER_WORDS, said::ANSWER_HINT),
                actions,
            )
        }
        OfficerQuestion::Edit { .. } => edit_ui(ui, state, question, actions),
        OfficerQuestion::Remove { post, .. } => {
            let post = state.officers.view.ready()?.post(post)?;
            let body = format!(
                "{}　{}\n{}",
                post.student.name,
                said::whole(&post.post),
                said::REMOVE_BODY
            );
            words_dialog_ui(
                ui,
                state,
                Dialog::new(said::REMOVE_TITLE, body, said::REMOVE, CANCEL).destroys(),
                (said::REASON, said::REASON_HINT),
                actions,
            )
        }
    }
}

fn report_ui(
    ui: &Ui,
    state: &State,
    post: Option<PostId>,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let view = state.officers.view.ready()?;
    let (title, about, words) = match post {
        Some(post) => (
            said::REPORT,
            said::whole(&view.post(post)?.post),
            said::REPORT_WORDS,
        ),
        None => (said::REPORT_MISSING, String::new(), said::MISSING_WORDS),
    };
    let body = [about.as_str(), said::REPORT_BODY]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    words_dialog_ui(
        ui,
        state,
        Dialog::new(title, body, said::SEND_REPORT, CANCEL),
        (words, said::REPORT_HINT),
        actions,
    )
}

/// A dialog that asks for words alone.
fn words_dialog_ui(
    ui: &Ui,
    state: &State,
    dialog: Dialog,
    (label, hint): (&str, &str),
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let empty = state.forms.text(TextField::PostWords).trim().is_empty();
    dialog
        .focus_content()
        .disabled_because(busy_or(state, empty.then(|| said::fill_in(label))))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            words_ui(ui, state, label, hint, actions);
        })
}

fn busy_or(state: &State, reason: Option<String>) -> Option<String> {
    if state.is_busy() {
        Some(said::SENDING.to_owned())
    } else {
        reason
    }
}

fn words_ui(ui: &mut Ui, state: &State, label: &str, hint: &str, actions: &mut Vec<Action>) {
    let mut text = state.forms.text(TextField::PostWords).to_owned();
    let count = crate::domain::description::count(&text);
    let field = MultilineField::new(label, &mut text)
        .hint(hint)
        .rows(WORDS_ROWS)
        .count(count as usize, WORDS_CHARS as usize);
    if field.ui(ui).changed() {
        actions.push(Action::Typed(TextField::PostWords, text));
    }
}

fn edit_ui(
    ui: &Ui,
    state: &State,
    question: OfficerQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let OfficerQuestion::Edit {
        post,
        report,
        term,
        level,
    } = question
    else {
        return None;
    };
    let view = state.officers.view.ready()?;
    let (title, confirm) = match post {
        Some(_) => (said::EDIT_TITLE, said::CORRECT),
        None => (said::ADD_TITLE, said::ADD_CONFIRM),
    };
    let body = match post {
        Some(post) => {
            let seen = view.post(post)?;
            format!("{}　{}", seen.student.name, said::whole(&seen.post))
        }
        None => report
            .and_then(|id| view.report(id))
            .map_or_else(String::new, |report| {
                format!("{}：{}", report.student.name, report.words)
            }),
    };
    Dialog::new(title, body, confirm, CANCEL)
        .width(size::DIALOG_WIDE)
        .focus_content()
        .disabled_because(busy_or(state, missing(state, question)))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                if post.is_none() {
                    let known = report.is_some();
                    field_ui(ui, state, TextField::PostStudent, said::STUDENT, !known, actions);
                }
                term_ui(ui, term, actions);
                level_ui(ui, level, actions);
            });
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                field_ui(ui, state, TextField::PostUnit, said::UNIT, true, actions);
                field_ui(ui, state, TextField::PostName, said::POST_NAME, true, actions);
            });
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                day_ui(ui, state, TextField::PostFrom, said::FROM, actions);
                day_ui(ui, state, TextField::PostUntil, said::UNTIL, actions);
            });
            words_ui(ui, state, said::REASON, said::REASON_HINT, actions);
        })
}

/// Why it cannot be sent yet.
fn missing(state: &State, question: OfficerQuestion) -> Option<String> {
    let OfficerQuestion::Edit { post, .. } = question else {
        return None;
    };
    let mut fields = vec![
        (TextField::PostUnit, said::UNIT),
        (TextField::PostName, said::POST_NAME),
        (TextField::PostWords, said::REASON),
    ];
    if post.is_none() {
        fields.insert(0, (TextField::PostStudent, said::STUDENT));
    }
    let empty = fields
        .into_iter()
        .find(|(field, _)| state.forms.text(*field).trim().is_empty());
    if let Some((_, name)) = empty {
        return Some(said::fill_in(name));
    }
    typed(state, question).is_none().then(|| said::BAD_DAY.to_owned())
}

fn field_ui(
    ui: &mut Ui,
    state: &State,
    field: TextField,
    label: &str,
    enabled: bool,
    actions: &mut Vec<Action>,
) {
    let width = if field == TextField::PostStudent {
        HALF / 2.0
    } else {
        HALF
    };
    text_field_ui(
        ui,
        state,
        field,
        |text| Field::new(label, text).width(width).enabled(enabled),
        actions,
    );
}

/// A date, said in words once it is one.
fn day_ui(ui: &mut Ui, state: &State, field: TextField, label: &str, actions: &mut Vec<Action>) {
    let typed = state.forms.text(field).trim().to_owned();
    let date = roc::parse_date(&typed);
    ui.vertical(|ui| {
        ui.set_width(HALF);
        text_field_ui(
            ui,
            state,
            field,
            |text| {
                let wrong = (!typed.is_empty() && date.is_none()).then_some(said::BAD_DAY);
                Field::new(label, text)
                    .hint(said::DAY_HINT)
                    .width(HALF / 2.0)
                    .error(wrong)
            },
            actions,
        );
        if let Some(date) = date {
            ui.add(Label::new(Text::secondary(roc_date(date))));
        }
    });
}

/// The terms around the one that is chosen: four school years.
fn term_ui(ui: &mut Ui, term: Term, actions: &mut Vec<Action>) {
    let mut year = term.year.previous().previous();
    let mut terms = Vec::new();
    for _ in 0..4 {
        terms.extend(year.terms());
        year = year.next();
    }
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = terms.iter().position(|known| *known == term);
    ui.spacing_mut().combo_width = HALF / 2.0;
    if let Some(chosen) = select_ui(ui, "term of a post", said::TERM, &names, selected, "")
        && let Some(term) = terms.get(chosen)
    {
        actions.push(Action::Officer(OfficerAction::FormTerm(*term)));
    }
}

fn level_ui(ui: &mut Ui, level: OfficerLevel, actions: &mut Vec<Action>) {
    let names = OfficerLevel::ALL.map(labels::officer_level);
    let selected = OfficerLevel::ALL.into_iter().position(|known| known == level);
    if let Some(chosen) = select_ui(ui, "level of a post", said::LEVEL, &names, selected, "")
        && let Some(level) = OfficerLevel::ALL.get(chosen)
    {
        actions.push(Action::Officer(OfficerAction::Level(*level)));
    }
}
