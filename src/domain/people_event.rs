//! Lines of the history about accounts, offices and deputies.

use super::id::{AccountId, DeputyId};
use super::term::Term;

/// As [`super::history::Event`], for the people of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleEvent {
    Account {
        account: AccountId,
        change: AccountChange,
    },
    /// 導師 of a class; `None`: nobody any more.
    HomeroomSet {
        term: Term,
        teacher: Option<AccountId>,
    },
    InitialPasswordPolicySet,
    /// Initial passwords of accounts that had none yet.
    PasswordsPrepared {
        count: u32,
    },
    DeputySet {
        deputy: DeputyId,
    },
    DeputyEnded {
        deputy: DeputyId,
    },
}

/// What happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountChange {
    Created,
    Renamed,
    RolesSet,
    PasswordReset,
    Locked,
    Ended,
    Graduated,
    Transferred,
    /// In use again.
    Reactivated,
    /// The slip with the initial password was handed out; it is kept no longer.
    SlipHandedOut,
}

impl AccountChange {
    pub const ALL: [Self; 10] = [
        Self::Created,
        Self::Renamed,
        Self::RolesSet,
        Self::PasswordReset,
        Self::Locked,
        Self::Ended,
        Self::Graduated,
        Self::Transferred,
        Self::Reactivated,
        Self::SlipHandedOut,
    ];
}

impl From<PeopleEvent> for super::history::Event {
    fn from(event: PeopleEvent) -> Self {
        Self::People(event)
    }
}
