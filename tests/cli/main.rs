//! The command line as scripts and people meet it: the real program, real files, real exit codes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod built;
mod certify;
mod demonstration;
mod files;
mod inspecting;
mod items;
mod login;
#[path = "../../src/media/samples.rs"]
mod samples;
mod school;
mod support;
mod together;
