//! Accounts in words.

pub mod ask;
pub mod page;

use crate::domain::access::Role;
use crate::domain::account::{PasswordState, Standing};

use super::{labels, time};

/// Where a time of login would stand.
pub const NEVER: &str = "從未登入";

/// `任課教師、導師`
pub fn roles(roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| labels::role(*role)).collect();
    names.join("、")
}

/// The status, with the last day of whoever left.
pub fn standing(standing: Standing) -> String {
    let name = labels::account_status(standing.status);
    match standing.until {
        Some(day) if standing.status.has_left() => format!("{name}（可閱讀到 {}）", time::roc_date(day)),
        _ => name.to_owned(),
    }
}

/// What is known about somebody's password.
pub const fn password(state: PasswordState) -> &'static str {
    match state {
        PasswordState::Waiting => "初始密碼準備中",
        PasswordState::OnSlip => "密碼條未發放",
        PasswordState::Initial => "初始密碼",
        PasswordState::Own => "已自行設定",
    }
}

/// What a change leads to, for the question before it.
pub mod consequence {
    pub const LOCK: &str = "鎖定後這個人立刻不能使用，已登入的也會登出；資料都會保留，隨時可以解除。";
    pub const END: &str = "停用後這個帳號不能再登入；認證過的紀錄仍會留著他的名字。";
    pub const GRADUATE: &str =
        "登記畢業後不能再新增、修改或送出認證；到期限為止還能登入閱讀與匯出自己的資料。";
    pub const TRANSFER: &str =
        "登記轉出後不能再新增、修改或送出認證；到期限為止還能登入閱讀與匯出自己的資料。";
    pub const RESET: &str = "原來的密碼立刻失效，已登入的會登出；新的初始密碼只顯示這一次，請當面交給本人。";
    pub const REACTIVATE: &str = "恢復後可以照原來的身分登入使用。";
    pub const HANDED_OUT: &str = "登記後檔案庫不再保留這些密碼，不能再列印；遺失的人要個別重設密碼。";
    pub const ROLES: &str = "身分改變後，這個人要重新登入；看得到和做得到的事會跟著改變。";
    pub const END_DEPUTY: &str = "結束後代理人立刻不能再認證；已經認證的仍然有效。";
}
