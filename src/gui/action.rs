//! What a person did, as data. Pages return these; [`update`](super::update::update) applies them.

use std::path::PathBuf;

use crate::domain::copies::CopyKind;
use crate::domain::course::CourseKind;
use crate::domain::file::Slot;
use crate::domain::id::{ItemId, OfferingId, WindowId};
use crate::domain::outcome::{OutcomeState, WorkKind};
use crate::domain::roster::RosterKind;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Period, WindowKind};
use crate::engine::Secret;
use crate::worker::Message;

use super::activities::{ActivityAction, FormKey};
use super::certification::PanelAction;
use super::choosing::ChoosingAction;
use super::copies::CopyAction;
use super::dates::DatesAction;
use super::edits::ItemText;
use super::filing::{FilingAction, FilingPick};
use super::finding::FindAction;
use super::forms::{SecretField, TextField};
use super::imports::ImportAction;
use super::intake::Target;
use super::officers::OfficerAction;
use super::people::PeopleAction;
use super::progress::ProgressAction;
use super::route::{OutcomesPlace, Page};
use super::theme::ThemeChoice;
use super::viewer::ViewerAction;

/// A change of the form or sheet for new items.
#[derive(Debug, Clone, PartialEq)]
pub enum IntakeAction {
    Course(usize, OfferingId),
    Title(usize, String),
    WorkKind(usize, Option<WorkKind>),
    Description(usize, String),
    Target(usize, Target),
    ConfirmEnding(usize, bool),
    /// Opens the system's dialog for one more file.
    Pick,
    /// Reads the path typed by hand.
    TakePath,
    RemoveFile(usize),
    Send,
}

/// What is done with items.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemAction {
    Typed(ItemId, ItemText, String),
    WorkKind(ItemId, Option<WorkKind>),
    Save(ItemId),
    /// Back to what is saved.
    Revert(ItemId),
    Move(ItemId, OfferingId),
    Submit(ItemId),
    Delete(ItemId),
    Restore(ItemId),
    RequestReturn(ItemId),
    WithdrawRequest(ItemId),
    RecordState(ItemId, OutcomeState),
    PickFile(ItemId, Slot),
    TakePath(ItemId, Option<Slot>),
    /// A file dropped on the open item
    CancelFile,
    PutFile,
    RemoveFile(ItemId, Slot),
    SaveFileAs(ItemId, Slot),
    OpenOutside(ItemId, Slot),
    Preview {
        item: ItemId,
        slot: Slot,
        page: u32,
        width_px: u32,
    },
}

/// What the owner of a personal library sets.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingsAction {
    Terms {
        outcome: Term,
        activity: Term,
        selection: SchoolYear,
    },
    SaveProfile,
    SaveLimits,
    EditCourse(Option<OfferingId>, Term),
    CourseKind(CourseKind),
    CourseTerm(Term),
    SaveCourse,
    RemoveCourse(OfferingId),
    EditWindow(WindowKind, Period),
    SaveWindow,
    RemoveWindow(WindowId),
}

/// Everything that can happen.
#[derive(Debug)]
pub enum Action {
    /// The worker said something.
    Heard(Message),
    /// A dialog of the system was answered; nothing: cancelled, or there is none.
    Picked(Picking, Vec<PathBuf>),
    /// Files were let go over the window, perhaps over a course.
    Dropped(Vec<PathBuf>, Option<OfferingId>),
    /// Time has passed.
    Tick,
    /// A key or the pointer was used.
    Touched,

    Typed(TextField, String),
    TypedSecret(SecretField, Secret),
    /// A field lost the focus: typed text goes to the journal now.
    LeftField,

    ShowCreatePersonal,
    ShowWelcome,
    ShowForgot,
    ShowLogin,
    PickLibrary,
    PickNewLibraryPlace,
    OpenTypedLibrary,
    OpenDemonstration,
    /// Tries the same library again.
    Retry,
    CreatePersonal,
    RecoveryWrittenDown(bool),
    RecoveryCopy,
    RecoverySave,
    RecoveryDone,

    /// An account of the demonstration school was chosen.
    FillIn {
        account: String,
        password: String,
    },
    Login,
    Unlock,
    SwitchUser,
    ResetPassword,
    ChangePassword,
    Lock,
    Logout,

    Go(Page),
    Place(OutcomesPlace),
    Add(Option<OfferingId>),
    Item(ItemAction),
    Intake(IntakeAction),
    Settings(SettingsAction),
    /// In the pages of 多元表現
    Activity(ActivityAction),
    /// On the page of 勾選
    Choosing(ChoosingAction),
    /// On the page of everything
    Find(FindAction),
    /// In the document pane
    Viewer(ViewerAction),
    /// In the certification panel
    Panel(PanelAction),
    /// On the page of rosters
    Import(ImportAction),
    /// On the page of copies
    Copies(CopyAction),
    /// On the pages about people
    People(PeopleAction),
    /// On the page of 勾選與提交
    Filing(FilingAction),
    /// On the page of dates
    Dates(DatesAction),
    /// About 校內幹部紀錄
    Officer(OfficerAction),
    /// On the page 進度
    Progress(ProgressAction),
    Ask(super::modal::Modal),
    /// The open question was answered with yes.
    Confirm,
    /// Escape, or cancel.
    CloseModal,
    DismissNotice,
    DismissToast,
    UndoToast,
    Reopen,
    RefreshDemonstration,
    ConfirmClock,
    Theme(ThemeChoice),
    Copy(String),
    CancelRequest,
    /// The window was resized, in points.
    Resized([f32; 2]),
    /// Somebody wants to close the window.
    CloseWindow,
    FocusSearch,
}

/// What a dialog of the system is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picking {
    Library,
    NewLibrary,
    FilesForIntake,
    FileForItem(ItemId, Option<Slot>),
    SaveFile(ItemId, Slot),
    FileForActivity(FormKey),
    SaveRecoveryCode,
    SaveCopy(CopyKind),
    CopyToImport,
    /// A table of the office
    Roster,
    SaveWrongRows,
    SaveTemplate(RosterKind),
    /// 密碼條
    SaveSlips,
    /// On the page of 勾選與提交
    Filing(FilingPick),
    /// A calendar file
    SaveCalendar,
    /// The tables of 進度
    SaveProgress,
}
