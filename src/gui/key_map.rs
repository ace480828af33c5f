//! The map of the keyboard: every key that does something on the page where the map is opened.
//!
//! Its rows come from where the keys are read, so that none can be forgotten; the test compares both.

use super::certification::commands::PanelCommand;
use super::command::UserCommand;
use super::keys::{self, Chord};
use super::route::Page;
use super::state::State;
use super::viewer::DocumentCommand;
use crate::text::certification as words;

/// The pages of the left column.
const PAGES: &str = "頁面";

/// What one key does, or several that do the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As people read them
    pub keys: String,
    pub text: &'static str,
    pub chords: Vec<Chord>,
}

/// Rows under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub title: &'static str,
    pub rows: Vec<Row>,
}

fn row(chords: &[Chord], text: &'static str) -> Row {
    Row {
        keys: keys::texts(chords),
        text,
        chords: chords.to_vec(),
    }
}

/// The keys of the page that is shown, the nearest first.
pub fn sections(state: &State) -> Vec<Section> {
    let mut sections = Vec::new();
    if state.route.page() == Some(&Page::Certification) {
        sections.push(panel());
        sections.push(document());
    }
    let here = on_page(state);
    if !here.is_empty() {
        sections.push(Section {
            title: "這一頁",
            rows: here,
        });
    }
    sections.push(Section {
        title: PAGES,
        rows: pages(state),
    });
    sections.push(Section {
        title: "程式",
        rows: everywhere(state),
    });
    sections
}

fn panel() -> Section {
    let mut rows: Vec<_> = PanelCommand::ALL
        .into_iter()
        .map(|command| Row {
            keys: command.keys(),
            text: command.text(),
            chords: command.chords().to_vec(),
        })
        .collect();
    rows.push(row(&[keys::NEW_LINE], "在說明裡換行"));
    Section {
        title: words::PANEL_KEYS,
        rows,
    }
}

fn document() -> Section {
    let mut rows: Vec<_> = DocumentCommand::ALL
        .into_iter()
        .map(|command| row(command.chords(), command.text()))
        .collect();
    rows.push(row(&[keys::EDGE_LEFT, keys::EDGE_RIGHT], "在分界上：改變欄寬"));
    Section {
        title: "文件", rows
    }
}

fn on_page(state: &State) -> Vec<Row> {
    let commands = [
        UserCommand::Add,
        UserCommand::Save,
        UserCommand::Search,
        UserCommand::CloseItem,
    ];
    let mut rows: Vec<_> = commands
        .into_iter()
        .filter(|command| command.belongs_here(state))
        .map(|command| row(command.chords(), command.text(state)))
        .collect();
    if state.route.page() == Some(&Page::Selection) {
        rows.push(row(&[keys::ROW_UP], "把目前這一列往前移"));
        rows.push(row(&[keys::ROW_DOWN], "把目前這一列往後移"));
    }
    rows
}

fn pages(state: &State) -> Vec<Row> {
    (0..keys::PAGES.len())
        .map(UserCommand::Page)
        .filter(|command| command.belongs_here(state))
        .map(|command| row(command.chords(), command.text(state)))
        .collect()
}

fn everywhere(state: &State) -> Vec<Row> {
    let lock = UserCommand::Lock;
    let map = UserCommand::Keys;
    let mut rows = vec![
        row(lock.chords(), lock.text(state)),
        row(map.chords(), map.text(state)),
        row(&keys::WINDOW_ZOOM[..1], "畫面放大"),
        row(&keys::WINDOW_ZOOM[1..2], "畫面縮小"),
        row(&keys::WINDOW_ZOOM[2..], "畫面原來的大小"),
        row(&[keys::TAB], "下一個欄位或按鈕"),
        row(&[keys::TAB_BACK], "上一個欄位或按鈕"),
    ];
    if state.route.page() != Some(&Page::Certification) {
        rows.push(row(&keys::ARROWS, "旁邊的欄位或按鈕"));
    }
    rows.push(row(&[keys::ENTER, keys::SPACE], "按下目前的按鈕"));
    rows.push(row(&[keys::ENTER], "確認開啟的視窗"));
    rows.push(row(&[keys::ESCAPE], "離開欄位、關閉視窗"));
    rows
}

#[cfg(test)]
mod tests;
