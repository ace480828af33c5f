//! The answers of 常見問題. Every number comes from [`Limits`].

use crate::domain::activity::Category;
use crate::domain::limits::Limits;
use crate::domain::login::SHORTEST_PASSWORD;
use crate::domain::seed::SeedRule;

use super::labels;
use super::size::size;

pub(super) fn answer(rule: SeedRule, limits: &Limits) -> String {
    match rule {
        SeedRule::CourseWork => course_work(),
        SeedRule::Activities => activities(),
        SeedRule::Account => account(),
        SeedRule::Quota => quota(limits),
        SeedRule::AfterDeadline => after_deadline(),
        SeedRule::WhenToUpload => when_to_upload(),
        SeedRule::MissedSummer => missed_summer(),
        SeedRule::FileSize => file_size(limits),
        SeedRule::Voluntary => voluntary(limits),
        SeedRule::Description => description(limits),
        SeedRule::Draft => draft(limits),
        SeedRule::Certification => certification(),
        SeedRule::LateCertificates => late_certificates(),
        SeedRule::NoteHighSchoolYears => high_school_years(),
        SeedRule::NoteAnyUploadYear => any_upload_year(),
    }
}

fn lines(lines: &[&str]) -> String {
    lines.join("\n")
}

fn course_work() -> String {
    lines(&[
        "放有學分的課程裡做出來的東西：部定必修、校訂必修、多元選修、加深加廣選修都可以。",
        "常見的有課堂活動紀錄、筆記整理、學習單、小論文、實習心得、實驗紀錄、實作作品、書面報告等。",
        "每一件都屬於某一學期的某一門課，要由那門課的任課老師認證。彈性學習時間和團體活動時間沒有學分，那些表現請放到多元表現。",
    ])
}

fn activities() -> String {
    let categories: Vec<String> = Category::ALL
        .into_iter()
        .zip(1..)
        .map(|(category, number)| {
            format!(
                "{number}. {}：{}",
                labels::category(category),
                labels::category_contents(category)
            )
        })
        .collect();
    format!(
        "課程以外的高中生活都算多元表現，不需要老師認證，分成十類：\n{}\n\
         另外還有校內幹部紀錄：由學務處匯入，學生只能按學年度和學期查詢，內容有誤請洽學務處更正。\n\
         競賽的結果公布日期一定要填，教育部會查核，請照獎狀或公告填寫。",
        categories.join("\n")
    )
}

fn account() -> String {
    format!(
        "帳號是學號，前面的 0 也要輸入。第一次登入的密碼是身分證字號，英文字母要大寫；學校若改發密碼條，就用密碼條上的密碼。\n\
         第一次登入後要馬上換成自己的密碼：至少 {SHORTEST_PASSWORD} 個字元，不能和學號或身分證字號一樣。\n\
         輸入錯誤太多次會暫停幾秒，但帳號不會被鎖住。忘記密碼請洽學校的系統管理者；個人檔案庫沒有預設密碼，忘記時用建立時給的復原碼。"
    )
}

fn quota(limits: &Limits) -> String {
    format!(
        "每學期課程學習成果最多 {} 件、多元表現最多 {} 件。編輯中、認證中、認證成功、認證失敗都算一件；垃圾桶裡的和校內幹部紀錄不算。\n\
         上傳、認證和勾選的日期由學校在每學期初公布，畫面上方隨時看得到目前的狀態和剩下的時間；還沒公布前不能上傳。\n\
         上傳之後，每學年可以從中勾選課程學習成果最多 {} 件（要認證成功）、多元表現最多 {} 件，由學校提交。",
        limits.outcomes_per_term,
        limits.activities_per_term,
        limits.selected_outcomes,
        limits.selected_activities
    )
}

fn after_deadline() -> String {
    lines(&[
        "不能。上傳或勾選截止之後，內容就不能再新增、修改、刪除或送出認證，請不要等到最後一天。",
        "截止時間顯示的那一分鐘還算在內：23:59 截止，到 24:00 整才關閉。時間一律是台北時間。",
        "還在編輯中的會列為「逾期未送出」，認證失敗還沒更正的列為「逾期未更正」，都不能勾選；內容還在，可以查看和另存。有特殊情形請儘快洽教務處（註冊組）。",
    ])
}

fn when_to_upload() -> String {
    lines(&[
        "不一樣。課程學習成果每學期各有截止時間，因為它屬於那一學期的課程；學期結束、關閉之後就不能再補。",
        "多元表現整個學年都可以上傳，在學年度的截止時間之前都來得及。",
    ])
}

fn missed_summer() -> String {
    lines(&[
        "沒關係，等新學年度開放後再上傳就可以。",
        "多元表現看的是上傳的學年度，活動是去年暑假辦的也可以；請照實填寫活動的日期。",
    ])
}

fn file_size(limits: &Limits) -> String {
    format!(
        "證明文件收 PDF、JPG、PNG，每個最大 {}；影音檔收 MP3、MP4，每個最大 {}。每件最多一個證明文件和一個影音檔。\n\
         10 MB 大約是 MP3 聲音 6 分鐘、480p 影片 50 秒、720p 影片 20 秒。\n\
         檔案太大時，PDF 可以另存成「最小檔案大小」，手機掃描可以降低解析度，照片可以先縮小；影片請剪短或降低畫質。Word、簡報請先另存成 PDF，HEIC 照片請轉成 JPG。",
        size(limits.document_bytes),
        size(limits.media_bytes)
    )
}

fn voluntary(limits: &Limits) -> String {
    format!(
        "上傳是自願的，不上傳不會受罰，程式也不會勉強你。\n\
         但是不上傳，就少了一份讓別人認識你的資料：升學時大學和科技校院看的學習歷程裡，沒有上傳就沒有東西可以勾選、可以提交；課程學習成果過了該學期的截止時間，也補不回來。\n\
         不必求多。每學期上限 {} 件，挑幾件能說明自己怎麼學、怎麼進步的就很好。",
        limits.outcomes_per_term
    )
}

fn description(limits: &Limits) -> String {
    let duty = if limits.description_required {
        "要寫：學校規定每件都要有簡述"
    } else {
        "簡述可以不寫，但建議一定要寫"
    };
    format!(
        "{duty}，最多 {} 字。審查的人最先看到的就是簡述，再決定要不要打開檔案。\n\
         請用幾句話說清楚：這是什麼、自己做了哪一部分、學到什麼。不要只重複標題。\n\
         字數不含空白與換行，罕用字算 1 字。",
        limits.description_chars
    )
}

fn draft(limits: &Limits) -> String {
    format!(
        "還沒送出認證的都是編輯中，在上傳截止之前可以隨時修改或刪除；刪除的放進垃圾桶，截止前都能復原，截止 {} 天後才真正清除。\n\
         請特別注意：上傳不等於送出。只上傳、沒有按「送出認證」，狀態會一直停在編輯中，老師看不到，截止後就不能勾選。",
        limits.trash_days
    )
}

fn certification() -> String {
    lines(&[
        "認證中：內容已鎖定，不能修改、覆蓋或刪除。要拿回來，請按「請老師退回」，由老師改成認證失敗。",
        "認證成功：也是鎖定的；真的要改，要先請老師改成認證失敗。",
        "認證失敗：可以修改後再送出認證，也可以刪除後重新上傳。",
        "老師認證時只確認兩件事：是本人的作品、屬於這門課程；不評分，也不評好壞。以上都要在開放期間內完成。",
    ])
}

fn late_certificates() -> String {
    lines(&[
        "多元表現整個學年都開放，證書、獎狀拿到之後再上傳就可以。",
        "日期請照證書或公告填寫。本學年度來不及，下一個學年度再上傳也行。",
    ])
}

fn high_school_years() -> String {
    "不可以。多元表現要是高中在學期間發生的；國中的活動、證照和獎項都不能放。".to_owned()
}

fn any_upload_year() -> String {
    "可以。只要是高中在學期間的表現，在哪一個學年度上傳都行；它算在上傳的那個學期的件數裡。".to_owned()
}
