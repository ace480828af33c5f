//! Sheets and columns, as data: another year's announcement is another list.

use crate::domain::activity::Category;

/// A column of 學生課程學習成果名冊.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeColumn {
    NationalId,
    BirthDate,
    SchoolYear,
    Semester,
    CourseCode,
    CourseName,
    Credits,
    Document,
    Media,
    Description,
}

/// Its heading beside what it holds.
pub type Column<T> = (&'static str, T);

/// Not confirmed: no official file was seen. In the order in which the fields are listed.
pub const OUTCOMES: &[Column<OutcomeColumn>] = &[
    ("身分證號", OutcomeColumn::NationalId),
    ("出生年月日", OutcomeColumn::BirthDate),
    ("學年度", OutcomeColumn::SchoolYear),
    ("學期", OutcomeColumn::Semester),
    ("課程代碼", OutcomeColumn::CourseCode),
    ("科目名稱", OutcomeColumn::CourseName),
    ("學分數", OutcomeColumn::Credits),
    ("證明文件", OutcomeColumn::Document),
    ("影音檔案", OutcomeColumn::Media),
    ("內容簡述", OutcomeColumn::Description),
];

/// A column around the fields of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityColumn {
    NationalId,
    BirthDate,
    /// All fields of the category, in official order
    Fields,
    Description,
    Document,
    Media,
    Link,
}

/// Seen in code of real platforms; the place of the description is not confirmed.
pub const ACTIVITIES: &[Column<ActivityColumn>] = &[
    ("身分證號", ActivityColumn::NationalId),
    ("生日", ActivityColumn::BirthDate),
    ("", ActivityColumn::Fields),
    ("內容簡述", ActivityColumn::Description),
    ("證明文件", ActivityColumn::Document),
    ("影音檔案", ActivityColumn::Media),
    ("外部影音連結", ActivityColumn::Link),
];

/// The first sheet of both rosters.
pub const SCHOOL_SHEET: &str = "學校資料";
pub const ACTIVITY_SCHOOL: [&str; 3] = ["學校代碼", "學年", "學期"];
pub const OUTCOME_SCHOOL: [&str; 2] = ["學校代碼", "學年度"];
/// The whole year.
pub const WHOLE_YEAR: &str = "0";
pub const OUTCOME_SHEET: &str = "課程學習成果";

/// One sheet for each category, in official order; a name takes at most 31 letters.
pub fn sheet_of(category: Category) -> &'static str {
    crate::text::labels::category(category)
}

pub const OUTCOME_FILE: &str = "7_學生課程學習成果名冊.xlsx";
pub const ACTIVITY_FILE: &str = "2_學生自填多元表現名冊.xlsx";
