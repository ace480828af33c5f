//! The strip of small pages at the left. Only those in sight are drawn and asked for.

use eframe::egui::{
    CornerRadius, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::parts::Uploads;
use super::{Pane, Shown, Viewer, ViewerAction, paint, wanted};
use crate::gui::action::Action;
use crate::gui::fonts;
use crate::gui::theme::{colors, size, space, stroke, type_size};
use crate::text::viewer as words;

/// Picture, number, and what is around them.
const WIDTH: f32 = size::THUMBNAIL[0] + 2.0 * space::S;
const ROW: f32 = size::THUMBNAIL[1] + 2.0 * space::XS + type_size::SECONDARY;

/// The strip, and beside it whatever `rest` draws.
pub(super) fn beside_ui(
    ui: &mut Ui,
    viewer: &Viewer,
    pane: Pane,
    shown: &Shown,
    actions: &mut Vec<Action>,
    rest: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let whole = ui.available_rect_before_wrap();
    // Never more than a third: the document is what is looked at.
    let edge = whole.left() + WIDTH.min(whole.width() / 3.0).round();
    let strip = Rect::from_min_max(whole.min, pos2(edge, whole.bottom()));
    let side = Rect::from_min_max(pos2(edge, whole.top()), whole.max);
    ui.scope_builder(UiBuilder::new().max_rect(strip), |ui| {
        ui.set_clip_rect(strip.intersect(ui.clip_rect()));
        strip_ui(ui, viewer, pane, shown, actions);
    });
    ui.scope_builder(UiBuilder::new().max_rect(side), |ui| rest(ui, actions));
    let line = Stroke::new(stroke::HAIR, colors(ui).line);
    ui.painter().vline(edge, whole.y_range(), line);
}

fn strip_ui(ui: &mut Ui, viewer: &Viewer, pane: Pane, shown: &Shown, actions: &mut Vec<Action>) {
    let pages = viewer.page_count();
    let current = viewer.current_page(pane);
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut uploads = Uploads::default();
    let strip = ui.max_rect();
    let output = ScrollArea::vertical()
        .id_salt(("thumbnails", pane, shown.file))
        .auto_shrink(false)
        .show_rows(ui, ROW, pages as usize, |ui, rows| {
            let rows =
                u32::try_from(rows.start).unwrap_or(u32::MAX)..u32::try_from(rows.end).unwrap_or(u32::MAX);
            for page in rows.clone() {
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
                response.widget_info(|| {
                    let name = format!("縮圖{}", words::page(page + 1));
                    WidgetInfo::selected(Role::Button, true, page == current, name)
                });
                if response.clicked() {
                    actions.push(Action::Viewer(ViewerAction::GoTo(pane, page)));
                }
                thumbnail_ui(
                    ui,
                    viewer,
                    pane,
                    shown,
                    page,
                    (rect, response.hovered()),
                    &mut uploads,
                );
            }
            let top = ui.min_rect().top();
            keep_in_sight(ui, pane, shown, current, strip, top - rows.start as f32 * ROW);
            rows
        });
    if uploads.waiting {
        ui.ctx().request_repaint();
    }
    let edges = edges(ui);
    let seen = (output.inner, edges);
    if viewer.thumbnails_in_sight(pane) != Some(&seen) {
        actions.push(Action::Viewer(ViewerAction::ThumbnailsSeen(pane, seen.0, edges)));
    }
}

/// In pixels
fn edges(ui: &Ui) -> [f32; 2] {
    size::THUMBNAIL.map(|edge| (edge * ui.ctx().pixels_per_point()).round())
}

/// The strip follows when another page is opened, and is left alone otherwise.
fn keep_in_sight(ui: &Ui, pane: Pane, shown: &Shown, current: u32, strip: Rect, first_top: f32) {
    let id = Id::unique(("page in the strip", pane));
    let before = ui.data(|data| data.get_temp::<(crate::domain::id::FileId, u32)>(id));
    if before == Some((shown.file, current)) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, (shown.file, current)));
    let top = first_top + current as f32 * ROW;
    let row = Rect::from_min_size(pos2(strip.left(), top), vec2(strip.width(), ROW));
    if row.top() < strip.top() || row.bottom() > strip.bottom() {
        ui.scroll_to_rect(row, None);
    }
}

fn thumbnail_ui(
    ui: &Ui,
    viewer: &Viewer,
    pane: Pane,
    shown: &Shown,
    page: u32,
    (row, hovered): (Rect, bool),
    uploads: &mut Uploads,
) {
    let Some(layout) = viewer.layout(pane) else {
        return;
    };
    let Some(size_px) = layout.page(page) else {
        return;
    };
    let c = colors(ui);
    let current = page == viewer.current_page(pane);
    if current || hovered {
        let fill = if current { c.accent_soft } else { c.surface_sunken };
        ui.painter().rect_filled(row, CornerRadius::ZERO, fill);
    }
    let [wide, high] = size::THUMBNAIL;
    let (width, height) = (size_px.width as f32, size_px.height as f32);
    let (width, height) = if layout.turn.lies() {
        (height, width)
    } else {
        (width, height)
    };
    let room = (row.width() - 2.0 * space::XS).min(wide);
    let scale = (room / width).min(high / height);
    let paper = Rect::from_center_size(
        pos2(row.center().x, row.top() + space::XXS + high / 2.0),
        vec2((width * scale).max(1.0), (height * scale).max(1.0)),
    );
    ui.painter().rect_filled(paper, CornerRadius::ZERO, c.paper);
    let wish = viewer
        .outline()
        .and_then(|outline| wanted::thumbnail(page, wanted::drawn_box(outline, page, size_px), edges(ui)));
    let exact = wish.and_then(|wish| viewer.parts.get(shown.file, wish));
    let picture = exact.or_else(|| {
        let others = viewer.parts.of_page(shown.file, page);
        others
            .filter(|(view, _)| view.part.is_none())
            .map(|(_, picture)| picture)
            .next()
    });
    if let Some(texture) = picture.and_then(|picture| picture.texture(ui.ctx(), uploads)) {
        paint::picture(ui.painter(), texture, paper, [0.0, 0.0, 1.0, 1.0], layout.turn);
    }
    let (edge, ink) = if current {
        (Stroke::new(stroke::FOCUS, c.accent), c.ink)
    } else {
        (Stroke::new(stroke::HAIR, c.line), c.ink_soft)
    };
    ui.painter()
        .rect_stroke(paper, CornerRadius::ZERO, edge, StrokeKind::Outside);
    ui.painter().text(
        pos2(row.center().x, row.bottom() - space::XXS),
        eframe::egui::Align2::CENTER_BOTTOM,
        page + 1,
        fonts::regular(type_size::SECONDARY),
        ink,
    );
}
