//! Sound and video: what can be told of them without playing them.

use eframe::egui::{CornerRadius, Label, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::tools::Tool;
use super::{Pane, Shown, Viewer, film, pane};
use crate::domain::file::FileKind;
use crate::gui::action::{Action, ItemAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, radius, size, space};
use crate::gui::widgets::{Button, card_ui, key_text_ui};
use crate::text::{size as sizes, viewer as words};
use crate::worker::MediaOutline;

pub(super) fn media_ui(
    ui: &mut Ui,
    viewer: &Viewer,
    pane: Pane,
    shown: &Shown,
    outline: &MediaOutline,
    actions: &mut Vec<Action>,
) {
    let rect = ui.available_rect_before_wrap();
    pane::ground(ui, rect);
    pane::seen(ui, viewer, pane, rect, actions);
    ScrollArea::vertical()
        .id_salt(("sound and video", shown.file))
        .auto_shrink(false)
        .show(ui, |ui| {
            eframe::egui::Frame::new()
                .inner_margin(eframe::egui::Margin::same(space::M as i8))
                .show(ui, |ui| {
                    ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT + 2.0 * space::M));
                    card_ui(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = space::S;
                        film::film_ui(ui, viewer, pane, shown, outline, actions);
                        waveform_ui(ui, shown.kind, &outline.waveform);
                        ui.horizontal_wrapped(|ui| {
                            let play = Button::primary("以預設播放器開啟").icon(icons::PLAY);
                            if play.ui(ui).clicked() {
                                let slot = shown.kind.slot();
                                actions.push(Action::Item(ItemAction::OpenOutside(shown.item, slot)));
                            }
                            Tool::SaveAs.named_ui(ui, viewer, pane, shown, actions);
                        });
                        facts_ui(ui, shown, outline);
                    });
                });
        });
    pane::painted(viewer, shown, actions);
}

fn facts_ui(ui: &mut Ui, shown: &Shown, outline: &MediaOutline) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        key_text_ui(ui, "檔案", &shown.name);
        key_text_ui(ui, "長度", &sizes::length(outline.millis));
        key_text_ui(ui, "大小", &sizes::size(shown.bytes));
        if let Some((width, height)) = outline.video_size {
            key_text_ui(ui, "畫面", &format!("{width} × {height} 像素"));
        }
        if let Some(codec) = &outline.video_codec {
            key_text_ui(ui, "影像編碼", codec);
        }
        if let Some(codec) = &outline.audio_codec {
            key_text_ui(ui, "聲音編碼", codec);
        }
        if outline.bit_rate > 0 {
            key_text_ui(ui, "位元率", &words::bit_rate(outline.bit_rate));
        }
        if let Some(rate) = outline.sample_rate {
            key_text_ui(ui, "取樣率", &words::sample_rate(rate));
        }
        if let Some(count) = outline.channels {
            key_text_ui(ui, "聲道", &words::channels(count));
        }
    });
}

/// One bar per stretch, as many as the width holds.
fn waveform_ui(ui: &mut Ui, kind: FileKind, peaks: &[u8]) {
    if peaks.is_empty() {
        if kind == FileKind::Mp3 {
            ui.add(Label::new(Text::secondary(words::NO_WAVEFORM)).wrap());
        }
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::WAVEFORM), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, "波形"));
    let c = colors(ui);
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius::CONTROL), c.surface_sunken);
    let bars = bars(peaks, (rect.width() / size::MARK) as usize);
    let step = rect.width() / bars.len().max(1) as f32;
    for (index, peak) in bars.iter().enumerate() {
        let half = (f32::from(*peak) / 255.0 * (rect.height() / 2.0 - space::XS)).max(0.5);
        let left = rect.left() + index as f32 * step;
        let bar = Rect::from_min_max(
            pos2(left, rect.center().y - half),
            pos2(left + (step - 1.0).max(0.5), rect.center().y + half),
        );
        ui.painter().rect_filled(bar, CornerRadius::ZERO, c.accent);
    }
}

/// The loudest of each of `count` equal stretches.
fn bars(peaks: &[u8], count: usize) -> Vec<u8> {
    let count = count.clamp(1, peaks.len().max(1));
    (0..count)
        .map(|index| {
            let (from, to) = (index * peaks.len() / count, (index + 1) * peaks.len() / count);
            peaks[from..to].iter().copied().max().unwrap_or(0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn peaks_are_gathered_and_none_is_lost() {
        assert_eq!(bars(&[1, 9, 2, 3, 4], 2), [9, 4]);
        assert_eq!(bars(&[1, 9], 10), [1, 9]);
        assert_eq!(bars(&[7; 1000], 0), [7]);
    }
}
