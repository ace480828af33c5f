//! Roles, rights, and the one table that says which role has which right and how far it reaches.
//!
//! The engine asks this table before every command and every reading of an item; the program shows it to
//! everybody (權限一覽). There is no second list anywhere.

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
    /// In the order of the columns of the table.
    pub const ALL: [Self; 7] = [
        Self::Student,
        Self::Teacher,
        Self::Homeroom,
        Self::Registry,
        Self::StudentAffairs,
        Self::Administrator,
        Self::Owner,
    ];

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

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// The school's offices, whose accounts only the administrator looks after.
    pub const fn is_office(self) -> bool {
        matches!(self, Self::Registry | Self::StudentAffairs | Self::Administrator)
    }
}

/// Groups of commands that a role either may or may not give, and what it may look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// Own items: add, edit, delete, restore, submit …
    OwnItems,
    /// Open items that were submitted (認證中, 認證成功, 認證失敗); never 編輯中, never the trash
    OpenSubmitted,
    /// Decide on items of one's courses (who exactly: [`super::act`])
    Certify,
    /// How many items are in which state, and whose; no titles, no contents
    SeeProgress,
    /// Open what students selected (勾選), while it is filed
    OpenSelected,
    /// Set windows and the three current terms
    SetDates,
    /// Limits of a term
    SetLimits,
    /// Create, rename, lock, end accounts, give new initial passwords, name homeroom teachers
    ManageAccounts,
    /// Say which roles an account has
    GrantRoles,
    /// 代理人
    ManageDeputies,
    /// Announcements on everybody's overview
    Announce,
    /// Own password
    OwnAccount,
    /// Courses, entry year and school states of a personal library
    KeepPersonalSchool,
    /// Lists of choices, counting per year and high-school years of students (多元表現)
    KeepActivityRules,
    /// 提交: sees who has selected what, and files it
    FilePortfolios,
    /// Moves the dates of a demonstration library to today
    RefreshDemonstration,
    /// Carries on although the clock stands before the newest line
    ConfirmClock,
    /// Import students, teachers, courses, enrolments; start a term from the last one
    ImportRosters,
    /// Import 校內幹部經歷名冊
    ImportOfficerPosts,
    /// See one's own 校內幹部紀錄 and report an error in it
    OwnOfficerPosts,
    /// See, correct and answer for 校內幹部紀錄
    KeepOfficerPosts,
    /// Takes a copy of one's own records along: at any time, also after leaving school
    TakeCopy,
    /// Sends a student's records to another school, takes in those that come, accepts certifications
    Transfer,
    /// 收訖明細 beside what was filed: read it, print the 確認單
    SeeReceipts,
    /// Confirms one's 收訖明細, or reports what is wrong with it: also after leaving school
    AnswerReceipt,
}

/// How far a right reaches for a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// What is one's own.
    Own,
    /// The courses one teaches, or is deputy for now.
    OwnCourses,
    /// The class one is 導師 of, in that term.
    OwnClass,
    /// Students and teachers, but no account of an office.
    StudentsAndTeachers,
    /// What a student selected, while the school files it.
    SelectedWhileFiling,
    /// The whole school, or the whole library.
    Everything,
}

impl Reach {
    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OwnCourses => "own-courses",
            Self::OwnClass => "own-class",
            Self::StudentsAndTeachers => "students-and-teachers",
            Self::SelectedWhileFiling => "selected-while-filing",
            Self::Everything => "everything",
        }
    }
}

impl Right {
    /// In the order of the rows of the table.
    pub const ALL: [Self; 25] = [
        Self::OwnItems,
        Self::OpenSubmitted,
        Self::Certify,
        Self::SeeProgress,
        Self::OpenSelected,
        Self::SetDates,
        Self::SetLimits,
        Self::ManageAccounts,
        Self::GrantRoles,
        Self::ManageDeputies,
        Self::Announce,
        Self::OwnAccount,
        Self::KeepPersonalSchool,
        Self::KeepActivityRules,
        Self::FilePortfolios,
        Self::RefreshDemonstration,
        Self::ConfirmClock,
        Self::ImportRosters,
        Self::ImportOfficerPosts,
        Self::OwnOfficerPosts,
        Self::KeepOfficerPosts,
        Self::TakeCopy,
        Self::Transfer,
        Self::SeeReceipts,
        Self::AnswerReceipt,
    ];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnItems => "own-items",
            Self::OpenSubmitted => "open-submitted",
            Self::Certify => "certify",
            Self::SeeProgress => "see-progress",
            Self::OpenSelected => "open-selected",
            Self::SetDates => "set-dates",
            Self::SetLimits => "set-limits",
            Self::ManageAccounts => "manage-accounts",
            Self::GrantRoles => "grant-roles",
            Self::ManageDeputies => "manage-deputies",
            Self::Announce => "announce",
            Self::OwnAccount => "own-account",
            Self::KeepPersonalSchool => "keep-personal-school",
            Self::KeepActivityRules => "keep-activity-rules",
            Self::FilePortfolios => "file-portfolios",
            Self::RefreshDemonstration => "refresh-demonstration",
            Self::ConfirmClock => "confirm-clock",
            Self::ImportRosters => "import-rosters",
            Self::ImportOfficerPosts => "import-officer-posts",
            Self::OwnOfficerPosts => "own-officer-posts",
            Self::KeepOfficerPosts => "keep-officer-posts",
            Self::TakeCopy => "take-copy",
            Self::Transfer => "transfer",
            Self::SeeReceipts => "see-receipts",
            Self::AnswerReceipt => "answer-receipt",
        }
    }

    /// The table of rights: a role that is not named has not got the right.
    pub const fn grants(self) -> &'static [(Role, Reach)] {
        match self {
            Self::OwnItems | Self::TakeCopy => &[(Role::Student, Reach::Own), (Role::Owner, Reach::Own)],
            Self::OpenSubmitted | Self::Certify => &[(Role::Teacher, Reach::OwnCourses)],
            Self::SeeProgress => &[
                (Role::Teacher, Reach::OwnCourses),
                (Role::Homeroom, Reach::OwnClass),
                (Role::Registry, Reach::Everything),
                (Role::StudentAffairs, Reach::Everything),
                (Role::Administrator, Reach::Everything),
            ],
            Self::Transfer => &[(Role::Registry, Reach::Everything)],
            Self::SeeReceipts => &[
                (Role::Student, Reach::Own),
                (Role::Homeroom, Reach::OwnClass),
                (Role::Registry, Reach::Everything),
            ],
            Self::AnswerReceipt => &[(Role::Student, Reach::Own)],
            Self::OpenSelected => &[(Role::Registry, Reach::SelectedWhileFiling)],
            Self::SetDates | Self::SetLimits => &[
                (Role::Registry, Reach::Everything),
                (Role::Administrator, Reach::Everything),
                (Role::Owner, Reach::Everything),
            ],
            Self::ManageAccounts => &[
                (Role::Registry, Reach::StudentsAndTeachers),
                (Role::Administrator, Reach::Everything),
            ],
            Self::KeepActivityRules => &[
                (Role::Registry, Reach::Everything),
                (Role::Administrator, Reach::Everything),
                (Role::Owner, Reach::Everything),
            ],
            Self::Announce => &[
                (Role::Registry, Reach::Everything),
                (Role::StudentAffairs, Reach::Everything),
                (Role::Administrator, Reach::Everything),
            ],
            Self::GrantRoles => &[(Role::Administrator, Reach::Everything)],
            Self::ManageDeputies | Self::ImportRosters | Self::FilePortfolios => &[
                (Role::Registry, Reach::Everything),
                (Role::Administrator, Reach::Everything),
            ],
            Self::OwnAccount => &[
                (Role::Student, Reach::Own),
                (Role::Teacher, Reach::Own),
                (Role::Homeroom, Reach::Own),
                (Role::Registry, Reach::Own),
                (Role::StudentAffairs, Reach::Own),
                (Role::Administrator, Reach::Own),
                (Role::Owner, Reach::Own),
            ],
            Self::ImportOfficerPosts | Self::KeepOfficerPosts => &[(Role::StudentAffairs, Reach::Everything)],
            Self::OwnOfficerPosts => &[(Role::Student, Reach::Own)],
            Self::KeepPersonalSchool => &[(Role::Owner, Reach::Everything)],
            Self::RefreshDemonstration => &[
                (Role::Student, Reach::Everything),
                (Role::Teacher, Reach::Everything),
                (Role::Homeroom, Reach::Everything),
                (Role::Registry, Reach::Everything),
                (Role::StudentAffairs, Reach::Everything),
                (Role::Administrator, Reach::Everything),
            ],
            Self::ConfirmClock => &[
                (Role::Administrator, Reach::Everything),
                (Role::Owner, Reach::Everything),
            ],
        }
    }

    /// How far it reaches for this role; `None`: the role has not got it.
    pub fn reach(self, role: Role) -> Option<Reach> {
        let grants = self.grants();
        let found = grants.iter().find(|(granted, _)| *granted == role);
        found.map(|(_, reach)| *reach)
    }

    /// Whether somebody whose school life here is over (畢業, 轉出) keeps it: they read and export what
    /// is theirs, and change nothing but the password.
    pub const fn outlasts_school(self) -> bool {
        matches!(
            self,
            Self::OwnAccount | Self::TakeCopy | Self::SeeReceipts | Self::AnswerReceipt
        )
    }
}

/// Whether somebody with these roles has the right at all.
pub fn may(roles: &[Role], right: Right) -> bool {
    roles.iter().any(|role| right.reach(*role).is_some())
}

/// Whether the right reaches this far for somebody with these roles.
pub fn reaches(roles: &[Role], right: Right, reach: Reach) -> bool {
    roles.iter().any(|role| right.reach(*role) == Some(reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_role_stands_twice_in_a_row_and_no_row_is_empty() {
        for right in Right::ALL {
            let roles: std::collections::BTreeSet<Role> =
                right.grants().iter().map(|(role, _)| *role).collect();
            assert_eq!(roles.len(), right.grants().len(), "{right:?}");
            assert!(!roles.is_empty(), "{right:?}");
        }
    }

    #[test]
    fn every_right_is_shown() {
        for (place, right) in Right::ALL.into_iter().enumerate() {
            // Fieldless enums count from 0: a missing one moves those behind it. (Whether the last is
            // there is known to the samples of `text`, which cover every right.)
            assert_eq!(right as usize, place, "{right:?}");
        }
        for (place, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, place, "{role:?}");
            assert_eq!(Role::from_code(role.code()), Some(role));
        }
    }

    #[test]
    fn the_sentences_of_the_rules() {
        let who = |right: Right| -> Vec<Role> { right.grants().iter().map(|(role, _)| *role).collect() };
        assert_eq!(
            who(Right::OpenSubmitted),
            [Role::Teacher],
            "nobody else opens a student's files, the administrator neither"
        );
        assert_eq!(who(Right::Certify), [Role::Teacher], "導師 decides nothing");
        assert_eq!(
            Right::OpenSelected.grants(),
            [(Role::Registry, Reach::SelectedWhileFiling)],
            "教務處 opens only what was selected, while filing"
        );
        assert_eq!(who(Right::GrantRoles), [Role::Administrator]);
        for right in Right::ALL {
            let expected = matches!(
                right,
                Right::ImportOfficerPosts
                    | Right::KeepOfficerPosts
                    | Right::OwnAccount
                    | Right::RefreshDemonstration
                    | Right::SeeProgress
                    | Right::Announce
            );
            assert_eq!(
                may(&[Role::StudentAffairs], right),
                expected,
                "學務處 has officer posts, counts and announcements only: {right:?}"
            );
        }
        assert!(reaches(
            &[Role::Teacher, Role::Registry],
            Right::ManageAccounts,
            Reach::StudentsAndTeachers
        ));
        assert!(!reaches(
            &[Role::Registry],
            Right::ManageAccounts,
            Reach::Everything
        ));
        assert!(!may(&[], Right::OwnAccount));
    }
}
