//! Around accounts: whether they are in use, when somebody last came, who is 導師, initial passwords that
//! were not handed out yet. These tables came after the first release of the format: a library that never
//! wrote one reads it as empty.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use super::convert;
use crate::domain::account::Standing;
use crate::domain::id::{AccountId, DeputyId};
use crate::domain::people_event::PeopleEvent;
use crate::store::StoreError;
use crate::store::kv::Table;

/// Whether an account is in use; key: account id. No record: it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingV1 {
    pub status: u8,
    /// Last day for reading and exporting: days since 1 January of the year 1, which is day 1.
    pub until: Option<i32>,
    pub since: i64,
}

impl Stored for StandingV1 {
    const TABLE: Table = Table::new("account_standings");
    const VERSION: u8 = 1;
}

impl StandingV1 {
    pub fn new(standing: Standing, since: i64) -> Self {
        Self {
            status: Coded::code(standing.status),
            until: standing.until.map(|day| day.num_days_from_ce()),
            since,
        }
    }

    /// # Errors
    /// A code that was never given out.
    pub fn standing(&self) -> Result<Standing, StoreError> {
        Ok(Standing {
            status: Coded::from_code(self.status)?,
            until: self.until.and_then(NaiveDate::from_num_days_from_ce_opt),
        })
    }
}

/// When somebody first and last logged in; key: account id. No record: never.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginTimesV1 {
    pub first: i64,
    pub latest: i64,
}

impl Stored for LoginTimesV1 {
    const TABLE: Table = Table::new("login_times");
    const VERSION: u8 = 1;
}

/// 導師 of a class in a term; key: see [`homeroom_key`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeroomV1 {
    pub class: String,
    pub teacher: u64,
}

impl Stored for HomeroomV1 {
    const TABLE: Table = Table::new("homerooms");
    const VERSION: u8 = 1;
}

/// Term code, BLAKE3 of the class's name.
pub fn homeroom_key(term: u16, class: &str) -> Vec<u8> {
    let mut key = term.to_be_bytes().to_vec();
    key.extend(&blake3::hash(class.as_bytes()).as_bytes()[..16]);
    key
}

/// A random initial password that was not handed out yet, as it stands on its slip; key: account id.
/// Kept in clear, for it must be printed; erased when its owner logs in, and when the office says that the
/// slip was handed out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipV1 {
    pub password: String,
    pub made: i64,
}

impl std::fmt::Debug for SlipV1 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SlipV1")
            .field("made", &self.made)
            .finish_non_exhaustive()
    }
}

impl Stored for SlipV1 {
    const TABLE: Table = Table::new("slips");
    const VERSION: u8 = 1;
}

/// The initial password of this account was told at the screen, so that it is on no slip and is not the
/// national ID; key: account id. Erased when its owner chooses another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPasswordV1 {
    pub at: i64,
}

impl Stored for ToldPasswordV1 {
    const TABLE: Table = Table::new("told_passwords");
    const VERSION: u8 = 1;
}

/// What first passwords are; one record under [`ONLY`](super::school::ONLY).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordPolicyV1 {
    pub initial: u8,
}

impl Stored for PasswordPolicyV1 {
    const TABLE: Table = Table::new("password_policy");
    const VERSION: u8 = 1;
}

/// Lines of the history about people. New ones go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeopleEventV1 {
    Account { account: u64, change: u8 },
    HomeroomSet { term: u16, teacher: Option<u64> },
    InitialPasswordPolicySet,
    PasswordsPrepared { count: u32 },
    DeputySet { deputy: u64 },
    DeputyEnded { deputy: u64 },
}

impl From<PeopleEvent> for PeopleEventV1 {
    fn from(event: PeopleEvent) -> Self {
        match event {
            PeopleEvent::Account { account, change } => Self::Account {
                account: account.0,
                change: change.code(),
            },
            PeopleEvent::HomeroomSet { term, teacher } => Self::HomeroomSet {
                term: term.code(),
                teacher: teacher.map(|id| id.0),
            },
            PeopleEvent::InitialPasswordPolicySet => Self::InitialPasswordPolicySet,
            PeopleEvent::PasswordsPrepared { count } => Self::PasswordsPrepared { count },
            PeopleEvent::DeputySet { deputy } => Self::DeputySet { deputy: deputy.0 },
            PeopleEvent::DeputyEnded { deputy } => Self::DeputyEnded { deputy: deputy.0 },
        }
    }
}

impl TryFrom<PeopleEventV1> for PeopleEvent {
    type Error = StoreError;

    fn try_from(event: PeopleEventV1) -> Result<Self, StoreError> {
        Ok(match event {
            PeopleEventV1::Account { account, change } => Self::Account {
                account: AccountId(account),
                change: Coded::from_code(change)?,
            },
            PeopleEventV1::HomeroomSet { term, teacher } => Self::HomeroomSet {
                term: convert::term(term)?,
                teacher: teacher.map(AccountId),
            },
            PeopleEventV1::InitialPasswordPolicySet => Self::InitialPasswordPolicySet,
            PeopleEventV1::PasswordsPrepared { count } => Self::PasswordsPrepared { count },
            PeopleEventV1::DeputySet { deputy } => Self::DeputySet {
                deputy: DeputyId(deputy),
            },
            PeopleEventV1::DeputyEnded { deputy } => Self::DeputyEnded {
                deputy: DeputyId(deputy),
            },
        })
    }
}

/// What a command about people answered, in [`ReplyV1`](super::account::ReplyV1): never a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeopleReplyV1 {
    Account(u64),
    Changed(u32),
    Deputy(u64),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Status;

    #[test]
    fn a_standing_survives() {
        for standing in [
            Standing::ACTIVE,
            Standing {
                status: Status::Transferred,
                until: NaiveDate::from_ymd_opt(2027, 2, 28),
            },
        ] {
            assert_eq!(StandingV1::new(standing, 5).standing().unwrap(), standing);
        }
    }

    #[test]
    fn a_slip_is_not_printed_by_accident() {
        let slip = SlipV1 {
            password: "k7mp-3xqd".to_owned(),
            made: 7,
        };
        assert!(!format!("{slip:?}").contains("k7mp"));
    }

    #[test]
    fn classes_of_a_term_lie_together() {
        let key = homeroom_key(1141, "二年1班");
        assert!(key.starts_with(&1141_u16.to_be_bytes()));
        assert_ne!(key, homeroom_key(1141, "二年2班"));
    }
}
