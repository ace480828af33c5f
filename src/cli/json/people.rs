//! The documents about people.

use serde::Serialize;

use super::rfc3339;
use crate::domain::access::{Reach, Right, Role};
use crate::domain::account::{PasswordState, Standing};
use crate::domain::deputy::DeputyPhase;
use crate::domain::moment::taipei_date;
use crate::domain::set_up::{SetUp, SetUpStep};
use crate::engine::{AccountDetail, AccountRow, ClassView, DeputyView, PasswordProgress};

#[derive(Debug, Serialize)]
pub struct CreatedSchoolDocument {
    pub library: String,
    pub school: String,
    pub account: String,
    /// Shown this once.
    pub recovery_code: String,
}

#[derive(Debug, Serialize)]
pub struct AccountRowEntry {
    pub account: String,
    pub name: String,
    pub roles: Vec<&'static str>,
    pub status: &'static str,
    /// Last day for reading, of whoever left.
    pub until: Option<String>,
    pub entry_year: Option<u16>,
    pub class: String,
    pub seat: String,
    /// RFC 3339; `null`: never.
    pub last_login: Option<String>,
    pub password: &'static str,
}

#[derive(Debug, Serialize)]
pub struct AccountDetailEntry {
    #[serde(flatten)]
    pub row: AccountRowEntry,
    /// Masked.
    pub national_id: Option<String>,
    pub placements: Vec<PlacementEntry>,
    pub homerooms: Vec<HomeroomEntry>,
    pub courses: Vec<TaughtEntry>,
}

#[derive(Debug, Serialize)]
pub struct PlacementEntry {
    pub term: String,
    pub class: String,
    pub seat: String,
}

#[derive(Debug, Serialize)]
pub struct HomeroomEntry {
    pub term: String,
    pub class: String,
}

#[derive(Debug, Serialize)]
pub struct TaughtEntry {
    pub id: String,
    pub term: String,
    pub name: String,
    pub group: String,
    pub waiting: u32,
}

#[derive(Debug, Serialize)]
pub struct ClassEntry {
    pub class: String,
    pub students: u32,
    pub never_logged_in: u32,
    pub slips: u32,
    /// The name; `null`: nobody.
    pub homeroom: Option<String>,
}

/// An account with a new initial password.
#[derive(Debug, Serialize)]
pub struct PasswordDocument {
    pub account: String,
    /// Shown this once; `null`: it is the national ID.
    pub initial_password: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct ChangedDocument {
    pub changed: u32,
}

#[derive(Debug, Serialize)]
pub struct PolicyDocument {
    pub initial_password: &'static str,
}

#[derive(Debug, Serialize)]
pub struct ProgressDocument {
    pub ready: u32,
    pub waiting: u32,
}

#[derive(Debug, Serialize)]
pub struct SlipsDocument {
    pub path: String,
    pub slips: usize,
}

#[derive(Debug, Serialize)]
pub struct DeputyEntry {
    pub id: String,
    pub deputy: String,
    pub teacher: String,
    /// `null`: all courses of the teacher.
    pub course: Option<String>,
    pub course_name: Option<String>,
    /// First and last day.
    pub from: String,
    pub until: String,
    pub reason: String,
    pub phase: &'static str,
}

#[derive(Debug, Serialize)]
pub struct SetUpDocument {
    pub steps: Vec<StepEntry>,
    pub counts: CountsEntry,
}

#[derive(Debug, Serialize)]
pub struct StepEntry {
    pub step: &'static str,
    pub done: bool,
}

#[derive(Debug, Serialize)]
pub struct CountsEntry {
    pub teachers: u32,
    pub students: u32,
    pub classes: u32,
    pub classes_with_homeroom: u32,
    pub courses: u32,
    pub courses_without_students: u32,
    pub enrolments: u32,
    pub windows: u32,
    pub passwords_waiting: u32,
    pub slips: u32,
    pub logged_in: u32,
    pub never_logged_in: u32,
}

#[derive(Debug, Serialize)]
pub struct RightsDocument {
    pub rights: Vec<RightEntry>,
}

#[derive(Debug, Serialize)]
pub struct RightEntry {
    pub right: String,
    pub granted: Vec<GrantEntry>,
}

#[derive(Debug, Serialize)]
pub struct GrantEntry {
    pub role: &'static str,
    pub reach: &'static str,
}

pub fn account_row(row: &AccountRow) -> AccountRowEntry {
    let Standing { status, until } = row.standing;
    AccountRowEntry {
        account: row.account.clone(),
        name: row.name.clone(),
        roles: row.roles.iter().map(|role| role.code()).collect(),
        status: status.code(),
        until: until.map(|day| day.to_string()),
        entry_year: row.entry_year.map(|year| year.0),
        class: row.class.clone(),
        seat: row.seat.clone(),
        last_login: row.last_login.map(rfc3339),
        password: match row.password {
            PasswordState::Waiting => "waiting",
            PasswordState::OnSlip => "slip",
            PasswordState::Initial => "initial",
            PasswordState::Own => "own",
        },
    }
}

pub fn account_detail(detail: &AccountDetail) -> AccountDetailEntry {
    AccountDetailEntry {
        row: account_row(&detail.row),
        national_id: detail.national_id.clone(),
        placements: detail
            .placements
            .iter()
            .map(|(term, class, seat)| PlacementEntry {
                term: term.to_string(),
                class: class.clone(),
                seat: seat.clone(),
            })
            .collect(),
        homerooms: detail
            .homerooms
            .iter()
            .map(|(term, class)| HomeroomEntry {
                term: term.to_string(),
                class: class.clone(),
            })
            .collect(),
        courses: detail
            .courses
            .iter()
            .map(|course| TaughtEntry {
                id: course.id.to_string(),
                term: course.term.to_string(),
                name: course.name.clone(),
                group: course.group.clone(),
                waiting: course.waiting,
            })
            .collect(),
    }
}

pub fn class(view: &ClassView) -> ClassEntry {
    ClassEntry {
        class: view.class.clone(),
        students: view.students,
        never_logged_in: view.never_came,
        slips: view.slips,
        homeroom: view.homeroom.as_ref().map(|(_, name)| name.clone()),
    }
}

pub const fn progress(progress: PasswordProgress) -> ProgressDocument {
    ProgressDocument {
        ready: progress.ready,
        waiting: progress.waiting,
    }
}

pub fn deputy(view: &DeputyView) -> DeputyEntry {
    DeputyEntry {
        id: view.id.to_string(),
        deputy: view.deputy_name.clone(),
        teacher: view.teacher_name.clone(),
        course: view.course.as_ref().map(|(id, _)| id.to_string()),
        course_name: view.course.as_ref().map(|(_, name)| name.clone()),
        from: taipei_date(view.from).to_string(),
        until: view.last_day().to_string(),
        reason: view.reason.clone(),
        phase: match view.phase {
            DeputyPhase::Current => "current",
            DeputyPhase::Coming => "coming",
            DeputyPhase::Over => "over",
        },
    }
}

pub fn set_up(found: &SetUp) -> SetUpDocument {
    let entry = |step: SetUpStep| StepEntry {
        step: step.code(),
        done: found.is_done(step),
    };
    SetUpDocument {
        steps: SetUpStep::ALL.map(entry).into(),
        counts: CountsEntry {
            teachers: found.teachers,
            students: found.students,
            classes: found.classes,
            classes_with_homeroom: found.classes_with_homeroom,
            courses: found.courses,
            courses_without_students: found.courses_without_students,
            enrolments: found.enrolments,
            windows: found.windows,
            passwords_waiting: found.passwords_waiting,
            slips: found.slips,
            logged_in: found.came,
            never_logged_in: found.never_came,
        },
    }
}

pub fn rights() -> RightsDocument {
    let grant = |(role, reach): &(Role, Reach)| GrantEntry {
        role: role.code(),
        reach: reach.code(),
    };
    let entry = |right: Right| RightEntry {
        right: right.code().to_owned(),
        granted: right.grants().iter().map(grant).collect(),
    };
    RightsDocument {
        rights: Right::ALL.map(entry).into(),
    }
}
