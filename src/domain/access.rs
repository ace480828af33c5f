//! Roles, and which role may give which command.

/// What an account is in the school. One person may hold several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    Student,
    Teacher,
    /// 導師
    Homeroom,
    /// 教務處 (註冊組)
    Registry,
    /// 學務處
    StudentAffairs,
    Administrator,
    /// Of a personal library
    Owner,
}

impl Role {
    /// Stable code for the command line and for records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Teacher => "teacher",
            Self::Homeroom => "homeroom",
            Self::Registry => "registry",
            Self::StudentAffairs => "student-affairs",
            Self::Administrator => "administrator",
            Self::Owner => "owner",
        }
    }
}

/// Groups of commands that a role either may or may not give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// Own items: add, edit, delete, restore, submit …
    OwnItems,
    /// Decide on items of one's courses (who exactly: [`super::act`])
    Certify,
    /// Set windows and the three current terms
    SetDates,
    /// Limits of a term
    SetLimits,
    /// Own password
    OwnAccount,
    /// Courses, entry year and school states of a personal library
    KeepPersonalSchool,
    /// Moves the dates of a demonstration library to today
    RefreshDemonstration,
    /// Carries on although the clock stands before the newest line
    ConfirmClock,
}

/// The table of rights.
pub fn may(roles: &[Role], right: Right) -> bool {
    let any = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    match right {
        Right::OwnItems => any(&[Role::Student, Role::Owner]),
        Right::Certify => any(&[Role::Teacher]),
        Right::SetDates | Right::SetLimits => any(&[Role::Administrator, Role::Registry, Role::Owner]),
        Right::OwnAccount => !roles.is_empty(),
        Right::KeepPersonalSchool => any(&[Role::Owner]),
        Right::RefreshDemonstration => !roles.is_empty(),
        Right::ConfirmClock => any(&[Role::Administrator, Role::Owner]),
    }
}
