//! Refusals about logging in, passwords and rights.

use crate::domain::access::Right;

use crate::text::message::Message;
use crate::text::{labels, rights};

pub(super) fn no_such_account() -> Message {
    Message::new(
        "找不到這個帳號。",
        "檔案庫裡沒有這個帳號。",
        "學生帳號是學號，前面的 0 也要輸入；仍然找不到請洽學校的系統管理者。",
    )
}

pub(super) fn no_right(right: Right) -> Message {
    let who = match right {
        Right::OwnAccount | Right::RefreshDemonstration => "登入的人".to_owned(),
        _ => rights::holders(right),
    };
    Message::new(
        format!("這個帳號不能{}。", labels::right(right)),
        format!("這項工作屬於{who}。"),
        "請改用有權限的帳號登入，或請對方處理。",
    )
}

pub(super) fn login_failed() -> Message {
    Message::new(
        "登入沒有成功。",
        "帳號或密碼不正確。",
        "學生的帳號是學號；第一次登入的密碼是身分證字號（英文字母要大寫），或印在學校發的密碼條上。改過密碼請用新密碼；忘記時，學校帳號請洽系統管理者，個人檔案庫可以用復原碼。",
    )
}

pub(super) fn login_paused(seconds: u32) -> Message {
    Message::new(
        format!("請等 {seconds} 秒再登入。"),
        "連續輸入錯誤，暫停一下，防止別人猜密碼；帳號不會被鎖住。",
        "等候時請確認學號與密碼，注意大小寫和輸入法。",
    )
}

pub(super) fn session_over() -> Message {
    Message::new(
        "登入已經失效，這個動作沒有完成。",
        "登入後密碼或身分變更過，或帳號已停用。",
        "請重新登入；打到一半的內容會留著。",
    )
}

pub(super) fn must_change_password() -> Message {
    Message::new(
        "請先變更密碼。",
        "第一次登入用的是身分證字號，別人也可能知道。",
        "請設定新的密碼，之後就能使用所有功能。",
    )
}

pub(super) fn password_too_short(shortest: usize) -> Message {
    Message::new(
        "新密碼太短，沒有變更。",
        format!("密碼至少要 {shortest} 個字元。"),
        "請加長；用幾個自己記得住的詞連起來最好記。",
    )
}

pub(super) fn password_is_account() -> Message {
    Message::new(
        "新密碼不能和帳號一樣。",
        "學號很多人知道，太容易猜到。",
        "請換一個別人猜不到的密碼。",
    )
}

pub(super) fn password_is_national_id() -> Message {
    Message::new(
        "新密碼不能用身分證字號。",
        "身分證字號會出現在許多表單上，別人可能知道。",
        "請換一個別人猜不到的密碼。",
    )
}

pub(super) fn password_unchanged() -> Message {
    Message::new(
        "新密碼和原來的一樣。",
        "變更密碼要換成不同的密碼。",
        "請輸入另一個密碼。",
    )
}

pub(super) fn recovery_code_wrong() -> Message {
    Message::new(
        "復原碼不正確。",
        "和建立檔案庫時給的復原碼不同，或那一組已經用過。",
        "請對照抄下的復原碼再輸入一次；用過之後要改用新給的那一組。",
    )
}

pub(super) fn account_name_taken() -> Message {
    Message::new(
        "這個帳號已經有人使用。",
        "同一個檔案庫裡，帳號不能重複。",
        "請換一個帳號名稱。",
    )
}

pub(super) fn account_name_missing() -> Message {
    Message::new(
        "還沒有填帳號。",
        "登入時要用帳號認得你。",
        "請填學號或自己取的名稱。",
    )
}

pub(super) fn not_a_demonstration() -> Message {
    Message::new(
        "這不是示範學校，沒有任何變動。",
        "移動日期、重建示範資料這類動作，只能用在示範學校的檔案庫，以免弄壞真正的資料。",
        "請不要指定檔案庫，或指定示範學校的檔案庫。",
    )
}
