//! A selection as its student sees it.

use crate::domain::act::LibraryKind;
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::outcome::OutcomeState;
use crate::domain::refusal::Refusal;
use crate::domain::selection::{NotSelectable, Part, WhyLeft, term_of_limits};
use crate::domain::term::SchoolYear;
use crate::domain::window::{Period, WindowKind};
use crate::engine::activity::records as activities;
use crate::engine::failure::Failure;
use crate::engine::selection::records;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;
use crate::store::record::code::Coded;
use crate::store::record::load;
use crate::store::record::selection::{SelectionV1, selection_key};

use super::find::{found_activity, found_outcome};
use super::{Found, StatusView};

/// A selected item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub found: Found,
    /// It no longer qualifies, or it is filed.
    pub problem: Option<NotSelectable>,
    /// Batch in which it was filed
    pub filed: Option<u32>,
    /// When the national database first said that it has it (收訖)
    pub received: Option<Moment>,
}

/// An outcome of the year that cannot be selected (yet).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotReady {
    pub found: Found,
    pub why: NotSelectable,
}

/// What left the selection without the student having taken it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftView {
    pub item: ItemId,
    pub title: String,
    pub why: WhyLeft,
    pub at: Moment,
}

/// One student's selection for one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectionView {
    pub year: SchoolYear,
    /// 0: nothing was ever selected
    pub version: u64,
    pub outcomes: Vec<Chosen>,
    pub activities: Vec<Chosen>,
    pub outcome_limit: u32,
    pub activity_limit: u32,
    /// Since when what stands there is confirmed
    pub confirmed: Option<Moment>,
    pub left: Vec<LeftView>,
    /// What can be selected and is not, by term and title
    pub outcome_candidates: Vec<Found>,
    pub activity_candidates: Vec<Found>,
    /// Outcomes of this year that cannot be selected, those waiting for a decision first
    pub not_ready: Vec<NotReady>,
}

impl SelectionView {
    pub fn chosen(&self, part: Part) -> &[Chosen] {
        match part {
            Part::Outcomes => &self.outcomes,
            Part::Activities => &self.activities,
        }
    }

    pub fn candidates(&self, part: Part) -> &[Found] {
        match part {
            Part::Outcomes => &self.outcome_candidates,
            Part::Activities => &self.activity_candidates,
        }
    }

    pub const fn limit(&self, part: Part) -> u32 {
        match part {
            Part::Outcomes => self.outcome_limit,
            Part::Activities => self.activity_limit,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty() && self.activities.is_empty()
    }

    /// Something is selected and not confirmed as it stands.
    pub fn is_unconfirmed(&self) -> bool {
        !self.is_empty() && self.confirmed.is_none()
    }

    /// Titles of selected activities that lack fields or a file.
    pub fn incomplete(&self) -> Vec<&str> {
        self.activities
            .iter()
            .map(|chosen| &chosen.found)
            .filter(|found| found.is_lacking || found.file_count == 0)
            .map(|found| found.title.as_str())
            .collect()
    }

    /// In which batch it was filed, if any of it was.
    pub fn filed(&self) -> Option<u32> {
        let mut all = self.outcomes.iter().chain(&self.activities);
        all.find_map(|chosen| chosen.filed)
    }

    /// What could be selected instead of something that fails, best first: 認證成功, then 認證中.
    pub fn reserve(&self, part: Part) -> Vec<ItemId> {
        let mut reserve: Vec<ItemId> = self.candidates(part).iter().map(|found| found.id).collect();
        if part == Part::Outcomes {
            let waiting = |one: &&NotReady| one.why == NotSelectable::State(OutcomeState::Submitted);
            reserve.extend(self.not_ready.iter().filter(waiting).map(|one| one.found.id));
        }
        reserve
    }
}

pub(in crate::engine) fn selection_view(
    txn: &impl ReadRecords,
    library: LibraryKind,
    student: AccountId,
    year: SchoolYear,
) -> Result<SelectionView, Failure> {
    let selection = load::<SelectionV1>(txn, &selection_key(student, year))?.unwrap_or_default();
    let limits = answer::limits(txn, term_of_limits(year))?;
    let mut view = SelectionView {
        year,
        version: selection.version,
        outcomes: Vec::new(),
        activities: Vec::new(),
        outcome_limit: limits.selected(Part::Outcomes),
        activity_limit: limits.selected(Part::Activities),
        confirmed: selection.confirmed.map(from_millis),
        left: Vec::new(),
        outcome_candidates: Vec::new(),
        activity_candidates: Vec::new(),
        not_ready: Vec::new(),
    };
    let is_held = |item: ItemId| records::holds(&selection, item);
    for (item, outcome) in answer::outcomes_of(txn, student)? {
        let found = found_outcome(txn, student, item, &outcome)?;
        let verdict = records::candidate(txn, library, student, item, year)?;
        match verdict {
            Some((_, Ok(()))) if !is_held(item) => view.outcome_candidates.push(found),
            Some((_, Err(why))) if !is_held(item) && belongs(why) && found.term.year == year => {
                view.not_ready.push(NotReady { found, why });
            }
            _ => {}
        }
    }
    for (item, activity) in activities::activities_of(txn, student)? {
        let verdict = records::candidate(txn, library, student, item, year)?;
        if matches!(verdict, Some((_, Ok(())))) && !is_held(item) {
            let found = found_activity(txn, student, item, &activity)?;
            view.activity_candidates.push(found);
        }
    }
    for list in [&mut view.outcome_candidates, &mut view.activity_candidates] {
        list.sort_by(|one, other| (other.term, &one.title, one.id).cmp(&(one.term, &other.title, other.id)));
    }
    view.not_ready
        .sort_by(|one, other| (rank(one.why), &one.found.title).cmp(&(rank(other.why), &other.found.title)));
    for part in Part::ALL {
        let mut chosen = Vec::new();
        for held in records::list_of(&selection, part) {
            chosen.extend(chosen_view(txn, library, student, ItemId(*held), year)?);
        }
        match part {
            Part::Outcomes => view.outcomes = chosen,
            Part::Activities => view.activities = chosen,
        }
    }
    for left in &selection.left {
        let title = answer::outcome(txn, ItemId(left.item))?.map(|(_, outcome)| outcome.title);
        view.left.push(LeftView {
            item: ItemId(left.item),
            title: title.unwrap_or_default(),
            why: WhyLeft::from_code(left.why)?,
            at: from_millis(left.at),
        });
    }
    Ok(view)
}

/// What is in the trash, or filed in another year, is not worth a line.
const fn belongs(why: NotSelectable) -> bool {
    !matches!(
        why,
        NotSelectable::InTrash | NotSelectable::Filed | NotSelectable::OtherYear(_)
    )
}

/// Those that may still be certified come first.
const fn rank(why: NotSelectable) -> u8 {
    match why {
        NotSelectable::State(OutcomeState::Submitted) => 0,
        NotSelectable::State(OutcomeState::Returned) => 1,
        NotSelectable::State(_) => 2,
        _ => 3,
    }
}

/// `None` for an item that is gone.
fn chosen_view(
    txn: &impl ReadRecords,
    library: LibraryKind,
    student: AccountId,
    item: ItemId,
    year: SchoolYear,
) -> Result<Option<Chosen>, Failure> {
    let found = if let Some((_, outcome)) = answer::outcome(txn, item)? {
        found_outcome(txn, student, item, &outcome)?
    } else if let Some((_, activity)) = activities::activity(txn, item)? {
        found_activity(txn, student, item, &activity)?
    } else {
        return Ok(None);
    };
    let verdict = records::candidate(txn, library, student, item, year)?;
    let filed = activities::filed(txn, student, item)?;
    Ok(Some(Chosen {
        found,
        problem: verdict.and_then(|(_, verdict)| verdict.err()),
        filed: filed.as_ref().map(|filed| filed.batch),
        received: filed.and_then(|filed| filed.received).map(from_millis),
    }))
}

impl StatusView {
    /// Whether the selection of `year` can be changed at `now`: the same rule that the engine decides by.
    ///
    /// # Errors
    /// The window's refusal.
    pub fn permit_selection(&self, year: SchoolYear, now: Moment) -> Result<(), Refusal> {
        self.circumstances(now)
            .require_open_in(WindowKind::Selection, Period::Year(year))
    }
}

impl Engine {
    /// One's own selection for a school year (`None`: the current selection year).
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn selection(&self, session: &Session, year: Option<SchoolYear>) -> Result<SelectionView, Failure> {
        let library = answer::kind_of(&self.library);
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let year = match year {
                Some(year) => year,
                None => answer::current_terms(&answer::settings(txn)?)?.selection,
            };
            selection_view(txn, library, session.account, year)
        })
    }
}
