//! Tables made by other programs, read as schools would have them read; tables written here, read back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod bad_input;
mod files;
mod watching;
mod writing;

use std::path::PathBuf;

use licheng::domain::roster::{RosterKind, RosterRows};
use licheng::domain::table::TableProblem;
use licheng::exchange::roster::{Reading, guess, read};
use licheng::exchange::table::{self, Workbook};
use licheng::exchange::{Watch, roster};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/rosters")
        .join(name)
}

fn open(name: &str) -> Result<Workbook, TableProblem> {
    table::open_path(&fixture(name), Watch::nobody())
}

/// Opens, guesses and reads, as an import without anybody's help does.
fn read_file(name: &str, kind: RosterKind) -> Reading {
    let workbook = open(name).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
    let guess = guess(&workbook, kind, &[]);
    assert!(guess.is_sure(), "{name}: {guess:#?}");
    read(&workbook, &guess.mapping, kind, Watch::nobody())
        .unwrap_or_else(|trouble| panic!("{name}: {trouble:?}"))
}

/// As an import reads pasted text.
fn read_text(text: &str, kind: RosterKind) -> Reading {
    let workbook = table::pasted(text, Watch::nobody()).unwrap();
    let guess = roster::guess(&workbook, kind, &[]);
    read(&workbook, &guess.mapping, kind, Watch::nobody()).unwrap()
}

fn count(rows: &RosterRows) -> usize {
    match rows {
        RosterRows::Students(rows) => rows.len(),
        RosterRows::Teachers(rows) => rows.len(),
        RosterRows::Courses(rows) => rows.len(),
        RosterRows::Enrolments(rows) => rows.len(),
        RosterRows::OfficerPosts(rows) => rows.len(),
        RosterRows::Receipts(rows) => rows.len(),
    }
}
