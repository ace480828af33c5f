//! What the commands about 校內幹部紀錄 carry.

use licheng::domain::id::{PostId, PostReportId};
use licheng::domain::officer::OfficerLevel;
use licheng::domain::officer_post::OfficerPost;
use licheng::engine::{Command, OfficerCommand, PostCorrection, Session};

use super::made::last_day;
use super::play::{Play, Who};
use crate::support::school::{School, TERM, opening};

/// A post of the owner.
fn post(post: &str) -> OfficerPost {
    OfficerPost {
        term: TERM,
        unit: "一年1班".into(),
        from: licheng::domain::moment::taipei_date(opening()),
        until: last_day(),
        post: post.into(),
        level: OfficerLevel::Class,
    }
}

fn correction() -> PostCorrection {
    PostCorrection {
        reason: "名冊誤植".into(),
        report: None,
    }
}

/// A post by hand, and a report that another is missing.
pub fn officer(school: &School, student: &Session) -> (PostId, PostReportId) {
    let affairs = school.login("f1");
    let add = OfficerCommand::Add {
        post: post("班長"),
        student: "s1".into(),
        correction: PostCorrection {
            reason: "名冊漏列".into(),
            report: None,
        },
    };
    school.run(&affairs, &Command::Officer(add)).unwrap();
    let report = OfficerCommand::Report {
        post: None,
        words: "少了社團幹部".into(),
    };
    school.run(student, &Command::Officer(report)).unwrap();
    let view = school.engine.own_officer_posts(student).unwrap();
    (view.posts[0].id, view.reports[0].id)
}

pub fn report(play: &Play<'_>, _: Who) -> Command {
    Command::Officer(OfficerCommand::Report {
        post: Some(play.things().post),
        words: "應為副班長".into(),
    })
}

pub fn answer(play: &Play<'_>, _: Who) -> Command {
    Command::Officer(OfficerCommand::Answer {
        student: play.account(Who::Owner),
        report: play.things().report,
        words: "已更正".into(),
    })
}

pub fn add(_: &Play<'_>, _: Who) -> Command {
    Command::Officer(OfficerCommand::Add {
        student: "s1".into(),
        post: post("風紀股長"),
        correction: correction(),
    })
}

pub fn correct(play: &Play<'_>, _: Who) -> Command {
    Command::Officer(OfficerCommand::Correct {
        student: play.account(Who::Owner),
        post: play.things().post,
        seen: post("班長"),
        to: post("副班長"),
        correction: correction(),
    })
}

pub fn remove(play: &Play<'_>, _: Who) -> Command {
    Command::Officer(OfficerCommand::Remove {
        student: play.account(Who::Owner),
        post: play.things().post,
        seen: post("班長"),
        correction: correction(),
    })
}
