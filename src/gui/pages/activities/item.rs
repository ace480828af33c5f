//! The open form: of an item that is there, or of a new one.

use eframe::egui::{Sense, Ui, vec2};

use super::{View, bar, category_icon, files, form, go};
use crate::domain::act::Act;
use crate::domain::activity::Category;
use crate::domain::seed::SeedRule;
use crate::engine::ActivityView;
use crate::gui::action::Action;
use crate::gui::activities::FormKey;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::outcomes::history;
use crate::gui::pages::panes::open_item_ui;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::route::Page;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, Notice, NoticeKind};
use crate::text::{self, activity as said, labels};

/// A form with what it needs.
pub(super) struct Open<'a> {
    pub key: FormKey,
    pub category: Category,
    /// `None` for a new item
    pub item: Option<&'a ActivityView>,
    pub editable: bool,
}

pub(super) fn item_ui(ui: &mut Ui, view: &View<'_>, key: FormKey, actions: &mut Vec<Action>) {
    let item = view.item(key);
    let category = match (key, item) {
        (FormKey::New(category), _) => category,
        (FormKey::Item(_), Some(item)) => item.category(),
        (FormKey::Item(_), None) => return,
    };
    let editable = item.is_none_or(|item| {
        view.data
            .status
            .permit_activity(Act::Edit, item, view.state.now)
            .is_ok()
    });
    let open = Open {
        key,
        category,
        item,
        editable,
    };
    open_item_ui(
        ui,
        key,
        (key, editable),
        actions,
        |ui, actions| head_ui(ui, view, &open, actions),
        |ui, actions| bar::bar_ui(ui, view, &open, actions),
        |ui, actions| {
            state_ui(ui, view, &open, actions);
            form::form_ui(ui, view, &open, actions);
            ui.add_space(space::XXS);
            files::files_ui(ui, view, &open, actions);
            if let Some(item) = item {
                ui.add_space(space::XXS);
                history::history_ui(ui, view.state, item.id);
            }
        },
    );
}

fn head_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let category = labels::category(open.category);
    let (title, about) = match open.item {
        None => (
            format!("新增{category}"),
            format!("{} {}", said::UPLOAD_TERM, view.data.status.terms.activity),
        ),
        Some(item) => (
            said::title(open.category, &item.values),
            format!("{category}　{} {}", said::UPLOAD_TERM, item.facts.term),
        ),
    };
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            if Button::icon_only(icons::X, "關閉這一件").ui(ui).clicked() {
                go(view, actions, |_| ());
            }
        },
        |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
            let icon = category_icon(open.category);
            icons::paint(ui.painter(), rect.center(), icon, colors(ui).accent);
            two_lines_ui(ui, size::ROW_TALL, Text::section(title), Text::secondary(about));
        },
    );
}

/// Why it cannot be changed, what is missing, what the category wants to be known.
fn state_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let now = view.state.now;
    if let Some(item) = open.item
        && let Err(refusal) = view.data.status.permit_activity(Act::Edit, item, now)
    {
        let message = text::refusal(&refusal, now);
        let mut notice = Notice::new(NoticeKind::Info, message.what).why(message.why);
        if !item.facts.trashed {
            notice = notice.now(said::CORRECT_AS_COPY);
        }
        if notice.action("看常見問題").ui(ui) {
            let rule = refusal.explained_by().unwrap_or(SeedRule::WhenToUpload);
            actions.push(Action::Go(Page::Faq(Some(rule))));
        }
        return;
    }
    if let Some(hint) = said::hint(open.category) {
        let _ = Notice::new(NoticeKind::Info, hint).ui(ui);
    }
    if let Some(item) = open.item {
        if !item.lacking.is_empty() {
            let _ = Notice::new(NoticeKind::Caution, said::INCOMPLETE)
                .why(said::lacking(&item.lacking))
                .ui(ui);
        }
        for caution in &item.cautions {
            let _ = Notice::new(NoticeKind::Caution, said::caution(*caution)).ui(ui);
        }
    }
}
