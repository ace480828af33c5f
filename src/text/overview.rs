//! Sentences of 總覽.

use crate::domain::attention::Attention;
use crate::domain::moment::Moment;

use super::labels;
use super::time::roc_moment_zoned;

pub const WINDOWS: &str = "開放時間";
pub const TAIPEI: &str = "一律是台北時間";
pub const TODAY: &str = "今天";
pub const TO_DO: &str = "現在要做的事";
pub const NO_ITEMS: &str = "還沒有課程學習成果";
pub const NO_ITEMS_SENTENCE: &str = "挑一件最能說明自己怎麼學習的作品，放到它的課程底下。";
pub const ALL_DONE: &str = "目前沒有要處理的事";
pub const ALL_DONE_SENTENCE: &str = "該送出的都送出了。有新的作品，隨時可以再加。";
pub const GO_TO_OUTCOMES: &str = "前往課程學習成果";
pub const SET_DATES: &str = "設定日期";
pub const WHY_UPLOAD: &str = "不上傳會少了什麼？";
pub const CLOCK_BEHIND: &str = "電腦的時鐘慢了，暫時不能新增、修改和送出";
pub const CLOCK_AHEAD: &str = "電腦的時鐘比檔案庫最後的紀錄晚了 30 天以上";
pub const CLOCK_CURE: &str = "請先確認電腦的日期與時間。";
pub const CLOCK_CONFIRM: &str = "時鐘沒有錯";

pub fn greeting(name: &str) -> String {
    format!("{name}，你好")
}

pub fn clock_newest(newest: Moment) -> String {
    format!("檔案庫最新一筆紀錄是 {}。", roc_moment_zoned(newest))
}

pub fn month(month: u32) -> String {
    format!("{month} 月")
}

pub fn count(count: usize) -> String {
    format!("{count} 件")
}

pub const fn attention(reason: Attention) -> &'static str {
    match reason {
        Attention::Returned => "老師退回了，可以修改後再送出",
        Attention::SubmitSoon => "還沒有送出認證，上傳快截止了",
        Attention::NoFile => "還沒有檔案，不能送出認證",
        Attention::Submit => "還沒有送出認證，老師看不到",
        Attention::NoDescription => "還沒有簡述，審查的人會先看簡述",
        Attention::Overdue(overdue) => labels::overdue_meaning(overdue),
    }
}
/// The button beside it.
pub const fn next_step(reason: Attention) -> &'static str {
    match reason {
        Attention::Returned => "看退回原因",
        Attention::SubmitSoon | Attention::Submit => "送出認證",
        Attention::NoFile => "加入檔案",
        Attention::NoDescription => "補簡述",
        Attention::Overdue(_) => "看說明",
    }
}
