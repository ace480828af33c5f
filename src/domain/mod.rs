//! The rules of the field, pure: no I/O, no clock, no serialisation, no sentences for people.
//!
//! Everything here is decided from values that are handed in, so that it can be tested by table and
//! by property, and so that the window, the command line and a later network server cannot disagree.
//!
//! | file | what it decides |
//! | --- | --- |
//! | [`access`] | which role may give which command |
//! | [`account`] | which accounts may be used, which roles go together, first passwords |
//! | [`act`] | who may move an item between states, and when (domain.md 2a) |
//! | [`activity`] | the ten categories of 多元表現: their fields, and what may be done with an item |
//! | [`window`] | announced windows, their phase and whom they concern (domain.md 2c) |
//! | [`progress`] | counts by state |
//! | [`quota`] | what counts toward 20 (domain.md 2b) |
//! | [`limits`] | the numbers of a term, with defaults |
//! | [`mod@file`] | accepted kinds of files and what can be wrong with one |
//! | [`active_content`] | what a document could do by itself |
//! | [`copies`] | copies of one's own records, and why one is not taken in |
//! | [`term_rules`] | what a school sets of them, with its source |
//! | [`dates`] | what is refused and recorded about dates, rules and announcements |
//! | [`no_preview`] | why a document cannot be shown |
//! | [`login`] | pause after failures, what a new password must be |
//! | [`import`] | what importing a roster would do, and what stands in its way |
//! | [`officer`] | levels of officer posts |
//! | [`roster`] | what a row of an imported roster says |
//! | [`roster_column`] | the columns of the rosters and their official names |
//! | [`roster_mapping`] | which column of a table says what |
//! | [`roster_problem`] | what can be wrong with a row of a roster |
//! | [`refusal`] | every "no" of the program, as data |
//! | [`selection`] | what may be selected for filing (勾選) |
//! | [`table`] | what can be wrong with a whole table |
//! | [`seed`] | the thirteen questions and two notes that must be visible |
//! | [`set_up`] | what a new school has to do, and what of it is done |
//! | [`timetable`] | what looks wrong in announced dates |
//! | [`trouble`] | what can go wrong with a library file, as data |

pub mod access;
pub mod account;
pub mod act;
pub mod active_content;
pub mod activity;
pub mod attention;
pub mod copies;
pub mod course;
pub mod dates;
pub mod deputy;
pub mod description;
pub mod file;
pub mod filing_layout;
pub mod hex;
pub mod history;
pub mod id;
pub mod import;
pub mod limits;
pub mod login;
pub mod moment;
pub mod national_id;
pub mod no_preview;
pub mod officer;
pub mod officer_post;
pub mod outcome;
pub mod people_event;
pub mod people_refusal;
pub mod progress;
pub mod promotion;
pub mod quota;
pub mod receipt;
pub mod refusal;
pub mod roc;
pub mod roster;
pub mod roster_column;
pub mod roster_mapping;
pub mod roster_problem;
pub mod seed;
pub mod selection;
pub mod set_up;
pub mod table;
pub mod term;
pub mod term_rules;
pub mod timetable;
pub mod trouble;
pub mod window;
