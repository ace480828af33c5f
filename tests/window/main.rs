//! The window, handled by the labels a person reads, over a real engine in memory.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../support/school.rs"]
#[expect(dead_code, reason = "shared with other test binaries, which use other parts")]
mod school;

#[path = "../../src/media/samples.rs"]
mod samples;

mod activities;
mod certification;
mod clock;
mod copies;
mod dates;
mod desk;
mod faq;
mod filing;
mod imports;
mod items;
mod keyboard;
mod logging_in;
mod marking;
mod officers;
mod people;
mod pictures;
mod progress;
mod receipts;
mod viewer;
