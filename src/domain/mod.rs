//! The rules of the field, pure: no I/O, no clock, no serialisation, no sentences for people.
//!
//! Everything here is decided from values that are handed in, so that it can be tested by table and
//! by property, and so that the window, the command line and a later network server cannot disagree.
//!
//! | file | what it decides |
//! | --- | --- |
//! | [`access`] | which role may give which command |
//! | [`act`] | who may move an item between states, and when (domain.md 2a) |
//! | [`window`] | announced windows, their phase and whom they concern (domain.md 2c) |
//! | [`quota`] | what counts toward 20 (domain.md 2b) |
//! | [`limits`] | the numbers of a term, with defaults |
//! | [`mod@file`] | accepted kinds of files and what can be wrong with one |
//! | [`active_content`] | what a document could do by itself |
//! | [`no_preview`] | why a document cannot be shown |
//! | [`login`] | pause after failures, what a new password must be |
//! | [`officer`] | levels of officer posts |
//! | [`roster`] | what a row of an imported roster says |
//! | [`refusal`] | every "no" of the program, as data |
//! | [`seed`] | the thirteen questions and two notes that must be visible |
//! | [`trouble`] | what can go wrong with a library file, as data |

pub mod access;
pub mod act;
pub mod active_content;
pub mod activity;
pub mod attention;
pub mod course;
pub mod description;
pub mod file;
pub mod history;
pub mod id;
pub mod limits;
pub mod login;
pub mod moment;
pub mod national_id;
pub mod no_preview;
pub mod officer;
pub mod outcome;
pub mod quota;
pub mod refusal;
pub mod roc;
pub mod roster;
pub mod seed;
pub mod term;
pub mod trouble;
pub mod window;
