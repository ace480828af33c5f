//! The columns of an open table and what each is.

use eframe::egui::{Label, Ui};

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::{ColumnGuess, Confidence};
use crate::domain::table::column_letters;
use crate::domain::term::{Semester, Term};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::imports::{ImportAction, Table};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, Notice, NoticeKind, PageHeader, card_ui, cell_ui, divider_ui, select_in_row_ui, select_ui,
};
use crate::text::{imports as words, labels};

use super::job_ui;

/// Widths of the columns of this page, in points.
const NAME: f32 = 200.0;
const MEANS: f32 = 210.0;
const WHY: f32 = 150.0;

pub(super) fn columns_ui(ui: &mut Ui, state: &State, table: &Table, actions: &mut Vec<Action>) {
    let kind = table.guess.kind;
    let missing = table.mapping.missing(kind);
    let rows = usize::try_from(table.mapping.sheet)
        .ok()
        .and_then(|sheet| table.guess.sheets.get(sheet))
        .map_or(0, |sheet| sheet.rows.saturating_sub(table.mapping.first_row));
    let reason = (!missing.is_empty()).then(|| words::missing(&missing, kind));
    let next = Button::primary(words::PREVIEW)
        .icon(icons::EYE)
        .disabled_because(reason.clone())
        .enabled(state.imports.job.is_none());
    let header = PageHeader::new(words::title(kind))
        .sentence(words::columns_sentence(&table.name, rows))
        .action(next);
    if header.ui(ui) {
        actions.push(Action::Import(ImportAction::Preview));
    }
    if job_ui(ui, state, actions) {
        return;
    }
    notices_ui(ui, table, reason);
    card_ui(ui, |ui| {
        choices_ui(ui, state, table, actions);
        head_ui(ui);
        for column in &table.columns {
            divider_ui(ui);
            column_ui(ui, table, column, kind, actions);
        }
    });
    ui.add_space(space::M);
    if Button::secondary(words::ANOTHER_FILE)
        .icon(icons::ARROW_LEFT)
        .ui(ui)
        .clicked()
    {
        actions.push(Action::Import(ImportAction::Again));
    }
}

fn notices_ui(ui: &mut Ui, table: &Table, missing: Option<String>) {
    if let Some(missing) = missing {
        let mut notice = Notice::new(NoticeKind::Caution, missing);
        if let Some(other) = table.guess.looks_like {
            notice = notice.why(words::looks_like(other));
        }
        let _ = notice.ui(ui);
        ui.add_space(space::XS);
    }
}

/// Rows that may be the first below the header: titles above it are few.
const FIRST_ROWS: u32 = 10;

/// Sheet, header and term.
fn choices_ui(ui: &mut Ui, state: &State, table: &Table, actions: &mut Vec<Action>) {
    let sheets: Vec<&str> = table
        .guess
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    let wants_term = table.mapping.term.is_some()
        || matches!(table.guess.kind, RosterKind::Students | RosterKind::Receipts)
            && !table.mapping.has(RosterColumn::Year);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        if sheets.len() > 1 {
            let chosen = usize::try_from(table.mapping.sheet).ok();
            if let Some(place) = select_ui(ui, "sheet", words::SHEET, &sheets, chosen, "")
                && let Ok(sheet) = u32::try_from(place)
            {
                actions.push(Action::Import(ImportAction::Sheet(sheet)));
            }
        }
        let first = table.mapping.first_row;
        let rows: Vec<u32> = (0..FIRST_ROWS.max(first + 1)).collect();
        let names: Vec<String> = rows.iter().map(|row| words::header_row(*row)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let chosen = rows.iter().position(|row| *row == first);
        let picked = select_ui(ui, "first row", words::HEADER_ROW, &names, chosen, "");
        if let Some(row) = picked.and_then(|place| rows.get(place)) {
            actions.push(Action::Import(ImportAction::FirstRow(*row)));
        }
        if wants_term {
            term_ui(ui, state, table, actions);
        }
    });
    ui.add_space(space::S);
}

/// The term of all rows, under its name or behind it.
fn term_ui(ui: &mut Ui, state: &State, table: &Table, actions: &mut Vec<Action>) {
    let Some(choice) = TermChoice::of(state, table) else {
        return;
    };
    let names = choice.names();
    let picked = select_ui(ui, "class term", choice.label(), &names, choice.chosen, "—");
    choice.take(picked, actions);
}

/// The term that a roster without columns for it is of, at the right of a row.
pub(super) fn term_in_row_ui(ui: &mut Ui, state: &State, table: &Table, actions: &mut Vec<Action>) {
    let Some(choice) = TermChoice::of(state, table) else {
        return;
    };
    let names = choice.names();
    let label = choice.label();
    let picked = select_in_row_ui(ui, "class term", label, &names, choice.chosen, "—", MEANS);
    ui.label(Text::secondary(label));
    choice.take(picked, actions);
}

/// Terms that may be chosen, and the place of the one that is.
struct TermChoice {
    kind: RosterKind,
    terms: Vec<Term>,
    names: Vec<String>,
    chosen: Option<usize>,
}

impl TermChoice {
    fn of(state: &State, table: &Table) -> Option<Self> {
        let kind = table.guess.kind;
        let current = state.snapshot()?.status.terms.outcome;
        let mut terms: Vec<Term> = vec![
            current.previous().previous(),
            current.previous(),
            current,
            current.next(),
        ];
        if let Some(term) = table.mapping.term.filter(|term| !terms.contains(term)) {
            terms.push(term);
            terms.sort_unstable();
        }
        if kind == RosterKind::Receipts {
            // A list is of a whole school year.
            for term in &mut terms {
                term.semester = Semester::First;
            }
            terms.dedup();
        }
        let name = |term: &Term| match kind {
            RosterKind::Receipts => labels::school_year(term.year),
            _ => labels::term(*term),
        };
        Some(Self {
            kind,
            names: terms.iter().map(name).collect(),
            chosen: terms.iter().position(|term| Some(*term) == table.mapping.term),
            terms,
        })
    }

    fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    const fn label(&self) -> &'static str {
        match self.kind {
            RosterKind::Receipts => words::LIST_YEAR,
            RosterKind::Students => words::CLASS_TERM,
            _ => words::TERM,
        }
    }

    fn take(&self, picked: Option<usize>, actions: &mut Vec<Action>) {
        if let Some(term) = picked.and_then(|place| self.terms.get(place)) {
            actions.push(Action::Import(ImportAction::Term(*term)));
        }
    }
}

fn head_ui(ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        cell_ui(ui, NAME, |ui| ui.label(Text::label(words::FILE_COLUMN)));
        cell_ui(ui, MEANS, |ui| ui.label(Text::label(words::MEANS)));
        cell_ui(ui, WHY, |ui| ui.label(""));
        ui.label(Text::label(words::SAMPLES));
    });
}

fn column_ui(ui: &mut Ui, table: &Table, column: &ColumnGuess, kind: RosterKind, actions: &mut Vec<Action>) {
    let header = if column.header.trim().is_empty() {
        column_letters(column.index)
    } else {
        column.header.clone()
    };
    let means = table
        .mapping
        .columns
        .iter()
        .find(|(index, _)| *index == column.index)
        .map(|(_, means)| *means);
    ui.horizontal(|ui| {
        ui.set_min_height(size::ROW_TALL);
        ui.spacing_mut().item_spacing.x = space::S;
        cell_ui(ui, NAME, |ui| {
            ui.add(Label::new(Text::strong(&header)).truncate());
        });
        cell_ui(ui, MEANS, |ui| {
            means_ui(ui, column.index, &header, means, kind, actions)
        });
        cell_ui(ui, WHY, |ui| {
            let why = if means == column.means && means.is_some() {
                words::confidence(column.confidence)
            } else {
                words::confidence(Confidence::None)
            };
            ui.add(Label::new(Text::secondary(why)).truncate());
        });
        ui.add(Label::new(Text::secondary(column.samples.join("　"))).truncate());
    });
}

/// The choice for one column, named after its header.
fn means_ui(
    ui: &mut Ui,
    index: u32,
    header: &str,
    means: Option<RosterColumn>,
    kind: RosterKind,
    actions: &mut Vec<Action>,
) {
    let columns: Vec<RosterColumn> = RosterColumn::of(kind).iter().map(|(column, _)| *column).collect();
    let mut names = vec![words::NOT_READ];
    names.extend(columns.iter().map(|column| column.header(kind)));
    let chosen = match means {
        Some(means) => columns
            .iter()
            .position(|column| *column == means)
            .map(|place| place + 1),
        None => Some(0),
    };
    let picked = select_in_row_ui(
        ui,
        ("means", index),
        header,
        &names,
        chosen,
        words::NOT_READ,
        MEANS,
    );
    if let Some(place) = picked {
        let means = place.checked_sub(1).and_then(|place| columns.get(place)).copied();
        actions.push(Action::Import(ImportAction::Means(index, means)));
    }
}
