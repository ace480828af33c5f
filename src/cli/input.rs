//! Files named on the command line: read, looked at, handed to the engine.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::domain::file::FileProblem;
use crate::domain::limits::Limits;
use crate::domain::refusal::Refusal;
use crate::engine::{Failure, StagedFile, StagedView};
use crate::media::{ReadFailure, read_local_file};
use crate::text::{labels, notes};

use super::opening::Desk;
use super::output::Output;
use super::trouble::Trouble;

/// Hands over all files, saying what a person should know about each.
///
/// # Errors
/// The first file that cannot be read or is not accepted; then the command is not given.
pub fn stage_all(
    desk: &Desk,
    paths: &[PathBuf],
    limits: &Limits,
    ending_confirmed: bool,
    output: &mut Output,
) -> Result<Vec<StagedFile>, Trouble> {
    paths
        .iter()
        .map(|path| stage(desk, path, limits, ending_confirmed, output))
        .collect()
}

fn stage(
    desk: &Desk,
    path: &Path,
    limits: &Limits,
    ending_confirmed: bool,
    output: &mut Output,
) -> Result<StagedFile, Trouble> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let refused = |problem| {
        Failure::from(Refusal::File {
            name: name.clone(),
            problem,
        })
    };
    let bytes = read_local_file(path, limits.largest_file_bytes(), &mut |_, _| {
        ControlFlow::Continue(())
    })
    .map_err(|failure| match failure {
        ReadFailure::Problem(problem) => refused(problem),
        ReadFailure::Stopped => refused(FileProblem::Vanished),
    });
    let bytes = desk.answer(bytes)?;
    let (stage, view) = desk.answer(desk.engine.stage_bytes(&desk.session, &name, bytes))?;
    tell(desk, &name, &view, limits, output)?;
    Ok(StagedFile {
        stage,
        name,
        ending_confirmed,
    })
}

/// Warnings never stop anything.
fn tell(
    desk: &Desk,
    name: &str,
    view: &StagedView,
    limits: &Limits,
    output: &mut Output,
) -> Result<(), Trouble> {
    let slot = view.kind.slot();
    if (limits.caution_bytes(slot) + 1..=limits.file_bytes(slot)).contains(&view.bytes) {
        output.remark(&format!(
            "「{name}」：{}",
            notes::near_limit(view.bytes, slot, limits)
        ));
    }
    for caution in &view.cautions {
        output.remark(&format!("「{name}」：{}", labels::content_caution(*caution)));
    }
    let mut titles = Vec::new();
    for item in &view.same_bytes {
        titles.push(desk.answer(desk.engine.title(&desk.session, *item))?);
    }
    if !titles.is_empty() {
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        output.remark(&notes::same_bytes(name, &titles));
    }
    Ok(())
}
