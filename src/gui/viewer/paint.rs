//! Pictures on the screen: turned while they are drawn, never drawn anew for it.

use eframe::egui::{
    Color32, ColorImage, Context, Id, Mesh, Painter, Pos2, Rect, Shape, TextureHandle, TextureId,
    TextureOptions, pos2,
};

use super::zoom::Turn;
use crate::gui::theme::{Colors, size};

/// A point of a rectangle by fractions from its top left.
fn at(rect: Rect, [x, y]: [f32; 2]) -> Pos2 {
    pos2(rect.left() + rect.width() * x, rect.top() + rect.height() * y)
}

/// A box (left, top, right, bottom as fractions of the upright page) on a page that is drawn at `page`.
pub(super) fn on_page(page: Rect, part: [f32; 4], turn: Turn) -> Rect {
    let [left, top, right, bottom] = turn.turned_box(part);
    Rect::from_min_max(at(page, [left, top]), at(page, [right, bottom]))
}

/// Draws a texture that shows `part` of the upright page.
pub(super) fn picture(painter: &Painter, texture: TextureId, page: Rect, part: [f32; 4], turn: Turn) {
    let [left, top, right, bottom] = part;
    let mut mesh = Mesh::with_texture(texture);
    let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    let places = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
    for (corner, [u, v]) in corners.into_iter().zip(places) {
        mesh.vertices.push(eframe::egui::epaint::Vertex {
            pos: at(page, turn.turned(corner)),
            uv: pos2(u, v),
            color: Color32::WHITE,
        });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    painter.add(Shape::mesh(mesh));
}

/// The board behind what is see-through: one small texture, repeated.
pub(super) fn checkerboard(painter: &Painter, rect: Rect, colors: &Colors) {
    let texture = checks(painter.ctx(), colors);
    let repeats = rect.size() / (2.0 * size::CHECK);
    let whole = Rect::from_min_max(Pos2::ZERO, repeats.to_pos2());
    painter.image(texture.id(), rect, whole, Color32::WHITE);
}

fn checks(ctx: &Context, colors: &Colors) -> TextureHandle {
    let place = Id::unique("checkerboard");
    let kept = ctx.data(|data| data.get_temp::<(Color32, TextureHandle)>(place));
    if let Some((_, texture)) = kept.filter(|(color, _)| *color == colors.check) {
        return texture;
    }
    let (light, dark) = (colors.paper, colors.check);
    let image = ColorImage::new([2, 2], vec![light, dark, dark, light]);
    let texture = ctx.load_texture("checkerboard", image, TextureOptions::NEAREST_REPEAT);
    ctx.data_mut(|data| data.insert_temp(place, (colors.check, texture.clone())));
    texture
}
