//! 「這該放哪一類？」: every example of the rules, and where it belongs. Searched by words.

use crate::domain::activity::Category;

use super::labels;

/// Where something belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// 課程學習成果
    Outcome,
    Activity(Category),
    /// 校內幹部經歷紀錄, imported by 學務處
    OfficerPosts,
    /// Not in the portfolio at all
    Nowhere,
}

/// One example with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    pub what: &'static str,
    /// Other words by which people look for it, divided by spaces
    words: &'static str,
    pub place: Place,
    pub why: &'static str,
}

const fn to(category: Category, what: &'static str, words: &'static str, why: &'static str) -> Example {
    at(Place::Activity(category), what, words, why)
}

const fn at(place: Place, what: &'static str, words: &'static str, why: &'static str) -> Example {
    Example {
        what,
        words,
        place,
        why,
    }
}

use Category::{
    Certificate, College, Competition, Flexible, Group, Officer, Other, Service, Work, Workplace,
};
use Place::{Nowhere, OfficerPosts, Outcome};

/// All examples, in the order of the categories.
pub const EXAMPLES: &[Example] = &[
    at(
        Outcome,
        "課程的小論文",
        "小論文 報告 作業 專題",
        "為一門有學分的課寫的，跟著那門課，要任課老師認證。",
    ),
    at(
        Outcome,
        "課堂筆記、學習單、實驗紀錄",
        "筆記 學習單 實驗 作業 課堂活動",
        "在有學分的課程裡做的，都是課程學習成果。",
    ),
    at(
        Outcome,
        "課程的實習心得、實作作品",
        "實習 實作 專題實作 技能 心得",
        "有學分的實習課或專題課做的，放在那門課。",
    ),
    at(
        OfficerPosts,
        "班長、股長、社長等校內幹部",
        "班級幹部 社團幹部 學生會 會長 風紀 學藝 小老師",
        "由學務處匯入，只能查詢；內容有誤請洽學務處。",
    ),
    to(
        Officer,
        "當幹部時做的事",
        "班長 社長 幹部 事蹟 總召 活動規劃",
        "經歷由學校匯入；自己的事蹟、成果寫在這一類。",
    ),
    to(
        Officer,
        "校外組織的幹部",
        "青年志工隊 青少年諮詢 委員 代表 隊長 教會",
        "學校沒有紀錄，自己填；等級選「校外自治組織團體」。",
    ),
    to(
        Competition,
        "科展、語文競賽、技藝競賽的獎狀",
        "科學展覽 獎狀 比賽 得獎 名次 運動會 球賽",
        "結果公布日期一定要填，教育部會查核。",
    ),
    to(
        Competition,
        "中學生小論文寫作比賽",
        "小論文 投稿 比賽 入選 優等",
        "自己投稿參加比賽的，看比賽結果，放這一類。",
    ),
    to(
        Competition,
        "參加競賽但沒有得獎",
        "參賽證明 入圍 比賽",
        "也可以放；獎項照參賽證明填寫，例如「參加」。",
    ),
    to(
        Certificate,
        "多益、全民英檢等語文檢定",
        "多益 全民英檢 TOEIC GEPT 雅思 IELTS 托福 TOEFL 日檢 JLPT 英檢 英文 成績單 語言",
        "取得日期以證書或成績單為準，分數可以填。",
    ),
    to(
        Certificate,
        "丙級、乙級技術士證",
        "丙級 乙級 技術士 證照 執照 電腦軟體應用 餐旅",
        "照證書填名稱與字號。",
    ),
    to(
        Certificate,
        "APCS 等程式、資訊檢定",
        "APCS 程式 電腦 資訊 檢定 TQC",
        "照成績單填分數或級分。",
    ),
    to(
        Service,
        "志工服務證明",
        "志工證明 志願服務 義工 公共服務 時數 淨灘 社區 醫院 圖書館",
        "照服務證明填單位與時數，參與心得可以寫在簡述或放進文件。",
    ),
    to(
        Service,
        "偏鄉服務隊、國際志工",
        "偏鄉 營隊 服務隊 國際志工 返鄉",
        "重點是服務別人，有服務單位與時數。",
    ),
    to(
        Flexible,
        "自主學習計畫的成果",
        "自主學習 計畫 成果 彈性學習",
        "在彈性學習時間做的，類別選「自主學習」。",
    ),
    to(
        Flexible,
        "選手培訓、充實增廣、補強課程",
        "選手 培訓 國手 微課程 充實 增廣 補強 特色活動 彈性課程",
        "彈性學習時間開設的，沒有學分，所以不是課程學習成果。",
    ),
    to(
        Group,
        "社團活動、成果發表",
        "社團 成發 表演 展覽 團體活動",
        "團體活動時間的活動，類別選「社團活動」。",
    ),
    to(
        Group,
        "班級活動、週會、校內講座",
        "班會 班遊 校外教學 畢業旅行 週會 講座 演講 專題演講 自治會",
        "學校在團體活動時間辦的。",
    ),
    to(
        Workplace,
        "校內工讀、校外打工",
        "工讀 打工 兼職 便利商店 飲料店 薪水 勞動",
        "有單位、職稱與時數；類別選工讀或打工。",
    ),
    to(
        Workplace,
        "職場體驗、企業參訪",
        "體驗 參訪 見學 公司 工廠 職業試探",
        "認識職場的活動；職稱可以填參訪學生。",
    ),
    to(
        Workplace,
        "寒暑假的校外實習",
        "實習 暑期 寒假 職場實習 建教",
        "不是課程的一部分，就放這一類。",
    ),
    to(
        Work,
        "自己寫的小論文、文章",
        "小論文 文章 小說 投稿 部落格 創作 研究",
        "不是課程作業，也沒有參加比賽，是自己的作品。",
    ),
    to(
        Work,
        "畫作、影片、程式、樂曲、設計",
        "繪畫 攝影 短片 影片 App 遊戲 網站 音樂 手作 模型 作品集",
        "課程以外自己的作品；得了獎的另外放競賽。",
    ),
    to(
        College,
        "大學預修、先修課程（有學分）",
        "先修 預修 學分 大學課程 AP 科大 抵免",
        "一定要有學分；沒有學分的放其他。",
    ),
    to(
        Other,
        "沒有學分的短期課程",
        "短期課程 線上課程 磨課師 MOOCs Coursera 研習 先修 無學分 結業證書",
        "先修課程一定要有學分；沒有學分的放這裡。",
    ),
    to(
        Other,
        "營隊",
        "夏令營 冬令營 科學營 大學營隊 體驗營 研習營",
        "參加的營隊放這裡；去服務別人的放服務學習。",
    ),
    to(
        Other,
        "校外講座、研習、工作坊",
        "演講 研習 工作坊 讀書會 講座",
        "不是學校團體活動時間辦的，放這裡。",
    ),
    to(
        Other,
        "國際交流、遊學、交換學生",
        "交換 遊學 姐妹校 海外 接待",
        "前面各類都放不進去的表現。",
    ),
    to(
        Other,
        "獎學金、服務獎、勤學獎",
        "獎學金 獎狀 表揚 模範生 全勤 品德",
        "不是競賽的表揚，放這裡。",
    ),
    at(
        Nowhere,
        "國中的獎狀、證照、活動",
        "國中 國小 以前",
        "只收高中在學期間的表現。",
    ),
];

impl Place {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outcome => "課程學習成果",
            Self::Activity(category) => labels::category(category),
            Self::OfficerPosts => "校內幹部經歷紀錄",
            Self::Nowhere => "不能放",
        }
    }
}

/// The examples that fit, best first: all words typed stand in it, else one of its own words stands in
/// what was typed (「我的多益考了 800 分」). Nothing typed: all.
pub fn search(typed: &str) -> Vec<&'static Example> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let holds_all = |example: &Example| {
        let text = format!("{} {} {}", example.what, example.words, example.place.name()).to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let is_spoken_of = |example: &Example| {
        example
            .words
            .to_lowercase()
            .split_whitespace()
            .any(|word| word.chars().count() > 1 && typed.contains(word))
    };
    let (best, rest): (Vec<&Example>, Vec<&Example>) =
        EXAMPLES.iter().partition(|example| holds_all(example));
    let mut found = best;
    if !typed.is_empty() {
        found.extend(rest.into_iter().filter(|example| is_spoken_of(example)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_rules_are_found() {
        let first = |typed: &str| search(typed).first().map(|example| example.place);
        for (typed, place) in [
            ("志工證明", Place::Activity(Service)),
            ("多益", Place::Activity(Certificate)),
            ("toeic", Place::Activity(Certificate)),
            ("我的多益考了 800 分", Place::Activity(Certificate)),
            ("丙級", Place::Activity(Certificate)),
            ("工讀", Place::Activity(Workplace)),
            ("營隊 科學", Place::Activity(Other)),
            ("短期課程", Place::Activity(Other)),
            ("先修 學分", Place::Activity(College)),
            ("國中", Nowhere),
            ("班長", OfficerPosts),
        ] {
            assert_eq!(first(typed), Some(place), "{typed}");
        }
        let essays: Vec<Place> = search("小論文").iter().map(|example| example.place).collect();
        assert_eq!(
            essays,
            [Outcome, Place::Activity(Competition), Place::Activity(Work)]
        );
        assert_eq!(search("").len(), EXAMPLES.len());
        assert!(search("量子引力").is_empty());
    }

    #[test]
    fn every_category_has_an_example() {
        for category in Category::ALL {
            assert!(
                EXAMPLES
                    .iter()
                    .any(|example| example.place == Place::Activity(category)),
                "{category:?}"
            );
        }
    }
}
