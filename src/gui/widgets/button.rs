//! Buttons: what happens when one is pressed is said by its verb, its weight by its kind.

use eframe::egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2,
    vec2,
};

use super::{focus, line};
use crate::gui::theme::{colors, radius, size, space, stroke, type_size};
use crate::gui::{fonts, icons};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Danger,
    Quiet,
}

/// A button. A disabled one stays reachable by Tab, so that its reason can be read.
#[must_use = "a button is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct Button {
    kind: Kind,
    label: String,
    icon: Option<&'static str>,
    shows_label: bool,
    shortcut: Option<String>,
    tooltip: Option<String>,
    subject: Option<String>,
    refusal: Option<String>,
    enabled: bool,
    opens_menu: bool,
    full_width: bool,
}

impl Button {
    fn new(kind: Kind, label: impl Into<String>) -> Self {
        Self {
            kind,
            label: label.into(),
            icon: None,
            shows_label: true,
            shortcut: None,
            tooltip: None,
            subject: None,
            refusal: None,
            enabled: true,
            opens_menu: false,
            full_width: false,
        }
    }

    /// The one main action of a page or dialog.
    pub fn primary(label: impl Into<String>) -> Self {
        Self::new(Kind::Primary, label)
    }

    /// Any other action.
    pub fn secondary(label: impl Into<String>) -> Self {
        Self::new(Kind::Secondary, label)
    }

    /// An action that destroys.
    pub fn danger(label: impl Into<String>) -> Self {
        Self::new(Kind::Danger, label)
    }

    /// An action that should not draw the eye: no frame at rest.
    pub fn quiet(label: impl Into<String>) -> Self {
        Self::new(Kind::Quiet, label)
    }

    /// A square quiet button with an icon; `name` is its tooltip and its accessible name.
    pub fn icon_only(icon: &'static str, name: impl Into<String>) -> Self {
        let mut button = Self::new(Kind::Quiet, name);
        button.icon = Some(icon);
        button.shows_label = false;
        button
    }

    /// An icon before the label.
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same, shown after the label. The page handles the key.
    pub fn shortcut(mut self, keys: impl Into<String>) -> Self {
        self.shortcut = Some(keys.into());
        self
    }

    /// More words for the pointer that rests here.
    pub fn tooltip(mut self, text: impl Into<String>) -> Self {
        self.tooltip = Some(text.into());
        self
    }

    /// What it is about, where several of one label stand in a list: said after the label, and told to the
    /// pointer that rests here.
    pub fn of(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Switches the button off without a reason, for the moment a running job needs.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Switches the button off if there is a reason, which is shown on hover and on focus.
    pub fn disabled_because(mut self, reason: Option<impl Into<String>>) -> Self {
        self.refusal = reason.map(Into::into);
        self
    }

    /// As wide as its surroundings.
    pub fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// With a caret: something opens below. An icon alone says so by itself.
    pub(super) fn opening_menu(mut self) -> Self {
        self.opens_menu = self.shows_label;
        self
    }

    /// Draws the button; `clicked()` of the response is never true while it is disabled.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let enabled = self.enabled && self.refusal.is_none() && ui.is_enabled();
        let width_left = ui.available_width();
        let content = Content::layout(&self, ui, width_left);
        let width = if self.full_width {
            width_left
        } else {
            content.width
        };
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::focusable_noninteractive() | Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), sense);

        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.accessible_name()));
        if ui.is_rect_visible(rect) {
            let look = Look::of(self.kind, &response, enabled, ui);
            ui.painter().rect(
                rect,
                CornerRadius::same(radius::CONTROL),
                look.fill,
                look.line,
                StrokeKind::Inside,
            );
            content.paint(ui, rect, &look);
            focus::ring(ui, &response, radius::CONTROL);
        }
        self.explain(response)
    }

    fn accessible_name(&self) -> String {
        let mut name = self.label.clone();
        if let Some(subject) = &self.subject {
            name = format!("{name} {subject}");
        }
        match &self.refusal {
            Some(reason) => format!("{name}：{reason}"),
            None => name,
        }
    }

    fn explain(self, response: Response) -> Response {
        let words = match (self.refusal, self.tooltip.or(self.subject)) {
            (Some(reason), _) => reason,
            (None, Some(tooltip)) => tooltip,
            (None, None) if !self.shows_label => match self.shortcut {
                Some(keys) => format!("{}　{keys}", self.label),
                None => self.label,
            },
            (None, None) => return response,
        };
        if response.has_focus() && !response.hovered() && !self.opens_menu {
            response.show_tooltip_text(words);
            return response;
        }
        response.on_hover_text(words)
    }
}

impl Widget for Button {
    fn ui(self, ui: &mut Ui) -> Response {
        Self::ui(self, ui)
    }
}

/// Colours of one kind in one moment.
struct Look {
    fill: Color32,
    line: Stroke,
    ink: Color32,
    hint: Color32,
}

impl Look {
    fn of(kind: Kind, response: &Response, enabled: bool, ui: &Ui) -> Self {
        let c = colors(ui);
        let pressed = response.is_pointer_button_down_on();
        let hovered = response.hovered();
        let pick = |rest, over, down| {
            if pressed {
                down
            } else if hovered {
                over
            } else {
                rest
            }
        };
        if !enabled {
            let framed = kind != Kind::Quiet;
            return Self {
                fill: if framed {
                    c.surface_sunken
                } else {
                    Color32::TRANSPARENT
                },
                line: if framed {
                    Stroke::new(stroke::HAIR, c.line)
                } else {
                    Stroke::NONE
                },
                ink: c.ink_faint,
                hint: c.ink_faint,
            };
        }
        let filled = |fill, ink| Self {
            fill,
            line: Stroke::NONE,
            ink,
            hint: ink,
        };
        match kind {
            Kind::Primary => filled(pick(c.accent, c.accent_hovered, c.accent_pressed), c.on_accent),
            Kind::Danger => filled(pick(c.danger, c.danger_hovered, c.danger_hovered), c.on_danger),
            Kind::Secondary => Self {
                fill: pick(c.surface_raised, c.surface_sunken, c.line),
                line: Stroke::new(stroke::HAIR, c.control_line),
                ink: c.ink,
                hint: c.ink_soft,
            },
            Kind::Quiet => Self {
                fill: pick(Color32::TRANSPARENT, c.surface_sunken, c.line),
                line: Stroke::NONE,
                ink: c.ink,
                hint: c.ink_soft,
            },
        }
    }
}

/// What stands in the button, measured.
struct Content {
    icon: Option<&'static str>,
    label: Option<std::sync::Arc<eframe::egui::Galley>>,
    shortcut: Option<std::sync::Arc<eframe::egui::Galley>>,
    caret: bool,
    padding: f32,
    width: f32,
}

impl Content {
    fn layout(button: &Button, ui: &Ui, width_left: f32) -> Self {
        let padding = match (button.shows_label, button.kind) {
            (false, _) => (size::CONTROL - size::ICON) / 2.0,
            (true, Kind::Quiet) => space::XS,
            (true, _) => space::M,
        };
        let placeholder = Color32::PLACEHOLDER;
        let icon_width = if button.icon.is_some() { size::ICON } else { 0.0 };
        let gap = if button.icon.is_some() && button.shows_label {
            space::XS
        } else {
            0.0
        };
        let caret_width = if button.opens_menu {
            space::XXS + size::ICON_SMALL
        } else {
            0.0
        };
        let shortcut = button
            .shortcut
            .as_ref()
            .filter(|_| button.shows_label)
            .map(|keys| {
                line::layout(
                    ui,
                    keys,
                    fonts::regular(type_size::SECONDARY),
                    placeholder,
                    width_left,
                )
            });
        let shortcut_width = shortcut
            .as_ref()
            .map_or(0.0, |galley| space::XS + galley.size().x);
        let fixed = 2.0 * padding + icon_width + gap + caret_width + shortcut_width;
        let label = button.shows_label.then(|| {
            let font = match button.kind {
                Kind::Primary | Kind::Danger => fonts::bold(type_size::BODY),
                Kind::Secondary | Kind::Quiet => fonts::regular(type_size::BODY),
            };
            line::layout(ui, &button.label, font, placeholder, width_left - fixed)
        });
        let width = fixed + label.as_ref().map_or(0.0, |galley| galley.size().x);
        Self {
            icon: button.icon,
            label,
            shortcut,
            caret: button.opens_menu,
            padding,
            width: width.ceil(),
        }
    }

    fn paint(self, ui: &Ui, rect: Rect, look: &Look) {
        let middle = rect.center().y;
        let mut x = rect.left() + self.padding + ((rect.width() - self.width) / 2.0).floor().max(0.0);
        if let Some(icon) = self.icon {
            icons::paint(ui.painter(), pos2(x + size::ICON / 2.0, middle), icon, look.ink);
            x += size::ICON + space::XS;
        }
        if let Some(label) = self.label {
            x = line::paint(ui, pos2(x, middle), label, look.ink);
        }
        if let Some(shortcut) = self.shortcut {
            x = line::paint(ui, pos2(x + space::XS, middle), shortcut, look.hint);
        }
        if self.caret {
            let center = pos2(x + space::XXS + size::ICON_SMALL / 2.0, middle);
            icons::paint_sized(
                ui.painter(),
                center,
                icons::CARET_DOWN,
                size::ICON_SMALL,
                look.ink,
            );
        }
    }
}
