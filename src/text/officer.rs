//! 校內幹部紀錄, in words: of the page for students and for student affairs, the command line, the history.

use chrono::{Datelike, NaiveDate};

use crate::domain::moment::Moment;
use crate::domain::officer_post::{OfficerEvent, OfficerPost};
use crate::domain::roc::roc_year;

use super::labels;
use super::time::{roc_date, roc_day};

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

/// `二年1班 班長`
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

pub const TITLE: &str = "幹部名冊";
pub const SENTENCE: &str = "全校的校內幹部紀錄。更正之後，更正前的內容仍然留存，學生也看得到。";
pub const OWN_TITLE: &str = "校內幹部紀錄";
pub const OWN_SENTENCE: &str = "由學務處登錄，這裡只能查詢。有錯誤或少了一筆，請回報學務處。";
pub const OWN_TAB: &str = "我填寫的多元表現";
pub const POSTS_TAB: &str = "名冊";
pub const INBOX_TAB: &str = "回報";
pub const READING: &str = "正在讀取幹部紀錄…";
pub const ADD: &str = "新增一筆";
pub const REPORT: &str = "回報錯誤";
pub const REPORT_MISSING: &str = "回報少了一筆";
pub const CORRECT: &str = "更正";
pub const REMOVE: &str = "移除";
pub const ANSWER: &str = "回覆";
pub const ADD_FOR_REPORT: &str = "新增這一筆";
pub const COPY: &str = "複製表格";
pub const SEARCH: &str = "搜尋";
pub const SEARCH_HINT: &str = "姓名、學號、班級、單位或職務";
pub const TERM: &str = "學期";
pub const ALL_TERMS: &str = "全部學期";
pub const NOTHING: &str = "還沒有幹部紀錄";
pub const NOTHING_SENTENCE: &str = "匯入校內幹部經歷名冊之後會列在這裡，也可以新增一筆。";
pub const NOTHING_FOUND: &str = "沒有符合的紀錄";
pub const NOTHING_FOUND_SENTENCE: &str = "換一個學期，或用少一點的字搜尋。";
pub const NO_REPORTS: &str = "沒有回報";
pub const NO_REPORTS_SENTENCE: &str = "學生回報的錯誤會列在這裡，回覆之後學生看得到。";
pub const OWN_NOTHING: &str = "學校還沒有登錄你的幹部紀錄";
pub const OWN_NOTHING_SENTENCE: &str = "學務處通常在學期末匯入。應該要有卻沒有時，請回報學務處。";
pub const MY_REPORTS: &str = "我的回報";
pub const CORRECTIONS: &str = "更正紀錄";
pub const STUDENT: &str = "學號";
pub const UNIT: &str = "單位名稱";
pub const POST_NAME: &str = "擔任職務名稱";
pub const LEVEL: &str = "幹部等級";
pub const FROM: &str = "開始日期";
pub const UNTIL: &str = "結束日期";
pub const DAY_HINT: &str = "114/9/1";
pub const BAD_DAY: &str = "日期寫成 114/9/1 或 2025-09-01 這個樣子。";
pub const REASON: &str = "更正的原因";
pub const REASON_HINT: &str = "例如：導師確認、名冊誤植；學生看得到";
pub const REPORT_WORDS: &str = "哪裡有錯";
pub const MISSING_WORDS: &str = "少了哪一筆";
pub const REPORT_HINT: &str = "寫下正確的單位、職務和日期，學務處才好查證";
pub const ANSWER_WORDS: &str = "處理的結果";
pub const ANSWER_HINT: &str = "例如：已向導師查證並更正";
pub const REPORT_BODY: &str = "學務處會收到這則回報，處理之後的回覆會顯示在這一頁。";
pub const REMOVE_BODY: &str = "這一筆不再算在紀錄裡；更正紀錄裡仍然看得到原來的內容。";
pub const WAITS: &str = "等學務處處理";

/// The heads of a copied table.
pub const COLUMNS: [&str; 10] = [
    "班級",
    "座號",
    "學號",
    "姓名",
    "學期",
    "單位名稱",
    "擔任職務名稱",
    "幹部等級",
    "開始日期",
    "結束日期",
];

/// The cells of a post behind those of its student.
pub fn cells(post: &OfficerPost) -> [String; 6] {
    [
        post.term.to_string(),
        post.unit.clone(),
        post.post.clone(),
        labels::officer_level(post.level).to_owned(),
        day(post.from),
        day(post.until),
    ]
}

/// `114/9/1`, as it can be typed.
pub fn day(date: NaiveDate) -> String {
    format!("{}/{}/{}", roc_year(date), date.month(), date.day())
}

/// `114/9/1－115/1/20`
pub fn short_days(post: &OfficerPost) -> String {
    format!("{}－{}", day(post.from), day(post.until))
}

/// What was done about a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Reported,
    Answered,
    Added,
    Corrected,
    Removed,
}

/// A line at the bottom.
pub const fn done(what: Done) -> &'static str {
    match what {
        Done::Reported => "已送出回報，學務處處理之後會在這裡回覆。",
        Done::Answered => "已回覆，學生看得到了。",
        Done::Added => "已新增幹部紀錄。",
        Done::Corrected => "已更正，更正前的內容也留存了。",
        Done::Removed => "已移除，更正紀錄裡仍然看得到。",
    }
}

/// One correction: `114 年 … 葛建中 更正：舊 → 新　原因`.
pub fn correction(before: Option<&OfficerPost>, after: Option<&OfficerPost>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => changes(before, after),
        (None, Some(after)) => format!("新增：{}", whole(after)),
        (Some(before), None) => format!("移除：{}", whole(before)),
        (None, None) => String::new(),
    }
}

/// Only what differs: `擔任職務名稱：班長 → 副班長`.
fn changes(before: &OfficerPost, after: &OfficerPost) -> String {
    let (old, new) = (cells(before), cells(after));
    let names = &COLUMNS[4..];
    let told = names
        .iter()
        .zip(old.iter().zip(&new))
        .filter(|(_, (old, new))| old != new);
    let told: Vec<String> = told
        .map(|(name, (old, new))| format!("{name}：{old} → {new}"))
        .collect();
    told.join("　")
}

/// Who corrected it, when, and why.
pub fn corrected_by(by: &str, at: Moment, reason: &str) -> String {
    format!("{by}　{}　原因：{reason}", roc_day(at))
}

pub const CORRECT_ELLIPSIS: &str = "更正…";
pub const REMOVE_ELLIPSIS: &str = "移除…";
pub const ANSWER_ELLIPSIS: &str = "回覆…";
pub const ANSWER_TITLE: &str = "回覆回報";
pub const EDIT_TITLE: &str = "更正幹部紀錄";
pub const ADD_TITLE: &str = "新增幹部紀錄";
pub const ADD_CONFIRM: &str = "新增";
pub const REMOVE_TITLE: &str = "移除這一筆？";
pub const SEND_REPORT: &str = "送出回報";
pub const SENDING: &str = "正在送出…";
pub const STOOD: &str = "當時的內容";
pub const REPORT_KEY: &str = "回報";
pub const AT_KEY: &str = "時間";

pub fn fill_in(what: &str) -> String {
    format!("請先填寫「{what}」")
}

/// `二年1班 05`
pub fn class_and_seat(class: &str, seat: &str) -> String {
    format!("{class} {seat}").trim().to_owned()
}

pub fn more(count: usize) -> String {
    format!("還有 {count} 筆沒有列出，請用搜尋或學期縮小範圍。")
}

/// `34 筆`
pub fn count(posts: usize) -> String {
    format!("{posts} 筆")
}
