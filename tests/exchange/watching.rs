//! Progress and cancelling.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use licheng::domain::roster::RosterKind;
use licheng::domain::roster_problem::RosterTrouble;
use licheng::domain::table::TableProblem;
use licheng::exchange::roster::{guess, read};
use licheng::exchange::{Progress, Stage, Watch, table};

fn long_table() -> String {
    let mut text = String::from("帳號,姓名\n");
    for number in 0..30_000 {
        text += &format!("T{number},王小明\n");
    }
    text
}

#[test]
fn progress_is_told_and_never_goes_back() {
    let seen = RefCell::new(Vec::<Progress>::new());
    let listen = |progress| seen.borrow_mut().push(progress);
    let stop = AtomicBool::new(false);
    let watch = Watch::new(&listen, &stop);
    let workbook = table::open(long_table().as_bytes(), watch).unwrap();
    let guess = guess(&workbook, RosterKind::Teachers, &[]);
    read(&workbook, &guess.mapping, RosterKind::Teachers, watch).unwrap();
    let seen = seen.into_inner();
    for stage in [Stage::Cells, Stage::Rows] {
        let of_stage: Vec<u64> = seen
            .iter()
            .filter(|progress| progress.stage == stage)
            .map(|progress| progress.done)
            .collect();
        assert!(of_stage.len() > 3, "{stage:?}: {of_stage:?}");
        assert!(of_stage.is_sorted());
    }
    assert!(seen.iter().all(|progress| progress.done <= progress.total));
}

#[test]
fn stopping_ends_opening_and_reading() {
    let stop = AtomicBool::new(false);
    let text = long_table();
    let workbook = table::open(text.as_bytes(), Watch::nobody()).unwrap();
    let guess = guess(&workbook, RosterKind::Teachers, &[]);
    // Said by whoever hears of the first progress.
    let listen = |_: Progress| stop.store(true, Ordering::Relaxed);
    let watch = Watch::new(&listen, &stop);
    assert_eq!(
        table::open(text.as_bytes(), watch).unwrap_err(),
        TableProblem::Cancelled
    );
    stop.store(false, Ordering::Relaxed);
    assert_eq!(
        read(&workbook, &guess.mapping, RosterKind::Teachers, watch).unwrap_err(),
        RosterTrouble::Table(TableProblem::Cancelled)
    );
    stop.store(true, Ordering::Relaxed);
    let bytes = std::fs::read(crate::fixture("students.xls")).unwrap();
    assert_eq!(table::open(&bytes, watch).unwrap_err(), TableProblem::Cancelled);
}
