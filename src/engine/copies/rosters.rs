//! 提交名冊: what was filed for a school year, by student.

use std::collections::BTreeMap;
use std::io::{Seek, Write};

use crate::domain::access::Right;
use crate::domain::id::{AccountId, ItemId};
use crate::domain::refusal::Refusal;
use crate::domain::selection::SelectionRefusal;
use crate::domain::term::SchoolYear;
use crate::engine::activity::records as activities;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::exchange::filing::{FiledItem, FiledStudent, Filing, write_filing};
use crate::exchange::portfolio::{Tell, WrittenCopy};
use crate::store::record::activity::FiledItemV1;
use crate::store::record::identity::IdentityV1;
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

use super::CopyFailure;
use super::export::OfThisState;

/// What was filed: how much, and for whom something is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenRosters {
    pub written: WrittenCopy,
    pub students: u32,
    /// Accounts without national ID or birth date
    pub incomplete: Vec<String>,
}

impl Engine {
    /// Writes the rosters of what was filed for `year` (`batch`: only that one) with their files.
    ///
    /// # Errors
    /// [`CopyFailure`]; [`SelectionRefusal::NothingToFile`] where nothing was filed.
    pub fn write_rosters(
        &self,
        session: &Session,
        year: SchoolYear,
        batch: Option<u32>,
        target: &mut (impl Write + Seek),
        tell: &mut Tell<'_>,
    ) -> Result<WrittenRosters, CopyFailure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::FilePortfolios)?;
            // The files of students go along, which the administrator never opens.
            guard::require(session, Right::OpenSelected)?;
            let filing = self.filing(txn, year, batch)?;
            if filing.students.is_empty() {
                return Err(Refusal::from(SelectionRefusal::NothingToFile { year }).into());
            }
            let made = self.clock.now();
            Ok(WrittenRosters {
                written: write_filing(&filing, &mut OfThisState(txn), made, target, tell)?,
                students: u32::try_from(filing.students.len()).unwrap_or(u32::MAX),
                incomplete: filing
                    .incomplete()
                    .map(|student| student.account.clone())
                    .collect(),
            })
        })
    }

    fn filing(
        &self,
        records: &impl ReadRecords,
        year: SchoolYear,
        batch: Option<u32>,
    ) -> Result<Filing, Failure> {
        let mut filed: BTreeMap<u64, Vec<ItemId>> = BTreeMap::new();
        for (at, record) in list::<FiledItemV1>(records, &[])? {
            if record.year == year.0 && batch.is_none_or(|batch| batch == record.batch) {
                let item = ItemId(key::last_id(&at)?);
                filed.entry(key::first_id(&at)?).or_default().push(item);
            }
        }
        let mut students = Vec::with_capacity(filed.len());
        for (student, items) in filed {
            students.push(self.filed_student(records, AccountId(student), year, &items)?);
        }
        students.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Filing {
            school_code: answer::settings(records)?.school_code,
            layout: crate::engine::selection::layout::current(records)?.0,
            year,
            batch,
            students: students.into_iter().map(|(_, student)| student).collect(),
        })
    }

    /// With class, seat and account, by which it is sorted.
    fn filed_student(
        &self,
        records: &impl ReadRecords,
        student: AccountId,
        year: SchoolYear,
        items: &[ItemId],
    ) -> Result<((String, String, String), FiledStudent), Failure> {
        let now = self.clock.now();
        let account = answer::account(records, student)?;
        let identity = load::<IdentityV1>(records, &key::one(student.0))?.unwrap_or_default();
        let mut filed = Vec::with_capacity(items.len());
        for id in items {
            if let Some((_, outcome)) = answer::outcome(records, *id)? {
                let (_, item) = self.portfolio_item(records, student, *id, &outcome, now)?;
                filed.push(FiledItem {
                    item,
                    cells: Vec::new(),
                });
            } else if let Some((_, activity)) = activities::activity(records, *id)? {
                let (category, item) = self.portfolio_activity(records, student, *id, &activity, now)?;
                let values = activity.values()?;
                let cell = |field: &crate::domain::activity::field::Field| {
                    values
                        .get(field.key)
                        .map_or_else(String::new, |value| field.roster_cell(value))
                };
                let cells = category.fields().iter().map(cell).collect();
                filed.push(FiledItem { item, cells });
            }
        }
        filed.sort_by(|one, other| {
            (one.item.term, &one.item.title, &one.item.id).cmp(&(
                other.item.term,
                &other.item.title,
                &other.item.id,
            ))
        });
        let (class, seat) = class_and_seat(records, student, year)?;
        let order = (class, seat, account.name.clone());
        let student = FiledStudent {
            account: account.name,
            name: account.display_name,
            birth_date: identity.birth_date(),
            national_id: identity.national_id,
            items: filed,
        };
        Ok((order, student))
    }
}

/// In the second semester, else in the first.
fn class_and_seat(
    records: &impl ReadRecords,
    student: AccountId,
    year: SchoolYear,
) -> Result<(String, String), StoreError> {
    let [first, second] = year.terms();
    let later = answer::class_and_seat(records, student, second)?;
    if later.0.is_empty() {
        answer::class_and_seat(records, student, first)
    } else {
        Ok(later)
    }
}
