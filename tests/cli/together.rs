use std::io::Read;

use crate::support::{FULL_STUDENT, Place, STUDENT, TERM, said, sample};

#[test]
fn two_programs_write_to_one_library() {
    let place = Place::with_school();
    let course = place.course(STUDENT, "數學A");
    let file = sample("math-exploration.pdf");
    let add = [
        "item",
        "add",
        "--term",
        TERM,
        "--course",
        &course,
        "--title",
        "同時",
        "--file",
        file.to_str().unwrap(),
    ];
    let programs: Vec<_> = (0..4).map(|_| place.start(STUDENT, &add)).collect();
    for program in programs {
        let said = said(program.wait_with_output().unwrap());
        assert_eq!(said.code, 0, "{}", said.err);
    }
    assert_eq!(place.used(STUDENT), 9);
}

#[test]
fn the_last_place_is_given_once() {
    let place = Place::with_school();
    let draft = place.item_in(FULL_STUDENT, "draft");
    let course = place.course(FULL_STUDENT, "數學A");
    place.json(FULL_STUDENT, &["item", "delete", &draft]);
    let add = [
        "item",
        "add",
        "--term",
        TERM,
        "--course",
        &course,
        "--title",
        "最後一件",
    ];
    let programs: Vec<_> = (0..3).map(|_| place.start(FULL_STUDENT, &add)).collect();
    let mut codes: Vec<i32> = programs
        .into_iter()
        .map(|program| said(program.wait_with_output().unwrap()).code)
        .collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 1, 1]);
    assert_eq!(place.used(FULL_STUDENT), 20);
}

#[test]
fn a_reader_that_goes_away_is_no_accident() {
    let place = Place::with_school();
    let mut program = place.start(STUDENT, &["item", "list", "--json"]);
    drop(program.stdout.take());
    let mut err = String::new();
    program.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(program.wait().unwrap().code(), Some(0));
    assert_eq!(err, "");
}
