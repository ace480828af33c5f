//! Every field of every category (domain.md section 4): forms, checks, tables, rosters and the command
//! line are all made from these lines, so that another field is another line.
//!
//! Official names stand here because they name the columns of the national rosters; they are data of the
//! format like the codes beside them. Lengths were not seen in any official source: long enough for real
//! names, short enough for a cell. Which fields may come later is a choice: what names an item and dates
//! it must be there, and whatever the table calls optional, or does not exist for every item, may stay
//! empty.

use super::Category;
use super::field::FieldKind::{Amount, Code, Credits, Date, OneOf, Suggested, Text, Whole};
use super::field::{DateRole, Field, FieldKey, FieldKind, Need};
use super::lists::List;

/// 幹部等級; the same numbers as [`crate::domain::officer::OfficerLevel`].
const LEVELS: &[(u8, &str)] = &[
    (1, "校級"),
    (2, "班級"),
    (3, "社團"),
    (4, "實習"),
    (5, "校外自治組織團體"),
    (9, "其他"),
];
const REACH: &[(u8, &str)] = &[(1, "校級"), (2, "縣市級"), (3, "全國"), (4, "國際")];
const ALONE: &[(u8, &str)] = &[(1, "個人"), (2, "團體")];
const FLEXIBLE: &[(u8, &str)] = &[
    (1, "自主學習"),
    (2, "選手培訓"),
    (3, "充實(增廣)"),
    (4, "補強性"),
    (5, "學校特色活動"),
];
const GROUP: &[(u8, &str)] = &[
    (1, "班級活動"),
    (2, "社團活動"),
    (3, "學生自治會活動"),
    (4, "週會"),
    (5, "講座"),
    (6, "其他"),
];

const ON: FieldKind = Date(DateRole::On);
const BEGINS: FieldKind = Date(DateRole::Begins);
const ENDS: FieldKind = Date(DateRole::Ends);
const NAME: FieldKind = Text(50);
const SHORT: FieldKind = Text(30);
const HOURS: FieldKind = Amount(999_900);
const PERIODS: FieldKind = Whole(1, 999);

/// Names the item: without it nothing is saved.
const fn title(key: u16, name: &'static str, kind: FieldKind, help: &'static str) -> Field {
    Field {
        titles: true,
        ..must(key, name, kind, help)
    }
}

const fn must(key: u16, name: &'static str, kind: FieldKind, help: &'static str) -> Field {
    Field {
        key: FieldKey(key),
        need: Need::Must,
        name,
        kind,
        titles: false,
        help,
    }
}

/// May come later.
const fn should(key: u16, name: &'static str, kind: FieldKind, help: &'static str) -> Field {
    Field {
        need: Need::Should,
        ..must(key, name, kind, help)
    }
}

/// May stay empty.
const fn may(key: u16, name: &'static str, kind: FieldKind, help: &'static str) -> Field {
    Field {
        need: Need::May,
        ..must(key, name, kind, help)
    }
}

const OFFICER: &[Field] = &[
    title(101, "單位名稱", NAME, "擔任幹部的組織，例如校外的青年志工隊"),
    must(102, "開始日期", BEGINS, ""),
    must(103, "結束日期", ENDS, "還在任的填預定卸任日"),
    title(104, "擔任職務名稱", SHORT, "例如隊長、總召"),
    should(105, "幹部等級", Code(LEVELS), ""),
];
const COMPETITION: &[Field] = &[
    title(201, "競賽名稱", NAME, "照獎狀上的全名"),
    may(202, "項目(組別)", SHORT, "沒有分項目或組別就不填"),
    should(203, "競賽等級", Code(REACH), ""),
    should(204, "獎項", SHORT, "照獎狀，例如第三名、佳作、入選"),
    must(205, "結果公布日期", ON, "教育部會查核，請照獎狀或公告填寫"),
    should(206, "個人或團體", Code(ALONE), ""),
];
const CERTIFICATE: &[Field] = &[
    title(
        301,
        "證照代碼/名稱",
        Suggested(List::Certificate, 50),
        "照證書上的全名",
    ),
    should(302, "類型", Suggested(List::CertificateKind, 30), ""),
    may(303, "分數", Text(20), "沒有分數就不填"),
    may(304, "分項結果", NAME, "例如聽力 435、閱讀 390"),
    must(305, "取得日期", ON, "以證書上的日期為準"),
    may(306, "字號", SHORT, "證書上的字號；沒有就不填"),
    may(307, "組別", SHORT, "沒有分組就不填"),
];
const SERVICE: &[Field] = &[
    title(401, "服務名稱", NAME, "做了什麼服務"),
    should(402, "服務單位名稱", NAME, "照服務證明上的單位"),
    must(403, "開始日期", BEGINS, ""),
    must(404, "結束日期", ENDS, "只有一天就填同一天"),
    should(405, "時數", HOURS, "照服務證明，可以有小數，例如 2.5"),
];
const FLEXIBLE_LEARNING: &[Field] = &[
    should(501, "類別", Code(FLEXIBLE), ""),
    title(502, "開設名稱", NAME, "自主學習填計畫名稱"),
    should(503, "開設單位", NAME, "例如教務處、圖書館"),
    should(504, "每週節數", Whole(1, 40), ""),
    should(505, "開設週數", Whole(1, 18), "1 到 18 週"),
];
const GROUP_ACTIVITY: &[Field] = &[
    should(601, "類別", Code(GROUP), ""),
    should(602, "辦理單位", NAME, "例如學務處、吉他社"),
    title(603, "內容名稱", NAME, "活動或講座的名稱"),
    should(604, "節數", PERIODS, ""),
];
const WORKPLACE: &[Field] = &[
    should(701, "類別", OneOf(List::Workplace), ""),
    title(702, "單位", NAME, "公司、店家或校內單位"),
    title(703, "職稱", SHORT, "例如門市工讀生；參訪填參訪學生"),
    must(704, "開始日期", BEGINS, ""),
    must(705, "結束日期", ENDS, "只有一天就填同一天"),
    should(706, "時數", HOURS, "可以有小數，例如 7.5"),
];
const WORK: &[Field] = &[
    title(801, "名稱", NAME, "作品的名稱"),
    must(802, "作品日期", ON, "完成的日期"),
];
const COLLEGE: &[Field] = &[
    should(901, "計畫專案", NAME, "例如大學預修課程、高教深耕計畫"),
    should(902, "開設單位", NAME, "開課的大學或技專校院與系所"),
    title(903, "課程名稱", NAME, ""),
    must(904, "開始日期", BEGINS, ""),
    must(905, "結束日期", ENDS, ""),
    must(
        906,
        "學分數",
        Credits(9_900),
        "沒有學分的課程請放「其他多元表現紀錄」",
    ),
    should(907, "總時數", HOURS, ""),
];
const OTHER: &[Field] = &[
    title(1001, "名稱", NAME, "例如暑期科學營"),
    may(1002, "主辦單位", NAME, "沒有主辦單位就不填"),
    must(1003, "開始日期", BEGINS, ""),
    must(1004, "結束日期", ENDS, "只有一天就填同一天"),
    should(1005, "時數", HOURS, "可以有小數"),
];

impl Category {
    /// Its fields in the official order.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Officer => OFFICER,
            Self::Competition => COMPETITION,
            Self::Certificate => CERTIFICATE,
            Self::Service => SERVICE,
            Self::Flexible => FLEXIBLE_LEARNING,
            Self::Group => GROUP_ACTIVITY,
            Self::Workplace => WORKPLACE,
            Self::Work => WORK,
            Self::College => COLLEGE,
            Self::Other => OTHER,
        }
    }

    /// The field of this official name; full-width brackets and surrounding space do not matter.
    pub fn field_named(self, name: &str) -> Option<&'static Field> {
        let plain = |name: &str| -> String {
            let folded = name.trim().chars().map(|letter| match letter {
                '（' => '(',
                '）' => ')',
                '／' => '/',
                other => other,
            });
            folded.collect()
        };
        let wanted = plain(name);
        self.fields().iter().find(|field| plain(field.name) == wanted)
    }
}

/// The field under this key, with its category.
pub fn field(key: FieldKey) -> Option<(Category, &'static Field)> {
    Category::ALL
        .into_iter()
        .flat_map(|category| category.fields().iter().map(move |field| (category, field)))
        .find(|(_, field)| field.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::officer::OfficerLevel;

    #[test]
    fn keys_are_unique_and_speak_of_their_category() {
        let mut seen = BTreeSet::new();
        for (category, number) in Category::ALL.into_iter().zip(1u16..) {
            for field in category.fields() {
                assert!(seen.insert(field.key), "{field:?}");
                assert_eq!(field.key.0 / 100, number, "{field:?}");
                assert_eq!(super::field(field.key), Some((category, field)));
                assert_eq!(category.field_named(field.name), Some(field), "names are unique");
            }
        }
    }

    #[test]
    fn every_category_can_be_named_and_dated() {
        for category in Category::ALL {
            let fields = category.fields();
            assert!(
                fields
                    .iter()
                    .any(|field| field.titles && field.need == Need::Must),
                "{category:?}"
            );
            let has = |role| fields.iter().any(|field| field.is_date(role));
            assert_eq!(has(DateRole::Begins), has(DateRole::Ends), "{category:?}");
            let undated = matches!(category, Category::Flexible | Category::Group);
            assert_eq!(
                !has(DateRole::Begins) && !has(DateRole::On),
                undated,
                "{category:?}"
            );
        }
    }

    #[test]
    fn officer_levels_are_those_of_the_rosters() {
        let numbers: Vec<u8> = LEVELS.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, OfficerLevel::ALL.map(OfficerLevel::number));
    }

    #[test]
    fn names_are_found_as_people_type_them() {
        let found = Category::Competition.field_named(" 項目（組別） ");
        assert_eq!(found.map(|field| field.key), Some(FieldKey(202)));
        assert_eq!(Category::Competition.field_named("服務名稱"), None);
    }
}
