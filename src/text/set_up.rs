//! The check-list of a school that is being set up.

use crate::domain::account::SCHOOL_CODE_LENGTH;
use crate::domain::set_up::{SetUp, SetUpStep, WINDOWS_OF_A_TERM};
use crate::domain::term::Semester;

pub const CREATE_TITLE: &str = "建立學校檔案庫";
pub const CREATE_SENTENCE: &str =
    "先建立空的檔案庫和系統管理者的帳號；之後會有一張清單，帶你匯入名冊、公布時程、發放帳號。";
pub const SCHOOL: &str = "學校";
pub const SCHOOL_NAME: &str = "校名";
pub const SCHOOL_NAME_HELP: &str = "全名，會印在確認單和密碼條上。";
pub const SCHOOL_CODE: &str = "學校代碼";
pub const SEMESTER: &str = "學期";
pub const FIRST_YEAR: &str = "第一個學年度";
pub const FIRST_YEAR_HELP: &str = "從哪個學期開始使用；之後每學期由教務處切換。";
pub const ADMINISTRATOR: &str = "系統管理者";
pub const ADMINISTRATOR_NOTE: &str = "管理帳號與身分，不能開啟任何學生的檔案。之後可以再加其他管理者。";
pub const NAME: &str = "姓名";
pub const ACCOUNT: &str = "帳號";
pub const ACCOUNT_HELP: &str = "登入用，例如 admin。";
pub const PASSWORD: &str = "密碼";
pub const PASSWORD_AGAIN: &str = "再輸入一次密碼";
pub const PLACE: &str = "檔案庫的位置";
pub const PLACE_HELP: &str = "放在這台電腦的硬碟，不要放在網路磁碟或雲端同步的資料夾。";
pub const CHOOSE: &str = "選擇…";
pub const CREATING: &str = "正在建立檔案庫…";
pub const NOT_ALL_NAMED: &str = "學校、系統管理者和位置都要填";
pub const PASSWORD_NOT_YET: &str = "密碼還沒有符合列出的條件";
pub const CREATE: &str = "建立";
pub const BACK: &str = "回上一頁";

/// Under the field for it.
pub fn school_code_help() -> String {
    format!("教育部公布的 {SCHOOL_CODE_LENGTH} 碼代碼。")
}

/// `第 1 學期`
pub const fn semester(semester: Semester) -> &'static str {
    match semester {
        Semester::First => "第 1 學期",
        Semester::Second => "第 2 學期",
    }
}

/// Over the check-list.
pub const CHECK_LIST: &str = "建立學校的步驟";
pub const DONE: &str = "已完成";
pub const OPEN: &str = "待辦";

/// What goes to where a step is done; done things are looked at.
pub const fn go(step: SetUpStep, done: bool) -> &'static str {
    match (step, done) {
        (SetUpStep::Teachers | SetUpStep::Students | SetUpStep::Courses | SetUpStep::Enrolments, _) => {
            "匯入名冊"
        }
        (SetUpStep::Homerooms, false) => "指定導師",
        (SetUpStep::Homerooms, true) => "班級與導師",
        (SetUpStep::Dates, _) => "時程",
        (SetUpStep::Accounts, _) => "帳號",
    }
}

/// Beside the administrator's recovery code.
pub const KEEP_THE_CODE: &str =
    "這組復原碼只顯示這一次，請抄下來或列印後鎖起來；系統管理者忘記密碼時要用它。";

/// What is to be done, as a verb.
pub const fn title(step: SetUpStep) -> &'static str {
    match step {
        SetUpStep::Teachers => "匯入教師",
        SetUpStep::Students => "匯入學生",
        SetUpStep::Courses => "匯入課程",
        SetUpStep::Enrolments => "匯入修課",
        SetUpStep::Homerooms => "指定導師",
        SetUpStep::Dates => "公布時程",
        SetUpStep::Accounts => "發放帳號",
    }
}

/// How far it is, from what is there.
pub fn state(step: SetUpStep, found: &SetUp) -> String {
    match step {
        SetUpStep::Teachers if found.teachers == 0 => "還沒有教師，從人事的名冊匯入。".to_owned(),
        SetUpStep::Teachers => format!("{} 位教師", found.teachers),
        SetUpStep::Students if found.students == 0 => {
            "還沒有學生，從學籍名冊匯入，班級和座號會一起帶入。".to_owned()
        }
        SetUpStep::Students => format!("{} 位學生，{} 個班", found.students, found.classes),
        SetUpStep::Courses if found.courses == 0 => "這學期還沒有課程，匯入時會連結任課教師。".to_owned(),
        SetUpStep::Courses => format!("這學期 {} 門課", found.courses),
        SetUpStep::Enrolments if found.enrolments == 0 => {
            "還沒有人修課，學生要有修課資料才能上傳。".to_owned()
        }
        SetUpStep::Enrolments if found.courses_without_students > 0 => format!(
            "{} 筆修課，還有 {} 門課沒有學生",
            found.enrolments, found.courses_without_students
        ),
        SetUpStep::Enrolments => format!("{} 筆修課", found.enrolments),
        SetUpStep::Homerooms if found.classes == 0 => "有了學生的班級，就能指定各班的導師。".to_owned(),
        SetUpStep::Homerooms => format!(
            "{} 個班有導師，共 {} 個班",
            found.classes_with_homeroom, found.classes
        ),
        SetUpStep::Dates if found.windows == 0 => "還沒有公布，學生什麼都不能上傳。".to_owned(),
        SetUpStep::Dates if found.windows < WINDOWS_OF_A_TERM => "上傳和認證的時程只公布了一項。".to_owned(),
        SetUpStep::Dates => "上傳和認證的時程都已公布".to_owned(),
        SetUpStep::Accounts => accounts(found),
    }
}

fn accounts(found: &SetUp) -> String {
    if found.students + found.teachers == 0 {
        return "有了教師和學生，就能發放帳號和初始密碼。".to_owned();
    }
    let mut parts = Vec::new();
    if found.passwords_waiting > 0 {
        parts.push(format!("{} 個初始密碼準備中", found.passwords_waiting));
    }
    if found.slips > 0 {
        parts.push(format!("{} 張密碼條還沒發放", found.slips));
    }
    parts.push(format!("{} 人登入過，{} 人還沒有", found.came, found.never_came));
    parts.join("；")
}

/// One sentence above the list.
pub fn lead(found: &SetUp) -> String {
    let open = SetUpStep::ALL
        .into_iter()
        .filter(|step| !found.is_done(*step))
        .count();
    match (open, found.next()) {
        (0, _) | (_, None) => "該做的都做完了，學生可以開始上傳。".to_owned(),
        (_, Some(next)) => format!("還有 {open} 項要做，下一步是{}。", title(next)),
    }
}
