//! Works of whole classes that wait for their teachers, so that certifying can be tried: a queue of some
//! length, and one of each thing a teacher should look at twice.

use crate::domain::outcome::ReturnReason;

use super::courses::{self, ALL};
use super::people::{self, Student};
use super::samples::{self, Sample};
use super::works::{Fate, Made, Work, work};

/// So many wait for each of the teachers of [`ASSIGNED`].
const WAITING: usize = 22;

/// What the classes of three teachers had to hand in.
const ASSIGNED: [&[Made]; 3] = [
    &[
        (courses::PROGRAMMING, &samples::PROGRAM_REPORT),
        (courses::PROGRAMMING, &samples::QUIZ_PROGRAM_SCREEN),
        (courses::PROGRAMMING, &samples::IT_WORKSHEET),
        (courses::PROGRAMMING, &samples::INSERTION_SORT),
    ],
    &[
        (courses::ENGLISH, &samples::ENGLISH_ESSAY),
        (courses::ENGLISH, &samples::ENGLISH_ESSAY),
        (courses::ENGLISH, &samples::ENGLISH_SPEECH),
    ],
    &[
        (courses::ART, &samples::WATERCOLOUR_TIDE),
        (courses::LIVING_ART, &samples::DUSK_RIDGES),
        (courses::ART, &samples::ART_STATEMENT),
        (courses::ART, &samples::CLUB_BADGE),
        (courses::LIVING_ART, &samples::SMALL_COMPOSITION),
    ],
];

/// Two neighbours of one class: the second handed in what the first made.
const MAKER: usize = 12;
const COPIER: usize = 13;
/// Handed in again what had come back.
const STUBBORN: usize = 15;
/// Has the same work certified already, in another record.
const TWICE: usize = 17;

/// Adds to what is there.
pub(super) fn add(works: &mut Vec<Work>, students: &[Student]) {
    works.extend(to_look_at_twice());
    for assigned in ASSIGNED {
        let teacher = ALL[assigned[0].0].teacher;
        let there = works.iter().filter(|work| waits_for(work, teacher)).count();
        let mut missing = WAITING.saturating_sub(there);
        let mut next = assigned.iter().cycle();
        // From both classes in turn.
        let half = students.len() / 2;
        let order = (0..half).flat_map(|seat| [seat, seat + half]);
        for (place, student) in order.filter_map(|place| Some((place, students.get(place)?))) {
            let (course, sample) = *next.next().unwrap_or(&assigned[0]);
            let special = [people::SHOWCASE, people::FULL, people::FIRST_LOGIN].contains(&place);
            if missing == 0 {
                break;
            }
            if special || !ALL[course].is_taken_by(place, student) || has(works, place, sample) {
                continue;
            }
            // Handed in over three weeks, one or two a day.
            let days = i64::try_from(missing).unwrap_or(0) + 2;
            works.push(work(place, (course, sample), days, Fate::Submitted));
            missing -= 1;
        }
    }
}

fn to_look_at_twice() -> Vec<Work> {
    let essay: Made = (courses::ENGLISH, &samples::ENGLISH_ESSAY);
    let note = "檔名和說明寫的不是同一份，請確認是不是傳錯了。";
    let stubborn = Fate::Resubmitted(ReturnReason::WrongFile, note);
    let drawing: Made = (courses::ART, &samples::WATERCOLOUR_TIDE);
    vec![
        work(MAKER, essay, 12, Fate::Submitted),
        Work {
            copy_of: MAKER,
            ..work(COPIER, essay, 7, Fate::Submitted)
        },
        work(STUBBORN, essay, 10, stubborn),
        work(TWICE, drawing, 28, Fate::Certified),
        work(TWICE, drawing, 5, Fate::Submitted),
    ]
}

fn waits_for(work: &Work, teacher: &str) -> bool {
    let waits = !matches!(work.fate, Fate::Draft | Fate::Certified | Fate::Returned(..));
    waits && ALL[work.course].teacher == teacher
}

fn has(works: &[Work], student: usize, sample: &Sample) -> bool {
    works
        .iter()
        .any(|work| work.student == student && std::ptr::eq(work.sample.bytes, sample.bytes))
}

#[cfg(test)]
mod tests {
    use super::super::works;
    use super::*;

    #[test]
    fn three_teachers_have_something_to_do() {
        let works = works::all(&people::students());
        for assigned in ASSIGNED {
            let teacher = ALL[assigned[0].0].teacher;
            let waiting = works.iter().filter(|work| waits_for(work, teacher));
            assert!(waiting.count() >= 20, "{teacher}");
        }
    }

    #[test]
    fn every_file_is_somebodys_own_but_one() {
        let works = works::all(&people::students());
        let copied: Vec<_> = works.iter().filter(|work| work.copy_of != work.student).collect();
        assert_eq!(copied.len(), 1);
        let students = people::students();
        assert_eq!(students[MAKER].class, students[COPIER].class);
        let own = samples::ENGLISH_ESSAY.as_made_by(MAKER);
        assert_ne!(own, samples::ENGLISH_ESSAY.as_made_by(STUBBORN));
    }
}
