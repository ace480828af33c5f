//! What a school has to do before its students can begin, judged by what is there.

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SetUpStep {
    Teachers,
    Students,
    Courses,
    Enrolments,
    /// 導師 of each class
    Homerooms,
    /// Upload and certification of the current term
    Dates,
    /// Initial passwords are ready, and people came
    Accounts,
}

impl SetUpStep {
    /// In the order in which they are best done.
    pub const ALL: [Self; 7] = [
        Self::Teachers,
        Self::Students,
        Self::Courses,
        Self::Enrolments,
        Self::Homerooms,
        Self::Dates,
        Self::Accounts,
    ];

    /// Stable code for the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Teachers => "teachers",
            Self::Students => "students",
            Self::Courses => "courses",
            Self::Enrolments => "enrolments",
            Self::Homerooms => "homerooms",
            Self::Dates => "dates",
            Self::Accounts => "accounts",
        }
    }
}

/// What is there, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SetUp {
    pub teachers: u32,
    pub students: u32,
    /// With students in the current term
    pub classes: u32,
    pub classes_with_homeroom: u32,
    /// Of the current term
    pub courses: u32,
    /// Courses of the current term that bear outcomes and that nobody takes
    pub courses_without_students: u32,
    /// Of the current term
    pub enrolments: u32,
    /// Of the windows for upload and certification in the current term
    pub windows: u32,
    /// Initial passwords that are still made
    pub passwords_waiting: u32,
    /// Slips that were not handed out
    pub slips: u32,
    /// Students and teachers in use who have logged in
    pub came: u32,
    /// … and who never have
    pub never_came: u32,
}

/// Windows a term needs: upload and certification.
pub const WINDOWS_OF_A_TERM: u32 = 2;

impl SetUp {
    /// Whether there is nothing left to do.
    pub const fn is_done(&self, step: SetUpStep) -> bool {
        match step {
            SetUpStep::Teachers => self.teachers > 0,
            SetUpStep::Students => self.students > 0,
            SetUpStep::Courses => self.courses > 0,
            SetUpStep::Enrolments => self.enrolments > 0 && self.courses_without_students == 0,
            SetUpStep::Homerooms => self.classes > 0 && self.classes_with_homeroom >= self.classes,
            SetUpStep::Dates => self.windows >= WINDOWS_OF_A_TERM,
            SetUpStep::Accounts => self.passwords_waiting == 0 && self.slips == 0 && self.came > 0,
        }
    }

    /// The first step that is not done.
    pub fn next(&self) -> Option<SetUpStep> {
        SetUpStep::ALL.into_iter().find(|step| !self.is_done(*step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_school_begins_with_its_teachers() {
        let empty = SetUp::default();
        assert!(SetUpStep::ALL.iter().all(|step| !empty.is_done(*step)));
        assert_eq!(empty.next(), Some(SetUpStep::Teachers));
    }

    #[test]
    fn half_is_not_done() {
        let half = SetUp {
            teachers: 8,
            students: 60,
            classes: 2,
            classes_with_homeroom: 1,
            courses: 12,
            courses_without_students: 1,
            enrolments: 300,
            windows: 1,
            passwords_waiting: 3,
            slips: 0,
            came: 1,
            never_came: 67,
        };
        let open: Vec<SetUpStep> = SetUpStep::ALL
            .into_iter()
            .filter(|step| !half.is_done(*step))
            .collect();
        assert_eq!(
            open,
            [
                SetUpStep::Enrolments,
                SetUpStep::Homerooms,
                SetUpStep::Dates,
                SetUpStep::Accounts
            ]
        );
        let whole = SetUp {
            classes_with_homeroom: 2,
            courses_without_students: 0,
            windows: 2,
            passwords_waiting: 0,
            ..half
        };
        assert_eq!(whole.next(), None);
    }
}
