//! `certify list`, `certify pass`, `certify return`, `certify undo`.

use std::collections::HashMap;

use crate::cli::args::{Arguments, Certify, Decided, ForAccount};
use crate::cli::json::{self, BatchDocument, RefusedEntry};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::{Trouble, refusal_sentence};
use crate::domain::access::{self, Right};
use crate::domain::id::ItemId;
use crate::domain::refusal::Refusal;
use crate::engine::{Command, Failure, QueueRow, QueueView, Reply, SeenItem, Verdict};
use crate::text::{labels, time};

/// What is done to the items named.
enum Change {
    Decide { verdict: Verdict, opened: bool },
    Undo,
}

pub fn run(arguments: &Arguments, command: &Certify, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Certify::List(who) => list(arguments, who, output),
        Certify::Pass { items, opened } => {
            let verdict = Verdict::Certify;
            let opened = opened.opened;
            change(arguments, items, &Change::Decide { verdict, opened }, output)
        }
        Certify::Return {
            items,
            opened,
            reason,
            note,
            confirm_lockout,
        } => {
            let verdict = Verdict::Return {
                reason: *reason,
                note: note.clone(),
                lockout_confirmed: *confirm_lockout,
            };
            let opened = opened.opened;
            change(arguments, items, &Change::Decide { verdict, opened }, output)
        }
        Certify::Undo { items } => change(arguments, items, &Change::Undo, output),
    }
}

/// Opens the library for somebody whose role carries the right to decide.
fn open(arguments: &Arguments, who: &ForAccount, wish: Wish) -> Result<Desk, Trouble> {
    let desk = Desk::open(arguments, who, wish)?;
    let right = Right::Certify;
    if !access::may(&desk.session.roles, right) {
        return desk.answer(Err(Failure::from(Refusal::NoRight { right })));
    }
    Ok(desk)
}

fn list(arguments: &Arguments, who: &ForAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = open(arguments, who, Wish::Look)?;
    let queue = desk.answer(desk.engine.queue(&desk.session))?;
    let now = desk.engine.now();
    let document: Vec<_> = queue
        .rows
        .iter()
        .map(|row| json::queue_row(row, course_name(&queue, row), now))
        .collect();
    output.answer(&document, || {
        if queue.rows.is_empty() {
            return vec!["沒有學生送出的成果。".to_owned()];
        }
        let waiting = queue.rows.iter().filter(|row| row.waits()).count();
        let mut lines = vec![format!("等候處理 {waiting} 件，共 {} 件。", queue.rows.len())];
        let rows: Vec<_> = queue.rows.iter().map(|row| cells(&queue, row)).collect();
        lines.extend(table(
            [
                "代號",
                "狀態",
                "課程",
                "班級",
                "座號",
                "學生",
                "名稱",
                "時間（台北時間）",
            ],
            &rows,
        ));
        lines
    })
}

fn course_name<'q>(queue: &'q QueueView, row: &QueueRow) -> &'q str {
    queue.course(row.offering).map_or("", |course| &course.name)
}

fn cells(queue: &QueueView, row: &QueueRow) -> [String; 8] {
    let mut state = labels::state(row.state).to_owned();
    if row.requested.is_some() {
        state.push_str("（學生請老師退回）");
    } else if row.unopened {
        state.push_str("（未開啟檔案）");
    }
    let since = row.waiting_since().or(row.decided).or(row.submitted);
    [
        row.id.to_string(),
        state,
        course_name(queue, row).to_owned(),
        row.class.clone(),
        row.seat.clone(),
        format!("{} {}", row.account, row.student_name),
        row.title.clone(),
        since.map(time::roc_moment).unwrap_or_default(),
    ]
}

fn change(
    arguments: &Arguments,
    items: &Decided,
    change: &Change,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = open(arguments, &items.who, Wish::Change)?;
    desk.answer(desk.engine.upkeep())?;
    let versions: HashMap<ItemId, u64> = desk
        .answer(desk.engine.queue(&desk.session))?
        .rows
        .iter()
        .map(|row| (row.id, row.version))
        .collect();
    let unopened = matches!(change, Change::Decide { opened: false, .. });
    let mut strange = Vec::new();
    let mut seen = Vec::new();
    for text in &items.ids {
        match text.parse() {
            // The engine says what is wrong with an item that is not in the queue.
            Ok(item) => seen.push(SeenItem {
                item,
                version: versions.get(&item).copied().unwrap_or_default(),
                unopened,
            }),
            Err(_) => strange.push((text.clone(), Refusal::NoSuchItem)),
        }
    }
    let command = match change {
        Change::Decide { verdict, .. } => Command::DecideMany {
            items: seen,
            verdict: verdict.clone(),
        },
        Change::Undo => Command::UndoMany { items: seen },
    };
    let batch = match desk.run(&command, output)? {
        Reply::Batch(batch) => batch,
        _ => return desk.answer(Err(Failure::from(Refusal::NoSuchItem))),
    };
    let named = |(item, refusal): (ItemId, Refusal)| (item.to_string(), refusal);
    strange.extend(batch.refused.into_iter().map(named));
    tell(&desk, change, &batch.done, &strange, output)
}

fn tell(
    desk: &Desk,
    change: &Change,
    done: &[SeenItem],
    refused: &[(String, Refusal)],
    output: &mut Output,
) -> Result<(), Trouble> {
    let queue = desk.answer(desk.engine.queue(&desk.session))?;
    let now = desk.engine.now();
    let rows: Vec<&QueueRow> = done.iter().filter_map(|seen| queue.row(seen.item)).collect();
    let refused: Vec<RefusedEntry> = refused
        .iter()
        .map(|(id, refusal)| RefusedEntry {
            id: id.clone(),
            reason: refusal_sentence(refusal, now),
        })
        .collect();
    for entry in &refused {
        output.remark(&format!("{}：{}", entry.id, entry.reason));
    }
    let document = BatchDocument {
        done: rows.iter().map(|row| json::decided(row)).collect(),
        refused,
    };
    if output.wants_json() || !done.is_empty() {
        output.answer(&document, || {
            let mut lines = vec![summary(change, done.len(), document.refused.len())];
            let cells: Vec<_> = rows.iter().map(|row| decided_cells(row)).collect();
            lines.extend(table(["代號", "狀態", "學生", "名稱"], &cells));
            lines
        })?;
    }
    if document.refused.is_empty() {
        Ok(())
    } else {
        Err(Trouble::Told)
    }
}

fn summary(change: &Change, done: usize, refused: usize) -> String {
    let what = match change {
        Change::Decide {
            verdict: Verdict::Certify,
            ..
        } => "認證成功",
        Change::Decide { .. } => "認證失敗",
        Change::Undo => "取消認證結果",
    };
    let unopened = match change {
        Change::Decide { opened: false, .. } => "（註明未開啟檔案）",
        _ => "",
    };
    match refused {
        0 => format!("{what} {done} 件{unopened}。"),
        _ => format!("{what} {done} 件{unopened}，{refused} 件沒有處理。"),
    }
}

fn decided_cells(row: &QueueRow) -> [String; 4] {
    [
        row.id.to_string(),
        labels::state(row.state).to_owned(),
        format!("{} {}", row.account, row.student_name),
        row.title.clone(),
    ]
}
