//! Short sentences at the place where they matter.

use chrono::Duration;

use crate::domain::account::InitialPassword;
use crate::domain::file::{FileKind, Slot};
use crate::domain::limits::Limits;
use crate::domain::login::{DIFFERENT_IN_STRONG_PASSWORD, SHORTEST_PASSWORD, SHORTEST_STRONG_PASSWORD};
use crate::domain::moment::Moment;

use super::labels;
use super::size::size;
use super::time::{roc_day, roc_moment_zoned};

/// `[seed] 9`
pub const VOLUNTARY: &str =
    "上傳是自願的；但沒有上傳的，之後就沒有東西可以勾選，升學時也少了一份讓別人認識你的資料。";

/// `[seed] 10`, beside an empty description.
pub const DESCRIPTION_NUDGE: &str =
    "簡述還沒寫。可以不寫，但審查的人最先看的就是簡述；幾句話說明做了什麼、學到什麼，會很有幫助。";

/// `[seed] 11`, the well-known trap: beside every 編輯中.
pub const DRAFT_TRAP: &str = "上傳還不算完成：沒有按「送出認證」，老師就看不到。";

/// How the description is counted.
pub const DESCRIPTION_COUNTING: &str = "計算方式：不含空白與換行，罕用字算 1 字。";

/// Title and kind of work.
pub const TITLE: &str = "標題和成果種類供校內辨識，不會提交。";

/// States in a personal library.
pub const SELF_REPORTED: &str = "這是自己記下的學校平臺狀態，一律標示為自行登錄；真正的認證以學校平臺為準。";

/// Beside a school's library, and on the welcome page.
pub const ONE_COMPUTER: &str =
    "學校檔案庫一次只能在一台電腦上使用；多台電腦同時使用，要等網路版推出。請不要放在網路磁碟上。";

/// A personal library without dates.
pub const NO_DATES: &str = "還沒有設定日期，所以不會截止。可以在設定填入學校公布的時間，這裡就會倒數提醒。";

/// The recovery code, shown once.
pub const RECOVERY_CODE: &str =
    "忘記密碼時，只有這組復原碼能救回個人檔案庫。它只顯示這一次，請抄下來或列印，和電腦分開收好。";

/// How long a password is: an administrator's is longer.
pub fn password_length(strong: bool) -> String {
    if strong {
        format!(
            "至少 {SHORTEST_STRONG_PASSWORD} 個字元（中文一個字算 2 個，不少於 {SHORTEST_PASSWORD} 個字）"
        )
    } else {
        format!("至少 {SHORTEST_PASSWORD} 個字元")
    }
}

/// Of an administrator's password.
pub fn password_variety() -> String {
    format!("至少 {DIFFERENT_IN_STRONG_PASSWORD} 個不同的字元")
}

/// First login (`[seed] 3`).
pub fn first_login() -> String {
    format!(
        "第一次登入用的身分證字號或密碼條，別人也可能知道，所以請先換成自己的密碼：至少 {SHORTEST_PASSWORD} 個字元，不能和帳號或身分證字號一樣。"
    )
}

/// Under the login fields: what this school gives out (`[seed] 3`).
pub const fn login_hint(initial: InitialPassword) -> &'static str {
    match initial {
        InitialPassword::NationalId => {
            "學生的帳號是學號；第一次登入的密碼是身分證字號，英文字母要大寫。拿到密碼條的人用密碼條上的密碼。"
        }
        InitialPassword::Slip => "學生的帳號是學號；第一次登入的密碼印在學校發的密碼條上。",
    }
}

/// The request a teacher will see.
pub const REQUEST_RETURN: &str =
    "老師會看到你的請求，並決定要不要退回；改成認證失敗之後，你才能修改。請求可以撤回。";

/// A second confirmation for teachers, see `Refusal::ReturnLocksOut`.
pub const RETURN_LOCKS_OUT: &str = "退回後學生已不能修改，這件將無法勾選。";

/// What certification is about (domain.md section 3).
pub const CERTIFICATION_SCOPE: &str =
    "認證只確認兩件事：是學生本人的作品、屬於這門課程。不評分，也不評好壞。";

/// Head of the trash.
pub fn trash(limits: &Limits) -> String {
    format!(
        "垃圾桶裡的不算件數。上傳截止前都可以復原；截止 {} 天後自動清除，清除後就找不回來。",
        limits.trash_days
    )
}

/// The closing minute of a window that is over at `ends`, as announcements write it.
fn closing_minute(ends: Moment) -> String {
    roc_moment_zoned(ends - Duration::minutes(1))
}

/// One line for an item in the trash. `restorable_until`: the first instant at which the upload window is
/// over.
pub fn trash_until(restorable_until: Option<Moment>, removed_on: Option<Moment>) -> String {
    match (restorable_until, removed_on) {
        (Some(until), Some(removed)) => format!(
            "{}以前可以復原，{} 清除。",
            closing_minute(until),
            roc_day(removed)
        ),
        (Some(until), None) => format!("{}以前可以復原。", closing_minute(until)),
        (None, Some(removed)) => format!("{} 清除。", roc_day(removed)),
        (None, None) => "隨時可以復原，不會自動清除。".to_owned(),
    }
}

/// The question before 送出認證.
pub fn submit_confirmation(file_names: &[&str], description_is_empty: bool) -> String {
    let nudge = if description_is_empty {
        format!("\n{DESCRIPTION_NUDGE}")
    } else {
        String::new()
    };
    let files: String = file_names.iter().map(|name| format!("「{name}」")).collect();
    format!(
        "送出後就不能再修改，要請老師退回才能改。\n鎖定的有：檔案{files}、標題、成果種類、課程與簡述。{nudge}"
    )
}

/// The question before deleting. `restorable_until`: the first instant at which the upload window is over,
/// if dates are set.
pub fn delete_confirmation(title: &str, restorable_until: Option<Moment>) -> String {
    match restorable_until {
        Some(until) => format!(
            "「{title}」會移到垃圾桶，不再算件數；{}以前可以復原。復原時若件數已滿，要先騰出一件。",
            closing_minute(until)
        ),
        None => {
            format!("「{title}」會移到垃圾桶，不再算件數；之後可以復原。復原時若件數已滿，要先騰出一件。")
        }
    }
}

/// Between the 10^6- and the 2^20-based limit.
pub fn near_limit(bytes: u64, slot: Slot, limits: &Limits) -> String {
    format!(
        "這個檔案有 {}，接近上限 {}。可以上傳；但有些平臺用 1 MB = 1,000,000 位元組計算，可能會說太大，能再縮小一點比較保險。",
        size(bytes),
        size(limits.file_bytes(slot))
    )
}

/// The question about good content under a wrong ending.
pub fn wrong_ending(name: &str, kind: FileKind) -> String {
    format!(
        "「{name}」的內容其實是 {}。沒有選錯檔案的話可以照樣加入；內容不變，副檔名會改成 .{}。",
        labels::file_kind(kind),
        kind.ending()
    )
}

/// The same bytes lie in another item: a warning, never a block.
pub fn same_bytes(name: &str, other_titles: &[&str]) -> String {
    let others: String = other_titles.iter().map(|title| format!("「{title}」")).collect();
    format!("「{name}」的內容和{others}的檔案完全相同。確定要再放一次就繼續；選錯了請換一個檔案。")
}

/// What a slot takes: `PDF、JPG、PNG，最大 4 MB`.
pub fn slot_rule(slot: Slot, limits: &Limits) -> String {
    format!(
        "{}，最大 {}",
        labels::slot_formats(slot),
        size(limits.file_bytes(slot))
    )
}
