//! Small forms in dialogs.

use eframe::egui::{Label, Ui};

use super::refusal_ui;
use crate::domain::course::CourseKind;
use crate::domain::id::OfferingId;
use crate::domain::term::Term;
use crate::domain::window::{Period, WindowKind};
use crate::gui::action::{Action, SettingsAction};
use crate::gui::fonts::Text;
use crate::gui::forms::{SecretField, TextField};
use crate::gui::pages::door::{NEW_PASSWORD, is_good, new_password_ui};
use crate::gui::pages::{password, secret_field_ui, text_field_ui};
use crate::gui::state::{Asked, State};
use crate::gui::widgets::{Dialog, DialogAnswer, Field, select_ui};
use crate::text::{labels, screen};

const CANCEL: &str = "取消";
/// A date, a time, a number of credits.
const SHORT: f32 = 160.0;

pub(super) fn path_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let empty = state.forms.text(TextField::FilePath).trim().is_empty();
    Dialog::new("輸入檔案路徑", screen::PATH_FIELD, "加入", CANCEL)
        .focus_content()
        .disabled_because(empty.then_some("請先輸入路徑"))
        .show_with(ui.ctx(), |ui| {
            text_field_ui(
                ui,
                state,
                TextField::FilePath,
                |text| Field::new("完整路徑", text),
                actions,
            );
        })
}

pub(super) fn password_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let session = state.session.as_ref()?;
    let (account, roles) = (session.account_name.clone(), session.roles.clone());
    let busy = state.is_asked(|asked| *asked == Asked::ChangePassword);
    let complete = !state.forms.secret(SecretField::Current).is_empty() && is_good(state, &roles, &account);
    let reason = match (busy, complete) {
        (true, _) => Some("正在變更密碼"),
        (false, false) => Some("目前的密碼和新密碼都要填好"),
        (false, true) => None,
    };
    Dialog::new("變更密碼", "", "變更密碼", CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            secret_field_ui(
                ui,
                state,
                SecretField::Current,
                |text| password("目前的密碼", text),
                actions,
            );
            new_password_ui(ui, state, NEW_PASSWORD, &roles, &account, actions);
        })
}

pub(super) fn course_ui(
    ui: &Ui,
    state: &State,
    id: Option<OfferingId>,
    term: Term,
    kind: CourseKind,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let title = if id.is_some() {
        "修改課程"
    } else {
        "新增課程"
    };
    let nameless = state.forms.text(TextField::CourseName).trim().is_empty();
    Dialog::new(title, "", "儲存", CANCEL)
        .focus_content()
        .disabled_because(nameless.then_some("請填課程名稱"))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            text_field_ui(
                ui,
                state,
                TextField::CourseName,
                |text| Field::new("課程名稱", text),
                actions,
            );
            ui.horizontal_top(|ui| {
                text_field_ui(
                    ui,
                    state,
                    TextField::CourseCredits,
                    |text| Field::new("學分", text).width(SHORT),
                    actions,
                );
                kind_ui(ui, kind, actions);
            });
            term_ui(ui, state, term, actions);
            text_field_ui(
                ui,
                state,
                TextField::CourseTeacher,
                |text| Field::new("任課老師", text),
                actions,
            );
            text_field_ui(
                ui,
                state,
                TextField::CourseCode,
                |text| Field::new("課程代碼", text).help("選填。學校課表上的 23 碼代碼。"),
                actions,
            );
        })
}

fn kind_ui(ui: &mut Ui, kind: CourseKind, actions: &mut Vec<Action>) {
    let names: Vec<&str> = CourseKind::ALL.into_iter().map(labels::course_kind).collect();
    let selected = CourseKind::ALL.into_iter().position(|known| known == kind);
    if let Some(chosen) = select_ui(ui, "course kind", "課程類別", &names, selected, "")
        && let Some(kind) = CourseKind::ALL.get(chosen)
    {
        actions.push(Action::Settings(SettingsAction::CourseKind(*kind)));
    }
}

/// The three years around the term.
fn term_ui(ui: &mut Ui, state: &State, term: Term, actions: &mut Vec<Action>) {
    let entry = state.snapshot().and_then(|data| data.status.concerned.entry_year);
    let first = entry.unwrap_or_else(|| term.year.previous()).min(term.year);
    let mut terms = Vec::new();
    let mut year = first;
    while year <= term.year.max(first.next().next()) {
        terms.extend(year.terms());
        year = year.next();
    }
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = terms.iter().position(|known| *known == term);
    if let Some(chosen) = select_ui(ui, "course term", "學期", &names, selected, "")
        && let Some(term) = terms.get(chosen)
    {
        actions.push(Action::Settings(SettingsAction::CourseTerm(*term)));
    }
}

pub(super) fn window_ui(
    ui: &Ui,
    state: &State,
    kind: WindowKind,
    period: Period,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let title = labels::window_subject(kind, period);
    Dialog::new(
        title,
        "照學校公布的日期填寫（台北時間）。日期寫成 115/2/3，時間寫成 23:59。",
        "儲存",
        CANCEL,
    )
    .focus_content()
    .show_with(ui.ctx(), |ui| {
        refusal_ui(ui, state, actions);
        let mut pair = |ui: &mut Ui, date, date_label, time, time_label| {
            ui.horizontal_top(|ui| {
                text_field_ui(
                    ui,
                    state,
                    date,
                    |text| Field::new(date_label, text).width(SHORT),
                    actions,
                );
                text_field_ui(
                    ui,
                    state,
                    time,
                    |text| Field::new(time_label, text).width(SHORT),
                    actions,
                );
            });
        };
        pair(
            ui,
            TextField::OpensDate,
            "開放日期",
            TextField::OpensTime,
            "開放時間",
        );
        pair(
            ui,
            TextField::ClosesDate,
            "截止日期",
            TextField::ClosesTime,
            "截止時間",
        );
    })
}

pub(super) fn clock_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let empty = state.forms.text(TextField::ClockReason).trim().is_empty();
    let body = "電腦的時鐘比檔案庫最後的紀錄還早。最好的辦法是先調整電腦的時鐘；確定現在的時間正確，才在這裡說明原因。";
    Dialog::new("時鐘沒有錯？", body, "確認時鐘正確", CANCEL)
        .focus_content()
        .disabled_because(empty.then_some("請說明原因"))
        .show_with(ui.ctx(), |ui| {
            ui.add(Label::new(Text::secondary("這個確認會記在歷程紀錄裡。")).wrap());
            text_field_ui(
                ui,
                state,
                TextField::ClockReason,
                |text| Field::new("原因", text),
                actions,
            );
        })
}
