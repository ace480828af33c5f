//! Windows, current terms, limits: what 教務處 (or the owner of a personal library) sets; beside them
//! 休業式, extensions and announcements.

pub(super) mod announcement;
mod calendar;
pub(super) mod extension;
pub(super) mod rules;

use chrono::Duration;

use crate::domain::access::{self, Right};
use crate::domain::dates::DatesRefusal;
use crate::domain::history::{Event, Stream};
use crate::domain::id::WindowId;
use crate::domain::limits::Limits;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Period, Window};
use crate::store::record::code::Coded;
use crate::store::record::course::DeputyV1;
use crate::store::record::dates::{AnnouncementV1, ExtensionV1, LastDayV1, TermRulesV1};
use crate::store::record::history::ReasonV1;
use crate::store::record::school::{LimitsV1, ONLY, WindowV1};
use crate::store::record::{erase, key, list, load, save};

use super::answer;
use super::command::{DatesCommand, Reply};
use super::context::Context;
use super::failure::Failure;
use super::session::Session;
use super::view::WindowView;
use super::{Engine, guard};

/// Grades of a senior high school; a fourth year exists for 進修部 and repeated years.
const HIGHEST_GRADE: u8 = 4;

pub(super) fn run(context: &mut Context<'_>, command: &DatesCommand) -> Result<Reply, Failure> {
    match command {
        DatesCommand::SetLastDay { term, day } => rules::set_last_day(context, *term, *day),
        DatesCommand::Extend(wish) => extension::extend(context, wish),
        DatesCommand::SetRules { term, rules } => rules::set_rules(context, *term, rules),
        DatesCommand::Announce {
            announcement,
            content,
        } => announcement::announce(context, *announcement, content),
        DatesCommand::EndAnnouncement { announcement } => announcement::end(context, *announcement),
    }
}

/// Announces a window; one of the same kind, period and audience is replaced.
pub(super) fn set_window(context: &mut Context<'_>, window: &Window) -> Result<Reply, Failure> {
    if matches!(window.audience, Audience::Class(_) | Audience::Student(_)) {
        return Err(DatesRefusal::ExtensionNeedsReason.into());
    }
    require_sensible(window)?;
    let id = put(context, window)?;
    context.record(Stream::Office, None, Event::WindowSet { kind: window.kind })?;
    Ok(Reply::Window(id))
}

/// Kind and period fit, the grade exists, the end does not lie before the start.
fn require_sensible(window: &Window) -> Result<(), Refusal> {
    if window.kind.is_per_term() != matches!(window.period, Period::Term(_)) {
        return Err(Refusal::WindowPeriodMismatch { kind: window.kind });
    }
    if let Audience::Grade(grade) = window.audience
        && !(1..=HIGHEST_GRADE).contains(&grade)
    {
        return Err(Refusal::UnknownGrade { grade });
    }
    if window.closes < window.opens {
        return Err(Refusal::WindowEndsBeforeStart {
            opens: window.opens,
            closes: window.closes,
        });
    }
    Ok(())
}

/// Writes it in the place of the one of the same kind, period and audience.
fn put(context: &mut Context<'_>, window: &Window) -> Result<WindowId, Failure> {
    let there = answer::windows(context.txn)?.into_iter().find(|view| {
        let other = &view.window;
        (other.kind, other.period, &other.audience) == (window.kind, window.period, &window.audience)
    });
    let id = match there {
        Some(view) => view.id.0,
        None => context.new_id::<WindowV1>()?,
    };
    save(context.txn, &key::one(id), &WindowV1::from(window))?;
    Ok(WindowId(id))
}

pub(super) fn remove_window(context: &mut Context<'_>, id: WindowId) -> Result<Reply, Failure> {
    let record = load::<WindowV1>(context.txn, &key::one(id.0))?.ok_or(Refusal::NoSuchItem)?;
    erase::<WindowV1>(context.txn, &key::one(id.0))?;
    erase::<ExtensionV1>(context.txn, &key::one(id.0))?;
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
    let at = term.code().to_be_bytes();
    save(context.txn, &at, &LimitsV1::from(limits))?;
    // Where other numbers come from was not said.
    if let Some(mut rules) = load::<TermRulesV1>(context.txn, &at)? {
        rules.source = String::new();
        rules.by = context.actor().0;
        rules.at = context.now_millis();
        save(context.txn, &at, &rules)?;
    }
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

/// Moves every window, deputyship, 休業式 and announcement by whole days.
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
    for (at, mut last) in list::<LastDayV1>(context.txn, &[])? {
        last.day = last.day.saturating_add(i32::try_from(days).unwrap_or(0));
        save(context.txn, &at, &last)?;
    }
    for (at, mut announcement) in list::<AnnouncementV1>(context.txn, &[])? {
        announcement.from += millis;
        announcement.until += millis;
        save(context.txn, &at, &announcement)?;
    }
    Ok(())
}

impl Engine {
    /// All announced windows, in no particular order. Extensions of single students are known to those
    /// students and to whoever sets dates.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn windows(&self, session: &Session) -> Result<Vec<WindowView>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let mut windows = answer::windows(txn)?;
            if !access::may(&session.roles, Right::SetDates) {
                windows.retain(|view| match view.window.audience {
                    Audience::Student(student) => student == session.account,
                    _ => true,
                });
            }
            Ok(windows)
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
