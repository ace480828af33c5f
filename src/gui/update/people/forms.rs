//! Questions and forms about people: filled, changed, sent. A question stays until the answer is there, so
//! that what was typed is not lost when it is refused.

use chrono::{Datelike, Duration, NaiveDate};

use crate::domain::access::Role;
use crate::domain::account::Status;
use crate::domain::id::AccountId;
use crate::domain::moment::taipei_date;
use crate::domain::roc::{parse_date, roc_year};
use crate::domain::term::SchoolYear;
use crate::engine::{AccountCommand, ActivityCommand, Command, DeputyCommand, NewAccount, NewDeputyship};
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::people::{PeopleAction, PeopleAsked, PeopleField, PeoplePurpose, PeopleQuestion, PeopleTab};
use crate::gui::people::{PeopleForm, PeoplePlace};
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, Purpose, State};
use crate::gui::update::{run, say_message};
use crate::text::screen;
use crate::worker::{PeopleRequest, Request};

/// How long somebody who left may read and export, unless the school says otherwise.
const READING_DAYS: i64 = 180;

/// Shows a question with its form filled in.
pub(super) fn ask(state: &mut State, question: PeopleQuestion) -> Vec<Effect> {
    clear(state);
    let mut effects = Vec::new();
    match &question {
        PeopleQuestion::Create => {
            let year = SchoolYear::of(taipei_date(state.now));
            set(state, PeopleField::EntryYear, year.to_string());
            let class = state.people.filter.class.clone().unwrap_or_default();
            set(state, PeopleField::Class, class);
            state.people.form.roles.insert(Role::Student);
        }
        PeopleQuestion::Rename(account) => {
            let names = state
                .people
                .row(*account)
                .map(|row| (row.account.clone(), row.name.clone()));
            let (account, name) = names.unwrap_or_default();
            set(state, PeopleField::AccountName, account);
            set(state, PeopleField::DisplayName, name);
        }
        PeopleQuestion::Roles(account) => {
            let roles = state.people.row(*account).map(|row| row.roles.clone());
            // 導師 follows from the class and is not given by hand.
            let given = roles.unwrap_or_default().into_iter();
            state.people.form.roles = given.filter(|role| *role != Role::Homeroom).collect();
        }
        PeopleQuestion::Leave(..) => {
            let until = taipei_date(state.now) + Duration::days(READING_DAYS);
            set(state, PeopleField::Until, typed(until));
        }
        PeopleQuestion::Years(account) => {
            let years = state.people.open(*account).and_then(|detail| detail.years);
            let setting = years.map(|years| years.setting).unwrap_or_default();
            set(state, PeopleField::ExtraYears, setting.extra_years.to_string());
            set(
                state,
                PeopleField::LeftOn,
                setting.left.map(typed).unwrap_or_default(),
            );
        }
        PeopleQuestion::Policy => {
            let policy = state.people.office.ready().map(|office| office.policy);
            state.people.form.policy = policy.unwrap_or(state.people.form.policy);
        }
        PeopleQuestion::Homeroom(class) => {
            let classes = state.people.office.ready().map(|office| &office.classes);
            let view = classes.and_then(|all| all.iter().find(|view| view.class == *class));
            state.people.form.teacher = view.and_then(|view| view.homeroom.as_ref()).map(|(id, _)| *id);
        }
        PeopleQuestion::Deputy => {
            let today = taipei_date(state.now);
            set(state, PeopleField::DeputyFrom, typed(today));
        }
        PeopleQuestion::Reset(_)
        | PeopleQuestion::Lock(_)
        | PeopleQuestion::End(_)
        | PeopleQuestion::Reactivate(_)
        | PeopleQuestion::HandedOut(_)
        | PeopleQuestion::EndDeputy(_)
        | PeopleQuestion::Told { .. } => {}
    }
    state.said = None;
    state.modal = Some(Modal::People(question));
    effects.extend(taught(state));
    effects
}

/// The form of a new deputyship for this teacher.
pub(super) fn ask_deputy_for(state: &mut State, teacher: AccountId) -> Vec<Effect> {
    state.route = Route::At(Page::People(PeoplePlace::of(PeopleTab::Deputies)));
    let mut effects = ask(state, PeopleQuestion::Deputy);
    effects.extend(update(state, PeopleAction::Teacher(Some(teacher))));
    effects
}

/// Something was chosen in the open form.
pub(super) fn update(state: &mut State, action: PeopleAction) -> Vec<Effect> {
    let form = &mut state.people.form;
    match action {
        PeopleAction::TakeRole(role, true) => {
            // A student is nothing else, and nobody else is a student.
            if role == Role::Student {
                form.roles.clear();
            } else {
                form.roles.remove(&Role::Student);
            }
            form.roles.insert(role);
        }
        PeopleAction::TakeRole(role, false) => {
            form.roles.remove(&role);
        }
        PeopleAction::Policy(policy) => form.policy = policy,
        PeopleAction::Teacher(teacher) => {
            form.teacher = teacher;
            form.course = None;
            form.taught = Loadable::NotAsked;
            return taught(state);
        }
        PeopleAction::Deputy(deputy) => form.deputy = deputy,
        PeopleAction::Course(course) => form.course = course,
        _ => {}
    }
    Vec::new()
}

/// Asks for the courses of whoever needs a deputy.
fn taught(state: &mut State) -> Vec<Effect> {
    let wanted = matches!(state.modal, Some(Modal::People(PeopleQuestion::Deputy)));
    let (Some(session), Some(account)) = (state.session.clone(), state.people.form.teacher) else {
        return Vec::new();
    };
    if !wanted {
        return Vec::new();
    }
    state.people.form.taught = Loadable::Loading;
    let request = Request::People(PeopleRequest::Detail { session, account });
    vec![state.send(Asked::People(PeopleAsked::Taught(account)), request)]
}

/// The question is over: nothing typed stays.
pub(in crate::gui::update) fn closed(state: &mut State) -> Vec<Effect> {
    clear(state);
    Vec::new()
}

fn clear(state: &mut State) {
    state.people.form = PeopleForm::default();
    for field in PeopleField::ALL {
        if field != PeopleField::Search {
            set(state, field, "");
        }
    }
}

fn set(state: &mut State, field: PeopleField, text: impl Into<String>) {
    state.forms.set(TextField::People(field), text);
}

fn text(state: &State, field: PeopleField) -> String {
    state.forms.text(TextField::People(field)).trim().to_owned()
}

/// `115/2/3`
fn typed(date: NaiveDate) -> String {
    format!("{}/{}/{}", roc_year(date), date.month(), date.day())
}

/// The question was answered with yes.
pub(in crate::gui::update) fn confirm(state: &mut State, question: PeopleQuestion) -> Vec<Effect> {
    let sent = send(state, &question);
    state.modal = Some(Modal::People(question));
    let Some((purpose, command)) = sent else {
        return Vec::new();
    };
    run(state, Purpose::People(purpose), command)
}

/// The command of a question; `None`: something typed cannot be read, which is said.
fn send(state: &mut State, question: &PeopleQuestion) -> Option<(PeoplePurpose, Command)> {
    let account = |purpose, command| Some((purpose, Command::Account(command)));
    match question {
        PeopleQuestion::Create => {
            let new = new_account(state)?;
            account(PeoplePurpose::Create, AccountCommand::Create(new))
        }
        PeopleQuestion::Rename(id) => {
            let rename = AccountCommand::Rename {
                account: *id,
                account_name: Some(text(state, PeopleField::AccountName)),
                display_name: Some(text(state, PeopleField::DisplayName)),
            };
            account(PeoplePurpose::Rename, rename)
        }
        PeopleQuestion::Roles(id) => {
            let roles = state.people.form.roles.iter().copied().collect();
            account(
                PeoplePurpose::Roles,
                AccountCommand::SetRoles { account: *id, roles },
            )
        }
        PeopleQuestion::Reset(id) => account(
            PeoplePurpose::Reset,
            AccountCommand::ResetPassword { account: *id },
        ),
        PeopleQuestion::Lock(id) => account(PeoplePurpose::Lock, AccountCommand::Lock { account: *id }),
        PeopleQuestion::End(id) => account(PeoplePurpose::End, AccountCommand::End { account: *id }),
        PeopleQuestion::Leave(ids, status) => {
            let until = date(state, PeopleField::Until)?;
            let accounts = ids.clone();
            let command = match status {
                Status::Transferred => AccountCommand::Transfer { accounts, until },
                _ => AccountCommand::Graduate { accounts, until },
            };
            account(PeoplePurpose::Leave(*status), command)
        }
        PeopleQuestion::Years(id) => {
            let command = years(state, *id)?;
            Some((PeoplePurpose::Years, Command::Activity(command)))
        }
        PeopleQuestion::Reactivate(ids) => {
            let accounts = ids.clone();
            account(PeoplePurpose::Reactivate, AccountCommand::Reactivate { accounts })
        }
        PeopleQuestion::Policy => {
            let policy = state.people.form.policy;
            account(
                PeoplePurpose::Policy,
                AccountCommand::SetInitialPassword { policy },
            )
        }
        PeopleQuestion::HandedOut(ids) => {
            let accounts = ids.clone();
            account(
                PeoplePurpose::HandedOut,
                AccountCommand::SlipsHandedOut { accounts },
            )
        }
        PeopleQuestion::Homeroom(class) => {
            let command = AccountCommand::SetHomeroom {
                term: state.people.office.ready()?.term,
                class: class.clone(),
                teacher: state.people.form.teacher,
            };
            account(PeoplePurpose::Homeroom, command)
        }
        PeopleQuestion::Deputy => {
            let new = NewDeputyship {
                deputy: state.people.form.deputy?,
                teacher: state.people.form.teacher?,
                offering: state.people.form.course,
                from: date(state, PeopleField::DeputyFrom)?,
                until: date(state, PeopleField::DeputyUntil)?,
                reason: text(state, PeopleField::DeputyReason),
            };
            Some((PeoplePurpose::Deputy, Command::Deputy(DeputyCommand::Add(new))))
        }
        PeopleQuestion::EndDeputy(deputy) => {
            let command = DeputyCommand::End { deputy: *deputy };
            Some((PeoplePurpose::EndDeputy, Command::Deputy(command)))
        }
        PeopleQuestion::Told { .. } => None,
    }
}

fn new_account(state: &mut State) -> Option<NewAccount> {
    let roles: Vec<Role> = state.people.form.roles.iter().copied().collect();
    let is_student = roles.contains(&Role::Student);
    let mut entry_year = None;
    let mut placement = None;
    if is_student {
        let Ok(year) = text(state, PeopleField::EntryYear).parse::<SchoolYear>() else {
            say_message(state, screen::unreadable_number());
            return None;
        };
        entry_year = Some(year);
        let term = state.people.office.ready()?.term;
        let class = text(state, PeopleField::Class);
        placement = Some((term, class, text(state, PeopleField::Seat)));
    }
    Some(NewAccount {
        account_name: text(state, PeopleField::AccountName),
        display_name: text(state, PeopleField::DisplayName),
        roles,
        entry_year,
        placement,
        national_id: Some(text(state, PeopleField::NationalId)).filter(|id| !id.is_empty()),
    })
}

fn years(state: &mut State, student: AccountId) -> Option<ActivityCommand> {
    let Ok(extra_years) = text(state, PeopleField::ExtraYears).parse() else {
        say_message(state, screen::unreadable_number());
        return None;
    };
    let left = if text(state, PeopleField::LeftOn).is_empty() {
        None
    } else {
        Some(date(state, PeopleField::LeftOn)?)
    };
    Some(ActivityCommand::SetYears {
        student,
        extra_years,
        left,
    })
}

fn date(state: &mut State, field: PeopleField) -> Option<NaiveDate> {
    let found = parse_date(&text(state, field));
    if found.is_none() {
        say_message(state, screen::unreadable_day());
    }
    found
}
