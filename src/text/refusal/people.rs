//! Refusals about accounts, offices and deputies.

use chrono::NaiveDate;

use crate::domain::access::Role;
use crate::domain::account::{SCHOOL_CODE_LENGTH, Status};
use crate::domain::people_refusal::PeopleRefusal;
use crate::text::message::Message;
use crate::text::{labels, time};

/// Words such a refusal.
pub(super) fn people(refusal: &PeopleRefusal) -> Message {
    match refusal {
        PeopleRefusal::Locked => Message::new(
            "這個帳號已被鎖定，沒有登入。",
            "學校暫時停止了這個帳號的使用。",
            "請洽教務處或系統管理者解除鎖定。",
        ),
        PeopleRefusal::Ended => Message::new(
            "這個帳號已停用，沒有登入。",
            "學校已登記離職，帳號不再使用。",
            "若是弄錯了，請洽系統管理者恢復。",
        ),
        PeopleRefusal::AccessOver { status, until } => Message::new(
            "這個帳號的閱讀期限已過，沒有登入。",
            format!(
                "學校登記為{}，可以登入閱讀與匯出到 {}。",
                labels::account_status(*status),
                time::roc_date(*until)
            ),
            "還需要自己的資料時，請洽學校教務處延長期限。",
        ),
        PeopleRefusal::ReadOnly { status, until } => read_only(*status, *until),
        PeopleRefusal::OnlyAdministrator => Message::new(
            "沒有變更這個帳號。",
            "處室與系統管理者的帳號，只有系統管理者能管理。",
            "請系統管理者登入處理。",
        ),
        PeopleRefusal::LastAdministrator => Message::new(
            "沒有變更這個帳號。",
            "這是最後一個能用的系統管理者，少了它就沒有人能管理學校的檔案庫。",
            "請先把另一個帳號設成系統管理者。",
        ),
        PeopleRefusal::RolesMissing => Message::new(
            "還沒有選身分，沒有儲存。",
            "每個帳號至少要有一個身分。",
            "請選學生、教師或所屬的處室。",
        ),
        PeopleRefusal::RoleDoesNotFit { role } => role_does_not_fit(*role),
        PeopleRefusal::NotAStudent { account } => Message::new(
            format!("「{account}」不是學生，沒有任何變動。"),
            "畢業與轉出只用於學生。",
            "教職員離職請用「停用」；請從清單中移除這個帳號再試一次。",
        ),
        PeopleRefusal::NotStaff { account } => Message::new(
            format!("「{account}」是學生，沒有停用。"),
            "停用是給離職的教職員；學生離校後還要能閱讀和匯出自己的資料。",
            "請改用「畢業」或「轉出」；只是暫時不給使用請用「鎖定」。",
        ),
        PeopleRefusal::NotATeacher { account } => Message::new(
            format!("「{account}」不是任課教師，沒有儲存。"),
            "導師、代理人與被代理的人都要有任課教師的身分。",
            "請選另一位教師，或請系統管理者加上任課教師的身分。",
        ),
        PeopleRefusal::NotActive { account, status } => Message::new(
            format!(
                "「{account}」目前是{}，沒有完成。",
                labels::account_status(*status)
            ),
            "這項工作只能用在使用中的帳號。",
            "請先恢復使用這個帳號，或選另一個帳號。",
        ),
        PeopleRefusal::ItemsWait { items, courses } => Message::new(
            format!("還有 {items} 件成果等這位教師認證，沒有變更。"),
            format!(
                "這些課程沒有其他教師，也沒有目前有效的代理人：{}。",
                courses.join("、")
            ),
            "請先加入接任的教師或指定代理人，再試一次。",
        ),
        PeopleRefusal::UntilPast { until } => Message::new(
            format!("期限 {} 已經過了，沒有變更。", time::roc_date(*until)),
            "離校的學生在期限內還能登入閱讀與匯出，期限要在今天以後。",
            "請選今天或以後的日期。",
        ),
        PeopleRefusal::EntryYearMissing => Message::new(
            "還沒有填入學學年度，沒有建立帳號。",
            "學生的年級由入學學年度算出，各年級的時程也跟著它。",
            "請填入學學年度，例如 114。",
        ),
        PeopleRefusal::AccountNameShape => Message::new(
            "這個帳號名稱不能用，沒有儲存。",
            "帳號裡不能有空白，也不能太長。",
            "學生請用學號；教職員請用英文字母或數字。",
        ),
        PeopleRefusal::NameMissing => Message::new(
            "還沒有填姓名，沒有儲存。",
            "清單、認證紀錄和密碼條都要有姓名。",
            "請填這個人的姓名。",
        ),
        PeopleRefusal::NameTooLong { limit } => Message::new(
            "姓名太長，沒有儲存。",
            format!("姓名最多 {limit} 個字。"),
            "請縮短後再儲存。",
        ),
        PeopleRefusal::ClassMissing => Message::new(
            "還沒有填班級，沒有儲存。",
            "座位和導師都跟著班級。",
            "請填班級名稱，寫法和名冊一致，例如「資二乙」。",
        ),
        PeopleRefusal::NationalIdTaken => Message::new(
            "這個身分證字號已經屬於另一個帳號，沒有建立。",
            "同一個人只能有一個帳號。",
            "請在帳號清單中找到原來的帳號；若是打錯了，請更正後再試。",
        ),
        PeopleRefusal::SchoolNameMissing => Message::new(
            "還沒有填校名，沒有建立檔案庫。",
            "登入頁和所有印出的資料都會寫上校名。",
            "請填學校的全名。",
        ),
        PeopleRefusal::SchoolCode => Message::new(
            "學校代碼的寫法不對，沒有建立檔案庫。",
            format!("學校代碼是 {SCHOOL_CODE_LENGTH} 個數字或英文字母。"),
            "請填教育部公布的學校代碼，例如 013302。",
        ),
        PeopleRefusal::PasswordTooWeak { shortest, different } => Message::new(
            "新密碼不夠強，沒有變更。",
            format!(
                "系統管理者的密碼至少要 {shortest} 個字元（中文一個字算 2 個），其中至少 {different} 個不同。"
            ),
            "請加長；用幾個自己記得住、彼此無關的詞連起來最好記。",
        ),
        PeopleRefusal::NoSlips => Message::new(
            "沒有可以列印的密碼條。",
            "選到的帳號都已經登入過，或密碼條已登記發放。",
            "遺失密碼條的人，請個別重設密碼。",
        ),
        PeopleRefusal::DeputyPeriod { from, until } => Message::new(
            "代理的結束日早於開始日，沒有儲存。",
            format!("填的是 {} 到 {}。", time::roc_date(*from), time::roc_date(*until)),
            "請更正日期，再儲存一次。",
        ),
        PeopleRefusal::DeputyPast { until } => Message::new(
            "代理期間已經過了，沒有儲存。",
            format!("結束日是 {}，之後就不能代理認證。", time::roc_date(*until)),
            "請把結束日改到今天或以後。",
        ),
        PeopleRefusal::DeputyIsTeacher => Message::new(
            "代理人和被代理的教師是同一人，沒有儲存。",
            "代理是由另一位教師認證。",
            "請選另一位教師當代理人。",
        ),
        PeopleRefusal::DeputyReasonMissing => Message::new(
            "還沒有填代理的原因，沒有儲存。",
            "代理認證會留在紀錄裡，要能說明原因。",
            "請簡單寫上原因，例如 產假、公假。",
        ),
        PeopleRefusal::NotTaught { course } => Message::new(
            format!("這位教師沒有教「{course}」，沒有儲存。"),
            "代理人只能代理教師自己的課程。",
            "請選這位教師的課程，或選全部課程。",
        ),
        PeopleRefusal::NoSuchDeputy => {
            Message::new("找不到這筆代理。", "可能已經被取消。", "請重新整理代理人清單。")
        }
        PeopleRefusal::DeputyOver => Message::new(
            "這筆代理已經結束，沒有變更。",
            "已經結束的代理是紀錄，不能再改。",
            "需要時請新增一筆代理。",
        ),
    }
}

fn read_only(status: Status, until: Option<NaiveDate>) -> Message {
    let time = until.map_or_else(String::new, |day| format!("到 {} 為止", time::roc_date(day)));
    Message::new(
        "帳號唯讀，沒有任何變更。",
        format!(
            "學校登記為{}；{time}還能閱讀與匯出，不能再新增或修改。",
            labels::account_status(status)
        ),
        "請把自己的資料匯出留存；若登記錯了，請洽學校教務處。",
    )
}

fn role_does_not_fit(role: Role) -> Message {
    let why = match role {
        Role::Student => "學生的帳號只有學生的身分；教職員也不能再加上學生。",
        Role::Homeroom => "導師的身分跟著班級，指定班級的導師時會自動加上。",
        Role::Owner => "檔案庫擁有者只用於個人檔案庫。",
        _ => "這個身分不能和其他身分並存。",
    };
    Message::new(
        format!("不能這樣指定「{}」，沒有儲存。", labels::role(role)),
        why,
        "請取消這個身分再儲存。",
    )
}
