//! Accounts: listed, opened, changed, told; slips; refusals explained.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use licheng::domain::access::Role;
use licheng::domain::account::{PasswordState, Status};
use licheng::domain::roster::{Located, RosterRows, StudentRow};
use licheng::domain::term::SchoolYear;
use licheng::engine::{Command, DeputyCommand, ImportCommand, Roster, demonstration_password};
use licheng::gui::action::{Action, Picking};
use licheng::gui::forms::TextField;
use licheng::gui::modal::Modal;
use licheng::gui::people::{PeopleAction, PeopleField, PeoplePlace, PeopleQuestion, PeopleTab, Which};
use licheng::gui::route::Page;
use licheng::text::people::{ask, page as words};

use crate::desk::{Desk, PLAIN, small_school};
use crate::school::{School, TERM};

pub fn desk_of(school: School, account: &str) -> Desk {
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in(account, &demonstration_password(account));
    desk.act(Action::Go(Page::People(PeoplePlace::default())));
    assert!(desk.state().people.office.ready().is_some());
    desk
}

fn open(desk: &mut Desk, name: &str) {
    let office = desk.state().people.office.ready().unwrap();
    let row = office.accounts.iter().find(|row| row.name == name).unwrap();
    let id = row.id;
    desk.act(Action::Go(Page::People(PeoplePlace::account(id))));
}

fn status(desk: &Desk, name: &str) -> Status {
    let office = desk.state().people.office.ready().unwrap();
    let row = office.accounts.iter().find(|row| row.name == name);
    row.unwrap().standing.status
}

/// Into a field that something on the page behind shares its name with.
fn fill(desk: &mut Desk, field: PeopleField, text: &str) {
    desk.act(Action::Typed(TextField::People(field), text.into()));
}

fn choose(desk: &mut Desk, menu: &str, entry: &str) {
    desk.click_button(menu);
    desk.click(entry);
}

#[test]
fn an_account_is_found_locked_and_used_again() {
    let mut desk = desk_of(small_school(), "a1");
    desk.type_into(words::SEARCH, "t1");
    assert!(desk.has("t1 陳老師") && !desk.has("t2 游喆"));
    desk.click("t1 陳老師 任課教師 從未登入");
    assert!(desk.has(words::COURSES), "the account is open at the right");
    desk.click_button(words::LOCK);
    desk.click_button(ask::LOCK_VERB);
    assert_eq!(status(&desk, "陳老師"), Status::Locked);
    assert!(desk.state().modal.is_none() && desk.has("帳號已鎖定"));
    desk.click_button(words::UNLOCK);
    desk.click_button(ask::REACTIVATE_VERB);
    assert_eq!(status(&desk, "陳老師"), Status::Active);
}

#[test]
fn a_new_password_is_told_once_and_is_good() {
    let mut desk = desk_of(small_school(), "r1");
    open(&mut desk, "林𡘙");
    desk.click_button(words::RESET);
    desk.click_button(ask::RESET_VERB);
    let Some(Modal::People(PeopleQuestion::Told {
        password: Some(password),
        ..
    })) = desk.state().modal.clone()
    else {
        panic!("{:?}", desk.state().said)
    };
    assert!(desk.has(password.reveal()));
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("密碼條.pdf");
    desk.click_button(ask::ON_PAPER);
    desk.answer_dialog(vec![to.clone()]);
    assert!(std::fs::read(&to).unwrap().starts_with(b"%PDF"));
    desk.click_button(ask::TOLD_CLOSE);
    assert!(!desk.has(password.reveal()));
    desk.act(Action::Logout);
    desk.log_in("s1", password.reveal());
    assert!(desk.has("換成自己的密碼"));
}

#[test]
fn the_registry_looks_at_the_accounts_of_offices_and_changes_none() {
    let mut desk = desk_of(small_school(), "r1");
    open(&mut desk, "管理員");
    assert!(desk.has(words::NOT_YOURS) && !desk.can_press(words::RESET));
    open(&mut desk, "陳老師");
    desk.click_button(words::MORE);
    assert!(!desk.has(words::ROLES), "only the administrator grants roles");
}

#[test]
fn roles_and_names_are_changed_and_a_refusal_keeps_the_form() {
    let mut desk = desk_of(small_school(), "a1");
    open(&mut desk, "陳老師");
    choose(&mut desk, words::MORE, words::ROLES);
    desk.act(Action::People(PeopleAction::TakeRole(Role::Registry, true)));
    desk.click_button(ask::SAVE);
    let office = desk.state().people.office.ready().unwrap();
    let row = office.accounts.iter().find(|row| row.name == "陳老師").unwrap();
    assert_eq!(row.roles, [Role::Teacher, Role::Registry]);
    choose(&mut desk, words::MORE, words::RENAME);
    fill(&mut desk, PeopleField::AccountName, "t2");
    desk.click_button(ask::SAVE);
    assert!(desk.state().modal.is_some() && desk.state().said.is_some());
    fill(&mut desk, PeopleField::AccountName, "chen");
    desk.click_button(ask::SAVE);
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert!(desk.has("chen"));
}

#[test]
fn who_repeats_a_year_has_more_high_school_years() {
    let mut desk = desk_of(small_school(), "r1");
    open(&mut desk, "林𡘙");
    let last = |desk: &Desk| {
        let detail = desk.state().people.detail.ready().unwrap();
        detail.years.unwrap().years.last
    };
    let usual = last(&desk);
    choose(&mut desk, words::MORE, words::YEARS);
    desk.type_into(ask::EXTRA_YEARS, "兩年");
    desk.click_button(ask::SAVE);
    assert!(desk.state().said.is_some(), "that is no number");
    desk.type_into(ask::EXTRA_YEARS, "1");
    desk.click_button(ask::SAVE);
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert_eq!(last(&desk).year(), usual.year() + 1);
    choose(&mut desk, words::MORE, words::YEARS);
    desk.type_into(ask::LEFT_ON, "115/1/31");
    desk.click_button(ask::SAVE);
    assert_eq!(last(&desk), NaiveDate::from_ymd_opt(2026, 1, 31).unwrap());
    assert!(
        desk.has(&words::study_years(
            desk.state()
                .people
                .detail
                .ready()
                .unwrap()
                .years
                .unwrap()
                .years
                .first,
            last(&desk)
        ))
    );
}

#[test]
fn a_class_graduates_together_and_comes_back() {
    let mut desk = desk_of(small_school(), "r1");
    desk.act(Action::People(PeopleAction::Class(Some("一年1班".into()))));
    desk.click(words::MARK_ALL);
    assert_eq!(desk.state().people.marked.len(), 2);
    desk.click_button(words::GRADUATE);
    desk.type_into(ask::UNTIL, "114/1/1");
    desk.click_button(ask::GRADUATE_VERB);
    assert!(desk.state().said.is_some(), "that day is over");
    desk.type_into(ask::UNTIL, "115/7/31");
    desk.click_button(ask::GRADUATE_VERB);
    assert_eq!(status(&desk, "林𡘙"), Status::Graduated);
    assert_eq!(status(&desk, "王堃"), Status::Graduated);
    assert!(desk.state().people.marked.is_empty());
    desk.act(Action::People(PeopleAction::Which(Which::Gone)));
    desk.click(words::MARK_ALL);
    desk.click_button(words::REACTIVATE);
    desk.click_button(ask::REACTIVATE_VERB);
    assert_eq!(status(&desk, "王堃"), Status::Active);
}

#[test]
fn whoever_has_items_waiting_is_not_ended_before_a_deputy_is_named() {
    let school = small_school();
    let student = school.login("s1");
    school.submitted(&student, "單擺");
    let registry = school.login("r1");
    for view in school.engine.deputies(&registry).unwrap() {
        let end = Command::Deputy(DeputyCommand::End { deputy: view.id });
        school.run(&registry, &end).unwrap();
    }
    let mut desk = desk_of(school, "r1");
    open(&mut desk, "陳老師");
    assert!(desk.has("1 件待認證"));
    choose(&mut desk, words::MORE, words::END);
    assert!(desk.has(ask::WAITING));
    desk.click_button(ask::END_VERB);
    let said = desk.state().said.clone().unwrap();
    assert!(said.message.why.contains("物理"), "{said:?}");
    desk.click(ask::NAME_DEPUTY);
    assert_eq!(
        desk.state().people_place(),
        Some(PeoplePlace::of(PeopleTab::Deputies))
    );
    let office = desk.state().people.office.ready().unwrap();
    let id = |name: &str| office.accounts.iter().find(|row| row.name == name).unwrap().id;
    let (teacher, deputy) = (id("陳老師"), id("代理老師"));
    assert_eq!(desk.state().people.form.teacher, Some(teacher));
    assert!(desk.state().people.form.taught.ready().is_some());
    desk.act(Action::People(PeopleAction::Deputy(Some(deputy))));
    desk.type_into(ask::LAST_DAY, "115/3/31");
    assert!(!desk.can_press(ask::SAVE), "the reason is missing");
    desk.type_into(ask::REASON, "產假");
    desk.click_button(ask::SAVE);
    assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    assert!(desk.has("代理老師 代理 陳老師"));
    open(&mut desk, "陳老師");
    choose(&mut desk, words::MORE, words::END);
    desk.click_button(ask::END_VERB);
    assert_eq!(status(&desk, "陳老師"), Status::Ended);
}

#[test]
fn an_account_is_made_by_hand() {
    let mut desk = desk_of(small_school(), "a1");
    desk.click_button(words::CREATE);
    fill(&mut desk, PeopleField::AccountName, "s3");
    desk.type_into(ask::NAME, "游堃");
    assert!(!desk.can_press(ask::CREATE_VERB), "the class is missing");
    fill(&mut desk, PeopleField::Class, "一年1班");
    desk.type_into(ask::SEAT, "03");
    desk.click_button(ask::CREATE_VERB);
    let told = matches!(
        desk.state().modal,
        Some(Modal::People(PeopleQuestion::Told {
            password: Some(_),
            ..
        }))
    );
    assert!(told, "{:?}", desk.state().said);
    desk.click_button(ask::TOLD_CLOSE);
    assert!(desk.has("一年1班 03 號"), "it is open");
}

fn with_newcomers() -> School {
    let school = small_school();
    let row = |number: u32| Located {
        row: number + 1,
        value: StudentRow {
            account: format!("n{number}"),
            display_name: format!("新生{number}"),
            class: "一年2班".into(),
            seat: format!("{number:02}"),
            national_id: None,
            birth_date: None,
            entry_year: SchoolYear(114),
        },
    };
    let roster = Roster {
        rows: Arc::new(RosterRows::Students((1..=3).map(row).collect())),
        class_term: Some(TERM),
    };
    let apply = Command::Import(ImportCommand::Apply {
        roster,
        seen: None,
        skip_wrong: false,
    });
    school.run(&school.login("r1"), &apply).unwrap();
    school
}

#[test]
fn first_passwords_are_made_while_one_looks_and_printed_for_a_class() {
    let school = with_newcomers();
    let waiting = school.engine.password_progress(&school.login("r1")).unwrap();
    assert_eq!(waiting.waiting, 3);
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("密碼條.pdf");
    let mut desk = desk_of(school, "r1");
    let passwords = desk.state().people.office.ready().unwrap().passwords;
    assert_eq!(passwords.waiting, 0, "nobody had to ask");
    desk.click(words::CLASSES);
    desk.act(Action::People(PeopleAction::ShowClass("一年2班".into())));
    desk.click(words::MARK_ALL);
    choose(&mut desk, words::SLIPS, words::PRINT_SLIPS);
    assert_eq!(desk.answer_dialog(vec![to.clone()]), Picking::SaveSlips);
    assert!(
        std::fs::read(&to).unwrap().starts_with(b"%PDF"),
        "{:?}",
        desk.state().said
    );
    assert!(desk.has("已做好 3 張密碼條"));
    choose(&mut desk, words::SLIPS, words::HANDED_OUT);
    desk.click_button(ask::HANDED_OUT_VERB);
    let office = desk.state().people.office.ready().unwrap();
    let on_slip = |state: PasswordState| state == PasswordState::OnSlip;
    assert!(!office.accounts.iter().any(|row| on_slip(row.password)));
    desk.act(Action::People(PeopleAction::Which(Which::NeverCame)));
    desk.act(Action::People(PeopleAction::CopyListed));
    assert!(desk.has("已複製 3 個帳號"));
}

#[test]
fn what_changed_while_another_page_was_open_is_read_again() {
    let mut desk = desk_of(small_school(), "a1");
    desk.act(Action::Go(Page::Faq(None)));
    let office = desk.state().people.office.ready().unwrap();
    let row = office.accounts.iter().find(|row| row.name == "陳老師").unwrap();
    let lock = licheng::engine::AccountCommand::Lock { account: row.id };
    let session = desk.state().session.clone().unwrap();
    let request = licheng::worker::Request::Run {
        session,
        request: licheng::domain::id::RequestId(7),
        command: Command::Account(lock),
    };
    // As another page would, under a ticket nobody waits for.
    desk.app()
        .worker()
        .send(licheng::worker::Ticket(1_000_000), request);
    desk.settle();
    desk.act(Action::Go(Page::People(PeoplePlace::default())));
    assert_eq!(status(&desk, "陳老師"), Status::Locked);
}

#[test]
fn a_closed_dialog_prints_nothing() {
    let mut desk = desk_of(with_newcomers(), "r1");
    desk.act(Action::People(PeopleAction::ShowClass("一年2班".into())));
    desk.click(words::MARK_ALL);
    choose(&mut desk, words::SLIPS, words::PRINT_SLIPS);
    desk.answer_dialog(Vec::new());
    assert!(desk.state().people.slips_for.is_empty() && desk.state().said.is_none());
}
