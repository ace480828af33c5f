//! Sentences of the page that finds everything.

pub const TITLE: &str = "尋找";
pub const SENTENCE: &str = "三年來所有的課程學習成果與多元表現，都在這裡找。";
pub const SEARCH_HINT: &str = "名稱、欄位、課程、簡述、標籤、檔名";
pub const ALL: &str = "全部";
pub const AS_LIST: &str = "清單";
pub const AS_TIME_LINE: &str = "時間軸";
pub const FOUND: &str = "符合的項目";
pub const THREE_YEARS: &str = "三年的時間軸";
pub const NOTHING: &str = "沒有符合的項目";
pub const NOTHING_SENTENCE: &str = "換個短一點的詞，或放寬篩選。";
pub const CLEAR: &str = "清除條件";

/// A category's name where a row of the time line has little room.
pub fn short_row(name: &str) -> &str {
    match name {
        "大學及技專校院先修課程紀錄" => "先修課程",
        "幹部經歷暨事蹟紀錄" => "幹部經歷",
        "其他多元表現紀錄" => "其他",
        other => other.strip_suffix("紀錄").unwrap_or(other),
    }
}
