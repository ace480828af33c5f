//! Every field of every category: good, missing, out of range. The table is checked against the
//! declaration, so that a field without a line here fails.

use std::collections::BTreeSet;

use licheng::domain::activity::Category;
use licheng::domain::activity::field::{FieldKind, FieldProblem, Need, Value};
use licheng::domain::activity::refusal::ActivityRefusal;
use licheng::domain::refusal::Refusal;

use super::{activity, add, changes, edit, new, school};

use Bad::{Choice, Date, Fine, Long, Number, Range, Span, Years};

/// Why a value is refused, without its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bad {
    Long,
    Date,
    Number,
    Fine,
    Range,
    Choice,
    Span,
    Years,
    Credit,
}

fn bad(problem: &FieldProblem) -> Option<Bad> {
    Some(match problem {
        FieldProblem::Missing => return None,
        FieldProblem::TooLong { .. } => Long,
        FieldProblem::NotADate => Date,
        FieldProblem::NotANumber => Number,
        FieldProblem::TooFine { .. } => Fine,
        FieldProblem::OutOfRange { .. } => Range,
        FieldProblem::NotAChoice { .. } => Choice,
        FieldProblem::NoCredit => Bad::Credit,
        FieldProblem::EndsBeforeBegin { .. } => Span,
        FieldProblem::OutsideYears { .. } => Years,
    })
}

struct Row {
    name: &'static str,
    need: Need,
    /// Typed, and as it is written
    good: &'static [(&'static str, &'static str)],
    bad: &'static [(&'static str, Bad)],
}

const fn row(
    name: &'static str,
    need: Need,
    good: &'static [(&'static str, &'static str)],
    bad: &'static [(&'static str, Bad)],
) -> Row {
    Row {
        name,
        need,
        good,
        bad,
    }
}

const NAME: &[(&str, &str)] = &[("青年志工隊", "青年志工隊"), (" 堃\n𡘙 ", "堃 𡘙")];
const TOO_LONG: &str =
    "長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長長";
const LONG: &[(&str, Bad)] = &[(TOO_LONG, Long)];
/// The test's student entered in 114: 1140801 to 1170731.
const DAY: &[(&str, &str)] = &[
    ("1140901", "1140901"),
    ("114/9/1", "1140901"),
    ("2025-09-01", "1140901"),
    ("114 年 9 月 1 日", "1140901"),
    ("1140801", "1140801"),
    ("1170731", "1170731"),
];
const NO_DAY: &[(&str, Bad)] = &[
    ("1140231", Date),
    ("去年", Date),
    ("1140731", Years),
    ("1170801", Years),
];
/// Beside an end on 1141231.
const BEGIN: &[(&str, &str)] = &[
    ("1140901", "1140901"),
    ("1130901", "1130901"),
    ("1141231", "1141231"),
];
const NO_BEGIN: &[(&str, Bad)] = &[("1149999", Date), ("1150101", Span)];
/// Beside a beginning on 1140901.
const END: &[(&str, &str)] = &[("1140901", "1140901"), ("2026/1/5", "1150105")];
const NO_END: &[(&str, Bad)] = &[("昨天", Date), ("1140831", Span), ("1170801", Years)];
const HOURS: &[(&str, &str)] = &[("2.5", "2.5"), ("0.25", "0.25"), ("9999", "9999"), ("１２", "12")];
const NO_HOURS: &[(&str, Bad)] = &[
    ("0", Range),
    ("9999.01", Range),
    ("兩小時", Number),
    ("-1", Number),
    ("1.125", Fine),
];
const NO_CODE: &[(&str, Bad)] = &[("0", Choice), ("7", Choice), ("宇宙級", Choice)];

fn rows(category: Category) -> Vec<Row> {
    use Need::{May, Must, Should};
    match category {
        Category::Officer => vec![
            row("單位名稱", Must, NAME, LONG),
            row("開始日期", Must, BEGIN, NO_BEGIN),
            row("結束日期", Must, END, NO_END),
            row("擔任職務名稱", Must, NAME, LONG),
            row(
                "幹部等級",
                Should,
                &[
                    ("1", "校級"),
                    ("班級", "班級"),
                    ("3", "社團"),
                    ("4", "實習"),
                    ("5", "校外自治組織團體"),
                    ("9", "其他"),
                ],
                NO_CODE,
            ),
        ],
        Category::Competition => vec![
            row("競賽名稱", Must, NAME, LONG),
            row("項目(組別)", May, NAME, LONG),
            row(
                "競賽等級",
                Should,
                &[("1", "校級"), ("2", "縣市級"), ("3", "全國"), ("國際", "國際")],
                NO_CODE,
            ),
            row("獎項", Should, NAME, LONG),
            row("結果公布日期", Must, DAY, NO_DAY),
            row("個人或團體", Should, &[("1", "個人"), ("團體", "團體")], NO_CODE),
        ],
        Category::Certificate => vec![
            row(
                "證照代碼/名稱",
                Must,
                &[
                    ("多益英語測驗（TOEIC）", "多益英語測驗（TOEIC）"),
                    ("自訂", "自訂"),
                ],
                LONG,
            ),
            row(
                "類型",
                Should,
                &[("語文檢定", "語文檢定"), ("自訂", "自訂")],
                LONG,
            ),
            row("分數", May, &[("870", "870"), ("B2", "B2")], LONG),
            row("分項結果", May, NAME, LONG),
            row("取得日期", Must, DAY, NO_DAY),
            row("字號", May, NAME, LONG),
            row("組別", May, NAME, LONG),
        ],
        Category::Service => vec![
            row("服務名稱", Must, NAME, LONG),
            row("服務單位名稱", Should, NAME, LONG),
            row("開始日期", Must, BEGIN, NO_BEGIN),
            row("結束日期", Must, END, NO_END),
            row("時數", Should, HOURS, NO_HOURS),
        ],
        Category::Flexible => vec![
            row(
                "類別",
                Should,
                &[
                    ("1", "自主學習"),
                    ("2", "選手培訓"),
                    ("3", "充實(增廣)"),
                    ("4", "補強性"),
                    ("5", "學校特色活動"),
                ],
                &[("6", Choice)],
            ),
            row("開設名稱", Must, NAME, LONG),
            row("開設單位", Should, NAME, LONG),
            row(
                "每週節數",
                Should,
                &[("1", "1"), ("40", "40")],
                &[("0", Range), ("41", Range), ("1.5", Fine)],
            ),
            row(
                "開設週數",
                Should,
                &[("1", "1"), ("18", "18"), ("１８", "18")],
                &[("0", Range), ("19", Range), ("2.5", Fine), ("十八", Number)],
            ),
        ],
        Category::Group => vec![
            row(
                "類別",
                Should,
                &[
                    ("1", "班級活動"),
                    ("2", "社團活動"),
                    ("3", "學生自治會活動"),
                    ("4", "週會"),
                    ("5", "講座"),
                    ("6", "其他"),
                ],
                NO_CODE,
            ),
            row("辦理單位", Should, NAME, LONG),
            row("內容名稱", Must, NAME, LONG),
            row(
                "節數",
                Should,
                &[("1", "1"), ("999", "999")],
                &[("0", Range), ("1000", Range), ("半", Number)],
            ),
        ],
        Category::Workplace => vec![
            row(
                "類別",
                Should,
                &[
                    ("職場體驗", "職場體驗"),
                    ("寒暑期校外職場實習", "寒暑期校外職場實習"),
                ],
                &[("創業", Choice)],
            ),
            row("單位", Must, NAME, LONG),
            row("職稱", Must, NAME, LONG),
            row("開始日期", Must, BEGIN, NO_BEGIN),
            row("結束日期", Must, END, NO_END),
            row("時數", Should, HOURS, NO_HOURS),
        ],
        Category::Work => vec![row("名稱", Must, NAME, LONG), row("作品日期", Must, DAY, NO_DAY)],
        Category::College => vec![
            row("計畫專案", Should, NAME, LONG),
            row("開設單位", Should, NAME, LONG),
            row("課程名稱", Must, NAME, LONG),
            row("開始日期", Must, BEGIN, NO_BEGIN),
            row("結束日期", Must, END, NO_END),
            row(
                "學分數",
                Must,
                &[("2", "2"), ("0.5", "0.5"), ("99", "99")],
                &[
                    ("0", Bad::Credit),
                    ("0.0", Bad::Credit),
                    ("100", Range),
                    ("兩學分", Number),
                ],
            ),
            row("總時數", Should, HOURS, NO_HOURS),
        ],
        Category::Other => vec![
            row("名稱", Must, NAME, LONG),
            row("主辦單位", May, NAME, LONG),
            row("開始日期", Must, BEGIN, NO_BEGIN),
            row("結束日期", Must, END, NO_END),
            row("時數", Should, HOURS, NO_HOURS),
        ],
    }
}

/// All fields filled with something good.
fn complete(category: Category) -> Vec<(&'static str, &'static str)> {
    let mut typed = Vec::new();
    for row in rows(category) {
        let text = match row.name {
            "開始日期" => "1140901",
            "結束日期" => "1141231",
            _ => row.good[0].0,
        };
        typed.push((row.name, text));
    }
    typed
}

fn with<'a>(typed: &[(&'a str, &'a str)], name: &str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut all = typed.to_vec();
    for (known, typed) in &mut all {
        if *known == name {
            *typed = text;
        }
    }
    all
}

#[test]
fn the_table_speaks_of_every_field() {
    for category in Category::ALL {
        let here: Vec<(&str, Need)> = rows(category).iter().map(|row| (row.name, row.need)).collect();
        let declared: Vec<(&str, Need)> = category
            .fields()
            .iter()
            .map(|field| (field.name, field.need))
            .collect();
        assert_eq!(here, declared, "{category:?}");
    }
}

#[test]
fn good_values_are_kept_as_they_are_written() {
    let school = school();
    let student = school.login("s1");
    for category in Category::ALL {
        let base = complete(category);
        let mut item = activity(&school, &student, &add(new(category, &base)));
        assert!(item.lacking.is_empty(), "{category:?}: {:?}", item.lacking);
        for row in rows(category) {
            let field = category.field_named(row.name).unwrap();
            for (typed, written) in row.good {
                item = activity(
                    &school,
                    &student,
                    &edit(&item, changes(category, &[(row.name, typed)])),
                );
                let value = item.values.get(field.key).unwrap();
                assert_eq!(field.write(value), *written, "{category:?} {}", row.name);
                assert_eq!(
                    field.read(written, &licheng::domain::activity::lists::Lists::default()),
                    Ok(Some(value.clone())),
                    "what is written reads back"
                );
                if let (FieldKind::Code(codes), Value::Code(code)) = (field.kind, value) {
                    assert!(
                        codes
                            .iter()
                            .any(|(known, words)| known == code && words == written)
                    );
                    assert_eq!(field.roster_cell(value), code.to_string());
                }
            }
            let back: Vec<(&str, &str)> = base
                .iter()
                .filter(|(name, _)| *name == row.name)
                .copied()
                .collect();
            item = activity(&school, &student, &edit(&item, changes(category, &back)));
        }
        // Read again from the library.
        let again = school.engine.activity(&student, item.id).unwrap();
        assert_eq!(again, item);
        activity(&school, &student, &super::delete(&item));
    }
}

#[test]
fn missing_fields_are_refused_named_or_let_be() {
    let school = school();
    let student = school.login("s1");
    for category in Category::ALL {
        let base = complete(category);
        for row in rows(category) {
            let field = category.field_named(row.name).unwrap();
            let command = add(new(category, &with(&base, row.name, "  ")));
            match row.need {
                Need::Must => {
                    let credits = row.name == "學分數";
                    let problem = if credits {
                        FieldProblem::NoCredit
                    } else {
                        FieldProblem::Missing
                    };
                    let expected = ActivityRefusal::Field {
                        category,
                        field: field.key,
                        problem,
                    };
                    assert_eq!(
                        school.refusal(&student, &command),
                        Refusal::Activity(expected),
                        "{category:?} {}",
                        row.name
                    );
                }
                Need::Should | Need::May => {
                    let item = activity(&school, &student, &command);
                    let lacks = row.need == Need::Should;
                    assert_eq!(item.lacking == [field.key], lacks, "{category:?} {}", row.name);
                    activity(&school, &student, &super::delete(&item));
                }
            }
        }
    }
}

#[test]
fn bad_values_are_refused_by_field() {
    let school = school();
    let student = school.login("s1");
    let mut tried = BTreeSet::new();
    for category in Category::ALL {
        let base = complete(category);
        for row in rows(category) {
            for (text, expected) in row.bad {
                let command = add(new(category, &with(&base, row.name, text)));
                let refusal = school.refusal(&student, &command);
                let Refusal::Activity(ActivityRefusal::Field { field, problem, .. }) = refusal else {
                    panic!("{category:?} {} {text}: {refusal:?}", row.name)
                };
                assert_eq!(bad(&problem), Some(*expected), "{category:?} {} {text}", row.name);
                // A beginning behind the end is told at the end.
                let told_at = if *expected == Span {
                    "結束日期"
                } else {
                    row.name
                };
                assert_eq!(category.field_named(told_at).unwrap().key, field);
                tried.insert((category, row.name));
            }
        }
    }
    let all: usize = Category::ALL.iter().map(|category| category.fields().len()).sum();
    assert_eq!(tried.len(), all, "every field can be wrong");
    let kept = school.engine.activities(&student, false).unwrap();
    assert!(kept.is_empty(), "nothing refused was saved");
}

#[test]
fn the_years_are_named_in_the_refusal() {
    let school = school();
    let student = school.login("s1");
    let day = |text| licheng::domain::roc::parse_date(text).unwrap();
    let refusal = school.refusal(
        &student,
        &add(new(Category::Work, &[("名稱", "畫"), ("作品日期", "1120501")])),
    );
    let Refusal::Activity(ActivityRefusal::Field { problem, .. }) = refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!(
        problem,
        FieldProblem::OutsideYears {
            date: day("1120501"),
            first: day("1140801"),
            last: day("1170731")
        }
    );
}

#[test]
fn fields_of_another_category_are_unknown() {
    let school = school();
    let student = school.login("s1");
    let mut strange = new(Category::Work, &[("名稱", "畫"), ("作品日期", "1141001")]);
    strange
        .fields
        .push((Category::Service.field_named("時數").unwrap().key, "3".to_owned()));
    let refusal = school.refusal(&student, &add(strange));
    assert!(
        matches!(
            refusal,
            Refusal::Activity(ActivityRefusal::UnknownField {
                category: Category::Work,
                ..
            })
        ),
        "{refusal:?}"
    );
}
