//! People's accounts and where they sit.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::people::PeopleReplyV1;
use crate::store::kv::Table;

/// One account; key: account id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountV1 {
    /// 學號 or 帳號; leading zeros kept.
    pub name: String,
    pub display_name: String,
    pub roles: Vec<u8>,
    pub password: PasswordV1,
    pub must_change_password: bool,
    /// Grows with each change of the password; ends older sessions.
    pub epoch: u32,
    /// 入學學年度 of a student.
    pub entry_year: Option<u16>,
    /// Made with a published password that nobody changed yet (demonstration libraries).
    pub published_password: bool,
    /// Hash of the recovery code of a personal library's owner.
    pub recovery: Option<PasswordV1>,
    pub created: i64,
}

/// An argon2id hash with the parameters it was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordV1 {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
    pub salt: [u8; 16],
    pub hash: [u8; 32],
}

/// Failed logins in a row; key: keyed hash of the name that was typed, whether or not there is such
/// an account, so that the pause does not tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginFailuresV1 {
    pub failures: u32,
    pub latest: i64,
    pub paused_until: Option<i64>,
}

impl Stored for LoginFailuresV1 {
    const TABLE: Table = Table::new("login_failures");
    const VERSION: u8 = 1;
}

impl Stored for AccountV1 {
    const TABLE: Table = Table::new("accounts");
    const VERSION: u8 = 1;
}

/// Finds an account; key: keyed hash of its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountByNameV1 {
    pub account: u64,
}

impl Stored for AccountByNameV1 {
    const TABLE: Table = Table::new("account_by_name");
    const VERSION: u8 = 1;
}

/// Class and seat of a student in a term; key: account id, term code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementV1 {
    pub class: String,
    pub seat: String,
}

impl Stored for PlacementV1 {
    const TABLE: Table = Table::new("placements");
    const VERSION: u8 = 1;
}

/// The first reply to a request; key: account id, request id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestV1 {
    pub at: i64,
    pub reply: ReplyV1,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplyV1 {
    Done,
    Item(u64),
    Window(u64),
    Course(u64),
    Activity(u64),
    /// School year
    Selection(u16),
    People(PeopleReplyV1),
}

impl Stored for RequestV1 {
    const TABLE: Table = Table::new("requests");
    const VERSION: u8 = 1;
}
