//! The map of the keyboard.

use eframe::egui::Ui;

use crate::gui::certification::commands::PanelCommand;
use crate::gui::command::UserCommand;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::certification::decides;
use crate::gui::widgets::{Dialog, DialogAnswer, key_text_ui, section_header_ui};
use crate::text::certification as words;

/// Keys of the document pane: what the pane itself answers to.
const DOCUMENT_KEYS: [(&str, &str); 8] = [
    ("PageUp", "往上一頁"),
    ("PageDown", "往下一頁"),
    ("Home　End", "到開頭、到最後"),
    ("+　−", "放大、縮小"),
    ("W", "符合寬度"),
    ("P", "整頁"),
    ("R", "旋轉畫面（不改檔案）"),
    ("Ctrl+F", "在文件裡搜尋"),
];

pub(super) fn keys_ui(ui: &Ui, state: &State) -> Option<DialogAnswer> {
    let dialog = Dialog::reading("鍵盤快速鍵", "", "關閉");
    if !decides(state) {
        return dialog.show_with(ui.ctx(), |ui| general_ui(ui, state));
    }
    dialog.width(size::DIALOG_WIDE).show_with(ui.ctx(), |ui| {
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            left.spacing_mut().item_spacing.y = space::XXS;
            right.spacing_mut().item_spacing.y = space::XXS;
            section_header_ui(left, words::PANEL_KEYS, None, |_| ());
            for command in PanelCommand::ALL {
                key_text_ui(left, command.keys(), command.text());
            }
            key_text_ui(left, "1–6", "選退回原因");
            section_header_ui(right, "文件", None, |_| ());
            for (keys, text) in DOCUMENT_KEYS {
                key_text_ui(right, keys, text);
            }
            section_header_ui(right, "程式", None, |_| ());
            general_ui(right, state);
        });
    })
}

fn general_ui(ui: &mut Ui, state: &State) {
    for command in UserCommand::ALL {
        if command.concerns(state) {
            key_text_ui(ui, command.keys(), command.text());
        }
    }
    key_text_ui(ui, "Tab", "移到下一個欄位或按鈕");
    key_text_ui(ui, "Enter", "確認對話框，或按下目前的按鈕");
}
