//! Refusals about 多元表現.

use chrono::NaiveDate;

use crate::domain::activity::Category;
use crate::domain::activity::declaration;
use crate::domain::activity::field::{Amount, Field, FieldKey, FieldKind, FieldProblem};
use crate::domain::activity::link::{LONGEST_LINK, LinkProblem};
use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::quota::Usage;
use crate::domain::term::SchoolYear;
use crate::text::labels;
use crate::text::message::Message;
use crate::text::size::used_of_limit;
use crate::text::time::{roc_date, roc_moment_zoned};

/// More choices than this are a list to look at, not a sentence to read.
const NAMED_CHOICES: usize = 8;

pub(super) fn refusal(refusal: &ActivityRefusal) -> Message {
    match refusal {
        ActivityRefusal::Field {
            category,
            field,
            problem,
        } => field_problem(*category, *field, problem),
        ActivityRefusal::UnknownField { category, name } => unknown_field(*category, name),
        ActivityRefusal::Link { problem } => link(*problem),
        ActivityRefusal::Filed { act } => Message::new(
            format!("這件多元表現已經提交，不能{}。", labels::act(*act)),
            "學校已把它提交到中央資料庫，內容不再更動。",
            "內容要更正時，請在開放期間用「複製成新的一件」改好再存；提交的內容有誤請在確認收訖明細時回報。",
        ),
        ActivityRefusal::NotInTrash => Message::new(
            "不需要復原：這件不在垃圾桶裡。",
            "只有刪除過的項目才能復原。",
            "它在多元表現的清單裡，可以直接開啟。",
        ),
        ActivityRefusal::LastYearOver { year, closed } => Message::new(
            format!(
                "{}多元表現已經截止，不能再新增、修改或刪除。",
                labels::school_year(*year)
            ),
            format!(
                "這是你在學的最後一個學年度，最後的上傳時間是 {}，之後不會再開放。",
                roc_moment_zoned(*closed)
            ),
            "已上傳的內容仍可查看、另存；有特殊情形，或在學期間有異動，請儘快洽教務處（註冊組）。",
        ),
        ActivityRefusal::YearQuotaReached {
            year,
            used,
            limit,
            more,
        } => year_quota(*year, *used, *limit, *more),
        ActivityRefusal::TagTooLong { count, limit } => Message::new(
            "標籤太長，沒有儲存。",
            format!("一個標籤最多 {limit} 字，現在有一個是 {count} 字。"),
            "請縮短，或用空格分成幾個標籤。",
        ),
        ActivityRefusal::TooManyTags { limit } => Message::new(
            "標籤太多，沒有儲存。",
            format!("每件最多 {limit} 個標籤。"),
            "請留下最常用來尋找的幾個。",
        ),
        ActivityRefusal::ListEmpty { list } => Message::new(
            format!("沒有儲存「{}」：清單是空的。", labels::list(*list)),
            "學生填寫時要從清單裡選，至少要有一個選項。",
            "請至少填一個選項。",
        ),
        ActivityRefusal::ListEntryTooLong { count, limit } => Message::new(
            "沒有儲存清單：有一個選項太長。",
            format!("一個選項最多 {limit} 字，現在有一個是 {count} 字。"),
            "請縮短後再儲存。",
        ),
        ActivityRefusal::ListTooLong { limit } => Message::new(
            "沒有儲存清單：選項太多。",
            format!("一份清單最多 {limit} 個選項。"),
            "請刪去用不到的選項後再儲存。",
        ),
        ActivityRefusal::TooManyExtraYears { limit } => Message::new(
            "沒有儲存在學期間。",
            format!("延長的學年數最多 {limit} 年。"),
            "請確認數字；已經離校的，請改填離校日期。",
        ),
        ActivityRefusal::LeftBeforeEntry { first } => Message::new(
            "沒有儲存離校日期。",
            format!("離校日期早於入學的 {}。", roc_date(*first)),
            "請確認離校日期與這位學生的入學學年度。",
        ),
        ActivityRefusal::NotAStudent => Message::new(
            "沒有儲存在學期間。",
            "這個帳號沒有入學學年度，不是學生。",
            "請確認帳號（學號）；學生名冊有誤請先更正入學學年度。",
        ),
    }
}

/// `競賽參與紀錄的「結果公布日期」`
fn subject(category: Category, field: &Field) -> String {
    format!("{}的「{}」", labels::category(category), field.name)
}

fn field_problem(category: Category, key: FieldKey, problem: &FieldProblem) -> Message {
    let Some((_, field)) = declaration::field(key) else {
        return unknown_field(category, &key.0.to_string());
    };
    let subject = subject(category, field);
    match problem {
        FieldProblem::Missing => Message::new(
            format!("沒有儲存：{subject}還沒有填。"),
            missing_why(field),
            missing_cure(field),
        ),
        FieldProblem::TooLong { count, limit } => Message::new(
            format!("沒有儲存：{subject}太長；打的字還在。"),
            format!(
                "最多 {limit} 字，現在是 {count} 字，多了 {} 字。",
                count.saturating_sub(*limit)
            ),
            "請縮短；詳細內容可以寫在簡述。",
        ),
        FieldProblem::NotADate => Message::new(
            format!("沒有儲存：看不懂{subject}。"),
            "要填一個真的有的日期。",
            "請寫成 1140901、114/9/1 或 2025-09-01。",
        ),
        FieldProblem::NotANumber => Message::new(
            format!("沒有儲存：{subject}要填數字。"),
            "這一欄只收數字，不要加單位或文字。",
            "請只填數字，例如 2 或 2.5。",
        ),
        FieldProblem::TooFine { places: 0 } => Message::new(
            format!("沒有儲存：{subject}要填整數。"),
            "這一欄不收小數。",
            "請改成整數再儲存。",
        ),
        FieldProblem::TooFine { places } => Message::new(
            format!("沒有儲存：{subject}的小數太長。"),
            format!("小數最多 {places} 位。"),
            "請四捨五入後再儲存。",
        ),
        FieldProblem::OutOfRange { least, most } => Message::new(
            format!("沒有儲存：{subject}超出範圍。"),
            format!("要在 {} 到 {} 之間。", lowest(*least), Amount(*most)),
            "請確認數字後再儲存。",
        ),
        FieldProblem::NotAChoice { choices } => Message::new(
            format!("沒有儲存：{subject}沒有這個選項。"),
            format!("可以選的有：{}。", named(choices)),
            "請填其中一個；清單裡沒有適合的，請洽學校（學務處或教務處）。",
        ),
        FieldProblem::NoCredit => Message::new(
            "沒有儲存：先修課程要有學分，學分數還沒有填，或填的是 0。",
            "「大學及技專校院先修課程紀錄」只收有學分的課程。",
            format!(
                "有學分的請填學分數；沒有學分的課程、短期課程或營隊，請改放「{}」。",
                labels::category(Category::Other)
            ),
        ),
        FieldProblem::EndsBeforeBegin { begins, ends } => Message::new(
            format!("沒有儲存：{}的結束日期早於開始日期。", labels::category(category)),
            format!("開始是 {}，結束是 {}。", roc_date(*begins), roc_date(*ends)),
            "請確認兩個日期；只有一天的活動，兩個都填同一天。",
        ),
        FieldProblem::OutsideYears { date, first, last } => outside_years(&subject, *date, *first, *last),
    }
}

const fn missing_why(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Date(_) if field.key.0 == 205 => "競賽一定要有結果公布日期，教育部會查核。",
        FieldKind::Date(_) => "要有日期，才知道是不是高中在學期間的表現。",
        _ => "這一欄一定要填，其他欄位可以之後再補。",
    }
}

const fn missing_cure(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Date(_) => "請照證明文件填寫，例如 1140901 或 114/9/1。",
        _ => "請填好再儲存；打的字都還在。",
    }
}

/// An amount must only be above zero.
fn lowest(least: u32) -> String {
    match least {
        1 => "大於 0".to_owned(),
        other => Amount(other).to_string(),
    }
}

fn named(choices: &[String]) -> String {
    let shown = choices.len().min(NAMED_CHOICES);
    let list = choices[..shown].join("、");
    if choices.len() > shown {
        format!("{list}…共 {} 個", choices.len())
    } else {
        list
    }
}

fn outside_years(subject: &str, date: NaiveDate, first: NaiveDate, last: NaiveDate) -> Message {
    Message::new(
        format!("沒有儲存：{subject}不在高中在學期間。"),
        format!(
            "{} 不在你的在學期間裡；在學期間是 {} 到 {}，多元表現只收這段期間的表現。",
            roc_date(date),
            roc_date(first),
            roc_date(last)
        ),
        "請確認日期；重讀、休學、轉學使在學期間不同的，請洽教務處（註冊組）調整。",
    )
}

fn unknown_field(category: Category, name: &str) -> Message {
    let names: Vec<&str> = category.fields().iter().map(|field| field.name).collect();
    Message::new(
        format!("沒有儲存：{}沒有「{name}」這一欄。", labels::category(category)),
        format!("這一類的欄位是：{}。", names.join("、")),
        "請用其中的名稱；不確定放哪一類，可以查「這該放哪一類？」。",
    )
}

fn link(problem: LinkProblem) -> Message {
    let (why, cure) = match problem {
        LinkProblem::TooLong => (
            format!("連結最多 {LONGEST_LINK} 個字元。"),
            "請改用分享功能提供的短網址。",
        ),
        LinkProblem::NotHttps => (
            "連結要以 https:// 開頭；其他開頭的網址不安全，或別人打不開。".to_owned(),
            "請從瀏覽器的網址列複製完整的網址。",
        ),
        LinkProblem::Malformed => (
            "這不是一個完整的網址，或放了不只一個；每件只能放一個連結。".to_owned(),
            "請從瀏覽器的網址列重新複製一個網址，中間不要有空格。",
        ),
        LinkProblem::CarriesPassword => (
            "網址裡帶著帳號或密碼，看到連結的人都會知道。".to_owned(),
            "請改用分享功能產生的公開連結。",
        ),
    };
    Message::new("沒有儲存：外部連結不能用。", why, cure)
}

fn year_quota(year: SchoolYear, used: u32, limit: u32, more: u32) -> Message {
    let usage = Usage { used, limit };
    let what = format!("{}的多元表現放不下這 {more} 件。", labels::school_year(year));
    let why = format!(
        "學校按學年度計算，一學年上限 {limit} 件，已用 {}。",
        used_of_limit(usage)
    );
    Message::new(
        what,
        why,
        "請先刪除不需要的幾件（垃圾桶裡的不算），或等下一個學年度再上傳。",
    )
}
