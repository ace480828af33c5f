//! The workbooks. Every cell is text: leading zeros, long codes and dates stay what they are.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::layout::{ACTIVITY_SCHOOL, OUTCOME_SCHOOL, OUTCOME_SHEET, SCHOOL_SHEET, WHOLE_YEAR, sheet_of};
use super::{FiledItem, FiledStudent, Filing};
use crate::domain::activity::Category;
use crate::domain::file::Slot;
use crate::domain::filing_layout::{ActivityColumn, OutcomeColumn};
use crate::domain::roc::roc_digits;
use crate::exchange::portfolio::{Body, OutcomeBody, PortfolioItem};

/// Names of an item's files in the archive, by slot.
pub(super) type FileNames<'a> = dyn Fn(&PortfolioItem, Slot) -> String + 'a;

pub(super) fn outcomes(filing: &Filing, names: &FileNames<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = filing.year.to_string();
    school_sheet(&mut book, &OUTCOME_SCHOOL, &[&filing.school_code, &year])?;
    let mut sheet = Sheet::begin(
        &mut book,
        OUTCOME_SHEET,
        filing.layout.outcomes.iter().map(|(heading, _)| heading.as_str()),
    )?;
    for student in &filing.students {
        for one in &student.items {
            if let Body::Outcome(outcome) = &one.item.body {
                let cells = filing
                    .layout
                    .outcomes
                    .iter()
                    .map(|(_, column)| outcome_cell(*column, student, &one.item, outcome, names));
                sheet.row(cells)?;
            }
        }
    }
    book.save_to_buffer()
}

fn outcome_cell(
    column: OutcomeColumn,
    student: &FiledStudent,
    item: &PortfolioItem,
    outcome: &OutcomeBody,
    names: &FileNames<'_>,
) -> String {
    match column {
        OutcomeColumn::NationalId => student.national_id.clone().unwrap_or_default(),
        OutcomeColumn::BirthDate => birth_date(student),
        OutcomeColumn::SchoolYear => item.term.year.to_string(),
        OutcomeColumn::Semester => item.term.semester.number().to_string(),
        OutcomeColumn::CourseCode => outcome.course.code.clone(),
        OutcomeColumn::CourseName => outcome.course.name.clone(),
        OutcomeColumn::Credits => outcome.course.credits.to_string(),
        OutcomeColumn::Document => names(item, Slot::Document),
        OutcomeColumn::Media => names(item, Slot::Media),
        OutcomeColumn::Description => item.description.clone(),
        OutcomeColumn::Empty => String::new(),
    }
}

pub(super) fn activities(filing: &Filing, names: &FileNames<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = filing.year.to_string();
    school_sheet(
        &mut book,
        &ACTIVITY_SCHOOL,
        &[&filing.school_code, &year, WHOLE_YEAR],
    )?;
    for category in Category::ALL {
        let layout = &filing.layout.activities;
        let headings = layout.iter().flat_map(|(heading, column)| match column {
            ActivityColumn::Fields => category.fields().iter().map(|field| field.name).collect(),
            _ => vec![heading.as_str()],
        });
        let mut sheet = Sheet::begin(&mut book, sheet_of(category), headings)?;
        for student in &filing.students {
            for one in &student.items {
                if matches!(&one.item.body, Body::Activity(activity) if activity.category == category) {
                    let cells = layout
                        .iter()
                        .flat_map(|(_, column)| activity_cells(*column, student, one, names));
                    sheet.row(cells)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

fn activity_cells(
    column: ActivityColumn,
    student: &FiledStudent,
    one: &FiledItem,
    names: &FileNames<'_>,
) -> Vec<String> {
    match column {
        ActivityColumn::NationalId => vec![student.national_id.clone().unwrap_or_default()],
        ActivityColumn::BirthDate => vec![birth_date(student)],
        ActivityColumn::Fields => one.cells.clone(),
        ActivityColumn::Description => vec![one.item.description.clone()],
        ActivityColumn::Document => vec![names(&one.item, Slot::Document)],
        ActivityColumn::Media => vec![names(&one.item, Slot::Media)],
        ActivityColumn::Link => vec![one.item.link.clone().unwrap_or_default()],
        ActivityColumn::Empty => vec![String::new()],
    }
}

fn birth_date(student: &FiledStudent) -> String {
    student.birth_date.map(roc_digits).unwrap_or_default()
}

fn school_sheet(book: &mut Workbook, headings: &[&str], values: &[&str]) -> Result<(), XlsxError> {
    let mut sheet = Sheet::begin(book, SCHOOL_SHEET, headings.iter().copied())?;
    sheet.row(values.iter().map(|value| (*value).to_owned()))
}

struct Sheet<'b> {
    sheet: &'b mut Worksheet,
    text: Format,
    next: u32,
}

impl<'b> Sheet<'b> {
    fn begin<'h>(
        book: &'b mut Workbook,
        name: &str,
        headings: impl Iterator<Item = &'h str>,
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        let mut sheet = Self {
            sheet,
            text: Format::new().set_num_format("@"),
            next: 0,
        };
        sheet.row(headings.map(str::to_owned))?;
        Ok(sheet)
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) -> Result<(), XlsxError> {
        for (column, cell) in (0_u16..).zip(cells) {
            self.sheet
                .write_string_with_format(self.next, column, cell, &self.text)?;
        }
        self.next += 1;
        Ok(())
    }
}
