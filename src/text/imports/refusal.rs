//! Why a roster was not applied as a whole, or an import not taken back.

use crate::domain::import::{Dependence, ImportRefusal};
use crate::text::message::Message;
use crate::text::promotion;

use super::{counts, row_problem};

pub(in crate::text) fn refusal(refusal: &ImportRefusal) -> Message {
    match refusal {
        ImportRefusal::WrongRows {
            kind,
            wrong,
            row,
            problem,
        } => Message::new(
            format!("名冊沒有匯入：有 {wrong} 列有誤。"),
            format!("第 {row} 列：{}", row_problem(problem, *kind)),
            "請改正這些列再匯入；也可以略過有誤的列，先匯入其餘的。",
        ),
        ImportRefusal::ChangedMeanwhile { now } => Message::new(
            "名冊沒有匯入：預覽之後，檔案庫裡的資料變動了。",
            format!("現在匯入的結果會和預覽不同：{}。", counts(*now)),
            "請重新預覽，確認後再匯入。",
        ),
        ImportRefusal::TermOutOfReach { term, current } => Message::new(
            format!("不能匯入 {term} 的名冊。"),
            format!("這個學期離目前的學期（{current}）太遠，看起來是打錯了。"),
            "請檢查學期；換了學年度時，請先設定目前學期。",
        ),
        ImportRefusal::NothingToUndo => Message::new(
            "沒有可以取消的匯入。",
            "只有最後一次匯入可以取消，而它已經取消過，或之後又匯入了別的名冊。",
            "請重新整理畫面，看最後一次匯入是哪一次。",
        ),
        ImportRefusal::Held { first, count } => Message::new(
            "這次匯入不能取消。",
            match count {
                0 | 1 => dependence(first),
                more => format!("有 {more} 項資料要靠這次匯入，例如：{}", dependence(first)),
            },
            "請改用更正後的名冊再匯入一次；檔案中沒有的資料不會刪除。",
        ),
        ImportRefusal::Promotion(refusal) => promotion::refusal(refusal),
    }
}

/// What came after an import and needs it.
pub fn dependence(dependence: &Dependence) -> String {
    match dependence {
        Dependence::CourseHasItems { course, items } => {
            format!("「{course}」已經有 {items} 件成果（包含垃圾桶裡的）。")
        }
        Dependence::EnrolmentHasItems {
            student,
            course,
            items,
        } => format!("{student} 在「{course}」已經有 {items} 件成果（包含垃圾桶裡的）。"),
        Dependence::LoggedIn { account } => format!("帳號 {account} 已經登入過。"),
        Dependence::AccountInUse { account } => {
            format!("帳號 {account} 已經有修課、任課或其他紀錄。")
        }
        Dependence::CourseInUse { course } => format!("「{course}」已經有學生修課或指定了代理人。"),
        Dependence::DecidedSince { course } => {
            format!("換了教師之後，「{course}」已經有成果由新的教師認證或退回。")
        }
        Dependence::ChangedSince { what } if what.is_empty() => "匯入的資料之後又改過。".to_owned(),
        Dependence::ChangedSince { what } => format!("「{what}」的資料在匯入之後又改過。"),
    }
}
