//! Files: staging, slots, sizes, endings, equal bytes.

use licheng::domain::file::{ContentProblem, FileKind, FileProblem, ForeignKind, Slot};
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, Failure, OutcomeChanges, StagedFile};
use md5::{Digest, Md5};

use crate::support::school::School;

fn problem(answer: Result<impl std::fmt::Debug, Failure>) -> FileProblem {
    match answer {
        Err(Failure::Refused(Refusal::File { problem, .. })) => problem,
        other => panic!("should be refused: {other:?}"),
    }
}

#[test]
fn bytes_come_back_as_they_went_in() {
    let school = School::new();
    let student = school.login("s1");
    let content: Vec<u8> = b"pdf"
        .iter()
        .copied()
        .chain((0..3_000_000_u32).map(|n| (n % 251) as u8))
        .collect();
    let sound = b"mp3 sound".to_vec();
    let files = vec![
        school.stage(&student, "報告.pdf", &content),
        school.stage(&student, "口述.mp3", &sound),
    ];
    let item = school.item(&student, &Command::AddOutcome(school.new_outcome("單擺", files)));
    let document = item.file(Slot::Document).unwrap();
    assert_eq!(document.blake3, *blake3::hash(&content).as_bytes());
    assert_eq!(document.md5[..], Md5::digest(&content)[..]);
    assert_eq!(document.bytes, content.len() as u64);
    assert_eq!(
        school
            .engine
            .read_file(&student, item.id, Slot::Document)
            .unwrap()
            .bytes,
        content
    );
    assert_eq!(
        school
            .engine
            .read_file(&student, item.id, Slot::Media)
            .unwrap()
            .bytes,
        sound
    );
    let other = school.login("s2");
    assert!(school.engine.read_file(&other, item.id, Slot::Document).is_err());
    let teacher = school.login("t1");
    assert!(
        school
            .engine
            .read_file(&teacher, item.id, Slot::Document)
            .is_err(),
        "drafts are the student's alone"
    );
}

#[test]
fn too_big_to_the_byte() {
    let school = School::new();
    let student = school.login("s1");
    let over = school
        .engine
        .stage_open(&student, 10_485_761, "影片.mp4")
        .map(|_| ());
    assert_eq!(
        problem(over),
        FileProblem::TooBig {
            bytes: 10_485_761,
            limit: 10_485_760,
            slot: Slot::Media
        }
    );
    let mut pdf = b"pdf".to_vec();
    pdf.resize(4_194_305, b'x');
    let file = school.stage(&student, "報告.pdf", &pdf);
    let add = Command::AddOutcome(school.new_outcome("太大", vec![file]));
    let Refusal::File { name, problem } = school.refusal(&student, &add) else {
        panic!()
    };
    assert_eq!(name, "報告.pdf");
    assert_eq!(
        problem,
        FileProblem::TooBig {
            bytes: 4_194_305,
            limit: 4_194_304,
            slot: Slot::Document
        }
    );
    pdf.truncate(4_194_304);
    let file = school.stage(&student, "報告.pdf", &pdf);
    school.item(
        &student,
        &Command::AddOutcome(school.new_outcome("剛好", vec![file])),
    );
}

#[test]
fn content_decides_and_a_wrong_ending_is_asked_about() {
    let school = School::new();
    let student = school.login("s1");
    let unknown = school
        .engine
        .stage_bytes(&student, "報告.pdf", b"MZ program")
        .map(|_| ());
    assert_eq!(
        problem(unknown),
        FileProblem::Content(ContentProblem::Unaccepted(ForeignKind::Unknown))
    );
    let empty = school.engine.stage_bytes(&student, "報告.pdf", b"").map(|_| ());
    assert_eq!(problem(empty), FileProblem::Content(ContentProblem::Empty));
    let file = school.stage(&student, "照片.png", b"jpg picture");
    let add = |file: StagedFile| Command::AddOutcome(school.new_outcome("照片", vec![file]));
    let Refusal::File { problem, .. } = school.refusal(&student, &add(file.clone())) else {
        panic!()
    };
    assert_eq!(problem, FileProblem::WrongEnding { kind: FileKind::Jpeg });
    let item = school.item(
        &student,
        &add(StagedFile {
            ending_confirmed: true,
            ..file
        }),
    );
    assert_eq!(item.files[0].name, "照片.png.jpg");
}

#[test]
fn one_document_and_one_recording() {
    let school = School::new();
    let student = school.login("s1");
    let files = vec![
        school.stage(&student, "一.pdf", b"pdf 1"),
        school.stage(&student, "二.png", b"png 2"),
    ];
    let Refusal::File { problem, .. } =
        school.refusal(&student, &Command::AddOutcome(school.new_outcome("兩份", files)))
    else {
        panic!()
    };
    assert_eq!(problem, FileProblem::SlotTaken { slot: Slot::Document });
}

#[test]
fn replacing_and_removing_leave_no_orphans() {
    use licheng::store::ReadContents;
    let school = School::new();
    let student = school.login("s1");
    let item = school.draft(&student, "單擺");
    let files = vec![
        school.stage(&student, "新.png", b"png new"),
        school.stage(&student, "聲.mp3", b"mp3"),
    ];
    let changes = OutcomeChanges {
        files,
        ..Default::default()
    };
    let item = school.item(
        &student,
        &Command::EditOutcome {
            item: item.id,
            seen: item.facts.version,
            changes,
        },
    );
    assert_eq!(
        item.files
            .iter()
            .map(|file| file.name.as_str())
            .collect::<Vec<_>>(),
        ["新.png", "聲.mp3"]
    );
    let changes = OutcomeChanges {
        remove: vec![Slot::Media],
        ..Default::default()
    };
    let item = school.item(
        &student,
        &Command::EditOutcome {
            item: item.id,
            seen: item.facts.version,
            changes,
        },
    );
    assert_eq!(item.files.len(), 1);
    let contents = school
        .engine
        .library()
        .read(|txn| txn.content_ids().map_err(Failure::from))
        .unwrap();
    assert_eq!(contents, [item.files[0].id.0]);
}

#[test]
fn the_same_bytes_are_pointed_out_within_one_students_items_only() {
    let school = School::new();
    let (one, other) = (school.login("s1"), school.login("s2"));
    let first = school.draft(&one, "單擺");
    let (_, staged) = school
        .engine
        .stage_bytes(&one, "又一份.pdf", "pdf 單擺".as_bytes())
        .unwrap();
    assert_eq!(staged.same_bytes, [first.id]);
    let (_, foreign) = school
        .engine
        .stage_bytes(&other, "我的.pdf", "pdf 單擺".as_bytes())
        .unwrap();
    assert_eq!(foreign.same_bytes, [], "nobody learns what a classmate handed in");
    let second = school.draft(&one, "單擺");
    assert_eq!(second.same_bytes, [first.id], "a warning, never a block");
}

#[test]
fn staged_content_is_its_owners_alone() {
    let school = School::new();
    let (one, other) = (school.login("s1"), school.login("s2"));
    let file = school.stage(&one, "報告.pdf", b"pdf mine");
    let add = Command::AddOutcome(school.new_outcome("不是我的", vec![file]));
    assert_eq!(school.refusal(&other, &add), Refusal::StageMissing);
}

#[test]
fn quota_counts_every_state_but_not_the_trash() {
    let limits = licheng::domain::limits::Limits {
        outcomes_per_term: 2,
        ..Default::default()
    };
    let school = School::with_limits(limits);
    let student = school.login("s1");
    let first = school.draft(&student, "一");
    school.submitted(&student, "二");
    let third = Command::AddOutcome(school.new_outcome("三", Vec::new()));
    assert!(matches!(
        school.refusal(&student, &third),
        Refusal::QuotaReached {
            used: 2,
            limit: 2,
            ..
        }
    ));
    let trashed = school.item(
        &student,
        &Command::DeleteOutcome {
            item: first.id,
            seen: first.facts.version,
        },
    );
    school.item(&student, &third);
    let restore = Command::RestoreOutcome {
        item: first.id,
        seen: trashed.facts.version,
    };
    assert!(matches!(
        school.refusal(&student, &restore),
        Refusal::QuotaReached { .. }
    ));
    assert_eq!(school.engine.status(&student).unwrap().outcomes.used, 2);
}
