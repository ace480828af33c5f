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
//! | [`receipts`] | 收訖明細 |
//! | [`rosters`] | imported tables: columns, what is wrong with a table, a row, a cell |
//! | [`filing`] | 勾選與提交, the office's page |
//! | [`find`] | the page that finds everything |
//! | [`faq`] | the thirteen questions and two notes of the school's own Q&A |
//! | [`certification`] | the panel of teachers and deputies |
//! | [`activity`] | forms and lists of 多元表現 |
//! | [`selection`] | 勾選 |
//! | [`places`] | 「這該放哪一類？」 |
//! | [`people`] | accounts, and what a change to one leads to |
//! | [`rights`] | the table of rights (權限一覽) |
//! | [`set_up`] | the check-list of a new school |
//! | [`imports`] | importing rosters: rows, problems, undoing |
//! | [`slips`] | slips of paper with initial passwords |
//! | [`copies`] | copies of one's own records: history, the page about them |
//! | [`copy`] | the page in a copy, its tables, the printed portfolio |
//! | [`notes`] | short sentences at the place where they matter |
//! | [`dates`] | rules of a term, extensions, announcements |
//! | [`timetable`] | what looks wrong in announced dates |
//! | [`trouble`] | what is wrong with a library file |
//! | [`active_content`](active_content()) | what a document could do by itself |
//! | [`no_preview`](no_preview()) | why a document cannot be shown |
//! | [`typeface`] | the letters it is drawn in |
//! | [`viewer`] | the document pane |

mod active_content;
pub mod activity;
pub mod certification;
pub mod copies;
pub mod copy;
pub mod dates;
pub mod faq;
mod faq_answers;
pub mod filing;
pub mod find;
pub mod history;
pub mod imports;
pub mod labels;
mod message;
mod no_preview;
pub mod notes;
pub mod officer;
pub mod overview;
pub mod pages;
pub mod people;
mod people_history;
pub mod places;
pub mod progress;
pub mod promotion;
pub mod receipts;
mod refusal;
pub mod rights;
pub mod rosters;
pub mod screen;
pub mod selection;
pub mod set_up;
pub mod size;
pub mod slips;
pub mod time;
pub mod timetable;
pub mod trouble;
pub mod typeface;
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
pub use window_line::{WindowLine, WindowQuestion, window_edge, window_line};
