//! The one way to standard output and standard error.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use super::trouble::Trouble;

/// Where a command's answer goes.
#[derive(Debug)]
pub struct Output {
    json: bool,
}

impl Output {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    pub fn wants_json(&self) -> bool {
        self.json
    }

    /// The answer: `document` for programs, or `lines` for people.
    pub fn answer(
        &mut self,
        document: &impl Serialize,
        lines: impl FnOnce() -> Vec<String>,
    ) -> Result<(), Trouble> {
        if self.json {
            let text =
                serde_json::to_string_pretty(document).map_err(|error| Trouble::Output(error.into()))?;
            self.lines(&[text])
        } else {
            self.lines(&lines())
        }
    }

    /// Text for people, not wanted beside a JSON document.
    pub fn lines(&mut self, lines: &[String]) -> Result<(), Trouble> {
        let mut stdout = io::stdout().lock();
        let written = lines.iter().try_for_each(|line| writeln!(stdout, "{line}"));
        written.and_then(|()| stdout.flush()).map_err(Trouble::Output)
    }

    /// How far a long command is, on one line of a terminal that somebody looks at.
    pub fn progress(&mut self, percent: u64) {
        let mut stderr = io::stderr().lock();
        if !stderr.is_terminal() {
            return;
        }
        let end = if percent < 100 { "" } else { "\r    \r" };
        if let Err(error) = write!(stderr, "\r{percent:3} %{end}").and_then(|()| stderr.flush()) {
            log::debug!("standard error takes nothing: {error}");
        }
    }

    /// On standard error: warnings and reasons, also beside a JSON document.
    pub fn remark(&mut self, sentence: &str) {
        let sentence = super::table::printable(sentence);
        if let Err(error) = writeln!(io::stderr().lock(), "{sentence}") {
            log::warn!("standard error takes nothing: {error}");
        }
    }
}
