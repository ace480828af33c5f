//! 代理人: begin and end.

use crate::domain::access::Role;
use crate::domain::account::end_of;
use crate::domain::history::Stream;
use crate::domain::id::DeputyId;
use crate::domain::moment::{start_of_day, taipei_date, to_millis};
use crate::domain::people_event::PeopleEvent;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::answer;
use crate::engine::command::{DeputyCommand, NewDeputyship, PeopleReply, Reply};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::course::DeputyV1;
use crate::store::record::{erase, key, load, save};

use super::target::Target;

/// Begins or ends a deputyship.
pub(in crate::engine) fn run(context: &mut Context<'_>, command: &DeputyCommand) -> Result<Reply, Failure> {
    let reply = match command {
        DeputyCommand::Add(new) => add(context, new)?,
        DeputyCommand::End { deputy } => end(context, *deputy)?,
    };
    Ok(Reply::People(reply))
}

fn refused(refusal: PeopleRefusal) -> Failure {
    Failure::Refused(refusal.into())
}

fn add(context: &mut Context<'_>, new: &NewDeputyship) -> Result<PeopleReply, Failure> {
    let (from, until) = (new.from, new.until);
    if until < from {
        return Err(refused(PeopleRefusal::DeputyPeriod { from, until }));
    }
    if until < taipei_date(context.now) {
        return Err(refused(PeopleRefusal::DeputyPast { until }));
    }
    let reason = new.reason.trim();
    if reason.is_empty() {
        return Err(refused(PeopleRefusal::DeputyReasonMissing));
    }
    if new.deputy == new.teacher {
        return Err(refused(PeopleRefusal::DeputyIsTeacher));
    }
    let deputy = Target::look(context, new.deputy)?;
    deputy.require_active_teacher().map_err(Refusal::from)?;
    // Whoever left may need one most.
    let teacher = Target::look(context, new.teacher)?;
    if !teacher.has(Role::Teacher) {
        let account = teacher.account.name;
        return Err(refused(PeopleRefusal::NotATeacher { account }));
    }
    if let Some(id) = new.offering {
        let offering = answer::offering(context.txn, id)?;
        if !offering.teachers.contains(&new.teacher.0) {
            let course = offering.name;
            return Err(refused(PeopleRefusal::NotTaught { course }));
        }
    }
    let id = context.new_id::<DeputyV1>()?;
    let record = DeputyV1 {
        deputy: new.deputy.0,
        teacher: new.teacher.0,
        offering: new.offering.map(|offering| offering.0),
        from: to_millis(start_of_day(from)),
        until: to_millis(end_of(until)),
        reason: reason.to_owned(),
    };
    save(context.txn, &key::one(id), &record)?;
    let deputy = DeputyId(id);
    context.record(Stream::Office, None, PeopleEvent::DeputySet { deputy }.into())?;
    Ok(PeopleReply::Deputy(deputy))
}

/// One that has not begun is forgotten; another one ends now.
fn end(context: &mut Context<'_>, deputy: DeputyId) -> Result<PeopleReply, Failure> {
    let at = key::one(deputy.0);
    let Some(mut record) = load::<DeputyV1>(context.txn, &at)? else {
        return Err(refused(PeopleRefusal::NoSuchDeputy));
    };
    let now = context.now_millis();
    if record.until <= now {
        return Err(refused(PeopleRefusal::DeputyOver));
    }
    if record.from >= now {
        erase::<DeputyV1>(context.txn, &at)?;
    } else {
        record.until = now;
        save(context.txn, &at, &record)?;
    }
    context.record(Stream::Office, None, PeopleEvent::DeputyEnded { deputy }.into())?;
    Ok(PeopleReply::Deputy(deputy))
}
