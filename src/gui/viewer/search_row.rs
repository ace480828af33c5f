//! The row for searching in the document.

use eframe::egui::{Frame, Id, Label, Margin, TextEdit, Ui};

use super::{Pane, Search, Viewer, ViewerAction};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::keys::{Chord, ENTER, ESCAPE, NEW_LINE, NEXT_HIT, PREVIOUS_HIT};
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, divider_ui};
use crate::text::viewer as words;

pub(super) fn search_row_ui(ui: &mut Ui, viewer: &Viewer, pane: Pane, actions: &mut Vec<Action>) {
    let search = &viewer.search;
    let mut act = |action| actions.push(Action::Viewer(action));
    Frame::new()
        .fill(colors(ui).surface_raised)
        .inner_margin(Margin::symmetric(space::XS as i8, space::XXS as i8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XXS;
                field_ui(ui, search, pane, &mut act);
                let hits = search.hits().len();
                for (icon, name, forward) in [
                    (icons::CARET_UP, "上一個", false),
                    (icons::CARET_DOWN, "下一個", true),
                ] {
                    let keys = if forward { NEXT_HIT } else { PREVIOUS_HIT };
                    let button = Button::icon_only(icon, name).shortcut(keys.text());
                    if button.enabled(hits > 0).ui(ui).clicked() {
                        act(ViewerAction::SearchStep { forward });
                    }
                }
                let close = Button::icon_only(icons::X, "關閉搜尋").shortcut(ESCAPE.text());
                if close.ui(ui).clicked() {
                    act(ViewerAction::CloseSearch);
                }
                ui.add(Label::new(Text::secondary(outcome(search))).truncate());
            });
        });
    divider_ui(ui);
}

fn field_ui(ui: &mut Ui, search: &Search, pane: Pane, act: &mut impl FnMut(ViewerAction)) {
    let id = Id::unique(("search in the document", pane));
    let buttons = 3.0 * (size::CONTROL + space::XXS);
    let room = ui.available_width() - buttons;
    // The words beside it need room too, as far as there is any.
    let width = size::SEARCH_FIELD.min(room * 0.6).max(size::PAGE_FIELD);
    let mut text = search.text.clone();
    let field = TextEdit::singleline(&mut text)
        .id(id)
        .hint_text("在文件裡搜尋")
        .desired_width(width - 2.0 * space::XS);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label("在文件裡搜尋"));
    let asked = id.with("focus");
    let answered = ui.data(|data| data.get_temp::<u32>(asked)).unwrap_or_default();
    if answered != search.focus {
        ui.data_mut(|data| data.insert_temp(asked, search.focus));
        response.request_focus();
    }
    if text != search.text {
        act(ViewerAction::SearchFor(text));
        return;
    }
    let pressed = |chord: Chord| ui.input(|input| chord.is_pressed(input));
    let stepped = |entered, step| {
        (response.lost_focus() && pressed(entered)) || (response.has_focus() && pressed(step))
    };
    let forward = stepped(ENTER, NEXT_HIT);
    if response.lost_focus() && pressed(ESCAPE) {
        act(ViewerAction::CloseSearch);
    } else if forward || stepped(NEW_LINE, PREVIOUS_HIT) {
        act(ViewerAction::SearchStep { forward });
        response.request_focus();
    }
}

/// What came of it.
fn outcome(search: &Search) -> String {
    if search.text.trim().is_empty() {
        return String::new();
    }
    match &search.found {
        None => words::SEARCHING.to_owned(),
        Some(Err(_)) => words::CANNOT_SEARCH.to_owned(),
        Some(Ok(found)) if !found.has_text => words::NO_TEXT.to_owned(),
        Some(Ok(found)) if found.hits.is_empty() => words::NOT_FOUND.to_owned(),
        Some(Ok(found)) => words::hit(search.at + 1, found.hits.len(), found.more),
    }
}
