//! What happened to the item.

use eframe::egui::{CollapsingHeader, Ui};

use crate::domain::id::ItemId;
use crate::gui::fonts::Text;
use crate::gui::loadable::Loadable;
use crate::gui::state::State;
use crate::gui::theme::size;
use crate::gui::widgets::{cell_ui, waiting_ui};
use crate::gui::words;
use crate::text::{self, time};

/// Room for a date with weekday and time.
const WHEN_COLUMN: f32 = size::KEY_COLUMN * 2.0;

/// `item`: an outcome or activity.
pub(in crate::gui::pages) fn history_ui(ui: &mut Ui, state: &State, item: ItemId) {
    CollapsingHeader::new(Text::strong("歷程紀錄"))
        .id_salt(("history", item))
        .show(ui, |ui| match state.history.get(&item) {
            Some(Loadable::Ready(lines)) => {
                for line in lines.iter().rev() {
                    ui.horizontal(|ui| {
                        cell_ui(ui, WHEN_COLUMN, |ui| {
                            ui.label(Text::secondary(time::roc_moment(line.line.at)))
                        });
                        let said = text::history_line(
                            &line.line.event,
                            &line.actor_name,
                            line.for_teacher.as_deref(),
                        );
                        ui.add(eframe::egui::Label::new(Text::secondary(said)).wrap());
                    });
                }
            }
            Some(Loadable::Failed(trouble)) => {
                let message = words::message(trouble, state.now);
                ui.label(Text::secondary(message.sentence()));
            }
            Some(Loadable::Loading | Loadable::NotAsked) | None => waiting_ui(ui, "正在讀取…"),
        });
}
