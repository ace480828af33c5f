//! Taking a 多元表現 in. It needs no certification, so in a school it comes in only where it could be added
//! by hand: while the window is open, counted in the current term. 教務處 brings those of a new student.

use crate::domain::act::{Circumstances, Relation};
use crate::domain::activity::act;
use crate::domain::activity::field::FieldKind;
use crate::domain::activity::lists::Lists;
use crate::domain::activity::record::{Values, by_official_names, field_of};
use crate::domain::activity::years::StudyYears;
use crate::domain::activity::{link, refusal::ActivityRefusal};
use crate::domain::copies::{CopyEvent, CopyRefusal};
use crate::domain::description::require_fit;
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::to_millis;
use crate::domain::quota::{self, Counter, Usage};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::activity::{add, records, reply, require_room, tags};
use crate::engine::command::{ImportRecord, Reply};
use crate::engine::context::Context;
use crate::engine::dates::rules::require_accepted;
use crate::engine::failure::Failure;
use crate::engine::{answer, files};
use crate::exchange::portfolio::{ActivityBody, PortfolioItem};
use crate::store::ReadRecords;
use crate::store::record::activity::ActivityV1;
use crate::store::record::code::Coded;
use crate::store::record::{key, save};

use super::bring_in::{Fate, require_files};
use super::import::{Placement, earlier, memory, require_promised_bytes};

/// What decides about the activities of a copy, read once.
pub(super) struct ActivityGround {
    personal: bool,
    for_oneself: bool,
    /// Where a new one would be counted, if it may be made now.
    possible: Result<Term, Refusal>,
    years: Option<StudyYears>,
    lists: Lists,
    own: Vec<(ItemId, ActivityV1)>,
    /// Added so far in the check, by term.
    added: std::collections::HashMap<Term, u32>,
    student: AccountId,
}

impl ActivityGround {
    pub fn read(
        records: &impl ReadRecords,
        student: AccountId,
        for_oneself: bool,
        circumstances: &Circumstances<'_>,
    ) -> Result<Self, Failure> {
        let years = records::years(records, student)?;
        let term = answer::current_terms(&answer::settings(records)?)?.activity;
        Ok(Self {
            personal: circumstances.library.is_personal(),
            for_oneself,
            possible: act::permit_create(term, years, circumstances).map(|()| term),
            years,
            lists: records::lists(records)?,
            own: records::activities_of(records, student)?,
            added: std::collections::HashMap::new(),
            student,
        })
    }

    fn placement(&self, item: &PortfolioItem) -> Result<Placement, Refusal> {
        if self.personal {
            return Ok(if item.brought {
                Placement::Brought
            } else {
                Placement::Here(item.term)
            });
        }
        if self.for_oneself {
            self.possible.clone().map(Placement::Here)
        } else {
            Ok(Placement::Brought)
        }
    }

    /// The values as this library reads them. A choice that only the other school's list had is kept.
    fn values(&self, activity: &ActivityBody) -> Result<Values, ActivityRefusal> {
        let typed = by_official_names(activity.category, &activity.fields)?;
        let mut lists = self.lists.clone();
        for (key, text) in &typed {
            if let FieldKind::OneOf(list) = field_of(activity.category, *key)?.kind {
                let mut entries = lists.entries(list).to_vec();
                if !entries.contains(text) {
                    entries.push(text.clone());
                    lists.set(list, entries);
                }
            }
        }
        let mut values = Values::default();
        values.type_in(activity.category, &typed, &lists)?;
        values.require_sound(activity.category, self.years)?;
        Ok(values)
    }

    /// The same record, whatever its term: values, words and bytes.
    fn twin(
        &self,
        item: &PortfolioItem,
        activity: &ActivityBody,
        values: &Values,
    ) -> Result<Option<ItemId>, Failure> {
        let mut wanted: Vec<_> = item.files.iter().map(|file| file.blake3).collect();
        wanted.sort_unstable();
        for (id, here) in &self.own {
            let mut hashes: Vec<_> = here.files.iter().map(|file| file.blake3).collect();
            hashes.sort_unstable();
            if here.trashed.is_none()
                && here.category == Coded::code(activity.category)
                && here.description == item.description.trim()
                && hashes == wanted
                && here.values()? == *values
            {
                return Ok(Some(*id));
            }
        }
        Ok(None)
    }

    /// What would become of it, as if those asked about before were there already.
    pub fn fate(
        &mut self,
        records: &impl ReadRecords,
        item: &PortfolioItem,
        activity: &ActivityBody,
    ) -> Result<Fate, Failure> {
        let values = match self.values(activity) {
            Ok(values) => values,
            Err(refusal) => return Ok(Fate::Refused(refusal.into())),
        };
        if let Some(twin) = self.twin(item, activity, &values)? {
            return Ok(Fate::AlreadyThere(Some(twin)));
        }
        let placement = match self.placement(item) {
            Ok(placement) => placement,
            Err(refusal) => return Ok(Fate::Refused(refusal)),
        };
        match self.may_come_in(records, item, &placement) {
            Ok(()) => {
                if let Placement::Here(term) = placement {
                    *self.added.entry(term).or_default() += 1;
                }
                Ok(Fate::Add(placement))
            }
            Err(Failure::Refused(refusal)) => Ok(Fate::Refused(refusal)),
            Err(other) => Err(other),
        }
    }

    fn may_come_in(
        &self,
        records: &impl ReadRecords,
        item: &PortfolioItem,
        placement: &Placement,
    ) -> Result<(), Failure> {
        let term = match placement {
            Placement::Here(term) => *term,
            _ => item.term,
        };
        let limits = answer::limits(records, term)?;
        match placement {
            Placement::Here(_) => {
                let (usage, year) = records::usage(records, self.student, term)?;
                let more = self
                    .added
                    .iter()
                    .filter(|(other, _)| **other == term || year.is_some_and(|year| other.year == year));
                let used = usage.used + more.map(|(_, count)| count).sum::<u32>();
                quota::require_room(Counter::Activity, term, Usage { used, ..usage }, 1)?;
            }
            _ => {
                let brought = self
                    .own
                    .iter()
                    .filter(|(_, own)| own.brought && own.trashed.is_none() && own.term == term.code());
                let usage = Usage {
                    used: u32::try_from(brought.count()).unwrap_or(u32::MAX),
                    limit: limits.activities_per_term,
                };
                quota::require_room(Counter::Activity, term, usage, 1)?;
            }
        }
        require_fit(&item.description, limits.description_chars, false)?;
        require_files(item, &limits)
    }
}

/// Takes it in, in the transaction of its command.
pub(super) fn import(
    context: &mut Context<'_>,
    student: AccountId,
    import: &ImportRecord,
    activity: &ActivityBody,
) -> Result<Reply, Failure> {
    let item = &import.item;
    let windows = answer::plain_windows(context.txn)?;
    let concerned = answer::concerned(context.txn, student)?;
    let circumstances = context.circumstances(Relation::Owner, &windows, &concerned);
    let for_oneself = student == context.actor();
    let ground = ActivityGround::read(context.txn, student, for_oneself, &circumstances)?;
    let values = ground.values(activity)?;
    if ground.twin(item, activity, &values)?.is_some() {
        return Err(CopyRefusal::AlreadyThere {
            title: item.title.clone(),
        }
        .into());
    }
    let placement = ground.placement(item)?;
    ground.may_come_in(context.txn, item, &placement)?;
    let term = match placement {
        Placement::Here(term) => {
            require_room(context, student, term, 1)?;
            if !context.library.is_personal() {
                require_accepted(context, term, &import.files)?;
            }
            term
        }
        _ => item.term,
    };
    let limits = answer::limits(context.txn, term)?;
    let link = link::read(item.link.as_deref().unwrap_or_default())
        .map_err(|problem| ActivityRefusal::Link { problem })?;
    let kept_tags = tags::checked(&item.tags)?;
    let judged = files::judge_all(context, &import.files, &limits)?;
    require_promised_bytes(context, import)?;
    let mut record = ActivityV1 {
        category: Coded::code(activity.category),
        term: term.code(),
        values: Vec::new(),
        description: item.description.trim().to_owned(),
        link,
        version: 1,
        created: to_millis(earlier(item.created, context.now)),
        updated: to_millis(earlier(item.updated, context.now)),
        trashed: None,
        copied_from: None,
        brought: placement == Placement::Brought,
        files: Vec::new(),
    };
    record.set_values(&values);
    let id = add::new_id(context)?;
    let hashes = item.files.iter().map(|file| file.blake3).collect();
    let event = Event::Copy(CopyEvent::Imported { hashes });
    context.record(Stream::Student(student), Some(id), event)?;
    for file in judged {
        files::put(context, student, id, &mut record.files, file)?;
    }
    for (file, promised) in record.files.iter_mut().zip(&item.files) {
        file.added = to_millis(earlier(promised.added, context.now));
    }
    add::store(context, student, id, &record)?;
    tags::save(context, student, id, kept_tags)?;
    save(context.txn, &key::one(id.0), &memory(context, import, None))?;
    reply(context, id)
}
