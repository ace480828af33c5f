//! The command line: second face of the same engine.
//!
//! | file | what it is |
//! | --- | --- |
//! | `args` | commands and options, as clap reads them |
//! | `trouble` | every failure with its exit code and its words |
//! | `child` | this program as the child that opens strangers' files |
//! | `command/` | one file per group of commands |
//! | `json` | the documents that `--json` prints: this face's own shapes, frozen |
//! | `output`, `table` | the one way to standard output and standard error |
//! | `password` | where passwords come from: never an argument |
//! | `logbook` | the log file of both faces |

mod args;
mod child;
mod command;
mod input;
mod json;
mod logbook;
mod opening;
mod output;
mod password;
mod table;
mod trouble;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::media::memory;

use args::Arguments;
pub use child::serve_if_child;
use output::Output;
use trouble::{Exit, Trouble};

/// What the window is asked to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowRequest {
    /// From the command line; without it the window looks in the usual places.
    pub library: Option<PathBuf>,
    /// The demonstration school.
    pub demonstration: bool,
}

/// Opens the window and returns when it is closed. The error is the system's own words for why there is
/// no screen, no renderer …
pub type OpenWindow = fn(&WindowRequest) -> Result<(), String>;

/// Runs one command line. `window` is missing in programs that have none.
pub fn run(arguments: impl IntoIterator<Item = OsString>, window: Option<OpenWindow>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(answer) => return usage(&answer),
    };
    if window.is_some() && arguments.opens_window() {
        memory::give_back_from_now_on();
    }
    let mut output = Output::new(arguments.json());
    let log = logbook::begin(arguments.verbose);
    if let Err(error) = &log {
        output.remark(&format!("無法寫入紀錄檔：{error}"));
    }
    let result = command::run(&arguments, window, &mut output);
    let exit = match result {
        Ok(()) => Exit::Done,
        Err(trouble) => {
            trouble.tell(&mut output);
            trouble.exit()
        }
    };
    log::info!("the command line ends: {exit:?}");
    drop(log);
    exit.into()
}

/// clap's answer: help and version are no failures.
fn usage(answer: &clap::Error) -> ExitCode {
    let printed = answer.print();
    match (answer.kind(), printed) {
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, Ok(())) => Exit::Done.into(),
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, Err(error)) => {
            Trouble::Output(error).exit().into()
        }
        _ => Exit::Usage.into(),
    }
}
