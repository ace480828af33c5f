//! Bringing a whole copy in: a check of everything first, then record after record.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};
use std::ops::ControlFlow;

use crate::domain::access::Right;
use crate::domain::act::{self, Circumstances, Relation};
use crate::domain::course;
use crate::domain::description::{require_fit, require_title};
use crate::domain::file;
use crate::domain::id::{AccountId, ItemId};
use crate::domain::limits::Limits;
use crate::domain::moment::Moment;
use crate::domain::quota::{self, Counter, Usage};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::command::{Command, CopyCommand, ImportRecord, Reply, StagedFile};
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::exchange::portfolio::{
    Body, CopyArchive, OutcomeBody, Owner, Portfolio, PortfolioItem, Progress, ReadFailure, Source, Tell,
};
use crate::store::ReadTxn;

use super::CopyFailure;
use super::import::{Ground, Placement, already_there, brought_usage};
use super::import_activity::ActivityGround;

/// For whom records are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Own,
    /// A student's, by 教務處.
    Other(AccountId),
}

impl Whose {
    const fn student(self, session: &Session) -> AccountId {
        match self {
            Self::Own => session.account,
            Self::Other(student) => student,
        }
    }
}

/// What would become of a copy's records.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyCheck {
    pub source: Source,
    /// Whose copy it says it is.
    pub owner: Owner,
    pub made: Moment,
    pub records: Vec<CheckedRecord>,
}

/// One record of a copy.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedRecord {
    pub title: String,
    pub term: Term,
    /// The course, or the category.
    pub chapter: String,
    pub files: u32,
    pub bytes: u64,
    pub fate: Fate,
}

/// What would become of it, or became of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    Add(Placement),
    /// The same record is here.
    AlreadyThere(Option<ItemId>),
    Refused(Refusal),
}

impl CopyCheck {
    /// Added, already there, refused.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Fate) -> bool| self.records.iter().filter(|one| wanted(&one.fate)).count();
        (
            count(|fate| matches!(fate, Fate::Add(_))),
            count(|fate| matches!(fate, Fate::AlreadyThere(_))),
            count(|fate| matches!(fate, Fate::Refused(_))),
        )
    }
}

/// What an import did.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportReport {
    /// With what became of each record; those behind a cancelled place are left out.
    pub done: CopyCheck,
    pub added: Vec<ItemId>,
    pub cancelled: bool,
}

impl Engine {
    /// Reads the whole copy, compares every file with its hash, and says what would be added. Changes
    /// nothing.
    ///
    /// # Errors
    /// [`CopyFailure`], for what is wrong with the copy as a whole.
    pub fn check_copy(
        &self,
        session: &Session,
        source: impl Read + Seek,
        tell: &mut Tell<'_>,
    ) -> Result<CopyCheck, CopyFailure> {
        guard::require(session, Right::OwnItems)?;
        self.check_for(session, Whose::Own, source, tell)
    }

    pub(super) fn check_for(
        &self,
        session: &Session,
        whose: Whose,
        source: impl Read + Seek,
        tell: &mut Tell<'_>,
    ) -> Result<CopyCheck, CopyFailure> {
        let mut archive = CopyArchive::open(source)?;
        archive.verify(tell)?;
        self.check(session, whose.student(session), archive.portfolio())
    }

    /// Takes in what can be taken in, each record with its files in a transaction of its own. Repeated, it
    /// adds nothing twice.
    ///
    /// # Errors
    /// [`CopyFailure`]: nothing was added when the copy as a whole is at fault; otherwise what was added
    /// before the library's trouble stays.
    pub fn import_copy(
        &self,
        session: &Session,
        source: impl Read + Seek,
        tell: &mut Tell<'_>,
    ) -> Result<ImportReport, CopyFailure> {
        guard::require(session, Right::OwnItems)?;
        self.import_for(session, Whose::Own, source, tell)
    }

    pub(super) fn import_for(
        &self,
        session: &Session,
        whose: Whose,
        source: impl Read + Seek,
        tell: &mut Tell<'_>,
    ) -> Result<ImportReport, CopyFailure> {
        let mut archive = CopyArchive::open(source)?;
        // Before the first change: a copy with one altered file is refused whole.
        archive.verify(&mut |progress| tell(half(progress, 0)))?;
        let check = self.check(session, whose.student(session), archive.portfolio())?;
        self.take_in(session, whose, &mut archive, check, tell)
    }

    fn take_in<R: Read + Seek>(
        &self,
        session: &Session,
        whose: Whose,
        archive: &mut CopyArchive<R>,
        mut check: CopyCheck,
        tell: &mut Tell<'_>,
    ) -> Result<ImportReport, CopyFailure> {
        let items = archive.portfolio().items.clone();
        let mut progress = Progress {
            done_bytes: 0,
            total_bytes: archive.portfolio().content_bytes(),
        };
        let (mut added, mut handled) = (Vec::new(), 0);
        for (item, record) in items.iter().zip(&mut check.records) {
            if tell(half(progress, 1)) == ControlFlow::Break(()) {
                break;
            }
            if matches!(record.fate, Fate::Add(_)) {
                let from = (&check.source, &check.owner);
                match self.take_in_one(session, whose, archive, item, from) {
                    Ok(id) => added.push(id),
                    Err(CopyFailure::Failed(Failure::Refused(refusal))) => {
                        record.fate = Fate::Refused(refusal);
                    }
                    Err(other) => return Err(other),
                }
            }
            progress.done_bytes += record.bytes;
            handled += 1;
        }
        let cancelled = handled < check.records.len();
        check.records.truncate(handled);
        Ok(ImportReport {
            done: check,
            added,
            cancelled,
        })
    }

    fn take_in_one<R: Read + Seek>(
        &self,
        session: &Session,
        whose: Whose,
        archive: &mut CopyArchive<R>,
        item: &PortfolioItem,
        (source, owner): (&Source, &Owner),
    ) -> Result<ItemId, CopyFailure> {
        let mut files: Vec<StagedFile> = Vec::new();
        let staged = item.files.iter().try_for_each(|file| {
            let bytes = archive.read_file(item, file)?;
            let (stage, _) = self.stage_bytes(session, &file.name, bytes)?;
            files.push(StagedFile {
                stage,
                name: file.name.clone(),
                ending_confirmed: true,
            });
            Ok::<(), CopyFailure>(())
        });
        let stages: Vec<_> = files.iter().map(|file| file.stage).collect();
        let result = staged.and_then(|()| {
            let record = ImportRecord {
                source: source.clone(),
                owner: owner.name.clone(),
                item: item.clone(),
                files,
            };
            let record = Box::new(record);
            let command = match whose {
                Whose::Own => CopyCommand::Import(record),
                Whose::Other(student) => CopyCommand::ImportFor { student, record },
            };
            match self.run(session, self.new_request(), &Command::Copy(command))? {
                Reply::Item(view) => Ok(view.id),
                Reply::Activity(view) => Ok(view.id),
                _ => Err(Refusal::NoSuchItem.into()),
            }
        });
        if result.is_err() {
            for stage in stages {
                self.stage_discard(stage);
            }
        }
        result
    }

    fn check(
        &self,
        session: &Session,
        student: AccountId,
        portfolio: &Portfolio,
    ) -> Result<CopyCheck, CopyFailure> {
        let records = self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            self.check_records(txn, session, student, portfolio)
        })?;
        Ok(CopyCheck {
            source: portfolio.source.clone(),
            owner: portfolio.owner.clone(),
            made: portfolio.made,
            records,
        })
    }

    /// The rules of the import, asked for all records at once, as if those before were there already.
    fn check_records(
        &self,
        txn: &ReadTxn,
        session: &Session,
        student: AccountId,
        portfolio: &Portfolio,
    ) -> Result<Vec<CheckedRecord>, Failure> {
        let now = self.clock.now();
        let library = answer::kind_of(&self.library);
        let windows = answer::plain_windows(txn)?;
        let concerned = answer::concerned(txn, student)?;
        let circumstances = Circumstances {
            library,
            relation: Relation::Owner,
            windows: &windows,
            student: &concerned,
            now,
        };
        let for_oneself = student == session.account;
        let may_upload = |term| act::permit_create(term, &circumstances).is_ok();
        let ground = Ground::read(txn, student, library.is_personal(), for_oneself)?;
        let own = answer::outcomes_of(txn, student)?;
        let mut activities = ActivityGround::read(txn, student, for_oneself, &circumstances)?;
        let mut seen = HashSet::new();
        let mut usages: HashMap<(Term, bool), Usage> = HashMap::new();
        let mut records = Vec::with_capacity(portfolio.items.len());
        for item in &portfolio.items {
            let outcome = match &item.body {
                Body::Outcome(outcome) => outcome,
                Body::Activity(activity) => {
                    let fate = activities.fate(txn, item, activity)?;
                    records.push(checked(item, fate));
                    continue;
                }
            };
            let hashes: Vec<_> = item.files.iter().map(|file| file.blake3).collect();
            let twin = already_there(txn, &own, item, outcome)?;
            if twin.is_some() || !seen.insert((item.term, &item.title, &outcome.course.name, hashes)) {
                records.push(checked(item, Fate::AlreadyThere(twin)));
                continue;
            }
            let placement = ground.placement(item, outcome, may_upload)?;
            let brought = placement == Placement::Brought;
            let usage = match usages.get(&(item.term, brought)) {
                Some(usage) => *usage,
                None if brought => brought_usage(txn, &own, item.term)?,
                None => answer::outcome_usage(txn, student, item.term)?,
            };
            let fate = match self.may_come_in(txn, item, outcome, &placement, usage) {
                Ok(()) => {
                    let used = usage.used + 1;
                    usages.insert((item.term, brought), Usage { used, ..usage });
                    Fate::Add(placement)
                }
                Err(Failure::Refused(refusal)) => Fate::Refused(refusal),
                Err(other) => return Err(other),
            };
            records.push(checked(item, fate));
        }
        Ok(records)
    }

    /// What can be told without looking into the files.
    fn may_come_in(
        &self,
        txn: &ReadTxn,
        item: &PortfolioItem,
        outcome: &OutcomeBody,
        placement: &Placement,
        usage: Usage,
    ) -> Result<(), Failure> {
        let limits = answer::limits(txn, item.term)?;
        quota::require_room(Counter::Outcome, item.term, usage, 1)?;
        require_title(&item.title, limits.title_chars)?;
        require_fit(&item.description, limits.description_chars, false)?;
        let course = &outcome.course;
        if *placement == Placement::NewCourse {
            course::require_uploadable(&course.name, course.kind, course.credits, item.term, item.term)?;
        }
        require_files(item, &limits)
    }
}

/// Files that a copy brings are judged as those of a person are.
pub(super) fn require_files(item: &PortfolioItem, limits: &Limits) -> Result<(), Failure> {
    for one in &item.files {
        file::judge(&one.name, one.bytes, one.kind, limits, true).map_err(|problem| Refusal::File {
            name: one.name.clone(),
            problem,
        })?;
    }
    Ok(())
}

fn checked(item: &PortfolioItem, fate: Fate) -> CheckedRecord {
    CheckedRecord {
        title: item.title.clone(),
        term: item.term,
        chapter: item.chapter(),
        files: u32::try_from(item.files.len()).unwrap_or(u32::MAX),
        bytes: item.files.iter().map(|file| file.bytes).sum(),
        fate,
    }
}

/// Looking through is the first half of the work, taking in the second.
fn half(progress: Progress, which: u64) -> Progress {
    Progress {
        done_bytes: progress.done_bytes + which * progress.total_bytes,
        total_bytes: progress.total_bytes * 2,
    }
}

impl From<ReadFailure> for CopyFailure {
    fn from(failure: ReadFailure) -> Self {
        match failure {
            ReadFailure::Refused(refusal) => Refusal::from(refusal).into(),
            ReadFailure::Outside(error) => Self::Outside(error),
            ReadFailure::Cancelled => Self::Cancelled,
        }
    }
}
