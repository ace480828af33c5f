//! The engine through its own door: commands by sessions, with a clock moved by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod activities;
mod batch;
mod content;
mod copies;
mod crash;
mod dates;
mod filing;
mod golden;
mod imports;
mod logging_in;
mod model;
mod officers;
mod people;
mod permissions;
mod personal;
mod progress;
mod queue;
mod receipts;
mod same_bytes;
mod selection;
mod transitions;
mod upkeep;
