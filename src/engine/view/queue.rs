//! What waits for a teacher, and what was decided: one row per item, cheap enough for ten thousand.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::domain::act::Relation;
use crate::domain::course::{self, Credits};
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::outcome::{OutcomeState, WorkKind};
use crate::domain::term::Term;
use crate::domain::window::{self, Period, Window, WindowKind};
use crate::engine::duties::{Duty, duties};
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::convert;
use crate::store::record::item::{DecisionV1, ItemOfOfferingV1, OutcomeV1};
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

use super::build::teacher_names;

/// A course whose items this person may decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueCourse {
    pub id: OfferingId,
    pub term: Term,
    pub name: String,
    /// Class or group
    pub group: String,
    pub teachers: Vec<String>,
    /// The teacher this person stands in for (代理人), where it is not one's own course.
    pub deputy_for: Option<String>,
}

/// An item that was handed in (never 編輯中, never in the trash).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    pub id: ItemId,
    pub offering: OfferingId,
    pub student: AccountId,
    pub student_name: String,
    /// 學號
    pub account: String,
    pub class: String,
    /// 座號
    pub seat: String,
    pub title: String,
    pub work_kind: Option<WorkKind>,
    pub state: OutcomeState,
    pub version: u64,
    pub submitted: Option<Moment>,
    /// When the standing decision was taken.
    pub decided: Option<Moment>,
    /// The standing decision is one's own and nothing happened since: it can be taken back.
    pub mine: bool,
    /// It was decided without its document having been on the screen.
    pub unopened: bool,
    /// 請老師退回 since
    pub requested: Option<Moment>,
    pub attempt: u32,
    pub filed: bool,
    /// When the certification window that counts for this student ends; `None` while none is announced.
    pub decidable_until: Option<Moment>,
}

impl QueueRow {
    /// Needs a decision: 認證中, or the student asks to get a certified item back.
    pub fn waits(&self) -> bool {
        !self.filed && (self.state == OutcomeState::Submitted || self.requested.is_some())
    }

    /// 逾期未認證: waits, and nobody can decide any more (domain.md 2a).
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.state == OutcomeState::Submitted && self.decidable_until.is_some_and(|end| end <= now)
    }

    /// Since when it waits, if it does: handed in, or asked back.
    pub fn waiting_since(&self) -> Option<Moment> {
        let since = match self.state {
            OutcomeState::Submitted => self.submitted,
            _ => self.requested,
        };
        since.filter(|_| self.waits())
    }
}

/// Everything a teacher may decide or has decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueueView {
    /// By term (newest first), name and class.
    pub courses: Vec<QueueCourse>,
    /// Longest waiting first, then decided ones, latest first.
    pub rows: Vec<QueueRow>,
}

impl QueueView {
    pub fn row(&self, item: ItemId) -> Option<&QueueRow> {
        self.rows.iter().find(|row| row.id == item)
    }

    pub fn course(&self, id: OfferingId) -> Option<&QueueCourse> {
        self.courses.iter().find(|course| course.id == id)
    }
}

impl Engine {
    /// The items of one's own courses and of those one is deputy for, of all terms.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble. Whoever teaches nothing gets an empty queue.
    pub fn queue(&self, session: &Session) -> Result<QueueView, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let duties = duties(txn, session, now)?;
            let mut names = Names::of(txn, now)?;
            let mut view = QueueView::default();
            for (id, duty) in &duties {
                let before = view.rows.len();
                for (at, owner) in list::<ItemOfOfferingV1>(txn, &key::one(id.0))? {
                    let (item, student) = (ItemId(key::last_id(&at)?), AccountId(owner.student));
                    let outcome = load::<OutcomeV1>(txn, &key::two(student.0, item.0))?;
                    if let Some(outcome) = outcome.filter(is_handed_in) {
                        view.rows
                            .push(row(&mut names, session.account, item, student, outcome)?);
                    }
                }
                let credits = Credits(duty.offering.credits);
                let bears_outcomes = course::bears_outcomes(Coded::from_code(duty.offering.kind)?, credits);
                if bears_outcomes || view.rows.len() > before {
                    view.courses.push(queue_course(txn, *id, duty)?);
                }
            }
            view.courses
                .sort_by(|one, other| order_of_courses(one).cmp(&order_of_courses(other)));
            view.rows.sort_by_key(order_of_rows);
            Ok(view)
        })
    }
}

/// Drafts and the trash are the student's alone.
fn is_handed_in(outcome: &OutcomeV1) -> bool {
    outcome.state != OutcomeState::Draft.code() && outcome.trashed.is_none()
}

fn order_of_courses(course: &QueueCourse) -> impl Ord + use<'_> {
    (Reverse(course.term), &course.name, &course.group, course.id)
}

/// Waiting ones first, longest first; then decided ones, latest first.
fn order_of_rows(row: &QueueRow) -> impl Ord + use<> {
    (!row.waits(), row.waiting_since(), Reverse(row.decided), row.id)
}

fn queue_course(records: &impl ReadRecords, id: OfferingId, duty: &Duty) -> Result<QueueCourse, StoreError> {
    let offering = &duty.offering;
    let deputy_for = match duty.relation {
        Relation::Deputy { of } => Some(answer::display_name(records, of)?),
        _ => None,
    };
    Ok(QueueCourse {
        id,
        term: convert::term(offering.term)?,
        name: offering.name.clone(),
        group: offering.group.clone(),
        teachers: teacher_names(records, offering)?,
        deputy_for,
    })
}

fn row(
    names: &mut Names<'_, impl ReadRecords>,
    viewer: AccountId,
    item: ItemId,
    student: AccountId,
    outcome: OutcomeV1,
) -> Result<QueueRow, Failure> {
    let state = OutcomeState::from_code(outcome.state)?;
    let standing = standing_decision(&outcome);
    let (decided, unopened) = (
        standing.map(|decision| from_millis(decision.at)),
        standing.is_some_and(|decision| decision.unopened),
    );
    let (name, account) = names.person(student)?;
    let (class, seat) = names.place(student, outcome.term)?;
    let decidable_until = names.decidable_until(student, outcome.term)?;
    Ok(QueueRow {
        id: item,
        offering: OfferingId(outcome.offering),
        student,
        student_name: name,
        account,
        class,
        seat,
        mine: is_undoable_by(&outcome, viewer),
        title: outcome.title,
        work_kind: outcome.work_kind.map(Coded::from_code).transpose()?,
        state,
        version: outcome.version,
        submitted: outcome.submitted.map(from_millis),
        decided,
        unopened,
        requested: outcome.requested.map(from_millis),
        attempt: outcome.attempt,
        filed: outcome.filed,
        decidable_until,
    })
}

/// The decision by which the item is 認證成功 or 認證失敗 now.
pub(in crate::engine) fn standing_decision(outcome: &OutcomeV1) -> Option<&DecisionV1> {
    let latest = outcome.decisions.iter().rev().find(|decision| !decision.undone)?;
    (latest.state == outcome.state).then_some(latest)
}

/// The latest decision is this person's, and nothing happened since.
pub(in crate::engine) fn is_undoable_by(outcome: &OutcomeV1, person: AccountId) -> bool {
    standing_decision(outcome)
        .is_some_and(|latest| latest.by == person.0 && latest.version == outcome.version)
}

/// What belongs to a student and not to an item: each read once however many items a student has.
struct Names<'r, R> {
    records: &'r R,
    now: Moment,
    windows: Vec<Window>,
    ends: HashMap<(AccountId, u16), Option<Moment>>,
    people: HashMap<AccountId, (String, String)>,
    places: HashMap<(AccountId, u16), (String, String)>,
}

impl<'r, R: ReadRecords> Names<'r, R> {
    fn of(records: &'r R, now: Moment) -> Result<Self, StoreError> {
        Ok(Self {
            records,
            now,
            windows: answer::plain_windows(records)?,
            ends: HashMap::new(),
            people: HashMap::new(),
            places: HashMap::new(),
        })
    }

    /// When the certification window of a term ends for a student.
    fn decidable_until(&mut self, id: AccountId, term: u16) -> Result<Option<Moment>, Failure> {
        if let Some(known) = self.ends.get(&(id, term)) {
            return Ok(*known);
        }
        let period = Period::Term(convert::term(term)?);
        let student = answer::concerned(self.records, id)?;
        let window = window::effective(
            &self.windows,
            WindowKind::Certification,
            period,
            &student,
            self.now,
        );
        let end = window.map(Window::ends);
        self.ends.insert((id, term), end);
        Ok(end)
    }

    /// Name and 學號; a person who was erased since is named by the id.
    fn person(&mut self, id: AccountId) -> Result<(String, String), StoreError> {
        if let Some(known) = self.people.get(&id) {
            return Ok(known.clone());
        }
        let account = load::<AccountV1>(self.records, &key::one(id.0))?;
        let person = account.map_or_else(
            || (id.to_string(), String::new()),
            |account| (account.display_name, account.name),
        );
        self.people.insert(id, person.clone());
        Ok(person)
    }

    /// Class and 座號 in a term; empty where the student sits nowhere.
    fn place(&mut self, id: AccountId, term: u16) -> Result<(String, String), StoreError> {
        if let Some(known) = self.places.get(&(id, term)) {
            return Ok(known.clone());
        }
        let place = answer::class_and_seat(self.records, id, convert::term(term)?)?;
        self.places.insert((id, term), place.clone());
        Ok(place)
    }
}
