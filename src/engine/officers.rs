//! 校內幹部紀錄: reports of students, answers and corrections of student affairs.

use crate::domain::access::Role;
use crate::domain::act::LibraryKind;
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, PostId, PostReportId};
use crate::domain::officer_post::{
    OPEN_REPORTS, OfficerEvent, OfficerPost, OfficerRefusal, Words, require_words,
};
use crate::domain::term::Term;
use crate::store::record::account::AccountByNameV1;
use crate::store::record::code::Coded;
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::officer_care::{PostAnswerV1, PostCorrectionV1, PostReportV1};
use crate::store::record::{Stored, erase, key, list, load, save};
use crate::store::{ReadRecords, StoreError};

use super::answer;
use super::command::{OfficerCommand, PostCorrection, Reply};
use super::context::Context;
use super::failure::Failure;
use super::login::normalised_name;

/// Does what is wanted around officer posts.
pub(super) fn run(context: &mut Context<'_>, command: &OfficerCommand) -> Result<Reply, Failure> {
    match command {
        OfficerCommand::Report { post, words } => report(context, *post, words)?,
        OfficerCommand::Answer {
            student,
            report,
            words,
        } => answer_report(context, *student, *report, words)?,
        OfficerCommand::Add {
            student,
            post,
            correction,
        } => add(context, student, post, correction)?,
        OfficerCommand::Correct {
            student,
            post,
            seen,
            to,
            correction,
        } => correct(context, (*student, *post), seen, to, correction)?,
        OfficerCommand::Remove {
            student,
            post,
            seen,
            correction,
        } => remove(context, (*student, *post), seen, correction)?,
    }
    Ok(Reply::Done)
}

fn refused(refusal: OfficerRefusal) -> Failure {
    Failure::Refused(refusal.into())
}

/// A number that no record of this student has yet.
fn fresh<T: Stored>(context: &Context<'_>, student: AccountId) -> Result<u64, StoreError> {
    loop {
        let id = context.ids.next_u64();
        if context.txn.get(T::TABLE, &key::two(student.0, id))?.is_none() {
            return Ok(id);
        }
    }
}

fn note(context: &mut Context<'_>, student: AccountId, event: OfficerEvent) -> Result<(), StoreError> {
    context.record(Stream::Student(student), None, Event::Officer(event))
}

fn report(context: &mut Context<'_>, post: Option<PostId>, words: &str) -> Result<(), Failure> {
    if context.library == LibraryKind::Personal {
        return Err(refused(OfficerRefusal::NoOfficeHere));
    }
    let words = require_words(Words::Report, words).map_err(refused)?;
    let student = context.actor();
    let stood = match post {
        Some(post) => {
            let stood = load::<OfficerPostV1>(context.txn, &key::two(student.0, post.0))?;
            Some(stood.ok_or_else(|| refused(OfficerRefusal::NoSuchPost))?)
        }
        None => None,
    };
    let mut open = 0;
    for (_, other) in list::<PostReportV1>(context.txn, &key::one(student.0))? {
        if other.answer.is_some() {
            continue;
        }
        open += 1;
        if post.is_some() && other.post == post.map(|post| post.0) {
            return Err(refused(OfficerRefusal::ReportedAlready));
        }
    }
    if open >= OPEN_REPORTS {
        let limit = OPEN_REPORTS;
        return Err(refused(OfficerRefusal::TooManyReports { limit }));
    }
    let id = fresh::<PostReportV1>(context, student)?;
    let record = PostReportV1 {
        post: post.map(|post| post.0),
        stood,
        words,
        at: context.now_millis(),
        answer: None,
    };
    save(context.txn, &key::two(student.0, id), &record)?;
    let report = PostReportId(id);
    Ok(note(context, student, OfficerEvent::Reported { report })?)
}

fn answer_report(
    context: &mut Context<'_>,
    student: AccountId,
    report: PostReportId,
    words: &str,
) -> Result<(), Failure> {
    let at = key::two(student.0, report.0);
    let record = load::<PostReportV1>(context.txn, &at)?;
    let mut record = record.ok_or_else(|| refused(OfficerRefusal::NoSuchReport))?;
    if record.answer.is_some() {
        return Err(refused(OfficerRefusal::AnsweredAlready));
    }
    record.answer = Some(PostAnswerV1 {
        words: require_words(Words::Answer, words).map_err(refused)?,
        by: context.actor().0,
        at: context.now_millis(),
    });
    save(context.txn, &at, &record)?;
    Ok(note(context, student, OfficerEvent::Answered { report })?)
}

fn add(
    context: &mut Context<'_>,
    account: &str,
    post: &OfficerPost,
    correction: &PostCorrection,
) -> Result<(), Failure> {
    let student = student_named(context, account)?;
    let post = post.trimmed();
    post.require_good(current(context)?, None).map_err(refused)?;
    require_only_one(context, student, None, &post)?;
    let id = fresh::<OfficerPostV1>(context, student)?;
    save(context.txn, &key::two(student.0, id), &OfficerPostV1::from(&post))?;
    keep(context, (student, id), None, Some(&post), correction)?;
    let post = PostId(id);
    Ok(note(context, student, OfficerEvent::Added { post })?)
}

fn correct(
    context: &mut Context<'_>,
    (student, id): (AccountId, PostId),
    seen: &OfficerPost,
    to: &OfficerPost,
    correction: &PostCorrection,
) -> Result<(), Failure> {
    let before = standing(context, student, id, seen)?;
    let to = to.trimmed();
    let known = Some(before.term);
    to.require_good(current(context)?, known).map_err(refused)?;
    if to == before {
        return Err(refused(OfficerRefusal::NothingChanged));
    }
    require_only_one(context, student, Some(id), &to)?;
    save(context.txn, &key::two(student.0, id.0), &OfficerPostV1::from(&to))?;
    keep(context, (student, id.0), Some(&before), Some(&to), correction)?;
    Ok(note(context, student, OfficerEvent::Corrected { post: id })?)
}

fn remove(
    context: &mut Context<'_>,
    (student, id): (AccountId, PostId),
    seen: &OfficerPost,
    correction: &PostCorrection,
) -> Result<(), Failure> {
    let before = standing(context, student, id, seen)?;
    erase::<OfficerPostV1>(context.txn, &key::two(student.0, id.0))?;
    keep(context, (student, id.0), Some(&before), None, correction)?;
    Ok(note(context, student, OfficerEvent::Removed { post: id })?)
}

/// The post as it is, if that is what was seen.
fn standing(
    context: &Context<'_>,
    student: AccountId,
    id: PostId,
    seen: &OfficerPost,
) -> Result<OfficerPost, Failure> {
    let record = load::<OfficerPostV1>(context.txn, &key::two(student.0, id.0))?;
    let record = record.ok_or_else(|| refused(OfficerRefusal::NoSuchPost))?;
    let post = OfficerPost::try_from(record)?;
    if post != *seen {
        return Err(refused(OfficerRefusal::ChangedMeanwhile));
    }
    Ok(post)
}

/// The old values and the new ones, with who, when and why.
fn keep(
    context: &mut Context<'_>,
    (student, post): (AccountId, u64),
    before: Option<&OfficerPost>,
    after: Option<&OfficerPost>,
    correction: &PostCorrection,
) -> Result<(), Failure> {
    if let Some(report) = correction.report
        && load::<PostReportV1>(context.txn, &key::two(student.0, report.0))?.is_none()
    {
        return Err(refused(OfficerRefusal::NoSuchReport));
    }
    let record = PostCorrectionV1 {
        post,
        before: before.map(OfficerPostV1::from),
        after: after.map(OfficerPostV1::from),
        reason: require_words(Words::Reason, &correction.reason).map_err(refused)?,
        by: context.actor().0,
        at: context.now_millis(),
        report: correction.report.map(|report| report.0),
    };
    let last = context.txn.last(PostCorrectionV1::TABLE, &key::one(student.0))?;
    let number = last.map_or(Ok(0), |(at, _)| key::last_id(&at))? + 1;
    Ok(save(context.txn, &key::two(student.0, number), &record)?)
}

/// Two posts of one student that an import could not tell apart would be one too many.
fn require_only_one(
    context: &Context<'_>,
    student: AccountId,
    except: Option<PostId>,
    post: &OfficerPost,
) -> Result<(), Failure> {
    for (at, other) in list::<OfficerPostV1>(context.txn, &key::one(student.0))? {
        let is_itself = except.map(|id| id.0) == Some(key::last_id(&at)?);
        if !is_itself && OfficerPost::try_from(other)?.is_same_post(post) {
            return Err(refused(OfficerRefusal::SamePostThere));
        }
    }
    Ok(())
}

fn student_named(context: &Context<'_>, account: &str) -> Result<AccountId, Failure> {
    let name = normalised_name(account);
    let found = load::<AccountByNameV1>(context.txn, &context.name_key.hash(name.as_bytes()))?;
    let account = account.trim().to_owned();
    let none = || refused(OfficerRefusal::NoSuchStudent { account });
    let Some(AccountByNameV1 { account: id }) = found else {
        return Err(none());
    };
    let roles = answer::account(context.txn, AccountId(id))?.roles;
    if roles.contains(&Coded::code(Role::Student)) {
        Ok(AccountId(id))
    } else {
        Err(none())
    }
}

fn current(context: &Context<'_>) -> Result<Term, Failure> {
    Ok(answer::current_terms(&answer::settings(context.txn)?)?.outcome)
}
