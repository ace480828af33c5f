//! `select …`.

use crate::cli::args::{Arguments, ForSelection, Select, SelectItems};
use crate::cli::json::{self, DoneDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::refusal::Refusal;
use crate::domain::selection::Part;
use crate::domain::term::SchoolYear;
use crate::domain::window::{Period, WindowKind, phase_of};
use crate::engine::{Command, Failure, Found, FoundKind, Reply, SelectionCommand, SelectionView};
use crate::text::{labels, selection as words, time};

use super::item::parse_id;

pub fn run(arguments: &Arguments, command: &Select, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Select::List(who) => {
            let (desk, year) = open(arguments, who, Wish::Look)?;
            let view = desk.answer(desk.engine.selection(&desk.session, Some(year)))?;
            print(&desk, &view, None, output)
        }
        Select::Add(items) => each(arguments, items, "已勾選。", output, |year, item| {
            SelectionCommand::Tick { year, item }
        }),
        Select::Remove(items) => each(arguments, items, "已取消勾選。", output, |year, item| {
            SelectionCommand::Untick { year, item }
        }),
        Select::Order(items) => order(arguments, items, output),
        Select::Confirm(who) => confirm(arguments, who, output),
        Select::Overview(who) => overview(arguments, who, output),
        Select::File { who, grade } => file(arguments, who, *grade, output),
    }
}

fn open(arguments: &Arguments, who: &ForSelection, wish: Wish) -> Result<(Desk, SchoolYear), Trouble> {
    let desk = Desk::open(arguments, &who.who, wish)?;
    let year = match who.year {
        Some(year) => year,
        None => desk.answer(desk.engine.status(&desk.session))?.terms.selection,
    };
    Ok((desk, year))
}

fn give(desk: &Desk, command: SelectionCommand, output: &mut Output) -> Result<SelectionView, Trouble> {
    match desk.run(&Command::Selection(command), output)? {
        Reply::Selection(view) => Ok(*view),
        _ => desk.answer(Err(Failure::from(Refusal::NoSuchItem))),
    }
}

/// One command per item, in the order given; the first refusal ends it.
fn each(
    arguments: &Arguments,
    items: &SelectItems,
    done: &str,
    output: &mut Output,
    command: impl Fn(SchoolYear, crate::domain::id::ItemId) -> SelectionCommand,
) -> Result<(), Trouble> {
    let (desk, year) = open(arguments, &items.who, Wish::Change)?;
    let mut view = None;
    for text in &items.ids {
        let item = parse_id(&desk, text)?;
        view = Some(give(&desk, command(year, item), output)?);
    }
    match view {
        Some(view) => print(&desk, &view, Some(done), output),
        None => Ok(()),
    }
}

/// All of one list: which one is seen from the first item.
fn order(arguments: &Arguments, items: &SelectItems, output: &mut Output) -> Result<(), Trouble> {
    let (desk, year) = open(arguments, &items.who, Wish::Change)?;
    let mut wanted = Vec::new();
    for text in &items.ids {
        wanted.push(parse_id(&desk, text)?);
    }
    let view = desk.answer(desk.engine.selection(&desk.session, Some(year)))?;
    let is_activity = view
        .activities
        .iter()
        .any(|chosen| Some(&chosen.found.id) == wanted.first());
    let part = if is_activity {
        Part::Activities
    } else {
        Part::Outcomes
    };
    let command = SelectionCommand::Order {
        year,
        part,
        items: wanted,
    };
    let view = give(&desk, command, output)?;
    print(&desk, &view, Some("已改變順序。"), output)
}

fn confirm(arguments: &Arguments, who: &ForSelection, output: &mut Output) -> Result<(), Trouble> {
    let (desk, year) = open(arguments, who, Wish::Change)?;
    let seen = desk
        .answer(desk.engine.selection(&desk.session, Some(year)))?
        .version;
    let view = give(&desk, SelectionCommand::Confirm { year, seen }, output)?;
    print(&desk, &view, Some(words::CONFIRMED), output)
}

fn print(desk: &Desk, view: &SelectionView, done: Option<&str>, output: &mut Output) -> Result<(), Trouble> {
    let status = desk.answer(desk.engine.status(&desk.session))?;
    let now = desk.engine.now();
    let window = status.window_of(WindowKind::Selection, Period::Year(view.year), now);
    let phase = phase_of(window, now);
    if view.is_unconfirmed() {
        output.remark(words::UNCONFIRMED);
    }
    output.answer(&json::selection(view, phase), || {
        let mut lines: Vec<String> = done.into_iter().map(str::to_owned).collect();
        lines.push(format!(
            "{}勾選　{}",
            labels::school_year(view.year),
            labels::phase_name(phase)
        ));
        for left in &view.left {
            lines.push(words::left(&left.title, left.why));
        }
        for part in Part::ALL {
            lines.extend(part_lines(view, part));
        }
        for one in &view.not_ready {
            lines.push(format!(
                "還不能勾選：{}　{}",
                one.found.title,
                labels::not_selectable(one.why)
            ));
        }
        lines
    })
}

fn part_lines(view: &SelectionView, part: Part) -> Vec<String> {
    let chosen = view.chosen(part);
    let mut lines = vec![
        String::new(),
        words::counter(part, chosen.len(), view.limit(part)),
    ];
    let numbered = chosen.iter().zip(1..).map(|(one, place)| {
        let mark = match (one.filed, one.problem) {
            (Some(batch), _) => format!("第 {batch} 批已提交"),
            (None, Some(why)) => labels::not_selectable(why),
            (None, None) => String::new(),
        };
        row(&format!("{place}."), &one.found, mark)
    });
    let open = view
        .candidates(part)
        .iter()
        .map(|found| row("", found, "可以勾選".to_owned()));
    let rows: Vec<_> = numbered.chain(open).collect();
    if !rows.is_empty() {
        lines.extend(table(["順序", "代號", "學期", "類別", "名稱", "備註"], &rows));
    }
    lines
}

fn row(place: &str, found: &Found, mark: String) -> [String; 6] {
    let kind = match found.kind {
        FoundKind::Outcome(_) => found.detail.clone(),
        FoundKind::Activity(category) => labels::category(category).to_owned(),
    };
    [
        place.to_owned(),
        found.id.to_string(),
        found.term.to_string(),
        kind,
        found.title.clone(),
        mark,
    ]
}

fn overview(arguments: &Arguments, who: &ForSelection, output: &mut Output) -> Result<(), Trouble> {
    let (desk, year) = open(arguments, who, Wish::Look)?;
    let all = desk.answer(desk.engine.selections_of_all(&desk.session, year))?;
    let document: Vec<_> = all.iter().map(json::student_selection).collect();
    output.answer(&document, || {
        let rows: Vec<_> = all
            .iter()
            .map(|one| {
                [
                    one.class.clone(),
                    one.seat.clone(),
                    one.account.clone(),
                    one.name.clone(),
                    one.outcomes.to_string(),
                    one.activities.to_string(),
                    one.confirmed
                        .map_or_else(|| "尚未確認".to_owned(), time::roc_moment),
                    one.filed.to_string(),
                ]
            })
            .collect();
        table(
            [
                "班級",
                "座號",
                "學號",
                "姓名",
                "成果",
                "多元表現",
                "確認（台北時間）",
                "已提交",
            ],
            &rows,
        )
    })
}

fn file(
    arguments: &Arguments,
    who: &ForSelection,
    grade: Option<u8>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let (desk, year) = open(arguments, who, Wish::Change)?;
    desk.run(
        &Command::Selection(SelectionCommand::File { year, grade }),
        output,
    )?;
    let document = DoneDocument {
        account: who.who.account.clone(),
        done: true,
    };
    output.answer(&document, || {
        vec![format!(
            "{}已截止的勾選已提交成一個批次，內容與認證結果不再更動。",
            labels::school_year(year)
        )]
    })
}
