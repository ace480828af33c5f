//! Slips of paper with accounts and initial passwords, ten to a sheet, to be cut along the lines. Each
//! class begins a sheet of its own, so that a 導師 gets exactly that class's.

use crate::text::slips;

use super::letters::{Letters, Weight};
use super::sheet::{self, A4, Ink, Mark, Sheet};

/// What stands on one slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintedSlip<'s> {
    pub account: &'s str,
    pub name: &'s str,
    /// Empty for the staff.
    pub class: &'s str,
    pub seat: &'s str,
    /// `None`: the national ID, which is not printed.
    pub password: Option<&'s str>,
}

const MARGIN: f32 = 28.0;
const FOOT: f32 = 16.0;
const COLUMNS: usize = 2;
const ROWS: usize = 5;
const PER_SHEET: usize = COLUMNS * ROWS;
const PADDING: f32 = 12.0;

/// All slips in the order given, a class after the other.
///
/// # Errors
/// The fonts of the program cannot be read.
pub fn write(school: &str, printed: &[PrintedSlip<'_>]) -> Result<Vec<u8>, String> {
    let letters = Letters::of_the_program().ok_or("the fonts cannot be read")?;
    let mut sheets = Vec::new();
    for group in printed.chunk_by(|one, other| one.class == other.class) {
        let name = match group.first() {
            Some(first) if !first.class.is_empty() => first.class,
            _ => slips::STAFF,
        };
        let pages = group.len().div_ceil(PER_SHEET);
        for (page, part) in group.chunks(PER_SHEET).enumerate() {
            let mut sheet = Sheet::upright();
            for (place, slip) in part.iter().enumerate() {
                draw(&mut sheet, school, slip, place, &letters);
            }
            let foot = letters.drawable(&slips::foot(name, page + 1, pages));
            let width = letters.width(&foot, Weight::Regular, 8.0);
            sheet.marks.push(Mark::Text {
                x: (A4.0 - width) / 2.0,
                y: A4.1 - MARGIN,
                size: 8.0,
                weight: Weight::Regular,
                ink: Ink::Soft,
                text: foot,
            });
            sheets.push(sheet);
        }
    }
    sheet::draw(&sheets, &letters)
}

/// One slip at its place on the sheet, counted by rows.
fn draw(sheet: &mut Sheet, school: &str, slip: &PrintedSlip<'_>, place: usize, letters: &Letters) {
    let width = (A4.0 - 2.0 * MARGIN) / COLUMNS as f32;
    let height = (A4.1 - 2.0 * MARGIN - FOOT) / ROWS as f32;
    let left = MARGIN + width * (place % COLUMNS) as f32;
    let top = MARGIN + height * (place / COLUMNS) as f32;
    sheet.marks.push(Mark::Frame {
        x: left,
        y: top,
        width,
        height,
    });
    let inner = width - 2.0 * PADDING;
    let mut line = |x: f32, y: f32, size: f32, weight: Weight, ink: Ink, text: &str| {
        sheet.marks.push(Mark::Text {
            x: left + PADDING + x,
            y: top + y,
            size,
            weight,
            ink,
            text: letters.one_line(text, weight, size, inner - x),
        });
    };
    line(0.0, 20.0, 8.0, Weight::Regular, Ink::Soft, school);
    let whose = format!("{}　{}", slips::place(slip.class, slip.seat), slip.name);
    line(0.0, 40.0, 13.0, Weight::Bold, Ink::Black, &whose);
    line(0.0, 62.0, 9.0, Weight::Regular, Ink::Soft, slips::ACCOUNT);
    line(54.0, 62.0, 13.0, Weight::Bold, Ink::Black, slip.account);
    line(0.0, 84.0, 9.0, Weight::Regular, Ink::Soft, slips::PASSWORD);
    match slip.password {
        Some(password) => line(54.0, 84.0, 15.0, Weight::Bold, Ink::Accent, password),
        None => line(
            54.0,
            84.0,
            11.0,
            Weight::Regular,
            Ink::Black,
            slips::BY_NATIONAL_ID,
        ),
    }
    for (place, step) in slips::HOW.iter().enumerate() {
        let y = 107.0 + 13.0 * place as f32;
        line(0.0, y, 8.0, Weight::Regular, Ink::Soft, step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip<'s>(name: &'s str, class: &'s str) -> PrintedSlip<'s> {
        PrintedSlip {
            account: "1140101",
            name,
            class,
            seat: "01",
            password: Some("k7mp-3xqd"),
        }
    }

    #[test]
    fn what_is_too_long_stays_on_its_slip() {
        let letters = Letters::of_the_program().unwrap();
        let mut sheet = Sheet::upright();
        let name = "很長的名字".repeat(20);
        draw(
            &mut sheet,
            "校名".repeat(60).as_str(),
            &slip(&name, "一年1班"),
            1,
            &letters,
        );
        for mark in &sheet.marks {
            if let Mark::Text {
                x,
                size,
                weight,
                text,
                ..
            } = mark
            {
                assert!(x + letters.width(text, *weight, *size) <= A4.0 - MARGIN, "{text}");
            }
        }
    }
}
