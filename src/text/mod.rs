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
//! | [`certification`] | the panel of teachers and deputies |
//! | [`notes`] | short sentences at the place where they matter |
//! | [`trouble`] | what is wrong with a library file |
//! | [`active_content`](active_content()) | what a document could do by itself |
//! | [`no_preview`](no_preview()) | why a document cannot be shown |
//! | [`viewer`] | the document pane |

mod active_content;
pub mod certification;
pub mod faq;
mod faq_answers;
pub mod history;
pub mod labels;
mod message;
mod no_preview;
pub mod notes;
pub mod overview;
pub mod pages;
mod refusal;
pub mod screen;
pub mod size;
pub mod time;
pub mod trouble;
pub mod viewer;
pub mod window_line;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use active_content::{active_banner, active_content, active_content_meaning};
pub use history::history_line;
pub use message::Message;
pub use no_preview::no_preview;
pub use refusal::refusal;
pub use trouble::store_trouble;
pub use window_line::{WindowLine, WindowQuestion, window_line};
