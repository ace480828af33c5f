//! Whether what the issue demands was held: everything is told first, then the bench ends with a failure.

use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a part that measured everything and missed a limit.
pub const MISSED_CODE: i32 = 4;

static MISSED: AtomicBool = AtomicBool::new(false);

/// Prints a figure with its limit, and marks the one that is missed.
pub fn hold(is_held: bool, figure: &str) {
    let mark = if is_held { "  " } else { "✗ " };
    println!("{mark}{figure}");
    if !is_held {
        MISSED.store(true, Ordering::Relaxed);
    }
}

/// A part in a process of its own missed one.
pub fn miss() {
    MISSED.store(true, Ordering::Relaxed);
}

/// Ends the process, badly if a limit was missed.
pub fn end() -> ! {
    std::process::exit(if MISSED.load(Ordering::Relaxed) {
        MISSED_CODE
    } else {
        0
    })
}
