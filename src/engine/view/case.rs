//! One item as the person sees it who has to decide.

use crate::domain::act::{self, Act, Circumstances, LibraryKind, Overdue, Relation};
use crate::domain::file::Slot;
use crate::domain::id::{AccountId, FileId, ItemId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::outcome::ReturnReason;
use crate::domain::refusal::Refusal;
use crate::domain::window::{Audience, Concerned, Window, WindowKind};
use crate::engine::duties::duties;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer};
use crate::store::{ReadContents, ReadRecords, StoreError};

use super::build::build;
use super::queue::is_undoable_by;
use super::same_bytes::SameBytesSearch;
use super::{FileContent, ItemView};

/// An item of another student that holds the same bytes, in a course that the viewer decides about too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherStudent {
    pub item: ItemId,
    pub name: String,
    pub class: String,
    pub course_name: String,
    pub submitted: Option<Moment>,
}

/// What is known about the bytes of a file, to help answering 本人作品？
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SameBytes {
    /// They were certified before for the same student and the same course (also when that item is gone).
    CertifiedBefore { slot: Slot, at: Moment, by: String },
    /// This viewer returned them before, in this item or another one, of whichever student.
    ReturnedByYou {
        slot: Slot,
        at: Moment,
        reason: Option<ReturnReason>,
        /// It was this same student's.
        same_student: bool,
    },
    /// Other students hold the same bytes. Named only where the viewer decides about both.
    OtherStudents {
        slot: Slot,
        /// All of them, named or not.
        count: u32,
        named: Vec<OtherStudent>,
    },
}

/// Everything the record pane shows and decides by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    pub item: ItemView,
    /// 學號
    pub account: String,
    pub class: String,
    pub seat: String,
    pub relation: Relation,
    /// The teacher a deputy stands in for.
    pub deputy_for: Option<String>,
    pub same_bytes: Vec<SameBytes>,
    /// The standing decision is the viewer's own and nothing happened since.
    pub mine: bool,
    /// 補正期 in days
    pub mending_days: u32,
    pub library: LibraryKind,
    /// Windows that could concern the student.
    pub windows: Vec<Window>,
    pub concerned: Concerned,
}

impl CaseView {
    fn circumstances(&self, now: Moment) -> Circumstances<'_> {
        Circumstances {
            library: self.library,
            relation: self.relation,
            windows: &self.windows,
            student: &self.concerned,
            now,
        }
    }

    /// Whether the viewer may do `act` at `now`: the same rule that the engine decides by.
    ///
    /// # Errors
    /// As [`act::permit`].
    pub fn permit(&self, act: Act, now: Moment) -> Result<(), Refusal> {
        if act == Act::UndoDecision && !self.mine {
            return Err(Refusal::CannotUndo);
        }
        act::permit(act, &self.item.facts, &self.circumstances(now))
    }

    /// A return now could not be mended by the student any more: ask a second time (domain.md 2a).
    pub fn return_locks_out(&self, now: Moment) -> bool {
        act::return_locks_student_out(&self.item.facts, self.mending_days, &self.circumstances(now))
    }

    /// The certification window that counts for this item.
    pub fn window(&self, now: Moment) -> Option<&Window> {
        self.circumstances(now)
            .window(WindowKind::Certification, self.item.facts.term)
    }

    pub fn overdue(&self, now: Moment) -> Option<Overdue> {
        act::overdue(&self.item.facts, &self.circumstances(now))
    }
}

impl Engine {
    /// One item to decide about, or decided.
    ///
    /// # Errors
    /// [`Refusal::NoSuchItem`] for unknown items, drafts, and items of courses one has nothing to do with.
    pub fn case(&self, session: &Session, item: ItemId) -> Result<CaseView, Failure> {
        let now = self.clock.now();
        let name_key = &self.library.header().name_key;
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            let (student, outcome) = answer::outcome(txn, item)?.ok_or(Refusal::NoSuchItem)?;
            let duties = duties(txn, session, now)?;
            let duty = duties
                .get(&OfferingId(outcome.offering))
                .ok_or(Refusal::NoSuchItem)?;
            let account = answer::account(txn, student)?;
            let mut view = build(txn, name_key, item, student, &outcome, now)?;
            // Other items of the student may be drafts, or of courses that are not the viewer's.
            view.same_bytes.clear();
            let (class, seat) = answer::class_and_seat(txn, student, view.facts.term)?;
            let search = SameBytesSearch {
                records: txn,
                name_key,
                duties: &duties,
                viewer: session.account,
                item,
                student,
                outcome: &outcome,
            };
            Ok(CaseView {
                same_bytes: search.all(&view.files)?,
                account: account.name,
                class,
                seat,
                relation: duty.relation,
                deputy_for: match duty.relation {
                    Relation::Deputy { of } => Some(answer::display_name(txn, of)?),
                    _ => None,
                },
                mine: is_undoable_by(&outcome, session.account),
                mending_days: answer::limits(txn, view.facts.term)?.mending_days,
                library: answer::kind_of(&self.library),
                windows: windows_around(txn, student)?,
                concerned: answer::concerned(txn, student)?,
                item: view,
            })
        })
    }

    /// The bytes of exactly this file of an item: not of another one that took its place meanwhile.
    ///
    /// # Errors
    /// [`Refusal::NoSuchItem`] when the item is foreign, or the file is not in it any more.
    pub fn file(&self, session: &Session, item: ItemId, file: FileId) -> Result<FileContent, Failure> {
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            let (_, outcome) = answer::outcome(txn, item)?.ok_or(Refusal::NoSuchItem)?;
            let found = outcome.files.into_iter().find(|one| one.id == file.0);
            let found = found.ok_or(Refusal::NoSuchItem)?;
            Ok(FileContent {
                kind: found.inspection()?.kind,
                bytes: txn.read_content(found.id)?,
                name: found.name,
            })
        })
    }

    /// Whether the session may see this file now: for bytes that were read earlier. Reads no content.
    ///
    /// # Errors
    /// [`Refusal::NoSuchItem`] also for an item the session may not see, and for a file that was taken out
    /// or replaced; whatever ends a session.
    pub fn may_see_file(&self, session: &Session, item: ItemId, file: FileId) -> Result<(), Failure> {
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            let (_, outcome) = answer::outcome(txn, item)?.ok_or(Refusal::NoSuchItem)?;
            if outcome.files.iter().any(|one| one.id == file.0) {
                Ok(())
            } else {
                Err(Refusal::NoSuchItem.into())
            }
        })
    }
}

/// All windows but those of other students.
fn windows_around(records: &impl ReadRecords, student: AccountId) -> Result<Vec<Window>, StoreError> {
    let mut windows = answer::plain_windows(records)?;
    windows.retain(|window| match &window.audience {
        Audience::Student(only) => *only == student,
        _ => true,
    });
    Ok(windows)
}
