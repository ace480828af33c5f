//! 導師 and 代理人.

use super::*;

#[test]
fn a_class_makes_its_teacher_a_homeroom_teacher() {
    let school = School::new();
    let t2 = id(&school, "t2");
    let set = |teacher: Option<AccountId>| AccountCommand::SetHomeroom {
        term: TERM,
        class: "一年1班".into(),
        teacher,
    };
    assert!(matches!(
        school.refusal(&school.login("r1"), &account(set(Some(id(&school, "s1"))))),
        Refusal::People(PeopleRefusal::NotATeacher { .. })
    ));
    assert_eq!(changed(&school, "r1", set(Some(t2))), 1);
    assert_eq!(changed(&school, "r1", set(Some(t2))), 0);
    assert!(login(&school, "t2").unwrap().has(Role::Homeroom));
    let classes = school.engine.classes(&school.login("r1"), TERM).unwrap();
    assert_eq!(classes.len(), 1);
    assert_eq!(classes[0].homeroom, Some((t2, "游喆".into())));
    assert_eq!(classes[0].students, 2);
    changed(&school, "r1", set(Some(id(&school, "t1"))));
    assert!(!login(&school, "t2").unwrap().has(Role::Homeroom));
    changed(&school, "r1", set(None));
    assert!(!login(&school, "t1").unwrap().has(Role::Homeroom));
}

#[test]
fn deputies_begin_and_end() {
    let school = School::new();
    let registry = school.login("r1");
    let (t1, t2) = (id(&school, "t1"), id(&school, "t2"));
    let new = NewDeputyship {
        deputy: t2,
        teacher: t1,
        offering: Some(school.physics),
        from: day(&school, 1),
        until: day(&school, 2),
        reason: "公假".into(),
    };
    type Change = fn(&School, &mut NewDeputyship);
    type IsRight = fn(&PeopleRefusal) -> bool;
    let wrong: [(Change, IsRight); 6] = [
        (
            |school, new| new.until = day(school, 0),
            |refusal| matches!(refusal, PeopleRefusal::DeputyPeriod { .. }),
        ),
        (
            |school, new| (new.from, new.until) = (day(school, -9), day(school, -1)),
            |refusal| matches!(refusal, PeopleRefusal::DeputyPast { .. }),
        ),
        (
            |_, new| new.reason = " ".into(),
            |refusal| *refusal == PeopleRefusal::DeputyReasonMissing,
        ),
        (
            |_, new| new.deputy = new.teacher,
            |refusal| *refusal == PeopleRefusal::DeputyIsTeacher,
        ),
        (
            |school, new| new.deputy = id(school, "s1"),
            |refusal| matches!(refusal, PeopleRefusal::NotATeacher { .. }),
        ),
        (
            |school, new| new.offering = Some(school.history),
            |refusal| matches!(refusal, PeopleRefusal::NotTaught { .. }),
        ),
    ];
    for (spoil, expected) in wrong {
        let mut new = new.clone();
        spoil(&school, &mut new);
        let refusal = school.refusal(&registry, &Command::Deputy(DeputyCommand::Add(new.clone())));
        assert!(
            matches!(&refusal, Refusal::People(refusal) if expected(refusal)),
            "{new:?}: {refusal:?}"
        );
    }
    let item = school.submitted(&school.login("s1"), "單擺");
    let add = Command::Deputy(DeputyCommand::Add(new));
    let Ok(Reply::People(PeopleReply::Deputy(deputy))) = school.run(&registry, &add) else {
        panic!("not added")
    };
    let sees = || school.engine.item(&school.login("t2"), item.id).is_ok();
    let phase = || {
        let all = school.engine.deputies(&registry).unwrap();
        all.iter().find(|view| view.id == deputy).map(|view| view.phase)
    };
    assert_eq!((sees(), phase()), (false, Some(DeputyPhase::Coming)));
    school.clock.advance(Duration::days(1));
    assert_eq!((sees(), phase()), (true, Some(DeputyPhase::Current)));
    let own = school.engine.deputies(&school.login("t2")).unwrap();
    assert!(own.iter().any(|view| view.id == deputy));
    assert!(school.engine.deputies(&school.login("s1")).unwrap().is_empty());
    let end = Command::Deputy(DeputyCommand::End { deputy });
    school.run(&registry, &end).unwrap();
    assert_eq!((sees(), phase()), (false, Some(DeputyPhase::Over)));
    assert_eq!(school.refusal(&registry, &end), PeopleRefusal::DeputyOver.into());
}
