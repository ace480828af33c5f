//! Giving memory back to the system.
//!
//! Pictures and documents are blocks of megabytes that live for moments. The C library of Linux by itself
//! keeps up to 32 MB of such blocks per size and thread once they were freed, so that a program that looks
//! at a thousand documents grows by a quarter (`cargo bench --bench preview -- walk`). It takes its settings
//! from the environment at the start of a process only, and a call would be `unsafe`; other allocators were
//! tried and kept more. Elsewhere than on Linux these settings mean nothing.

use std::process::Command;

const SETTINGS: [(&str, &str); 3] = [
    ("MALLOC_MMAP_THRESHOLD_", "262144"),
    ("MALLOC_TRIM_THRESHOLD_", "1048576"),
    ("MALLOC_ARENA_MAX", "2"),
];

/// The program started by `command` gives large blocks back as soon as they are free.
pub fn give_back_in(command: &mut Command) {
    command.envs(SETTINGS);
}

/// Starts this very process anew with the settings, once: for the window, which lives all day; a command
/// ends before any of this matters. Call it before anything is opened or printed. Where it is not possible the
/// process goes on as it is.
#[cfg(target_os = "linux")]
pub fn give_back_from_now_on() {
    use std::os::unix::process::CommandExt;
    let is_set = std::env::var_os(SETTINGS[0].0).is_some();
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    if is_set {
        return;
    }
    let mut arguments = std::env::args_os();
    let mut again = Command::new(program);
    if let Some(name) = arguments.next() {
        again.arg0(name);
    }
    again.args(arguments);
    give_back_in(&mut again);
    // It only comes back when it failed: then memory is kept longer, and nothing else is lost.
    let error = again.exec();
    log::debug!("memory is not given back early: {error}");
}

#[cfg(not(target_os = "linux"))]
pub fn give_back_from_now_on() {}
