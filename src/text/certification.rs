//! Headings, questions and answers of the certification panel and of the teacher's 總覽.

use crate::domain::moment::{Moment, taipei_date};
use crate::domain::outcome::{OutcomeState, ReturnReason};

use super::{Message, labels, time};

pub const TITLE: &str = "認證";
pub const QUEUE: &str = "認證清單";
pub const SEARCH: &str = "搜尋";
pub const SEARCH_HINT: &str = "姓名、學號、標題　/";
pub const SHOW: &str = "顯示";
pub const COURSE: &str = "課程";
pub const CLASS: &str = "班級";
pub const SORT: &str = "排序";
pub const ALL_COURSES: &str = "全部課程";
pub const ALL_CLASSES: &str = "全部班級";
pub const ADVANCED: &str = "篩選與排序";

pub const WAITING: &str = "待處理";
pub const EVERYTHING: &str = "全部";
pub const REQUESTED: &str = "請求退回";

pub const SORT_WAITING: &str = "等待時間";
pub const SORT_SEAT: &str = "座號";
pub const SORT_NAME: &str = "姓名";
pub const SORT_COURSE: &str = "課程";

pub const READING: &str = "正在讀取…";
pub const DECIDING: &str = "處理中";
pub const UNDOING: &str = "復原中";
pub const UNOPENED: &str = "未開啟";
pub const FILED: &str = "已提交";

pub const ALL_DONE: &str = "都處理完了";
pub const ALL_DONE_SENTENCE: &str = "目前沒有等你認證的成果。學生送出後會自動出現在這裡。";
pub const NOTHING_FOUND: &str = "沒有符合的成果";
pub const NOTHING_FOUND_SENTENCE: &str = "換個短一點的詞，或放寬顯示、課程與班級的條件。";
pub const NOTHING_HERE: &str = "還沒有學生送出";
pub const NOTHING_HERE_SENTENCE: &str = "學生送出認證後，成果會出現在這裡；編輯中的看不到。";
pub const SHOW_ALL: &str = "顯示全部";
pub const PICK_ONE: &str = "從左邊選一件";
pub const PICK_ONE_SENTENCE: &str = "按 J、K 或 ↓、↑ 逐件看，按 ? 看全部的快速鍵。";

pub const OWN_WORK: &str = "本人作品？";
pub const OWN_WORK_HINT: &str = "是這位學生自己完成的。";
pub const RIGHT_COURSE: &str = "本課程？";
pub const RIGHT_COURSE_HINT: &str = "屬於這門課、這個學期。";
pub const NOT_QUALITY: &str = "認證不評分，也不看作品好壞。";

pub const CERTIFY: &str = "認證成功";
pub const RETURN: &str = "認證失敗…";
pub const UNDO: &str = "復原";
pub const NEXT: &str = "下一件待處理";
pub const NEXT_ITEM: &str = "下一件";
pub const PREVIOUS_ITEM: &str = "上一件";
pub const TAKE_BACK: &str = "取消認證結果";
pub const NOT_PAINTED: &str = "文件還沒顯示，看到內容之後才能決定。";
pub const STILL_DECIDING: &str = "這件正在處理，請稍候。";
pub const NOTHING_TO_UNDO: &str = "這次登入還沒有可以復原的認證結果。";
pub const NO_NEIGHBOUR: &str = "清單的這一頭沒有別的了。";
pub const NO_NEXT: &str = "沒有其他等著處理的成果。";

pub const REASON: &str = "退回原因";
pub const REASON_KEYS: &str = "按數字選，Enter 確認";
pub const NOTE: &str = "給學生的說明";
pub const NOTE_HINT: &str = "學生會看到；選填";
pub const NOTE_NEEDED: &str = "「其他」要寫說明，學生才知道要改什麼。";
pub const PICK_REASON: &str = "先選一個原因。";
pub const CONFIRM_RETURN: &str = "認證失敗";
pub const CANCEL: &str = "取消";
pub const DRAFT_LEFT: &str = "有寫到一半的退回說明，按 F 繼續。";

pub const DESCRIPTION: &str = "簡述";
pub const NO_DESCRIPTION: &str = "沒有寫簡述";
pub const FILES: &str = "檔案";
pub const SHOWN: &str = "顯示中";
pub const SHOW_FILE: &str = "顯示";
pub const NO_FILE: &str = "這件沒有檔案。";
pub const SUBMITTED: &str = "送出";
pub const KIND: &str = "種類";
pub const CODE: &str = "課程代碼";
pub const ACCOUNT: &str = "學號";
pub const EARLIER: &str = "先前紀錄";
pub const HISTORY: &str = "完整歷程";
pub const REQUEST_MARK: &str = "學生請你退回這一件";
pub const FILED_NOTE: &str = "這件已經提交，認證結果不能再改。";

pub const BACK_TO_IT: &str = "回到這一件";
pub const CLOSE_NOTICE: &str = "關閉訊息";
pub const CLEAR_MARKS: &str = "取消選取";
pub const MARK_ALL: &str = "全選";
pub const BACK: &str = "回到三欄";
pub const ALONE: &str = "單獨顯示文件";
pub const SECOND_WINDOW: &str = "文件開到第二個視窗";
pub const IN_SECOND_WINDOW: &str = "文件在第二個視窗";
pub const IN_SECOND_WINDOW_SENTENCE: &str = "可以拖到另一個螢幕。關閉那個視窗，文件就回到這裡。";
pub const TAKE_BACK_WINDOW: &str = "收回文件";
pub const DOCUMENT_WINDOW: &str = "文件 · 學習歷程檔案";
pub const QUEUE_EDGE: &str = "清單的寬度";
pub const RECORD_EDGE: &str = "紀錄的寬度";

pub const MY_COURSES: &str = "我的課程";
pub const NO_COURSES: &str = "沒有要認證的課程";
pub const NO_COURSES_SENTENCE: &str =
    "任教或代理的課程有學生送出成果時，會列在這裡。課表有誤請洽教務處（註冊組）。";
pub const GO_ON: &str = "開始認證";
pub const LOOK: &str = "查看";
pub const PANEL_KEYS: &str = "認證";

/// `陳老師 代理`, beside a course that is not one's own
pub fn deputy(teacher: &str) -> String {
    format!("代 {teacher}")
}

/// `12 / 34 已處理`
pub fn progress(decided: usize, total: usize) -> String {
    format!("{decided} / {total} 已處理")
}

/// `待處理 12`
pub fn counted(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

/// `已選 5 件`
pub fn marked(count: usize) -> String {
    format!("已選 {count} 件")
}

/// `認證成功 5 件`
pub fn certify_many(count: usize) -> String {
    format!("{CERTIFY} {count} 件")
}

/// `認證失敗 5 件…`
pub fn return_many(count: usize) -> String {
    format!("認證失敗 {count} 件…")
}

/// `3 天`, `今天`: how long it waits, where there is little room
pub fn waits(since: Moment, now: Moment) -> String {
    match (taipei_date(now) - taipei_date(since)).num_days() {
        ..=0 => "今天".to_owned(),
        days => format!("{days} 天"),
    }
}

/// In the queue, when nobody can decide any more.
pub const OVERDUE: &str = "逾期";

/// `等最久的 12 天`
pub fn oldest(since: Moment, now: Moment) -> String {
    match (taipei_date(now) - taipei_date(since)).num_days() {
        ..=0 => "都是今天送出的".to_owned(),
        days => format!("最久的等了 {days} 天"),
    }
}

/// `第 2 次送出`
pub fn attempt(count: u32) -> String {
    format!("第 {count} 次送出")
}

/// `先前紀錄（1 次退回：傳錯檔案，或內容與說明不符）`
pub fn earlier(returns: usize, last_reason: Option<ReturnReason>) -> String {
    match (returns, last_reason) {
        (0, _) => EARLIER.to_owned(),
        (count, Some(reason)) => {
            format!("{EARLIER}（{count} 次退回：{}）", labels::return_reason(reason))
        }
        (count, None) => format!("{EARLIER}（{count} 次退回）"),
    }
}

/// Who decided: `陳老師`, `代理人 王老師 代 陳老師`
pub fn decided_by(by: &str, for_teacher: Option<&str>) -> String {
    match for_teacher {
        Some(teacher) => format!("代理人 {by} 代 {teacher}"),
        None => by.to_owned(),
    }
}

/// `與已認證成功的檔案完全相同（114/3/2，王老師）`
pub fn certified_before(slot: &str, at: Moment, by: &str) -> String {
    format!("{slot}與已認證成功的檔案完全相同（{}，{by}）", time::roc_day(at))
}

pub const CERTIFIED_BEFORE_WHY: &str = "同一位學生、同一門課，內容一個位元組都沒有變。";

pub fn returned_by_you(slot: &str, at: Moment, reason: Option<ReturnReason>, same_student: bool) -> String {
    let whose = if same_student { "" } else { "另一位學生的" };
    let why = reason.map_or(String::new(), |reason| {
        format!("，原因是「{}」", labels::return_reason(reason))
    });
    format!(
        "{slot}與你曾退回的{whose}檔案完全相同（{}{why}）",
        time::roc_day(at)
    )
}

pub const RETURNED_BY_YOU_WHY: &str = "學生送出的是退回時的同一份檔案，沒有修改。";
pub const RETURNED_OTHER_WHY: &str = "請確認是不是本人的作品。";

pub fn other_students(slot: &str, count: u32) -> String {
    format!("另有 {count} 位學生交了完全相同的{slot}")
}

/// `資二乙 王○○（程式設計，115 年 3 月 2 日 (一) 送出）`
pub fn other_student(class: &str, name: &str, course: &str, submitted: Option<Moment>) -> String {
    let when = submitted.map_or(String::new(), |at| format!("，{} 送出", time::roc_day(at)));
    format!("{class} {name}（{course}{when}）")
}

/// How many of them may not be named.
pub fn unnamed(count: usize) -> String {
    format!("其中 {count} 位不在你任教的課程，不顯示姓名。")
}

/// `這件剛才由王老師認證成功`
pub fn decided_elsewhere(by: &str, state: OutcomeState) -> String {
    match state {
        OutcomeState::Certified | OutcomeState::Returned => {
            format!("這件剛才由 {by} {}", decided_as(state))
        }
        OutcomeState::Submitted | OutcomeState::Draft => CHANGED_ELSEWHERE.to_owned(),
    }
}

const fn decided_as(state: OutcomeState) -> &'static str {
    match state {
        OutcomeState::Returned => "改為認證失敗",
        OutcomeState::Draft | OutcomeState::Submitted | OutcomeState::Certified => "認證成功",
    }
}

pub const CHANGED_ELSEWHERE: &str = "這件剛才有變動";
pub const RESUBMITTED: &str = "學生剛才重新送出這件";
pub const REQUESTED_NOW: &str = "學生剛才請老師退回這件";
pub const ELSEWHERE_NOW: &str = "畫面已經換成目前的內容，按鈕也跟著更新；你打的說明還在。";

/// In the line at the bottom: `已認證：林小明 程式設計`
pub fn certified(who: &str) -> String {
    format!("已認證：{who}")
}

pub fn returned(who: &str) -> String {
    format!("已退回：{who}")
}

pub fn undone(who: &str) -> String {
    format!("已復原：{who}")
}

pub fn certified_many(count: usize, unopened: usize) -> String {
    format!("已認證 {count} 件{}", unopened_note(unopened))
}

pub fn returned_many(count: usize, unopened: usize) -> String {
    format!("已退回 {count} 件{}", unopened_note(unopened))
}

pub fn undone_many(count: usize) -> String {
    format!("已復原 {count} 件")
}

fn unopened_note(unopened: usize) -> String {
    match unopened {
        0 => String::new(),
        count => format!("，其中 {count} 件未開啟"),
    }
}

/// The toast's way back, with its key.
pub const UNDO_KEY: &str = "復原 U";

/// The refusal of a decision names the item first.
pub fn not_decided(who: &str, refusal: &Message) -> Message {
    Message::new(
        format!("沒有處理「{who}」。"),
        format!("{}{}", refusal.what, refusal.why),
        refusal.cure.clone(),
    )
}

pub fn not_undone(who: &str, refusal: &Message) -> Message {
    Message::new(
        format!("沒有復原「{who}」。"),
        format!("{}{}", refusal.what, refusal.why),
        refusal.cure.clone(),
    )
}

/// The question before many are decided.
pub fn batch_title(state: OutcomeState, count: usize) -> String {
    match state {
        OutcomeState::Returned => format!("認證失敗 {count} 件？"),
        OutcomeState::Draft | OutcomeState::Submitted | OutcomeState::Certified => {
            format!("認證成功 {count} 件？")
        }
    }
}

pub fn batch_body(state: OutcomeState) -> &'static str {
    match state {
        OutcomeState::Returned => {
            "這些成果會退回給學生，原因和說明相同；學生可以修改後再送出。每一件都有自己的紀錄，整批可以一次復原。"
        }
        OutcomeState::Draft | OutcomeState::Submitted | OutcomeState::Certified => {
            "確認都是本人的作品，也屬於本課程。每一件都有自己的紀錄，整批可以一次復原。"
        }
    }
}

pub fn batch_unopened(count: usize) -> String {
    format!("其中 {count} 件還沒有開啟過文件，紀錄會註明「未開啟」。")
}

pub fn batch_left_out(count: usize, state: OutcomeState) -> String {
    match state {
        OutcomeState::Returned => format!("另外 {count} 件已經是認證失敗或正在處理，不會更動。"),
        OutcomeState::Draft | OutcomeState::Submitted | OutcomeState::Certified => {
            format!("另外 {count} 件不是認證中或正在處理，不會更動。")
        }
    }
}

/// Nothing of what is marked can be decided so.
pub fn nothing_to_decide(state: OutcomeState) -> Message {
    let what = match state {
        OutcomeState::Returned => "選取的成果都不能改為認證失敗。",
        OutcomeState::Draft | OutcomeState::Submitted | OutcomeState::Certified => {
            "選取的成果都不能認證成功。"
        }
    };
    let why = match state {
        OutcomeState::Returned => "只有認證中或認證成功的才能退回。",
        OutcomeState::Draft | OutcomeState::Submitted | OutcomeState::Certified => "只有認證中的才能認證。",
    };
    Message::new(what, why, "請改選其他成果。")
}

pub fn lockout_title(count: usize) -> String {
    match count {
        1 => "退回後學生已不能修改".to_owned(),
        count => format!("其中 {count} 件退回後學生已不能修改"),
    }
}

/// Why a return shuts the student out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockoutCause {
    WindowShut,
    /// The student left the course.
    CourseLeft,
    /// Several items, each for one of the two.
    Either,
}

pub fn lockout_body(count: usize, cause: LockoutCause) -> String {
    let why = match cause {
        LockoutCause::WindowShut => "學生的上傳時間已經截止",
        LockoutCause::CourseLeft => "學生已經不修這門課",
        LockoutCause::Either => "學生的上傳時間已經截止，或已經不修這門課",
    };
    let which = match count {
        1 => "這件".to_owned(),
        count => format!("這 {count} 件"),
    };
    format!("{why}：退回後學生已不能修改，{which}將無法勾選。確定要退回嗎？")
}

pub const LOCKOUT_CONFIRM: &str = "仍要退回";
pub const LOCKOUT_CANCEL: &str = "不退回";

pub fn summary_title(done: usize, refused: usize) -> String {
    format!("完成 {done} 件，{refused} 件沒有處理")
}

/// How many of the decided ones had not been opened.
pub fn summary_sentence(unopened: usize) -> String {
    let kept = "沒有處理的維持原狀，內容沒有被覆蓋。";
    match unopened {
        0 => kept.to_owned(),
        count => format!("{kept}完成的之中有 {count} 件未開啟。"),
    }
}

/// `程式設計 · 資二乙`
pub fn course_name(name: &str, group: &str) -> String {
    if group.is_empty() {
        name.to_owned()
    } else {
        format!("{group} {name}")
    }
}

/// On the overview: what waits.
pub fn waiting_sentence(waiting: usize) -> String {
    match waiting {
        0 => "目前沒有等你認證的成果。".to_owned(),
        count => format!("有 {count} 件成果等你認證。"),
    }
}
