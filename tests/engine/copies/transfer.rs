//! From school to school.

use super::*;

#[test]
fn records_go_from_school_to_school_and_count_when_they_are_accepted() {
    let (school, _) = school_with_work();
    let office = school.login("r1");
    let mut target = Cursor::new(Vec::new());
    let written = school
        .engine
        .write_transfer(&office, "s1", &mut target, &mut |_| ControlFlow::Continue(()))
        .unwrap();
    let copy = target.into_inner();
    assert_eq!(
        written.items, 3,
        "what was never handed in stays the student's own"
    );
    assert!(!String::from_utf8_lossy(&unpack(&copy)["portfolio.json"]).contains("週期"));

    // The same school serves as the other one: s2 is a student of its own.
    let tell: &mut dyn FnMut(_) -> _ = &mut |_| ControlFlow::Continue(());
    let student = school.login("s2");
    let not_theirs = school
        .engine
        .import_transfer(&student, "s2", Cursor::new(&copy), tell);
    assert!(matches!(refused(not_theirs), Refusal::NoRight { .. }));
    let report = school
        .engine
        .import_transfer(&office, "s2", Cursor::new(&copy), tell)
        .unwrap();
    assert_eq!(report.added.len(), 3);
    assert!(
        report
            .done
            .records
            .iter()
            .all(|record| record.fate == Fate::Add(Placement::Brought))
    );
    let brought = school.engine.brought(&office, "s2").unwrap();
    let certified = brought
        .iter()
        .find(|item| item.state() == OutcomeState::Certified)
        .unwrap();
    assert!(!certified.facts.origin.unwrap().counts_for_filing());

    let accept = |item: &ItemView, reason: &str| {
        Command::Copy(CopyCommand::AcceptCertification {
            item: item.id,
            seen: item.facts.version,
            reason: reason.into(),
        })
    };
    let words = "依轉學證明採認";
    assert!(matches!(
        school.refusal(&student, &accept(certified, words)),
        Refusal::NoRight { .. }
    ));
    assert_eq!(
        school.refusal(&office, &accept(certified, " ")),
        CopyRefusal::ReasonMissing.into()
    );
    let returned = brought
        .iter()
        .find(|item| item.state() == OutcomeState::Returned)
        .unwrap();
    assert_eq!(
        school.refusal(&office, &accept(returned, words)),
        CopyRefusal::NothingToAccept.into()
    );
    let accepted = school.item(&office, &accept(certified, words));
    assert_eq!(accepted.facts.origin, Some(Origin::AcceptedTransfer));
    assert!(accepted.facts.origin.unwrap().counts_for_filing());
    let last = accepted.decisions.last().unwrap();
    assert_eq!((last.by.as_str(), last.note.as_str()), ("註冊組", words));
    assert_eq!(
        school.refusal(&office, &accept(&accepted, words)),
        CopyRefusal::NothingToAccept.into()
    );
    let history = school.engine.history(&student, accepted.id).unwrap();
    assert!(
        history
            .iter()
            .any(|line| format!("{:?}", line.line.event).contains("CertificationAccepted"))
    );
    // What the teachers of this school certify is not the office's to accept.
    let own = school.submitted(&student, "本校的");
    let own = school.item(&school.login("t1"), &certify(&own));
    assert_eq!(
        school.refusal(&office, &accept(&own, words)),
        CopyRefusal::NothingToAccept.into()
    );
}

#[test]
fn activities_go_along_and_come_back() {
    let school = crate::activities::school();
    let student = school.login("s1");
    let picture = school.stage(&student, "獎狀.jpg", b"jpg the diploma");
    let award = activity(&school, &student, &add(competition(vec![picture])));
    let copy = copy_of(&school.engine, &student);
    let entries = unpack(&copy);
    assert!(entries.contains_key("多元表現.csv"));
    assert!(
        entries
            .keys()
            .any(|name| name.starts_with("多元表現/114-1 競賽參與紀錄/01 ") && name.ends_with("獎狀.jpg"))
    );

    let (engine, owner) = personal("activities");
    assert_eq!(check(&engine, &owner, &copy).counts(), (1, 0, 0));
    let report = import(&engine, &owner, &copy);
    assert_eq!(report.added.len(), 1);
    let back = engine.activity(&owner, report.added[0]).unwrap();
    assert_eq!(
        (&back.values, &back.title, &back.link, &back.tags),
        (&award.values, &award.title, &award.link, &award.tags)
    );
    assert_eq!(
        (back.created, back.files[0].blake3),
        (award.created, award.files[0].blake3)
    );
    assert_eq!(import(&engine, &owner, &copy).done.counts(), (0, 1, 0));

    // In a school only as by hand: into the current term, while the window is open.
    let classmate = school.login("s2");
    assert_eq!(import(&school.engine, &classmate, &copy).added.len(), 1);
    let used = school
        .engine
        .status(&classmate)
        .unwrap()
        .usage(Counter::Activity)
        .used;
    assert_eq!(used, 1, "it counts");
    school.clock.set(crate::activities::window_end());
    let later = edited(&copy, |records| {
        let fields = records["items"][0]["activity"]["fields"].as_array_mut().unwrap();
        fields[0]["value"] = "另一場競賽".into();
    });
    let report = import(&school.engine, &classmate, &later);
    assert!(
        matches!(
            report.done.records[0].fate,
            Fate::Refused(Refusal::WindowShut { .. })
        ),
        "{report:?}"
    );
}
