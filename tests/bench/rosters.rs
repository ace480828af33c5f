//! A school of 3,000 hands in its enrolments: 40,000 rows in a workbook. Opening and reading them is the
//! larger part of a preview, which may take 5 seconds.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench speaks")]

use std::time::Instant;

use licheng::domain::roster::RosterKind;
use licheng::exchange::report::{self, Report};
use licheng::exchange::roster::{guess, read};
use licheng::exchange::{Watch, table};

const STUDENTS: u32 = 3_000;
const ROWS: u32 = 40_000;

fn roster() -> Vec<u8> {
    let rows = (0..ROWS).map(|row| {
        let (student, course) = (row % STUDENTS, row / STUDENTS);
        vec![
            format!("{:07}", 1_100_000 + student).into(),
            "114".into(),
            "1".into(),
            format!("114550301H11101A{course:07}").into(),
            format!("{}年{}班", 1 + student % 3, 1 + student % 30).into(),
            if row % 50 == 0 { "重修" } else { "一般" }.into(),
        ]
    });
    let header = ["學號", "學年度", "學期", "課程代碼", "開課班", "修習方式"];
    report::xlsx(&[Report {
        name: "修課".into(),
        header: header.map(str::to_owned).into(),
        rows: rows.collect(),
        ..Report::default()
    }])
    .unwrap()
}

fn main() {
    let bytes = roster();
    let kind = RosterKind::Enrolments;
    let start = Instant::now();
    let workbook = table::open(&bytes, Watch::nobody()).unwrap();
    let opened = start.elapsed();
    let guess = guess(&workbook, kind, &[]);
    assert!(guess.is_sure());
    let guessed = start.elapsed();
    let reading = read(&workbook, &guess.mapping, kind, Watch::nobody()).unwrap();
    let done = start.elapsed();
    assert_eq!((reading.total, reading.wrong.len()), (ROWS, 0));
    println!("{ROWS} enrolments, {} KiB of xlsx", bytes.len() / 1024);
    println!("open   {:>6} ms", opened.as_millis());
    println!("guess  {:>6} ms", (guessed - opened).as_millis());
    println!("read   {:>6} ms", (done - guessed).as_millis());
    println!("all    {:>6} ms", done.as_millis());
}
