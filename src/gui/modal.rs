//! What is open over the page: one question at a time.

use crate::domain::course::CourseKind;
use crate::domain::file::Slot;
use crate::domain::id::{ItemId, OfferingId, WindowId};
use crate::domain::outcome::OutcomeState;
use crate::domain::term::Term;
use crate::domain::window::{Period, WindowKind};

use super::activities::ActivityQuestion;
use super::certification::{BatchQuestion, BatchSummary, Sent};
use super::choosing::ChoosingQuestion;
use super::dates::DatesQuestion;
use super::filing::FilingQuestion;
use super::intake::{FileQuestion, Intake};
use super::officers::OfficerQuestion;
use super::people::PeopleQuestion;

#[derive(Debug, Clone)]
pub enum Modal {
    /// New items, or a sheet of files
    Add(Box<Intake>),
    Submit(ItemId),
    Delete(ItemId),
    RemoveFile(ItemId, Slot),
    /// 請老師退回
    RequestReturn(ItemId),
    /// 記錄學校平臺上的狀態
    RecordState(ItemId, OutcomeState),
    FileQuestion(Box<FileQuestion>),
    /// The path of a file for an item, where no dialog exists
    FilePath(ItemId, Option<Slot>),
    ChangePassword,
    LibraryPlace,
    Keys,
    Course {
        id: Option<OfferingId>,
        term: Term,
        kind: CourseKind,
    },
    RemoveCourse(OfferingId),
    Window {
        kind: WindowKind,
        period: Period,
    },
    RemoveWindow(WindowId),
    ConfirmClock,
    /// About 多元表現
    Activity(ActivityQuestion),
    /// About 勾選
    Choosing(ChoosingQuestion),
    /// About 提交 and transfers
    Filing(FilingQuestion),
    /// Many items are to be decided together
    Batch(Box<BatchQuestion>),
    /// A return that the student could not mend any more
    Lockout(Box<Sent>),
    /// What became of many
    Summary(Box<BatchSummary>),
    /// The last import is to be taken back
    UndoImport,
    /// About the people of a school
    People(PeopleQuestion),
    /// About dates, rules and announcements
    Dates(DatesQuestion),
    /// About 校內幹部紀錄
    Officer(OfficerQuestion),
}
