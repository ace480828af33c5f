//! Names around 勾選.

use crate::domain::selection::{NotSelectable, Part, WhyLeft};

use super::{origin, state};

/// The two lists.
pub const fn part(part: Part) -> &'static str {
    match part {
        Part::Outcomes => "課程學習成果",
        Part::Activities => "多元表現",
    }
}

/// Why something left the selection.
pub const fn why_left(why: WhyLeft) -> &'static str {
    match why {
        WhyLeft::Returned => "老師改成認證失敗",
        WhyLeft::Reopened => "老師取消了認證結果，回到認證中",
        WhyLeft::StateChanged => "自行登錄的狀態改變了",
    }
}

/// Why something cannot be selected, in a few words.
pub fn not_selectable(why: NotSelectable) -> String {
    match why {
        NotSelectable::State(current) => format!("{}，要認證成功才能勾選", state(current)),
        NotSelectable::Origin(from) => format!("認證來源是「{}」，不是本校認證", origin(from)),
        NotSelectable::OtherYear(term) => format!("是 {term} 的成果，不屬於這個學年度"),
        NotSelectable::InTrash => "在垃圾桶裡".to_owned(),
        NotSelectable::Filed => "已經提交過".to_owned(),
        NotSelectable::Withdrawn => "課程已經不在課表".to_owned(),
    }
}
