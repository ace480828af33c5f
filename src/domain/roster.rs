//! Rosters that the office imports: what one row says once it was read (domain.md sections 4 and 5).
//! Reading tables is the business of `exchange`, applying them that of `engine`.

use chrono::NaiveDate;

use super::course::{CourseKind, Credits, EnrolmentMode};
use super::officer::OfficerLevel;
use super::receipt::ReceiptRow;
use super::term::{SchoolYear, Term};

/// Which roster a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RosterKind {
    Students,
    Teachers,
    Courses,
    Enrolments,
    /// 校內幹部經歷名冊
    OfficerPosts,
    /// 收訖明細 of the national database
    Receipts,
}

impl RosterKind {
    pub const ALL: [Self; 6] = [
        Self::Students,
        Self::Teachers,
        Self::Courses,
        Self::Enrolments,
        Self::OfficerPosts,
        Self::Receipts,
    ];

    /// Stable code for the command line and for records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Teachers => "teachers",
            Self::Courses => "courses",
            Self::Enrolments => "enrolments",
            Self::OfficerPosts => "officer-posts",
            Self::Receipts => "receipts",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A row's value with its place in the table, counted from 1 as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub row: u32,
    pub value: T,
}

/// One student in one term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentRow {
    /// 學號, leading zeros kept
    pub account: String,
    pub display_name: String,
    pub class: String,
    /// Two digits
    pub seat: String,
    /// Normalised; a failed check is a warning only
    pub national_id: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub entry_year: SchoolYear,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeacherRow {
    pub account: String,
    pub display_name: String,
}

/// One offering (開課班): term, code and group tell it apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseRow {
    pub term: Term,
    pub code: String,
    pub name: String,
    pub credits: Credits,
    pub kind: CourseKind,
    /// 開課班
    pub group: String,
    /// Accounts
    pub teachers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentRow {
    pub account: String,
    pub term: Term,
    pub code: String,
    pub group: String,
    pub mode: EnrolmentMode,
}

/// One officer post; the term stands on the first sheet of the official file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerPostRow {
    pub term: Term,
    pub national_id: String,
    pub birth_date: Option<NaiveDate>,
    /// 單位名稱
    pub unit: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// 擔任職務名稱
    pub post: String,
    pub level: OfficerLevel,
}

/// The rows of one roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterRows {
    Students(Vec<Located<StudentRow>>),
    Teachers(Vec<Located<TeacherRow>>),
    Courses(Vec<Located<CourseRow>>),
    Enrolments(Vec<Located<EnrolmentRow>>),
    OfficerPosts(Vec<Located<OfficerPostRow>>),
    Receipts(Vec<Located<ReceiptRow>>),
}
