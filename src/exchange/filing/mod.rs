//! 提交名冊: what the office hands to the national database, as the platforms write it.
//!
//! ```text
//! 113 學年度提交名冊.zip
//! ├─ 2_學生自填多元表現名冊.xlsx   first sheet: school, year, term 0; then one sheet for each category
//! ├─ 7_學生課程學習成果名冊.xlsx
//! ├─ 雜湊值-MD5.txt               the official field is MD5
//! ├─ 說明.txt                     what about the columns is not confirmed, and what is missing
//! └─ 檔案/11430101_01.pdf         the files that the rosters name
//! ```
//!
//! Columns are data ([`FilingLayout`]). Those of the activities were seen in code of real platforms; those of the
//! outcomes were seen nowhere: whoever files has to compare them with this year's announcement.

mod archive;
mod layout;
mod workbook;

use chrono::NaiveDate;

use super::portfolio::{PortfolioFile, PortfolioItem};
use crate::domain::filing_layout::FilingLayout;
use crate::domain::term::SchoolYear;

pub use archive::write_filing;

/// Everything filed for one school year, or one batch of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    pub school_code: String,
    /// Names and columns
    pub layout: FilingLayout,
    pub year: SchoolYear,
    /// `None`: all batches of the year
    pub batch: Option<u32>,
    /// By class and seat
    pub students: Vec<FiledStudent>,
}

/// One student with what was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledStudent {
    pub account: String,
    pub name: String,
    pub national_id: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub items: Vec<FiledItem>,
}

/// One filed record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledItem {
    pub item: PortfolioItem,
    /// Values of an activity as rosters write them, in the order of its fields.
    pub cells: Vec<String>,
}

impl Filing {
    pub fn items(&self) -> usize {
        self.students.iter().map(|student| student.items.len()).sum()
    }

    pub fn files(&self) -> impl Iterator<Item = &PortfolioFile> {
        self.students
            .iter()
            .flat_map(|student| student.items.iter().flat_map(|one| &one.item.files))
    }

    /// Students without whose ID or birth date a row says of nobody.
    pub fn incomplete(&self) -> impl Iterator<Item = &FiledStudent> {
        self.students
            .iter()
            .filter(|student| student.national_id.is_none() || student.birth_date.is_none())
    }
}
