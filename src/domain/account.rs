//! Accounts of a school: whether one may be used, which roles go together, what the first password is.

use chrono::NaiveDate;

use super::access::Role;
use super::moment::{Moment, start_of_day};
use super::people_refusal::PeopleRefusal;
use super::refusal::Refusal;

/// Whether an account is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    Active,
    /// 鎖定: for now, by the office
    Locked,
    /// 停用: somebody of the staff left
    Ended,
    /// 畢業
    Graduated,
    /// 轉出
    Transferred,
}

impl Status {
    pub const ALL: [Self; 5] = [
        Self::Active,
        Self::Locked,
        Self::Ended,
        Self::Graduated,
        Self::Transferred,
    ];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Ended => "ended",
            Self::Graduated => "graduated",
            Self::Transferred => "transferred",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// 畢業 or 轉出: reads and exports for a while, changes nothing.
    pub const fn has_left(self) -> bool {
        matches!(self, Self::Graduated | Self::Transferred)
    }
}

/// The status of an account with its dates. An account about which nothing was said is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    pub status: Status,
    /// The last day on which somebody who left may read and export.
    pub until: Option<NaiveDate>,
}

impl Standing {
    pub const ACTIVE: Self = Self {
        status: Status::Active,
        until: None,
    };

    /// May this person log in at `now`?
    ///
    /// # Errors
    /// Why not. To be said only to whoever knows the password: others learn nothing about the account.
    pub fn require_login(self, now: Moment) -> Result<(), PeopleRefusal> {
        match self.status {
            Status::Active => Ok(()),
            Status::Locked => Err(PeopleRefusal::Locked),
            Status::Ended => Err(PeopleRefusal::Ended),
            Status::Graduated | Status::Transferred => match self.until {
                Some(until) if now >= end_of(until) => Err(PeopleRefusal::AccessOver {
                    status: self.status,
                    until,
                }),
                _ => Ok(()),
            },
        }
    }

    /// May this person change anything?
    ///
    /// # Errors
    /// [`PeopleRefusal::ReadOnly`] for whoever left the school.
    pub const fn require_change(self) -> Result<(), PeopleRefusal> {
        if self.status.has_left() {
            return Err(PeopleRefusal::ReadOnly {
                status: self.status,
                until: self.until,
            });
        }
        Ok(())
    }
}

/// The first instant behind `day` in Taipei.
pub fn end_of(day: NaiveDate) -> Moment {
    start_of_day(day.succ_opt().unwrap_or(day))
}

/// Which roles an account of a school may have together.
///
/// # Errors
/// None at all; a student who is something else too; 導師 (that follows from the class) or the owner of
/// a personal library given by hand.
pub fn require_fitting_roles(roles: &[Role]) -> Result<(), PeopleRefusal> {
    if roles.is_empty() {
        return Err(PeopleRefusal::RolesMissing);
    }
    for role in roles {
        let alone = *role == Role::Student && roles.len() > 1;
        if alone || matches!(role, Role::Homeroom | Role::Owner) {
            return Err(PeopleRefusal::RoleDoesNotFit { role: *role });
        }
    }
    Ok(())
}

/// What a new account's first password is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InitialPassword {
    /// The national ID, its letter in upper case, as the school announces it (`[seed] 3`). Whose ID is not
    /// known gets a random one.
    NationalId,
    /// A random one on a slip of paper.
    Slip,
}

impl InitialPassword {
    pub const ALL: [Self; 2] = [Self::NationalId, Self::Slip];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NationalId => "national-id",
            Self::Slip => "slip",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.code() == code)
    }
}

/// What is known about somebody's password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PasswordState {
    /// The first one is still made; who logs in with the national ID is not kept waiting.
    Waiting,
    /// The first one, on a slip that was not handed out yet.
    OnSlip,
    /// The first one.
    Initial,
    /// One's own.
    Own,
}

/// Letters in a school's code.
pub const SCHOOL_CODE_LENGTH: usize = 6;

/// The school's code, half-width and in upper case: 6 characters, which may be letters.
///
/// # Errors
/// [`PeopleRefusal::SchoolCode`].
pub fn school_code(text: &str) -> Result<String, PeopleRefusal> {
    let code = super::national_id::normalise(text);
    let fits = code.chars().count() == SCHOOL_CODE_LENGTH && code.chars().all(|c| c.is_ascii_alphanumeric());
    if fits {
        Ok(code)
    } else {
        Err(PeopleRefusal::SchoolCode)
    }
}

/// Longest account name and longest name of a person, in characters.
pub const LONGEST_NAME: usize = 50;

/// A name for logging in: no white space and no control characters in it, not overlong. Expects what an
/// input method added to be gone already.
///
/// # Errors
/// [`Refusal::AccountNameMissing`], [`PeopleRefusal::AccountNameShape`].
pub fn require_account_name(name: &str) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::AccountNameMissing);
    }
    let odd = |letter: char| letter.is_whitespace() || letter.is_control();
    if name.chars().count() > LONGEST_NAME || name.chars().any(odd) {
        return Err(PeopleRefusal::AccountNameShape.into());
    }
    Ok(())
}

/// A person's name as it is shown, without surrounding space and control characters.
///
/// # Errors
/// [`PeopleRefusal::NameMissing`], [`PeopleRefusal::NameTooLong`].
pub fn display_name(text: &str) -> Result<String, PeopleRefusal> {
    let clean: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let clean = clean.trim();
    match clean.chars().count() {
        0 => Err(PeopleRefusal::NameMissing),
        count if count > LONGEST_NAME => Err(PeopleRefusal::NameTooLong {
            limit: LONGEST_NAME as u32,
        }),
        _ => Ok(clean.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn who_left_reads_until_the_end_of_the_last_day() {
        let left = Standing {
            status: Status::Graduated,
            until: Some(day("2026-12-31")),
        };
        let last = parse_moment("2026-12-31T23:59:59").unwrap();
        assert_eq!(left.require_login(last), Ok(()));
        let over = left.require_login(parse_moment("2027-01-01T00:00").unwrap());
        assert!(matches!(over, Err(PeopleRefusal::AccessOver { .. })), "{over:?}");
        assert!(left.require_change().is_err());
        for (status, may) in [
            (Status::Active, true),
            (Status::Locked, false),
            (Status::Ended, false),
        ] {
            let standing = Standing { status, until: None };
            assert_eq!(standing.require_login(last).is_ok(), may, "{status:?}");
        }
    }

    #[test]
    fn roles_that_go_together() {
        use Role::{Administrator, Homeroom, Owner, Registry, Student, StudentAffairs, Teacher};
        for fits in [
            &[Student][..],
            &[Teacher],
            &[Teacher, Registry],
            &[Administrator, StudentAffairs],
        ] {
            assert_eq!(require_fitting_roles(fits), Ok(()), "{fits:?}");
        }
        assert_eq!(require_fitting_roles(&[]), Err(PeopleRefusal::RolesMissing));
        for role in [Owner, Homeroom] {
            assert_eq!(
                require_fitting_roles(&[Teacher, role]),
                Err(PeopleRefusal::RoleDoesNotFit { role })
            );
        }
        assert_eq!(
            require_fitting_roles(&[Teacher, Student]),
            Err(PeopleRefusal::RoleDoesNotFit { role: Student })
        );
    }

    #[test]
    fn codes_of_schools() {
        assert_eq!(school_code(" 3530a1 ").as_deref(), Ok("3530A1"));
        assert_eq!(school_code("０１３３０２").as_deref(), Ok("013302"));
        for bad in ["", "12345", "1234567", "12 456", "校代碼一二三"] {
            assert_eq!(school_code(bad), Err(PeopleRefusal::SchoolCode), "{bad}");
        }
    }

    #[test]
    fn names() {
        assert_eq!(display_name(" 林\u{7}𡘙 ").as_deref(), Ok("林𡘙"));
        assert_eq!(display_name(" \n"), Err(PeopleRefusal::NameMissing));
        assert!(display_name(&"長".repeat(51)).is_err());
        assert_eq!(require_account_name("0012345"), Ok(()));
        assert_eq!(require_account_name(""), Err(Refusal::AccountNameMissing));
        assert!(require_account_name("a b").is_err());
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(status));
        }
        for policy in InitialPassword::ALL {
            assert_eq!(InitialPassword::from_code(policy.code()), Some(policy));
        }
    }
}
