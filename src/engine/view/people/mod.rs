//! Questions of the office about accounts, classes and deputies.

mod accounts;
mod deputies;
mod detail;
mod set_up;

use chrono::NaiveDate;

use crate::domain::access::Role;
use crate::domain::account::{PasswordState, Standing, Status};
use crate::domain::activity::years::{StudyYears, YearsSetting};
use crate::domain::deputy::DeputyPhase;
use crate::domain::id::{AccountId, DeputyId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::term::{SchoolYear, Term};

/// An account in the list of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    pub id: AccountId,
    /// 學號 or 帳號
    pub account: String,
    pub name: String,
    pub roles: Vec<Role>,
    pub standing: Standing,
    pub entry_year: Option<SchoolYear>,
    /// In the current term, else in the latest one; empty for the staff.
    pub class: String,
    pub seat: String,
    pub last_login: Option<Moment>,
    pub password: PasswordState,
    /// Whether the viewer's right reaches this account.
    pub manageable: bool,
}

impl AccountRow {
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// In use, and nobody ever came with it.
    pub fn never_came(&self) -> bool {
        self.standing.status == Status::Active && self.last_login.is_none()
    }
}

/// A course somebody teaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaughtCourse {
    pub id: OfferingId,
    pub term: Term,
    pub name: String,
    pub group: String,
    /// Items that need a decision.
    pub waiting: u32,
}

/// Everything about one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountDetail {
    pub row: AccountRow,
    /// Masked: `A12****789`.
    pub national_id: Option<String>,
    /// Of a student
    pub years: Option<StudyYearsView>,
    /// Term, class, seat; newest first.
    pub placements: Vec<(Term, String, String)>,
    /// Classes whose 導師 this is; newest first.
    pub homerooms: Vec<(Term, String)>,
    /// Newest first.
    pub courses: Vec<TaughtCourse>,
}

/// In which years activities of a student may lie, and what the office set about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudyYearsView {
    pub years: StudyYears,
    pub setting: YearsSetting,
}

/// A class of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassView {
    pub class: String,
    pub students: u32,
    /// Among them: in use, and never came.
    pub never_came: u32,
    /// Slips that were not handed out.
    pub slips: u32,
    pub homeroom: Option<(AccountId, String)>,
}

/// 代理人
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyView {
    pub id: DeputyId,
    pub deputy: AccountId,
    pub deputy_name: String,
    pub teacher: AccountId,
    pub teacher_name: String,
    /// `None`: all courses of the teacher.
    pub course: Option<(OfferingId, String)>,
    pub from: Moment,
    /// Excluded.
    pub until: Moment,
    pub reason: String,
    pub phase: DeputyPhase,
}

impl DeputyView {
    /// The last day.
    pub fn last_day(&self) -> NaiveDate {
        crate::domain::moment::taipei_date(self.until - chrono::Duration::milliseconds(1))
    }
}
