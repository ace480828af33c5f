//! The page alone: no window, no worker, no disk.

use std::sync::Arc;

use super::*;
use crate::domain::access::Role;
use crate::domain::account::Standing as AccountStanding;
use crate::domain::id::AccountId;
use crate::domain::import::{
    Fingerprint, ImportPreview, ImportReport, JudgedRow, RowCounts, RowProblem, Standing, Subject,
};
use crate::domain::moment::parse_moment;
use crate::domain::roster::RosterRows;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::{Mapping, RosterGuess};
use crate::domain::term::{Semester, Term};
use crate::engine::{ReadRoster, Roster, Session};
use crate::gui::action::Action;
use crate::gui::preferences::Preferences;
use crate::worker::{Answer, Message};

fn state(role: Role) -> State {
    let now = parse_moment("2026-01-10T10:00:00").unwrap();
    let mut state = State::new(now, Preferences::default());
    state.session = Some(Session {
        account: AccountId(1),
        account_name: "registry".into(),
        display_name: "註冊組".into(),
        roles: vec![role],
        must_change_password: false,
        standing: AccountStanding::ACTIVE,
        epoch: 1,
    });
    state.route = Route::At(Page::Imports);
    state
}

fn act(state: &mut State, action: ImportAction) -> Vec<Effect> {
    let now = state.now;
    crate::gui::update::update(state, Action::Import(action), now)
}

fn hear(state: &mut State, ticket: Ticket, answer: Result<ImportAnswer, Trouble>) -> Vec<Effect> {
    let answer = Box::new(answer.map(|answer| Answer::Import(Box::new(answer))));
    let now = state.now;
    crate::gui::update::update(state, Action::Heard(Message::Answer { ticket, answer }), now)
}

/// The one request that was sent.
fn sent(effects: &[Effect]) -> (Ticket, &ImportRequest) {
    let all: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Send(ticket, Request::Import(request)) => Some((*ticket, request)),
            _ => None,
        })
        .collect();
    assert_eq!(all.len(), 1, "{effects:?}");
    all[0]
}

fn guess(columns: &[(u32, RosterColumn)]) -> RosterGuess {
    RosterGuess {
        kind: RosterKind::Teachers,
        mapping: Mapping {
            sheet: 0,
            first_row: 1,
            columns: columns.to_vec(),
            term: None,
            entry_year: None,
            account_digits: None,
        },
        header_found: true,
        columns: Vec::new(),
        sheets: Vec::new(),
        looks_like: None,
        school_code: None,
    }
}

const BOTH: [(u32, RosterColumn); 2] = [(0, RosterColumn::Account), (1, RosterColumn::DisplayName)];

/// A table with these columns was dropped and opened.
fn opened(state: &mut State, columns: &[(u32, RosterColumn)]) -> Vec<Effect> {
    act(state, ImportAction::Kind(RosterKind::Teachers));
    let effects = act(state, ImportAction::Dropped("名單.csv".into()));
    let (ticket, request) = sent(&effects);
    let is_open = matches!(
        request,
        ImportRequest::Open {
            kind: RosterKind::Teachers,
            ..
        }
    );
    assert!(is_open, "{request:?}");
    let answer = ImportAnswer::Opened {
        table: ticket,
        guess: guess(columns),
    };
    hear(state, ticket, Ok(answer))
}

fn row(row: u32, standing: Standing) -> JudgedRow {
    JudgedRow {
        row,
        subject: Subject::default(),
        standing,
        warnings: Vec::new(),
    }
}

fn previewed(rows: Vec<JudgedRow>) -> ImportAnswer {
    ImportAnswer::Previewed {
        read: ReadRoster {
            roster: Roster {
                rows: Arc::new(RosterRows::Teachers(Vec::new())),
                class_term: None,
            },
            wrong: Arc::new(Vec::new()),
            warnings: Vec::new(),
            total: 2,
        },
        preview: ImportPreview {
            kind: RosterKind::Teachers,
            term: Term::new(114, Semester::First),
            counts: RowCounts::of(&rows),
            rows,
            absent: Vec::new(),
            fingerprint: Fingerprint([7; 32]),
        },
    }
}

fn wrong() -> Standing {
    Standing::Wrong(vec![RowProblem::Twice { first: 2 }])
}

#[test]
fn a_sure_table_is_previewed_at_once_and_an_unsure_one_is_asked_about() {
    let mut first = state(Role::Registry);
    let effects = opened(&mut first, &BOTH);
    assert!(matches!(sent(&effects).1, ImportRequest::Preview { .. }));
    let mut second = state(Role::Registry);
    assert!(opened(&mut second, &BOTH[..1]).is_empty());
    assert!(
        act(&mut second, ImportAction::Preview).is_empty(),
        "a column is missing"
    );
    act(
        &mut second,
        ImportAction::Means(4, Some(RosterColumn::DisplayName)),
    );
    let effects = act(&mut second, ImportAction::Preview);
    let ImportRequest::Preview { mapping, .. } = sent(&effects).1 else {
        panic!("{effects:?}");
    };
    assert!(mapping.columns.contains(&(4, RosterColumn::DisplayName)));
}

#[test]
fn wrong_rows_are_left_out_only_when_somebody_says_so() {
    let mut state = state(Role::Registry);
    let effects = opened(&mut state, &BOTH);
    let (ticket, _) = sent(&effects);
    let rows = vec![row(2, Standing::New), row(3, wrong())];
    hear(&mut state, ticket, Ok(previewed(rows)));
    assert!(act(&mut state, ImportAction::Apply).is_empty());
    act(&mut state, ImportAction::SkipWrong(true));
    let effects = act(&mut state, ImportAction::Apply);
    let (ticket, ImportRequest::Apply(request)) = sent(&effects) else {
        panic!("{effects:?}");
    };
    assert!(request.skip_wrong);
    assert_eq!(request.seen, Fingerprint([7; 32]), "bound to what was seen");
    assert!(act(&mut state, ImportAction::Apply).is_empty(), "once is enough");
    assert!(
        act(&mut state, ImportAction::Cancel).is_empty(),
        "a commit finishes"
    );
    let report = ImportReport {
        kind: RosterKind::Teachers,
        counts: RowCounts::default(),
        import: None,
    };
    hear(&mut state, ticket, Ok(ImportAnswer::Applied(report)));
    assert!(matches!(state.imports.stage, Stage::Done(_)));
}

#[test]
fn what_changed_meanwhile_is_shown_anew() {
    let mut state = state(Role::Registry);
    let effects = opened(&mut state, &BOTH);
    let (ticket, _) = sent(&effects);
    hear(&mut state, ticket, Ok(previewed(vec![row(2, Standing::New)])));
    let effects = act(&mut state, ImportAction::Apply);
    let (ticket, _) = sent(&effects);
    let refusal = Refusal::Import(ImportRefusal::ChangedMeanwhile {
        now: RowCounts::default(),
    });
    let effects = hear(&mut state, ticket, Err(Trouble::Refused(refusal)));
    assert!(matches!(sent(&effects).1, ImportRequest::Preview { .. }));
    assert!(state.said.is_some());
}

#[test]
fn giving_up_leaves_the_table_and_another_file_forgets_it() {
    let mut state = state(Role::Registry);
    let effects = opened(&mut state, &BOTH);
    let (ticket, _) = sent(&effects);
    let effects = act(&mut state, ImportAction::Cancel);
    assert!(matches!(effects[..], [Effect::Cancel(asked)] if asked == ticket));
    hear(&mut state, ticket, Err(Trouble::Cancelled));
    assert!(state.said.is_none() && state.imports.job.is_none());
    assert!(matches!(state.imports.stage, Stage::Columns(_)));
    let effects = act(&mut state, ImportAction::Again);
    assert!(matches!(sent(&effects).1, ImportRequest::Close));
    // A late answer to an old question is dropped.
    hear(&mut state, ticket, Ok(previewed(vec![row(2, Standing::New)])));
    assert!(matches!(state.imports.stage, Stage::Choosing));
}

#[test]
fn an_office_sees_its_own_rosters() {
    assert_eq!(kind(&state(Role::StudentAffairs)), Some(RosterKind::OfficerPosts));
    assert_eq!(kind(&state(Role::Administrator)), Some(RosterKind::Students));
    assert!(!imports(&state(Role::Teacher)));
}
