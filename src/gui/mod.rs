//! The window, drawn with egui: what the program looks like and how it is handled.
//!
//! `theme`, `fonts`, `icons` and `widgets` are the kit. They know nothing of records: words, states and
//! numbers are handed to them, and a page reads as a list of what it shows.
//!
//! Above the kit: `state` is everything the window knows, pages draw it and return `action`s, `update`
//! applies them and returns `effect`s, and `app` carries those out: requests to the worker, dialogs of
//! the system, the clipboard. Only `app` knows threads and time; the update is tested without a window.
pub mod fonts;
pub mod icons;
pub mod theme;
pub mod widgets;

pub mod action;
pub mod activities;
pub mod app;
pub mod certification;
pub mod choosing;
pub mod command;
pub mod copies;
pub mod dates;
pub mod dialogs;
pub mod edits;
pub mod effect;
pub mod file_work;
pub mod filing;
pub mod finding;
pub mod forms;
pub mod imports;
pub mod intake;
pub mod kept_words;
mod key_map;
pub mod keys;
pub mod loadable;
pub mod modal;
pub mod navigation;
pub mod officers;
pub mod pages;
pub mod people;
pub mod preferences;
pub mod progress;
mod questions;
pub mod route;
mod shell;
pub mod state;
pub mod update;
pub mod viewer;
pub mod wake;
mod words;

pub use app::{App, Begin, Sources};

/// The title of the window.
pub const TITLE: &str = "學習歷程檔案";

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod handling;
