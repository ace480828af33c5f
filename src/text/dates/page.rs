//! Headings, labels and sentences of the page 時程.

#[cfg(test)]
use crate::domain::id::AccountId;
use crate::domain::moment::Moment;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::term_rules::LimitName;
use crate::domain::window::{Audience, Period, WindowKind};
use crate::text::labels;
use crate::text::message::Message;
use crate::text::time::{roc_day, roc_moment};

pub const TITLE: &str = "時程";
pub const SENTENCE: &str = "各項開放時間、延長、每個學期的規定和公告都在這裡設定，一律是台北時間。";
pub const SENTENCE_ANNOUNCING: &str = "各項開放時間由教務處設定；這裡可以發布公告。";
pub const READING: &str = "正在讀取時程…";
pub const RETRY: &str = "再試一次";

pub const TAB_TIMETABLE: &str = "時間表";
pub const TAB_EXTENSIONS: &str = "延長";
pub const TAB_RULES: &str = "上限與檔案";
pub const TAB_ANNOUNCEMENTS: &str = "公告";

pub const CURRENT: &str = "目前學期";
pub const CURRENT_NOTE: &str = "由教務處切換，不會跟著日曆自動改變";
pub const SWITCH: &str = "切換";
pub const SWITCH_QUESTION: &str = "切換目前學期？";
pub const CURRENT_OUTCOME: &str = "課程學習成果";
pub const CURRENT_OUTCOME_MEANS: &str = "學生上傳、老師認證的學期";
pub const CURRENT_ACTIVITY: &str = "多元表現";
pub const CURRENT_ACTIVITY_MEANS: &str = "新增的多元表現算在這個學期";
pub const CURRENT_SELECTION: &str = "勾選";
pub const CURRENT_SELECTION_MEANS: &str = "學生勾選、學校提交的學年度";

pub const TAIPEI: &str = "一律是台北時間";
pub const WHOLE_YEAR: &str = "整個學年度";
pub const UNANNOUNCED: &str = "尚未公布";
pub const CANCEL: &str = "取消";
pub const SAVING: &str = "正在儲存";
pub const DATE: &str = "日期";
pub const CALENDAR: &str = "行事曆檔（.ics）";
pub const CALENDAR_MEANS: &str = "把日期存成 .ics 檔，匯入手機或電腦的行事曆";
pub const CALENDAR_FILE: &str = "學習歷程日期.ics";

pub const SET_WINDOW: &str = "設定時間";
pub const CHANGE: &str = "修改";
pub const REMOVE: &str = "移除";
pub const EARLIER_YEAR: &str = "前一個學年度";
pub const LATER_YEAR: &str = "後一個學年度";
pub const LAST_DAY: &str = "休業式";
pub const LAST_DAY_FORM: &str =
    "休業式之後，上傳至少要再開放兩個星期（高三下學期除外）。日期寫成 115/1/20；留空就是移除。";
pub const LAST_DAY_UNKNOWN: &str = "還沒有填";
pub const NO_WINDOWS: &str = "這個學年度還沒有開放時間";
pub const NO_WINDOWS_SENTENCE: &str =
    "公布以前，學生不能上傳，也不能勾選。先從上學期的課程成果上傳開始設定。";

pub const WINDOW_FORM: &str = "日期寫成 115/2/3，時間寫成 23:59；截止的那一分鐘也算在內。";
pub const KIND: &str = "種類";
pub const PERIOD: &str = "學期";
pub const GRADE: &str = "對象";
pub const OPENS_DATE: &str = "開放日期";
pub const OPENS_TIME: &str = "開放時間";
pub const OPTIONAL: &str = "可留空";
pub const CLOSES_DATE: &str = "截止日期";
pub const CLOSES_TIME: &str = "截止時間";
pub const SAVE: &str = "儲存";
pub const UNREADABLE_DATE: &str = "請寫成 115/2/3";
pub const UNREADABLE_TIME: &str = "請寫成 23:59";

pub const EXTEND: &str = "延長時間";
pub const EXTEND_FORM: &str =
    "只會增加時間，不會縮短。開放日期留空就和原本一樣；原因只有教務處和當事人看得到。";
pub const NO_EXTENSIONS: &str = "沒有延長";
pub const NO_EXTENSIONS_SENTENCE: &str = "個別的班級或學生有特殊情形時，可以在這裡多給時間，並寫下原因。";
pub const FOR_CLASS: &str = "一個班級";
pub const FOR_STUDENT: &str = "一位學生";
pub const CLASS: &str = "班級";
pub const CHOOSE_CLASS: &str = "請選擇班級";
pub const STUDENT: &str = "學號";
pub const REASON: &str = "原因";
pub const REASON_HINT: &str = "例如：校外競賽、住院";

pub const RULES_TERM: &str = "學期";
pub const LIMITS_MEAN: &str =
    "改變上限不影響已接受的檔案：每一件照它自己學期、當時的規定。件數調低以後，只是不能再新增。";
pub const NOTHING_TO_SAVE: &str = "沒有要儲存的變更";
pub const REVERT_RULES: &str = "還原";
pub const RULES_FILES_MEAN: &str = "至少要收一種。不收的種類只擋新的檔案，先前收下的都還在。";
pub const RULES_NUMBERS: &str = "件數、大小與字數";
pub const RULES_FILES: &str = "收的檔案";
pub const DESCRIPTION_REQUIRED: &str = "一定要寫簡述才能送出認證";
pub const SOURCE: &str = "依據";
pub const SOURCE_LABEL: &str = "這些規定從哪裡來";
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
pub const ANNOUNCED: &str = "已發布，大家的總覽上看得到了。";

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

/// `115 年 2 月 3 日 (二) 23:59 到 …`
pub fn from_to(from: Moment, to: Moment) -> String {
    format!("{} 到 {}", roc_moment(from), roc_moment(to))
}

#[cfg(test)]
const TERM: Term = Term::new(114, crate::domain::term::Semester::First);

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
        from_to(now, now),
        usual("20 件"),
        announced("註冊組", now, now),
        change("114-1 課程成果上傳"),
        remove("114-1 課程成果上傳"),
        understood(Some(now), Some(now)),
        understood(None, None),
        replaces(now, now),
        until_and_status(now, "開放中"),
        reason_given("住院", "註冊組", now),
        set_by("註冊組", now),
        range("1 件", "200 件"),
        calendar_saved(std::path::Path::new("dates.ics")),
        cautions_of_extensions(2),
        cautions_of_year(SchoolYear(114)),
        outcome_switches(TERM, TERM.next()),
        activity_switches(TERM, TERM.next()),
        selection_switches(SchoolYear(113), SchoolYear(114)),
        without_dates("114-2 課程成果上傳"),
    ]);
    all
}

/// `預設 20 件`
pub fn usual(value: &str) -> String {
    format!("預設 {value}")
}

/// Under an announcement: who wrote it, from when to when it is shown.
pub fn announced(by: &str, from: Moment, to: Moment) -> String {
    format!("{by}　{}", from_to(from, to))
}

/// The name of a button without words.
pub fn change(what: &str) -> String {
    format!("{CHANGE} {what}")
}

pub fn remove(what: &str) -> String {
    format!("{REMOVE} {what}")
}

/// A bar of the time line: `114-1 上傳`, `114-1 認證　高三`, `114 勾選`.
pub fn bar_name(kind: WindowKind, period: Period, audience: &Audience, student: Option<&str>) -> String {
    let name = match kind {
        WindowKind::OutcomeUpload => "上傳",
        WindowKind::Certification => "認證",
        WindowKind::Activity | WindowKind::Selection => labels::window_kind(kind),
    };
    let whom = match audience {
        Audience::All => return format!("{period} {name}"),
        Audience::Class(class) => class.clone(),
        Audience::Student(_) => student.unwrap_or_default().to_owned(),
        Audience::Grade(grade) => labels::grade(*grade),
    };
    format!("{period} {name}　{whom}")
}

/// What the fields of a form say, read back.
pub fn understood(from: Option<Moment>, to: Option<Moment>) -> String {
    let said = match (from, to) {
        (Some(from), Some(to)) => from_to(from, to),
        (Some(from), None) => format!("從 {}", roc_moment(from)),
        (None, Some(to)) => format!("到 {}", roc_moment(to)),
        (None, None) => return "一律是台北時間。".to_owned(),
    };
    format!("{said}（台北時間）")
}

/// Saving takes the place of dates that are there.
pub fn replaces(opens: Moment, closes: Moment) -> String {
    format!("目前是 {}，儲存後改成上面的時間。", from_to(opens, closes))
}

/// `到 115 年 2 月 3 日 (二) 23:59　開放中，還有 2 天`
pub fn until_and_status(closes: Moment, status: &str) -> String {
    format!("到 {}　{status}", roc_moment(closes))
}

/// Under an extension.
pub fn reason_given(reason: &str, by: &str, at: Moment) -> String {
    format!("原因：{reason}（{by}，{}）", roc_day(at))
}

/// Under the source of rules.
pub fn set_by(by: &str, at: Moment) -> String {
    format!("{by}，{} 設定", roc_moment(at))
}

/// `課程學習成果件數上限（件）`
pub fn limit_label(limit: LimitName) -> String {
    format!("{}（{}）", super::limit_name(limit), super::limit_unit(limit))
}

/// `1 件到 200 件之間`
pub fn range(least: &str, most: &str) -> String {
    format!("{least}到 {most}之間的數字")
}

pub fn unreadable_number(limit: LimitName) -> Message {
    let (least, most) = limit.range();
    let value = |value| super::limit_value(limit, value);
    Message::new(
        format!("沒有儲存規定：「{}」不是數字。", super::limit_name(limit)),
        format!("這一項要在 {} 到 {} 之間。", value(least), value(most)),
        "請改成這個範圍裡的數字，再儲存一次。",
    )
}

pub fn calendar_saved(path: &std::path::Path) -> String {
    format!("行事曆檔已存到 {}，可以匯入手機的行事曆。", path.display())
}

pub fn cautions_of_extensions(count: usize) -> String {
    format!("有 {count} 項和延長有關，看延長")
}

pub fn cautions_of_year(year: SchoolYear) -> String {
    format!("{}也有需要注意的地方", labels::school_year(year))
}

pub fn outcome_switches(from: Term, to: Term) -> String {
    format!(
        "課程學習成果由 {from} 換到 {to}：狀態列、件數和新上傳的成果都看 {to}；{from} 的成果都還在，照 {from} 自己的時程處理。"
    )
}

pub fn activity_switches(from: Term, to: Term) -> String {
    format!("多元表現由 {from} 換到 {to}：之後新增的算在 {to}，件數重新算起；先前的不受影響。")
}

pub fn selection_switches(from: SchoolYear, to: SchoolYear) -> String {
    format!(
        "勾選由 {from} 換到 {to} 學年度：學生勾選、學校提交的是 {to} 學年度的項目；{from} 學年度的勾選都保留。"
    )
}

pub fn without_dates(subjects: &str) -> String {
    format!("還沒有公布時間的有：{subjects}。切換後請馬上設定，否則什麼都不能做。")
}
