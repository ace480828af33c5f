//! Why something about accounts, offices or deputies was not done.

use chrono::NaiveDate;

use super::access::Role;
use super::account::Status;
use super::refusal::Refusal;

/// As [`Refusal`], for the people of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleRefusal {
    /// Said only to whoever gave the right password.
    Locked,
    Ended,
    /// 畢業 or 轉出, and the time for reading is over.
    AccessOver {
        status: Status,
        until: NaiveDate,
    },
    /// 畢業 or 轉出: reading and exporting only.
    ReadOnly {
        status: Status,
        until: Option<NaiveDate>,
    },
    /// The account belongs to an office.
    OnlyAdministrator,
    /// Nobody could look after the school any more.
    LastAdministrator,
    RolesMissing,
    RoleDoesNotFit {
        role: Role,
    },
    /// 畢業 and 轉出 are for students.
    NotAStudent {
        account: String,
    },
    /// 停用 is for the staff: students graduate or transfer.
    NotStaff {
        account: String,
    },
    NotATeacher {
        account: String,
    },
    /// Locked, ended or gone: nothing new can be given to them.
    NotActive {
        account: String,
        status: Status,
    },
    /// Items wait for this teacher, and nobody else may decide them.
    ItemsWait {
        items: u32,
        courses: Vec<String>,
    },
    /// The last day for reading lies in the past.
    UntilPast {
        until: NaiveDate,
    },
    EntryYearMissing,
    AccountNameShape,
    NameMissing,
    NameTooLong {
        limit: u32,
    },
    ClassMissing,
    NationalIdTaken,
    SchoolNameMissing,
    SchoolCode,
    /// An administrator's password must be stronger than others'.
    PasswordTooWeak {
        shortest: usize,
        different: usize,
    },
    /// Nobody among those asked for has a slip or an announced initial password.
    NoSlips,
    DeputyPeriod {
        from: NaiveDate,
        until: NaiveDate,
    },
    /// The last day lies in the past already.
    DeputyPast {
        until: NaiveDate,
    },
    DeputyIsTeacher,
    DeputyReasonMissing,
    /// The teacher does not teach that course.
    NotTaught {
        course: String,
    },
    NoSuchDeputy,
    DeputyOver,
}

impl From<PeopleRefusal> for Refusal {
    fn from(refusal: PeopleRefusal) -> Self {
        Self::People(refusal)
    }
}
