//! The program: chooses a face.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[cfg(feature = "gui")]
mod launch;

use std::process::ExitCode;

use licheng::cli::OpenWindow;

fn main() -> ExitCode {
    licheng::cli::serve_if_child().unwrap_or_else(|| licheng::cli::run(std::env::args_os(), WINDOW))
}

/// The window, if this program has one.
#[cfg(feature = "gui")]
const WINDOW: Option<OpenWindow> = Some(launch::open_window);
#[cfg(not(feature = "gui"))]
const WINDOW: Option<OpenWindow> = None;
