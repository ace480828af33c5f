//! Words of a calendar file.

use crate::domain::term::Term;
use crate::domain::window::{Audience, Window};
use crate::text::labels;
use crate::text::time::roc_moment;

/// Answer of the command line.
pub fn written(path: &str, entries: usize) -> String {
    format!("已將 {entries} 個日期存成 {path}")
}

/// What the calendar is called.
pub fn name(school: &str) -> String {
    format!("{school} 學習歷程檔案")
}

/// `114-1 課程成果上傳開始`
pub fn opens(window: &Window) -> String {
    format!("{}開始{}", subject(window), whom(window))
}

/// `114-1 課程成果上傳截止（高三）`
pub fn closes(window: &Window) -> String {
    format!("{}截止{}", subject(window), whom(window))
}

/// `114-1 休業式`
pub fn last_day(term: Term) -> String {
    format!("{term} 休業式")
}

/// The whole window, with the zone.
pub fn description(window: &Window) -> String {
    format!(
        "{} 開始，{} 截止（台北時間）。日期有變動時，以學校最新公布的為準。",
        roc_moment(window.opens),
        roc_moment(window.closes)
    )
}

fn subject(window: &Window) -> String {
    labels::window_subject(window.kind, window.period)
}

fn whom(window: &Window) -> String {
    match &window.audience {
        Audience::All => String::new(),
        Audience::Grade(grade) => format!("（{}）", labels::grade(*grade)),
        Audience::Class(_) => "（班級延長）".to_owned(),
        Audience::Student(_) => "（個人延長）".to_owned(),
    }
}

/// Samples, for the test of all sentences.
#[cfg(test)]
pub fn samples(windows: &[Window]) -> Vec<String> {
    let mut all = vec![name("測試高中"), written("dates.ics", 8)];
    all.extend(
        windows
            .iter()
            .flat_map(|one| [opens(one), closes(one), description(one)]),
    );
    all
}
