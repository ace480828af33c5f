//! What is kept beside decisions. These tables came after the first release of the format: a library
//! that never wrote one reads it as empty, and a program that does not know them leaves them alone, so
//! the format's number stays.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use super::item::DecisionV1;
use super::school::{PeriodV1, WindowV1};
use crate::domain::act::Act;
use crate::domain::refusal::Refusal;
use crate::store::StoreError;
use crate::store::kv::Table;

/// Contents that were decided about, by any item, also one that is gone since; key: see
/// [`decided_key`]. Written with the decision, erased when it is undone. Holds ids only. Libraries from
/// before it have their older decisions in the items alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedContentV1 {
    pub student: u64,
    pub offering: u64,
    pub by: u64,
    pub at: i64,
    /// The state it was given.
    pub state: u8,
    pub reason: Option<u8>,
}

impl DecidedContentV1 {
    /// What `decision` says of an item of this student and offering.
    pub fn of(student: u64, offering: u64, decision: &DecisionV1) -> Self {
        Self {
            student,
            offering,
            by: decision.by,
            at: decision.at,
            state: decision.state,
            reason: decision.reason,
        }
    }
}

impl Stored for DecidedContentV1 {
    const TABLE: Table = Table::new("decided_contents");
    const VERSION: u8 = 1;
}

/// Keyed hash of the contents, item id, version of the item right after the decision.
pub fn decided_key(content: &[u8; 32], item: u64, version: u64) -> [u8; 48] {
    let mut key = [0; 48];
    key[..32].copy_from_slice(content);
    key[32..40].copy_from_slice(&item.to_be_bytes());
    key[40..].copy_from_slice(&version.to_be_bytes());
    key
}

/// Item and version of a key made by [`decided_key`].
pub fn item_and_version(key: &[u8]) -> Option<(u64, u64)> {
    let numbers = key.last_chunk::<16>()?;
    let (item, version) = (numbers.first_chunk::<8>()?, numbers.last_chunk::<8>()?);
    Some((u64::from_be_bytes(*item), u64::from_be_bytes(*version)))
}

/// What a decision put out of force, so that undoing it brings that back; key: item id, version of the
/// item right after the decision. Where it is missing, nothing was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeDecisionV1 {
    /// 請老師退回, ended by the decision
    pub requested: Option<i64>,
    pub origin: Option<u8>,
}

impl Stored for BeforeDecisionV1 {
    const TABLE: Table = Table::new("before_decisions");
    const VERSION: u8 = 1;
}

/// What became of a batch, beside its [`RequestV1`](super::account::RequestV1) and under the same key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchReplyV1 {
    /// What was to be done to each item.
    pub act: u8,
    pub done: Vec<DoneV1>,
    pub refused: Vec<(u64, RefusedV1)>,
}

/// A decided item with its version right after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneV1 {
    pub item: u64,
    pub version: u64,
    pub unopened: bool,
}

/// Why an item was left alone. New reasons go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RefusedV1 {
    NoSuchItem,
    NotYours,
    NotInThisLibrary,
    Filed,
    WrongState {
        state: u8,
    },
    ChangedMeanwhile {
        seen: u64,
        current: u64,
    },
    CannotUndo,
    ReturnLocksOut,
    WindowShut {
        period: PeriodV1,
        phase: u8,
        window: Option<WindowV1>,
        next: Option<WindowV1>,
    },
}

impl Stored for BatchReplyV1 {
    const TABLE: Table = Table::new("batch_replies");
    const VERSION: u8 = 1;
    const LIMIT: crate::store::codec::Limit = crate::store::codec::Limit::Large;
}

impl RefusedV1 {
    /// `None` for refusals that do not speak of one item a teacher decides about.
    pub fn of(refusal: &Refusal) -> Option<Self> {
        Some(match refusal {
            Refusal::NoSuchItem => Self::NoSuchItem,
            Refusal::NotYours { .. } => Self::NotYours,
            Refusal::NotInThisLibrary { .. } => Self::NotInThisLibrary,
            Refusal::Filed { .. } => Self::Filed,
            Refusal::WrongState { state, .. } => Self::WrongState { state: state.code() },
            Refusal::ChangedMeanwhile { seen, current } => Self::ChangedMeanwhile {
                seen: *seen,
                current: *current,
            },
            Refusal::CannotUndo => Self::CannotUndo,
            Refusal::ReturnLocksOut => Self::ReturnLocksOut,
            Refusal::WindowShut {
                kind: _,
                period,
                phase,
                window,
                next,
            } => Self::WindowShut {
                period: (*period).into(),
                phase: phase.code(),
                window: window.as_ref().map(WindowV1::from),
                next: next.as_ref().map(WindowV1::from),
            },
            _ => return None,
        })
    }

    /// As it was said when `act` was refused.
    ///
    /// # Errors
    /// A code that was never given out.
    pub fn refusal(self, act: Act) -> Result<Refusal, StoreError> {
        Ok(match self {
            Self::NoSuchItem => Refusal::NoSuchItem,
            Self::NotYours => Refusal::NotYours { act },
            Self::NotInThisLibrary => Refusal::NotInThisLibrary { act },
            Self::Filed => Refusal::Filed { act },
            Self::WrongState { state } => Refusal::WrongState {
                act,
                state: Coded::from_code(state)?,
            },
            Self::ChangedMeanwhile { seen, current } => Refusal::ChangedMeanwhile { seen, current },
            Self::CannotUndo => Refusal::CannotUndo,
            Self::ReturnLocksOut => Refusal::ReturnLocksOut,
            Self::WindowShut {
                period,
                phase,
                window,
                next,
            } => Refusal::WindowShut {
                kind: act.window(),
                period: period.try_into()?,
                phase: Coded::from_code(phase)?,
                window: window.map(TryInto::try_into).transpose()?,
                next: next.map(TryInto::try_into).transpose()?,
            },
        })
    }
}
