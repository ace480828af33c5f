//! The command line alone: on Windows the program itself has no console and prints nothing.

use std::process::ExitCode;

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
    licheng::cli::run(std::env::args_os(), None)
}
