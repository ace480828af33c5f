use std::fmt::Write;

use super::*;
use crate::media::pdf::structure;
use crate::media::samples::{pdf, pdf_nested, pdf_of, stream};

const PAGES: &str = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>";

fn found_in(file: Vec<u8>) -> Vec<(&'static str, u32)> {
    let pdf = structure::open(file).unwrap();
    count(&pdf)
        .into_iter()
        .map(|counted| (counted.content.code(), counted.count))
        .collect()
}

/// A document with this in its catalogue, and these objects from 4 on.
fn with(catalog: &str, objects: &[&str]) -> Vec<u8> {
    let catalog = format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>");
    let mut all = vec![catalog.as_str(), PAGES, PAGE];
    all.extend(objects);
    pdf_of(&all)
}

#[test]
fn a_plain_document_does_nothing() {
    assert_eq!(found_in(pdf(3)), []);
    let opens_at_a_place = with("/OpenAction [3 0 R /Fit]", &[]);
    assert_eq!(found_in(opens_at_a_place), []);
    let goes_to_a_place = with("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", &[]);
    assert_eq!(found_in(goes_to_a_place), []);
    // Names of fonts and pictures, not of actions.
    let resources = [
        "<< /Font << /AA 5 0 R /EF 5 0 R /JS 6 0 R >> >>",
        "<< /Type /Font >>",
        "<< /S 1 >>",
    ];
    assert_eq!(found_in(with("", &resources)), []);
}

/// What the catalog says, the other objects, and what is to be found how often.
type Case<'a> = (&'a str, &'a [&'a str], &'a [(&'a str, u32)]);

#[test]
fn every_kind_is_found_and_counted() {
    let cases: &[Case<'_>] = &[
        (
            "",
            &["<< /S /JavaScript /JS (a) >>", "[<< /S /JavaScript /JS (b) >>]"],
            &[("javascript", 2)],
        ),
        (
            "",
            &["<< /S /J#61vaScript /JS (app.alert) >>"],
            &[("javascript", 1)],
        ),
        (
            "",
            &["<< /S 5 0 R /JS 6 0 R >>", "/JavaScript", &stream("app.alert(1)")],
            &[("javascript", 1)],
        ),
        (
            "",
            &["<< /S /Rendition /JS (a) >>"],
            &[("javascript", 1), ("multimedia", 1)],
        ),
        ("", &["<< /S /Launch /F (cmd.exe) >>"], &[("launch", 1)]),
        (
            "/OpenAction 4 0 R",
            &["<< /S /Named /N /Print >>"],
            &[("open-action", 1)],
        ),
        (
            "",
            &["<< /AA << /O << /S /Named /N /Print >> >> >>"],
            &[("additional-action", 1)],
        ),
        (
            "",
            &[
                "<< /Type /Filespec /EF << /F 5 0 R >> >>",
                "<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream",
            ],
            &[("embedded-file", 1)],
        ),
        (
            "/AcroForm << /Fields [] /XFA [(a) 4 0 R] >>",
            &[&stream("<xdp/>")],
            &[("xfa", 1)],
        ),
        (
            "",
            &["<< /S /SubmitForm /F (http://a) >>", "<< /S /ImportData >>"],
            &[("sends-form", 2)],
        ),
        (
            "",
            &["<< /Subtype /Link /A << /S /URI /URI (http://a) >> >>"],
            &[("remote-link", 1)],
        ),
        (
            "",
            &["<< /S /GoToR /F (a.pdf) >>", "<< /S /GoToE >>"],
            &[("other-document", 2)],
        ),
        (
            "",
            &[
                "<< /Subtype /Screen /Rect [0 0 9 9] >>",
                "<< /Subtype /3D /Rect [0 0 9 9] >>",
            ],
            &[("multimedia", 2)],
        ),
    ];
    for (catalog, objects, expected) in cases {
        assert_eq!(found_in(with(catalog, objects)), *expected, "{objects:?}");
    }
}

#[test]
fn the_most_serious_comes_first() {
    let objects = [
        "<< /S /URI /URI (http://a) >>",
        "<< /S /Launch >>",
        "<< /S /JavaScript /JS (a) >>",
    ];
    let found: Vec<&str> = found_in(with("", &objects))
        .iter()
        .map(|(code, _)| *code)
        .collect();
    assert_eq!(found, ["javascript", "launch", "remote-link"]);
}

#[test]
fn a_script_in_an_object_stream_is_found() {
    assert_eq!(
        found_in(crate::media::samples::pdf_with_object_stream(
            "<< /S /JavaScript /JS (a) >>"
        )),
        [("javascript", 1)]
    );
}

#[test]
fn circles_and_depth_come_to_an_end() {
    let circle = with(
        "/OpenAction 4 0 R",
        &["<< /S /JavaScript /Next 4 0 R /Kids [4 0 R 3 0 R] >>"],
    );
    assert_eq!(found_in(circle), [("javascript", 1), ("open-action", 1)]);
    assert_eq!(found_in(pdf_nested(100_000)), []);
    let mut nest = String::new();
    for _ in 0..400 {
        nest.push_str("<< /A [");
    }
    write!(nest, "<< /S /Launch >>{}", "] >>".repeat(400)).unwrap();
    let deep = with("", &[&nest, "<< /S /URI /URI (http://a) >>"]);
    assert!(found_in(deep).contains(&("remote-link", 1)));
}
