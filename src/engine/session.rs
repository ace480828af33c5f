//! Who is acting. Every call of the engine takes a session; there is no "current user".

use crate::domain::access::Role;
use crate::domain::account::Standing;
use crate::domain::id::AccountId;

/// A login. It ends when the password is changed or the account closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub account: AccountId,
    /// What the person types to log in: the student number.
    pub account_name: String,
    pub display_name: String,
    pub roles: Vec<Role>,
    /// First login: nothing but changing the password is possible.
    pub must_change_password: bool,
    /// Whether the person is still at this school: who left reads and exports only.
    pub standing: Standing,
    /// Grows with each change of the password.
    pub(crate) epoch: u32,
}

impl Session {
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// 畢業 or 轉出: may look and export, until the day in the standing.
    pub const fn is_read_only(&self) -> bool {
        self.standing.status.has_left()
    }

    /// Has items of their own: a student, or the owner of a personal library.
    pub fn keeps_items(&self) -> bool {
        self.has(Role::Student) || self.has(Role::Owner)
    }
}
