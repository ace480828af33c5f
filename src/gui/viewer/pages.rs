//! The pages in sight. Only they are drawn, however many there are.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, PointerButton, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::layout::Layout;
use super::parts::Uploads;
use super::{Pane, Shown, Viewer, ViewerAction, absent, paint, pane, scroll_bars, wanted};
use crate::gui::action::Action;
use crate::gui::fonts;
use crate::gui::theme::{colors, space, stroke, type_size};
use crate::text::viewer as words;
use crate::worker::{Outline, PageView};

/// Smaller movements are rounding, in pixels.
const STILL: f64 = 0.01;

pub(super) fn pages_ui(ui: &mut Ui, viewer: &Viewer, pane: Pane, shown: &Shown, actions: &mut Vec<Action>) {
    let rect = ui.available_rect_before_wrap();
    pane::ground(ui, rect);
    pane::seen(ui, viewer, pane, rect, actions);
    let (Some(layout), Some(outline)) = (viewer.layout(pane), viewer.outline()) else {
        let response = ui.allocate_rect(rect, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words::OPENING));
        line(ui, rect, words::OPENING, colors(ui).ink_soft);
        return;
    };
    let offset = layout.offset(viewer.place(pane));
    let hand = hand_ui(ui, rect, pane, viewer, actions);
    let mut by = Vec2::ZERO;
    if hand.contains_pointer() {
        by -= ui.input(|input| input.smooth_scroll_delta());
    }
    if hand.dragged_by(PointerButton::Primary) {
        by -= hand.drag_delta();
    }
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
    inside.set_clip_rect(rect.intersect(ui.clip_rect()));
    let mut drawing = Drawing {
        viewer,
        pane,
        shown,
        outline,
        layout,
        uploads: Uploads::default(),
        rect,
        offset: [offset[0].round(), offset[1].round()],
    };
    drawing.pages_ui(&mut inside, actions);
    if drawing.uploads.waiting {
        ui.ctx().request_repaint();
    }
    let pulled = scroll_bars::bars_ui(&mut inside, rect, pane, layout, offset);
    let scale = f64::from(layout.sight.pixels_per_point);
    let to = pulled.unwrap_or([
        offset[0] + f64::from(by.x) * scale,
        offset[1] + f64::from(by.y) * scale,
    ]);
    let to = layout.clamped(to);
    if (to[0] - offset[0]).abs().max((to[1] - offset[1]).abs()) > STILL {
        actions.push(Action::Viewer(ViewerAction::Scrolled(pane, layout.place(to))));
    }
    ui.advance_cursor_after_rect(rect);
}

/// What the pointer does: it takes hold of the paper, and magnifies where it stands.
fn hand_ui(
    ui: &Ui,
    rect: Rect,
    pane: Pane,
    viewer: &Viewer,
    actions: &mut Vec<Action>,
) -> eframe::egui::Response {
    let id = Id::unique(("hand on the pages", pane));
    let mut response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    if !viewer.zoom().fits() {
        let cursor = if response.dragged() {
            CursorIcon::Grabbing
        } else {
            CursorIcon::Grab
        };
        response = response.on_hover_cursor(cursor);
    }
    let Some(pointer) = response.hover_pos() else {
        return response;
    };
    let at = [pointer.x - rect.left(), pointer.y - rect.top()];
    let by = ui.input(|input| input.zoom_delta());
    if (by - 1.0).abs() > f32::EPSILON {
        actions.push(Action::Viewer(ViewerAction::ZoomAt(pane, by, at)));
    }
    if response.double_clicked() {
        actions.push(Action::Viewer(ViewerAction::ToggleFit(pane, at)));
    }
    response
}

fn line(ui: &Ui, rect: Rect, text: &str, color: eframe::egui::Color32) {
    let font = fonts::regular(type_size::BODY);
    let galley = ui.painter().layout(
        text.to_owned(),
        font,
        color,
        (rect.width() - 2.0 * space::M).max(0.0),
    );
    let place = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    ui.painter().galley(place.min, galley, color);
}

struct Drawing<'a> {
    viewer: &'a Viewer,
    pane: Pane,
    shown: &'a Shown,
    outline: &'a Outline,
    layout: &'a Layout,
    uploads: Uploads,
    /// The pane on the screen
    rect: Rect,
    /// In whole pixels, so that a picture's pixels are the screen's
    offset: [f64; 2],
}

impl Drawing<'_> {
    fn pages_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let [_, height] = self.layout.view();
        let mut painted = false;
        for page in self.layout.pages_between(self.offset[1], self.offset[1] + height) {
            if let Some(rect) = self.on_screen(page) {
                painted |= self.page_ui(ui, page, rect, actions);
            }
        }
        if painted {
            pane::painted(self.viewer, self.shown, actions);
        }
    }

    fn on_screen(&self, page: u32) -> Option<Rect> {
        let [left, top, width, height] = self.layout.rect(page)?;
        let scale = f64::from(self.layout.sight.pixels_per_point);
        let place = |at: f64, offset: f64| ((at - offset) / scale) as f32;
        let min = pos2(
            self.rect.left() + place(left, self.offset[0]),
            self.rect.top() + place(top, self.offset[1]),
        );
        Some(Rect::from_min_size(
            min,
            vec2((width / scale) as f32, (height / scale) as f32),
        ))
    }

    /// Draws a page; true when there was something of it, or the reason why not.
    fn page_ui(&mut self, ui: &mut Ui, page: u32, rect: Rect, actions: &mut Vec<Action>) -> bool {
        let c = colors(ui);
        let visible = rect.intersect(self.rect);
        let id = Id::unique(("page", self.shown.file, page));
        let response = ui.interact(visible, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words::page(page + 1)));
        let see_through = matches!(self.outline, Outline::Picture { has_alpha: true, .. });
        if see_through {
            paint::checkerboard(ui.painter(), rect, c);
        } else {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, c.paper);
        }
        let drawn = self.pictures(ui, page, rect, visible, see_through);
        let absent = self.viewer.absent(self.pane, page);
        match absent.filter(|_| !drawn) {
            Some(why) => absent::on_page_ui(ui, page, visible, why, actions),
            None if !drawn => line(ui, visible, &words::preparing(page + 1), c.on_paper),
            None => self.hits(ui, page, rect),
        }
        ui.painter().rect_stroke(
            rect,
            CornerRadius::ZERO,
            Stroke::new(stroke::HAIR, c.line),
            StrokeKind::Outside,
        );
        drawn || absent.is_some()
    }

    /// The crisp pictures; where one is not yet there, the nearest coarser ones below them.
    fn pictures(&mut self, ui: &Ui, page: u32, rect: Rect, visible: Rect, see_through: bool) -> bool {
        let Some(on_screen) = self.layout.page(page) else {
            return false;
        };
        let size = wanted::drawn_box(self.outline, page, on_screen);
        let turn = self.layout.turn;
        let fraction = |at: f32, start: f32, length: f32| (at - start) / length.max(f32::MIN_POSITIVE);
        let part = turn.upright_box([
            fraction(visible.left(), rect.left(), rect.width()),
            fraction(visible.top(), rect.top(), rect.height()),
            fraction(visible.right(), rect.left(), rect.width()),
            fraction(visible.bottom(), rect.top(), rect.height()),
        ]);
        let crisp = wanted::crisp(page, size, part);
        let parts = &self.viewer.parts;
        let file = self.shown.file;
        let mut textures = Vec::with_capacity(crisp.len());
        for view in &crisp {
            let picture = parts.get(file, *view);
            let texture = picture.and_then(|picture| picture.texture(ui.ctx(), &mut self.uploads));
            textures.extend(texture.map(|texture| (*view, texture)));
        }
        let complete = textures.len() == crisp.len();
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let mut drawn = false;
        // See-through pictures one over the other would be denser than they are.
        if !complete && (!see_through || textures.is_empty()) {
            let stand_ins = parts.of_page(file, page);
            let whole = stand_ins
                .filter(|(view, _)| view.part.is_none())
                .min_by_key(|(view, _)| view.width_px.abs_diff(size.width));
            if let Some((view, picture)) = whole
                && let Some(texture) = picture.texture(ui.ctx(), &mut self.uploads)
            {
                let part = part_of(view, size.width, size.height);
                paint::picture(&painter, texture, rect, part, turn);
                drawn = true;
            }
        }
        for (view, texture) in textures {
            paint::picture(
                &painter,
                texture,
                rect,
                part_of(view, size.width, size.height),
                turn,
            );
            drawn = true;
        }
        drawn
    }

    /// Marks what a search found.
    fn hits(&self, ui: &Ui, page: u32, rect: Rect) {
        let c = colors(ui);
        let hits = self.viewer.search.hits();
        let first = hits.partition_point(|hit| hit.page < page);
        for (index, hit) in hits.iter().enumerate().skip(first) {
            if hit.page != page {
                break;
            }
            let current = index == self.viewer.search.at;
            let color = if current { c.found_current } else { c.found };
            for part in &hit.boxes {
                let place = paint::on_page(rect, *part, self.layout.turn).expand(1.0);
                ui.painter()
                    .rect_filled(place, CornerRadius::same(crate::gui::theme::radius::TICK), color);
            }
        }
    }
}

/// What a picture shows, as fractions of the page.
fn part_of(view: PageView, width: u32, height: u32) -> [f32; 4] {
    match view.part {
        None => [0.0, 0.0, 1.0, 1.0],
        Some(part) => {
            let across = |x: u32| x as f32 / width.max(1) as f32;
            let down = |y: u32| y as f32 / height.max(1) as f32;
            [
                across(part.x),
                down(part.y),
                across(part.x + part.width),
                down(part.y + part.height),
            ]
        }
    }
}
