//! The documents of `select …`.

use serde::Serialize;

use crate::domain::window::Phase;
use crate::engine::{Chosen, Found, FoundKind, SelectionView, StudentSelection};
use crate::text::labels;

use super::{rfc3339, state_code};

#[derive(Debug, Serialize)]
pub struct SelectionDocument {
    pub year: String,
    pub phase: &'static str,
    pub confirmed: Option<String>,
    pub version: u64,
    pub outcomes: PartEntry,
    pub activities: PartEntry,
    /// Left the selection without the student having taken it out
    pub left: Vec<LeftEntry>,
    /// Outcomes of this year that cannot be selected (yet)
    pub not_ready: Vec<NotReadyEntry>,
}

#[derive(Debug, Serialize)]
pub struct PartEntry {
    pub used: usize,
    pub limit: u32,
    /// In the student's order
    pub selected: Vec<SelectableEntry>,
    pub candidates: Vec<SelectableEntry>,
}

#[derive(Debug, Serialize)]
pub struct SelectableEntry {
    pub id: String,
    pub kind: &'static str,
    pub title: String,
    pub term: String,
    /// Of an outcome
    pub state: Option<&'static str>,
    /// Of an activity
    pub category: Option<&'static str>,
    pub filed: bool,
}

#[derive(Debug, Serialize)]
pub struct LeftEntry {
    pub id: String,
    pub title: String,
    pub reason: &'static str,
    pub at: String,
}

#[derive(Debug, Serialize)]
pub struct NotReadyEntry {
    #[serde(flatten)]
    pub item: SelectableEntry,
    pub reason: String,
}

#[derive(Debug, Serialize)]
pub struct StudentEntry {
    pub account: String,
    pub name: String,
    pub class: String,
    pub seat: String,
    pub outcomes: usize,
    pub activities: usize,
    pub confirmed: Option<String>,
    pub phase: &'static str,
    pub filed: usize,
}

pub fn selection(view: &SelectionView, phase: Phase) -> SelectionDocument {
    let part = |part| PartEntry {
        used: view.chosen(part).len(),
        limit: view.limit(part),
        selected: view.chosen(part).iter().map(chosen).collect(),
        candidates: view
            .candidates(part)
            .iter()
            .map(|found| entry(found, false))
            .collect(),
    };
    SelectionDocument {
        year: view.year.to_string(),
        phase: super::phase_code(phase),
        confirmed: view.confirmed.map(rfc3339),
        version: view.version,
        outcomes: part(crate::domain::selection::Part::Outcomes),
        activities: part(crate::domain::selection::Part::Activities),
        left: view
            .left
            .iter()
            .map(|left| LeftEntry {
                id: left.item.to_string(),
                title: left.title.clone(),
                reason: labels::why_left(left.why),
                at: rfc3339(left.at),
            })
            .collect(),
        not_ready: view
            .not_ready
            .iter()
            .map(|one| NotReadyEntry {
                item: entry(&one.found, false),
                reason: labels::not_selectable(one.why),
            })
            .collect(),
    }
}

fn chosen(chosen: &Chosen) -> SelectableEntry {
    entry(&chosen.found, chosen.filed.is_some())
}

fn entry(found: &Found, filed: bool) -> SelectableEntry {
    let (kind, state, category) = match found.kind {
        FoundKind::Outcome(state) => ("outcome", Some(state_code(state)), None),
        FoundKind::Activity(category) => ("activity", None, Some(category.code())),
    };
    SelectableEntry {
        id: found.id.to_string(),
        kind,
        title: found.title.clone(),
        term: found.term.to_string(),
        state,
        category,
        filed,
    }
}

pub fn student_selection(one: &StudentSelection) -> StudentEntry {
    StudentEntry {
        account: one.account.clone(),
        name: one.name.clone(),
        class: one.class.clone(),
        seat: one.seat.clone(),
        outcomes: one.outcomes,
        activities: one.activities,
        confirmed: one.confirmed.map(rfc3339),
        phase: super::phase_code(one.phase),
        filed: one.filed,
    }
}
