//! The command line as scripts and people meet it: the real program, real files, real exit codes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod activities;
mod built;
mod certify;
mod copies;
mod dates;
mod demonstration;
mod files;
mod import;
mod inspecting;
mod items;
mod login;
mod officers;
mod people;
mod receipts;
#[path = "../../src/media/samples.rs"]
mod samples;
mod school;
mod support;
mod together;
