//! Sentences of 勾選.

use crate::domain::moment::Moment;
use crate::domain::selection::{Part, WhyLeft};
use crate::domain::term::SchoolYear;

use super::labels;
use super::time::roc_moment_zoned;

pub const CONFIRMED: &str = "已確認勾選。截止前還可以更改，更改之後要再確認一次。";
pub const UNCONFIRMED: &str = "勾選還沒有確認。截止時會照當時勾選的內容計算，確認一次比較保險。";
pub const COUNTS_ANYWAY: &str = "截止時會照當時勾選的內容計算；看過一遍再確認，比較保險。";
pub const CONFIRM: &str = "確認勾選";
pub const NOT_CONFIRMED: &str = "勾選還沒有確認";
pub const LEFT: &str = "有項目從勾選移出";
pub const LOOK: &str = "看勾選";
pub const GO: &str = "前往勾選";
pub const NOTICES_READ: &str = "知道了";
pub const FILED_WHY: &str = "內容和認證結果都不再更動；有誤請在確認收訖明細時回報。";
pub const NOT_READY: &str = "還不能勾選";
pub const CANDIDATES: &str = "可以勾選";
pub const TICK: &str = "勾選";
pub const SUPPOSE_FAILS: &str = "假設沒通過";
pub const SUPPOSE_PASSES: &str = "還是有通過";
pub const ONLY_SUPPOSED: &str = "只是試算";
pub const END_BOARD: &str = "結束試算";
pub const CAN_FILL: &str = "可以遞補";
pub const LOCKED: &str = "勾選已經截止，內容已鎖定。";
pub const NOTHING_CHOSEN: &str = "還沒有勾選任何一件";
pub const NOTHING_CHOSEN_SENTENCE: &str =
    "從下面可以勾選的項目挑選。上傳了但沒有勾選的，不會提交，升學時別人也看不到。";
pub const NO_CANDIDATES_OUTCOMES: &str =
    "沒有其他可以勾選的。要認證成功，而且是這個學年度的課程學習成果才能勾選。";
pub const NO_CANDIDATES_ACTIVITIES: &str = "沒有其他可以勾選的。新增多元表現之後，會出現在這裡。";
pub const ORDER_HELP: &str = "拖曳左邊的握把，或選取後按 Alt+↑、Alt+↓ 調整順序。";
pub const INCOMPLETE: &str = "下面幾件還沒有填齊欄位，或還沒有檔案，提交前要補上";
pub const WHAT_IF: &str = "如果有一件沒通過？";
pub const WHAT_IF_HELP: &str =
    "假設已勾選的某一件最後沒通過，看看還剩幾件、可以補哪幾件。只是試算，不會改變勾選。";

/// `課程學習成果　已勾選 3／6 件`
pub fn counter(part: Part, chosen: usize, limit: u32) -> String {
    format!("{}　已勾選 {chosen}／{limit} 件", labels::part(part))
}

/// Nothing more can be ticked.
pub fn full(part: Part, limit: u32) -> String {
    format!("{}最多勾選 {limit} 件，請先取消其中一件。", labels::part(part))
}

/// 提交
pub fn filed(batch: u32) -> String {
    format!("已經提交（第 {batch} 批）")
}

pub fn filed_short(batch: u32) -> String {
    format!("第 {batch} 批")
}

/// `3／6 件`
pub fn used(chosen: usize, limit: u32) -> String {
    format!("{chosen}／{limit} 件")
}

/// Something left without the student having taken it out.
pub fn left(title: &str, why: WhyLeft) -> String {
    format!("「{title}」已從勾選移出：{}。", labels::why_left(why))
}

/// The question before confirming.
pub fn confirm_question(year: SchoolYear, outcomes: usize, activities: usize) -> String {
    format!(
        "要確認 {}的勾選嗎？共有課程學習成果 {outcomes} 件、多元表現 {activities} 件，會照這個順序提交。",
        labels::school_year(year)
    )
}

pub fn confirmed_at(at: Moment) -> String {
    format!("{} 確認", roc_moment_zoned(at))
}

/// On the overview while the window is open.
pub fn to_do(year: SchoolYear, outcomes: usize, activities: usize) -> String {
    match (outcomes, activities) {
        (0, 0) => format!("{}還沒有勾選任何一件", labels::school_year(year)),
        _ => format!(
            "{}已勾選課程學習成果 {outcomes} 件、多元表現 {activities} 件，還沒有確認",
            labels::school_year(year)
        ),
    }
}

/// What the what-if board comes to.
pub fn what_if(remaining: usize, fill: usize, empty: u32) -> String {
    match (fill, empty) {
        (0, 0) => format!("還有 {remaining} 件，名額仍然是滿的。"),
        (0, empty) => format!("還剩 {remaining} 件，沒有可以遞補的，會空 {empty} 個名額。"),
        (fill, 0) => format!("還剩 {remaining} 件，可以遞補 {fill} 件，名額補得滿。"),
        (fill, empty) => format!("還剩 {remaining} 件，可以遞補 {fill} 件，仍會空 {empty} 個名額。"),
    }
}
