//! 休業式 and the rules of a term, and holding files to them.

use chrono::{Datelike, NaiveDate};

use crate::domain::dates::{DatesEvent, DatesRefusal, require_plausible_last_day};
use crate::domain::file::FileKind;
use crate::domain::history::{Event, Stream};
use crate::domain::term::Term;
use crate::domain::term_rules::TermRules;
use crate::engine::command::{Reply, StagedFile};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::code::{codes, values};
use crate::store::record::dates::{LastDayV1, TermRulesV1};
use crate::store::record::school::LimitsV1;
use crate::store::record::{convert, erase, list, load, save};
use crate::store::{ReadRecords, StoreError};

pub(in crate::engine) fn set_last_day(
    context: &mut Context<'_>,
    term: Term,
    day: Option<NaiveDate>,
) -> Result<Reply, Failure> {
    let at = term.code().to_be_bytes();
    let event = match day {
        Some(day) => {
            require_plausible_last_day(term, day)?;
            let record = LastDayV1 {
                day: day.num_days_from_ce(),
            };
            save(context.txn, &at, &record)?;
            DatesEvent::LastDaySet { term }
        }
        None => {
            if !erase::<LastDayV1>(context.txn, &at)? {
                return Ok(Reply::Done);
            }
            DatesEvent::LastDayRemoved { term }
        }
    };
    context.record(Stream::Office, None, Event::Dates(event))?;
    Ok(Reply::Done)
}

pub(in crate::engine) fn set_rules(
    context: &mut Context<'_>,
    term: Term,
    rules: &TermRules,
) -> Result<Reply, Failure> {
    rules.require_sensible(!context.library.is_personal())?;
    let at = term.code().to_be_bytes();
    let mut accepted = rules.accepted.clone();
    accepted.sort_unstable();
    accepted.dedup();
    save(context.txn, &at, &LimitsV1::from(&rules.limits))?;
    let record = TermRulesV1 {
        accepted: codes(&accepted),
        source: rules.source.trim().to_owned(),
        by: context.actor().0,
        at: context.now_millis(),
    };
    save(context.txn, &at, &record)?;
    let event = Event::Dates(DatesEvent::RulesSet { term });
    context.record(Stream::Office, None, event)?;
    Ok(Reply::Done)
}

/// 休業式 of every term where it is known, oldest term first.
pub(in crate::engine) fn last_days(records: &impl ReadRecords) -> Result<Vec<(Term, NaiveDate)>, StoreError> {
    let mut days = Vec::new();
    for (at, record) in list::<LastDayV1>(records, &[])? {
        let day = NaiveDate::from_num_days_from_ce_opt(record.day);
        days.extend(
            day.map(|day| Ok::<_, StoreError>((term_of(&at)?, day)))
                .transpose()?,
        );
    }
    Ok(days)
}

/// The term of a key that is a term code.
pub(in crate::engine) fn term_of(at: &[u8]) -> Result<Term, StoreError> {
    let code = at.last_chunk::<2>().copied().map_or(0, u16::from_be_bytes);
    convert::term(code)
}

/// Kinds of files that a term takes; without a word about it all of them.
pub(in crate::engine) fn accepted_kinds(
    records: &impl ReadRecords,
    term: Term,
) -> Result<Vec<FileKind>, StoreError> {
    match load::<TermRulesV1>(records, &term.code().to_be_bytes())? {
        Some(rules) => values(&rules.accepted),
        None => Ok(FileKind::ALL.into()),
    }
}

/// Refuses new files of a kind that the term does not take. Files that are in an item already stay.
///
/// # Errors
/// [`DatesRefusal::KindNotAccepted`] for the first such file.
pub(in crate::engine) fn require_accepted(
    context: &Context<'_>,
    term: Term,
    files: &[StagedFile],
) -> Result<(), Failure> {
    if files.is_empty() {
        return Ok(());
    }
    let accepted = accepted_kinds(context.txn, term)?;
    for file in files {
        let kind = context.stages.get(context.actor(), file)?.inspection.kind;
        if !accepted.contains(&kind) {
            return Err(DatesRefusal::KindNotAccepted {
                name: file.name.clone(),
                kind,
                term,
                accepted,
            }
            .into());
        }
    }
    Ok(())
}
