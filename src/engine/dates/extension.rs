//! More time for one class or student, with a reason.

use crate::domain::access::Role;
use crate::domain::dates::{DatesEvent, DatesRefusal, NOTE_CHARS, require_note_fits};
use crate::domain::description;
use crate::domain::history::{Event, Stream};
use crate::domain::id::AccountId;
use crate::domain::refusal::Refusal;
use crate::domain::term::SchoolYear;
use crate::domain::timetable;
use crate::domain::window::{self, Audience, Concerned, Window};
use crate::engine::answer;
use crate::engine::command::{Extension, ExtensionFor, Reply};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::login::normalised_name;
use crate::store::record::account::{AccountByNameV1, AccountV1, PlacementV1};
use crate::store::record::code::Coded;
use crate::store::record::dates::ExtensionV1;
use crate::store::record::{key, list, load, save};
use crate::store::{ReadRecords, StoreError};

pub(in crate::engine) fn extend(context: &mut Context<'_>, wish: &Extension) -> Result<Reply, Failure> {
    if description::count(&wish.reason) == 0 {
        return Err(DatesRefusal::ExtensionNeedsReason.into());
    }
    require_note_fits(&wish.reason, NOTE_CHARS)?;
    let (audience, who) = whom(context, &wish.whom, wish.period.year())?;
    let windows = answer::plain_windows(context.txn)?;
    let others = windows.iter().filter(|window| window.audience != audience);
    let held = window::holding(others, wish.kind, wish.period, &who);
    let start_of_the_others = held.iter().map(|window| window.opens).min();
    let extension = Window {
        kind: wish.kind,
        period: wish.period,
        opens: wish.opens.or(start_of_the_others).unwrap_or(context.now),
        closes: wish.closes,
        audience,
    };
    super::require_sensible(&extension)?;
    if let Some(enough) = held.iter().find(|window| timetable::holds(window, &extension)) {
        let closes = enough.closes;
        return Err(DatesRefusal::ExtensionAddsNothing { closes }.into());
    }
    let id = super::put(context, &extension)?;
    let record = ExtensionV1 {
        reason: wish.reason.trim().to_owned(),
        by: context.actor().0,
        at: context.now_millis(),
    };
    save(context.txn, &key::one(id.0), &record)?;
    let event = DatesEvent::Extended {
        kind: wish.kind,
        period: wish.period,
        student: who.student,
    };
    context.record(Stream::Office, None, Event::Dates(event))?;
    Ok(Reply::Window(id))
}

/// The audience, and as whom the rules see it.
fn whom(
    context: &Context<'_>,
    whom: &ExtensionFor,
    year: SchoolYear,
) -> Result<(Audience, Concerned), Failure> {
    match whom {
        ExtensionFor::Class(class) => {
            let class = class.trim();
            let entry_year =
                entry_year_of_class(context.txn, class, year)?.ok_or_else(|| DatesRefusal::NoSuchClass {
                    class: class.to_owned(),
                    year,
                })?;
            let who = Concerned {
                entry_year,
                ..Concerned::default()
            };
            Ok((Audience::Class(class.to_owned()), who))
        }
        ExtensionFor::Student(name) => {
            let id = student(context, name)?.ok_or_else(|| DatesRefusal::NoSuchStudent {
                account: name.trim().to_owned(),
            })?;
            Ok((Audience::Student(id), answer::concerned(context.txn, id)?))
        }
    }
}

/// The account of this name, if it is a student's.
fn student(context: &Context<'_>, name: &str) -> Result<Option<AccountId>, StoreError> {
    let at = context.name_key.hash(normalised_name(name).as_bytes());
    let Some(found) = load::<AccountByNameV1>(context.txn, &at)? else {
        return Ok(None);
    };
    let account = load::<AccountV1>(context.txn, &key::one(found.account))?;
    let is_student = account.is_some_and(|account| account.roles.contains(&Coded::code(Role::Student)));
    Ok(is_student.then_some(AccountId(found.account)))
}

/// 入學學年度 of a class, if anybody sits in one of this name in that year.
fn entry_year_of_class(
    records: &impl ReadRecords,
    class: &str,
    year: SchoolYear,
) -> Result<Option<Option<SchoolYear>>, Failure> {
    let codes = year.terms().map(|term| term.code().to_be_bytes());
    for (at, placement) in list::<PlacementV1>(records, &[])? {
        if placement.class == class && codes.iter().any(|code| at.ends_with(code)) {
            let account = answer::account(records, AccountId(key::first_id(&at)?))?;
            return Ok(Some(account.entry_year.map(SchoolYear)));
        }
    }
    Ok(None)
}

impl From<DatesRefusal> for Failure {
    fn from(refusal: DatesRefusal) -> Self {
        Self::Refused(Refusal::from(refusal))
    }
}
