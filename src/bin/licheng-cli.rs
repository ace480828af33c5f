//! The command line alone: on Windows the program itself has no console and prints nothing.

use std::process::ExitCode;

fn main() -> ExitCode {
    licheng::cli::serve_if_child().unwrap_or_else(|| licheng::cli::run(std::env::args_os(), None))
}
