//! Tables as rosters: what the program makes of one, what people said of headers before, and reading it.

use std::path::Path;
use std::sync::Arc;

use crate::domain::access;
use crate::domain::refusal::Refusal;
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::{RosterColumn, TemplateWords};
use crate::domain::roster_mapping::{ColumnGuess, Mapping, RememberedHeader, RosterGuess};
use crate::domain::roster_problem::{RosterTrouble, RosterWarning, WrongCell};
use crate::domain::table::{TableProblem, WriteProblem};
use crate::engine::command::{Roster, right_for};
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, guard};
use crate::exchange::roster::{self, Reading};
use crate::exchange::table::{self, Workbook};
use crate::exchange::watch::Watch;
use crate::store::record::code::Coded;
use crate::store::record::import::RememberedHeaderV1;
use crate::store::record::{list, load, save};
use crate::store::{NameKey, ReadRecords};

/// Headers are looked for down to this row: above them stand titles and dates.
const LAST_HEADER_ROW: u32 = 20;

/// Where a table comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableSource<'a> {
    Path(&'a Path),
    /// Copied from a spreadsheet
    Pasted(&'a str),
}

/// A table that was opened; what it says is asked of the engine.
#[derive(Debug)]
pub struct OpenTable(Workbook);

impl OpenTable {
    /// Needs no library: only bytes are looked at.
    ///
    /// # Errors
    /// Why it is no table that can be read.
    pub fn open(source: &TableSource<'_>, watch: Watch<'_>) -> Result<Self, TableProblem> {
        match source {
            TableSource::Path(path) => table::open_path(path, watch),
            TableSource::Pasted(text) => table::pasted(text, watch),
        }
        .map(Self)
    }

    /// A workbook with these rows as they were, each with its reason, to be mended and imported. Rows count
    /// from 1.
    ///
    /// # Errors
    /// What cannot be written.
    pub fn rows_to_mend(
        &self,
        mapping: &Mapping,
        kind: RosterKind,
        rows: &[(u32, String)],
        reason_header: &str,
    ) -> Result<Vec<u8>, WriteProblem> {
        roster::rows_to_mend(&self.0, mapping, kind, rows, reason_header)
    }

    pub(in crate::engine) fn workbook(&self) -> &Workbook {
        &self.0
    }
}

/// An empty roster to be filled in, as a workbook.
///
/// # Errors
/// What cannot be written.
pub fn roster_template(kind: RosterKind, words: &TemplateWords) -> Result<Vec<u8>, WriteProblem> {
    roster::template(kind, words)
}

/// A table as a roster.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRoster {
    /// The rows that could be read
    pub roster: Roster,
    /// Cells of the others, in the order of the rows
    pub wrong: Arc<Vec<WrongCell>>,
    pub warnings: Vec<RosterWarning>,
    /// Filled rows below the header
    pub total: u32,
}

/// The kind of roster, then a keyed hash of the header: what people call their columns is their own.
fn header_key(key: &NameKey, kind: RosterKind, header: &str) -> Vec<u8> {
    let mut at = vec![Coded::code(kind)];
    at.extend(key.hash(format!("header\0{header}").as_bytes()));
    at
}

fn remembered(records: &impl ReadRecords, kind: RosterKind) -> Result<Vec<RememberedHeader>, Failure> {
    let known = list::<RememberedHeaderV1>(records, &[Coded::code(kind)])?;
    Ok(known
        .into_iter()
        .map(|(_, record)| RememberedHeader {
            header: record.header,
            means: record.means.as_deref().and_then(RosterColumn::from_code),
        })
        .collect())
}

impl Engine {
    fn require_importer(
        &self,
        session: &Session,
        kind: RosterKind,
    ) -> Result<Vec<RememberedHeader>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let right = right_for(kind);
            if !access::may(&session.roles, right) {
                return Err(Refusal::NoRight { right }.into());
            }
            remembered(txn, kind)
        })
    }

    /// What the program makes of a table as this roster, helped by what people said of its headers before.
    ///
    /// # Errors
    /// A session that is over, no right to import this roster, or the library's trouble.
    pub fn guess_roster(
        &self,
        session: &Session,
        table: &OpenTable,
        kind: RosterKind,
    ) -> Result<RosterGuess, Failure> {
        let known = self.require_importer(session, kind)?;
        Ok(roster::guess(table.workbook(), kind, &known))
    }

    /// The same for a sheet, and perhaps a first row, that a person chose.
    ///
    /// # Errors
    /// As [`Engine::guess_roster`].
    pub fn guess_sheet(
        &self,
        session: &Session,
        table: &OpenTable,
        kind: RosterKind,
        sheet: u32,
        first_row: Option<u32>,
    ) -> Result<(Mapping, Vec<ColumnGuess>), Failure> {
        let known = self.require_importer(session, kind)?;
        let guess = |first_row| roster::guess_at(table.workbook(), kind, &known, sheet, first_row);
        let rows = first_row.map_or(1..=LAST_HEADER_ROW, |row| row..=row);
        // Of equals the one nearest to the top.
        let best = rows.map(guess).min_by_key(|(mapping, _)| {
            let found = mapping.columns.len();
            (mapping.missing(kind).len(), usize::MAX - found)
        });
        Ok(best.unwrap_or_else(|| guess(0)))
    }

    /// Reads the rows of a table. Needs no right: nothing of the library is looked at.
    ///
    /// # Errors
    /// Why it cannot be read as this roster; what is wrong with single rows is part of the answer.
    pub fn read_roster(
        table: &OpenTable,
        mapping: &Mapping,
        kind: RosterKind,
        watch: Watch<'_>,
    ) -> Result<ReadRoster, RosterTrouble> {
        let Reading {
            rows,
            wrong,
            warnings,
            total,
        } = roster::read(table.workbook(), mapping, kind, watch)?;
        Ok(ReadRoster {
            roster: Roster {
                rows: Arc::new(rows),
                class_term: mapping.term,
            },
            wrong: Arc::new(wrong),
            warnings,
            total,
        })
    }

    /// Remembers what the headers of this table mean, for the next one like it. A preference and no record:
    /// it has no line in the history.
    ///
    /// # Errors
    /// As [`Engine::guess_roster`].
    pub fn remember_headers(
        &self,
        session: &Session,
        table: &OpenTable,
        mapping: &Mapping,
        kind: RosterKind,
    ) -> Result<(), Failure> {
        self.require_importer(session, kind)?;
        let name_key = &self.library.header().name_key;
        let headers = roster::remember(table.workbook(), mapping);
        self.library.write(|txn| {
            for header in headers {
                let at = header_key(name_key, kind, &header.header);
                let record = RememberedHeaderV1 {
                    header: header.header,
                    means: header.means.map(|column| column.code().to_owned()),
                };
                if load::<RememberedHeaderV1>(txn, &at)?.as_ref() != Some(&record) {
                    save(txn, &at, &record)?;
                }
            }
            Ok(())
        })
    }
}
