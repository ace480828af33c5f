//! Questions with a yes and a no.

use eframe::egui::{Label, Ui};

use crate::domain::file::{FileProblem, SizeVerdict, Slot};
use crate::domain::id::{ItemId, OfferingId};
use crate::domain::outcome::OutcomeState;
use crate::domain::window::{Period, WindowKind};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::intake::{FileQuestion, verdict};
use crate::gui::state::State;
use crate::gui::widgets::{Button, Dialog, DialogAnswer, Notice, NoticeKind, key_text_ui};
use crate::text::{imports, labels, notes, size};
use crate::worker::PickedFile;

const CANCEL: &str = "取消";

pub(super) fn submit_ui(ui: &Ui, state: &State, id: ItemId) -> Option<DialogAnswer> {
    let item = state.item(id)?;
    let names: Vec<&str> = item.files.iter().map(|file| file.name.as_str()).collect();
    let body = notes::submit_confirmation(&names, item.description.trim().is_empty());
    Dialog::new("送出認證", body, "送出認證", "再看一下").show_with(ui.ctx(), |ui| {
        key_text_ui(ui, "課程", &format!("{}·{}", item.course_name, item.facts.term));
        key_text_ui(ui, "標題", &item.title);
        for file in &item.files {
            key_text_ui(
                ui,
                labels::slot(file.slot),
                &format!("{}　{}", file.name, size::size(file.bytes)),
            );
        }
    })
}

pub(super) fn delete_ui(ui: &Ui, state: &State, id: ItemId) -> Option<DialogAnswer> {
    let item = state.item(id)?;
    let until = state.snapshot().and_then(|data| {
        data.status
            .window_of(
                WindowKind::OutcomeUpload,
                Period::Term(item.facts.term),
                state.now,
            )
            .map(|window| window.closes)
    });
    let body = notes::delete_confirmation(&item.title, until);
    Dialog::new("刪除這一件？", body, "刪除", CANCEL)
        .destroys()
        .show(ui.ctx())
}

pub(super) fn remove_file_ui(ui: &Ui, state: &State, id: ItemId, slot: Slot) -> Option<DialogAnswer> {
    let file = state.item(id)?.file(slot)?;
    let body = format!(
        "「{}」會從這一件移除，而且無法復原；需要的話請先用「另存新檔…」存下來。",
        file.name
    );
    Dialog::new("移除檔案？", body, "移除檔案", CANCEL)
        .destroys()
        .show(ui.ctx())
}

pub(super) fn request_return_ui(ui: &Ui, state: &State, id: ItemId) -> Option<DialogAnswer> {
    state.item(id)?;
    Dialog::new("請老師退回", notes::REQUEST_RETURN, "送出請求", CANCEL).show(ui.ctx())
}

pub(super) fn record_ui(ui: &Ui, state: &State, id: ItemId, wanted: OutcomeState) -> Option<DialogAnswer> {
    let item = state.item(id)?;
    let title = format!("記錄為「{}」", labels::state(wanted));
    Dialog::new(title, notes::SELF_REPORTED, "記錄", CANCEL).show_with(ui.ctx(), |ui| {
        key_text_ui(ui, "成果", &item.title);
    })
}

/// A received file that raises questions: all of them at once, answered once.
pub(super) fn file_question_ui(ui: &Ui, state: &State, question: &FileQuestion) -> Option<DialogAnswer> {
    received_ui(ui, state, &question.picked, Some(question.item))
}

/// `item`: where it goes, so that the item's own bytes are no news.
pub(super) fn received_ui(
    ui: &Ui,
    state: &State,
    picked: &PickedFile,
    item: Option<ItemId>,
) -> Option<DialogAnswer> {
    let data = state.snapshot()?;
    let limits = &data.status.limits;
    let slot = picked.view.kind.slot();
    let mut cautions: Vec<String> = Vec::new();
    match verdict(picked, limits, false) {
        Err(FileProblem::WrongEnding { kind }) => cautions.push(notes::wrong_ending(&picked.name, kind)),
        Ok(SizeVerdict::NearLimit) => cautions.push(notes::near_limit(picked.view.bytes, slot, limits)),
        Ok(SizeVerdict::Fine) | Err(_) => {}
    }
    let others: Vec<&str> = picked
        .view
        .same_bytes
        .iter()
        .filter(|other| Some(**other) != item)
        .filter_map(|other| state.title_of(*other))
        .collect();
    if !others.is_empty() {
        cautions.push(notes::same_bytes(&picked.name, &others));
    }
    cautions.extend(
        picked
            .view
            .cautions
            .iter()
            .map(|caution| labels::content_caution(*caution).to_owned()),
    );
    Dialog::new("加入這個檔案？", "", "加入", CANCEL).show_with(ui.ctx(), |ui| {
        key_text_ui(
            ui,
            "檔案",
            &format!("{}　{}", picked.name, size::size(picked.view.bytes)),
        );
        for caution in cautions {
            let _ = Notice::new(NoticeKind::Caution, caution).ui(ui);
        }
    })
}

pub(super) fn place_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let library = state.library.as_ref()?;
    let path = library.path.display().to_string();
    let body = "全部的紀錄和檔案都在這一個檔案裡，複製它就是備份；請先關閉程式再複製。";
    Dialog::reading("檔案庫位置", body, "關閉").show_with(ui.ctx(), |ui| {
        key_text_ui(ui, "種類", labels::library_kind(library.kind));
        key_text_ui(ui, "位置", &path);
        if library.others > 0 {
            key_text_ui(
                ui,
                "使用中",
                &format!("另有 {} 個程式開啟同一個檔案庫", library.others),
            );
        }
        if Button::secondary("複製路徑").icon(icons::COPY).ui(ui).clicked() {
            actions.push(Action::Copy(path.clone()));
        }
        if !library.kind.is_personal() {
            ui.add(Label::new(Text::secondary(notes::ONE_COMPUTER)).wrap());
        }
    })
}

pub(super) fn remove_course_ui(ui: &Ui, state: &State, id: OfferingId) -> Option<DialogAnswer> {
    let course = state.course(id)?;
    let body = format!(
        "「{}」會從課程清單移除。底下還有成果的課程不能移除。",
        course.name
    );
    Dialog::new("移除課程？", body, "移除", CANCEL)
        .destroys()
        .show(ui.ctx())
}

pub(super) fn remove_window_ui(ui: &Ui) -> Option<DialogAnswer> {
    Dialog::new(
        "移除日期？",
        "移除後就沒有截止時間，也不會倒數；之後可以再設定。",
        "移除日期",
        CANCEL,
    )
    .destroys()
    .show(ui.ctx())
}

pub(super) fn undo_import_ui(ui: &Ui, state: &State) -> Option<DialogAnswer> {
    let last = state.imports.last.ready()?.as_ref()?;
    Dialog::new(
        imports::UNDO_QUESTION,
        imports::undo_question(last),
        imports::UNDO,
        "保留",
    )
    .destroys()
    .show(ui.ctx())
}
