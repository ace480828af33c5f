//! The rosters of the demonstration school, and how its office takes them in: as any office does, from
//! tables with a header.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::domain::roster::RosterKind;
use crate::domain::term::Term;
use crate::engine::{
    Command, Engine, Failure, ImportCommand, OpenTable, Roster, Session, StoreError, TableSource,
};
use crate::exchange::Watch;
use crate::exchange::report::{Report, tab_separated};

use super::people::Student;
use super::{courses, dates, officers, people};

/// A table with the texts of its cells.
pub(super) struct Table {
    pub kind: RosterKind,
    pub header: &'static [&'static str],
    pub rows: Vec<Vec<String>>,
    /// The term in which classes and seats of students count
    pub class_term: Option<Term>,
}

/// What 教務處 imports, in the order in which one roster needs the other.
pub(super) fn of_registry(students: &[Student]) -> Vec<Table> {
    let of_students = |term| Table {
        kind: RosterKind::Students,
        header: &[
            "學號",
            "姓名",
            "班級",
            "座號",
            "身分證號",
            "出生年月日",
            "入學學年度",
        ],
        rows: people::student_rows(term),
        class_term: Some(term),
    };
    vec![
        Table {
            kind: RosterKind::Teachers,
            header: &["帳號", "姓名"],
            rows: people::teacher_rows(),
            class_term: None,
        },
        of_students(dates::LAST_TERM),
        of_students(dates::TERM),
        Table {
            kind: RosterKind::Courses,
            header: &[
                "學年度",
                "學期",
                "課程代碼",
                "科目名稱",
                "學分",
                "類別",
                "開課班",
                "教師帳號",
            ],
            rows: courses::course_rows(),
            class_term: None,
        },
        Table {
            kind: RosterKind::Enrolments,
            header: &["學號", "學年度", "學期", "課程代碼", "開課班", "修習方式"],
            rows: courses::enrolment_rows(students),
            class_term: None,
        },
    ]
}

/// 校內幹部經歷名冊, which 學務處 imports.
pub(super) fn of_student_affairs(students: &[Student]) -> Table {
    Table {
        kind: RosterKind::OfficerPosts,
        header: &[
            "學年度",
            "學期",
            "身分證號",
            "出生年月日",
            "單位名稱",
            "開始日期",
            "結束日期",
            "擔任職務",
            "幹部等級",
        ],
        rows: officers::rows(students),
        class_term: None,
    }
}

/// Reads the table and applies it whole.
pub(super) fn import(engine: &Engine, session: &Session, table: &Table) -> Result<(), Failure> {
    let text = tab_separated(&Report {
        header: table.header.iter().map(|cell| (*cell).to_owned()).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.as_str().into()).collect())
            .collect(),
        ..Report::default()
    });
    let kind = table.kind;
    let opened = OpenTable::open(&TableSource::Pasted(&text), Watch::nobody())
        .map_err(|problem| unreadable(kind, &problem))?;
    let guess = engine.guess_roster(session, &opened, kind)?;
    let read = Engine::read_roster(&opened, &guess.mapping, kind, Watch::nobody())
        .map_err(|trouble| unreadable(kind, &trouble))?;
    if !read.wrong.is_empty() {
        return Err(unreadable(kind, &read.wrong));
    }
    let roster = Roster {
        rows: Arc::clone(&read.roster.rows),
        class_term: table.class_term,
    };
    let preview = engine.preview_import(session, &roster, &mut |_, _| ControlFlow::Continue(()))?;
    let command = Command::Import(ImportCommand::Apply {
        roster,
        seen: preview.map(|preview| preview.fingerprint),
        skip_wrong: false,
    });
    engine.run(session, engine.new_request(), &command)?;
    Ok(())
}

/// The tables are part of the program: one that cannot be read is a damaged program, as a damaged library
/// is.
fn unreadable(kind: RosterKind, why: &dyn std::fmt::Debug) -> Failure {
    Failure::Store(StoreError::UnreadableRecord {
        detail: format!("roster of the demonstration school, {}: {why:?}", kind.code()),
    })
}
