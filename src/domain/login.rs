//! Logging in: pauses after failures, and what a new password must be.

use std::collections::BTreeSet;

use chrono::Duration;

use super::access::Role;
use super::moment::Moment;
use super::national_id::{self, IdCheck};
use super::people_refusal::PeopleRefusal;
use super::refusal::Refusal;

/// Failures that go without a pause.
pub const FREE_FAILURES: u32 = 5;
const FIRST_PAUSE_SECONDS: i64 = 5;
const LONGEST_PAUSE_SECONDS: i64 = 60;

/// Shortest password in characters.
pub const SHORTEST_PASSWORD: usize = 8;

/// Idle time after which the window locks itself.
pub const LOCK_AFTER_MINUTES: i64 = 10;

/// How long the account waits after its `failures`-th failure in a row: 5 s after the fifth,
/// doubling to at most 60 s, and never a lock, so that nobody can shut a classmate out.
pub fn pause_after(failures: u32) -> Duration {
    if failures < FREE_FAILURES {
        return Duration::zero();
    }
    let doublings = (failures - FREE_FAILURES).min(8);
    Duration::seconds((FIRST_PAUSE_SECONDS << doublings).min(LONGEST_PAUSE_SECONDS))
}

/// Refuses while a pause runs. A clock set back cannot make a pause longer than the longest one.
///
/// # Errors
/// [`Refusal::LoginPaused`] with the seconds left.
pub fn require_no_pause(paused_until: Option<Moment>, now: Moment) -> Result<(), Refusal> {
    let Some(until) = paused_until else { return Ok(()) };
    let left = (until - now).num_milliseconds();
    if left <= 0 {
        return Ok(());
    }
    let seconds = ((left + 999) / 1000).min(LONGEST_PAUSE_SECONDS);
    Err(Refusal::LoginPaused {
        seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
    })
}

/// A new password: at least 8 characters, not the account, not a national ID.
///
/// # Errors
/// Which of these it fails.
pub fn require_good_password(account: &str, password: &str) -> Result<(), Refusal> {
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(Refusal::PasswordTooShort {
            shortest: SHORTEST_PASSWORD,
        });
    }
    if password.trim().eq_ignore_ascii_case(account.trim()) {
        return Err(Refusal::PasswordIsAccount);
    }
    if national_id::check(&national_id::normalise(password)) != IdCheck::NotAnId {
        return Err(Refusal::PasswordIsNationalId);
    }
    Ok(())
}

/// Shortest password of an administrator, in characters; one that is not ASCII counts twice, for there are
/// thousands of them.
pub const SHORTEST_STRONG_PASSWORD: usize = 12;
/// So many different characters it has at least: `111111111111` is no password.
pub const DIFFERENT_IN_STRONG_PASSWORD: usize = 6;

/// A new password of somebody with these roles: an administrator's must be strong.
///
/// # Errors
/// As [`require_good_password`]; [`PeopleRefusal::PasswordTooWeak`].
pub fn require_password_for(roles: &[Role], account: &str, password: &str) -> Result<(), Refusal> {
    require_good_password(account, password)?;
    if !needs_strength(roles) || (is_long(password) && is_varied(password)) {
        return Ok(());
    }
    Err(PeopleRefusal::PasswordTooWeak {
        shortest: SHORTEST_STRONG_PASSWORD,
        different: DIFFERENT_IN_STRONG_PASSWORD,
    }
    .into())
}

/// Whether the password of somebody with these roles must be strong.
pub fn needs_strength(roles: &[Role]) -> bool {
    roles.contains(&Role::Administrator)
}

fn is_long(password: &str) -> bool {
    let weight = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    password.chars().map(weight).sum::<usize>() >= SHORTEST_STRONG_PASSWORD
}

fn is_varied(password: &str) -> bool {
    let different: BTreeSet<char> = password.chars().collect();
    different.len() >= DIFFERENT_IN_STRONG_PASSWORD
}

/// The conditions of a new password, one by one, as they are ticked off while it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordMarks {
    pub long: bool,
    /// `None`: nobody asks for it.
    pub varied: Option<bool>,
    /// Neither the account nor a national ID
    pub differs: bool,
}

/// What of [`require_password_for`] is met.
pub fn password_marks(roles: &[Role], account: &str, password: &str) -> PasswordMarks {
    let strong = needs_strength(roles);
    let many = password.chars().count() >= SHORTEST_PASSWORD;
    PasswordMarks {
        long: many && (!strong || is_long(password)),
        varied: strong.then(|| is_varied(password)),
        differs: many && require_good_password(account, password).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_to_a_minute() {
        let seconds: Vec<i64> = (0..14).map(|n| pause_after(n).num_seconds()).collect();
        assert_eq!(seconds, [0, 0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60, 60, 60]);
        assert_eq!(pause_after(u32::MAX).num_seconds(), 60);
    }

    #[test]
    fn new_passwords() {
        let judge = |password| require_good_password("11430125", password);
        assert_eq!(judge("1234567"), Err(Refusal::PasswordTooShort { shortest: 8 }));
        assert_eq!(judge("11430125"), Err(Refusal::PasswordIsAccount));
        assert_eq!(judge("a123456789"), Err(Refusal::PasswordIsNationalId));
        assert_eq!(judge("A123456788"), Err(Refusal::PasswordIsNationalId));
        assert_eq!(judge("春眠不覺曉處處聞"), Ok(()));
    }

    #[test]
    fn an_administrators_password_is_strong() {
        let judge = |roles: &[Role], password| require_password_for(roles, "admin", password).is_ok();
        for (password, everybody, administrator) in [
            ("short", false, false),
            ("long enough", true, false),
            ("111111111111", true, false),
            ("correct horse", true, true),
            ("春眠不覺曉處處聞", true, true),
            ("春春春春春春春春", true, false),
        ] {
            assert_eq!(judge(&[Role::Teacher], password), everybody, "{password}");
            let roles = [Role::Teacher, Role::Administrator];
            assert_eq!(judge(&roles, password), administrator, "{password}");
            let marks = password_marks(&roles, "admin", password);
            let all = marks.long && marks.varied == Some(true) && marks.differs;
            assert_eq!(all, administrator, "{password}: {marks:?}");
        }
    }
}
