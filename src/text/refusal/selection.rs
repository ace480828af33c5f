//! Refusals about 勾選.

use crate::domain::filing_layout::LayoutProblem;
use crate::domain::selection::{NotSelectable, SelectionRefusal};
use crate::domain::term::SchoolYear;
use crate::text::labels;
use crate::text::message::Message;

pub(super) fn refusal(refusal: &SelectionRefusal) -> Message {
    match refusal {
        SelectionRefusal::NotSelectable { why, year } => not_selectable(*why, *year),
        SelectionRefusal::Full { part, year, limit } => Message::new(
            format!("{}的勾選已經滿了，沒有再勾選這件。", labels::part(*part)),
            format!(
                "{}最多勾選{} {limit} 件。",
                labels::school_year(*year),
                labels::part(*part)
            ),
            "請先取消勾選其中一件，再勾選這件。",
        ),
        SelectionRefusal::OtherItems => Message::new(
            "沒有改變順序。",
            "給的項目和目前勾選的不完全相同，可能剛才在別處改過。",
            "請重新整理後，把同一類勾選的每一件都排進去。",
        ),
        SelectionRefusal::Layout(problem) => layout(problem),
        SelectionRefusal::NothingToFile { year } => Message::new(
            format!("{}沒有可以提交的勾選，沒有建立批次。", labels::school_year(*year)),
            "學生的勾選還在開放，或已截止的學生都沒有勾選，或都已經提交過。",
            "請等勾選截止後再提交；範圍有誤請重新選擇年級。",
        ),
    }
}

fn layout(problem: &LayoutProblem) -> Message {
    let why = match problem {
        LayoutProblem::NoColumns => "兩份名冊都至少要有一欄。".to_owned(),
        LayoutProblem::Heading { place, limit } => {
            format!("第 {place} 個欄名是空白，或超過 {limit} 個字（兩份名冊接著數）。")
        }
        LayoutProblem::FileName { name } => {
            format!("檔名「{name}」不能用：不可以空白、太長，也不可以有路徑或副檔名。")
        }
        LayoutProblem::SameName => "兩份名冊的檔名相同，會互相蓋掉。".to_owned(),
        LayoutProblem::Fields => "多元表現名冊要有一個 fields 欄，各類別自己的欄位會放在那裡。".to_owned(),
    };
    Message::new(
        "名冊的格式沒有改變。",
        why,
        "請改正格式檔，再匯入一次；可以先匯出目前的格式來參考。",
    )
}

fn not_selectable(why: NotSelectable, year: SchoolYear) -> Message {
    let reason = format!("這件{}。", labels::not_selectable(why));
    let cure = match why {
        NotSelectable::State(_) => "請先送出認證，老師認證成功之後就可以勾選。",
        NotSelectable::Origin(_) => "轉入前的認證要由教務處（註冊組）採認後才能勾選。",
        NotSelectable::OtherYear(_) => "課程學習成果只能在修課的那個學年度勾選。",
        NotSelectable::InTrash => "請先從垃圾桶復原。",
        NotSelectable::Filed => "同一件不用再勾選一次。",
        NotSelectable::Withdrawn => "課表有誤請洽教務處（註冊組）。",
    };
    let what = match why {
        NotSelectable::Filed => format!("這件已經提交，不用再勾選到 {}。", labels::school_year(year)),
        _ => format!("這件不能勾選到 {}。", labels::school_year(year)),
    };
    Message::new(what, reason, cure)
}
