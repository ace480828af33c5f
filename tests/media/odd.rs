//! Odd documents, each with the answer it gets; after each the children still work.

use std::time::Duration;

use licheng::domain::active_content::{ActiveContent, ActiveCount};
use licheng::domain::file::FileKind;
use licheng::media::{
    ChildLimits, ChildPool, ChildTrouble, Document, Inspector, Outline, PageSize, PreviewFailure,
    PreviewImage, PreviewTrouble, Stop,
};

use crate::support::{assert_still_works, document, part, pool, pool_with, whole};
use crate::{odd_files, samples};

fn pdf(bytes: Vec<u8>) -> Document {
    document(FileKind::Pdf, bytes)
}

fn sizes(pool: &ChildPool, document: &Document) -> Result<Vec<(f32, f32)>, PreviewFailure> {
    let outline = pool.outline(document, &Stop::default())?;
    Ok(outline
        .page_sizes()
        .iter()
        .map(|page| (page.width, page.height))
        .collect())
}

fn draw(
    pool: &ChildPool,
    document: &Document,
    page: u32,
    width: u32,
) -> Result<PreviewImage, PreviewFailure> {
    pool.draw(document, whole(page, width), &Stop::default())
}

fn size_of(image: &PreviewImage) -> (u32, u32) {
    (image.width, image.height)
}

/// Pixels that are neither white nor nearly so.
fn ink(image: &PreviewImage) -> usize {
    let dark = |pixel: &&[u8]| pixel[..3].iter().any(|part| *part < 200);
    image.pixels.chunks_exact(4).filter(dark).count()
}

#[test]
fn pages_of_mixed_sizes() {
    let pool = pool();
    let boxes = [(595, 842), (842, 595), (3, 3), (5_000, 300)];
    let mixed = pdf(odd_files::of_sizes(&boxes));
    let expected = boxes.map(|(width, height)| (width as f32, height as f32));
    assert_eq!(sizes(&pool, &mixed).unwrap(), expected);
    for (page, drawn) in [(0, (200, 283)), (1, (200, 141)), (2, (200, 200)), (3, (200, 12))] {
        assert_eq!(size_of(&draw(&pool, &mixed, page, 200).unwrap()), drawn);
    }
    assert_still_works(&pool);
}

#[test]
fn a_strip_of_one_by_14_400_points_is_drawn_in_parts() {
    let pool = pool();
    let strip = pdf(odd_files::of_sizes(&[(1, 14_400)]));
    assert_eq!(sizes(&pool, &strip).unwrap(), [(1.0, 14_400.0)]);
    assert_eq!(size_of(&draw(&pool, &strip, 0, 1).unwrap()), (1, 14_400));
    assert_eq!(draw(&pool, &strip, 0, 1000), Err(PreviewTrouble::TooLarge.into()));
    let high = PageSize {
        width: 1.0,
        height: 14_400.0,
    };
    let bottom = high.height_px(1000) - 300;
    let piece = pool
        .draw(&strip, part(1000, 100, bottom, 512, 512), &Stop::default())
        .unwrap();
    // Cut at the lower edge; the red quarter covers all that is left.
    assert_eq!(size_of(&piece), (512, 300));
    assert_eq!(ink(&piece), 512 * 300);
    assert_still_works(&pool);
}

#[test]
fn a_sheet_of_14_400_points_square_is_drawn_whole_and_in_parts() {
    let pool = pool();
    let sheet = pdf(odd_files::of_sizes(&[(14_400, 14_400)]));
    assert_eq!(sizes(&pool, &sheet).unwrap(), [(14_400.0, 14_400.0)]);
    assert_eq!(size_of(&draw(&pool, &sheet, 0, 1000).unwrap()), (1000, 1000));
    assert_eq!(
        draw(&pool, &sheet, 0, 14_400),
        Err(PreviewTrouble::TooLarge.into())
    );
    // At 800 %, the red quarter of 100 x 50 points is 800 x 400 pixels at the lower left.
    let corner = part(115_200, 700, 115_200 - 500, 512, 500);
    let piece = pool.draw(&sheet, corner, &Stop::default()).unwrap();
    assert_eq!(size_of(&piece), (512, 500));
    assert_eq!(ink(&piece), 100 * 400);
    assert_still_works(&pool);
}

#[test]
fn rotated_pages_stand_upright() {
    let pool = pool();
    // Where the red quarter goes: lower left, upper left, upper right, lower right.
    for (degrees, size, red_at) in [
        (0, (200.0, 100.0), (0.25, 0.75)),
        (90, (100.0, 200.0), (0.25, 0.25)),
        (180, (200.0, 100.0), (0.75, 0.25)),
        (270, (100.0, 200.0), (0.75, 0.75)),
        (-90, (100.0, 200.0), (0.75, 0.75)),
    ] {
        let rotated = pdf(odd_files::rotated(degrees));
        assert_eq!(sizes(&pool, &rotated).unwrap(), [size], "{degrees}");
        let image = draw(&pool, &rotated, 0, 100).unwrap();
        let (x, y) = (
            (red_at.0 * f64::from(image.width)) as u32,
            (red_at.1 * f64::from(image.height)) as u32,
        );
        let at = ((y * image.width + x) * 4) as usize;
        assert_eq!(image.pixels[at..at + 3], [255, 0, 0], "{degrees}");
        assert_eq!(ink(&image) as u32, image.width * image.height / 4, "{degrees}");
    }
    assert_still_works(&pool);
}

#[test]
fn locked_documents_say_so_and_owners_passwords_hinder_nobody() {
    let pool = pool();
    let locked: [&[u8]; 2] = [
        include_bytes!("../fixtures/media/locked.pdf"),
        include_bytes!("../fixtures/media/locked-rc4.pdf"),
    ];
    for bytes in locked {
        let locked = pdf(bytes.to_vec());
        let needs_password = PreviewFailure::Trouble(PreviewTrouble::NeedsPassword);
        assert_eq!(sizes(&pool, &locked), Err(needs_password));
        assert_eq!(draw(&pool, &locked, 0, 100), Err(needs_password));
        assert_eq!(pool.find(&locked, "a", &Stop::default()), Err(needs_password));
    }
    let owner_only = pdf(include_bytes!("../fixtures/media/owner-only.pdf").to_vec());
    assert!(draw(&pool, &owner_only, 0, 100).is_ok());
    assert_still_works(&pool);
}

#[test]
fn what_is_left_of_a_cut_off_document_is_shown() {
    let pool = pool();
    let full = samples::pdf(20);
    let half = pdf(full[..full.len() / 2].to_vec());
    let left = sizes(&pool, &half).unwrap();
    assert!((1..20).contains(&left.len()), "{}", left.len());
    assert!(draw(&pool, &half, 0, 100).is_ok());
    assert_still_works(&pool);
}

#[test]
fn a_document_without_pages_cannot_be_shown() {
    let pool = pool();
    let empty = pdf(odd_files::without_pages());
    assert_eq!(sizes(&pool, &empty), Err(PreviewTrouble::CannotDraw.into()));
    assert_eq!(
        draw(&pool, &empty, 0, 100),
        Err(PreviewTrouble::CannotDraw.into())
    );
    assert_still_works(&pool);
}

#[test]
fn a_page_at_the_end_of_a_hundred_thousand_branches_is_found() {
    let pool = pool();
    let deep = pdf(odd_files::deep_tree(100_000));
    assert_eq!(sizes(&pool, &deep).unwrap(), [(200.0, 100.0)]);
    assert_eq!(size_of(&draw(&pool, &deep, 0, 100).unwrap()), (100, 50));
    assert_still_works(&pool);
}

#[test]
fn circles_come_to_an_end() {
    let pool = pool();
    for bytes in [samples::pdf_circular(), odd_files::circular_references()] {
        let odd = pdf(bytes);
        assert_eq!(sizes(&pool, &odd).unwrap().len(), 1);
        assert!(draw(&pool, &odd, 0, 100).is_ok());
        assert!(pool.find(&odd, "a", &Stop::default()).is_ok());
        assert_still_works(&pool);
    }
}

#[test]
fn arrays_nested_a_hundred_thousand_deep_overflow_nothing() {
    let pool = pool();
    // In the page itself it takes the page with it, elsewhere nothing.
    let in_page = pdf(samples::pdf_nested(100_000));
    assert_eq!(sizes(&pool, &in_page), Err(PreviewTrouble::CannotDraw.into()));
    assert_still_works(&pool);
    let elsewhere = pdf(odd_files::nest_beside_the_page(100_000));
    assert_eq!(sizes(&pool, &elsewhere).unwrap(), [(200.0, 100.0)]);
    assert!(draw(&pool, &elsewhere, 0, 100).is_ok());
    assert!(pool.find(&elsewhere, "a", &Stop::default()).is_ok());
    assert_still_works(&pool);
}

#[test]
fn endless_pages_are_stopped() {
    let pool = pool_with(ChildLimits {
        time: Duration::from_secs(4),
        ..ChildLimits::default()
    });
    for bytes in [odd_files::endless_page(), samples::pdf_endless_drawing()] {
        let endless = pdf(bytes);
        assert_eq!(sizes(&pool, &endless).unwrap().len(), 1);
        let drawn = draw(&pool, &endless, 0, 1000);
        let stopped = [ChildTrouble::TooSlow, ChildTrouble::TooBig].map(PreviewFailure::Child);
        assert!(
            stopped.map(Err).contains(&drawn),
            "{:?}",
            drawn.map(|image| image.width)
        );
        assert_still_works(&pool);
    }
}

#[test]
fn a_picture_of_a_hundred_gigabytes_is_left_out() {
    let pool = pool();
    let huge = pdf(odd_files::huge_image());
    assert_eq!(sizes(&pool, &huge).unwrap().len(), 1);
    let drawn = draw(&pool, &huge, 0, 200).unwrap();
    assert_eq!(size_of(&drawn), (200, 100));
    assert_still_works(&pool);
}

#[test]
fn a_script_in_an_object_stream_is_named() {
    let pool = pool();
    let scripted = pdf(samples::pdf_with_object_stream(
        "<< /S /JavaScript /JS (app.alert(1)) >>",
    ));
    let Ok(Outline::Pages { active, .. }) = pool.outline(&scripted, &Stop::default()) else {
        panic!("no outline");
    };
    let script = ActiveCount {
        content: ActiveContent::JavaScript,
        count: 1,
    };
    assert_eq!(active, [script]);
    assert_still_works(&pool);
}

#[test]
fn chinese_without_its_font_has_ink() {
    let pool = pool();
    let image = draw(&pool, &pdf(odd_files::chinese_without_font()), 0, 100).unwrap();
    // 學 covers about a third of its square; an empty box or a Latin letter does not.
    assert!((800..5_000).contains(&ink(&image)), "{}", ink(&image));
    assert_still_works(&pool);
}

#[test]
fn five_hundred_pages_are_told_drawn_and_searched_within_the_limits() {
    let long = pdf(odd_files::long(500));
    // The memory of the program; a debug build gets more time.
    let pool = pool();
    assert_eq!(
        pool.outline(&long, &Stop::default()).unwrap().page_sizes().len(),
        500
    );
    let page = draw(&pool, &long, 399, 300).unwrap();
    assert_eq!(size_of(&page), (300, 425));
    let foot = (420 * 300 + 150) * 4;
    assert_eq!(page.pixels[foot..foot + 3], [255, 0, 0], "page 400 and no other");
    let found = pool.find(&long, "number 400 of", &Stop::default()).unwrap();
    assert!(found.has_text && !found.more);
    assert_eq!(found.hits.iter().map(|hit| hit.page).collect::<Vec<_>>(), [399]);
    let beyond = draw(&pool, &long, 500, 300);
    assert_eq!(beyond, Err(PreviewTrouble::NoSuchPage { count: 500 }.into()));
}
