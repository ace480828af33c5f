//! Words of the progress report, for the window and the command line.

use crate::domain::dates::days_left;
use crate::domain::moment::Moment;
use crate::domain::progress::ProgressBy;
use crate::domain::window::{Phase, Window, phase_of};

use super::labels::phase_name;

pub const NO_CLASS: &str = "未編班";

/// By what the counts are added up.
pub const fn by(by: ProgressBy) -> &'static str {
    match by {
        ProgressBy::Class => "班級",
        ProgressBy::Course => "課程",
        ProgressBy::Teacher => "教師",
    }
}

/// The name of a class, also of none.
pub fn class(name: &str) -> &str {
    if name.is_empty() { NO_CLASS } else { name }
}

/// `剩 5 天`, `今天截止`; where nothing runs, the name of the phase.
pub fn days_until(window: Option<&Window>, now: Moment) -> String {
    let phase = phase_of(window, now);
    match window.filter(|_| phase.is_open()) {
        Some(window) => match days_left(window.closes, now) {
            ..=0 => "今天截止".to_owned(),
            days => format!("剩 {days} 天"),
        },
        None => phase_name(phase).to_owned(),
    }
}

/// Whole days until the window closes, while it is open.
pub fn open_days(window: Option<&Window>, now: Moment) -> Option<i64> {
    window
        .filter(|window| matches!(window.phase(now), Phase::Open | Phase::ClosingSoon))
        .map(|window| days_left(window.closes, now))
}

pub const TITLE: &str = "進度";
pub const SENTENCE: &str = "只看得到件數；作品的內容只有學生和任課教師看得到。";
pub const READING: &str = "正在計算進度…";
pub const TERM: &str = "學期";
pub const COPY: &str = "複製表格";
pub const COPIED: &str = "已複製，可以貼到試算表。";
pub const EXPORT: &str = "匯出 Excel";
pub const UPLOADED: &str = "上傳";
pub const STUDENTS: &str = "學生";
pub const WITHOUT: &str = "沒有成果";
pub const WITHOUT_TAB: &str = "沒有成果的學生";
pub const OLDEST: &str = "等最久";
pub const DEADLINE: &str = "期限";
pub const SEAT: &str = "座號";
pub const ACCOUNT: &str = "學號";
pub const NAME: &str = "姓名";
pub const BACK: &str = "回到總表";
pub const NOTHING: &str = "這個學期還沒有課程或學生";
pub const NOTHING_SENTENCE: &str = "匯入學生、課程和修課名冊之後，這裡會顯示每個班級、課程和教師的進度。";
pub const EVERYBODY: &str = "每位學生都有成果";
pub const EVERYBODY_SENTENCE: &str = "有課程的學生至少都上傳了一件。";
pub const PLOT: &str = "各班件數";
pub const PLOT_COURSES: &str = "各課程件數";
pub const PLOT_TEACHERS: &str = "各教師件數";
pub const LONGEST: &str = "等最久的教師";
pub const NOBODY_WAITS: &str = "沒有等候認證的成果。";

/// `12 人`
pub fn people(count: usize) -> String {
    format!("{count} 人")
}

/// `共 120 件`
pub fn items(count: u32) -> String {
    format!("{count} 件")
}

/// `上傳：剩 5 天`
pub fn upload_until(window: Option<&Window>, now: Moment) -> String {
    format!("上傳：{}", days_until(window, now))
}

/// `認證：剩 12 天`
pub fn certification_until(window: Option<&Window>, now: Moment) -> String {
    format!("認證：{}", days_until(window, now))
}

pub const COURSE_DETAIL: &str = "班級與教師";
pub const TEACHER_DETAIL: &str = "帳號";
