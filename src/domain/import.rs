//! What importing a roster would do, row by row, and what may stand in its way: data only, worded in
//! `text`. Decided in `engine`, where the records are.

use chrono::NaiveDate;

use super::access::Role;
use super::course::{CourseKind, Credits, EnrolmentMode};
use super::id::CommandId;
use super::moment::Moment;
use super::officer::OfficerLevel;
use super::promotion::PromotionRefusal;
use super::roster::{RosterKind, RosterRows};
use super::roster_column::RosterColumn;
use super::selection::Part;
use super::term::{SchoolYear, Term};

/// Most letters of a text of a roster: far more than any name needs, and a bound for what is kept.
pub const LONGEST_TEXT: usize = 200;

/// How far before the current term a roster may reach: a school that starts with this program brings the
/// courses of its oldest students, who may have repeated a year.
pub const OLDEST_YEARS: u16 = 5;
/// How far after it: next term's courses are imported before it begins.
pub const NEWEST_YEARS: u16 = 1;

/// Whether a roster may speak of `term` while `current` is the term of outcomes; anything else is taken
/// for a typing error.
pub fn is_within_reach(term: Term, current: Term) -> bool {
    let (year, now) = (term.year.0, current.year.0);
    (now.saturating_sub(OLDEST_YEARS)..=now + NEWEST_YEARS).contains(&year)
}

/// Which roster these rows are.
pub const fn kind_of(rows: &RosterRows) -> RosterKind {
    match rows {
        RosterRows::Students(_) => RosterKind::Students,
        RosterRows::Teachers(_) => RosterKind::Teachers,
        RosterRows::Courses(_) => RosterKind::Courses,
        RosterRows::Enrolments(_) => RosterKind::Enrolments,
        RosterRows::OfficerPosts(_) => RosterKind::OfficerPosts,
        RosterRows::Receipts(_) => RosterKind::Receipts,
    }
}

/// What a change changes: a column of the roster, or what follows from a row being there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    Column(RosterColumn),
    /// An account of the office becomes a teacher's too.
    Roles,
    /// A student who had left the course is in it again.
    Enrolled,
}

/// A value of the records or of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    Nothing,
    Text(String),
    /// To be masked on screen
    NationalId(String),
    Date(NaiveDate),
    Year(SchoolYear),
    Credits(Credits),
    CourseKind(CourseKind),
    Mode(EnrolmentMode),
    Level(OfficerLevel),
    Accounts(Vec<String>),
    Roles(Vec<Role>),
    Enrolled(bool),
    Part(Part),
}

/// One field, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldChange {
    pub aspect: Aspect,
    pub old: Value,
    pub new: Value,
}

/// How a row stands to the records.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Standing {
    New,
    Changed(Vec<FieldChange>),
    Unchanged,
    /// Never empty
    Wrong(Vec<RowProblem>),
}

/// [`Standing`] without its contents, for counting and for filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StandingKind {
    New,
    Changed,
    Unchanged,
    Wrong,
}

impl Standing {
    pub const fn kind(&self) -> StandingKind {
        match self {
            Self::New => StandingKind::New,
            Self::Changed(_) => StandingKind::Changed,
            Self::Unchanged => StandingKind::Unchanged,
            Self::Wrong(_) => StandingKind::Wrong,
        }
    }
}

/// Why a row that was read well cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RowProblem {
    /// Needed and empty
    Missing(RosterColumn),
    TooLong {
        column: RosterColumn,
        limit: u32,
    },
    /// A row above is about the same.
    Twice {
        first: u32,
    },
    /// A row above gives the same national ID to another student.
    NationalIdTwice {
        first: u32,
    },
    /// Another account of the records has this national ID.
    NationalIdTaken {
        account: String,
    },
    /// The account belongs to somebody who is something else.
    NameOfOtherRole {
        roles: Vec<Role>,
        /// As the records call that person
        name: String,
    },
    /// The person's service or school life here has ended.
    AccountEnded {
        account: String,
    },
    UnknownStudent {
        account: String,
    },
    NotAStudent {
        account: String,
    },
    UnknownTeacher {
        account: String,
    },
    NotATeacher {
        account: String,
    },
    /// 退休、離職: no new courses
    TeacherEnded {
        account: String,
    },
    /// A course that takes outcomes, and nobody to certify them
    WithoutTeacher,
    /// No such 開課班; `groups` are those that the code has in this term.
    UnknownCourse {
        term: Term,
        code: String,
        groups: Vec<String>,
    },
    TermOutOfReach {
        term: Term,
        current: Term,
    },
    /// Without credit, or as 彈性學習 or 團體活動, the course could not hold these outcomes.
    CourseHasItems {
        items: u32,
    },
    /// No student has this national ID.
    UnknownNationalId,
    /// The records know another birth date for this national ID.
    BirthDateDiffers,
    EndsBeforeStart,
}

impl RowProblem {
    /// The column to look at; `None`: the row as a whole.
    pub const fn column(&self) -> Option<RosterColumn> {
        match self {
            Self::Missing(column) | Self::TooLong { column, .. } => Some(*column),
            Self::Twice { .. } => None,
            Self::NationalIdTwice { .. } | Self::NationalIdTaken { .. } | Self::UnknownNationalId => {
                Some(RosterColumn::NationalId)
            }
            Self::NameOfOtherRole { .. }
            | Self::AccountEnded { .. }
            | Self::UnknownStudent { .. }
            | Self::NotAStudent { .. } => Some(RosterColumn::Account),
            Self::UnknownTeacher { .. }
            | Self::NotATeacher { .. }
            | Self::TeacherEnded { .. }
            | Self::WithoutTeacher => Some(RosterColumn::Teacher),
            Self::UnknownCourse { groups, .. } => Some(if groups.is_empty() {
                RosterColumn::CourseCode
            } else {
                RosterColumn::Group
            }),
            Self::TermOutOfReach { .. } => Some(RosterColumn::Year),
            Self::CourseHasItems { .. } => Some(RosterColumn::Credits),
            Self::BirthDateDiffers => Some(RosterColumn::BirthDate),
            Self::EndsBeforeStart => Some(RosterColumn::Until),
        }
    }
}

/// Applied all the same, but worth a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RowWarning {
    /// Somebody else of the records, who is not in the file, has this seat in this class.
    SeatTaken { account: String },
    /// The entry year makes the student's grade in this term an unusual one.
    UnusualGrade { grade: u8 },
    /// A student of the records, under another 學號, has this name and birth date.
    SamePersonPerhaps { account: String },
    /// Teachers that the course had are no longer named: what waits goes to the others.
    TeachersLeave { accounts: Vec<String> },
    /// 學務處 corrected the very post that this row still says: what was corrected stays.
    CorrectionKept,
    /// A line of a 收訖明細 about something that this school did not file for the student
    NotFiled,
}

/// One row with what would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JudgedRow {
    /// As a spreadsheet shows it, from 1
    pub row: u32,
    pub subject: Subject,
    pub standing: Standing,
    pub warnings: Vec<RowWarning>,
}

/// What a row, or a record that no row speaks of, is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Subject {
    /// 學號 or 帳號; empty where a person is named by a national ID that nobody has
    pub account: String,
    /// The person, as the records or else the row calls them
    pub person: String,
    /// The course, where there is one
    pub course: Option<SubjectCourse>,
    /// 班級 or 擔任職務, where the row has one
    pub detail: String,
}

/// A course as rosters name it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SubjectCourse {
    pub term: Term,
    pub code: String,
    pub group: String,
    /// Empty where there is no such course
    pub name: String,
}

/// How many rows stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RowCounts {
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub wrong: u32,
}

impl RowCounts {
    pub fn of(rows: &[JudgedRow]) -> Self {
        let mut counts = Self::default();
        for row in rows {
            *counts.of_kind(row.standing.kind()) += 1;
        }
        counts
    }

    fn of_kind(&mut self, kind: StandingKind) -> &mut u32 {
        match kind {
            StandingKind::New => &mut self.new,
            StandingKind::Changed => &mut self.changed,
            StandingKind::Unchanged => &mut self.unchanged,
            StandingKind::Wrong => &mut self.wrong,
        }
    }

    pub const fn get(&self, kind: StandingKind) -> u32 {
        match kind {
            StandingKind::New => self.new,
            StandingKind::Changed => self.changed,
            StandingKind::Unchanged => self.unchanged,
            StandingKind::Wrong => self.wrong,
        }
    }

    /// Whether applying would write anything.
    pub const fn changes_anything(&self) -> bool {
        self.new > 0 || self.changed > 0
    }
}

/// What would become of a roster; equal ones say that the same would be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// A roster held against the records. A hint: applying decides again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPreview {
    pub kind: RosterKind,
    /// The term in which the classes and seats of a student roster count
    pub term: Term,
    /// In the order of the roster
    pub rows: Vec<JudgedRow>,
    /// In the records and not in the file: listed, never deleted
    pub absent: Vec<Subject>,
    pub counts: RowCounts,
    pub fingerprint: Fingerprint,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportReport {
    pub kind: RosterKind,
    pub counts: RowCounts,
    /// Names it for undoing; `None` where nothing was written
    pub import: Option<CommandId>,
}

/// The last import, which may be undone while nothing depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastImport {
    pub import: CommandId,
    pub kind: RosterKind,
    pub at: Moment,
    /// Who did it
    pub by: String,
    pub counts: RowCounts,
    /// What stands in the way of undoing it; the first few
    pub held_by: Vec<Dependence>,
    /// How many things do
    pub held_by_count: u32,
}

/// Something that came after an import and needs what it brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dependence {
    /// Outcomes in a course of the import, the trash included
    CourseHasItems { course: String, items: u32 },
    /// Outcomes of an enrolment of the import, the trash included
    EnrolmentHasItems {
        student: String,
        course: String,
        items: u32,
    },
    /// A new account that was used
    LoggedIn { account: String },
    /// A new account with other records: courses, posts, roles …
    AccountInUse { account: String },
    /// A course with students, deputies or the like that came later
    CourseInUse { course: String },
    /// A teacher or deputy decided about an item of a course since its teachers were changed.
    DecidedSince { course: String },
    /// What the import wrote was changed by hand since.
    ChangedSince { what: String },
}

/// Why an import was refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportRefusal {
    /// Rows are wrong, and leaving them out was not asked for.
    WrongRows {
        kind: RosterKind,
        wrong: u32,
        /// The first of them
        row: u32,
        problem: RowProblem,
    },
    /// The records changed since the preview, so that something else would be written.
    ChangedMeanwhile {
        /// What would be written now
        now: RowCounts,
    },
    TermOutOfReach {
        term: Term,
        current: Term,
    },
    /// It is no longer the last import, or was undone already.
    NothingToUndo,
    Held {
        first: Dependence,
        count: u32,
    },
    /// No term was started from the last one.
    Promotion(PromotionRefusal),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::term::Semester;

    #[test]
    fn far_terms_are_typing_errors() {
        let current = Term::new(114, Semester::First);
        for (year, expected) in [
            (108, false),
            (109, true),
            (114, true),
            (115, true),
            (116, false),
            (141, false),
        ] {
            let term = Term::new(year, Semester::Second);
            assert_eq!(is_within_reach(term, current), expected, "{year}");
        }
    }
}
