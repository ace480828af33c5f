//! Questions about 多元表現, the one where something belongs among them.

use eframe::egui::{Label, ScrollArea, Ui};

use super::{forms, simple};
use crate::domain::activity::Category;
use crate::domain::file::Slot;
use crate::domain::id::ItemId;
use crate::domain::window::{Period, WindowKind};
use crate::gui::action::Action;
use crate::gui::activities::{ActivityAction, ActivityQuestion, FormKey};
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::officers::OfficerPlace;
use crate::gui::pages::{category_icon, text_field_ui, two_lines_ui};
use crate::gui::route::{OutcomesPlace, Page};
use crate::gui::state::State;
use crate::gui::theme::{colors, size};
use crate::gui::widgets::{Dialog, DialogAnswer, Field, ListRow};
use crate::gui::{icons, pages};
use crate::text::activity as words;
use crate::text::places::{self, Example, Place};
use crate::text::{labels, notes};

const CANCEL: &str = "取消";

/// Room for six rows.
const LIST_HEIGHT: f32 = size::ROW_TALL * 6.5;

pub(super) fn question_ui(
    ui: &Ui,
    state: &State,
    question: &ActivityQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    match question {
        ActivityQuestion::Choose => choose_ui(ui, state, actions),
        ActivityQuestion::Delete(item) => delete_ui(ui, state, *item),
        ActivityQuestion::RemoveFile(form, slot) => remove_file_ui(ui, state, *form, *slot),
        ActivityQuestion::Copy(item) => copy_ui(ui, state, *item),
        ActivityQuestion::File(form, picked) => {
            let item = match form {
                FormKey::Item(item) => Some(*item),
                FormKey::New(_) => None,
            };
            simple::received_ui(ui, state, picked, item)
        }
        ActivityQuestion::Path(_) => forms::path_ui(ui, state, actions),
    }
}

/// 「這該放哪一類？」: the categories, or the examples that fit what is typed.
fn choose_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let dropped = state.activities.dropped.len();
    let body = if dropped > 0 {
        words::files_to_place(dropped)
    } else {
        words::CHOOSE_SENTENCE.to_owned()
    };
    Dialog::reading(words::CHOOSE, body, CANCEL)
        .width(size::DIALOG_WIDE)
        .focus_content()
        .show_with(ui.ctx(), |ui| {
            let search = text_field_ui(
                ui,
                state,
                TextField::SearchPlaces,
                |text| Field::new(words::CHOOSE_SEARCH, text).hint(words::CHOOSE_HINT),
                actions,
            );
            if pages::search_is_wanted(ui.ctx()) {
                search.request_focus();
            }
            let typed = state.forms.text(TextField::SearchPlaces).trim().to_owned();
            ScrollArea::vertical()
                .id_salt("places")
                .max_height(LIST_HEIGHT)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    if typed.is_empty() {
                        categories_ui(ui, actions);
                    } else {
                        examples_ui(ui, state, &places::search(&typed), actions);
                    }
                });
        })
}

fn categories_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    for category in Category::ALL {
        let last = category == Category::Other;
        let name = labels::category(category);
        let row = place_row_ui(
            ui,
            category.code(),
            category_icon(category),
            name,
            labels::category_contents(category),
            last,
        );
        if row {
            actions.push(Action::Activity(ActivityAction::New(category)));
        }
    }
}

fn examples_ui(ui: &mut Ui, state: &State, found: &[&'static Example], actions: &mut Vec<Action>) {
    if found.is_empty() {
        ui.add(Label::new(Text::body(words::CHOOSE_NOTHING).weak()).wrap());
        return;
    }
    for (number, example) in found.iter().enumerate() {
        let icon = match example.place {
            Place::Activity(category) => category_icon(category),
            Place::Outcome => icons::BOOK_OPEN,
            Place::OfficerPosts => icons::BUILDINGS,
            Place::Nowhere => icons::PROHIBIT,
        };
        let first = format!("{} → {}", example.what, example.place.name());
        let last = number + 1 == found.len();
        if place_row_ui(ui, example.what, icon, &first, example.why, last) {
            match example.place {
                Place::Activity(category) => {
                    actions.push(Action::Activity(ActivityAction::New(category)));
                }
                Place::Outcome => {
                    actions.push(Action::CloseModal);
                    actions.push(Action::Go(Page::Outcomes(OutcomesPlace::default())));
                }
                Place::OfficerPosts if !state.is_personal() => {
                    actions.push(Action::CloseModal);
                    actions.push(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
                }
                Place::OfficerPosts | Place::Nowhere => {}
            }
        }
    }
}

fn place_row_ui(ui: &mut Ui, id: &str, icon: &'static str, first: &str, second: &str, last: bool) -> bool {
    ListRow::new(format!("{first} {second}"))
        .tall()
        .inset()
        .last(last)
        .ui(ui, ("place", id), |ui| {
            let (rect, _) =
                ui.allocate_exact_size([size::ICON, size::ICON].into(), eframe::egui::Sense::hover());
            icons::paint(ui.painter(), rect.center(), icon, colors(ui).accent);
            two_lines_ui(ui, size::ROW_TALL, Text::strong(first), Text::secondary(second));
        })
        .response
        .clicked()
}

fn delete_ui(ui: &Ui, state: &State, id: ItemId) -> Option<DialogAnswer> {
    let activity = state.activity(id)?;
    let data = state.snapshot()?;
    let period = Period::Year(activity.facts.term.year);
    let window = data.status.window_of(WindowKind::Activity, period, state.now);
    let title = words::title(activity.category(), &activity.values);
    let mut body = notes::delete_confirmation(&title, window.map(|window| window.ends()));
    if is_selected(state, id) {
        body.push_str(words::DELETE_SELECTED);
    }
    Dialog::new("刪除這一件？", body, "刪除", CANCEL)
        .destroys()
        .show(ui.ctx())
}

fn is_selected(state: &State, id: ItemId) -> bool {
    let chosen = state.selection().map(|view| &view.activities);
    chosen.is_some_and(|chosen| chosen.iter().any(|one| one.found.id == id))
}

fn remove_file_ui(ui: &Ui, state: &State, form: FormKey, slot: Slot) -> Option<DialogAnswer> {
    let FormKey::Item(item) = form else { return None };
    let file = state.activity(item)?.file(slot)?;
    let body = format!(
        "「{}」會從這一件移除，而且無法復原；需要的話請先「另存新檔」。",
        file.name
    );
    Dialog::new("移除檔案？", body, "移除檔案", CANCEL)
        .destroys()
        .show(ui.ctx())
}

fn copy_ui(ui: &Ui, state: &State, id: ItemId) -> Option<DialogAnswer> {
    let activity = state.activity(id)?;
    let term = state.snapshot()?.status.terms.activity;
    let title = words::title(activity.category(), &activity.values);
    let body = words::copy_question(&title, term);
    Dialog::new("複製成新的一件", body, "複製", CANCEL).show(ui.ctx())
}
