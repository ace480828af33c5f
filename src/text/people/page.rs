//! The pages about the people of a school.

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::access::Role;
use crate::domain::account::{InitialPassword, Standing, Status};
use crate::domain::moment::Moment;
use crate::domain::term::Term;
use crate::text::{labels, time};

use super::{NEVER, standing};

pub const TITLE: &str = "帳號";
pub const ACCOUNTS: &str = "帳號";
pub const CLASSES: &str = "班級與導師";
pub const DEPUTIES: &str = "代理人";
pub const RIGHTS: &str = "權限";
pub const READING: &str = "正在讀取帳號…";

pub const SEARCH: &str = "搜尋";
pub const SEARCH_HINT: &str = "帳號、姓名、班級　Ctrl+F";
pub const ROLE: &str = "身分";
pub const CLASS: &str = "班級";
pub const EVERY_ROLE: &str = "全部身分";
pub const EVERY_CLASS: &str = "全部班級";

pub const ALL: &str = "全部";
pub const ACTIVE: &str = "使用中";
pub const LOCKED: &str = "已鎖定";
pub const GONE: &str = "已離校、停用";

pub const CREATE: &str = "建立帳號";
pub const MORE: &str = "更多";
pub const LIST_MORE: &str = "清單的其他動作";
pub const COPY_LIST: &str = "複製清單到試算表";
pub const POLICY_ELLIPSIS: &str = "初始密碼的方式…";
pub const NOBODY: &str = "沒有符合的帳號";
pub const NOBODY_SENTENCE: &str = "換一個條件試試；學生和教師從「匯入名冊」加入。";

/// Columns of the list.
pub const HEAD_ACCOUNT: &str = "帳號";
pub const HEAD_NAME: &str = "姓名";
pub const HEAD_PLACE: &str = "班級座號或身分";
pub const HEAD_STANDING: &str = "狀態";
pub const HEAD_LOGIN: &str = "最近登入";
pub const MARK_ALL: &str = "選取列出的全部帳號";

/// The checkbox of a row.
pub fn mark(account: &str, name: &str) -> String {
    format!("選取 {account} {name}")
}

/// `全部 71`
pub fn counted(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

/// Under the title.
pub fn sentence(all: usize, never_came: usize, slips: usize) -> String {
    let mut text = format!("共 {all} 個帳號，{never_came} 人還沒登入過。");
    if slips > 0 {
        text.push_str(&format!("有 {slips} 張密碼條還沒發放。"));
    }
    text
}

/// Where somebody sits, or what they are.
pub fn place(roles: &[Role], class: &str, seat: &str) -> String {
    if roles.contains(&Role::Student) {
        return match (class.is_empty(), seat.is_empty()) {
            (true, _) => labels::role(Role::Student).to_owned(),
            (false, true) => class.to_owned(),
            (false, false) => format!("{class} {seat} 號"),
        };
    }
    super::roles(roles)
}

/// How an account stands, in a narrow column: the day is told where there is room.
pub fn short_standing(one: Standing, never_came: bool) -> &'static str {
    if never_came {
        return NEVER;
    }
    labels::account_status(one.status)
}

/// `115/2/3 23:59`, in a narrow column.
pub fn login(at: Option<Moment>) -> String {
    at.map_or_else(|| NEVER.to_owned(), short_moment)
}

fn short_moment(at: Moment) -> String {
    use chrono::Datelike;
    let local = crate::domain::moment::in_taipei(at);
    let date = local.date_naive();
    format!(
        "{}/{}/{} {}",
        crate::domain::roc::roc_year(date),
        date.month(),
        date.day(),
        local.format("%H:%M")
    )
}

/// One line of a table that goes to a spreadsheet.
pub struct TableRow<'a> {
    pub account: &'a str,
    pub name: &'a str,
    pub roles: &'a [Role],
    pub class: &'a str,
    pub seat: &'a str,
    pub standing: Standing,
    pub last_login: Option<Moment>,
}

/// Tabs between the cells, as spreadsheets take them.
pub fn table(rows: &[TableRow<'_>]) -> String {
    let mut text = "帳號\t姓名\t身分\t班級\t座號\t狀態\t最近登入".to_owned();
    for row in rows {
        let cells = [
            row.account.to_owned(),
            row.name.to_owned(),
            super::roles(row.roles),
            row.class.to_owned(),
            row.seat.to_owned(),
            standing(row.standing),
            login(row.last_login),
        ];
        let cells = cells.map(|cell| cell.replace(['\t', '\n', '\r'], " "));
        text.push('\n');
        text.push_str(&cells.join("\t"));
    }
    text
}

/// The table was copied.
pub fn copied(count: usize) -> String {
    format!("已複製 {count} 個帳號，可以貼到試算表。")
}

/// Below the list while some are marked.
pub fn marked(count: usize) -> String {
    format!("已選取 {count} 人")
}
pub const CLEAR: &str = "取消選取";
pub const GRADUATE: &str = "畢業…";
pub const TRANSFER: &str = "轉出…";
pub const REACTIVATE: &str = "恢復使用…";
pub const UNLOCK: &str = "解除鎖定…";
pub const SLIPS: &str = "密碼條";
pub const PRINT_SLIPS: &str = "存成 PDF…";
pub const HANDED_OUT: &str = "登記已發放…";
pub const NO_STUDENTS: &str = "選取的人裡有教職員，畢業和轉出只用於學生";
pub const NO_SLIPS: &str = "這些人都不需要密碼條";

/// Why slips cannot be printed yet.
pub fn slips_waiting(count: usize) -> String {
    format!("還有 {count} 個初始密碼準備中，備妥後才能列印")
}

/// A name for the file of slips.
pub fn slips_file(class: Option<&str>) -> String {
    match class {
        Some(class) => format!("密碼條 {class}.pdf"),
        None => "密碼條.pdf".to_owned(),
    }
}

/// Slips were written.
pub fn slips_written(count: usize, path: &Path) -> String {
    format!(
        "已做好 {count} 張密碼條：{}。發放後請登記，並刪除這個檔案。",
        path.display()
    )
}

/// First passwords are made in the background.
pub fn preparing(ready: u32, all: u32) -> String {
    format!("正在準備初始密碼：{ready} / {all}。可以繼續做別的事；這時也能用身分證字號登入。")
}
pub const INTERRUPTED: &str = "初始密碼的準備中斷了。";
pub const INTERRUPTED_WHY: &str = "已經備妥的都保留著，沒有備妥的人也能用身分證字號第一次登入。";
pub const GO_ON: &str = "繼續準備";

// The open account
pub const CLOSE: &str = "關閉";
pub const ENTRY_YEAR: &str = "入學學年度";
pub const STUDY_YEARS: &str = "高中期間";
/// `113 年 8 月 1 日 (四) 到 116 年 7 月 31 日 (六)`
pub fn study_years(first: NaiveDate, last: NaiveDate) -> String {
    format!("{} 到 {}", time::roc_date(first), time::roc_date(last))
}

pub const YEARS: &str = "高中期間（重讀、休學、轉學）…";
pub const NATIONAL_ID: &str = "身分證字號";
pub const NO_NATIONAL_ID: &str = "未登錄";
pub const PASSWORD: &str = "密碼";
pub const LAST_LOGIN: &str = "最近登入";
pub const CLASS_AND_SEAT: &str = "班級座號";
pub const HOMEROOM: &str = "導師班";
pub const COURSES: &str = "任教課程";
pub const NO_COURSES: &str = "沒有任教的課程。";
pub const RESET: &str = "重設密碼…";
pub const LOCK: &str = "鎖定…";
pub const END: &str = "停用…";
pub const RENAME: &str = "更改姓名或帳號…";
pub const ROLES: &str = "身分…";
pub const NOT_YOURS: &str = "處室與系統管理者的帳號，只有系統管理者能管理。";

/// `114-1 二年1班 07 號`
pub fn placement(term: Term, class: &str, seat: &str) -> String {
    format!("{term}　{}", crate::text::slips::place(class, seat))
}

/// Items that wait in a course.
pub fn waiting(count: u32) -> String {
    format!("{count} 件待認證")
}

/// A command was done, to so many accounts.
pub fn done(purpose: Done, count: u32) -> String {
    let all = match purpose {
        Done::Renamed => "姓名與帳號已更改。",
        Done::RolesSet => "身分已更改。",
        Done::Locked => "帳號已鎖定。",
        Done::Ended => "帳號已停用。",
        Done::PolicySet => "初始密碼的方式已更改，之後建立的帳號適用。",
        Done::HomeroomSet => "導師已指定。",
        Done::DeputySet => "代理人已指定。",
        Done::DeputyEnded => "代理已結束。",
        Done::YearsSet => "高中期間已更改；多元表現的日期以新的期間為準。",
        Done::Left(status) => {
            return format!("{count} 人登記為{}。", labels::account_status(status));
        }
        Done::Reactivated => return format!("{count} 個帳號已恢復使用。"),
        Done::HandedOut => return format!("{count} 張密碼條登記為已發放。"),
    };
    all.to_owned()
}

/// See [`done`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Renamed,
    RolesSet,
    Locked,
    Ended,
    Left(Status),
    YearsSet,
    Reactivated,
    PolicySet,
    HandedOut,
    HomeroomSet,
    DeputySet,
    DeputyEnded,
}

/// What a policy leads to.
pub const fn policy(policy: InitialPassword) -> &'static str {
    match policy {
        InitialPassword::NationalId => {
            "學生用身分證字號（英文字母大寫）第一次登入，不必發密碼；知道字號的人也登得進去，所以要提醒學生盡快登入更改。沒有登錄字號的人會另外產生密碼條。"
        }
        InitialPassword::Slip => "每個人一組隨機密碼，印成密碼條當面發給本人；比較安全，但要列印和發放。",
    }
}
pub const POLICY_TITLE: &str = "初始密碼的方式";
pub const POLICY_NOTE: &str = "只影響之後建立、還沒有備妥初始密碼的帳號；已經有密碼的人不受影響。";

// Classes
pub const NO_CLASSES: &str = "這學期還沒有班級";
pub const NO_CLASSES_SENTENCE: &str = "匯入學生名冊後，班級會列在這裡，再為每班指定導師、發放密碼條。";
pub const HEAD_STUDENTS: &str = "學生";
pub const HEAD_NEVER: &str = "未登入";
pub const HEAD_SLIPS: &str = "密碼條";
pub const HEAD_HOMEROOM: &str = "導師";
pub const NO_HOMEROOM: &str = "未指定";
pub const SET_HOMEROOM: &str = "指定導師…";
pub const SHOW_CLASS: &str = "看學生";

/// Under the title.
pub fn classes_sentence(term: Term, classes: usize, without: usize) -> String {
    let term = labels::term(term);
    match (classes, without) {
        (0, _) => term,
        (_, 0) => format!("{term}，{classes} 個班都有導師。"),
        _ => format!("{term}，{classes} 個班，{without} 個班還沒有導師。"),
    }
}

// Deputies
pub const DEPUTIES_SENTENCE: &str = "教師請假時，由另一位教師在期間內代為認證；紀錄寫的是實際認證的人。";
pub const ADD_DEPUTY: &str = "新增代理";
pub const NO_DEPUTIES: &str = "沒有代理人";
pub const NO_DEPUTIES_SENTENCE: &str = "教師請假、離職或留職停薪時，在這裡指定誰代為認證、從哪天到哪天。";
pub const END_DEPUTY: &str = "結束…";
pub const ALL_COURSES: &str = "全部課程";

/// `115 年 2 月 3 日 (二) 到 …`
pub fn period(from: chrono::NaiveDate, last: chrono::NaiveDate) -> String {
    format!("{} 到 {}", time::roc_date(from), time::roc_date(last))
}

/// `代理人　代 教師`
pub fn stands_in(deputy: &str, teacher: &str) -> String {
    format!("{deputy} 代理 {teacher}")
}

// Rights
pub const MY_RIGHTS: &str = "我能做什麼";
pub const MY_RIGHTS_SENTENCE: &str = "依照身分決定；程式的每一個動作也是照這張表檢查的。";
pub const RIGHT: &str = "能做的事";
pub const PROMISES: &str = "常被問到的";

/// Heads of the narrow columns.
pub const fn short_role(role: Role) -> &'static str {
    match role {
        Role::Student => "學生",
        Role::Teacher => "教師",
        Role::Homeroom => "導師",
        Role::Registry => "教務處",
        Role::StudentAffairs => "學務處",
        Role::Administrator => "管理者",
        Role::Owner => "擁有者",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;

    #[test]
    fn a_table_has_a_cell_for_each_head_whatever_is_in_a_name() {
        let row = TableRow {
            account: "0012345",
            name: "林\t𡘙",
            roles: &[Role::Student],
            class: "一年1班",
            seat: "07",
            standing: Standing::ACTIVE,
            last_login: parse_moment("2026-02-03T23:59"),
        };
        let text = table(&[row]);
        let widths: Vec<usize> = text.lines().map(|line| line.split('\t').count()).collect();
        assert_eq!(widths, [7, 7], "{text}");
        assert!(text.contains("0012345\t林 𡘙\t學生"), "{text}");
        assert!(text.ends_with("115/2/3 23:59"), "{text}");
    }

    #[test]
    fn places_of_students_and_staff() {
        assert_eq!(place(&[Role::Student], "二年1班", "07"), "二年1班 07 號");
        assert_eq!(place(&[Role::Student], "", ""), "學生");
        assert_eq!(place(&[Role::Teacher, Role::Homeroom], "", ""), "任課教師、導師");
    }
}
