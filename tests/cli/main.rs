//! The command line as scripts and people meet it: the real program, real files, real exit codes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod built;
mod demonstration;
mod files;
mod items;
mod login;
mod school;
mod support;
mod together;
