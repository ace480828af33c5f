//! What the students of the demonstration school handed in, and what became of it.

use crate::domain::outcome::ReturnReason;

use super::classwork;
use super::courses::{self, ALL};
use super::dice::Dice;
use super::people::{self, Student};
use super::samples::{self, Sample};

/// One outcome with its life until today.
#[derive(Debug)]
pub(super) struct Work {
    /// Places in the lists of students and courses.
    pub student: usize,
    pub course: usize,
    pub sample: &'static Sample,
    /// A second file for the other place of the record.
    pub companion: Option<&'static Sample>,
    /// Whose file it is: the student's own, or another one's who let it be copied.
    pub copy_of: usize,
    pub described: bool,
    pub added_days_ago: i64,
    pub fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Draft,
    Submitted,
    /// 認證中, and the student asks for it back.
    AskedBack,
    Certified,
    Returned(ReturnReason, &'static str),
    /// Returned, and handed in again as it was.
    Resubmitted(ReturnReason, &'static str),
}

pub(super) type Made = (usize, &'static Sample);

/// What fits which course of this term.
const MADE: [Made; 21] = [
    (courses::PROGRAMMING, &samples::PROGRAM_REPORT),
    (courses::PHYSICS, &samples::PHYSICS_LAB),
    (courses::CHINESE, &samples::CHINESE_READING),
    (courses::ENGLISH, &samples::ENGLISH_ESSAY),
    (courses::MATHEMATICS, &samples::MATH_EXPLORATION),
    (courses::HISTORY, &samples::HISTORY_PAPER),
    (courses::ART, &samples::ART_STATEMENT),
    (courses::PROGRAMMING, &samples::IT_WORKSHEET),
    (courses::PHYSICS, &samples::CIRCUIT_DRAWING),
    (courses::PHYSICS, &samples::RC_DISCHARGE_PHOTO),
    (courses::ART, &samples::SCIENCE_NIGHT_POSTER),
    (courses::ART, &samples::WATERCOLOUR_TIDE),
    (courses::LIVING_ART, &samples::DUSK_RIDGES),
    (courses::PROGRAMMING, &samples::QUIZ_PROGRAM_SCREEN),
    (courses::PROGRAMMING, &samples::PLANT_GUIDE_WEBSITE),
    (courses::ART, &samples::CLUB_BADGE),
    (courses::LIVING_ART, &samples::SMALL_COMPOSITION),
    (courses::ENGLISH, &samples::ENGLISH_SPEECH),
    (courses::PHYSICS, &samples::PENDULUM_WAVE),
    (courses::PROGRAMMING, &samples::INSERTION_SORT),
    (courses::BIOLOGY, &samples::BIOLOGY_OBSERVATION),
];

const RETURNS: [(ReturnReason, &str); 4] = [
    (
        ReturnReason::WrongFile,
        "說明寫的是期末版本，檔案卻是期中的草稿，請確認後重新上傳。",
    ),
    (ReturnReason::CannotOpen, ""),
    (ReturnReason::WrongCourse, "這份作品比較像另一門課的作業。"),
    (ReturnReason::StudentAsked, ""),
];

/// Everything, in no particular order.
pub(super) fn all(students: &[Student]) -> Vec<Work> {
    let mut works = showcase();
    works.extend(full(&students[people::FULL]));
    let mut dice = Dice::new(114);
    for (place, student) in students.iter().enumerate() {
        if ![people::SHOWCASE, people::FULL, people::FIRST_LOGIN].contains(&place) {
            works.extend(of_somebody(place, student, &mut dice));
        }
    }
    classwork::add(&mut works, students);
    works
}

pub(super) fn work(student: usize, (course, sample): Made, added_days_ago: i64, fate: Fate) -> Work {
    Work {
        student,
        course,
        sample,
        companion: None,
        copy_of: student,
        described: true,
        added_days_ago,
        fate,
    }
}

/// All four states of this term, and two certified ones of the last for the selection to come.
fn showcase() -> Vec<Work> {
    let me = people::SHOWCASE;
    let returned = Fate::Returned(RETURNS[0].0, RETURNS[0].1);
    vec![
        Work {
            companion: Some(&samples::PENDULUM_WAVE),
            ..work(me, (courses::PHYSICS, &samples::PHYSICS_LAB), 30, Fate::Certified)
        },
        work(me, (courses::ENGLISH, &samples::ENGLISH_ESSAY), 21, returned),
        work(
            me,
            (courses::HISTORY, &samples::HISTORY_PAPER),
            9,
            Fate::Submitted,
        ),
        work(
            me,
            (courses::PROGRAMMING, &samples::PROGRAM_REPORT),
            4,
            Fate::Draft,
        ),
        Work {
            described: false,
            ..work(me, (courses::ART, &samples::WATERCOLOUR_TIDE), 2, Fate::Draft)
        },
        work(
            me,
            (courses::LAST_GEOGRAPHY, &samples::GEOGRAPHY_FIELDWORK),
            160,
            Fate::Certified,
        ),
        work(
            me,
            (courses::LAST_INQUIRY, &samples::RC_DISCHARGE_PHOTO),
            150,
            Fate::Certified,
        ),
    ]
}

/// 20 of 20: all that this student's courses allow.
fn full(student: &Student) -> Vec<Work> {
    let fates = [Fate::Certified, Fate::Submitted, Fate::Certified, Fate::Draft];
    taken_by(people::FULL, student)
        .into_iter()
        .zip(fates.iter().cycle())
        .zip(0..)
        .map(|((made, fate), place)| work(people::FULL, made, 38 - place, *fate))
        .collect()
}

fn taken_by(place: usize, student: &Student) -> Vec<Made> {
    MADE.into_iter()
        .filter(|(course, _)| ALL[*course].is_taken_by(place, student))
        .collect()
}

/// Nobody to three outcomes, as it comes.
fn of_somebody(place: usize, student: &Student, dice: &mut Dice) -> Vec<Work> {
    let mut left = taken_by(place, student);
    let count = dice.below(4).min(left.len());
    (0..count)
        .map(|_| {
            let made = left.swap_remove(dice.below(left.len()));
            let fate = match dice.below(10) {
                0..3 => Fate::Draft,
                3..6 => Fate::Submitted,
                6 => Fate::AskedBack,
                7 => {
                    let (reason, note) = RETURNS[dice.below(RETURNS.len())];
                    Fate::Returned(reason, note)
                }
                _ => Fate::Certified,
            };
            let days = i64::try_from(dice.below(30)).unwrap_or(0) + 6;
            Work {
                described: dice.below(4) > 0,
                ..work(place, made, days, fate)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_student_shows_everything_and_one_has_no_room_left() {
        let students = people::students();
        let works = all(&students);
        let this_term = |place| {
            let of = works.iter().filter(move |work| work.student == place);
            of.filter(|work| ALL[work.course].term == super::super::dates::TERM)
                .count()
        };
        assert_eq!(this_term(people::SHOWCASE), 5);
        assert_eq!(this_term(people::FULL), 20);
        assert!((0..students.len()).skip(2).all(|place| this_term(place) <= 6));
        assert!(
            works
                .iter()
                .all(|work| ALL[work.course].is_taken_by(work.student, &students[work.student]))
        );
    }
}
