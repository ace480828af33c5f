//! From adding to filing: files, links, versions, trash, copies, quota, cautions.

use chrono::Duration;
use licheng::domain::act::Act;
use licheng::domain::activity::Category;
use licheng::domain::activity::act::ActivityAttention;
use licheng::domain::activity::link::LinkProblem;
use licheng::domain::activity::record::ActivityCaution;
use licheng::domain::activity::refusal::ActivityRefusal;
use licheng::domain::file::{FileProblem, Slot};
use licheng::domain::quota::Counter;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::engine::{ActivityChanges, ActivityCommand, Command, NewActivity};
use licheng::store::ReadContents;

use super::{
    activity, add, changes, competition, delete, edit, new, restore, school, set_window, window_end,
    with_document,
};
use crate::support::school::{School, TERM};

fn contents(school: &School) -> usize {
    let ids = school
        .engine
        .library()
        .read(|txn| txn.content_ids().map_err(licheng::engine::Failure::from));
    ids.unwrap().len()
}

#[test]
fn an_item_waits_for_its_document_and_gets_it() {
    let school = school();
    let student = school.login("s1");
    let status = || school.engine.status(&student).unwrap();
    let item = activity(&school, &student, &add(competition(Vec::new())));
    assert_eq!((item.facts.term, item.facts.version), (TERM, 1));
    assert!(item.waits_for_document());
    assert_eq!(status().activities.used, 1);
    let now = school.engine.now();
    assert_eq!(
        status().activity_attention(&item, now),
        Some(ActivityAttention::Incomplete),
        "the award is not filled in yet"
    );
    let rest: super::Typed<'_> = &[("競賽等級", "3"), ("獎項", "佳作"), ("個人或團體", "1")];
    let item = activity(
        &school,
        &student,
        &edit(&item, changes(Category::Competition, rest)),
    );
    assert_eq!(
        status().activity_attention(&item, now),
        Some(ActivityAttention::NoDocument)
    );
    let filled = ActivityChanges {
        files: vec![
            school.stage(&student, "獎狀.pdf", b"pdf award"),
            school.stage(&student, "過程.mp4", b"mp4 film"),
        ],
        ..ActivityChanges::default()
    };
    let item = activity(&school, &student, &edit(&item, filled));
    assert_eq!(item.files.len(), 2);
    assert_eq!(
        status().activity_attention(&item, now),
        Some(ActivityAttention::NoDescription)
    );
    let content = school
        .engine
        .read_file(&student, item.id, Slot::Document)
        .unwrap();
    assert_eq!(content.bytes, b"pdf award");
    let fewer = ActivityChanges {
        remove: vec![Slot::Media],
        description: Some("做了什麼".into()),
        ..ActivityChanges::default()
    };
    let item = activity(&school, &student, &edit(&item, fewer));
    assert_eq!((item.files.len(), contents(&school)), (1, 1));
    assert_eq!(status().activity_attention(&item, now), None);
    let history = school.engine.history(&student, item.id).unwrap();
    assert_eq!(
        history.len(),
        7,
        "created, edited, two files added, edited, one removed, edited"
    );
}

#[test]
fn foreign_and_stale_commands_change_nothing() {
    let school = school();
    let (student, other, teacher) = (school.login("s1"), school.login("s2"), school.login("t1"));
    let item = activity(
        &school,
        &student,
        &add(with_document(&school, &student, b"pdf a")),
    );
    let words = || changes(Category::Competition, &[("獎項", "佳作")]);
    assert_eq!(school.refusal(&other, &edit(&item, words())), Refusal::NoSuchItem);
    assert!(matches!(
        school.refusal(&teacher, &edit(&item, words())),
        Refusal::NoRight { .. }
    ));
    for stranger in [&other, &teacher] {
        assert!(school.engine.activity(stranger, item.id).is_err());
        assert!(
            school
                .engine
                .read_file(stranger, item.id, Slot::Document)
                .is_err()
        );
        assert!(school.engine.history(stranger, item.id).is_err());
    }
    activity(&school, &student, &edit(&item, words()));
    assert_eq!(
        school.refusal(&student, &edit(&item, words())),
        Refusal::ChangedMeanwhile { seen: 1, current: 2 }
    );
    // An outcome's commands do not reach an activity.
    let submit = Command::SubmitOutcome {
        item: item.id,
        seen: 2,
    };
    assert_eq!(school.refusal(&student, &submit), Refusal::NoSuchItem);
}

#[test]
fn a_repeated_request_gets_the_first_answer() {
    let school = school();
    let student = school.login("s1");
    let request = school.request();
    let command = add(competition(Vec::new()));
    let first = school.engine.run(&student, request, &command).unwrap();
    assert_eq!(school.engine.run(&student, request, &command), Ok(first));
    assert_eq!(school.engine.activities(&student, false).unwrap().len(), 1);
}

#[test]
fn links_and_files_are_judged() {
    let school = school();
    let student = school.login("s1");
    let with_link = |link: &str| NewActivity {
        link: link.into(),
        ..competition(Vec::new())
    };
    let problem = |link| school.refusal(&student, &add(with_link(link)));
    let refused = |problem| Refusal::Activity(ActivityRefusal::Link { problem });
    assert_eq!(problem("http://example.org"), refused(LinkProblem::NotHttps));
    assert_eq!(problem("https://example"), refused(LinkProblem::Malformed));
    let item = activity(&school, &student, &add(with_link(" https://example.org/作品 ")));
    assert_eq!(item.link.as_deref(), Some("https://example.org/作品"));
    let none = ActivityChanges {
        link: Some(String::new()),
        ..ActivityChanges::default()
    };
    assert_eq!(activity(&school, &student, &edit(&item, none)).link, None);
    let two_documents = vec![
        school.stage(&student, "a.pdf", b"pdf a"),
        school.stage(&student, "b.jpg", b"jpg b"),
    ];
    assert!(matches!(
        school.refusal(&student, &add(competition(two_documents))),
        Refusal::File {
            problem: FileProblem::SlotTaken { .. },
            ..
        }
    ));
    let long = NewActivity {
        description: "字".repeat(101),
        ..competition(Vec::new())
    };
    assert_eq!(
        school.refusal(&student, &add(long)),
        Refusal::DescriptionTooLong {
            count: 101,
            limit: 100
        }
    );
}

#[test]
fn staged_files_are_used_up_once() {
    let school = school();
    let student = school.login("s1");
    let new = with_document(&school, &student, b"pdf once");
    activity(&school, &student, &add(new.clone()));
    assert_eq!(school.refusal(&student, &add(new)), Refusal::StageMissing);
}

#[test]
fn twenty_per_term_and_the_trash_does_not_count() {
    let school = school();
    let student = school.login("s1");
    let first = activity(&school, &student, &add(competition(Vec::new())));
    for _ in 1..20 {
        activity(&school, &student, &add(competition(Vec::new())));
    }
    let full = Refusal::QuotaReached {
        counter: Counter::Activity,
        term: TERM,
        used: 20,
        limit: 20,
        more: 1,
    };
    let copy = Command::Activity(ActivityCommand::Copy {
        item: first.id,
        with_files: true,
    });
    assert_eq!(school.refusal(&student, &add(competition(Vec::new()))), full);
    assert_eq!(school.refusal(&student, &copy), full);
    let trashed = activity(&school, &student, &delete(&first));
    assert_eq!(school.engine.status(&student).unwrap().activities.used, 19);
    activity(&school, &student, &copy);
    assert_eq!(school.refusal(&student, &restore(&trashed)), full);
    // Outcomes are counted apart.
    school.draft(&student, "單擺");
    assert_eq!(school.engine.status(&student).unwrap().outcomes.used, 1);
}

#[test]
fn a_closed_item_is_corrected_as_a_copy() {
    let school = school();
    let student = school.login("s1");
    let item = activity(
        &school,
        &student,
        &add(with_document(&school, &student, b"pdf award")),
    );
    school.clock.set(window_end());
    let award = || changes(Category::Competition, &[("獎項", "佳作")]);
    assert!(matches!(
        school.refusal(&student, &edit(&item, award())),
        Refusal::WindowShut { .. }
    ));
    assert!(matches!(
        school.refusal(&student, &delete(&item)),
        Refusal::WindowShut { .. }
    ));
    // The next school year opens, and the office switches the activity term.
    set_window(&school, SchoolYear(115), "2026-09-01T08:00", "2027-06-30T23:59");
    let next = Term::new(115, Semester::First);
    let terms = Command::SetCurrentTerms {
        outcome: next,
        activity: next,
        selection: SchoolYear(114),
    };
    school.run(&school.login("r1"), &terms).unwrap();
    school.clock.set(crate::support::school::at("2026-09-05T08:00"));
    let with_files = Command::Activity(ActivityCommand::Copy {
        item: item.id,
        with_files: true,
    });
    let copy = activity(&school, &student, &with_files);
    assert_eq!((copy.facts.term, copy.copied_from), (next, Some(item.id)));
    assert_eq!(copy.values, item.values);
    assert_ne!(copy.files[0].id, item.files[0].id, "nothing is shared");
    assert_eq!(copy.files[0].blake3, item.files[0].blake3);
    assert_eq!(copy.same_bytes, [item.id]);
    let corrected = activity(&school, &student, &edit(&copy, award()));
    assert_eq!(corrected.lacking.len(), copy.lacking.len() - 1);
    assert!(
        matches!(
            school.refusal(&student, &edit(&item, award())),
            Refusal::WindowShut { .. }
        ),
        "the original keeps its own upload year"
    );
    let removed = activity(&school, &student, &delete(&corrected));
    assert_eq!(
        school
            .engine
            .read_file(&student, item.id, Slot::Document)
            .unwrap()
            .bytes,
        b"pdf award"
    );
    assert!(removed.facts.trashed);
}

#[test]
fn the_trash_is_emptied_after_the_year_is_over() {
    let school = school();
    let student = school.login("s1");
    let item = activity(
        &school,
        &student,
        &add(with_document(&school, &student, b"pdf a")),
    );
    let trashed = activity(&school, &student, &delete(&item));
    let trash = trashed.trashed.unwrap();
    assert_eq!(trash.restorable_until, Some(window_end()));
    assert_eq!(trash.removed_on, Some(window_end() + Duration::days(30)));
    assert_eq!(
        school.refusal(&student, &delete(&trashed)),
        Refusal::InTrash { act: Act::Delete }
    );
    let back = activity(&school, &student, &restore(&trashed));
    assert_eq!(
        school.refusal(&student, &restore(&back)),
        Refusal::Activity(ActivityRefusal::NotInTrash)
    );
    activity(&school, &student, &delete(&back));
    school
        .clock
        .set(window_end() + Duration::days(30) - Duration::seconds(1));
    assert_eq!(school.engine.upkeep().unwrap().purged_items, 0);
    school.clock.advance(Duration::seconds(1));
    assert_eq!(school.engine.upkeep().unwrap().purged_items, 1);
    assert!(school.engine.activities(&student, true).unwrap().is_empty());
    assert_eq!(contents(&school), 0);
}

#[test]
fn a_period_that_only_began_earlier_is_a_caution() {
    let school = school();
    let student = school.login("s1");
    let typed: super::Typed<'_> = &[
        ("服務名稱", "圖書館志工"),
        ("開始日期", "1140701"),
        ("結束日期", "1140831"),
    ];
    let item = activity(&school, &student, &add(new(Category::Service, typed)));
    assert!(
        matches!(item.cautions[..], [ActivityCaution::BeganEarlier { .. }]),
        "{:?}",
        item.cautions
    );
    let future = new(Category::Work, &[("名稱", "畫"), ("作品日期", "1150301")]);
    let item = activity(&school, &student, &add(future));
    assert!(matches!(item.cautions[..], [ActivityCaution::InFuture { .. }]));
}

#[test]
fn another_category_takes_along_what_fits() {
    let school = school();
    let student = school.login("s1");
    let typed: super::Typed<'_> = &[
        ("服務名稱", "營隊"),
        ("開始日期", "1140901"),
        ("結束日期", "1140903"),
        ("時數", "24"),
    ];
    let item = activity(&school, &student, &add(new(Category::Service, typed)));
    let moved = ActivityChanges {
        category: Some(Category::Other),
        ..changes(Category::Other, &[("名稱", "科學營")])
    };
    let item = activity(&school, &student, &edit(&item, moved));
    assert_eq!(
        (item.category(), item.title.as_str()),
        (Category::Other, "科學營")
    );
    assert!(item.lacking.is_empty(), "dates and hours came along");
}

#[test]
fn the_office_does_not_certify_but_equal_bytes_are_told() {
    let school = school();
    let student = school.login("s1");
    let item = activity(
        &school,
        &student,
        &add(with_document(&school, &student, b"pdf same")),
    );
    let (_, staged) = school
        .engine
        .stage_bytes(&student, "報告.pdf", *b"pdf same")
        .unwrap();
    assert_eq!(staged.same_bytes, [item.id]);
    assert_eq!(school.engine.title(&student, item.id).unwrap(), "科展");
}
