//! The worker threads, as the window uses them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod copies;
mod files;
mod libraries;
mod requests;
mod set_up;
