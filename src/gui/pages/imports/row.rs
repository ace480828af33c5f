//! One line of the list of rows.

use eframe::egui::{Color32, Label, Role, Sense, Ui, WidgetInfo, vec2};

use crate::domain::import::StandingKind;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::imports::{Entry, Sheet};
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{ListRow, cell_ui, few_lines_ui, number_cell_ui};
use crate::text::imports as words;

/// Widths of the columns, in points.
const NUMBER: f32 = 48.0;
const STANDING: f32 = size::CHIP_COLUMN;
const SUBJECT: f32 = 260.0;
/// What is wrong and what cures it stand below each other.
const NOTE_LINES: usize = 2;

pub(super) fn head_ui(ui: &mut Ui) {
    let [row, standing, subject, notes] = words::COLUMNS;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        // Rows are set in.
        ui.add_space(space::S);
        number_cell_ui(ui, NUMBER, |ui| ui.label(Text::label(row)));
        cell_ui(ui, STANDING, |ui| ui.label(Text::label(standing)));
        cell_ui(ui, SUBJECT, |ui| ui.label(Text::label(subject)));
        ui.label(Text::label(notes));
    });
}

pub(super) fn row_ui(ui: &mut Ui, sheet: &Sheet, entry: Entry, place: usize) {
    let [row, standing, subject, notes] = sheet.cells(entry);
    let name = format!("{row} {standing} {subject} {notes}");
    let (icon, ink) = look(ui, sheet.standing(entry));
    let line = ListRow::new(name).inset().tall().ui(ui, ("row", place), |ui| {
        number_cell_ui(ui, NUMBER, |ui| ui.label(Text::secondary(&row)));
        cell_ui(ui, STANDING, |ui| standing_ui(ui, icon, &standing, ink));
        cell_ui(ui, SUBJECT, |ui| {
            ui.add(Label::new(Text::body(&subject)).truncate());
        });
        few_lines_ui(ui, Text::secondary(&notes), NOTE_LINES);
    });
    if !notes.is_empty() {
        line.response.on_hover_text(notes);
    }
}

/// Shape and colour beside the word.
fn look(ui: &Ui, standing: Option<StandingKind>) -> (&'static str, Color32) {
    let c = colors(ui);
    match standing {
        Some(StandingKind::New) => (icons::PLUS, c.certified.ink),
        Some(StandingKind::Changed) => (icons::PENCIL_SIMPLE, c.submitted.ink),
        Some(StandingKind::Unchanged) => (icons::CHECK, c.ink_soft),
        Some(StandingKind::Wrong) => (icons::WARNING_CIRCLE, c.returned.ink),
        None => (icons::MINUS, c.ink_soft),
    }
}

fn standing_ui(ui: &mut Ui, icon: &'static str, word: &str, ink: Color32) {
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate());
}
