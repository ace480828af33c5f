//! The rows of a table held against the records.

use eframe::egui::{Align, Label, Layout, ScrollArea, Ui};

use crate::domain::roster::RosterKind;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::imports::{Filter, ImportAction, Sheet, Table};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::imports::{filters, to_write};
use crate::gui::widgets::{Button, EmptyState, Notice, NoticeKind, PageHeader, card_ui, tabs_ui};
use crate::text::{imports as words, rosters};

use super::row::{head_ui, row_ui};
use super::{columns, job_ui};

/// Words about the whole table that are shown at once.
const MOST_NOTICES: usize = 2;

pub(super) fn preview_ui(
    ui: &mut Ui,
    state: &State,
    table: &Table,
    sheet: &Sheet,
    actions: &mut Vec<Action>,
) {
    let kind = sheet.preview.kind;
    let wrong = sheet.listing.wrong();
    let reason = if !sheet.preview.counts.changes_anything() {
        Some(words::NOTHING_NEW.to_owned())
    } else if wrong > 0 && !sheet.skip_wrong {
        Some(words::wrong_first(wrong))
    } else {
        None
    };
    let apply = Button::primary(words::apply(to_write(sheet)))
        .icon(icons::CHECK)
        .disabled_because(reason)
        .enabled(state.imports.job.is_none());
    let mut counts = sheet.preview.counts;
    counts.wrong = u32::try_from(wrong).unwrap_or(u32::MAX);
    let header = PageHeader::new(words::title(kind))
        .sentence(words::preview_sentence(&table.name, counts))
        .action(apply);
    if header.ui(ui) {
        actions.push(Action::Import(ImportAction::Apply));
    }
    if job_ui(ui, state, actions) {
        return;
    }
    notices_ui(ui, sheet);
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        bar_ui(ui, sheet, actions);
        ui.add_space(space::XS);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.horizontal(|ui| {
                chips_ui(ui, sheet, actions);
                if kind == RosterKind::Students {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        columns::term_in_row_ui(ui, state, table, actions);
                    });
                }
            });
            ui.add_space(space::XS);
            card_ui(ui, |ui| list_ui(ui, sheet));
        });
    });
}

fn notices_ui(ui: &mut Ui, sheet: &Sheet) {
    let whole = sheet
        .read
        .warnings
        .iter()
        .filter(|warning| warning.row().is_none());
    let all: Vec<String> = whole.map(rosters::roster_warning).collect();
    for text in all.iter().take(MOST_NOTICES) {
        let _ = Notice::new(NoticeKind::Caution, text.clone()).ui(ui);
        ui.add_space(space::XXS);
    }
    if all.len() > MOST_NOTICES {
        let more = words::more_notices(all.len() - MOST_NOTICES);
        let label = ui.add(Label::new(Text::secondary(more)));
        label.on_hover_text(all[MOST_NOTICES..].join("\n"));
    }
}

/// The filters with their counts.
fn chips_ui(ui: &mut Ui, sheet: &Sheet, actions: &mut Vec<Action>) {
    let filters = filters(sheet);
    let names: Vec<String> = filters
        .iter()
        .map(|filter| words::filter(name_of(*filter), sheet.listing.count(*filter)))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = filters
        .iter()
        .position(|filter| *filter == sheet.listing.filter());
    if let Some(place) = tabs_ui(ui, &names, selected.unwrap_or(0))
        && let Some(filter) = filters.get(place)
    {
        actions.push(Action::Import(ImportAction::Filter(*filter)));
    }
}

const fn name_of(filter: Filter) -> &'static str {
    match filter {
        Filter::All => words::ALL_ROWS,
        Filter::Rows(kind) => words::standing(kind),
        Filter::Noted => words::NOTED,
        Filter::Absent => words::ABSENT,
    }
}

/// Only what is in sight is drawn: a file may have 40,000 rows.
fn list_ui(ui: &mut Ui, sheet: &Sheet) {
    let shown = sheet.listing.shown();
    if shown.is_empty() {
        let _ = EmptyState::new(icons::LIST_CHECKS, words::NOTHING_SHOWN, words::SENTENCE).ui(ui);
        return;
    }
    head_ui(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt(("rows of a roster", sheet.listing.filter()))
        .auto_shrink(false)
        .show_rows(ui, size::ROW_TALL, shown.len(), |ui, range| {
            for place in range {
                if let Some(entry) = shown.get(place) {
                    row_ui(ui, sheet, *entry, place);
                }
            }
        });
}

/// What else can be done, below the list.
fn bar_ui(ui: &mut Ui, sheet: &Sheet, actions: &mut Vec<Action>) {
    let wrong = sheet.listing.wrong();
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let mut act = |ui: &mut Ui, button: Button, action: ImportAction| {
            if button.ui(ui).clicked() {
                actions.push(Action::Import(action));
            }
        };
        act(
            ui,
            Button::secondary(words::ANOTHER_FILE).icon(icons::ARROW_LEFT),
            ImportAction::Again,
        );
        act(
            ui,
            Button::secondary(words::BACK_TO_COLUMNS),
            ImportAction::Columns,
        );
        act(
            ui,
            Button::quiet(words::COPY_ROWS).icon(icons::COPY),
            ImportAction::Copy,
        );
        if wrong > 0 {
            act(
                ui,
                Button::quiet(words::SAVE_WRONG).icon(icons::DOWNLOAD_SIMPLE),
                ImportAction::SaveWrong,
            );
            let mut skip = sheet.skip_wrong;
            if ui.checkbox(&mut skip, words::skip_wrong(wrong)).changed() {
                actions.push(Action::Import(ImportAction::SkipWrong(skip)));
            }
        }
    });
}
