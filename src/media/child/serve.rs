//! The child's end.

use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::frame;
use super::wire::{Answer, DocumentKey, Question, Reply, Request};
use crate::domain::file::FileKind;
use crate::media::viewer::with_viewer;
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

fn answer_all(tasks: &Receiver<Task>, stdout: impl Write) -> io::Result<()> {
    let mut desk = Desk {
        tasks,
        stdout,
        task: None,
    };
    while desk.receive() {
        // What a panic interrupts is dropped with everything that it could have left half changed.
        let done = catch_unwind(AssertUnwindSafe(|| answer(&mut desk)));
        match done {
            Ok(result) => result?,
            Err(_) if desk.task.is_some() => desk.reply(&(Reply::Panicked, Vec::new()))?,
            Err(_) => {}
        }
    }
    Ok(())
}

/// The task in hand; nobody answers twice or not at all.
struct Desk<'a, W> {
    tasks: &'a Receiver<Task>,
    stdout: W,
    /// Not answered yet
    task: Option<Task>,
}

impl<W: Write> Desk<'_, W> {
    /// Waits for a task, unless one is in hand. Says whether there is one: at the end there is none.
    fn receive(&mut self) -> bool {
        if self.task.is_none() {
            self.task = self.tasks.recv().ok();
        }
        self.task.is_some()
    }

    fn reply(&mut self, (reply, body): &Answer) -> io::Result<()> {
        self.task = None;
        frame::write(&mut self.stdout, reply, body)
    }

    /// The next question about the open document; `None` once the task in hand is another one.
    fn question_about(&mut self, open: &DocumentKey) -> Option<Question> {
        if !self.receive() {
            return None;
        }
        match self.task.as_ref()? {
            (
                Request::Look {
                    document, question, ..
                },
                _,
            ) if document == open => Some(question.clone()),
            _ => None,
        }
    }
}

/// Answers the task in hand, and with it all others about the same document.
fn answer(desk: &mut Desk<'_, impl Write>) -> io::Result<()> {
    let Some((request, content)) = &mut desk.task else {
        return Ok(());
    };
    let once = match request {
        Request::ReadStructure => Reply::to_structure(inspect::read_structure(content)),
        Request::OpenContent(kind) => Reply::to_opening(inspect::open_content(content, *kind)),
        Request::Preview {
            kind,
            page,
            max_width_px,
        } => Reply::to_preview(preview(content, *kind, *page, *max_width_px)),
        Request::Look { .. } if content.is_empty() => (Reply::NotOpen, Vec::new()),
        Request::Look { document, kind, .. } => {
            let (document, kind, content) = (*document, *kind, std::mem::take(content));
            return keep_open(desk, document, kind, content);
        }
    };
    desk.reply(&once)
}

/// Opens a document and answers what is asked about it, until something else is asked.
fn keep_open(
    desk: &mut Desk<'_, impl Write>,
    document: DocumentKey,
    kind: FileKind,
    content: Vec<u8>,
) -> io::Result<()> {
    let closed = with_viewer(content, kind, |viewer| {
        while let Some(question) = desk.question_about(&document) {
            let answer = match question {
                Question::Outline => Reply::to_outline(viewer.outline()),
                Question::Draw(view) => Reply::to_preview(viewer.draw(view)),
                Question::Find(text) => Reply::to_finding(viewer.find(&text)),
                Question::Piece(first) => Reply::to_piece(viewer.piece(first)),
            };
            if let Err(error) = desk.reply(&answer) {
                return ControlFlow::Break(Err(error));
            }
            if viewer.is_full() {
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Break(Ok(()))
    });
    match closed {
        Ok(result) => result,
        // The document could not be opened: the task is still in hand.
        Err(trouble) if desk.task.is_some() => desk.reply(&Reply::to_preview(Err(trouble))),
        Err(_) => Ok(()),
    }
}
