//! 多元表現 of the demonstration school, and what its students have selected. Dates of events are fixed: the
//! terms of the school stay what they are.

use crate::domain::activity::Category;

use super::dice::Dice;
use super::people;
use super::samples::{self, Sample};

/// One activity.
#[derive(Debug)]
pub(super) struct Performance {
    pub student: usize,
    pub category: Category,
    /// By their official names
    pub fields: &'static [(&'static str, &'static str)],
    pub description: &'static str,
    /// Without one it waits for its document.
    pub sample: Option<&'static Sample>,
    pub tag: Option<&'static str>,
    pub added_days_ago: i64,
}

/// How somebody selects.
#[derive(Debug)]
pub(super) struct Choice {
    pub student: usize,
    /// How many activities, beside all outcomes that can be selected
    pub activities: usize,
    pub confirmed: bool,
    pub days_ago: i64,
}

type Entry = (
    Category,
    &'static [(&'static str, &'static str)],
    &'static str,
    Option<&'static Sample>,
);

const FAIR: Entry = (
    Category::Competition,
    &[
        ("競賽名稱", "全縣高中科學展覽會"),
        ("項目(組別)", "物理與天文科"),
        ("競賽等級", "2"),
        ("獎項", "佳作"),
        ("結果公布日期", "1140418"),
        ("個人或團體", "2"),
    ],
    "負責設計量測電路與整理數據，學到誤差要分開看，也第一次對陌生人講解自己的實驗。",
    Some(&samples::CIRCUIT_DRAWING),
);
const LIBRARY: Entry = (
    Category::Service,
    &[
        ("服務名稱", "圖書館週末志工"),
        ("服務單位名稱", "縣立圖書館"),
        ("開始日期", "1131012"),
        ("結束日期", "1140125"),
        ("時數", "24.5"),
    ],
    "每週六整理書架、帶小朋友說故事，學會把規則講成五歲也聽得懂的話。",
    Some(&samples::SCIENCE_NIGHT_POSTER),
);
const TOEIC: Entry = (
    Category::Certificate,
    &[
        ("證照代碼/名稱", "多益英語測驗（TOEIC）"),
        ("類型", "語文檢定"),
        ("分數", "745"),
        ("分項結果", "聽力 400、閱讀 345"),
        ("取得日期", "1140629"),
    ],
    "",
    None,
);
const PLAN: Entry = (
    Category::Flexible,
    &[
        ("類別", "1"),
        ("開設名稱", "校園植物圖鑑網站"),
        ("開設單位", "教務處"),
        ("每週節數", "2"),
        ("開設週數", "16"),
    ],
    "自己訂進度、拍照、查資料、寫網頁，完成四十種植物的圖鑑，並把照片授權寫清楚。",
    Some(&samples::PLANT_GUIDE_WEBSITE),
);
const CLUB: Entry = (
    Category::Group,
    &[
        ("類別", "2"),
        ("辦理單位", "設計社"),
        ("內容名稱", "社徽與成果展設計"),
        ("節數", "12"),
    ],
    "畫了六個版本，用問卷讓社員投票，學到好看之外還要印得出來。",
    Some(&samples::CLUB_BADGE),
);
const BOOKSHOP: Entry = (
    Category::Workplace,
    &[
        ("類別", "校外打工"),
        ("單位", "轉角書店"),
        ("職稱", "假日店員"),
        ("開始日期", "1140705"),
        ("結束日期", "1140824"),
        ("時數", "96"),
    ],
    "收銀、進貨、退書，第一次領薪水，也看懂一本書的價錢裡有什麼。",
    None,
);
const RIDGES: Entry = (
    Category::Work,
    &[("名稱", "黃昏的稜線"), ("作品日期", "1140302")],
    "爬山時畫的速寫，回家改成油畫棒，練習用顏色而不是線條分出遠近。",
    Some(&samples::DUSK_RIDGES),
);
const CAMP: Entry = (
    Category::Other,
    &[
        ("名稱", "大學科學營"),
        ("主辦單位", "示範大學物理系"),
        ("開始日期", "1140715"),
        ("結束日期", "1140718"),
        ("時數", "30"),
    ],
    "和別校的同學一起做擺波，看到數學公式變成真的東西。",
    Some(&samples::RC_DISCHARGE_PHOTO),
);
/// Level and award are still to be filled in.
const SPEECH: Entry = (
    Category::Competition,
    &[("競賽名稱", "英語演講比賽"), ("結果公布日期", "1140530")],
    "",
    Some(&samples::ENGLISH_SPEECH),
);
const TUTORS: Entry = (
    Category::Officer,
    &[
        ("單位名稱", "社區課輔隊"),
        ("開始日期", "1130901"),
        ("結束日期", "1140630"),
        ("擔任職務名稱", "隊長"),
        ("幹部等級", "5"),
    ],
    "排班、找教室、和家長聯絡，學到先把事情寫下來再開會。",
    None,
);
const CALCULUS: Entry = (
    Category::College,
    &[
        ("計畫專案", "大學預修課程"),
        ("開設單位", "示範大學數學系"),
        ("課程名稱", "微積分先修"),
        ("開始日期", "1140707"),
        ("結束日期", "1140815"),
        ("學分數", "2"),
        ("總時數", "36"),
    ],
    "暑假每天三小時，第一次發現課本沒有教完的事可以自己推出來。",
    Some(&samples::MATH_EXPLORATION),
);

const ALL: [Entry; 11] = [
    FAIR, LIBRARY, TOEIC, PLAN, CLUB, BOOKSHOP, RIDGES, CAMP, SPEECH, TUTORS, CALCULUS,
];

/// What the first student has: something in most categories, one that waits for its certificate, one that
/// is not filled in yet.
const SHOWCASE: [(Entry, Option<&str>); 8] = [
    (FAIR, Some("科學")),
    (LIBRARY, Some("服務")),
    (TOEIC, Some("語文")),
    (PLAN, Some("科學")),
    (CLUB, None),
    (RIDGES, Some("創作")),
    (CAMP, Some("科學")),
    (SPEECH, Some("語文")),
];

/// One in so many students has activities.
const ONE_IN: usize = 3;

pub(super) fn all(students: usize) -> Vec<Performance> {
    let mut all = Vec::new();
    for ((entry, tag), days) in SHOWCASE.into_iter().zip((20..).step_by(5)) {
        all.push(performance(people::SHOWCASE, entry, tag, days));
    }
    let mut dice = Dice::new(1141);
    for student in 1..students {
        if student == people::FIRST_LOGIN || !student.is_multiple_of(ONE_IN) {
            continue;
        }
        let mut left: Vec<Entry> = ALL.to_vec();
        for number in 0..1 + dice.below(4) {
            let entry = left.swap_remove(dice.below(left.len()));
            let days = 18 + 4 * i64::try_from(number).unwrap_or(0);
            all.push(performance(student, entry, None, days));
        }
    }
    all
}

fn performance(
    student: usize,
    (category, fields, description, sample): Entry,
    tag: Option<&'static str>,
    added_days_ago: i64,
) -> Performance {
    Performance {
        student,
        category,
        fields,
        description,
        sample,
        tag,
        added_days_ago,
    }
}

/// The selection has been open for some days: some are done, some are in the middle of it.
pub(super) fn choices(students: usize) -> Vec<Choice> {
    let of_others = (1..students)
        .filter(|student| student.is_multiple_of(ONE_IN) && *student != people::FIRST_LOGIN)
        .filter(|student| student % 2 == 0)
        .map(|student| Choice {
            student,
            activities: 2,
            confirmed: student % 4 == 0,
            days_ago: 3,
        });
    let showcase = Choice {
        student: people::SHOWCASE,
        activities: 3,
        confirmed: false,
        days_ago: 2,
    };
    std::iter::once(showcase).chain(of_others).collect()
}
