//! Who may do what with an activity, and when. There is no certification: the student alone keeps them,
//! while the activity window of the upload year is open and the item is not filed.

use super::Category;
use super::record::Values;
use super::refusal::ActivityRefusal;
use super::years::StudyYears;
use crate::domain::act::{Act, Circumstances, Relation};
use crate::domain::id::AccountId;
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::domain::window::{Period, Phase, WindowKind};

/// The facts that decide what may be done with an activity now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityFacts {
    pub owner: AccountId,
    pub category: Category,
    /// Upload term, fixed when the item was made: it counts there, and its school year's window counts.
    pub term: Term,
    pub trashed: bool,
    /// 提交 with this batch; from then on it is read-only.
    pub filed: Option<u32>,
    pub file_count: usize,
    /// Grows by one with every change.
    pub version: u64,
}

/// Why an activity asks for attention, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActivityAttention {
    /// Fields are missing that the roster wants
    Incomplete,
    /// 等候證明文件: saved without a file
    NoDocument,
    /// The description is empty and can still be written
    NoDescription,
}

/// May `act` be done to the item now? The window shows buttons by this; the engine decides by it.
///
/// # Errors
/// The reason, as data. Strangers learn only that there is no such item.
pub fn permit(
    act: Act,
    item: &ActivityFacts,
    years: Option<StudyYears>,
    circumstances: &Circumstances<'_>,
) -> Result<(), Refusal> {
    if circumstances.relation != Relation::Owner {
        return Err(Refusal::NoSuchItem);
    }
    if item.filed.is_some() {
        return Err(ActivityRefusal::Filed { act }.into());
    }
    if item.trashed != (act == Act::Restore) {
        return Err(if item.trashed {
            Refusal::InTrash { act }
        } else {
            ActivityRefusal::NotInTrash.into()
        });
    }
    require_open(item.term, years, circumstances)
}

/// May a new activity be made in `term`, the school's current activity term?
///
/// # Errors
/// As [`permit`].
pub fn permit_create(
    term: Term,
    years: Option<StudyYears>,
    circumstances: &Circumstances<'_>,
) -> Result<(), Refusal> {
    if circumstances.relation != Relation::Owner {
        return Err(Refusal::NoSuchItem);
    }
    require_open(term, years, circumstances)
}

/// In the last school year there is no "next year opens", so the refusal must not promise one.
fn require_open(
    term: Term,
    years: Option<StudyYears>,
    circumstances: &Circumstances<'_>,
) -> Result<(), Refusal> {
    let refused = circumstances.require_open_in(WindowKind::Activity, Period::Year(term.year));
    match refused {
        Err(Refusal::WindowShut {
            phase: Phase::Closed,
            window: Some(window),
            ..
        }) if years.is_some_and(|years| years.is_last(term.year)) => Err(ActivityRefusal::LastYearOver {
            year: term.year,
            closed: window.closes,
        }
        .into()),
        other => other,
    }
}

/// The one reason that matters most for this item now; `None`: it can be left alone.
pub fn attention(
    item: &ActivityFacts,
    values: &Values,
    has_description: bool,
    years: Option<StudyYears>,
    circumstances: &Circumstances<'_>,
) -> Option<ActivityAttention> {
    permit(Act::Edit, item, years, circumstances).ok()?;
    if !values.lacking(item.category).is_empty() {
        Some(ActivityAttention::Incomplete)
    } else if item.file_count == 0 {
        Some(ActivityAttention::NoDocument)
    } else {
        (!has_description).then_some(ActivityAttention::NoDescription)
    }
}
