//! Lines of the history: ids, codes and hashes, no names and no typed text.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use super::copies::CopyEventV1;
use super::dates::DatesEventV1;
use super::import::ImportEventV1;
use super::officer_care::OfficerEventV1;
use super::people::PeopleEventV1;
use super::receipt::ReceiptEventV1;
use crate::domain::history::{ActivityEvent, Event, Line, SelectionEvent};
use crate::domain::id::{AccountId, CommandId, FileId, ItemId};
use crate::domain::moment::{from_millis, to_millis};
use crate::domain::term::SchoolYear;
use crate::store::StoreError;
use crate::store::kv::Table;

/// One line; key: stream (student id, 0 for the office), number from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineV1 {
    pub at: i64,
    pub command: u64,
    pub actor: u64,
    pub item: Option<u64>,
    pub event: EventV1,
}

impl Stored for LineV1 {
    const TABLE: Table = Table::new("history");
    const VERSION: u8 = 1;
}

/// Why an unusual command was given, in typed words; key: command id. Apart from the history, whose
/// lines hold no typed text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonV1 {
    pub text: String,
}

impl Stored for ReasonV1 {
    const TABLE: Table = Table::new("reasons");
    const VERSION: u8 = 1;
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventV1 {
    Created,
    Edited {
        files_changed: bool,
    },
    FileAdded {
        file: u64,
        hash: [u8; 32],
    },
    FileRemoved {
        file: u64,
    },
    Deleted,
    Restored,
    Purged,
    Submitted {
        attempt: u32,
    },
    ReturnRequested,
    RequestWithdrawn,
    Certified {
        origin: u8,
        for_teacher: Option<u64>,
        hashes: Vec<[u8; 32]>,
        unopened: bool,
    },
    Returned {
        origin: u8,
        for_teacher: Option<u64>,
        reason: u8,
        hashes: Vec<[u8; 32]>,
        unopened: bool,
    },
    DecisionUndone {
        back_to: u8,
    },
    SchoolStateRecorded {
        state: u8,
    },
    PasswordChanged,
    LibraryCreated,
    PeopleImported {
        count: u32,
    },
    WindowSet {
        kind: u8,
    },
    WindowRemoved {
        kind: u8,
    },
    CurrentTermsSet,
    LimitsSet,
    CourseSet,
    CourseRemoved,
    ProfileSet,
    DemonstrationDatesMoved {
        days: i64,
    },
    ClockConfirmed,
    Activity(ActivityEventV1),
    Selection(SelectionEventV1),
    People(PeopleEventV1),
    Import(ImportEventV1),
    Copy(CopyEventV1),
    Dates(DatesEventV1),
    Officer(OfficerEventV1),
    Receipt(ReceiptEventV1),
}

/// See [`SelectionEvent`]. New events go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SelectionEventV1 {
    Ticked {
        year: u16,
    },
    Unticked {
        year: u16,
    },
    Ordered {
        year: u16,
        part: u8,
    },
    Confirmed {
        year: u16,
        outcomes: u32,
        activities: u32,
    },
    Left {
        year: u16,
        why: u8,
    },
    CameBack {
        year: u16,
    },
    NoticesRead {
        year: u16,
    },
    Filed {
        year: u16,
        batch: u32,
    },
    LayoutSet,
}

impl From<SelectionEvent> for SelectionEventV1 {
    fn from(event: SelectionEvent) -> Self {
        match event {
            SelectionEvent::Ticked { year } => Self::Ticked { year: year.0 },
            SelectionEvent::Unticked { year } => Self::Unticked { year: year.0 },
            SelectionEvent::Ordered { year, part } => Self::Ordered {
                year: year.0,
                part: part.code(),
            },
            SelectionEvent::Confirmed {
                year,
                outcomes,
                activities,
            } => Self::Confirmed {
                year: year.0,
                outcomes,
                activities,
            },
            SelectionEvent::Left { year, why } => Self::Left {
                year: year.0,
                why: why.code(),
            },
            SelectionEvent::CameBack { year } => Self::CameBack { year: year.0 },
            SelectionEvent::NoticesRead { year } => Self::NoticesRead { year: year.0 },
            SelectionEvent::Filed { year, batch } => Self::Filed { year: year.0, batch },
            SelectionEvent::LayoutSet => Self::LayoutSet,
        }
    }
}

impl TryFrom<SelectionEventV1> for SelectionEvent {
    type Error = StoreError;

    fn try_from(event: SelectionEventV1) -> Result<Self, StoreError> {
        Ok(match event {
            SelectionEventV1::Ticked { year } => Self::Ticked {
                year: SchoolYear(year),
            },
            SelectionEventV1::Unticked { year } => Self::Unticked {
                year: SchoolYear(year),
            },
            SelectionEventV1::Ordered { year, part } => Self::Ordered {
                year: SchoolYear(year),
                part: Coded::from_code(part)?,
            },
            SelectionEventV1::Confirmed {
                year,
                outcomes,
                activities,
            } => Self::Confirmed {
                year: SchoolYear(year),
                outcomes,
                activities,
            },
            SelectionEventV1::Left { year, why } => Self::Left {
                year: SchoolYear(year),
                why: Coded::from_code(why)?,
            },
            SelectionEventV1::CameBack { year } => Self::CameBack {
                year: SchoolYear(year),
            },
            SelectionEventV1::NoticesRead { year } => Self::NoticesRead {
                year: SchoolYear(year),
            },
            SelectionEventV1::Filed { year, batch } => Self::Filed {
                year: SchoolYear(year),
                batch,
            },
            SelectionEventV1::LayoutSet => Self::LayoutSet,
        })
    }
}

/// See [`ActivityEvent`]. New events go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActivityEventV1 {
    CopiedFrom { item: u64 },
    TagsSet,
    YearsSet,
    ListSet { list: u8 },
    YearQuotaSet,
}

impl From<ActivityEvent> for ActivityEventV1 {
    fn from(event: ActivityEvent) -> Self {
        match event {
            ActivityEvent::CopiedFrom { item } => Self::CopiedFrom { item: item.0 },
            ActivityEvent::TagsSet => Self::TagsSet,
            ActivityEvent::YearsSet => Self::YearsSet,
            ActivityEvent::ListSet { list } => Self::ListSet {
                list: Coded::code(list),
            },
            ActivityEvent::YearQuotaSet => Self::YearQuotaSet,
        }
    }
}

impl TryFrom<ActivityEventV1> for ActivityEvent {
    type Error = StoreError;

    fn try_from(event: ActivityEventV1) -> Result<Self, StoreError> {
        Ok(match event {
            ActivityEventV1::CopiedFrom { item } => Self::CopiedFrom { item: ItemId(item) },
            ActivityEventV1::TagsSet => Self::TagsSet,
            ActivityEventV1::YearsSet => Self::YearsSet,
            ActivityEventV1::ListSet { list } => Self::ListSet {
                list: Coded::from_code(list)?,
            },
            ActivityEventV1::YearQuotaSet => Self::YearQuotaSet,
        })
    }
}

impl LineV1 {
    pub fn new(
        at: crate::domain::moment::Moment,
        command: CommandId,
        actor: AccountId,
        item: Option<ItemId>,
        event: Event,
    ) -> Self {
        Self {
            at: to_millis(at),
            command: command.0,
            actor: actor.0,
            item: item.map(|id| id.0),
            event: event.into(),
        }
    }

    /// # Errors
    /// A code that was never given out.
    pub fn into_line(self, number: u64) -> Result<Line, StoreError> {
        Ok(Line {
            number,
            at: from_millis(self.at),
            command: CommandId(self.command),
            actor: AccountId(self.actor),
            item: self.item.map(ItemId),
            event: self.event.try_into()?,
        })
    }
}

impl From<Event> for EventV1 {
    fn from(event: Event) -> Self {
        match event {
            Event::Created => Self::Created,
            Event::Edited { files_changed } => Self::Edited { files_changed },
            Event::FileAdded { file, hash } => Self::FileAdded { file: file.0, hash },
            Event::FileRemoved { file } => Self::FileRemoved { file: file.0 },
            Event::Deleted => Self::Deleted,
            Event::Restored => Self::Restored,
            Event::Purged => Self::Purged,
            Event::Submitted { attempt } => Self::Submitted { attempt },
            Event::ReturnRequested => Self::ReturnRequested,
            Event::RequestWithdrawn => Self::RequestWithdrawn,
            Event::Certified {
                origin,
                for_teacher,
                hashes,
                unopened,
            } => Self::Certified {
                origin: origin.code(),
                for_teacher: for_teacher.map(|id| id.0),
                hashes,
                unopened,
            },
            Event::Returned {
                origin,
                for_teacher,
                reason,
                hashes,
                unopened,
            } => Self::Returned {
                origin: origin.code(),
                for_teacher: for_teacher.map(|id| id.0),
                reason: Coded::code(reason),
                hashes,
                unopened,
            },
            Event::DecisionUndone { back_to } => Self::DecisionUndone {
                back_to: back_to.code(),
            },
            Event::SchoolStateRecorded { state } => Self::SchoolStateRecorded { state: state.code() },
            Event::PasswordChanged => Self::PasswordChanged,
            Event::LibraryCreated => Self::LibraryCreated,
            Event::PeopleImported { count } => Self::PeopleImported { count },
            Event::WindowSet { kind } => Self::WindowSet { kind: kind.code() },
            Event::WindowRemoved { kind } => Self::WindowRemoved { kind: kind.code() },
            Event::CurrentTermsSet => Self::CurrentTermsSet,
            Event::LimitsSet => Self::LimitsSet,
            Event::CourseSet => Self::CourseSet,
            Event::CourseRemoved => Self::CourseRemoved,
            Event::ProfileSet => Self::ProfileSet,
            Event::DemonstrationDatesMoved { days } => Self::DemonstrationDatesMoved { days },
            Event::ClockConfirmed => Self::ClockConfirmed,
            Event::Activity(event) => Self::Activity(event.into()),
            Event::Selection(event) => Self::Selection(event.into()),
            Event::People(event) => Self::People(event.into()),
            Event::Import(event) => Self::Import(event.into()),
            Event::Copy(event) => Self::Copy(event.into()),
            Event::Receipt(event) => Self::Receipt(event.into()),
            Event::Dates(event) => Self::Dates(event.into()),
            Event::Officer(event) => Self::Officer(event.into()),
        }
    }
}

impl TryFrom<EventV1> for Event {
    type Error = StoreError;

    fn try_from(event: EventV1) -> Result<Self, StoreError> {
        Ok(match event {
            EventV1::Created => Self::Created,
            EventV1::Edited { files_changed } => Self::Edited { files_changed },
            EventV1::FileAdded { file, hash } => Self::FileAdded {
                file: FileId(file),
                hash,
            },
            EventV1::FileRemoved { file } => Self::FileRemoved { file: FileId(file) },
            EventV1::Deleted => Self::Deleted,
            EventV1::Restored => Self::Restored,
            EventV1::Purged => Self::Purged,
            EventV1::Submitted { attempt } => Self::Submitted { attempt },
            EventV1::ReturnRequested => Self::ReturnRequested,
            EventV1::RequestWithdrawn => Self::RequestWithdrawn,
            EventV1::Certified {
                origin,
                for_teacher,
                hashes,
                unopened,
            } => Self::Certified {
                origin: Coded::from_code(origin)?,
                for_teacher: for_teacher.map(AccountId),
                hashes,
                unopened,
            },
            EventV1::Returned {
                origin,
                for_teacher,
                reason,
                hashes,
                unopened,
            } => Self::Returned {
                origin: Coded::from_code(origin)?,
                for_teacher: for_teacher.map(AccountId),
                reason: Coded::from_code(reason)?,
                hashes,
                unopened,
            },
            EventV1::DecisionUndone { back_to } => Self::DecisionUndone {
                back_to: Coded::from_code(back_to)?,
            },
            EventV1::SchoolStateRecorded { state } => Self::SchoolStateRecorded {
                state: Coded::from_code(state)?,
            },
            EventV1::PasswordChanged => Self::PasswordChanged,
            EventV1::LibraryCreated => Self::LibraryCreated,
            EventV1::PeopleImported { count } => Self::PeopleImported { count },
            EventV1::WindowSet { kind } => Self::WindowSet {
                kind: Coded::from_code(kind)?,
            },
            EventV1::WindowRemoved { kind } => Self::WindowRemoved {
                kind: Coded::from_code(kind)?,
            },
            EventV1::CurrentTermsSet => Self::CurrentTermsSet,
            EventV1::LimitsSet => Self::LimitsSet,
            EventV1::CourseSet => Self::CourseSet,
            EventV1::CourseRemoved => Self::CourseRemoved,
            EventV1::ProfileSet => Self::ProfileSet,
            EventV1::DemonstrationDatesMoved { days } => Self::DemonstrationDatesMoved { days },
            EventV1::ClockConfirmed => Self::ClockConfirmed,
            EventV1::Activity(event) => Self::Activity(event.try_into()?),
            EventV1::Selection(event) => Self::Selection(event.try_into()?),
            EventV1::People(event) => Self::People(event.try_into()?),
            EventV1::Import(event) => Self::Import(event.try_into()?),
            EventV1::Copy(event) => Self::Copy(event.try_into()?),
            EventV1::Receipt(event) => Self::Receipt(event.into()),
            EventV1::Dates(event) => Self::Dates(event.try_into()?),
            EventV1::Officer(event) => Self::Officer(event.into()),
        })
    }
}
