//! Batches that were filed, and their rosters.

use eframe::egui::{Label, Ui};

use crate::domain::access::{Right, may};
use crate::domain::filing_layout::ActivityColumn;
use crate::engine::{BatchView, FilingView};
use crate::gui::action::Action;
use crate::gui::filing::FilingAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, EmptyState, ListRow, Notice, NoticeKind, card_ui, cell_ui, section_header_ui,
};
use crate::text::{copies as copy_words, filing as words, size as sizes};
use crate::worker::FilingResult;

use super::{push, secondary_ui, year_ui};

/// How many students and items a batch has, in points.
const COUNTS: f32 = 180.0;

pub(super) fn rosters_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    result_ui(ui, state, actions);
    ui.horizontal(|ui| year_ui(ui, state, actions));
    ui.add_space(space::S);
    section_header_ui(ui, words::BATCHES, None, |_| {});
    card_ui(ui, |ui| {
        if view.batches.is_empty() {
            let empty = EmptyState::new(icons::TRAY, words::NO_BATCHES, words::NO_BATCHES_SENTENCE);
            let _ = empty.ui(ui);
            return;
        }
        let several = view.batches.len() > 1;
        let last = view.batches.len() - 1;
        for (place, batch) in view.batches.iter().enumerate() {
            batch_ui(ui, state, batch, !several && place == last, actions);
        }
        if several {
            all_ui(ui, state, view, actions);
        }
    });
    ui.add_space(space::L);
    layout_ui(ui, view);
}

/// Which columns the rosters have, and that nobody confirmed them.
fn layout_ui(ui: &mut Ui, view: &FilingView) {
    let note = if view.own_layout {
        words::LAYOUT_OWN
    } else {
        words::LAYOUT_STANDARD
    };
    section_header_ui(ui, words::LAYOUT, Some(note), |_| {});
    let layout = &view.layout;
    let outcomes: Vec<&str> = layout
        .outcomes
        .iter()
        .map(|(heading, _)| heading.as_str())
        .collect();
    let activities: Vec<&str> = layout
        .activities
        .iter()
        .map(|(heading, column)| match column {
            ActivityColumn::Fields => words::FIELDS,
            _ => heading.as_str(),
        })
        .collect();
    card_ui(ui, |ui| {
        for (name, columns) in [
            (&layout.outcome_file, outcomes),
            (&layout.activity_file, activities),
        ] {
            ui.add(Label::new(Text::strong(name)).wrap());
            ui.add(Label::new(Text::body(columns.join("、"))).wrap());
            ui.add_space(space::XS);
        }
        ui.add(Label::new(Text::secondary(words::LAYOUT_HOW)).wrap());
    });
    if !view.own_layout {
        ui.add_space(space::S);
        let _ = Notice::new(NoticeKind::Caution, words::UNCONFIRMED)
            .why(copy_words::LAYOUT_UNCONFIRMED)
            .ui(ui);
    }
}

fn batch_ui(ui: &mut Ui, state: &State, batch: &BatchView, last: bool, actions: &mut Vec<Action>) {
    let name = words::batch(batch.number);
    let about = words::batch_about(batch.at, &batch.by);
    let counts = words::batch_counts(batch.students, batch.items);
    line_ui(
        ui,
        state,
        &Line {
            name: &name,
            about: &about,
            counts: &counts,
            last,
        },
        Some(batch.number),
        actions,
    );
}

fn all_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    let sum = |of: fn(&BatchView) -> u32| view.batches.iter().map(of).sum();
    let counts = words::batch_counts(sum(|batch| batch.students), sum(|batch| batch.items));
    let line = Line {
        name: words::ALL_BATCHES,
        about: "",
        counts: &counts,
        last: true,
    };
    line_ui(ui, state, &line, None, actions);
}

struct Line<'a> {
    name: &'a str,
    about: &'a str,
    counts: &'a str,
    last: bool,
}

fn line_ui(ui: &mut Ui, state: &State, line: &Line<'_>, batch: Option<u32>, actions: &mut Vec<Action>) {
    let spoken = format!("{} {} {}", line.name, line.about, line.counts);
    let row = ListRow::new(spoken).tall().last(line.last);
    let _ = row.ui(ui, ("batch", batch), |ui| {
        control_row_ui(
            ui,
            size::ROW_TALL,
            actions,
            |ui, actions| {
                let opens = state
                    .session
                    .as_ref()
                    .is_some_and(|session| may(&session.roles, Right::OpenSelected));
                let export = Button::secondary(words::EXPORT)
                    .icon(icons::EXPORT)
                    .tooltip(line.name)
                    .disabled_because((!opens).then_some(words::NOT_YOUR_FILES))
                    .enabled(state.filing.work.is_none());
                if export.ui(ui).clicked() {
                    push(actions, FilingAction::Export(batch));
                }
                cell_ui(ui, COUNTS, |ui| secondary_ui(ui, line.counts));
            },
            |ui| {
                two_lines_ui(
                    ui,
                    size::ROW_TALL,
                    Text::strong(line.name),
                    Text::secondary(line.about),
                )
            },
        );
    });
}

/// Rosters that are whole, and whose rows say of nobody.
fn result_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(FilingResult::Rosters {
        path,
        rosters,
        file_bytes,
    }) = &state.filing.result
    else {
        return;
    };
    let written = &rosters.written;
    let what = words::rosters_written(
        rosters.students,
        written.items,
        written.files,
        &sizes::size(*file_bytes),
    );
    let notice = Notice::new(NoticeKind::Success, what)
        .why(path.display().to_string())
        .action(copy_words::SHOW_FOLDER);
    if notice.ui(ui) {
        push(actions, FilingAction::ShowFolder);
    }
    if !rosters.incomplete.is_empty() {
        ui.add_space(space::XS);
        let _ = Notice::new(NoticeKind::Caution, words::incomplete(&rosters.incomplete))
            .why(words::INCOMPLETE_CURE)
            .ui(ui);
    }
    ui.add_space(space::M);
}
