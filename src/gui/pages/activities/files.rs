//! The two places for files of an activity, saved or on their way.

use eframe::egui::{Label, Sense, Ui, vec2};

use super::View;
use super::item::Open;
use crate::domain::file::{FileKind, SizeVerdict, Slot};
use crate::engine::FileView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::activities::{ActivityAction, FormKey, NewFile};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::outcomes::files::progress_ui;
use crate::gui::pages::outcomes::looks::{file_facts, file_icon};
use crate::gui::pages::outcomes::preview;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::state::Asked;
use crate::gui::theme::{colors, size};
use crate::gui::widgets::{
    Button, Notice, NoticeKind, card_ui, menu_button_ui, menu_item_ui, section_header_ui, waiting_ui,
};
use crate::text::{activity as said, labels, notes, screen};

pub(super) fn files_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    section_header_ui(ui, "檔案", Some(said::FILES_NOTE), |_| ());
    let arriving = view.state.activities.arriving.iter();
    for file in arriving.filter(|file| file.form == open.key) {
        if progress_ui(ui, &file.name, file.done_bytes, file.total_bytes) {
            actions.push(Action::Activity(ActivityAction::CancelFile));
        }
    }
    for slot in [Slot::Document, Slot::Media] {
        card_ui(ui, |ui| {
            let saved = open.item.and_then(|item| Some((item.id, item.file(slot)?)));
            let new = match open.key {
                FormKey::New(_) => view.state.activities.file(slot),
                FormKey::Item(_) => None,
            };
            match (saved, new) {
                (Some((item, file)), _) => {
                    saved_ui(ui, view, open, file, actions);
                    preview::preview_ui(ui, view.state, item, file, actions);
                }
                (None, Some(file)) => new_ui(ui, open, slot, file, actions),
                (None, None) => empty_ui(ui, view, open, slot, actions),
            }
        });
    }
    if view.state.is_asked(|asked| *asked == Asked::Deliver) {
        waiting_ui(ui, "正在準備檔案…");
    }
    same_bytes_ui(ui, view, open);
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, slot: Slot, actions: &mut Vec<Action>) {
    let rule = notes::slot_rule(slot, &view.data.status.limits);
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            if !open.editable {
                return;
            }
            let add = Button::secondary(format!("加入{}", labels::slot(slot)))
                .icon(icons::PLUS)
                .enabled(!view.state.is_busy());
            if add.ui(ui).clicked() {
                actions.push(Action::Activity(ActivityAction::PickFile(open.key)));
            }
            let path = Button::icon_only(icons::LINK_SIMPLE, screen::PATH_BUTTON);
            if path.ui(ui).clicked() {
                actions.push(Action::Activity(ActivityAction::TakePath(open.key)));
            }
        },
        |ui| {
            two_lines_ui(
                ui,
                size::ROW_TALL,
                Text::body(labels::slot(slot)),
                Text::secondary(rule),
            );
        },
    );
}

fn picture_ui(ui: &mut Ui, kind: FileKind) {
    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
    icons::paint(ui.painter(), rect.center(), file_icon(kind), colors(ui).ink_soft);
}

fn new_ui(ui: &mut Ui, open: &Open<'_>, slot: Slot, file: &NewFile, actions: &mut Vec<Action>) {
    let picked = &file.picked;
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            let name = format!("移除{}", picked.name);
            if Button::icon_only(icons::TRASH, name).ui(ui).clicked() {
                actions.push(Action::Activity(ActivityAction::RemoveFile(open.key, slot)));
            }
        },
        |ui| {
            picture_ui(ui, picked.view.kind);
            let facts = format!(
                "{}　{}",
                labels::slot(slot),
                crate::text::size::size(picked.view.bytes)
            );
            two_lines_ui(
                ui,
                size::ROW_TALL,
                Text::body(picked.name.as_str()),
                Text::secondary(facts),
            );
        },
    );
}

fn saved_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, file: &FileView, actions: &mut Vec<Action>) {
    let FormKey::Item(item) = open.key else { return };
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            menu_ui(ui, open, file, actions);
            let outside = Button::secondary("開啟")
                .icon(icons::ARROW_SQUARE_OUT)
                .tooltip("用其他程式開啟唯讀副本");
            if outside.ui(ui).clicked() {
                actions.push(Action::Item(ItemAction::OpenOutside(item, file.slot)));
            }
        },
        |ui| {
            picture_ui(ui, file.kind);
            let facts = format!("{}　{}", labels::slot(file.slot), file_facts(file));
            two_lines_ui(
                ui,
                size::ROW_TALL,
                Text::body(file.name.as_str()),
                Text::secondary(facts),
            );
        },
    );
    let ink = colors(ui).submitted.ink;
    if file.size_verdict == SizeVerdict::NearLimit {
        let note = notes::near_limit(file.bytes, file.slot, &view.data.status.limits);
        ui.add(Label::new(Text::secondary(note).color(ink)).wrap());
    }
    for caution in &file.cautions {
        let note = labels::content_caution(*caution);
        ui.add(Label::new(Text::secondary(note).color(ink)).wrap());
    }
}

fn menu_ui(ui: &mut Ui, open: &Open<'_>, file: &FileView, actions: &mut Vec<Action>) {
    let FormKey::Item(item) = open.key else { return };
    let name = format!("{}的更多動作", file.name);
    ui.scope(|ui| {
        menu_button_ui(ui, Button::icon_only(icons::DOTS_THREE, name), |ui| {
            let mut entry = |ui: &mut Ui, icon, label: &str, action: Action| {
                if menu_item_ui(ui, icon, label, "").clicked() {
                    actions.push(action);
                    ui.close();
                }
            };
            let save = Action::Item(ItemAction::SaveFileAs(item, file.slot));
            entry(ui, icons::DOWNLOAD_SIMPLE, "另存新檔…", save);
            if open.editable {
                let pick = Action::Activity(ActivityAction::PickFile(open.key));
                entry(ui, icons::ARROW_CLOCKWISE, "換一個檔案…", pick);
                let remove = ActivityAction::RemoveFile(open.key, file.slot);
                entry(ui, icons::TRASH, "移除檔案", Action::Activity(remove));
            }
        });
    });
}

fn same_bytes_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>) {
    let same = open
        .item
        .map(|item| item.same_bytes.as_slice())
        .unwrap_or_default();
    let Some(title) = same.iter().find_map(|id| view.state.title_of(*id)) else {
        return;
    };
    let _ = Notice::new(NoticeKind::Caution, "內容和另一件相同")
        .why(format!("「{title}」有一模一樣的檔案。確定沒有放錯就不用處理。"))
        .ui(ui);
}
