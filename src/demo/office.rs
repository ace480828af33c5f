//! What the office of the demonstration school has set: an announcement, an extension, a source.

use chrono::{Duration, NaiveDate};

use crate::domain::moment::{Moment, taipei_date};
use crate::domain::term::Term;
use crate::domain::term_rules::TermRules;
use crate::domain::window::{Period, WindowKind};
use crate::engine::{
    Announcement, Command, DatesCommand, Engine, Extension, ExtensionFor, Failure, Secret,
    demonstration_password,
};

use super::dates::{TERM, TERMS, on_day};

const REGISTRY: &str = "registry";
/// Uploading stays open two weeks after 休業式: it closes in nine days.
const LAST_DAY_DAYS_AGO: i64 = 5;
const MORNING: i64 = 8 * 60;
const LAST_MINUTE: i64 = 23 * 60 + 59;
const ANNOUNCEMENT: &str =
    "請記得「送出認證」：還在編輯中的成果，老師看不到。上傳截止以前，請確認要認證的每一件都已經送出。";

/// 休業式, around today like all dates of this school.
pub(super) fn last_days(now: Moment) -> Vec<(Term, NaiveDate)> {
    vec![(TERM, taipei_date(now) - Duration::days(LAST_DAY_DAYS_AGO))]
}

/// Gives the commands, at `now`.
pub(super) fn set_up(engine: &Engine, now: Moment) -> Result<(), Failure> {
    let session = engine.login(REGISTRY, &Secret::new(demonstration_password(REGISTRY)))?;
    let commands = [
        DatesCommand::SetRules {
            term: TERM,
            rules: TermRules {
                source: "114 學年度第 1 次課程發展委員會決議".to_owned(),
                ..TermRules::default()
            },
        },
        DatesCommand::Extend(Extension {
            kind: WindowKind::Selection,
            period: Period::Year(TERMS.selection),
            whom: ExtensionFor::Student("1130217".to_owned()),
            opens: None,
            closes: on_day(now, 33, LAST_MINUTE),
            reason: "代表學校參加全國技能競賽".to_owned(),
        }),
        DatesCommand::Announce {
            announcement: None,
            content: Announcement {
                text: ANNOUNCEMENT.to_owned(),
                from: on_day(now, -2, MORNING),
                until: on_day(now, 10, 0),
            },
        },
    ];
    for command in commands {
        engine.run(&session, engine.new_request(), &Command::Dates(command))?;
    }
    Ok(())
}
