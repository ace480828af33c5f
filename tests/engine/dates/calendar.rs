//! The calendar file: only what holds for the person who asks.

use chrono::Duration;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{Command, ExtensionFor};

use super::{dates, extension};
use crate::support::school::{School, TERM, opening, upload_end};

/// Unfolded lines.
fn lines(school: &School, account: &str) -> Vec<String> {
    let text = school.engine.calendar(&school.login(account)).unwrap();
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    let unfolded = text.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

fn titles(school: &School, account: &str) -> Vec<String> {
    let lines = lines(school, account).into_iter();
    lines
        .filter_map(|line| line.strip_prefix("SUMMARY:").map(str::to_owned))
        .collect()
}

fn values(school: &School, account: &str, key: &str) -> Vec<String> {
    let lines = lines(school, account).into_iter();
    lines.filter(|line| line.starts_with(key)).collect()
}

fn set(audience: Audience, kind: WindowKind) -> Command {
    Command::SetWindow {
        kind,
        period: Period::Term(TERM),
        audience,
        opens: opening(),
        closes: opening() + Duration::days(3),
    }
}

#[test]
fn a_student_gets_own_dates_and_others_those_for_everybody() {
    let school = School::new();
    let registry = school.login("r1");
    // Both students are in their first year.
    for grade in [1, 3] {
        let command = set(Audience::Grade(grade), WindowKind::OutcomeUpload);
        school.run(&registry, &command).unwrap();
    }
    let more = extension(
        ExtensionFor::Student("s1".into()),
        upload_end() + Duration::days(2),
    );
    let more = dates(licheng::engine::DatesCommand::Extend(more));
    school.run(&registry, &more).unwrap();
    let upload = "114-1 課程成果上傳截止";
    let mine = titles(&school, "s1");
    assert!(mine.contains(&format!("{upload}（高一）")) && mine.contains(&format!("{upload}（個人延長）")));
    assert!(!mine.iter().any(|title| title.contains("高三")), "{mine:?}");
    assert!(
        !mine.contains(&upload.to_owned()),
        "replaced by those of the grade: {mine:?}"
    );
    let other = titles(&school, "s2");
    assert!(!other.iter().any(|title| title.contains("延長")), "{other:?}");
    for account in ["t1", "r1"] {
        let all = titles(&school, account);
        for whom in ["", "（高一）", "（高三）"] {
            assert!(all.contains(&format!("{upload}{whom}")), "{account}: {all:?}");
        }
        assert!(
            !all.iter().any(|title| title.contains("延長")),
            "{account}: {all:?}"
        );
    }
}

#[test]
fn a_moved_date_replaces_the_old_one() {
    let school = School::new();
    let before = lines(&school, "s1");
    assert!(
        before.contains(&"DTEND:20260203T160000Z".to_owned()),
        "UTC: {before:?}"
    );
    let uids = values(&school, "s1", "UID:");
    let moved = Command::SetWindow {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        audience: Audience::All,
        opens: opening(),
        closes: upload_end() + Duration::days(7) - Duration::minutes(1),
    };
    school.clock.set(school.engine.now() + Duration::hours(1));
    school.run(&school.login("r1"), &moved).unwrap();
    let after = lines(&school, "s1");
    assert!(after.contains(&"DTEND:20260210T160000Z".to_owned()));
    assert!(!after.contains(&"DTEND:20260203T160000Z".to_owned()));
    let mut now = values(&school, "s1", "UID:");
    let mut then = uids;
    now.sort();
    then.sort();
    assert_eq!(now, then);
    let stamp = |lines: &[String]| lines.iter().find(|line| line.starts_with("DTSTAMP:")).cloned();
    assert!(stamp(&after) > stamp(&before), "a phone takes the newest");
}
