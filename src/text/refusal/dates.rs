//! Refusals about 休業式, extensions, the rules of a term and announcements.

use crate::domain::dates::DatesRefusal;
use crate::domain::file::FileKind;

use crate::text::dates::{kinds, limit_name, limit_value};
use crate::text::labels;
use crate::text::message::Message;
use crate::text::time::{roc_date, roc_moment};

pub(super) fn dates(refusal: &DatesRefusal) -> Message {
    match refusal {
        DatesRefusal::ExtensionNeedsReason => Message::new(
            "沒有延長時間。",
            "給單一班級或學生的時間是延長，要寫下原因，日後才查得到。",
            "請填寫原因，例如「校外競賽」「住院」，再儲存一次。",
        ),
        DatesRefusal::ExtensionAddsNothing { closes } => Message::new(
            "沒有延長時間。",
            format!("對方原本就開放到 {}，填的時間都在裡面。", roc_moment(*closes)),
            "延長只會增加時間；請把截止時間再往後延。",
        ),
        DatesRefusal::NoSuchClass { class, year } => Message::new(
            format!(
                "沒有延長時間：{}找不到班級「{class}」。",
                labels::school_year(*year)
            ),
            "班級名稱要和學生名冊裡的完全一樣。",
            "請從班級清單選擇，或先匯入這個學年度的學生名冊。",
        ),
        DatesRefusal::NoSuchStudent { account } => Message::new(
            format!("沒有延長時間：找不到學號「{account}」的學生。"),
            "檔案庫裡沒有這個學號，或這個帳號不是學生。",
            "請確認學號，前面的 0 也要輸入。",
        ),
        DatesRefusal::LastDayOutsideTerm { term, day } => Message::new(
            "沒有儲存休業式的日期。",
            format!("{} 離 {term} 太遠，可能是年份打錯了。", roc_date(*day)),
            "請檢查年份和月份，再儲存一次。",
        ),
        DatesRefusal::LimitOutOfRange {
            limit,
            value,
            least,
            most,
        } => Message::new(
            format!(
                "沒有儲存規定：「{}」不能是 {}。",
                limit_name(*limit),
                limit_value(*limit, *value)
            ),
            format!(
                "這一項要在 {} 到 {} 之間。",
                limit_value(*limit, *least),
                limit_value(*limit, *most)
            ),
            "請改成這個範圍裡的數字，再儲存一次。",
        ),
        DatesRefusal::NothingAccepted => Message::new(
            "沒有儲存規定：沒有選任何檔案種類。",
            "學生至少要能上傳一種檔案。",
            "請至少選一種檔案種類，再儲存一次。",
        ),
        DatesRefusal::SourceMissing => Message::new(
            "沒有儲存規定：還沒有寫依據。",
            "每個學期的規定都要寫明依據，日後才知道數字從哪裡來。",
            "請寫下公文字號、會議或校內規定的名稱，再儲存一次。",
        ),
        DatesRefusal::NoteTooLong { count, limit } => Message::new(
            format!("文字太長：有 {count} 字，最多 {limit} 字。"),
            "不算空白和換行，一個字算一個字。",
            "請寫短一點，再儲存一次。",
        ),
        DatesRefusal::KindNotAccepted {
            name,
            kind,
            term,
            accepted,
        } => not_accepted(name, *kind, &labels::term(*term), accepted),
        DatesRefusal::NoSuchWindow => Message::new(
            "沒有移除時程。",
            "找不到這個學期、種類和對象的時程。",
            "請先列出時程（term list），再移除其中一筆。",
        ),
        DatesRefusal::AnnouncementEmpty => Message::new(
            "沒有發布公告：沒有內容。",
            "公告會顯示在每個人的總覽上，要有文字。",
            "請寫下公告的內容，再發布一次。",
        ),
        DatesRefusal::AnnouncementEndsBeforeStart { from, until } => Message::new(
            "沒有發布公告。",
            format!(
                "結束時間 {} 沒有晚於開始時間 {}（台北時間）。",
                roc_moment(*until),
                roc_moment(*from)
            ),
            "請把結束時間改到開始時間之後。",
        ),
        DatesRefusal::NoSuchAnnouncement => Message::new(
            "找不到這則公告。",
            "檔案庫裡沒有這個代號的公告。",
            "請重新整理公告清單，再選一次。",
        ),
        DatesRefusal::AnnouncementOver => Message::new(
            "這則公告已經結束，不能再改。",
            "公告的時間已經過了，或已經提早結束。",
            "需要再公告時，請另外發布一則。",
        ),
    }
}

fn not_accepted(name: &str, kind: FileKind, term: &str, accepted: &[FileKind]) -> Message {
    Message::new(
        format!("「{name}」沒有加入：{term}不收 {}。", labels::file_kind(kind)),
        format!(
            "學校這個學期收的檔案是 {}；先前已經收下的不受影響。",
            kinds(accepted)
        ),
        "請轉存成學校收的檔案種類，再選一次。",
    )
}
