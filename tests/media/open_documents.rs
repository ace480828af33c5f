//! Documents that stay open in a child: further questions need no bytes, and nobody waits in vain.

use std::time::Duration;

use licheng::domain::file::FileKind;
use licheng::media::{
    ChildLimits, ChildTrouble, Document, InProcess, Inspector, Outline, PageSize, PreviewFailure,
    PreviewImage, PreviewTrouble, Stop,
};

use crate::samples;
use crate::support::{document, part, pool, pool_of, whole};

const RED: [u8; 3] = [255, 0, 0];
const WHITE: [u8; 3] = [255, 255, 255];

fn colour(image: &PreviewImage, x: u32, y: u32) -> [u8; 3] {
    let at = ((y * image.width + x) * 4) as usize;
    image.pixels[at..at + 3].try_into().unwrap()
}

fn one_child() -> licheng::media::ChildPool {
    let limits = ChildLimits {
        time: Duration::from_secs(60),
        ..ChildLimits::default()
    };
    pool_of(1, limits)
}

#[test]
fn a_child_says_and_draws_what_the_process_itself_does() {
    let pool = pool();
    let stop = Stop::default();
    let pdf = document(FileKind::Pdf, samples::pdf(2));
    let video = document(FileKind::Mp4, samples::MP4.to_vec());
    let broken = document(FileKind::Png, b"nothing".to_vec());
    for asked in [&pdf, &video, &broken, &pdf] {
        assert_eq!(pool.outline(asked, &stop), InProcess.outline(asked, &stop));
        assert_eq!(pool.find(asked, "a", &stop), InProcess.find(asked, "a", &stop));
        for view in [
            whole(0, 300),
            whole(1, 50),
            whole(7, 50),
            part(3000, 1400, 700, 200, 100),
        ] {
            let drawn = pool.draw(asked, view, &stop);
            assert_eq!(drawn, InProcess.draw(asked, view, &stop), "{view:?}");
        }
    }
}

#[test]
fn an_open_document_is_not_sent_again_and_another_one_is() {
    let pool = one_child();
    let stop = Stop::default();
    let first = document(FileKind::Pdf, samples::pdf(2));
    // Other bytes under the name of the first: were they sent, they would be drawn.
    let other_bytes = Document {
        bytes: samples::pdf(5).into(),
        ..first.clone()
    };
    let pages = |document: &Document| pool.outline(document, &stop).unwrap().page_sizes().len();
    assert_eq!(pages(&first), 2);
    assert_eq!(pages(&other_bytes), 2);
    pool.draw(&other_bytes, whole(1, 100), &stop).unwrap();
    let gone = pool.draw(&other_bytes, whole(2, 100), &stop);
    assert_eq!(gone, Err(PreviewTrouble::NoSuchPage { count: 2 }.into()));

    let second = document(FileKind::Pdf, samples::pdf(3));
    assert_eq!(pages(&second), 3);
    // The only child has let go of the first.
    assert_eq!(pages(&other_bytes), 5);
}

#[test]
fn two_documents_stay_open_in_two_children() {
    let pool = pool();
    let stop = Stop::default();
    let documents = [2, 3].map(|count| document(FileKind::Pdf, samples::pdf(count)));
    for document in &documents {
        pool.outline(document, &stop).unwrap();
    }
    let emptied = documents.map(|document| Document {
        bytes: samples::pdf(9).into(),
        ..document
    });
    for _ in 0..3 {
        let counts = emptied
            .each_ref()
            .map(|document| pool.outline(document, &stop).unwrap().page_sizes().len());
        assert_eq!(counts, [2, 3]);
    }
}

#[test]
fn a_document_that_is_opened_anew_goes_on_as_before() {
    let pool = one_child();
    let stop = Stop::default();
    let pdf = document(FileKind::Pdf, samples::pdf(4));
    let first = pool.draw(&pdf, whole(0, 20), &stop).unwrap();
    for round in 0..200 {
        let drawn = pool.draw(&pdf, whole(round % 4, 20), &stop).unwrap();
        assert_eq!(drawn, first, "round {round}");
    }
}

#[test]
fn parts_lie_side_by_side_and_make_the_whole() {
    let stop = Stop::default();
    let pdf = document(FileKind::Pdf, samples::pdf(1));
    let page = InProcess.draw(&pdf, whole(0, 400), &stop).unwrap();
    assert_eq!((page.width, page.height), (400, 200));
    for (x, y) in [(0, 0), (100, 0), (150, 50), (350, 150)] {
        let piece = InProcess.draw(&pdf, part(400, x, y, 50, 50), &stop).unwrap();
        assert_eq!((piece.width, piece.height), (50, 50));
        for (across, down) in [(0, 0), (49, 0), (25, 25), (0, 49), (49, 49)] {
            assert_eq!(
                colour(&piece, across, down),
                colour(&page, x + across, y + down),
                "{x} {y}: {across} {down}"
            );
        }
    }
    // The red quarter ends in the middle, at any magnification.
    let middle = InProcess
        .draw(&pdf, part(200_000, 99_990, 50_010, 20, 20), &stop)
        .unwrap();
    assert_eq!((colour(&middle, 5, 15), colour(&middle, 15, 15)), (RED, WHITE));
}

#[test]
fn an_answer_nobody_wants_is_given_up_and_the_child_replaced() {
    let pool = one_child();
    let endless = document(FileKind::Pdf, samples::pdf_endless_drawing());
    let stop = Stop::default();
    std::thread::scope(|scope| {
        let drawing = scope.spawn(|| pool.draw(&endless, whole(0, 300), &stop));
        // Before or while it is drawn: in both cases it is given up.
        stop.raise();
        let drawn = drawing.join().unwrap();
        assert_eq!(drawn, Err(PreviewFailure::Child(ChildTrouble::Stopped)));
    });
    let sound = document(FileKind::Pdf, samples::pdf(1));
    assert!(pool.draw(&sound, whole(0, 100), &Stop::default()).is_ok());
}

#[test]
fn whoever_waits_for_a_child_can_be_stopped() {
    let pool = one_child();
    let endless = document(FileKind::Pdf, samples::pdf_endless_drawing());
    let (first, second) = (Stop::default(), Stop::default());
    std::thread::scope(|scope| {
        let holding = scope.spawn(|| pool.draw(&endless, whole(0, 300), &first));
        let waiting = scope.spawn(|| pool.draw(&endless, whole(0, 200), &second));
        second.raise();
        let stopped = Err(PreviewFailure::Child(ChildTrouble::Stopped));
        assert_eq!(waiting.join().unwrap(), stopped);
        first.raise();
        assert_eq!(holding.join().unwrap(), stopped);
    });
}

#[test]
fn an_empty_document_cannot_be_drawn() {
    let nothing = document(FileKind::Pdf, Vec::new());
    let drawn = pool().draw(&nothing, whole(0, 100), &Stop::default());
    assert_eq!(drawn, Err(PreviewTrouble::CannotDraw.into()));
}

#[test]
fn an_outline_tells_of_a_picture_how_large_it_is() {
    let huge = document(FileKind::Png, samples::png_claiming(25_000, 20_000, b""));
    let size = PageSize {
        width: 25_000.0,
        height: 20_000.0,
    };
    let outline = pool().outline(&huge, &Stop::default());
    assert_eq!(
        outline,
        Ok(Outline::Picture {
            size,
            has_alpha: true
        })
    );
    let drawn = pool().draw(&huge, part(25_000, 0, 0, 100, 100), &Stop::default());
    assert_eq!(drawn, Err(PreviewTrouble::TooLarge.into()));
}
