//! Students as a list, the same on every part: whoever is looked for, how many stand where, one row each.

use eframe::egui::{Color32, Label, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::domain::id::AccountId;
use crate::gui::action::Action;
use crate::gui::filing::FilingAction;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::pages::{search_is_wanted, text_field_ui};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, Field, ListRow, cell_ui, number_cell_ui, tabs_ui};
use crate::text::filing as words;

use super::{push, secondary_ui};

/// Widths of the columns, in points.
const CLASS: f32 = 96.0;
const SEAT: f32 = 40.0;
const ACCOUNT: f32 = 96.0;
const NAME: f32 = 120.0;
const NUMBER: f32 = 64.0;
const STATE: f32 = 112.0;

/// What a column shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Class,
    Seat,
    Account,
    Name,
    /// Where the student stands: a word with its shape
    State,
    Number,
    /// The rest of the row
    Note,
}

/// How a list of students is built.
pub(super) struct Layout {
    pub id: &'static str,
    pub columns: [Column; 8],
    pub head: [&'static str; 8],
}

/// One student.
pub(super) struct Row {
    pub student: AccountId,
    /// One for each column
    pub cells: [String; 8],
    /// Beside the word of the state
    pub shape: (&'static str, Color32),
}

/// Who is looked for.
pub(super) fn search_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let search = text_field_ui(
        ui,
        state,
        TextField::SearchStudents,
        |text| {
            Field::new(words::SEARCH, text)
                .hint(words::SEARCH_HINT)
                .width(size::SEARCH_FIELD)
        },
        actions,
    );
    if search_is_wanted(ui.ctx()) {
        search.request_focus();
    }
}

/// The list to take along.
pub(super) fn copy_ui(ui: &mut Ui, copy: FilingAction, actions: &mut Vec<Action>) {
    let button = Button::secondary(words::COPY)
        .icon(icons::COPY)
        .tooltip(words::COPY_TOOLTIP);
    if button.ui(ui).clicked() {
        push(actions, copy);
    }
}

/// Everybody, or those who stand at one place, with how many they are; what was chosen now.
pub(super) fn counted_tabs_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    all: (&str, usize),
    places: &[(T, &str, usize)],
    chosen: Option<T>,
) -> Option<Option<T>> {
    let mut names = vec![words::counted(all.0, all.1)];
    names.extend(places.iter().map(|(_, name, count)| words::counted(name, *count)));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = places
        .iter()
        .position(|(place, ..)| Some(*place) == chosen)
        .map_or(0, |place| place + 1);
    let picked = tabs_ui(ui, &names, selected)?;
    let place = picked.checked_sub(1).and_then(|place| places.get(place));
    Some(place.map(|(place, ..)| *place))
}

/// Head and rows; the student whose row was clicked. Only what is in sight is drawn: a school may have 3,000
/// students.
pub(super) fn list_ui<T>(
    ui: &mut Ui,
    layout: &Layout,
    listed: &[T],
    row: impl Fn(&Ui, &T) -> Row,
    actions: &mut Vec<Action>,
) -> Option<AccountId> {
    if listed.is_empty() {
        let nobody = EmptyState::new(icons::MAGNIFYING_GLASS, words::NOBODY, words::NOBODY_SENTENCE)
            .action(Button::secondary(words::CLEAR));
        if nobody.ui(ui) {
            push(actions, FilingAction::Clear);
        }
        return None;
    }
    head_ui(ui, layout);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut clicked = None;
    ScrollArea::vertical()
        .id_salt(layout.id)
        .auto_shrink(false)
        .show_rows(ui, size::ROW, listed.len(), |ui, range| {
            for place in range {
                let Some(one) = listed.get(place) else { continue };
                let row = row(ui, one);
                if row_ui(ui, layout, &row, place + 1 == listed.len()) {
                    clicked = Some(row.student);
                }
            }
        });
    clicked
}

fn head_ui(ui: &mut Ui, layout: &Layout) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing.x = space::S;
        // Rows within a list that scrolls begin a little further in.
        ui.add_space(space::S);
        let cells = layout.head.map(Text::label);
        cells_ui(ui, layout, cells, |ui, _, text| {
            ui.label(text);
        });
    });
}

fn row_ui(ui: &mut Ui, layout: &Layout, row: &Row, last: bool) -> bool {
    let words = layout.columns.iter().zip(&row.cells);
    let spoken: Vec<&str> = words
        .filter(|(column, _)| **column != Column::Number)
        .map(|(_, cell)| cell.as_str())
        .collect();
    let drawn = ListRow::new(spoken.join(" ")).inset().last(last);
    let cells = row.cells.each_ref().map(String::as_str);
    let response = drawn.ui(ui, (layout.id, row.student), |ui| {
        cells_ui(ui, layout, cells, |ui, column, text| match column {
            Column::Class | Column::Seat | Column::Account | Column::Note => secondary_ui(ui, text),
            Column::Name => {
                ui.add(Label::new(Text::body(text)).truncate());
            }
            Column::Number => {
                ui.label(Text::body(text));
            }
            Column::State => state_ui(ui, row.shape, text),
        });
    });
    response.response.clicked()
}

/// Cells in their columns; numbers to the right, with a little air behind the last.
fn cells_ui<C>(ui: &mut Ui, layout: &Layout, cells: [C; 8], draw: impl Fn(&mut Ui, Column, C)) {
    let mut before = None;
    for (column, cell) in layout.columns.into_iter().zip(cells) {
        if before == Some(Column::Number) && column != Column::Number {
            ui.add_space(space::XS);
        }
        before = Some(column);
        let width = match column {
            Column::Class => CLASS,
            Column::Seat => SEAT,
            Column::Account => ACCOUNT,
            Column::Name => NAME,
            Column::State => STATE,
            Column::Number => {
                number_cell_ui(ui, NUMBER, |ui| draw(ui, column, cell));
                continue;
            }
            Column::Note => {
                draw(ui, column, cell);
                continue;
            }
        };
        cell_ui(ui, width, |ui| draw(ui, column, cell));
    }
}

/// Shape and colour beside the word.
fn state_ui(ui: &mut Ui, (icon, ink): (&'static str, Color32), word: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate());
}
