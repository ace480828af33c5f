//! The window, drawn with egui: what the program looks like and how it is handled.
//!
//! `theme`, `fonts`, `icons` and `widgets` are the kit. They know nothing of records: words, states and
//! numbers are handed to them, and a page reads as a list of what it shows.
pub mod fonts;
pub mod icons;
pub mod theme;
pub mod widgets;

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod handling;
