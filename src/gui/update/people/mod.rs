//! The people of a school: what is listed, what is asked, what comes back.

mod forms;
mod school;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::domain::access::{Right, may};
use crate::domain::set_up::SetUpStep;
use crate::engine::{AccountRow, PeopleReply, Reply, Secret};
use crate::gui::action::{Action, Picking};
use crate::gui::dates::DatesTab;
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::imports::ImportAction;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::people::{
    PeopleAction, PeopleAsked, PeopleField, PeoplePlace, PeoplePurpose, PeopleQuestion, PeopleTab,
};
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::text::people::page::{self as words, Done};
use crate::worker::{PeopleAnswer, PeopleRequest, Request, Trouble};

use super::{go, say, toast};

pub(super) use forms::{closed, confirm};

/// Whether this person looks after accounts: then there is a page about them.
pub fn manages(state: &State) -> bool {
    has(state, Right::ManageAccounts)
}

/// Whether this person has the right at all.
pub fn has(state: &State, right: Right) -> bool {
    state
        .session
        .as_ref()
        .is_some_and(|session| may(&session.roles, right) && !session.must_change_password)
}

/// Where a step of the check-list is done.
pub fn page_of(step: SetUpStep) -> Option<Page> {
    match step {
        SetUpStep::Teachers | SetUpStep::Students | SetUpStep::Courses | SetUpStep::Enrolments => {
            Some(Page::Imports)
        }
        SetUpStep::Homerooms => Some(Page::People(PeoplePlace::of(PeopleTab::Classes))),
        SetUpStep::Dates => Some(Page::Dates(DatesTab::default())),
        SetUpStep::Accounts => Some(Page::People(PeoplePlace::of(PeopleTab::Accounts))),
    }
}

/// The accounts that are listed, in the order of the office.
pub fn listed(state: &State) -> Vec<&AccountRow> {
    let typed = state.forms.text(TextField::People(PeopleField::Search));
    match state.people.office.ready() {
        Some(office) => state.people.filter.listed(office, typed),
        None => Vec::new(),
    }
}

pub(super) fn update(state: &mut State, action: PeopleAction) -> Vec<Effect> {
    match action {
        PeopleAction::ShowCreateSchool => school::show(state),
        PeopleAction::Semester(semester) => {
            state.people.semester = Some(semester);
            Vec::new()
        }
        PeopleAction::CreateSchool => school::create(state),
        PeopleAction::Step(step) => to_step(state, step),
        PeopleAction::Which(which) => {
            state.people.filter.which = which;
            Vec::new()
        }
        PeopleAction::Role(role) => {
            state.people.filter.role = role;
            Vec::new()
        }
        PeopleAction::Class(class) => {
            state.people.filter.class = class;
            Vec::new()
        }
        PeopleAction::ShowClass(class) => {
            state.people.filter = Default::default();
            state.people.filter.class = Some(class);
            state.forms.set(TextField::People(PeopleField::Search), "");
            go(state, Page::People(PeoplePlace::of(PeopleTab::Accounts)))
        }
        PeopleAction::Mark(account, mark) => {
            if mark {
                state.people.marked.insert(account);
            } else {
                state.people.marked.remove(&account);
            }
            Vec::new()
        }
        PeopleAction::MarkListed(mark) => {
            let listed: Vec<_> = listed(state)
                .into_iter()
                .filter(|row| row.manageable)
                .map(|row| row.id)
                .collect();
            state.people.marked = if mark {
                listed.into_iter().collect()
            } else {
                Default::default()
            };
            Vec::new()
        }
        PeopleAction::CopyListed => {
            let rows = listed(state);
            let cells: Vec<_> = rows.iter().map(|row| cells(row)).collect();
            let (text, count) = (words::table(&cells), rows.len());
            toast(state, words::copied(count), None);
            vec![Effect::Copy(Secret::new(text))]
        }
        PeopleAction::SaveSlips(accounts, name) => {
            state.people.slips_for = accounts;
            vec![Effect::Pick {
                picking: Picking::SaveSlips,
                name: Some(name),
            }]
        }
        PeopleAction::SaveSlip => {
            state.people.slips_for.clear();
            vec![Effect::Pick {
                picking: Picking::SaveSlips,
                name: Some(words::slips_file(None)),
            }]
        }
        PeopleAction::Prepare => {
            state.people.interrupted = false;
            state.said = None;
            prepare(state)
        }
        PeopleAction::Ask(question) => forms::ask(state, question),
        PeopleAction::DeputyFor(teacher) => forms::ask_deputy_for(state, teacher),
        PeopleAction::TakeRole(..)
        | PeopleAction::Policy(_)
        | PeopleAction::Teacher(_)
        | PeopleAction::Deputy(_)
        | PeopleAction::Course(_) => forms::update(state, action),
    }
}

fn cells(row: &AccountRow) -> words::TableRow<'_> {
    words::TableRow {
        account: &row.account,
        name: &row.name,
        roles: &row.roles,
        class: &row.class,
        seat: &row.seat,
        standing: row.standing,
        last_login: row.last_login,
    }
}

fn to_step(state: &mut State, step: SetUpStep) -> Vec<Effect> {
    use crate::domain::roster::RosterKind;
    let roster = match step {
        SetUpStep::Teachers => Some(RosterKind::Teachers),
        SetUpStep::Students => Some(RosterKind::Students),
        SetUpStep::Courses => Some(RosterKind::Courses),
        SetUpStep::Enrolments => Some(RosterKind::Enrolments),
        SetUpStep::Homerooms | SetUpStep::Dates | SetUpStep::Accounts => None,
    };
    let Some(page) = page_of(step) else {
        return Vec::new();
    };
    let mut effects = go(state, page);
    if let Some(kind) = roster {
        let now = state.now;
        let action = Action::Import(ImportAction::Kind(kind));
        effects.extend(super::update(state, action, now));
    }
    effects
}

/// Asks for everything the pages show.
pub(super) fn look(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|_| manages(state)) else {
        return Vec::new();
    };
    if state.people.office.ready().is_none() {
        state.people.office = Loadable::Loading;
    }
    state.people.stale = false;
    let request = Request::People(PeopleRequest::Office { session });
    vec![state.send(Asked::People(PeopleAsked::Office), request)]
}

/// Reads everything again where it is shown and was changed since.
pub(super) fn shown(state: &mut State) -> Vec<Effect> {
    let is_asked = state.is_asked(|asked| *asked == Asked::People(PeopleAsked::Office));
    if is_asked || (state.people.office.ready().is_some() && !state.people.stale) {
        return Vec::new();
    }
    look(state)
}

/// A page about people was opened.
pub(super) fn entered(state: &mut State, place: PeoplePlace) -> Vec<Effect> {
    let mut effects = shown(state);
    match place.account {
        Some(account) if state.people.open(account).is_none() => {
            state.people.detail = Loadable::Loading;
            effects.extend(detail(state));
        }
        Some(_) => {}
        None => state.people.detail = Loadable::NotAsked,
    }
    effects
}

/// Reads the open account.
fn detail(state: &mut State) -> Vec<Effect> {
    let account = state.people_place().and_then(|place| place.account);
    let (Some(session), Some(account)) = (state.session.clone(), account) else {
        return Vec::new();
    };
    let request = Request::People(PeopleRequest::Detail { session, account });
    vec![state.send(Asked::People(PeopleAsked::Detail(account)), request)]
}

/// Another program, or another page, changed something. While first passwords are made there is a change
/// every moment: how far they are is known then, and everything is read again at the end.
pub(super) fn changed(state: &mut State) -> Vec<Effect> {
    // Whoever imported is to have the first passwords made while still on that page.
    let shown = matches!(
        state.route,
        Route::At(Page::Staff | Page::People(_) | Page::Imports)
    );
    let busy = |asked: &Asked| matches!(asked, Asked::People(PeopleAsked::Office | PeopleAsked::Prepare));
    if !shown || state.is_asked(busy) {
        state.people.stale = true;
        return Vec::new();
    }
    let mut effects = look(state);
    effects.extend(detail(state));
    effects
}

/// Makes the next first passwords, if any wait and nobody is at it.
fn prepare(state: &mut State) -> Vec<Effect> {
    let waiting = state
        .people
        .office
        .ready()
        .is_some_and(|office| office.passwords.waiting > 0);
    let at_it = state.is_asked(|asked| *asked == Asked::People(PeopleAsked::Prepare));
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    if !waiting || at_it || state.people.interrupted {
        return Vec::new();
    }
    let request = Request::People(PeopleRequest::Prepare { session });
    vec![state.send(Asked::People(PeopleAsked::Prepare), request)]
}

pub(super) fn answered(state: &mut State, asked: PeopleAsked, answer: PeopleAnswer) -> Vec<Effect> {
    match (asked, answer) {
        (PeopleAsked::Office, PeopleAnswer::Office(office)) => {
            let known: Vec<_> = office.accounts.iter().map(|row| row.id).collect();
            state.people.marked.retain(|id| known.contains(id));
            state.people.office = Loadable::Ready(*office);
            let effects = prepare(state);
            if state.people.stale && effects.is_empty() {
                return look(state);
            }
            effects
        }
        (PeopleAsked::Detail(account), PeopleAnswer::Detail(found)) => {
            if state.people_place().and_then(|place| place.account) == Some(account) {
                state.people.detail = Loadable::Ready(*found);
            }
            Vec::new()
        }
        (PeopleAsked::Taught(teacher), PeopleAnswer::Detail(found)) => {
            if state.people.form.teacher == Some(teacher) {
                state.people.form.taught = Loadable::Ready(found.courses);
            }
            Vec::new()
        }
        (PeopleAsked::Prepare, PeopleAnswer::Prepared(progress)) => {
            let mut before = progress.waiting;
            if let Loadable::Ready(office) = &mut state.people.office {
                before = office.passwords.waiting;
                office.passwords = progress;
            }
            // Whose password cannot be made must not be tried for ever.
            if progress.waiting == 0 || progress.waiting >= before {
                return look_at_the_end(state, progress.waiting > 0);
            }
            prepare(state)
        }
        (PeopleAsked::Slips, PeopleAnswer::Slips { path, slips }) => {
            toast(state, words::slips_written(slips, &path), None);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn look_at_the_end(state: &mut State, stuck: bool) -> Vec<Effect> {
    state.people.interrupted = stuck;
    let mut effects = look(state);
    effects.extend(detail(state));
    effects
}

pub(super) fn failed(state: &mut State, asked: PeopleAsked, trouble: &Trouble) -> Vec<Effect> {
    match asked {
        PeopleAsked::Office => {
            if state.people.office.ready().is_none() {
                state.people.office = Loadable::Failed(trouble.clone());
            }
        }
        PeopleAsked::Detail(_) => state.people.detail = Loadable::Failed(trouble.clone()),
        PeopleAsked::Taught(_) => state.people.form.taught = Loadable::Failed(trouble.clone()),
        PeopleAsked::Prepare => state.people.interrupted = true,
        PeopleAsked::Slips => say(state, trouble),
    }
    Vec::new()
}

/// A place for slips was chosen, or nothing.
pub(super) fn slips_placed(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    let accounts = std::mem::take(&mut state.people.slips_for);
    let (Some(to), Some(session)) = (paths.into_iter().next(), state.session.clone()) else {
        return Vec::new();
    };
    state.said = None;
    let request = Request::People(match &state.modal {
        Some(Modal::People(PeopleQuestion::Told {
            account,
            password: Some(password),
        })) => PeopleRequest::Slip {
            session,
            account: *account,
            password: password.clone(),
            to,
        },
        _ => PeopleRequest::Slips {
            session,
            accounts,
            to,
        },
    });
    vec![state.send(Asked::People(PeopleAsked::Slips), request)]
}

/// What is said afterwards; a first password is shown instead.
const fn done(purpose: PeoplePurpose) -> Option<Done> {
    Some(match purpose {
        PeoplePurpose::Create | PeoplePurpose::Reset => return None,
        PeoplePurpose::Rename => Done::Renamed,
        PeoplePurpose::Roles => Done::RolesSet,
        PeoplePurpose::Lock => Done::Locked,
        PeoplePurpose::End => Done::Ended,
        PeoplePurpose::Leave(status) => Done::Left(status),
        PeoplePurpose::Years => Done::YearsSet,
        PeoplePurpose::Reactivate => Done::Reactivated,
        PeoplePurpose::Policy => Done::PolicySet,
        PeoplePurpose::HandedOut => Done::HandedOut,
        PeoplePurpose::Homeroom => Done::HomeroomSet,
        PeoplePurpose::Deputy => Done::DeputySet,
        PeoplePurpose::EndDeputy => Done::DeputyEnded,
    })
}

/// A command was done: the question closes, and the lists are read again.
pub(super) fn ran(state: &mut State, purpose: PeoplePurpose, reply: Reply) -> Vec<Effect> {
    if matches!(state.modal, Some(Modal::People(_))) {
        state.modal = None;
        closed(state);
    }
    let reply = match reply {
        Reply::People(reply) => reply,
        // High-school years are the business of activities.
        Reply::Done => PeopleReply::Changed(1),
        _ => return Vec::new(),
    };
    let mut effects = Vec::new();
    match (purpose, reply) {
        (
            PeoplePurpose::Create | PeoplePurpose::Reset,
            PeopleReply::Account {
                account,
                initial_password,
            },
        ) => {
            if purpose == PeoplePurpose::Create {
                effects.extend(go(state, Page::People(PeoplePlace::account(account))));
            }
            state.modal = Some(Modal::People(PeopleQuestion::Told {
                account,
                password: initial_password,
            }));
        }
        (purpose, reply) => {
            if matches!(
                purpose,
                PeoplePurpose::Leave(_) | PeoplePurpose::Reactivate | PeoplePurpose::HandedOut
            ) {
                state.people.marked.clear();
            }
            let count = match reply {
                PeopleReply::Changed(count) => count,
                PeopleReply::Account { .. } | PeopleReply::Deputy(_) => 1,
            };
            if let Some(done) = done(purpose) {
                toast(state, words::done(done, count), None);
            }
        }
    }
    effects.extend(look(state));
    effects.extend(detail(state));
    effects
}
