//! Who may give which command, and who may look at what: every command by every role, to what is one's
//! own and what is not, in every phase of the windows, through the engine. The expectations are written
//! down a second time here; the table they check is `domain::access`.

#[path = "permissions/made.rs"]
mod made;
#[path = "permissions/officer.rs"]
mod officer;
#[path = "permissions/play.rs"]
mod play;
#[path = "permissions/rows.rs"]
mod rows;

use std::collections::HashMap;

use licheng::domain::copies::CopyRefusal;
use licheng::domain::dates::DatesRefusal;
use licheng::domain::file::Slot;
use licheng::domain::officer_post::OfficerRefusal;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::receipt::ReceiptRefusal;
use licheng::domain::refusal::Refusal;
use licheng::domain::selection::SelectionRefusal;
use licheng::engine::{Command, DatesCommand, Extension, ExtensionFor, Failure, Reply};

use play::{Play, Scene, When, Who};
use rows::{Phases, Row, rows};

/// What came of a command, as far as permissions go.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Done,
    /// The role has not got the right.
    NoRight,
    /// Unknown, or somebody else's: the same words for both.
    NotThere,
    /// Seen, but another person's to do.
    Anothers,
    /// The window is shut.
    Shut,
    /// Such a command does not exist in this kind of library.
    OtherLibrary,
    /// Something else: never expected.
    Else(String),
}

fn outcome(answer: &Result<Reply, Failure>) -> Outcome {
    match answer {
        // A batch of one that left this one alone.
        Ok(Reply::Batch(batch)) => match batch.refused.first() {
            Some((_, refusal)) => refused(refusal),
            None => Outcome::Done,
        },
        Ok(_) => Outcome::Done,
        Err(Failure::Refused(refusal)) => refused(refusal),
        Err(Failure::Store(error)) => Outcome::Else(error.to_string()),
    }
}

fn refused(refusal: &Refusal) -> Outcome {
    match refusal {
        Refusal::NoRight { .. } => Outcome::NoRight,
        Refusal::NoSuchItem
        | Refusal::NoSuchCourse
        | Refusal::NoSuchAccount
        | Refusal::Officer(OfficerRefusal::NoSuchPost)
        | Refusal::Dates(DatesRefusal::NoSuchAnnouncement) => Outcome::NotThere,
        // May be done; there is nothing to do it to.
        Refusal::Selection(SelectionRefusal::NothingToFile { .. })
        | Refusal::Receipt(ReceiptRefusal::NoList { .. } | ReceiptRefusal::NothingReported)
        | Refusal::Copy(CopyRefusal::NothingToAccept) => Outcome::Done,
        Refusal::CannotUndo => Outcome::Anothers,
        Refusal::WindowShut { .. } => Outcome::Shut,
        Refusal::NotInThisLibrary { .. }
        | Refusal::NotADemonstration
        | Refusal::Officer(OfficerRefusal::NoOfficeHere) => Outcome::OtherLibrary,
        other => Outcome::Else(format!("{other:?}")),
    }
}

fn expected(row: &Row, who: Who, when: When) -> Outcome {
    let personal = who == Who::LibraryOwner;
    if row.other_library.contains(&who) {
        return Outcome::OtherLibrary;
    }
    if row.foreign.contains(&who) {
        return Outcome::NotThere;
    }
    let anothers = row.anothers.contains(&who);
    if !row.done.contains(&who) && !anothers {
        return Outcome::NoRight;
    }
    let open = match row.phases {
        Phases::Any => true,
        Phases::Open => {
            matches!(when, When::Open | When::ClosingSoon) || personal && when == When::Unannounced
        }
    };
    match (open, anothers) {
        (false, _) => Outcome::Shut,
        (true, true) => Outcome::Anothers,
        (true, false) => Outcome::Done,
    }
}

fn check_all(scenes: &HashMap<When, Scene>) -> usize {
    let mut granted = 0;
    for (when, scene) in scenes {
        let mut play = scene.begin();
        for row in rows() {
            for who in Who::ALL {
                let Some(session) = play.session(who).cloned() else {
                    continue;
                };
                let command = (row.make)(&play, who);
                assert!((row.is)(&command), "{}: made {command:?}", row.name);
                let answer = play.run(&session, &command);
                assert_eq!(
                    outcome(&answer),
                    expected(&row, who, *when),
                    "{} by {who:?} at {when:?}",
                    row.name
                );
                if answer.is_ok() {
                    granted += 1;
                    play = scene.begin();
                }
            }
        }
    }
    granted
}

#[test]
fn every_command_by_everybody_in_a_school() {
    let granted = check_all(&play::school());
    assert!(granted > 100, "{granted} were granted");
}

#[test]
fn every_command_by_the_owner_of_a_personal_library() {
    let granted = check_all(&play::personal());
    assert!(granted > 40, "{granted} were granted");
}

#[test]
fn a_right_of_a_row_is_the_right_of_the_table() {
    use licheng::domain::access::{Role, may};
    let scenes = play::school();
    let play = scenes[&When::Open].begin();
    for row in rows() {
        let right = (row.make)(&play, Who::Owner).right();
        let roles = [
            (Who::Owner, Role::Student),
            (Who::Teacher, Role::Teacher),
            (Who::Homeroom, Role::Homeroom),
            (Who::Registry, Role::Registry),
            (Who::StudentAffairs, Role::StudentAffairs),
            (Who::Administrator, Role::Administrator),
        ];
        for (who, role) in roles {
            let named = [row.done, row.foreign, row.other_library]
                .iter()
                .any(|list| list.contains(&who));
            assert_eq!(may(&[role], right), named, "{} and {role:?}", row.name);
        }
    }
}

/// All ways of looking at an item say the same.
fn looks(play: &Play<'_>, who: Who, state: OutcomeState) -> Vec<bool> {
    let session = play.session(who).unwrap();
    let item = play.things().in_state(state);
    let engine = &play.engine;
    let file = engine
        .item(play.session(Who::Owner).unwrap(), item)
        .unwrap()
        .files[0]
        .id;
    vec![
        engine.item(session, item).is_ok(),
        engine.history(session, item).is_ok(),
        engine.read_file(session, item, Slot::Document).is_ok(),
        engine.file(session, item, file).is_ok(),
    ]
}

#[test]
fn contents_are_seen_by_nobody_else() {
    let scenes = play::school();
    for when in When::ALL {
        let play = scenes[&when].begin();
        for state in OutcomeState::ALL {
            for who in Who::ALL.into_iter().filter(|who| *who != Who::LibraryOwner) {
                let teaches = matches!(who, Who::Teacher | Who::Deputy);
                let sees = who == Who::Owner || teaches && state != OutcomeState::Draft;
                let label = format!("{state:?} by {who:?} at {when:?}");
                assert_eq!(looks(&play, who, state), [sees; 4], "{label}");
                let session = play.session(who).unwrap();
                let item = play.things().in_state(state);
                let case = play.engine.case(session, item).is_ok();
                assert_eq!(case, teaches && state != OutcomeState::Draft, "{label}");
                let queue = play.engine.queue(session).unwrap();
                assert_eq!(queue.row(item).is_some(), case, "{label}");
                if who != Who::Owner {
                    assert!(play.engine.items(session, None, false).unwrap().is_empty());
                    assert!(play.engine.item(session, play.things().trashed.0).is_err());
                }
            }
        }
    }
}

#[test]
fn a_teacher_does_not_learn_which_other_items_hold_the_same_bytes() {
    use crate::support::school::{School, certify, submit};
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let handed_in = school.submitted_bytes(&student, school.physics, b"pdf same");
    let file = school.stage(&student, "草稿.pdf", b"pdf same");
    let draft = school.item(
        &student,
        &Command::AddOutcome(school.new_outcome("草稿", vec![file])),
    );
    let own = school.engine.item(&student, handed_in.id).unwrap();
    assert_eq!(own.same_bytes, [draft.id]);
    let seen = school.engine.item(&teacher, handed_in.id).unwrap();
    assert!(seen.same_bytes.is_empty());
    assert!(school.item(&teacher, &certify(&seen)).same_bytes.is_empty());
    assert!(!school.item(&student, &submit(&draft)).same_bytes.is_empty());
}

#[test]
fn an_extension_of_one_student_is_known_to_that_student_and_the_office() {
    use crate::support::school::{School, TERM, opening};
    use licheng::domain::window::{Audience, Period, WindowKind};
    let school = School::new();
    let extension = Command::Dates(DatesCommand::Extend(Extension {
        kind: WindowKind::OutcomeUpload,
        period: Period::Term(TERM),
        whom: ExtensionFor::Student("s1".into()),
        opens: None,
        closes: opening() + chrono::Duration::days(90),
        reason: "住院".into(),
    }));
    school.run(&school.login("r1"), &extension).unwrap();
    let known = |account: &str| {
        let windows = school.engine.windows(&school.login(account)).unwrap();
        windows
            .iter()
            .any(|view| matches!(view.window.audience, Audience::Student(_)))
    };
    for (account, expected) in [
        ("s1", true),
        ("r1", true),
        ("a1", true),
        ("s2", false),
        ("t1", false),
    ] {
        assert_eq!(known(account), expected, "{account}");
    }
}

#[test]
fn officer_posts_are_imported_by_student_affairs_alone() {
    use licheng::domain::id::CommandId;
    use licheng::domain::roster::RosterKind;
    use licheng::engine::ImportCommand;
    let scenes = play::school();
    let play = scenes[&When::Open].begin();
    let command = Command::Import(ImportCommand::UndoLast {
        import: CommandId(1),
        kind: RosterKind::OfficerPosts,
    });
    for who in Who::ALL.into_iter().filter(|who| *who != Who::LibraryOwner) {
        let answer = outcome(&play.run(play.session(who).unwrap(), &command));
        let expected = who == Who::StudentAffairs;
        assert_eq!(answer != Outcome::NoRight, expected, "{who:?}: {answer:?}");
    }
}
