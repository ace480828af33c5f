//! The files of the form or sheet, each with what is to be said about it.

use eframe::egui::{Label, Ui};

use crate::domain::file::{FileProblem, SizeVerdict, Slot};
use crate::domain::outcome::OutcomeState;
use crate::domain::refusal::Refusal;
use crate::engine::ItemView;
use crate::gui::action::{Action, IntakeAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::intake::{Intake, Row, RowFile, Target};
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, Field, Notice, NoticeKind, Progress, card_ui, select_ui, waiting_ui};
use crate::gui::words;
use crate::text::{self, labels, notes};
use crate::worker::PickedFile;

const TITLE_WIDTH: f32 = 260.0;

pub(super) fn rows_ui(ui: &mut Ui, state: &State, form: &Intake, actions: &mut Vec<Action>) {
    for (number, row) in form.rows.iter().enumerate() {
        if !form.sheet && matches!(row.file, RowFile::None) && row.refusal.is_none() {
            continue;
        }
        ui.push_id(("row", number), |ui| {
            card_ui(ui, |ui| {
                file_ui(ui, state, number, row, actions);
                if form.sheet && !row.done {
                    place_ui(ui, state, form, number, actions);
                }
                verdict_ui(ui, state, number, row, actions);
                if form.running == Some(number) {
                    waiting_ui(ui, "正在加入…");
                }
            });
        });
    }
}

fn file_ui(ui: &mut Ui, state: &State, number: usize, row: &Row, actions: &mut Vec<Action>) {
    match &row.file {
        RowFile::None => {}
        RowFile::Reading {
            name,
            done_bytes,
            total_bytes,
            ..
        } => {
            let fraction = if *total_bytes == 0 {
                0.0
            } else {
                *done_bytes as f32 / *total_bytes as f32
            };
            let checking = *total_bytes > 0 && done_bytes >= total_bytes;
            let text = if checking {
                format!("正在檢查 {name}")
            } else {
                format!("正在讀取 {name}")
            };
            if Progress::new(text, fraction).cancel("取消").ui(ui) {
                actions.push(Action::Intake(IntakeAction::RemoveFile(number)));
            }
        }
        RowFile::Taken(picked) => named_ui(ui, number, &picked.name, &facts(picked), row.done, actions),
        RowFile::Refused { name, trouble } => {
            named_ui(ui, number, name, "不能加入", false, actions);
            let message = words::message(trouble, state.now);
            let _ = Notice::new(NoticeKind::Refusal, message.what)
                .why(message.why)
                .now(message.cure)
                .ui(ui);
        }
    }
}

fn facts(picked: &PickedFile) -> String {
    let mut facts = format!(
        "{}，{}",
        labels::file_kind(picked.view.kind),
        text::size::size(picked.view.bytes)
    );
    if let Some(known) = &picked.view.facts {
        facts.push('，');
        facts.push_str(&text::size::content_facts(known));
    }
    facts
}

fn named_ui(ui: &mut Ui, number: usize, name: &str, about: &str, done: bool, actions: &mut Vec<Action>) {
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            if done {
                ui.label(Text::secondary("已加入").color(colors(ui).certified.ink));
            } else if Button::icon_only(icons::X, format!("移除 {name}"))
                .ui(ui)
                .clicked()
            {
                actions.push(Action::Intake(IntakeAction::RemoveFile(number)));
            }
        },
        |ui| two_lines_ui(ui, size::ROW_TALL, Text::body(name), Text::secondary(about)),
    );
}

/// The course of a row.
pub(super) fn course_ui(ui: &mut Ui, state: &State, form: &Intake, number: usize, actions: &mut Vec<Action>) {
    let courses = state.uploadable_courses(form.term);
    let names: Vec<&str> = courses.iter().map(|course| course.name.as_str()).collect();
    let chosen = form.rows.get(number).and_then(|row| row.course);
    let selected = courses.iter().position(|course| Some(course.id) == chosen);
    if let Some(chosen) = select_ui(
        ui,
        ("course of row", number),
        "課程",
        &names,
        selected,
        "請選擇課程",
    ) && let Some(course) = courses.get(chosen)
    {
        actions.push(Action::Intake(IntakeAction::Course(number, course.id)));
    }
}

/// Sheet: which course, which item, which title.
fn place_ui(ui: &mut Ui, state: &State, form: &Intake, number: usize, actions: &mut Vec<Action>) {
    let Some(row) = form.rows.get(number) else { return };
    ui.horizontal_top(|ui| {
        if row.target == Target::New {
            course_ui(ui, state, form, number, actions);
            ui.add_space(space::XS);
        }
        target_ui(ui, state, form, number, row, actions);
        ui.add_space(space::XS);
        if row.target == Target::New {
            let mut title = row.title.clone();
            if Field::new("標題", &mut title).width(TITLE_WIDTH).ui(ui).changed() {
                actions.push(Action::Intake(IntakeAction::Title(number, title)));
            }
        }
    });
}

fn target_ui(ui: &mut Ui, state: &State, form: &Intake, number: usize, row: &Row, actions: &mut Vec<Action>) {
    let mut targets = vec![(Target::New, "新的一件".to_owned())];
    for (other, there) in form.rows.iter().enumerate() {
        if other != number && there.target == Target::New && !there.done {
            let name = there
                .picked()
                .map_or(there.title.as_str(), |picked| picked.name.as_str());
            targets.push((Target::Same(other), format!("和「{name}」同一件")));
        }
    }
    let slot = row.slot();
    for item in open_items(state, form, slot) {
        targets.push((
            Target::Item(item.id),
            format!("{}·{}", item.course_name, item.title),
        ));
    }
    let names: Vec<&str> = targets.iter().map(|(_, name)| name.as_str()).collect();
    let selected = targets.iter().position(|(target, _)| *target == row.target);
    if let Some(chosen) = select_ui(ui, ("target of row", number), "放到", &names, selected, "")
        && let Some((target, _)) = targets.get(chosen)
    {
        actions.push(Action::Intake(IntakeAction::Target(number, *target)));
    }
}

/// Items that can still take a file in this place.
fn open_items<'a>(state: &'a State, form: &Intake, slot: Option<Slot>) -> Vec<&'a ItemView> {
    let Some(data) = state.snapshot() else {
        return Vec::new();
    };
    data.items
        .iter()
        .filter(|item| item.facts.term == form.term)
        .filter(|item| matches!(item.state(), OutcomeState::Draft | OutcomeState::Returned))
        .filter(|item| slot.is_some_and(|slot| item.file(slot).is_none()))
        .collect()
}

/// Cautions, the question about the ending, and what the engine refused.
fn verdict_ui(ui: &mut Ui, state: &State, number: usize, row: &Row, actions: &mut Vec<Action>) {
    if let Some(refusal) = &row.refusal {
        refusal_ui(ui, state, refusal);
    }
    let (Some(data), Some(picked)) = (state.snapshot(), row.picked()) else {
        return;
    };
    let limits = &data.status.limits;
    if let Err(FileProblem::WrongEnding { kind }) = crate::gui::intake::verdict(picked, limits, false) {
        ui.add(Label::new(Text::secondary(notes::wrong_ending(&picked.name, kind))).wrap());
        let mut agreed = row.ending_confirmed;
        if ui
            .checkbox(&mut agreed, format!("照樣加入 {}", picked.name))
            .changed()
        {
            actions.push(Action::Intake(IntakeAction::ConfirmEnding(number, agreed)));
        }
    }
    match row.verdict(limits) {
        Some(Ok(SizeVerdict::NearLimit)) => {
            caution_ui(
                ui,
                &notes::near_limit(picked.view.bytes, picked.view.kind.slot(), limits),
            );
        }
        Some(Err(problem)) if !matches!(problem, FileProblem::WrongEnding { .. }) => {
            let name = picked.name.clone();
            refusal_ui(ui, state, &Refusal::File { name, problem });
        }
        Some(Ok(SizeVerdict::Fine) | Err(_)) | None => {}
    }
    let others: Vec<&str> = picked
        .view
        .same_bytes
        .iter()
        .filter_map(|other| state.title_of(*other))
        .collect();
    if !others.is_empty() && !row.done {
        caution_ui(ui, &notes::same_bytes(&picked.name, &others));
    }
    for caution in &picked.view.cautions {
        caution_ui(ui, labels::content_caution(*caution));
    }
}

fn caution_ui(ui: &mut Ui, text: &str) {
    let ink = colors(ui).submitted.ink;
    ui.add(Label::new(Text::secondary(text).color(ink)).wrap());
}

fn refusal_ui(ui: &mut Ui, state: &State, refusal: &Refusal) {
    let message = text::refusal(refusal, state.now);
    let _ = Notice::new(NoticeKind::Refusal, message.what)
        .why(message.why)
        .now(message.cure)
        .ui(ui);
}
