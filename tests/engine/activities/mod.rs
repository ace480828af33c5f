//! 多元表現: all categories by table, windows, quota, years, files, copies, finding.

mod fields;
mod finding;
mod life;
mod office;

use chrono::Duration;
use licheng::domain::activity::Category;
use licheng::domain::activity::record::by_official_names;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{
    ActivityChanges, ActivityCommand, ActivityView, Command, NewActivity, Reply, Session, StagedFile,
};

use crate::support::school::{School, at, opening};

pub const YEAR: SchoolYear = SchoolYear(114);

/// The window of the activities of 114.
pub fn window_end() -> licheng::domain::moment::Moment {
    at("2026-07-01T00:00")
}

/// A school whose activity window is open.
pub fn school() -> School {
    let school = School::new();
    set_window(&school, YEAR, "2025-09-01T08:00", "2026-06-30T23:59");
    school
}

pub fn set_window(school: &School, year: SchoolYear, opens: &str, closes: &str) {
    let command = Command::SetWindow {
        kind: WindowKind::Activity,
        period: Period::Year(year),
        audience: Audience::All,
        opens: at(opens),
        closes: at(closes),
    };
    school.run(&school.login("r1"), &command).unwrap();
}

/// Fields by their official names.
pub type Typed<'a> = &'a [(&'a str, &'a str)];

pub fn new(category: Category, typed: Typed<'_>) -> NewActivity {
    let typed: Vec<(String, String)> = typed
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    NewActivity {
        category,
        fields: by_official_names(category, &typed).unwrap(),
        description: String::new(),
        link: String::new(),
        files: Vec::new(),
        tags: Vec::new(),
    }
}

pub fn changes(category: Category, typed: Typed<'_>) -> ActivityChanges {
    ActivityChanges {
        fields: new(category, typed).fields,
        ..ActivityChanges::default()
    }
}

pub fn add(new: NewActivity) -> Command {
    Command::Activity(ActivityCommand::Add(new))
}

pub fn edit(activity: &ActivityView, changes: ActivityChanges) -> Command {
    Command::Activity(ActivityCommand::Edit {
        item: activity.id,
        seen: activity.facts.version,
        changes,
    })
}

pub fn delete(activity: &ActivityView) -> Command {
    Command::Activity(ActivityCommand::Delete {
        item: activity.id,
        seen: activity.facts.version,
    })
}

pub fn restore(activity: &ActivityView) -> Command {
    Command::Activity(ActivityCommand::Restore {
        item: activity.id,
        seen: activity.facts.version,
    })
}

#[track_caller]
pub fn activity(school: &School, session: &Session, command: &Command) -> ActivityView {
    match school.run(session, command) {
        Ok(Reply::Activity(activity)) => *activity,
        other => panic!("{command:?}: {other:?}"),
    }
}

/// The example of the command line: name and date of a competition.
pub fn competition(files: Vec<StagedFile>) -> NewActivity {
    NewActivity {
        files,
        ..new(
            Category::Competition,
            &[("競賽名稱", "科展"), ("結果公布日期", "1141201")],
        )
    }
}

pub fn with_document(school: &School, session: &Session, bytes: &[u8]) -> NewActivity {
    competition(vec![school.stage(session, "獎狀.pdf", bytes)])
}

#[test]
fn the_window_is_that_of_the_school_year() {
    let school = School::new();
    let student = school.login("s1");
    let shut = school.refusal(&student, &add(competition(Vec::new())));
    assert!(
        matches!(
            shut,
            Refusal::WindowShut {
                kind: WindowKind::Activity,
                period: Period::Year(YEAR),
                ..
            }
        ),
        "{shut:?}"
    );
    set_window(&school, YEAR, "2025-09-01T08:00", "2026-06-30T23:59");
    activity(&school, &student, &add(competition(Vec::new())));
    school.clock.set(window_end() - Duration::seconds(1));
    activity(&school, &student, &add(competition(Vec::new())));
    school.clock.set(window_end());
    assert!(matches!(
        school.refusal(&student, &add(competition(Vec::new()))),
        Refusal::WindowShut { .. }
    ));
    assert!(opening() < window_end());
}
