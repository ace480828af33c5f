//! Refusals about states and about who may do what.

use crate::domain::act::Act;
use crate::domain::outcome::OutcomeState;

use crate::text::labels;
use crate::text::message::Message;

const ASK_TEACHER: &str = "需要修改請按「請老師退回」；老師改成認證失敗後，就可以修改再送出，或刪除後重新上傳。個人檔案庫請更新「記錄學校平臺上的狀態」。";

pub(super) fn wrong_state(act: Act, state: OutcomeState) -> Message {
    let name = labels::state(state);
    let verb = labels::act(act);
    let what = format!("這件是{name}，不能{verb}。");
    match act {
        Act::Edit | Act::Delete | Act::Submit | Act::Create | Act::Restore | Act::RecordSchoolState => {
            locked(what, act, state)
        }
        Act::RequestReturn | Act::WithdrawRequest => Message::new(
            what,
            "只有認證中或認證成功的，才需要請老師退回。",
            match state {
                OutcomeState::Draft => "編輯中的可以直接修改或刪除。",
                OutcomeState::Returned => "老師已經退回了，可以直接修改後再送出認證，或刪除後重新上傳。",
                OutcomeState::Submitted | OutcomeState::Certified => "請重新整理後再看一次。",
            },
        ),
        Act::Certify => Message::new(
            what,
            "只有認證中的才能認證。",
            match state {
                OutcomeState::Draft => "學生還沒有送出認證，請等學生送出。",
                OutcomeState::Submitted => "請重新整理後再看一次。",
                OutcomeState::Certified => "已經是認證成功，不需要再認證。",
                OutcomeState::Returned => "請等學生更正後再送出認證；剛才退回錯了，可以取消認證結果。",
            },
        ),
        Act::Return => Message::new(
            what,
            "只有認證中或認證成功的才能退回。",
            match state {
                OutcomeState::Draft => "學生還沒有送出認證，學生自己就能修改。",
                OutcomeState::Returned => "已經退回了，請等學生更正後再送出認證。",
                OutcomeState::Submitted | OutcomeState::Certified => "請重新整理後再看一次。",
            },
        ),
        Act::UndoDecision => Message::new(
            what,
            "還沒有認證結果，或學生在結果之後已經有動作。",
            "請重新整理，依目前的狀態處理。",
        ),
    }
}

fn locked(what: String, act: Act, state: OutcomeState) -> Message {
    match state {
        OutcomeState::Submitted if act == Act::Submit => Message::new(
            what,
            "這件已經送出了，正等老師認證，不需要再送一次。",
            format!("請等老師處理。{ASK_TEACHER}"),
        ),
        OutcomeState::Submitted => Message::new(
            what,
            "認證中內容已鎖定，不能修改、覆蓋或刪除，老師看到的才會和你送出的完全一樣。",
            ASK_TEACHER,
        ),
        OutcomeState::Certified if act == Act::Submit => {
            Message::new(what, "這件已經認證成功，不需要再送出。", ASK_TEACHER)
        }
        OutcomeState::Certified => Message::new(
            what,
            "認證成功的內容已鎖定：老師認證的就是這份檔案，要先由老師改成認證失敗才能更動。",
            ASK_TEACHER,
        ),
        OutcomeState::Draft | OutcomeState::Returned => {
            Message::new(what, "它的狀態不適用這個動作。", "請重新整理後再看一次。")
        }
    }
}

pub(super) fn not_yours(act: Act) -> Message {
    let verb = labels::act(act);
    match act {
        Act::Certify | Act::Return | Act::UndoDecision => Message::new(
            format!("這件不能由你{verb}。"),
            "認證與退回由這門課的任課教師或代理人處理；取消認證結果則由作出結果的人處理。",
            "請洽這門課的任課教師；教師有異動請洽教務處（註冊組）。",
        ),
        Act::Create
        | Act::Edit
        | Act::Delete
        | Act::Restore
        | Act::Submit
        | Act::RequestReturn
        | Act::WithdrawRequest
        | Act::RecordSchoolState => Message::new(
            format!("你不能替學生「{verb}」。"),
            "課程學習成果的內容只有學生本人能更動。",
            "內容需要更正時，可以認證失敗退回並選擇原因，請學生自己修改。",
        ),
    }
}

pub(super) fn not_in_this_library(act: Act) -> Message {
    let what = format!("這個檔案庫沒有「{}」。", labels::act(act));
    match act {
        Act::RecordSchoolState => Message::new(
            what,
            "學校檔案庫的狀態由任課教師認證決定，不能自行登錄。",
            "請按「送出認證」，由任課教師認證。",
        ),
        Act::Create
        | Act::Edit
        | Act::Delete
        | Act::Restore
        | Act::Submit
        | Act::RequestReturn
        | Act::WithdrawRequest
        | Act::Certify
        | Act::Return
        | Act::UndoDecision => Message::new(
            what,
            "個人檔案庫是自己留存的一份，沒有老師在裡面認證。",
            "請到學校的平臺送出，再回來「記錄學校平臺上的狀態」，會標示為自行登錄。",
        ),
    }
}

pub(super) fn filed(act: Act) -> Message {
    Message::new(
        format!("這件已經提交，不能{}。", labels::act(act)),
        "學校已把它提交到中央資料庫，內容和認證結果都不再更動。",
        "發現內容有誤，請在確認收訖明細時回報，或洽教務處（註冊組）。",
    )
}

pub(super) fn enrolment_withdrawn(act: Act) -> Message {
    Message::new(
        format!("這件的課程已經不在你的課表，不能{}。", labels::act(act)),
        "退選或轉班之後，原課程的成果只能查看和另存。",
        "課表有誤請洽教務處（註冊組）；也可以先另存檔案，在正確的課程新增一件。",
    )
}

pub(super) fn in_trash(act: Act) -> Message {
    let what = format!("這件在垃圾桶裡，不能{}。", labels::act(act));
    let why = "刪除的項目要先復原才能再使用，在垃圾桶裡也不算件數。";
    match act {
        Act::Certify | Act::Return | Act::UndoDecision => Message::new(
            what,
            "學生已經刪除這件。",
            "不需要處理；學生復原並再送出後會重新出現。",
        ),
        Act::Delete => Message::new(
            what,
            "它之前已經刪除了。",
            "不需要再刪除；保留期滿會自動清除，想拿回來請按「復原」。",
        ),
        Act::Create
        | Act::Edit
        | Act::Restore
        | Act::Submit
        | Act::RequestReturn
        | Act::WithdrawRequest
        | Act::RecordSchoolState => Message::new(what, why, "請在上傳截止前到垃圾桶按「復原」，再繼續處理。"),
    }
}

pub(super) fn not_in_trash() -> Message {
    Message::new(
        "不需要復原：這件不在垃圾桶裡。",
        "只有刪除過的項目才能復原。",
        "它在課程學習成果的清單裡，可以直接開啟。",
    )
}

pub(super) fn nothing_to_submit() -> Message {
    Message::new(
        "還不能送出認證：這件沒有檔案。",
        "送出認證至少要有一個證明文件或影音檔，老師才有東西可以看。",
        "請先加入檔案：PDF、JPG、PNG，或 MP3、MP4。",
    )
}

pub(super) fn already_requested() -> Message {
    Message::new(
        "已經請老師退回了，不用再請一次。",
        "每件同時只能有一個退回請求，老師看得到。",
        "請等老師處理；急的話當面告訴老師。改變主意可以撤回請求。",
    )
}

pub(super) fn nothing_requested() -> Message {
    Message::new(
        "沒有可以撤回的請求。",
        "這件沒有等候中的退回請求；老師作出認證結果後，請求就結束了。",
        "請重新整理，看目前的狀態。",
    )
}

pub(super) fn cannot_undo() -> Message {
    Message::new(
        "不能取消這個認證結果。",
        "只能取消自己作出的最近一次結果，而且學生在那之後沒有任何動作。",
        "請依目前的狀態重新處理：認證成功的可以退回，認證失敗的要等學生再送出。",
    )
}

pub(super) fn return_locks_out() -> Message {
    Message::new(
        "退回前請再確認一次。",
        "上傳已經截止，或課程已不在學生的課表：退回後學生已不能修改，這件將無法勾選。",
        "仍要退回請再按一次確認；要讓學生能更正，請先請教務處（註冊組）延長上傳時間。",
    )
}

pub(super) fn reason_needs_note() -> Message {
    Message::new(
        "還不能退回：請寫下原因。",
        "選擇「其他」時，學生要看到說明才知道怎麼改。",
        "請填寫一句說明，或改選列出的原因。",
    )
}
