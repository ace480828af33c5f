//! What the office of the demonstration school did: rosters, dates and 導師 at the beginning; later an
//! announcement, an extension, a source for its limits, and 代理人.

use chrono::{Duration, NaiveDate};

use crate::domain::moment::{Moment, taipei_date};
use crate::domain::term::Term;
use crate::domain::term_rules::TermRules;
use crate::domain::window::{Period, WindowKind};
use crate::engine::{
    AccountCommand, Announcement, Command, DatesCommand, DeputyCommand, Engine, Extension, ExtensionFor,
    Failure, NewDeputyship, Secret, Session, demonstration_password,
};

use super::dates::{self, TERM, TERMS, on_day};
use super::people::{self, Student};
use super::rosters;

const REGISTRY: &str = "registry";
const STUDENT_AFFAIRS: &str = "affairs";
/// 導師 of the classes, in their order
const HOMEROOMS: [&str; 2] = ["t01", "t02"];
/// Uploading stays open two weeks after 休業式: it closes in nine days.
const LAST_DAY_DAYS_AGO: i64 = 5;
const MORNING: i64 = 8 * 60;
const LAST_MINUTE: i64 = 23 * 60 + 59;
const ANNOUNCEMENT: &str =
    "請記得「送出認證」：還在編輯中的成果，老師看不到。上傳截止以前，請確認要認證的每一件都已經送出。";

/// 休業式, around today like all dates of this school, and so too far from its term for a real office.
pub(super) fn last_days(now: Moment) -> Vec<(Term, NaiveDate)> {
    vec![(TERM, taipei_date(now) - Duration::days(LAST_DAY_DAYS_AGO))]
}

/// Rosters, dates and 導師, when the school begins to work with the program. The first passwords of
/// students and teachers are published here, but for those who have not come yet.
pub(super) fn found(engine: &Engine, students: &[Student], now: Moment) -> Result<(), Failure> {
    let session = session(engine, REGISTRY)?;
    for table in rosters::of_registry(students) {
        rosters::import(engine, &session, &table)?;
    }
    let affairs = self::session(engine, STUDENT_AFFAIRS)?;
    rosters::import(engine, &affairs, &rosters::of_student_affairs(students))?;
    engine.publish_demonstration_passwords(&people::newcomers())?;
    let mut commands: Vec<Command> = dates::windows(now)
        .into_iter()
        .map(|window| Command::SetWindow {
            kind: window.kind,
            period: window.period,
            audience: window.audience,
            opens: window.opens,
            closes: window.closes,
        })
        .collect();
    for (class, teacher) in HOMEROOMS.into_iter().enumerate() {
        commands.push(Command::Account(AccountCommand::SetHomeroom {
            term: TERM,
            class: people::class_name_in(class, TERM).to_owned(),
            teacher: Some(engine.account_named(&session, teacher)?),
        }));
    }
    run(engine, &session, commands)
}

fn session(engine: &Engine, account: &str) -> Result<Session, Failure> {
    engine.login(account, &Secret::new(demonstration_password(account)))
}

fn run(engine: &Engine, session: &Session, commands: Vec<Command>) -> Result<(), Failure> {
    for command in commands {
        engine.run(session, engine.new_request(), &command)?;
    }
    Ok(())
}

/// What changed since, up to `now`.
pub(super) fn go_on(engine: &Engine, now: Moment) -> Result<(), Failure> {
    let session = session(engine, REGISTRY)?;
    let today = taipei_date(now);
    let dates = [
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
    let mut commands: Vec<Command> = dates.into_iter().map(Command::Dates).collect();
    // The teacher of 美術 is away; the one of 自主學習 has time.
    commands.push(Command::Deputy(DeputyCommand::Add(NewDeputyship {
        deputy: engine.account_named(&session, "t05")?,
        teacher: engine.account_named(&session, "t07")?,
        offering: None,
        from: today - Duration::days(10),
        until: today + Duration::days(29),
        reason: "產前假".to_owned(),
    })));
    run(engine, &session, commands)
}
