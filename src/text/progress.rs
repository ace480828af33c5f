//! Words of the progress report, for the window and the command line.

use crate::domain::dates::days_left;
use crate::domain::moment::Moment;
use crate::domain::outcome::OutcomeState;
use crate::domain::progress::{ProgressBy, Tally};
use crate::domain::term::Term;
use crate::domain::window::{Phase, Window, phase_of};

use super::labels::{self, phase_name};
use super::time::roc_moment_zoned;

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
pub const GLANCE: &str = "這個學期的成果";
pub const EACH_CLASS: &str = "各班進度";
pub const LONGEST: &str = "等最久的教師";
pub const NOBODY_WAITS: &str = "沒有等候認證的成果";
pub const NOBODY_WAITS_SENTENCE: &str = "這位教師的每一件都處理完了。";

/// `3 人`
pub fn people(count: usize) -> String {
    format!("{count} 人")
}

/// `2 個班`
pub fn classes(count: usize) -> String {
    format!("{count} 個班")
}

/// `22 件，在 5 位教師那裡，最久的已等 30 天`
pub fn waiting_at_teachers(teachers: usize, items: u32, longest: Option<&str>) -> String {
    match longest {
        Some(longest) => format!("{items} 件，在 {teachers} 位教師那裡，最久的{longest}"),
        None => "0 件，都處理完了".to_owned(),
    }
}

/// `120 件`
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
pub const SEARCH: &str = "搜尋";
pub const SEARCH_HINT: &str = "班級、課程、教師或學生";
pub const NOTHING_FOUND: &str = "沒有符合的列";
pub const NOTHING_FOUND_SENTENCE: &str = "用少一點的字再找一次。";
pub const WAITING_SHEET: &str = "等候認證";

/// The name of a table; `None`: those without a single outcome.
pub const fn tab(what: Option<ProgressBy>) -> &'static str {
    match what {
        Some(what) => by(what),
        None => WITHOUT_TAB,
    }
}

/// The name of the picture over a table.
pub const fn plot(what: Option<ProgressBy>) -> &'static str {
    match what {
        None | Some(ProgressBy::Class) => "各班件數",
        Some(ProgressBy::Course) => "各課程件數",
        Some(ProgressBy::Teacher) => "各教師件數",
    }
}

/// `沒有成果的學生（3）`
pub fn with_count(name: &str, count: usize) -> String {
    format!("{name}（{count}）")
}

/// `60 位學生，上傳 151 件`
pub fn total(students: usize, uploaded: u32) -> String {
    format!("{students} 位學生，上傳 {uploaded} 件")
}

pub fn counted_at(at: Moment) -> String {
    format!("統計時間 {}", roc_moment_zoned(at))
}

/// Beside the name of a table; what the search left of it.
pub fn rows(shown: usize, all: usize) -> String {
    if shown == all {
        format!("{all} 列")
    } else {
        format!("{all} 列中的 {shown} 列")
    }
}

/// Under the picture of a long table.
pub fn first_bars(shown: usize, all: usize) -> String {
    format!("表格的前 {shown} 列（共 {all} 列）；排序或搜尋可以換成別的")
}

/// `二年1班：認證中 12 件`
pub fn part(name: &str, state: OutcomeState, count: u32) -> String {
    format!("{name}：{} {count} 件", labels::state(state))
}

/// A bar in words.
pub fn row(name: &str, tally: Tally) -> String {
    let parts = OutcomeState::ALL.map(|state| format!("{} {}", labels::state(state), tally.of(state)));
    format!("{name} {}", parts.join("、"))
}

/// What a click on the head of a column does, and how it is sorted now.
pub fn sort_by(column: &str, descending: Option<bool>) -> String {
    match descending {
        None => format!("依{column}排序"),
        Some(true) => format!("依{column}排序，目前由大到小"),
        Some(false) => format!("依{column}排序，目前由小到大"),
    }
}

/// A suggested name of a file.
pub fn file_name(term: Term) -> String {
    format!("進度_{term}.xlsx")
}

/// A line at the bottom.
pub fn saved(path: &std::path::Path) -> String {
    format!("已匯出到 {}", path.display())
}
