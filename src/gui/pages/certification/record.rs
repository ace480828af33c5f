//! The record of the open item: whose, for which course, what was said about it, what came before.

use eframe::egui::{Frame, Label, Layout, Margin, Rect, ScrollArea, Ui, pos2};

use crate::domain::description;
use crate::domain::file::Slot;
use crate::engine::{CaseView, FileView};
use crate::gui::action::Action;
use crate::gui::certification::PanelAction;
use crate::gui::fonts::Text;
use crate::gui::pages::overview::state_look;
use crate::gui::state::State;
use crate::gui::theme::{line_height, size, space, type_size};
use crate::gui::widgets::{Button, Notice, NoticeKind, divider_ui, key_text_ui, state_chip_ui, waiting_ui};
use crate::text::{certification as words, labels, size as sizes, time};

use super::{batch, decision, flags, history, pane_ui, reasons};

/// The head: three lines that stay.
const HEAD: f32 = 100.0;

pub(super) fn record_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let pane = ui.max_rect();
    let foot = pane.bottom() - decision::HEIGHT;
    let part = |top: f32, bottom: f32| {
        Rect::from_min_max(pos2(pane.left(), top), pos2(pane.right(), bottom.max(top)))
    };
    if state.panel.selection.is_many() {
        pane_ui(ui, "marked", part(pane.top(), foot), |ui| {
            batch::batch_ui(ui, state, actions)
        });
        pane_ui(ui, "decision", part(foot, pane.bottom()), |ui| {
            batch::buttons_ui(ui, state, actions);
        });
        return;
    }
    let Some(case) = state.panel.case() else {
        if state.panel.selection.open.is_some() {
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                ui.add_space(space::M);
                waiting_ui(ui, words::READING);
            });
        }
        return;
    };
    let head = pane.top() + HEAD;
    let asks = state.panel.returns.open.is_some();
    let (middle, end) = if asks {
        reasons::place(head, foot, pane.bottom())
    } else {
        (foot, foot)
    };
    pane_ui(ui, "head", part(pane.top(), head), |ui| {
        head_ui(ui, state, case, actions)
    });
    pane_ui(ui, "facts", part(head, middle), |ui| {
        facts_ui(ui, state, case, actions);
    });
    if end <= foot {
        pane_ui(ui, "decision", part(foot, pane.bottom()), |ui| {
            decision::decision_ui(ui, state, case, actions);
        });
    }
    if asks {
        pane_ui(ui, "reasons", part(middle, end), |ui| {
            reasons::reasons_ui(ui, state, actions);
        });
    }
}

fn head_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let margin = Margin {
        left: space::M as i8,
        right: space::M as i8,
        top: space::XS as i8,
        bottom: 0,
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                let current = case.item.state();
                state_chip_ui(ui, state_look(current), labels::state(current));
                ui.with_layout(Layout::left_to_right(eframe::egui::Align::Center), |ui| {
                    ui.add(Label::new(Text::section(&case.item.student_name)).truncate());
                });
            });
        });
        let whose = format!("{} {}　{}", case.class, case.seat, case.account);
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                decision::neighbours_ui(ui, state, actions);
                ui.with_layout(Layout::left_to_right(eframe::egui::Align::Center), |ui| {
                    ui.add(Label::new(Text::body(whose)).truncate());
                });
            });
        });
        let attempt = words::attempt(case.item.attempt);
        let mut course = format!("{} · {} · {attempt}", case.item.course_name, case.item.facts.term);
        if let Some(teacher) = &case.deputy_for {
            course = format!("{course}　{}", words::deputy(teacher));
        }
        ui.add(Label::new(Text::secondary(course)).truncate());
    });
}

fn facts_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    divider_ui(ui);
    // Text must not wrap anew because a scroll bar came or went.
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    ScrollArea::vertical()
        .id_salt(("record", case.item.id))
        .auto_shrink(false)
        .show(ui, |ui| {
            let margin = Margin::symmetric(space::M as i8, space::S as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                said_ui(ui, state, case, actions);
                flags::flags_ui(ui, case, actions);
                item_ui(ui, state, case);
                files_ui(ui, state, case, actions);
                history::history_ui(ui, state, case, actions);
            });
        });
}

/// What should be known before anything else.
fn said_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    if let Some(elsewhere) = &state.panel.elsewhere {
        let _ = Notice::new(NoticeKind::Info, elsewhere.clone())
            .why(words::ELSEWHERE_NOW)
            .ui(ui);
    }
    if let Some(since) = case.item.requested {
        let _ = Notice::new(NoticeKind::Caution, words::REQUEST_MARK)
            .why(time::roc_moment(since))
            .ui(ui);
    }
    if case.item.facts.filed {
        let _ = Notice::new(NoticeKind::Info, words::FILED_NOTE).ui(ui);
    }
    let target = crate::gui::certification::ReturnOf::Item(case.item.id);
    let written = state
        .panel
        .returns
        .draft(target)
        .is_some_and(|draft| !draft.note.is_empty());
    if written && state.panel.returns.open.is_none() {
        let go_on = Notice::new(NoticeKind::Info, words::DRAFT_LEFT).action("繼續");
        if go_on.ui(ui) {
            actions.push(Action::Panel(PanelAction::AskReason));
        }
    }
}

fn item_ui(ui: &mut Ui, state: &State, case: &CaseView) {
    let item = &case.item;
    ui.add(Label::new(Text::strong(&item.title)).wrap());
    if item.description.trim().is_empty() {
        ui.add(Label::new(Text::secondary(words::NO_DESCRIPTION)).wrap());
    } else {
        ui.add(Label::new(Text::body(&item.description)).wrap().selectable(true));
        let limit = state
            .snapshot()
            .map_or(0, |data| data.status.limits.description_chars);
        let count = description::count(&item.description);
        let counted = format!("{} {}", words::DESCRIPTION, sizes::letters(count, limit));
        ui.add(Label::new(Text::secondary(counted)).truncate());
    }
    if let Some(kind) = item.work_kind {
        key_text_ui(ui, words::KIND, labels::work_kind(kind));
    }
    if let Some(at) = item.submitted {
        key_text_ui(ui, words::SUBMITTED, &time::roc_moment(at));
    }
    let code = format!("{} {}", words::CODE, item.course_code);
    ui.add(Label::new(Text::secondary(code)).truncate().selectable(true));
}

fn files_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    for file in [Slot::Document, Slot::Media]
        .into_iter()
        .filter_map(|slot| case.item.file(slot))
    {
        file_ui(ui, state, case, file, actions);
    }
}

fn file_ui(ui: &mut Ui, state: &State, case: &CaseView, file: &FileView, actions: &mut Vec<Action>) {
    let shown = state
        .viewer
        .shown
        .as_ref()
        .is_some_and(|shown| shown.file == file.id);
    let mut facts = sizes::size(file.bytes);
    if let Some(known) = &file.facts {
        facts = format!("{facts}，{}", sizes::content_facts(known));
    }
    let two = case.item.files.len() > 1;
    ui.horizontal(|ui| {
        ui.set_min_height(2.0 * type_size::BODY * line_height::RUNNING);
        ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            if two && shown {
                ui.label(Text::secondary(words::SHOWN));
            } else if two {
                let name = format!("{} {}", words::SHOW_FILE, labels::slot(file.slot));
                if Button::quiet(words::SHOW_FILE).tooltip(name).ui(ui).clicked() {
                    actions.push(Action::Panel(PanelAction::ShowFile(file.id)));
                }
            }
            ui.with_layout(Layout::left_to_right(eframe::egui::Align::Center), |ui| {
                let icon = crate::gui::pages::outcomes::looks::file_icon(file.kind);
                let (rect, _) = ui.allocate_exact_size(
                    eframe::egui::vec2(size::ICON, size::ICON),
                    eframe::egui::Sense::hover(),
                );
                let ink = crate::gui::theme::colors(ui).ink_soft;
                crate::gui::icons::paint(ui.painter(), rect.center(), icon, ink);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Label::new(Text::body(&file.name)).truncate());
                    ui.add(Label::new(Text::secondary(facts)).truncate());
                });
            });
        });
    });
}
