//! 確認單: what was filed of a student beside what the national database says that it received, and a place
//! to sign. Each student begins a sheet, so that a class can be handed out.

use crate::domain::moment::Moment;
use crate::domain::receipt::{LineVerdict, ReceiptStanding};
use crate::domain::selection::Part;
use crate::domain::term::{SchoolYear, Semester};
use crate::text::{labels, receipts as text, time};

use super::flow::{BODY, Flow, HEADING, LEFT, SOFT, Style, TITLE, WIDTH, words, words_to};
use super::letters::{Letters, Weight};
use super::sheet::{self, A4, Ink, Mark, Sheet};

/// One student's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    pub year: SchoolYear,
    pub account: String,
    pub name: String,
    pub class: String,
    pub seat: String,
    /// When the newest list came
    pub came: Option<Moment>,
    /// What the student said of it, and when
    pub standing: ReceiptStanding,
    pub answered: Option<Moment>,
    pub lines: Vec<ConfirmationLine>,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmationLine {
    pub part: Option<Part>,
    pub name: String,
    /// Empty for an activity
    pub course: String,
    pub semester: Option<Semester>,
    pub verdict: LineVerdict,
}

/// Columns, from the left edge.
const NUMBER: f32 = 22.0;
const VERDICT: f32 = 72.0;
const SIGN_ROOM: f32 = 96.0;

/// Sheets of all of them in the order given.
///
/// # Errors
/// The fonts of the program cannot be read.
pub fn write(school: &str, made: Moment, all: &[Confirmation]) -> Result<Vec<u8>, String> {
    let letters = Letters::of_the_program().ok_or("the fonts cannot be read")?;
    let sheets: Vec<Sheet> = all
        .iter()
        .flat_map(|one| student(school, made, one, &letters))
        .collect();
    sheet::draw(&sheets, &letters)
}

fn student(school: &str, made: Moment, one: &Confirmation, letters: &Letters) -> Vec<Sheet> {
    let mut flow = Flow::begin(letters);
    flow.text(school, SOFT);
    flow.text(&text::paper_title(one.year), TITLE);
    flow.space(8.0);
    flow.fact(
        text::PAPER_STUDENT,
        &text::paper_student(&one.class, &one.seat, &one.account, &one.name),
    );
    let came = one.came.map_or_else(|| text::NO_LIST.to_owned(), text::came);
    flow.fact(text::TITLE, &came);
    let count = |kind| {
        one.lines
            .iter()
            .filter(|line| line.verdict.kind() == kind)
            .count()
    };
    flow.fact(text::PAPER_COUNTS, &text::counts(one.lines.len(), count));
    flow.fact(
        text::PAPER_STANDING,
        &text::own_standing(one.standing, one.answered),
    );
    for part in [Some(Part::Outcomes), Some(Part::Activities), None] {
        let lines: Vec<&ConfirmationLine> = one.lines.iter().filter(|line| line.part == part).collect();
        if lines.is_empty() {
            continue;
        }
        flow.space(12.0);
        flow.keep_together(60.0);
        flow.text(part.map_or(text::PAPER_OTHERS, labels::part), HEADING);
        flow.space(2.0);
        for (number, line) in lines.iter().enumerate() {
            line_of(&mut flow, number + 1, line);
        }
    }
    flow.space(18.0);
    sign(&mut flow);
    let pages = flow.sheets.len();
    for (page, sheet) in flow.sheets.iter_mut().enumerate() {
        let whose = format!("{} {}", one.account, one.name);
        let foot = text::paper_foot(&whose, page + 1, pages);
        let y = A4.1 - 36.0;
        sheet.marks.push(words(
            letters.one_line(&foot, SOFT.weight, SOFT.size, WIDTH / 2.0),
            LEFT,
            y,
            SOFT,
        ));
        let printed = time::roc_moment_zoned(made);
        sheet
            .marks
            .push(words_to(letters, printed, LEFT + WIDTH, y, SOFT));
    }
    flow.sheets
}

fn line_of(flow: &mut Flow<'_>, number: usize, line: &ConfirmationLine) {
    flow.keep_together(40.0);
    flow.rule();
    let kind = line.verdict.kind();
    let ink = if kind.is_off() {
        Ink::Returned
    } else {
        Ink::Certified
    };
    let style = Style {
        size: 9.5,
        weight: Weight::Bold,
        ink,
    };
    let y = flow.next_line(BODY.size);
    let letters = flow.letters();
    let room = WIDTH - NUMBER - VERDICT - 8.0;
    let name = letters.one_line(&line.name, BODY.weight, BODY.size, room);
    let marks = [
        words(format!("{number}."), LEFT, y, SOFT),
        words(name, LEFT + NUMBER, y, BODY),
        words_to(letters, text::verdict(kind).to_owned(), LEFT + WIDTH, y, style),
    ];
    for mark in marks {
        flow.mark(mark);
    }
    let mut about = Vec::new();
    if !line.course.is_empty() {
        about.push(text::course(&line.course, line.semester));
    }
    if let LineVerdict::Differs(all) = &line.verdict {
        about.push(text::differences(all));
    }
    if !about.is_empty() {
        flow.text_at(&about.join("　"), SOFT, NUMBER, WIDTH - NUMBER);
    }
}

/// Where student, parent and 導師 sign.
fn sign(flow: &mut Flow<'_>) {
    flow.keep_together(SIGN_ROOM);
    flow.text(text::PAPER_SIGN, BODY);
    flow.space(26.0);
    let y = flow.next_line(BODY.size);
    let width = WIDTH / text::PAPER_SIGNERS.len() as f32;
    for (place, signer) in text::PAPER_SIGNERS.into_iter().enumerate() {
        let x = LEFT + width * place as f32;
        flow.mark(words(signer.to_owned(), x, y, SOFT));
        let room = flow.letters().width(signer, SOFT.weight, SOFT.size) + 6.0;
        flow.mark(Mark::Bar {
            x: x + room,
            y: y + 2.0,
            width: width - room - 12.0,
            height: 0.6,
            ink: Ink::Soft,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;
    use crate::domain::receipt::Difference;

    fn confirmation(lines: usize) -> Confirmation {
        Confirmation {
            year: SchoolYear(113),
            account: "1130101".to_owned(),
            name: "林喆".to_owned(),
            class: "二年1班".to_owned(),
            seat: "05".to_owned(),
            came: None,
            standing: ReceiptStanding::Waiting,
            answered: None,
            lines: (0..lines)
                .map(|number| ConfirmationLine {
                    part: Some(if number % 2 == 0 {
                        Part::Outcomes
                    } else {
                        Part::Activities
                    }),
                    name: "很長的名稱".repeat(20),
                    course: "物理".to_owned(),
                    semester: Some(Semester::First),
                    verdict: LineVerdict::Differs(vec![Difference::Name]),
                })
                .collect(),
        }
    }

    #[test]
    fn every_mark_stays_on_its_sheet_and_the_place_to_sign_is_there_once() {
        let letters = Letters::of_the_program().unwrap();
        let made = parse_moment("2026-10-08T15:00").unwrap();
        for lines in [0, 1, 16, 60] {
            let sheets = student("示範高中", made, &confirmation(lines), &letters);
            assert!(sheets.len() > lines / 40, "{lines}");
            let mut signs = 0;
            for mark in sheets.iter().flat_map(|sheet| &sheet.marks) {
                if let Mark::Text {
                    x,
                    y,
                    size,
                    weight,
                    text,
                    ..
                } = mark
                {
                    assert!(
                        x + letters.width(text, *weight, *size) <= A4.0 - LEFT + 1.0,
                        "{text}"
                    );
                    assert!(*y < A4.1 - 20.0, "{text}");
                    signs += usize::from(text == text::PAPER_SIGNERS[0]);
                }
            }
            assert_eq!(signs, 1, "{lines}");
        }
    }
}
