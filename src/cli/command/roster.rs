//! `import students|teachers|courses|enrolments|officer-posts`, `import undo`.

use std::ops::ControlFlow;
use std::path::Path;

use crate::cli::args::{Arguments, ImportRoster, Roster};
use crate::cli::json::{self, UndoneDocument, WarningEntry, WrongEntry};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::import::{ImportPreview, ImportRefusal, JudgedRow, RowCounts, Standing, StandingKind};
use crate::domain::refusal::Refusal;
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::{ColumnGuess, Mapping, RosterGuess};
use crate::domain::roster_problem::RosterTrouble;
use crate::domain::selection::term_of_limits;
use crate::domain::table::TableProblem;
use crate::engine::{
    Command, Engine, Failure, ImportCommand, OpenTable, ReadRoster, Reply, TableSource, TableWatch,
};
use crate::text::{imports as words, rosters};

/// New and changed rows that are listed one by one.
const MOST_LISTED: usize = 20;
/// A header that was named by hand stands within so many rows.
const HEADER_WITHIN: u32 = 20;

pub fn run(arguments: &Arguments, command: &Roster, output: &mut Output) -> Result<(), Trouble> {
    match command.roster() {
        Some((kind, wish)) => import(arguments, kind, wish, output),
        None => undo(arguments, command, output),
    }
}

fn import(
    arguments: &Arguments,
    kind: RosterKind,
    wish: &ImportRoster,
    output: &mut Output,
) -> Result<(), Trouble> {
    let looks = if wish.dry_run { Wish::Look } else { Wish::Change };
    let desk = Desk::open(arguments, &wish.who, looks)?;
    let opened = OpenTable::open(&TableSource::Path(&wish.file), TableWatch::nobody());
    let opened = opened.map_err(|problem| roster_trouble(&wish.file, RosterTrouble::Table(problem)))?;
    let mapping = mapping(&desk, &opened, kind, wish)?;
    let read = Engine::read_roster(&opened, &mapping, kind, TableWatch::nobody())
        .map_err(|trouble| roster_trouble(&wish.file, trouble))?;
    let mut go_on = |_, _| ControlFlow::Continue(());
    let preview = desk
        .engine
        .preview_import(&desk.session, &read.roster, &mut go_on);
    let preview = desk
        .answer(preview)?
        .ok_or_else(|| roster_trouble(&wish.file, RosterTrouble::Table(TableProblem::Cancelled)))?;
    let wrong = wrong_entries(&read, &preview);
    let warnings = warning_entries(&read, &preview);
    let accepted = wrong.is_empty() || wish.skip_wrong;
    let may = !wish.dry_run && accepted;
    if may {
        let command = ImportCommand::Apply {
            roster: read.roster.clone(),
            seen: Some(preview.fingerprint),
            skip_wrong: wish.skip_wrong,
        };
        desk.run(&Command::Import(command), output)?;
        if !wish.maps.is_empty() {
            let remembered = desk
                .engine
                .remember_headers(&desk.session, &opened, &mapping, kind);
            desk.answer(remembered)?;
        }
    }
    let fails = !accepted;
    let document = json::roster(&preview, may, wrong, warnings);
    output.answer(&document, || {
        let mut lines = vec![summary(kind, &preview, document.wrong.len(), wish.dry_run, may)];
        lines.extend(listed(&preview));
        lines.extend(wrong_lines(&document.wrong));
        lines.extend(document.warnings.iter().map(|warning| match warning.row {
            Some(row) => format!("注意：第 {row} 列：{}", warning.reason),
            None => format!("注意：{}", warning.reason),
        }));
        if !preview.absent.is_empty() {
            lines.push(format!(
                "檔案庫裡有 {} 筆不在這個檔案中，都保留不動。",
                preview.absent.len()
            ));
        }
        lines
    })?;
    if fails { Err(Trouble::Told) } else { Ok(()) }
}

fn roster_trouble(path: &Path, trouble: RosterTrouble) -> Trouble {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    Trouble::Roster {
        name: name.into_owned(),
        trouble: Box::new(trouble),
    }
}

/// What the program finds, mended by what was said on the command line.
fn mapping(
    desk: &Desk,
    opened: &OpenTable,
    kind: RosterKind,
    wish: &ImportRoster,
) -> Result<Mapping, Trouble> {
    let guess = desk.answer(desk.engine.guess_roster(&desk.session, opened, kind))?;
    let (mut mapping, mut columns) = match &wish.sheet {
        None => (guess.mapping, guess.columns),
        Some(name) => {
            let sheet = place_of_sheet(&guess, name)?;
            desk.answer(desk.engine.guess_sheet(&desk.session, opened, kind, sheet, None))?
        }
    };
    // A header that says nothing to the program is found by what was said of it.
    for first_row in 1..=HEADER_WITHIN {
        if names_all(&columns, wish) {
            break;
        }
        let sheet = mapping.sheet;
        let guess = desk
            .engine
            .guess_sheet(&desk.session, opened, kind, sheet, Some(first_row));
        let (other, other_columns) = desk.answer(guess)?;
        let nothing_known = columns.iter().all(|column| column.header.is_empty());
        if nothing_known || names_all(&other_columns, wish) {
            (mapping, columns) = (other, other_columns);
        }
    }
    for map in &wish.maps {
        let column = columns.iter().find(|column| column.header.trim() == map.header);
        let Some(column) = column else {
            return Err(Trouble::Wanted {
                wanted: map.header.clone(),
                there: columns.into_iter().map(|column| column.header).collect(),
            });
        };
        mapping.assign(column.index, Some(map.column));
    }
    if wish.term.is_some() {
        mapping.term = wish.term;
    } else if kind == RosterKind::Students && mapping.term.is_none() {
        mapping.term = Some(desk.answer(desk.engine.status(&desk.session))?.terms.outcome);
    } else if kind == RosterKind::Receipts && mapping.term.is_none() && !mapping.has(RosterColumn::Year) {
        let year = desk.answer(desk.engine.status(&desk.session))?.terms.selection;
        mapping.term = Some(term_of_limits(year));
    }
    Ok(mapping)
}

fn names_all(columns: &[ColumnGuess], wish: &ImportRoster) -> bool {
    wish.maps
        .iter()
        .all(|map| columns.iter().any(|column| column.header.trim() == map.header))
}

fn place_of_sheet(guess: &RosterGuess, name: &str) -> Result<u32, Trouble> {
    let place = guess
        .sheets
        .iter()
        .position(|sheet| sheet.name.trim() == name.trim());
    place
        .and_then(|place| u32::try_from(place).ok())
        .ok_or_else(|| Trouble::Wanted {
            wanted: name.to_owned(),
            there: guess.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        })
}

/// Cells that cannot be read, and rows that cannot be applied, in the order of the table.
fn wrong_entries(read: &ReadRoster, preview: &ImportPreview) -> Vec<WrongEntry> {
    let kind = preview.kind;
    let cells = read.wrong.iter().map(|cell| WrongEntry {
        row: cell.row,
        column: cell.column.map(|column| column.header(kind)),
        reason: rosters::reason(cell, kind),
    });
    let rows = preview.rows.iter().flat_map(|row| {
        let problems = match &row.standing {
            Standing::Wrong(problems) => problems.as_slice(),
            Standing::New | Standing::Changed(_) | Standing::Unchanged => &[],
        };
        problems.iter().map(move |problem| WrongEntry {
            row: row.row,
            column: problem.column().map(|column| column.header(kind)),
            reason: words::row_problem(problem, kind),
        })
    });
    let mut all: Vec<WrongEntry> = cells.chain(rows).collect();
    all.sort_by_key(|entry| entry.row);
    all
}

fn warning_entries(read: &ReadRoster, preview: &ImportPreview) -> Vec<WarningEntry> {
    let of_table = read.warnings.iter().map(|warning| WarningEntry {
        row: warning.row(),
        reason: rosters::roster_warning(warning),
    });
    let of_rows = preview.rows.iter().flat_map(|row| {
        row.warnings.iter().map(|warning| WarningEntry {
            row: Some(row.row),
            reason: words::row_warning(warning),
        })
    });
    of_table.chain(of_rows).collect()
}

fn summary(kind: RosterKind, preview: &ImportPreview, wrong: usize, dry: bool, applied: bool) -> String {
    let counts = RowCounts {
        wrong: u32::try_from(wrong).unwrap_or(u32::MAX),
        ..preview.counts
    };
    let said = words::counts(counts);
    let name = rosters::roster(kind);
    match (applied, dry) {
        (true, _) => format!("已匯入{name}：{said}。"),
        (false, true) => format!("{name}的預覽（沒有寫入）：{said}。"),
        (false, false) => format!("{name}沒有匯入：{said}。請改正有誤的列，或加上 --skip-wrong 匯入其餘的。"),
    }
}

/// The first new and changed rows.
fn listed(preview: &ImportPreview) -> Vec<String> {
    let brings = |row: &&JudgedRow| matches!(row.standing, Standing::New | Standing::Changed(_));
    let rows: Vec<[String; 4]> = preview
        .rows
        .iter()
        .filter(brings)
        .take(MOST_LISTED)
        .map(|row| {
            let changes = match &row.standing {
                Standing::Changed(changes) => changes
                    .iter()
                    .map(|change| words::change(change, preview.kind))
                    .collect::<Vec<_>>()
                    .join("；"),
                _ => row.subject.detail.clone(),
            };
            [
                row.row.to_string(),
                words::standing(row.standing.kind()).to_owned(),
                words::subject(&row.subject),
                changes,
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = table(["列", "結果", "對象", "內容"], &rows);
    let all = preview.counts.get(StandingKind::New) + preview.counts.get(StandingKind::Changed);
    let left = usize::try_from(all)
        .unwrap_or(usize::MAX)
        .saturating_sub(rows.len());
    if left > 0 {
        lines.push(format!("…還有 {left} 筆新增或變更。"));
    }
    lines
}

fn wrong_lines(wrong: &[WrongEntry]) -> Vec<String> {
    if wrong.is_empty() {
        return Vec::new();
    }
    let rows: Vec<[String; 3]> = wrong
        .iter()
        .map(|entry| {
            [
                entry.row.to_string(),
                entry.column.unwrap_or_default().to_owned(),
                entry.reason.clone(),
            ]
        })
        .collect();
    let mut lines = vec![String::new()];
    lines.extend(table(["列", "欄", "有誤的原因"], &rows));
    lines
}

fn undo(arguments: &Arguments, command: &Roster, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, command.who(), Wish::Change)?;
    let last = desk.answer(desk.engine.last_import(&desk.session))?;
    let Some(last) = last else {
        let nothing = Refusal::Import(ImportRefusal::NothingToUndo);
        return desk.answer(Err(Failure::from(nothing)));
    };
    let undo = Command::Import(ImportCommand::UndoLast {
        import: last.import,
        kind: last.kind,
    });
    let Reply::Import(report) = desk.run(&undo, output)? else {
        return desk.answer(Err(Failure::from(Refusal::NoSuchItem)));
    };
    let document = UndoneDocument {
        roster: report.kind.code(),
        new: report.counts.new,
        changed: report.counts.changed,
    };
    output.answer(&document, || {
        let counts = RowCounts {
            unchanged: 0,
            wrong: 0,
            ..report.counts
        };
        vec![format!(
            "已取消匯入{}：{}。",
            rosters::roster(report.kind),
            words::counts(counts)
        )]
    })
}
