//! Pictures out of a video, in order, with their times: what happens in it at one glance.

use eframe::egui::{
    Align2, CornerRadius, Label, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::parts::Uploads;
use super::{Absent, Pane, Shown, Turn, Viewer, ViewerAction, paint};
use crate::gui::action::Action;
use crate::gui::fonts::{self, Text};
use crate::gui::theme::{colors, size, space, stroke, type_size};
use crate::gui::widgets::link_ui;
use crate::text::{no_preview, viewer as words};
use crate::worker::{Film, MediaOutline, Outline, PageSize, PageView};

/// Rows of so many leave none half empty: there are mostly twelve pictures.
const COLUMNS: [usize; 6] = [1, 2, 3, 4, 6, 12];

pub(super) fn film_ui(
    ui: &mut Ui,
    viewer: &Viewer,
    pane: Pane,
    shown: &Shown,
    outline: &MediaOutline,
    actions: &mut Vec<Action>,
) {
    let (size, times) = match &outline.film {
        Some(Film::Pictures { size, millis }) => (*size, millis),
        Some(Film::Absent(why)) => {
            let message = words::no_film(*why, outline.video_codec.as_deref());
            let text = format!("{}{}", message.why, message.cure);
            ui.add(Label::new(Text::secondary(text)).wrap());
            return;
        }
        None => return,
    };
    let (Some(sight), Some(outline)) = (viewer.sight(pane), viewer.outline()) else {
        return;
    };
    let views = pictures(viewer, outline, sight.pixels_per_point);
    let strip = Strip {
        viewer,
        shown,
        gave_up: viewer.documents.gave_up(shown.file),
    };
    match strip.nothing(&views) {
        Some(why) => nothing_ui(ui, why, actions),
        None => strip.ui(ui, size, times, &views),
    }
}

fn pictures(viewer: &Viewer, outline: &Outline, pixels_per_point: f32) -> Vec<PageView> {
    let views = viewer.film_views(outline, pixels_per_point);
    views.into_iter().map(|(view, _)| view).collect()
}

/// One calm line instead of a strip of nothing.
fn nothing_ui(ui: &mut Ui, why: &Absent, actions: &mut Vec<Action>) {
    let mut text = words::FILM_FAILED.to_owned();
    match why {
        Absent::NoPreview(reason) => text.push_str(&no_preview(*reason).why),
        Absent::Trouble(_) => text.push_str(words::FILM_UNREAD),
    }
    ui.add(Label::new(Text::secondary(text)).wrap());
    if why.may_pass() && link_ui(ui, "再試一次").clicked() {
        actions.push(Action::Viewer(ViewerAction::Retry));
    }
}

struct Strip<'a> {
    viewer: &'a Viewer,
    shown: &'a Shown,
    /// Nothing more is asked for.
    gave_up: Option<&'a Absent>,
}

impl Strip<'_> {
    /// Why this picture will not come.
    fn failed(&self, view: PageView) -> Option<&Absent> {
        let own = self
            .viewer
            .documents
            .absent(self.shown.file, view.page, view.width_px);
        own.or(self.gave_up)
    }

    /// Why there is none at all, and none to wait for.
    fn nothing(&self, views: &[PageView]) -> Option<&Absent> {
        let is_there = |view: &PageView| self.viewer.parts.has(self.shown.file, *view);
        let waits = views
            .iter()
            .any(|view| is_there(view) || self.failed(*view).is_none());
        if waits {
            return None;
        }
        views.first().and_then(|view| self.failed(*view))
    }

    fn ui(&self, ui: &mut Ui, size: PageSize, times: &[u64], views: &[PageView]) {
        let proportion = (size.height / size.width.max(1.0)).clamp(0.1, 10.0);
        let room = ui.available_width();
        let columns = columns(room, proportion);
        let width = ((room - space::XS * (columns - 1) as f32) / columns as f32)
            .min(widest(proportion))
            .floor();
        let picture = vec2(width, (width * proportion).round());
        let cell = vec2(width, picture.y + space::XXS + type_size::SECONDARY * 1.3);
        let mut uploads = Uploads::default();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            let all: Vec<(PageView, u64)> = views.iter().copied().zip(times.iter().copied()).collect();
            for row in all.chunks(columns) {
                ui.horizontal(|ui| {
                    for (view, millis) in row {
                        let (rect, response) = ui.allocate_exact_size(cell, Sense::hover());
                        let failed =
                            self.failed(*view).is_some() && !self.viewer.parts.has(self.shown.file, *view);
                        response.widget_info(|| {
                            let name = match failed {
                                true => words::film_picture_failed(*millis),
                                false => words::film_picture(*millis),
                            };
                            WidgetInfo::labeled(Role::Image, true, name)
                        });
                        let picture = Rect::from_min_size(rect.min, picture);
                        self.picture_ui(ui, picture, *view, &mut uploads);
                        ui.painter().text(
                            pos2(rect.center().x, rect.bottom()),
                            Align2::CENTER_BOTTOM,
                            words::clock(*millis),
                            fonts::regular(type_size::SECONDARY),
                            colors(ui).ink_soft,
                        );
                    }
                });
            }
        });
        if uploads.waiting {
            ui.ctx().request_repaint();
        }
    }

    /// The picture, or the place for it.
    fn picture_ui(&self, ui: &Ui, rect: Rect, view: PageView, uploads: &mut Uploads) {
        let c = colors(ui);
        let (file, parts) = (self.shown.file, &self.viewer.parts);
        // Until it comes at the size for another screen, the one there is will do.
        let picture = parts
            .get(file, view)
            .or_else(|| parts.of_page(file, view.page).map(|(_, picture)| picture).next());
        match picture.and_then(|picture| picture.texture(ui.ctx(), uploads)) {
            Some(texture) => {
                paint::picture(ui.painter(), texture, rect, [0.0, 0.0, 1.0, 1.0], Turn::UPRIGHT);
            }
            None => {
                ui.painter()
                    .rect_filled(rect, CornerRadius::ZERO, c.surface_sunken);
                if self.failed(view).is_some() {
                    ui.painter().text(
                        rect.center(),
                        Align2::CENTER_CENTER,
                        words::FILM_GAP,
                        fonts::regular(type_size::SECONDARY),
                        c.ink_faint,
                    );
                }
            }
        }
        let edge = Stroke::new(stroke::HAIR, c.line);
        ui.painter()
            .rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Inside);
    }
}

/// How wide a picture of this proportion may be.
fn widest(proportion: f32) -> f32 {
    let [wide, high] = size::FILM_PICTURE;
    wide.min(high / proportion)
}

/// As few as fill the room.
fn columns(room: f32, proportion: f32) -> usize {
    let fills = |columns: &&usize| {
        let columns = **columns as f32;
        (room + space::XS) / columns - space::XS <= widest(proportion)
    };
    COLUMNS
        .iter()
        .find(fills)
        .copied()
        .unwrap_or(COLUMNS[COLUMNS.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn pictures_fill_the_room_in_full_rows() {
        for (room, proportion, expected) in [
            (568.0, 9.0 / 16.0, 4),
            (568.0, 16.0 / 9.0, 6),
            (316.0, 9.0 / 16.0, 3),
            (168.0, 9.0 / 16.0, 2),
            (100.0, 0.5, 1),
            (9_000.0, 1.0, 12),
        ] {
            assert_eq!(columns(room, proportion), expected, "{room} {proportion}");
        }
    }
}
