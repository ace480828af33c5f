//! The trash is emptied in time, drafts of text survive.

use chrono::Duration;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, Failure};
use licheng::store::ReadContents;

use crate::support::school::{School, upload_end};

#[test]
fn the_trash_is_emptied_thirty_days_after_the_window() {
    let school = School::new();
    let student = school.login("s1");
    let item = school.draft(&student, "單擺");
    let trashed = school.item(
        &student,
        &Command::DeleteOutcome {
            item: item.id,
            seen: item.facts.version,
        },
    );
    let trash = trashed.trashed.unwrap();
    assert_eq!(trash.restorable_until, Some(upload_end()));
    assert_eq!(trash.removed_on, Some(upload_end() + Duration::days(30)));
    school
        .clock
        .set(upload_end() + Duration::days(30) - Duration::seconds(1));
    assert_eq!(school.engine.upkeep().unwrap().purged_items, 0);
    let restore = Command::RestoreOutcome {
        item: item.id,
        seen: trashed.facts.version,
    };
    assert!(matches!(
        school.refusal(&student, &restore),
        Refusal::WindowShut { .. }
    ));
    school.clock.advance(Duration::seconds(1));
    assert_eq!(school.engine.upkeep().unwrap().purged_items, 1);
    assert!(school.engine.items(&student, None, true).unwrap().is_empty());
    let contents = school
        .engine
        .library()
        .read(|txn| txn.content_ids().map_err(Failure::from))
        .unwrap();
    assert!(contents.is_empty());
}

#[test]
fn typed_text_is_kept_until_it_is_saved() {
    let school = School::new();
    let (one, other) = (school.login("s1"), school.login("s2"));
    school
        .engine
        .save_draft(&one, "item/x/description", "打到一半")
        .unwrap();
    school
        .engine
        .save_draft(&one, "item/x/description", "打到一半的字")
        .unwrap();
    assert_eq!(
        school.engine.drafts(&one).unwrap(),
        [("item/x/description".to_owned(), "打到一半的字".to_owned())]
    );
    assert!(school.engine.drafts(&other).unwrap().is_empty());
    school.engine.save_draft(&one, "item/x/description", "").unwrap();
    assert!(school.engine.drafts(&one).unwrap().is_empty());
}
