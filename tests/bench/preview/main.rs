//! What looking at documents costs: pages through the child process against `pdftoppm`, a thousand items
//! gone through in the certification panel, and a queue of ten thousand.
//! `cargo bench --bench preview`, on a screen (under Linux also `xvfb-run`); one part alone:
//! `-- pages`, `-- walk`, `-- queue`. Pages are compared where `pdftoppm` (poppler-utils) is installed.
//! `-- corpus FOLDER` draws the first page of every PDF of a folder, against `mutool` where that is installed.
//! All figures are told with their limits; a limit that is missed makes the bench end with a failure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops and tells"
)]

mod corpus;
mod desk;
mod documents;
#[path = "../limits.rs"]
mod limits;
mod pages;
#[path = "../program.rs"]
mod program;
mod queue;
mod school;
mod walk;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    // A process can open one window only, and what made the school must not count as its memory.
    match arguments[..] {
        ["make-walk", library] => return walk::prepare(Path::new(library)),
        ["make-queue", library] => return queue::prepare(Path::new(library)),
        ["run-walk", library] => {
            walk::run(Path::new(library));
            limits::end();
        }
        ["run-queue", library] => {
            queue::run(Path::new(library));
            limits::end();
        }
        // Cargo adds an argument of its own.
        ["corpus", documents] | ["corpus", documents, "--bench"] => {
            corpus::measure(Path::new(documents));
            limits::end();
        }
        _ => {}
    }
    let folder = tempfile::tempdir().unwrap();
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let wants = |part: &str| wanted.as_deref().is_none_or(|wanted| wanted == part);
    if wants("pages") {
        pages::measure(folder.path());
    }
    for part in ["walk", "queue"].into_iter().filter(|part| wants(part)) {
        let library = folder.path().join(format!("{part}.redb"));
        for step in ["make", "run"] {
            let mut run = Command::new(std::env::current_exe().unwrap());
            // As the program starts itself.
            licheng::media::memory::give_back_in(&mut run);
            let done = run.arg(format!("{step}-{part}")).arg(&library).status().unwrap();
            match done.code() {
                Some(0) => {}
                Some(limits::MISSED_CODE) => limits::miss(),
                _ => panic!("{step}-{part} ended badly"),
            }
        }
    }
    // Before the end of the process, which would leave it behind.
    drop(folder);
    limits::end();
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
