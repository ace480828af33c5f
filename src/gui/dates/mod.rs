//! What the window knows of 時程: dates and rules as the office sees them, forms that are being filled in.

mod form;
mod promotion;
mod rules;

use std::collections::BTreeMap;

use crate::domain::file::FileKind;
use crate::domain::id::{AnnouncementId, WindowId};
use crate::domain::term::{SchoolYear, Term};
use crate::domain::term_rules::LimitName;
use crate::domain::window::{Audience, Period, WindowKind};
use crate::engine::{CurrentTerms, TimetableRow, TimetableView};

use super::loadable::Loadable;
use super::state::State;

pub use form::{DateField, Form, FormOf, date_and_time, read_moment};
pub use promotion::Promotion;
pub use rules::RulesForm;

/// The parts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DatesTab {
    #[default]
    Timetable,
    Extensions,
    Rules,
    Announcements,
    /// 升級編班
    NewTerm,
}

impl DatesTab {
    pub const ALL: [Self; 5] = [
        Self::Timetable,
        Self::Extensions,
        Self::Rules,
        Self::Announcements,
        Self::NewTerm,
    ];
}

/// See the module.
#[derive(Debug, Default)]
pub struct Dates {
    pub view: Loadable<TimetableView>,
    /// The school year that is shown; `None`: that of the outcome term.
    pub year: Option<SchoolYear>,
    /// The term whose rules are shown; `None`: the outcome term.
    pub term: Option<Term>,
    /// What is typed and not saved yet.
    pub forms: BTreeMap<FormOf, Form>,
    pub rules: BTreeMap<Term, RulesForm>,
    pub promotion: Promotion,
}

impl Dates {
    pub fn shown_year(&self, view: &TimetableView) -> SchoolYear {
        self.year.unwrap_or(view.terms.outcome.year)
    }

    pub fn shown_term(&self, view: &TimetableView) -> Term {
        self.term.unwrap_or(view.terms.outcome)
    }
}

/// What is done on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum DatesAction {
    /// Asks for everything again.
    Retry,
    Year(SchoolYear),
    Term(Term),
    Open(FormOf),
    /// A new window of this kind.
    OpenWindow(WindowKind, Period),
    Typed(DateField, String),
    Kind(WindowKind),
    Period(Period),
    Audience(Audience),
    ByClass(bool),
    AskTerms(CurrentTerms),
    AskRemove(WindowId),
    AskEnd(AnnouncementId),
    Limit(LimitName, String),
    Accept(FileKind, bool),
    DescriptionRequired(bool),
    Source(String),
    SaveRules,
    /// Back to what is saved.
    RevertRules,
    /// From the first term to the second.
    PromoteTerms(Term, Term),
    /// A class and its new name; empty: leaves
    PromoteClass(String, String),
    AskPromote,
    /// Asks where the calendar file goes.
    SaveCalendar,
}

/// A question of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatesQuestion {
    Form(FormOf),
    Terms(CurrentTerms),
    Remove(WindowId),
    End(AnnouncementId),
    Promote,
}

/// What a command was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatesPurpose {
    Form(FormOf),
    Rules(Term),
    Promotion,
    /// Nothing that was typed
    Other,
}

/// What the worker was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatesAsked {
    Timetable,
    Calendar,
    Promotion,
}

/// The window of this id.
pub fn row(state: &State, id: WindowId) -> Option<&TimetableRow> {
    let view = state.dates.view.ready()?;
    view.rows.iter().find(|row| row.id == id)
}
