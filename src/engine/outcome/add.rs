//! A new outcome.

use crate::domain::act::{self, Relation};
use crate::domain::description::{require_fit, require_title};
use crate::domain::history::{Event, Stream};
use crate::domain::id::ItemId;
use crate::domain::outcome::OutcomeState;
use crate::domain::quota::{self, Counter};
use crate::engine::answer;
use crate::engine::command::{NewOutcome, Reply};
use crate::engine::context::Context;
use crate::engine::dates::rules::require_accepted;
use crate::engine::failure::Failure;
use crate::engine::files;
use crate::store::record::code::Coded;
use crate::store::record::item::{ItemOfOfferingV1, ItemOwnerV1, OutcomeV1};
use crate::store::record::{key, save};

use super::{reply, require_course};

pub(in crate::engine) fn add(context: &mut Context<'_>, new: &NewOutcome) -> Result<Reply, Failure> {
    let owner = context.actor();
    let limits = answer::limits(context.txn, new.term)?;
    require_course(context.txn, owner, new.offering, new.term)?;
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, owner)?;
    act::permit_create(
        new.term,
        &context.circumstances(Relation::Owner, &windows, &student),
    )?;
    let usage = answer::outcome_usage(context.txn, owner, new.term)?;
    quota::require_room(Counter::Outcome, new.term, usage, 1)?;
    require_title(&new.title, limits.title_chars)?;
    require_fit(
        &new.description,
        limits.description_chars,
        limits.description_required,
    )?;
    require_accepted(context, new.term, &new.files)?;
    let judged = files::judge_all(context, &new.files, &limits)?;

    let item = ItemId(context.new_id::<ItemOwnerV1>()?);
    let now = context.now_millis();
    let mut outcome = OutcomeV1 {
        offering: new.offering.0,
        term: new.term.code(),
        title: new.title.trim().to_owned(),
        work_kind: new.work_kind.map(Coded::code),
        description: new.description.trim().to_owned(),
        state: OutcomeState::Draft.code(),
        origin: None,
        version: 1,
        created: now,
        updated: now,
        submitted: None,
        attempt: 0,
        requested: None,
        trashed: None,
        filed: false,
        mending_until: None,
        brought: false,
        files: Vec::new(),
        decisions: Vec::new(),
    };
    context.record(Stream::Student(owner), Some(item), Event::Created)?;
    for file in judged {
        files::put(context, owner, item, &mut outcome.files, file)?;
    }
    save(context.txn, &key::one(item.0), &ItemOwnerV1 { student: owner.0 })?;
    save(
        context.txn,
        &key::two(new.offering.0, item.0),
        &ItemOfOfferingV1 { student: owner.0 },
    )?;
    save(context.txn, &key::two(owner.0, item.0), &outcome)?;
    reply(context, item)
}
