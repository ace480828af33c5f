//! One running child, as the parent sees it.

use std::ffi::OsString;
use std::io::{self, BufReader, BufWriter};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

use super::frame;
use super::limits::ChildLimits;
use super::wire::{Answer, DocumentKey, Request};
use crate::media::{ChildTrouble, Stop, memory};

/// How often the memory of a working child is looked at, and whether its answer is still wanted.
const WATCH_EVERY: Duration = Duration::from_millis(50);
/// An unwanted answer that does not come within this time costs the child: a new one starts faster.
const FINISH_WITHIN: Duration = Duration::from_millis(300);

/// How a child is started.
#[derive(Debug)]
pub(super) struct Program {
    pub path: PathBuf,
    pub args: Vec<OsString>,
}

/// A child that waits for a request. Dropping it ends the process and collects it.
#[derive(Debug)]
pub(super) struct InspectingChild {
    process: Child,
    memory: MemoryWatch,
    stdin: BufWriter<ChildStdin>,
    answers: Receiver<io::Result<Answer>>,
    /// The document it was asked about last; it may have dropped it since.
    pub document: Option<DocumentKey>,
}

impl InspectingChild {
    /// # Errors
    /// [`ChildTrouble::CannotStart`].
    pub fn start(program: &Program) -> Result<Self, ChildTrouble> {
        let mut command = Command::new(&program.path);
        // Panics and decoders' complaints are nothing for the terminal of the parent.
        command
            .args(&program.args)
            // Whoever takes over a child by a crafted file finds no password in its environment.
            .env_remove("LICHENG_PASSWORD")
            .env_remove("LICHENG_NEW_PASSWORD")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        memory::give_back_in(&mut command);
        hide_console(&mut command);
        let cannot_start = |error: io::Error| ChildTrouble::CannotStart(error.kind());
        // Before the process: one that cannot be watched must not be given anything.
        let memory = MemoryWatch::new().map_err(cannot_start)?;
        let mut process = command.spawn().map_err(cannot_start)?;
        match connect(&mut process) {
            Ok((stdin, answers)) => Ok(Self {
                process,
                memory,
                stdin,
                answers,
                document: None,
            }),
            Err(error) => {
                end(&mut process);
                Err(cannot_start(error))
            }
        }
    }

    /// `None` when the process has ended by itself while it had nothing to do.
    pub fn still_alive(mut self) -> Option<Self> {
        matches!(self.process.try_wait(), Ok(None)).then_some(self)
    }

    /// Sends one request and waits for its answer. After an error the child is to be dropped.
    ///
    /// # Errors
    /// What the child exceeded, that it crashed, or that it worked too long at what nobody wants.
    pub fn ask(
        &mut self,
        request: &Request,
        content: &[u8],
        limits: ChildLimits,
        stop: &Stop,
    ) -> Result<Answer, ChildTrouble> {
        let Self {
            process,
            memory,
            stdin,
            answers,
            document: _,
        } = self;
        thread::scope(|scope| {
            // A child that hangs does not read, and a full pipe would hold the watch up.
            let sending = scope.spawn(|| frame::write(stdin, request, content));
            let answer = watch(process, memory, answers, limits, stop);
            if answer.is_err() {
                end(process);
            }
            let sent = sending.join();
            match answer {
                Ok(answer) if matches!(sent, Ok(Ok(()))) => Ok(answer),
                Ok(_) => Err(ChildTrouble::Crashed),
                Err(trouble) => Err(trouble),
            }
        })
    }
}

impl Drop for InspectingChild {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

fn watch(
    process: &Child,
    memory: &mut MemoryWatch,
    answers: &Receiver<io::Result<Answer>>,
    limits: ChildLimits,
    stop: &Stop,
) -> Result<Answer, ChildTrouble> {
    let started = Instant::now();
    let deadline = started + limits.time;
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        match answers.recv_timeout(left.min(WATCH_EVERY)) {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(ChildTrouble::Crashed),
            Err(RecvTimeoutError::Timeout) if left.is_zero() => return Err(ChildTrouble::TooSlow),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if stop.is_raised() && started.elapsed() > FINISH_WITHIN {
            return Err(ChildTrouble::Stopped);
        }
        if memory.resident_bytes(process.id()) > limits.memory_bytes {
            return Err(ChildTrouble::TooBig);
        }
    }
}

#[derive(Debug)]
struct MemoryWatch(System);

impl MemoryWatch {
    fn new() -> io::Result<Self> {
        System::new().map(Self).map_err(|error| match error {
            sysinfo::Error::Io(error) => error,
            sysinfo::Error::Unsupported | sysinfo::Error::Other(_) => io::ErrorKind::Unsupported.into(),
        })
    }

    fn resident_bytes(&mut self, process: u32) -> u64 {
        let id = Pid::from_u32(process);
        let memory = ProcessRefreshKind::nothing().with_memory();
        self.0
            .refresh_processes_specifics(ProcessesToUpdate::Some(&[id]), true, memory);
        self.0.process(id).map_or(0, sysinfo::Process::memory)
    }
}

type Connection = (BufWriter<ChildStdin>, Receiver<io::Result<Answer>>);

fn connect(process: &mut Child) -> io::Result<Connection> {
    let stdin = process.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let stdout = process.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let (sender, answers) = channel();
    let read_all = move |stdout: ChildStdout| {
        let mut stdout = BufReader::new(stdout);
        // Ends with the process: its end of the pipe closes.
        while let Some(answer) = frame::read(&mut stdout).transpose() {
            let is_last = answer.is_err();
            if sender.send(answer).is_err() || is_last {
                break;
            }
        }
    };
    thread::Builder::new().spawn(move || read_all(stdout))?;
    Ok((BufWriter::new(stdin), answers))
}

/// Both calls fail only for a process that is gone and collected already.
fn end(process: &mut Child) {
    if let Err(error) = process.kill().and_then(|()| process.wait()) {
        log::debug!("an inspecting child was gone before it was stopped: {error}");
    }
}

#[cfg(windows)]
fn hide_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide_console(_command: &mut Command) {}
