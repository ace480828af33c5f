//! Words around dates, rules of a term and announcements, for the window and the command line.

pub mod board;
pub mod calendar;
pub mod page;

use crate::domain::dates::DatesEvent;
use crate::domain::file::FileKind;
use crate::domain::term_rules::LimitName;

use super::labels;
use super::size::size;

/// What a number of a term's rules is.
pub const fn limit_name(limit: LimitName) -> &'static str {
    match limit {
        LimitName::Outcomes => "課程學習成果件數上限",
        LimitName::Activities => "多元表現件數上限",
        LimitName::DocumentBytes => "證明文件大小上限",
        LimitName::MediaBytes => "影音檔大小上限",
        LimitName::DescriptionChars => "簡述字數上限",
        LimitName::TitleChars => "名稱字數上限",
        LimitName::SelectedOutcomes => "勾選課程學習成果上限",
        LimitName::SelectedActivities => "勾選多元表現上限",
        LimitName::MendingDays => "補正期",
        LimitName::TrashDays => "垃圾桶保留天數",
    }
}

/// The unit a number is typed in.
pub const fn limit_unit(limit: LimitName) -> &'static str {
    match limit {
        LimitName::Outcomes
        | LimitName::Activities
        | LimitName::SelectedOutcomes
        | LimitName::SelectedActivities => "件",
        LimitName::DocumentBytes | LimitName::MediaBytes => "MB",
        LimitName::DescriptionChars | LimitName::TitleChars => "字",
        LimitName::MendingDays | LimitName::TrashDays => "天",
    }
}

/// `20 件`, `4 MB`
pub fn limit_value(limit: LimitName, value: u64) -> String {
    if limit.is_bytes() {
        size(value)
    } else {
        format!("{value} {}", limit_unit(limit))
    }
}

/// `PDF、JPG、MP4`
pub fn kinds(kinds: &[FileKind]) -> String {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| kind.ending().to_ascii_uppercase())
        .collect();
    names.join("、")
}

/// What the history says.
pub(super) fn what_happened(event: &DatesEvent) -> String {
    match event {
        DatesEvent::LastDaySet { term } => format!("設定 {term} 的休業式日期"),
        DatesEvent::LastDayRemoved { term } => format!("移除 {term} 的休業式日期"),
        DatesEvent::Extended {
            kind,
            period,
            student,
        } => {
            let whom = if student.is_some() {
                "一位學生"
            } else {
                "一個班級"
            };
            format!("為{whom}延長 {}", labels::window_subject(*kind, *period))
        }
        DatesEvent::RulesSet { term } => format!("設定 {term} 的規定"),
        DatesEvent::Announced => "發布公告".to_owned(),
        DatesEvent::AnnouncementEdited => "修改公告".to_owned(),
        DatesEvent::AnnouncementEnded => "提早結束公告".to_owned(),
    }
}
