//! 權限一覽: the table of rights as everybody may read it.

use crate::domain::access::{Reach, Right, Role};

use super::labels;

/// Above the table.
pub const LEAD: &str = "誰能做什麼、能看到多少，都依照這張表；程式的每一個動作也是照這張表檢查的。";

/// What follows from the table and people ask about first.
pub const PROMISES: [&str; 5] = [
    "編輯中的內容只有學生本人看得到，其他人最多只看得到件數。",
    "教師只看得到送到自己課程（或代理課程）的成果。",
    "系統管理者不能開啟任何學生的檔案。",
    "教務處只能在提交的時候，開啟學生已經勾選的項目。",
    "導師看得到自己班的完成狀況，不能代替任何人決定。",
];

/// A cell of the table: how far a right reaches.
pub const fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Own => "自己的",
        Reach::OwnCourses => "自己的課程",
        Reach::OwnClass => "自己的班",
        Reach::StudentsAndTeachers => "學生與教師",
        Reach::SelectedWhileFiling => "提交時",
        Reach::Everything => "可以",
    }
}

/// A cell where the role has not got the right.
pub const NONE: &str = "—";

/// What a right means, in one sentence.
pub const fn meaning(right: Right) -> &'static str {
    match right {
        Right::OwnItems => "新增、修改、刪除、送出認證自己的成果。",
        Right::OpenSubmitted => "認證中、認證成功、認證失敗的內容與檔案；不含編輯中。",
        Right::Certify => "認證成功、認證失敗，以及復原自己的決定。",
        Right::SeeProgress => "誰有幾件、各在什麼狀態；看不到標題、簡述和檔案。",
        Right::OpenSelected => "學生勾選、正在提交的項目。",
        Right::SetDates => "公布時程，切換目前學期。",
        Right::SetLimits => "件數、檔案大小、簡述字數。",
        Right::ManageAccounts => "建立、改名、鎖定、停用帳號，給新的初始密碼，指定導師。",
        Right::GrantRoles => "決定一個帳號是教師、教務處、學務處或系統管理者。",
        Right::ManageDeputies => "教師請假時，由誰代理認證。",
        Right::OwnAccount => "變更自己的密碼。",
        Right::KeepPersonalSchool => "個人檔案庫的課程與學校平臺上的狀態。",
        Right::KeepActivityRules => "多元表現的選項、件數計算方式，以及學生的在學期間。",
        Right::FilePortfolios => "看誰還沒有勾選，並提交勾選的項目。",
        Right::Announce => "全校的人在總覽看到的公告。",
        Right::RefreshDemonstration => "只在示範學校。",
        Right::ConfirmClock => "電腦的時間早於最後一筆紀錄時，確認後繼續。",
        Right::ImportRosters => "學生、教師、課程、修課的名冊，以及新學期的升班。",
        Right::TakeCopy => "把自己的紀錄和檔案存成 ZIP 或 PDF；畢業、轉出後也可以。",
        Right::Transfer => "把轉出學生的紀錄交給新學校、接收轉入的紀錄，並採認原校的認證。",
        Right::SeeReceipts => "收訖明細和學校提交的內容逐件比對，並列印確認單。",
        Right::AnswerReceipt => "確認自己的收訖明細，或回報問題；畢業、轉出後也可以。",
        Right::ImportOfficerPosts => "校內幹部經歷名冊，學生只能查詢。",
        Right::OwnOfficerPosts => "學校登錄的校內幹部紀錄；有錯時回報學務處。",
        Right::KeepOfficerPosts => "更正校內幹部紀錄，回覆學生的回報；更正前後都留存。",
    }
}

/// Everybody who has the right: `教務處（註冊組）、系統管理者`.
pub fn holders(right: Right) -> String {
    let names: Vec<&str> = right
        .grants()
        .iter()
        .map(|(role, _)| labels::role(*role))
        .collect();
    names.join("、")
}

/// One row of the table: a cell for each role, in the order of [`Role::ALL`].
pub fn cells(right: Right) -> [&'static str; Role::ALL.len()] {
    Role::ALL.map(|role| right.reach(role).map_or(NONE, reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_for_each_role() {
        assert_eq!(
            cells(Right::ManageAccounts),
            ["—", "—", "—", "學生與教師", "—", "可以", "—"]
        );
        assert_eq!(holders(Right::ManageDeputies), "教務處（註冊組）、系統管理者");
    }
}
