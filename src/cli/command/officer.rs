//! `officer …`: 校內幹部紀錄, its reports and corrections.

use crate::cli::args::{Arguments, Officer, PostChanges, Why};
use crate::cli::json::officer as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::id::{PostId, PostReportId};
use crate::domain::officer_post::{OfficerPost, OfficerRefusal};
use crate::domain::refusal::Refusal;
use crate::domain::roc::roc_digits;
use crate::domain::term::Term;
use crate::engine::{
    Command, Failure, OfficerCommand, OfficerView, PostCorrection, PostReportView, PostView,
};
use crate::text::{labels, officer as said, time};

pub fn run(arguments: &Arguments, command: &Officer, output: &mut Output) -> Result<(), Trouble> {
    let wish = match command {
        Officer::List { .. } | Officer::Inbox { .. } => Wish::Look,
        _ => Wish::Change,
    };
    let desk = Desk::open(arguments, command.who(), wish)?;
    match command {
        Officer::List {
            who: _,
            term,
            class,
            student,
        } => list(&desk, *term, class.as_deref(), student.as_deref(), output),
        Officer::Inbox { who: _, open } => inbox(&desk, *open, output),
        Officer::Report { who: _, post, words } => {
            let post = match post {
                Some(post) => Some(parse(&desk, post, OfficerRefusal::NoSuchPost)?),
                None => None,
            };
            let words = words.clone();
            give(&desk, OfficerCommand::Report { post, words }, output)?;
            inbox(&desk, false, output)
        }
        Officer::Answer {
            who: _,
            report,
            words,
        } => {
            let view = look(&desk)?;
            let report = find_report(&desk, &view, report)?;
            let answer = OfficerCommand::Answer {
                student: report.student_id,
                report: report.id,
                words: words.clone(),
            };
            give(&desk, answer, output)?;
            inbox(&desk, false, output)
        }
        Officer::Correct {
            who: _,
            post,
            changes,
            why,
        } => {
            let view = look(&desk)?;
            let found = find_post(&desk, &view, post)?;
            let command = OfficerCommand::Correct {
                student: found.student_id,
                post: found.id,
                seen: found.post.clone(),
                to: changed(&found.post, changes),
                correction: correction(&desk, why)?,
            };
            give(&desk, command, output)?;
            list_of(&desk, &found.student.account, output)
        }
        Officer::Add {
            who: _,
            student,
            post,
            why,
        } => {
            let post = OfficerPost {
                term: post.term,
                unit: post.unit.clone(),
                from: post.from,
                until: post.until,
                post: post.post_name.clone(),
                level: post.level,
            };
            let add = OfficerCommand::Add {
                student: student.clone(),
                post,
                correction: correction(&desk, why)?,
            };
            give(&desk, add, output)?;
            list_of(&desk, student, output)
        }
        Officer::Remove { who: _, post, why } => {
            let view = look(&desk)?;
            let found = find_post(&desk, &view, post)?;
            let command = OfficerCommand::Remove {
                student: found.student_id,
                post: found.id,
                seen: found.post.clone(),
                correction: correction(&desk, why)?,
            };
            give(&desk, command, output)?;
            list_of(&desk, &found.student.account, output)
        }
    }
}

fn give(desk: &Desk, command: OfficerCommand, output: &mut Output) -> Result<(), Trouble> {
    desk.run(&Command::Officer(command), output).map(|_| ())
}

/// One's own, or the whole school's.
fn look(desk: &Desk) -> Result<OfficerView, Trouble> {
    desk.answer(desk.engine.officer_view(&desk.session))
}

fn refused(refusal: OfficerRefusal) -> Failure {
    Failure::from(Refusal::from(refusal))
}

/// Text that is no id names nothing.
fn parse<T: std::str::FromStr>(desk: &Desk, text: &str, none: OfficerRefusal) -> Result<T, Trouble> {
    desk.answer(text.parse().map_err(|_| refused(none)))
}

fn find_post<'v>(desk: &Desk, view: &'v OfficerView, id: &str) -> Result<&'v PostView, Trouble> {
    let id: PostId = parse(desk, id, OfficerRefusal::NoSuchPost)?;
    desk.answer(view.post(id).ok_or_else(|| refused(OfficerRefusal::NoSuchPost)))
}

fn find_report<'v>(desk: &Desk, view: &'v OfficerView, id: &str) -> Result<&'v PostReportView, Trouble> {
    let id: PostReportId = parse(desk, id, OfficerRefusal::NoSuchReport)?;
    desk.answer(
        view.report(id)
            .ok_or_else(|| refused(OfficerRefusal::NoSuchReport)),
    )
}

fn correction(desk: &Desk, why: &Why) -> Result<PostCorrection, Trouble> {
    let report = match &why.report {
        Some(report) => Some(parse(desk, report, OfficerRefusal::NoSuchReport)?),
        None => None,
    };
    Ok(PostCorrection {
        reason: why.reason.clone(),
        report,
    })
}

fn changed(post: &OfficerPost, changes: &PostChanges) -> OfficerPost {
    let text = |new: &Option<String>, old: &String| new.clone().unwrap_or_else(|| old.clone());
    OfficerPost {
        term: changes.term.unwrap_or(post.term),
        unit: text(&changes.unit, &post.unit),
        from: changes.from.unwrap_or(post.from),
        until: changes.until.unwrap_or(post.until),
        post: text(&changes.post_name, &post.post),
        level: changes.level.unwrap_or(post.level),
    }
}

fn list_of(desk: &Desk, student: &str, output: &mut Output) -> Result<(), Trouble> {
    list(desk, None, None, Some(student), output)
}

fn list(
    desk: &Desk,
    term: Option<Term>,
    class: Option<&str>,
    student: Option<&str>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let view = look(desk)?;
    let wanted: Vec<&PostView> = view
        .posts
        .iter()
        .filter(|post| term.is_none_or(|term| post.post.term == term))
        .filter(|post| class.is_none_or(|class| post.student.class == class))
        .filter(|post| student.is_none_or(|student| post.student.account == student))
        .collect();
    output.answer(&json::posts(wanted.iter().copied()), || {
        if wanted.is_empty() {
            return vec!["沒有校內幹部紀錄。".to_owned()];
        }
        let rows: Vec<_> = wanted.iter().map(|post| post_cells(post)).collect();
        table(
            [
                "代號", "學期", "學號", "姓名", "班級", "單位", "職務", "等級", "開始", "結束", "備註",
            ],
            &rows,
        )
    })
}

fn post_cells(view: &PostView) -> [String; 11] {
    let post = &view.post;
    [
        view.id.to_string(),
        post.term.to_string(),
        view.student.account.clone(),
        view.student.name.clone(),
        view.student.class.clone(),
        post.unit.clone(),
        post.post.clone(),
        labels::officer_level(post.level).to_owned(),
        roc_digits(post.from),
        roc_digits(post.until),
        said::standing(view.removed, view.reported, !view.corrections.is_empty()).to_owned(),
    ]
}

fn inbox(desk: &Desk, open: bool, output: &mut Output) -> Result<(), Trouble> {
    let view = look(desk)?;
    let wanted: Vec<&PostReportView> = view
        .reports
        .iter()
        .filter(|report| !open || report.is_open())
        .collect();
    output.answer(&json::reports(wanted.iter().copied()), || {
        if wanted.is_empty() {
            return vec!["沒有回報。".to_owned()];
        }
        let rows: Vec<_> = wanted.iter().map(|report| report_cells(report)).collect();
        table(
            [
                "代號",
                "狀態",
                "學號",
                "姓名",
                "回報（台北時間）",
                "關於",
                "內容",
                "回覆",
            ],
            &rows,
        )
    })
}

fn report_cells(view: &PostReportView) -> [String; 8] {
    [
        view.id.to_string(),
        said::report_state(view.is_open()).to_owned(),
        view.student.account.clone(),
        view.student.name.clone(),
        time::roc_moment(view.at),
        view.stood
            .as_ref()
            .map_or_else(|| said::MISSING_ONE.to_owned(), said::post),
        view.words.clone(),
        view.answer
            .as_ref()
            .map_or_else(String::new, |answer| answer.words.clone()),
    ]
}
