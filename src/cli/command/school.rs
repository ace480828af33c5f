//! `school create`, `school checklist`.

use crate::cli::args::{Arguments, CreateSchool, ForAccount, School};
use crate::cli::json::people::{self as json, CreatedSchoolDocument};
use crate::cli::opening::{Desk, Wish, surroundings};
use crate::cli::output::Output;
use crate::cli::password;
use crate::cli::trouble::{Trouble, UsageProblem};
use crate::domain::set_up::SetUpStep;
use crate::domain::term::{Semester, Term};
use crate::engine::{Engine, Face, NewSchoolLibrary, Places};
use crate::text::set_up;

pub fn run(arguments: &Arguments, command: &School, output: &mut Output) -> Result<(), Trouble> {
    match command {
        School::Create(wish) => create(arguments, wish, output),
        School::Checklist(who) => checklist(arguments, who, output),
    }
}

fn create(arguments: &Arguments, wish: &CreateSchool, output: &mut Output) -> Result<(), Trouble> {
    let places = Places::of_this_process(arguments.library.clone());
    let path = places.library().ok_or(Trouble::NoDataFolder)?.path;
    let password = password::first(arguments.password_file.as_deref(), &wish.admin)?
        .ok_or(Trouble::Usage(UsageProblem::PasswordsDiffer))?;
    let surroundings = surroundings();
    let now = surroundings.clock.now();
    let new = NewSchoolLibrary {
        name: wish.name.clone(),
        code: wish.code.clone(),
        administrator: wish.admin.clone(),
        administrator_name: wish.admin_name.clone(),
        password,
        term: wish.term.unwrap_or(Term {
            year: wish.year,
            semester: Semester::First,
        }),
    };
    let created = Engine::create_school_library(Some(&path), &new, surroundings, Face::CommandLine);
    let (engine, code) = created.map_err(|failure| Trouble::of(failure, &path, now))?;
    engine
        .library()
        .close()
        .map_err(|error| Trouble::library(error, &path))?;
    let document = CreatedSchoolDocument {
        library: path.display().to_string(),
        school: new.name.trim().to_owned(),
        account: new.administrator.trim().to_owned(),
        recovery_code: code.reveal().to_owned(),
    };
    output.answer(&document, || {
        vec![
            format!("已建立學校檔案庫：{}", document.library),
            format!("系統管理者：{}", document.account),
            String::new(),
            format!("復原碼：{}", document.recovery_code),
            set_up::KEEP_THE_CODE.to_owned(),
        ]
    })
}

fn checklist(arguments: &Arguments, who: &ForAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let found = desk.answer(desk.engine.set_up(&desk.session))?;
    output.answer(&json::set_up(&found), || {
        SetUpStep::ALL
            .map(|step| {
                let mark = if found.is_done(step) {
                    "［完成］"
                } else {
                    "［待辦］"
                };
                format!("{mark}{}：{}", set_up::title(step), set_up::state(step, &found))
            })
            .into()
    })
}
