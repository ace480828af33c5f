//! New items and the files for them, from picking to the last command.

use std::path::PathBuf;

use crate::domain::file::{self, FileProblem, SizeVerdict, Slot};
use crate::domain::id::{ItemId, OfferingId};
use crate::domain::limits::Limits;
use crate::domain::outcome::WorkKind;
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::{Command, ItemView, NewOutcome, OutcomeChanges, StagedFile};
use crate::worker::{PickedFile, Ticket, Trouble};

/// A file on its way in.
#[derive(Debug, Clone)]
pub enum RowFile {
    /// An item may begin without a file.
    None,
    Reading {
        ticket: Ticket,
        name: String,
        done_bytes: u64,
        total_bytes: u64,
    },
    Taken(PickedFile),
    Refused {
        name: String,
        trouble: Trouble,
    },
}

/// Where a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An item of its own.
    New,
    /// The new item of the row with this number.
    Same(usize),
    /// An item that is there already.
    Item(ItemId),
}

/// One file, or one new item without a file.
#[derive(Debug, Clone)]
pub struct Row {
    pub file: RowFile,
    pub target: Target,
    pub course: Option<OfferingId>,
    pub title: String,
    pub work_kind: Option<WorkKind>,
    pub description: String,
    /// The person agreed to the right ending for this content.
    pub ending_confirmed: bool,
    pub refusal: Option<Refusal>,
    pub done: bool,
}

impl Row {
    pub fn new(target: Target, course: Option<OfferingId>) -> Self {
        Self {
            file: RowFile::None,
            target,
            course,
            title: String::new(),
            work_kind: None,
            description: String::new(),
            ending_confirmed: false,
            refusal: None,
            done: false,
        }
    }

    pub fn picked(&self) -> Option<&PickedFile> {
        match &self.file {
            RowFile::Taken(picked) => Some(picked),
            _ => None,
        }
    }

    pub fn slot(&self) -> Option<Slot> {
        self.picked().map(|picked| picked.view.kind.slot())
    }

    fn staged(&self) -> Option<StagedFile> {
        self.picked().map(|picked| staged(picked, self.ending_confirmed))
    }

    /// What the rules say about the file's size and ending.
    pub fn verdict(&self, limits: &Limits) -> Option<Result<SizeVerdict, FileProblem>> {
        self.picked()
            .map(|picked| verdict(picked, limits, self.ending_confirmed))
    }
}

/// A picked file as a command names it.
pub fn staged(picked: &PickedFile, ending_confirmed: bool) -> StagedFile {
    StagedFile {
        stage: picked.stage,
        name: picked.name.clone(),
        ending_confirmed,
    }
}

/// Size and ending of a picked file.
///
/// # Errors
/// As [`file::judge`].
pub fn verdict(
    picked: &PickedFile,
    limits: &Limits,
    ending_confirmed: bool,
) -> Result<SizeVerdict, FileProblem> {
    file::judge(
        &picked.name,
        picked.view.bytes,
        picked.view.kind,
        limits,
        ending_confirmed,
    )
}

/// The form for one new item, or the sheet for several files.
#[derive(Debug, Clone)]
pub struct Intake {
    pub term: Term,
    /// Several files: each says where it goes.
    pub sheet: bool,
    pub rows: Vec<Row>,
    /// The row whose command is running.
    pub running: Option<usize>,
    pub added: u32,
}

/// Why the form cannot be sent yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotYet {
    StillReading,
    CourseMissing,
    TitleMissing,
    EndingQuestion,
    SlotTwice(Slot),
    BadFile,
    Refused(Refusal),
}

impl Intake {
    pub fn form(term: Term, course: Option<OfferingId>) -> Self {
        Self {
            term,
            sheet: false,
            rows: vec![Row::new(Target::New, course)],
            running: None,
            added: 0,
        }
    }

    /// A place for one more file: the form's empty one, else a new row.
    pub fn place_for_file(&mut self) -> usize {
        if !self.sheet {
            if matches!(self.rows.first().map(|row| &row.file), Some(RowFile::None)) {
                return 0;
            }
            let course = self.rows.first().and_then(|row| row.course);
            self.rows.push(Row::new(Target::Same(0), course));
        } else {
            let course = self.rows.last().and_then(|row| row.course);
            self.rows.push(Row::new(Target::New, course));
        }
        self.rows.len() - 1
    }

    /// Takes out the file of a row; in the form the item itself stays.
    pub fn remove(&mut self, row: usize) {
        if !self.sheet && row == 0 {
            self.rows[0].file = RowFile::None;
            self.rows[0].ending_confirmed = false;
            self.rows[0].refusal = None;
            return;
        }
        if row >= self.rows.len() {
            return;
        }
        self.rows.remove(row);
        for other in &mut self.rows {
            other.target = match other.target {
                Target::Same(to) if to == row => Target::New,
                Target::Same(to) if to > row => Target::Same(to - 1),
                target => target,
            };
        }
    }

    pub fn row_of(&mut self, ticket: Ticket) -> Option<&mut Row> {
        self.rows
            .iter_mut()
            .find(|row| matches!(&row.file, RowFile::Reading { ticket: reading, .. } if *reading == ticket))
    }

    /// Items that would be new.
    pub fn new_items(&self) -> u32 {
        let new = self
            .rows
            .iter()
            .filter(|row| row.target == Target::New && !row.done)
            .count();
        u32::try_from(new).unwrap_or(u32::MAX)
    }

    fn files_of(&self, row: usize) -> impl Iterator<Item = &Row> {
        let joined = self
            .rows
            .iter()
            .filter(move |other| other.target == Target::Same(row));
        self.rows.get(row).into_iter().chain(joined)
    }

    /// Why nothing can be sent yet.
    ///
    /// # Errors
    /// The first reason.
    pub fn require_complete(&self, limits: &Limits) -> Result<(), NotYet> {
        for (number, row) in self.rows.iter().enumerate().filter(|(_, row)| !row.done) {
            match &row.file {
                RowFile::Reading { .. } => return Err(NotYet::StillReading),
                RowFile::Refused { .. } => return Err(NotYet::BadFile),
                RowFile::None | RowFile::Taken(_) => {}
            }
            match row.verdict(limits) {
                Some(Err(FileProblem::WrongEnding { .. })) => return Err(NotYet::EndingQuestion),
                Some(Err(_)) => return Err(NotYet::BadFile),
                Some(Ok(_)) | None => {}
            }
            if row.target != Target::New {
                continue;
            }
            if row.course.is_none() {
                return Err(NotYet::CourseMissing);
            }
            if row.title.trim().is_empty() {
                return Err(NotYet::TitleMissing);
            }
            for slot in [Slot::Document, Slot::Media] {
                if self
                    .files_of(number)
                    .filter(|file| file.slot() == Some(slot))
                    .count()
                    > 1
                {
                    return Err(NotYet::SlotTwice(slot));
                }
            }
        }
        Ok(())
    }

    /// The next command, with the row it is for. Rows that join another go with it.
    pub fn next_command(&self, items: &[ItemView]) -> Option<(usize, Command)> {
        let (number, row) = self
            .rows
            .iter()
            .enumerate()
            .find(|(_, row)| !row.done && !matches!(row.target, Target::Same(_)))?;
        let command = match row.target {
            Target::Item(id) => {
                let item = items.iter().find(|item| item.id == id)?;
                Command::EditOutcome {
                    item: id,
                    seen: item.facts.version,
                    changes: OutcomeChanges {
                        files: row.staged().into_iter().collect(),
                        ..OutcomeChanges::default()
                    },
                }
            }
            Target::New | Target::Same(_) => Command::AddOutcome(NewOutcome {
                offering: row.course?,
                term: self.term,
                title: row.title.trim().to_owned(),
                work_kind: row.work_kind,
                description: row.description.clone(),
                files: self.files_of(number).filter_map(Row::staged).collect(),
            }),
        };
        Some((number, command))
    }

    /// The command of `row` is done, and with it the rows that joined it.
    pub fn mark_done(&mut self, row: usize) {
        for (number, other) in self.rows.iter_mut().enumerate() {
            if number == row || other.target == Target::Same(row) {
                other.done = true;
            }
        }
        self.added += 1;
    }

    /// Contents that were handed over and not used.
    pub fn unused(&self) -> impl Iterator<Item = &PickedFile> {
        self.rows.iter().filter(|row| !row.done).filter_map(Row::picked)
    }
}

/// A file for an item that is there already, on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiving {
    pub ticket: Ticket,
    pub item: ItemId,
    /// The place whose button was pressed; the content decides in the end.
    pub wanted: Option<Slot>,
    pub name: String,
    pub done_bytes: u64,
    pub total_bytes: u64,
}

/// A received file that raises a question before it goes into its item.
#[derive(Debug, Clone)]
pub struct FileQuestion {
    pub item: ItemId,
    pub picked: PickedFile,
}

/// The part of a file's name before the ending: a first title.
pub fn stem(name: &str) -> &str {
    match file::ending_of(name) {
        Some(ending) => &name[..name.len() - ending.len() - 1],
        None => name,
    }
}

/// The name of a local file as people know it.
pub fn name_of(path: &std::path::Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// What a path typed or pasted by hand means: quotes and `file://` are what file managers put around it.
pub fn typed_path(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches(['"', '\'']);
    let text = text.strip_prefix("file://").unwrap_or(text);
    (!text.is_empty()).then(|| PathBuf::from(text))
}
