//! The update of the page alone.

use crate::domain::access::Role;
use crate::domain::account::Standing;
use crate::domain::id::AccountId;
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::domain::window::{Period, WindowKind};
use crate::engine::{CurrentTerms, PromotionView, Session, TimetableView};
use crate::gui::action::Action;
use crate::gui::dates::{DateField, DatesAction, FormOf};
use crate::gui::effect::Effect;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::preferences::Preferences;
use crate::gui::route::{Page, Route};
use crate::gui::state::State;
use crate::gui::update::update;

const TERM: Term = Term::new(114, Semester::First);

fn now() -> Moment {
    parse_moment("2026-01-10T10:00:00").unwrap()
}

fn state(role: Role) -> State {
    let mut state = State::new(now(), Preferences::default());
    state.session = Some(Session {
        account: AccountId(1),
        account_name: "office".into(),
        display_name: "處室".into(),
        roles: vec![role],
        must_change_password: false,
        standing: Standing::ACTIVE,
        epoch: 1,
    });
    state.route = Route::At(Page::Staff);
    state.dates.view = Loadable::Ready(TimetableView {
        terms: CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        },
        rows: Vec::new(),
        last_days: Vec::new(),
        rules: Vec::new(),
        announcements: Vec::new(),
        cautions: Vec::new(),
        classes: Vec::new(),
    });
    state
}

fn act(state: &mut State, action: DatesAction) -> Vec<Effect> {
    update(state, Action::Dates(action), now())
}

#[test]
fn student_affairs_announces_and_sets_no_dates() {
    for (role, sets, has) in [
        (Role::Registry, true, true),
        (Role::Administrator, true, true),
        (Role::StudentAffairs, false, true),
        (Role::Teacher, false, false),
        (Role::Student, false, false),
    ] {
        let mut state = state(role);
        assert_eq!(
            (super::sets_dates(&state), super::has_dates(&state)),
            (sets, has),
            "{role:?}"
        );
        let effects = act(&mut state, DatesAction::Retry);
        assert_eq!(
            effects.len(),
            usize::from(has),
            "{role:?}: only those who may ask"
        );
    }
}

#[test]
fn a_new_announcement_waits_where_a_changed_window_does_not() {
    let mut state = state(Role::Registry);
    act(&mut state, DatesAction::Open(FormOf::NewAnnouncement));
    act(&mut state, DatesAction::Typed(DateField::Text, "停機".into()));
    update(&mut state, Action::CloseModal, now());
    act(&mut state, DatesAction::Open(FormOf::NewAnnouncement));
    let form = &state.dates.forms[&FormOf::NewAnnouncement];
    assert_eq!(form.text(DateField::Text), "停機");
    update(&mut state, Action::CloseModal, now());

    let period = Period::Term(TERM);
    act(
        &mut state,
        DatesAction::OpenWindow(WindowKind::Certification, period),
    );
    act(
        &mut state,
        DatesAction::Typed(DateField::ToDate, "115/2/3".into()),
    );
    update(&mut state, Action::CloseModal, now());
    act(
        &mut state,
        DatesAction::OpenWindow(WindowKind::Certification, period),
    );
    let form = &state.dates.forms[&FormOf::NewWindow];
    assert_eq!(form.text(DateField::ToDate), "");
}

#[test]
fn what_cannot_be_read_is_not_sent() {
    let mut state = state(Role::Registry);
    act(&mut state, DatesAction::Open(FormOf::LastDay(TERM)));
    for (typed, sent) in [("一月", 0), ("", 1), ("115/1/20", 1)] {
        act(&mut state, DatesAction::Typed(DateField::ToDate, typed.into()));
        let effects = update(&mut state, Action::Confirm, now());
        assert_eq!(effects.len(), sent, "{typed}");
        assert!(
            matches!(state.modal, Some(Modal::Dates(_))),
            "it waits for the answer"
        );
    }
}

#[test]
fn an_answer_about_other_terms_is_too_late() {
    let mut state = state(Role::Registry);
    let (from, to) = (TERM, Term::new(115, Semester::First));
    let view = |to| PromotionView {
        from,
        to,
        moves: Vec::new(),
        already: 0,
        without_year: 0,
    };
    state.dates.promotion.terms = Some((from, to));
    super::promotion::answered(&mut state, view(from.next()));
    assert!(state.dates.promotion.view.ready().is_none());
    super::promotion::answered(&mut state, view(to));
    assert!(state.dates.promotion.view.ready().is_some());
    state.dates.promotion.terms = None;
    let effects = act(&mut state, DatesAction::PromoteTerms(from, from.next()));
    assert!(
        state.dates.promotion.view.ready().is_none(),
        "nothing old is shown meanwhile"
    );
    assert!(effects.len() <= 1);
}
