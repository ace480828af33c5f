//! One line of the list of accounts.

use eframe::egui::{Checkbox, Color32, Label, Role as Spoken, Sense, Ui, WidgetInfo, vec2};

use crate::domain::account::Status;
use crate::engine::AccountRow;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::people::{PeopleAction, PeoplePlace};
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{ListRow, cell_ui};
use crate::text::people::page as words;

const MARK: f32 = 20.0;
const ACCOUNT: f32 = 88.0;
const PLACE: f32 = 128.0;
const STANDING: f32 = 88.0;
const LOGIN: f32 = 124.0;
/// Below this width the latest login is told by the open account alone.
const WITH_LOGIN: f32 = 640.0;

/// How wide the columns are.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    name: f32,
    login: bool,
}

impl Columns {
    /// In a card of this width.
    pub fn of(width: f32) -> Self {
        let login = width >= WITH_LOGIN;
        let fixed = MARK + ACCOUNT + PLACE + STANDING + if login { LOGIN + space::S } else { 0.0 };
        let gaps = 4.0 * space::S + 2.0 * space::S;
        Self {
            name: (width - fixed - gaps).max(size::CONTROL),
            login,
        }
    }
}

pub(super) fn head_ui(
    ui: &mut Ui,
    state: &State,
    rows: &[&AccountRow],
    columns: Columns,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(space::S);
        ui.spacing_mut().item_spacing.x = space::S;
        let mut may = rows.iter().filter(|row| row.manageable).peekable();
        let any = may.peek().is_some();
        let mut all = any && may.all(|row| state.people.marked.contains(&row.id));
        if checkbox_ui(ui, &mut all, any, words::MARK_ALL) {
            actions.push(Action::People(PeopleAction::MarkListed(all)));
        }
        cell_ui(ui, ACCOUNT, |ui| ui.label(Text::label(words::HEAD_ACCOUNT)));
        cell_ui(ui, columns.name, |ui| ui.label(Text::label(words::HEAD_NAME)));
        cell_ui(ui, PLACE, |ui| ui.label(Text::label(words::HEAD_PLACE)));
        cell_ui(ui, STANDING, |ui| ui.label(Text::label(words::HEAD_STANDING)));
        if columns.login {
            ui.label(Text::label(words::HEAD_LOGIN));
        }
    });
}

/// A box with a name for those who hear the page; true when it changed.
fn checkbox_ui(ui: &mut Ui, checked: &mut bool, enabled: bool, name: &str) -> bool {
    cell_ui(ui, MARK, |ui| {
        let response = ui.add_enabled(enabled, Checkbox::without_text(checked));
        let now = *checked;
        response.widget_info(|| WidgetInfo::selected(Spoken::CheckBox, enabled, now, name));
        response.changed()
    })
    .inner
}

pub(super) fn row_ui(
    ui: &mut Ui,
    state: &State,
    at: PeoplePlace,
    row: &AccountRow,
    columns: Columns,
    actions: &mut Vec<Action>,
) {
    let place = words::place(&row.roles, &row.class, &row.seat);
    let standing = words::short_standing(row.standing, row.never_came());
    let login = words::login(row.last_login);
    let name = format!("{} {} {place} {standing}", row.account, row.name);
    let open = at.account == Some(row.id);
    let line = ListRow::new(name)
        .selected(open)
        .inset()
        .ui(ui, ("account", row.id), |ui| {
            let mut marked = state.people.marked.contains(&row.id);
            let label = words::mark(&row.account, &row.name);
            if checkbox_ui(ui, &mut marked, row.manageable, &label) {
                actions.push(Action::People(PeopleAction::Mark(row.id, marked)));
            }
            cell_ui(ui, ACCOUNT, |ui| {
                ui.add(Label::new(Text::body(&row.account)).truncate());
            });
            cell_ui(ui, columns.name, |ui| {
                ui.add(Label::new(Text::body(&row.name)).truncate());
            });
            cell_ui(ui, PLACE, |ui| {
                ui.add(Label::new(Text::secondary(&place)).truncate());
            });
            cell_ui(ui, STANDING, |ui| standing_ui(ui, row, standing));
            if columns.login {
                ui.add(Label::new(Text::secondary(&login)).truncate());
            }
        });
    if line.response.clicked() {
        let account = if open { None } else { Some(row.id) };
        let place = PeoplePlace { account, ..at };
        actions.push(Action::Go(Page::People(place)));
    }
}

/// Shape and colour beside the word.
fn look(ui: &Ui, row: &AccountRow) -> (&'static str, Color32) {
    let c = colors(ui);
    match row.standing.status {
        Status::Active if row.never_came() => (icons::CLOCK, c.submitted.ink),
        Status::Active => (icons::CHECK, c.certified.ink),
        Status::Locked => (icons::LOCK, c.returned.ink),
        Status::Ended | Status::Graduated | Status::Transferred => (icons::SIGN_OUT, c.ink_soft),
    }
}

pub(super) fn standing_ui(ui: &mut Ui, row: &AccountRow, word: &str) {
    let (icon, ink) = look(ui, row);
    ui.spacing_mut().item_spacing.x = space::XXS;
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Spoken::Label, ui.is_enabled(), word));
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate());
}
