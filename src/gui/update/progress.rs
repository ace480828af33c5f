//! The page 進度: counting, sorting, searching, copying, saving as a workbook.

use std::path::PathBuf;

use crate::engine::{ProgressView, Secret};
use crate::gui::action::Picking;
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::loadable::Loadable;
use crate::gui::progress::{
    Column, ProgressAction, ProgressAsked, ProgressDesk, ProgressPlace, Sort, Table, sees, sheets,
};
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::text::progress as words;
use crate::worker::{DatesAnswer, DatesRequest, Request, Trouble};

use super::{say, toast};

fn place(state: &State) -> Option<ProgressPlace> {
    match state.route.page() {
        Some(Page::Progress(place)) => Some(place.clone()),
        _ => None,
    }
}

pub(super) fn update(state: &mut State, action: ProgressAction) -> Vec<Effect> {
    match action {
        ProgressAction::Term(term) => {
            state.progress = ProgressDesk {
                term: Some(term),
                sort: state.progress.sort,
                ..ProgressDesk::default()
            };
            state
                .asked
                .retain(|_, asked| *asked != Asked::Progress(ProgressAsked::View));
            return reload(state);
        }
        ProgressAction::Search(text) => {
            state.forms.set(TextField::SearchProgress, text);
            rebuild(state);
        }
        ProgressAction::Sort(column) => {
            state.progress.sort = Some(turned(state.progress.sort, column));
            rebuild(state);
        }
        ProgressAction::Copy => {
            let (Some(view), Some(place)) = (state.progress.view.ready(), place(state)) else {
                return Vec::new();
            };
            let text = state.progress.table.copied(view, place.tab);
            toast(state, words::COPIED, None);
            return vec![Effect::Copy(Secret::new(text))];
        }
        ProgressAction::Export => {
            let name = state
                .progress
                .view
                .ready()
                .map(|view| words::file_name(view.term));
            if name.is_some() {
                return vec![Effect::Pick {
                    picking: Picking::SaveProgress,
                    name,
                }];
            }
        }
    }
    Vec::new()
}

/// Names begin with the first letter, counts with the greatest; a second time turns it round.
fn turned(before: Option<Sort>, column: Column) -> Sort {
    let text = matches!(
        column,
        Column::Class | Column::Seat | Column::Account | Column::Name | Column::Detail | Column::Deadline
    );
    match before {
        Some(sort) if sort.column == column => Sort {
            column,
            descending: !sort.descending,
        },
        _ => Sort {
            column,
            descending: !text,
        },
    }
}

/// Makes the table anew from what is known.
fn rebuild(state: &mut State) {
    let Some(place) = place(state) else { return };
    state.progress.table = match state.progress.view.ready() {
        Some(view) => Table::of(
            view,
            &place,
            state.forms.text(TextField::SearchProgress),
            state.progress.sort,
        ),
        None => Table::default(),
    };
}

/// The page was opened, or another table of it.
pub(super) fn entered(state: &mut State, before: Option<&ProgressPlace>) -> Vec<Effect> {
    let now = place(state);
    if before != now.as_ref() {
        // What was looked for among classes is not what is looked for among students.
        state.forms.set(TextField::SearchProgress, "");
        state.progress.sort = None;
    }
    rebuild(state);
    if before.is_some() && state.progress.view.ready().is_some() {
        return Vec::new();
    }
    reload(state)
}

/// The overview was opened, which shows the current term.
pub(super) fn glanced(state: &mut State) -> Vec<Effect> {
    let current = state.snapshot().map(|data| data.status.terms.outcome);
    let shown = state.progress.view.ready().map(|view| view.term);
    if state.progress.term.is_some() || shown != current {
        state.progress = ProgressDesk::default();
        state
            .asked
            .retain(|_, asked| *asked != Asked::Progress(ProgressAsked::View));
    }
    reload(state)
}

/// The library changed, or a page that shows it was opened.
pub(super) fn reload(state: &mut State) -> Vec<Effect> {
    let shown = place(state).is_some() || state.route == Route::At(Page::Staff);
    let Some(session) = state.session.clone().filter(|session| shown && sees(session)) else {
        return Vec::new();
    };
    let current = state.snapshot().map(|data| data.status.terms.outcome);
    let Some(term) = state.progress.term.or(current) else {
        return Vec::new();
    };
    if state.is_asked(|asked| *asked == Asked::Progress(ProgressAsked::View)) {
        state.progress.again = true;
        return Vec::new();
    }
    if state.progress.view.ready().is_none() {
        state.progress.view = Loadable::Loading;
    }
    let request = Request::Dates(DatesRequest::Progress { session, term });
    vec![state.send(Asked::Progress(ProgressAsked::View), request)]
}

pub(super) fn answered(state: &mut State, answer: DatesAnswer) -> Vec<Effect> {
    match answer {
        DatesAnswer::Progress(view) => counted(state, *view),
        DatesAnswer::Saved(path) => {
            toast(state, words::saved(&path), None);
            Vec::new()
        }
        DatesAnswer::Timetable(_) | DatesAnswer::Promotion(_) => Vec::new(),
    }
}

fn counted(state: &mut State, view: ProgressView) -> Vec<Effect> {
    state.progress.view = Loadable::Ready(view);
    rebuild(state);
    if std::mem::take(&mut state.progress.again) {
        return reload(state);
    }
    Vec::new()
}

pub(super) fn failed(state: &mut State, asked: ProgressAsked, trouble: &Trouble) {
    match asked {
        ProgressAsked::View => {
            state.progress.again = false;
            if state.progress.view.ready().is_none() {
                state.progress.view = Loadable::Failed(trouble.clone());
            }
        }
        ProgressAsked::Save => say(state, trouble),
    }
}

/// A place for the workbook was chosen.
pub(super) fn picked(state: &mut State, mut paths: Vec<PathBuf>) -> Vec<Effect> {
    let (Some(to), Some(view)) = (paths.pop(), state.progress.view.ready()) else {
        return Vec::new();
    };
    let request = DatesRequest::SaveTables {
        tables: sheets(view),
        to,
    };
    state.said = None;
    vec![state.send(Asked::Progress(ProgressAsked::Save), Request::Dates(request))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::access::Role;
    use crate::domain::account::Standing;
    use crate::domain::id::AccountId;
    use crate::domain::moment::{Moment, parse_moment};
    use crate::domain::progress::Tally;
    use crate::domain::term::{Semester, Term};
    use crate::engine::{ProgressScope, Session};
    use crate::gui::action::Action;
    use crate::gui::preferences::Preferences;
    use crate::gui::update::update as apply;
    use crate::worker::{Answer, Message, Ticket};

    const TERM: Term = Term::new(114, Semester::First);

    fn now() -> Moment {
        parse_moment("2026-01-10T08:00").unwrap()
    }

    /// 教務處 on the page.
    fn state() -> State {
        let mut state = State::new(now(), Preferences::default());
        state.session = Some(Session {
            account: AccountId(1),
            account_name: "r1".into(),
            display_name: "註冊組".into(),
            roles: vec![Role::Registry],
            must_change_password: false,
            standing: Standing::ACTIVE,
            epoch: 1,
        });
        state.route = Route::At(Page::Progress(ProgressPlace::default()));
        state
    }

    fn counted(term: Term) -> ProgressView {
        ProgressView {
            term,
            at: now(),
            scope: ProgressScope::School,
            total: Tally::default(),
            students: Vec::new(),
            classes: Vec::new(),
            courses: Vec::new(),
            teachers: Vec::new(),
            cells: Vec::new(),
            taught_by: Vec::new(),
            upload: None,
            certification: None,
        }
    }

    fn asked(effects: &[Effect]) -> Vec<(Ticket, Term)> {
        let asked = |effect: &Effect| match effect {
            Effect::Send(ticket, Request::Dates(DatesRequest::Progress { term, .. })) => {
                Some((*ticket, *term))
            }
            _ => None,
        };
        effects.iter().filter_map(asked).collect()
    }

    fn answer(state: &mut State, ticket: Ticket, term: Term) -> Vec<Effect> {
        let answer = Answer::Dates(DatesAnswer::Progress(Box::new(counted(term))));
        let message = Message::Answer {
            ticket,
            answer: Box::new(Ok(answer)),
        };
        apply(state, Action::Heard(message), now())
    }

    #[test]
    fn an_answer_about_another_term_comes_too_late() {
        let mut state = state();
        let term = |state: &mut State, term| {
            let action = Action::Progress(ProgressAction::Term(term));
            asked(&apply(state, action, now()))[0]
        };
        let (first, _) = term(&mut state, TERM.previous());
        let (second, wanted) = term(&mut state, TERM);
        assert_eq!(wanted, TERM);
        answer(&mut state, first, TERM.previous());
        assert!(state.progress.view.ready().is_none());
        answer(&mut state, second, TERM);
        assert_eq!(state.progress.view.ready().unwrap().term, TERM);
    }

    #[test]
    fn a_change_while_it_is_counted_is_counted_again() {
        let mut state = state();
        state.progress.term = Some(TERM);
        let (ticket, _) = asked(&reload(&mut state))[0];
        assert!(asked(&reload(&mut state)).is_empty(), "one at a time");
        assert_eq!(asked(&answer(&mut state, ticket, TERM)).len(), 1);
    }

    #[test]
    fn nobody_counts_who_may_not_or_looks_elsewhere() {
        let mut elsewhere = state();
        elsewhere.progress.term = Some(TERM);
        elsewhere.route = Route::At(Page::Dates(crate::gui::dates::DatesTab::default()));
        assert!(reload(&mut elsewhere).is_empty());
        let mut student = state();
        student.progress.term = Some(TERM);
        student.session.as_mut().unwrap().roles = vec![Role::Student];
        assert!(reload(&mut student).is_empty());
    }

    #[test]
    fn names_begin_with_the_first_and_counts_with_the_most() {
        let sort = turned(None, Column::Name);
        assert!(!sort.descending);
        assert!(turned(Some(sort), Column::Name).descending);
        assert!(turned(Some(sort), Column::Uploaded).descending);
    }
}
