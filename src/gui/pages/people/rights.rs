//! 權限一覽: the table of rights, and what one's own roles may do.

use eframe::egui::{CornerRadius, Label, Layout, Ui, vec2};

use crate::domain::access::{Right, Role};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::two_lines_ui;
use crate::gui::state::State;
use crate::gui::theme::{colors, radius, size, space};
use crate::gui::widgets::{ListRow, PageHeader, card_ui, cell_ui, page_ui, section_header_ui};
use crate::text::people::page as words;
use crate::text::{labels, rights};

/// A column of one role.
const ROLE: f32 = 84.0;
/// How far one's own right reaches, for somebody of several roles.
const REACH: f32 = 240.0;

/// What a role of a school is; a personal library has another.
fn columns(state: &State) -> Vec<Role> {
    let personal = state.is_personal();
    let shown = |role: &Role| {
        let own_library = matches!(role, Role::Owner);
        if personal {
            own_library || *role == Role::Student
        } else {
            !own_library
        }
    };
    Role::ALL.into_iter().filter(shown).collect()
}

/// The whole table, for whoever looks after accounts.
pub(super) fn table_ui(ui: &mut Ui, state: &State) {
    let columns = columns(state);
    let own: &[Role] = state.session.as_ref().map_or(&[], |session| &session.roles);
    card_ui(ui, |ui| {
        let name = (ui.available_width() - columns.len() as f32 * ROLE).max(ROLE);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.horizontal(|ui| {
            cell_ui(ui, name, |ui| ui.label(Text::label(words::RIGHT)));
            for role in &columns {
                role_cell_ui(ui, own.contains(role), |ui| {
                    let head = Text::label(words::short_role(*role));
                    ui.label(head).on_hover_text(labels::role(*role));
                });
            }
        });
        let rows: Vec<Right> = rows(&columns).collect();
        for (place, right) in rows.iter().enumerate() {
            let last = place + 1 == rows.len();
            right_ui(ui, *right, &columns, own, name, last);
        }
    });
    promises_ui(ui);
}

fn rows(columns: &[Role]) -> impl Iterator<Item = Right> {
    Right::ALL
        .into_iter()
        .filter(|right| columns.iter().any(|role| right.reach(*role).is_some()))
}

fn right_ui(ui: &mut Ui, right: Right, columns: &[Role], own: &[Role], name: f32, last: bool) {
    let title = labels::right(right);
    let spoken = format!("{title}：{}。{}", rights::holders(right), rights::meaning(right));
    let row = ListRow::new(&spoken)
        .tall()
        .last(last)
        .ui(ui, ("right", right.code()), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            cell_ui(ui, name, |ui| {
                let meaning = Text::secondary(rights::meaning(right));
                two_lines_ui(ui, size::ROW_TALL, Text::body(title), meaning);
            });
            for role in columns {
                let reach = right.reach(*role);
                role_cell_ui(ui, own.contains(role), |ui| match reach {
                    Some(reach) => {
                        ui.label(Text::secondary(rights::reach(reach)));
                    }
                    None => {
                        let nothing = Text::secondary(rights::NONE).color(colors(ui).ink_faint);
                        ui.label(nothing);
                    }
                });
            }
        });
    row.response.on_hover_text(rights::meaning(right));
}

/// The columns of one's own roles stand on a ground of their own.
fn role_cell_ui(ui: &mut Ui, own: bool, contents: impl FnOnce(&mut Ui)) {
    let (_, rect) = ui.allocate_space(vec2(ROLE, ui.available_height()));
    if own {
        ui.painter().rect_filled(
            rect.shrink2(vec2(space::XXS, 0.0)),
            CornerRadius::same(radius::TICK),
            colors(ui).accent_soft,
        );
    }
    let layout = Layout::centered_and_justified(eframe::egui::Direction::LeftToRight);
    let mut cell = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect).layout(layout));
    contents(&mut cell);
}

/// What follows from the table and people ask about first.
fn promises_ui(ui: &mut Ui) {
    ui.add_space(space::L);
    section_header_ui(ui, words::PROMISES, None, |_| {});
    card_ui(ui, |ui| {
        for promise in rights::PROMISES {
            ui.horizontal(|ui| {
                let ink = colors(ui).accent;
                ui.label(eframe::egui::RichText::new(icons::SHIELD_CHECK).color(ink));
                ui.add(Label::new(Text::body(promise)).wrap());
            });
        }
    });
}

/// What one's own roles may do, for everybody.
pub(super) fn own_ui(ui: &mut Ui, state: &State) {
    let Some(session) = &state.session else { return };
    page_ui(ui, "own rights", |ui| {
        let roles = crate::text::people::roles(&session.roles);
        let _ = PageHeader::new(words::MY_RIGHTS)
            .sentence(format!("{roles}　{}", words::MY_RIGHTS_SENTENCE))
            .ui(ui);
        card_ui(ui, |ui| {
            let held: Vec<Right> = rows(&session.roles).collect();
            for (place, right) in held.iter().enumerate() {
                own_right_ui(ui, *right, &session.roles, place + 1 == held.len());
            }
        });
        if !state.is_personal() {
            promises_ui(ui);
        }
    });
}

fn own_right_ui(ui: &mut Ui, right: Right, roles: &[Role], last: bool) {
    let mut reaches: Vec<&str> = roles
        .iter()
        .filter_map(|role| right.reach(*role))
        .map(rights::reach)
        .collect();
    reaches.dedup();
    let reach = reaches.join("、");
    let (title, meaning) = (labels::right(right), rights::meaning(right));
    ListRow::new(format!("{title}：{reach}。{meaning}"))
        .tall()
        .last(last)
        .ui(ui, ("own right", right.code()), |ui| {
            let room = ui.available_width() - REACH - space::S;
            cell_ui(ui, room, |ui| {
                two_lines_ui(ui, size::ROW_TALL, Text::strong(title), Text::secondary(meaning));
            });
            ui.add(Label::new(Text::body(reach)).truncate());
        });
}
