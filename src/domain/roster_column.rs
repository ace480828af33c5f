//! The columns of the rosters, with the names that the official files and the empty templates use
//! (domain.md section 5 and the office's list of columns).

use super::roster::RosterKind;

/// What a column of a roster says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RosterColumn {
    /// 學號 of a student, 帳號 of a teacher
    Account,
    DisplayName,
    Class,
    Seat,
    NationalId,
    BirthDate,
    EntryYear,
    /// 年級, from which an entry year can be worked out
    Grade,
    /// 學年度
    Year,
    /// 學期, 1 or 2
    Semester,
    /// Year and semester in one: `114-1`
    Term,
    CourseCode,
    CourseName,
    Credits,
    CourseKind,
    /// 開課班
    Group,
    /// Accounts; several in one cell or in several columns
    Teacher,
    /// 修習方式
    Mode,
    /// 單位名稱
    Unit,
    /// 開始日期
    From,
    /// 結束日期
    Until,
    /// 擔任職務名稱
    Post,
    /// 幹部等級
    Level,
    /// 課程學習成果 or 多元表現
    Part,
    /// Name of an activity
    Title,
    /// 內容簡述
    Description,
    /// Of a file; one column for each
    Md5,
}

/// Whether a roster can be read without a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    Needed,
    /// May be missing, and its cells may be empty
    Optional,
    /// Takes part in saying the term or the entry year; [`super::roster_mapping::Mapping`] knows whether
    /// something else says it
    Alternative,
}

/// The words of an empty template, handed in by whoever asks for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateWords {
    /// Name of the sheet to fill in
    pub sheet: String,
    /// Name of the sheet that says what each column means
    pub help_sheet: String,
    /// Its headings: column, needed or not, meaning
    pub help_headings: [String; 3],
    pub needed: String,
    pub optional: String,
    /// What belongs into each column
    pub meanings: Vec<(RosterColumn, String)>,
    /// Further lines below
    pub notes: Vec<String>,
}

impl RosterColumn {
    pub const ALL: [Self; 27] = [
        Self::Account,
        Self::DisplayName,
        Self::Class,
        Self::Seat,
        Self::NationalId,
        Self::BirthDate,
        Self::EntryYear,
        Self::Grade,
        Self::Year,
        Self::Semester,
        Self::Term,
        Self::CourseCode,
        Self::CourseName,
        Self::Credits,
        Self::CourseKind,
        Self::Group,
        Self::Teacher,
        Self::Mode,
        Self::Unit,
        Self::From,
        Self::Until,
        Self::Post,
        Self::Level,
        Self::Part,
        Self::Title,
        Self::Description,
        Self::Md5,
    ];

    /// Stable code for the command line and for records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::DisplayName => "name",
            Self::Class => "class",
            Self::Seat => "seat",
            Self::NationalId => "national-id",
            Self::BirthDate => "birth-date",
            Self::EntryYear => "entry-year",
            Self::Grade => "grade",
            Self::Year => "year",
            Self::Semester => "semester",
            Self::Term => "term",
            Self::CourseCode => "course-code",
            Self::CourseName => "course-name",
            Self::Credits => "credits",
            Self::CourseKind => "course-kind",
            Self::Group => "group",
            Self::Teacher => "teacher",
            Self::Mode => "mode",
            Self::Unit => "unit",
            Self::From => "from",
            Self::Until => "until",
            Self::Post => "post",
            Self::Level => "level",
            Self::Part => "part",
            Self::Title => "title",
            Self::Description => "description",
            Self::Md5 => "md5",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }

    /// The name in the header of this roster.
    pub const fn header(self, kind: RosterKind) -> &'static str {
        match self {
            Self::Account => match kind {
                RosterKind::Teachers => "帳號",
                _ => "學號",
            },
            Self::DisplayName => "姓名",
            Self::Class => "班級",
            Self::Seat => "座號",
            Self::NationalId => match kind {
                RosterKind::OfficerPosts => "身分證號",
                _ => "身分證字號",
            },
            Self::BirthDate => "出生年月日",
            Self::EntryYear => "入學學年度",
            Self::Grade => "年級",
            Self::Year => "學年度",
            Self::Semester => "學期",
            Self::Term => "學年期",
            Self::CourseCode => "課程代碼",
            Self::CourseName => "科目名稱",
            Self::Credits => "學分",
            Self::CourseKind => "類別",
            Self::Group => "開課班",
            Self::Teacher => "教師帳號",
            Self::Mode => "修習方式",
            Self::Unit => "單位名稱",
            Self::From => "開始日期",
            Self::Until => "結束日期",
            Self::Post => "擔任職務名稱",
            Self::Level => "幹部等級",
            Self::Part => "類別",
            Self::Title => "名稱",
            Self::Description => "內容簡述",
            Self::Md5 => "MD5",
        }
    }

    /// The columns of a roster in the order of its template.
    pub const fn of(kind: RosterKind) -> &'static [(Self, Need)] {
        use Need::{Alternative, Needed, Optional};
        match kind {
            RosterKind::Students => &[
                (Self::Account, Needed),
                (Self::DisplayName, Needed),
                (Self::Class, Needed),
                (Self::Seat, Needed),
                (Self::NationalId, Optional),
                (Self::BirthDate, Optional),
                (Self::EntryYear, Alternative),
                (Self::Grade, Alternative),
            ],
            RosterKind::Teachers => &[(Self::Account, Needed), (Self::DisplayName, Needed)],
            RosterKind::Courses => &[
                (Self::Year, Alternative),
                (Self::Semester, Alternative),
                (Self::Term, Alternative),
                (Self::CourseCode, Needed),
                (Self::CourseName, Needed),
                (Self::Credits, Needed),
                (Self::CourseKind, Needed),
                (Self::Group, Needed),
                (Self::Teacher, Needed),
            ],
            RosterKind::Enrolments => &[
                (Self::Account, Needed),
                (Self::Year, Alternative),
                (Self::Semester, Alternative),
                (Self::Term, Alternative),
                (Self::CourseCode, Needed),
                (Self::Group, Needed),
                (Self::Mode, Optional),
            ],
            RosterKind::OfficerPosts => &[
                (Self::NationalId, Needed),
                (Self::BirthDate, Optional),
                (Self::Unit, Needed),
                (Self::From, Needed),
                (Self::Until, Needed),
                (Self::Post, Needed),
                (Self::Level, Needed),
                (Self::Year, Alternative),
                (Self::Semester, Alternative),
                (Self::Term, Alternative),
            ],
            RosterKind::Receipts => &[
                (Self::Account, Alternative),
                (Self::NationalId, Alternative),
                (Self::Year, Alternative),
                (Self::Semester, Optional),
                (Self::Part, Optional),
                (Self::CourseCode, Alternative),
                (Self::CourseName, Alternative),
                (Self::Title, Alternative),
                (Self::Description, Optional),
                (Self::Md5, Alternative),
            ],
        }
    }

    /// The columns of the empty template. What only replaces another column is not among them, nor is the
    /// term of the official officer list, which has a page of its own.
    pub fn of_template(kind: RosterKind) -> Vec<(Self, Need)> {
        Self::of(kind)
            .iter()
            .filter(|(column, _)| match column {
                Self::Grade | Self::Term => false,
                Self::Year | Self::Semester => kind != RosterKind::OfficerPosts,
                _ => true,
            })
            .copied()
            .collect()
    }

    /// Whether several columns of one table may say it.
    pub const fn may_repeat(self) -> bool {
        matches!(self, Self::Teacher | Self::Md5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_codes_and_a_place() {
        for column in RosterColumn::ALL {
            assert_eq!(RosterColumn::from_code(column.code()), Some(column));
            assert!(
                RosterKind::ALL
                    .into_iter()
                    .any(|kind| RosterColumn::of(kind).iter().any(|(known, _)| *known == column)),
                "{column:?}"
            );
        }
    }
}
