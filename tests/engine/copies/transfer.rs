//! From school to school.

use std::io::Cursor;
use std::ops::ControlFlow;

use licheng::domain::copies::CopyRefusal;
use licheng::domain::outcome::{Origin, OutcomeState};
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, CopyCommand, Fate, ItemView, Placement};

use super::{refused, school_with_work, unpack};
use crate::support::school::certify;

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
    assert!(!String::from_utf8_lossy(&unpack(&copy)["portfolio.json"]).contains("T∝√L"));

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
