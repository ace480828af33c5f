//! What goes to the worker and what comes back: plain data.

use std::path::PathBuf;

use crate::domain::account::InitialPassword;
use crate::domain::act::LibraryKind;
use crate::domain::copies::CopyKind;
use crate::domain::file::{FileProblem, Slot};
use crate::domain::id::{FileId, ItemId, RequestId, StageId};
use crate::domain::no_preview::NoPreview;
use crate::domain::refusal::Refusal;
use crate::domain::roster_problem::RosterTrouble;
use crate::domain::table::WriteProblem;
use crate::domain::term::Term;
use crate::domain::trouble::LibraryTrouble;
use crate::engine::{
    ActivityView, BoardView, CaseView, Command, CopyCheck, CopySummary, CourseView, DemonstrationAccount,
    FindQuery, Found, HistoryView, ImportReport, ItemView, NewPersonalLibrary, OfficerView, QueueView,
    ReceiptView, Reply, Secret, SelectionView, Session, StagedView, StatusView, WindowView, WrittenCopy,
};

use super::dates::{DatesAnswer, DatesRequest};
use super::filing::{FilingAnswer, FilingWish};
use super::imports::{ImportAnswer, ImportRequest, ImportStage};
use super::people::{PeopleAnswer, PeopleRequest};

pub use crate::media::{Film, FoundText, MediaOutline, Outline, PagePart, PageSize, PageView, TextHit};

/// Names a request; an answer carries the ticket of its question, so a late answer can be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What the window asks for.
#[derive(Debug, Clone)]
pub enum Request {
    /// Opens the library at this path, closing the one that is open.
    OpenLibrary {
        path: PathBuf,
    },
    /// Makes a personal library and logs its owner in.
    CreatePersonal {
        path: PathBuf,
        new: Box<NewPersonalLibrary>,
    },
    /// Opens the demonstration school, making it first if it is not there.
    OpenDemonstration,
    Login {
        account: String,
        password: Secret,
    },
    ChangePassword {
        session: Session,
        current: Secret,
        new: Secret,
    },
    ResetWithRecoveryCode {
        account: String,
        code: Secret,
        new: Secret,
    },
    /// Everything a student's pages show, of one state of the library.
    Load {
        session: Session,
    },
    History {
        session: Session,
        item: ItemId,
    },
    Run {
        session: Session,
        request: RequestId,
        command: Command,
    },
    /// Reads a local file and stages it; progress comes as [`Message::Progress`].
    TakeIn {
        session: Session,
        path: PathBuf,
    },
    /// Forgets staged content.
    Discard {
        stage: StageId,
    },
    SaveFile {
        session: Session,
        item: ItemId,
        slot: Slot,
        to: PathBuf,
    },
    /// Opens a read-only temporary copy with the system's program.
    OpenOutside {
        session: Session,
        item: ItemId,
        slot: Slot,
    },
    Preview {
        session: Session,
        item: ItemId,
        slot: Slot,
        page: u32,
        width_px: u32,
    },
    /// The items a teacher may decide or has decided.
    Queue {
        session: Session,
    },
    /// One of them with everything that helps to decide.
    Case {
        session: Session,
        item: ItemId,
    },
    /// What a file of an item holds. Names the file, so that another one in its place is not taken for it.
    Outline {
        session: Session,
        item: ItemId,
        file: FileId,
    },
    /// Draws a page, or a part of one.
    Draw {
        session: Session,
        item: ItemId,
        file: FileId,
        view: PageView,
    },
    FindText {
        session: Session,
        item: ItemId,
        file: FileId,
        text: String,
    },
    /// About dates and progress
    Dates(DatesRequest),
    /// About accounts, classes, deputies; a new school
    People(PeopleRequest),
    /// One's own items of all terms.
    Find {
        session: Session,
        query: FindQuery,
    },
    SaveDraft {
        session: Session,
        field: String,
        text: String,
    },
    /// Writes text to a file the person chose (a recovery code).
    SaveText {
        to: PathBuf,
        text: Secret,
    },
    /// The person has left, the library stays open: copies for looking at and kept pages go.
    Leave,
    /// Copies of one's own records: made, looked into, taken in.
    Copies {
        session: Session,
        wish: CopyWish,
    },
    /// Rosters
    Import(ImportRequest),
    /// 勾選, 提交 and transfers, for the office
    Filing {
        session: Session,
        wish: FilingWish,
    },
    /// 校內幹部紀錄: one's own, or the school's
    Officers {
        session: Session,
    },
    /// Closes and opens the library again after an input/output error.
    Reopen,
    /// Closes the library, giving spare space back when worth it. The last request.
    Close,
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    Answer {
        ticket: Ticket,
        answer: Box<Result<Answer, Trouble>>,
    },
    /// A long job goes on.
    Progress {
        ticket: Ticket,
        done_bytes: u64,
        total_bytes: u64,
    },
    /// A roster goes on; numbers in units of its stage.
    ImportProgress {
        ticket: Ticket,
        stage: ImportStage,
        done: u64,
        total: u64,
    },
    /// A write has waited over 2 s for these other programs (process ids); none: this program itself.
    WaitingFor { ticket: Ticket, others: Vec<u32> },
    /// This or another program committed something.
    LibraryChanged,
}

/// Answers, one kind per request.
#[derive(Debug)]
pub enum Answer {
    Opened(Opened),
    /// A new library; whoever made it is logged in.
    Created {
        opened: Opened,
        session: Session,
        recovery_code: Secret,
    },
    LoggedIn(Session),
    /// With the next recovery code, where one was used.
    PasswordChanged {
        session: Session,
        recovery_code: Option<Secret>,
    },
    Loaded(Box<Snapshot>),
    History {
        item: ItemId,
        lines: Vec<HistoryView>,
    },
    Ran(Box<Reply>),
    TakenIn(PickedFile),
    Saved(Delivery),
    Preview(Preview),
    Queue(Box<QueueView>),
    Case(Box<CaseView>),
    /// Or why the file cannot be shown.
    Outline {
        file: FileId,
        outline: Result<Outline, NoPreview>,
    },
    Drawn {
        file: FileId,
        view: PageView,
        image: Result<PreviewPixels, NoPreview>,
    },
    Found {
        file: FileId,
        text: String,
        found: Result<FoundText, NoPreview>,
    },
    Dates(DatesAnswer),
    People(PeopleAnswer),
    FoundItems(Vec<Found>),
    DraftSaved {
        field: String,
    },
    Copies(Box<CopyAnswer>),
    Import(Box<ImportAnswer>),
    Filing(Box<FilingAnswer>),
    Officers(Box<OfficerView>),
    Reopened,
    Closed,
    /// Nothing to tell.
    Done,
}

/// What is wanted of copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyWish {
    /// What a copy would hold, and when one was made last.
    Look,
    Zip {
        to: PathBuf,
    },
    Pdf {
        to: PathBuf,
    },
    /// What would become of the records of a copy.
    Check {
        from: PathBuf,
    },
    Import {
        from: PathBuf,
    },
    /// Opens the folder of a file with the system's own program.
    ShowFolder {
        of: PathBuf,
    },
}

/// See [`CopyWish`].
#[derive(Debug, Clone, PartialEq)]
pub enum CopyAnswer {
    Looked(CopySummary),
    Done(CopyResult),
}

/// What came of work with a copy, to be shown until it is put away.
#[derive(Debug, Clone, PartialEq)]
pub enum CopyResult {
    Written {
        kind: CopyKind,
        path: PathBuf,
        written: WrittenCopy,
        file_bytes: u64,
    },
    /// Waits for a yes
    Checked {
        from: PathBuf,
        check: Box<CopyCheck>,
    },
    Imported(Box<ImportReport>),
}

/// An open library, as the login page shows it.
#[derive(Debug, Clone)]
pub struct Opened {
    pub path: PathBuf,
    pub kind: LibraryKind,
    pub school_name: String,
    /// What the school gives out for the first login
    pub initial_password: InitialPassword,
    pub demonstration_accounts: Option<Vec<DemonstrationAccount>>,
    /// Other programs of this computer that have it open.
    pub others: usize,
}

/// Everything a person's pages show, read in one go.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub status: StatusView,
    /// Terms with courses or items, oldest first.
    pub terms: Vec<Term>,
    pub courses: Vec<CourseView>,
    pub items: Vec<ItemView>,
    pub trash: Vec<ItemView>,
    /// 多元表現 of all terms
    pub activities: Vec<ActivityView>,
    pub activity_trash: Vec<ActivityView>,
    /// 勾選 of the current selection year; `None` for whoever keeps no items
    pub selection: Option<SelectionView>,
    /// 收訖明細: the newest that says anything of this student
    pub receipt: Option<ReceiptView>,
    pub windows: Vec<WindowView>,
    /// Announcements, own extensions
    pub board: BoardView,
    /// Typed and not saved: field, text.
    pub drafts: Vec<(String, String)>,
    /// Which state of the library this is.
    pub commit_count: u64,
}

/// A file that was read and staged.
#[derive(Debug, Clone)]
pub struct PickedFile {
    pub path: PathBuf,
    pub name: String,
    pub stage: StageId,
    pub view: StagedView,
}

/// Where a file went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    SavedTo(PathBuf),
    OpenedOutside(PathBuf),
}

/// A drawn page or picture.
#[derive(Debug, Clone)]
pub struct Preview {
    pub item: ItemId,
    pub slot: Slot,
    pub page: u32,
    /// Width, height and straight RGBA, or why there is no picture.
    pub image: Result<PreviewPixels, crate::media::PreviewFailure>,
}

/// See [`Preview`].
pub type PreviewPixels = crate::media::PreviewImage;

/// Why a request came to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    Refused(Refusal),
    Library(LibraryTrouble),
    /// A local file that could not be read, named.
    LocalFile {
        name: String,
        problem: FileProblem,
    },
    /// A table that cannot be read as a roster; the name is empty for what was pasted.
    Roster {
        name: String,
        trouble: RosterTrouble,
    },
    /// A table that cannot be written.
    Table(WriteProblem),
    /// A file could not be written there.
    CannotWrite {
        path: PathBuf,
        disk_full: bool,
    },
    /// No program opened the copy.
    CannotOpenOutside {
        path: PathBuf,
    },
    Cancelled,
    /// A job broke down; the library is unharmed, nothing was changed.
    Crashed,
    /// No library is open.
    NoLibrary,
}
