//! Records of selections as the domain speaks of them.

use crate::domain::act::LibraryKind;
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::selection::{self, NotSelectable, Part};
use crate::domain::term::SchoolYear;
use crate::engine::activity::records as activities;
use crate::engine::failure::Failure;
use crate::engine::{answer, outcome};
use crate::store::ReadRecords;
use crate::store::record::selection::SelectionV1;

/// In which list an item belongs, and whether it may be selected.
type Judged = (Part, Result<(), NotSelectable>);

/// In which list an item of this student belongs, and whether it can be selected for `year`; `None`: the
/// student has no such item.
pub(in crate::engine) fn candidate(
    records: &impl ReadRecords,
    library: LibraryKind,
    student: AccountId,
    item: ItemId,
    year: SchoolYear,
) -> Result<Option<Judged>, Failure> {
    if let Some((owner, record)) = answer::outcome(records, item)? {
        if owner != student {
            return Ok(None);
        }
        let enrolment = answer::enrolment(records, owner, OfferingId(record.offering))?;
        let facts = outcome::facts(owner, &record, enrolment.as_ref())?;
        let verdict = selection::outcome_selectable(&facts, year, library);
        return Ok(Some((Part::Outcomes, verdict)));
    }
    let Some((owner, record)) = activities::activity(records, item)? else {
        return Ok(None);
    };
    if owner != student {
        return Ok(None);
    }
    let facts = activities::facts(records, owner, item, &record)?;
    let verdict = selection::activity_selectable(&facts);
    Ok(Some((Part::Activities, verdict)))
}

pub(in crate::engine) fn list_of(selection: &SelectionV1, part: Part) -> &Vec<u64> {
    match part {
        Part::Outcomes => &selection.outcomes,
        Part::Activities => &selection.activities,
    }
}

pub(in crate::engine) fn list_of_mut(selection: &mut SelectionV1, part: Part) -> &mut Vec<u64> {
    match part {
        Part::Outcomes => &mut selection.outcomes,
        Part::Activities => &mut selection.activities,
    }
}

pub(in crate::engine) fn holds(selection: &SelectionV1, item: ItemId) -> bool {
    Part::ALL
        .into_iter()
        .any(|part| list_of(selection, part).contains(&item.0))
}

/// Takes an item out and says where it stood.
pub(in crate::engine) fn take_out(selection: &mut SelectionV1, item: ItemId) -> Option<usize> {
    for part in Part::ALL {
        let list = list_of_mut(selection, part);
        if let Some(place) = list.iter().position(|held| *held == item.0) {
            list.remove(place);
            return Some(place);
        }
    }
    None
}
