//! Announcements on everybody's overview.

use crate::domain::dates::{DatesEvent, DatesRefusal, require_good_announcement};
use crate::domain::history::{Event, Stream};
use crate::domain::id::AnnouncementId;
use crate::domain::moment::to_millis;
use crate::engine::command::{Announcement, Reply};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::dates::AnnouncementV1;
use crate::store::record::{key, load, save};

pub(in crate::engine) fn announce(
    context: &mut Context<'_>,
    announcement: Option<AnnouncementId>,
    content: &Announcement,
) -> Result<Reply, Failure> {
    require_good_announcement(&content.text, content.from, content.until)?;
    let (id, event) = match announcement {
        Some(id) => {
            standing(context, id)?;
            (id.0, DatesEvent::AnnouncementEdited)
        }
        None => (context.new_id::<AnnouncementV1>()?, DatesEvent::Announced),
    };
    let record = AnnouncementV1 {
        text: content.text.trim().to_owned(),
        from: to_millis(content.from),
        until: to_millis(content.until),
        by: context.actor().0,
        at: context.now_millis(),
        ended: None,
    };
    save(context.txn, &key::one(id), &record)?;
    context.record(Stream::Office, None, Event::Dates(event))?;
    Ok(Reply::Done)
}

pub(in crate::engine) fn end(context: &mut Context<'_>, id: AnnouncementId) -> Result<Reply, Failure> {
    let mut record = standing(context, id)?;
    record.ended = Some(context.now_millis());
    save(context.txn, &key::one(id.0), &record)?;
    context.record(Stream::Office, None, Event::Dates(DatesEvent::AnnouncementEnded))?;
    Ok(Reply::Done)
}

/// One that was not taken down and whose time is not over.
fn standing(context: &Context<'_>, id: AnnouncementId) -> Result<AnnouncementV1, Failure> {
    let record = load::<AnnouncementV1>(context.txn, &key::one(id.0))?;
    let record = record.ok_or(DatesRefusal::NoSuchAnnouncement)?;
    if record.ended.is_some() || record.until <= context.now_millis() {
        return Err(DatesRefusal::AnnouncementOver.into());
    }
    Ok(record)
}
