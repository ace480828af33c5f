//! Records become views.

use std::ops::ControlFlow;

use crate::domain::act::Relation;
use crate::domain::file::{self, SizeVerdict};
use crate::domain::id::{AccountId, FileId, ItemId, OfferingId};
use crate::domain::limits::Limits;
use crate::domain::moment::{Moment, from_millis};
use crate::domain::outcome::{OutcomeFacts, OutcomeState};
use crate::domain::refusal::Refusal;
use crate::engine::failure::Failure;
use crate::engine::{answer, copies, maintenance, outcome};
use crate::store::codec;
use crate::store::record::Stored;
use crate::store::record::code::Coded;
use crate::store::record::course::OfferingV1;
use crate::store::record::item::{DecisionV1, FileByContentV1, FileV1, OutcomeV1};
use crate::store::{KeyRange, NameKey, Order, ReadRecords, StoreError};

use super::{DecisionView, FileView, ItemView, TrashView};

/// Whether an item exists at all for somebody: 編輯中 contents and the trash are the student's alone.
pub(in crate::engine) fn may_see(relation: Relation, item: &OutcomeFacts) -> bool {
    match relation {
        Relation::Owner => true,
        Relation::Teacher | Relation::Deputy { .. } => item.state != OutcomeState::Draft && !item.trashed,
        Relation::Stranger => false,
    }
}

/// Items of `student` that hold the content with this keyed hash, except `item`.
pub(in crate::engine) fn items_with_content(
    records: &impl ReadRecords,
    content: &[u8; 32],
    student: AccountId,
    item: Option<ItemId>,
) -> Result<Vec<ItemId>, StoreError> {
    let mut found = Vec::new();
    records.scan(
        FileByContentV1::TABLE,
        KeyRange::prefix(content),
        Order::Ascending,
        &mut |_, bytes| {
            let file: FileByContentV1 =
                codec::decode(FileByContentV1::VERSION, bytes, FileByContentV1::LIMIT)?;
            if file.student == student.0 && Some(ItemId(file.item)) != item {
                found.push(ItemId(file.item));
            }
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(found)
}

/// The files of an item, and the other items of its student that hold the same bytes.
pub(super) fn files_of(
    records: &impl ReadRecords,
    name_key: &NameKey,
    (student, item): (AccountId, ItemId),
    files: &[FileV1],
    limits: &Limits,
) -> Result<(Vec<FileView>, Vec<ItemId>), Failure> {
    let mut views = Vec::new();
    let mut same_bytes = Vec::new();
    for file in files {
        let content = name_key.hash(&file.blake3);
        same_bytes.extend(items_with_content(records, &content, student, Some(item))?);
        views.push(file_view(file, limits)?);
    }
    views.sort_by_key(|file| file.slot);
    same_bytes.sort_unstable();
    same_bytes.dedup();
    Ok((views, same_bytes))
}

/// One item with everything a page about it shows to this viewer.
pub(crate) fn item_view(
    records: &impl ReadRecords,
    name_key: &NameKey,
    item: ItemId,
    viewer: AccountId,
    now: Moment,
) -> Result<ItemView, Failure> {
    let (student, outcome) = answer::outcome(records, item)?.ok_or(Refusal::NoSuchItem)?;
    let mut view = build(records, name_key, item, student, &outcome, now)?;
    if viewer != student {
        // Other items of the student may be drafts, or of courses that are not the viewer's.
        view.same_bytes.clear();
    }
    Ok(view)
}

pub(in crate::engine) fn build(
    records: &impl ReadRecords,
    name_key: &NameKey,
    item: ItemId,
    student: AccountId,
    outcome: &OutcomeV1,
    now: Moment,
) -> Result<ItemView, Failure> {
    let offering_id = OfferingId(outcome.offering);
    let offering = answer::offering(records, offering_id)?;
    let enrolment = answer::enrolment(records, student, offering_id)?;
    let facts = outcome::facts(student, outcome, enrolment.as_ref())?;
    let limits = answer::limits(records, facts.term)?;
    let (files, same_bytes) = files_of(records, name_key, (student, item), &outcome.files, &limits)?;
    let mut decisions = copies::imported_decisions(records, item)?;
    for decision in outcome.decisions.iter().filter(|decision| !decision.undone) {
        decisions.push(decision_view(records, decision)?);
    }
    let trashed = match outcome.trashed {
        None => None,
        Some(since) => {
            let until = maintenance::removed_on(records, student, outcome, now)?;
            Some(TrashView {
                since: from_millis(since),
                restorable_until: until.map(|(ends, _)| ends),
                removed_on: until.map(|(_, removed)| removed),
            })
        }
    };
    Ok(ItemView {
        id: item,
        student_name: answer::display_name(records, student)?,
        course_code: offering.code.clone(),
        course_name: offering.name.clone(),
        teachers: teacher_names(records, &offering)?,
        title: outcome.title.clone(),
        work_kind: outcome.work_kind.map(Coded::from_code).transpose()?,
        description: outcome.description.clone(),
        files,
        created: from_millis(outcome.created),
        updated: from_millis(outcome.updated),
        submitted: outcome.submitted.map(from_millis),
        attempt: outcome.attempt,
        requested: outcome.requested.map(from_millis),
        trashed,
        decisions,
        same_bytes,
        facts,
    })
}

pub(in crate::engine) fn teacher_names(
    records: &impl ReadRecords,
    offering: &OfferingV1,
) -> Result<Vec<String>, StoreError> {
    if !offering.teacher_text.is_empty() {
        return Ok(vec![offering.teacher_text.clone()]);
    }
    offering
        .teachers
        .iter()
        .map(|teacher| answer::display_name(records, AccountId(*teacher)))
        .collect()
}

fn decision_view(records: &impl ReadRecords, decision: &DecisionV1) -> Result<DecisionView, StoreError> {
    Ok(DecisionView {
        at: from_millis(decision.at),
        by: answer::display_name(records, AccountId(decision.by))?,
        for_teacher: decision
            .for_teacher
            .map(|teacher| answer::display_name(records, AccountId(teacher)))
            .transpose()?,
        state: OutcomeState::from_code(decision.state)?,
        origin: Coded::from_code(decision.origin)?,
        reason: decision.reason.map(Coded::from_code).transpose()?,
        note: decision.note.clone(),
        unopened: decision.unopened,
    })
}

pub(super) fn file_view(record: &FileV1, limits: &Limits) -> Result<FileView, StoreError> {
    let inspection = record.inspection()?;
    let verdict = file::judge(&record.name, record.bytes, inspection.kind, limits, true);
    Ok(FileView {
        id: FileId(record.id),
        slot: inspection.kind.slot(),
        kind: inspection.kind,
        name: record.name.clone(),
        bytes: record.bytes,
        blake3: record.blake3,
        md5: record.md5,
        added: from_millis(record.added),
        facts: inspection.facts,
        cautions: inspection.cautions,
        // Limits may have been lowered since: what was accepted stays accepted.
        size_verdict: verdict.unwrap_or(SizeVerdict::NearLimit),
    })
}
