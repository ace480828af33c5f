//! This program as the child in which strangers' files are opened.

use std::process::ExitCode;

use crate::media::{self, CHILD_ARGUMENT};
use crate::text::typeface;

/// Serves the parent until it hangs up, if the program was started for that.
pub fn serve_if_child() -> Option<ExitCode> {
    let first = std::env::args_os().nth(1);
    first.filter(|argument| argument == CHILD_ARGUMENT)?;
    // Draws Chinese text in documents that do not bring their own font.
    media::set_fallback_font(typeface::SANS_REGULAR);
    Some(match media::child::serve(std::io::stdin(), std::io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}
