//! The pane from top to bottom: bar, search, what the document could do, and the document.

use eframe::egui::{Frame, Margin, Rect, Ui};

use super::{Pane, Sight, ViewerAction, absent, active, bar, media, pages, search_row, thumbnails};
use crate::gui::action::Action;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, space};
use crate::gui::widgets::{EmptyState, divider_ui};
use crate::text::viewer as words;
use crate::worker::Outline;

/// Draws the pane with its bar.
pub fn viewer_ui(ui: &mut Ui, state: &State, pane: Pane, actions: &mut Vec<Action>) {
    let viewer = &state.viewer;
    let Some(shown) = &viewer.shown else {
        let nothing = EmptyState::new(icons::FILE_TEXT, words::NOTHING_SHOWN, words::NOTHING_SHOWN_WHY);
        nothing.ui(ui);
        return;
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    let padding = Margin::symmetric(space::XS as i8, space::XXS as i8);
    Frame::new().inner_margin(padding).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        bar::bar_ui(ui, state, pane, shown, actions);
    });
    divider_ui(ui);
    let outline = viewer
        .documents
        .get(shown.file)
        .and_then(|known| known.outline.as_ref());
    let pages = match outline {
        Some(Ok(outline)) => outline.page_sizes().len(),
        _ => 0,
    };
    if viewer.search.open && pages > 0 {
        search_row::search_row_ui(ui, viewer, pane, actions);
    }
    match outline {
        Some(Err(why)) => absent::absent_ui(ui, state, pane, shown, why, actions),
        Some(Ok(Outline::Media(outline))) => media::media_ui(ui, viewer, pane, shown, outline, actions),
        Some(Ok(outline)) => {
            if let Outline::Pages { active, .. } = outline {
                active::active_content_ui(ui, viewer, active, actions);
            }
            // Of a document of one page nothing remains when that cannot be drawn.
            let nothing = pages == 1 && viewer.parts.of_page(shown.file, 0).next().is_none();
            match viewer.absent(pane, 0).filter(|_| nothing) {
                Some(why) => absent::absent_ui(ui, state, pane, shown, why, actions),
                None if viewer.thumbnails && pages > 1 => {
                    thumbnails::beside_ui(ui, viewer, pane, shown, actions, |ui, actions| {
                        pages::pages_ui(ui, viewer, pane, shown, actions);
                    });
                }
                None => pages::pages_ui(ui, viewer, pane, shown, actions),
            }
        }
        None => pages::pages_ui(ui, viewer, pane, shown, actions),
    }
}

/// Says how much room the document has, when that has changed.
pub(super) fn seen(ui: &Ui, viewer: &super::Viewer, pane: Pane, rect: Rect, actions: &mut Vec<Action>) {
    let sight = Sight {
        width: rect.width(),
        height: rect.height(),
        pixels_per_point: ui.ctx().pixels_per_point(),
    };
    if rect.width() >= 1.0 && rect.height() >= 1.0 && viewer.sight(pane) != Some(sight) {
        actions.push(Action::Viewer(ViewerAction::Seen(pane, sight)));
    }
}

/// What belongs to nothing but the document has been drawn.
pub(super) fn painted(viewer: &super::Viewer, shown: &super::Shown, actions: &mut Vec<Action>) {
    if !viewer.was_painted(shown.file) {
        actions.push(Action::Viewer(ViewerAction::Painted(shown.file)));
    }
}

/// The ground on which documents lie.
pub(super) fn ground(ui: &Ui, rect: Rect) {
    let sunken = colors(ui).surface_sunken;
    ui.painter()
        .rect_filled(rect, eframe::egui::CornerRadius::ZERO, sunken);
}
