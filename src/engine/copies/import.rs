//! Taking one record in, in its transaction. What the copy says is a claim: the bytes are inspected and
//! hashed here, the limits are those of this library, and no state in it becomes a certification.

use crate::domain::act::{self, Relation};
use crate::domain::copies::{CopyEvent, CopyRefusal};
use crate::domain::course::{self, Credits, EnrolmentMode};
use crate::domain::description::{require_fit, require_title};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::{Moment, to_millis};
use crate::domain::outcome::{Origin, OutcomeState};
use crate::domain::quota::{self, Counter, Usage};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::activity::tags;
use crate::engine::command::{ImportRecord, Reply};
use crate::engine::context::Context;
use crate::engine::dates::rules::require_accepted;
use crate::engine::failure::Failure;
use crate::engine::{answer, files};
use crate::exchange::portfolio::{Body, OutcomeBody, PortfolioItem};
use crate::store::record::code::Coded;
use crate::store::record::copies::{ImportedDecisionV1, ImportedV1};
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::item::{ItemOfOfferingV1, ItemOwnerV1, OutcomeV1};
use crate::store::record::{key, list, load, save};
use crate::store::{ReadRecords, StoreError};

use super::import_activity;

/// Where a record of a copy goes, by the rules as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// A course of the student: the record is one like any other.
    Course(OfferingId),
    /// A new course like the one it had (personal library).
    NewCourse,
    /// Kept as it was, readable, not counted; in a course it was brought in.
    Brought,
    /// An activity, counted in this term.
    Here(Term),
}

/// What decides about a placement, read once for many records.
pub(super) struct Ground {
    personal: bool,
    /// Not by 教務處 for somebody else.
    for_oneself: bool,
    /// The student's courses.
    courses: Vec<(OfferingId, OfferingV1, EnrolmentV1)>,
}

impl Ground {
    pub fn read(
        records: &impl ReadRecords,
        student: AccountId,
        personal: bool,
        for_oneself: bool,
    ) -> Result<Self, Failure> {
        let mut courses = Vec::new();
        for (at, enrolment) in list::<EnrolmentV1>(records, &key::one(student.0))? {
            let id = OfferingId(key::last_id(&at)?);
            courses.push((id, answer::offering(records, id)?, enrolment));
        }
        Ok(Self {
            personal,
            for_oneself,
            courses,
        })
    }

    /// `may_upload` says whether the student may add to this term now.
    pub fn placement(
        &self,
        item: &PortfolioItem,
        outcome: &OutcomeBody,
        may_upload: impl Fn(Term) -> bool,
    ) -> Result<Placement, StoreError> {
        if item.brought || (!self.for_oneself && !self.personal) {
            return Ok(Placement::Brought);
        }
        for (id, offering, enrolment) in &self.courses {
            let fits = offering.term == item.term.code()
                && self.is_same_course(offering, outcome)
                && !enrolment.withdrawn
                && course::bears_outcomes(Coded::from_code(offering.kind)?, Credits(offering.credits));
            if fits && (self.personal || may_upload(item.term)) {
                return Ok(Placement::Course(*id));
            }
        }
        Ok(if self.personal {
            Placement::NewCourse
        } else {
            Placement::Brought
        })
    }

    /// By code, which names the school too; in a personal library, where codes are often left out, by name
    /// as well.
    fn is_same_course(&self, offering: &OfferingV1, outcome: &OutcomeBody) -> bool {
        if self.personal {
            offering.code == outcome.course.code && offering.name == outcome.course.name
        } else {
            !offering.code.is_empty() && offering.code == outcome.course.code
        }
    }

    /// The course of this name and term that earlier records were brought in.
    fn brought_course(&self, item: &PortfolioItem, outcome: &OutcomeBody) -> Option<OfferingId> {
        let found = self.courses.iter().find(|(_, offering, enrolment)| {
            enrolment.withdrawn
                && offering.teachers.is_empty()
                && offering.term == item.term.code()
                && offering.code == outcome.course.code
                && offering.name == outcome.course.name
        });
        found.map(|(id, _, _)| *id)
    }
}

/// A record of this student that is the same already: the same place, title and bytes.
pub(super) fn already_there(
    records: &impl ReadRecords,
    outcomes: &[(ItemId, OutcomeV1)],
    item: &PortfolioItem,
    outcome: &OutcomeBody,
) -> Result<Option<ItemId>, Failure> {
    let mut wanted: Vec<_> = item.files.iter().map(|file| file.blake3).collect();
    wanted.sort_unstable();
    for (id, here) in outcomes {
        if here.trashed.is_some() || here.term != item.term.code() || here.title != item.title.trim() {
            continue;
        }
        let mut hashes: Vec<_> = here.files.iter().map(|file| file.blake3).collect();
        hashes.sort_unstable();
        // Without files the words and the course have to tell.
        let is_same = hashes == wanted
            && (!wanted.is_empty()
                || (here.description == item.description.trim()
                    && answer::offering(records, OfferingId(here.offering))?.name == outcome.course.name));
        if is_same {
            return Ok(Some(*id));
        }
    }
    Ok(None)
}

/// Brought records of a term, with the most that may be there: as many as another school allowed.
pub(super) fn brought_usage(
    records: &impl ReadRecords,
    outcomes: &[(ItemId, OutcomeV1)],
    term: Term,
) -> Result<Usage, StoreError> {
    let used = outcomes
        .iter()
        .filter(|(_, outcome)| outcome.brought && outcome.trashed.is_none() && outcome.term == term.code())
        .count();
    Ok(Usage {
        used: u32::try_from(used).unwrap_or(u32::MAX),
        limit: answer::limits(records, term)?.outcomes_per_term,
    })
}

/// Takes a record in for `student`: for oneself, or by 教務處 for a student who came from another school.
pub(in crate::engine) fn import(
    context: &mut Context<'_>,
    student: AccountId,
    import: &ImportRecord,
) -> Result<Reply, Failure> {
    let item = &import.item;
    let outcome = match &item.body {
        Body::Outcome(outcome) => outcome,
        Body::Activity(activity) => return import_activity::import(context, student, import, activity),
    };
    let personal = context.library.is_personal();
    let own = answer::outcomes_of(context.txn, student)?;
    if already_there(context.txn, &own, item, outcome)?.is_some() {
        return Err(CopyRefusal::AlreadyThere {
            title: item.title.clone(),
        }
        .into());
    }
    let windows = answer::plain_windows(context.txn)?;
    let concerned = answer::concerned(context.txn, student)?;
    let circumstances = context.circumstances(Relation::Owner, &windows, &concerned);
    let for_oneself = student == context.actor();
    let may_upload = |term| act::permit_create(term, &circumstances).is_ok();
    let ground = Ground::read(context.txn, student, personal, for_oneself)?;
    let placement = ground.placement(item, outcome, may_upload)?;
    let known = ground.brought_course(item, outcome);
    let brought = placement == Placement::Brought;
    let usage = if brought {
        brought_usage(context.txn, &own, item.term)?
    } else {
        answer::outcome_usage(context.txn, student, item.term)?
    };
    quota::require_room(Counter::Outcome, item.term, usage, 1)?;
    let limits = answer::limits(context.txn, item.term)?;
    require_title(&item.title, limits.title_chars)?;
    require_fit(&item.description, limits.description_chars, false)?;
    let judged = files::judge_all(context, &import.files, &limits)?;
    require_promised_bytes(context, import)?;
    if !personal && !brought {
        require_accepted(context, item.term, &import.files)?;
    }
    let offering = match placement {
        Placement::Course(id) => id,
        Placement::NewCourse | Placement::Here(_) => new_course(context, student, import, outcome, false)?,
        Placement::Brought => match known {
            Some(id) => id,
            None => new_course(context, student, import, outcome, true)?,
        },
    };

    let id = ItemId(context.new_id::<ItemOwnerV1>()?);
    // In a school's library a record in a course of that school starts anew: only its own teachers certify.
    let keeps_state = personal || brought;
    let state = if keeps_state {
        outcome.state
    } else {
        OutcomeState::Draft
    };
    let mut record = OutcomeV1 {
        offering: offering.0,
        term: item.term.code(),
        title: item.title.trim().to_owned(),
        work_kind: outcome.work_kind.map(Coded::code),
        description: item.description.trim().to_owned(),
        state: state.code(),
        origin: (state != OutcomeState::Draft).then(|| Origin::Imported.code()),
        version: 1,
        created: to_millis(earlier(item.created, context.now)),
        updated: to_millis(earlier(item.updated, context.now)),
        submitted: outcome.submitted.filter(|_| keeps_state).map(to_millis),
        attempt: if keeps_state { outcome.attempt } else { 0 },
        requested: None,
        trashed: None,
        filed: false,
        mending_until: None,
        brought,
        files: Vec::new(),
        decisions: Vec::new(),
    };
    let hashes = item.files.iter().map(|file| file.blake3).collect();
    context.record(
        Stream::Student(student),
        Some(id),
        Event::Copy(CopyEvent::Imported { hashes }),
    )?;
    for file in judged {
        files::put(context, student, id, &mut record.files, file)?;
    }
    for (file, promised) in record.files.iter_mut().zip(&import.item.files) {
        file.added = to_millis(earlier(promised.added, context.now));
    }
    save(context.txn, &key::one(id.0), &ItemOwnerV1 { student: student.0 })?;
    save(
        context.txn,
        &key::two(offering.0, id.0),
        &ItemOfOfferingV1 { student: student.0 },
    )?;
    save(context.txn, &key::two(student.0, id.0), &record)?;
    tags::save(context, student, id, tags::checked(&item.tags)?)?;
    save(
        context.txn,
        &key::one(id.0),
        &memory(context, import, Some(outcome)),
    )?;
    crate::engine::outcome::reply(context, id)
}

/// A copy may say anything about when; nothing here lies in the future.
pub(super) fn earlier(one: Moment, now: Moment) -> Moment {
    one.min(now)
}

/// The staged bytes are the ones that the record names, in the same order.
pub(super) fn require_promised_bytes(context: &Context<'_>, import: &ImportRecord) -> Result<(), Failure> {
    let promised = import.item.files.iter();
    let same_count = import.files.len() == import.item.files.len();
    for (staged, promised) in import.files.iter().zip(promised) {
        if !same_count || context.stages.get(context.actor(), staged)?.blake3 != promised.blake3 {
            return Err(CopyRefusal::FileAltered {
                name: promised.name.clone(),
                title: import.item.title.clone(),
            }
            .into());
        }
    }
    if same_count {
        Ok(())
    } else {
        Err(Refusal::StageMissing.into())
    }
}

/// A course like the one the record had. A brought one belongs to nobody's duties: its enrolment counts as
/// left, so everything in it can be read and nothing changed.
fn new_course(
    context: &mut Context<'_>,
    student: AccountId,
    import: &ImportRecord,
    outcome: &OutcomeBody,
    brought: bool,
) -> Result<OfferingId, Failure> {
    let course = &outcome.course;
    if course.name.trim().is_empty() {
        return Err(Refusal::TitleMissing.into());
    }
    if !brought {
        course::require_uploadable(
            &course.name,
            course.kind,
            course.credits,
            import.item.term,
            import.item.term,
        )?;
    }
    let id = OfferingId(context.new_id::<OfferingV1>()?);
    let offering = OfferingV1 {
        term: import.item.term.code(),
        code: course.code.trim().to_owned(),
        name: course.name.trim().to_owned(),
        credits: course.credits.0,
        kind: course.kind.code(),
        group: if brought {
            import.source.school_name.clone()
        } else {
            course.group.clone()
        },
        teachers: Vec::new(),
        teacher_text: course.teachers.join("、"),
    };
    save(context.txn, &key::one(id.0), &offering)?;
    let enrolment = EnrolmentV1 {
        enrolment: context.ids.next_u64(),
        mode: if brought {
            EnrolmentMode::Transfer
        } else {
            course.mode
        }
        .code(),
        withdrawn: brought,
    };
    save(context.txn, &key::two(student.0, id.0), &enrolment)?;
    context.record(Stream::Student(student), None, Event::CourseSet)?;
    Ok(id)
}

/// Everything that was decided elsewhere, apart from the item: nothing here mistakes it for its own.
pub(super) fn memory(
    context: &Context<'_>,
    import: &ImportRecord,
    outcome: Option<&OutcomeBody>,
) -> ImportedV1 {
    let decisions = outcome
        .map_or(&[][..], |outcome| &outcome.decisions)
        .iter()
        .map(|decision| ImportedDecisionV1 {
            at: to_millis(decision.at),
            by: decision.by.clone(),
            for_teacher: decision.for_teacher.clone(),
            state: decision.state.code(),
            origin: decision.origin.code(),
            reason: decision.reason.map(Coded::code),
            note: decision.note.clone(),
            hashes: decision.hashes.clone(),
            unopened: decision.unopened,
        });
    ImportedV1 {
        at: context.now_millis(),
        by: context.actor().0,
        library_id: import.source.library_id.to_be_bytes(),
        item: import.item.id.clone(),
        school_name: import.source.school_name.clone(),
        school_code: import.source.school_code.clone(),
        owner: import.owner.clone(),
        state: outcome.map_or(0, |outcome| outcome.state.code()),
        origin: outcome.and_then(|outcome| outcome.origin).map(Coded::code),
        filed: import.item.filed,
        decisions: decisions.collect(),
    }
}

/// Where an item came from, if it was imported.
pub(in crate::engine) fn imported(
    records: &impl ReadRecords,
    item: ItemId,
) -> Result<Option<ImportedV1>, StoreError> {
    load(records, &key::one(item.0))
}
