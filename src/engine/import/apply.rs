//! Carrying out a judged roster inside the transaction of its command.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::domain::history::{Event, ImportEvent, Stream};
use crate::domain::id::AccountId;
use crate::domain::import::{Fingerprint, ImportRefusal, ImportReport, RowCounts, RowProblem, Standing};
use crate::domain::refusal::Refusal;
use crate::domain::roster::RosterKind;
use crate::domain::term::{SchoolYear, Term};
use crate::engine::clock::IdSource;
use crate::engine::command::{Reply, Roster};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::{answer, password};
use crate::store::record::account::{AccountByNameV1, AccountV1, PlacementV1};
use crate::store::record::activity::FiledItemV1;
use crate::store::record::code::Coded;
use crate::store::record::course::{EnrolmentV1, OfferingV1, TeachingV1};
use crate::store::record::identity::{AccountByNationalIdV1, IdentityV1, PendingPasswordV1, national_id_key};
use crate::store::record::import::{AccountFieldsV1, LastImportV1};
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::receipt::{ReceiptListV1, line_key};
use crate::store::record::school::ONLY;
use crate::store::record::{Stored, key, load, save};
use crate::store::{NameKey, ReadRecords, StoreError};

use super::journal::Journal;
use super::plan::{Halt, Plan, Steps, Write};
use super::{judge, term_of};

/// Judges the roster once more and writes what it brings.
pub(super) fn apply(
    context: &mut Context<'_>,
    roster: &Roster,
    seen: Option<Fingerprint>,
    skip_wrong: bool,
) -> Result<Reply, Failure> {
    let kind = roster.kind();
    let term = term_of(context.txn, roster)?;
    let plan = decide(context, roster, term)?;
    let counts = plan.counts();
    if seen.is_some_and(|seen| seen != plan.fingerprint(&roster.rows)) {
        return Err(Refusal::Import(ImportRefusal::ChangedMeanwhile { now: counts }).into());
    }
    if let Some((row, problem)) = first_wrong(&plan).filter(|_| !skip_wrong) {
        let wrong = counts.wrong;
        return Err(Refusal::Import(ImportRefusal::WrongRows {
            kind,
            wrong,
            row,
            problem,
        })
        .into());
    }
    let mut report = ImportReport {
        kind,
        counts,
        import: None,
    };
    if counts.changes_anything() {
        write_all(context, &plan, term)?;
        note(context, kind, counts)?;
        report.import = Some(context.command);
    }
    Ok(Reply::Import(report))
}

/// A change that has begun finishes: nobody asks it to stop.
fn decide(context: &Context<'_>, roster: &Roster, term: Term) -> Result<Plan, Failure> {
    let mut go_on = |_, _| ControlFlow::Continue(());
    let mut steps = Steps::new(&mut go_on, super::row_count(&roster.rows));
    judge(context.txn, roster, term, &mut steps).map_err(|halt| match halt {
        Halt::Failed(failure) => failure,
        Halt::Stopped => StoreError::Busy {
            waited: std::time::Duration::ZERO,
            others: Vec::new(),
        }
        .into(),
    })
}

fn first_wrong(plan: &Plan) -> Option<(u32, RowProblem)> {
    plan.rows.iter().find_map(|row| match &row.standing {
        Standing::Wrong(problems) => problems.first().map(|problem| (row.row, problem.clone())),
        Standing::New | Standing::Changed(_) | Standing::Unchanged => None,
    })
}

/// One line for the office, and what it takes to take the import back.
fn note(context: &mut Context<'_>, kind: RosterKind, counts: RowCounts) -> Result<(), StoreError> {
    let last = LastImportV1 {
        import: context.command.0,
        at: context.now_millis(),
        by: context.actor().0,
        kind: Coded::code(kind),
        counts: counts.into(),
    };
    save(context.txn, ONLY, &last)?;
    context.record(
        Stream::Office,
        None,
        Event::Import(ImportEvent::Applied { kind, counts }),
    )
}

fn write_all(context: &mut Context<'_>, plan: &Plan, term: Term) -> Result<(), Failure> {
    let created = context.now_millis();
    let (ids, name_key, import) = (context.ids, context.name_key, context.command);
    let mut writer = Writer {
        journal: Journal::new(context.txn),
        ids,
        name_key,
        created,
        term,
        new_national_ids: Vec::new(),
        years: BTreeSet::new(),
    };
    let applied = |place: usize| {
        plan.rows
            .get(place)
            .is_some_and(|row| !matches!(row.standing, Standing::Wrong(_)))
    };
    for (_, write) in plan.writes.iter().filter(|(place, _)| applied(*place)) {
        writer.write(write)?;
    }
    writer.index_national_ids()?;
    writer.note_lists()?;
    writer.journal.close(import.0)?;
    Ok(())
}

struct Writer<'a> {
    journal: Journal<'a>,
    ids: &'a dyn IdSource,
    name_key: &'a NameKey,
    created: i64,
    term: Term,
    /// Entered into the index at the end, when all old ones have left it: two students may swap theirs.
    new_national_ids: Vec<(String, u64)>,
    /// Of which a 收訖明細 comes
    years: BTreeSet<SchoolYear>,
}

impl Writer<'_> {
    fn write(&mut self, write: &Write) -> Result<(), Failure> {
        match write {
            Write::NewAccount {
                name,
                fields,
                placement,
                identity,
            } => {
                let id = self.new_account(name, fields)?;
                self.place(id, placement.as_ref())?;
                self.identify(id, &IdentityV1::default(), identity)?;
            }
            Write::ChangeAccount {
                account,
                fields,
                placement,
                identity,
            } => {
                self.journal.change_account(*account, fields)?;
                self.place(*account, placement.as_ref())?;
                if let Some((before, after)) = identity {
                    self.identify(*account, before, after)?;
                }
            }
            Write::NewOffering(offering) => {
                let id = self.fresh::<OfferingV1>()?;
                self.journal.put(&key::one(id), offering)?;
                self.teach(id, &[], &offering.teachers)?;
            }
            Write::ChangeOffering { id, before, after } => {
                self.journal.put(&key::one(*id), after)?;
                self.teach(*id, &before.teachers, &after.teachers)?;
            }
            Write::Enrol {
                student,
                offering,
                mode,
                before,
            } => {
                let record = EnrolmentV1 {
                    enrolment: before
                        .as_ref()
                        .map_or_else(|| self.ids.next_u64(), |before| before.enrolment),
                    mode: mode.code(),
                    withdrawn: false,
                };
                self.journal.put(&key::two(*student, *offering), &record)?;
            }
            Write::Post { student, id, post } => {
                let id = id.unwrap_or_else(|| self.ids.next_u64());
                self.journal.put::<OfficerPostV1>(&key::two(*student, id), post)?;
            }
            Write::Receipt {
                student,
                year,
                id,
                line,
            } => {
                let id = id.unwrap_or_else(|| self.ids.next_u64());
                self.journal
                    .put(&line_key(AccountId(*student), *year, id), line)?;
                self.receive(*student, line.item)?;
                self.years.insert(*year);
            }
        }
        Ok(())
    }

    /// The account cannot be used before its initial password was set.
    fn new_account(&mut self, name: &str, fields: &AccountFieldsV1) -> Result<u64, Failure> {
        let id = self.fresh::<AccountV1>()?;
        let account = AccountV1 {
            name: name.to_owned(),
            display_name: fields.display_name.clone(),
            roles: fields.roles.clone(),
            password: password::nobody(),
            must_change_password: true,
            epoch: 1,
            entry_year: fields.entry_year,
            published_password: false,
            recovery: None,
            created: self.created,
        };
        let by_name = self.name_key.hash(name.as_bytes());
        self.journal.make_account(id, &account, &PendingPasswordV1 {})?;
        self.journal.put(&by_name, &AccountByNameV1 { account: id })?;
        Ok(id)
    }

    fn place(&mut self, student: u64, placement: Option<&PlacementV1>) -> Result<(), Failure> {
        if let Some(placement) = placement {
            let at = answer::placement_key(AccountId(student), self.term);
            self.journal.put_if_different(&at, placement)?;
        }
        Ok(())
    }

    fn identify(&mut self, account: u64, before: &IdentityV1, after: &IdentityV1) -> Result<(), Failure> {
        if before == after {
            return Ok(());
        }
        self.journal.put(&key::one(account), after)?;
        if before.national_id != after.national_id {
            if let Some(old) = &before.national_id {
                let at = national_id_key(self.name_key, old);
                self.journal.erase::<AccountByNationalIdV1>(&at)?;
            }
            if let Some(new) = &after.national_id {
                self.new_national_ids.push((new.clone(), account));
            }
        }
        Ok(())
    }

    fn index_national_ids(&mut self) -> Result<(), Failure> {
        for (id, account) in std::mem::take(&mut self.new_national_ids) {
            let at = national_id_key(self.name_key, &id);
            self.journal.put(&at, &AccountByNationalIdV1 { account })?;
        }
        Ok(())
    }

    fn teach(&mut self, offering: u64, before: &[u64], after: &[u64]) -> Result<(), Failure> {
        for teacher in before.iter().filter(|id| !after.contains(id)) {
            self.journal.erase::<TeachingV1>(&key::two(*teacher, offering))?;
        }
        for teacher in after.iter().filter(|id| !before.contains(id)) {
            self.journal.put(&key::two(*teacher, offering), &TeachingV1 {})?;
        }
        Ok(())
    }

    /// 收訖 is a fact beside 提交: the first list that holds the item says when.
    fn receive(&mut self, student: u64, item: Option<u64>) -> Result<(), Failure> {
        let Some(item) = item else { return Ok(()) };
        let at = key::two(student, item);
        let filed = load::<FiledItemV1>(self.journal.records(), &at)?;
        if let Some(mut filed) = filed.filter(|filed| filed.received.is_none()) {
            filed.received = Some(self.created);
            self.journal.put(&at, &filed)?;
        }
        Ok(())
    }

    /// Lists of these school years came now.
    fn note_lists(&mut self) -> Result<(), Failure> {
        for year in std::mem::take(&mut self.years) {
            let at = year.0.to_be_bytes();
            let before = load::<ReceiptListV1>(self.journal.records(), &at)?;
            let record = ReceiptListV1 {
                first: before.map_or(self.created, |before| before.first),
                latest: self.created,
            };
            self.journal.put(&at, &record)?;
        }
        Ok(())
    }

    /// A number no record of this kind has yet.
    fn fresh<T: Stored>(&self) -> Result<u64, StoreError> {
        loop {
            let id = self.ids.next_u64();
            if self.journal.records().get(T::TABLE, &key::one(id))?.is_none() {
                return Ok(id);
            }
        }
    }
}
