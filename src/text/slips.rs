//! Slips of paper with initial passwords: what stands on them.

pub const ACCOUNT: &str = "帳號";
pub const PASSWORD: &str = "初始密碼";
pub const BY_NATIONAL_ID: &str = "身分證字號（英文字母大寫）";
pub const STAFF: &str = "教職員";
/// How to log in, line by line.
pub const HOW: [&str; 3] = [
    "1. 開啟「學習歷程檔案」，輸入帳號和初始密碼（連同中間的 -）。",
    "2. 第一次登入要設定自己的密碼，只有自己知道。",
    "3. 設定好之後，請把這張紙撕碎。",
];

/// At the foot of a sheet: `二年1班　1 / 4`
pub fn foot(group: &str, page: usize, pages: usize) -> String {
    format!("{group}　{page} / {pages}")
}

/// Whose slip it is: `二年1班 07 號`
pub fn place(class: &str, seat: &str) -> String {
    match (class.is_empty(), seat.is_empty()) {
        (true, _) => STAFF.to_owned(),
        (false, true) => class.to_owned(),
        (false, false) => format!("{class} {seat} 號"),
    }
}
