//! Finding over all terms, and tags of one's own.

use licheng::domain::activity::Category;
use licheng::domain::activity::refusal::ActivityRefusal;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::engine::{ActivityCommand, Command, FindQuery, FoundKind, NewActivity, Reply};

use super::{activity, add, competition, delete, new, school, with_document};

fn set_tags(item: licheng::domain::id::ItemId, tags: &[&str]) -> Command {
    Command::Activity(ActivityCommand::SetTags {
        item,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    })
}

#[test]
fn outcomes_and_activities_are_found_together() {
    let school = school();
    let student = school.login("s1");
    let draft = school.draft(&student, "單擺實驗");
    let award = activity(
        &school,
        &student,
        &add(with_document(&school, &student, b"pdf a")),
    );
    let typed: super::Typed<'_> = &[
        ("服務名稱", "圖書館志工"),
        ("開始日期", "1140901"),
        ("結束日期", "1140930"),
        ("服務單位名稱", "ＡＢＣ 圖書館"),
    ];
    let service = NewActivity {
        tags: vec!["#志工".into()],
        ..new(Category::Service, typed)
    };
    let service = activity(&school, &student, &add(service));
    let gone = activity(&school, &student, &add(competition(Vec::new())));
    activity(&school, &student, &delete(&gone));
    let other = school.login("s2");
    activity(&school, &other, &add(competition(Vec::new())));

    let find = |query: FindQuery| {
        let mut ids: Vec<_> = school
            .engine
            .find(&student, &query)
            .unwrap()
            .iter()
            .map(|found| found.id)
            .collect();
        ids.sort();
        ids
    };
    let text = |text: &str| FindQuery {
        text: text.into(),
        ..FindQuery::default()
    };
    let sorted = |mut ids: Vec<_>| {
        ids.sort();
        ids
    };
    assert_eq!(find(text("")), sorted(vec![draft.id, award.id, service.id]));
    assert_eq!(find(text("單擺")), [draft.id]);
    assert_eq!(find(text("物理")), [draft.id], "by the name of the course");
    assert_eq!(
        find(text("abc 志工")),
        [service.id],
        "all words, any width and case"
    );
    assert_eq!(find(text("獎狀.pdf")), [award.id], "by the name of a file");
    assert_eq!(find(text("量子")), []);
    let category = FindQuery {
        category: Some(Category::Competition),
        ..FindQuery::default()
    };
    assert_eq!(find(category), [award.id]);
    let tagged = FindQuery {
        tag: Some("志工".into()),
        ..FindQuery::default()
    };
    assert_eq!(find(tagged.clone()), [service.id]);
    assert_eq!(
        school.run(&student, &set_tags(draft.id, &["志工"])),
        Ok(Reply::Done)
    );
    assert_eq!(find(tagged), sorted(vec![draft.id, service.id]));
    let year = FindQuery {
        year: Some(SchoolYear(113)),
        ..FindQuery::default()
    };
    assert_eq!(find(year), []);
    let found = school.engine.find(&student, &text("圖書館")).unwrap();
    assert_eq!(found[0].kind, FoundKind::Activity(Category::Service));
    assert!(found[0].span.is_some());
}

#[test]
fn tags_are_private_and_kept_in_bounds() {
    let school = school();
    let student = school.login("s1");
    let item = activity(&school, &student, &add(competition(Vec::new())));
    let tagged = activity(&school, &student, &set_tags(item.id, &["#科展 ", "科展", ""]));
    assert_eq!(tagged.tags, ["科展"]);
    assert_eq!(
        tagged.facts.version, item.facts.version,
        "tags are beside the item"
    );
    let stranger = school.login("s2");
    assert_eq!(
        school.refusal(&stranger, &set_tags(item.id, &["x"])),
        Refusal::NoSuchItem
    );
    let long = "長".repeat(21);
    assert_eq!(
        school.refusal(&student, &set_tags(item.id, &[&long])),
        Refusal::Activity(ActivityRefusal::TagTooLong { count: 21, limit: 20 })
    );
    let many: Vec<String> = (0..11).map(|number| format!("標籤{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(matches!(
        school.refusal(&student, &set_tags(item.id, &many)),
        Refusal::Activity(ActivityRefusal::TooManyTags { limit: 10 })
    ));
    school.clock.set(super::window_end());
    let cleared = activity(&school, &student, &set_tags(item.id, &[]));
    assert!(cleared.tags.is_empty(), "no window shuts tags");
}
