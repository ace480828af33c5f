//! What every call passes first: the session still stands, the role carries the right, the clock can
//! be believed.

use chrono::Duration;

use crate::domain::access::{self, Right};
use crate::domain::account::Status;
use crate::domain::moment::{Moment, from_millis};
use crate::domain::refusal::Refusal;
use crate::store::ReadRecords;
use crate::store::StoreError;
use crate::store::record::account::AccountV1;
use crate::store::record::load;
use crate::store::record::school::{NewestLineV1, ONLY};

use super::command::Command;
use super::failure::Failure;
use super::session::Session;
use super::view::ClockVerdict;
use super::{answer, people};

const BEHIND_MINUTES: i64 = 5;
const FAR_AHEAD_DAYS: i64 = 30;

/// The account as it is now, if the session still stands.
pub(super) fn require_session(records: &impl ReadRecords, session: &Session) -> Result<AccountV1, Failure> {
    let account = answer::account(records, session.account).map_err(|_| Refusal::SessionOver)?;
    let standing = people::standing(records, session.account)?;
    let closed = matches!(standing.status, Status::Locked | Status::Ended);
    if account.epoch != session.epoch || closed {
        return Err(Refusal::SessionOver.into());
    }
    Ok(account)
}

/// As [`require_session`], and the first login is over.
pub(super) fn require_full_session(
    records: &impl ReadRecords,
    session: &Session,
) -> Result<AccountV1, Failure> {
    let account = require_session(records, session)?;
    if account.must_change_password {
        return Err(Refusal::MustChangePassword.into());
    }
    Ok(account)
}

pub(super) fn require_right(session: &Session, command: &Command) -> Result<(), Refusal> {
    require(session, command.right())
}

/// For questions that only some roles may ask.
pub(super) fn require(session: &Session, right: Right) -> Result<(), Refusal> {
    if access::may(&session.roles, right) {
        Ok(())
    } else {
        Err(Refusal::NoRight { right })
    }
}

/// Whoever graduated or transferred changes nothing any more.
pub(super) fn require_still_here(
    records: &impl ReadRecords,
    session: &Session,
    command: &Command,
) -> Result<(), Failure> {
    if command.right().outlasts_school() {
        return Ok(());
    }
    let standing = people::standing(records, session.account)?;
    Ok(standing.require_change().map_err(Refusal::from)?)
}

/// How the clock stands to the newest line of the history (design.md, invariant 2).
pub(super) fn clock_verdict(records: &impl ReadRecords, now: Moment) -> Result<ClockVerdict, StoreError> {
    let Some(newest) = load::<NewestLineV1>(records, ONLY)? else {
        return Ok(ClockVerdict::Fine);
    };
    let newest = from_millis(newest.at);
    Ok(if now < newest - Duration::minutes(BEHIND_MINUTES) {
        ClockVerdict::Behind { newest }
    } else if now > newest + Duration::days(FAR_AHEAD_DAYS) {
        ClockVerdict::FarAhead { newest }
    } else {
        ClockVerdict::Fine
    })
}

pub(super) fn require_believable_clock(records: &impl ReadRecords, now: Moment) -> Result<(), Failure> {
    match clock_verdict(records, now)? {
        ClockVerdict::Behind { newest } => Err(Refusal::ClockBehind { now, newest }.into()),
        ClockVerdict::Fine | ClockVerdict::FarAhead { .. } => Ok(()),
    }
}
