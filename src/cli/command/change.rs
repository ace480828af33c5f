//! `item add`, `item edit` and the single steps of an item.

use crate::cli::args::{AddItem, Arguments, EditItem, OneItem};
use crate::cli::input;
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::id::{ItemId, OfferingId};
use crate::domain::refusal::Refusal;
use crate::domain::window::{Period, WindowKind};
use crate::engine::{Command, Failure, ItemView, NewOutcome, OutcomeChanges, Reply};
use crate::text::notes;

use super::item::{facts, parse_id};

/// What can be done to an item with no more than its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Submit,
    Delete,
    Restore,
    RequestReturn,
    WithdrawRequest,
}

impl Step {
    const fn command(self, item: ItemId, seen: u64) -> Command {
        match self {
            Self::Submit => Command::SubmitOutcome { item, seen },
            Self::Delete => Command::DeleteOutcome { item, seen },
            Self::Restore => Command::RestoreOutcome { item, seen },
            Self::RequestReturn => Command::RequestReturn { item, seen },
            Self::WithdrawRequest => Command::WithdrawRequest { item, seen },
        }
    }

    const fn done(self) -> &'static str {
        match self {
            Self::Submit => "已送出認證。",
            Self::Delete => "已刪除。",
            Self::Restore => "已復原。",
            Self::RequestReturn => "已請老師退回，老師會看到這個請求。",
            Self::WithdrawRequest => "已撤回請求。",
        }
    }
}

pub fn add(arguments: &Arguments, add: &AddItem, output: &mut Output) -> Result<(), Trouble> {
    let desk = open(arguments, &add.who)?;
    let offering = parse_course(&desk, &add.course)?;
    let limits = desk.answer(desk.engine.limits(&desk.session, add.term))?;
    let files = input::stage_all(&desk, &add.files, &limits, add.endings.fix_ending, output)?;
    let new = NewOutcome {
        offering,
        term: add.term,
        title: add.title.clone(),
        work_kind: None,
        description: add.description.clone(),
        files,
    };
    let item = run(&desk, &Command::AddOutcome(new), output)?;
    tell_of_loss(&desk, &item, output)?;
    print(
        &desk,
        &item,
        "已新增，狀態是編輯中；要給老師認證請再送出認證（item submit）。",
        output,
    )
}

pub fn edit(arguments: &Arguments, edit: &EditItem, output: &mut Output) -> Result<(), Trouble> {
    let desk = open(arguments, &edit.item.who)?;
    let before = current(&desk, &edit.item)?;
    let changes = &edit.changes;
    let offering = changes
        .course
        .as_deref()
        .map(|course| parse_course(&desk, course))
        .transpose()?;
    let limits = desk.answer(desk.engine.limits(&desk.session, before.facts.term))?;
    let files = input::stage_all(&desk, &changes.files, &limits, edit.endings.fix_ending, output)?;
    let changes = OutcomeChanges {
        title: changes.title.clone(),
        work_kind: None,
        description: changes.description.clone(),
        offering,
        remove: changes.remove.iter().map(|slot| (*slot).into()).collect(),
        files,
    };
    let command = Command::EditOutcome {
        item: before.id,
        seen: before.facts.version,
        changes,
    };
    let item = run(&desk, &command, output)?;
    print(&desk, &item, "已儲存。", output)
}

pub fn step(arguments: &Arguments, one: &OneItem, step: Step, output: &mut Output) -> Result<(), Trouble> {
    let desk = open(arguments, &one.who)?;
    let before = current(&desk, one)?;
    let item = run(&desk, &step.command(before.id, before.facts.version), output)?;
    if step == Step::Submit && item.description.is_empty() {
        output.remark(notes::DESCRIPTION_NUDGE);
    }
    print(&desk, &item, step.done(), output)
}

fn open(arguments: &Arguments, who: &crate::cli::args::ForAccount) -> Result<Desk, Trouble> {
    let desk = Desk::open(arguments, who, Wish::Change)?;
    desk.answer(desk.engine.upkeep())?;
    Ok(desk)
}

fn current(desk: &Desk, one: &OneItem) -> Result<ItemView, Trouble> {
    let id = parse_id(desk, &one.id)?;
    desk.answer(desk.engine.item(&desk.session, id))
}

/// Text that is no id names no course.
fn parse_course(desk: &Desk, text: &str) -> Result<OfferingId, Trouble> {
    desk.answer(text.parse().map_err(|_| Failure::from(Refusal::NoSuchCourse)))
}

fn run(desk: &Desk, command: &Command, output: &mut Output) -> Result<ItemView, Trouble> {
    match desk.run(command, output)? {
        Reply::Item(item) => Ok(*item),
        _ => desk.answer(Err(Failure::from(Refusal::NoSuchItem))),
    }
}

/// An outcome that stays 編輯中 is never seen by a teacher.
fn tell_of_loss(desk: &Desk, item: &ItemView, output: &mut Output) -> Result<(), Trouble> {
    let status = desk.answer(desk.engine.status(&desk.session))?;
    let now = desk.engine.now();
    let period = Period::Term(item.facts.term);
    let closes_soon = status
        .window_of(WindowKind::OutcomeUpload, period, now)
        .is_some_and(|window| window.phase(now) == crate::domain::window::Phase::ClosingSoon);
    if closes_soon {
        output.remark(notes::DRAFT_TRAP);
    }
    Ok(())
}

fn print(desk: &Desk, item: &ItemView, done: &str, output: &mut Output) -> Result<(), Trouble> {
    let limits = desk.answer(desk.engine.limits(&desk.session, item.facts.term))?;
    output.answer(&json::item(item), || {
        let mut lines = vec![done.to_owned(), String::new()];
        lines.extend(facts(item, limits.description_chars, desk.engine.now()));
        lines
    })
}
