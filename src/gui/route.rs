//! Where the person is: one value.

use crate::domain::activity::Category;
use crate::domain::id::ItemId;
use crate::domain::seed::SeedRule;
use crate::domain::term::Term;
use crate::domain::trouble::LibraryTrouble;

use super::activities::{ActivitiesPlace, FormKey};
use super::dates::DatesTab;
use super::filing::FilingTab;
use super::officers::OfficerPlace;
use super::people::PeoplePlace;
use super::progress::ProgressPlace;

/// What fills the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The worker is opening or making a library.
    Opening,
    /// No library: make one, open one, try one.
    Welcome,
    CreatePersonal,
    CreateSchool,
    /// The library cannot be used: what, why, cure.
    Trouble(LibraryTrouble),
    /// A recovery code, shown once.
    RecoveryCode,
    Login,
    ForgotPassword,
    /// First login: nothing else is possible before the password is changed.
    FirstPassword,
    /// Locked; `back` and everything typed there is kept.
    Locked {
        back: Page,
    },
    /// Logged in.
    At(Page),
}

/// A page of somebody who is logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    Overview,
    Outcomes(OutcomesPlace),
    Activities(ActivitiesPlace),
    Selection,
    /// Everything of all terms: search and time line.
    Find,
    /// 常見問題, opened at a question.
    Faq(Option<SeedRule>),
    /// Of a personal library.
    Settings,
    /// For teachers and the office.
    Staff,
    /// 認證, for teachers and deputies.
    Certification,
    /// 匯入名冊, for the office.
    Imports,
    /// 我的備份
    Copies,
    /// 帳號, 代理人, 導師, and 權限一覽
    People(PeoplePlace),
    /// 勾選與提交, for the office
    Filing(FilingTab),
    /// 時程, for the office.
    Dates(DatesTab),
    /// 校內幹部紀錄: for student affairs, and a student's own
    OfficerPosts(OfficerPlace),
    /// 進度
    Progress(ProgressPlace),
}

/// Where on the page of 課程學習成果.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutcomesPlace {
    /// `None`: the current term.
    pub term: Option<Term>,
    pub item: Option<ItemId>,
    pub trash: bool,
}

impl OutcomesPlace {
    pub fn item(item: ItemId, term: Term) -> Self {
        Self {
            term: Some(term),
            item: Some(item),
            trash: false,
        }
    }
}

impl Page {
    pub fn item(item: ItemId, term: Term) -> Self {
        Self::Outcomes(OutcomesPlace::item(item, term))
    }

    /// An activity that is there.
    pub fn activity(item: ItemId) -> Self {
        Self::Activities(ActivitiesPlace::item(item))
    }

    /// The form of a new activity.
    pub fn new_activity(category: Category) -> Self {
        Self::Activities(ActivitiesPlace {
            open: Some(FormKey::New(category)),
            ..ActivitiesPlace::default()
        })
    }
}

impl Route {
    /// The page, while somebody is logged in and the window is not locked.
    pub fn page(&self) -> Option<&Page> {
        match self {
            Self::At(page) => Some(page),
            _ => None,
        }
    }
}
