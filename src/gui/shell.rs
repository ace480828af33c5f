//! What surrounds every page: left column, status badges, what was refused, what goes by itself.

use eframe::egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Ui};

use super::action::Action;
use super::activities::ActivitiesPlace;
use super::filing::{FilingTab, files};
use super::fonts::Text;
use super::icons;
use super::imports::ImportAction;
use super::keys;
use super::modal::Modal;
use super::navigation::entries;
use super::pages::window_words::{look, window_words};
use super::pages::{self, door};
use super::people::{PeoplePlace, PeopleTab};
use super::route::{OutcomesPlace, Page, Route};
use super::state::{Said, State, ToastUndo};
use super::theme::{ThemeChoice, colors, size, space};
use super::update::certification::decides;
use super::widgets::{
    Button, CounterBadge, NavItem, Notice, NoticeKind, ToastAnswer, WindowBadge, divider_ui, menu_button_ui,
    menu_item_ui, waiting_ui,
};
use crate::domain::act::LibraryKind;
use crate::domain::quota::Counter;
use crate::domain::window::WindowKind;
use crate::text::pages as words_of_pages;
use crate::text::people::page as people_words;
use crate::text::{certification, labels, screen};

/// Below this width the left column shrinks to icons and badges to their time.
pub const COMPACT_BELOW: f32 = 1100.0;

/// Room for all badges with whole sentences.
const BADGES_IN_FULL: f32 = 1140.0;

/// Room for all badges with days and hours.
const BADGES_WITH_HOURS: f32 = 900.0;

/// Everything in the window.
#[must_use]
pub fn window_ui(ui: &mut Ui, state: &State) -> Vec<Action> {
    let mut actions = Vec::new();
    match &state.route {
        Route::At(page) => shell_ui(ui, state, page, &mut actions),
        route => door::door_ui(ui, state, route, &mut actions),
    }
    if matches!(state.route, Route::Locked { .. }) {
        return actions;
    }
    super::questions::modal_ui(ui, state, &mut actions);
    toast_ui(ui, state, &mut actions);
    if state.dragging {
        pages::drop_ui(ui, state);
    }
    actions
}

fn shell_ui(ui: &mut Ui, state: &State, page: &Page, actions: &mut Vec<Action>) {
    // The document needs the room more than the names of the pages do.
    let compact = ui.available_width() < COMPACT_BELOW || *page == Page::Certification;
    let c = colors(ui);
    let column = Frame::new()
        .fill(c.surface_sunken)
        .inner_margin(Margin::same(space::XS as i8));
    let width = if compact {
        size::NAV_COMPACT
    } else {
        size::NAV_WIDE
    };
    Panel::left("navigation")
        .frame(column)
        .resizable(false)
        .exact_size(width)
        .show(ui, |ui| navigation_ui(ui, state, page, compact, actions));
    let bar = Frame::new()
        .fill(c.surface_raised)
        .inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
    Panel::top("status")
        .frame(bar)
        .show(ui, |ui| status_ui(ui, state, actions));
    waiting_bar_ui(ui, state);
    CentralPanel::default()
        .frame(Frame::new().fill(c.surface))
        .show(ui, |ui| {
            if let Some(said) = state.said.as_ref().filter(|_| state.modal.is_none()) {
                said_panel_ui(ui, said, actions);
            }
            pages::page_ui(ui, state, page, actions);
        });
    actions.extend(dropped(ui, state));
}

/// Files that were let go over the window.
fn dropped(ui: &Ui, state: &State) -> Option<Action> {
    let paths: Vec<_> = ui.ctx().input(|input| {
        input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_owned())
            .collect()
    });
    if let (Some(Page::Imports), Some(path)) = (state.route.page(), paths.first()) {
        return Some(Action::Import(ImportAction::Dropped(path.clone())));
    }
    if paths.is_empty() || !state.keeps_items() {
        return None;
    }
    let course = pages::course_under_pointer(ui.ctx());
    Some(Action::Dropped(paths, course))
}

fn navigation_ui(ui: &mut Ui, state: &State, page: &Page, compact: bool, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::XXS;
    if !compact {
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            ui.add_space(space::XS);
            ui.vertical(|ui| {
                ui.label(Text::strong(super::TITLE));
                if let Some(data) = state.snapshot() {
                    ui.label(Text::secondary(labels::term(data.status.terms.outcome)));
                }
            });
        });
    }
    ui.add_space(space::XS);
    for (place, entry) in entries(state).into_iter().enumerate() {
        // The school's records stand beside a student's own under one entry.
        let beside = matches!((&entry.page, page), (Page::Activities(_), Page::OfficerPosts(_)));
        let selected = beside || std::mem::discriminant(&entry.page) == std::mem::discriminant(page);
        let keys = keys::PAGES.get(place).map(|chord| chord.text());
        let item = NavItem::new(entry.icon, entry.name)
            .selected(selected)
            .compact(compact)
            .count(entry.count)
            .shortcut(keys.unwrap_or_default());
        if item.ui(ui).clicked() {
            actions.push(Action::Go(entry.page));
        }
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        account_ui(ui, state, compact, actions);
    });
}

fn account_ui(ui: &mut Ui, state: &State, compact: bool, actions: &mut Vec<Action>) {
    let name = state
        .session
        .as_ref()
        .map_or("", |session| session.display_name.as_str());
    let button = if compact {
        Button::icon_only(icons::USER, name)
    } else {
        Button::quiet(name).icon(icons::USER)
    };
    let (lock, map) = (keys::LOCK.text(), keys::KEYS[0].text());
    menu_button_ui(ui, button, |ui| {
        let mut entry = |ui: &mut Ui, icon, label, keys, action: Action| {
            if menu_item_ui(ui, icon, label, keys).clicked() {
                actions.push(action);
                ui.close();
            }
        };
        let change = Action::Ask(Modal::ChangePassword);
        entry(ui, icons::KEY, words_of_pages::CHANGE_PASSWORD, "", change);
        let rights = Page::People(PeoplePlace::of(PeopleTab::Rights));
        entry(
            ui,
            icons::SHIELD_CHECK,
            people_words::MY_RIGHTS,
            "",
            Action::Go(rights),
        );
        entry(ui, icons::LOCK, "鎖定", &lock, Action::Lock);
        entry(ui, icons::SIGN_OUT, "登出", "", Action::Logout);
        divider_ui(ui);
        let now = state.preferences.theme();
        for (icon, label, choice) in [
            (icons::SUN, "淺色外觀", ThemeChoice::Light),
            (icons::MOON, "深色外觀", ThemeChoice::Dark),
            (icons::CIRCLE_HALF, "跟隨系統外觀", ThemeChoice::System),
        ] {
            let mark = if now == choice { icons::CHECK } else { "" };
            entry(ui, icon, label, mark, Action::Theme(choice));
        }
        divider_ui(ui);
        if state
            .library
            .as_ref()
            .is_some_and(|library| library.kind == LibraryKind::Demonstration)
        {
            entry(
                ui,
                icons::CALENDAR_CHECK,
                "將示範日期移到今天",
                "",
                Action::RefreshDemonstration,
            );
        }
        entry(
            ui,
            icons::DATABASE,
            "檔案庫位置",
            "",
            Action::Ask(Modal::LibraryPlace),
        );
        entry(ui, icons::KEYBOARD, "鍵盤快速鍵", &map, Action::Ask(Modal::Keys));
    });
}

fn status_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.set_min_height(size::BADGE);
    let Some(data) = state.snapshot() else {
        waiting_ui(ui, "正在讀取…");
        return;
    };
    let status = &data.status;
    let room = ui.available_width();
    let tight = room < BADGES_IN_FULL;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = if tight { space::XXS } else { space::XS };
        if state.keeps_items() {
            for (counter, page) in [
                (Counter::Outcome, Page::Outcomes(OutcomesPlace::default())),
                (Counter::Activity, Page::Activities(ActivitiesPlace::default())),
            ] {
                let usage = status.usage(counter);
                let badge = CounterBadge::new(labels::counter(counter), usage.used, usage.limit);
                if badge.ui(ui).clicked() {
                    actions.push(Action::Go(page));
                }
            }
        }
        for kind in WindowKind::ALL {
            let line = window_words(status, kind, state.now);
            let said = if room < BADGES_WITH_HOURS {
                screen::shortest_status(&line.status)
            } else if tight {
                screen::short_status(&line.status)
            } else {
                line.status
            };
            let name = if room < BADGES_WITH_HOURS {
                screen::short_window_name(&line.name)
            } else {
                line.name
            };
            let badge = WindowBadge::new(look(line.phase), name, said).tooltip(line.sentence);
            if badge.ui(ui).clicked() {
                actions.push(Action::Go(page_of(kind, state)));
            }
        }
    });
}

fn page_of(kind: WindowKind, state: &State) -> Page {
    if !state.keeps_items() {
        if kind == WindowKind::Certification && decides(state) {
            return Page::Certification;
        }
        if kind == WindowKind::Selection && state.session.as_ref().is_some_and(files) {
            return Page::Filing(FilingTab::default());
        }
        return Page::Staff;
    }
    match kind {
        WindowKind::OutcomeUpload | WindowKind::Certification => Page::Outcomes(OutcomesPlace::default()),
        WindowKind::Activity => Page::Activities(ActivitiesPlace::default()),
        WindowKind::Selection => Page::Selection,
    }
}

fn waiting_bar_ui(ui: &mut Ui, state: &State) {
    let Some((_, others)) = &state.waiting_for else {
        return;
    };
    let frame = Frame::new()
        .fill(colors(ui).surface_raised)
        .inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
    Panel::bottom("waiting")
        .frame(frame)
        .show(ui, |ui| waiting_ui(ui, &screen::waiting_for(others)));
}

/// What was refused, above the page.
fn said_panel_ui(ui: &mut Ui, said: &Said, actions: &mut Vec<Action>) {
    let frame = Frame::new().inner_margin(Margin {
        left: space::L as i8,
        right: space::L as i8,
        top: space::M as i8,
        bottom: 0,
    });
    Panel::top("said")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| said_ui(ui, said, true, actions));
}

/// A refusal with its way out.
pub fn said_ui(ui: &mut Ui, said: &Said, closable: bool, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        if closable && Button::icon_only(icons::X, "關閉訊息").ui(ui).clicked() {
            actions.push(Action::DismissNotice);
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let mut notice = Notice::new(NoticeKind::Refusal, said.message.what.clone())
                .why(said.message.why.clone())
                .now(said.message.cure.clone());
            if said.reopen {
                notice = notice.action("重新開啟");
            } else if said.rule.is_some() && closable {
                notice = notice.action("看常見問題");
            }
            if notice.ui(ui) {
                actions.push(match said.rule {
                    _ if said.reopen => Action::Reopen,
                    rule => Action::Go(Page::Faq(rule)),
                });
            }
        });
    });
}

fn toast_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(toast) = &state.toast else { return };
    // Beside the left column, clear of the bar under an open item.
    let window = ui.ctx().content_rect().width();
    let on_panel = state.route == Route::At(Page::Certification);
    let compact = window < COMPACT_BELOW || on_panel;
    let column = if compact {
        size::NAV_COMPACT
    } else {
        size::NAV_WIDE
    };
    let queue = if on_panel && !state.viewer.alone {
        pages::queue_width(window - column, state)
    } else {
        0.0
    };
    let mut widget = super::widgets::Toast::new(toast.text.clone(), "關閉").left(column + queue + space::L);
    match toast.undo {
        Some(ToastUndo::Restore(_)) => widget = widget.action("復原"),
        Some(ToastUndo::Decision) => widget = widget.action(certification::UNDO_KEY),
        None => {}
    }
    match widget.show(ui.ctx()) {
        ToastAnswer::None => {}
        ToastAnswer::Action => actions.push(Action::UndoToast),
        ToastAnswer::Dismissed => actions.push(Action::DismissToast),
    }
}
