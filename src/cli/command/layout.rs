//! `export layout`, `import layout`: the columns of the rosters as a file that a school can edit.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cli::args::{Arguments, ForAccount, Target};
use crate::cli::json::DoneDocument;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::filing_layout::{ActivityColumn, FilingLayout, OutcomeColumn};
use crate::engine::{Command, SelectionCommand};
use crate::text::filing as words;

use super::copies::file_at;
use super::save::write_whole;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LayoutFile {
    /// What the fields mean, for whoever opens the file; ignored when it is read.
    #[serde(default)]
    about: Vec<String>,
    outcome_file: String,
    activity_file: String,
    outcomes: Vec<ColumnEntry>,
    activities: Vec<ColumnEntry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnEntry {
    heading: String,
    /// Code of what stands in it
    field: String,
}

impl From<&FilingLayout> for LayoutFile {
    fn from(layout: &FilingLayout) -> Self {
        let entry = |heading: &String, field: &str| ColumnEntry {
            heading: heading.clone(),
            field: field.to_owned(),
        };
        Self {
            about: words::layout_about(
                &OutcomeColumn::ALL.map(OutcomeColumn::code).join(", "),
                &ActivityColumn::ALL.map(ActivityColumn::code).join(", "),
            ),
            outcome_file: layout.outcome_file.clone(),
            activity_file: layout.activity_file.clone(),
            outcomes: layout
                .outcomes
                .iter()
                .map(|(heading, column)| entry(heading, column.code()))
                .collect(),
            activities: layout
                .activities
                .iter()
                .map(|(heading, column)| entry(heading, column.code()))
                .collect(),
        }
    }
}

impl TryFrom<LayoutFile> for FilingLayout {
    type Error = String;

    fn try_from(file: LayoutFile) -> Result<Self, String> {
        let mut layout = Self {
            outcome_file: file.outcome_file,
            activity_file: file.activity_file,
            outcomes: Vec::new(),
            activities: Vec::new(),
        };
        for ColumnEntry { heading, field } in file.outcomes {
            let column = OutcomeColumn::from_code(&field).ok_or_else(|| words::unknown_field(&field))?;
            layout.outcomes.push((heading, column));
        }
        for ColumnEntry { heading, field } in file.activities {
            let column = ActivityColumn::from_code(&field).ok_or_else(|| words::unknown_field(&field))?;
            layout.activities.push((heading, column));
        }
        Ok(layout)
    }
}

pub fn export(arguments: &Arguments, target: &Target, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &target.who, Wish::Look)?;
    let (layout, _) = desk.answer(desk.engine.filing_layout(&desk.session))?;
    let path = file_at(&target.to, words::LAYOUT_FILE);
    let wrong = |error: serde_json::Error| Trouble::File {
        path: path.clone(),
        error: io::Error::other(error),
    };
    let text = serde_json::to_vec_pretty(&LayoutFile::from(&layout)).map_err(wrong)?;
    write_whole(&path, &text).map_err(|error| Trouble::File {
        path: path.clone(),
        error,
    })?;
    done(
        &target.who,
        format!("{}：{}", words::LAYOUT_SAVED, path.display()),
        output,
    )
}

/// `file`: none goes back to the standard.
pub fn import(
    arguments: &Arguments,
    who: &ForAccount,
    file: Option<&Path>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Change)?;
    let layout = match file {
        None => None,
        Some(path) => Some(read(path).map_err(|error| Trouble::File {
            path: path.to_path_buf(),
            error,
        })?),
    };
    let said = match layout {
        None => words::LAYOUT_STANDARD_SET,
        Some(_) => words::LAYOUT_SET,
    };
    let command = SelectionCommand::SetLayout { layout };
    desk.run(&Command::Selection(command), output)?;
    done(who, said.to_owned(), output)
}

fn read(path: &Path) -> io::Result<FilingLayout> {
    let bytes = std::fs::read(path)?;
    let file: LayoutFile =
        serde_json::from_slice(&bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    FilingLayout::try_from(file).map_err(|what| io::Error::new(io::ErrorKind::InvalidData, what))
}

fn done(who: &ForAccount, said: String, output: &mut Output) -> Result<(), Trouble> {
    let document = DoneDocument {
        account: who.account.clone(),
        done: true,
    };
    output.answer(&document, || vec![said])
}
