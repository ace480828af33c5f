//! Refusals about 校內幹部紀錄.

use crate::domain::officer_post::{OfficerRefusal, Words};
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::text::message::Message;
use crate::text::rosters::column;
use crate::text::time::roc_date;

pub(super) fn refusal(refusal: &OfficerRefusal) -> Message {
    match refusal {
        OfficerRefusal::NoOfficeHere => Message::new(
            "個人檔案庫不能回報校內幹部紀錄。",
            "這裡沒有學務處，校內幹部紀錄在學校的平臺上。",
            "請到學校平臺查詢，有錯時向學校的學務處反映。",
        ),
        OfficerRefusal::NoSuchPost => Message::new(
            "找不到這筆校內幹部紀錄。",
            "這筆可能剛才被移除，或不是這位學生的。",
            "請重新整理清單，再選一次。",
        ),
        OfficerRefusal::NoSuchReport => Message::new(
            "找不到這則回報。",
            "檔案庫裡這位學生沒有這則回報。",
            "請重新整理收件匣，再選一次。",
        ),
        OfficerRefusal::NoSuchStudent { account } => Message::new(
            format!("找不到學號「{account}」的學生，沒有變更幹部紀錄。"),
            "檔案庫裡沒有這個學號，或這個帳號不是學生。",
            "請確認學號，前面的 0 也要輸入。",
        ),
        OfficerRefusal::AnsweredAlready => Message::new(
            "這則回報已經回覆過，沒有再送出。",
            "學務處剛才在別處回覆了這則回報。",
            "請重新整理收件匣，看已經寫下的回覆。",
        ),
        OfficerRefusal::ReportedAlready => Message::new(
            "這筆紀錄已經回報過，沒有再送出。",
            "先前的回報還在等學務處處理。",
            "請等學務處回覆；回覆之後還有問題，可以再回報一次。",
        ),
        OfficerRefusal::TooManyReports { limit } => Message::new(
            "沒有送出回報。",
            format!("已經有 {limit} 則回報在等學務處處理，這是上限。"),
            "請等學務處回覆其中一則，再送出新的。",
        ),
        OfficerRefusal::WordsMissing { what } => words_missing(*what),
        OfficerRefusal::WordsTooLong { what, count, limit } => Message::new(
            format!("{}太長：有 {count} 字，最多 {limit} 字。", words(*what)),
            "不算空白和換行，一個字算一個字。",
            "請寫短一點，再送出一次。",
        ),
        OfficerRefusal::FieldMissing { column } => Message::new(
            format!("沒有儲存幹部紀錄：「{}」是空的。", name(*column)),
            "單位名稱和擔任職務名稱都一定要有。",
            "請填寫之後再儲存一次。",
        ),
        OfficerRefusal::FieldTooLong { column, limit } => Message::new(
            format!("沒有儲存幹部紀錄：「{}」太長。", name(*column)),
            format!("最多 {limit} 個字。"),
            "請寫短一點，再儲存一次。",
        ),
        OfficerRefusal::EndsBeforeStart { from, until } => Message::new(
            "沒有儲存幹部紀錄。",
            format!("結束日期 {} 早於開始日期 {}。", roc_date(*until), roc_date(*from)),
            "請檢查兩個日期，再儲存一次。",
        ),
        OfficerRefusal::TermOutOfReach { term, current } => Message::new(
            format!("沒有儲存幹部紀錄：{term} 離目前的學期太遠。"),
            format!("目前是 {current}，可能是學年度打錯了。"),
            "請檢查學年度和學期，再儲存一次。",
        ),
        OfficerRefusal::NothingChanged => Message::new(
            "沒有需要更正的地方。",
            "填寫的內容和現在的紀錄完全一樣。",
            "請先改好有誤的欄位，再儲存一次。",
        ),
        OfficerRefusal::SamePostThere => Message::new(
            "沒有儲存：這位學生已經有同一筆幹部紀錄。",
            "同一個學期、單位、職務和開始日期只能有一筆。",
            "請改用清單裡的那一筆更正。",
        ),
        OfficerRefusal::ChangedMeanwhile => Message::new(
            "這筆紀錄剛才被改過，沒有儲存這次的更正。",
            "顯示之後，有人更正過或重新匯入了名冊。",
            "請看過現在的內容，需要時再更正一次。",
        ),
    }
}

fn words_missing(what: Words) -> Message {
    let (did, why) = match what {
        Words::Report => ("沒有送出回報。", "要寫下哪裡有錯，學務處才能查證。"),
        Words::Answer => ("沒有送出回覆。", "要寫下處理的結果，學生才知道。"),
        Words::Reason => ("沒有儲存更正。", "要寫下更正的原因，日後才查得到，學生也看得到。"),
    };
    Message::new(did, why, format!("請填寫{}，再送出一次。", words(what)))
}

const fn words(what: Words) -> &'static str {
    match what {
        Words::Report => "回報的內容",
        Words::Answer => "回覆的內容",
        Words::Reason => "更正的原因",
    }
}

const fn name(of: RosterColumn) -> &'static str {
    column(of, RosterKind::OfficerPosts)
}
