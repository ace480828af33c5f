//! Refusals about counts, courses, titles and descriptions.

use crate::domain::quota::{Counter, Usage};
use crate::domain::term::Term;

use crate::text::labels;
use crate::text::message::Message;
use crate::text::size::used_of_limit;

pub(super) fn no_such_item() -> Message {
    Message::new(
        "找不到這件資料。",
        "編號不對、已經清除，或不是你能查看的項目。",
        "請回到清單重新整理，再從清單開啟。",
    )
}

pub(super) fn no_such_course() -> Message {
    Message::new(
        "找不到這門課程。",
        "編號不對，或這門課不在你的課表。",
        "請從課程清單重新選擇；課表有誤請洽教務處（註冊組）。",
    )
}

pub(super) fn quota_reached(counter: Counter, term: Term, used: u32, limit: u32, more: u32) -> Message {
    let name = labels::counter(counter);
    let usage = Usage { used, limit };
    let left = usage.left();
    let why = if used > limit {
        format!(
            "已用 {}：上限調低過，已有的都保留，只是不能再增加。",
            used_of_limit(usage)
        )
    } else if left == 0 {
        format!("每學期上限 {limit} 件，已用 {}。", used_of_limit(usage))
    } else {
        format!(
            "每學期上限 {limit} 件，已用 {}，只能再放 {left} 件。",
            used_of_limit(usage)
        )
    };
    let what = if left == 0 {
        format!("{term} 的{name}已經放滿，不能再增加 {more} 件。")
    } else {
        format!("{term} 的{name}放不下這 {more} 件。")
    };
    let cure = match counter {
        Counter::Outcome => {
            "請先刪除編輯中或認證失敗、不需要的幾件（垃圾桶裡的不算），或挑最能代表自己的再上傳。"
        }
        Counter::Activity => "請先刪除不需要的幾件（垃圾桶裡的不算），或等下一學期再上傳。",
    };
    Message::new(what, why, cure)
}

pub(super) fn course_without_credit(name: &str) -> Message {
    Message::new(
        format!("「{name}」不能上傳課程學習成果。"),
        "課程學習成果只收有學分的課程：部定必修、校訂必修、多元選修、加深加廣選修；彈性學習時間和團體活動時間不算。",
        "這類活動的成果請放到「多元表現」。",
    )
}

pub(super) fn course_of_other_term(course_term: Term, wanted: Term) -> Message {
    Message::new(
        format!("這門課不是 {wanted} 的課程。"),
        format!("它是 {course_term} 的課；課程學習成果要放在修課的那個學期。"),
        format!("請選 {wanted} 的課程，或把學期改成 {course_term}（要在開放期間）。"),
    )
}

pub(super) fn course_in_use(items: u32) -> Message {
    Message::new(
        "不能移除這門課程。",
        format!("這門課裡還有 {items} 件課程學習成果（包括垃圾桶裡的）。"),
        "請先把它們移到同學期的其他課程或刪除，垃圾桶清空後再移除課程。",
    )
}

pub(super) fn title_missing() -> Message {
    Message::new(
        "還沒有填標題。",
        "標題讓自己和老師找得到這件；只供校內辨識，不會提交。",
        "請填一個看得懂的標題，例如「光的折射實驗紀錄」。",
    )
}

pub(super) fn title_too_long(count: u32, limit: u32) -> Message {
    Message::new(
        "標題太長，沒有儲存。",
        format!(
            "標題最多 {limit} 字，現在是 {count} 字，多了 {} 字。",
            count.saturating_sub(limit)
        ),
        "請縮短標題；詳細內容可以寫在簡述。",
    )
}

pub(super) fn description_missing() -> Message {
    Message::new(
        "還沒有寫簡述。",
        "學校規定每件都要有簡述；審查的人也是最先看簡述。",
        "請用幾句話寫下做了什麼、學到什麼。",
    )
}

pub(super) fn description_too_long(count: u32, limit: u32) -> Message {
    Message::new(
        "簡述太長，沒有儲存；打的字還在。",
        format!(
            "簡述最多 {limit} 字，現在是 {count} 字，多了 {} 字；不計空白與換行，罕用字算 1 字。",
            count.saturating_sub(limit)
        ),
        "請刪減到上限以內再儲存。",
    )
}

pub(super) fn changed_meanwhile() -> Message {
    Message::new(
        "沒有執行：這件剛才在別處改過。",
        "另一個視窗、命令列或其他人已經更動它，照舊執行會蓋掉新的內容，所以沒有動它；你打的字還在。",
        "請重新整理，看過新的內容後再做一次。",
    )
}
