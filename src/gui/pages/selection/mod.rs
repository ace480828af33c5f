//! 勾選: what is selected, in order; what can be; what happens if something fails.

mod board;
mod part;
mod receipt;

use eframe::egui::{Label, Ui};

use super::window_words::window_words;
use crate::domain::seed::SeedRule;
use crate::domain::selection::Part;
use crate::domain::window::WindowKind;
use crate::engine::SelectionView;
use crate::gui::action::Action;
use crate::gui::choosing::ChoosingAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, Notice, NoticeKind, PageHeader, card_ui, cell_ui, link_ui, page_ui, section_header_ui, tabs_ui,
};
use crate::gui::words;
use crate::text::{labels, pages, receipts, selection as said};
use crate::worker::Snapshot;

/// Below this width the two lists stand one below the other.
const TWO_COLUMNS: f32 = 860.0;

/// What the parts of the page draw with.
pub(super) struct View<'a> {
    pub state: &'a State,
    pub data: &'a Snapshot,
    pub selection: &'a SelectionView,
    /// Why nothing can be changed now.
    pub shut: Option<String>,
}

pub fn selection_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let (Some(data), Some(selection)) = (state.snapshot(), state.selection()) else {
        return;
    };
    let shut = data.status.permit_selection(selection.year, state.now).err();
    let view = View {
        state,
        data,
        selection,
        shut: shut.map(|refusal| words::reason(&refusal, state.now)),
    };
    let shown = data.receipt.as_ref().filter(|_| state.choosing.receipt);
    if let Some(received) = shown {
        page_ui(ui, "receipt", |ui| {
            receipt::head_ui(ui, state, received, actions);
            parts_ui(ui, data, true, actions);
            receipt::receipt_ui(ui, state, received, actions);
        });
        return;
    }
    page_ui(ui, "selection", |ui| {
        head_ui(ui, &view, actions);
        parts_ui(ui, data, false, actions);
        notices_ui(ui, &view, actions);
        board::board_ui(ui, &view, actions);
        if ui.available_width() < TWO_COLUMNS {
            for part in Part::ALL {
                part::part_ui(ui, &view, part, actions);
                ui.add_space(space::M);
            }
        } else {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.columns(2, |columns| {
                for (column, part) in columns.iter_mut().zip(Part::ALL) {
                    part::part_ui(column, &view, part, actions);
                }
            });
            ui.add_space(space::M);
        }
        not_ready_ui(ui, &view, actions);
        ui.add(
            Label::new(Text::secondary(pages::selection_rule(
                selection.year,
                &data.status.limits,
            )))
            .wrap(),
        );
        if link_ui(ui, pages::READ_IN_FAQ).clicked() {
            actions.push(Action::Go(Page::Faq(Some(SeedRule::Quota))));
        }
    });
}

/// 勾選 and 收訖明細 side by side, once there is one.
fn parts_ui(ui: &mut Ui, data: &Snapshot, receipt: bool, actions: &mut Vec<Action>) {
    if data.receipt.is_none() {
        return;
    }
    let names = [pages::SELECTION_TITLE, receipts::TITLE];
    if let Some(chosen) = tabs_ui(ui, &names, usize::from(receipt)) {
        actions.push(Action::Choosing(ChoosingAction::Receipt(chosen == 1)));
    }
    ui.add_space(space::S);
}

fn head_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let line = window_words(&view.data.status, WindowKind::Selection, view.state.now);
    let selection = view.selection;
    let why = match (&view.shut, selection.confirmed) {
        (Some(shut), _) => Some(shut.clone()),
        (None, Some(at)) => Some(said::confirmed_at(at)),
        (None, None) => None,
    };
    let confirm = Button::primary(said::CONFIRM)
        .icon(icons::CHECK)
        .enabled(!view.state.is_busy())
        .disabled_because(why);
    let title = format!(
        "{} {}",
        labels::school_year(selection.year),
        pages::SELECTION_TITLE
    );
    if PageHeader::new(title)
        .sentence(line.sentence)
        .action(confirm)
        .ui(ui)
    {
        actions.push(Action::Choosing(ChoosingAction::Confirm));
    }
}

/// What left, what is not confirmed, that it is locked or filed.
fn notices_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let selection = view.selection;
    if !selection.left.is_empty() {
        let lines: Vec<String> = selection
            .left
            .iter()
            .map(|left| said::left(&left.title, left.why))
            .collect();
        let notice = Notice::new(NoticeKind::Caution, said::LEFT)
            .why(lines.join("\n"))
            .action(said::NOTICES_READ);
        if notice.ui(ui) {
            actions.push(Action::Choosing(ChoosingAction::NoticesRead));
        }
        ui.add_space(space::S);
    }
    let notice = if let Some(batch) = selection.filed() {
        Some(Notice::new(NoticeKind::Success, said::filed(batch)).why(said::FILED_WHY))
    } else if let Some(shut) = &view.shut {
        let is_open_later = selection.is_empty();
        (!is_open_later).then(|| Notice::new(NoticeKind::Info, said::LOCKED).why(shut.clone()))
    } else if selection.is_unconfirmed() {
        Some(Notice::new(NoticeKind::Caution, said::NOT_CONFIRMED).why(said::COUNTS_ANYWAY))
    } else {
        selection
            .confirmed
            .map(|at| Notice::new(NoticeKind::Success, said::confirmed_at(at)).why(said::CONFIRMED))
    };
    if let Some(notice) = notice {
        let _ = notice.ui(ui);
        ui.add_space(space::S);
    }
}

/// Outcomes of this year that cannot be selected, each with its reason.
fn not_ready_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let not_ready = &view.selection.not_ready;
    if not_ready.is_empty() {
        return;
    }
    card_ui(ui, |ui| {
        let count = crate::text::activity::count(not_ready.len());
        section_header_ui(ui, said::NOT_READY, Some(&count), |_| ());
        for one in not_ready {
            ui.horizontal(|ui| {
                ui.set_min_height(size::CONTROL);
                let room = (ui.available_width() / 2.0).min(size::DIALOG);
                let title = cell_ui(ui, room, |ui| link_ui(ui, &one.found.title).clicked());
                if title.inner {
                    actions.push(Action::Go(Page::item(one.found.id, one.found.term)));
                }
                ui.add(Label::new(Text::secondary(labels::not_selectable(one.why))).truncate());
            });
        }
    });
    ui.add_space(space::M);
}
