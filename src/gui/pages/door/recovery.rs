//! The recovery code, shown once.

use eframe::egui::{Frame, Label, Margin, Ui};

use super::{NARROW, head_ui, refusal_ui, stage_ui};
use crate::domain::act::LibraryKind;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, space};
use crate::gui::widgets::{Button, card_ui};
use crate::text::{notes, set_up};

pub(super) fn recovery_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(recovery) = &state.recovery else { return };
    stage_ui(ui, "recovery", NARROW, |ui| {
        let why = match recovery.library {
            LibraryKind::Personal => notes::RECOVERY_CODE,
            LibraryKind::School | LibraryKind::Demonstration => set_up::KEEP_THE_CODE,
        };
        head_ui(ui, "抄下復原碼", why);
        refusal_ui(ui, state, actions);
        card_ui(ui, |ui| {
            Frame::new()
                .fill(colors(ui).surface_sunken)
                .inner_margin(Margin::same(space::M as i8))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.add(
                        Label::new(Text::section(recovery.code.reveal()))
                            .wrap()
                            .selectable(true),
                    );
                });
            ui.add_space(space::XXS);
            ui.horizontal(|ui| {
                if Button::secondary("複製").icon(icons::COPY).ui(ui).clicked() {
                    actions.push(Action::RecoveryCopy);
                }
                if Button::secondary("存成文字檔…")
                    .icon(icons::FLOPPY_DISK)
                    .ui(ui)
                    .clicked()
                {
                    actions.push(Action::RecoverySave);
                }
            });
        });
        ui.add_space(space::S);
        let mut written = recovery.written_down;
        if ui.checkbox(&mut written, "我已抄下，並和電腦分開收好").changed() {
            actions.push(Action::RecoveryWrittenDown(written));
        }
        ui.add_space(space::S);
        let reason = (!recovery.written_down).then_some("請先抄下復原碼並勾選");
        if Button::primary("開始使用")
            .disabled_because(reason)
            .ui(ui)
            .clicked()
        {
            actions.push(Action::RecoveryDone);
        }
    });
}
