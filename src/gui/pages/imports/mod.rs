//! 匯入名冊: choosing a table, looking at its columns, looking at its rows, what came of it.

mod columns;
mod preview;
mod row;
mod start;

use eframe::egui::{self, CentralPanel, Frame, Margin, Ui};

use crate::domain::import::ImportReport;
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::imports::{ImportAction, ImportAsked, Stage, kinds};
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::update::imports::kind;
use crate::gui::widgets::{Button, Notice, NoticeKind, PageHeader, Progress, page_ui, tabs_ui, waiting_ui};
use crate::text::{imports as words, rosters};
use crate::worker::ImportStage;

pub fn imports_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    match &state.imports.stage {
        Stage::Choosing => {
            take_paste(ui, state, actions);
            page_ui(ui, "imports", |ui| start::start_ui(ui, state, actions));
        }
        Stage::Columns(table) => page_ui(ui, "columns", |ui| {
            columns::columns_ui(ui, state, table, actions);
        }),
        // The list scrolls by itself, below what says how many rows there are.
        Stage::Preview(table, sheet) => {
            let frame = Frame::new().inner_margin(Margin::same(space::L as i8));
            CentralPanel::default().frame(frame).show(ui, |ui| {
                preview::preview_ui(ui, state, table, sheet, actions);
            });
        }
        Stage::Done(report) => page_ui(ui, "done", |ui| done_ui(ui, state, report, actions)),
    }
}

/// What was copied in a spreadsheet is pasted anywhere on the page, but not into its fields.
fn take_paste(ui: &Ui, state: &State, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() || state.modal.is_some() || state.imports.job.is_some() {
        return;
    }
    let pasted = ui.ctx().input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        })
    });
    actions.extend(pasted.map(|text| Action::Import(ImportAction::Pasted(text))));
}

/// The rosters side by side, where there is a choice.
fn kinds_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(session) = &state.session else { return };
    let kinds = kinds(session);
    if kinds.len() < 2 {
        return;
    }
    let names: Vec<&str> = kinds.iter().map(|kind| rosters::roster(*kind)).collect();
    let chosen = kind(state);
    let selected = kinds.iter().position(|kind| Some(*kind) == chosen).unwrap_or(0);
    if let Some(place) = tabs_ui(ui, &names, selected)
        && let Some(kind) = kinds.get(place)
    {
        actions.push(Action::Import(ImportAction::Kind(*kind)));
    }
    ui.add_space(space::XS);
}

/// What is going on; true while something is.
fn job_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
    let Some(job) = state.imports.job else {
        return false;
    };
    if job.what == ImportAsked::Apply {
        waiting_ui(ui, words::WRITING);
        return true;
    }
    let (text, fraction) = match job.progress {
        None => (words::OPENING, 0.0),
        Some((stage, done, total)) => {
            let text = match stage {
                ImportStage::Reading => words::OPENING,
                ImportStage::Checking => words::CHECKING,
                ImportStage::Comparing => words::COMPARING,
            };
            (text, done as f32 / total.max(1) as f32)
        }
    };
    if Progress::new(text, fraction).cancel(words::CANCEL).ui(ui) {
        actions.push(Action::Import(ImportAction::Cancel));
    }
    true
}

fn done_ui(ui: &mut Ui, state: &State, report: &ImportReport, actions: &mut Vec<Action>) {
    let header = PageHeader::new(words::TITLE)
        .sentence(words::SENTENCE)
        .action(Button::primary(words::MORE).icon(icons::UPLOAD_SIMPLE));
    if header.ui(ui) {
        actions.push(Action::Import(ImportAction::Again));
    }
    let _ = Notice::new(NoticeKind::Success, words::done(report))
        .why(words::next(report.kind))
        .ui(ui);
    ui.add_space(space::L);
    start::last_ui(ui, state, actions);
}
