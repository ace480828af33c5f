//! The ten categories of 多元表現 (`[seed] 2`, domain.md section 4).

use crate::domain::activity::Category;
use crate::domain::activity::field::Need;
use crate::domain::activity::lists::List;

/// Official name.
pub const fn category(category: Category) -> &'static str {
    match category {
        Category::Officer => "幹部經歷暨事蹟紀錄",
        Category::Competition => "競賽參與紀錄",
        Category::Certificate => "檢定證照紀錄",
        Category::Service => "服務學習紀錄",
        Category::Flexible => "彈性學習時間紀錄",
        Category::Group => "團體活動時間紀錄",
        Category::Workplace => "職場學習紀錄",
        Category::Work => "作品成果紀錄",
        Category::College => "大學及技專校院先修課程紀錄",
        Category::Other => "其他多元表現紀錄",
    }
}

/// What belongs there, with examples.
pub const fn category_contents(category: Category) -> &'static str {
    match category {
        Category::Officer => {
            "擔任幹部的經歷與事蹟，例如校外自治組織的幹部；班級、社團等校內幹部由學務處匯入，只能查詢。"
        }
        Category::Competition => {
            "校內外競賽，例如科展、語文競賽、技藝競賽；結果公布日期一定要填，教育部會查核。"
        }
        Category::Certificate => "檢定與證照，例如英語能力檢定、技術士證、電腦檢定；取得日期以證書為準。",
        Category::Service => "服務學習與志工，例如社區服務、圖書館志工、偏鄉營隊；記下單位、日期與時數。",
        Category::Flexible => {
            "彈性學習時間做的事，例如自主學習計畫、選手培訓、充實或補強課程、學校特色活動。"
        }
        Category::Group => "團體活動時間做的事，例如班級活動、社團活動、學生自治會、週會、講座。",
        Category::Workplace => "職場的學習，例如職場體驗、參訪、校內工讀、校外打工、寒暑期校外職場實習。",
        Category::Work => "課程以外自己的作品，例如畫作、影片、程式、文章、設計或樂曲。",
        Category::College => "高中期間修的大學或技專校院先修課程，要有學分，例如大學預修課程。",
        Category::Other => "放不進前面各類的表現，例如營隊、研習、國際交流、志趣探索。",
    }
}

/// Whether a field must be filled, in two characters.
pub const fn need(need: Need) -> &'static str {
    match need {
        Need::Must => "必填",
        Need::Should => "可後補",
        Need::May => "選填",
    }
}

/// What that means.
pub const fn need_meaning(need: Need) -> &'static str {
    match need {
        Need::Must => "沒有填就不能儲存。",
        Need::Should => "可以先存、之後再補；補齊之前會列在總覽提醒。",
        Need::May => "沒有就不用填。",
    }
}

/// A list of choices that the school may edit.
pub const fn list(list: List) -> &'static str {
    match list {
        List::Workplace => "職場學習的類別",
        List::Certificate => "證照名稱的建議",
        List::CertificateKind => "證照類型的建議",
    }
}
