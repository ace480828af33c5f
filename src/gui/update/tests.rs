//! The update alone: no window, no worker, no disk.

use chrono::Duration;

use super::update;
use crate::domain::act::LibraryKind;
use crate::domain::file::{FileKind, FileProblem};
use crate::domain::id::{AccountId, ItemId, OfferingId, StageId};
use crate::domain::limits::Limits;
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::outcome::{OutcomeFacts, OutcomeState};
use crate::domain::quota::Usage;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::domain::window::Concerned;
use crate::engine::{
    ActivityRules, ClockVerdict, Command, CourseView, CurrentTerms, ItemView, Reply, Secret, Session,
    StagedView, StatusView,
};
use crate::gui::action::{Action, IntakeAction, ItemAction, Picking};
use crate::gui::edits::ItemText;
use crate::gui::effect::Effect;
use crate::gui::intake::RowFile;
use crate::gui::modal::Modal;
use crate::gui::preferences::Preferences;
use crate::gui::route::{Page, Route};
use crate::gui::state::State;
use crate::worker::{Answer, Message, PickedFile, Request, Snapshot, Ticket, Trouble};

const TERM: Term = Term::new(114, Semester::First);

fn start() -> Moment {
    parse_moment("2026-01-10T10:00:00").unwrap()
}

fn session(account: u64) -> Session {
    Session {
        account: AccountId(account),
        account_name: format!("s{account}"),
        display_name: "林𡘙".into(),
        roles: vec![crate::domain::access::Role::Student],
        must_change_password: false,
        standing: crate::domain::account::Standing::ACTIVE,
        epoch: 1,
    }
}

fn item(id: u64, version: u64) -> ItemView {
    ItemView {
        id: ItemId(id),
        facts: OutcomeFacts {
            owner: AccountId(1),
            offering: OfferingId(5),
            term: TERM,
            state: OutcomeState::Draft,
            origin: None,
            trashed: false,
            filed: false,
            file_count: 1,
            return_requested: false,
            withdrawn: false,
            mending_until: None,
            version,
        },
        student_name: String::new(),
        course_code: String::new(),
        course_name: "物理".into(),
        teachers: Vec::new(),
        title: "單擺".into(),
        work_kind: None,
        description: String::new(),
        files: Vec::new(),
        created: start(),
        updated: start(),
        submitted: None,
        attempt: 0,
        requested: None,
        trashed: None,
        decisions: Vec::new(),
        same_bytes: Vec::new(),
    }
}

fn snapshot(items: Vec<ItemView>) -> Snapshot {
    let usage = Usage { used: 1, limit: 20 };
    Snapshot {
        status: StatusView {
            // Without dates nothing closes here.
            library: LibraryKind::Personal,
            school_name: String::new(),
            terms: CurrentTerms {
                outcome: TERM,
                activity: TERM,
                selection: SchoolYear(113),
            },
            outcomes: usage,
            activities: usage,
            limits: Limits::default(),
            windows: Vec::new(),
            concerned: Concerned::default(),
            clock: ClockVerdict::Fine,
            activity_rules: ActivityRules::default(),
        },
        terms: vec![TERM],
        courses: vec![CourseView {
            id: OfferingId(5),
            term: TERM,
            code: String::new(),
            name: "物理".into(),
            credits: crate::domain::course::Credits::whole(2),
            kind: crate::domain::course::CourseKind::MinistryRequired,
            group: String::new(),
            teachers: Vec::new(),
            mode: crate::domain::course::EnrolmentMode::Regular,
            withdrawn: false,
        }],
        items,
        trash: Vec::new(),
        activities: Vec::new(),
        activity_trash: Vec::new(),
        selection: None,
        receipt: None,
        windows: Vec::new(),
        board: Default::default(),
        drafts: Vec::new(),
        commit_count: 1,
    }
}

fn answer(ticket: Ticket, answer: Result<Answer, Trouble>) -> Action {
    Action::Heard(Message::Answer {
        ticket,
        answer: Box::new(answer),
    })
}

/// The ticket of the only request among the effects that `wanted` accepts.
fn ticket_of(effects: &[Effect], wanted: impl Fn(&Request) -> bool) -> Ticket {
    let found: Vec<Ticket> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Send(ticket, request) if wanted(request) => Some(*ticket),
            _ => None,
        })
        .collect();
    assert_eq!(found.len(), 1, "{effects:?}");
    found[0]
}

fn run_of(effects: &[Effect]) -> (Ticket, Command) {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Run { ticket, command, .. } => Some((*ticket, command.clone())),
            _ => None,
        })
        .unwrap_or_else(|| panic!("no command in {effects:?}"))
}

/// Logged in, with everything loaded.
fn logged_in(items: Vec<ItemView>) -> State {
    let mut state = State::new(start(), Preferences::default());
    state.route = Route::Login;
    let effects = update(&mut state, Action::Login, start());
    let login = ticket_of(&effects, |request| matches!(request, Request::Login { .. }));
    let effects = update(
        &mut state,
        answer(login, Ok(Answer::LoggedIn(session(1)))),
        start(),
    );
    let load = ticket_of(&effects, |request| matches!(request, Request::Load { .. }));
    let loaded = Answer::Loaded(Box::new(snapshot(items)));
    update(&mut state, answer(load, Ok(loaded)), start());
    assert_eq!(state.route, Route::At(Page::Overview));
    state
}

fn picked(name: &str, kind: FileKind) -> PickedFile {
    PickedFile {
        path: name.into(),
        name: name.into(),
        stage: StageId(9),
        view: StagedView {
            kind,
            bytes: 100,
            blake3: [0; 32],
            facts: None,
            cautions: Vec::new(),
            same_bytes: Vec::new(),
        },
    }
}

#[test]
fn an_answer_of_the_last_person_is_dropped() {
    let mut state = logged_in(vec![item(1, 1)]);
    let effects = update(&mut state, Action::Heard(Message::LibraryChanged), start());
    let load = ticket_of(&effects, |request| matches!(request, Request::Load { .. }));
    let effects = update(&mut state, Action::Logout, start());
    // The worker forgets them too.
    ticket_of(&effects, |request| matches!(request, Request::Leave));
    let late = Answer::Loaded(Box::new(snapshot(vec![item(1, 1)])));
    update(&mut state, answer(load, Ok(late)), start());
    assert!(state.snapshot().is_none());
    assert_eq!(state.route, Route::Login);
}

#[test]
fn changes_during_a_load_are_loaded_once_more() {
    let mut state = logged_in(Vec::new());
    let effects = update(&mut state, Action::Heard(Message::LibraryChanged), start());
    let load = ticket_of(&effects, |request| matches!(request, Request::Load { .. }));
    for _ in 0..3 {
        assert!(update(&mut state, Action::Heard(Message::LibraryChanged), start()).is_empty());
    }
    let loaded = Answer::Loaded(Box::new(snapshot(Vec::new())));
    let effects = update(&mut state, answer(load, Ok(loaded)), start());
    ticket_of(&effects, |request| matches!(request, Request::Load { .. }));
}

#[test]
fn typed_text_is_journaled_at_most_every_two_seconds_and_when_the_field_is_left() {
    let mut state = logged_in(vec![item(1, 1)]);
    let typed = |text: &str| Action::Item(ItemAction::Typed(ItemId(1), ItemText::Description, text.into()));
    let drafts = |effects: &[Effect]| {
        effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Send(_, Request::SaveDraft { .. })))
            .count()
    };
    assert_eq!(drafts(&update(&mut state, typed("一"), start())), 1);
    let soon = start() + Duration::milliseconds(500);
    assert_eq!(drafts(&update(&mut state, typed("一二"), soon)), 0);
    assert_eq!(drafts(&update(&mut state, Action::Tick, soon)), 0);
    assert_eq!(drafts(&update(&mut state, Action::LeftField, soon)), 1);
    update(&mut state, typed("一二三"), soon);
    let effects = update(&mut state, Action::CloseWindow, soon);
    assert_eq!(drafts(&effects), 1, "closing keeps what was typed");
    let close = effects.iter().any(|effect| matches!(effect, Effect::Quit));
    assert!(close, "no library was open, so nothing has to be closed");
}

#[test]
fn saving_sends_only_what_differs_with_the_version_seen() {
    let mut state = logged_in(vec![item(1, 7)]);
    let typed = Action::Item(ItemAction::Typed(ItemId(1), ItemText::Title, "單擺實驗".into()));
    update(&mut state, typed, start());
    let (ticket, command) = run_of(&update(
        &mut state,
        Action::Item(ItemAction::Save(ItemId(1))),
        start(),
    ));
    let Command::EditOutcome { seen, changes, .. } = command else {
        panic!("another command")
    };
    assert_eq!(seen, 7);
    assert_eq!(changes.title.as_deref(), Some("單擺實驗"));
    assert_eq!(changes.description, None);

    // Changed elsewhere: refused, and nothing typed is lost.
    let trouble = Trouble::Refused(Refusal::ChangedMeanwhile { seen: 7, current: 8 });
    update(&mut state, answer(ticket, Err(trouble)), start());
    assert!(state.said.is_some());
    assert!(state.edit(ItemId(1)).is_some());

    let (ticket, _) = run_of(&update(
        &mut state,
        Action::Item(ItemAction::Save(ItemId(1))),
        start(),
    ));
    let mut saved = item(1, 8);
    saved.title = "單擺實驗".into();
    update(
        &mut state,
        answer(ticket, Ok(Answer::Ran(Box::new(Reply::Item(Box::new(saved)))))),
        start(),
    );
    assert!(state.edit(ItemId(1)).is_none());
    assert_eq!(state.item(ItemId(1)).unwrap().facts.version, 8);
}

#[test]
fn a_file_under_a_wrong_ending_is_asked_about_once() {
    let mut state = logged_in(vec![item(1, 1)]);
    let picking = Picking::FileForItem(ItemId(1), None);
    let effects = update(
        &mut state,
        Action::Picked(picking, vec!["照片.txt".into()]),
        start(),
    );
    let ticket = ticket_of(&effects, |request| matches!(request, Request::TakeIn { .. }));
    let taken = Answer::TakenIn(picked("照片.txt", FileKind::Jpeg));
    let effects = update(&mut state, answer(ticket, Ok(taken)), start());
    assert!(
        effects.is_empty(),
        "nothing is stored before the answer: {effects:?}"
    );
    assert!(matches!(state.modal, Some(Modal::FileQuestion(_))));
    let (_, command) = run_of(&update(&mut state, Action::Confirm, start()));
    let Command::EditOutcome { changes, .. } = command else {
        panic!("another command")
    };
    assert!(changes.files[0].ending_confirmed);
}

#[test]
fn saying_no_to_a_file_gives_its_content_back() {
    let mut state = logged_in(vec![item(1, 1)]);
    let picking = Picking::FileForItem(ItemId(1), None);
    let effects = update(
        &mut state,
        Action::Picked(picking, vec!["照片.txt".into()]),
        start(),
    );
    let ticket = ticket_of(&effects, |request| matches!(request, Request::TakeIn { .. }));
    let taken = Answer::TakenIn(picked("照片.txt", FileKind::Jpeg));
    update(&mut state, answer(ticket, Ok(taken)), start());
    let effects = update(&mut state, Action::CloseModal, start());
    ticket_of(&effects, |request| matches!(request, Request::Discard { .. }));
}

#[test]
fn a_file_that_arrives_after_the_form_was_closed_is_given_back() {
    let mut state = logged_in(Vec::new());
    update(&mut state, Action::Add(None), start());
    let picking = Picking::FilesForIntake;
    let effects = update(
        &mut state,
        Action::Picked(picking, vec!["報告.pdf".into()]),
        start(),
    );
    let ticket = ticket_of(&effects, |request| matches!(request, Request::TakeIn { .. }));
    let effects = update(&mut state, Action::CloseModal, start());
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Cancel(cancelled) if *cancelled == ticket))
    );
    let taken = Answer::TakenIn(picked("報告.pdf", FileKind::Pdf));
    let effects = update(&mut state, answer(ticket, Ok(taken)), start());
    ticket_of(&effects, |request| matches!(request, Request::Discard { .. }));
}

#[test]
fn a_refused_row_keeps_the_form_and_says_why() {
    let mut state = logged_in(Vec::new());
    update(&mut state, Action::Add(Some(OfferingId(5))), start());
    update(
        &mut state,
        Action::Intake(IntakeAction::Title(0, "單擺".into())),
        start(),
    );
    let (ticket, _) = run_of(&update(&mut state, Action::Confirm, start()));
    let refusal = Refusal::DescriptionTooLong {
        count: 101,
        limit: 100,
    };
    update(
        &mut state,
        answer(ticket, Err(Trouble::Refused(refusal.clone()))),
        start(),
    );
    let Some(Modal::Add(form)) = &state.modal else {
        panic!("the form is gone")
    };
    assert_eq!(form.rows[0].refusal.as_ref(), Some(&refusal));
    assert_eq!(form.rows[0].title, "單擺");
    assert_eq!(form.running, None);
}

#[test]
fn a_bad_file_stays_named_in_the_form() {
    let mut state = logged_in(Vec::new());
    update(&mut state, Action::Add(Some(OfferingId(5))), start());
    let effects = update(
        &mut state,
        Action::Picked(Picking::FilesForIntake, vec!["報告.doc".into()]),
        start(),
    );
    let ticket = ticket_of(&effects, |request| matches!(request, Request::TakeIn { .. }));
    let trouble = Trouble::LocalFile {
        name: "報告.doc".into(),
        problem: FileProblem::Unreadable,
    };
    update(&mut state, answer(ticket, Err(trouble)), start());
    let Some(Modal::Add(form)) = &state.modal else {
        panic!("the form is gone")
    };
    assert!(matches!(&form.rows[0].file, RowFile::Refused { name, .. } if name == "報告.doc"));
    assert!(form.require_complete(&Limits::default()).is_err());
}

#[test]
fn a_session_that_ended_asks_for_the_password_and_keeps_the_page() {
    let mut state = logged_in(vec![item(1, 1)]);
    update(&mut state, Action::Go(Page::item(ItemId(1), TERM)), start());
    let typed = Action::Item(ItemAction::Typed(ItemId(1), ItemText::Title, "單擺實驗".into()));
    update(&mut state, typed, start());
    let (ticket, _) = run_of(&update(
        &mut state,
        Action::Item(ItemAction::Save(ItemId(1))),
        start(),
    ));
    update(
        &mut state,
        answer(ticket, Err(Trouble::Refused(Refusal::SessionOver))),
        start(),
    );
    assert!(matches!(&state.route, Route::Locked { back } if *back == Page::item(ItemId(1), TERM)));
    update(
        &mut state,
        Action::TypedSecret(crate::gui::forms::SecretField::Unlock, Secret::new("x")),
        start(),
    );
    let effects = update(&mut state, Action::Unlock, start());
    let ticket = ticket_of(&effects, |request| matches!(request, Request::Login { .. }));
    update(
        &mut state,
        answer(ticket, Ok(Answer::LoggedIn(session(1)))),
        start(),
    );
    assert_eq!(state.route, Route::At(Page::item(ItemId(1), TERM)));
    assert!(state.edit(ItemId(1)).is_some());
}

#[test]
fn waiting_for_another_program_is_said_until_the_answer_is_here() {
    let mut state = logged_in(vec![item(1, 1)]);
    let effects = update(&mut state, Action::Confirm, start());
    assert!(effects.is_empty(), "nothing was asked");
    update(&mut state, Action::Item(ItemAction::Delete(ItemId(1))), start());
    let (ticket, _) = run_of(&update(&mut state, Action::Confirm, start()));
    let waiting = Message::WaitingFor {
        ticket,
        others: vec![4711],
    };
    update(&mut state, Action::Heard(waiting), start());
    assert_eq!(state.waiting_for, Some((ticket, vec![4711])));
    update(&mut state, answer(ticket, Err(Trouble::Crashed)), start());
    assert_eq!(state.waiting_for, None);
    assert!(state.said.is_some());
}
