//! 總覽: how much of each quota is used, where the windows stand, and what needs me now.

use eframe::egui::{Label, Ui};

use crate::domain::attention::{Attention, attention};
use crate::domain::moment::Moment;
use crate::domain::outcome::OutcomeState;
use crate::domain::quota::Counter;
use crate::domain::seed::SeedRule;
use crate::domain::window::WindowKind;
use crate::engine::{ClockVerdict, ItemView};
use crate::gui::action::Action;
use crate::gui::dates::DatesAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::modal::Modal;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, EmptyState, ListRow, Notice, NoticeKind, PageHeader, State as Look, Timeline, card_ui, cell_ui,
    link_ui, page_ui, quota_meter_ui, section_header_ui, state_chip_ui,
};
use crate::text::dates::page as date_words;
use crate::text::{labels, notes, overview as words, time};
use crate::worker::Snapshot;

use super::board::board_ui;
use super::time_scale::TimeScale;
use super::to_do::{other_row_ui, others};
use super::window_words::window_words;
use super::{control_row_ui, two_lines_ui};

pub fn overview_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(data) = state.snapshot() else { return };
    let name = state
        .session
        .as_ref()
        .map_or("", |session| session.display_name.as_str());
    page_ui(ui, "overview", |ui| {
        let upload = window_words(&data.status, WindowKind::OutcomeUpload, state.now);
        let _ = PageHeader::new(words::greeting(name))
            .sentence(upload.sentence)
            .ui(ui);
        clock_ui(ui, data, actions);
        board_ui(ui, state);
        counters_ui(ui, data);
        ui.add_space(space::L);
        section_header_ui(ui, words::WINDOWS, Some(words::TAIPEI), |ui| {
            let calendar = Button::quiet(date_words::CALENDAR)
                .icon(icons::CALENDAR_CHECK)
                .tooltip(date_words::CALENDAR_MEANS);
            if !data.windows.is_empty() && calendar.ui(ui).clicked() {
                actions.push(Action::Dates(DatesAction::SaveCalendar));
            }
        });
        card_ui(ui, |ui| {
            if data.windows.is_empty() && state.is_personal() {
                no_dates_ui(ui, actions);
            } else {
                timeline(data, state.now).ui(ui);
            }
        });
        ui.add_space(space::L);
        to_do_ui(ui, state, data, actions);
        ui.add_space(space::L);
        ui.add(Label::new(Text::secondary(notes::VOLUNTARY)).wrap());
        if link_ui(ui, words::WHY_UPLOAD).clicked() {
            actions.push(Action::Go(Page::Faq(Some(SeedRule::Voluntary))));
        }
    });
}

fn no_dates_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.add(Label::new(Text::body(notes::NO_DATES)).wrap());
    if link_ui(ui, words::SET_DATES).clicked() {
        actions.push(Action::Go(Page::Settings));
    }
}

/// A clock that cannot be believed is said before anything else.
fn clock_ui(ui: &mut Ui, data: &Snapshot, actions: &mut Vec<Action>) {
    let notice = match data.status.clock {
        ClockVerdict::Fine => return,
        ClockVerdict::Behind { newest } => Notice::new(NoticeKind::Refusal, words::CLOCK_BEHIND)
            .why(words::clock_newest(newest))
            .now(words::CLOCK_CURE),
        ClockVerdict::FarAhead { newest } => Notice::new(NoticeKind::Caution, words::CLOCK_AHEAD)
            .why(words::clock_newest(newest))
            .now(words::CLOCK_CURE),
    };
    let behind = matches!(data.status.clock, ClockVerdict::Behind { .. });
    let may_confirm = behind && data.status.library.is_personal();
    let notice = if may_confirm {
        notice.action(words::CLOCK_CONFIRM)
    } else {
        notice
    };
    if notice.ui(ui) {
        actions.push(Action::Ask(Modal::ConfirmClock));
    }
    ui.add_space(space::M);
}

fn counters_ui(ui: &mut Ui, data: &Snapshot) {
    let status = &data.status;
    ui.columns(2, |columns| {
        let terms = [
            (Counter::Outcome, status.terms.outcome),
            (Counter::Activity, status.terms.activity),
        ];
        for (column, (counter, term)) in columns.iter_mut().zip(terms) {
            card_ui(column, |ui| {
                let usage = status.usage(counter);
                let name = format!("{}　{}", labels::counter(counter), labels::term(term));
                quota_meter_ui(ui, &name, usage.used, usage.limit, None);
            });
        }
    });
}

/// So far before and after today dates are shown.
const NEAR_DAYS: i64 = 150;

fn timeline(data: &Snapshot, now: Moment) -> Timeline {
    let status = &data.status;
    let windows = WindowKind::ALL.map(|kind| {
        let window = status.window(kind, now);
        (kind, window.map(|window| (window.opens, window.ends())))
    });
    let near = chrono::Duration::days(NEAR_DAYS);
    let moments = windows.iter().filter_map(|(_, window)| *window);
    let moments = moments.flat_map(|(from, to)| [from, to]).chain([now]);
    let scale = TimeScale::around(moments, now - near..=now + near);
    let bars = windows.iter().map(|(kind, window)| {
        let line = window_words(status, *kind, now);
        scale.bar(line.name.clone(), *window, line)
    });
    Timeline {
        bars: bars.collect(),
        marks: scale.months(),
        today: scale.today(now),
    }
}

fn to_do_ui(ui: &mut Ui, state: &State, data: &Snapshot, actions: &mut Vec<Action>) {
    let circumstances = data.status.circumstances(state.now);
    let mut wanted: Vec<(Attention, &ItemView)> = data
        .items
        .iter()
        .filter(|item| item.facts.term == data.status.terms.outcome || !item.state().is_students())
        .filter_map(|item| {
            let described = !item.description.trim().is_empty();
            attention(&item.facts, described, &circumstances).map(|reason| (reason, item))
        })
        .collect();
    wanted.sort_by_key(|(reason, item)| (*reason, item.updated));
    let others = others(state, data);
    let all = wanted.len() + others.len();
    let note = (all > 0).then(|| words::count(all));
    section_header_ui(ui, words::TO_DO, note.as_deref(), |_| {});
    if all == 0 {
        let (title, sentence) = if data.items.is_empty() {
            (words::NO_ITEMS, words::NO_ITEMS_SENTENCE)
        } else {
            (words::ALL_DONE, words::ALL_DONE_SENTENCE)
        };
        let empty = EmptyState::new(icons::CHECK_CIRCLE, title, sentence)
            .action(Button::primary(words::GO_TO_OUTCOMES));
        if empty.ui(ui) {
            actions.push(Action::Go(Page::Outcomes(Default::default())));
        }
        return;
    }
    card_ui(ui, |ui| {
        for (number, (reason, item)) in wanted.into_iter().enumerate() {
            row_ui(ui, reason, item, number + 1 == all, actions);
        }
        let before = all - others.len();
        for (number, other) in others.iter().enumerate() {
            other_row_ui(ui, other, before + number + 1 == all, actions);
        }
    });
}

fn row_ui(ui: &mut Ui, reason: Attention, item: &ItemView, last: bool, actions: &mut Vec<Action>) {
    let why = words::attention(reason);
    let row = ListRow::new(format!("{} {why}", item.title))
        .tall()
        .last(last)
        .ui(ui, ("to do", item.id), |ui| {
            cell_ui(ui, size::CHIP_COLUMN, |ui| {
                state_chip_ui(ui, state_look(item.state()), labels::state(item.state()));
            });
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    let next = Button::quiet(words::next_step(reason)).tooltip(item.title.clone());
                    if next.ui(ui).clicked() {
                        actions.push(Action::Go(Page::item(item.id, item.facts.term)));
                    }
                },
                |ui| {
                    let details = Text::secondary(details(reason, item));
                    two_lines_ui(ui, size::ROW_TALL, Text::strong(item.title.clone()), details);
                },
            );
        });
    if row.response.clicked() {
        actions.push(Action::Go(Page::item(item.id, item.facts.term)));
    }
}

/// Why, and for a returned item the teacher's own reason.
fn details(reason: Attention, item: &ItemView) -> String {
    let why = words::attention(reason);
    match (reason, item.last_return()) {
        (Attention::Returned, Some(decision)) => {
            let told = decision.reason.map_or("", labels::return_reason);
            let day = time::roc_day(decision.at);
            let note = if decision.note.is_empty() {
                String::new()
            } else {
                format!("：{}", decision.note)
            };
            format!("{}　{told}{note}（{day}）", item.course_name)
        }
        _ => format!("{}　{why}", item.course_name),
    }
}

pub const fn state_look(state: OutcomeState) -> Look {
    match state {
        OutcomeState::Draft => Look::Draft,
        OutcomeState::Submitted => Look::Submitted,
        OutcomeState::Certified => Look::Certified,
        OutcomeState::Returned => Look::Returned,
    }
}
