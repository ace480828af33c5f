//! 帳號, 代理人, 導師, 權限: what the window knows of the people of a school.

mod listing;

use std::collections::BTreeSet;

use crate::domain::access::Role;
use crate::domain::account::{InitialPassword, Status};
use crate::domain::id::{AccountId, DeputyId, OfferingId};
use crate::domain::set_up::SetUpStep;
use crate::domain::term::Semester;
use crate::engine::{AccountDetail, AccountRow, Secret, TaughtCourse};
use crate::worker::Office;

use super::loadable::Loadable;

pub use listing::{Filter, Which, classes};

/// Where on the pages about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeoplePlace {
    pub tab: PeopleTab,
    /// Open at the right of the list
    pub account: Option<AccountId>,
}

impl PeoplePlace {
    pub const fn of(tab: PeopleTab) -> Self {
        Self { tab, account: None }
    }

    pub const fn account(account: AccountId) -> Self {
        Self {
            tab: PeopleTab::Accounts,
            account: Some(account),
        }
    }
}

/// Views of the people of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PeopleTab {
    #[default]
    Accounts,
    /// Classes with their 導師
    Classes,
    Deputies,
    /// 權限一覽: for everybody
    Rights,
}

impl PeopleTab {
    /// In the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Accounts, Self::Classes, Self::Deputies, Self::Rights];
}

/// One-line texts of the forms about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeopleField {
    SchoolName,
    SchoolCode,
    SchoolYear,
    Search,
    AccountName,
    DisplayName,
    EntryYear,
    Class,
    Seat,
    NationalId,
    /// The last day for reading and exporting
    Until,
    /// School years beyond three
    ExtraYears,
    /// 離校日
    LeftOn,
    DeputyFrom,
    DeputyUntil,
    DeputyReason,
}

impl PeopleField {
    pub const ALL: [Self; 16] = [
        Self::SchoolName,
        Self::SchoolCode,
        Self::SchoolYear,
        Self::Search,
        Self::AccountName,
        Self::DisplayName,
        Self::EntryYear,
        Self::Class,
        Self::Seat,
        Self::NationalId,
        Self::Until,
        Self::ExtraYears,
        Self::LeftOn,
        Self::DeputyFrom,
        Self::DeputyUntil,
        Self::DeputyReason,
    ];
}

/// What is open over a page about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleQuestion {
    Create,
    Rename(AccountId),
    Roles(AccountId),
    Reset(AccountId),
    Lock(AccountId),
    /// 停用
    End(AccountId),
    /// 畢業 or 轉出
    Leave(Vec<AccountId>, Status),
    /// High-school years: 重讀, 休學, 轉學
    Years(AccountId),
    Reactivate(Vec<AccountId>),
    Policy,
    HandedOut(Vec<AccountId>),
    /// 導師 of this class
    Homeroom(String),
    /// A new deputyship
    Deputy,
    EndDeputy(DeputyId),
    /// A first password, told once; `None`: it is the national ID.
    Told {
        account: AccountId,
        password: Option<Secret>,
    },
}

/// What is done on the pages about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleAction {
    ShowCreateSchool,
    Semester(Semester),
    CreateSchool,
    /// To where a step of the check-list is done
    Step(SetUpStep),
    Which(Which),
    Role(Option<Role>),
    Class(Option<String>),
    /// The accounts of one class
    ShowClass(String),
    Mark(AccountId, bool),
    /// Marks everybody who is listed.
    MarkListed(bool),
    /// Copies the listed accounts for a spreadsheet.
    CopyListed,
    Ask(PeopleQuestion),
    /// Asks where the slips of these accounts go.
    SaveSlips(Vec<AccountId>, String),
    /// … of the password that is told now
    SaveSlip,
    /// Goes on with first passwords after something went wrong.
    Prepare,
    TakeRole(Role, bool),
    Policy(InitialPassword),
    Teacher(Option<AccountId>),
    Deputy(Option<AccountId>),
    Course(Option<OfferingId>),
    /// A new deputyship for somebody with items that wait
    DeputyFor(AccountId),
}

/// What a request was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleAsked {
    Office,
    Detail(AccountId),
    /// Courses of a teacher who needs a deputy
    Taught(AccountId),
    Prepare,
    Slips,
}

/// What a command was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeoplePurpose {
    Create,
    Rename,
    Roles,
    Reset,
    Lock,
    End,
    Leave(Status),
    Years,
    Reactivate,
    Policy,
    HandedOut,
    Homeroom,
    Deputy,
    EndDeputy,
}

/// What is chosen in the open form.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleForm {
    pub roles: BTreeSet<Role>,
    pub policy: InitialPassword,
    /// 導師, or whoever needs a deputy
    pub teacher: Option<AccountId>,
    pub deputy: Option<AccountId>,
    /// Only this course of the teacher
    pub course: Option<OfferingId>,
    pub taught: Loadable<Vec<TaughtCourse>>,
}

impl Default for PeopleForm {
    fn default() -> Self {
        Self {
            roles: BTreeSet::new(),
            policy: InitialPassword::NationalId,
            teacher: None,
            deputy: None,
            course: None,
            taught: Loadable::NotAsked,
        }
    }
}

/// Everything the pages know.
#[derive(Debug, Default)]
pub struct People {
    pub office: Loadable<Office>,
    pub detail: Loadable<AccountDetail>,
    pub filter: Filter,
    pub marked: BTreeSet<AccountId>,
    pub form: PeopleForm,
    /// Of the school that is made
    pub semester: Option<Semester>,
    /// Whose slips are written when a place is chosen
    pub slips_for: Vec<AccountId>,
    /// Something changed since everything was read.
    pub stale: bool,
    /// First passwords are no longer made, because something went wrong.
    pub interrupted: bool,
}

impl People {
    pub fn row(&self, id: AccountId) -> Option<&AccountRow> {
        self.office.ready()?.accounts.iter().find(|row| row.id == id)
    }

    /// The open account, where it has been read.
    pub fn open(&self, id: AccountId) -> Option<&AccountDetail> {
        self.detail.ready().filter(|detail| detail.row.id == id)
    }
}
