//! 勾選 and 提交 as the office sees them.

use crate::domain::filing_layout::FilingLayout;
use crate::domain::id::AccountId;
use crate::domain::moment::Moment;
use crate::domain::selection::SelectionStage;
use crate::domain::term::SchoolYear;
use crate::domain::window::Phase;

/// What the office sees of one student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentSelection {
    pub student: AccountId,
    /// 學號
    pub account: String,
    pub name: String,
    pub class: String,
    pub seat: String,
    /// 1 to 3; the number goes on for who stayed longer
    pub grade: u8,
    pub outcomes: usize,
    pub activities: usize,
    pub confirmed: Option<Moment>,
    /// Of this student's selection window
    pub phase: Phase,
    /// Items filed for this school year
    pub filed: usize,
    /// Items that would be filed now: their window is over
    pub ready: usize,
}

impl StudentSelection {
    /// Where the student is. Whoever confirmed an empty selection wants nothing filed, and is done.
    pub fn stage(&self) -> SelectionStage {
        let nothing = self.outcomes == 0 && self.activities == 0;
        if self.ready > 0 {
            SelectionStage::Ready
        } else if self.filed > 0 {
            SelectionStage::Filed
        } else if self.confirmed.is_some() {
            SelectionStage::Confirmed
        } else if nothing {
            SelectionStage::Nothing
        } else {
            SelectionStage::Unconfirmed
        }
    }
}

/// One batch that was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchView {
    /// Within its school year, from 1
    pub number: u32,
    pub at: Moment,
    /// Who filed it
    pub by: String,
    pub students: u32,
    pub items: u32,
}

/// What the office sees of 勾選 and 提交 for one school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingView {
    pub year: SchoolYear,
    /// By class and seat
    pub students: Vec<StudentSelection>,
    pub batches: Vec<BatchView>,
    /// Names and columns of the rosters
    pub layout: FilingLayout,
    /// The school edited it.
    pub own_layout: bool,
}

impl FilingView {
    /// Students and items that would be filed now, of one grade or of all.
    pub fn ready(&self, grade: Option<u8>) -> (usize, usize) {
        let wanted = |one: &&StudentSelection| grade.is_none_or(|grade| one.grade == grade);
        let ready = self.students.iter().filter(wanted).filter(|one| one.ready > 0);
        ready.fold((0, 0), |(students, items), one| (students + 1, items + one.ready))
    }
}
