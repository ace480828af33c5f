//! What was read becomes rows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::id::{AccountId, OfferingId};
use crate::domain::progress::Tally;
use crate::domain::term::SchoolYear;
use crate::domain::window::{Concerned, Window, WindowKind};
use crate::store::{ReadRecords, StoreError};

use super::collect::{Cell, Collected, earlier};
use super::{
    ProgressCell, ProgressKey, ProgressRow, ProgressScope, ProgressStudent, ProgressView, general_windows,
    window_for,
};

/// Counts that grow cell by cell.
#[derive(Default)]
struct Growing {
    students: BTreeSet<AccountId>,
    with_something: BTreeSet<AccountId>,
    cell: Cell,
}

impl Growing {
    fn add(&mut self, student: AccountId, cell: &Cell) {
        self.students.insert(student);
        if cell.tally.uploaded() > 0 {
            self.with_something.insert(student);
        }
        self.cell.tally.add(cell.tally);
        self.cell.oldest_waiting = earlier(self.cell.oldest_waiting, cell.oldest_waiting);
    }

    fn row(&self, key: ProgressKey, name: String, detail: String, window: Option<Window>) -> ProgressRow {
        let count = |set: &BTreeSet<AccountId>| u32::try_from(set.len()).unwrap_or(u32::MAX);
        ProgressRow {
            key,
            name,
            detail,
            students: count(&self.students),
            without: count(&self.students) - count(&self.with_something),
            tally: self.cell.tally,
            oldest_waiting: self.cell.oldest_waiting,
            window,
        }
    }
}

pub(super) fn view(records: &impl ReadRecords, read: Collected) -> Result<ProgressView, StoreError> {
    let windows = general_windows(records)?;
    let everybody = Concerned::default();
    let general = |kind| window_for(&windows, kind, read.term, &everybody, read.now);
    let students = students(&read);
    let places: HashMap<AccountId, usize> = students
        .iter()
        .enumerate()
        .map(|(place, student)| (student.id, place))
        .collect();
    let course_rows = courses(&read, &windows);
    let course_places: HashMap<OfferingId, usize> = course_rows
        .iter()
        .enumerate()
        .map(|(place, (id, _))| (*id, place))
        .collect();
    let teachers = teachers(&read, general(WindowKind::Certification).as_ref());
    let teacher_places: HashMap<&ProgressKey, usize> = teachers
        .iter()
        .enumerate()
        .map(|(place, teacher)| (&teacher.key, place))
        .collect();
    let taught_by = course_rows
        .iter()
        .map(|(id, _)| {
            let of_course = read
                .offerings
                .get(id)
                .map(|offering| offering.teachers.as_slice());
            let keys = of_course
                .unwrap_or_default()
                .iter()
                .map(|id| ProgressKey::Teacher(AccountId(*id)));
            keys.filter_map(|key| teacher_places.get(&key).copied()).collect()
        })
        .collect();
    let mut cells: Vec<ProgressCell> = Vec::with_capacity(read.cells.len());
    let mut total = Tally::default();
    for ((offering, student), cell) in &read.cells {
        total.add(cell.tally);
        if let (Some(course), Some(student)) = (course_places.get(offering), places.get(student)) {
            cells.push(ProgressCell {
                student: *student,
                course: *course,
                tally: cell.tally,
                oldest_waiting: cell.oldest_waiting,
            });
        }
    }
    cells.sort_by_key(|cell| (cell.course, cell.student));
    Ok(ProgressView {
        term: read.term,
        at: read.now,
        total,
        classes: classes(&read, &students, &windows),
        students,
        courses: course_rows.into_iter().map(|(_, row)| row).collect(),
        teachers,
        cells,
        taught_by,
        upload: general(WindowKind::OutcomeUpload),
        certification: general(WindowKind::Certification),
        scope: read.scope,
    })
}

/// By class and seat.
fn students(read: &Collected) -> Vec<ProgressStudent> {
    let mut by_student: BTreeMap<AccountId, (u32, Tally)> = BTreeMap::new();
    for ((_, student), cell) in &read.cells {
        let (courses, tally) = by_student.entry(*student).or_default();
        *courses += 1;
        tally.add(cell.tally);
    }
    let mut students: Vec<ProgressStudent> = read
        .places
        .iter()
        .map(|(id, (class, seat))| {
            let (courses, tally) = by_student.get(id).copied().unwrap_or_default();
            let (name, account) = name(read, *id);
            ProgressStudent {
                id: *id,
                name,
                account,
                class: class.clone(),
                seat: seat.clone(),
                courses,
                tally,
            }
        })
        .collect();
    students.sort_by(|one, other| {
        (&one.class, &one.seat, &one.account).cmp(&(&other.class, &other.seat, &other.account))
    });
    students
}

/// Name and account; a person who was erased since is named by the id.
fn name(read: &Collected, id: AccountId) -> (String, String) {
    read.people.get(&id).map_or_else(
        || (id.to_string(), String::new()),
        |person| (person.name.clone(), person.account.clone()),
    )
}

/// As whom the rules see a class.
fn concerned(read: &Collected, class: &str) -> Concerned {
    let member = read
        .places
        .iter()
        .find(|(_, (of, _))| of == class)
        .map(|(id, _)| id);
    let person = member.and_then(|id| read.people.get(id));
    Concerned {
        student: None,
        entry_year: person.and_then(|person| person.entry_year).map(SchoolYear),
        classes: vec![(read.term.year, class.to_owned())],
    }
}

fn classes(read: &Collected, students: &[ProgressStudent], windows: &[Window]) -> Vec<ProgressRow> {
    // A teacher sees the own courses, not how a class does in those of others.
    if matches!(read.scope, ProgressScope::Courses(_)) {
        return Vec::new();
    }
    let mut growing: BTreeMap<&str, Growing> = BTreeMap::new();
    for student in students {
        let cell = Cell {
            tally: student.tally,
            oldest_waiting: None,
        };
        growing.entry(&student.class).or_default().add(student.id, &cell);
    }
    for ((_, student), cell) in &read.cells {
        let class = read.places.get(student).map_or("", |(class, _)| class.as_str());
        if let Some(of_class) = growing.get_mut(class) {
            of_class.cell.oldest_waiting = earlier(of_class.cell.oldest_waiting, cell.oldest_waiting);
        }
    }
    growing
        .into_iter()
        .map(|(class, growing)| {
            let who = concerned(read, class);
            let window = window_for(windows, WindowKind::OutcomeUpload, read.term, &who, read.now);
            let key = ProgressKey::Class(class.to_owned());
            growing.row(key, class.to_owned(), String::new(), window)
        })
        .collect()
}

fn courses(read: &Collected, windows: &[Window]) -> Vec<(OfferingId, ProgressRow)> {
    let mut growing: BTreeMap<OfferingId, Growing> = BTreeMap::new();
    for ((offering, student), cell) in &read.cells {
        growing.entry(*offering).or_default().add(*student, cell);
    }
    let mut rows: Vec<(OfferingId, ProgressRow)> = read
        .offerings
        .iter()
        .map(|(id, offering)| {
            // The group of a course often is a class, which may have more time.
            let who = concerned(read, &offering.group);
            let window = window_for(windows, WindowKind::OutcomeUpload, read.term, &who, read.now);
            let teachers: Vec<String> = offering
                .teachers
                .iter()
                .map(|id| name(read, AccountId(*id)).0)
                .collect();
            let detail = [offering.group.as_str(), &teachers.join("、")]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("　");
            let growing = growing.remove(id).unwrap_or_default();
            (
                *id,
                growing.row(ProgressKey::Course(*id), offering.name.clone(), detail, window),
            )
        })
        .collect();
    rows.sort_by(|(one_id, one), (other_id, other)| {
        (&one.name, &one.detail, one_id).cmp(&(&other.name, &other.detail, other_id))
    });
    rows
}

/// Longest waiting first, then by name.
fn teachers(read: &Collected, certification: Option<&Window>) -> Vec<ProgressRow> {
    let mut growing: BTreeMap<AccountId, Growing> = BTreeMap::new();
    for offering in read.offerings.values() {
        for teacher in &offering.teachers {
            growing.entry(AccountId(*teacher)).or_default();
        }
    }
    for ((offering, student), cell) in &read.cells {
        let teachers = read
            .offerings
            .get(offering)
            .map(|offering| offering.teachers.as_slice());
        for teacher in teachers.unwrap_or_default() {
            growing
                .entry(AccountId(*teacher))
                .or_default()
                .add(*student, cell);
        }
    }
    let mut rows: Vec<ProgressRow> = growing
        .into_iter()
        .map(|(id, growing)| {
            let (name, account) = name(read, id);
            growing.row(ProgressKey::Teacher(id), name, account, certification.cloned())
        })
        .collect();
    rows.sort_by(|one, other| {
        let order = |row: &ProgressRow| {
            (
                row.oldest_waiting.is_none(),
                row.oldest_waiting,
                Reverse(row.tally.waiting),
            )
        };
        (order(one), &one.name, &one.detail).cmp(&(order(other), &other.name, &other.detail))
    });
    rows
}
