//! All wording: turns data into natural Taiwanese 中文, for the window and the command line alike.
//!
//! Matches over the rules' enums are exhaustive, so that a new refusal, state or event without wording
//! does not compile. Nothing here decides anything.
//!
//! | file | what it words |
//! | --- | --- |
//! | [`labels`] | names of states, phases, kinds, roles, categories, terms |
//! | [`time`] | ROC dates, countdowns and when they change |
//! | [`size`] | bytes and counts |
//! | [`refusal`](refusal()) | every "no": what, why, and what to do next |
//! | [`window_line`](window_line()) | badges and sentences about windows |
//! | [`history`] | lines of a history |
//! | [`faq`] | the thirteen questions and two notes of the school's own Q&A |
//! | [`notes`] | short sentences at the place where they matter |
//! | [`trouble`] | what is wrong with a library file |

pub mod faq;
mod faq_answers;
pub mod history;
pub mod labels;
mod message;
pub mod notes;
pub mod overview;
pub mod pages;
mod refusal;
pub mod screen;
pub mod size;
pub mod time;
pub mod trouble;
pub mod window_line;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use history::history_line;
pub use message::Message;
pub use refusal::refusal;
pub use trouble::store_trouble;
pub use window_line::{WindowLine, WindowQuestion, window_line};
