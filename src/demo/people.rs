//! The people of the demonstration school. All names are made up; ordinary and rare characters alike.

use crate::domain::access::Role;
use crate::domain::term::SchoolYear;
use crate::engine::{NewPerson, Secret, demonstration_national_id, demonstration_password};

use super::dates;

const ENTRY_YEAR: SchoolYear = SchoolYear(113);

/// 入學學年度 in student numbers: class and seat follow.
const STUDENT_NUMBER_START: &str = "113";

/// Shown to whoever tries the program first: every state at once.
pub(super) const SHOWCASE: usize = 0;
/// Has used up the quota.
pub(super) const FULL: usize = 1;
/// Has not logged in yet.
pub(super) const FIRST_LOGIN: usize = 29;

const CLASSES: [Class; 2] = [
    Class {
        this_year: "二年1班",
        last_year: "一年1班",
        students: [
            "林宥辰",
            "陳思妤",
            "王柏鈞",
            "張堃豪",
            "李喆安",
            "黃峯銘",
            "吳𡘙廷",
            "周𠮷祥",
            "蔡孟潔",
            "鄭雅文",
            "許哲維",
            "謝佳穎",
            "郭子睿",
            "洪詩涵",
            "曾冠宇",
            "廖婉婷",
            "賴彥廷",
            "徐曼寧",
            "周承恩",
            "葉品妍",
            "蘇浩然",
            "莊欣怡",
            "呂紹安",
            "江宜庭",
            "何俊傑",
            "蕭子晴",
            "羅允謙",
            "高瑞希",
            "潘韋澄",
            "簡沛語",
        ],
    },
    Class {
        this_year: "二年2班",
        last_year: "一年2班",
        students: [
            "方品叡",
            "尤瑪．撒韻．達利．瓦旦．比浩．諾幹．鐵木．哈勇（Yuma Sayun Tali Watan Pihaw）",
            "石語彤",
            "丁昱翔",
            "余芷瑄",
            "歐陽靖",
            "司徒念慈",
            "范姜柔安",
            "溫家齊",
            "彭湘芸",
            "游博鈞",
            "詹若晴",
            "沈煊赫",
            "胡妤蓁",
            "馬立恆",
            "盧冠妤",
            "阮清荷",
            "傅聖凱",
            "康芮綺",
            "柯宇軒",
            "朱苡安",
            "鍾承翰",
            "湯以柔",
            "唐家瑋",
            "杜思穎",
            "連敬堯",
            "田沐恩",
            "古采潔",
            "龔湛",
            "巫沁",
        ],
    },
];

struct Class {
    this_year: &'static str,
    last_year: &'static str,
    students: [&'static str; 30],
}

/// Account, name.
const TEACHERS: [(&str, &str); 8] = [
    ("t01", "蔣文淵"),
    ("t02", "施靜儀"),
    ("t03", "顏志宏"),
    ("t04", "董若水"),
    ("t05", "章鈺珊"),
    ("t06", "卓明堂"),
    ("t07", "梁詠絮"),
    ("t08", "孫立文"),
];

const OFFICE: [(&str, &str, Role); 3] = [
    ("registry", "駱惠敏", Role::Registry),
    ("affairs", "葛建中", Role::StudentAffairs),
    ("admin", "嚴正平", Role::Administrator),
];

/// A student with what others refer to.
#[derive(Debug, Clone)]
pub(super) struct Student {
    pub account: String,
    /// 0 or 1.
    pub class: usize,
}

/// All students in the order of their numbers.
pub(super) fn students() -> Vec<Student> {
    let of_class = |(class, list): (usize, &Class)| {
        (1..=list.students.len()).map(move |seat| Student {
            account: format!("{STUDENT_NUMBER_START}{:02}{seat:02}", class + 1),
            class,
        })
    };
    CLASSES.iter().enumerate().flat_map(of_class).collect()
}

/// Name of a class this year.
pub(super) fn class_name(class: usize) -> &'static str {
    CLASSES[class].this_year
}

/// Name of a class last year.
pub(super) fn last_class_name(class: usize) -> &'static str {
    CLASSES[class].last_year
}

pub(super) fn everybody() -> Vec<NewPerson> {
    let mut people = Vec::new();
    for (place, student) in students().into_iter().enumerate() {
        let class = &CLASSES[student.class];
        let seat = place % class.students.len();
        let first_login = place == FIRST_LOGIN;
        let password = if first_login {
            demonstration_national_id(&student.account)
        } else {
            demonstration_password(&student.account)
        };
        let seat_text = format!("{:02}", seat + 1);
        people.push(NewPerson {
            account_name: student.account,
            display_name: class.students[seat].to_owned(),
            roles: vec![Role::Student],
            password: Secret::new(password),
            must_change_password: first_login,
            entry_year: Some(ENTRY_YEAR),
            placements: vec![
                (dates::LAST_TERM, class.last_year.to_owned(), seat_text.clone()),
                (dates::TERM, class.this_year.to_owned(), seat_text),
            ],
        });
    }
    people.extend(
        TEACHERS
            .iter()
            .map(|(account, name)| grown_up(account, name, Role::Teacher)),
    );
    people.extend(
        OFFICE
            .iter()
            .map(|(account, name, role)| grown_up(account, name, *role)),
    );
    people
}

fn grown_up(account: &str, name: &str, role: Role) -> NewPerson {
    NewPerson {
        account_name: account.to_owned(),
        display_name: name.to_owned(),
        roles: vec![role],
        password: Secret::new(demonstration_password(account)),
        must_change_password: false,
        entry_year: None,
        placements: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_school_has_its_people() {
        let people = everybody();
        let of = |role| people.iter().filter(|person| person.roles == [role]).count();
        assert_eq!(of(Role::Student), 60);
        assert_eq!(of(Role::Teacher), 8);
        assert_eq!(people.len(), 71);
        let accounts: BTreeSet<_> = people.iter().map(|person| &person.account_name).collect();
        let names: BTreeSet<_> = people.iter().map(|person| &person.display_name).collect();
        assert_eq!((accounts.len(), names.len()), (71, 71), "nobody is there twice");
        for letter in "堃喆峯𡘙𠮷".chars() {
            assert!(names.iter().any(|name| name.contains(letter)), "{letter}");
        }
        assert_eq!(
            people.iter().filter(|person| person.must_change_password).count(),
            1
        );
    }
}
