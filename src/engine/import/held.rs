//! What stands in the way of taking an import back: things that came after it and need what it brought.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use crate::domain::id::AccountId;
use crate::domain::import::Dependence;
use crate::engine::answer;
use crate::engine::failure::Failure;
use crate::store::record::account::{AccountByNameV1, AccountV1, PlacementV1};
use crate::store::record::course::{DeputyV1, EnrolmentV1, OfferingV1, TeachingV1};
use crate::store::record::draft::DraftV1;
use crate::store::record::history::LineV1;
use crate::store::record::identity::AccountByNationalIdV1;
use crate::store::record::import::{LastImportV1, UndoStepV1, number_of, table_of};
use crate::store::record::item::{ItemOfOfferingV1, OutcomeV1};
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::people::{HomeroomV1, LoginTimesV1};
use crate::store::record::receipt::ReceiptListV1;
use crate::store::record::{Stored, key, list, load};
use crate::store::{KeyRange, Order, ReadRecords, StoreError, Table, codec};

use super::books::enrolments;
use super::journal::{fields_of, mark};

/// Looks at every step of the import.
pub(super) fn dependences(
    records: &impl ReadRecords,
    last: &LastImportV1,
    steps: &[UndoStepV1],
) -> Result<Vec<Dependence>, Failure> {
    let asking = Asking::new(records, last, steps)?;
    let mut found = Vec::new();
    for step in steps {
        asking.ask(step, &mut found)?;
    }
    Ok(found)
}

struct Asking<'a, R> {
    records: &'a R,
    at: i64,
    /// Keys of what the import wrote, by table
    written: HashSet<(u8, &'a [u8])>,
    /// Courses of the import that have students: no import of courses enrols any
    busy_courses: HashSet<u64>,
    /// Outcomes by student and course
    items: HashMap<(u64, u64), u32>,
    deputies: Vec<DeputyV1>,
    /// 導師
    homerooms: HashSet<u64>,
}

impl<'a, R: ReadRecords> Asking<'a, R> {
    fn new(records: &'a R, last: &LastImportV1, steps: &'a [UndoStepV1]) -> Result<Self, Failure> {
        let mut written = HashSet::new();
        let mut made_courses = HashSet::new();
        for step in steps {
            if let UndoStepV1::Made { table, key, .. } | UndoStepV1::Replaced { table, key, .. } = step {
                written.insert((*table, key.as_slice()));
            }
            if let UndoStepV1::Made { table, key, .. } = step
                && *table == number_of(OfferingV1::TABLE)
            {
                made_courses.insert(key::last_id(key)?);
            }
        }
        let mut busy_courses = HashSet::new();
        if !made_courses.is_empty() {
            enrolments(
                records,
                |offering| made_courses.contains(&offering),
                |_, offering, _| {
                    busy_courses.insert(offering);
                },
            )?;
        }
        Ok(Self {
            records,
            at: last.at,
            items: items_by_enrolment(records, &written)?,
            written,
            busy_courses,
            homerooms: list::<HomeroomV1>(records, &[])?
                .into_iter()
                .map(|(_, homeroom)| homeroom.teacher)
                .collect(),
            deputies: list::<DeputyV1>(records, &[])?
                .into_iter()
                .map(|(_, deputy)| deputy)
                .collect(),
        })
    }

    fn ask(&self, step: &UndoStepV1, found: &mut Vec<Dependence>) -> Result<(), Failure> {
        match step {
            UndoStepV1::AccountMade { account, after } => {
                if let Some(record) = load::<AccountV1>(self.records, &key::one(*account))? {
                    found.extend(self.new_account(*account, &record, fields_of(&record) == *after)?);
                }
            }
            UndoStepV1::AccountChanged { account, after, .. } => {
                let record = load::<AccountV1>(self.records, &key::one(*account))?;
                if let Some(record) = record.filter(|record| fields_of(record) != *after) {
                    found.push(Dependence::ChangedSince { what: record.name });
                }
            }
            UndoStepV1::Made { table, key, after }
            | UndoStepV1::Replaced {
                table, key, after, ..
            } => {
                let table_there = table_of(*table).ok_or_else(unknown_table)?;
                let now = self.records.get(table_there, key)?;
                if now.as_deref().map(mark) != Some(*after) {
                    let what = self.name_of(table_there, key)?;
                    found.push(Dependence::ChangedSince { what });
                } else {
                    found.extend(self.record(step, table_there, key)?);
                }
            }
            UndoStepV1::Erased { table, key, .. } => {
                let table = table_of(*table).ok_or_else(unknown_table)?;
                let comes_back = self.records.get(table, key)?.is_some();
                if comes_back && !self.written.contains(&(number_of(table), key.as_slice())) {
                    let what = self.name_of(table, key)?;
                    found.push(Dependence::ChangedSince { what });
                }
            }
        }
        Ok(())
    }

    fn new_account(
        &self,
        id: u64,
        record: &AccountV1,
        is_as_made: bool,
    ) -> Result<Option<Dependence>, Failure> {
        let account = record.name.clone();
        if load::<LoginTimesV1>(self.records, &key::one(id))?.is_some() {
            return Ok(Some(Dependence::LoggedIn { account }));
        }
        if !is_as_made {
            return Ok(Some(Dependence::ChangedSince { what: account }));
        }
        let mine = key::one(id);
        let is_empty = |table: Table| Ok::<_, StoreError>(self.records.first(table, &mine)?.is_none());
        let mut placements = list::<PlacementV1>(self.records, &mine)?.into_iter();
        let placed = number_of(PlacementV1::TABLE);
        let used = !is_empty(EnrolmentV1::TABLE)?
            || !is_empty(TeachingV1::TABLE)?
            || !is_empty(OutcomeV1::TABLE)?
            || !is_empty(OfficerPostV1::TABLE)?
            || !is_empty(DraftV1::TABLE)?
            || !is_empty(LineV1::TABLE)?
            || placements.any(|(at, _)| !self.written.contains(&(placed, at.as_slice())))
            || self.homerooms.contains(&id)
            || self
                .deputies
                .iter()
                .any(|deputy| deputy.deputy == id || deputy.teacher == id);
        Ok(used.then_some(Dependence::AccountInUse { account }))
    }

    fn record(&self, step: &UndoStepV1, table: Table, at: &[u8]) -> Result<Option<Dependence>, Failure> {
        if table == OfferingV1::TABLE {
            let id = key::last_id(at)?;
            return match step {
                UndoStepV1::Made { .. } => self.new_course(id),
                UndoStepV1::Replaced { before, .. } => self.changed_course(id, before),
                _ => Ok(None),
            };
        }
        if table == EnrolmentV1::TABLE {
            return self.enrolment(step, key::first_id(at)?, key::last_id(at)?);
        }
        Ok(None)
    }

    fn new_course(&self, id: u64) -> Result<Option<Dependence>, Failure> {
        let course = self.course(id)?;
        let items = self
            .records
            .count(ItemOfOfferingV1::TABLE, KeyRange::prefix(&key::one(id)))?;
        if items > 0 {
            let items = u32::try_from(items).unwrap_or(u32::MAX);
            return Ok(Some(Dependence::CourseHasItems { course, items }));
        }
        let has_deputy = self.deputies.iter().any(|deputy| deputy.offering == Some(id));
        let in_use = has_deputy || self.busy_courses.contains(&id);
        Ok(in_use.then_some(Dependence::CourseInUse { course }))
    }

    /// With other teachers, what was decided since would be the decision of strangers.
    fn changed_course(&self, id: u64, before: &[u8]) -> Result<Option<Dependence>, Failure> {
        let before: OfferingV1 = codec::decode(OfferingV1::VERSION, before, OfferingV1::LIMIT)?;
        let Some(now) = load::<OfferingV1>(self.records, &key::one(id))? else {
            return Ok(None);
        };
        if now.teachers == before.teachers {
            return Ok(None);
        }
        let items = self
            .records
            .range(ItemOfOfferingV1::TABLE, KeyRange::prefix(&key::one(id)))?;
        for (at, _) in items {
            let item = crate::domain::id::ItemId(key::last_id(&at)?);
            let outcome = answer::outcome(self.records, item)?;
            let decided = outcome
                .is_some_and(|(_, outcome)| outcome.decisions.iter().any(|decision| decision.at >= self.at));
            if decided {
                let course = now.name;
                return Ok(Some(Dependence::DecidedSince { course }));
            }
        }
        Ok(None)
    }

    fn enrolment(
        &self,
        step: &UndoStepV1,
        student: u64,
        offering: u64,
    ) -> Result<Option<Dependence>, Failure> {
        let Some(&all) = self.items.get(&(student, offering)) else {
            return Ok(None);
        };
        let items = match step {
            // Whatever is there came with or after the enrolment.
            UndoStepV1::Made { .. } => all,
            // Only what was touched since needs it.
            UndoStepV1::Replaced { before, .. } => {
                let before: EnrolmentV1 = codec::decode(EnrolmentV1::VERSION, before, EnrolmentV1::LIMIT)?;
                let outcomes = answer::outcomes_of(self.records, AccountId(student))?;
                let touched = outcomes.iter().filter(|(_, outcome)| {
                    before.withdrawn && outcome.offering == offering && outcome.updated >= self.at
                });
                u32::try_from(touched.count()).unwrap_or(u32::MAX)
            }
            _ => 0,
        };
        if items == 0 {
            return Ok(None);
        }
        Ok(Some(Dependence::EnrolmentHasItems {
            student: answer::display_name(self.records, AccountId(student))?,
            course: self.course(offering)?,
            items,
        }))
    }

    fn course(&self, id: u64) -> Result<String, StoreError> {
        let offering = load::<OfferingV1>(self.records, &key::one(id))?;
        Ok(offering.map_or_else(String::new, |offering| offering.name))
    }

    /// How to call a record in a sentence.
    fn name_of(&self, table: Table, at: &[u8]) -> Result<String, StoreError> {
        if table == OfferingV1::TABLE || table == TeachingV1::TABLE {
            return self.course(key::last_id(at)?);
        }
        if table == ReceiptListV1::TABLE {
            // Its key is a school year: what was imported after it is named by its lines.
            return Ok(String::new());
        }
        if table == AccountByNameV1::TABLE || table == AccountByNationalIdV1::TABLE {
            // Keys of these say nothing; the account itself is looked at too.
            return Ok(String::new());
        }
        answer::display_name(self.records, AccountId(key::first_id(at)?))
    }
}

/// One pass over all of them, and none where no enrolment was written.
fn items_by_enrolment(
    records: &impl ReadRecords,
    written: &HashSet<(u8, &[u8])>,
) -> Result<HashMap<(u64, u64), u32>, Failure> {
    let mut items = HashMap::new();
    let table = number_of(EnrolmentV1::TABLE);
    if !written.iter().any(|(number, _)| *number == table) {
        return Ok(items);
    }
    records.scan(
        ItemOfOfferingV1::TABLE,
        KeyRange::all(),
        Order::Ascending,
        &mut |at, bytes| {
            let item: ItemOfOfferingV1 =
                codec::decode(ItemOfOfferingV1::VERSION, bytes, ItemOfOfferingV1::LIMIT)?;
            *items.entry((item.student, key::first_id(at)?)).or_insert(0) += 1;
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(items)
}

fn unknown_table() -> StoreError {
    super::plan::unreadable("an undo step of an unknown table")
}
