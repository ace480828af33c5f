//! `course list`.

use crate::cli::args::{Arguments, Course};
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::course::bears_outcomes;
use crate::engine::CourseView;
use crate::text::labels;

pub fn run(arguments: &Arguments, command: &Course, output: &mut Output) -> Result<(), Trouble> {
    let Course::List { who, term } = command;
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let courses = desk.answer(desk.engine.courses(&desk.session, *term))?;
    let document: Vec<_> = courses.iter().map(json::course).collect();
    output.answer(&document, || lines(&courses))
}

fn lines(courses: &[CourseView]) -> Vec<String> {
    if courses.is_empty() {
        return vec!["沒有課程。".to_owned()];
    }
    let rows: Vec<_> = courses
        .iter()
        .map(|course| {
            let upload = if course.withdrawn {
                "已退選"
            } else if bears_outcomes(course.kind, course.credits) {
                "可上傳"
            } else {
                "不計學分，不能上傳"
            };
            [
                course.id.to_string(),
                course.term.to_string(),
                course.name.clone(),
                course.credits.to_string(),
                labels::course_kind(course.kind).to_owned(),
                course.teachers.join("、"),
                upload.to_owned(),
                course.code.clone(),
            ]
        })
        .collect();
    table(
        [
            "代號",
            "學期",
            "課程",
            "學分",
            "類別",
            "任課教師",
            "成果",
            "課程代碼",
        ],
        &rows,
    )
}
