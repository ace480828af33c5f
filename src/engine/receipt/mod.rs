//! 收訖明細: what students say of it, and what the office does about that. Bringing a list in is an import.

mod print;
pub(super) mod records;

use crate::domain::history::{Event, Stream};
use crate::domain::id::AccountId;
use crate::domain::moment::{Moment, to_millis};
use crate::domain::receipt::{LONGEST_WORDS, ReceiptEvent, ReceiptRefusal, earliest_deadline};
use crate::domain::refusal::Refusal;
use crate::domain::term::SchoolYear;
use crate::store::record::receipt::{ReceiptAnswerV1, ReceiptDeadlineV1, ReceiptReplyV1};
use crate::store::record::selection::selection_key;
use crate::store::record::{load, save};

use super::answer;
use super::command::{ReceiptCommand, Reply};
use super::context::Context;
use super::failure::Failure;

pub use print::{ConfirmationOf, PrintedConfirmations};

pub(super) fn run(context: &mut Context<'_>, command: &ReceiptCommand) -> Result<Reply, Failure> {
    match command {
        ReceiptCommand::Confirm { year, seen } => answered(context, *year, *seen, None),
        ReceiptCommand::Report { year, seen, words } => {
            let words = fitting(words)?;
            answered(context, *year, *seen, Some(words))
        }
        ReceiptCommand::SetDeadline { year, until } => set_deadline(context, *year, *until),
        ReceiptCommand::Reply { student, year, words } => reply(context, *student, *year, words),
    }
}

/// Without the spaces around it.
fn fitting(words: &str) -> Result<String, ReceiptRefusal> {
    let words = words.trim();
    if words.is_empty() {
        return Err(ReceiptRefusal::WordsMissing);
    }
    let letters = words.chars().count();
    if letters > LONGEST_WORDS {
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        return Err(ReceiptRefusal::WordsTooLong {
            count: number(letters),
            limit: number(LONGEST_WORDS),
        });
    }
    Ok(words.to_owned())
}

/// The actor's answer: `None` confirms. A late answer is worth more than none, so no deadline stands in
/// its way.
fn answered(
    context: &mut Context<'_>,
    year: SchoolYear,
    seen: [u8; 32],
    words: Option<String>,
) -> Result<Reply, Failure> {
    let student = context.actor();
    let lists = records::lists(context.txn, year)?.ok_or(ReceiptRefusal::NoList { year })?;
    let comparison = records::comparison(context.txn, student, year, Some(lists.latest))?;
    if comparison.compared.is_empty() {
        return Err(ReceiptRefusal::NoList { year }.into());
    }
    if comparison.fingerprint() != seen {
        return Err(ReceiptRefusal::ChangedSince { year }.into());
    }
    let event = match words {
        None => ReceiptEvent::Confirmed { year },
        Some(_) => ReceiptEvent::Reported { year },
    };
    let record = ReceiptAnswerV1 {
        at: context.now_millis(),
        confirmed: words.is_none(),
        words: words.unwrap_or_default(),
        seen,
        reply: None,
    };
    save(context.txn, &selection_key(student, year), &record)?;
    context.record(Stream::Student(student), None, Event::Receipt(event))?;
    Ok(Reply::Done)
}

fn set_deadline(context: &mut Context<'_>, year: SchoolYear, until: Moment) -> Result<Reply, Failure> {
    let lists = records::lists(context.txn, year)?.ok_or(ReceiptRefusal::NoList { year })?;
    let earliest = earliest_deadline(lists.latest);
    if until < earliest {
        return Err(ReceiptRefusal::TooShort { earliest }.into());
    }
    let record = ReceiptDeadlineV1 {
        until: to_millis(until),
    };
    save(context.txn, &year.0.to_be_bytes(), &record)?;
    let event = Event::Receipt(ReceiptEvent::DeadlineSet { year });
    context.record(Stream::Office, None, event)?;
    Ok(Reply::Done)
}

fn reply(
    context: &mut Context<'_>,
    student: AccountId,
    year: SchoolYear,
    words: &str,
) -> Result<Reply, Failure> {
    let words = fitting(words)?;
    answer::account(context.txn, student).map_err(|_| Refusal::NoSuchAccount)?;
    let at = selection_key(student, year);
    let there = load::<ReceiptAnswerV1>(context.txn, &at)?.filter(|answer| !answer.confirmed);
    let mut record = there.ok_or(ReceiptRefusal::NothingReported)?;
    record.reply = Some(ReceiptReplyV1 {
        at: context.now_millis(),
        by: context.actor().0,
        words,
    });
    save(context.txn, &at, &record)?;
    let event = Event::Receipt(ReceiptEvent::Replied { year });
    context.record(Stream::Student(student), None, event)?;
    Ok(Reply::Done)
}
