//! A school of 3,000 hands in its enrolments: 40,000 rows in a workbook, into a library in a file. Wanted:
//! at most 5 seconds from the file to the preview, and 5 more to apply it. `cargo bench --bench rosters`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench speaks")]

#[path = "limits.rs"]
#[expect(dead_code, reason = "shared with benches of several processes")]
mod limits;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use licheng::domain::roster::RosterKind;
use licheng::domain::term::{Semester, Term};
use licheng::engine::{
    Command, Engine, Face, ImportCommand, NewSchoolLibrary, OpenTable, Secret, Session, Surroundings,
    SystemClock, SystemRandom, TableSource, TableWatch,
};
use licheng::exchange::report::{self, Report};
use licheng::media::InProcess;

const STUDENTS: usize = 3_000;
const PER_CLASS: usize = 40;
const TEACHERS: usize = 200;
const COURSES_OF_A_CLASS: usize = 14;
const ROWS: usize = 40_000;
const MOST: Duration = Duration::from_secs(5);
const TERM: Term = Term::new(114, Semester::First);
const ADMINISTRATOR: &str = "office";
const PASSWORD: &str = "Rosters-of-3000-students";

type Row = Vec<String>;

fn student(number: usize) -> String {
    format!("{:07}", 1_140_001 + number)
}

fn class(number: usize) -> String {
    let class = number / PER_CLASS;
    format!("{}年{}班", ["一", "二", "三"][class % 3], 1 + class / 3)
}

fn code(course: usize) -> String {
    format!("114550301H11101A{:07}", 1_010_101 + course)
}

fn students() -> Vec<Row> {
    let row = |number| {
        vec![
            student(number),
            format!("學生{number:04}"),
            class(number),
            format!("{:02}", 1 + number % PER_CLASS),
            "114".into(),
        ]
    };
    (0..STUDENTS).map(row).collect()
}

fn teachers() -> Vec<Row> {
    (0..TEACHERS)
        .map(|number| vec![format!("t{number:03}"), format!("教師{number:03}")])
        .collect()
}

fn courses() -> Vec<Row> {
    let of_class = |class_number: usize| {
        (0..COURSES_OF_A_CLASS).map(move |course| {
            let teacher = (class_number * COURSES_OF_A_CLASS + course) % TEACHERS;
            vec![
                "114".into(),
                "1".into(),
                code(course),
                format!("科目{course:02}"),
                "2".into(),
                "部定必修".into(),
                class(class_number * PER_CLASS),
                format!("t{teacher:03}"),
            ]
        })
    };
    (0..STUDENTS / PER_CLASS).flat_map(of_class).collect()
}

fn enrolments() -> Vec<Row> {
    let row = |row: usize| {
        let number = row % STUDENTS;
        vec![
            student(number),
            "114".into(),
            "1".into(),
            code(row / STUDENTS),
            class(number),
            if row.is_multiple_of(50) {
                "重修"
            } else {
                "一般"
            }
            .into(),
        ]
    };
    (0..ROWS).map(row).collect()
}

fn workbook(path: &Path, header: &[&str], rows: Vec<Row>) {
    let bytes = report::xlsx(&[Report {
        name: "名冊".into(),
        header: header.iter().map(|cell| (*cell).to_owned()).collect(),
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(Into::into).collect())
            .collect(),
        ..Report::default()
    }])
    .unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// How long the preview of a workbook took, and how long applying it.
fn import(engine: &Engine, session: &Session, kind: RosterKind, path: &Path) -> (Duration, Duration) {
    let started = Instant::now();
    let table = OpenTable::open(&TableSource::Path(path), TableWatch::nobody()).unwrap();
    let guess = engine.guess_roster(session, &table, kind).unwrap();
    assert!(guess.is_sure());
    let read = Engine::read_roster(&table, &guess.mapping, kind, TableWatch::nobody()).unwrap();
    assert!(read.wrong.is_empty());
    let mut roster = read.roster;
    roster.class_term = Some(TERM);
    let preview = engine
        .preview_import(session, &roster, &mut |_, _| ControlFlow::Continue(()))
        .unwrap()
        .unwrap();
    let previewed = started.elapsed();
    assert_eq!(preview.counts.wrong, 0);
    let command = Command::Import(ImportCommand::Apply {
        roster,
        seen: Some(preview.fingerprint),
        skip_wrong: false,
    });
    engine.run(session, engine.new_request(), &command).unwrap();
    (previewed, started.elapsed() - previewed)
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(InProcess),
    };
    let new = NewSchoolLibrary {
        name: "量測高中".into(),
        code: "990302".into(),
        administrator: ADMINISTRATOR.into(),
        administrator_name: "管理員".into(),
        password: Secret::new(PASSWORD),
        term: TERM,
    };
    let library = folder.path().join("school.redb");
    let (engine, _) =
        Engine::create_school_library(Some(&library), &new, surroundings, Face::CommandLine).unwrap();
    let session = engine.login(ADMINISTRATOR, &Secret::new(PASSWORD)).unwrap();
    let rosters: [(RosterKind, &[&str], Vec<Row>); 4] = [
        (
            RosterKind::Students,
            &["學號", "姓名", "班級", "座號", "入學學年度"],
            students(),
        ),
        (RosterKind::Teachers, &["帳號", "姓名"], teachers()),
        (
            RosterKind::Courses,
            &[
                "學年度",
                "學期",
                "課程代碼",
                "科目名稱",
                "學分",
                "類別",
                "開課班",
                "教師帳號",
            ],
            courses(),
        ),
        (
            RosterKind::Enrolments,
            &["學號", "學年度", "學期", "課程代碼", "開課班", "修習方式"],
            enrolments(),
        ),
    ];
    for (kind, header, rows) in rosters {
        let path = folder.path().join(format!("{}.xlsx", kind.code()));
        let count = rows.len();
        workbook(&path, header, rows);
        let (previewed, applied) = import(&engine, &session, kind, &path);
        for (what, took) in [("preview", previewed), ("apply", applied)] {
            limits::hold(
                took <= MOST,
                &format!("{count} {}: {what} {took:.2?} (at most {MOST:?})", kind.code()),
            );
        }
    }
    engine.library().close().unwrap();
    drop(folder);
    limits::end();
}
