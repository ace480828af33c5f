use super::*;
use crate::media::samples::{pdf, pdf_of, stream};

/// Pages of 200 x 100 points with this content; `/F` is Helvetica.
fn pages_of(contents: &[&str]) -> PdfData {
    let kids: Vec<String> = (0..contents.len())
        .map(|page| format!("{} 0 R", 4 + page * 2))
        .collect();
    let tree = format!(
        "<< /Type /Pages /Count {} /Kids [{}] >>",
        contents.len(),
        kids.join(" ")
    );
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        tree,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents {} 0 R \
             /Resources << /Font << /F 3 0 R >> >> >>",
            5 + page * 2
        ));
        objects.push(stream(content));
    }
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    structure::data(pdf_of(&objects))
}

fn text_at(x: u32, y: u32, text: &str) -> String {
    format!("BT /F 10 Tf {x} {y} Td ({text}) Tj ET ")
}

#[test]
fn a_hit_lies_on_its_letters() {
    let found = in_document(&pages_of(&[&text_at(100, 50, "Physics lab")]), "PHYSICS").unwrap();
    assert!(found.has_text && !found.more);
    let [hit] = &found.hits[..] else {
        panic!("{found:?}");
    };
    let [[left, top, right, bottom]] = hit.boxes[..] else {
        panic!("{hit:?}");
    };
    assert_eq!(hit.page, 0);
    // 7 letters of about half of 10 points from the middle on; the baseline is the middle.
    assert!((left - 0.5).abs() < 0.01, "{left}");
    assert!((0.64..0.70).contains(&right), "{right}");
    assert!(top > 0.40 && top < 0.45, "{top}");
    assert!(bottom > 0.50 && bottom < 0.54, "{bottom}");
}

#[test]
fn words_are_found_across_gaps_and_line_ends() {
    let moved = text_at(10, 50, "side") + &text_at(40, 50, "by") + &text_at(10, 30, "side");
    let found = in_document(&pages_of(&[&moved]), "side by side").unwrap();
    let boxes: Vec<usize> = found.hits.iter().map(|hit| hit.boxes.len()).collect();
    assert_eq!(boxes, [2], "one box per line");
    let kerned = "BT /F 10 Tf 10 50 Td [(ker) 20 (ning)] TJ ET";
    assert_eq!(
        in_document(&pages_of(&[kerned]), "kerning").unwrap().hits.len(),
        1
    );
}

#[test]
fn all_pages_are_searched_in_their_order() {
    let page = text_at(10, 50, "lab lab");
    let found = in_document(&pages_of(&[&page, "", &page]), "lab").unwrap();
    let pages: Vec<u32> = found.hits.iter().map(|hit| hit.page).collect();
    assert_eq!(pages, [0, 0, 2, 2]);
}

#[test]
fn filled_and_stroked_letters_are_one_and_those_outside_are_none() {
    let both = format!("2 Tr {}", text_at(10, 50, "twice"));
    assert_eq!(in_document(&pages_of(&[&both]), "twice").unwrap().hits.len(), 1);
    let outside = text_at(500, 50, "gone");
    assert_eq!(in_document(&pages_of(&[&outside]), "gone").unwrap().hits, []);
}

#[test]
fn a_long_list_ends_and_says_so() {
    let line = text_at(0, 50, &"a ".repeat(300));
    let found = in_document(
        &pages_of(&["1 0 0 1 0 0 cm", &narrow(&line), &narrow(&line)]),
        "a",
    )
    .unwrap();
    assert_eq!((found.hits.len(), found.more), (MAX_HITS, true));
}

/// So that all of the line is on the page.
fn narrow(content: &str) -> String {
    format!("0.05 0 0 1 0 0 cm {content}")
}

#[test]
fn a_document_without_letters_says_so() {
    let found = in_document(&structure::data(pdf(2)), "text").unwrap();
    assert_eq!(found, FoundText::default());
    let asked_for_nothing = in_document(&pages_of(&[&text_at(10, 50, "text")]), " ").unwrap();
    assert!(asked_for_nothing.has_text && asked_for_nothing.hits.is_empty());
}
