//! `export copy`, `import copy`.

use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

use crate::cli::args::{Arguments, Export, Import, Source, Target};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::{Trouble, refusal_sentence};
use crate::domain::copies::CopyKind;
use crate::domain::term::SchoolYear;
use crate::engine::{
    CheckedRecord, Command, CopyCheck, CopyCommand, CopyFailure, Fate, Placement, Progress, WrittenCopy,
};
use crate::exchange::portfolio::suggested_name;
use crate::media;
use crate::text::{self, copies, size};

use super::save::write_whole_with;
use super::{layout, transfer};

#[derive(Debug, Serialize)]
struct ExportedDocument {
    kind: &'static str,
    path: String,
    items: u32,
    files: u32,
    /// Of the files in it.
    content_bytes: u64,
    /// Of the whole.
    bytes: u64,
}

#[derive(Debug, Serialize)]
struct ImportedDocument {
    dry_run: bool,
    cancelled: bool,
    owner: String,
    school: String,
    made: String,
    added: usize,
    already_there: usize,
    refused: usize,
    records: Vec<RecordEntry>,
}

#[derive(Debug, Serialize)]
struct RecordEntry {
    term: String,
    chapter: String,
    title: String,
    files: u32,
    bytes: u64,
    /// `course`, `new-course`, `activity`, `brought`, `already-there`, `refused`
    result: &'static str,
    /// `null` unless refused
    reason: Option<String>,
}

pub fn export(arguments: &Arguments, command: &Export, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Export::Copy(target) => export_copy(arguments, target, output),
        Export::Pdf(target) => export_pdf(arguments, target, output),
        Export::Layout(target) => layout::export(arguments, target, output),
        Export::Rosters { target, year, batch } => export_rosters(arguments, target, *year, *batch, output),
        Export::Confirmation {
            target,
            year,
            class,
            students,
        } => super::receipt::print_sheets(arguments, target, *year, class.as_ref(), students, output),
        Export::Transfer { target, student } => export_transfer(arguments, target, student, output),
    }
}

fn export_copy(arguments: &Arguments, target: &Target, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &target.who, Wish::Look)?;
    let name = suggested_name(
        CopyKind::Zip,
        &desk.session.display_name,
        desk.engine.now(),
        "zip",
    );
    let path = file_at(&target.to, &name);
    let stop = Stop::on_interrupt();
    let written = write_outside(&path, |file| {
        desk.engine
            .write_copy(&desk.session, file, &mut |progress| stop.tell(progress, output))
    });
    let written = written.map_err(|failure| trouble(&desk, failure, &path))?;
    finish(&desk, CopyKind::Zip, &path, written, output)
}

fn export_pdf(arguments: &Arguments, target: &Target, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &target.who, Wish::Look)?;
    let name = suggested_name(
        CopyKind::Pdf,
        &desk.session.display_name,
        desk.engine.now(),
        "pdf",
    );
    let path = file_at(&target.to, &name);
    let stop = Stop::on_interrupt();
    let written = write_outside(&path, |file| {
        let unhindered = media::Stop::default();
        desk.engine
            .write_pdf(&desk.session, file, &unhindered, &mut |progress| {
                stop.tell(progress, output)
            })
    });
    let written = written.map_err(|failure| trouble(&desk, failure, &path))?;
    finish(&desk, CopyKind::Pdf, &path, written, output)
}

fn export_transfer(
    arguments: &Arguments,
    target: &Target,
    student: &str,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &target.who, Wish::Look)?;
    let name = suggested_name(CopyKind::Transfer, student, desk.engine.now(), "zip");
    let path = file_at(&target.to, &name);
    let stop = Stop::on_interrupt();
    let written = write_outside(&path, |file| {
        desk.engine
            .write_transfer(&desk.session, student, file, &mut |progress| {
                stop.tell(progress, output)
            })
    });
    let written = written.map_err(|failure| trouble(&desk, failure, &path))?;
    finish(&desk, CopyKind::Transfer, &path, written, output)
}

fn export_rosters(
    arguments: &Arguments,
    target: &Target,
    year: SchoolYear,
    batch: Option<u32>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &target.who, Wish::Look)?;
    let name = suggested_name(CopyKind::Rosters, &year.to_string(), desk.engine.now(), "zip");
    let path = file_at(&target.to, &name);
    let stop = Stop::on_interrupt();
    let rosters = write_outside(&path, |file| {
        let mut tell = |progress| stop.tell(progress, output);
        desk.engine
            .write_rosters(&desk.session, year, batch, file, &mut tell)
    });
    let rosters = rosters.map_err(|failure| trouble(&desk, failure, &path))?;
    for account in &rosters.incomplete {
        output.remark(&copies::incomplete(account));
    }
    output.remark(copies::LAYOUT_UNCONFIRMED);
    finish(&desk, CopyKind::Rosters, &path, rosters.written, output)
}

/// Remembers the copy and tells about it.
fn finish(
    desk: &Desk,
    kind: CopyKind,
    path: &Path,
    written: WrittenCopy,
    output: &mut Output,
) -> Result<(), Trouble> {
    let note = Command::Copy(CopyCommand::NoteMade {
        kind,
        items: written.items,
        files: written.files,
        content_bytes: written.content_bytes,
    });
    // A library that nobody can write gives copies too; it just does not remember.
    if let Err(trouble) = desk.run(&note, output) {
        log::info!("the copy was made but is not remembered: {trouble:?}");
    }
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
    let document = ExportedDocument {
        kind: kind.name(),
        path: path.display().to_string(),
        items: written.items,
        files: written.files,
        content_bytes: written.content_bytes,
        bytes,
    };
    output.answer(&document, || {
        vec![format!(
            "已匯出{}：{} 件、{} 個檔案，共 {}，存成 {}",
            copies::kind(kind),
            written.items,
            written.files,
            size::size(bytes),
            document.path
        )]
    })
}

pub fn import(arguments: &Arguments, command: &Import, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Import::Roster(roster) => super::roster::run(arguments, roster, output),
        Import::Copy(source) => import_copy(arguments, source, None, output),
        Import::Transfer { source, student } => import_copy(arguments, source, Some(student), output),
        Import::Layout { who, file } => layout::import(arguments, who, file.as_deref(), output),
        Import::Brought { who, student } => transfer::list(arguments, who, student, output),
        Import::Accept {
            who,
            student,
            reason,
            ids,
        } => transfer::accept(arguments, who, student, reason, ids, output),
    }
}

/// `student`: by 教務處, for a student who came from another school.
fn import_copy(
    arguments: &Arguments,
    source: &Source,
    student: Option<&String>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let wish = if source.dry_run { Wish::Look } else { Wish::Change };
    let desk = Desk::open(arguments, &source.who, wish)?;
    let outside = |error| Trouble::File {
        path: source.path.clone(),
        error,
    };
    let file = open_plain(&source.path).map_err(outside)?;
    let stop = Stop::on_interrupt();
    let mut tell = |progress| stop.tell(progress, output);
    let (check, cancelled) = if source.dry_run {
        let checked = match student {
            None => desk.engine.check_copy(&desk.session, file, &mut tell),
            Some(student) => desk
                .engine
                .check_transfer(&desk.session, student, file, &mut tell),
        };
        (
            checked.map_err(|failure| trouble(&desk, failure, &source.path))?,
            false,
        )
    } else {
        let report = match student {
            None => desk.engine.import_copy(&desk.session, file, &mut tell),
            Some(student) => desk
                .engine
                .import_transfer(&desk.session, student, file, &mut tell),
        };
        let report = report.map_err(|failure| trouble(&desk, failure, &source.path))?;
        (report.done, report.cancelled)
    };
    tell_import(&desk, &check, source.dry_run, cancelled, output)?;
    let (_, _, refused) = check.counts();
    if cancelled {
        Err(Trouble::Cancelled)
    } else if refused > 0 {
        Err(Trouble::Told)
    } else {
        Ok(())
    }
}

fn tell_import(
    desk: &Desk,
    check: &CopyCheck,
    dry_run: bool,
    cancelled: bool,
    output: &mut Output,
) -> Result<(), Trouble> {
    let now = desk.engine.now();
    let reason = |record: &CheckedRecord| match &record.fate {
        Fate::Refused(refusal) => Some(refusal_sentence(refusal, now)),
        Fate::Add(_) | Fate::AlreadyThere(_) => None,
    };
    let (added, already_there, refused) = check.counts();
    let entry = |record: &CheckedRecord| RecordEntry {
        term: record.term.to_string(),
        chapter: record.chapter.clone(),
        title: record.title.clone(),
        files: record.files,
        bytes: record.bytes,
        result: result_code(&record.fate),
        reason: reason(record),
    };
    let document = ImportedDocument {
        dry_run,
        cancelled,
        owner: check.owner.name.clone(),
        school: check.source.school_name.clone(),
        made: text::time::roc_moment_zoned(check.made),
        added,
        already_there,
        refused,
        records: check.records.iter().map(entry).collect(),
    };
    output.answer(&document, || {
        let rows: Vec<_> = check
            .records
            .iter()
            .map(|record| {
                [
                    record.chapter.clone(),
                    record.title.clone(),
                    result_words(&record.fate, dry_run).to_owned(),
                    reason(record).unwrap_or_default(),
                ]
            })
            .collect();
        let mut lines = table(["課程或類別", "標題", "結果", "原因"], &rows);
        lines.push(String::new());
        lines.push(copies::import_summary(added, already_there, refused, dry_run));
        lines
    })
}

const fn result_code(fate: &Fate) -> &'static str {
    match fate {
        Fate::Add(Placement::Course(_)) => "course",
        Fate::Add(Placement::NewCourse) => "new-course",
        Fate::Add(Placement::Here(_)) => "activity",
        Fate::Add(Placement::Brought) => "brought",
        Fate::AlreadyThere(_) => "already-there",
        Fate::Refused(_) => "refused",
    }
}

const fn result_words(fate: &Fate, dry_run: bool) -> &'static str {
    match (fate, dry_run) {
        (Fate::Add(Placement::Brought), _) => copies::BROUGHT,
        (Fate::Add(_), true) => copies::WILL_ADD,
        (Fate::Add(_), false) => copies::ADDED,
        (Fate::AlreadyThere(_), _) => copies::ALREADY_THERE,
        (Fate::Refused(_), _) => copies::REFUSED,
    }
}

/// `name` in `to`, where that is a folder.
pub(super) fn file_at(to: &Path, name: &str) -> PathBuf {
    if to.is_dir() {
        to.join(name)
    } else {
        to.to_path_buf()
    }
}

/// Only plain files: opening a pipe could wait for ever.
fn open_plain(path: &Path) -> io::Result<File> {
    let facts = std::fs::metadata(path)?;
    if facts.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !facts.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

fn write_outside<T>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<T, CopyFailure>,
) -> Result<T, CopyFailure> {
    write_whole_with(path, write)
}

fn trouble(desk: &Desk, failure: CopyFailure, path: &Path) -> Trouble {
    match failure {
        CopyFailure::Failed(failure) => match desk.answer::<()>(Err(failure)) {
            Err(trouble) => trouble,
            Ok(()) => Trouble::Told,
        },
        CopyFailure::Outside(error) => Trouble::File {
            path: path.to_path_buf(),
            error,
        },
        CopyFailure::Cancelled => Trouble::Cancelled,
    }
}

/// Raised by Ctrl+C: the work ends at the next piece and cleans up behind itself.
struct Stop(Arc<AtomicBool>);

impl Stop {
    fn on_interrupt() -> Self {
        let raised = Arc::new(AtomicBool::new(false));
        let in_handler = Arc::clone(&raised);
        if let Err(error) = ctrlc::set_handler(move || in_handler.store(true, Ordering::Relaxed)) {
            log::warn!("an interrupt will end the program at once: {error}");
        }
        Self(raised)
    }

    fn tell(&self, progress: Progress, output: &mut Output) -> ControlFlow<()> {
        if let Some(percent) = (progress.done_bytes * 100).checked_div(progress.total_bytes) {
            output.progress(percent);
        }
        if self.0.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
