//! 提交: the office files what was selected. From then on an item is frozen, and so is its certification.

use std::collections::BTreeMap;

use crate::domain::access::{Right, Role};
use crate::domain::act::{LibraryKind, Relation};
use crate::domain::history::{Event, SelectionEvent, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::selection::{Part, SelectionRefusal};
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::domain::window::{Period, Phase, Window, WindowKind, phase_of};
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::view::{BatchView, FilingView, StudentSelection};
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;
use crate::store::record::account::AccountV1;
use crate::store::record::activity::FiledItemV1;
use crate::store::record::code::values;
use crate::store::record::selection::{FilingBatchV1, SelectionV1, batch_key, selection_key};
use crate::store::record::{key, list, load, save};

use super::records;

/// Of a senior high school.
const LAST_GRADE: u8 = 3;

/// Files everything selected by the students of a grade (`None`: all) whose selection window is over.
/// What no longer qualifies is left out; it stays in the student's selection, and is named there.
pub(super) fn file(context: &mut Context<'_>, year: SchoolYear, grade: Option<u8>) -> Result<Reply, Failure> {
    let windows = answer::plain_windows(context.txn)?;
    let batch = last_batch(context.txn, year)? + 1;
    let (mut students, mut items) = (0, 0);
    for (student, _) in students_of(context.txn, year, grade)? {
        if phase(context.txn, &windows, student, year, context.now)? != Phase::Closed {
            continue;
        }
        let filed = file_student(context, student, year, batch)?;
        if filed > 0 {
            students += 1;
            items += filed;
        }
    }
    if items == 0 {
        return Err(SelectionRefusal::NothingToFile { year }.into());
    }
    let record = FilingBatchV1 {
        at: context.now_millis(),
        by: context.actor().0,
        students,
        items,
    };
    save(context.txn, &batch_key(year, batch), &record)?;
    let event = Event::Selection(SelectionEvent::Filed { year, batch });
    context.record(Stream::Office, None, event)?;
    Ok(Reply::Done)
}

fn last_batch(records: &impl ReadRecords, year: SchoolYear) -> Result<u32, Failure> {
    let batches = list::<FilingBatchV1>(records, &year.0.to_be_bytes())?;
    Ok(u32::try_from(batches.len()).unwrap_or(u32::MAX))
}

fn file_student(
    context: &mut Context<'_>,
    student: AccountId,
    year: SchoolYear,
    batch: u32,
) -> Result<u32, Failure> {
    let Some(selection) = load::<SelectionV1>(context.txn, &selection_key(student, year))? else {
        return Ok(0);
    };
    let ready = ready(context.txn, context.library, student, &selection, year)?;
    for item in &ready {
        let record = FiledItemV1 {
            year: year.0,
            batch,
            at: context.now_millis(),
            received: None,
        };
        save(context.txn, &key::two(student.0, item.0), &record)?;
        if let Some((_, mut outcome)) = answer::outcome(context.txn, *item)? {
            outcome.filed = true;
            outcome.version += 1;
            save(context.txn, &key::two(student.0, item.0), &outcome)?;
        }
        let event = Event::Selection(SelectionEvent::Filed { year, batch });
        context.record(Stream::Student(student), Some(*item), event)?;
    }
    Ok(u32::try_from(ready.len()).unwrap_or(u32::MAX))
}

/// What of a selection still qualifies and is not filed yet.
fn ready(
    records: &impl ReadRecords,
    library: LibraryKind,
    student: AccountId,
    selection: &SelectionV1,
    year: SchoolYear,
) -> Result<Vec<ItemId>, Failure> {
    let mut ready = Vec::new();
    for part in Part::ALL {
        for held in records::list_of(selection, part) {
            let item = ItemId(*held);
            let candidate = records::candidate(records, library, student, item, year)?;
            if matches!(candidate, Some((_, Ok(())))) {
                ready.push(item);
            }
        }
    }
    Ok(ready)
}

/// Students who are at school in `year`, of one grade or of all.
fn students_of(
    records: &impl ReadRecords,
    year: SchoolYear,
    grade: Option<u8>,
) -> Result<Vec<(AccountId, AccountV1)>, Failure> {
    let mut students = Vec::new();
    for (at, account) in list::<AccountV1>(records, &[])? {
        let entered = account.entry_year.map(SchoolYear);
        let wanted = entered
            .is_some_and(|entry| entry <= year && grade.is_none_or(|grade| year.grade(entry) == grade));
        if wanted && values::<Role>(&account.roles)?.contains(&Role::Student) {
            students.push((AccountId(key::last_id(&at)?), account));
        }
    }
    Ok(students)
}

fn phase(
    records: &impl ReadRecords,
    windows: &[Window],
    student: AccountId,
    year: SchoolYear,
    now: Moment,
) -> Result<Phase, Failure> {
    let concerned = answer::concerned(records, student)?;
    let circumstances = crate::domain::act::Circumstances {
        library: LibraryKind::School,
        relation: Relation::Owner,
        windows,
        student: &concerned,
        now,
    };
    let window = circumstances.window_in(WindowKind::Selection, Period::Year(year));
    Ok(phase_of(window, now))
}

impl Engine {
    /// Who has selected how much for `year`, by class and seat: who has not yet stands out.
    ///
    /// # Errors
    /// A missing right, or the library's trouble.
    pub fn selections_of_all(
        &self,
        session: &Session,
        year: SchoolYear,
    ) -> Result<Vec<StudentSelection>, Failure> {
        Ok(self.filing_of(session, Some(year))?.students)
    }

    /// 勾選 and 提交 of a school year (`None`: the current selection year) as the office sees them.
    ///
    /// # Errors
    /// A missing right, or the library's trouble.
    pub fn filing_of(&self, session: &Session, year: Option<SchoolYear>) -> Result<FilingView, Failure> {
        let now = self.clock.now();
        let library = answer::kind_of(&self.library);
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::FilePortfolios)?;
            let year = match year {
                Some(year) => year,
                None => answer::current_terms(&answer::settings(txn)?)?.selection,
            };
            let windows = answer::plain_windows(txn)?;
            let mut filed: BTreeMap<u64, usize> = BTreeMap::new();
            for (at, _) in list::<FiledItemV1>(txn, &[])?
                .iter()
                .filter(|(_, filed)| filed.year == year.0)
            {
                *filed.entry(key::first_id(at)?).or_default() += 1;
            }
            let mut students = Vec::new();
            for (student, account) in students_of(txn, year, None)? {
                let there = load::<SelectionV1>(txn, &selection_key(student, year))?;
                let filed = filed.get(&student.0).copied().unwrap_or(0);
                let (class, seat) = placement(txn, student, year)?;
                let grade = account
                    .entry_year
                    .map_or(0, |entry| year.grade(SchoolYear(entry)));
                let is_at_school = !class.is_empty() || (1..=LAST_GRADE).contains(&grade);
                if !is_at_school && there.is_none() && filed == 0 {
                    continue;
                }
                let selection = there.unwrap_or_default();
                let phase = phase(txn, &windows, student, year, now)?;
                let ready = match phase {
                    Phase::Closed => ready(txn, library, student, &selection, year)?.len(),
                    _ => 0,
                };
                students.push(StudentSelection {
                    student,
                    account: account.name,
                    name: account.display_name,
                    class,
                    seat,
                    grade,
                    outcomes: selection.outcomes.len(),
                    activities: selection.activities.len(),
                    confirmed: selection.confirmed.map(from_millis),
                    phase,
                    filed,
                    ready,
                });
            }
            students.sort_by(|one, other| {
                (&one.class, &one.seat, &one.account).cmp(&(&other.class, &other.seat, &other.account))
            });
            let (layout, own_layout) = super::layout::current(txn)?;
            Ok(FilingView {
                year,
                students,
                batches: batches(txn, year)?,
                layout,
                own_layout,
            })
        })
    }
}

fn batches(records: &impl ReadRecords, year: SchoolYear) -> Result<Vec<BatchView>, Failure> {
    let mut batches = Vec::new();
    for (number, (_, batch)) in (1..).zip(list::<FilingBatchV1>(records, &year.0.to_be_bytes())?) {
        batches.push(BatchView {
            number,
            at: from_millis(batch.at),
            by: answer::display_name(records, AccountId(batch.by))?,
            students: batch.students,
            items: batch.items,
        });
    }
    Ok(batches)
}

/// Class and seat in the second semester, else in the first.
pub(in crate::engine) fn placement(
    records: &impl ReadRecords,
    student: AccountId,
    year: SchoolYear,
) -> Result<(String, String), Failure> {
    for semester in [Semester::Second, Semester::First] {
        let there = answer::class_and_seat(records, student, Term { year, semester })?;
        if !there.0.is_empty() {
            return Ok(there);
        }
    }
    Ok(Default::default())
}
