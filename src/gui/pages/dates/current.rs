//! 目前學期: which term outcomes, activities and the selection are in. Switching asks first.

use eframe::egui::{Label, Ui};

use crate::domain::term::{SchoolYear, Term};
use crate::domain::timetable::Caution;
use crate::domain::window::WindowKind;
use crate::engine::{CurrentTerms, TimetableView};
use crate::gui::action::Action;
use crate::gui::dates::DatesAction;
use crate::gui::fonts::Text;
use crate::gui::theme::space;
use crate::gui::widgets::{card_ui, section_header_ui, select_ui};
use crate::text::dates::page as words;
use crate::text::labels;

use super::row::caution_ui;

/// Years before and after the current one that can be chosen.
const YEARS_AROUND: u16 = 2;

pub(super) fn current_ui(ui: &mut Ui, view: &TimetableView, actions: &mut Vec<Action>) {
    section_header_ui(ui, words::CURRENT, Some(words::CURRENT_NOTE), |_| {});
    card_ui(ui, |ui| {
        let now = view.terms;
        let mut set = now;
        ui.columns(3, |columns| {
            if let Some(term) = term_ui(&mut columns[0], words::CURRENT_OUTCOME, now.outcome) {
                set.outcome = term;
            }
            means_ui(&mut columns[0], words::CURRENT_OUTCOME_MEANS);
            if let Some(term) = term_ui(&mut columns[1], words::CURRENT_ACTIVITY, now.activity) {
                set.activity = term;
            }
            means_ui(&mut columns[1], words::CURRENT_ACTIVITY_MEANS);
            if let Some(year) = year_ui(&mut columns[2], now.selection) {
                set.selection = year;
            }
            means_ui(&mut columns[2], words::CURRENT_SELECTION_MEANS);
        });
        if set != now {
            actions.push(Action::Dates(DatesAction::AskTerms(set)));
        }
        for caution in &view.cautions {
            if matches!(caution, Caution::AnotherIsOpen { .. }) {
                ui.add_space(space::XXS);
                caution_ui(ui, view, caution);
            }
        }
    });
}

fn means_ui(ui: &mut Ui, means: &str) {
    ui.add(Label::new(Text::secondary(means)).wrap());
}

fn term_ui(ui: &mut Ui, label: &str, now: Term) -> Option<Term> {
    let terms: Vec<Term> = years_around(now.year).flat_map(SchoolYear::terms).collect();
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    choice(ui, label, &names, terms.iter().position(|term| *term == now)).map(|place| terms[place])
}

fn year_ui(ui: &mut Ui, now: SchoolYear) -> Option<SchoolYear> {
    let years: Vec<SchoolYear> = years_around(now).collect();
    let names: Vec<String> = years.iter().map(|year| labels::school_year(*year)).collect();
    let place = years.iter().position(|year| *year == now);
    choice(ui, words::CURRENT_SELECTION, &names, place).map(|place| years[place])
}

fn choice(ui: &mut Ui, label: &str, names: &[String], place: Option<usize>) -> Option<usize> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    select_ui(ui, ("current", label), label, &names, place, "").filter(|chosen| *chosen < names.len())
}

fn years_around(year: SchoolYear) -> impl Iterator<Item = SchoolYear> {
    (year.0.saturating_sub(YEARS_AROUND)..=year.0 + YEARS_AROUND).map(SchoolYear)
}

/// What another choice would change, one sentence each.
pub fn consequences(view: &TimetableView, wanted: &CurrentTerms) -> Vec<String> {
    let now = view.terms;
    let mut said = Vec::new();
    if wanted.outcome != now.outcome {
        said.push(words::outcome_switches(now.outcome, wanted.outcome));
    }
    if wanted.activity != now.activity {
        said.push(words::activity_switches(now.activity, wanted.activity));
    }
    if wanted.selection != now.selection {
        said.push(words::selection_switches(now.selection, wanted.selection));
    }
    let without: Vec<String> = WindowKind::ALL
        .into_iter()
        .map(|kind| (kind, wanted.period(kind)))
        .filter(|(kind, period)| *period != now.period(*kind))
        .filter(|(kind, period)| {
            let mut windows = view.rows.iter().map(|row| &row.window);
            !windows.any(|window| (window.kind, window.period) == (*kind, *period))
        })
        .map(|(kind, period)| labels::window_subject(kind, period))
        .collect();
    if !without.is_empty() {
        said.push(words::without_dates(&without.join("、")));
    }
    said
}
