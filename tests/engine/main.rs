//! The engine through its own door: commands by sessions, with a clock moved by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod batch;
mod content;
mod crash;
mod golden;
mod logging_in;
mod model;
mod personal;
mod queue;
mod same_bytes;
mod transitions;
mod upkeep;
