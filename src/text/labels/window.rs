//! Names around windows.

use crate::domain::window::{Audience, Period, Phase, WindowKind};

use super::school;

/// Where the time stands in a window.
pub const fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Unannounced => "尚未公布",
        Phase::NotOpen => "未開放",
        Phase::Open => "開放中",
        Phase::ClosingSoon => "即將截止",
        Phase::Closed => "已截止",
    }
}

/// What a window is for.
pub const fn window_kind(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::OutcomeUpload => "課程成果上傳",
        WindowKind::Certification => "教師認證",
        WindowKind::Activity => "多元表現",
        WindowKind::Selection => "勾選",
    }
}

/// What can be done only while the window is open.
pub const fn window_acts(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::OutcomeUpload => "新增、修改、刪除、復原、送出認證或請老師退回",
        WindowKind::Certification => "認證、退回或取消認證結果",
        WindowKind::Activity => "新增、修改或刪除多元表現",
        WindowKind::Selection => "勾選",
    }
}

/// `114-1`, `114 學年度`
pub fn period(period: Period) -> String {
    match period {
        Period::Term(term) => term.to_string(),
        Period::Year(year) => school::school_year(year),
    }
}

/// The window with its term: `114-1 課程成果上傳`, `113 學年度勾選`.
pub fn window_subject(kind: WindowKind, period: Period) -> String {
    let name = match kind {
        WindowKind::Activity => "多元表現上傳",
        WindowKind::OutcomeUpload | WindowKind::Certification | WindowKind::Selection => window_kind(kind),
    };
    match period {
        Period::Term(term) => format!("{term} {name}"),
        Period::Year(year) => format!("{}{name}", school::school_year(year)),
    }
}

/// Whom a window is for; `student_name` for a personal extension.
pub fn audience(audience: &Audience, student_name: Option<&str>) -> String {
    match audience {
        Audience::All => "全校".to_owned(),
        Audience::Grade(grade) => school::grade(*grade),
        Audience::Class(class) => format!("{class}（班級延長）"),
        Audience::Student(_) => format!("{}（個人延長）", student_name.unwrap_or("單一學生")),
    }
}
