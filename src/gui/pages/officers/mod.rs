//! 校內幹部紀錄: for student affairs the roster and the inbox, for students their own.

mod inbox;
pub(super) mod own;
mod posts;

use eframe::egui::{Label, Ui};

use crate::engine::{CorrectionView, OfficerView};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::officers::{OfficerPlace, OfficerQuestion, keeps};
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{Button, PageHeader, page_ui, tabs_ui, waiting_ui};
use crate::gui::words;
use crate::text::officer as said;

pub fn officers_page_ui(ui: &mut Ui, state: &State, place: OfficerPlace, actions: &mut Vec<Action>) {
    let keeps = state.session.as_ref().is_some_and(keeps);
    page_ui(ui, ("officers", place as u8), |ui| {
        if keeps {
            head_ui(ui, state, place, actions);
        } else {
            own::head_ui(ui, actions);
        }
        match &state.officers.view {
            Loadable::Ready(view) if keeps => match place {
                OfficerPlace::Posts => posts::posts_ui(ui, state, view, actions),
                OfficerPlace::Inbox => inbox::inbox_ui(ui, view, true, actions),
            },
            Loadable::Ready(view) => own::own_ui(ui, state, view, actions),
            Loadable::Failed(trouble) => {
                let message = words::message(trouble, state.now);
                ui.add(Label::new(Text::body(message.sentence())).wrap());
            }
            Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, said::READING),
        }
    });
}

fn head_ui(ui: &mut Ui, state: &State, place: OfficerPlace, actions: &mut Vec<Action>) {
    let header = PageHeader::new(said::TITLE)
        .sentence(said::SENTENCE)
        .action(Button::primary(said::ADD).icon(icons::PLUS));
    if header.ui(ui)
        && let Some(term) = state.snapshot().map(|data| data.status.terms.outcome)
    {
        actions.push(posts::ask(OfficerQuestion::Edit {
            post: None,
            report: None,
            term: state.officers.term.unwrap_or(term),
            level: crate::domain::officer::OfficerLevel::Class,
        }));
    }
    let inbox = match state.officers.open() {
        0 => said::INBOX_TAB.to_owned(),
        open => format!("{}（{open}）", said::INBOX_TAB),
    };
    let places = [OfficerPlace::Posts, OfficerPlace::Inbox];
    let chosen = tabs_ui(
        ui,
        &[said::POSTS_TAB, &inbox],
        usize::from(place == OfficerPlace::Inbox),
    );
    if let Some(place) = chosen.and_then(|chosen| places.get(chosen)) {
        actions.push(Action::Go(Page::OfficerPosts(*place)));
    }
    ui.add_space(space::S);
}

/// What was corrected, with what stood there before; newest first.
fn corrections_ui(ui: &mut Ui, corrections: &[CorrectionView]) {
    for correction in corrections {
        let what = said::correction(correction.before.as_ref(), correction.after.as_ref());
        ui.add(Label::new(Text::secondary(what)).wrap());
        let by = said::corrected_by(&correction.by, correction.at, &correction.reason);
        ui.add(Label::new(Text::secondary(by)).wrap());
    }
}

/// Whether a view has anything at all.
const fn is_empty(view: &OfficerView) -> bool {
    view.posts.is_empty() && view.reports.is_empty()
}
