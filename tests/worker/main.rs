//! The worker threads, as the window uses them.

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod files;
mod libraries;
mod requests;
mod set_up;
