//! A school with one busy teacher: as many submitted items as wanted, each with bytes of its own.

use std::path::Path;
use std::sync::Arc;

use chrono::Duration;
use licheng::domain::access::Role;
use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::limits::Limits;
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::domain::window::{Audience, Period, Window, WindowKind};
use licheng::engine::{
    Command, CurrentTerms, Engine, Face, NewOffering, NewOutcome, NewPerson, NewSchool, Populate, Reply,
    Secret, StagedFile, Surroundings, SystemClock, SystemRandom, demonstration_password,
};
use licheng::media::InProcess;

pub const TERM: Term = Term::new(114, Semester::First);
pub const TEACHER: &str = "t1";
const COURSES: usize = 10;

/// How many, of what.
pub struct Plan<'a> {
    pub students: usize,
    pub items_each: usize,
    /// The file of the n-th item.
    pub file: &'a dyn Fn(usize) -> Vec<u8>,
}

/// Makes the school in a file at `path`, or in memory.
pub fn make(path: Option<&Path>, plan: &Plan<'_>) -> Engine {
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(InProcess),
    };
    let now = surroundings.clock.now();
    let new = NewSchool {
        name: "測試高中".into(),
        code: "000000".into(),
        terms: CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        },
        demonstration: true,
    };
    let engine = Engine::create_school(path, &new, surroundings, Face::CommandLine).unwrap();
    let accounts: Vec<String> = (0..plan.students).map(|number| format!("s{number:04}")).collect();
    let mut people = vec![person(TEACHER, "陳老師", Role::Teacher, 0)];
    people.extend(
        accounts
            .iter()
            .enumerate()
            .map(|(number, account)| person(account, &format!("學生{number:04}"), Role::Student, number)),
    );
    let window = |kind| Window {
        kind,
        period: Period::Term(TERM),
        audience: Audience::All,
        opens: now - Duration::days(1),
        closes: now + Duration::days(30),
    };
    let limits = Limits {
        outcomes_per_term: u32::try_from(plan.items_each).unwrap(),
        ..Limits::default()
    };
    let offerings = engine
        .populate(&Populate {
            people,
            offerings: (0..COURSES).map(|course| offering(course, &accounts)).collect(),
            windows: vec![
                window(WindowKind::OutcomeUpload),
                window(WindowKind::Certification),
            ],
            limits: vec![(TERM, limits)],
            ..Populate::default()
        })
        .unwrap();
    for (place, account) in accounts.iter().enumerate() {
        let session = engine
            .login(account, &Secret::new(demonstration_password(account)))
            .unwrap();
        for item in 0..plan.items_each {
            let number = place * plan.items_each + item;
            let staged = engine
                .stage_bytes(&session, "報告.pdf", (plan.file)(number))
                .unwrap();
            let add = Command::AddOutcome(NewOutcome {
                offering: offerings[number % COURSES],
                term: TERM,
                title: format!("第 {number} 件作品"),
                work_kind: None,
                description: "觀察、紀錄與心得".into(),
                files: vec![StagedFile {
                    stage: staged.0,
                    name: "報告.pdf".into(),
                    ending_confirmed: false,
                }],
            });
            let Reply::Item(new) = engine.run(&session, engine.new_request(), &add).unwrap() else {
                panic!("adding answers with the item");
            };
            let submit = Command::SubmitOutcome {
                item: new.id,
                seen: new.facts.version,
            };
            engine.run(&session, engine.new_request(), &submit).unwrap();
        }
    }
    engine
}

fn person(account: &str, name: &str, role: Role, number: usize) -> NewPerson {
    let is_student = role == Role::Student;
    let class = format!("一年{}班", number / 40 + 1);
    NewPerson {
        account_name: account.into(),
        display_name: name.into(),
        roles: vec![role],
        password: Secret::new(demonstration_password(account)),
        must_change_password: false,
        entry_year: is_student.then_some(SchoolYear(114)),
        placements: if is_student {
            vec![(TERM, class, format!("{:02}", number % 40 + 1))]
        } else {
            Vec::new()
        },
    }
}

fn offering(number: usize, students: &[String]) -> NewOffering {
    NewOffering {
        term: TERM,
        code: format!("114550301H1110{number:09}"),
        name: format!("課程 {number}"),
        credits: Credits::whole(2),
        kind: CourseKind::MinistryRequired,
        group: "一年級".into(),
        teachers: vec![TEACHER.into()],
        students: students
            .iter()
            .map(|student| (student.clone(), EnrolmentMode::Regular))
            .collect(),
        withdrawn: Vec::new(),
    }
}
