//! Names around 課程學習成果.

use crate::domain::act::{Act, Overdue};
use crate::domain::file::{ContentCaution, FileKind, Slot};
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason, WorkKind};

/// The four states, exactly as the rules name them (`[seed] 11, 12`).
pub const fn state(state: OutcomeState) -> &'static str {
    match state {
        OutcomeState::Draft => "編輯中",
        OutcomeState::Submitted => "認證中",
        OutcomeState::Certified => "認證成功",
        OutcomeState::Returned => "認證失敗",
    }
}

/// What a state means for the student.
pub const fn state_meaning(state: OutcomeState) -> &'static str {
    match state {
        OutcomeState::Draft => "還沒有送出認證，老師看不到；可以修改，也可以刪除。",
        OutcomeState::Submitted => {
            "已經送給任課老師，內容鎖定，不能修改、覆蓋或刪除；要拿回來請按「請老師退回」。"
        }
        OutcomeState::Certified => {
            "老師確認是本人的作品，也屬於這門課；內容鎖定。真的要改，要先請老師改成認證失敗。"
        }
        OutcomeState::Returned => "老師退回了；可以修改後再送出認證，也可以刪除後重新上傳。",
    }
}

/// Acts as verbs, as buttons and history name them.
pub const fn act(act: Act) -> &'static str {
    match act {
        Act::Create => "新增",
        Act::Edit => "修改",
        Act::Delete => "刪除",
        Act::Restore => "復原",
        Act::Submit => "送出認證",
        Act::RequestReturn => "請老師退回",
        Act::WithdrawRequest => "撤回退回請求",
        Act::Certify => "認證",
        Act::Return => "退回",
        Act::UndoDecision => "取消認證結果",
        Act::RecordSchoolState => "記錄學校平臺上的狀態",
    }
}

/// 成果種類
pub const fn work_kind(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::ClassActivity => "課堂活動紀錄",
        WorkKind::Notes => "筆記整理",
        WorkKind::Worksheet => "學習單",
        WorkKind::ShortPaper => "小論文",
        WorkKind::InternshipReflection => "實習心得",
        WorkKind::LabRecord => "實驗紀錄",
        WorkKind::HandsOnWork => "實作作品",
        WorkKind::Report => "書面報告",
        WorkKind::Presentation => "口頭報告或簡報",
        WorkKind::Other => "其他",
    }
}

/// Why a teacher returned an item.
pub const fn return_reason(reason: ReturnReason) -> &'static str {
    match reason {
        ReturnReason::NotOwnWork => "不是本人作品，或無法查證",
        ReturnReason::WrongCourse => "科目或學期不符",
        ReturnReason::CannotOpen => "檔案打不開",
        ReturnReason::WrongFile => "傳錯檔案，或內容與說明不符",
        ReturnReason::StudentAsked => "學生要求退回",
        ReturnReason::Other => "其他",
    }
}

/// Where a state came from.
pub const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Teacher => "任課教師認證",
        Origin::Deputy => "代理人認證",
        Origin::SelfReported => "自行登錄",
        Origin::Imported => "匯入（未經本校認證）",
        Origin::AcceptedTransfer => "轉入採認",
    }
}

/// The two places for files in an item.
pub const fn slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Document => "證明文件",
        Slot::Media => "影音檔",
    }
}

/// What may lie in a slot.
pub const fn slot_formats(slot: Slot) -> &'static str {
    match slot {
        Slot::Document => "PDF、JPG、PNG",
        Slot::Media => "MP3、MP4",
    }
}

/// A kind of file as people call it.
pub const fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF 檔",
        FileKind::Jpeg => "JPG 圖片",
        FileKind::Png => "PNG 圖片",
        FileKind::Mp3 => "MP3 聲音檔",
        FileKind::Mp4 => "MP4 影片",
    }
}

/// Accepted, but worth a word.
pub const fn content_caution(caution: ContentCaution) -> &'static str {
    match caution {
        ContentCaution::CannotPreview => {
            "檔案已收下，但這裡畫不出預覽。請用「開啟」確認內容正確，再送出認證。"
        }
        ContentCaution::NotFullyInspected => {
            "檔案已收下，但內容太複雜，來不及完整檢查。請用「開啟」確認打得開，再送出認證。"
        }
    }
}

/// Items that nobody can move any more.
pub const fn overdue(overdue: Overdue) -> &'static str {
    match overdue {
        Overdue::NotSubmitted => "逾期未送出",
        Overdue::NotMended => "逾期未更正",
        Overdue::NotDecided => "逾期未認證",
    }
}

/// What an overdue name means, and who can help.
pub const fn overdue_meaning(overdue: Overdue) -> &'static str {
    match overdue {
        Overdue::NotSubmitted => {
            "上傳已經截止，這件一直是編輯中，老師沒有收到，所以不能勾選。內容還在，可以看、可以另存，也仍算在件數裡；有特殊情形請洽教務處（註冊組）。"
        }
        Overdue::NotMended => {
            "老師退回後沒有在截止前再送出，所以不能勾選。內容還在，可以看、可以另存，也仍算在件數裡；有特殊情形請洽教務處（註冊組）。"
        }
        Overdue::NotDecided => {
            "認證已經截止，老師還沒有處理這件。請告訴任課老師和教務處（註冊組），教務處可以延長認證時間。"
        }
    }
}
