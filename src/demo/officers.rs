//! 校內幹部紀錄 of the demonstration school: last term's and this term's posts, one report that was
//! answered and one that waits.

use chrono::NaiveDate;

use crate::domain::id::AccountId;
use crate::domain::officer::OfficerLevel;
use crate::domain::officer_post::OfficerPost;
use crate::domain::term::Term;
use crate::engine::{
    Command, Engine, Failure, OfficerCommand, PostCorrection, PostView, Secret, Session,
    demonstration_national_id, demonstration_password,
};

use super::dates::{LAST_TERM, TERM};
use super::people::{SHOWCASE, Student, birth_date, class_name_in};

const AFFAIRS: &str = "affairs";
/// Posts in a class, in the order of the seats that have them.
const OF_CLASS: [&str; 5] = ["班長", "副班長", "學藝股長", "風紀股長", "衛生股長"];
/// Unit, post, level; the seats after those of the class.
const BEYOND: [(&str, &str, OfficerLevel); 3] = [
    ("天文社", "社長", OfficerLevel::Club),
    ("學生會", "活動部長", OfficerLevel::School),
    ("熱舞社", "副社長", OfficerLevel::Club),
];
/// Who had what the school corrected.
const CORRECTED: usize = 2;

/// First and last day of the posts of a term, as rosters write days.
fn days(term: Term) -> [&'static str; 2] {
    if term == TERM {
        ["1140830", "1150120"]
    } else {
        ["1140210", "1140630"]
    }
}

/// Rows of the roster of posts of both terms.
pub(super) fn rows(students: &[Student]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (place, student) in students.iter().enumerate() {
        let seat = students[..place]
            .iter()
            .filter(|other| other.class == student.class)
            .count();
        for term in [LAST_TERM, TERM] {
            // Others have the posts of the other term, but for the first seat.
            let turn = if term == TERM || seat == 0 {
                seat
            } else {
                seat.wrapping_sub(8)
            };
            let class = class_name_in(student.class, term);
            let found = match OF_CLASS.get(turn) {
                Some(post) => Some((class, *post, OfficerLevel::Class)),
                None => BEYOND.get(turn.wrapping_sub(OF_CLASS.len())).copied(),
            };
            let [from, until] = days(term);
            rows.extend(found.map(|(unit, post, level)| {
                vec![
                    term.year.to_string(),
                    term.semester.number().to_string(),
                    demonstration_national_id(&student.account),
                    birth_date(place),
                    unit.to_owned(),
                    from.to_owned(),
                    until.to_owned(),
                    post.to_owned(),
                    level.number().to_string(),
                ]
            }));
        }
    }
    rows
}

fn session(engine: &Engine, account: &str) -> Result<Session, Failure> {
    engine.login(account, &Secret::new(demonstration_password(account)))
}

fn newest(engine: &Engine, session: &Session) -> Result<Option<PostView>, Failure> {
    Ok(engine.own_officer_posts(session)?.posts.into_iter().next())
}

/// Reports, an answer, a correction.
pub(super) fn play(engine: &Engine, students: &[Student]) -> Result<(), Failure> {
    let affairs = session(engine, AFFAIRS)?;
    let give = |by: &Session, command| engine.run(by, engine.new_request(), &Command::Officer(command));
    for (place, words) in [
        (
            CORRECTED,
            "我這學期擔任的是學藝股長沒錯，但是 12 月就交接了，結束日期應該是 114 年 12 月 31 日。",
        ),
        (SHOWCASE, "我上學期擔任的是副班長，不是班長，請學務處查證。"),
    ] {
        let Some(student) = students.get(place) else {
            continue;
        };
        let own = session(engine, &student.account)?;
        let Some(post) = newest(engine, &own)? else {
            continue;
        };
        let report = OfficerCommand::Report {
            post: Some(post.id),
            words: words.to_owned(),
        };
        give(&own, report)?;
        if place == CORRECTED {
            correct(engine, &affairs, own.account, &post)?;
        }
    }
    Ok(())
}

fn correct(engine: &Engine, affairs: &Session, student: AccountId, post: &PostView) -> Result<(), Failure> {
    let view = engine.officer_posts(affairs)?;
    let Some(report) = view.reports.iter().find(|report| report.student_id == student) else {
        return Ok(());
    };
    let until = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap_or_default();
    let correct = OfficerCommand::Correct {
        student,
        post: post.id,
        seen: post.post.clone(),
        to: OfficerPost {
            until,
            ..post.post.clone()
        },
        correction: PostCorrection {
            reason: "導師確認 12 月交接".to_owned(),
            report: Some(report.id),
        },
    };
    let answer = OfficerCommand::Answer {
        student,
        report: report.id,
        words: "已向導師查證，結束日期改為 114 年 12 月 31 日。".to_owned(),
    };
    for command in [correct, answer] {
        engine.run(affairs, engine.new_request(), &Command::Officer(command))?;
    }
    Ok(())
}
