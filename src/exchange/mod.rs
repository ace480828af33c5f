//! Tables and bundles the outside world uses. Pure: bytes come in and go out through what the caller
//! hands over; nothing here knows a path, a library or a person, and nothing is decided beyond what a cell
//! says.
//!
//! | module | what it reads and writes |
//! | --- | --- |
//! | [`table`] | any file or pasted text → a workbook of sheets with cells |
//! | [`roster`] | a workbook → the typed rows of a roster, with what is wrong row by row |
//! | [`filing`] | the rosters for the national database, with their files |
//! | [`portfolio`] | one's own copy: a zip with all files, records, a page for any browser |
//! | [`pdf`] | what is printed: the portfolio, slips with initial passwords |
//! | [`report`] | any table of the program → a workbook, CSV, or text for the clipboard |
//! | [`ics`], [`calendar`] | dates → a calendar file |
//! | [`watch`] | progress and cancelling, for everything that may take a while |

pub mod calendar;
mod cp950;
mod day;
pub mod filing;
pub mod ics;
mod letters;
pub mod pdf;
pub mod portfolio;
pub mod report;
pub mod roster;
pub mod table;
pub mod watch;
mod write;

pub use watch::{Progress, Stage, Watch};
