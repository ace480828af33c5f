//! Questions about the people of a school.

pub const CANCEL: &str = "取消";
pub const SAVE: &str = "儲存";
pub const BUSY: &str = "正在儲存…";
pub const WHOM: &str = "對象";
pub const NOT_ALL_FILLED: &str = "還有欄位沒填";
pub const NO_ROLE: &str = "請至少選一個身分";
pub const NO_DAY: &str = "請填期限";

/// `林𡘙、王堃 等 32 人`
pub fn people(names: &[&str]) -> String {
    const SHOWN: usize = 4;
    let first = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join("、");
    if names.len() > SHOWN {
        format!("{first} 等 {} 人", names.len())
    } else {
        format!("{first}（{} 人）", names.len())
    }
}

pub const RESET: &str = "重設密碼？";
pub const RESET_VERB: &str = "重設密碼";
pub const LOCK: &str = "鎖定帳號？";
pub const LOCK_VERB: &str = "鎖定";
pub const REACTIVATE: &str = "恢復使用？";
pub const REACTIVATE_VERB: &str = "恢復使用";
pub const HANDED_OUT: &str = "登記密碼條已發放？";
pub const HANDED_OUT_VERB: &str = "登記已發放";
pub const GRADUATE: &str = "登記畢業";
pub const GRADUATE_VERB: &str = "登記畢業";
pub const TRANSFER: &str = "登記轉出";
pub const TRANSFER_VERB: &str = "登記轉出";
pub const UNTIL: &str = "可以閱讀與匯出到";
pub const UNTIL_HELP: &str = "寫成 115/7/31，當天還可以。";

pub const YEARS: &str = "高中期間";
pub const YEARS_BODY: &str =
    "多元表現要發生在高中期間：從入學那年的 8 月 1 日起三年。重讀或休學的學生延長年數；已經離校的填離校日。";
pub const EXTRA_YEARS: &str = "延長年數";
pub const EXTRA_YEARS_HELP: &str = "三年之外再加幾年，沒有就寫 0。";
pub const LEFT_ON: &str = "離校日";
pub const LEFT_ON_HELP: &str = "寫成 115/7/31；還在校就留空。";

pub const END: &str = "停用帳號？";
pub const END_VERB: &str = "停用";
pub const WAITING: &str = "這位教師還有成果等候認證";
pub const WAITING_CURE: &str = "沒有其他任課教師的課程，要先指定代理人才能停用。";
pub const NAME_DEPUTY: &str = "指定代理人";

/// `程式設計 資二乙（3 件）`
pub fn waits(name: &str, group: &str, count: u32) -> String {
    let course = crate::text::certification::course_name(name, group);
    format!("{course}（{count} 件）")
}

pub const TOLD_TITLE: &str = "初始密碼";
pub const TOLD: &str = "請當面交給本人。關閉之後就看不到了；第一次登入時要換成自己的密碼。";
pub const TOLD_BY_ID: &str = "這個帳號用身分證字號第一次登入，英文字母要大寫；登入時要換成自己的密碼。";
pub const TOLD_CLOSE: &str = "已記下，關閉";
pub const TOLD_NOTE: &str = "大小寫要一樣，連同中間的 -。";
pub const FIRST_PASSWORD: &str = "初始密碼";
pub const COPY: &str = "複製";
pub const ON_PAPER: &str = "存成密碼條 PDF…";

pub const CREATE: &str = "建立帳號";
pub const CREATE_VERB: &str = "建立";
pub const ACCOUNT: &str = "帳號";
pub const ACCOUNT_HELP: &str = "學生用學號；不能有空白，也不能和別人一樣。";
pub const NAME: &str = "姓名";
pub const CLASS: &str = "班級";
pub const SEAT: &str = "座號";
pub const ENTRY_YEAR: &str = "入學學年度";
pub const ENTRY_YEAR_HELP: &str = "高一那一年，例如 114。";
pub const NATIONAL_ID: &str = "身分證字號（選填）";
pub const NATIONAL_ID_HELP: &str = "匯入幹部名冊時用來對照；有登錄的人可以用它第一次登入。";

pub const RENAME: &str = "更改姓名或帳號";
pub const RENAME_BODY: &str = "帳號改變後，這個人要用新的帳號登入；密碼和資料都不變。";
pub const ROLES: &str = "指定身分";
pub const HOMEROOM_STAYS: &str = "導師的身分跟著班級，在「班級與導師」指定。";
pub const SAME_POLICY: &str = "和現在一樣";

pub const HOMEROOM: &str = "指定導師";
pub const HOMEROOM_BODY: &str = "導師看得到自己班的完成狀況，也能列印確認單，不能代替任何人決定。";
pub const NO_HOMEROOM: &str = "這個班沒有導師";
pub const SAME_HOMEROOM: &str = "導師和現在一樣";
pub const NOBODY_YET: &str = "請選擇";

pub const DEPUTY: &str = "新增代理";
pub const DEPUTY_BODY: &str = "代理人在期間內可以認證這位教師的課程；教師本人同時也還能認證。";
pub const TEACHER: &str = "請假的教師";
pub const COURSE: &str = "課程";
pub const FROM: &str = "開始日";
pub const LAST_DAY: &str = "最後一天";
pub const DAY_HINT: &str = "115/2/3";
pub const REASON: &str = "原因";
pub const REASON_HINT: &str = "例如 產假、公假";
pub const PERIOD: &str = "期間";
pub const END_DEPUTY: &str = "結束代理？";
pub const END_DEPUTY_VERB: &str = "結束代理";

#[cfg(test)]
mod tests {
    use super::people;

    #[test]
    fn a_few_are_named_and_many_are_counted() {
        assert_eq!(people(&["林𡘙", "王堃"]), "林𡘙、王堃（2 人）");
        assert_eq!(people(&["一", "二", "三", "四", "五"]), "一、二、三、四 等 5 人");
    }
}
