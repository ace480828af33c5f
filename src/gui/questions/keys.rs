//! The map of the keyboard.

use eframe::egui::{ScrollArea, Ui};

use crate::gui::key_map::{Section, sections};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Dialog, DialogAnswer, key_text_ui, section_header_ui};

/// Rows of a column before another begins, a title counted as two.
const COLUMN: usize = 20;
/// Of the window's height, for the title and the button of the map and air around it, in points.
const AROUND: f32 = 200.0;

pub(super) fn keys_ui(ui: &Ui, state: &State) -> Option<DialogAnswer> {
    let columns = columns(sections(state));
    let width = if columns.len() > 2 {
        size::DIALOG_MAP
    } else {
        size::DIALOG_WIDE
    };
    let dialog = Dialog::reading("鍵盤快速鍵", "", "關閉").width(width);
    dialog.show_with(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().height() - AROUND;
        ScrollArea::vertical()
            .id_salt("map of the keyboard")
            .max_height(room)
            .show(ui, |ui| columns_ui(ui, &columns));
    })
}

fn columns_ui(ui: &mut Ui, columns: &[Vec<Section>]) {
    ui.columns(columns.len(), |spaces| {
        for (ui, column) in spaces.iter_mut().zip(columns) {
            ui.spacing_mut().item_spacing.y = space::XXS;
            for section in column {
                section_header_ui(ui, section.title, None, |_| ());
                for row in &section.rows {
                    key_text_ui(ui, &row.keys, row.text);
                }
            }
        }
    });
}

/// Beside each other, as high as a small window.
fn columns(sections: Vec<Section>) -> Vec<Vec<Section>> {
    let mut columns: Vec<Vec<Section>> = Vec::new();
    let mut height = 0;
    for section in sections {
        let needed = section.rows.len() + 2;
        match columns.last_mut() {
            Some(column) if height + needed <= COLUMN => {
                height += needed;
                column.push(section);
            }
            _ => {
                height = needed;
                columns.push(vec![section]);
            }
        }
    }
    columns
}
