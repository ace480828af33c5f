//! `account list`, `never-logged-in`, `show`, `classes`.

use crate::cli::args::{Arguments, Filter, ForAccount, OneAccount};
use crate::cli::json::people as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::term::Term;
use crate::engine::{AccountDetail, AccountRow};
use crate::text::{labels, people, time};

use super::find;

impl Filter {
    fn fits(&self, row: &AccountRow) -> bool {
        self.role.is_none_or(|role| row.has(role))
            && self.status.is_none_or(|status| row.standing.status == status)
            && self.class.as_ref().is_none_or(|class| row.class == class.trim())
            && self.find.as_ref().is_none_or(|text| {
                let text = text.trim();
                row.account.contains(text) || row.name.contains(text)
            })
    }
}

pub fn list(
    arguments: &Arguments,
    who: &ForAccount,
    filter: &Filter,
    never_came: bool,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let mut rows = desk.answer(desk.engine.accounts(&desk.session))?;
    rows.retain(|row| filter.fits(row) && (!never_came || row.never_came()));
    let document: Vec<_> = rows.iter().map(json::account_row).collect();
    output.answer(&document, || {
        let cells: Vec<_> = rows.iter().map(cells).collect();
        let mut lines = table(
            ["帳號", "姓名", "身分", "班級", "座號", "狀態", "最近登入", "密碼"],
            &cells,
        );
        lines.push(format!("共 {} 個帳號", rows.len()));
        lines
    })
}

fn cells(row: &AccountRow) -> [String; 8] {
    [
        row.account.clone(),
        row.name.clone(),
        people::roles(&row.roles),
        row.class.clone(),
        row.seat.clone(),
        people::standing(row.standing),
        row.last_login
            .map_or_else(|| people::NEVER.to_owned(), time::roc_moment),
        people::password(row.password).to_owned(),
    ]
}

pub fn show(arguments: &Arguments, one: &OneAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &one.who, Wish::Look)?;
    let id = find(&desk, &one.target)?;
    let detail = desk.answer(desk.engine.account_detail(&desk.session, id))?;
    output.answer(&json::account_detail(&detail), || lines(&detail))
}

fn lines(detail: &AccountDetail) -> Vec<String> {
    let [account, name, roles, _, _, standing, login, password] = cells(&detail.row);
    let mut lines = vec![
        format!("{account} {name}"),
        format!("身分：{roles}"),
        format!("狀態：{standing}"),
        format!("最近登入：{login}"),
        format!("密碼：{password}"),
    ];
    if let Some(id) = &detail.national_id {
        lines.push(format!("身分證字號：{id}"));
    }
    for (term, class, seat) in &detail.placements {
        lines.push(format!("{}：{class} {seat} 號", labels::term(*term)));
    }
    for (term, class) in &detail.homerooms {
        lines.push(format!("{}：{class} 導師", labels::term(*term)));
    }
    for course in &detail.courses {
        lines.push(format!(
            "{}：{} {}，等候認證 {} 件（{}）",
            labels::term(course.term),
            course.name,
            course.group,
            course.waiting,
            course.id
        ));
    }
    lines
}

pub fn classes(
    arguments: &Arguments,
    who: &ForAccount,
    term: Option<Term>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let current = desk.answer(desk.engine.status(&desk.session))?.terms.outcome;
    let term = term.unwrap_or(current);
    let classes = desk.answer(desk.engine.classes(&desk.session, term))?;
    let document: Vec<_> = classes.iter().map(json::class).collect();
    output.answer(&document, || {
        let rows: Vec<_> = classes
            .iter()
            .map(|view| {
                let homeroom = view.homeroom.as_ref().map(|(_, name)| name.clone());
                [
                    view.class.clone(),
                    view.students.to_string(),
                    view.never_came.to_string(),
                    view.slips.to_string(),
                    homeroom.unwrap_or_else(|| "（未指定）".to_owned()),
                ]
            })
            .collect();
        let mut lines = vec![labels::term(term)];
        lines.extend(table(["班級", "學生", "從未登入", "密碼條", "導師"], &rows));
        lines
    })
}
