//! A new term from the last one: the page, the command line, and why it was not done.

use crate::domain::promotion::{Goes, MoveProblem, PromotionRefusal};
use crate::domain::term::Term;

use super::message::Message;

pub const TITLE: &str = "升級編班";
pub const TAB: &str = "新學期";
pub const SENTENCE: &str = "把學生的班級和座號帶到新的學期，一次套用；之後可以再用名冊更正。";
pub const FROM: &str = "由這個學期";
pub const TO: &str = "到新的學期";
pub const APPLY: &str = "套用";
pub const READING: &str = "正在讀取班級…";
pub const CLASSES: &str = "班級";
pub const GOES_TO: &str = "新的班級";
pub const LEAVES: &str = "畢業離校";
pub const ASK: &str = "請填新的班級名稱；留空就是畢業離校，不編班。";
pub const ASKED: &str = "看不出年級，請填新名稱";
pub const NOTHING_TO_DO: &str = "沒有要編班的學生";
pub const NOTHING_TO_DO_SENTENCE: &str = "這個學期的學生都已經有新學期的班級，或全部離校。";
pub const PROBLEMS: &str = "有班級還沒有確定";
pub const WORKING: &str = "正在編班";
pub const UNDO_HINT: &str = "要取消，請到「匯入名冊」的最後一次匯入。";
pub const FROM_LAST_TERM: &str = "不用名冊，由上學期升級編班";

/// `114-2 → 115-1`
pub fn terms(from: Term, to: Term) -> String {
    format!("{from} → {to}")
}

/// `36 位`
pub fn students(count: u32) -> String {
    format!("{count} 位")
}

/// What would be written.
pub fn summary(moving: u32, leaving: u32, already: u32) -> String {
    let mut said = format!("{moving} 位學生編班");
    if leaving > 0 {
        said.push_str(&format!("，{leaving} 位畢業離校不編班"));
    }
    if already > 0 {
        said.push_str(&format!("，{already} 位已經有新學期的班級，保留不動"));
    }
    said.push('。');
    said
}

/// Students that rosters without 入學學年度 left behind.
pub fn without_year(count: u32) -> String {
    format!("{count} 位學生沒有入學學年度，沒有編班；請先用學生名冊補上。")
}

/// The question before it is done.
pub fn question(from: Term, to: Term, moving: u32) -> String {
    format!(
        "{moving} 位學生會有 {to} 的班級和座號，{from} 的不會改變。全部一起套用；還沒有別的資料依靠它以前，可以取消。"
    )
}

pub fn done(to: Term, count: u32) -> String {
    format!("{count} 位學生已經有 {to} 的班級。")
}

/// Where a class goes, as a line says it.
pub fn goes(goes: Option<&Goes>) -> String {
    match goes {
        Some(Goes::To(name)) => name.clone(),
        Some(Goes::Leaves) => LEAVES.to_owned(),
        None => "？".to_owned(),
    }
}

pub fn problem(problem: &MoveProblem) -> String {
    match problem {
        MoveProblem::Unmapped => ASKED.to_owned(),
        MoveProblem::Shared { with } => format!("和「{with}」去同一個班級"),
    }
}

/// How far it is, for the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Applied,
    Possible,
    /// Something has to be put right first.
    Unsound,
}

/// What came of it, for the command line.
pub fn answer(from: Term, to: Term, progress: Progress) -> String {
    match progress {
        Progress::Applied => format!("已經由 {from} 到 {to} 編班。"),
        Progress::Possible => format!("可以由 {from} 到 {to} 編班。"),
        Progress::Unsound => format!("還不能由 {from} 到 {to} 編班：{PROBLEMS}。"),
    }
}

pub(super) fn refusal(refusal: &PromotionRefusal) -> Message {
    match refusal {
        PromotionRefusal::NotTheNext { from, to } => Message::new(
            format!("不能由 {from} 編到 {to}。"),
            "新的學期要在同一個學年度的後面，或是下一個學年度。",
            "請重新選擇兩個學期。",
        ),
        PromotionRefusal::NoStudents { from } => Message::new(
            format!("{from} 沒有學生的班級，不能編班。"),
            "升級編班是把前一個學期的班級帶到新的學期。",
            format!("請選擇有班級的學期，或先匯入 {from} 的學生名冊。"),
        ),
        PromotionRefusal::UnknownClass { class, from } => Message::new(
            format!("沒有編班：{from} 沒有「{class}」這個班級。"),
            "對照的班級名稱要和原來的完全一樣。",
            "請照預覽裡的班級名稱填寫，再試一次。",
        ),
        PromotionRefusal::Unmapped { classes } => Message::new(
            format!("沒有編班：有 {} 個班級還不知道要去哪裡。", classes.len()),
            format!("看不出年級的是「{}」。", classes.join("」「")),
            "請填這些班級的新名稱；畢業離校的留空。",
        ),
        PromotionRefusal::Shared { to, classes } => Message::new(
            format!("沒有編班：兩個班級都要去「{to}」。"),
            format!("「{}」和「{}」的座號會重複。", classes[0], classes[1]),
            "請給其中一班別的名稱；真的要併班時，請用學生名冊匯入。",
        ),
        PromotionRefusal::ChangedMeanwhile { seen, now } => Message::new(
            "沒有編班：預覽之後，學生的班級變動了。",
            format!("預覽時有 {seen} 位要編班，現在是 {now} 位。"),
            "請再看一次預覽，確認後再套用。",
        ),
    }
}

/// Samples, for the test of all sentences.
#[cfg(test)]
pub fn samples() -> Vec<String> {
    const FROM: Term = Term::new(114, crate::domain::term::Semester::Second);
    vec![
        terms(FROM, FROM.next()),
        students(36),
        summary(60, 30, 2),
        without_year(1),
        question(FROM, FROM.next(), 60),
        done(FROM, 60),
        goes(Some(&Goes::Leaves)),
        goes(None),
        problem(&MoveProblem::Unmapped),
        problem(&MoveProblem::Shared {
            with: "一年 1 班".to_owned(),
        }),
        answer(FROM, FROM.next(), Progress::Applied),
        answer(FROM, FROM.next(), Progress::Possible),
        answer(FROM, FROM.next(), Progress::Unsound),
    ]
}
