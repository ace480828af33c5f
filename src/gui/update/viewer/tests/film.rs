//! The pictures of a video.

use super::talk::*;
use crate::domain::id::FileId;
use crate::domain::no_preview::NoPreview;
use crate::gui::viewer::ViewerAction;
use crate::worker::{Answer, Film, MediaOutline, Outline, PageSize, Request};

fn film(pictures: u64) -> Outline {
    Outline::Media(MediaOutline {
        millis: pictures * 1000,
        video_codec: Some("H.264".into()),
        audio_codec: None,
        bit_rate: 0,
        sample_rate: None,
        channels: None,
        video_size: Some((1920, 1080)),
        waveform: Vec::new(),
        film: Some(Film::Pictures {
            size: PageSize {
                width: 1920.0,
                height: 1080.0,
            },
            millis: (0..pictures).map(|second| second * 1000).collect(),
        }),
    })
}

#[test]
fn the_pictures_of_a_film_come_in_order_a_few_at_a_time_and_once() {
    let mut talk = Talk::new(film(12));
    talk.act(ViewerAction::Prepare(vec![shown(2)]));
    talk.show(1);
    while talk.views().is_empty() {
        assert!(talk.answer_one());
    }
    assert!(talk.draws_page(0) && !talk.draws_page(11));
    talk.settle();
    assert!(talk.most <= 4, "{} requests at once", talk.most);
    let drawn = |talk: &Talk, file| -> Vec<u32> {
        let parts = &talk.state.viewer.parts;
        (0..12)
            .filter(|page| parts.of_page(FileId(file), *page).count() == 1)
            .collect()
    };
    assert_eq!(drawn(&talk, 1), (0..12).collect::<Vec<u32>>());
    assert_eq!(drawn(&talk, 2), [0, 1, 2, 3], "the first ones of a neighbour");
    talk.show(2);
    assert!(talk.draws_page(4) && !talk.draws_page(3), "{:?}", talk.open);
    talk.settle();
    assert_eq!(drawn(&talk, 2).len(), 12);
}

#[test]
fn a_film_whose_picture_takes_too_long_is_left_alone_until_somebody_asks() {
    for (why, goes_on) in [(NoPreview::TooSlow, false), (NoPreview::CannotDraw, true)] {
        let mut talk = Talk::new(film(12));
        talk.show(1);
        assert!(talk.answer_one());
        let (ticket, request) = talk.open.pop_first().unwrap();
        let Request::Draw { file, view, .. } = request else {
            panic!("{request:?}");
        };
        let image = Err(why);
        talk.hear(ticket, Ok(Answer::Drawn { file, view, image }));
        assert_eq!(!talk.open.is_empty(), goes_on, "{why:?}: {:?}", talk.open);
        talk.settle();
        let drawn = |talk: &Talk| {
            let parts = &talk.state.viewer.parts;
            (0..12)
                .filter(|page| parts.of_page(FileId(1), *page).next().is_some())
                .count()
        };
        assert_eq!(drawn(&talk), if goes_on { 11 } else { 0 });
        talk.act(ViewerAction::Retry);
        talk.settle();
        assert_eq!(drawn(&talk), 12);
    }
}
