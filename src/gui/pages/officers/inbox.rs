//! Reports: the words of the student, what was corrected, the answer. The same cards for both sides.

use eframe::egui::{Label, Ui};

use crate::engine::{OfficerView, PostReportView};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::officers::{OfficerAction, OfficerQuestion};
use crate::gui::theme::{colors, space};
use crate::gui::widgets::{
    Button, EmptyState, card_ui, divider_ui, key_text_ui, key_value_ui, section_header_ui,
};
use crate::text::{officer as said, time};

use super::posts::{ask, edit};

pub(super) fn inbox_ui(ui: &mut Ui, view: &OfficerView, keeps: bool, actions: &mut Vec<Action>) {
    if view.reports.is_empty() {
        let _ = EmptyState::new(icons::TRAY, said::NO_REPORTS, said::NO_REPORTS_SENTENCE).ui(ui);
        return;
    }
    for report in &view.reports {
        ui.push_id(report.id, |ui| {
            card_ui(ui, |ui| report_ui(ui, view, report, keeps, actions));
        });
        ui.add_space(space::S);
    }
}

fn report_ui(
    ui: &mut Ui,
    view: &OfficerView,
    report: &PostReportView,
    keeps: bool,
    actions: &mut Vec<Action>,
) {
    let about = report
        .stood
        .as_ref()
        .map_or_else(|| said::MISSING_ONE.to_owned(), said::post);
    let student = &report.student;
    let place = said::class_and_seat(&student.class, &student.seat);
    let title = if keeps {
        format!("{}　{about}", student.name)
    } else {
        about
    };
    let note = keeps.then(|| format!("{place}　{}", student.account));
    section_header_ui(ui, &title, note.as_deref(), |ui| state_ui(ui, report.is_open()));
    if let Some(stood) = &report.stood {
        key_text_ui(ui, said::STOOD, &said::whole(stood));
    }
    key_text_ui(ui, said::REPORT_KEY, &report.words);
    key_text_ui(ui, said::AT_KEY, &time::roc_moment(report.at));
    if !report.corrections.is_empty() {
        key_value_ui(ui, said::CORRECTIONS, |ui| {
            super::corrections_ui(ui, &report.corrections)
        });
    }
    match &report.answer {
        Some(answer) => {
            divider_ui(ui);
            key_text_ui(ui, said::ANSWER, &answer.words);
            let by = format!("{}　{}", answer.by, time::roc_moment(answer.at));
            key_value_ui(ui, "", |ui| ui.label(Text::secondary(by)));
        }
        None if keeps => buttons_ui(ui, view, report, actions),
        None => {
            ui.add(Label::new(Text::secondary(said::WAITS)).wrap());
        }
    }
}

/// The word with its shape: nothing is known by colour alone.
fn state_ui(ui: &mut Ui, open: bool) {
    let c = colors(ui);
    let (icon, ink) = if open {
        (icons::CLOCK, c.submitted.ink)
    } else {
        (icons::CHECK, c.certified.ink)
    };
    let text = format!("{icon} {}", said::report_state(open));
    ui.add(Label::new(Text::label(text).color(ink)));
}

fn buttons_ui(ui: &mut Ui, view: &OfficerView, report: &PostReportView, actions: &mut Vec<Action>) {
    let name = &report.student.name;
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let answer = Button::secondary(said::ANSWER_ELLIPSIS).icon(icons::CHAT_TEXT);
        if answer
            .tooltip(format!("{}：{name}", said::ANSWER))
            .ui(ui)
            .clicked()
        {
            actions.push(ask(OfficerQuestion::Answer(report.id)));
        }
        let post = report
            .post
            .and_then(|id| view.post(id))
            .filter(|post| !post.removed);
        if let Some(post) = post {
            let correct = Button::secondary(said::CORRECT_ELLIPSIS).icon(icons::PENCIL_SIMPLE);
            if correct.ui(ui).clicked() {
                actions.push(edit(post, Some(report.id)));
            }
            let remove = Button::quiet(said::REMOVE_ELLIPSIS).icon(icons::TRASH);
            if remove.ui(ui).clicked() {
                let question = OfficerQuestion::Remove {
                    post: post.id,
                    report: Some(report.id),
                };
                actions.push(ask(question));
            }
        } else if report.post.is_none() {
            let add = Button::secondary(said::ADD_FOR_REPORT).icon(icons::PLUS);
            if add.ui(ui).clicked() {
                actions.push(Action::Officer(OfficerAction::AddFor(report.id)));
            }
        }
    });
}
