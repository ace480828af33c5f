//! The documents about 校內幹部紀錄.

use serde::Serialize;

use crate::domain::officer_post::OfficerPost;
use crate::engine::{CorrectionView, PostReportView, PostStudent, PostView};

use super::rfc3339;

#[derive(Debug, Serialize)]
pub struct PostEntry {
    pub id: String,
    #[serde(flatten)]
    pub student: StudentEntry,
    #[serde(flatten)]
    pub post: PostFields,
    /// As it was last.
    pub removed: bool,
    /// A report about it waits for its answer.
    pub reported: bool,
    /// Newest first.
    pub corrections: Vec<CorrectionEntry>,
}

#[derive(Debug, Serialize)]
pub struct StudentEntry {
    /// 學號
    pub student: String,
    pub name: String,
    pub class: String,
    pub seat: String,
}

#[derive(Debug, Serialize)]
pub struct PostFields {
    pub term: String,
    pub unit: String,
    pub post: String,
    pub from: String,
    pub until: String,
    /// The official number.
    pub level: u8,
}

#[derive(Debug, Serialize)]
pub struct CorrectionEntry {
    /// `null`: added by hand.
    pub before: Option<PostFields>,
    /// `null`: removed.
    pub after: Option<PostFields>,
    pub reason: String,
    pub by: String,
    pub at: String,
    /// The report that led to it.
    pub report: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct ReportEntry {
    pub id: String,
    #[serde(flatten)]
    pub student: StudentEntry,
    /// `open` or `answered`.
    pub state: &'static str,
    /// `null`: one is missing.
    pub post: Option<String>,
    /// The post as it stood when it was reported.
    pub stood: Option<PostFields>,
    pub words: String,
    pub at: String,
    pub answer: Option<AnswerEntry>,
    /// What was corrected because of it.
    pub corrections: Vec<CorrectionEntry>,
}

#[derive(Debug, Serialize)]
pub struct AnswerEntry {
    pub words: String,
    pub by: String,
    pub at: String,
}

pub fn posts<'v>(posts: impl IntoIterator<Item = &'v PostView>) -> Vec<PostEntry> {
    posts
        .into_iter()
        .map(|view| PostEntry {
            id: view.id.to_string(),
            student: student(&view.student),
            post: fields(&view.post),
            removed: view.removed,
            reported: view.reported,
            corrections: view.corrections.iter().map(correction).collect(),
        })
        .collect()
}

pub fn reports<'v>(reports: impl IntoIterator<Item = &'v PostReportView>) -> Vec<ReportEntry> {
    reports
        .into_iter()
        .map(|view| ReportEntry {
            id: view.id.to_string(),
            student: student(&view.student),
            state: if view.is_open() { "open" } else { "answered" },
            post: view.post.map(|id| id.to_string()),
            stood: view.stood.as_ref().map(fields),
            words: view.words.clone(),
            at: rfc3339(view.at),
            answer: view.answer.as_ref().map(|answer| AnswerEntry {
                words: answer.words.clone(),
                by: answer.by.clone(),
                at: rfc3339(answer.at),
            }),
            corrections: view.corrections.iter().map(correction).collect(),
        })
        .collect()
}

fn student(student: &PostStudent) -> StudentEntry {
    StudentEntry {
        student: student.account.clone(),
        name: student.name.clone(),
        class: student.class.clone(),
        seat: student.seat.clone(),
    }
}

fn fields(post: &OfficerPost) -> PostFields {
    PostFields {
        term: post.term.to_string(),
        unit: post.unit.clone(),
        post: post.post.clone(),
        from: post.from.to_string(),
        until: post.until.to_string(),
        level: post.level.number(),
    }
}

fn correction(view: &CorrectionView) -> CorrectionEntry {
    CorrectionEntry {
        before: view.before.as_ref().map(fields),
        after: view.after.as_ref().map(fields),
        reason: view.reason.clone(),
        by: view.by.clone(),
        at: rfc3339(view.at),
        report: view.report.map(|id| id.to_string()),
    }
}
