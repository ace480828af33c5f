//! Rosters on the thread for files: opening a table, reading it, holding it against the records, applying.
//! The table stays on the desk while a person looks at its columns; one at a time.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::import::{Fingerprint, ImportPreview, ImportReport, LastImport};
use crate::domain::refusal::Refusal;
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::TemplateWords;
use crate::domain::roster_mapping::{ColumnGuess, Mapping, RosterGuess};
use crate::domain::roster_problem::RosterTrouble;
use crate::domain::table::{TableProblem, WriteProblem};
use crate::engine::{
    Command, Engine, ImportCommand, OpenTable, ReadRoster, Reply, Roster, Session, TableProgress,
    TableSource, TableStage, TableWatch, roster_template,
};

use super::desk::Desk;
use super::message::{Answer, Message, Ticket, Trouble};
use super::shelf::OpenLibrary;
use super::whole_file::{self, Readers};

/// Where a roster comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportSource {
    File(PathBuf),
    /// Copied from a spreadsheet
    Pasted(String),
}

/// What can be asked about rosters. A table is named by the ticket of the request that opened it.
#[derive(Debug, Clone)]
pub enum ImportRequest {
    /// Opens a table, in place of the one before, and says what the program makes of it.
    Open {
        session: Session,
        kind: RosterKind,
        source: ImportSource,
    },
    /// What it makes of another sheet or another first row.
    Look {
        session: Session,
        table: Ticket,
        kind: RosterKind,
        sheet: u32,
        /// `None`: where the program finds a header
        first_row: Option<u32>,
    },
    /// Reads the rows and holds them against the records.
    Preview {
        session: Session,
        table: Ticket,
        kind: RosterKind,
        mapping: Mapping,
    },
    Apply(Box<ApplyRequest>),
    /// The last import, and whether it can be undone.
    Last {
        session: Session,
    },
    /// Writes the wrong rows of a table to a file, each with its reason, to be mended and imported.
    SaveWrong {
        table: Ticket,
        kind: RosterKind,
        mapping: Mapping,
        /// Row as a spreadsheet shows it, reason in words
        reasons: Vec<(u32, String)>,
        reason_header: String,
        to: PathBuf,
    },
    /// Writes an empty table with the right header.
    SaveTemplate {
        kind: RosterKind,
        words: Box<TemplateWords>,
        to: PathBuf,
    },
    /// Forgets the open table.
    Close,
}

/// Applies what was previewed, then remembers what the headers of its table mean.
#[derive(Debug, Clone)]
pub struct ApplyRequest {
    pub session: Session,
    pub roster: Roster,
    pub seen: Fingerprint,
    pub skip_wrong: bool,
    pub table: Ticket,
    pub mapping: Mapping,
}

/// Answers to [`ImportRequest`]s.
#[derive(Debug)]
pub enum ImportAnswer {
    Opened {
        table: Ticket,
        guess: RosterGuess,
    },
    Looked {
        mapping: Mapping,
        columns: Vec<ColumnGuess>,
    },
    Previewed {
        read: ReadRoster,
        preview: ImportPreview,
    },
    Applied(ImportReport),
    Last(Option<LastImport>),
    Saved(PathBuf),
    Closed,
}

/// What takes time with a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImportStage {
    /// The file is read and taken apart.
    Reading,
    /// Cells become values.
    Checking,
    /// Rows are held against the records.
    Comparing,
}

/// The table a person is looking at.
#[derive(Default)]
pub(super) struct Tables(Mutex<Option<(Ticket, Arc<OpenTable>)>>);

impl Tables {
    fn put(&self, ticket: Ticket, table: OpenTable) -> Arc<OpenTable> {
        let table = Arc::new(table);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((ticket, Arc::clone(&table)));
        table
    }

    fn get(&self, ticket: Ticket) -> Result<Arc<OpenTable>, Trouble> {
        let open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.as_ref()
            .filter(|(known, _)| *known == ticket)
            .map(|(_, table)| Arc::clone(table))
            // The library was changed, or another table opened since.
            .ok_or(Trouble::Cancelled)
    }

    pub fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

pub(super) fn serve(desk: &Desk, ticket: Ticket, request: ImportRequest) -> Result<Answer, Trouble> {
    let answer = match request {
        ImportRequest::Open {
            session,
            kind,
            source,
        } => open(desk, ticket, &session, kind, &source),
        ImportRequest::Look {
            session,
            table,
            kind,
            sheet,
            first_row,
        } => {
            let (library, table) = (desk.shelf.require()?, desk.tables.get(table)?);
            let looked = library
                .engine
                .guess_sheet(&session, &table, kind, sheet, first_row);
            looked
                .map(|(mapping, columns)| ImportAnswer::Looked { mapping, columns })
                .map_err(|failure| library.trouble(failure))
        }
        ImportRequest::Preview {
            session,
            table,
            kind,
            mapping,
        } => preview(desk, ticket, &session, table, kind, &mapping),
        ImportRequest::Apply(apply) => applied(desk, ticket, &apply),
        ImportRequest::Last { session } => {
            let library = desk.shelf.require()?;
            let last = library.engine.last_import(&session);
            last.map(ImportAnswer::Last)
                .map_err(|failure| library.trouble(failure))
        }
        ImportRequest::SaveWrong {
            table,
            kind,
            mapping,
            reasons,
            reason_header,
            to,
        } => {
            let table = desk.tables.get(table)?;
            save(table.rows_to_mend(&mapping, kind, &reasons, &reason_header), to)
        }
        ImportRequest::SaveTemplate { kind, words, to } => save(roster_template(kind, &words), to),
        ImportRequest::Close => {
            desk.tables.close();
            Ok(ImportAnswer::Closed)
        }
    };
    answer.map(|answer| Answer::Import(Box::new(answer)))
}

fn save(bytes: Result<Vec<u8>, WriteProblem>, to: PathBuf) -> Result<ImportAnswer, Trouble> {
    whole_file::write(&to, &bytes.map_err(Trouble::Table)?, Readers::AsUsual)?;
    Ok(ImportAnswer::Saved(to))
}

/// Tells the window how far a roster is, and hears whether it was given up.
struct Telling<'a> {
    desk: &'a Desk,
    ticket: Ticket,
    stop: AtomicBool,
    told: Mutex<(ImportStage, u64)>,
}

/// One stage is told at most so often.
const MOST_STEPS: u64 = 50;

impl<'a> Telling<'a> {
    fn new(desk: &'a Desk, ticket: Ticket) -> Self {
        Self {
            desk,
            ticket,
            stop: AtomicBool::new(false),
            told: Mutex::new((ImportStage::Reading, 0)),
        }
    }

    /// Whether to go on.
    fn tell(&self, stage: ImportStage, done: u64, total: u64) -> bool {
        if self.desk.post.jobs.is_cancelled(self.ticket) {
            self.stop.store(true, Ordering::Relaxed);
            return false;
        }
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.0 != stage || done >= told.1 + total.div_ceil(MOST_STEPS).max(1) {
            *told = (stage, done);
            self.desk.post.send(Message::ImportProgress {
                ticket: self.ticket,
                stage,
                done,
                total,
            });
        }
        true
    }

    fn read(&self, progress: TableProgress) {
        let stage = match progress.stage {
            TableStage::Opening | TableStage::Cells => ImportStage::Reading,
            TableStage::Rows => ImportStage::Checking,
        };
        self.tell(stage, progress.done, progress.total);
    }
}

fn table_trouble(source: &ImportSource, problem: TableProblem) -> Trouble {
    if problem == TableProblem::Cancelled {
        return Trouble::Cancelled;
    }
    let name = match source {
        ImportSource::File(path) => super::file_jobs::name_of(path),
        ImportSource::Pasted(_) => String::new(),
    };
    Trouble::Roster {
        name,
        trouble: RosterTrouble::Table(problem),
    }
}

fn open(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    kind: RosterKind,
    source: &ImportSource,
) -> Result<ImportAnswer, Trouble> {
    let library = desk.shelf.require()?;
    let telling = Telling::new(desk, ticket);
    let progress = |progress| telling.read(progress);
    let watch = TableWatch::new(&progress, &telling.stop);
    let from = match source {
        ImportSource::File(path) => TableSource::Path(path),
        ImportSource::Pasted(text) => TableSource::Pasted(text),
    };
    let table = OpenTable::open(&from, watch).map_err(|problem| table_trouble(source, problem))?;
    if desk.post.jobs.is_cancelled(ticket) {
        return Err(Trouble::Cancelled);
    }
    let guess = library.engine.guess_roster(session, &table, kind);
    let guess = guess.map_err(|failure| library.trouble(failure))?;
    desk.tables.put(ticket, table);
    Ok(ImportAnswer::Opened { table: ticket, guess })
}

fn preview(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    table: Ticket,
    kind: RosterKind,
    mapping: &Mapping,
) -> Result<ImportAnswer, Trouble> {
    let (library, table) = (desk.shelf.require()?, desk.tables.get(table)?);
    let telling = Telling::new(desk, ticket);
    let progress = |progress| telling.read(progress);
    let watch = TableWatch::new(&progress, &telling.stop);
    let read = Engine::read_roster(&table, mapping, kind, watch).map_err(|trouble| match trouble {
        RosterTrouble::Table(TableProblem::Cancelled) => Trouble::Cancelled,
        trouble => Trouble::Roster {
            name: String::new(),
            trouble,
        },
    })?;
    let mut go_on = |done, total| {
        if telling.tell(ImportStage::Comparing, done, total) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let preview = library.engine.preview_import(session, &read.roster, &mut go_on);
    let preview = preview.map_err(|failure| library.trouble(failure))?;
    let preview = preview.ok_or(Trouble::Cancelled)?;
    Ok(ImportAnswer::Previewed { read, preview })
}

/// A commit that began finishes; before that it can still be given up.
fn applied(desk: &Desk, ticket: Ticket, apply: &ApplyRequest) -> Result<ImportAnswer, Trouble> {
    let library = desk.shelf.require()?;
    let command = Command::Import(ImportCommand::Apply {
        roster: apply.roster.clone(),
        seen: Some(apply.seen),
        skip_wrong: apply.skip_wrong,
    });
    let request = library.engine.new_request();
    let reply = desk.give(ticket, &library, &apply.session, request, &command)?;
    let Reply::Import(report) = reply else {
        return Err(Trouble::Refused(Refusal::NoSuchItem));
    };
    remember(desk, &library, apply);
    Ok(ImportAnswer::Applied(report))
}

/// A help for the next time: that it failed is not worth a word to the person.
fn remember(desk: &Desk, library: &OpenLibrary, apply: &ApplyRequest) {
    let Ok(table) = desk.tables.get(apply.table) else {
        return;
    };
    let kind = apply.roster.kind();
    let remembered = library
        .engine
        .remember_headers(&apply.session, &table, &apply.mapping, kind);
    if let Err(failure) = remembered {
        log::warn!("the headers of a roster were not remembered: {failure:?}");
    }
}
