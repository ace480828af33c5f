//! 勾選: ticking within limits, order, confirmation, leaving and coming back, filing.

use chrono::Duration;
use licheng::domain::access::Right;
use licheng::domain::act::Act;
use licheng::domain::activity::refusal::ActivityRefusal;
use licheng::domain::id::ItemId;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::refusal::Refusal;
use licheng::domain::selection::{NotSelectable, Part, SelectionRefusal, WhyLeft};
use licheng::domain::term::SchoolYear;
use licheng::domain::window::{Audience, Period, Phase, WindowKind};
use licheng::engine::{Command, ItemView, NewOutcome, Reply, SelectionCommand, SelectionView, Session};

use crate::activities::{activity, add, competition, delete};
use crate::support::school::{EARLIER_TERM, School, at, certify, give_back, submit, undo};

const YEAR: SchoolYear = SchoolYear(113);

fn selection_end() -> licheng::domain::moment::Moment {
    at("2026-01-21T00:00")
}

/// All windows of the earlier term, the selection of its year and the activities are open.
fn school() -> School {
    let school = crate::activities::school();
    let registry = school.login("r1");
    for (kind, period, closes) in [
        (
            WindowKind::OutcomeUpload,
            Period::Term(EARLIER_TERM),
            "2026-02-10T23:59",
        ),
        (
            WindowKind::Certification,
            Period::Term(EARLIER_TERM),
            "2026-02-10T23:59",
        ),
        (WindowKind::Selection, Period::Year(YEAR), "2026-01-20T23:59"),
    ] {
        let command = Command::SetWindow {
            kind,
            period,
            audience: Audience::All,
            opens: at("2026-01-02T08:00"),
            closes: at(closes),
        };
        school.run(&registry, &command).unwrap();
    }
    school
}

fn submitted(school: &School, title: &str) -> ItemView {
    let student = school.login("s1");
    let file = school.stage(&student, "報告.pdf", format!("pdf {title}").as_bytes());
    let new = NewOutcome {
        offering: school.earlier,
        term: EARLIER_TERM,
        ..school.new_outcome(title, vec![file])
    };
    let draft = school.item(&student, &Command::AddOutcome(new));
    school.item(&student, &submit(&draft))
}

fn certified(school: &School, title: &str) -> ItemView {
    school.item(&school.login("t1"), &certify(&submitted(school, title)))
}

fn tick(item: ItemId) -> Command {
    Command::Selection(SelectionCommand::Tick { year: YEAR, item })
}

fn untick(item: ItemId) -> Command {
    Command::Selection(SelectionCommand::Untick { year: YEAR, item })
}

fn confirm(view: &SelectionView) -> Command {
    Command::Selection(SelectionCommand::Confirm {
        year: YEAR,
        seen: view.version,
    })
}

#[track_caller]
fn select(school: &School, session: &Session, command: &Command) -> SelectionView {
    match school.run(session, command) {
        Ok(Reply::Selection(view)) => *view,
        other => panic!("{command:?}: {other:?}"),
    }
}

fn view(school: &School) -> SelectionView {
    school.engine.selection(&school.login("s1"), None).unwrap()
}

fn ids(view: &SelectionView, part: Part) -> Vec<ItemId> {
    view.chosen(part).iter().map(|chosen| chosen.found.id).collect()
}

#[test]
fn certified_outcomes_of_the_year_and_any_activity_can_be_ticked() {
    let school = school();
    let student = school.login("s1");
    let good = certified(&school, "酸鹼滴定");
    let waiting = submitted(&school, "未認證");
    let other_year = school.submitted(&student, "單擺");
    let award = activity(&school, &student, &add(competition(Vec::new())));
    let before = view(&school);
    assert_eq!((before.year, before.version), (YEAR, 0));
    assert_eq!((before.outcome_limit, before.activity_limit), (6, 10));
    assert_eq!(before.outcome_candidates[0].id, good.id);
    assert_eq!(before.activity_candidates[0].id, award.id);
    assert_eq!(
        before
            .not_ready
            .iter()
            .map(|one| one.found.id)
            .collect::<Vec<_>>(),
        [waiting.id],
        "items of other years are not worth a line"
    );
    let refused = |item, why| {
        assert_eq!(
            school.refusal(&student, &tick(item)),
            Refusal::Selection(SelectionRefusal::NotSelectable { why, year: YEAR })
        );
    };
    refused(waiting.id, NotSelectable::State(OutcomeState::Submitted));
    refused(other_year.id, NotSelectable::OtherYear(other_year.facts.term));
    select(&school, &student, &tick(good.id));
    let after = select(&school, &student, &tick(award.id));
    assert_eq!(ids(&after, Part::Outcomes), [good.id]);
    assert_eq!(ids(&after, Part::Activities), [award.id]);
    assert!(after.is_unconfirmed() && after.outcome_candidates.is_empty());
    // Again: nothing changes.
    assert_eq!(select(&school, &student, &tick(award.id)), after);
    let out = select(&school, &student, &untick(award.id));
    assert!(out.activities.is_empty());
    assert_eq!(select(&school, &student, &untick(award.id)), out);
    let stranger = school.login("s2");
    assert_eq!(school.refusal(&stranger, &tick(good.id)), Refusal::NoSuchItem);
    assert_eq!(school.refusal(&stranger, &untick(good.id)), Refusal::NoSuchItem);
}

#[test]
fn six_and_ten_are_the_limits() {
    let school = school();
    let student = school.login("s1");
    for number in 0..6 {
        let item = certified(&school, &format!("成果{number}"));
        select(&school, &student, &tick(item.id));
    }
    let seventh = certified(&school, "第七件");
    let full = |part, limit| {
        Refusal::Selection(SelectionRefusal::Full {
            part,
            year: YEAR,
            limit,
        })
    };
    assert_eq!(
        school.refusal(&student, &tick(seventh.id)),
        full(Part::Outcomes, 6)
    );
    for _ in 0..10 {
        let item = activity(&school, &student, &add(competition(Vec::new())));
        select(&school, &student, &tick(item.id));
    }
    let eleventh = activity(&school, &student, &add(competition(Vec::new())));
    assert_eq!(
        school.refusal(&student, &tick(eleventh.id)),
        full(Part::Activities, 10)
    );
}

#[test]
fn the_order_is_the_students_and_confirming_binds_to_what_was_seen() {
    let school = school();
    let student = school.login("s1");
    let items: Vec<ItemView> = ["甲", "乙", "丙"]
        .iter()
        .map(|title| certified(&school, title))
        .collect();
    for item in &items {
        select(&school, &student, &tick(item.id));
    }
    let order = |items: &[ItemId]| {
        Command::Selection(SelectionCommand::Order {
            year: YEAR,
            part: Part::Outcomes,
            items: items.to_vec(),
        })
    };
    let [one, two, three] = [items[0].id, items[1].id, items[2].id];
    let seen = view(&school);
    let ordered = select(&school, &student, &order(&[three, one, two]));
    assert_eq!(ids(&ordered, Part::Outcomes), [three, one, two]);
    for strange in [&[three, one][..], &[three, one, one], &[three, one, two, two]] {
        assert_eq!(
            school.refusal(&student, &order(strange)),
            Refusal::Selection(SelectionRefusal::OtherItems)
        );
    }
    assert_eq!(
        school.refusal(&student, &confirm(&seen)),
        Refusal::ChangedMeanwhile { seen: 3, current: 4 }
    );
    let confirmed = select(&school, &student, &confirm(&ordered));
    assert_eq!(confirmed.confirmed, Some(school.engine.now()));
    let changed = select(&school, &student, &untick(one));
    assert_eq!(
        changed.confirmed, None,
        "what was confirmed is not what stands there now"
    );
    assert_eq!(ids(&changed, Part::Outcomes), [three, two]);
}

#[test]
fn outside_the_window_everything_is_locked() {
    let school = school();
    let student = school.login("s1");
    let good = certified(&school, "酸鹼滴定");
    select(&school, &student, &tick(good.id));
    school.clock.set(selection_end() - Duration::seconds(1));
    let last = select(&school, &student, &confirm(&view(&school)));
    school.clock.set(selection_end());
    for command in [tick(good.id), untick(good.id), confirm(&last)] {
        let refusal = school.refusal(&student, &command);
        assert!(
            matches!(
                refusal,
                Refusal::WindowShut {
                    kind: WindowKind::Selection,
                    phase: Phase::Closed,
                    ..
                }
            ),
            "{refusal:?}"
        );
    }
    assert_eq!(view(&school), last);
}

#[test]
fn a_returned_item_leaves_and_an_undo_brings_it_back() {
    let school = school();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let items: Vec<ItemView> = ["甲", "乙", "丙"]
        .iter()
        .map(|title| certified(&school, title))
        .collect();
    for item in &items {
        select(&school, &student, &tick(item.id));
    }
    let confirmed = select(&school, &student, &confirm(&view(&school)));
    // The deadline for selecting is over, and the teacher returns one.
    school.clock.set(selection_end());
    let returned = school.item(&teacher, &give_back(items[1].id, items[1].facts.version, false));
    let told = view(&school);
    assert_eq!(ids(&told, Part::Outcomes), [items[0].id, items[2].id]);
    assert_eq!(told.confirmed, None);
    assert_eq!(
        (told.left[0].item, told.left[0].why),
        (items[1].id, WhyLeft::Returned)
    );
    assert_eq!(told.left[0].title, "乙");
    assert_eq!(told.not_ready[0].found.id, items[1].id);
    // Taken back: as if nothing had happened.
    let back = school.item(&teacher, &undo(&returned));
    assert_eq!(back.state(), OutcomeState::Certified);
    let after = view(&school);
    assert_eq!(ids(&after, Part::Outcomes), ids(&confirmed, Part::Outcomes));
    assert_eq!(after.confirmed, confirmed.confirmed);
    assert!(after.left.is_empty());
    // The certification itself taken back: 認證中 again.
    let reopened = school.item(&teacher, &undo(&items[2]));
    assert_eq!(reopened.state(), OutcomeState::Submitted);
    let told = view(&school);
    assert_eq!(
        (told.left[0].item, told.left[0].why),
        (items[2].id, WhyLeft::Reopened)
    );
    // The notice can be read and put away, also after the window.
    let read = Command::Selection(SelectionCommand::NoticesRead { year: YEAR });
    assert!(select(&school, &student, &read).left.is_empty());
}

#[test]
fn a_deleted_activity_leaves_without_a_notice() {
    let school = school();
    let student = school.login("s1");
    let award = activity(&school, &student, &add(competition(Vec::new())));
    select(&school, &student, &tick(award.id));
    select(&school, &student, &confirm(&view(&school)));
    activity(&school, &student, &delete(&award));
    let after = view(&school);
    assert!(after.is_empty() && after.left.is_empty() && after.confirmed.is_none());
}

#[test]
fn filing_freezes_what_was_selected() {
    let school = school();
    let (student, teacher, registry) = (school.login("s1"), school.login("t1"), school.login("r1"));
    // s1 entered in 114 in this school: file the year in which both students are there.
    let terms = Command::SetCurrentTerms {
        outcome: crate::support::school::TERM,
        activity: crate::support::school::TERM,
        selection: SchoolYear(114),
    };
    school.run(&registry, &terms).unwrap();
    let window = |closes: &str| Command::SetWindow {
        kind: WindowKind::Selection,
        period: Period::Year(SchoolYear(114)),
        audience: Audience::All,
        opens: at("2026-01-02T08:00"),
        closes: at(closes),
    };
    school.run(&registry, &window("2026-01-20T23:59")).unwrap();
    let outcome = school.item(&teacher, &certify(&school.submitted(&student, "單擺")));
    let award = activity(&school, &student, &add(competition(Vec::new())));
    let spare = activity(&school, &student, &add(competition(Vec::new())));
    let tick_now = |item| {
        Command::Selection(SelectionCommand::Tick {
            year: SchoolYear(114),
            item,
        })
    };
    select(&school, &student, &tick_now(outcome.id));
    select(&school, &student, &tick_now(award.id));
    let file = Command::Selection(SelectionCommand::File {
        year: SchoolYear(114),
        grade: Some(1),
    });
    let nothing = Refusal::Selection(SelectionRefusal::NothingToFile {
        year: SchoolYear(114),
    });
    assert_eq!(
        school.refusal(&registry, &file),
        nothing,
        "the window is still open"
    );
    assert_eq!(
        school.refusal(&student, &file),
        Refusal::NoRight {
            right: Right::FilePortfolios
        }
    );
    let all = || {
        school
            .engine
            .selections_of_all(&registry, SchoolYear(114))
            .unwrap()
    };
    let row = |account: &str| all().into_iter().find(|one| one.account == account).unwrap();
    assert_eq!(
        (row("s1").outcomes, row("s1").activities, row("s1").confirmed),
        (1, 1, None)
    );
    assert_eq!(row("s2").outcomes, 0);
    assert!(row("s2").phase.is_open());
    assert!(
        school
            .engine
            .selections_of_all(&student, SchoolYear(114))
            .is_err()
    );

    school.clock.set(selection_end());
    let other_grade = Command::Selection(SelectionCommand::File {
        year: SchoolYear(114),
        grade: Some(3),
    });
    assert_eq!(school.refusal(&registry, &other_grade), nothing);
    assert_eq!(school.run(&registry, &file), Ok(Reply::Done));
    assert_eq!(row("s1").filed, 2);
    let filed = school.engine.item(&student, outcome.id).unwrap();
    assert!(filed.facts.filed);
    assert_eq!(
        school.refusal(&teacher, &give_back(outcome.id, filed.facts.version, true)),
        Refusal::Filed { act: Act::Return }
    );
    let kept = school.engine.activity(&student, award.id).unwrap();
    assert_eq!(kept.facts.filed, Some(1));
    assert_eq!(
        school.refusal(&student, &delete(&kept)),
        Refusal::Activity(ActivityRefusal::Filed { act: Act::Delete })
    );
    activity(&school, &student, &delete(&spare));
    let view = school.engine.selection(&student, None).unwrap();
    assert_eq!(view.filed(), Some(1));
    assert_eq!(
        school.refusal(&registry, &file),
        nothing,
        "nothing is filed twice"
    );
}

#[test]
fn a_repeated_tick_gets_the_first_answer() {
    let school = school();
    let student = school.login("s1");
    let award = activity(&school, &student, &add(competition(Vec::new())));
    let request = school.request();
    let first = school.engine.run(&student, request, &tick(award.id)).unwrap();
    assert_eq!(school.engine.run(&student, request, &tick(award.id)), Ok(first));
    assert_eq!(view(&school).version, 1);
}
