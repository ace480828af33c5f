//! Lines of a history, in words.

use crate::domain::history::{ActivityEvent, Event, SelectionEvent};
use crate::domain::outcome::{Origin, OutcomeState};

use super::{copies, labels, people_history, receipts};

/// One line: who did what. The time stands beside it. `for_teacher` is whom a deputy stood in for.
pub fn history_line(event: &Event, actor_name: &str, for_teacher: Option<&str>) -> String {
    let what = what_happened(event, for_teacher.is_some());
    for_teacher.map_or_else(
        || format!("{actor_name} {what}"),
        |teacher| format!("代理人 {actor_name} 代 {teacher} {what}"),
    )
}

/// `named`: the deputy and the teacher stand in front already.
fn what_happened(event: &Event, named: bool) -> String {
    match event {
        Event::Created => "新增了這件".to_owned(),
        Event::Edited { files_changed: false } => "修改了內容".to_owned(),
        Event::Edited { files_changed: true } => "修改了內容與檔案".to_owned(),
        Event::FileAdded { .. } => "加入了檔案".to_owned(),
        Event::FileRemoved { .. } => "移除了檔案".to_owned(),
        Event::Deleted => "刪除，移到垃圾桶".to_owned(),
        Event::Restored => "從垃圾桶復原".to_owned(),
        Event::Purged => "保留期滿，從垃圾桶永久刪除".to_owned(),
        Event::Submitted { attempt: 0 | 1 } => "送出認證".to_owned(),
        Event::Submitted { attempt } => format!("第 {attempt} 次送出認證"),
        Event::ReturnRequested => "請老師退回".to_owned(),
        Event::RequestWithdrawn => "撤回退回請求".to_owned(),
        Event::Certified {
            origin,
            for_teacher: _,
            hashes: _,
            unopened,
        } => {
            format!(
                "{}：認證成功{}",
                decided_as(*origin, named),
                unopened_note(*unopened)
            )
        }
        Event::Returned {
            origin,
            for_teacher: _,
            reason,
            hashes: _,
            unopened,
        } => format!(
            "{}：認證失敗，原因是「{}」{}",
            decided_as(*origin, named),
            labels::return_reason(*reason),
            unopened_note(*unopened)
        ),
        Event::DecisionUndone { back_to } => format!("取消認證結果，回到{}", labels::state(*back_to)),
        Event::SchoolStateRecorded { state } => school_state(*state),
        Event::PasswordChanged => "變更密碼".to_owned(),
        Event::LibraryCreated => "建立檔案庫".to_owned(),
        Event::PeopleImported { count } => format!("匯入 {count} 個人的資料"),
        Event::WindowSet { kind } => format!("設定{}的開放日期", labels::window_kind(*kind)),
        Event::WindowRemoved { kind } => format!("移除{}的開放日期", labels::window_kind(*kind)),
        Event::CurrentTermsSet => "設定目前學期".to_owned(),
        Event::LimitsSet => "設定件數與檔案上限".to_owned(),
        Event::CourseSet => "設定課程".to_owned(),
        Event::CourseRemoved => "移除課程".to_owned(),
        Event::ProfileSet => "更新個人資料".to_owned(),
        Event::DemonstrationDatesMoved { days } => format!("將示範學校的日期移動 {days} 天"),
        Event::ClockConfirmed => "確認電腦時鐘後繼續".to_owned(),
        Event::People(event) => people_history::what_happened(event),
        Event::Import(event) => super::imports::event(event),
        Event::Copy(event) => copies::event(event),
        Event::Officer(event) => super::officer::what_happened(*event).to_owned(),
        Event::Receipt(event) => receipts::event(*event),
        Event::Dates(event) => super::dates::what_happened(event),
        Event::Activity(event) => around_activities(*event),
        Event::Selection(event) => around_selection(*event),
    }
}

fn around_selection(event: SelectionEvent) -> String {
    match event {
        SelectionEvent::Ticked { year } => format!("勾選了這件（{}）", labels::school_year(year)),
        SelectionEvent::Unticked { year } => format!("取消勾選這件（{}）", labels::school_year(year)),
        SelectionEvent::Ordered { year, part } => {
            format!(
                "調整勾選的順序（{}，{}）",
                labels::school_year(year),
                labels::part(part)
            )
        }
        SelectionEvent::Confirmed {
            year,
            outcomes,
            activities,
        } => format!(
            "確認 {}的勾選：課程學習成果 {outcomes} 件、多元表現 {activities} 件",
            labels::school_year(year)
        ),
        SelectionEvent::Left { year, why } => format!(
            "從 {}的勾選移出：{}",
            labels::school_year(year),
            labels::why_left(why)
        ),
        SelectionEvent::CameBack { year } => format!("回到 {}的勾選", labels::school_year(year)),
        SelectionEvent::NoticesRead { year } => format!("看過 {}勾選的通知", labels::school_year(year)),
        SelectionEvent::LayoutSet => "設定提交名冊的欄位".to_owned(),
        SelectionEvent::Filed { year, batch } => {
            format!("提交（{}第 {batch} 批）", labels::school_year(year))
        }
    }
}

fn around_activities(event: ActivityEvent) -> String {
    match event {
        ActivityEvent::CopiedFrom { item: _ } => "從另一件複製成這件".to_owned(),
        ActivityEvent::TagsSet => "設定自己的標籤".to_owned(),
        ActivityEvent::YearsSet => "設定學生的在學期間".to_owned(),
        ActivityEvent::ListSet { list } => format!("設定{}", labels::list(list)),
        ActivityEvent::YearQuotaSet => "設定多元表現的件數計算方式".to_owned(),
    }
}

const fn decided_as(origin: Origin, named: bool) -> &'static str {
    match origin {
        Origin::Teacher => "認證",
        Origin::Deputy if named => "認證",
        Origin::Deputy => "代理認證",
        Origin::SelfReported => "自行登錄",
        Origin::Imported => "匯入",
        Origin::AcceptedTransfer => "轉入採認",
    }
}

const fn unopened_note(unopened: bool) -> &'static str {
    if unopened { "（未開啟檔案）" } else { "" }
}

fn school_state(state: OutcomeState) -> String {
    format!("記錄學校平臺上的狀態：{}（自行登錄）", labels::state(state))
}
