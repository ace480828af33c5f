//! What the office does with accounts.

use chrono::NaiveDate;

use crate::domain::access::{Right, Role};
use crate::domain::account::InitialPassword;
use crate::domain::id::{AccountId, DeputyId};
use crate::domain::term::{SchoolYear, Term};
use crate::engine::secret::Secret;

/// An account made by hand: somebody who came in the middle of a term, an office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewAccount {
    /// 學號 or 帳號
    pub account_name: String,
    pub display_name: String,
    pub roles: Vec<Role>,
    /// Of a student.
    pub entry_year: Option<SchoolYear>,
    /// Of a student: term, class, seat.
    pub placement: Option<(Term, String, String)>,
    pub national_id: Option<String>,
}

/// One change to accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountCommand {
    Create(NewAccount),
    Rename {
        account: AccountId,
        account_name: Option<String>,
        display_name: Option<String>,
    },
    SetRoles {
        account: AccountId,
        roles: Vec<Role>,
    },
    /// 導師 of a class in a term; `None`: nobody.
    SetHomeroom {
        term: Term,
        class: String,
        teacher: Option<AccountId>,
    },
    /// A new random initial password, told once in the reply.
    ResetPassword {
        account: AccountId,
    },
    Lock {
        account: AccountId,
    },
    /// 停用: somebody of the staff leaves.
    End {
        account: AccountId,
    },
    /// They read and export until the end of that day. Who has left already is left as it is.
    Graduate {
        accounts: Vec<AccountId>,
        until: NaiveDate,
    },
    Transfer {
        accounts: Vec<AccountId>,
        until: NaiveDate,
    },
    /// In use again: unlocked, come back, or marked by mistake.
    Reactivate {
        accounts: Vec<AccountId>,
    },
    SetInitialPassword {
        policy: InitialPassword,
    },
    /// The slips were handed out: their passwords are kept no longer.
    SlipsHandedOut {
        accounts: Vec<AccountId>,
    },
}

impl AccountCommand {
    pub(super) const fn right(&self) -> Right {
        match self {
            Self::SetRoles { .. } => Right::GrantRoles,
            Self::Create(_)
            | Self::Rename { .. }
            | Self::SetHomeroom { .. }
            | Self::ResetPassword { .. }
            | Self::Lock { .. }
            | Self::End { .. }
            | Self::Graduate { .. }
            | Self::Transfer { .. }
            | Self::Reactivate { .. }
            | Self::SetInitialPassword { .. }
            | Self::SlipsHandedOut { .. } => Right::ManageAccounts,
        }
    }
}

/// What such a command answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleReply {
    Account {
        account: AccountId,
        /// Told this once: a repeat of the request does not tell it again. `None`: the initial password is
        /// the national ID.
        initial_password: Option<Secret>,
    },
    /// So many accounts were changed.
    Changed(u32),
    Deputy(DeputyId),
}
