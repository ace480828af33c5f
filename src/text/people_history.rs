//! Lines of a history about accounts, offices and deputies.

use crate::domain::people_event::{AccountChange, PeopleEvent};

use super::labels;

/// What was done; who did it stands in front.
pub(super) fn what_happened(event: &PeopleEvent) -> String {
    match event {
        PeopleEvent::Account { account: _, change } => account_change(*change).to_owned(),
        PeopleEvent::HomeroomSet {
            term,
            teacher: Some(_),
        } => format!("指定 {}的班級導師", labels::term(*term)),
        PeopleEvent::HomeroomSet { term, teacher: None } => {
            format!("取消 {}的班級導師", labels::term(*term))
        }
        PeopleEvent::InitialPasswordPolicySet => "設定初始密碼的方式".to_owned(),
        PeopleEvent::PasswordsPrepared { count } => format!("備妥 {count} 個帳號的初始密碼"),
        PeopleEvent::DeputySet { .. } => "指定代理人".to_owned(),
        PeopleEvent::DeputyEnded { .. } => "結束代理".to_owned(),
    }
}

const fn account_change(change: AccountChange) -> &'static str {
    match change {
        AccountChange::Created => "建立帳號",
        AccountChange::Renamed => "更改帳號的名稱",
        AccountChange::RolesSet => "指定帳號的身分",
        AccountChange::PasswordReset => "重設密碼",
        AccountChange::Locked => "鎖定帳號",
        AccountChange::Ended => "停用帳號",
        AccountChange::Graduated => "登記畢業",
        AccountChange::Transferred => "登記轉出",
        AccountChange::Reactivated => "恢復使用帳號",
        AccountChange::SlipHandedOut => "登記密碼條已發放",
    }
}
