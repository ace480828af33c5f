//! Strangers' files in the inspecting child.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod children;
mod films;
mod odd;
mod odd_files;
mod open_documents;
mod pieces;
#[path = "../../src/media/samples.rs"]
mod samples;
mod support;
