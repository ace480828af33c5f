//! What a row of each roster must say.

use std::collections::HashMap;

use crate::domain::national_id::{self, IdCheck};
use crate::domain::receipt::{ReceiptLine, ReceiptRow};
use crate::domain::roster::{CourseRow, EnrolmentRow, Located, OfficerPostRow, StudentRow, TeacherRow};
use crate::domain::roster_column::RosterColumn as Column;
use crate::domain::roster_problem::{CellProblem, RosterTrouble, RosterWarning};
use crate::domain::term::{SchoolYear, Term};

use crate::exchange::letters::half_width;

use super::read::{Seen, State, Walk};
use super::row::RowReader;
use super::value;

/// Letters that a field may have; longer ones are another column's text or a whole paragraph.
const LONGEST_ACCOUNT: usize = 40;
const LONGEST_NAME: usize = 60;
const LONGEST_CODE: usize = 40;
/// Of the national course codes.
const CODE_LENGTH: usize = 23;

type Rows<T> = Result<Vec<Located<T>>, RosterTrouble>;

pub(super) fn students(walk: &Walk<'_>, state: &mut State) -> Rows<StudentRow> {
    let mut accounts: HashMap<String, (u32, StudentRow)> = HashMap::new();
    let mut ids = Seen::new();
    let mut seats = Seen::new();
    let mut from_grade = 0;
    let rows = walk.rows(state, |reader, state| {
        let account = account(reader, state);
        let display_name = name(reader, state, Column::DisplayName);
        let class = reader.needed(Column::Class, LONGEST_NAME);
        let seat = reader.parsed(Column::Seat, CellProblem::NotASeat, value::seat);
        let national_id = national_id(reader, state);
        let birth_date = reader.date(Column::BirthDate);
        let entry_year = entry_year(reader, &mut from_grade);
        let row = reader.number();
        let student = StudentRow {
            account: account?,
            display_name: display_name?,
            class: class?,
            seat: seat?,
            national_id: national_id?,
            birth_date: birth_date?,
            entry_year: entry_year?,
        };
        if let Some((first, known)) = accounts.get(&student.account) {
            if *known == student {
                state.warnings.push(RosterWarning::SameRow { row, first: *first });
            } else {
                reader.refuse(Column::Account, CellProblem::Contradicts { first: *first });
            }
            return None;
        }
        if let Some(id) = &student.national_id
            && let Some(first) = ids.before(id.clone(), row)
        {
            reader.refuse(Column::NationalId, CellProblem::SamePerson { first });
            return None;
        }
        if let Some(first) = seats.before((student.class.clone(), student.seat.clone()), row) {
            state.warnings.push(RosterWarning::SeatTaken { row, first });
        }
        accounts.insert(student.account.clone(), (row, student.clone()));
        Some(student)
    })?;
    if from_grade > 0 {
        state
            .warnings
            .push(RosterWarning::EntryYearFromGrade { rows: from_grade });
    }
    Ok(rows)
}

pub(super) fn teachers(walk: &Walk<'_>, state: &mut State) -> Rows<TeacherRow> {
    let mut seen: HashMap<String, (u32, String)> = HashMap::new();
    walk.rows(state, |reader, state| {
        let account = account(reader, state);
        let display_name = name(reader, state, Column::DisplayName);
        let row = reader.number();
        let teacher = TeacherRow {
            account: account?,
            display_name: display_name?,
        };
        if let Some((first, known)) = seen.get(&teacher.account) {
            if *known == teacher.display_name {
                state.warnings.push(RosterWarning::SameRow { row, first: *first });
            } else {
                reader.refuse(Column::Account, CellProblem::Contradicts { first: *first });
            }
            return None;
        }
        seen.insert(teacher.account.clone(), (row, teacher.display_name.clone()));
        Some(teacher)
    })
}

pub(super) fn courses(walk: &Walk<'_>, state: &mut State) -> Rows<CourseRow> {
    let mut seen: HashMap<(Term, String, String), usize> = HashMap::new();
    let mut codes = OddCodes::default();
    let mut all: Vec<Located<CourseRow>> = Vec::new();
    walk.rows(state, |reader, state| {
        let term = term(reader);
        let code = reader.code(Column::CourseCode, LONGEST_CODE);
        let name = reader.needed(Column::CourseName, LONGEST_NAME);
        let credits = reader.parsed(Column::Credits, CellProblem::NotCredits, value::credits);
        let kind = reader.parsed(
            Column::CourseKind,
            CellProblem::UnknownCourseKind,
            value::course_kind,
        );
        let group = reader.optional(Column::Group);
        let teachers = teachers_of(reader);
        let row = reader.number();
        codes.look(code.as_deref(), row);
        let course = CourseRow {
            term: term?,
            code: code?,
            name: name?,
            credits: credits?,
            kind: kind?,
            group: group?,
            teachers: teachers?,
        };
        if !reader.wrong.is_empty() {
            return None;
        }
        let key = (course.term, course.code.clone(), course.group.clone());
        if let Some(known) = seen.get(&key).and_then(|at| all.get_mut(*at)) {
            let first = known.row;
            // One row per teacher of the same offering.
            let same = CourseRow {
                teachers: known.value.teachers.clone(),
                ..course.clone()
            };
            if same != known.value {
                reader.refuse(Column::CourseCode, CellProblem::Contradicts { first });
                return None;
            }
            let before = known.value.teachers.len();
            for teacher in course.teachers {
                if !known.value.teachers.contains(&teacher) {
                    known.value.teachers.push(teacher);
                }
            }
            state.warnings.push(if known.value.teachers.len() > before {
                RosterWarning::TeachersJoined { row, first }
            } else {
                RosterWarning::SameRow { row, first }
            });
            return None::<()>;
        }
        seen.insert(key, all.len());
        all.push(Located { row, value: course });
        None
    })?;
    codes.tell(state);
    state.warnings.extend(
        all.iter()
            .filter(|course| course.value.teachers.is_empty())
            .map(|course| RosterWarning::NoTeacher { row: course.row }),
    );
    Ok(all)
}

pub(super) fn enrolments(walk: &Walk<'_>, state: &mut State) -> Rows<EnrolmentRow> {
    let mut seen: HashMap<(String, Term, String, String), (u32, EnrolmentRow)> = HashMap::new();
    let mut codes = OddCodes::default();
    let rows = walk.rows(state, |reader, state| {
        let account = account(reader, state);
        let term = term(reader);
        let code = reader.code(Column::CourseCode, LONGEST_CODE);
        let group = reader.optional(Column::Group);
        let mode = reader.optional(Column::Mode).and_then(|text| {
            let mode = value::mode(&text);
            if mode.is_none() {
                reader.refuse(Column::Mode, CellProblem::UnknownMode);
            }
            mode
        });
        let row = reader.number();
        codes.look(code.as_deref(), row);
        let enrolment = EnrolmentRow {
            account: account?,
            term: term?,
            code: code?,
            group: group?,
            mode: mode?,
        };
        let key = (
            enrolment.account.clone(),
            enrolment.term,
            enrolment.code.clone(),
            enrolment.group.clone(),
        );
        if let Some((first, known)) = seen.get(&key) {
            if *known == enrolment {
                state.warnings.push(RosterWarning::SameRow { row, first: *first });
            } else {
                reader.refuse(Column::Mode, CellProblem::Contradicts { first: *first });
            }
            return None;
        }
        seen.insert(key, (row, enrolment.clone()));
        Some(enrolment)
    })?;
    codes.tell(state);
    Ok(rows)
}

pub(super) fn officer_posts(walk: &Walk<'_>, state: &mut State) -> Rows<OfficerPostRow> {
    let mut seen: Vec<(u32, OfficerPostRow)> = Vec::new();
    let mut by_person: HashMap<String, Vec<usize>> = HashMap::new();
    walk.rows(state, |reader, state| {
        let term = term(reader);
        let national_id = national_id(reader, state);
        let birth_date = reader.date(Column::BirthDate);
        let unit = reader.needed(Column::Unit, LONGEST_NAME);
        let from = reader.needed_date(Column::From);
        let until = reader.needed_date(Column::Until);
        let post = reader.needed(Column::Post, LONGEST_NAME);
        let level = reader.parsed(Column::Level, CellProblem::UnknownLevel, value::level);
        let row = reader.number();
        let Some(national_id) = national_id? else {
            reader.refuse(Column::NationalId, CellProblem::Missing);
            return None;
        };
        let post = OfficerPostRow {
            term: term?,
            national_id,
            birth_date: birth_date?,
            unit: unit?,
            from: from?,
            until: until?,
            post: post?,
            level: level?,
        };
        if post.until < post.from {
            reader.refuse(Column::Until, CellProblem::EndsBeforeStart);
            return None;
        }
        let others = by_person.entry(post.national_id.clone()).or_default();
        let same = others
            .iter()
            .filter_map(|at| seen.get(*at))
            .find(|known| known.1 == post);
        if let Some((first, _)) = same {
            state.warnings.push(RosterWarning::SameRow { row, first: *first });
            return None;
        }
        let year = post.term.year;
        if post.until < year.first_day() || post.from >= year.next().first_day() {
            state.warnings.push(RosterWarning::OutsideSchoolYear { row });
        }
        others.push(seen.len());
        seen.push((row, post.clone()));
        Some(post)
    })
}

/// Two lines that say the same may be about two items, unless they name the same files.
pub(super) fn receipts(walk: &Walk<'_>, state: &mut State) -> Rows<ReceiptRow> {
    let mut seen = Seen::new();
    walk.rows(state, |reader, state| {
        let is_named = !reader.optional(Column::Account)?.is_empty();
        let account = if is_named {
            account(reader, state)
        } else {
            Some(String::new())
        };
        let national_id = national_id(reader, state);
        let year = if reader.mapping.has(Column::Year) {
            reader.parsed(Column::Year, CellProblem::NotASchoolYear, value::school_year)
        } else {
            reader.mapping.term.map(|term| term.year)
        };
        let line = receipt_line(reader);
        let row = ReceiptRow {
            account: account?,
            national_id: national_id?,
            year: year?,
            line: line?,
        };
        if row.account.is_empty() && row.national_id.is_none() {
            reader.refuse(Column::Account, CellProblem::Missing);
            return None;
        }
        let key = (
            row.account.clone(),
            row.national_id.clone(),
            row.year,
            row.line.clone(),
        );
        let number = reader.number();
        if !row.line.md5s.is_empty()
            && let Some(first) = seen.before(key, number)
        {
            state.warnings.push(RosterWarning::SameRow { row: number, first });
            return None;
        }
        Some(row)
    })
}

fn receipt_line(reader: &mut RowReader<'_>) -> Option<ReceiptLine> {
    let code = reader.optional(Column::CourseCode);
    let course = reader.optional(Column::CourseName);
    let title = reader.optional(Column::Title);
    let part = reader.optional(Column::Part);
    let description = reader.optional(Column::Description);
    let semester = reader.optional(Column::Semester);
    let md5s = md5s(reader);
    let line = ReceiptLine {
        part: value::part(&part?),
        // 0 is the whole year.
        semester: match semester?.as_str() {
            "" | "0" | "０" => None,
            text => {
                let semester = value::semester(text);
                if semester.is_none() {
                    reader.refuse(Column::Semester, CellProblem::NotASemester);
                }
                semester
            }
        },
        course_code: half_width(&code?).trim().to_owned(),
        course_name: course?,
        title: title?,
        description: description.filter(|_| reader.mapping.has(Column::Description)),
        md5s: md5s?,
    };
    if line.shown_name().is_empty() && line.md5s.is_empty() {
        let column = [Column::CourseName, Column::Title, Column::CourseCode, Column::Md5]
            .into_iter()
            .find(|column| reader.mapping.has(*column));
        reader.refuse(column.unwrap_or(Column::CourseName), CellProblem::Missing);
    }
    Some(line)
}

/// Of all columns that say some, several in one cell too.
fn md5s(reader: &mut RowReader<'_>) -> Option<Vec<[u8; 16]>> {
    let columns: Vec<u32> = reader.mapping.columns_of(Column::Md5).collect();
    let mut found = Vec::new();
    for index in columns {
        let text = match value::text(reader.row.cell(index)) {
            Ok(text) => text,
            Err(problem) => {
                reader.refuse(Column::Md5, problem);
                return None;
            }
        };
        let is_between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '、' | '/');
        for part in text.split(is_between).filter(|part| !part.is_empty()) {
            match value::md5(part) {
                Some(md5) => found.push(md5),
                None => {
                    reader.refuse(Column::Md5, CellProblem::NotAnMd5);
                    return None;
                }
            }
        }
    }
    Some(found)
}

fn account(reader: &mut RowReader<'_>, state: &mut State) -> Option<String> {
    let account = reader.code(Column::Account, LONGEST_ACCOUNT)?;
    let row = reader.number();
    let cell = reader.cell(Column::Account);
    Some(state.zeros.account(account, cell, row, &mut state.warnings))
}

fn name(reader: &mut RowReader<'_>, state: &mut State, column: Column) -> Option<String> {
    let name = reader.needed(column, LONGEST_NAME)?;
    let lost = |letter: &char| matches!(letter, '?' | '？' | '□' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}');
    if let Some(letter) = name.chars().find(lost) {
        let row = reader.number();
        state.warnings.push(RosterWarning::LostLetter { row, letter });
    }
    Some(name)
}

/// Normalised, or none where the cell is empty. The outer `None`: noted as wrong.
fn national_id(reader: &mut RowReader<'_>, state: &mut State) -> Option<Option<String>> {
    let id = national_id::normalise(&reader.optional(Column::NationalId)?);
    if id.is_empty() {
        return Some(None);
    }
    if id.chars().count() > LONGEST_ACCOUNT {
        let limit = u32::try_from(LONGEST_ACCOUNT).unwrap_or(u32::MAX);
        reader.refuse(Column::NationalId, CellProblem::TooLong { limit });
        return None;
    }
    let row = reader.number();
    match national_id::check(&id) {
        IdCheck::Valid => {}
        IdCheck::CheckDigitWrong => state.warnings.push(RosterWarning::IdCheckDigit { row }),
        IdCheck::NotAnId => state.warnings.push(RosterWarning::IdShape { row }),
    }
    Some(Some(id))
}

/// From its own column, from the grade, or from what a person said for the whole table.
fn entry_year(reader: &mut RowReader<'_>, from_grade: &mut u32) -> Option<SchoolYear> {
    if reader.mapping.has(Column::EntryYear) {
        let text = reader.optional(Column::EntryYear)?;
        // An empty cell may still be answered by the other ways.
        if !text.is_empty() || (reader.mapping.entry_year.is_none() && !reader.mapping.has(Column::Grade)) {
            return reader.parsed(Column::EntryYear, CellProblem::NotASchoolYear, value::school_year);
        }
    }
    if let (true, Some(term)) = (reader.mapping.has(Column::Grade), reader.mapping.term) {
        let grade = reader.parsed(Column::Grade, CellProblem::NotAGrade, value::grade)?;
        *from_grade += 1;
        return Some(SchoolYear((term.year.0 + 1).saturating_sub(grade)));
    }
    let year = reader.mapping.entry_year;
    if year.is_none() {
        reader.refuse(Column::EntryYear, CellProblem::Missing);
    }
    year
}

/// From one column, from two, or from what was found for the whole table.
fn term(reader: &mut RowReader<'_>) -> Option<Term> {
    let mapping = reader.mapping;
    if mapping.has(Column::Term) {
        return reader.parsed(Column::Term, CellProblem::NotATerm, value::term);
    }
    if mapping.has(Column::Year) && mapping.has(Column::Semester) {
        let year = reader.parsed(Column::Year, CellProblem::NotASchoolYear, value::school_year);
        let semester = reader.parsed(Column::Semester, CellProblem::NotASemester, value::semester);
        return Some(Term {
            year: year?,
            semester: semester?,
        });
    }
    mapping.term
}

/// Accounts of all columns that say some.
fn teachers_of(reader: &mut RowReader<'_>) -> Option<Vec<String>> {
    let columns: Vec<u32> = reader.mapping.columns_of(Column::Teacher).collect();
    let mut found: Vec<String> = Vec::new();
    for index in columns {
        match value::text(reader.row.cell(index)) {
            Ok(text) => {
                for account in value::accounts(&text) {
                    if !found.contains(&account) {
                        found.push(account);
                    }
                }
            }
            Err(problem) => {
                reader.refuse(Column::Teacher, problem);
                return None;
            }
        }
    }
    Some(found)
}

/// Codes that are not as long as the national ones, told once.
#[derive(Default)]
struct OddCodes {
    rows: u32,
    first: Option<u32>,
}

impl OddCodes {
    fn look(&mut self, code: Option<&str>, row: u32) {
        if code.is_some_and(|code| code.chars().count() != CODE_LENGTH) {
            self.rows += 1;
            self.first.get_or_insert(row);
        }
    }

    fn tell(&self, state: &mut State) {
        if let Some(first) = self.first {
            state.warnings.push(RosterWarning::CodeLength {
                rows: self.rows,
                first,
            });
        }
    }
}
