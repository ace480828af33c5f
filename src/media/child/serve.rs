//! The child's end.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::frame;
use super::wire::{Answer, Reply, Request};
use crate::media::{inspect, preview};

/// Main threads get 1 MB on Windows; deeply nested content deserves an answer rather than a crash.
const STACK_BYTES: usize = 16 * 1024 * 1024;

type Task = (Request, Vec<u8>);

/// Answers requests until `stdin` closes. The caller then ends the process at once, with whatever is
/// unfinished: a closed pipe means that the parent is gone.
///
/// # Errors
/// A request that is not one, or a `stdout` that cannot be written.
pub fn serve(stdin: impl Read, stdout: impl Write + Send + 'static) -> io::Result<()> {
    let (tasks, waiting) = sync_channel(0);
    let worker = thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || answer_all(&waiting, stdout))?;
    match forward(stdin, &tasks) {
        Forwarded::ParentGone => Ok(()),
        Forwarded::NoFrame(error) => Err(error),
        Forwarded::WorkerGone => worker.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into())),
    }
}

enum Forwarded {
    ParentGone,
    WorkerGone,
    NoFrame(io::Error),
}

fn forward(mut stdin: impl Read, tasks: &SyncSender<Task>) -> Forwarded {
    loop {
        match frame::read(&mut stdin) {
            Ok(Some(task)) => {
                if tasks.send(task).is_err() {
                    return Forwarded::WorkerGone;
                }
            }
            Ok(None) => return Forwarded::ParentGone,
            Err(error) => return Forwarded::NoFrame(error),
        }
    }
}

fn answer_all(tasks: &Receiver<Task>, mut stdout: impl Write) -> io::Result<()> {
    for (request, content) in tasks {
        // Nothing outlives a request, so nothing can be left half changed.
        let (reply, body) = catch_unwind(AssertUnwindSafe(|| answer(request, &content)))
            .unwrap_or_else(|_| (Reply::Panicked, Vec::new()));
        frame::write(&mut stdout, &reply, &body)?;
    }
    Ok(())
}

fn answer(request: Request, content: &[u8]) -> Answer {
    match request {
        Request::ReadStructure => Reply::to_structure(inspect::read_structure(content)),
        Request::OpenContent(kind) => Reply::to_opening(inspect::open_content(content, kind)),
        Request::Preview {
            kind,
            page,
            max_width_px,
        } => Reply::to_preview(preview(content, kind, page, max_width_px)),
    }
}
