//! `deputy …`.

use crate::cli::args::{AddDeputy, Arguments, Deputy};
use crate::cli::json::people as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::id::DeputyId;
use crate::domain::moment::taipei_date;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::{Command, DeputyCommand, DeputyView, Failure, NewDeputyship};
use crate::text::{labels, time};

use super::find;

pub fn run(arguments: &Arguments, command: &Deputy, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Deputy::List(who) => print(&Desk::open(arguments, who, Wish::Look)?, output),
        Deputy::Add(add) => {
            let desk = Desk::open(arguments, &add.who, Wish::Change)?;
            let command = add_command(&desk, add)?;
            desk.run(&Command::Deputy(command), output)?;
            print(&desk, output)
        }
        Deputy::End { who, id } => {
            let desk = Desk::open(arguments, who, Wish::Change)?;
            let missing = || Failure::from(Refusal::from(PeopleRefusal::NoSuchDeputy));
            let deputy: DeputyId = desk.answer(id.parse().map_err(|_| missing()))?;
            desk.run(&Command::Deputy(DeputyCommand::End { deputy }), output)?;
            print(&desk, output)
        }
    }
}

fn add_command(desk: &Desk, add: &AddDeputy) -> Result<DeputyCommand, Trouble> {
    let course = add.course.as_deref().map(str::parse);
    let no_course = |_| Failure::from(Refusal::NoSuchCourse);
    Ok(DeputyCommand::Add(NewDeputyship {
        deputy: find(desk, &add.deputy)?,
        teacher: find(desk, &add.teacher)?,
        offering: desk.answer(course.transpose().map_err(no_course))?,
        from: add.from,
        until: add.until,
        reason: add.reason.clone(),
    }))
}

fn print(desk: &Desk, output: &mut Output) -> Result<(), Trouble> {
    let deputies = desk.answer(desk.engine.deputies(&desk.session))?;
    let document: Vec<_> = deputies.iter().map(json::deputy).collect();
    output.answer(&document, || {
        if deputies.is_empty() {
            return vec!["沒有代理人。".to_owned()];
        }
        let rows: Vec<_> = deputies.iter().map(cells).collect();
        table(
            ["狀態", "代理人", "教師", "課程", "從", "到", "原因", "代號"],
            &rows,
        )
    })
}

fn cells(view: &DeputyView) -> [String; 8] {
    [
        labels::deputy_phase(view.phase).to_owned(),
        view.deputy_name.clone(),
        view.teacher_name.clone(),
        view.course
            .as_ref()
            .map_or_else(|| "全部課程".to_owned(), |(_, name)| name.clone()),
        time::roc_date(taipei_date(view.from)),
        time::roc_date(view.last_day()),
        view.reason.clone(),
        view.id.to_string(),
    ]
}
