//! Importing rosters: what would become of a row, why one cannot be applied, what is in the way of taking
//! an import back. (What is wrong with a cell or a file is worded beside the reading of tables.)

mod page;
mod problem;
mod refusal;
#[cfg(test)]
pub(super) mod samples;

use std::collections::BTreeMap;

use crate::domain::history::ImportEvent;
use crate::domain::import::{
    Aspect, FieldChange, ImportPreview, JudgedRow, RowCounts, Standing, StandingKind, Subject, SubjectCourse,
    Value,
};
use crate::domain::national_id;
use crate::domain::roc;
use crate::domain::roster::RosterKind;
use crate::domain::roster_problem::{RosterWarning, WrongCell};

use super::labels;
use super::rosters::{self, roster};

pub use page::*;
pub use problem::{row_problem, row_warning};
pub use refusal::dependence;
pub(super) use refusal::refusal;

/// How a row stands to the records.
pub const fn standing(kind: StandingKind) -> &'static str {
    match kind {
        StandingKind::New => "新增",
        StandingKind::Changed => "變更",
        StandingKind::Unchanged => "不變",
        StandingKind::Wrong => "有誤",
    }
}

/// In the records and not in the file.
pub const ABSENT: &str = "檔案中沒有";

/// What a change changes.
pub const fn aspect(aspect: Aspect, kind: RosterKind) -> &'static str {
    match aspect {
        Aspect::Column(column) => column.header(kind),
        Aspect::Roles => "身分",
        Aspect::Enrolled => "修課狀態",
    }
}

/// A value in a table or a sentence; national IDs are masked.
pub fn value(value: &Value) -> String {
    match value {
        Value::Nothing => "（空白）".to_owned(),
        Value::Text(text) => text.clone(),
        Value::NationalId(id) => national_id::mask(id),
        Value::Date(date) => roc::roc_digits(*date),
        Value::Year(year) => year.to_string(),
        Value::Credits(credits) => credits.to_string(),
        Value::CourseKind(kind) => labels::course_kind(*kind).to_owned(),
        Value::Mode(mode) => labels::enrolment_mode(*mode).to_owned(),
        Value::Level(level) => labels::officer_level(*level).to_owned(),
        Value::Accounts(accounts) if accounts.is_empty() => "（沒有）".to_owned(),
        Value::Accounts(accounts) => accounts.join("、"),
        Value::Roles(roles) => roles_text(roles),
        Value::Part(part) => labels::part(*part).to_owned(),
        Value::Enrolled(true) => "修課中".to_owned(),
        Value::Enrolled(false) => "已退選".to_owned(),
    }
}

fn roles_text(roles: &[crate::domain::access::Role]) -> String {
    let roles: Vec<&str> = roles.iter().map(|role| labels::role(*role)).collect();
    roles.join("、")
}

/// `班級：一年1班 → 二年1班`
pub fn change(change: &FieldChange, kind: RosterKind) -> String {
    format!(
        "{}：{} → {}",
        aspect(change.aspect, kind),
        value(&change.old),
        value(&change.new)
    )
}

/// Whom or what a row is about: `11430101 林宥辰`, `國語文（114-1，二年1班）`.
pub fn subject(subject: &Subject) -> String {
    let mut parts: Vec<String> = [&subject.account, &subject.person]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect();
    parts.extend(subject.course.as_ref().map(course));
    parts.join(" ")
}

fn course(course: &SubjectCourse) -> String {
    let name = if course.name.is_empty() {
        &course.code
    } else {
        &course.name
    };
    if course.group.is_empty() {
        format!("{name}（{}）", course.term)
    } else {
        format!("{name}（{}，{}）", course.term, course.group)
    }
}

/// `新增 60 筆、變更 2 筆`; only what there is.
pub fn counts(counts: RowCounts) -> String {
    let told: Vec<String> = [
        StandingKind::New,
        StandingKind::Changed,
        StandingKind::Unchanged,
        StandingKind::Wrong,
    ]
    .into_iter()
    .filter(|kind| counts.get(*kind) > 0)
    .map(|kind| format!("{} {} 筆", standing(kind), counts.get(kind)))
    .collect();
    if told.is_empty() {
        "沒有任何一筆".to_owned()
    } else {
        told.join("、")
    }
}

/// The heads of the list of rows.
pub const COLUMNS: [&str; 4] = ["列", "結果", "對象", "說明"];

/// What the list says of a row that was read.
pub fn row_cells<'w>(
    row: &JudgedRow,
    of_reading: impl Iterator<Item = &'w RosterWarning>,
    kind: RosterKind,
) -> [String; 4] {
    let mut notes: Vec<String> = match &row.standing {
        Standing::Changed(changes) => changes.iter().map(|it| change(it, kind)).collect(),
        Standing::Wrong(problems) => problems.iter().map(|it| row_problem(it, kind)).collect(),
        Standing::New | Standing::Unchanged => Vec::new(),
    };
    notes.extend(row.warnings.iter().map(row_warning));
    notes.extend(of_reading.map(rosters::roster_warning));
    if notes.is_empty() && !row.subject.detail.is_empty() {
        notes.push(row.subject.detail.clone());
    }
    [
        row.row.to_string(),
        standing(row.standing.kind()).to_owned(),
        subject(&row.subject),
        notes.join("　"),
    ]
}

/// What the list says of a row that could not be read.
pub fn unread_cells(cells: &[WrongCell], kind: RosterKind) -> [String; 4] {
    let notes: Vec<String> = cells.iter().map(|cell| rosters::reason(cell, kind)).collect();
    [
        cells
            .first()
            .map_or_else(String::new, |cell| cell.row.to_string()),
        standing(StandingKind::Wrong).to_owned(),
        cells
            .iter()
            .find(|cell| !cell.value.is_empty())
            .map_or_else(String::new, |cell| format!("「{}」", cell.value)),
        notes.join("　"),
    ]
}

/// What the list says of a record that no row speaks of.
pub fn absent_cells(absent: &Subject) -> [String; 4] {
    [
        String::new(),
        ABSENT.to_owned(),
        subject(absent),
        absent.detail.clone(),
    ]
}

/// Why each wrong row is wrong, in the order of the file.
pub fn reasons(preview: &ImportPreview, wrong: &[WrongCell]) -> Vec<(u32, String)> {
    let kind = preview.kind;
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for cell in wrong {
        let reason = rosters::reason(cell, kind);
        reasons.entry(cell.row).or_default().push(reason);
    }
    for row in &preview.rows {
        if let Standing::Wrong(problems) = &row.standing {
            let said = problems.iter().map(|it| row_problem(it, kind));
            reasons.entry(row.row).or_default().extend(said);
        }
    }
    reasons
        .into_iter()
        .map(|(row, said)| (row, said.join("")))
        .collect()
}

/// Suggested names of files.
pub fn wrong_file_name(kind: RosterKind) -> String {
    format!("{}_有誤的列.xlsx", roster(kind))
}

pub fn template_file_name(kind: RosterKind) -> String {
    format!("{}_空白範本.xlsx", roster(kind))
}

/// A line at the bottom.
pub fn copied(rows: usize) -> String {
    format!("已複製 {rows} 列，可以貼到 Excel。")
}

pub fn undone(kind: RosterKind) -> String {
    format!("已取消匯入{}。", roster(kind))
}

/// A line of the office's history.
pub(super) fn event(event: &ImportEvent) -> String {
    match event {
        ImportEvent::Applied { kind, counts: rows } => {
            format!("匯入{}：{}", roster(*kind), counts(*rows))
        }
        ImportEvent::Undone { kind, counts: rows } => {
            format!("取消匯入{}：{}", roster(*kind), counts(*rows))
        }
    }
}
