//! The documents of `receipt …`.

use serde::Serialize;

use crate::domain::hex::hex;
use crate::domain::receipt::{Difference, ReceiptLine, ReceiptStanding, VerdictKind};
use crate::domain::selection::Part;
use crate::engine::{ReceiptEntry, ReceiptItem, ReceiptView};

use super::rfc3339;

#[derive(Debug, Serialize)]
pub struct ReceiptDocument {
    pub year: String,
    pub account: String,
    pub name: String,
    pub class: String,
    pub seat: String,
    /// `no-list`, `waiting`, `reported`, `replied`, `outdated`, `confirmed`
    pub standing: &'static str,
    /// When the newest list came
    pub came: Option<String>,
    /// Until when an answer is asked for, excluded
    pub until: Option<String>,
    pub answered: Option<String>,
    /// What was reported
    pub words: Option<String>,
    pub reply: Option<String>,
    pub lines: Vec<LineEntry>,
}

#[derive(Debug, Serialize)]
pub struct LineEntry {
    /// `matches`, `differs`, `missing`, `not-mine`, `not-yet`
    pub verdict: &'static str,
    /// `semester`, `course-code`, `name`, `description`, `files`
    pub differs: Vec<&'static str>,
    pub id: Option<String>,
    pub kind: Option<&'static str>,
    pub title: Option<String>,
    /// What was filed
    pub filed: Option<SideEntry>,
    /// What the list says
    pub receipt: Option<SideEntry>,
}

#[derive(Debug, Serialize)]
pub struct SideEntry {
    pub semester: Option<u8>,
    pub course_code: String,
    pub name: String,
    pub description: Option<String>,
    pub md5: Vec<String>,
}

pub const fn standing_code(standing: ReceiptStanding) -> &'static str {
    match standing {
        ReceiptStanding::NoList => "no-list",
        ReceiptStanding::Waiting => "waiting",
        ReceiptStanding::Reported => "reported",
        ReceiptStanding::Replied => "replied",
        ReceiptStanding::Outdated => "outdated",
        ReceiptStanding::Confirmed => "confirmed",
    }
}

const fn verdict_code(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Matches => "matches",
        VerdictKind::Differs => "differs",
        VerdictKind::Missing => "missing",
        VerdictKind::NotMine => "not-mine",
        VerdictKind::NotYet => "not-yet",
    }
}

const fn difference_code(difference: Difference) -> &'static str {
    match difference {
        Difference::Semester => "semester",
        Difference::CourseCode => "course-code",
        Difference::Name => "name",
        Difference::Description => "description",
        Difference::Files => "files",
    }
}

const fn part_code(part: Part) -> &'static str {
    match part {
        Part::Outcomes => "outcome",
        Part::Activities => "activity",
    }
}

pub fn receipt(view: &ReceiptView) -> ReceiptDocument {
    let answer = view.answer.as_ref();
    ReceiptDocument {
        year: view.year.to_string(),
        account: view.account.clone(),
        name: view.name.clone(),
        class: view.class.clone(),
        seat: view.seat.clone(),
        standing: standing_code(view.standing),
        came: view.came.map(rfc3339),
        until: view.until.map(rfc3339),
        answered: answer.map(|answer| rfc3339(answer.at)),
        words: answer
            .filter(|answer| !answer.confirmed)
            .map(|answer| answer.words.clone()),
        reply: answer.and_then(|answer| answer.reply.as_ref().map(|(_, _, words)| words.clone())),
        lines: view.entries.iter().map(entry).collect(),
    }
}

fn entry(entry: &ReceiptEntry) -> LineEntry {
    let differs = match &entry.verdict {
        crate::domain::receipt::LineVerdict::Differs(all) => {
            all.iter().map(|one| difference_code(*one)).collect()
        }
        _ => Vec::new(),
    };
    let item = entry.item.as_ref();
    LineEntry {
        verdict: verdict_code(entry.verdict.kind()),
        differs,
        id: item.map(|item| item.id.to_string()),
        kind: item
            .map(|item| item.part)
            .or(entry.line.as_ref().and_then(|line| line.part))
            .map(part_code),
        title: item.map(|item| item.title.clone()),
        filed: item.map(filed),
        receipt: entry.line.as_ref().map(said),
    }
}

fn filed(item: &ReceiptItem) -> SideEntry {
    SideEntry {
        semester: (item.part == Part::Outcomes).then(|| item.semester.number()),
        course_code: item.course_code.clone(),
        name: match item.part {
            Part::Outcomes => item.course_name.clone(),
            Part::Activities => item.title.clone(),
        },
        description: Some(item.description.clone()),
        md5: item.md5s.iter().map(|md5| hex(md5)).collect(),
    }
}

fn said(line: &ReceiptLine) -> SideEntry {
    SideEntry {
        semester: line.semester.map(|semester| semester.number()),
        course_code: line.course_code.clone(),
        name: line.shown_name().to_owned(),
        description: line.description.clone(),
        md5: line.md5s.iter().map(|md5| hex(md5)).collect(),
    }
}
