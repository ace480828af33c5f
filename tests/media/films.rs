//! Videos in the inspecting child: their pictures, and what broken ones do to it.

use licheng::domain::file::FileKind;
use licheng::domain::no_preview::NoFilm;
use licheng::media::{
    ChildLimits, Film, InProcess, Inspector, MediaOutline, Outline, PreviewFailure, PreviewTrouble, Stop,
};

use crate::support::{assert_still_works, document, pool, pool_with, whole};

const SECONDS: &[u8] = include_bytes!("../fixtures/media/film/seconds.mp4");
const HEVC: &[u8] = include_bytes!("../fixtures/media/film/hevc.mp4");

fn film(inspector: &dyn Inspector, file: &[u8]) -> Option<Film> {
    let document = document(FileKind::Mp4, file.to_vec());
    match inspector.outline(&document, &Stop::default()) {
        Ok(Outline::Media(MediaOutline { film, .. })) => film,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_child_finds_and_draws_the_pictures_that_the_process_itself_does() {
    let (pool, stop) = (pool(), Stop::default());
    for file in [SECONDS, HEVC, include_bytes!("../fixtures/media/sound.mp4")] {
        assert_eq!(film(&pool, file), film(&InProcess, file));
        let asked = document(FileKind::Mp4, file.to_vec());
        for view in [whole(0, 80), whole(11, 4000), whole(12, 80)] {
            let drawn = pool.draw(&asked, view, &stop);
            assert_eq!(drawn, InProcess.draw(&asked, view, &stop), "{view:?}");
            assert_eq!(drawn.is_ok(), file == SECONDS && view.page < 12, "{view:?}");
        }
    }
    let Some(Film::Pictures { size, millis }) = film(&pool, SECONDS) else {
        panic!("pictures")
    };
    assert_eq!((size.width, size.height, millis.len()), (160.0, 90.0, 12));
    assert_eq!(film(&pool, HEVC), Some(Film::Absent(NoFilm::OtherCodec)));
    let nothing = pool.draw(&document(FileKind::Mp4, HEVC.to_vec()), whole(0, 80), &stop);
    let none = PreviewTrouble::NothingToDraw(FileKind::Mp4);
    assert_eq!(nothing, Err(PreviewFailure::Trouble(none)));
}

#[test]
fn a_damaged_picture_becomes_a_sentence_and_the_child_goes_on() {
    let (pool, stop) = (pool(), Stop::default());
    let mut file = SECONDS.to_vec();
    // All coded pictures, their lengths left as they are: the box of samples begins behind the first one.
    let start = file.windows(4).position(|bytes| bytes == b"mdat").unwrap() + 12;
    for byte in file.iter_mut().skip(start).step_by(7).take(4000) {
        *byte ^= 0x55;
    }
    let damaged = document(FileKind::Mp4, file);
    for page in 0..12 {
        // Whichever it is, there is an answer.
        if let Err(failure) = pool.draw(&damaged, whole(page, 80), &stop) {
            assert!(failure.reason().is_some(), "{failure:?}");
        }
    }
    assert_still_works(&pool);
}

#[test]
fn a_picture_that_takes_too_long_costs_only_itself() {
    let limits = ChildLimits {
        time: std::time::Duration::ZERO,
        ..ChildLimits::default()
    };
    let slow = pool_with(limits);
    let asked = document(FileKind::Mp4, SECONDS.to_vec());
    let failure = slow.draw(&asked, whole(0, 80), &Stop::default()).unwrap_err();
    assert_eq!(
        failure.reason(),
        Some(licheng::domain::no_preview::NoPreview::TooSlow)
    );
}
