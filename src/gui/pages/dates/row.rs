//! A window as a row: what it is, when, the controls for it, and below it the cautions that speak of it.

use eframe::egui::{Label, Ui};

use crate::domain::timetable::Caution;
use crate::domain::window::Window;
use crate::engine::{TimetableRow, TimetableView};
use crate::gui::action::Action;
use crate::gui::dates::{DatesAction, FormOf};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, cell_ui};
use crate::text::dates::page as words;
use crate::text::timetable::caution as caution_words;

/// How a window shows in a list.
pub(super) struct WindowRow<'a> {
    pub row: &'a TimetableRow,
    /// What its buttons say they change and remove
    pub full: &'a str,
    /// What changes it
    pub form: FormOf,
    /// The width of the first column
    pub width: f32,
    /// Two lines, the second softer
    pub when: [String; 2],
}

impl WindowRow<'_> {
    /// Draws it, its first column filled by `first`.
    pub fn ui(self, ui: &mut Ui, actions: &mut Vec<Action>, first: impl FnOnce(&mut Ui)) {
        let [above, below] = self.when;
        control_row_ui(
            ui,
            size::ROW_TALL,
            actions,
            |ui, actions| {
                let remove = Button::icon_only(icons::TRASH, words::remove(self.full));
                if remove.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::AskRemove(self.row.id)));
                }
                let change = Button::icon_only(icons::PENCIL_SIMPLE, words::change(self.full));
                if change.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::Open(self.form)));
                }
            },
            |ui| {
                cell_ui(ui, self.width, first);
                two_lines_ui(ui, size::ROW_TALL, Text::body(above), Text::secondary(below));
            },
        );
    }
}

/// Every caution with the row beside which it stands.
pub(super) struct Cautions<'a> {
    view: &'a TimetableView,
    beside: Vec<(&'a TimetableRow, &'a Caution)>,
}

impl<'a> Cautions<'a> {
    pub fn of(view: &'a TimetableView) -> Self {
        let windows: Vec<&Window> = view.rows.iter().map(|row| &row.window).collect();
        let beside = view.cautions.iter().filter_map(|caution| {
            let row = view.rows.get(caution.beside(&windows)?)?;
            Some((row, caution))
        });
        Self {
            view,
            beside: beside.collect(),
        }
    }

    /// The rows that have cautions, once for each.
    pub fn rows(&self) -> impl Iterator<Item = &TimetableRow> {
        self.beside.iter().map(|(row, _)| *row)
    }

    /// Those beside this row, below it.
    pub fn below_ui(&self, ui: &mut Ui, row: &TimetableRow) {
        for (_, caution) in self.beside.iter().filter(|(beside, _)| beside.id == row.id) {
            caution_ui(ui, self.view, caution);
            ui.add_space(space::XXS);
        }
    }

    /// This one, if there is reason for it.
    pub fn one_ui(&self, ui: &mut Ui, wanted: &Caution) {
        for caution in self.view.cautions.iter().filter(|caution| *caution == wanted) {
            caution_ui(ui, self.view, caution);
        }
    }
}

/// A caution beside what it speaks of: what it is, why it matters, what to do.
pub(super) fn caution_ui(ui: &mut Ui, view: &TimetableView, caution: &Caution) {
    let student = view.student_named(caution).map(|student| student.name.as_str());
    let message = caution_words(caution, student);
    let ink = colors(ui).submitted.ink;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        let icon = ui.allocate_exact_size(
            eframe::egui::vec2(size::ICON_SMALL, size::ICON),
            eframe::egui::Sense::hover(),
        );
        icons::paint_sized(
            ui.painter(),
            icon.0.center(),
            icons::WARNING,
            size::ICON_SMALL,
            ink,
        );
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(Text::label(message.what).color(ink)).wrap());
            let more = format!("{}{}", message.why, message.cure);
            ui.add(Label::new(Text::secondary(more)).wrap());
        });
    });
}
