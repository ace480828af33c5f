//! Rosters through the engine: what would become of each row, applying as one whole, taking back.

mod courses;
mod officer_posts;
mod people;
mod promotion;
mod undo;
mod whole;

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::NaiveDate;
use licheng::domain::access::Role;
use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::import::{ImportPreview, ImportReport, RowProblem, Standing};
use licheng::domain::roster::{CourseRow, EnrolmentRow, Located, RosterRows, StudentRow, TeacherRow};
use licheng::domain::term::SchoolYear;
use licheng::engine::{Command, Failure, ImportCommand, Reply, Roster, Session};

use crate::support::school::{School, TERM};

pub fn roster(rows: RosterRows) -> Roster {
    Roster {
        rows: Arc::new(rows),
        class_term: None,
    }
}

/// Rows as a table has them below its header.
pub fn located<T>(rows: Vec<T>) -> Vec<Located<T>> {
    (2..)
        .zip(rows)
        .map(|(row, value)| Located { row, value })
        .collect()
}

pub fn students(rows: Vec<StudentRow>) -> Roster {
    roster(RosterRows::Students(located(rows)))
}

pub fn teachers(rows: &[(&str, &str)]) -> Roster {
    let row = |(account, name): &(&str, &str)| TeacherRow {
        account: (*account).to_owned(),
        display_name: (*name).to_owned(),
    };
    roster(RosterRows::Teachers(located(rows.iter().map(row).collect())))
}

pub fn courses(rows: Vec<CourseRow>) -> Roster {
    roster(RosterRows::Courses(located(rows)))
}

pub fn enrolments(rows: Vec<EnrolmentRow>) -> Roster {
    roster(RosterRows::Enrolments(located(rows)))
}

pub fn student(account: &str, name: &str, class: &str, seat: &str) -> StudentRow {
    StudentRow {
        account: account.to_owned(),
        display_name: name.to_owned(),
        class: class.to_owned(),
        seat: seat.to_owned(),
        national_id: None,
        birth_date: None,
        entry_year: SchoolYear(114),
    }
}

pub fn with_id(mut row: StudentRow, id: &str) -> StudentRow {
    row.national_id = Some(id.to_owned());
    row
}

pub fn born(mut row: StudentRow, year: i32, month: u32, day: u32) -> StudentRow {
    row.birth_date = NaiveDate::from_ymd_opt(year, month, day);
    row
}

pub fn course(code: &str, group: &str, teachers: &[&str]) -> CourseRow {
    CourseRow {
        term: TERM,
        code: code.to_owned(),
        name: format!("{code}課"),
        credits: Credits::whole(2),
        kind: CourseKind::MinistryRequired,
        group: group.to_owned(),
        teachers: teachers.iter().map(|teacher| (*teacher).to_owned()).collect(),
    }
}

pub fn enrolment(account: &str, code: &str, group: &str) -> EnrolmentRow {
    EnrolmentRow {
        account: account.to_owned(),
        term: TERM,
        code: code.to_owned(),
        group: group.to_owned(),
        mode: EnrolmentMode::Regular,
    }
}

impl School {
    /// Somebody of 學務處.
    pub fn affairs(&self) -> Session {
        let mut session = self.login("a1");
        session.roles = vec![Role::StudentAffairs];
        session
    }

    pub fn preview(&self, session: &Session, roster: &Roster) -> ImportPreview {
        let mut go_on = |_, _| ControlFlow::Continue(());
        self.engine
            .preview_import(session, roster, &mut go_on)
            .unwrap()
            .unwrap()
    }

    /// Previews and applies what was seen.
    pub fn import(&self, session: &Session, roster: &Roster) -> ImportReport {
        let seen = self.preview(session, roster).fingerprint;
        let command = apply(roster, Some(seen));
        match self.run(session, &command) {
            Ok(Reply::Import(report)) => report,
            other => panic!("{other:?}"),
        }
    }

    pub fn undo_last(&self, session: &Session) -> Result<Reply, Failure> {
        let last = self.engine.last_import(session).unwrap().unwrap();
        let undo = ImportCommand::UndoLast {
            import: last.import,
            kind: last.kind,
        };
        self.run(session, &Command::Import(undo))
    }
}

pub fn apply(roster: &Roster, seen: Option<licheng::domain::import::Fingerprint>) -> Command {
    Command::Import(ImportCommand::Apply {
        roster: roster.clone(),
        seen,
        skip_wrong: false,
    })
}

/// `N` new, `C` changed, `U` unchanged, `W` wrong, in the order of the rows.
pub fn standings(preview: &ImportPreview) -> String {
    let letter = |standing: &Standing| match standing {
        Standing::New => 'N',
        Standing::Changed(_) => 'C',
        Standing::Unchanged => 'U',
        Standing::Wrong(_) => 'W',
    };
    preview.rows.iter().map(|row| letter(&row.standing)).collect()
}

/// What is wrong with the row at this place.
pub fn problems(preview: &ImportPreview, place: usize) -> Vec<RowProblem> {
    match &preview.rows[place].standing {
        Standing::Wrong(problems) => problems.clone(),
        other => panic!("row {place} is {other:?}"),
    }
}

/// The fields that the row at this place changes, as texts.
pub fn changes(preview: &ImportPreview, place: usize) -> Vec<String> {
    match &preview.rows[place].standing {
        Standing::Changed(changes) => changes
            .iter()
            .map(|change| licheng::text::imports::change(change, preview.kind))
            .collect(),
        other => panic!("row {place} is {other:?}"),
    }
}

pub fn absent(preview: &ImportPreview) -> Vec<String> {
    preview
        .absent
        .iter()
        .map(licheng::text::imports::subject)
        .collect()
}
