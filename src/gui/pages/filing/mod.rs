//! 勾選與提交: who has selected how much, batches and their rosters, records from school to school.

mod progress;
mod receipts;
mod rosters;
mod students;
mod transfer;

use eframe::egui::{CentralPanel, Frame, Label, Margin, Ui};

use crate::domain::term::SchoolYear;
use crate::domain::window::{Audience, Period, WindowKind, phase_of};
use crate::engine::FilingView;
use crate::gui::action::Action;
use crate::gui::filing::{FilingAction, FilingDesk, FilingJob, FilingTab, files, tabs};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::trouble_ui;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::update::filing::year;
use crate::gui::widgets::{Button, PageHeader, Progress, card_ui, page_ui, select_ui, tabs_ui, waiting_ui};
use crate::text::{copies as copy_words, filing as words, labels, receipts as receipt_words};

/// Years before and after the current selection year that can be chosen.
const YEARS_BEFORE: u16 = 3;
const YEARS_AFTER: u16 = 1;

pub fn filing_page_ui(ui: &mut Ui, state: &State, tab: FilingTab, actions: &mut Vec<Action>) {
    if tab == FilingTab::Receipts {
        let frame = Frame::new().inner_margin(Margin::same(space::L as i8));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            top_ui(ui, state, tab, actions);
            receipts::receipts_ui(ui, state, actions);
        });
        return;
    }
    if tab == FilingTab::Progress {
        // The list scrolls by itself, below what says how many there are.
        let frame = Frame::new().inner_margin(Margin::same(space::L as i8));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            top_ui(ui, state, tab, actions);
            if let Some(view) = ready_ui(ui, state) {
                progress::progress_ui(ui, state, view, actions);
            }
        });
        return;
    }
    page_ui(ui, ("filing", tab as u8), |ui| {
        top_ui(ui, state, tab, actions);
        match tab {
            FilingTab::Transfer => transfer::transfer_ui(ui, state, actions),
            FilingTab::Progress | FilingTab::Rosters | FilingTab::Receipts => {
                if let Some(view) = ready_ui(ui, state) {
                    rosters::rosters_ui(ui, state, view, actions);
                }
            }
        }
    });
}

fn push(actions: &mut Vec<Action>, action: FilingAction) {
    actions.push(Action::Filing(action));
}

/// What stands above every part: the year and its dates, the one primary action, the parts.
fn top_ui(ui: &mut Ui, state: &State, tab: FilingTab, actions: &mut Vec<Action>) {
    let shown = year(state);
    let all = state.session.as_ref().map(tabs).unwrap_or_default();
    // A 導師 has the 收訖明細 of the class, and nothing else of it.
    let name = if all == [FilingTab::Receipts] {
        receipt_words::TITLE
    } else {
        words::TITLE
    };
    let title = match shown.filter(|_| tab != FilingTab::Transfer) {
        Some(year) => format!("{} {}", labels::school_year(year), name),
        None => name.to_owned(),
    };
    let mut header = PageHeader::new(title);
    let may_file = state.session.as_ref().is_some_and(files);
    if tab == FilingTab::Transfer {
        header = header.sentence(words::TRANSFER_SENTENCE);
    } else if tab == FilingTab::Receipts {
        let view = state.filing.receipts.ready();
        let said = view.and_then(|view| Some(receipt_words::head(view.came?, view.until?)));
        header = header.sentence(said.unwrap_or_else(|| receipt_words::NO_LIST_SENTENCE.to_owned()));
        if may_file {
            header = header.action(Button::primary(receipt_words::ASK_IMPORT).icon(icons::UPLOAD_SIMPLE));
        }
    } else {
        let ready = state.filing.view.ready().map_or((0, 0), |view| view.ready(None));
        let nothing = (ready.1 == 0).then_some(words::NOTHING_READY);
        let file = Button::primary(words::FILE)
            .icon(icons::PAPER_PLANE_TILT)
            .enabled(!state.is_busy())
            .disabled_because(nothing);
        header = header.sentence(dates(state, shown)).action(file);
    }
    if header.ui(ui) {
        push(
            actions,
            match tab {
                FilingTab::Receipts => FilingAction::ImportReceipts,
                _ => FilingAction::AskFile,
            },
        );
    }
    if all.len() > 1 {
        ui.horizontal(|ui| {
            let names: Vec<&str> = all.iter().map(|tab| words::TABS[*tab as usize]).collect();
            let selected = all.iter().position(|one| *one == tab).unwrap_or(0);
            if let Some(chosen) = tabs_ui(ui, &names, selected).and_then(|place| all.get(place)) {
                actions.push(Action::Go(Page::Filing(*chosen)));
            }
        });
        ui.add_space(space::S);
    }
    work_ui(ui, &state.filing, tab, actions);
}

/// The windows of this selection year, one sentence each: a grade may have its own. Extensions of a class or
/// a student show in the list.
fn dates(state: &State, year: Option<SchoolYear>) -> String {
    let (Some(data), Some(year)) = (state.snapshot(), year) else {
        return String::new();
    };
    let lines: Vec<String> = data
        .windows
        .iter()
        .map(|view| &view.window)
        .filter(|window| window.kind == WindowKind::Selection && window.period == Period::Year(year))
        .filter(|window| matches!(window.audience, Audience::All | Audience::Grade(_)))
        .map(|window| {
            let phase = phase_of(Some(window), state.now);
            words::window_line(
                &labels::audience(&window.audience, None),
                window.closes,
                labels::phase_name(phase),
            )
        })
        .collect();
    if lines.is_empty() {
        words::NO_WINDOW.to_owned()
    } else {
        lines.concat()
    }
}

/// The year to look at; earlier ones stay to be looked up.
fn year_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(current) = state.snapshot().map(|data| data.status.terms.selection) else {
        return;
    };
    let shown = year(state);
    let mut years: Vec<SchoolYear> = (current.0.saturating_sub(YEARS_BEFORE)..=current.0 + YEARS_AFTER)
        .map(SchoolYear)
        .collect();
    years.reverse();
    let names: Vec<String> = years.iter().map(|year| labels::school_year(*year)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = years.iter().position(|year| Some(*year) == shown);
    let picked = select_ui(ui, "filing year", words::YEAR, &names, chosen, "—");
    if let Some(year) = picked.and_then(|place| years.get(place)) {
        push(actions, FilingAction::Year(*year));
    }
}

/// The view, or why there is none yet.
fn ready_ui<'s>(ui: &mut Ui, state: &'s State) -> Option<&'s FilingView> {
    match &state.filing.view {
        Loadable::Ready(view) => return Some(view),
        Loadable::Failed(trouble) => {
            trouble_ui(ui, state, trouble, None);
        }
        Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::LOADING),
    }
    None
}

/// What goes on, on the part that it belongs to.
fn work_ui(ui: &mut Ui, filing: &FilingDesk, tab: FilingTab, actions: &mut Vec<Action>) {
    let Some(work) = &filing.work else { return };
    let (text, home) = match work.job {
        FilingJob::Rosters => (words::MAKING_ROSTERS, FilingTab::Rosters),
        FilingJob::Print => (receipt_words::MAKING, FilingTab::Receipts),
        FilingJob::Send => (words::SENDING, FilingTab::Transfer),
        FilingJob::Check => (words::CHECKING, FilingTab::Transfer),
        FilingJob::Take => (words::TAKING, FilingTab::Transfer),
    };
    if home != tab {
        return;
    }
    let text = if work.ending { copy_words::ENDING } else { text };
    card_ui(ui, |ui| {
        let bar = Progress::new(text, work.fraction()).cancel(copy_words::CANCEL);
        if bar.ui(ui) && !work.ending {
            push(actions, FilingAction::Cancel);
        }
    });
    ui.add_space(space::M);
}

/// A fact beside a name, cut where the room ends.
fn secondary_ui(ui: &mut Ui, text: &str) {
    ui.add(Label::new(Text::secondary(text)).truncate());
}
