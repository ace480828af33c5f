//! The tools of the bar: each is a button, or an entry of the menu where there is no room for it.

use eframe::egui::Ui;

use super::{DocumentCommand, Larger, Pane, Shown, Viewer, ViewerAction, Zoom};
use crate::gui::action::{Action, ItemAction};
use crate::gui::icons;
use crate::gui::widgets::{Button, menu_item_ui};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tool {
    Search,
    FitWidth,
    FitPage,
    Rotate,
    Thumbnails,
    Alone,
    SecondWindow,
    OpenOutside,
    SaveAs,
    /// In the menu where the bar has no room for the magnification
    ZoomIn,
    ZoomOut,
    /// In the menu alone: the bar goes page by page.
    FirstPage,
    LastPage,
}

impl Tool {
    /// What can be done with this document, what matters most first.
    pub(super) fn of(viewer: &Viewer, pane: Pane) -> Vec<Self> {
        let pages = viewer.page_count();
        let mut tools = Vec::new();
        if pages > 0 {
            if matches!(viewer.outline(), Some(crate::worker::Outline::Pages { .. })) {
                tools.push(Self::Search);
            }
            tools.extend([Self::FitWidth, Self::FitPage, Self::Rotate]);
            if pages > 1 {
                tools.push(Self::Thumbnails);
            }
        }
        if pane != Pane::SecondWindow {
            tools.push(Self::Alone);
        }
        tools.push(Self::SecondWindow);
        // Sound and video have a button of their own for it.
        if !matches!(viewer.outline(), Some(crate::worker::Outline::Media(_))) {
            tools.push(Self::OpenOutside);
        }
        tools.push(Self::SaveAs);
        tools
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Search => icons::MAGNIFYING_GLASS,
            Self::FitWidth => icons::ARROWS_OUT_LINE_HORIZONTAL,
            Self::FitPage => icons::FRAME_CORNERS,
            Self::Rotate => icons::ARROW_CLOCKWISE,
            Self::Thumbnails => icons::SIDEBAR_SIMPLE,
            Self::Alone => icons::ARROWS_OUT,
            Self::SecondWindow => icons::MONITOR,
            Self::OpenOutside => icons::ARROW_SQUARE_OUT,
            Self::SaveAs => icons::DOWNLOAD_SIMPLE,
            Self::ZoomIn => icons::PLUS,
            Self::ZoomOut => icons::MINUS,
            Self::FirstPage => icons::CARET_UP,
            Self::LastPage => icons::CARET_DOWN,
        }
    }

    const fn name(self, viewer: &Viewer) -> &'static str {
        match self {
            Self::Search => "搜尋",
            Self::FitWidth => "符合寬度",
            Self::FitPage => "整頁",
            Self::Rotate => "旋轉",
            Self::Thumbnails if viewer.thumbnails => "隱藏縮圖",
            Self::Thumbnails => "縮圖",
            Self::Alone if viewer.alone => "結束單獨顯示",
            Self::Alone => "單獨顯示",
            Self::SecondWindow if viewer.second_window => "關閉第二個視窗",
            Self::SecondWindow => "第二個視窗",
            Self::OpenOutside => "以預設程式開啟",
            Self::SaveAs => "另存新檔…",
            Self::ZoomIn => "放大",
            Self::ZoomOut => "縮小",
            Self::FirstPage => "第一頁",
            Self::LastPage => "最後一頁",
        }
    }

    fn keys(self) -> String {
        let command = match self {
            Self::Search => DocumentCommand::Search,
            Self::FitWidth => DocumentCommand::FitWidth,
            Self::FitPage => DocumentCommand::FitPage,
            Self::Rotate => DocumentCommand::Rotate,
            Self::ZoomIn => DocumentCommand::Larger,
            Self::ZoomOut => DocumentCommand::Smaller,
            Self::FirstPage => DocumentCommand::Home,
            Self::LastPage => DocumentCommand::End,
            _ => return String::new(),
        };
        command.keys()
    }

    fn action(self, pane: Pane, shown: &Shown) -> Action {
        let slot = shown.kind.slot();
        Action::Viewer(match self {
            Self::Search => ViewerAction::OpenSearch,
            Self::FitWidth => ViewerAction::Zoom(Zoom::FitWidth),
            Self::FitPage => ViewerAction::Zoom(Zoom::FitPage),
            Self::Rotate => ViewerAction::Rotate,
            Self::Thumbnails => ViewerAction::ToggleThumbnails,
            Self::Alone => ViewerAction::TogglePane(Pane::Alone),
            Self::SecondWindow => ViewerAction::TogglePane(Pane::SecondWindow),
            Self::ZoomIn => ViewerAction::ZoomStep(pane, Larger::Yes),
            Self::ZoomOut => ViewerAction::ZoomStep(pane, Larger::No),
            Self::FirstPage => ViewerAction::Home(pane),
            Self::LastPage => ViewerAction::End(pane),
            Self::OpenOutside => return Action::Item(ItemAction::OpenOutside(shown.item, slot)),
            Self::SaveAs => return Action::Item(ItemAction::SaveFileAs(shown.item, slot)),
        })
    }

    pub(super) fn button_ui(
        self,
        ui: &mut Ui,
        viewer: &Viewer,
        pane: Pane,
        shown: &Shown,
        actions: &mut Vec<Action>,
    ) {
        let mut button = Button::icon_only(self.icon(), self.name(viewer));
        if !self.keys().is_empty() {
            button = button.shortcut(self.keys());
        }
        if button.ui(ui).clicked() {
            actions.push(self.action(pane, shown));
        }
    }

    pub(super) fn entry_ui(
        self,
        ui: &mut Ui,
        viewer: &Viewer,
        pane: Pane,
        shown: &Shown,
        actions: &mut Vec<Action>,
    ) {
        if menu_item_ui(ui, self.icon(), self.name(viewer), &self.keys()).clicked() {
            actions.push(self.action(pane, shown));
        }
    }

    /// A button with its name beside it, where there is nothing else to see.
    pub(super) fn named_ui(
        self,
        ui: &mut Ui,
        viewer: &Viewer,
        pane: Pane,
        shown: &Shown,
        actions: &mut Vec<Action>,
    ) {
        let button = Button::secondary(self.name(viewer)).icon(self.icon());
        if button.ui(ui).clicked() {
            actions.push(self.action(pane, shown));
        }
    }
}
