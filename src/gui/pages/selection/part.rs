//! One of the two lists: counter, what is selected in order, what else can be.

use eframe::egui::{Id, Label, Rect, Response, Sense, Stroke, Ui, vec2};

use super::View;
use crate::domain::id::ItemId;
use crate::domain::selection::{Part, what_if};
use crate::engine::{Chosen, Found, FoundKind};
use crate::gui::action::Action;
use crate::gui::choosing::ChoosingAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::keys::{Chord, ROW_DOWN, ROW_UP};
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::route::Page;
use crate::gui::theme::{colors, size, space, stroke};
use crate::gui::widgets::{
    Button, ListRow, State as Look, card_ui, cell_ui, divider_ui, quota_meter_ui, running_text_ui,
    section_header_ui, state_chip_ui,
};
use crate::text::{activity, labels, selection as said};

/// Room for two digits.
const PLACE_COLUMN: f32 = 22.0;

pub(super) fn part_ui(ui: &mut Ui, view: &View<'_>, part: Part, actions: &mut Vec<Action>) {
    let selection = view.selection;
    let chosen = selection.chosen(part);
    card_ui(ui, |ui| {
        let used = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
        quota_meter_ui(ui, labels::part(part), used, selection.limit(part), None);
        ui.add_space(space::XS);
        if chosen.is_empty() {
            ui.label(Text::strong(said::NOTHING_CHOSEN));
            running_text_ui(ui, said::NOTHING_CHOSEN_SENTENCE);
        } else {
            chosen_ui(ui, view, part, chosen, actions);
            if view.shut.is_none() && chosen.len() > 1 && !view.state.choosing.board {
                ui.add(Label::new(Text::secondary(said::ORDER_HELP)).wrap());
            }
        }
        ui.add_space(space::XS);
        divider_ui(ui);
        candidates_ui(ui, view, part, actions);
    });
}

fn chosen_ui(ui: &mut Ui, view: &View<'_>, part: Part, chosen: &[Chosen], actions: &mut Vec<Action>) {
    let ids: Vec<ItemId> = chosen.iter().map(|one| one.found.id).collect();
    let mut rows: Vec<Rect> = Vec::new();
    let mut dragged = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, one) in chosen.iter().enumerate() {
            let row = ChosenRow {
                view,
                part,
                place,
                count: chosen.len(),
                one,
            };
            let (response, handle) = row.ui(ui, &ids, actions);
            rows.push(response.rect);
            if handle.is_some_and(|handle| handle.dragged() || handle.drag_stopped()) {
                dragged = Some(place);
            }
        }
    });
    if let Some(from) = dragged {
        drag_ui(ui, part, &ids, &rows, from, actions);
    }
}

/// While a row is dragged a line shows where it would go; letting go puts it there.
fn drag_ui(ui: &Ui, part: Part, ids: &[ItemId], rows: &[Rect], from: usize, actions: &mut Vec<Action>) {
    let (pointer, released) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.any_released()));
    let Some(pointer) = pointer else { return };
    let to = rows.iter().filter(|row| row.center().y < pointer.y).count();
    let line = rows
        .get(to)
        .map(|row| row.top())
        .or_else(|| rows.last().map(|row| row.bottom()));
    if let (Some(y), Some(row)) = (line, rows.first()) {
        ui.painter()
            .hline(row.x_range(), y, Stroke::new(stroke::FOCUS, colors(ui).accent));
    }
    if released {
        // Behind its old place everything moves up by one.
        let to = if to > from { to - 1 } else { to };
        push_order(part, ids, from, to, actions);
    }
}

fn push_order(part: Part, ids: &[ItemId], from: usize, to: usize, actions: &mut Vec<Action>) {
    let to = to.min(ids.len().saturating_sub(1));
    if from == to || from >= ids.len() {
        return;
    }
    let mut order = ids.to_vec();
    let moved = order.remove(from);
    order.insert(to, moved);
    actions.push(Action::Choosing(ChoosingAction::Order(part, order)));
}

struct ChosenRow<'a> {
    view: &'a View<'a>,
    part: Part,
    place: usize,
    count: usize,
    one: &'a Chosen,
}

impl ChosenRow<'_> {
    fn ui(&self, ui: &mut Ui, ids: &[ItemId], actions: &mut Vec<Action>) -> (Response, Option<Response>) {
        let found = &self.one.found;
        let failing = self.view.state.choosing.failing.contains(&found.id);
        let name = format!("{}. {}", self.place + 1, found.title);
        let movable = self.view.shut.is_none() && self.count > 1 && !self.view.state.choosing.board;
        let mut handle = None;
        let row = ListRow::new(name)
            .tall()
            .selected(failing)
            .last(self.place + 1 == self.count)
            .ui(ui, ("chosen", found.id), |ui| {
                if movable {
                    handle = Some(self.handle_ui(ui));
                }
                cell_ui(ui, PLACE_COLUMN, |ui| {
                    ui.label(Text::strong(format!("{}", self.place + 1)));
                });
                control_row_ui(
                    ui,
                    size::ROW_TALL,
                    actions,
                    |ui, actions| self.right_ui(ui, ids, actions),
                    |ui| {
                        let title = Text::body(found.title.as_str());
                        let title = if failing { title.strikethrough() } else { title };
                        two_lines_ui(ui, size::ROW_TALL, title, Text::secondary(about(found)));
                    },
                );
            })
            .response;
        if row.clicked() {
            actions.push(Action::Go(page_of(found)));
        }
        if movable && row.has_focus() {
            let pressed = |chord: Chord| ui.input_mut(|input| chord.is_taken(input));
            if pressed(ROW_UP) && self.place > 0 {
                push_order(self.part, ids, self.place, self.place - 1, actions);
            }
            if pressed(ROW_DOWN) {
                push_order(self.part, ids, self.place, self.place + 1, actions);
            }
        }
        (row, handle)
    }

    fn handle_ui(&self, ui: &mut Ui) -> Response {
        let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::CONTROL), Sense::hover());
        let id = Id::unique(("order handle", self.one.found.id));
        let handle = ui.interact(rect, id, Sense::drag());
        icons::paint_sized(
            ui.painter(),
            rect.center(),
            icons::LIST,
            size::ICON_SMALL,
            colors(ui).ink_soft,
        );
        handle.on_hover_cursor(eframe::egui::CursorIcon::Grab)
    }

    fn right_ui(&self, ui: &mut Ui, ids: &[ItemId], actions: &mut Vec<Action>) {
        let found = &self.one.found;
        let state = self.view.state;
        if state.choosing.board {
            let fails = state.choosing.failing.contains(&found.id);
            let button = if fails {
                Button::secondary(said::SUPPOSE_PASSES)
            } else {
                Button::quiet(said::SUPPOSE_FAILS).tooltip(found.title.clone())
            };
            if button.ui(ui).clicked() {
                actions.push(Action::Choosing(ChoosingAction::Suppose(found.id, !fails)));
            }
            return;
        }
        if let Some(batch) = self.one.filed {
            state_chip_ui(ui, Look::Certified, &said::filed_short(batch));
            return;
        }
        if let Some(why) = self.one.problem {
            ui.add(Label::new(Text::secondary(labels::not_selectable(why))).truncate());
        }
        if self.view.shut.is_some() {
            return;
        }
        let busy = state.is_busy();
        let untick = Button::icon_only(icons::X, format!("取消勾選「{}」", found.title));
        if untick.enabled(!busy).ui(ui).clicked() {
            actions.push(Action::Choosing(ChoosingAction::Untick(found.id)));
        }
        let down = Button::icon_only(icons::CARET_DOWN, format!("「{}」往後移", found.title));
        if down
            .enabled(!busy && self.place + 1 < self.count)
            .ui(ui)
            .clicked()
        {
            push_order(self.part, ids, self.place, self.place + 1, actions);
        }
        let up = Button::icon_only(icons::CARET_UP, format!("「{}」往前移", found.title));
        if up.enabled(!busy && self.place > 0).ui(ui).clicked() {
            push_order(self.part, ids, self.place, self.place - 1, actions);
        }
    }
}

/// `物理·113-2` or `競賽參與紀錄·114-1·等候證明文件`
fn about(found: &Found) -> String {
    let kind = match found.kind {
        FoundKind::Outcome(_) => found.detail.clone(),
        FoundKind::Activity(category) => labels::category(category).to_owned(),
    };
    let mut parts = vec![kind, found.term.to_string()];
    if found.is_lacking {
        parts.push(activity::INCOMPLETE.to_owned());
    } else if found.file_count == 0 {
        parts.push(activity::WAITING_FOR_DOCUMENT.to_owned());
    }
    parts.join("·")
}

fn page_of(found: &Found) -> Page {
    match found.kind {
        FoundKind::Outcome(_) => Page::item(found.id, found.term),
        FoundKind::Activity(_) => Page::activity(found.id),
    }
}

fn candidates_ui(ui: &mut Ui, view: &View<'_>, part: Part, actions: &mut Vec<Action>) {
    let selection = view.selection;
    let candidates = selection.candidates(part);
    let count = activity::count(candidates.len());
    section_header_ui(ui, said::CANDIDATES, Some(&count), |_| ());
    if candidates.is_empty() {
        let sentence = match part {
            Part::Outcomes => said::NO_CANDIDATES_OUTCOMES,
            Part::Activities => said::NO_CANDIDATES_ACTIVITIES,
        };
        running_text_ui(ui, sentence);
        return;
    }
    let full = selection.chosen(part).len() >= selection.limit(part) as usize;
    let why = view
        .shut
        .clone()
        .or_else(|| full.then(|| said::full(part, selection.limit(part))));
    let fill = filling(view, part);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, found) in candidates.iter().enumerate() {
        let row = ListRow::new(found.title.clone())
            .tall()
            .selected(fill.contains(&found.id))
            .last(index + 1 == candidates.len())
            .ui(ui, ("candidate", found.id), |ui| {
                control_row_ui(
                    ui,
                    size::ROW_TALL,
                    actions,
                    |ui, actions| {
                        let tick = Button::secondary(said::TICK)
                            .icon(icons::PLUS)
                            .of(format!("「{}」", found.title))
                            .enabled(!view.state.is_busy())
                            .disabled_because(why.clone());
                        if tick.ui(ui).clicked() {
                            actions.push(Action::Choosing(ChoosingAction::Tick(found.id)));
                        }
                    },
                    |ui| {
                        let title = Text::body(found.title.as_str());
                        two_lines_ui(ui, size::ROW_TALL, title, Text::secondary(about(found)));
                    },
                );
            });
        if row.response.clicked() {
            actions.push(Action::Go(page_of(found)));
        }
    }
}

/// On the what-if board: what would fill the free places.
fn filling(view: &View<'_>, part: Part) -> Vec<ItemId> {
    let choosing = &view.state.choosing;
    if !choosing.board || choosing.failing.is_empty() {
        return Vec::new();
    }
    let selection = view.selection;
    let chosen: Vec<ItemId> = selection.chosen(part).iter().map(|one| one.found.id).collect();
    let reserve = selection.reserve(part);
    what_if(&chosen, &reserve, &choosing.failing, selection.limit(part)).fill
}
