//! The rules of the field, pure: no I/O, no clock, no sentences for people.
//!
//! Everything here is decided from values that are handed in, so that it can be tested by table and
//! by property, and so that the window, the command line and a later network server cannot disagree.
pub mod file;
