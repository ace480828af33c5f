//! 時程 and what it tells everybody.

mod board;
mod looks;
mod promotion;
mod rules;
mod timetable;

use licheng::domain::id::AnnouncementId;
use licheng::domain::moment::Moment;
use licheng::engine::{Announcement, Command, DatesCommand};

fn announce(announcement: Option<AnnouncementId>, text: &str, from: Moment, until: Moment) -> Command {
    Command::Dates(DatesCommand::Announce {
        announcement,
        content: Announcement {
            text: text.into(),
            from,
            until,
        },
    })
}
