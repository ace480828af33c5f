//! The pages. Each draws from `&State` and puts what was done into `actions`.

mod activities;
mod board;
mod certification;
mod copies;
mod dates;
pub mod door;
mod faq;
mod filing;
mod find;
mod imports;
mod officers;
pub(in crate::gui) mod outcomes;
pub(in crate::gui) mod overview;
mod panes;
mod people;
mod progress;
mod receipt;
mod selection;
mod settings;
mod staff;
mod time_scale;
mod to_do;
mod trash;
pub mod window_words;

pub use activities::category_icon;
pub use certification::queue_width;
pub use dates::consequences;
use eframe::egui::{Align, Area, Context, Id, Label, Layout, Order, Rect, RichText, Ui, vec2};

use super::action::Action;
use super::fonts::Text;
use super::forms::{SecretField, TextField};
use super::loadable::Loadable;
use super::route::Page;
use super::state::State;
use super::theme::{line_height, size, space, type_size};
use super::widgets::{self, Field, Notice, NoticeKind, PasswordField, waiting_ui};
use super::words;
use crate::domain::id::OfferingId;
use crate::engine::Secret;
use crate::text::screen;
use crate::worker::Trouble;

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, page: &Page, actions: &mut Vec<Action>) {
    match &state.data {
        Loadable::Ready(_) => {}
        Loadable::Failed(trouble) => {
            widgets::page_ui(ui, "failed", |ui| {
                if trouble_ui(ui, state, trouble, Some("重新開啟")) {
                    actions.push(Action::Reopen);
                }
            });
            return;
        }
        Loadable::NotAsked | Loadable::Loading => {
            widgets::page_ui(ui, "waiting", |ui| waiting_ui(ui, "正在讀取檔案庫…"));
            return;
        }
    }
    match page {
        Page::Overview => overview::overview_page_ui(ui, state, actions),
        Page::Outcomes(_) => outcomes::outcomes_page_ui(ui, state, actions),
        Page::Activities(_) => activities::activities_page_ui(ui, state, actions),
        Page::Selection => selection::selection_page_ui(ui, state, actions),
        Page::Find => find::find_page_ui(ui, state, actions),
        Page::Faq(_) => faq::faq_page_ui(ui, state, actions),
        Page::Settings => settings::settings_page_ui(ui, state, actions),
        Page::Staff => staff::staff_page_ui(ui, state, actions),
        Page::Certification => certification::certification_page_ui(ui, state, actions),
        Page::Imports => imports::imports_page_ui(ui, state, actions),
        Page::Copies => copies::copies_page_ui(ui, state, actions),
        Page::People(place) => people::people_page_ui(ui, state, *place, actions),
        Page::Filing(tab) => filing::filing_page_ui(ui, state, *tab, actions),
        Page::Dates(tab) => dates::dates_page_ui(ui, state, *tab, actions),
        Page::Progress(place) => progress::progress_page_ui(ui, state, place, actions),
        Page::OfficerPosts(place) => officers::officers_page_ui(ui, state, *place, actions),
    }
}

/// Why something could not be read: what happened, why, what to do. With a name for trying again, whether
/// that was chosen.
fn trouble_ui(ui: &mut Ui, state: &State, trouble: &Trouble, again: Option<&str>) -> bool {
    let message = words::message(trouble, state.now);
    let mut notice = Notice::new(NoticeKind::Refusal, message.what)
        .why(message.why)
        .now(message.cure);
    if let Some(again) = again {
        notice = notice.action(again);
    }
    notice.ui(ui)
}

/// A strong line with an explaining one below it, together in the middle of the row's height.
pub fn two_lines_ui(ui: &mut Ui, height: f32, first: RichText, second: RichText) {
    let text = line_height::RUNNING * (type_size::BODY + type_size::SECONDARY);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height),
        Layout::top_down(Align::Min),
        |ui| {
            ui.set_min_height(height);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(((height - text) / 2.0).max(0.0));
            ui.add(Label::new(first).truncate());
            ui.add(Label::new(second).truncate());
        },
    );
}

/// A row of fixed height: controls at the right, the rest before them.
pub fn control_row_ui(
    ui: &mut Ui,
    height: f32,
    actions: &mut Vec<Action>,
    right: impl FnOnce(&mut Ui, &mut Vec<Action>),
    left: impl FnOnce(&mut Ui),
) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height),
        Layout::right_to_left(Align::Center),
        |ui| {
            right(ui, actions);
            ui.with_layout(Layout::left_to_right(Align::Center), left);
        },
    );
}

/// A name, what there is to say about it, and what can be done with it.
fn named_row_ui(
    ui: &mut Ui,
    name: &str,
    about: &str,
    actions: &mut Vec<Action>,
    right: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    control_row_ui(ui, size::CONTROL, actions, right, |ui| {
        widgets::cell_ui(ui, size::TIMELINE_NAME, |ui| {
            ui.add(Label::new(Text::secondary(name)).truncate());
        });
        ui.add(Label::new(Text::body(about)).truncate());
    });
}

/// A one-line text of a form. Leaving it is told, too, so that typed text is kept.
pub fn text_field_ui(
    ui: &mut Ui,
    state: &State,
    field: TextField,
    look: impl FnOnce(&mut String) -> Field<'_>,
    actions: &mut Vec<Action>,
) -> eframe::egui::Response {
    let mut text = state.forms.text(field).to_owned();
    let response = look(&mut text).ui(ui);
    if response.changed() {
        actions.push(Action::Typed(field, text));
    }
    response
}

/// A secret of a form.
pub fn secret_field_ui(
    ui: &mut Ui,
    state: &State,
    field: SecretField,
    look: impl FnOnce(&mut String) -> PasswordField<'_>,
    actions: &mut Vec<Action>,
) -> eframe::egui::Response {
    let mut text = zeroize::Zeroizing::new(state.forms.secret(field).to_owned());
    let response = look(&mut text).ui(ui);
    if response.changed() {
        actions.push(Action::TypedSecret(field, Secret::new(text.as_str())));
    }
    response
}

/// A password field with the names of its eye.
pub fn password<'a>(label: &str, text: &'a mut String) -> PasswordField<'a> {
    // Several may stand in one form.
    PasswordField::new(label, text, format!("顯示：{label}"), format!("隱藏：{label}"))
}

/// Whether Enter was pressed in this field.
pub fn entered(ui: &Ui, response: &eframe::egui::Response) -> bool {
    response.lost_focus() && ui.input(|input| crate::gui::keys::ENTER.is_pressed(input))
}

/// Passes for which [`want_search`] holds: an answer may have to come before the field is drawn.
const WISH_PASSES: u64 = 16;

fn search_flag() -> Id {
    Id::unique("search is wanted")
}

/// The page's search field takes the focus when it is drawn next.
pub fn want_search(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(search_flag(), pass));
}

/// See [`want_search`]; true once. Where no field was there to hear it, the wish is over after a few passes:
/// it must not take the focus on some later page.
pub fn search_is_wanted(ctx: &Context) -> bool {
    let wanted = ctx.data_mut(|data| data.remove_temp::<u64>(search_flag()));
    wanted.is_some_and(|pass| ctx.cumulative_pass_nr() <= pass + WISH_PASSES)
}

fn course_places() -> Id {
    Id::unique("places of courses")
}

/// Where the courses stand in this frame, for files that are dropped on one.
fn note_course_place(ctx: &Context, course: OfferingId, rect: Rect) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let places: &mut CoursePlaces = data.get_temp_mut_or_default(course_places());
        if places.pass != pass {
            places.pass = pass;
            places.rects.clear();
        }
        places.rects.push((course, rect));
    });
}

#[derive(Clone, Default)]
struct CoursePlaces {
    pass: u64,
    rects: Vec<(OfferingId, Rect)>,
}

/// The course that a dragged file is held over.
pub fn course_under_pointer(ctx: &Context) -> Option<OfferingId> {
    let pointer = ctx.input(|input| input.pointer.latest_pos())?;
    let pass = ctx.cumulative_pass_nr();
    ctx.data(|data| data.get_temp::<CoursePlaces>(course_places()))
        .filter(|places| places.pass == pass)?
        .rects
        .into_iter()
        .find(|(_, rect)| rect.contains(pointer))
        .map(|(course, _)| course)
}

/// Shows where files may be let go: on each course in sight, else anywhere.
pub fn drop_ui(ui: &Ui, state: &State) {
    let takes_tables = state.route.page() == Some(&Page::Imports);
    if !(state.keeps_items() || takes_tables) || state.route.page().is_none() {
        return;
    }
    let ctx = ui.ctx();
    let pass = ctx.cumulative_pass_nr();
    let places = ctx
        .data(|data| data.get_temp::<CoursePlaces>(course_places()))
        .filter(|places| places.pass == pass && state.modal.is_none())
        .map(|places| places.rects)
        .unwrap_or_default();
    let hovered = course_under_pointer(ctx);
    Area::new(Id::unique("drop zones"))
        .order(Order::Foreground)
        .fixed_pos(ctx.content_rect().min)
        .interactable(false)
        .show(ctx, |ui| {
            for (id, rect) in &places {
                let name = state.course(*id).map_or("", |course| course.name.as_str());
                let invitation = format!("放到「{name}」");
                widgets::drop_zone_ui(ui, *rect, &invitation, hovered == Some(*id));
            }
            if places.is_empty() {
                let rect = ctx.content_rect().shrink(space::L);
                let invitation = if takes_tables {
                    crate::text::imports::DROP_HERE
                } else {
                    screen::DROP_HERE
                };
                widgets::drop_zone_ui(ui, rect, invitation, true);
            }
        });
}
