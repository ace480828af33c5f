//! What the library knows about the bytes of an item, for whoever has to answer 本人作品？

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::file::Slot;
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::from_millis;
use crate::domain::outcome::OutcomeState;
use crate::engine::answer;
use crate::engine::duties::Duty;
use crate::engine::failure::Failure;
use crate::store::record::code::Coded;
use crate::store::record::convert;
use crate::store::record::course::OfferingV1;
use crate::store::record::decided::{DecidedContentV1, item_and_version};
use crate::store::record::item::{DecisionV1, FileByContentV1, OutcomeV1};
use crate::store::record::{key, list, load};
use crate::store::{NameKey, ReadRecords, StoreError};

use super::queue::standing_decision;
use super::{FileView, OtherStudent, SameBytes};

/// Decisions about some bytes, by item and version: one decision is one entry, however it was found.
type Past = BTreeMap<(u64, u64), DecidedContentV1>;

/// An item whose bytes are looked for, and for whom.
pub(super) struct SameBytesSearch<'a, R> {
    pub records: &'a R,
    pub name_key: &'a NameKey,
    /// What the viewer decides about: only these students are named.
    pub duties: &'a BTreeMap<OfferingId, Duty>,
    pub viewer: AccountId,
    pub item: ItemId,
    pub student: AccountId,
    pub outcome: &'a OutcomeV1,
}

impl<R: ReadRecords> SameBytesSearch<'_, R> {
    /// For each file at most one remark of each kind: the latest decision tells enough.
    pub fn all(&self, files: &[FileView]) -> Result<Vec<SameBytes>, Failure> {
        let mut remarks = Vec::new();
        for file in files {
            let holders = self.holders(&file.blake3)?;
            let past = self.past(&file.blake3, &holders)?;
            remarks.extend(self.certified_before(file.slot, &past)?);
            remarks.extend(self.returned_by_viewer(file.slot, &past)?);
            remarks.extend(self.other_students(file.slot, &holders)?);
        }
        Ok(remarks)
    }

    /// Items of anybody that hold the bytes now.
    fn holders(&self, hash: &[u8; 32]) -> Result<Vec<(AccountId, ItemId, OutcomeV1)>, StoreError> {
        let content = self.name_key.hash(hash);
        let mut holders = Vec::new();
        for (_, file) in list::<FileByContentV1>(self.records, &content)? {
            if let Some((owner, outcome)) = answer::outcome(self.records, ItemId(file.item))? {
                holders.push((owner, ItemId(file.item), outcome));
            }
        }
        Ok(holders)
    }

    /// Decisions about the bytes that nobody took back: those noted by content, and those of items that
    /// are still there, which is where a library from before the notes has them.
    fn past(&self, hash: &[u8; 32], holders: &[(AccountId, ItemId, OutcomeV1)]) -> Result<Past, StoreError> {
        let mut past = Past::new();
        let own = answer::outcomes_of(self.records, self.student)?;
        let own = own.iter().map(|(item, outcome)| (self.student, *item, outcome));
        let others = holders
            .iter()
            .map(|(owner, item, outcome)| (*owner, *item, outcome));
        for (owner, item, outcome) in own.chain(others) {
            let about_it = |decision: &&DecisionV1| !decision.undone && decision.hashes.contains(hash);
            for decision in outcome.decisions.iter().filter(about_it) {
                let noted = DecidedContentV1::of(owner.0, outcome.offering, decision);
                past.insert((item.0, decision.version), noted);
            }
        }
        let content = self.name_key.hash(hash);
        for (at, noted) in list::<DecidedContentV1>(self.records, &content)? {
            let place = item_and_version(&at).ok_or_else(|| StoreError::UnreadableRecord {
                detail: "a key of decided contents is too short".to_owned(),
            })?;
            past.insert(place, noted);
        }
        // What stands on this item is no news to whoever looks at it.
        if let Some(standing) = standing_decision(self.outcome) {
            past.remove(&(self.item.0, standing.version));
        }
        Ok(past)
    }

    fn certified_before(&self, slot: Slot, past: &Past) -> Result<Option<SameBytes>, StoreError> {
        let mut latest: Option<&DecidedContentV1> = None;
        for one in past.values() {
            let newer = latest.is_none_or(|latest| latest.at <= one.at);
            if newer
                && one.state == OutcomeState::Certified.code()
                && one.student == self.student.0
                && self.is_same_course(one.offering)?
            {
                latest = Some(one);
            }
        }
        latest
            .map(|one| {
                Ok(SameBytes::CertifiedBefore {
                    slot,
                    at: from_millis(one.at),
                    by: answer::display_name(self.records, AccountId(one.by))?,
                })
            })
            .transpose()
    }

    /// The same 開課班, or another one of the same 課程代碼.
    fn is_same_course(&self, offering: u64) -> Result<bool, StoreError> {
        if offering == self.outcome.offering {
            return Ok(true);
        }
        let code = |id: u64| {
            let offering = load::<OfferingV1>(self.records, &key::one(id))?;
            Ok::<_, StoreError>(offering.map(|offering| offering.code))
        };
        let (one, other) = (code(offering)?, code(self.outcome.offering)?);
        Ok(one == other && one.is_some_and(|code| !code.is_empty()))
    }

    fn returned_by_viewer(&self, slot: Slot, past: &Past) -> Result<Option<SameBytes>, StoreError> {
        let by_viewer =
            |one: &&DecidedContentV1| one.by == self.viewer.0 && one.state == OutcomeState::Returned.code();
        let latest = past.values().filter(by_viewer).max_by_key(|one| one.at);
        latest
            .map(|one| {
                Ok(SameBytes::ReturnedByYou {
                    slot,
                    at: from_millis(one.at),
                    reason: one.reason.map(Coded::from_code).transpose()?,
                    same_student: one.student == self.student.0,
                })
            })
            .transpose()
    }

    /// Students who handed the same bytes in. What somebody never submitted, or deleted, is private.
    fn other_students(
        &self,
        slot: Slot,
        holders: &[(AccountId, ItemId, OutcomeV1)],
    ) -> Result<Option<SameBytes>, StoreError> {
        let mut students = BTreeSet::new();
        let mut named = BTreeMap::new();
        for (owner, item, outcome) in holders {
            let handed_in = outcome.attempt > 0 && outcome.trashed.is_none();
            if *owner == self.student || !handed_in {
                continue;
            }
            students.insert(*owner);
            if let Some(duty) = self.duties.get(&OfferingId(outcome.offering)) {
                let other = OtherStudent {
                    item: *item,
                    name: answer::display_name(self.records, *owner)?,
                    class: answer::class_and_seat(self.records, *owner, convert::term(outcome.term)?)?.0,
                    course_name: duty.offering.name.clone(),
                    submitted: outcome.submitted.map(from_millis),
                };
                // One item of each is enough: the first that was handed in.
                let first = named.entry(*owner).or_insert_with(|| other.clone());
                if other.submitted < first.submitted {
                    *first = other;
                }
            }
        }
        let mut named: Vec<OtherStudent> = named.into_values().collect();
        named.sort_by_key(|other| (other.submitted, other.item));
        Ok((!students.is_empty()).then(|| SameBytes::OtherStudents {
            slot,
            count: u32::try_from(students.len()).unwrap_or(u32::MAX),
            named,
        }))
    }
}
