//! egui's own widgets in our tokens.

use std::collections::BTreeMap;

use eframe::egui::style::{ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use eframe::egui::{
    Context, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, ThemePreference, Visuals,
    vec2,
};

use super::tokens::{Colors, radius, size, space, stroke, type_size};
use crate::gui::fonts;

/// Which theme the person wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the desktop says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Gives every widget of `ctx` the look of this program, in the theme of `choice`.
pub fn apply(ctx: &Context, choice: ThemeChoice) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
    // Paper, where the system does not say what it likes.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    // Paper and ink where the desktop says nothing.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
}

fn style(theme: Theme) -> Style {
    let mut style = theme.default_style();
    style.text_styles = text_styles();
    style.drag_value_text_style = TextStyle::Body;
    style.visuals = visuals(theme);
    style.animation_time = 0.1;
    style.scroll_animation = ScrollAnimation::none();
    style.compact_menu_style = false;
    style.interaction.tooltip_delay = 0.3;
    // A label under the pointer must not take the click of the row it stands in.
    style.interaction.selectable_labels = false;

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::XS, space::XS);
    spacing.button_padding = vec2(space::S, 5.0);
    spacing.interact_size = vec2(size::CONTROL, size::CONTROL);
    spacing.window_margin = Margin::same(space::M as i8);
    spacing.menu_margin = Margin::same(space::XXS as i8);
    spacing.menu_width = size::MENU;
    spacing.combo_width = size::MENU;
    spacing.tooltip_width = size::TOOLTIP;
    spacing.icon_width = size::ICON;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = space::XS;
    spacing.indent = space::L;
    spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_width: 6.0,
        floating_allocated_width: 10.0,
        handle_min_length: size::CONTROL,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.6,
        dormant_handle_opacity: 0.5,
        active_handle_opacity: 0.6,
        interact_handle_opacity: 0.8,
        ..ScrollStyle::thin()
    };
    spacing.scroll.fade.strength = 0.0;
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Heading, fonts::bold(type_size::TITLE)),
        (TextStyle::Body, fonts::regular(type_size::BODY)),
        (TextStyle::Button, fonts::regular(type_size::BODY)),
        (TextStyle::Monospace, fonts::regular(type_size::BODY)),
        (TextStyle::Small, fonts::regular(type_size::SECONDARY)),
    ]
    .into()
}

fn visuals(theme: Theme) -> Visuals {
    let dark = theme == Theme::Dark;
    let colors = Colors::of(dark);
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };

    visuals.widgets = widgets(colors);
    visuals.selection = Selection {
        bg_fill: colors.selection,
        stroke: Stroke::new(stroke::FOCUS, colors.accent),
    };
    visuals.ime_composition.active_underline_stroke = Stroke::new(stroke::FOCUS, colors.accent);
    visuals.ime_composition.inactive_underline_stroke = Stroke::new(stroke::HAIR, colors.ink_soft);
    visuals.weak_text_color = Some(colors.ink_soft);
    visuals.hyperlink_color = colors.accent;
    visuals.faint_bg_color = colors.surface_sunken;
    visuals.extreme_bg_color = colors.surface_sunken;
    visuals.text_edit_bg_color = Some(colors.surface_raised);
    visuals.code_bg_color = colors.surface_sunken;
    visuals.warn_fg_color = colors.submitted.ink;
    visuals.error_fg_color = colors.returned.ink;
    visuals.panel_fill = colors.surface;
    visuals.window_fill = colors.surface_raised;
    visuals.window_stroke = Stroke::new(stroke::HAIR, colors.line);
    visuals.window_corner_radius = CornerRadius::same(radius::CARD);
    visuals.menu_corner_radius = CornerRadius::same(radius::CARD);
    visuals.window_shadow = shadow(colors);
    visuals.popup_shadow = shadow(colors);
    visuals.window_highlight_topmost = false;
    visuals.slider_trailing_fill = true;
    visuals.disabled_alpha = 0.55;
    // A blinking cursor would redraw an idle window twice a second.
    visuals.text_cursor = TextCursorStyle {
        stroke: Stroke::new(stroke::FOCUS, colors.accent),
        blink: false,
        ..Default::default()
    };
    visuals
}

fn shadow(colors: &Colors) -> Shadow {
    Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: colors.shadow,
    }
}

fn widgets(colors: &Colors) -> Widgets {
    let rest = WidgetVisuals {
        bg_fill: colors.surface_raised,
        weak_bg_fill: colors.surface_raised,
        bg_stroke: Stroke::new(stroke::HAIR, colors.control_line),
        corner_radius: CornerRadius::same(radius::CONTROL),
        // Its width is that of check marks.
        fg_stroke: Stroke::new(stroke::SHAPE, colors.ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_fill: colors.surface,
            weak_bg_fill: colors.surface,
            bg_stroke: Stroke::new(stroke::HAIR, colors.line),
            ..rest
        },
        inactive: rest,
        hovered: WidgetVisuals {
            bg_fill: colors.surface_sunken,
            weak_bg_fill: colors.surface_sunken,
            bg_stroke: Stroke::new(stroke::HAIR, colors.ink_soft),
            ..rest
        },
        // egui draws a widget that has the keyboard's focus as active: this line is the focus ring.
        active: WidgetVisuals {
            bg_stroke: Stroke::new(stroke::FOCUS, colors.accent),
            ..rest
        },
        open: WidgetVisuals {
            bg_fill: colors.surface_sunken,
            weak_bg_fill: colors.surface_sunken,
            ..rest
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_decides_the_theme() {
        let ctx = Context::default();
        apply(&ctx, ThemeChoice::Dark);
        assert_eq!(ctx.global_style().visuals.panel_fill, Colors::of(true).surface);
        apply(&ctx, ThemeChoice::Light);
        assert_eq!(ctx.global_style().visuals.panel_fill, Colors::of(false).surface);
    }

    #[test]
    fn nothing_moves_at_rest() {
        for theme in [Theme::Light, Theme::Dark] {
            assert!(!style(theme).visuals.text_cursor.blink);
        }
    }
}
