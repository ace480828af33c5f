//! The program: chooses a face.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[cfg(feature = "gui")]
mod launch;

use std::process::ExitCode;

use licheng::cli::OpenWindow;
use licheng::media::CHILD_ARGUMENT;

fn main() -> ExitCode {
    let is_inspecting_child = std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == CHILD_ARGUMENT);
    if is_inspecting_child {
        // Draws Chinese text in documents that do not bring their own font.
        licheng::media::set_fallback_font(licheng::text::typeface::SANS_REGULAR);
        return match licheng::media::child::serve(std::io::stdin(), std::io::stdout()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    licheng::cli::run(std::env::args_os(), WINDOW)
}

/// The window, if this program has one.
#[cfg(feature = "gui")]
const WINDOW: Option<OpenWindow> = Some(launch::open_window);
#[cfg(not(feature = "gui"))]
const WINDOW: Option<OpenWindow> = None;
