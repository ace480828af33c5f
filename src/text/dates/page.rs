//! Headings, labels and sentences of the page 時程.

#[cfg(test)]
use crate::domain::id::AccountId;
use crate::domain::moment::Moment;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, WindowKind};
use crate::text::labels;
use crate::text::time::roc_moment;

pub const TITLE: &str = "時程";
pub const SENTENCE: &str = "各項開放時間、延長、每個學期的規定和公告都在這裡設定，一律是台北時間。";
pub const SENTENCE_ANNOUNCING: &str = "各項開放時間由教務處設定；這裡可以發布公告。";
pub const READING: &str = "正在讀取時程…";
pub const RETRY: &str = "再讀一次";

pub const TAB_TIMETABLE: &str = "開放時間";
pub const TAB_EXTENSIONS: &str = "延長";
pub const TAB_RULES: &str = "規定";
pub const TAB_ANNOUNCEMENTS: &str = "公告";

pub const CURRENT: &str = "目前學期";
pub const CURRENT_NOTE: &str = "由教務處切換，不會跟著日曆自動改變";
pub const CURRENT_OUTCOME: &str = "課程學習成果";
pub const CURRENT_OUTCOME_MEANS: &str = "學生上傳、老師認證的學期";
pub const CURRENT_ACTIVITY: &str = "多元表現";
pub const CURRENT_ACTIVITY_MEANS: &str = "新增的多元表現算在這個學期";
pub const CURRENT_SELECTION: &str = "勾選";
pub const CURRENT_SELECTION_MEANS: &str = "學生勾選、學校提交的學年度";

pub const SET_WINDOW: &str = "設定時間";
pub const CHANGE: &str = "修改";
pub const REMOVE: &str = "移除";
pub const EARLIER_YEAR: &str = "前一個學年度";
pub const LATER_YEAR: &str = "後一個學年度";
pub const LAST_DAY: &str = "休業式";
pub const LAST_DAY_FORM: &str =
    "休業式之後，上傳至少要再開放兩個星期（高三下學期除外）。日期寫成 115/1/20；留空就是移除。";
pub const LAST_DAY_UNKNOWN: &str = "還沒有填";
pub const CAUTIONS: &str = "請注意";
pub const NO_CAUTIONS: &str = "沒有需要注意的地方";
pub const NO_CAUTIONS_SENTENCE: &str = "開放、認證、勾選和休業式的先後都合理。";
pub const OTHER_YEARS: &str = "其他學年度也有需要注意的地方。";
pub const NO_WINDOWS: &str = "這個學年度還沒有開放時間";
pub const NO_WINDOWS_SENTENCE: &str =
    "公布以前，學生不能上傳，也不能勾選。先從上學期的課程成果上傳開始設定。";

pub const WINDOW_FORM: &str = "日期寫成 115/2/3，時間寫成 23:59；截止的那一分鐘也算在內。";
pub const KIND: &str = "種類";
pub const PERIOD: &str = "學期";
pub const GRADE: &str = "對象";
pub const OPENS_DATE: &str = "開放日期";
pub const OPENS_TIME: &str = "開放時間";
pub const CLOSES_DATE: &str = "截止日期";
pub const CLOSES_TIME: &str = "截止時間";
pub const SAVE: &str = "儲存";
pub const UNREADABLE_DATE: &str = "寫成 115/2/3";
pub const UNREADABLE_TIME: &str = "寫成 23:59";

pub const EXTEND: &str = "延長時間";
pub const EXTEND_FORM: &str = "只會增加時間，不會縮短。原因只有教務處和當事人看得到。";
pub const NO_EXTENSIONS: &str = "沒有延長";
pub const NO_EXTENSIONS_SENTENCE: &str = "個別的班級或學生有特殊情形時，可以在這裡多給時間，並寫下原因。";
pub const FOR_CLASS: &str = "一個班級";
pub const FOR_STUDENT: &str = "一位學生";
pub const CLASS: &str = "班級";
pub const CHOOSE_CLASS: &str = "請選擇班級";
pub const STUDENT: &str = "學號";
pub const REASON: &str = "原因";
pub const REASON_HINT: &str = "例如：校外競賽、住院";

pub const RULES_NOTE: &str = "改了規定，先前已經收下的都不受影響";
pub const RULES_NUMBERS: &str = "件數、大小與字數";
pub const RULES_FILES: &str = "收的檔案";
pub const DESCRIPTION_REQUIRED: &str = "一定要寫簡述才能送出認證";
pub const SOURCE: &str = "依據";
pub const SOURCE_HINT: &str = "公文字號、會議或校內規定的名稱";
pub const SAVE_RULES: &str = "儲存規定";
pub const DEFAULTS: &str = "目前是預設值，還沒有另外設定。";

pub const ANNOUNCE: &str = "發布公告";
pub const ANNOUNCE_FORM: &str = "會顯示在每個人的總覽上，時間到了自動消失。";
pub const EDIT_ANNOUNCEMENT: &str = "修改公告";
pub const ANNOUNCEMENT_TEXT: &str = "內容";
pub const FROM_DATE: &str = "開始日期";
pub const FROM_TIME: &str = "開始時間";
pub const UNTIL_DATE: &str = "結束日期";
pub const UNTIL_TIME: &str = "結束時間";
pub const END: &str = "提早結束";
pub const END_QUESTION: &str = "提早結束這則公告？";
pub const END_CONSEQUENCE: &str = "總覽上會立刻看不到它。結束之後不能恢復，需要時請再發布一則。";
pub const NO_ANNOUNCEMENTS: &str = "沒有公告";
pub const NO_ANNOUNCEMENTS_SENTENCE: &str = "停機、改期、提醒送出認證，都可以寫一則，大家登入就看得到。";
pub const SHOWN: &str = "顯示中";
pub const NOT_YET: &str = "未開始";
pub const OVER: &str = "已結束";
pub const REMOVE_QUESTION: &str = "移除這段時間？";
pub const SAVED: &str = "已儲存。";
pub const BOARD: &str = "公告";
pub const ALL: &str = "全校";

/// `114 學年度的時程`
pub fn year(year: SchoolYear) -> String {
    format!("{}的時程", labels::school_year(year))
}

/// `114-1 休業式`
pub fn last_day(term: Term) -> String {
    format!("{term} {LAST_DAY}")
}

/// `課程成果上傳（高三）`
pub fn window_name(kind: WindowKind, audience: &Audience) -> String {
    match audience {
        Audience::All => labels::window_kind(kind).to_owned(),
        other => format!(
            "{}（{}）",
            labels::window_kind(kind),
            labels::audience(other, None)
        ),
    }
}

/// The question before a window goes: what it means depends on whom it is for.
pub fn removal_means(audience: &Audience) -> &'static str {
    match audience {
        Audience::All => "沒有開放時間，大家就不能再做這件事；之後可以再設定。",
        Audience::Grade(_) => "這個年級改用全校的時間；之後可以再設定。",
        Audience::Class(_) | Audience::Student(_) => "延長會立刻取消，對方改用原本的時間。",
    }
}

/// `註冊組，115 年 2 月 3 日 (二) 23:59`
pub fn signed(by: &str, at: Moment) -> String {
    format!("{by}，{}", roc_moment(at))
}

/// `115 年 2 月 3 日 (二) 23:59 到 …`
pub fn from_to(from: Moment, to: Moment) -> String {
    format!("{} 到 {}", roc_moment(from), roc_moment(to))
}

/// Samples, for the test of all sentences.
#[cfg(test)]
pub fn samples(now: Moment) -> Vec<String> {
    let audiences = [
        Audience::All,
        Audience::Grade(3),
        Audience::Class("三年 1 班".to_owned()),
        Audience::Student(AccountId(1)),
    ];
    let mut all: Vec<String> = audiences
        .iter()
        .map(|one| removal_means(one).to_owned())
        .collect();
    all.extend(
        audiences
            .iter()
            .map(|one| window_name(WindowKind::Selection, one)),
    );
    all.extend([
        year(SchoolYear(114)),
        signed("註冊組", now),
        from_to(now, now),
        usual("20 件"),
        announced("註冊組", now),
    ]);
    all
}

/// `預設 20 件`
pub fn usual(value: &str) -> String {
    format!("預設 {value}")
}

/// Under an announcement.
pub fn announced(by: &str, from: Moment) -> String {
    format!("{by}，{}", crate::text::time::roc_day(from))
}
