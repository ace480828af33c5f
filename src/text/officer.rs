//! 校內幹部紀錄, in words: of the page for students and for student affairs, the command line, the history.

use crate::domain::officer_post::{OfficerEvent, OfficerPost};

use super::labels;
use super::time::roc_date;

/// What was done; who did it stands in front.
pub(super) const fn what_happened(event: OfficerEvent) -> &'static str {
    match event {
        OfficerEvent::Reported { .. } => "回報校內幹部紀錄有誤",
        OfficerEvent::Answered { .. } => "回覆校內幹部紀錄的回報",
        OfficerEvent::Added { .. } => "新增校內幹部紀錄",
        OfficerEvent::Corrected { .. } => "更正校內幹部紀錄",
        OfficerEvent::Removed { .. } => "移除校內幹部紀錄",
    }
}

/// `班級幹部：二年1班 班長`
pub fn post(post: &OfficerPost) -> String {
    format!("{} {}", post.unit, post.post)
}

/// `114 年 9 月 1 日 (一) 到 115 年 1 月 20 日 (二)`
pub fn days(post: &OfficerPost) -> String {
    format!("{} 到 {}", roc_date(post.from), roc_date(post.until))
}

/// All of a post in one line, for before and after.
pub fn whole(post: &OfficerPost) -> String {
    format!(
        "{}　{}（{}）{}",
        post.term,
        self::post(post),
        labels::officer_level(post.level),
        days(post)
    )
}

pub const MISSING_ONE: &str = "少了一筆";

/// What there is to say about a post beside what it says.
pub const fn standing(removed: bool, reported: bool, corrected: bool) -> &'static str {
    match (removed, reported, corrected) {
        (true, ..) => "已移除",
        (false, true, _) => "已回報",
        (false, false, true) => "已更正",
        (false, false, false) => "",
    }
}

pub const fn report_state(open: bool) -> &'static str {
    if open { "待處理" } else { "已回覆" }
}
