//! 多元表現: categories as sections on the left, the open item at the right.

mod bar;
mod files;
mod form;
mod item;
mod list;
mod trash;

use eframe::egui::{Frame, Layout, Ui};

use super::officers::own::places_ui;
use super::panes::{OpenWidth, panes_ui};
use super::window_words::window_words;
use crate::domain::activity::Category;
use crate::domain::term::SchoolYear;
use crate::domain::window::WindowKind;
use crate::engine::ActivityView;
use crate::gui::action::Action;
use crate::gui::activities::{ActivitiesPlace, ActivityAction, FormKey};
use crate::gui::icons;
use crate::gui::keys::ADD;
use crate::gui::route::Page;
use crate::gui::shell::COMPACT_BELOW;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, PageHeader, page_ui, select_ui};
use crate::gui::words;
use crate::text::{activity as said, labels};
use crate::worker::Snapshot;

/// Share of the width that the open item takes.
const ITEM_SHARE: f32 = 0.54;

/// The narrowest choice of school years that shows one in full.
const YEAR_WIDTH: f32 = 150.0;

/// What the parts of the page draw with.
pub(super) struct View<'a> {
    pub state: &'a State,
    pub data: &'a Snapshot,
    pub place: ActivitiesPlace,
}

impl View<'_> {
    /// The item of a form that is there.
    pub fn item(&self, form: FormKey) -> Option<&ActivityView> {
        match form {
            FormKey::Item(item) => self.state.activity(item),
            FormKey::New(_) => None,
        }
    }

    /// Activities of the year that is shown.
    pub fn shown(&self) -> impl Iterator<Item = &ActivityView> {
        let year = self.place.year;
        let all = self.data.activities.iter();
        all.filter(move |activity| year.is_none_or(|year| activity.facts.term.year == year))
    }
}

pub fn activities_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let (Some(data), Some(place)) = (state.snapshot(), state.activities_place()) else {
        return;
    };
    let view = View { state, data, place };
    let open = place.open.filter(|form| match form {
        FormKey::Item(item) => state.activity(*item).is_some(),
        FormKey::New(_) => true,
    });
    let open_ui = open.map(|form| {
        let view = &view;
        move |ui: &mut Ui, actions: &mut Vec<Action>| item::item_ui(ui, view, form, actions)
    });
    panes_ui(
        ui,
        "open activity",
        OpenWidth::Share(ITEM_SHARE),
        open_ui,
        Frame::new(),
        |ui, actions| {
            page_ui(ui, "activities", |ui| {
                head_ui(ui, &view, open.is_some(), actions);
                if place.trash {
                    trash::trash_ui(ui, &view, actions);
                } else {
                    list::list_ui(ui, &view, open.is_some(), actions);
                }
            });
        },
        actions,
    );
}

fn head_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    let status = &view.data.status;
    let title = if view.place.trash {
        "垃圾桶"
    } else {
        "多元表現"
    };
    let mut header = PageHeader::new(title);
    if !narrow {
        let line = window_words(status, WindowKind::Activity, view.state.now);
        let year = status.terms.activity.year;
        let sentence = match status.activity_rules.years {
            Some(years) if years.is_last(year) => {
                let window = status.window(WindowKind::Activity, view.state.now);
                format!("{}{}", line.sentence, said::last_year(year, window))
            }
            _ => line.sentence,
        };
        header = header.sentence(sentence);
    }
    if !view.place.trash {
        let mut add = Button::primary(if narrow { "新增" } else { "新增多元表現" }).icon(icons::PLUS);
        if !narrow {
            add = add.shortcut(ADD.text());
        }
        let refusal = view.state.may_add_activity(1).err();
        let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
        header = header.action(add.disabled_because(reason));
    }
    if header.ui(ui) {
        actions.push(Action::Activity(ActivityAction::Choose));
    }
    if !narrow && !view.place.trash && !view.state.is_personal() {
        places_ui(ui, false, actions);
        ui.add_space(space::XS);
    }
    tools_ui(ui, view, narrow, actions);
    ui.add_space(space::M);
}

fn tools_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().combo_width = YEAR_WIDTH;
        let years = years(view);
        let names: Vec<String> = years.iter().map(|year| labels::school_year(*year)).collect();
        let mut options = vec![said::ALL_YEARS];
        options.extend(names.iter().map(String::as_str));
        let selected = match view.place.year {
            None => Some(0),
            Some(year) => years.iter().position(|one| *one == year).map(|place| place + 1),
        };
        if let Some(chosen) = select_ui(ui, "upload year", "上傳學年度", &options, selected, "") {
            let year = chosen.checked_sub(1).and_then(|place| years.get(place)).copied();
            go(view, actions, |place| place.year = year);
        }
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Max), |ui| {
            trash_button_ui(ui, view, narrow, actions);
        });
    });
}

/// School years in which something was uploaded, and the current one; newest first.
fn years(view: &View<'_>) -> Vec<SchoolYear> {
    let mut years: Vec<SchoolYear> = view
        .data
        .activities
        .iter()
        .chain(&view.data.activity_trash)
        .map(|activity| activity.facts.term.year)
        .chain([view.data.status.terms.activity.year])
        .collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

fn go(view: &View<'_>, actions: &mut Vec<Action>, change: impl FnOnce(&mut ActivitiesPlace)) {
    let mut place = ActivitiesPlace {
        open: None,
        ..view.place
    };
    change(&mut place);
    actions.push(Action::Go(Page::Activities(place)));
}

fn trash_button_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    let count = view.data.activity_trash.len();
    let (icon, label) = match (view.place.trash, count) {
        (true, _) => (icons::ARROW_LEFT, "回到多元表現".to_owned()),
        (false, 0) => (icons::TRASH, "垃圾桶".to_owned()),
        (false, count) => (icons::TRASH, format!("垃圾桶（{count}）")),
    };
    ui.vertical(|ui| {
        ui.add_space(size::CONTROL - space::XS);
        let button = if narrow {
            Button::icon_only(icon, label)
        } else {
            Button::quiet(label).icon(icon)
        };
        if button.ui(ui).clicked() {
            go(view, actions, |place| place.trash = !place.trash);
        }
    });
}

/// Whether the window is small.
pub(super) fn is_compact(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < COMPACT_BELOW
}

/// The picture of a category.
pub const fn category_icon(category: Category) -> &'static str {
    match category {
        Category::Officer => icons::FLAG,
        Category::Competition => icons::TROPHY,
        Category::Certificate => icons::CERTIFICATE,
        Category::Service => icons::HANDSHAKE,
        Category::Flexible => icons::LIGHTBULB,
        Category::Group => icons::USERS,
        Category::Workplace => icons::BRIEFCASE,
        Category::Work => icons::PAINT_BRUSH,
        Category::College => icons::STUDENT,
        Category::Other => icons::STAR,
    }
}
