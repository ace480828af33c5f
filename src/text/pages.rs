//! Headings, labels and sentences of 多元表現, 勾選, 常見問題, 設定 and the page of teachers and office.

use crate::domain::limits::Limits;
use crate::domain::term::SchoolYear;

use super::labels;

pub const READ_IN_FAQ: &str = "看常見問題";

pub const FAQ_TITLE: &str = "常見問題";
pub const FAQ_SENTENCE: &str = "十三個問題和兩則備註，數字以學校目前的設定為準。";
pub const FAQ_SEARCH: &str = "搜尋問題";
pub const FAQ_NOTHING: &str = "沒有符合的問題";
pub const FAQ_NOTHING_SENTENCE: &str = "換個短一點的詞試試，例如「截止」「檔案」「認證」。";

pub const ACTIVITIES_NO_CERTIFICATION: &str = "不需要老師認證";
pub const ACTIVITIES_OFFICER_POSTS: &str = "校內幹部紀錄由學務處匯入，學生只能查詢；內容有誤請洽學務處。";
pub const LATE_CERTIFICATES: &str = "證書晚到怎麼辦？";

pub const SELECTION_TITLE: &str = "勾選";

pub fn selection_rule(year: SchoolYear, limits: &Limits) -> String {
    format!(
        "{}最多勾選課程學習成果 {} 件（要認證成功）、多元表現 {} 件，由學校提交。勾選截止之後就不能更動。",
        labels::school_year(year),
        limits.selected_outcomes,
        limits.selected_activities
    )
}

pub const STAFF_WINDOWS: &str = "開放時間";
pub const CHANGE_PASSWORD: &str = "變更密碼";

pub const SETTINGS_TITLE: &str = "設定";
pub const SETTINGS_SENTENCE: &str =
    "這是個人檔案庫：學期、日期、上限和課程由自己記錄。沒有填日期，就不會截止。";
pub const SETTINGS_PROFILE: &str = "我的資料";
pub const SETTINGS_NAME: &str = "姓名";
pub const SETTINGS_ENTRY_YEAR: &str = "入學學年度";
pub const SETTINGS_SAVE: &str = "儲存";
pub const SETTINGS_TERMS: &str = "目前的學期";
pub const SETTINGS_TERMS_NOTE: &str = "狀態列顯示的學期";
pub const SETTINGS_OUTCOME_TERM: &str = "課程學習成果";
pub const SETTINGS_ACTIVITY_TERM: &str = "多元表現";
pub const SETTINGS_SELECTION_YEAR: &str = "勾選";
pub const SETTINGS_DATES: &str = "開放與截止時間";
pub const SETTINGS_DATES_NOTE: &str = "照學校公布的日期填寫，一律是台北時間";
pub const SETTINGS_SET_DATES: &str = "設定日期";
pub const SETTINGS_REMOVE_DATES: &str = "移除日期";
pub const SETTINGS_LIMITS: &str = "件數與字數上限";
pub const SETTINGS_LIMITS_NOTE: &str = "學校的規定不同時才需要修改";
pub const SETTINGS_OUTCOME_LIMIT: &str = "課程學習成果（件）";
pub const SETTINGS_ACTIVITY_LIMIT: &str = "多元表現（件）";
pub const SETTINGS_DESCRIPTION_LIMIT: &str = "簡述（字）";
pub const SETTINGS_COURSES: &str = "課程";
pub const SETTINGS_ADD_COURSE: &str = "新增課程";
pub const SETTINGS_EDIT_COURSE: &str = "修改";
pub const SETTINGS_REMOVE_COURSE: &str = "移除";
pub const SETTINGS_NO_COURSES: &str = "這個學期還沒有課程";
pub const SETTINGS_NO_COURSES_SENTENCE: &str = "課程學習成果要放在課程底下。先新增這個學期有學分的課程。";
