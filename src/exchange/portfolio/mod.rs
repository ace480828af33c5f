//! Everything a person has in a library, as plain data, and the copy of it that people take home.
//!
//! ```text
//! 備份.zip
//! ├─ index.html                     opens in any browser, without this program
//! ├─ portfolio.json                 everything, for programs (versioned; see `json`)
//! ├─ 課程學習成果.csv, 多元表現.csv    tables, UTF-8 with BOM
//! ├─ 雜湊值-MD5.txt, 雜湊值-BLAKE3.txt  as `md5sum -c` and `b3sum -c` read them
//! └─ 課程學習成果/114-1 資訊科技/01 標題/檔名.pdf
//! ```
//!
//! A copy holds what its owner has, the trash left out. It is no proof: whoever has it can change it, so
//! whatever comes back from one is marked as imported (see the engine's `copies`).

mod archive;
mod codes;
mod html;
mod json;
mod names;
mod open;
mod sheets;

use crate::domain::act::LibraryKind;
use crate::domain::activity::Category;
use crate::domain::course::{CourseKind, Credits, EnrolmentMode};
use crate::domain::file::{ContentCaution, ContentFacts, FileKind};
use crate::domain::moment::Moment;
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason, WorkKind};
use crate::domain::term::{SchoolYear, Term};

pub(in crate::exchange) use archive::Bundle;
pub use archive::{Contents, Progress, Tell, WriteFailure, WrittenCopy, write_copy};
pub(in crate::exchange) use html::{decision_line, item_facts};
pub(in crate::exchange) use names::section;
pub use names::suggested_name;
pub use open::{CopyArchive, ReadFailure};

/// One person's records of one library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    pub source: Source,
    pub owner: Owner,
    pub made: Moment,
    /// 課程學習成果 by term and course, then 多元表現 by term and category.
    pub items: Vec<PortfolioItem>,
}

/// The library it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub library: LibraryKind,
    /// Tells libraries apart.
    pub library_id: u128,
    /// Empty in a personal library.
    pub school_name: String,
    pub school_code: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// 學號
    pub account: String,
    pub name: String,
    pub entry_year: Option<SchoolYear>,
}

/// One record with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioItem {
    /// As its library names it.
    pub id: String,
    /// In which it counts.
    pub term: Term,
    pub title: String,
    pub description: String,
    pub created: Moment,
    pub updated: Moment,
    /// Came from another school already: does not count toward the quota.
    pub brought: bool,
    /// 提交: handed to the national database.
    pub filed: bool,
    pub link: Option<String>,
    pub tags: Vec<String>,
    pub files: Vec<PortfolioFile>,
    pub body: Body,
}

/// What tells the two kinds of records apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Outcome(Box<OutcomeBody>),
    Activity(ActivityBody),
}

/// 課程學習成果
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeBody {
    pub course: Course,
    pub work_kind: Option<WorkKind>,
    pub state: OutcomeState,
    pub origin: Option<Origin>,
    pub submitted: Option<Moment>,
    /// How many times it was submitted.
    pub attempt: u32,
    /// Those that stand, oldest first.
    pub decisions: Vec<Decision>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// 課程代碼
    pub code: String,
    pub name: String,
    pub credits: Credits,
    pub kind: CourseKind,
    pub group: String,
    /// Names
    pub teachers: Vec<String>,
    pub mode: EnrolmentMode,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub at: Moment,
    /// Names
    pub by: String,
    pub for_teacher: Option<String>,
    pub state: OutcomeState,
    pub origin: Origin,
    pub reason: Option<ReturnReason>,
    pub note: String,
    /// BLAKE3 of the files it was about.
    pub hashes: Vec<[u8; 32]>,
    pub unopened: bool,
}

/// 多元表現
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityBody {
    pub category: Category,
    /// Official name and value of each field, in official order.
    pub fields: Vec<(String, String)>,
}

/// A file of a record. Its bytes come from [`Contents`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioFile {
    /// By which the giver of contents knows it.
    pub handle: u64,
    pub name: String,
    pub kind: FileKind,
    pub bytes: u64,
    pub blake3: [u8; 32],
    pub md5: [u8; 16],
    pub added: Moment,
    pub facts: Option<ContentFacts>,
    pub cautions: Vec<ContentCaution>,
}

impl Portfolio {
    pub fn files(&self) -> impl Iterator<Item = &PortfolioFile> {
        self.items.iter().flat_map(|item| &item.files)
    }

    /// Of all files together.
    pub fn content_bytes(&self) -> u64 {
        self.files().map(|file| file.bytes).sum()
    }

    /// 課程學習成果 with their items, in order.
    pub fn outcomes(&self) -> impl Iterator<Item = (&PortfolioItem, &OutcomeBody)> {
        self.items.iter().filter_map(|item| match &item.body {
            Body::Outcome(outcome) => Some((item, outcome.as_ref())),
            Body::Activity(_) => None,
        })
    }

    /// 多元表現 with their items, in order.
    pub fn activities(&self) -> impl Iterator<Item = (&PortfolioItem, &ActivityBody)> {
        self.items.iter().filter_map(|item| match &item.body {
            Body::Activity(activity) => Some((item, activity)),
            Body::Outcome(_) => None,
        })
    }
}

impl PortfolioItem {
    /// The folder and chapter it belongs to: `114-1 資訊科技`, `114-1 競賽參與紀錄`.
    pub fn chapter(&self) -> String {
        match &self.body {
            Body::Outcome(outcome) => format!("{} {}", self.term, outcome.course.name),
            Body::Activity(activity) => {
                format!(
                    "{} {}",
                    self.term,
                    crate::text::labels::category(activity.category)
                )
            }
        }
    }
}
