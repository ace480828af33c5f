//! `announce …`: text on everybody's overview.

use crate::cli::args::{Announce, AnnouncementContent, Arguments, ForAccount};
use crate::cli::json::dates as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::access::{self, Right};
use crate::domain::dates::DatesRefusal;
use crate::domain::id::AnnouncementId;
use crate::domain::refusal::Refusal;
use crate::engine::{Announcement, AnnouncementView, Command, DatesCommand, Failure};
use crate::text::time;

pub fn run(arguments: &Arguments, command: &Announce, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Announce::List(who) => {
            let desk = Desk::open(arguments, who, Wish::Look)?;
            print(&desk, output)
        }
        Announce::Add { who, content } => announce(arguments, who, None, content, output),
        Announce::Edit { who, id, content } => announce(arguments, who, Some(id), content, output),
        Announce::End { who, id } => {
            let desk = Desk::open(arguments, who, Wish::Change)?;
            let announcement = parse(&desk, id)?;
            let command = DatesCommand::EndAnnouncement { announcement };
            desk.run(&Command::Dates(command), output)?;
            print(&desk, output)
        }
    }
}

fn announce(
    arguments: &Arguments,
    who: &ForAccount,
    id: Option<&String>,
    content: &AnnouncementContent,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Change)?;
    let announcement = id.map(|id| parse(&desk, id)).transpose()?;
    let content = Announcement {
        text: content.text.clone(),
        from: content.from.unwrap_or_else(|| desk.engine.now()),
        until: content.until,
    };
    let command = DatesCommand::Announce {
        announcement,
        content,
    };
    desk.run(&Command::Dates(command), output)?;
    print(&desk, output)
}

/// Text that is no id names no announcement.
fn parse(desk: &Desk, text: &str) -> Result<AnnouncementId, Trouble> {
    let none = |_| Failure::from(Refusal::from(DatesRefusal::NoSuchAnnouncement));
    desk.answer(text.parse().map_err(none))
}

/// Those who announce see all of them, newest first; everybody else what is shown.
fn print(desk: &Desk, output: &mut Output) -> Result<(), Trouble> {
    let now = desk.engine.now();
    let all = if access::may(&desk.session.roles, Right::Announce) {
        desk.answer(desk.engine.timetable(&desk.session))?.announcements
    } else {
        let mut board = desk.answer(desk.engine.board(&desk.session))?.announcements;
        board.retain(|announcement| announcement.is_shown(now));
        board
    };
    output.answer(&json::announcements(&all, now), || {
        if all.is_empty() {
            return vec!["沒有公告。".to_owned()];
        }
        let rows: Vec<_> = all.iter().map(|one| cells(one, now)).collect();
        table(["代號", "狀態", "從（台北時間）", "到", "發布", "內容"], &rows)
    })
}

fn cells(one: &AnnouncementView, now: crate::domain::moment::Moment) -> [String; 6] {
    let state = match (one.is_over(now), one.is_shown(now)) {
        (true, _) => "已結束",
        (false, true) => "顯示中",
        (false, false) => "未開始",
    };
    [
        one.id.to_string(),
        state.to_owned(),
        time::roc_moment(one.from),
        time::roc_moment(one.until),
        one.signed.by.clone(),
        one.text.clone(),
    ]
}
