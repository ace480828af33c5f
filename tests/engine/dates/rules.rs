//! Rules of a term: numbers, kinds of files and their source.

use licheng::domain::dates::DatesRefusal;
use licheng::domain::file::{FileKind, FileProblem};
use licheng::domain::limits::Limits;
use licheng::domain::refusal::Refusal;
use licheng::domain::term_rules::LimitName;
use licheng::engine::{Command, OutcomeChanges};

use super::{refused, rules, timetable};
use crate::support::school::{School, TERM, submit};

#[test]
fn changed_rules_leave_alone_what_was_accepted() {
    let school = School::new();
    let (registry, student) = (school.login("r1"), school.login("s1"));
    let long = "長".repeat(60);
    let drafts: Vec<_> = ["甲", "乙", "丙"]
        .map(|title| school.draft(&student, title))
        .into();
    let song = school.stage(&student, "歌.mp3", b"mp3 song");
    let mut with_song = school.new_outcome("歌", vec![song]);
    with_song.description.clone_from(&long);
    let song = school.item(&student, &Command::AddOutcome(with_song));

    let strict = rules(|rules| {
        rules.limits.outcomes_per_term = 2;
        LimitName::DocumentBytes
            .set(&mut rules.limits, 128 * 1024)
            .unwrap();
        rules.limits.description_chars = 20;
        rules.limits.title_chars = 1;
        rules.accepted = vec![FileKind::Pdf];
    });
    school.run(&registry, &strict).unwrap();
    let view = school.engine.term_rules(&student, TERM).unwrap();
    assert_eq!(view.rules.accepted, [FileKind::Pdf]);
    assert_eq!(view.rules.source, "114 學年度課發會決議");
    assert_eq!(view.signed.unwrap().by, "註冊組");
    assert_eq!(school.engine.board(&student).unwrap().accepted, [FileKind::Pdf]);

    // Four of two: submitting, editing, deleting and restoring go on, adding does not.
    for draft in &drafts[..2] {
        school.run(&student, &submit(draft)).unwrap();
    }
    let edit = |item: &licheng::engine::ItemView, changes| Command::EditOutcome {
        item: item.id,
        seen: item.facts.version,
        changes,
    };
    let same_words = OutcomeChanges {
        title: Some("歌".into()),
        description: Some(long),
        ..OutcomeChanges::default()
    };
    let song = school.item(&student, &edit(&song, same_words));
    assert_eq!(song.files.len(), 1, "its mp3 is still there");
    let new_words = OutcomeChanges {
        description: Some("長".repeat(59)),
        ..OutcomeChanges::default()
    };
    assert!(matches!(
        school.refusal(&student, &edit(&song, new_words)),
        Refusal::DescriptionTooLong { count: 59, limit: 20 }
    ));
    let song = school.item(&student, &submit(&song));
    assert_eq!(song.state(), licheng::domain::outcome::OutcomeState::Submitted);
    assert!(matches!(
        school.refusal(&student, &Command::AddOutcome(school.new_outcome("丁", vec![]))),
        Refusal::QuotaReached {
            used: 4,
            limit: 2,
            ..
        }
    ));
    let replace = |file| OutcomeChanges {
        files: vec![file],
        ..OutcomeChanges::default()
    };
    let another = school.stage(&student, "新歌.mp3", b"mp3 another");
    assert_eq!(
        refused(&school, "s1", &edit(&drafts[2], replace(another))),
        DatesRefusal::KindNotAccepted {
            name: "新歌.mp3".into(),
            kind: FileKind::Mp3,
            term: TERM,
            accepted: vec![FileKind::Pdf],
        }
    );
    let large = school.stage(
        &student,
        "大.pdf",
        &[b"pdf".as_slice(), &vec![0; 128 * 1024]].concat(),
    );
    assert!(matches!(
        school.refusal(&student, &edit(&drafts[2], replace(large))),
        Refusal::File {
            problem: FileProblem::TooBig { limit: 131_072, .. },
            ..
        }
    ));
}

#[test]
fn another_term_may_take_larger_files() {
    let school = School::new();
    let larger = rules(|rules| LimitName::DocumentBytes.set(&mut rules.limits, 20 << 20).unwrap());
    let (student, name) = (school.login("s1"), "大.pdf");
    assert!(school.engine.stage_open(&student, 12 << 20, name).is_err());
    school.run(&school.login("r1"), &larger).unwrap();
    assert!(school.engine.stage_open(&student, 12 << 20, name).is_ok());
}

#[test]
fn rules_have_a_source_and_make_sense() {
    let school = School::new();
    assert_eq!(
        refused(&school, "r1", &rules(|rules| rules.source = " ".into())),
        DatesRefusal::SourceMissing
    );
    assert_eq!(
        refused(&school, "r1", &rules(|rules| rules.accepted.clear())),
        DatesRefusal::NothingAccepted
    );
    assert!(matches!(
        refused(&school, "r1", &rules(|rules| rules.limits.outcomes_per_term = 0)),
        DatesRefusal::LimitOutOfRange {
            limit: LimitName::Outcomes,
            value: 0,
            ..
        }
    ));
    assert!(matches!(
        refused(&school, "r1", &rules(|rules| rules.source = "長".repeat(201))),
        DatesRefusal::NoteTooLong {
            count: 201,
            limit: 200
        }
    ));
    assert_eq!(
        timetable(&school)
            .rules
            .iter()
            .filter(|view| view.signed.is_some())
            .count(),
        0
    );
    school.run(&school.login("r1"), &rules(|_| ())).unwrap();
    let without_source = Command::SetLimits {
        term: TERM,
        limits: Limits::default(),
    };
    school.run(&school.login("a1"), &without_source).unwrap();
    let view = school.engine.term_rules(&school.login("s1"), TERM).unwrap();
    assert_eq!(
        view.rules.source, "",
        "the old source says nothing of the new numbers"
    );
    assert_eq!(view.signed.unwrap().by, "管理員");
}

#[test]
fn activities_keep_to_the_files_of_their_term_too() {
    use crate::activities::{activity, add, competition, edit, school};
    use licheng::engine::ActivityChanges;

    let school = school();
    let (registry, student) = (school.login("r1"), school.login("s1"));
    let song = |name| school.stage(&student, name, b"mp3 song");
    let before = activity(&school, &student, &add(competition(vec![song("歌.mp3")])));
    let strict = rules(|rules| {
        rules.accepted = vec![FileKind::Pdf];
        LimitName::DocumentBytes
            .set(&mut rules.limits, 128 * 1024)
            .unwrap();
    });
    school.run(&registry, &strict).unwrap();
    let not_accepted = |name: &str| DatesRefusal::KindNotAccepted {
        name: name.into(),
        kind: FileKind::Mp3,
        term: TERM,
        accepted: vec![FileKind::Pdf],
    };
    let new = add(competition(vec![song("新歌.mp3")]));
    assert_eq!(refused(&school, "s1", &new), not_accepted("新歌.mp3"));
    let put = |files| ActivityChanges {
        files,
        ..ActivityChanges::default()
    };
    let replace = edit(&before, put(vec![song("換歌.mp3")]));
    assert_eq!(refused(&school, "s1", &replace), not_accepted("換歌.mp3"));
    let words = ActivityChanges {
        description: Some("合唱比賽".into()),
        ..ActivityChanges::default()
    };
    let kept = activity(&school, &student, &edit(&before, words));
    assert_eq!(kept.files.len(), 1, "what was accepted before stays");
    let bytes = [b"pdf".as_slice(), &vec![0; 128 * 1024]].concat();
    let large = school.stage(&student, "獎狀.pdf", &bytes);
    let too_big = school.refusal(&student, &add(competition(vec![large])));
    assert!(
        matches!(
            too_big,
            Refusal::File {
                problem: FileProblem::TooBig { limit: 131_072, .. },
                ..
            }
        ),
        "{too_big:?}"
    );
    let small = school.stage(&student, "獎狀.pdf", b"pdf award");
    activity(&school, &student, &add(competition(vec![small])));
}
