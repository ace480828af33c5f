//! Everything the window knows. Pages read it; only the update changes it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::act;
use crate::domain::course::{CourseKind, bears_outcomes};
use crate::domain::file::Slot;
use crate::domain::id::{FileId, ItemId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::quota::{Counter, Usage, require_room};
use crate::domain::refusal::Refusal;
use crate::domain::seed::SeedRule;
use crate::domain::term::Term;
use crate::engine::{ActivityView, CourseView, FileView, HistoryView, ItemView, SelectionView, Session};
use crate::text::Message;
use crate::worker::{Opened, PreviewPixels, Request, Snapshot, Ticket};

use super::activities::{ActivitiesPlace, ActivityDesk, ActivityPurpose, FormKey};
use super::certification::Panel;
use super::choosing::{Choosing, ChoosingPurpose};
use super::copies::{Copies, CopyAsked};
use super::dates::{Dates, DatesAsked, DatesPurpose};
use super::edits::{Edit, Journal};
use super::effect::Effect;
use super::filing::{FilingAsked, FilingDesk, FilingPurpose};
use super::finding::Finding;
use super::forms::{Forms, Recovery};
use super::imports::{ImportAsked, Imports};
use super::intake::Receiving;
use super::kept_words::WordsOf;
use super::loadable::Loadable;
use super::modal::Modal;
use super::officers::Officers;
use super::people::{People, PeopleAsked, PeoplePlace, PeoplePurpose};
use super::preferences::Preferences;
use super::progress::{ProgressAsked, ProgressDesk};
use super::route::{OutcomesPlace, Page, Route};
use super::update::certification::{PanelAsked, PanelPurpose};
use super::update::viewer::ViewerAsked;
use super::viewer::Viewer;

/// Why a request was sent: what its answer is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    Open,
    Create,
    Login,
    Unlock,
    ChangePassword,
    Reset,
    Load,
    History(ItemId),
    Run(Purpose),
    /// A file for the open form or sheet
    FileForIntake,
    FileForItem,
    Deliver,
    SaveCode,
    Preview(PreviewKey),
    Viewer(ViewerAsked),
    Copies(CopyAsked),
    Filing(FilingAsked),
    Panel(PanelAsked),
    /// A command of the panel
    Decide(PanelPurpose),
    Import(ImportAsked),
    People(PeopleAsked),
    /// A file for a form of 多元表現
    FileForActivity,
    Find,
    Dates(DatesAsked),
    /// 校內幹部紀錄
    Officers,
    /// 進度
    Progress(ProgressAsked),
    Draft,
    Reopen,
    Close,
    /// Nobody waits for it.
    Nothing,
}

/// What a command was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Save(ItemId),
    Move(ItemId),
    Submit(ItemId),
    Delete(ItemId),
    Restore(ItemId),
    RequestReturn(ItemId),
    WithdrawRequest(ItemId),
    RecordState(ItemId),
    PutFile(ItemId),
    RemoveFile(ItemId),
    /// One row of the form or sheet
    Intake(usize),
    Activity(ActivityPurpose),
    Choosing(ChoosingPurpose),
    Filing(FilingPurpose),
    Officer,
    Settings,
    Dates(DatesPurpose),
    RefreshDemonstration,
    ConfirmClock,
    People(PeoplePurpose),
}

/// What a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PreviewKey {
    pub item: ItemId,
    pub slot: Slot,
    pub file: FileId,
    pub page: u32,
    pub width_px: u32,
}

/// The picture beside the open item.
#[derive(Debug, Clone)]
pub struct Preview {
    pub key: PreviewKey,
    /// `None`: there is nothing to draw.
    pub image: Loadable<Option<Arc<PreviewPixels>>>,
}

/// A refusal or trouble, said on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub message: Message,
    pub rule: Option<SeedRule>,
    /// The library must be closed and opened again.
    pub reopen: bool,
}

/// A line at the bottom that goes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    pub text: String,
    pub undo: Option<ToastUndo>,
    pub until: Moment,
}

/// What a line at the bottom offers to take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToastUndo {
    /// A deleted item can come back.
    Restore(ItemId),
    /// The latest decision of this session
    Decision,
}

#[derive(Debug)]
pub struct State {
    pub now: Moment,
    pub route: Route,
    pub modal: Option<Modal>,
    pub library: Option<Opened>,
    /// The library last asked for, for trying again.
    pub wanted: Option<PathBuf>,
    /// Where a new library goes unless another place is chosen.
    pub default_library: Option<PathBuf>,
    pub session: Option<Session>,
    pub data: Loadable<Snapshot>,
    pub forms: Forms,
    pub recovery: Option<Recovery>,
    pub edits: BTreeMap<ItemId, Edit>,
    /// Text of a form for a new item that was closed without sending.
    pub new_draft: (String, String),
    /// Words of questions that are not sent yet
    pub kept_words: BTreeMap<WordsOf, String>,
    pub activities: ActivityDesk,
    pub choosing: Choosing,
    pub finding: Finding,
    pub journal: Journal,
    pub receiving: Option<Receiving>,
    pub history: BTreeMap<ItemId, Loadable<Vec<HistoryView>>>,
    pub preview: Option<Preview>,
    pub viewer: Viewer,
    pub panel: Panel,
    pub imports: Imports,
    pub officers: Officers,
    pub progress: ProgressDesk,
    pub copies: Copies,
    pub people: People,
    pub filing: FilingDesk,
    pub dates: Dates,
    pub said: Option<Said>,
    pub toast: Option<Toast>,
    /// Process ids of programs that hold up a write of ours; `Some` while one waits.
    pub waiting_for: Option<(Ticket, Vec<u32>)>,
    pub asked: BTreeMap<Ticket, Asked>,
    next_ticket: u64,
    /// Something changed while a load was under way.
    pub reload_again: bool,
    /// The last key or pointer.
    pub touched: Moment,
    pub preferences: Preferences,
    pub closing: bool,
    /// Files are held over the window.
    pub dragging: bool,
}

impl State {
    pub fn new(now: Moment, preferences: Preferences) -> Self {
        Self {
            now,
            route: Route::Welcome,
            modal: None,
            library: None,
            wanted: None,
            default_library: None,
            session: None,
            data: Loadable::NotAsked,
            forms: Forms::default(),
            recovery: None,
            edits: BTreeMap::new(),
            new_draft: (String::new(), String::new()),
            kept_words: BTreeMap::new(),
            activities: ActivityDesk::default(),
            choosing: Choosing::default(),
            finding: Finding::default(),
            journal: Journal::default(),
            receiving: None,
            history: BTreeMap::new(),
            preview: None,
            viewer: Viewer::default(),
            panel: Panel::default(),
            imports: Imports::default(),
            officers: Officers::default(),
            progress: ProgressDesk::default(),
            copies: Copies::default(),
            people: People::default(),
            filing: FilingDesk::default(),
            dates: Dates::default(),
            said: None,
            toast: None,
            waiting_for: None,
            asked: BTreeMap::new(),
            next_ticket: 1,
            reload_again: false,
            touched: now,
            preferences,
            closing: false,
            dragging: false,
        }
    }

    /// A new ticket for `asked`.
    pub fn ticket(&mut self, asked: Asked) -> Ticket {
        let ticket = Ticket(self.next_ticket);
        self.next_ticket += 1;
        self.asked.insert(ticket, asked);
        ticket
    }

    pub fn send(&mut self, asked: Asked, request: Request) -> Effect {
        Effect::Send(self.ticket(asked), request)
    }

    pub fn is_asked(&self, wanted: impl Fn(&Asked) -> bool) -> bool {
        self.asked.values().any(wanted)
    }

    /// A command is under way: its buttons wait.
    pub fn is_busy(&self) -> bool {
        self.is_asked(|asked| matches!(asked, Asked::Run(_)))
    }

    pub fn snapshot(&self) -> Option<&Snapshot> {
        self.data.ready()
    }

    pub fn is_personal(&self) -> bool {
        self.library
            .as_ref()
            .is_some_and(|library| library.kind.is_personal())
    }

    pub fn keeps_items(&self) -> bool {
        self.session.as_ref().is_some_and(Session::keeps_items)
    }

    /// Where on the outcomes page, if there.
    pub fn place(&self) -> Option<OutcomesPlace> {
        match self.route.page() {
            Some(Page::Outcomes(place)) => Some(*place),
            _ => None,
        }
    }

    /// Where on the page of 多元表現, if there.
    pub fn activities_place(&self) -> Option<ActivitiesPlace> {
        match self.route.page() {
            Some(Page::Activities(place)) => Some(*place),
            _ => None,
        }
    }

    /// Where on the pages about people, if there.
    pub fn people_place(&self) -> Option<PeoplePlace> {
        match self.route.page() {
            Some(Page::People(place)) => Some(*place),
            _ => None,
        }
    }

    /// The item that is open at the right, outcome or activity.
    pub fn open_item(&self) -> Option<ItemId> {
        let activity = self.activities_place().and_then(|place| match place.open {
            Some(FormKey::Item(item)) => Some(item),
            _ => None,
        });
        self.place().and_then(|place| place.item).or(activity)
    }

    /// The term shown on the outcomes page.
    pub fn shown_term(&self) -> Option<Term> {
        let current = self.snapshot().map(|data| data.status.terms.outcome);
        self.place().and_then(|place| place.term).or(current)
    }

    pub fn item(&self, id: ItemId) -> Option<&ItemView> {
        let data = self.snapshot()?;
        data.items.iter().chain(&data.trash).find(|item| item.id == id)
    }

    pub fn activity(&self, id: ItemId) -> Option<&ActivityView> {
        let data = self.snapshot()?;
        let all = data.activities.iter().chain(&data.activity_trash);
        all.into_iter().find(|activity| activity.id == id)
    }

    /// A file of an outcome or activity.
    pub fn file_of(&self, id: ItemId, slot: Slot) -> Option<&FileView> {
        match self.item(id) {
            Some(item) => item.file(slot),
            None => self.activity(id)?.file(slot),
        }
    }

    /// What an outcome or activity is called.
    pub fn title_of(&self, id: ItemId) -> Option<&str> {
        match self.item(id) {
            Some(item) => Some(&item.title),
            None => self.activity(id).map(|activity| activity.title.as_str()),
        }
    }

    /// What was selected for the current selection year.
    pub fn selection(&self) -> Option<&SelectionView> {
        self.snapshot()?.selection.as_ref()
    }

    /// Whether `more` activities may be made now.
    ///
    /// # Errors
    /// The window's or the quota's refusal.
    pub fn may_add_activity(&self, more: u32) -> Result<(), Refusal> {
        let Some(data) = self.snapshot() else {
            return Ok(());
        };
        let status = &data.status;
        status.permit_new_activity(self.now)?;
        require_room(Counter::Activity, status.terms.activity, status.activities, more)
    }

    pub fn course(&self, id: OfferingId) -> Option<&CourseView> {
        self.snapshot()?.courses.iter().find(|course| course.id == id)
    }

    /// Courses of a term that take outcomes.
    pub fn uploadable_courses(&self, term: Term) -> Vec<&CourseView> {
        self.snapshot()
            .map(|data| {
                data.courses
                    .iter()
                    .filter(|course| course.term == term && !course.withdrawn)
                    .filter(|course| bears_outcomes(course.kind, course.credits))
                    .collect()
            })
            .unwrap_or_default()
    }

    /// Used and limit of outcomes in `term`. The limit is that of the current term: the only one shown.
    pub fn usage(&self, term: Term) -> Option<Usage> {
        let data = self.snapshot()?;
        if term == data.status.terms.outcome {
            return Some(data.status.outcomes);
        }
        let used = data.items.iter().filter(|item| item.facts.term == term).count();
        Some(Usage {
            used: u32::try_from(used).unwrap_or(u32::MAX),
            limit: data.status.limits.outcomes_per_term,
        })
    }

    /// Whether `more` items may be made in `term` now.
    ///
    /// # Errors
    /// The window's or the quota's refusal.
    pub fn may_create(&self, term: Term, more: u32) -> Result<(), Refusal> {
        let Some(data) = self.snapshot() else {
            return Ok(());
        };
        act::permit_create(term, &data.status.circumstances(self.now))?;
        match self.usage(term) {
            Some(usage) => require_room(Counter::Outcome, term, usage, more),
            None => Ok(()),
        }
    }

    pub fn edit(&self, item: ItemId) -> Option<&Edit> {
        self.edits.get(&item)
    }

    pub fn has_unsaved(&self, item: &ItemView) -> bool {
        self.edits.get(&item.id).is_some_and(|edit| edit.differs(item))
    }

    /// The default kind of a new course.
    pub const NEW_COURSE_KIND: CourseKind = CourseKind::MinistryRequired;
}
