//! The two places for files of an item.

use eframe::egui::{Label, Sense, Ui, vec2};

use super::looks::{file_facts, file_icon};
use super::{View, preview};
use crate::domain::act::Act;
use crate::domain::file::{SizeVerdict, Slot};
use crate::engine::{FileView, ItemView};
use crate::gui::action::{Action, ItemAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::route::Page;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{
    Button, Notice, NoticeKind, Progress, card_ui, link_ui, menu_button_ui, menu_item_ui, section_header_ui,
    waiting_ui,
};
use crate::gui::words;
use crate::text::{labels, notes, screen};

pub(super) fn files_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    section_header_ui(
        ui,
        "檔案",
        Some("證明文件和影音檔各一個，送出認證至少要有一個"),
        |_| (),
    );
    receiving_ui(ui, view, item, actions);
    for slot in [Slot::Document, Slot::Media] {
        slot_ui(ui, view, item, slot, actions);
    }
    same_bytes_ui(ui, view, item, actions);
}

fn receiving_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let Some(receiving) = view
        .state
        .receiving
        .as_ref()
        .filter(|receiving| receiving.item == item.id)
    else {
        return;
    };
    if progress_ui(ui, &receiving.name, receiving.done_bytes, receiving.total_bytes) {
        actions.push(Action::CancelRequest);
    }
}

/// Reading goes on; true when it is to stop.
pub fn progress_ui(ui: &mut Ui, name: &str, done: u64, total: u64) -> bool {
    let fraction = if total == 0 {
        0.0
    } else {
        done as f32 / total as f32
    };
    let text = if total > 0 && done >= total {
        format!("正在檢查 {name}")
    } else {
        format!("正在讀取 {name}")
    };
    Progress::new(text, fraction).cancel("取消").ui(ui)
}

fn slot_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, slot: Slot, actions: &mut Vec<Action>) {
    card_ui(ui, |ui| match item.file(slot) {
        Some(file) => {
            file_ui(ui, view, item, file, actions);
            preview::preview_ui(ui, view.state, item.id, file, actions);
        }
        None => empty_ui(ui, view, item, slot, actions),
    });
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, slot: Slot, actions: &mut Vec<Action>) {
    let refusal = view.data.status.permit(Act::Edit, item, view.state.now).err();
    let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
    let rule = notes::slot_rule(slot, &view.data.status.limits);
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            let add = Button::secondary(format!("加入{}", labels::slot(slot)))
                .icon(icons::PLUS)
                .enabled(!view.state.is_busy())
                .disabled_because(reason.clone());
            if add.ui(ui).clicked() {
                actions.push(Action::Item(ItemAction::PickFile(item.id, slot)));
            }
            let path = Button::icon_only(icons::LINK_SIMPLE, screen::PATH_BUTTON);
            if reason.is_none() && path.ui(ui).clicked() {
                actions.push(Action::Item(ItemAction::TakePath(item.id, Some(slot))));
            }
        },
        |ui| {
            two_lines_ui(
                ui,
                size::ROW_TALL,
                Text::body(labels::slot(slot)),
                Text::secondary(rule),
            )
        },
    );
}

fn file_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, file: &FileView, actions: &mut Vec<Action>) {
    let limits = &view.data.status.limits;
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            menu_ui(ui, view, item, file, actions);
            let open = Button::secondary("開啟")
                .icon(icons::ARROW_SQUARE_OUT)
                .tooltip("用其他程式開啟唯讀副本");
            if open.ui(ui).clicked() {
                actions.push(Action::Item(ItemAction::OpenOutside(item.id, file.slot)));
            }
        },
        |ui| {
            let edge = vec2(size::ICON, size::ICON);
            let (rect, _) = ui.allocate_exact_size(edge, Sense::hover());
            icons::paint(
                ui.painter(),
                rect.center(),
                file_icon(file.kind),
                colors(ui).ink_soft,
            );
            let facts = format!("{}　{}", labels::slot(file.slot), file_facts(file));
            two_lines_ui(ui, size::ROW_TALL, Text::body(&file.name), Text::secondary(facts));
        },
    );
    if file.size_verdict == SizeVerdict::NearLimit {
        let note = notes::near_limit(file.bytes, file.slot, limits);
        ui.add(Label::new(Text::secondary(note).color(colors(ui).submitted.ink)).wrap());
    }
    for caution in &file.cautions {
        let note = labels::content_caution(*caution);
        ui.add(Label::new(Text::secondary(note).color(colors(ui).submitted.ink)).wrap());
    }
    if view
        .state
        .is_asked(|asked| *asked == crate::gui::state::Asked::Deliver)
    {
        waiting_ui(ui, "正在準備檔案…");
    }
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, file: &FileView, actions: &mut Vec<Action>) {
    let editable = view.data.status.permit(Act::Edit, item, view.state.now).is_ok();
    let name = format!("{}的更多動作", file.name);
    ui.scope(|ui| {
        menu_button_ui(ui, Button::icon_only(icons::DOTS_THREE, name), |ui| {
            let mut entry = |ui: &mut Ui, icon, label: &str, action: ItemAction| {
                if menu_item_ui(ui, icon, label, "").clicked() {
                    actions.push(Action::Item(action));
                    ui.close();
                }
            };
            let (id, slot) = (item.id, file.slot);
            entry(
                ui,
                icons::DOWNLOAD_SIMPLE,
                "另存新檔…",
                ItemAction::SaveFileAs(id, slot),
            );
            if editable {
                entry(
                    ui,
                    icons::ARROW_CLOCKWISE,
                    "換一個檔案…",
                    ItemAction::PickFile(id, slot),
                );
                entry(
                    ui,
                    icons::LINK_SIMPLE,
                    "輸入路徑換檔…",
                    ItemAction::TakePath(id, Some(slot)),
                );
                entry(ui, icons::TRASH, "移除檔案", ItemAction::RemoveFile(id, slot));
            }
        });
    });
}

fn same_bytes_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let Some(other) = item.same_bytes.iter().find_map(|id| view.state.item(*id)) else {
        return;
    };
    let _ = Notice::new(NoticeKind::Caution, "內容和另一件相同")
        .why(format!(
            "「{}」有一模一樣的檔案。確定沒有放錯就不用處理。",
            other.title
        ))
        .ui(ui);
    ui.add_space(-space::XS);
    if link_ui(ui, &format!("看「{}」", other.title)).clicked() {
        actions.push(Action::Go(Page::item(other.id, other.facts.term)));
    }
}
