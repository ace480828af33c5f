//! The open item: state with explanation, fields, files, history, and what can be done with it.

use eframe::egui::{Label, TextWrapMode, Ui};

use super::looks::chip_ui;
use super::{View, actions as item_actions, files, history};
use crate::domain::act::Act;
use crate::domain::description;
use crate::domain::outcome::{OutcomeState, WorkKind};
use crate::domain::seed::SeedRule;
use crate::engine::ItemView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::edits::ItemText;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::panes::open_item_ui;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::route::{OutcomesPlace, Page};
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, Field, MultilineField, Notice, NoticeKind, key_text_ui, link_ui, select_ui,
};
use crate::text::{labels, notes, screen, time};

pub(super) fn item_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    open_item_ui(
        ui,
        item.id,
        (item.id, item.state(), item.facts.return_requested),
        actions,
        |ui, actions| head_ui(ui, view, item, actions),
        |ui, actions| item_actions::actions_ui(ui, view, item, actions),
        |ui, actions| {
            state_ui(ui, view, item, actions);
            fields_ui(ui, view, item, actions);
            ui.add_space(space::XXS);
            files::files_ui(ui, view, item, actions);
            ui.add_space(space::XXS);
            history::history_ui(ui, view.state, item.id);
        },
    );
}

fn head_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let teachers = item.teachers.join("、");
    let about = format!("{}·{}　{teachers}", item.course_name, item.facts.term);
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            if Button::icon_only(icons::X, "關閉這一件").ui(ui).clicked() {
                actions.push(Action::Place(OutcomesPlace {
                    item: None,
                    ..view.place
                }));
            }
            chip_ui(ui, item.state());
        },
        |ui| {
            two_lines_ui(
                ui,
                size::ROW_TALL,
                Text::section(&item.title),
                Text::secondary(about),
            )
        },
    );
}

/// What the state means now, and the reason of a return.
fn state_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let now = view.state.now;
    if let Some(overdue) = view.data.status.overdue(item, now) {
        let notice = Notice::new(NoticeKind::Caution, labels::overdue(overdue))
            .why(labels::overdue_meaning(overdue))
            .action("看常見問題");
        if notice.ui(ui) {
            actions.push(Action::Go(Page::Faq(Some(SeedRule::AfterDeadline))));
        }
        return;
    }
    if let Some(decision) = item
        .last_return()
        .filter(|_| item.state() == OutcomeState::Returned)
    {
        let reason = decision.reason.map(labels::return_reason).unwrap_or_default();
        let mut why = format!("{}　{}", decision.by, time::roc_moment(decision.at));
        if !decision.note.trim().is_empty() {
            why = format!("「{}」\n{why}", decision.note.trim());
        }
        let _ = Notice::new(NoticeKind::Refusal, format!("退回原因：{reason}"))
            .why(why)
            .now(labels::state_meaning(item.state()))
            .ui(ui);
        return;
    }
    let mut text = labels::state_meaning(item.state()).to_owned();
    if view.state.is_personal() {
        text = notes::SELF_REPORTED.to_owned();
    } else if item.state() == OutcomeState::Draft {
        text = format!("{text}{}", notes::DRAFT_TRAP);
    }
    if let (OutcomeState::Submitted, Some(since)) = (item.state(), item.submitted) {
        let waited = time::waited_days(since, now);
        text = format!("{waited}（{} 送出）。{text}", time::roc_moment(since));
    }
    if let Some(at) = item.requested {
        text = format!("{} 已請老師退回，等老師決定。{text}", time::roc_moment(at));
    }
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(Text::secondary(text)).wrap());
        if link_ui(ui, "這是什麼意思？").clicked() {
            let rule = if item.state() == OutcomeState::Draft {
                SeedRule::Draft
            } else {
                SeedRule::Certification
            };
            actions.push(Action::Go(Page::Faq(Some(rule))));
        }
    });
}

fn fields_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let editable = view.data.status.permit(Act::Edit, item, view.state.now).is_ok();
    let edit = view.state.edit(item.id);
    let title = edit
        .and_then(|edit| edit.title.clone())
        .unwrap_or_else(|| item.title.clone());
    let text = edit
        .and_then(|edit| edit.description.clone())
        .unwrap_or_else(|| item.description.clone());
    let kind = edit.and_then(|edit| edit.work_kind).unwrap_or(item.work_kind);
    if !editable {
        locked_fields_ui(ui, &title, kind, &text);
        if view.state.has_unsaved(item) {
            unsaved_ui(ui, item, actions);
        }
        return;
    }
    let mut typed = title;
    let field = Field::new("標題", &mut typed).help(notes::TITLE).ui(ui);
    keep_ui(&field, item, ItemText::Title, typed, actions);
    ui.horizontal(|ui| {
        let half = (ui.available_width() - space::XS * 3.0) / 2.0;
        ui.spacing_mut().combo_width = half.min(size::MENU);
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        kind_ui(ui, item, kind, actions);
        ui.add_space(space::XS);
        course_ui(ui, view, item, actions);
    });
    let limit = view.data.status.limits.description_chars;
    let used = description::count(&text);
    let mut typed = text;
    let field = MultilineField::new("簡述", &mut typed)
        .count(used as usize, limit as usize)
        .help(format!(
            "選填，但審查的人會先讀它。{}",
            notes::DESCRIPTION_COUNTING
        ))
        .rows(4)
        .ui(ui);
    keep_ui(&field, item, ItemText::Description, typed, actions);
    if view.state.has_unsaved(item) {
        unsaved_ui(ui, item, actions);
    }
}

fn keep_ui(
    field: &eframe::egui::Response,
    item: &ItemView,
    part: ItemText,
    typed: String,
    actions: &mut Vec<Action>,
) {
    if field.changed() {
        actions.push(Action::Item(ItemAction::Typed(item.id, part, typed)));
    }
    if field.lost_focus() {
        actions.push(Action::LeftField);
    }
}

fn unsaved_ui(ui: &mut Ui, item: &ItemView, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(Text::secondary(format!(
            "{}。{}",
            screen::UNSAVED,
            screen::AUTOSAVED
        )));
        if link_ui(ui, "放棄修改").clicked() {
            actions.push(Action::Item(ItemAction::Revert(item.id)));
        }
    });
}

fn locked_fields_ui(ui: &mut Ui, title: &str, kind: Option<WorkKind>, text: &str) {
    key_text_ui(ui, "標題", title);
    key_text_ui(ui, "成果種類", kind.map_or("沒有填", labels::work_kind));
    let shown = if text.trim().is_empty() { "沒有寫" } else { text };
    key_text_ui(ui, "簡述", shown);
}

fn kind_ui(ui: &mut Ui, item: &ItemView, kind: Option<WorkKind>, actions: &mut Vec<Action>) {
    let names: Vec<&str> = WorkKind::ALL.into_iter().map(labels::work_kind).collect();
    let selected = kind.and_then(|kind| WorkKind::ALL.into_iter().position(|known| known == kind));
    if let Some(chosen) = select_ui(ui, ("kind", item.id), "成果種類", &names, selected, "請選擇") {
        let kind = WorkKind::ALL.get(chosen).copied();
        actions.push(Action::Item(ItemAction::WorkKind(item.id, kind)));
    }
}

fn course_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let courses = view.state.uploadable_courses(item.facts.term);
    let names: Vec<&str> = courses.iter().map(|course| course.name.as_str()).collect();
    let selected = courses.iter().position(|course| course.id == item.facts.offering);
    if let Some(chosen) = select_ui(
        ui,
        ("course", item.id),
        "課程",
        &names,
        selected,
        &item.course_name,
    ) && let Some(course) = courses
        .get(chosen)
        .filter(|course| course.id != item.facts.offering)
    {
        actions.push(Action::Item(ItemAction::Move(item.id, course.id)));
    }
}

/// Height of the preview before it is drawn.
pub(super) const PREVIEW_HEIGHT: f32 = size::DIALOG;
