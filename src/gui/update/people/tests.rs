//! The update alone: no worker, no window.

use super::*;
use crate::domain::access::Role;
use crate::domain::account::{InitialPassword, PasswordState, Standing};
use crate::domain::id::AccountId;
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::set_up::SetUp;
use crate::domain::term::{Semester, Term};
use crate::engine::{Command, PasswordProgress, Session};
use crate::gui::preferences::Preferences;
use crate::gui::update::update as apply;
use crate::worker::{Answer, Message, Office, Ticket};

fn start() -> Moment {
    parse_moment("2026-03-04T10:30").unwrap()
}

fn state() -> State {
    let mut state = State::new(start(), Preferences::default());
    state.session = Some(Session {
        account: AccountId(1),
        account_name: "registry".into(),
        display_name: "駱惠敏".into(),
        roles: vec![Role::Registry],
        must_change_password: false,
        standing: Standing::ACTIVE,
        epoch: 1,
    });
    state.route = Route::At(Page::People(PeoplePlace::default()));
    state
}

fn office(waiting: u32) -> Office {
    let row = |id: u64, role| AccountRow {
        id: AccountId(id),
        account: format!("a{id}"),
        name: "林𡘙".into(),
        roles: vec![role],
        standing: Standing::ACTIVE,
        entry_year: None,
        class: String::new(),
        seat: String::new(),
        last_login: None,
        password: PasswordState::Own,
        manageable: role == Role::Student,
    };
    Office {
        term: Term::new(114, Semester::First),
        accounts: vec![
            row(1, Role::Registry),
            row(2, Role::Student),
            row(3, Role::Student),
        ],
        policy: InitialPassword::NationalId,
        passwords: PasswordProgress { ready: 3, waiting },
        classes: Vec::new(),
        deputies: Vec::new(),
        set_up: SetUp::default(),
    }
}

/// The ticket of what was asked, if it was.
fn asked(state: &State, wanted: PeopleAsked) -> Option<Ticket> {
    let found = state
        .asked
        .iter()
        .find(|(_, asked)| **asked == Asked::People(wanted));
    found.map(|(ticket, _)| *ticket)
}

fn hear(state: &mut State, wanted: PeopleAsked, answer: PeopleAnswer) -> Vec<Effect> {
    let ticket = asked(state, wanted).expect("it was asked");
    let message = Message::Answer {
        ticket,
        answer: Box::new(Ok(Answer::People(answer))),
    };
    apply(state, Action::Heard(message), start())
}

fn ready(waiting: u32) -> State {
    let mut state = state();
    look(&mut state);
    let answer = PeopleAnswer::Office(Box::new(office(waiting)));
    hear(&mut state, PeopleAsked::Office, answer);
    state
}

fn prepared(waiting: u32) -> PeopleAnswer {
    PeopleAnswer::Prepared(PasswordProgress {
        ready: 6 - waiting,
        waiting,
    })
}

#[test]
fn first_passwords_are_made_until_none_wait() {
    let mut state = ready(3);
    hear(&mut state, PeopleAsked::Prepare, prepared(1));
    let shown = state.people.office.ready().unwrap().passwords.waiting;
    assert_eq!(shown, 1, "how far it is is known at once");
    hear(&mut state, PeopleAsked::Prepare, prepared(0));
    assert!(asked(&state, PeopleAsked::Prepare).is_none());
    assert!(
        asked(&state, PeopleAsked::Office).is_some(),
        "slips are there now"
    );
    assert!(!state.people.interrupted);
}

#[test]
fn a_password_that_cannot_be_made_is_not_tried_for_ever() {
    let mut state = ready(3);
    hear(&mut state, PeopleAsked::Prepare, prepared(3));
    assert!(state.people.interrupted);
    let answer = PeopleAnswer::Office(Box::new(office(3)));
    hear(&mut state, PeopleAsked::Office, answer);
    assert!(asked(&state, PeopleAsked::Prepare).is_none());
    apply(&mut state, Action::People(PeopleAction::Prepare), start());
    assert!(asked(&state, PeopleAsked::Prepare).is_some(), "but when asked to");
}

#[test]
fn changes_while_passwords_are_made_are_read_once_at_the_end() {
    let mut state = ready(3);
    for _ in 0..5 {
        apply(&mut state, Action::Heard(Message::LibraryChanged), start());
    }
    assert!(asked(&state, PeopleAsked::Office).is_none());
    hear(&mut state, PeopleAsked::Prepare, prepared(0));
    let answer = PeopleAnswer::Office(Box::new(office(0)));
    hear(&mut state, PeopleAsked::Office, answer);
    assert!(asked(&state, PeopleAsked::Office).is_none() && !state.people.stale);
}

#[test]
fn only_those_whom_one_may_change_are_marked() {
    let mut state = ready(0);
    apply(
        &mut state,
        Action::People(PeopleAction::MarkListed(true)),
        start(),
    );
    let marked: Vec<u64> = state.people.marked.iter().map(|id| id.0).collect();
    assert_eq!(marked, [2, 3]);
    let mut left = office(0);
    left.accounts.truncate(2);
    look(&mut state);
    hear(
        &mut state,
        PeopleAsked::Office,
        PeopleAnswer::Office(Box::new(left)),
    );
    assert_eq!(state.people.marked.len(), 1, "who is gone is not marked");
}

#[test]
fn a_student_is_nothing_else() {
    let mut state = ready(0);
    let mut act = |action| {
        apply(&mut state, Action::People(action), start());
        state.people.form.roles.iter().copied().collect::<Vec<Role>>()
    };
    assert_eq!(act(PeopleAction::Ask(PeopleQuestion::Create)), [Role::Student]);
    assert_eq!(act(PeopleAction::TakeRole(Role::Teacher, true)), [Role::Teacher]);
    let both = [Role::Teacher, Role::Registry];
    assert_eq!(act(PeopleAction::TakeRole(Role::Registry, true)), both);
    assert_eq!(act(PeopleAction::TakeRole(Role::Student, true)), [Role::Student]);
}

#[test]
fn a_day_that_cannot_be_read_sends_nothing_and_keeps_what_was_typed() {
    let mut state = ready(0);
    let leave = PeopleQuestion::Leave(vec![AccountId(2)], crate::domain::account::Status::Graduated);
    apply(&mut state, Action::People(PeopleAction::Ask(leave)), start());
    let until = TextField::People(PeopleField::Until);
    assert_eq!(state.forms.text(until), "115/8/31", "half a year on");
    apply(&mut state, Action::Typed(until, "下學期".into()), start());
    let effects = apply(&mut state, Action::Confirm, start());
    assert!(effects.is_empty() && state.said.is_some());
    assert!(matches!(state.modal, Some(Modal::People(_))));
    apply(&mut state, Action::Typed(until, "115.7.31".into()), start());
    let effects = apply(&mut state, Action::Confirm, start());
    let sent = effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Run {
                command: Command::Account(_),
                ..
            }
        )
    });
    assert!(sent, "{effects:?}");
    apply(&mut state, Action::CloseModal, start());
    assert_eq!(state.forms.text(until), "", "nothing typed stays");
}
