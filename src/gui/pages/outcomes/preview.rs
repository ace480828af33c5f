//! The first page of a document, or a picture, beside its facts.

use std::sync::Arc;

use eframe::egui::{self, ColorImage, Id, Label, Sense, TextureHandle, TextureOptions, Ui, vec2};

use super::item::PREVIEW_HEIGHT;
use crate::domain::file::{ContentCaution, ContentFacts, Slot};
use crate::domain::id::ItemId;
use crate::engine::FileView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::state::{PreviewKey, State};
use crate::gui::theme::{colors, stroke};
use crate::gui::widgets::{Button, waiting_ui};
use crate::worker::PreviewPixels;

/// Previews are drawn in steps of this many pixels, so that a window that is resized does not redraw
/// for every point.
const WIDTH_STEP_PX: u32 = 160;

/// `item`: an outcome or activity.
pub(in crate::gui::pages) fn preview_ui(
    ui: &mut Ui,
    state: &State,
    item: ItemId,
    file: &FileView,
    actions: &mut Vec<Action>,
) {
    if file.slot == Slot::Media {
        return;
    }
    if file.cautions.contains(&ContentCaution::CannotPreview) {
        return;
    }
    let shown = state
        .preview
        .as_ref()
        .filter(|shown| shown.key.item == item && shown.key.file == file.id);
    let page = shown.map_or(0, |shown| shown.key.page);
    let pages = match file.facts {
        Some(ContentFacts::Pages { count }) => count,
        _ => 1,
    };
    let width_px = width_in_pixels(ui);
    let mut ask = |page| {
        actions.push(Action::Item(ItemAction::Preview {
            item,
            slot: file.slot,
            page,
            width_px,
        }));
    };
    if shown.is_none_or(|shown| shown.key.width_px != width_px) {
        ask(page);
    }
    match shown.map(|shown| (&shown.key, &shown.image)) {
        Some((key, Loadable::Ready(Some(image)))) => picture_ui(ui, *key, image, &file.name),
        Some((_, Loadable::Ready(None) | Loadable::Failed(_))) => {
            ui.add(Label::new(Text::secondary("這裡畫不出預覽，請按「開啟」確認內容。")).wrap());
            return;
        }
        _ => {
            ui.set_min_height(PREVIEW_HEIGHT);
            waiting_ui(ui, "正在準備預覽…");
        }
    }
    if pages > 1 {
        ui.horizontal(|ui| {
            let before = Button::icon_only(icons::CARET_LEFT, "上一頁").enabled(page > 0);
            if before.ui(ui).clicked() {
                ask(page - 1);
            }
            ui.label(Text::secondary(format!("第 {} 頁，共 {pages} 頁", page + 1)));
            let after = Button::icon_only(icons::CARET_RIGHT, "下一頁").enabled(page + 1 < pages);
            if after.ui(ui).clicked() {
                ask(page + 1);
            }
        });
    }
}

fn width_in_pixels(ui: &Ui) -> u32 {
    let pixels = (ui.available_width() * ui.ctx().pixels_per_point()).max(1.0) as u32;
    pixels.div_ceil(WIDTH_STEP_PX) * WIDTH_STEP_PX
}

fn picture_ui(ui: &mut Ui, key: PreviewKey, image: &Arc<PreviewPixels>, name: &str) {
    let texture = texture(ui.ctx(), key, image);
    let natural = texture.size_vec2() / ui.ctx().pixels_per_point();
    let scale = (ui.available_width() / natural.x).min(1.0);
    let size = vec2((natural.x * scale).floor(), (natural.y * scale).floor());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Image, true, format!("{name} 第 {} 頁", key.page + 1))
    });
    let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    ui.painter()
        .image(texture.id(), rect, whole, egui::Color32::WHITE);
    ui.painter().rect_stroke(
        rect,
        egui::CornerRadius::ZERO,
        egui::Stroke::new(stroke::HAIR, colors(ui).line),
        egui::StrokeKind::Inside,
    );
}

/// One texture at a time: the page that is looked at.
fn texture(ctx: &egui::Context, key: PreviewKey, image: &PreviewPixels) -> TextureHandle {
    let place = Id::unique("preview texture");
    let kept = ctx.data(|data| data.get_temp::<(PreviewKey, TextureHandle)>(place));
    if let Some((_, texture)) = kept.filter(|(kept, _)| *kept == key) {
        return texture;
    }
    let size = [image.width as usize, image.height as usize];
    let pixels = ColorImage::from_rgba_unmultiplied(size, &image.pixels);
    let texture = ctx.load_texture("preview", pixels, TextureOptions::LINEAR);
    ctx.data_mut(|data| data.insert_temp(place, (key, texture.clone())));
    texture
}
