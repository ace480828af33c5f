//! Windows, current terms, limits: what 教務處 (or the owner of a personal library) sets.

use chrono::Duration;

use crate::domain::history::{Event, Stream};
use crate::domain::id::WindowId;
use crate::domain::limits::Limits;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Period, Window};
use crate::store::record::code::Coded;
use crate::store::record::course::DeputyV1;
use crate::store::record::history::ReasonV1;
use crate::store::record::school::{LimitsV1, ONLY, WindowV1};
use crate::store::record::{erase, key, list, load, save};

use super::answer;
use super::command::Reply;
use super::context::Context;
use super::failure::Failure;
use super::session::Session;
use super::view::WindowView;
use super::{Engine, guard};

/// Grades of a senior high school; a fourth year exists for 進修部 and repeated years.
const HIGHEST_GRADE: u8 = 4;

/// Announces a window; one of the same kind, period and audience is replaced.
pub(super) fn set_window(context: &mut Context<'_>, window: &Window) -> Result<Reply, Failure> {
    if window.kind.is_per_term() != matches!(window.period, Period::Term(_)) {
        return Err(Refusal::WindowPeriodMismatch { kind: window.kind }.into());
    }
    if let Audience::Grade(grade) = window.audience
        && !(1..=HIGHEST_GRADE).contains(&grade)
    {
        return Err(Refusal::UnknownGrade { grade }.into());
    }
    if window.closes < window.opens {
        return Err(Refusal::WindowEndsBeforeStart {
            opens: window.opens,
            closes: window.closes,
        }
        .into());
    }
    let there = answer::windows(context.txn)?.into_iter().find(|view| {
        let other = &view.window;
        (other.kind, other.period, &other.audience) == (window.kind, window.period, &window.audience)
    });
    let id = match there {
        Some(view) => view.id.0,
        None => context.new_id::<WindowV1>()?,
    };
    save(context.txn, &key::one(id), &WindowV1::from(window))?;
    context.record(Stream::Office, None, Event::WindowSet { kind: window.kind })?;
    Ok(Reply::Window(WindowId(id)))
}

pub(super) fn remove_window(context: &mut Context<'_>, id: WindowId) -> Result<Reply, Failure> {
    let record = load::<WindowV1>(context.txn, &key::one(id.0))?.ok_or(Refusal::NoSuchItem)?;
    erase::<WindowV1>(context.txn, &key::one(id.0))?;
    context.record(
        Stream::Office,
        None,
        Event::WindowRemoved {
            kind: Coded::from_code(record.kind)?,
        },
    )?;
    Ok(Reply::Done)
}

pub(super) fn set_terms(
    context: &mut Context<'_>,
    outcome: Term,
    activity: Term,
    selection: SchoolYear,
) -> Result<Reply, Failure> {
    let mut settings = answer::settings(context.txn)?;
    settings.outcome_term = outcome.code();
    settings.activity_term = activity.code();
    settings.selection_year = selection.0;
    save(context.txn, ONLY, &settings)?;
    context.record(Stream::Office, None, Event::CurrentTermsSet)?;
    Ok(Reply::Done)
}

pub(super) fn set_limits(context: &mut Context<'_>, term: Term, limits: &Limits) -> Result<Reply, Failure> {
    save(context.txn, &term.code().to_be_bytes(), &LimitsV1::from(limits))?;
    context.record(Stream::Office, None, Event::LimitsSet)?;
    Ok(Reply::Done)
}

/// The clock is right although it stands before the newest line: from here on it counts again.
pub(super) fn confirm_clock(context: &mut Context<'_>, reason: &str) -> Result<Reply, Failure> {
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeedsNote.into());
    }
    save(
        context.txn,
        &key::one(context.command.0),
        &ReasonV1 {
            text: reason.trim().to_owned(),
        },
    )?;
    let stream = context.own_stream();
    context.record(stream, None, Event::ClockConfirmed)?;
    Ok(Reply::Done)
}

/// Moves every window and every deputyship by whole days.
pub(super) fn shift(context: &mut Context<'_>, days: i64) -> Result<(), Failure> {
    let millis = Duration::days(days).num_milliseconds();
    for (at, mut deputy) in list::<DeputyV1>(context.txn, &[])? {
        deputy.from += millis;
        deputy.until += millis;
        save(context.txn, &at, &deputy)?;
    }
    for view in answer::windows(context.txn)? {
        let mut window = view.window;
        window.opens += Duration::days(days);
        window.closes += Duration::days(days);
        save(context.txn, &key::one(view.id.0), &WindowV1::from(&window))?;
    }
    Ok(())
}

impl Engine {
    /// All announced windows, in no particular order.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn windows(&self, session: &Session) -> Result<Vec<WindowView>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            Ok(answer::windows(txn)?)
        })
    }

    /// The limits that apply to a term.
    ///
    /// # Errors
    /// As [`Engine::windows`].
    pub fn limits(&self, session: &Session, term: Term) -> Result<Limits, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            Ok(answer::limits(txn, term)?)
        })
    }
}
