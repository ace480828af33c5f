//! 勾選: what a student picks for the national database in one school year (domain.md section 3).
//!
//! Being selected and being filed are facts beside the states of an item, not states. Ticks count as they
//! stand when the window closes, confirmed or not.

use std::collections::BTreeSet;

use super::act::LibraryKind;
use super::activity::act::ActivityFacts;
use super::filing_layout::LayoutProblem;
use super::id::ItemId;
use super::limits::Limits;
use super::outcome::{Origin, OutcomeFacts, OutcomeState};
use super::seed::SeedRule;
use super::term::{SchoolYear, Semester, Term};

/// The two lists of a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Outcomes,
    Activities,
}

impl Part {
    pub const ALL: [Self; 2] = [Self::Outcomes, Self::Activities];
}

/// Why an item cannot be selected (yet).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotSelectable {
    /// Only 認證成功 counts.
    State(OutcomeState),
    /// Certified, but not by this school (domain.md 2a).
    Origin(Origin),
    /// Of another school year than the one that is selected.
    OtherYear(Term),
    InTrash,
    Filed,
    /// The course was left.
    Withdrawn,
}

/// Why an item left a selection without the student having taken it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WhyLeft {
    /// 認證失敗
    Returned,
    /// The decision was taken back: 認證中 again
    Reopened,
    /// Another state was recorded in a personal library
    StateChanged,
}

/// Why nothing was done with a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionRefusal {
    NotSelectable {
        why: NotSelectable,
        year: SchoolYear,
    },
    Full {
        part: Part,
        year: SchoolYear,
        limit: u32,
    },
    /// The order given does not hold exactly the items that are selected.
    OtherItems,
    /// A layout of rosters that a school wrote
    Layout(LayoutProblem),
    /// Somebody's selection is still open, so it cannot be filed yet.
    NothingToFile {
        year: SchoolYear,
    },
}

impl SelectionRefusal {
    pub const fn explained_by(&self) -> Option<SeedRule> {
        match self {
            Self::NotSelectable {
                why: NotSelectable::State(_) | NotSelectable::Origin(_),
                ..
            } => Some(SeedRule::Certification),
            Self::Full { .. } => Some(SeedRule::Quota),
            _ => None,
        }
    }
}

/// Whether an outcome can be selected for `year`: certified, by a certification that counts, of a term of
/// that year. In a personal library every state is one's own record, so the origin does not matter there.
///
/// # Errors
/// Why not.
pub fn outcome_selectable(
    item: &OutcomeFacts,
    year: SchoolYear,
    library: LibraryKind,
) -> Result<(), NotSelectable> {
    if item.trashed {
        return Err(NotSelectable::InTrash);
    }
    if item.filed {
        return Err(NotSelectable::Filed);
    }
    if item.term.year != year {
        return Err(NotSelectable::OtherYear(item.term));
    }
    // What came from another school and was accepted stands in a course that nobody here takes.
    if item.withdrawn && item.origin != Some(Origin::AcceptedTransfer) {
        return Err(NotSelectable::Withdrawn);
    }
    if item.state != OutcomeState::Certified {
        return Err(NotSelectable::State(item.state));
    }
    match item.origin {
        Some(origin) if !library.is_personal() && !origin.counts_for_filing() => {
            Err(NotSelectable::Origin(origin))
        }
        _ => Ok(()),
    }
}

/// Whether an activity can be selected: any that is not filed yet, of any upload year.
///
/// # Errors
/// Why not.
pub const fn activity_selectable(item: &ActivityFacts) -> Result<(), NotSelectable> {
    if item.trashed {
        return Err(NotSelectable::InTrash);
    }
    if item.filed.is_some() {
        return Err(NotSelectable::Filed);
    }
    Ok(())
}

impl Limits {
    /// How many may be selected per school year.
    pub const fn selected(&self, part: Part) -> u32 {
        match part {
            Part::Outcomes => self.selected_outcomes,
            Part::Activities => self.selected_activities,
        }
    }
}

/// How far a student is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SelectionStage {
    /// Nothing is selected.
    Nothing,
    /// Selected, and not confirmed as it stands
    Unconfirmed,
    Confirmed,
    /// The window is over: selected, and not filed yet
    Ready,
    Filed,
}

impl SelectionStage {
    pub const ALL: [Self; 5] = [
        Self::Nothing,
        Self::Unconfirmed,
        Self::Confirmed,
        Self::Ready,
        Self::Filed,
    ];
}

/// The term whose limits count for the selection of `year`.
pub const fn term_of_limits(year: SchoolYear) -> Term {
    Term {
        year,
        semester: Semester::First,
    }
}

/// What the selection comes to if some items fail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// Selected and not failing, in order
    pub remaining: Vec<ItemId>,
    /// What could fill the free places, best first
    pub fill: Vec<ItemId>,
    /// Places that would stay empty
    pub empty: u32,
}

/// `reserve` holds what could be selected instead, best first (認證成功 before 認證中).
pub fn what_if(chosen: &[ItemId], reserve: &[ItemId], failing: &BTreeSet<ItemId>, limit: u32) -> WhatIf {
    let stands = |item: &&ItemId| !failing.contains(item);
    let remaining: Vec<ItemId> = chosen.iter().filter(stands).copied().collect();
    let free = (limit as usize).saturating_sub(remaining.len());
    let fill: Vec<ItemId> = reserve
        .iter()
        .filter(stands)
        .filter(|item| !chosen.contains(item))
        .take(free)
        .copied()
        .collect();
    let empty = u32::try_from(free - fill.len()).unwrap_or(u32::MAX);
    WhatIf {
        remaining,
        fill,
        empty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_is_filled_from_the_reserve() {
        let ids = |numbers: &[u64]| numbers.iter().copied().map(ItemId).collect::<Vec<_>>();
        let failing: BTreeSet<ItemId> = ids(&[2, 8]).into_iter().collect();
        let board = what_if(&ids(&[1, 2, 3]), &ids(&[8, 9, 3]), &failing, 6);
        assert_eq!(board.remaining, ids(&[1, 3]));
        assert_eq!(board.fill, ids(&[9]));
        assert_eq!(board.empty, 3);
        let full = what_if(&ids(&[1, 2]), &ids(&[9]), &BTreeSet::new(), 2);
        assert_eq!((full.fill, full.empty), (Vec::new(), 0));
    }

    proptest::proptest! {
        #[test]
        fn places_add_up(
            chosen in proptest::collection::hash_set(0u64..20, 0..10),
            reserve in proptest::collection::hash_set(0u64..40, 0..10),
            failing in proptest::collection::btree_set(0u64..40, 0..10),
            limit in 0u32..12,
        ) {
            let ids = |numbers: &std::collections::HashSet<u64>| numbers.iter().copied().map(ItemId).collect::<Vec<_>>();
            let failing = failing.into_iter().map(ItemId).collect();
            let board = what_if(&ids(&chosen), &ids(&reserve), &failing, limit);
            let held = board.remaining.len() + board.fill.len() + board.empty as usize;
            proptest::prop_assert_eq!(held, board.remaining.len().max(limit as usize));
            proptest::prop_assert!(board.fill.iter().all(|item| !chosen.contains(&item.0)));
        }
    }
}
