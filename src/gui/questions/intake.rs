//! The form for a new item, and the sheet that asks where several files go.

use eframe::egui::{Label, ScrollArea, Ui};

use super::{intake_rows, refusal_ui};
use crate::domain::description;
use crate::domain::outcome::WorkKind;
use crate::gui::action::{Action, IntakeAction};
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::intake::{Intake, NotYet};
use crate::gui::pages::{entered, text_field_ui};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, Dialog, DialogAnswer, Field, MultilineField, select_ui};
use crate::gui::words;
use crate::text::{self, labels, notes, screen};

/// The form has two columns of fields; a sheet is a table.
const FORM_WIDTH: f32 = 600.0;
const SHEET_WIDTH: f32 = 820.0;
/// How much of the window a form may take.
const HEIGHT_SHARE: f32 = 0.66;

pub(super) fn intake_ui(
    ui: &Ui,
    state: &State,
    form: &Intake,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let reason = reason(state, form);
    let (title, width) = if form.sheet {
        (format!("加入 {} 個檔案", form.rows.len()), SHEET_WIDTH)
    } else {
        ("新增課程學習成果".to_owned(), FORM_WIDTH)
    };
    let room = state
        .usage(form.term)
        .map(text::size::room_left)
        .unwrap_or_default();
    let body = format!("{}，{room}。", labels::term(form.term));
    let height = ui.ctx().content_rect().height() * HEIGHT_SHARE;
    Dialog::new(title, body, if form.sheet { "全部加入" } else { "加入" }, "取消")
        .focus_content()
        .width(width.min(ui.ctx().content_rect().width() - 4.0 * space::XL))
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            ScrollArea::vertical()
                .id_salt("new items")
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    if !form.sheet {
                        fields_ui(ui, state, form, actions);
                    }
                    intake_rows::rows_ui(ui, state, form, actions);
                    add_ui(ui, state, form, actions);
                });
        })
}

/// Why it cannot be sent yet, for the button.
fn reason(state: &State, form: &Intake) -> Option<String> {
    if form.running.is_some() {
        return Some("正在加入…".to_owned());
    }
    let data = state.snapshot()?;
    if let Err(refusal) = state.may_create(form.term, form.new_items()) {
        return Some(words::reason(&refusal, state.now));
    }
    let not_yet = form.require_complete(&data.status.limits).err()?;
    Some(match not_yet {
        NotYet::StillReading => "檔案還在讀取".to_owned(),
        NotYet::CourseMissing => "請選擇課程".to_owned(),
        NotYet::TitleMissing => "請填標題".to_owned(),
        NotYet::EndingQuestion => "請先確認副檔名不符的檔案".to_owned(),
        NotYet::SlotTwice(slot) => format!("一件最多一個{}，請移除一個", labels::slot(slot)),
        NotYet::BadFile => "請先移除不能加入的檔案".to_owned(),
        NotYet::Refused(refusal) => words::reason(&refusal, state.now),
    })
}

fn fields_ui(ui: &mut Ui, state: &State, form: &Intake, actions: &mut Vec<Action>) {
    let Some(row) = form.rows.first() else { return };
    ui.horizontal_top(|ui| {
        intake_rows::course_ui(ui, state, form, 0, actions);
        ui.add_space(space::XS);
        let names: Vec<&str> = WorkKind::ALL.into_iter().map(labels::work_kind).collect();
        let selected = row
            .work_kind
            .and_then(|kind| WorkKind::ALL.into_iter().position(|known| known == kind));
        if let Some(chosen) = select_ui(ui, "new kind", "成果種類", &names, selected, "請選擇") {
            let kind = WorkKind::ALL.get(chosen).copied();
            actions.push(Action::Intake(IntakeAction::WorkKind(0, kind)));
        }
    });
    let mut title = row.title.clone();
    let field = Field::new("標題", &mut title).help(notes::TITLE).ui(ui);
    if field.changed() {
        actions.push(Action::Intake(IntakeAction::Title(0, title)));
    }
    if field.lost_focus() {
        actions.push(Action::LeftField);
    }
    let limit = state
        .snapshot()
        .map_or(0, |data| data.status.limits.description_chars);
    let mut text = row.description.clone();
    let used = description::count(&text);
    let field = MultilineField::new("簡述", &mut text)
        .count(used as usize, limit as usize)
        .help(format!(
            "選填，但審查的人會先讀它。{}",
            notes::DESCRIPTION_COUNTING
        ))
        .rows(3)
        .ui(ui);
    if field.changed() {
        actions.push(Action::Intake(IntakeAction::Description(0, text)));
    }
    if field.lost_focus() {
        actions.push(Action::LeftField);
    }
}

fn add_ui(ui: &mut Ui, state: &State, form: &Intake, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let pick = Button::secondary("加入檔案…")
            .icon(icons::PLUS)
            .enabled(form.running.is_none());
        if pick.ui(ui).clicked() {
            actions.push(Action::Intake(IntakeAction::Pick));
        }
        if let Some(data) = state.snapshot() {
            let limits = &data.status.limits;
            let rule = format!(
                "{}；{}",
                notes::slot_rule(crate::domain::file::Slot::Document, limits),
                notes::slot_rule(crate::domain::file::Slot::Media, limits)
            );
            ui.add(Label::new(Text::secondary(rule)).wrap());
        }
    });
    ui.collapsing(Text::secondary("選檔視窗打不開？"), |ui| {
        ui.horizontal(|ui| {
            let width = ui.available_width() - size::KEY_COLUMN;
            let field = text_field_ui(
                ui,
                state,
                TextField::FilePath,
                |text| {
                    Field::new("檔案的完整路徑", text)
                        .help(screen::PATH_FIELD)
                        .width(width)
                },
                actions,
            );
            let enter = entered(ui, &field);
            ui.vertical(|ui| {
                ui.add_space(size::CONTROL - space::XS);
                if Button::secondary("讀取").ui(ui).clicked() || enter {
                    actions.push(Action::Intake(IntakeAction::TakePath));
                }
            });
        });
    });
}
