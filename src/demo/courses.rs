//! The twelve courses of the demonstration school.

use crate::domain::course::CourseKind;
use crate::domain::term::Term;

use super::dates::{LAST_TERM, TERM};
use super::people::{self, Student};

/// A course; its place in [`ALL`] names it in the story.
#[derive(Debug)]
pub(super) struct Course {
    pub term: Term,
    name: &'static str,
    credits: u32,
    kind: CourseKind,
    pub teacher: &'static str,
    takers: Takers,
    code_ending: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takers {
    Both,
    /// 0 or 1
    Class(usize),
    /// Those of both classes who chose it.
    Chosen,
}

pub(super) const CHINESE: usize = 0;
pub(super) const ENGLISH: usize = 1;
pub(super) const MATHEMATICS: usize = 2;
pub(super) const PHYSICS: usize = 3;
pub(super) const BIOLOGY: usize = 4;
pub(super) const HISTORY: usize = 5;
pub(super) const ART: usize = 6;
pub(super) const LIVING_ART: usize = 7;
pub(super) const PROGRAMMING: usize = 8;
pub(super) const LAST_GEOGRAPHY: usize = 10;
pub(super) const LAST_INQUIRY: usize = 11;

pub(super) const ALL: [Course; 12] = [
    course(
        TERM,
        "國語文",
        4,
        CourseKind::MinistryRequired,
        "t01",
        Takers::Both,
        "A1010101",
    ),
    course(
        TERM,
        "英語文",
        4,
        CourseKind::MinistryRequired,
        "t02",
        Takers::Both,
        "A1010102",
    ),
    course(
        TERM,
        "數學A",
        4,
        CourseKind::MinistryRequired,
        "t03",
        Takers::Both,
        "A1010201",
    ),
    course(
        TERM,
        "選修物理－力學一",
        2,
        CourseKind::Advanced,
        "t04",
        Takers::Class(0),
        "A5020401",
    ),
    course(
        TERM,
        "選修生物－細胞與遺傳",
        2,
        CourseKind::Advanced,
        "t05",
        Takers::Class(1),
        "A5020403",
    ),
    course(
        TERM,
        "歷史",
        2,
        CourseKind::MinistryRequired,
        "t06",
        Takers::Both,
        "A1010301",
    ),
    course(
        TERM,
        "美術",
        2,
        CourseKind::MinistryRequired,
        "t07",
        Takers::Both,
        "A1010602",
    ),
    course(
        TERM,
        "藝術生活",
        1,
        CourseKind::SchoolRequired,
        "t07",
        Takers::Both,
        "A2010603",
    ),
    course(
        TERM,
        "程式設計",
        2,
        CourseKind::Elective,
        "t08",
        Takers::Chosen,
        "A3020802",
    ),
    course(
        TERM,
        "自主學習",
        0,
        CourseKind::FlexibleLearning,
        "t05",
        Takers::Both,
        "B8010001",
    ),
    course(
        LAST_TERM,
        "地理",
        2,
        CourseKind::MinistryRequired,
        "t06",
        Takers::Both,
        "A1010302",
    ),
    course(
        LAST_TERM,
        "自然科學探究與實作",
        2,
        CourseKind::MinistryRequired,
        "t04",
        Takers::Both,
        "A1010405",
    ),
];

const fn course(
    term: Term,
    name: &'static str,
    credits: u32,
    kind: CourseKind,
    teacher: &'static str,
    takers: Takers,
    code_ending: &'static str,
) -> Course {
    Course {
        term,
        name,
        credits,
        kind,
        teacher,
        takers,
        code_ending,
    }
}

impl Course {
    /// Whether the student at this place of the list takes it.
    pub(super) fn is_taken_by(&self, place: usize, student: &Student) -> bool {
        match self.takers {
            Takers::Both => true,
            Takers::Class(class) => student.class == class,
            Takers::Chosen => place == people::SHOWCASE || place % 2 == 1,
        }
    }

    fn group(&self) -> String {
        match self.takers {
            Takers::Both => [0, 1].map(|class| people::class_name_in(class, TERM)).join("、"),
            Takers::Class(class) => people::class_name_in(class, TERM).to_owned(),
            Takers::Chosen => "跨班選修".to_owned(),
        }
    }

    /// 入學學年度, a made-up school, 普通型 …: 23 characters.
    pub(super) fn code(&self) -> String {
        format!("113990301H11101{}", self.code_ending)
    }

    /// Term, code and group tell an offering apart.
    fn named(&self) -> [String; 4] {
        let year = self.term.year.to_string();
        [
            year,
            self.term.semester.number().to_string(),
            self.code(),
            self.group(),
        ]
    }
}

/// 類別 as rosters write it.
const fn kind_name(kind: CourseKind) -> &'static str {
    match kind {
        CourseKind::MinistryRequired => "部定必修",
        CourseKind::SchoolRequired => "校訂必修",
        CourseKind::Elective => "多元選修",
        CourseKind::Advanced => "加深加廣選修",
        CourseKind::FlexibleLearning => "彈性學習時間",
        CourseKind::GroupActivity => "團體活動時間",
        CourseKind::Other => "其他",
    }
}

/// Rows of the roster of courses.
pub(super) fn course_rows() -> Vec<Vec<String>> {
    let row = |course: &Course| {
        let [year, semester, code, group] = course.named();
        vec![
            year,
            semester,
            code,
            course.name.to_owned(),
            course.credits.to_string(),
            kind_name(course.kind).to_owned(),
            group,
            course.teacher.to_owned(),
        ]
    };
    ALL.iter().map(row).collect()
}

/// Rows of the roster of enrolments.
pub(super) fn enrolment_rows(students: &[Student]) -> Vec<Vec<String>> {
    let of_course = |course: &'static Course| {
        let takers = students.iter().enumerate();
        takers
            .filter(|(place, student)| course.is_taken_by(*place, student))
            .map(|(_, student)| {
                let [year, semester, code, group] = course.named();
                vec![
                    student.account.clone(),
                    year,
                    semester,
                    code,
                    group,
                    "一般".to_owned(),
                ]
            })
    };
    ALL.iter().flat_map(of_course).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_23_characters_and_differ() {
        let mut codes: Vec<String> = ALL.iter().map(Course::code).collect();
        assert!(codes.iter().all(|code| code.len() == 23), "{codes:?}");
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), 12);
    }

    #[test]
    fn places_name_the_right_courses() {
        let names = [
            CHINESE,
            BIOLOGY,
            HISTORY,
            PROGRAMMING,
            LAST_GEOGRAPHY,
            LAST_INQUIRY,
        ]
        .map(|place| ALL[place].name);
        assert_eq!(
            names,
            [
                "國語文",
                "選修生物－細胞與遺傳",
                "歷史",
                "程式設計",
                "地理",
                "自然科學探究與實作"
            ]
        );
    }
}
