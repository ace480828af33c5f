//! The people of a school: creating it, accounts and their standing, first passwords, deputies.

mod duties;
mod founding;
mod leaving;
mod passwords;

use std::sync::Arc;

use chrono::{Duration, NaiveDate};
use licheng::domain::access::Role;
use licheng::domain::account::{InitialPassword, PasswordState, Status};
use licheng::domain::deputy::DeputyPhase;
use licheng::domain::id::AccountId;
use licheng::domain::moment::taipei_date;
use licheng::domain::people_refusal::PeopleRefusal;
use licheng::domain::refusal::Refusal;
use licheng::domain::set_up::SetUpStep;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    AccountCommand, Command, DeputyCommand, Engine, Face, Failure, HandClock, NewAccount, NewDeputyship,
    NewSchoolLibrary, PeopleReply, Reply, Secret, Session, demonstration_password,
};

use crate::support::school::{School, TERM, certify, opening, submit, surroundings};

pub const STRONG: &str = "三月的風吹過操場與走廊";

pub fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("should be refused: {other:?}"),
    }
}

pub fn account(command: AccountCommand) -> Command {
    Command::Account(command)
}

pub fn id(school: &School, name: &str) -> AccountId {
    school.engine.account_named(&school.login("a1"), name).unwrap()
}

pub fn student(name: &str, national_id: Option<&str>) -> NewAccount {
    NewAccount {
        account_name: name.into(),
        display_name: "轉學生".into(),
        roles: vec![Role::Student],
        entry_year: Some(SchoolYear(114)),
        placement: Some((TERM, "一年1班".into(), "31".into())),
        national_id: national_id.map(str::to_owned),
    }
}

pub fn create(school: &School, new: NewAccount) -> (AccountId, Option<Secret>) {
    match school.run(&school.login("r1"), &account(AccountCommand::Create(new))) {
        Ok(Reply::People(PeopleReply::Account {
            account,
            initial_password,
        })) => (account, initial_password),
        other => panic!("{other:?}"),
    }
}

pub fn changed(school: &School, by: &str, command: AccountCommand) -> u32 {
    match school.run(&school.login(by), &account(command)) {
        Ok(Reply::People(PeopleReply::Changed(count))) => count,
        other => panic!("{other:?}"),
    }
}

pub fn day(school: &School, days: i64) -> NaiveDate {
    taipei_date(school.engine.now() + Duration::days(days))
}

pub fn login(school: &School, name: &str) -> Result<Session, Failure> {
    school
        .engine
        .login(name, &Secret::new(demonstration_password(name)))
}

pub fn new_school() -> NewSchoolLibrary {
    NewSchoolLibrary {
        name: " 測試高中 ".into(),
        code: "3530a1".into(),
        administrator: "admin".into(),
        administrator_name: "王主任".into(),
        password: Secret::new(STRONG),
        term: TERM,
    }
}

pub fn found(new: &NewSchoolLibrary) -> Result<(Engine, Secret), Failure> {
    let clock = Arc::new(HandClock::at(opening()));
    Engine::create_school_library(None, new, surroundings(&clock, "founding"), Face::CommandLine)
}
