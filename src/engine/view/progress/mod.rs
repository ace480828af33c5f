//! Who has come how far: counts by class, course and teacher, with the lists behind them.
//!
//! One walk over the outcomes of the library, whatever the size of the school; the rest are look-ups in
//! memory.

mod collect;
mod rows;

use crate::domain::access::{self, Right, Role};
use crate::domain::id::{AccountId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::progress::{ProgressBy, Tally};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::domain::window::{Concerned, Period, Window, WindowKind, effective};
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::course::TeachingV1;
use crate::store::record::people::HomeroomV1;
use crate::store::record::{key, list};
use crate::store::{ReadRecords, StoreError};

/// Which students and courses are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgressScope {
    School,
    /// 導師: these classes
    Classes(Vec<String>),
    /// A teacher's own courses
    Courses(Vec<OfferingId>),
}

/// What a row of counts is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProgressKey {
    /// By name; empty for students who sit in none
    Class(String),
    Course(OfferingId),
    Teacher(AccountId),
}

/// One class, course or teacher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressRow {
    pub key: ProgressKey,
    pub name: String,
    /// Class and teachers of a course, account of a teacher
    pub detail: String,
    pub students: u32,
    /// Those among them without a single outcome in this term (in this course)
    pub without: u32,
    pub tally: Tally,
    /// Since when the item that waits longest has been waiting
    pub oldest_waiting: Option<Moment>,
    /// The window that presses: uploading for classes and courses, certifying for teachers
    pub window: Option<Window>,
}

/// One student of the term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressStudent {
    pub id: AccountId,
    pub name: String,
    /// 學號
    pub account: String,
    pub class: String,
    pub seat: String,
    /// Courses in which outcomes can be handed in
    pub courses: u32,
    pub tally: Tally,
}

/// One student in one course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProgressCell {
    /// Place in [`ProgressView::students`]
    pub student: usize,
    /// Place in [`ProgressView::courses`]
    pub course: usize,
    pub tally: Tally,
    pub oldest_waiting: Option<Moment>,
}

/// The whole term, as far as the person may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressView {
    pub term: Term,
    /// When it was counted.
    pub at: Moment,
    pub scope: ProgressScope,
    pub total: Tally,
    /// By class and seat
    pub students: Vec<ProgressStudent>,
    /// By name
    pub classes: Vec<ProgressRow>,
    /// By name and class; only courses that take outcomes or hold some
    pub courses: Vec<ProgressRow>,
    /// Longest waiting first
    pub teachers: Vec<ProgressRow>,
    /// By course, then student
    pub cells: Vec<ProgressCell>,
    /// The teachers' places of each course, as places in [`ProgressView::teachers`]
    pub taught_by: Vec<Vec<usize>>,
    /// The general dates of the term
    pub upload: Option<Window>,
    pub certification: Option<Window>,
}

/// A line of the list behind a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProgressLine<'a> {
    pub student: &'a ProgressStudent,
    /// `None`: all courses of the student together
    pub course: Option<&'a ProgressRow>,
    pub tally: Tally,
    pub oldest_waiting: Option<Moment>,
}

impl ProgressView {
    /// The rows added up by this.
    pub fn rows(&self, by: ProgressBy) -> &[ProgressRow] {
        match by {
            ProgressBy::Class => &self.classes,
            ProgressBy::Course => &self.courses,
            ProgressBy::Teacher => &self.teachers,
        }
    }

    /// Students who take at least one course with outcomes and have none at all.
    pub fn without(&self) -> impl Iterator<Item = &ProgressStudent> {
        self.students
            .iter()
            .filter(|student| student.courses > 0 && student.tally.uploaded() == 0)
    }

    /// Teachers with something to decide, longest waiting first.
    pub fn behind(&self) -> impl Iterator<Item = &ProgressRow> {
        self.teachers
            .iter()
            .filter(|teacher| teacher.oldest_waiting.is_some())
    }

    /// The list behind a row: the students of a class, the students of a course, or the students whose
    /// items wait for a teacher (longest waiting first).
    pub fn lines(&self, key: &ProgressKey) -> Vec<ProgressLine<'_>> {
        match key {
            ProgressKey::Class(class) => {
                let of_class = self
                    .students
                    .iter()
                    .enumerate()
                    .filter(|(_, student)| student.class == *class);
                of_class
                    .map(|(place, student)| ProgressLine {
                        student,
                        course: None,
                        tally: student.tally,
                        oldest_waiting: self.oldest_of_student(place),
                    })
                    .collect()
            }
            ProgressKey::Course(_) => {
                let place = self.courses.iter().position(|course| course.key == *key);
                let cells = self.cells.iter().filter(|cell| Some(cell.course) == place);
                cells.filter_map(|cell| self.line(cell)).collect()
            }
            ProgressKey::Teacher(_) => {
                let Some(place) = self.teachers.iter().position(|teacher| teacher.key == *key) else {
                    return Vec::new();
                };
                let mut cells: Vec<&ProgressCell> = self
                    .cells
                    .iter()
                    .filter(|cell| cell.tally.waiting > 0 && self.teaches(place, cell.course))
                    .collect();
                cells.sort_by_key(|cell| cell.oldest_waiting);
                cells.into_iter().filter_map(|cell| self.line(cell)).collect()
            }
        }
    }

    fn teaches(&self, teacher: usize, course: usize) -> bool {
        self.taught_by
            .get(course)
            .is_some_and(|teachers| teachers.contains(&teacher))
    }

    fn line(&self, cell: &ProgressCell) -> Option<ProgressLine<'_>> {
        Some(ProgressLine {
            student: self.students.get(cell.student)?,
            course: Some(self.courses.get(cell.course)?),
            tally: cell.tally,
            oldest_waiting: cell.oldest_waiting,
        })
    }

    fn oldest_of_student(&self, place: usize) -> Option<Moment> {
        let own = self.cells.iter().filter(|cell| cell.student == place);
        own.filter_map(|cell| cell.oldest_waiting).min()
    }
}

impl Engine {
    /// The counts of a term: of the whole school for administrator, 教務處 and 學務處, of the own class
    /// for its 導師, of the own courses for a teacher.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], a session that is over, or the library's trouble.
    pub fn progress(&self, session: &Session, term: Term) -> Result<ProgressView, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let scope = scope(txn, session, term)?;
            collect::collect(txn, term, scope, now)
        })
    }
}

/// What the person may see counts of.
fn scope(records: &impl ReadRecords, session: &Session, term: Term) -> Result<ProgressScope, Failure> {
    let right = Right::SeeProgress;
    if !access::may(&session.roles, right) {
        return Err(Refusal::NoRight { right }.into());
    }
    let of_the_school = [Role::Administrator, Role::Registry, Role::StudentAffairs];
    if of_the_school.iter().any(|role| session.has(*role)) {
        return Ok(ProgressScope::School);
    }
    // 導師 see their class as it is everywhere; their own courses they see in the panel of certification.
    let homerooms = list::<HomeroomV1>(records, &term.code().to_be_bytes())?;
    let classes: Vec<String> = homerooms
        .into_iter()
        .filter(|(_, homeroom)| session.has(Role::Homeroom) && homeroom.teacher == session.account.0)
        .map(|(_, homeroom)| homeroom.class)
        .collect();
    if !classes.is_empty() || !session.has(Role::Teacher) {
        return Ok(ProgressScope::Classes(classes));
    }
    let mut courses = Vec::new();
    for (at, TeachingV1 {}) in list::<TeachingV1>(records, &key::one(session.account.0))? {
        courses.push(OfferingId(key::last_id(&at)?));
    }
    Ok(ProgressScope::Courses(courses))
}

/// The window of a kind that counts for `who` in the term.
fn window_for(
    windows: &[Window],
    kind: WindowKind,
    term: Term,
    who: &Concerned,
    now: Moment,
) -> Option<Window> {
    effective(windows, kind, Period::Term(term), who, now).cloned()
}

/// Everything but extensions of single students.
fn general_windows(records: &impl ReadRecords) -> Result<Vec<Window>, StoreError> {
    answer::plain_windows(records)
}
